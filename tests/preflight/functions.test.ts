/** Functions of one number, as gradients and named inks have them. */
import { describe, expect, test } from 'vitest';
import { readFunction } from '../../src/preflight/functions.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { stream, writtenPdf } from '../prepress/written-pdf.ts';

/** What object 2 gives for each input, to three decimals; undefined where it is not understood. */
const values = (
  object: string,
  inputs: readonly number[],
  left = 100,
): readonly (readonly number[])[] | undefined => {
  const file = openPdf(writtenPdf({ 1: '<</Type /Catalog>>', 2: object }));
  if (!isPdfFile(file)) throw new Error('not read');
  const found = readFunction(file, file.object(2), { left });
  return found === undefined
    ? undefined
    : inputs.map((input) => found(input).map((value) => Math.round(value * 1000) / 1000));
};

const line = '<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 1] /C1 [1 0]>>';

describe('functions', () => {
  test('between two colours, straight and bent', () => {
    expect(values(line, [0, 0.25, 1])).toEqual([
      [0, 1],
      [0.25, 0.75],
      [1, 0],
    ]);
    expect(values('<</FunctionType 2 /Domain [0 1] /N 2>>', [0.5])).toEqual([[0.25]]);
  });

  test('one after the other, each on its own stretch', () => {
    const two = `<</FunctionType 3 /Domain [0 2] /Bounds [1] /Encode [0 1 1 0] /Functions [${line} ${line}]>>`;
    expect(values(two, [-1, 0.5, 1, 1.75, 9])).toEqual([
      [0, 1],
      [0.5, 0.5],
      [1, 0],
      [0.25, 0.75],
      [0, 1],
    ]);
  });

  test('one for each component', () => {
    expect(values(`[${line} ${line}]`, [0])).toEqual([[0, 1, 0, 1]]);
  });

  test('samples of 8 and 16 bits, decoded to their range', () => {
    const eight = stream(
      '\u0000\u00FF\u00FF\u0000',
      ' /FunctionType 0 /Domain [0 1] /Size [2] /BitsPerSample 8 /Range [0 1 0 2] ',
    );
    expect(values(eight, [0, 0.5, 1])).toEqual([
      [0, 2],
      [0.5, 1],
      [1, 0],
    ]);
    const sixteen = stream(
      '\u0000\u0000\u0080\u0000\u00FF\u00FF',
      ' /FunctionType 0 /Domain [0 1] /Size [3] /BitsPerSample 16 /Range [0 1] /Encode [2 0]',
    );
    expect(values(sixteen, [0, 0.5, 1])).toEqual([[1], [0.5], [0]]);
  });

  test('what is not understood is not guessed', () => {
    const head = ' /FunctionType 0 /Domain [0 1] /Range [0 1]';
    for (const object of [
      'null',
      stream('{}', ' /FunctionType 4 /Domain [0 1] /Range [0 1]'),
      stream('x', `${head} /Size [9] /BitsPerSample 8`),
      stream('xx', `${head} /Size [2] /BitsPerSample 4`),
      stream('xxxx', `${head} /Size [2 2] /BitsPerSample 8`),
      stream('x', `${head} /Size [1e9] /BitsPerSample 8`),
      '<</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [] /Functions []>>',
      '<</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [0 1] /Functions [2 0 R]>>',
    ])
      expect(values(object, [0]), object).toBeUndefined();
    expect(values(`[${line} ${line} ${line}]`, [0], 3)).toBeUndefined();
  });
});
