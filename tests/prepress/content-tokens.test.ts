/** Content streams: operands and operators, and nothing that makes the reader stumble. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operatorCode, readContent } from '../../src/prepress/content-tokens.ts';
import { latinBytes, latinText } from '../../src/prepress/pdf-values.ts';

/** Operators as letters, each with its operands as they are written and read. */
const operationsOf = (content: string): readonly string[] => {
  const bytes = latinBytes(content);
  const operations: string[] = [];
  readContent(bytes, (operator, operands) => {
    const letters: string[] = [];
    for (let rest = operator; rest > 0; rest = Math.floor(rest / 256))
      letters.unshift(String.fromCharCode(rest % 256));
    const shown = Array.from({ length: operands.count }, (_, index) =>
      operands.kinds[index] === 'number'
        ? String(operands.numbers[index])
        : `${operands.kinds[index]}:${latinText(bytes.subarray(operands.starts[index], operands.ends[index]))}`,
    );
    operations.push([...shown, letters.join('')].join(' '));
  });
  return operations;
};

test('operands of every kind', () => {
  expect(operationsOf('1 -.5 +3. m (a\\)(b)) Tj <00 41> Tj [<0041> -20 (x])] TJ')).toEqual([
    '1 -0.5 3 m',
    'literal:(a\\)(b)) Tj',
    'hex:<00 41> Tj',
    'array:[<0041> -20 (x])] TJ',
  ]);
  expect(operationsOf('/Span<</ActualText (a>>b) /K [<</A 1>>]>> BDC T* ET% q\nQ true n')).toEqual([
    'name:/Span dictionary:<</ActualText (a>>b) /K [<</A 1>>]>> BDC',
    'T*',
    'ET',
    'Q',
    'word:true n',
  ]);
});

test('the data of an inline image is passed over', () => {
  expect(operationsOf('BI /W 1 ID (\u00ffq)EI q\nEI Q')).toEqual(['BI', 'name:/W 1 ID', 'Q']);
});

test('thousands of operands without an operator are forgotten', () => {
  expect(operationsOf('1 '.repeat(5000) + 'q').length).toBe(1);
});

test('operators are told apart by their letters', () => {
  expect(new Set(['T*', 'Tj', 'TJ', 'Td', "'", 'BDC', 'q', 'Q'].map((name) => operatorCode(name))).size).toBe(
    8,
  );
});

test('any bytes come to an end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      let operations = 0;
      readContent(bytes, () => {
        operations += 1;
      });
      expect(operations).toBeLessThanOrEqual(bytes.length);
    }),
    { seed: 2000, numRuns: 500 },
  );
});
