/** Gathers faults into diagnostics: those alike are told once, with the first page and how many there are. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Spot } from '../diagnostics/diagnostic.ts';
import type { Place } from '../protocol/place.ts';
import type { Fault } from './fault.ts';
import { insidePaper } from './inside-paper.ts';
import { kindOfFault } from './judge-marks.ts';
import type { PageBoxes } from './judged-page.ts';

/** Of one fault so many places are told. */
const mostSpots = 100;

/** What the file is known to be. */
export interface Surroundings {
  readonly boxes: readonly PageBoxes[];
  /** The printed number of a page, counted from 0. */
  readonly folio: (page: number) => string;
  /** Where in the manuscript a place on a page was written, `y` in points of the page; undefined where nobody knows. */
  readonly placeAt: (page: number, y: number) => Place | undefined;
}

const spotOf = ({ at }: Fault, boxes: readonly PageBoxes[]): Spot | undefined => {
  if (at === undefined) return undefined;
  const paper = boxes[at.page]?.paper;
  const page = at.page + 1;
  return at.box === undefined || paper === undefined ? { page } : { page, ...insidePaper(at.box, paper) };
};

/** ` (and on 3 more pages)`; empty where it is on one page. */
const elsewhere = (faults: readonly Fault[]): string => {
  const pages = faults.flatMap(({ at }) => (at === undefined ? [] : [at.page]));
  const more = new Set(pages).size - 1;
  return more < 1 ? '' : ` (and on ${more} more ${more === 1 ? 'page' : 'pages'})`;
};

const tell = (faults: readonly Fault[], first: Fault, around: Surroundings): Diagnostic => {
  const { at } = first;
  const spots = faults.slice(0, mostSpots).flatMap((fault) => spotOf(fault, around.boxes) ?? []);
  const written =
    at?.box === undefined ? undefined : around.placeAt(at.page, (at.box.top + at.box.bottom) / 2);
  return diagnose(first.rule, `${first.message}${elsewhere(faults)}`, {
    severity: first.severity,
    hint: first.hint,
    place: written,
    folio: at === undefined ? undefined : around.folio(at.page),
    spots: spots.length === 0 ? undefined : spots,
  });
};

/** The diagnostics of faults, in the order of the first of each. */
export const gatherFaults = (faults: readonly Fault[], around: Surroundings): readonly Diagnostic[] => {
  const alike = new Map<string, Fault[]>();
  for (const fault of faults) {
    const kind = kindOfFault(fault);
    const known = alike.get(kind);
    if (known === undefined) alike.set(kind, [fault]);
    else known.push(fault);
  }
  return [...alike.values()].flatMap((group) => {
    const first = group.find(({ at }) => at !== undefined) ?? group[0];
    return first === undefined ? [] : [tell(group, first, around)];
  });
};
