/** One edition's page in the browser: loads the forme, runs the paginator by name, prints. JSON in, JSON out. */
import type { Browser, CDPSession } from 'puppeteer';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compiledFile } from '../platform/compiled.ts';
import { readText } from '../platform/read-file.ts';
import type { PaginatorApi } from '../protocol/paginator.ts';
import type { Forme } from '../template/forme.ts';
import { browserCrashed, noAnswer } from './browser-failure.ts';
import type { AssetCache } from './forme-requests.ts';
import { answerRequests } from './forme-requests.ts';
import type { RunningBrowser } from './start-browser.ts';

/** Calls of the paginator by name, each with its own argument and answer. */
export type CallPaginator = <Name extends keyof PaginatorApi>(
  name: Name,
  argument: Parameters<PaginatorApi[Name]>[0],
) => Promise<Awaited<ReturnType<PaginatorApi[Name]>>>;

/** A font that draws text. */
export interface DrawingFont {
  readonly family: string;
  /** True for a font that the page brings with it (`@font-face`); false for one of the machine. */
  readonly isOfPage: boolean;
}

/** A loaded forme. Every method rejects with a BrowserFailure when the browser ends or falls silent. */
export interface FormePage {
  readonly call: CallPaginator;
  /** The fonts that draw the text directly inside each element that a selector finds, in document order. */
  readonly drawnBy: (selector: string) => Promise<readonly (readonly DrawingFont[])[]>;
  /** Prints the composed pages: Chromium's PDF, tagged. */
  readonly print: () => Promise<Uint8Array>;
  /** What the page asked for in vain so far. */
  readonly diagnostics: () => readonly Diagnostic[];
  readonly close: () => Promise<void>;
}

/** How long one step of one page may take. */
const stepSeconds = 300;

/** The in-page program, or undefined where it is not compiled. */
export const paginatorSource = (): string | undefined =>
  readText(compiledFile('paginator.js'), 'build/paginator.js').value;

const evaluate = async (
  session: CDPSession,
  contextId: number,
  expression: string,
): Promise<string | undefined> => {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) {
    const said = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw new Error(`the program in the page failed: ${said}`);
  }
  return typeof result.value === 'string' ? result.value : undefined;
};

/** Lets a promise of the protocol fail with the reason a person can use: the browser ended, or it does not answer. */
const guarded = async <T>(running: RunningBrowser, what: string, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(noAnswer(what, stepSeconds)), stepSeconds * 1000);
  });
  const ended = running.process.ended.then((how): never => {
    throw browserCrashed(how);
  });
  try {
    return await Promise.race([work, ended, late]);
  } catch (error) {
    if (running.browser.connected || !isProtocolEnd(error)) throw error;
    throw browserCrashed(await running.process.ended);
  } finally {
    clearTimeout(timer);
  }
};

/** Puppeteer's own errors for a target or connection that is gone. */
const isProtocolEnd = (error: unknown): boolean =>
  error instanceof Error && /Target closed|Session closed|Connection closed|detached/u.test(error.message);

/** A renderer that dies leaves the browser alive: its page is lost all the same. */
const whenCrashed = (session: CDPSession): Promise<never> =>
  new Promise((_, reject) => {
    session.on('Inspector.targetCrashed', () => reject(browserCrashed('its page crashed')));
  });

const load = async (session: CDPSession, origin: string): Promise<number> => {
  await Promise.all([
    session.send('Page.enable'),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    session.send('Emulation.setDeviceMetricsOverride', {
      width: 1200,
      height: 1600,
      deviceScaleFactor: 1,
      mobile: false,
    }),
  ]);
  const loaded = new Promise<void>((resolve) => {
    session.once('Page.loadEventFired', () => resolve());
  });
  const { frameId, errorText } = await session.send('Page.navigate', { url: `${origin}/` });
  if (errorText !== undefined) throw new Error(`the forme could not be loaded: ${errorText}`);
  await loaded;
  const world = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'trifolio' });
  return world.executionContextId;
};

const askFonts = async (
  session: CDPSession,
  selector: string,
): Promise<readonly (readonly DrawingFont[])[]> => {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const answers = await Promise.all(
    nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  await session.send('CSS.disable');
  await session.send('DOM.disable');
  return answers.map(({ fonts }) =>
    fonts.map(({ familyName, isCustomFont }) => ({ family: familyName, isOfPage: isCustomFont })),
  );
};

/** Opens a forme in a page of its own process and puts the paginator beside it. `host` names it, unique in the browser. */
export const openForme = async (
  running: RunningBrowser,
  forme: Forme,
  host: string,
  paginator: string,
  cache: AssetCache,
): Promise<FormePage> => {
  const origin = `http://${host}.invalid`;
  const diagnostics: Diagnostic[] = [];
  const browser: Browser = running.browser;
  const guard = <T>(what: string, work: Promise<T>): Promise<T> => guarded(running, what, work);
  const page = await guard('opening a page', browser.newPage());
  const session = await guard('opening a page', page.createCDPSession());
  const crashed = whenCrashed(session);
  crashed.catch(() => undefined);
  await guard(
    'opening a page',
    answerRequests(session, origin, forme, cache, (diagnostic) => diagnostics.push(diagnostic)),
  );
  const contextId = await guard('loading the page', Promise.race([load(session, origin), crashed]));
  await guard(
    'loading the page',
    evaluate(session, contextId, `${paginator}\n;globalThis.trifolio=trifolio;""`),
  );
  const call: CallPaginator = async (name, argument) => {
    const json = JSON.stringify(JSON.stringify(argument));
    const expression = `trifolio.call(${JSON.stringify(name)}, ${json})`;
    const answer = await guard(
      `the page was at work (${name})`,
      Promise.race([evaluate(session, contextId, expression), crashed]),
    );
    return JSON.parse(answer ?? 'null') as never;
  };
  const print = async (): Promise<Uint8Array> => {
    // From here on the page stands for a screen, on which it shows nothing: what is for print is worked out by printing alone, and once.
    const shown = [
      session.send('Emulation.setEmulatedMedia', { media: '' }),
      evaluate(session, contextId, 'trifolio.call("show", "{}")'),
    ];
    // Not awaited: their failure is that of the printing which follows.
    for (const each of shown) each.catch(() => undefined);
    const { data } = await guard(
      'printing',
      Promise.race([
        session.send('Page.printToPDF', {
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          // The outline is made of what CSS says, by prepress.
          generateDocumentOutline: false,
          marginTop: 0,
          marginRight: 0,
          marginBottom: 0,
          marginLeft: 0,
        }),
        crashed,
      ]),
    );
    return Buffer.from(data, 'base64');
  };
  const drawnBy = (selector: string): Promise<readonly (readonly DrawingFont[])[]> =>
    guard('the page was asked for its fonts', Promise.race([askFonts(session, selector), crashed]));
  const close = async (): Promise<void> => {
    if (running.browser.connected) await page.close().catch(() => undefined);
  };
  return { call, drawnBy, print, diagnostics: () => diagnostics, close };
};

/** A page that cannot be opened for want of the compiled program is our own fault in packing, told plainly. */
export const paginatorMissing = (): Diagnostic =>
  diagnose(
    'chromium/start-failed',
    'Unexpected absence of `build/paginator.js`, expected the compiled program',
    {
      hint: 'run `npm start` once: it compiles what is missing',
    },
  );
