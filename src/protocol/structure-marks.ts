/**
 * How an element of the page tells prepress what it is, where its tag alone does not: as private subtags of its language (BCP 47 §2.2.7), which
 * Chromium writes into the PDF and prepress takes out again. `ru-x-note-6f6e65` is a note in Russian.
 */

/** What an element may be. */
export const structureMarks = {
  /** The rest of an element that was cut: it belongs to the element before it of the same kind. */
  rest: 'rest',
  /** A note at the foot of a page; its label follows. */
  note: 'note',
  /** A note repeated with the head of a table; its label follows. */
  repeat: 'repeat',
  /** A list whose items lead to the pages of the text. */
  contents: 'toc',
  /** A list of definitions, what is defined, and its definition. */
  definitions: 'dl',
  term: 'dt',
  definition: 'dd',
} as const;

/** One of {@link structureMarks}. */
export type StructureMark = (typeof structureMarks)[keyof typeof structureMarks];

/** What stands between a language and the marks of an element. */
const privateUse = '-x-';

/** The longest subtag there may be. */
const subtagLength = 8;

const hexOf = (label: string): string =>
  [...label].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** A language with marks; the label of a note is written in hexadecimal, four digits a letter. */
export const markedLanguage = (language: string, marks: readonly StructureMark[], label = ''): string => {
  const digits = hexOf(label);
  const subtags = Array.from({ length: Math.ceil(digits.length / subtagLength) }, (_, index) =>
    digits.slice(index * subtagLength, (index + 1) * subtagLength),
  );
  return marks.length === 0 ? language : `${language}${privateUse}${[...marks, ...subtags].join('-')}`;
};

/** What a language says: the language itself, the marks it carries, the label that follows them. */
export interface ReadLanguage {
  readonly language: string;
  readonly marks: readonly StructureMark[];
  readonly label: string;
}

const known: ReadonlySet<string> = new Set(Object.values(structureMarks));

const isMark = (subtag: string): subtag is StructureMark => known.has(subtag);

/** Reads a language that {@link markedLanguage} wrote, or any other. */
export const readLanguage = (tag: string): ReadLanguage => {
  const at = tag.indexOf(privateUse);
  if (at < 0) return { language: tag, marks: [], label: '' };
  const subtags = tag.slice(at + privateUse.length).split('-');
  const digits = subtags.filter((subtag) => !isMark(subtag)).join('');
  const letters = digits.match(/[0-9a-f]{4}/g) ?? [];
  return {
    language: tag.slice(0, at),
    marks: subtags.filter((subtag) => isMark(subtag)),
    label: letters.map((letter) => String.fromCharCode(Number.parseInt(letter, 16))).join(''),
  };
};

/** What follows the `-` of a line that ends within a word: it was not the author who wrote it. Nothing is shown of it. */
export const hyphenMark = '\u00AD';

/** What ends a line that has no space after it though it ends between words or signs. Nothing is shown of it. */
export const joinMark = '\u2060';
