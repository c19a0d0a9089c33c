/** What holds of every makeup, whatever the galley. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Galley, NoteId } from '../../src/protocol/galley.ts';
import { heightOf } from '../../src/protocol/galley.ts';
import type { Makeup, PageMakeup, RoomOf } from '../../src/protocol/makeup.ts';
import { drawMakeup } from './drawing.ts';
import { galleys, rooms } from './random-galley.ts';

interface Made {
  readonly galley: Galley;
  readonly roomOf: RoomOf;
  readonly makeup: Makeup;
}

const made: fc.Arbitrary<Made> = fc
  .tuple(galleys({ runs: 3, blocks: 8, lines: 7, notes: 9, noteLines: 9 }), rooms)
  .map(([galley, { recto, verso, first }]) => {
    const roomOf: RoomOf = (page) => ({ height: page.first ? first : page.side === 'recto' ? recto : verso });
    return { galley, roomOf, makeup: makeUp(galley, roomOf) };
  });

/** Made up once, looked at by every test. */
const many = fc.sample(made, { seed: 1454, numRuns: 400 });

/** Checks a property of many makeups; a failure draws the pages. */
const holds = (check: (made: Made) => void, count = many.length): void => {
  for (const one of many.slice(0, count)) {
    try {
      check(one);
    } catch (error) {
      throw new Error(`made:\n${drawMakeup(one.galley, one.makeup)}\n`, { cause: error });
    }
  }
};

const overflowing = (makeup: Makeup): ReadonlySet<number> =>
  new Set(
    makeup.findings
      .filter(({ rule }) => rule === 'makeup/item-overflows' || rule === 'makeup/note-overflows')
      .map(({ page }) => page),
  );

const noteOf = (galley: Galley, id: NoteId): Galley['notes'][number] => {
  const note = galley.notes.find((each) => each.id === id);
  if (note === undefined) throw new Error(`no note ${id}`);
  return note;
};

/** The note area's height, summed slice by slice. */
const areaOf = (galley: Galley, page: PageMakeup): number => {
  const { head, continuedHead, foot } = galley.noteArea;
  const first = page.notes[0];
  if (first === undefined) return 0;
  const slices = page.notes.map((slice, index) => {
    const note = noteOf(galley, slice.note);
    return (index === 0 ? 0 : note.gap) + heightOf(note, slice.from, slice.to);
  });
  return (first.continued ? continuedHead : head) + foot + slices.reduce((sum, height) => sum + height, 0);
};

describe('text', () => {
  test('every item stands on one page, in order, run by run', () => {
    holds(({ galley, makeup }) => {
      const pieces = makeup.pages.flatMap(({ run, from, to }) =>
        Array.from({ length: to - from }, (_, index) => `${run}.${from + index}`),
      );
      expect(pieces).toEqual(
        galley.runs.flatMap(({ items }, run) => items.map((_, index) => `${run}.${index}`)),
      );
    });
  });

  test('no page overflows unless a finding says so', () => {
    holds(({ galley, makeup, roomOf }) => {
      const allowed = overflowing(makeup);
      for (const page of makeup.pages) {
        const run = galley.runs[page.run];
        if (run === undefined || page.blank) continue;
        const { height } = roomOf({ name: page.name, side: page.side, first: page.first });
        const used = heightOf(run, page.from, page.to) + page.noteHeight;
        expect(page.noteHeight).toBeCloseTo(areaOf(galley, page), 3);
        expect(page.slack).toBeCloseTo(Math.max(0, height - used), 3);
        expect(used <= height + 0.001 || allowed.has(page.index)).toBe(true);
      }
    });
  });

  test('what is taller than its page stands alone', () => {
    holds(({ makeup }) => {
      const tall = makeup.findings.filter(({ rule }) => rule === 'makeup/item-overflows');
      const pages = tall.flatMap(({ page }) => makeup.pages[page] ?? []);
      expect(pages.map(({ from, to }) => to - from)).toEqual(tall.map(() => 1));
    });
  });

  test('forced breaks end pages, on the side they ask for', () => {
    holds(({ galley, makeup }) => {
      for (const page of makeup.pages) {
        const breaks = galley.runs[page.run]?.breaks ?? [];
        const inside = breaks.slice(page.from + 1, page.to);
        expect(inside.filter(({ forced }) => forced !== undefined)).toEqual([]);
        const forced = page.to > page.from ? breaks[page.from]?.forced : undefined;
        const other = page.side === 'recto' ? ['verso', 'left'] : ['recto', 'right'];
        expect(other).not.toContain(forced);
      }
    });
  });
});

