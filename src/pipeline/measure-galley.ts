/** Asks a page for its galley. */
import type { FormePage } from '../chromium/forme-page.ts';
import type { Galley } from '../protocol/galley.ts';
import { unpackGalley } from '../protocol/packed-galley.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The galley of a page, as it is now. */
export const measureGalley = (page: FormePage, watch: Stopwatch): Promise<Galley> =>
  watch.time('galley', async () => unpackGalley(await page.call('measure', {})));
