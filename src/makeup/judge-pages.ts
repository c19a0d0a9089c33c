/** Judges finished pages: what makeup could not do as the rules ask, and how good the whole is. */
import { gridPitch, type NoteId } from '../protocol/galley.ts';
import type { MakeupFinding, MakeupQuality, PageMakeup } from '../protocol/makeup.ts';
import type { BuiltPage } from './build-pages.ts';
import { isHole } from './cost.ts';
import type { Matter } from './matter.ts';
import { runAt } from './matter.ts';
import { isInsideNote } from './note-sequence.ts';
import { shortSides } from './search-breaks.ts';

type Step = NonNullable<BuiltPage['step']>;

const pixels = (length: number): number => Math.round(length * 100) / 100;

/** The calls on a page: those of its text, then those of the notes set on it. */
const callsOn = (matter: Matter, { page, step }: BuiltPage): readonly NoteId[] => {
  if (step === undefined) return [];
  const text = runAt(matter, step.from.text, step.from.notes)?.run.items.slice(page.from, page.to) ?? [];
  const notes = page.notes.flatMap(({ note, from, to }) => {
    const index = matter.notes.indexOf.get(note);
    return index === undefined ? [] : (matter.notes.notes[index]?.items.slice(from, to) ?? []);
  });
  return [...text, ...notes].flatMap(({ calls }) => calls);
};

/** Notes that begin on a later page than their first call. */
const lateNotes = (matter: Matter, pages: readonly BuiltPage[]): readonly MakeupFinding[] => {
  const findings: MakeupFinding[] = [];
  const calledOn = new Map<NoteId, PageMakeup>();
  for (const built of pages) {
    for (const id of callsOn(matter, built)) if (!calledOn.has(id)) calledOn.set(id, built.page);
    for (const { note, from, repeated } of built.page.notes) {
      const called = calledOn.get(note);
      if (from > 0 || repeated || called === undefined || called === built.page) continue;
      const place = matter.notes.notes[matter.notes.indexOf.get(note) ?? 0]?.place ?? '';
      const detail = { note, called: called.number, set: built.page.number };
      findings.push({ rule: 'makeup/note-late', page: built.page.index, place, detail });
    }
  }
  return findings;
};

const splitFindings = (matter: Matter, { page, step }: BuiltPage): readonly MakeupFinding[] => {
  if (step === undefined) return [];
  const at = step.to.notes;
  if (!isInsideNote(matter.notes, at) || shortSides(matter, step.from.notes, at) === 0) return [];
  const index = matter.notes.noteOf[at] ?? 0;
  const note = matter.notes.notes[index];
  const start = matter.notes.start[index] ?? 0;
  if (note === undefined) return [];
  return [
    {
      rule: 'makeup/note-split-short',
      page: page.index,
      place: note.place,
      detail: {
        note: note.id,
        here: at - Math.max(start, step.from.notes),
        rest: start + note.items.length - at,
      },
    },
  ];
};

const overflowFindings = (matter: Matter, { page, step }: BuiltPage): readonly MakeupFinding[] => {
  const option = step?.to.page;
  if (step === undefined || option === undefined || !option.overflows) return [];
  const text = page.to > page.from;
  const height = text ? option.textHeight : option.noteHeight;
  const detail = {
    height: pixels(height),
    room: pixels(step.to.room),
    by: pixels(height - step.to.room),
  };
  if (text) {
    const item = runAt(matter, step.from.text, step.from.notes)?.run.items[page.from];
    return [{ rule: 'makeup/item-overflows', page: page.index, place: item?.place ?? '', detail }];
  }
  const note = matter.notes.notes[matter.notes.noteOf[step.from.notes] ?? 0];
  return [
    {
      rule: 'makeup/note-overflows',
      page: page.index,
      place: note?.place ?? '',
      detail: { note: note?.id ?? '', ...detail },
    },
  ];
};

