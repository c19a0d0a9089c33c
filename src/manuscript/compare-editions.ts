/** The editions of a publication must say the same: the same chapters, notes, heads, figures, tables, and numbers in tables. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../protocol/place.ts';
import type { Float, Heading, Manuscript } from './manuscript.ts';

const topOf = (manuscript: Manuscript, chapter = 0): Place => ({
  file: manuscript.chapters[chapter]?.file ?? manuscript.publication,
  line: 1,
  column: 1,
});

const chapterName = (file: string): string => file.split('/').at(-1) ?? file;

/** Chapters are matched by the number their names begin with (`01-opening.md`), else by their order. */
const chapterKey = (file: string, index: number): string =>
  /^\d+/.exec(chapterName(file))?.[0] ?? `#${index + 1}`;

const missingChapters = (whole: Manuscript, other: Manuscript): readonly Diagnostic[] => {
  if (whole.chapters.length < 2 && other.chapters.length < 2) return [];
  const present = new Set(other.chapters.map(({ file }, index) => chapterKey(file, index)));
  return whole.chapters.flatMap(({ file }, index) =>
    present.has(chapterKey(file, index))
      ? []
      : [
          diagnose(
            'manuscript/edition-chapter-missing',
            `Unexpected absence of the chapter \`${chapterName(file)}\` in \`${other.tag}\`, expected it in every language`,
            {
              place: topOf(other),
              hint: 'write the chapter, or take it out of the other languages',
              related: [{ message: `the chapter in \`${whole.tag}\``, place: topOf(whole, index) }],
            },
          ),
        ],
  );
};

interface Labelled {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
}

const authorLabels = ({ notes }: Manuscript): readonly Labelled[] =>
  notes
    .filter(({ id }) => !/^inline-\d+$/.test(id))
    .map(({ id, place }) => ({ key: id.normalize('NFC').toLowerCase(), name: id, place }));

const missingNotes = (from: Manuscript, other: Manuscript): readonly Diagnostic[] => {
  const present = new Set(authorLabels(other).map(({ key }) => key));
  return authorLabels(from).flatMap(({ key, name, place }) =>
    present.has(key)
      ? []
      : [
          diagnose(
            'manuscript/edition-notes-differ',
            `Unexpected note \`${name}\` in \`${from.tag}\` alone, expected one of this label in \`${other.tag}\` too`,
            {
              place,
              hint: 'give notes the same labels in all languages',
              related: [{ message: `it is missing in \`${other.tag}\``, place: topOf(other) }],
            },
          ),
        ],
  );
};

const inlineNotes = (from: Manuscript, other: Manuscript): readonly Diagnostic[] => {
  const inline = (manuscript: Manuscript) => manuscript.notes.filter(({ id }) => /^inline-\d+$/.test(id));
  const [ours, theirs] = [inline(from), inline(other)];
  if (ours.length === theirs.length) return [];
  const at = Math.min(ours.length, theirs.length);
  return [
    diagnose(
      'manuscript/edition-notes-differ',
      `Unexpected ${theirs.length} notes without a label in \`${other.tag}\`, expected ${ours.length} as in \`${from.tag}\``,
      {
        place: theirs[at]?.place ?? topOf(other),
        hint: 'notes without labels are compared by their number alone',
        related: [{ message: `in \`${from.tag}\``, place: ours[at]?.place ?? topOf(from) }],
      },
    ),
  ];
};

const headWords = (heading: Heading): string => `level ${heading.level} (“${heading.text.slice(0, 40)}”)`;

/** The first head that differs is told: all after it would only echo it. */
const headsDiffer = (source: Manuscript, other: Manuscript): readonly Diagnostic[] => {
  const length = Math.max(source.headings.length, other.headings.length);
  for (let index = 0; index < length; index++) {
    const [ours, theirs] = [source.headings[index], other.headings[index]];
    if (ours?.level === theirs?.level) continue;
    const found = theirs === undefined ? 'end of the text' : `head of ${headWords(theirs)}`;
    const expected = ours === undefined ? 'none' : `a head of ${headWords(ours)}`;
    return [
      diagnose(
        'manuscript/edition-heads-differ',
        `Unexpected ${found} in \`${other.tag}\`, expected ${expected} as in \`${source.tag}\``,
        {
          place: theirs?.place ?? other.headings.at(-1)?.place ?? topOf(other),
          hint: 'the heads of all languages have the same levels in the same order',
          related: [
            {
              message: `in \`${source.tag}\``,
              place: ours?.place ?? source.headings.at(-1)?.place ?? topOf(source),
            },
          ],
        },
      ),
    ];
  }
  return [];
};

const missingFloats = (from: Manuscript, other: Manuscript): readonly Diagnostic[] => {
  const present = new Set(other.floats.map(({ kind, id }) => `${kind} ${id}`));
  return from.floats.flatMap(({ kind, id, place }) =>
    present.has(`${kind} ${id}`)
      ? []
      : [
          diagnose(
            'manuscript/edition-floats-differ',
            `Unexpected ${kind} \`${id}\` in \`${from.tag}\` alone, expected one of this id in \`${other.tag}\` too`,
            {
              place,
              hint: 'give figures and tables the same `{#id}` in all languages',
              related: [{ message: `it is missing in \`${other.tag}\``, place: topOf(other) }],
            },
          ),
        ],
  );
};

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => {
  // In another language the numbers of a row may stand in another order of words, not of value.
  const [left, right] = [a.toSorted((x, y) => x - y), b.toSorted((x, y) => x - y)];
  return left.length === right.length && left.every((value, index) => value === right[index]);
};

const numberWords = (numbers: readonly number[]): string =>
  numbers.length === 0 ? 'no number' : numbers.map((value) => `\`${value}\``).join(', ');

const differingRow = (ours: Float, theirs: Float): number =>
  Array.from({ length: Math.max(ours.figures.length, theirs.figures.length) }, (_, row) => row).findIndex(
    (row) => !sameNumbers(ours.figures[row] ?? [], theirs.figures[row] ?? []),
  );

const figuresDiffer = (source: Manuscript, other: Manuscript): readonly Diagnostic[] =>
  source.floats.flatMap((ours) => {
    const theirs = other.floats.find(({ kind, id }) => kind === ours.kind && id === ours.id);
    if (theirs === undefined) return [];
    const row = differingRow(ours, theirs);
    if (row < 0) return [];
    return [
      diagnose(
        'manuscript/edition-figures-differ',
        `Unexpected ${numberWords(theirs.figures[row] ?? [])} in row ${row + 1} of ${ours.kind} \`${ours.id}\` in \`${other.tag}\`, expected ${numberWords(ours.figures[row] ?? [])} as in \`${source.tag}\``,
        {
          place: theirs.place,
          hint: 'compare the two tables, row by row',
          related: [{ message: `the ${ours.kind} in \`${source.tag}\``, place: ours.place }],
        },
      ),
    ];
  });

/**
 * Comes in: the manuscript in the language the others are translated from, and the others. Goes out: every difference, with
 * both places.
 */
export const compareEditions = (source: Manuscript, others: readonly Manuscript[]): readonly Diagnostic[] =>
  others.flatMap((other) => [
    ...missingChapters(source, other),
    ...missingChapters(other, source),
    ...missingNotes(source, other),
    ...missingNotes(other, source),
    ...inlineNotes(source, other),
    ...headsDiffer(source, other),
    ...missingFloats(source, other),
    ...missingFloats(other, source),
    ...figuresDiffer(source, other),
  ]);