describe('pages', () => {
  test('sides alternate from recto, and indexes and names follow', () => {
    holds(({ galley, makeup }) => {
      for (const [index, page] of makeup.pages.entries()) {
        expect(page.index).toBe(index);
        expect(page.side).toBe(index % 2 === 0 ? 'recto' : 'verso');
        expect(page.first).toBe(index === 0);
        expect(page.number).toBe(index + 1);
        expect(page.name).toBe(galley.runs[page.run]?.page);
      }
    });
  });

  test('pages are blank only before a break that asks for the other side', () => {
    holds(({ galley, makeup }) => {
      for (const [index, page] of makeup.pages.entries()) {
        if (!page.blank) continue;
        const next = makeup.pages[index + 1];
        expect(page.notes).toEqual([]);
        expect(next?.blank).toBe(false);
        expect(next?.run).toBe(page.run);
        const forced = galley.runs[page.run]?.breaks[page.from]?.forced;
        expect(next?.side === 'recto' ? ['recto', 'right'] : ['verso', 'left']).toContain(forced);
      }
    });
  });

  test('every page makes progress, and a page without text continues or begins a note', () => {
    holds(({ makeup }) => {
      for (const page of makeup.pages) {
        if (page.blank) continue;
        const set = page.notes.filter(({ repeated }) => !repeated);
        expect(page.to - page.from + set.length).toBeGreaterThan(0);
      }
    });
  });
});

describe('notes', () => {
  test('every line of every note is set once, in order', () => {
    holds(({ galley, makeup }) => {
      const lines = makeup.pages.flatMap(({ notes }) =>
        notes.flatMap(({ note, from, to, repeated }) =>
          repeated ? [] : Array.from({ length: to - from }, (_, index) => `${note}.${from + index}`),
        ),
      );
      expect(lines).toEqual(
        galley.notes.flatMap(({ id, items }) => items.map((_, index) => `${id}.${index}`)),
      );
    });
  });

  test('a cut note is the last of its page, but for repeats, and opens the next', () => {
    holds(({ galley, makeup }) => {
      const pages = makeup.pages.filter(({ blank }) => !blank);
      for (const [index, page] of pages.entries()) {
        const own = page.notes.filter(({ repeated }) => !repeated);
        for (const [order, slice] of own.entries()) {
          expect(slice.continued).toBe(slice.from > 0);
          expect(slice.continues).toBe(slice.to < noteOf(galley, slice.note).items.length);
          expect(slice.continued && page.notes[0] !== slice).toBe(false);
          if (!slice.continues) continue;
          expect(order).toBe(own.length - 1);
          expect(pages[index + 1]?.notes[0]).toMatchObject({ note: slice.note, from: slice.to });
          expect(pages[index + 1]?.run).toBe(page.run);
        }
      }
    });
  });

  test('the footnote invariant holds, or a finding says which note is late', () => {
    holds(({ galley, makeup }) => {
      const late = new Set(
        makeup.findings.filter(({ rule }) => rule === 'makeup/note-late').map(({ detail }) => detail['note']),
      );
      const calledOn = new Map<NoteId, number>();
      const begunOn = new Map<NoteId, number>();
      for (const page of makeup.pages) {
        const items = page.blank ? [] : (galley.runs[page.run]?.items.slice(page.from, page.to) ?? []);
        const noteItems = page.notes.flatMap(({ note, from, to, repeated }) =>
          repeated ? [] : noteOf(galley, note).items.slice(from, to),
        );
        for (const id of [...items, ...noteItems].flatMap(({ calls }) => calls)) {
          if (!calledOn.has(id)) calledOn.set(id, page.index);
        }
        for (const { note, from, repeated } of page.notes) {
          if (from === 0 && !repeated) begunOn.set(note, page.index);
        }
      }
      for (const { id } of galley.notes) {
        expect(begunOn.get(id)).toBeGreaterThanOrEqual(calledOn.get(id) ?? Infinity);
        expect(late.has(id), `note ${id}`).toBe(begunOn.get(id) !== calledOn.get(id));
      }
      expect(makeup.quality.lateNotes).toBe(late.size);
    });
  });

  test('notes are repeated only under a table head that repeats them, and only once set', () => {
    holds(({ galley, makeup }) => {
      const set = new Set<NoteId>();
      for (const page of makeup.pages) {
        const asked = galley.runs[page.run]?.breaks[page.from]?.repeats ?? [];
        const repeated = page.notes.filter((slice) => slice.repeated);
        for (const slice of repeated) {
          expect(asked).toContain(slice.note);
          expect(set).toContain(slice.note);
          expect([slice.from, slice.to]).toEqual([0, noteOf(galley, slice.note).items.length]);
        }
        const here = new Set(page.notes.map(({ note }) => note));
        const opens = page.from === 0 || page.to === page.from || overflowing(makeup).has(page.index);
        const missing = opens ? [] : asked.filter((id) => set.has(id) && !here.has(id));
        expect(missing).toEqual([]);
        for (const slice of page.notes) if (!slice.continues) set.add(slice.note);
      }
    });
  });

  test('the note area keeps its greatest height, but for a single line', () => {
    holds(({ galley, makeup }) => {
      for (const page of makeup.pages) {
        const lines = page.notes.reduce((sum, { from, to, repeated }) => sum + (repeated ? 0 : to - from), 0);
        const limited = page.to > page.from && lines > 1;
        expect(limited && page.noteHeight > galley.noteArea.max + 0.001).toBe(false);
      }
    });
  });
});

