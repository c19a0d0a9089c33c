/**
 * Galleys and pages drawn in text.
 *
 * A text is words: `a1 a2` are two lines of block `a`. A word may go on with `[5]` its height in lines, `*1` a call of
 * note 1 (several: `*1*2`), `-` it ends in a hyphen, and what it asks of the break after it: `~` weakly avoided
 * (`avoid: 1`), `!` kept with the next (`avoid: 2`), `^` sealed (`avoid: 3`); then `@` the break before it repeats a table
 * head of one line, `@1` one that calls note 1; `#5` it sets the page counter to 5. Between words: `|` a forced break,
 * `|recto`, `|verso`…, and `||name` opens a run. A block has orphans and widows of 2 unless told otherwise. A note is a
 * number of lines, or words `x x*2 x`.
 *
 * A page is drawn as `1R: a1 a2 ·· / 1 2:1-2>`: number and side (and name), items, a dot for each line of slack, then the
 * notes: `2:1-2>` goes on, `>2:3-4` is the rest, `1=` a repeat. `(blank)` is a blank page. Findings follow, with their place.
 */
import { expect } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Break, Galley, GalleyNote, Item, NoteArea, Run } from '../../src/protocol/galley.ts';
import type { Makeup, NoteSlice, PageMakeup, RoomOf } from '../../src/protocol/makeup.ts';

/** Height of a line of text and of a note, CSS px. */
const lineHeight = 10;

interface Drawing {
  readonly text: string;
  /** Lines of each note, or its words; in order of first call. */
  readonly notes?: Readonly<Record<string, number | string>>;
  /** Height of a page in lines, or of rectos and versos (and the first page). */
  readonly page: number | { readonly recto: number; readonly verso: number; readonly first?: number };
  /** Heights in lines. */
  readonly noteArea?: Partial<NoteArea>;
  readonly gap?: number;
  readonly orphans?: number;
  readonly widows?: number;
}

interface Word {
  readonly block: string;
  readonly name: string;
  readonly height: number;
  readonly calls: readonly string[];
  readonly hyphen: boolean;
  readonly avoid: Break['avoid'];
  readonly head: boolean;
  readonly repeats: readonly string[];
  readonly pageReset?: number;
  readonly forced?: Break['forced'];
}

