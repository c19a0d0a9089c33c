/** Paragraphs that give a line or take one, in the real browser: what makeup expects is what comes, and all can be taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormePage } from '../../src/chromium/forme-page.ts';
import { openForme } from '../../src/chromium/forme-page.ts';
import { changeLines } from '../../src/makeup/change-lines.ts';
import { geometriesOf, sheetOf } from '../../src/makeup/page-geometry.ts';
import { leaseBrowser } from '../../src/pipeline/browser-lease.ts';
import { readMachine } from '../../src/platform/machine.ts';
import type { Galley } from '../../src/protocol/galley.ts';
import { unpackGalley } from '../../src/protocol/packed-galley.ts';
import type { LineOffer } from '../../src/protocol/paginator.ts';
import { call, formeOf, note, prose } from './print-forme.ts';

const leases = leaseBrowser(readMachine(), () => undefined);
let page: FormePage | undefined;

const opened = (): FormePage => {
  if (page === undefined) throw new Error('the page is not open');
  return page;
};

const flow = [
  `<h1>A head</h1>`,
  ...Array.from({ length: 40 }, (_, index) => {
    const words = prose(90 + ((index * 37) % 190), index + 3)
      .replaceAll('people', 'peo\u00ADple')
      .replaceAll('plough', 'plou\u00ADgh');
    const cut = words.indexOf(' ', words.length / 2);
    const marked = index % 3 === 0 ? `<em>${words.slice(cut + 1)}</em>` : words.slice(cut + 1);
    return `<p>${words.slice(0, cut)}${index === 7 ? call('one') : ''} ${marked}</p>`;
  }),
].join('');

/** Many words on a line, so that some paragraphs can do with a line less. */
const small = 'p { font-size: 7pt }';

beforeAll(async () => {
  const { value: lease } = await leases.take();
  if (lease === undefined) throw new Error('the browser has not started');
  const forme = formeOf({ flow, notes: note('one', prose(20)), grid: true, hanging: true, css: small });
  page = await openForme(lease.running, forme, 'reline', lease.paginator, lease.cache);
  const { rules } = forme;
  await page.call('awaitAssets', {});
  await page.call('prepare', {
    sheet: sheetOf(rules),
    geometries: geometriesOf(rules),
    notes: { numbering: 'document', call: rules.notes.call, marker: rules.notes.marker },
    grid: true,
    hanging: true,
  });
});
afterAll(() => leases.close());

const measured = async (): Promise<Galley> => unpackGalley(await opened().call('measure', {}));

/** What makeup reads of a galley, but for where calls stand and lines end in hyphens: that depends on the words. */
const shape = ({ runs }: Galley) =>
  runs.map(({ items, breaks }) => ({
    items: items.map(({ top, bottom, grid }) => [top, bottom, grid ?? 0].map((px) => Math.round(px * 4))),
    breaks: breaks.map(({ avoid, orphans, widows, forced, after, padAt }) => [
      avoid,
      orphans,
      widows,
      forced,
      Math.round(after * 4),
      padAt,
    ]),
  }));

const reline = async (offers: readonly LineOffer[]): Promise<Galley> => {
  await opened().call('reline', { changes: offers.map(({ run, item, change }) => ({ run, item, change })) });
  return measured();
};

test('paragraphs offer lines, and changed they are as makeup expected; taken back, all is as it was', async () => {
  const before = await measured();
  const stretches = before.runs.map((run, index) => ({ run: index, from: 0, to: run.items.length }));
  const { offers } = await opened().call('offerLines', { stretches });
  expect(offers.some(({ change }) => change > 0)).toBe(true);
  expect(offers.some(({ change }) => change < 0)).toBe(true);
  for (const change of [1, -1] as const) {
    const first = offers.find((offer) => offer.change === change && offer.lines > 4);
    if (first === undefined) throw new Error(`no paragraph offers ${change} line`);
    const after = await reline([first]);
    expect(shape(after)).toEqual(shape(changeLines(before, [first])));
    await opened().call('reline', { changes: [{ run: first.run, item: first.item, change: 0 }] });
    expect(await measured()).toEqual(before);
  }
});

test('several paragraphs at once', async () => {
  const before = await measured();
  const { offers } = await opened().call('offerLines', {
    stretches: before.runs.map((run, index) => ({ run: index, from: 0, to: run.items.length })),
  });
  const seen = new Set<number>();
  const some = offers.filter(({ item, lines }) => lines > 4 && !seen.has(item) && seen.add(item)).slice(0, 5);
  expect(some.length).toBeGreaterThan(1);
  expect(shape(await reline(some))).toEqual(shape(changeLines(before, some)));
});
