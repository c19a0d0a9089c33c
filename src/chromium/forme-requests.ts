/**
 * Answers what a page asks for: the forme itself, its pictures and fonts, and nothing else. There is no network behind it: a
 * request that the forme does not answer is refused and told.
 */
import type { CDPSession, Protocol } from 'puppeteer';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readBytes } from '../platform/read-file.ts';
import type { Forme } from '../template/forme.ts';

/** Bytes of files that several editions use (fonts), in Base64, by path on disk. */
export type AssetCache = Map<string, string>;

/** The page's own policy, besides the one in its head: no script, nothing from elsewhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'";

const shown = (url: string): string => (url.length > 120 ? `${url.slice(0, 117)}…` : url);

/** The path of a URL of our own host, percent-decoded; undefined for any other URL. */
const pathOn = (origin: string, url: string): string | undefined => {
  if (!url.startsWith(`${origin}/`)) return undefined;
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
};

const refused = (url: string, kind: string): Diagnostic =>
  diagnose('chromium/request-refused', `Unexpected request of the page for \`${shown(url)}\` (${kind})`, {
    hint: 'put the file into the publication or the template: a page has no network',
  });

/** Answers the requests of one page. `told` receives a diagnostic for each refusal and each file that cannot be read. */
export const answerRequests = async (
  session: CDPSession,
  origin: string,
  forme: Forme,
  cache: AssetCache,
  told: (diagnostic: Diagnostic) => void,
): Promise<void> => {
  let isLoaded = false;
  const fulfil = (requestId: string, mime: string, body: string): Promise<void> =>
    session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'Content-Type', value: mime },
        { name: 'Content-Security-Policy', value: policy },
      ],
      body,
    });
  const refuse = (requestId: string): Promise<void> =>
    session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  const answer = async ({ requestId, request, resourceType }: Protocol.Fetch.RequestPausedEvent) => {
    const path = pathOn(origin, request.url);
    if (resourceType === 'Document' && isLoaded) {
      // No content: the page stays. A refusal would put the browser's own page of errors in its place.
      told(refused(request.url, resourceType));
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    if (path === '/' && resourceType === 'Document') {
      isLoaded = true;
      await fulfil(requestId, 'text/html; charset=utf-8', Buffer.from(forme.html).toString('base64'));
      return;
    }
    if (path === '/' && resourceType === 'Other') {
      // Chromium asks for the source again when it is asked for its fonts: for its tools, not for the page.
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    const asset = path === undefined ? undefined : forme.assets.get(path);
    if (asset === undefined) {
      told(refused(request.url, resourceType));
      await refuse(requestId);
      return;
    }
    let body = cache.get(asset.path);
    if (body === undefined) {
      const read = readBytes(asset.path, asset.path);
      for (const diagnostic of read.diagnostics) told(diagnostic);
      if (read.value === undefined) {
        await refuse(requestId);
        return;
      }
      body = Buffer.from(read.value.buffer, read.value.byteOffset, read.value.byteLength).toString('base64');
      cache.set(asset.path, body);
    }
    await fulfil(requestId, asset.mime, body);
  };
  session.on('Fetch.requestPaused', (event) => {
    // A page that is closed meanwhile no longer wants its answer.
    answer(event).catch(() => undefined);
  });
  // What the policy forbids never becomes a request: Chromium only logs it.
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.source !== 'security') return;
    told(refused(/'([^']+)'/u.exec(entry.text)?.[1] ?? entry.url ?? '?', 'forbidden by the page’s policy'));
  });
  await Promise.all([
    session.send('Log.enable'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ]);
};
