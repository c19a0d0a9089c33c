/** Several outputs of one layout: the same pages in all, an entry of the report for each, one that fails leaves the others alone. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageContent } from '../../src/prepress/page-content.ts';
import { pagesOf, readRectangle } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import type { PdfStream } from '../../src/prepress/pdf-values.ts';
import {
  asBytes,
  asDictionary,
  asItems,
  asName,
  asStream,
  latinText,
} from '../../src/prepress/pdf-values.ts';
import { streamContent } from '../../src/prepress/stream-content.ts';
import type { PublicationReport } from '../../src/project/report.ts';
import { askQpdf } from '../support/qpdf.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const prose = 'They were cleared by hand, and nobody kept a map of them. ';

const text = `# Mines

There were mines.[^a] See [the rest](#rest).

![A field](figures/field.png)

::pagebreak

# The rest {#rest}

${prose.repeat(300)}

[^a]: A source.
`;

const settings = 'date: 2000-07\noutputs: [print, booklet, screen]\nbooklet: { marks: [fold] }\n';

/** A picture that is finer than a screen shows. */
const field = (): Promise<Uint8Array> =>
  sharp({ create: { width: 1800, height: 900, channels: 3, background: '#80a040' } })
    .png()
    .toBuffer();

const reportIn = (cwd: string): PublicationReport =>
  JSON.parse(readFileSync(join(cwd, 'dist', 'mines', 'report.json'), 'utf8')) as PublicationReport;

const entriesIn = (cwd: string): readonly string[] =>
  reportIn(cwd).editions.map(({ as, status }) => `${as} ${status}`);

const sumsIn = (cwd: string): readonly (string | undefined)[] =>
  reportIn(cwd).editions.map(({ sha256 }) => sha256);

const bytesOf = (cwd: string, output: string): Uint8Array =>
  readFileSync(join(cwd, 'dist', 'mines', `mines.en${output === 'print' ? '' : `.${output}`}.pdf`));

const opened = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(file.expected);
  return file;
};

const contentsOf = (file: PdfFile): readonly string[] =>
  pagesOf(file).map((page) => latinText(pageContent(file, page) ?? new Uint8Array()));

/** The forms that a page paints, by name. */
const formsOf = (file: PdfFile, page: number): ReadonlyMap<string, PdfStream> => {
  const named = asDictionary(file.resolve(pagesOf(file)[page]?.resources?.entries.get('XObject')));
  return new Map(
    [...(named?.entries ?? [])].flatMap(([name, value]) => {
      const stream = asStream(file.resolve(value));
      return stream === undefined ? [] : [[name, stream] as const];
    }),
  );
};

const folder = async (): Promise<string> =>
  writeFiles(temporaryFolder(), {
    'content/mines/en.md': text,
    'content/mines/publication.yaml': settings,
    'content/mines/figures/field.png': await field(),
  });

