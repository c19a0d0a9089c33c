/**
 * The words that plain `::before` and `::after` rules put on the page. Chromium writes them and they are no part of the
 * document: to prove the pages they must be known.
 */
import { styleRules } from './style-rules.ts';

/** The words before and after one element. */
export interface PseudoWords {
  readonly before?: string;
  readonly after?: string;
}

const pseudo = /::?(before|after)\b/gu;

/** Selectors of the rules that make generated content, without their pseudo-elements. */
const selectors = (): ReadonlySet<string> =>
  new Set(
    styleRules()
      .filter(({ selectorText }) => selectorText.search(pseudo) >= 0)
      .map(({ selectorText }) => selectorText.replaceAll(pseudo, '').replace(/(^|,)\s*(?=,|$)/gu, '$1*')),
  );

/** The strings of a computed `content`; counters, pictures and attributes give no words that could be foretold. */
const wordsOf = (content: string): string | undefined => {
  const strings = content.match(/"(?:[^"\\]|\\.)*"/gu);
  if (strings === null) return undefined;
  const words = strings.map((text) => text.slice(1, -1).replaceAll(/\\(.)/gu, '$1')).join('');
  return words.trim() === '' ? undefined : words;
};

/** The words of every element that has any; reads only. */
export const collectPseudoWords = (): ReadonlyMap<Element, PseudoWords> => {
  const found = new Map<Element, PseudoWords>();
  for (const selector of selectors()) {
    for (const element of document.querySelectorAll(selector)) {
      if (found.has(element)) continue;
      const before = wordsOf(getComputedStyle(element, '::before').content);
      const after = wordsOf(getComputedStyle(element, '::after').content);
      if (before === undefined && after === undefined) continue;
      found.set(element, {
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      });
    }
  }
  return found;
};