const pattern =
  /^(?<block>[a-z]+)(?<line>\d*)(?:\[(?<height>[\d.]+)\])?(?<calls>(?:\*\w+)*)(?<hyphen>-?)(?<avoid>[~!^]?)(?<head>@\w*)?(?:#(?<reset>\d+))?$/;

const avoidOf = (mark: string): Break['avoid'] =>
  mark === '~' ? 1 : mark === '!' ? 2 : mark === '^' ? 3 : 0;

const forcedOf = (word: string): Break['forced'] => {
  const kind = word.slice(1);
  if (kind === '') return 'page';
  if (kind === 'recto' || kind === 'verso' || kind === 'left' || kind === 'right') return kind;
  throw new Error(`no such break: ${word}`);
};

const readWord = (word: string, forced: Break['forced']): Word => {
  const parts = pattern.exec(word)?.groups;
  if (parts === undefined) throw new Error(`not a word of a drawing: ${word}`);
  const { block = '', line = '', height = '1', calls = '', hyphen = '', avoid = '', head, reset } = parts;
  return {
    block,
    name: `${block}${line}`,
    height: Number(height),
    calls: calls.split('*').slice(1),
    hyphen: hyphen !== '',
    avoid: avoidOf(avoid),
    head: head !== undefined,
    repeats: head === undefined || head === '@' ? [] : [head.slice(1)],
    ...(reset === undefined ? {} : { pageReset: Number(reset) }),
    ...(forced === undefined ? {} : { forced }),
  };
};

/** Where a word stands in its block: lines before it, and lines from it on. */
const inBlock = (
  words: readonly Word[],
  index: number,
): { readonly before: number; readonly left: number } => {
  const block = words[index]?.block;
  let before = 0;
  while (words[index - before - 1]?.block === block) before += 1;
  let left = 1;
  while (words[index + left]?.block === block) left += 1;
  return { before, left };
};

const flowOf = (
  words: readonly Word[],
  rules: { readonly orphans: number; readonly widows: number },
): { readonly items: readonly Item[]; readonly breaks: readonly Break[] } => {
  const items: Item[] = [];
  const breaks: Break[] = [];
  let top = 0;
  for (const [index, word] of words.entries()) {
    const { before, left } = inBlock(words, index);
    const count = before + left;
    const height = word.height * lineHeight;
    items.push({
      top,
      bottom: top + height,
      calls: word.calls,
      anchors: [],
      strings: [],
      running: [],
      place: word.name,
      ...(word.pageReset === undefined ? {} : { pageReset: word.pageReset }),
    });
    breaks.push({
      ...(word.forced === undefined ? {} : { forced: word.forced }),
      avoid: words[index - 1]?.avoid ?? 0,
      orphans: before === 0 ? 0 : Math.max(0, Math.min(rules.orphans, count) - before),
      widows: before === 0 ? 0 : Math.max(0, Math.min(rules.widows, count) - left),
      hyphen: words[index - 1]?.hyphen ?? false,
      before: 0,
      after: word.head ? lineHeight : 0,
      repeats: word.repeats,
    });
    top += height;
  }
  return { items, breaks };
};

const noteOf = (id: string, body: number | string, gap: number): GalleyNote => {
  const words = typeof body === 'number' ? Array.from({ length: body }, () => 'x') : body.split(/\s+/);
  const flow = flowOf(
    words.map((word) => readWord(word, undefined)),
    { orphans: 1, widows: 1 },
  );
  return { id, ...flow, gap: gap * lineHeight, line: lineHeight, place: `note ${id}` };
};

/** The galley that a drawing describes. */
export const galleyOf = (drawing: Drawing): Galley => {
  const runs: { page: string; words: Word[] }[] = [];
  let forced: Break['forced'];
  for (const word of drawing.text.trim().split(/\s+/)) {
    if (word.startsWith('||')) {
      runs.push({ page: word.slice(2), words: [] });
    } else if (word.startsWith('|')) {
      forced = forcedOf(word);
    } else {
      if (runs.length === 0) runs.push({ page: 'auto', words: [] });
      runs.at(-1)?.words.push(readWord(word, forced));
      forced = undefined;
    }
  }
  const rules = { orphans: drawing.orphans ?? 2, widows: drawing.widows ?? 2 };
  const area = { head: 1, continuedHead: 1, foot: 0, ...drawing.noteArea };
  return {
    runs: runs.map(({ page, words }): Run => ({
      page,
      measure: 400,
      line: lineHeight,
      ...flowOf(words, rules),
    })),
    notes: Object.entries(drawing.notes ?? {}).map(([id, body]) => noteOf(id, body, drawing.gap ?? 0)),
    noteArea: {
      head: area.head * lineHeight,
      continuedHead: area.continuedHead * lineHeight,
      foot: area.foot * lineHeight,
      max: area.max === undefined ? 1e9 : area.max * lineHeight,
    },
  };
};

/** The rooms of a drawing's pages. */
export const roomsOf =
  (page: Drawing['page']): RoomOf =>
  ({ side, first }) => {
    if (typeof page === 'number') return { height: page * lineHeight };
    return { height: (first ? (page.first ?? page[side]) : page[side]) * lineHeight };
  };

const drawSlice = (slice: NoteSlice, lines: number): string => {
  if (slice.repeated) return `${slice.note}=`;
  if (slice.from === 0 && slice.to === lines) return slice.note;
  const range = slice.to - slice.from === 1 ? `${slice.to}` : `${slice.from + 1}-${slice.to}`;
  return `${slice.continued ? '>' : ''}${slice.note}:${range}${slice.continues ? '>' : ''}`;
};

const drawPage = (galley: Galley, page: PageMakeup): string => {
  const name = page.name === 'auto' ? '' : ` ${page.name}`;
  const opening = `${page.number}${page.side === 'recto' ? 'R' : 'V'}${name}:`;
  if (page.blank) return `${opening} (blank)`;
  const items = galley.runs[page.run]?.items.slice(page.from, page.to).map(({ place }) => place) ?? [];
  const slack = '·'.repeat(Math.round(page.slack / lineHeight));
  const notes = page.notes.map((slice) =>
    drawSlice(slice, galley.notes.find(({ id }) => id === slice.note)?.items.length ?? 0),
  );
  return [
    opening,
    ...items,
    ...(slack === '' ? [] : [slack]),
    ...(notes.length === 0 ? [] : ['/', ...notes]),
  ].join(' ');
};

/** Draws the pages of a makeup, with its findings. */
export const drawMakeup = (galley: Galley, makeup: Makeup): string =>
  [
    ...makeup.pages.map((page) => drawPage(galley, page)),
    ...makeup.findings.map(({ rule, place }) => `! ${rule} ${place}`),
  ].join('\n');

const tidy = (drawing: string): string =>
  drawing
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');

/** Makes up a drawing and compares the pages with those expected; a failure prints both. */
export const expectPages = (drawing: Drawing, expected: string): Makeup => {
  const galley = galleyOf(drawing);
  const makeup = makeUp(galley, roomsOf(drawing.page));
  const made = drawMakeup(galley, makeup);
  const wanted = tidy(expected);
  expect(made, `expected:\n${wanted}\n\nmade:\n${made}\n`).toBe(wanted);
  return makeup;
};
