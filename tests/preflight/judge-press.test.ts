/** Files for a press: each rule is broken alone, in a file that is otherwise right, and only that is told. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { judgeFile, type FileExpectation } from '../../src/preflight/judge-file.ts';
import type { Purpose } from '../../src/preflight/purposes.ts';
import { stream } from '../prepress/written-pdf.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../support/diagnostics.ts';
import { pressContent, pressFile, profile, type Spoilt } from './clean-files.ts';

const judge = (spoilt: Spoilt, purpose: Purpose = 'sheet'): Promise<readonly Diagnostic[]> =>
  judgeFile(pressFile(spoilt), purpose);

const drawn = (content: string): Spoilt => ({ content: `${pressContent} q ${content} Q` });

/** Content with one more resource. */
const withResource = (content: string, resources: string, objects: Spoilt['objects'] = {}): Spoilt => ({
  ...drawn(content),
  swap: [[10, '<</Font', `<<${resources} /Font`]],
  objects,
});

test('nothing is wrong with the file that the others are spoilt from', async () => {
  expectNoDiagnostics(await judge({}));
  expectNoDiagnostics(await judge({}, 'digital'));
});

const picture = (width: number, entries: string): string =>
  stream(
    'x'.repeat(width * width),
    ` /Type /XObject /Subtype /Image /Width ${width} /Height ${width}${entries}`,
  );

/** Two inks, each with the colour that stands in for all of it. */
const spots = (one: string, other: string, full = '[0 0.2 1 0]'): string =>
  [one, other]
    .map((name, index) => {
      const C1 = index === 0 ? '[0 0.2 1 0]' : full;
      return `/${index === 0 ? 'A' : 'B'} [/Separation ${name} /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 ${C1}>>]`;
    })
    .join(' ')
    .replace(/^.*$/u, '/ColorSpace <<$&>>');

