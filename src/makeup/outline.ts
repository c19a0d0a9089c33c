/** The outline of an edition: which words stand at which level, on which page and how far down. */
import type { Galley } from '../protocol/galley.ts';
import { heightOf } from '../protocol/galley.ts';
import type { Makeup, OutlineEntry } from '../protocol/makeup.ts';
import type { PageRules } from '../protocol/paged-css.ts';
import { pageStyleOn, sheetOf } from './page-geometry.ts';

/** The entries in the order of the text; those without words are left out. */
export const outlineOf = (galley: Galley, makeup: Makeup, rules: PageRules): readonly OutlineEntry[] => {
  const sheet = sheetOf(rules);
  return makeup.pages.flatMap((page) => {
    const run = galley.runs[page.run];
    if (run === undefined || page.blank) return [];
    const { margins } = pageStyleOn(rules, sheet, page);
    const entries: OutlineEntry[] = [];
    for (let index = page.from; index < page.to; index += 1) {
      for (const { level, text } of run.items[index]?.bookmarks ?? []) {
        const above = heightOf(run, page.from, index + 1) - heightOf(run, index, index + 1);
        if (text !== '')
          entries.push({ level, text, page: page.index, top: margins.top + Math.max(0, above) });
      }
    }
    return entries;
  });
};
