/** What pages must show, measured from where they are trimmed: the file for offices and archives has no bleed. */
import { mmToPx } from '../protocol/length.ts';
import type { ExpectedPage, Rect } from '../protocol/paginator.ts';

const moved = ({ left, top, right, bottom }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  right: right - by,
  bottom: bottom - by,
});

/** The pages with their places counted from the trim; they come with places on the sheet, `bleed` mm larger on each side. */
export const trimmedPages = (pages: readonly ExpectedPage[], bleed: number): readonly ExpectedPage[] => {
  const by = mmToPx(bleed);
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, top: line.top - by, bottom: line.bottom - by })),
    textArea: moved(page.textArea, by),
    ...(page.noteArea === undefined ? {} : { noteArea: moved(page.noteArea, by) }),
  }));
};