const cases: readonly (readonly [string, Spoilt, string])[] = [
  ['a file without an identifier', { trailer: ' /Info 14 0 R' }, '- preflight/trailer-id error'],
  [
    'a script',
    { swap: [[1, '/Pages', '/OpenAction <</S /JavaScript /JS (x)>> /Pages']] },
    'preflight/action-forbidden',
  ],
  ['LZW', { objects: { 40: stream('x', ' /Filter /LZWDecode') } }, 'preflight/lzw'],
  [
    'a bleed beyond the sheet',
    { swap: [[3, '[11 11 289 389]', '[-9 11 289 389]']] },
    'preflight/boxes-not-nested',
  ],
  ['no trim box', { swap: [[3, '/TrimBox [20 20 280 380]', '']] }, 'preflight/trim-missing'],
  ['a unit of its own', { swap: [[3, '/Parent', '/UserUnit 2 /Parent']] }, 'preflight/user-unit'],
  ['a crop box', { swap: [[3, '/Parent', '/CropBox [10 10 290 390] /Parent']] }, 'preflight/crop-box'],
  ['an empty page', { content: '0 0 0 0 k 0 0 300 400 re f' }, '- preflight/page-empty warning'],
  ['colour that ends at the edge', drawn('0 1 0 0 k 20 100 50 50 re f'), 'preflight/bleed-short'],
  ['text at the edge', drawn('/Over gs BT /T 10 Tf 24 200 Td <0001> Tj ET'), 'preflight/text-near-edge'],
  [
    'white text that overprints',
    drawn('0 0 0 0 k BT /T 10 Tf 90 90 Td <0001> Tj ET'),
    'preflight/white-text-overprints',
  ],
  ['a white area that overprints', drawn('0 0 0 0 k 90 90 9 9 re f'), 'preflight/white-path-overprints'],
  [
    'black text that knocks out',
    { content: pressContent.replace('/Over gs', '') },
    'preflight/black-text-knocks-out',
  ],
  [
    'a black line that knocks out',
    { content: `0 0 0 1 K 90 90 m 99 90 l S ${pressContent}` },
    'preflight/black-line-knocks-out',
  ],
  [
    'grey text',
    { content: `q 0 g BT /T 10 Tf 90 90 Td <0001> Tj ET Q ${pressContent}` },
    'preflight/text-device-gray',
  ],
  ['a grey line', { content: `q 0 G 90 90 m 99 90 l S Q ${pressContent}` }, 'preflight/line-device-gray'],
  ['grey that overprints', drawn('0.5 g 90 90 9 9 re f'), 'preflight/gray-overprints'],
  ['rich black text', drawn('1 1 1 1 k BT /T 10 Tf 90 90 Td <0001> Tj ET'), 'preflight/rich-black-text'],
  [
    'fine white text',
    { content: `q 0 0 0 0 k BT /T 7 Tf 90 90 Td <0001> Tj ET Q ${pressContent}` },
    'preflight/fine-text-white',
  ],
  ['fine text in two inks', drawn('1 1 0 0 k BT /T 7 Tf 90 90 Td <0001> Tj ET'), 'preflight/fine-text-inks'],
  [
    'a fine white line',
    { content: `q 0 0 0 0 K 0.2 w 90 90 m 99 90 l S Q ${pressContent}` },
    'preflight/fine-line-white',
  ],
  ['a fine line in two inks', drawn('1 1 0 0 K 0.2 w 90 90 m 99 90 l S'), 'preflight/fine-line-inks'],
  ['a fine bar in two inks', drawn('1 1 0 0 k 90 90 90 0.2 re f'), 'preflight/fine-line-inks'],
  ['text too small to read', drawn('BT /T 4 Tf 90 90 Td <0001> Tj ET'), 'preflight/text-small'],
  ['a line of no width', drawn('0 0 0 1 K 0 w 90 90 m 99 90 l S'), 'preflight/line-thin'],
  [
    'a spot colour',
    withResource(
      '/Gold cs 1 scn 90 90 9 9 re f',
      '/ColorSpace <</Gold [/Separation /Gold /DeviceCMYK 40 0 R]>>',
      { 40: stream('{}', ' /FunctionType 4') },
    ),
    '- preflight/spot-colour error',
  ],
  [
    'an ink with two names',
    withResource(
      '/A cs 1 scn 90 90 9 9 re f /B cs 1 scn 90 90 9 9 re f',
      spots('/Pantone#20300#20C', '/PANTONE#20300#20CV'),
    ),
    '- preflight/spot-colour error\n- preflight/spot-colour error\n- preflight/spot-names-alike warning',
  ],
  [
    'an ink in two colours',
    withResource(
      '/A cs 1 scn 90 90 9 9 re f /B cs 1 scn 90 90 9 9 re f',
      spots('/Gold', '/Gold', '[0 0.1 1 0]'),
    ),
    '- preflight/spot-colour error\n- preflight/spot-two-colours warning',
  ],
  [
    'the name of an ink in an old encoding',
    withResource('/A cs 1 scn 90 90 9 9 re f', spots('/Gr#fcn', '/Gr#fcn')),
    '- preflight/spot-colour error\n- preflight/spot-name-encoding warning',
  ],
  [
    'all inks on the page',
    withResource('/A cs 0.2 scn 90 90 9 9 re f', '/ColorSpace <</A [/Separation /All /DeviceCMYK 40 0 R]>>', {
      40: stream('{}', ' /FunctionType 4'),
    }),
    'preflight/ink-all',
  ],
  ['too much ink', { content: `1 1 1 0.5 k 90 90 100 100 re f ${pressContent}` }, 'preflight/ink-limit'],
  ['text in RGB', drawn('1 0 0 rg BT /T 10 Tf 90 90 Td <0001> Tj ET'), 'preflight/colour-not-cmyk'],
  [
    'a transfer function',
    withResource('/Own gs', '/X 0', {
      10: '<</Font <</T 5 0 R>> /ExtGState <</Over <</OP true /op true /OPM 1>> /Own <</TR2 40 0 R>>>> >>',
      40: stream('{}', ' /FunctionType 4'),
    }),
    'preflight/transfer-function',
  ],
  ['a layer', drawn('/OC /L BDC 0 0 0 1 k 90 90 9 9 re f EMC'), 'preflight/layers'],
  [
    'a coarse picture',
    withResource('50 0 0 50 90 90 cm /P Do', '/XObject <</P 41 0 R>>', {
      41: picture(100, ' /BitsPerComponent 8 /ColorSpace /DeviceGray'),
    }),
    '- preflight/picture-coarse error',
  ],
  [
    'a coarse stencil',
    withResource('50 0 0 50 90 90 cm /P Do', '/XObject <</P 41 0 R>>', {
      41: picture(500, ' /ImageMask true'),
    }),
    '- preflight/stencil-coarse warning',
  ],
  ['the font Courier', { swap: [[5, '+Literata-Regular', '+Courier']] }, 'preflight/font-courier'],
  ['a font outside the file', { swap: [[8, '/FontFile2 9 0 R', '']] }, 'preflight/font-not-embedded'],
  [
    'a font of drawings',
    { swap: [[5, '/Subtype /Type0', '/Subtype /Type3']] },
    '- preflight/font-type3 warning',
  ],
  ['a font that maps no glyphs', { swap: [[6, '/CIDToGIDMap /Identity', '']] }, 'preflight/font-unmapped'],
  ['a letter the font lacks', drawn('BT /T 10 Tf 90 90 Td <0000> Tj ET'), 'preflight/glyph-missing'],
  ['no output intent', { swap: [[1, '/OutputIntents [12 0 R]', '']] }, 'preflight/x4-intent'],
  [
    'an intent of light',
    { objects: { 13: stream(profile('mntr', 'RGB'), ' /N 3') } },
    'preflight/intent-not-cmyk',
  ],
  ['another version', { swap: [[11, 'PDF/X-4', 'PDF/X-3']] }, 'preflight/x4-version'],
  [
    'a date that is missing',
    { swap: [[11, 'xmp:MetadataDate>2000-01-01T00:00:00Z', 'xmp:OtherDate>2000-01-01T00:00:00Z']] },
    'preflight/x4-metadata',
  ],
  ['no word on trapping', { swap: [[14, '/Trapped /False', '']] }, 'preflight/x4-trapped'],
  [
    'a link on the page',
    {
      swap: [[3, '/Parent', '/Annots [40 0 R] /Parent']],
      objects: { 40: '<</Subtype /Link /Rect [50 50 60 60]>>' },
    },
    'preflight/x4-annotation',
  ],
  ['no metadata', { swap: [[1, '/Metadata 11 0 R', '']] }, 'preflight/metadata-missing'],
  ['a page turned', { swap: [[3, '/Parent', '/Rotate 90 /Parent']] }, 'preflight/trim-differs'],
  [
    'a page that cannot be read',
    { objects: { 4: stream('x', ' /Filter /FlateDecode') } },
    'preflight/page-unreadable',
  ],
];

