/** The expectation of diagnostics: what it must not let pass. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { expectDiagnostics, expectNoDiagnostics, marked } from './diagnostics.ts';

const { text, expected } = marked(
  'en.md',
  'one\ntwo ⟦platform/file-missing⟧three ⟦platform/disk-full error⟧four\n',
);

const missing: Diagnostic = {
  rule: 'platform/file-missing',
  severity: 'error',
  message: 'Unexpected absence',
  place: { file: 'en.md', line: 2, column: 5 },
};
const full: Diagnostic = {
  rule: 'platform/disk-full',
  severity: 'error',
  message: 'Unexpected end of the disk',
  place: { file: 'en.md', line: 2, column: 11 },
};

describe('marks', () => {
  test('are taken out of the text and name the place they stood at', () => {
    expect(text).toBe('one\ntwo three four\n');
    expect(expected).toEqual(['en.md:2:5 platform/file-missing', 'en.md:2:11 platform/disk-full error']);
  });
});

describe('diagnostics', () => {
  test('may come in any order', () => expectDiagnostics([full, missing], expected));

  test('may be expected by their rule alone', () =>
    expectDiagnostics([full, missing], ['platform/disk-full', 'platform/file-missing']));

  test.each([
    ['one too many', [missing, full, full]],
    ['one too few', [missing]],
    ['another place', [full, { ...missing, place: { file: 'en.md', line: 2, column: 6 } }]],
    ['another severity', [missing, { ...full, severity: 'warning' as const }]],
  ])('fail with %s', (_, actual) => {
    expect(() => expectDiagnostics(actual, expected)).toThrow(/platform/);
  });

  test('fail where none is expected', () => {
    expect(() => expectNoDiagnostics([missing])).toThrow(/UNEXPECTED: Unexpected absence/);
  });
});
