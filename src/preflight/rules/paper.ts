/** The paper a file is printed on: what a build asked for, and what the binding needs. */
import { mmToPt } from '../../protocol/length.ts';
import type { SheetSetup } from '../../prepress/page-boxes.ts';
import type { Fault } from '../fault.ts';
import { inMillimetres } from '../inside-paper.ts';
import type { JudgedFile } from '../judged-file.ts';
import type { Demands } from '../purposes.ts';

/** A hundredth of a millimetre, in points. */
const exact = mmToPt(0.01);

/** Pages of a sheet that is folded once. */
const pagesOfSheet = 4;

const trimSizes = ({ boxes }: JudgedFile, { trim }: SheetSetup): readonly Fault[] =>
  boxes.flatMap(({ paper }, index) => {
    const [width, height] = [paper.right - paper.left, paper.top - paper.bottom];
    if (Math.abs(width - mmToPt(trim.width)) <= exact && Math.abs(height - mmToPt(trim.height)) <= exact)
      return [];
    return [
      {
        rule: 'preflight/trim-size' as const,
        message: `Unexpected page trimmed to ${inMillimetres(width)} × ${inMillimetres(height)} mm, expected ${trim.width} × ${trim.height} mm`,
        hint: 'this is a fault of the program: please report it with the manuscript',
        at: { page: index },
      },
    ];
  });

/** Judges sizes against those a build asked for, and the number of pages against the binding. */
export const judgePaper = (
  judged: JudgedFile,
  { press }: Demands,
  expected: (SheetSetup & { readonly binding?: 'stitched' }) | undefined,
): readonly Fault[] => {
  const sizes = expected !== undefined && press ? trimSizes(judged, expected) : [];
  const count = judged.pages.length;
  const missing = (pagesOfSheet - (count % pagesOfSheet)) % pagesOfSheet;
  if (!press || missing === 0 || count < pagesOfSheet) return sizes;
  return [
    ...sizes,
    {
      rule: 'preflight/binding-count',
      severity: expected?.binding === 'stitched' ? 'warning' : undefined,
      message: `Unexpected ${count} pages, expected a multiple of ${pagesOfSheet} where the sheets are folded and stitched`,
      hint: `${missing} empty ${missing === 1 ? 'page is' : 'pages are'} added before the last page or after it: tell the print shop where`,
    },
  ];
};
