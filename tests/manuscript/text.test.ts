/** The text before it is parsed: line ends, marks and letters. */
import { expect, test } from 'vitest';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { htmlOf, readChapters, titled } from './read-text.ts';

const read = (text: string) => readChapters([text]);

const only = (text: string, ...expected: readonly string[]): string => {
  const { manuscript, diagnostics } = read(text);
  expectDiagnostics(diagnostics, expected);
  return manuscript === undefined ? '' : htmlOf(manuscript);
};

test('a byte order mark and any line ends are read, and lines are counted right', () => {
  expect(only('\uFEFF---\r\ntitle: T\r\n---\r\na\r\nb')).toBe('<p>a b</p>');
  expect(only('---\rtitle: T\r---\ra\r\rb')).toBe('<p>a</p><p>b</p>');
  const { diagnostics } = read('\uFEFF---\r\ntitle: T\r\n---\r\na\r\n\r\nx[^b]');
  expectDiagnostics(diagnostics, ['content/book/en.md:6:2 manuscript/note-undefined']);
});

test('control characters are taken out and told, once for a file', () => {
  const at = 'content/book/en.md:4:2 manuscript/control-character warning';
  expect(only(titled('a\u0000b\u0007c'), at)).toBe('<p>abc</p>');
  expect(read(titled('a\u0000b\u0000')).diagnostics[0]?.message).toBe(
    'Unexpected control character U+0000, 2 times in this file, expected text alone',
  );
});

test('marks that turn the line round are taken out and told; harmless ones stay', () => {
  const at = 'content/book/en.md:4:2 manuscript/bidi-control warning';
  expect(only(titled('a\u202Eb\u2066c\u200E'), at)).toBe('<p>abc\u200E</p>');
});

test('a lost letter is told where it shows', () => {
  expect(only(titled('a\uFFFDb'), 'content/book/en.md:4:2 manuscript/broken-character')).toBe(
    '<p>a\uFFFDb</p>',
  );
});

test('letters in two characters are joined and told', () => {
  const at = 'content/book/en.md:5:3 manuscript/decomposed-letters info';
  expect(only(titled('a\nbcu\u0308'), at)).toBe('<p>a bc\u00FC</p>');
});

test('a text without words is told', () => {
  expect(only(titled(''), 'content/book/en.md:1:1 manuscript/empty')).toBe('');
  expect(only(titled('<!-- nothing -->'), 'content/book/en.md:1:1 manuscript/empty')).toBe('');
});

test('faults come in the order of the text', () => {
  const { diagnostics } = readChapters([titled('b[^x] a\u0000\n\n#### C'), '[bad](javascript:x) <b>']);
  expect(diagnostics.map(({ place }) => `${place?.file.slice(-10)} ${place?.line}:${place?.column}`)).toEqual(
    ['01-part.md 4:2', '01-part.md 4:8', '01-part.md 6:1', '02-part.md 1:1', '02-part.md 1:21'],
  );
});
