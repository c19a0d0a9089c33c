/** publication.yaml from anybody: whatever it holds, the answer is settings or diagnostics with a place, never an error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/project/read-settings.ts';

const file = 'content/x/publication.yaml';

const fragments = [
  'source',
  'template',
  'house',
  'funders',
  'name',
  'pages',
  'max',
  'hyphenation',
  '__proto__',
  'constructor',
  ': ',
  ':',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '"',
  "'",
  '|\n',
  '>-\n',
  '#',
  ' #',
  '&a ',
  '*a',
  '!!binary ',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '<<: ',
  '~',
  '\u0000',
  '\u2028',
  '\uFEFF',
  '\uD800',
  '😀',
  'ə',
  '2000-06',
  '1e999',
];

const isJudged = (text: string): void => {
  const lines = text.split('\n').length;
  const { value, diagnostics } = readSettings(text, file, 'en');
  expect(value === undefined).toBe(diagnostics.length > 0);
  for (const { place, message } of diagnostics) {
    expect(message).toMatch(/^Unexpected /);
    expect(place?.file).toBe(file);
    expect(place?.line).toBeGreaterThanOrEqual(1);
    expect(place?.line).toBeLessThanOrEqual(lines + 1);
  }
};

test('pieces of YAML in any order', () => {
  const pieces = fc.array(fc.constantFrom(...fragments), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, (parts) => isJudged(parts.join(''))),
    { numRuns: 2000, seed: 20000601 },
  );
  expect.hasAssertions();
});

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isJudged), {
    numRuns: 500,
    seed: 20000601,
  });
  expect.hasAssertions();
});

test('as deep as a file can be', () => {
  for (const text of ['- '.repeat(30_000), '{a: '.repeat(15_000), '? '.repeat(30_000), '"'.repeat(60_000)])
    isJudged(text);
  const steps = Array.from({ length: 350 }, (_, depth) => `${' '.repeat(depth)}a:`);
  isJudged(steps.join('\n'));
});
