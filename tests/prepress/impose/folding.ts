/**
 * Paper, printed on both sides and folded, as data. It knows nothing of which page belongs where: a printer turns a sheet over an edge, hands
 * fold a pile of paper at a line, a reader looks at one face after the other.
 */
import type { Imposition, Placement, SheetSide } from '../../../src/prepress/impose/imposition.ts';

/** A page where it came to stand on paper, as seen from above. */
export interface Print {
  readonly page: number;
  /** The middle of what shows, from the left of the pile; millimetres. */
  readonly x: number;
  readonly isUpright: boolean;
}

/** A piece of paper between two edges. */
export interface Leaf {
  readonly from: number;
  readonly to: number;
  /** What is seen from above and, the paper taken out and turned over its upright middle, from below. */
  readonly top: readonly Print[];
  readonly bottom: readonly Print[];
}

/** Leaves from the top to the bottom. */
export type Pile = readonly Leaf[];

const middle = ({ window }: Placement): number => (window.left + window.right) / 2;

const printsOf = (side: SheetSide, turned: boolean, width: number): readonly Print[] =>
  side.placements.map((placement) => ({
    page: placement.page,
    x: turned ? width - middle(placement) : middle(placement),
    isUpright: !turned,
  }));

/**
 * A printer prints the front, turns the sheet over an edge, and prints the back as it lies then. Goes out: the sheet with its front on top; the
 * back as it is seen when the sheet is turned over its upright middle.
 */
const printed = (plan: Imposition, front: SheetSide, back: SheetSide | undefined): Leaf => {
  const { width, height } = plan;
  const isUprightEdge = (plan.duplex === 'DuplexFlipShortEdge') === width > height;
  const below = back === undefined ? [] : printsOf(back, plan.backsTurned, width);
  // Turned over the head instead, the sheet comes to lie the other way round by half a turn.
  const seen = isUprightEdge
    ? below
    : below.map((print) => ({ ...print, x: width - print.x, isUpright: !print.isUpright }));
  return { from: 0, to: width, top: printsOf(front, false, width), bottom: seen };
};

/** All sheets of a plan, each with its front on top. */
export const sheetsOf = (plan: Imposition): readonly Leaf[] =>
  plan.sides.flatMap((side, index) => (index % 2 === 0 ? [printed(plan, side, plan.sides[index + 1])] : []));

/** A leaf turned over a line that runs from foot to head. */
export const turnedOver = (leaf: Leaf, line = (leaf.from + leaf.to) / 2): Leaf => {
  const shift = 2 * line - (leaf.from + leaf.to);
  const moved = (prints: readonly Print[]): readonly Print[] =>
    prints.map((print) => ({ ...print, x: print.x + shift }));
  return {
    from: 2 * line - leaf.to,
    to: 2 * line - leaf.from,
    top: moved(leaf.bottom),
    bottom: moved(leaf.top),
  };
};

/** The part of a leaf between two lines. */
const part = (leaf: Leaf, from: number, to: number): readonly Leaf[] => {
  const [left, right] = [Math.max(from, leaf.from), Math.min(to, leaf.to)];
  if (right - left < 0.001) return [];
  const below = (print: Print): number => leaf.from + leaf.to - print.x;
  // What is below is seen mirrored: its places are counted in the part that is cut off.
  const bottom = leaf.bottom.filter((print) => below(print) > left && below(print) < right);
  return [
    {
      from: left,
      to: right,
      top: leaf.top.filter(({ x }) => x > left && x < right),
      bottom: bottom.map((print) => ({ ...print, x: left + right - below(print) })),
    },
  ];
};

/** What lies left of a line is folded over onto what lies right of it. */
export const foldLeftOver = (pile: Pile, line: number): Pile => [
  ...pile.flatMap((leaf) => part(leaf, -Infinity, line).map((left) => turnedOver(left, line))).toReversed(),
  ...pile.flatMap((leaf) => part(leaf, line, Infinity)),
];

/** What lies right of a line is folded over onto what lies left of it. */
export const foldRightOver = (pile: Pile, line: number): Pile => [
  ...pile.flatMap((leaf) => part(leaf, line, Infinity).map((right) => turnedOver(right, line))).toReversed(),
  ...pile.flatMap((leaf) => part(leaf, -Infinity, line)),
];

/** The pages of a pile as they are leafed through: of each leaf the upper, then the lower face. */
export const leafedThrough = (pile: Pile): readonly (Print | undefined)[] =>
  pile.flatMap(({ top, bottom }) => {
    if (top.length > 1 || bottom.length > 1) throw new Error('a leaf shows two pages at once');
    return [top[0], bottom[0]];
  });