/** Long documents, by index, in which the bounded search misses the cheapest makeup. This list only shrinks. */
const knownGaps: readonly number[] = [];

describe('the whole', () => {
  test('the same galley is made up the same way', () => {
    holds(({ galley, roomOf, makeup }) => {
      expect(makeUp(galley, roomOf)).toEqual(makeup);
    }, 60);
  });

  test('a narrower search never costs less', () => {
    holds(({ galley, roomOf, makeup }) => {
      const narrow = makeUp(galley, roomOf, { breadth: 1, states: 1, alternatives: 1 });
      expect(makeup.cost).toBeLessThanOrEqual(narrow.cost + 0.001);
    }, 60);
  });

  test('a far wider search finds nothing cheaper, in documents too long for brute force', () => {
    const long = fc.sample(
      fc.tuple(
        galleys({ runs: 2, blocks: 30, lines: 8, notes: 24, noteLines: 9 }),
        rooms,
        fc.integer({ min: 60, max: 220 }),
      ),
      { seed: 1501, numRuns: 40 },
    );
    const gaps = long.flatMap(([galley, { recto, verso }, more], index) => {
      const roomOf: RoomOf = ({ side }) => ({ height: (side === 'recto' ? recto : verso) + more });
      const usual = makeUp(galley, roomOf).cost;
      const wide = makeUp(galley, roomOf, { breadth: 60, states: 500, alternatives: 500 }).cost;
      return usual > wide + 0.001 ? [index] : [];
    });
    expect(gaps).toEqual(knownGaps);
  });

  test('counts are those of the pages', () => {
    holds(({ makeup }) => {
      const split = new Set(
        makeup.pages.flatMap(({ notes }) =>
          notes.filter(({ continues }) => continues).map(({ note }) => note),
        ),
      );
      expect(makeup.quality.splitNotes).toBe(split.size);
      expect(makeup.cost).toBeGreaterThanOrEqual(0);
      expect(makeup.findings.map(({ page }) => page)).toEqual(
        makeup.findings.map(({ page }) => page).toSorted((a, b) => a - b),
      );
    });
  });
});