test.each(cases)('%s', async (_, spoilt, told) => {
  expectDiagnostics(await judge(spoilt), told.split('\n'));
});

test('colours are blended in inks', async () => {
  const group = '/Group <</S /Transparency /CS /DeviceRGB>> /Parent';
  expectDiagnostics(await judge({ swap: [[3, '/Parent', group]] }), ['preflight/blending-not-cmyk']);
});

test('transparency is told, and that the ink under it was not judged', async () => {
  expectDiagnostics(await judge(drawn('/Half gs 1 0 0 0 k 90 90 9 9 re f')), [
    '- preflight/transparency info',
    '- preflight/ink-not-judged info',
  ]);
});

test('a page printed to its edge needs room for the bleed', async () => {
  const narrow: Spoilt = {
    content: `1 0 0 0 k 0 0 300 400 re f ${pressContent}`,
    swap: [[3, '[11 11 289 389]', '[15 15 285 385]']],
  };
  expectDiagnostics(await judge(narrow), ['preflight/bleed-missing']);
  const wide = { content: `1 0 0 0 k 0 0 300 400 re f ${pressContent}` };
  expectNoDiagnostics(await judge(wide));
});

test('an offset press asks for more than a digital one', async () => {
  expectNoDiagnostics(await judge({ content: pressContent.replace('/Over gs', '') }, 'digital'));
  expectNoDiagnostics(await judge({ content: `1 1 1 0.5 k 90 90 100 100 re f ${pressContent}` }, 'digital'));
  expectNoDiagnostics(await judge(drawn('1 1 0 0 k BT /T 7 Tf 90 90 Td <0001> Tj ET'), 'digital'));
});

test('what repeats is told once, with the first place and the number of pages', async () => {
  const page = (number: number): string =>
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /BleedBox [11 11 289 389] /TrimBox [20 20 280 380] /Contents ${number} 0 R /Resources 10 0 R>>`;
  const faulty = stream(`${pressContent} 1 0 0 rg 90 90 9 9 re f`);
  const told = await judge({
    objects: {
      2: '<</Type /Pages /Kids [3 0 R 50 0 R 51 0 R 52 0 R 53 0 R] /Count 5>>',
      50: page(60),
      51: page(61),
      52: page(61),
      53: page(4),
      60: faulty,
      61: stream(`${pressContent} 1 0 0 rg 20 362 9 9 re f`.replace('20 362', '120 262')),
    },
  });
  expectDiagnostics(told, ['- preflight/colour-not-cmyk error', '- preflight/binding-count info']);
  expect(told[0]?.message).toBe('Unexpected line or area in DeviceRGB, expected CMYK (and on 2 more pages)');
  expect(told[0]?.folio).toBe('2');
  expect(told[0]?.spots).toEqual([
    { page: 2, left: 24.69, top: 99.13, width: 3.18, height: 3.18 },
    { page: 3, left: 35.28, top: 38.45, width: 3.18, height: 3.18 },
    { page: 4, left: 35.28, top: 38.45, width: 3.18, height: 3.18 },
  ]);
});

test('a build knows its trim, its folios and its source', async () => {
  const px = (points: number): number => points / 0.75;
  const expected: FileExpectation = {
    proves: false,
    binding: 'stitched',
    trim: { width: (260 * 25.4) / 72, height: (360 * 25.4) / 72 },
    bleed: 3,
    folios: ['iv'],
    fonts: [],
    readers: 1,
    pages: [
      {
        lines: [{ top: px(290), bottom: px(305), text: 'a', place: 'text.md:7:3' }],
        notes: [],
        repeats: [],
        furniture: [],
        textArea: { left: 0, top: 0, right: 1, bottom: 1 },
      },
    ],
  };
  const fault = pressFile(drawn('1 0 0 rg 90 90 9 9 re f'));
  expectDiagnostics(await judgeFile(fault, 'sheet', expected), ['text.md:7:3 preflight/colour-not-cmyk']);
  expect((await judgeFile(fault, 'sheet', expected))[0]?.folio).toBe('iv');
  const other = { ...expected, trim: { width: 148, height: 210 } };
  expectDiagnostics(await judgeFile(pressFile(), 'sheet', other), ['- preflight/trim-size error']);
});
