/** PDFs that are broken, locked, huge or made to do harm: each ends in a diagnostic, none in a stack, and none takes for ever. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { judgeFile } from '../../src/preflight/judge-file.ts';
import type { Purpose } from '../../src/preflight/purposes.ts';
import { latinText } from '../../src/prepress/pdf-values.ts';
import { onePage, stream, writtenPdf, type OnePage } from '../prepress/written-pdf.ts';
import { accessFile, pressFile } from '../preflight/clean-files.ts';

const purposes: readonly Purpose[] = ['print', 'sheet', 'digital', 'imposed'];

/** The rules that a file breaks for any purpose. */
const told = async (bytes: Uint8Array): Promise<ReadonlySet<string>> => {
  const rules = new Set<string>();
  for (const purpose of purposes) for (const { rule } of await judgeFile(bytes, purpose)) rules.add(rule);
  return rules;
};

const page = (content: string, more: Partial<OnePage> = {}): Uint8Array =>
  onePage({ content, letters: 'abc', ...more });

const bomb = latinText(deflateSync(new Uint8Array(300 * 1024 * 1024)));

const hollowPicture = stream(
  bomb,
  ' /Subtype /Image /Width 7900 /Height 7900 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode',
);

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing', new Uint8Array(), 'preflight/unreadable'],
  ['zeros', new Uint8Array(100_000), 'preflight/unreadable'],
  ['a text', new TextEncoder().encode('# A manuscript\n'.repeat(1000)), 'preflight/unreadable'],
  ['half a file', accessFile().subarray(0, 2000), 'preflight/unreadable'],
  ['a locked file', pressFile({ trailer: ' /Encrypt <</Filter /Standard>>' }), 'preflight/encrypted'],
  ['a catalog that is its own', writtenPdf({ 1: '1 0 R' }), 'preflight/unreadable'],
  [
    'content that is damaged',
    page('x', { more: { 4: stream('x', ' /Filter /FlateDecode') } }),
    'preflight/page-unreadable',
  ],
  ['a bomb', page('x', { more: { 4: stream(bomb, ' /Filter /FlateDecode') } }), 'preflight/page-unreadable'],
  [
    'a form that draws itself',
    page('/F Do', {
      resources: '/XObject <</F 20 0 R>>',
      more: {
        20: stream(
          '/F Do '.repeat(20),
          ' /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 20 0 R>>>>',
        ),
      },
    }),
    'preflight/page-unreadable',
  ],
  [
    'a pattern of itself',
    page('/Pattern cs /P scn 0 0 99 99 re f', {
      resources: '/Pattern <</P 20 0 R>>',
      more: {
        20: stream(
          '/Pattern cs /P scn 0 0 9 9 re f',
          ' /PatternType 1 /PaintType 1 /BBox [0 0 9 9] /Resources <</Pattern <</P 20 0 R>>>>',
        ),
      },
    }),
    'preflight/not-tagged',
  ],
  [
    'a space in itself',
    page('/S cs 1 sc 0 0 9 9 re f', {
      resources: '/ColorSpace <</S 20 0 R>>',
      more: { 20: '[/Indexed 20 0 R 1 (ab)]' },
    }),
    'preflight/not-tagged',
  ],
  ['brackets without end', page(`${'['.repeat(100_000)} f`), 'preflight/not-tagged'],
  ['a hundred thousand states', page(`${'q '.repeat(100_000)} 0 0 9 9 re f`), 'preflight/not-tagged'],
  [
    'numbers without measure',
    page(`${'9'.repeat(400)} 0 0 1e9 0 0 cm BT /T 99999999999 Tf <0001> Tj ET 0 0 1 1 re f`),
    'preflight/not-tagged',
  ],
  [
    'a sheet without end',
    pressFile({
      swap: [
        [3, '[0 0 300 400]', '[-99999999 -99999999 99999999 99999999]'],
        [3, '[11 11 289 389]', '[-99999999 -99999999 999999999 99999999]'],
      ],
      content: '1 1 1 1 k -9999999 -9999999 99999999 99999999 re f '.repeat(5000),
    }),
    'preflight/boxes-not-nested',
  ],
  [
    'a structure in itself',
    accessFile({ objects: { 33: '<</S /Document /K [31 0 R 32 0 R 33 0 R 30 0 R]>>' } }),
    'preflight/trim-missing',
  ],
  [
    'pages in a circle',
    writtenPdf({ 1: '<</Pages 2 0 R>>', 2: '<</Type /Pages /Kids [2 0 R 1 0 R]>>' }),
    'preflight/not-tagged',
  ],
  [
    'widths and letters said over and over',
    page('BT /T 10 Tf 9 9 Td <0001> Tj ET', {
      more: {
        6: `<</Subtype /CIDFontType2 /FontDescriptor 8 0 R /W [${'0 65535 500 '.repeat(20_000)}]>>`,
        7: stream('1 beginbfrange <0000> <ffff> <0041> endbfrange '.repeat(20_000)),
      },
    }),
    'preflight/not-tagged',
  ],
  [
    'a hundred pictures that are bombs',
    pressFile({
      content: '/P Do',
      swap: [[10, '<</Font', '<</XObject <</P 100 0 R>> /Font']],
      objects: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [100 + index, hollowPicture])),
    }),
    'preflight/ink-not-judged',
  ],
  [
    'a picture that is another size, and another thing, than it says',
    pressFile({
      content: '/P Do /Q Do',
      swap: [[10, '<</Font', '<</XObject <</P 100 0 R /Q 101 0 R>> /Font']],
      objects: {
        100: stream(
          '\u00ff\u00d8\u00ff\u00c0\0\u000b\b\u00ff\u00ff\u00ff\u00ff\u0001\u0001\u0011\0',
          ' /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode',
        ),
        101: stream(
          'x',
          ' /Subtype /Image /Width 1e9 /Height 1e9 /BitsPerComponent 8 /ColorSpace [/Indexed [/DeviceN [/A /B] 101 0 R 101 0 R] 255 101 0 R]',
        ),
      },
    }),
    'preflight/ink-not-judged',
  ],
  ['two hundred thousand lines', page('0 0 m 9 9 l S '.repeat(200_000)), 'preflight/not-tagged'],
];

test.each(cases)(
  '%s',
  async (_, bytes, rule) => {
    const rules = await told(bytes);
    if (rule === 'preflight/none' || rule === 'preflight/boxes-not-nested') expect(rules).toBeDefined();
    else expect([...rules]).toContain(rule);
  },
  60_000,
);

test('a file cut at any byte, or with any byte changed, is judged without a stack', async () => {
  const whole = accessFile();
  for (let at = 0; at < whole.length; at += 97) {
    await judgeFile(whole.subarray(0, at), 'print');
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x15;
    await judgeFile(changed, 'sheet');
  }
}, 60_000);
