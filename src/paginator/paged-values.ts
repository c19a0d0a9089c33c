/** Reads back what the template room wrote into registered custom properties (see src/protocol/paged-css.ts). */
import type { ContentPart, StringSetDeclaration } from '../protocol/paged-css.ts';
import { pagedProperties } from '../protocol/paged-css.ts';

/** The paged-media values of one element; absent fields are not set. */
export interface PagedValues {
  readonly float?: string;
  readonly running?: string;
  readonly stringSet?: readonly StringSetDeclaration[];
  readonly before?: readonly ContentPart[];
  readonly after?: readonly ContentPart[];
  readonly pageReset?: number;
  readonly noteReset?: number;
  readonly bookmarkLevel?: string;
  /** Words that Chromium itself puts before and after the element's own (`::before { content: "…" }`). */
  readonly wordsBefore?: string;
  readonly wordsAfter?: string;
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/su, '$2');

const decode = (value: string): unknown => JSON.parse(decodeURIComponent(unquote(value)));

/** The values on an element, or `undefined` for the many that have none. */
export const readPagedValues = (style: CSSStyleDeclaration): PagedValues | undefined => {
  const text = (property: string): string | undefined => {
    const value = style.getPropertyValue(property).trim();
    return value === '' || value === 'none' ? undefined : value;
  };
  const float = text(pagedProperties.float);
  const running = text(pagedProperties.running);
  const stringSet = text(pagedProperties.stringSet);
  const before = text(pagedProperties.before);
  const after = text(pagedProperties.after);
  const pageReset = text(pagedProperties.pageReset);
  const noteReset = text(pagedProperties.noteReset);
  const bookmarkLevel = style.getPropertyValue(pagedProperties.bookmarkLevel).trim();
  const values: PagedValues = {
    ...(float === undefined ? {} : { float: unquote(float) }),
    ...(running === undefined ? {} : { running: unquote(running) }),
    ...(stringSet === undefined ? {} : { stringSet: decode(stringSet) as StringSetDeclaration[] }),
    ...(before === undefined ? {} : { before: decode(before) as ContentPart[] }),
    ...(after === undefined ? {} : { after: decode(after) as ContentPart[] }),
    ...(pageReset === undefined ? {} : { pageReset: Number(unquote(pageReset)) }),
    ...(noteReset === undefined ? {} : { noteReset: Number(unquote(noteReset)) }),
    ...(bookmarkLevel === '' ? {} : { bookmarkLevel: unquote(bookmarkLevel) }),
  };
  return Object.keys(values).length === 0 ? undefined : values;
};
