/** Lines whose ends are chosen, as they are set: widths, what each space gains or loses. */
import { joint } from '../../protocol/paragraph.ts';
import type { Paragraph, Setting, SetLines } from '../../protocol/paragraph.ts';
import { isSpace } from './breakpoints.ts';
import type { Tightness } from './line-cost.ts';

/** Works out the lines of a paragraph from the joints at which they end. */
export const setLines = (
  paragraph: Paragraph,
  setting: Setting,
  tightness: Tightness,
  ends: Int32Array,
  demerits: number,
  pass: SetLines['pass'],
): SetLines => {
  const { widths, joints, spaces, closings, openings } = paragraph;
  const count = ends.length;
  const lines = {
    ends,
    widths: new Float64Array(count),
    extras: new Float64Array(count),
    wordSpaces: new Float64Array(count),
    demerits,
    pass,
  };
  let from = 0;
  for (let line = 0; line < count; line += 1) {
    const end = ends[line] ?? 0;
    let width = (line === 0 ? setting.firstIndent : 0) + (openings?.[from] ?? 0) + (closings[end] ?? 0);
    let spaceCount = 0;
    let spaceWidth = 0;
    for (let at = from; at <= end; at += 1) {
      width += widths[at] ?? 0;
      if (at === end) continue;
      width += spaces[at] ?? 0;
      if (!isSpace(joints[at] ?? joint.none)) continue;
      spaceCount += 1;
      spaceWidth += spaces[at] ?? 0;
    }
    const shortfall = setting.measure - width;
    const stretched = line < count - 1 && joints[end] !== joint.forced;
    lines.widths[line] = width;
    if (spaceCount > 0) {
      const wanted = setting.justify && (stretched || shortfall < 0) ? shortfall / spaceCount : 0;
      const extra = Math.max(wanted, -tightness.shrink);
      lines.extras[line] = extra;
      lines.wordSpaces[line] = spaceWidth / spaceCount + extra;
    }
    from = end + 1;
  }
  return lines;
};