/** Notes of a repeated table head that a page has no room for: marked `repeated`, since they do stand where first called. */
const droppedRepeats = (matter: Matter, { page, step }: BuiltPage): readonly MakeupFinding[] => {
  const option = step?.to.page;
  if (step === undefined || option === undefined || page.from === 0 || page.to === page.from) return [];
  const run = runAt(matter, step.from.text, step.from.notes);
  return [...new Set(run?.run.breaks[page.from]?.repeats ?? [])].flatMap((label) => {
    const index = matter.notes.indexOf.get(label);
    const note = index === undefined ? undefined : matter.notes.notes[index];
    const set = index !== undefined && (matter.notes.start[index + 1] ?? 0) <= step.from.notes;
    if (note === undefined || !set || page.notes.some((slice) => slice.repeated && slice.note === label))
      return [];
    const height = (matter.notes.stacked[index + 1] ?? 0) - (matter.notes.stacked[index] ?? 0);
    return [
      {
        rule: 'makeup/note-overflows' as const,
        page: page.index,
        place: note.place,
        detail: { note: note.id, height: pixels(height), room: pixels(step.to.room), repeated: 1 },
      },
    ];
  });
};

/** Everything that could not be done as the rules ask, page by page. */
export const findFaults = (matter: Matter, pages: readonly BuiltPage[]): readonly MakeupFinding[] =>
  [
    ...pages.flatMap((page) => [
      ...overflowFindings(matter, page),
      ...droppedRepeats(matter, page),
      ...splitFindings(matter, page),
    ]),
    ...lateNotes(matter, pages),
  ].sort((a, b) => a.page - b.page);

/** The pages whose text goes on, on the next page: those that slack is counted on. */
const isOpen = (matter: Matter, { step }: BuiltPage): boolean =>
  step !== undefined && step.to.text > step.from.text && matter.text.bounds[step.to.text] !== 1;

const lineOf = (matter: Matter, step: Step): number =>
  runAt(matter, step.from.text, step.from.notes)?.line ?? 1;

/** Half a pixel: a quarter of a millimetre is nothing on paper, and Chromium lays out in whole pixels here and there. */
const gridTolerance = 0.5;

/** Lines of a page that are not at a whole multiple of the line's height from its head. */
const offGridOn = (matter: Matter, { page, step }: BuiltPage): number => {
  const run = step === undefined ? undefined : runAt(matter, step.from.text, step.from.notes);
  const first = run?.run.items[page.from];
  if (run === undefined || first === undefined) return 0;
  const pitch = gridPitch(run.run.line);
  const opened = page.from === 0 ? 0 : (run.run.breaks[page.from]?.after ?? 0);
  return run.run.items.slice(page.from, page.to).filter(({ grid }) => {
    if (grid === undefined) return false;
    const rest = (((grid - first.top + opened) % pitch) + pitch) % pitch;
    return Math.min(rest, pitch - rest) > gridTolerance;
  }).length;
};

/** Counts for the report. Widows and orphans are counted in the text: page ends that leave too few lines. */
export const judgePages = (
  matter: Matter,
  pages: readonly BuiltPage[],
  findings: readonly MakeupFinding[],
): MakeupQuality => {
  const split = new Set<string>();
  const slacks: number[] = [];
  let [widows, orphans] = [0, 0];
  for (const built of pages) {
    for (const slice of built.page.notes) if (slice.continues) split.add(slice.note);
    if (built.step === undefined || !isOpen(matter, built)) continue;
    slacks.push(built.page.slack / lineOf(matter, built.step));
    const at = runAt(matter, built.step.from.text, built.step.from.notes)?.run.breaks[built.page.to];
    if ((at?.widows ?? 0) > 0) widows += 1;
    if ((at?.orphans ?? 0) > 0) orphans += 1;
  }
  const total = slacks.reduce((sum, slack) => sum + slack, 0);
  return {
    holes: slacks.filter(isHole).length,
    widows,
    orphans,
    lateNotes: findings.filter(({ rule }) => rule === 'makeup/note-late').length,
    splitNotes: split.size,
    offGrid: pages.reduce((sum, page) => sum + offGridOn(matter, page), 0),
    meanSlack: slacks.length === 0 ? 0 : pixels(total / slacks.length),
  };
};
