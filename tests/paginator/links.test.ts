/** Links inside the document: each leads to the page, and the place on it, where its target is printed. */
import { expect, test } from 'vitest';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { asDictionary, asItems, asNumber, asReference } from '../../src/prepress/pdf-values.ts';
import { call, note, prose, smallPress } from './print-forme.ts';
import { readPages } from './read-pages.ts';

const press = smallPress();

/** Links of a PDF: the page they stand on, the page they lead to, and how far down it in points. */
const linksOf = (pdf: Uint8Array) => {
  const file = openPdf(pdf);
  if (!isPdfFile(file)) throw new Error('no PDF');
  const pages = pagesOf(file);
  return pages.flatMap((page, from) =>
    (asItems(file.resolve(page.dictionary.entries.get('Annots'))) ?? []).map((item) => {
      const link = asDictionary(file.resolve(item));
      const [target, , , top] = asItems(file.resolve(link?.entries.get('Dest'))) ?? [];
      const to = pages.findIndex(({ number }) => number === asReference(target)?.number);
      return {
        from,
        to,
        down: (pages[to]?.mediaBox?.top ?? 0) - (asNumber(top) ?? 0),
        address: link?.entries.has('A') === true,
      };
    }),
  );
};

test('calls lead to their notes, markers back to their calls, references to their heads', async () => {
  const labels = ['a', 'b', 'c', 'd'];
  const printed = await press({
    flow:
      `<p><a href="#last">To the last head</a> <a href="https://example.org/">outside</a> <a href="#nowhere">nowhere</a></p>` +
      labels.map((label, index) => `<p>${prose(90, index)}${call(label)}</p>`).join('') +
      `<h1 id="last">The last head</h1><p>${prose(30)}</p>`,
    notes: labels.map((label) => note(label, `Note ${label}.`)).join(''),
  });
  expect(printed.diagnostics).toEqual([]);
  const pdf = printed.pdf ?? new Uint8Array();
  const pages = await readPages(pdf);
  const links = linksOf(pdf);
  expect(links.length).toBeGreaterThanOrEqual(2 + 2 * labels.length);
  expect(links.filter(({ address }) => address)).toHaveLength(1);
  const inside = links.filter(({ address }) => !address);
  for (const { to } of inside) expect(to).toBeGreaterThanOrEqual(0);
  const head = pages.findIndex(({ text }) => text.includes('The last head '));
  expect(inside.some(({ from, to }) => from === 0 && to === head)).toBe(true);
  // Notes stand on the page of their calls, so both of a pair stay on one page, the call's target lower than the marker's.
  const pairs = inside.filter(({ from, to }) => from === to);
  expect(pairs.length).toBeGreaterThanOrEqual(2 * labels.length);
  const bottom = (148 * 72) / 25.4;
  for (const { down } of pairs) expect(down).toBeGreaterThan(0);
  expect(pairs.filter(({ down }) => down > bottom * 0.6).length).toBeGreaterThanOrEqual(labels.length);
  expect(Buffer.from(pdf).toString('latin1')).not.toContain('to.invalid');
});
