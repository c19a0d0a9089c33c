/** What is said of a page as a whole: whether it is empty, whether all of it could be judged, what of it is unusual. */
import type { Fault } from '../fault.ts';
import { intersection, isEmptyBox } from '../graphics-state.ts';
import { isPaper } from '../inks.ts';
import type { JudgedPage } from '../judged-page.ts';
import { inkOfMark } from '../mark-inks.ts';
import { isTransparent } from '../paint-state.ts';
import type { Demands } from '../purposes.ts';

/** True where nothing on the trimmed page is printed (GWG 2022 R0005). */
export const isEmptyPage = (page: JudgedPage): boolean =>
  page.marks.every((mark) => {
    const inks = inkOfMark(mark);
    return (inks !== undefined && isPaper(inks)) || isEmptyBox(intersection(mark.box, page.boxes.paper));
  });

/** Judges the page as a whole. */
export const judgePageState = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  const at = { page: page.index };
  const faults: Fault[] = [];
  if (!page.whole)
    faults.push({
      rule: 'preflight/page-unreadable',
      message: 'Unexpected content of a page that cannot be read to its end, expected content that can',
      hint: 'save the file again with the program that made it; what could not be read is not judged',
      at,
    });
  if (demands.press && page.whole && isEmptyPage(page))
    faults.push({
      rule: 'preflight/page-empty',
      message: 'Unexpected empty page, expected something printed on it',
      hint: 'where it is meant to be empty, tell the print shop so; else take it out',
      at,
    });
  if (demands.press && page.transfers)
    faults.push({
      rule: 'preflight/transfer-function',
      message: 'Unexpected transfer function or halftone, expected none',
      hint: 'they belong to a press and not to a file: export without them',
      at,
    });
  if (page.optional)
    faults.push({
      rule: 'preflight/layers',
      message:
        'Unexpected layer that can be switched off (optional content), expected everything to be printed',
      hint: 'merge the layers before the file is made: what is printed would depend on who opens it',
      at,
    });
  const veiled = demands.press ? page.marks.find((mark) => isTransparent(mark.paint)) : undefined;
  if (veiled !== undefined)
    faults.push({
      rule: 'preflight/transparency',
      message: 'Unexpected transparency, expected colours that cover what lies under them',
      hint: 'it is allowed, and blended at the print shop: look at the proof of these pages with care',
      at: { ...at, box: veiled.box },
    });
  return faults;
};
