/** What is printed to the edge of the paper must be printed beyond it; what matters stands away from it. */
import { mmToPt } from '../../protocol/length.ts';
import type { Fault } from '../fault.ts';
import { grownBox, inMillimetres } from '../inside-paper.ts';
import type { JudgedPage } from '../judged-page.ts';
import { inkOfMark } from '../mark-inks.ts';
import { isEmptyBox, intersection } from '../graphics-state.ts';
import type { Mark } from '../marks.ts';
import { isPaper } from '../inks.ts';
import { leastBleed, leastMargin, type Demands } from '../purposes.ts';

/** A browser paints on whole pixels, a quarter of a millimetre; what ends so near to an edge was meant to reach it. */
const tolerance = mmToPt(0.3);

/** So many marks that bleed are compared with those that end before. */
const mostBleeding = 200;

const sides = ['left', 'right', 'bottom', 'top'] as const;

type Side = (typeof sides)[number];

/** How far a mark reaches beyond an edge of a box; negative where it ends before. */
const beyond = (mark: Mark, paper: JudgedPage['boxes']['paper'], side: Side): number =>
  side === 'left' || side === 'bottom' ? paper[side] - mark.box[side] : mark.box[side] - paper[side];

/** Marks that show on the paper, text aside. */
const art = (page: JudgedPage): readonly Mark[] =>
  page.marks.filter((mark) => {
    if (mark.kind === 'text') return false;
    if (isEmptyBox(intersection(mark.box, grownBox(page.boxes.paper, -tolerance)))) return false;
    const inks = inkOfMark(mark);
    return inks === undefined || !isPaper(inks);
  });

const sideNames: Readonly<Record<Side, string>> = {
  left: 'left',
  right: 'right',
  bottom: 'lower',
  top: 'upper',
};

/** Art that reaches an edge and ends before the bleed does. */
const shortBleeds = (page: JudgedPage): readonly Fault[] => {
  const { paper } = page.boxes;
  const marks = art(page);
  return sides.flatMap((side) => {
    const reaching = marks.filter((mark) => beyond(mark, paper, side) >= -tolerance);
    // Where something paints over all of the bleed, what ends before it ends under it.
    const isFull = (mark: Mark): boolean => beyond(mark, paper, side) >= mmToPt(leastBleed) - tolerance;
    const full = reaching.filter(isFull).slice(0, mostBleeding);
    const short = reaching.find((mark) => !isFull(mark) && !full.some((other) => covers(other, mark, side)));
    if (short === undefined) return [];
    const far = Math.max(0, inMillimetres(beyond(short, paper, side)));
    return [
      {
        rule: 'preflight/bleed-short' as const,
        message: `Unexpected colour or picture that reaches the ${sideNames[side]} edge and ends ${far} mm beyond it, expected ${leastBleed} mm beyond it`,
        hint: `let it run ${leastBleed} mm over the edge (set \`bleed: ${leastBleed}mm\` in the template’s \`@page\` rule), or keep it away from the edge: paper is never cut to the hair`,
        at: { page: page.index, box: short.box },
        about: side,
      },
    ];
  });
};

/** True where a mark along an edge spans all of another. */
const covers = (full: Mark, short: Mark, side: Side): boolean =>
  side === 'left' || side === 'right'
    ? full.box.bottom <= short.box.bottom + tolerance && full.box.top >= short.box.top - tolerance
    : full.box.left <= short.box.left + tolerance && full.box.right >= short.box.right - tolerance;

/** The bleed box must leave the room that the bleed takes. */
const narrowBleed = ({ index, boxes }: JudgedPage): readonly Fault[] => {
  const { paper, bleed, media } = boxes;
  const outer = bleed ?? media;
  const least = Math.min(
    paper.left - outer.left,
    paper.bottom - outer.bottom,
    outer.right - paper.right,
    outer.top - paper.top,
  );
  if (least >= mmToPt(leastBleed) - 0.03) return [];
  return [
    {
      rule: 'preflight/bleed-missing',
      message: `Unexpected ${Math.max(0, inMillimetres(least))} mm around the trim of a page that is printed to its edge, expected ${leastBleed} mm`,
      hint: `export the file with ${leastBleed} mm of bleed on all sides; on a build, write \`bleed: ${leastBleed}mm\` in the template’s \`@page\` rule`,
      at: { page: index },
    },
  ];
};

const nearEdge = (page: JudgedPage): readonly Fault[] => {
  const live = grownBox(page.boxes.paper, -mmToPt(leastMargin));
  const near = page.marks.find(
    (mark) =>
      mark.kind === 'text' &&
      !isEmptyBox(intersection(mark.box, page.boxes.paper)) &&
      (mark.box.left < live.left ||
        mark.box.right > live.right ||
        mark.box.bottom < live.bottom ||
        mark.box.top > live.top),
  );
  if (near === undefined) return [];
  return [
    {
      rule: 'preflight/text-near-edge',
      message: `Unexpected text less than ${leastMargin} mm from the edge of the paper, expected it further inside`,
      hint: 'the cut may go through it: move it inwards, or make the margin wider',
      at: { page: page.index, box: near.box },
    },
  ];
};

/** Judges what stands at the edges of a page. */
export const judgeBleed = (page: JudgedPage, { press }: Demands): readonly Fault[] => {
  const near = nearEdge(page);
  if (!press) return near;
  const reaches = art(page).some((mark) =>
    sides.some((side) => beyond(mark, page.boxes.paper, side) >= -tolerance),
  );
  if (!reaches) return near;
  const narrow = narrowBleed(page);
  // Where there is no room, nothing can reach beyond it, and that is told once.
  return [...(narrow.length > 0 ? narrow : shortBleeds(page)), ...near];
};
