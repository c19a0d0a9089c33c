/** All rules that need one page alone. */
import type { Fault } from './fault.ts';
import type { JudgedPage } from './judged-page.ts';
import { demandsOf, type Demands, type Purpose } from './purposes.ts';
import { judgeBleed } from './rules/bleed.ts';
import { judgeColours, judgeGroups } from './rules/colours.ts';
import { judgeInk } from './rules/ink-limit.ts';
import { judgePaths } from './rules/line-weight.ts';
import { judgePageAccess } from './rules/page-access.ts';
import { judgeBoxes } from './rules/page-boxes.ts';
import { judgePageFonts } from './rules/page-fonts.ts';
import { judgePageState } from './rules/page-state.ts';
import { judgePictures } from './rules/pictures.ts';
import { judgeText } from './rules/text-weight.ts';

/** A rule, or a few that belong together: what is wrong with a page. Pure. */
type PageRule = (page: JudgedPage, demands: Demands) => readonly Fault[];

const rules: readonly PageRule[] = [
  judgePageState,
  judgeBoxes,
  judgeBleed,
  judgePageFonts,
  judgeText,
  judgePaths,
  judgeColours,
  judgeGroups,
  judgePictures,
  judgeInk,
  judgePageAccess,
];

/** A page of a map has a hundred thousand lines; of faults that are told as one, so many places are kept. */
const mostPlaces = 20;

/** What tells a fault apart from those it is told with. */
export const kindOfFault = ({ rule, severity, about }: Fault): string =>
  `${rule} ${severity ?? ''} ${about ?? ''}`;

/** Judges one page by all of them. */
export const judgeMarks = (page: JudgedPage, purpose: Purpose): readonly Fault[] => {
  const counts = new Map<string, number>();
  const demands = demandsOf[purpose];
  return rules
    .flatMap((rule) => rule(page, demands))
    .filter((fault) => {
      const kind = kindOfFault(fault);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= mostPlaces;
    });
};
