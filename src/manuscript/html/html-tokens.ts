/**
 * Raw HTML, taken apart into tags and the rest (after https://spec.commonmark.org/0.31.2/#raw-html). It never becomes HTML
 * again: elements are made anew from what is allowed, so nothing has to be escaped or parsed a second time.
 */

import { decodeReferences } from './character-references.ts';

/** One piece of raw HTML. Offsets are UTF-16 code units within the value. */
export type HtmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly offset: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly offset: number }
  /** A comment, or a declaration, instruction or CDATA section. */
  | { readonly kind: 'other'; readonly isComment: boolean; readonly offset: number }
  | { readonly kind: 'text'; readonly value: string; readonly offset: number };

/**
 * A comment, anything else that begins with `<!` or `<?`, or a tag. What is cut short ends with the value or at the quotation
 * mark that has no partner, so that every beginning matches and none is read twice.
 */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)(?:>|$|(?=["']))/g;

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const attributesOf = (source: string): ReadonlyMap<string, string> =>
  new Map(
    [...source.matchAll(attribute)].map((match) => [
      (match[1] ?? '').toLowerCase(),
      decodeReferences(match[2] ?? match[3] ?? match[4] ?? ''),
    ]),
  );

/** Comes in: raw HTML as it stands in the manuscript; goes out: its pieces in order. */
export const htmlTokens = (value: string): readonly HtmlToken[] => {
  const tokens: HtmlToken[] = [];
  let end = 0;
  for (const match of value.matchAll(pieces)) {
    const offset = match.index;
    if (offset > end)
      tokens.push({ kind: 'text', value: decodeReferences(value.slice(end, offset)), offset: end });
    end = offset + match[0].length;
    const name = match[2]?.toLowerCase();
    if (name === undefined) tokens.push({ kind: 'other', isComment: match[0].startsWith('<!--'), offset });
    else if (match[1] === '/') tokens.push({ kind: 'close', name, offset });
    else tokens.push({ kind: 'open', name, attributes: attributesOf(match[3] ?? ''), offset });
  }
  if (end < value.length)
    tokens.push({ kind: 'text', value: decodeReferences(value.slice(end)), offset: end });
  return tokens;
};
