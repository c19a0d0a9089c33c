/** PDF's syntax: what is written reads back, and whatever else comes is a fault, never a crash. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFault, readValue } from '../../src/prepress/pdf-syntax.ts';
import { latinBytes, pdfArray, pdfName, pdfText, type PdfValue } from '../../src/prepress/pdf-values.ts';
import { writeValue } from '../../src/prepress/pdf-writer.ts';

const read = (text: string) => readValue({ bytes: latinBytes(text), at: 0 });

const string = (text: string): PdfValue => ({ kind: 'string', bytes: latinBytes(text) });

test.each<readonly [string, PdfValue]>([
  ['42', 42],
  ['-.5', -0.5],
  ['+17.', 17],
  ['true', true],
  ['null', null],
  ['% a comment\n 7', 7],
  ['/Name', pdfName('Name')],
  ['/A#20B', pdfName('A B')],
  ['12 0 R', { kind: 'reference', number: 12, generation: 0 }],
  ['[1 2 0 R 3]', pdfArray([1, { kind: 'reference', number: 2, generation: 0 }, 3])],
  [String.raw`(a\(b\)\101\n(c))`, string('a(b)A\n(c)')],
  ['(a\\\r\nb)', string('ab')],
  ['<48 65 6C6c6>', string('Hell`')],
  [
    '<</A 1/B[/C]>>',
    {
      kind: 'dictionary',
      entries: new Map<string, PdfValue>([
        ['A', 1],
        ['B', pdfArray([pdfName('C')])],
      ]),
    },
  ],
])('%s is read', (text, value) => {
  expect(read(text)).toEqual(value);
});

test.each(['', '(open', '<4G>', '[1 2', '<</A 1', '<<1 2>>', 'tru', '1x', '--1', '['.repeat(100_000), ')'])(
  '%.20s is a fault',
  (text) => {
    expect(isFault(read(text))).toBe(true);
  },
);

test('numbers are written without exponents', () => {
  expect([841.8897637795276, 0.1, 5, -0.0000001].map((number) => writeValue(number))).toEqual([
    '841.889764',
    '0.1',
    '5',
    '0',
  ]);
});

test('text beyond ASCII is written as UTF-16', () => {
  expect(writeValue(pdfText('Şə'))).toBe('<FEFF015E0259>');
  expect(writeValue(pdfText('a (b)'))).toBe(String.raw`(a \(b\))`);
});

const values = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'binary-ascii' }).map((name) => pdfName(name)),
    fc.uint8Array({ maxLength: 20 }).map((bytes): PdfValue => ({ kind: 'string', bytes })),
    fc.nat({ max: 1e6 }).map((number): PdfValue => ({ kind: 'reference', number, generation: 0 })),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => pdfArray(items)),
    fc
      .dictionary(fc.string({ unit: 'binary-ascii' }), tie('value'), { maxKeys: 4 })
      .map((entries): PdfValue => ({ kind: 'dictionary', entries: new Map(Object.entries(entries)) })),
  ),
})).value;

test('what is written reads back', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(read(writeValue(value))).toEqual(value);
    }),
    { seed: 2000, numRuns: 300 },
  );
});

test('any bytes are a value or a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readValue({ bytes, at: 0 });
    }),
    { seed: 2000, numRuns: 500 },
  );
});
