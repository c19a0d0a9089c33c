/** Where single characters of a text stand. */

/** Scripts that are written without spaces: a line may end between any two of their letters. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The box of the character at an index, asked with `range`; characters without a box look to the next one. */
export const characterBox = (range: Range, node: Text, index: number): DOMRect | undefined => {
  for (let at = index; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rects = range.getClientRects();
    // After a soft-hyphen break the first letter also reports an empty box on the line before: the last one is right.
    const rect = rects[rects.length - 1];
    if (rect !== undefined && rect.width > 0) return rect;
  }
  return undefined;
};
