/**
 * Words in the cells of tables, whole or as they may be divided. Chromium gives a column at least the width of its widest part that
 * cannot be broken: with soft hyphens in the cells columns would become as narrow as syllables. So they are taken out while columns
 * are found, and put back where our own line breaker sets the lines, which divides a word only where it must.
 */

/** Text of cells with its soft hyphens, by the node that lost them. */
export type CellWords = ReadonlyMap<Text, string>;

const softHyphens = /\u00AD/gu;

const textsIn = (element: Element): readonly Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  return texts;
};

/** Takes the soft hyphens out of elements; what the texts were before. */
export const keepWordsWhole = (elements: readonly Element[]): CellWords => {
  const words = new Map<Text, string>();
  for (const text of elements.flatMap((element) => textsIn(element))) {
    if (!text.data.includes('\u00AD')) continue;
    words.set(text, text.data);
    text.data = text.data.replaceAll(softHyphens, '');
  }
  return words;
};

/** Puts the soft hyphens back into elements; whether there were any. A text that was divided since is left as it is. */
export const divideWords = (words: CellWords, elements: readonly Element[]): boolean => {
  let found = false;
  for (const text of elements.flatMap((element) => textsIn(element))) {
    const divided = words.get(text);
    if (divided === undefined || divided.replaceAll(softHyphens, '') !== text.data) continue;
    text.data = divided;
    found = true;
  }
  return found;
};
