/** A few pages of a galley as a galley of their own, on which a change is tried for little. Pure. */
import type { Break, Galley, Item, Run } from '../protocol/galley.ts';
import type { Makeup } from '../protocol/makeup.ts';

/** Pages before and after the page in question. */
const pagesBefore = 2;
const pagesAfter = 4;

/** A passage, and the item of its run with which it begins. */
export interface Passage {
  readonly galley: Galley;
  readonly from: number;
}

/** The notes that items call, and those that these call. */
const notesOf = (galley: Galley, items: readonly Item[]): Galley['notes'] => {
  const called = new Set(items.flatMap(({ calls }) => calls));
  return galley.notes.filter((note) => {
    if (!called.has(note.id)) return false;
    for (const id of note.items.flatMap(({ calls }) => calls)) called.add(id);
    return true;
  });
};

const opened = (at: Break, side: 'recto' | 'verso'): Break => ({
  ...at,
  forced: side,
  after: 0,
  repeats: [],
});

/**
 * The pages around one, of its run alone, from the head of a page. What the pages before leave over, the rest of a note, is not in it.
 *
 * @param page Index of the page.
 */
export const passageAround = (galley: Galley, makeup: Makeup, page: number): Passage | undefined => {
  const run = makeup.pages[page]?.run;
  const near = makeup.pages
    .slice(Math.max(0, page - pagesBefore), page + pagesAfter + 1)
    .filter((each) => each.run === run && !each.blank);
  const [first, last, whole] = [near[0], near.at(-1), galley.runs[run ?? -1]];
  if (first === undefined || last === undefined || whole === undefined) return undefined;
  const items = whole.items.slice(first.from, last.to);
  const breaks = whole.breaks.slice(first.from, last.to).map((at, index): Break => {
    const { padAt, ...rest } = index === 0 ? opened(at, first.side) : at;
    return padAt === undefined ? rest : { ...rest, padAt: padAt - first.from };
  });
  const passage: Run = { ...whole, items, breaks };
  return { galley: { ...galley, runs: [passage], notes: notesOf(galley, items) }, from: first.from };
};
