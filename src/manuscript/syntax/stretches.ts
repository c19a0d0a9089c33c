/**
 * Where a long source may be cut so that its pieces parse to the same blocks as the whole. The parser's time and memory grow faster
 * than its text; a book is read in pieces of some pages each.
 */

/** A piece of a source. */
export interface Stretch {
  readonly text: string;
  /** Lines before it. */
  readonly line: number;
  /** UTF-16 code units before it. */
  readonly offset: number;
}

/** Shortest piece, in UTF-16 code units: some three pages. */
const shortest = 8_000;

/**
 * A line that, after an empty one, begins a block of its own outside every list, quotation and note: it stands at the margin and
 * begins with a letter, or is a head.
 */
const beginsBlock = /^(?:\p{L}|#{1,6}[ \t])/u;

/** What can hold empty lines and is not known by its margin alone: then the source is not cut at all. */
const unclear = /^(?:[ \t>*+\-\d.)]+(?:`{3}|~{3}|:{3})|[ \t>*+\-\d.)]*<(?:script|pre|style|textarea|!|\?))/im;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Definitions of links reach over the whole source. */
const definesLinks = (text: string): boolean =>
  countOf(text, /\]:/g) !== countOf(text, /^ {0,3}\[\^[^[\]\n]+\]:/gm);

/** A fence or box at the margin that is open: its mark and length. */
interface Open {
  readonly mark: string;
  readonly length: number;
}

const opening = /^(`{3,}(?=[^`]*$)|~{3,}|:{3,}(?=[ \t]*\S))/;

const openedBy = (line: string): Open | undefined => {
  const marks = opening.exec(line)?.[1];
  return marks === undefined ? undefined : { mark: marks.charAt(0), length: marks.length };
};

const closes = (line: string, { mark, length }: Open): boolean => {
  const marks = line.trim();
  return marks.length >= length && marks === mark.repeat(marks.length) && /^ {0,3}\S/.test(line);
};

/** Comes in: a normalised source; goes out: its pieces in order, one where it is short or cannot be cut. */
export const stretchesOf = (text: string): readonly Stretch[] => {
  const whole: Stretch = { text, line: 0, offset: 0 };
  if (text.length < 2 * shortest || unclear.test(text) || definesLinks(text)) return [whole];
  const stretches: Stretch[] = [];
  let start = { line: 0, offset: 0 };
  let offset = 0;
  let open: Open | undefined;
  let isAfterEmpty = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (open !== undefined) {
      if (closes(line, open)) open = undefined;
    } else if (isAfterEmpty && offset - start.offset >= shortest && beginsBlock.test(line)) {
      stretches.push({ ...start, text: text.slice(start.offset, offset) });
      start = { line: index, offset };
    } else open = openedBy(line);
    isAfterEmpty = line.trim() === '';
    offset += line.length + 1;
  }
  return [...stretches, { ...start, text: text.slice(start.offset) }];
};