describe('print, booklet and screen', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = await folder();
    const run = await runCli(['build'], { cwd });
    expect(run.stderr).toMatch(/^mines en: making booklet$/m);
    expect(run.stderr).not.toMatch(/error/);
    expect(run.stdout.split('\n').map((line) => line.split('  ').at(-1))).toEqual([
      'dist/mines/mines.en.pdf',
      'dist/mines/mines.en.booklet.pdf',
      'dist/mines/mines.en.screen.pdf',
      '',
    ]);
    expect(run.code).toBe(0);
  });

  test('each has its entry; the time they share is counted once', () => {
    expect(entriesIn(cwd)).toEqual(['booklet built', 'print built', 'screen built']);
    const times = reportIn(cwd).editions.map(({ milliseconds }) => Object.keys(milliseconds));
    expect(times[0]).toEqual(['prepress', 'preflight', 'write']);
    expect(times[1]).toContain('galley');
  });

  test('a reader that shares no code with ours has nothing to say of them', async () => {
    for (const output of ['print', 'booklet', 'screen'])
      expect(await askQpdf(bytesOf(cwd, output), '--check'), output).toBe(0);
    expect(await askQpdf(bytesOf(cwd, 'screen'), '--check-linearization')).toBe(0);
  });

  test('screen paints the same, has the same tags, links and outline', () => {
    const [print, screen] = [opened(bytesOf(cwd, 'print')), opened(bytesOf(cwd, 'screen'))];
    expect(contentsOf(screen)).toEqual(contentsOf(print));
    const elements = (file: PdfFile): readonly string[] =>
      file.numbers.flatMap((number) => {
        const dictionary = asDictionary(file.object(number));
        const kind = asName(dictionary?.entries.get('S'));
        const isElement = dictionary?.entries.has('P') === true && dictionary.entries.has('S');
        return isElement && kind !== undefined ? [kind] : [];
      });
    expect(elements(screen).toSorted()).toEqual(elements(print).toSorted());
    const links = (file: PdfFile): number =>
      pagesOf(file).reduce(
        (sum, { dictionary }) => sum + (asItems(file.resolve(dictionary.entries.get('Annots'))) ?? []).length,
        0,
      );
    expect(links(screen)).toBe(links(print));
    expect(links(screen)).toBeGreaterThan(0);
  });

  test('screen has pictures of 150 pixels per inch, print has them as they were', () => {
    const widths = (file: PdfFile): readonly unknown[] =>
      file.numbers.flatMap((number) => {
        const dictionary = asStream(file.object(number))?.dictionary;
        return asName(dictionary?.entries.get('Subtype')) === 'Image'
          ? [dictionary?.entries.get('Width')]
          : [];
      });
    expect(widths(opened(bytesOf(cwd, 'print')))).toEqual([1800]);
    const [width] = widths(opened(bytesOf(cwd, 'screen')));
    expect(width).toBeGreaterThan(500);
    expect(width).toBeLessThan(1200);
  });

  test('a booklet paints each page of print, untouched, at its place, and is no tagged file', () => {
    const [print, booklet] = [opened(bytesOf(cwd, 'print')), opened(bytesOf(cwd, 'booklet'))];
    const pages = contentsOf(print);
    const painted = contentsOf(booklet).flatMap((content, side) => {
      const forms = formsOf(booklet, side);
      return [...content.matchAll(/q ([-\d. ]+) cm \/(P\d+) Do Q/g)].map(([, matrix = '', name = '']) => {
        const form = forms.get(name);
        const bytes = form === undefined ? undefined : streamContent(booklet, form);
        const [a, b, c, d] = matrix.split(' ').map(Number);
        expect([a, b, c, d]).toEqual([1, 0, 0, 1]);
        return pages.indexOf(latinText(bytes ?? new Uint8Array()));
      });
    });
    expect(painted.toSorted((a, b) => a - b)).toEqual(pages.map((_, index) => index));
    const catalog = asDictionary(booklet.resolve(booklet.trailer.entries.get('Root')));
    expect(catalog?.entries.has('StructTreeRoot')).toBe(false);
    const preferences = asDictionary(booklet.resolve(catalog?.entries.get('ViewerPreferences')));
    expect(asName(preferences?.entries.get('Duplex'))).toBe('DuplexFlipShortEdge');
    expect(asName(preferences?.entries.get('PrintScaling'))).toBe('None');
    const metadata = asStream(booklet.resolve(catalog?.entries.get('Metadata')));
    expect(latinText(metadata?.bytes ?? new Uint8Array())).not.toMatch(/pdfaid|pdfuaid/);
    const information = asDictionary(booklet.resolve(booklet.trailer.entries.get('Info')));
    expect(latinText(asBytes(information?.entries.get('Title')) ?? new Uint8Array())).toBe('Mines');
  });

  test('the same source gives the same bytes of every output', async () => {
    const again = await folder();
    expect((await runCli(['build', '--as', 'screen,booklet,print'], { cwd: again })).code).toBe(0);
    expect(sumsIn(again)).toEqual(sumsIn(cwd));
  });

  test('a build of some outputs keeps the entries of the others; one that fails keeps its earlier file', async () => {
    const path = join(cwd, 'content', 'mines', 'publication.yaml');
    const before = bytesOf(cwd, 'booklet');
    // Half the size makes notes too small to read.
    writeFileSync(
      path,
      `${settings}n-up: { pages: 4, sheet: A4, scale: fit }\n`.replace('marks: [fold]', 'sheet: Letter'),
    );
    const run = await runCli(['build', '--as', 'booklet,n-up,trifold,screen'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^content\/mines\/publication.yaml:3:1 {2}error {2}prepress\/sheet-too-small/m,
    );
    expect(run.stderr).toMatch(/prepress\/trifold-size/);
    expect(run.stderr).toMatch(/prepress\/type-too-small/);
    expect(run.stdout).toMatch(/mines\.en\.booklet\.pdf is still there$/m);
    expect(entriesIn(cwd)).toEqual([
      'booklet failed',
      'n-up failed',
      'print built',
      'screen built',
      'trifold failed',
    ]);
    expect(Buffer.from(bytesOf(cwd, 'booklet')).equals(before)).toBe(true);
    expect(existsSync(join(cwd, 'dist', 'mines', 'mines.en.trifold.pdf'))).toBe(false);
  });
});

