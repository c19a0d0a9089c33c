/**
 * The text of one source as the parser takes it: no byte order mark, LF line ends, no characters that print nothing or turn the
 * line round, composed letters (NFC, https://www.unicode.org/reports/tr15/).
 */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../project/project.ts';
import type { Place } from '../../protocol/place.ts';

/** A source ready to be parsed. Lines are those of the file; columns too, but for lines where a character was taken out. */
export interface NormalisedText {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Intruder {
  readonly rule: RuleId;
  readonly pattern: RegExp;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** What is taken out and told. Left-to-right and right-to-left marks stay: they are lawful and turn nothing else round. */
const intruders: readonly Intruder[] = [
  {
    rule: 'manuscript/control-character',
    pattern: /(?![\t\n\r])\p{Cc}/gu,
    found: 'control character',
    expected: 'text alone',
    hint: 'it has been taken out: delete it in the file; it often comes with text copied from a PDF',
  },
  {
    rule: 'manuscript/bidi-control',
    pattern: /[\u202A-\u202E\u2066-\u2069]/gu,
    found: 'invisible mark that turns the direction of writing',
    expected: 'text alone',
    hint: 'it has been taken out: with it a text can read otherwise than it is written',
  },
  {
    rule: 'manuscript/broken-character',
    pattern: /[\uFFFD\uFFFE\uFFFF]|\p{Cs}/gu,
    found: 'replacement character',
    expected: 'the letter that stood there',
    hint: 'a letter was lost when the file was converted: write it again',
  },
];

const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const placeAt = (text: string, file: string, offset: number): Place => {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};

const times = (count: number): string => (count === 1 ? '' : `, ${count} times in this file`);

const intruderFaults = (text: string, file: string): readonly Diagnostic[] =>
  intruders.flatMap((intruder) => {
    const first = text.search(intruder.pattern);
    if (first < 0) return [];
    const count = [...text.matchAll(intruder.pattern)].length;
    const name = codeName(text.slice(first, first + 2));
    return [
      diagnose(
        intruder.rule,
        `Unexpected ${intruder.found} ${name}${times(count)}, expected ${intruder.expected}`,
        { place: placeAt(text, file, first), hint: intruder.hint },
      ),
    ];
  });

const withoutIntruders = (text: string): string =>
  intruders.reduce((rest, { rule, pattern }) => {
    // The sign for a lost letter stays: it shows on the page where the letter is missing.
    return rule === 'manuscript/broken-character' ? rest : rest.replaceAll(pattern, '');
  }, text);

const composed = (text: string, file: string): NormalisedText => {
  const normal = text.normalize('NFC');
  if (normal === text) return { text, diagnostics: [] };
  const lines = text.split('\n');
  const changed = lines.flatMap((line, index) => (line === line.normalize('NFC') ? [] : [index]));
  const line = changed[0] ?? 0;
  const before = lines[line] ?? '';
  const after = before.normalize('NFC');
  const same = [...before].findIndex((character, index) => character !== [...after][index]);
  return {
    text: normal,
    diagnostics: [
      diagnose(
        'manuscript/decomposed-letters',
        `Unexpected letters written in two characters in ${changed.length} ${changed.length === 1 ? 'line' : 'lines'}, expected one each`,
        {
          place: { file, line: line + 1, column: Math.max(0, same) + 1 },
          hint: 'they have been joined: the page is right; searching in the file may miss them',
        },
      ),
    ],
  };
};

/** Comes in: a source as it was read; goes out: its text for the parser, and what was found in it. */
export const normaliseText = (source: Source): NormalisedText => {
  const raw = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text;
  const faults = intruderFaults(raw, source.file);
  const clean = (faults.length === 0 ? raw : withoutIntruders(raw)).replaceAll(/\r\n?/g, '\n');
  const normal = composed(clean, source.file);
  return { text: normal.text, diagnostics: [...faults, ...normal.diagnostics] };
};
