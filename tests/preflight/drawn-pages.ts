/** Small pages, drawn as lists of lines, printed by the real browser together with what they are expected to show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findBrowser } from '../../src/chromium/find-browser.ts';
import { startBrowser, type RunningBrowser } from '../../src/chromium/start-browser.ts';
import { readMachine } from '../../src/platform/machine.ts';
import type { ExpectedPage } from '../../src/protocol/paginator.ts';

/** A page: its lines, 20 px high, from the head margin down; what stands at its foot and in its margins. */
export interface DrawnPage {
  readonly lines: readonly string[];
  readonly notes?: readonly string[];
  readonly folio?: string;
}

/** The sheet of A6 in whole pixels, as the pipeline chooses it. */
export const sheet = { width: 397, height: 560 };
export const trim = { width: 105, height: 148 };

const margin = 40;
const pitch = 20;
const noteTop = 440;
const folioTop = 530;

const require = createRequire(import.meta.url);

const face = (style: string, file: string): string => {
  const data = readFileSync(require.resolve(`@expo-google-fonts/literata/${file}`)).toString('base64');
  return `@font-face { font-family: Literata; ${style} src: url(data:font/ttf;base64,${data}); }`;
};

const css = (): string => `
${face('', '400Regular/Literata_400Regular.ttf')}
${face('font-style: italic;', '400Regular_Italic/Literata_400Regular_Italic.ttf')}
@page { size: ${sheet.width}px ${sheet.height}px; margin: 0; }
body { margin: 0; font: 12px/20px Literata; font-synthesis: none; }
body > * { position: absolute; left: ${margin}px; white-space: pre; margin: 0; }
sup { position: relative; top: -0.4em; font-size: 9px; line-height: 0; vertical-align: baseline; }`;

/** The HTML of drawn pages. Lines are HTML themselves. */
export const drawnHtml = (pages: readonly DrawnPage[], style = ''): string => {
  const at = (page: number, top: number, html: string): string =>
    `<p style="top: ${page * sheet.height + top}px">${html}</p>`;
  const body = pages.flatMap((page, index) => [
    ...page.lines.map((line, number) => at(index, margin + number * pitch, line)),
    ...(page.notes ?? []).map((note, number) => at(index, noteTop + number * pitch, note)),
    ...(page.folio === undefined ? [] : [at(index, folioTop, page.folio)]),
  ]);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Drawn pages</title><style>${css()}${style}</style>
<body style="height: ${pages.length * sheet.height}px">${body.join('\n')}</body></html>`;
};

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll('\u00AD', '');

/** What a proof of drawn pages must show. */
export const expectedOf = (pages: readonly DrawnPage[]): readonly ExpectedPage[] =>
  pages.map((page, index) => ({
    lines: page.lines.map((line, number) => ({
      top: margin + number * pitch,
      bottom: margin + (number + 1) * pitch,
      text: plain(line),
      place: `en.md:${index * 100 + number + 1}:1`,
    })),
    notes: (page.notes ?? []).map((note, number) => ({
      id: `n${index * 10 + number + 1}`,
      text: plain(note),
      continued: false,
    })),
    repeats: [],
    furniture: page.folio === undefined ? [] : [page.folio],
    textArea: { left: margin, top: margin, right: sheet.width - margin, bottom: noteTop - 10 },
    ...(page.notes === undefined
      ? {}
      : { noteArea: { left: margin, top: noteTop - 10, right: sheet.width - margin, bottom: folioTop - 5 } }),
  }));

/** A browser for a test file; prints HTML as the pipeline does. */
export const openPrinter = async (): Promise<{
  /** Prints HTML; `after` other pages were shown and printed in the same tab. */
  readonly print: (html: string, after?: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}> => {
  const machine = readMachine();
  const found = await findBrowser(machine, () => undefined);
  const running: RunningBrowser | undefined =
    found.value === undefined ? undefined : (await startBrowser(machine, found.value)).value;
  if (running === undefined) throw new Error('these tests need the browser');
  return {
    print: async (html, after) => {
      const page = await running.browser.newPage();
      const printed = async (content: string): Promise<Uint8Array> => {
        await page.setContent(content);
        await page.evaluate('document.fonts.ready.then(() => undefined)');
        return new Uint8Array(
          await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }),
        );
      };
      try {
        if (after !== undefined) await printed(after);
        return await printed(html);
      } finally {
        await page.close();
      }
    },
    close: running.close,
  };
};