test('what is wrong with the pages is told once, and stands in the entry of every output', async () => {
  const cwd = writeFiles(temporaryFolder(), {
    'content/mines/en.md': '# Mines\n\nA call[^b].\n',
    'content/mines/publication.yaml': settings,
  });
  const run = await runCli(['build'], { cwd });
  expect(run.stderr.match(/manuscript\/note-undefined/g)).toHaveLength(1);
  expect(run.stderr).toMatch(/^1 error$/m);
  expect(entriesIn(cwd)).toEqual(['booklet failed', 'print failed', 'screen failed']);
  expect(reportIn(cwd).editions.every(({ diagnostics }) => diagnostics.length === 1)).toBe(true);
});

test('check tells what a sheet does not take, without a browser printing', async () => {
  const cwd = writeFiles(temporaryFolder(), {
    'content/mines/en.md': '# Mines\n\nText.\n',
    'content/mines/publication.yaml': 'outputs: [print, trifold]\n',
  });
  const run = await runCli(['check'], { cwd });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^content\/mines\/publication.yaml:1:1 {2}error {2}prepress\/trifold-size/m);
  expect(run.stdout).toMatch(/en {2}.*checked$/m);
});

/** A folder with the shipped templates, the pages of the handout set otherwise. */
const withPages = (rule: string, files: Readonly<Record<string, string>>): string => {
  const cwd = writeFiles(temporaryFolder(), files);
  cpSync(join(checkout, 'templates'), join(cwd, 'templates'), { recursive: true });
  const path = join(cwd, 'templates', 'handout', 'pages.css');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n@page { ${rule} }\n`);
  return cwd;
};

test('a leaflet of six panels, its folds marked', async () => {
  const pages = ['one', 'two', 'three', 'four', 'five', 'six'].map((word) => `Panel ${word} has text.\n`);
  const cwd = withPages('size: 100mm 210mm; margin: 20mm 14mm', {
    'content/mines/en.md': `# Mines\n\n${pages.join('\n::pagebreak\n\n')}`,
    'content/mines/publication.yaml': 'template: handout\noutputs: [trifold]\ntrifold: { marks: [fold] }\n',
  });
  const run = await runCli(['build'], { cwd });
  expect(run.stderr).not.toMatch(/error|warning/);
  expect(run.code).toBe(0);
  expect(existsSync(join(cwd, 'dist', 'mines', 'mines.en.pdf'))).toBe(false);
  const sheets = opened(bytesOf(cwd, 'trifold'));
  expect(pagesOf(sheets)).toHaveLength(2);
  expect(contentsOf(sheets).every((content) => content.includes('[3 3] 0 d'))).toBe(true);
  expect([0, 1].map((side) => formsOf(sheets, side).size)).toEqual([3, 3]);
});

test('pages that bleed: print is trimmed, a booklet on a larger sheet has the bleed to be cut', async () => {
  const cwd = withPages('size: A5; bleed: 3mm', {
    'content/mines/en.md': '# Mines\n\nText.\n\n::pagebreak\n\nMore text.\n',
    'content/mines/publication.yaml':
      'template: handout\noutputs: [print, booklet]\nbooklet: { sheet: A3, marks: [cut] }\n',
  });
  const run = await runCli(['build'], { cwd });
  expect(run.stderr).not.toMatch(/error|warning/);
  const [page] = pagesOf(opened(bytesOf(cwd, 'print')));
  expect((page?.mediaBox?.right ?? 0) - (page?.mediaBox?.left ?? 0)).toBeCloseTo(419.528, 2);
  const booklet = opened(bytesOf(cwd, 'booklet'));
  const [form] = formsOf(booklet, 0).values();
  const box = readRectangle(booklet, form?.dictionary.entries.get('BBox'));
  expect((box?.right ?? 0) - (box?.left ?? 0)).toBeCloseTo(419.528 + 8.504, 2);
});
