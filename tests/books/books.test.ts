/**
 * Small books through the whole program, held against what was read and accepted before: report, text by page, boxes and fonts.
 * However a book is built, its PDF is the same to the byte. `npm test -- tests/books --update` accepts a change.
 */
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packedBrowser } from '../../src/chromium/package-browser.ts';
import { readMachine } from '../../src/platform/machine.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pagesText } from './pages-text.ts';
import type { BookReport } from './read-book.ts';
import { bookNames, boxesAndFonts, lastingReport } from './read-book.ts';

interface Setup {
  /** Name of the working folder. */
  readonly folder: string;
  readonly content: string;
  readonly out: string;
  /** Changes every text of the books. */
  readonly change?: (text: string) => string;
}

interface Press extends Setup {
  readonly cwd: string;
}

/** A working folder with all the books and with the templates, ours and theirs. */
const setUp = (setup: Setup): Press => {
  const cwd = temporaryFolder(setup.folder);
  cpSync(join(checkout, 'templates'), join(cwd, 'templates'), { recursive: true });
  cpSync(join(import.meta.dirname, 'templates'), join(cwd, 'templates'), { recursive: true });
  for (const name of bookNames) {
    const folder = join(cwd, setup.content, name);
    cpSync(join(import.meta.dirname, name, 'content'), folder, { recursive: true });
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:md|yaml)$/.test(path) || setup.change === undefined) continue;
      writeFileSync(join(folder, path), setup.change(readFileSync(join(folder, path), 'utf8')));
    }
  }
  return { ...setup, cwd };
};

/** Builds the books; goes out: the reports that were printed. */
const buildBooks = async (press: Press, options: readonly string[]): Promise<readonly BookReport[]> => {
  const folders = ['--content', press.content, '--out', press.out];
  const run = await runCli(['build', '--json', ...folders, ...options], { cwd: press.cwd });
  expect([0, 1], run.stderr).toContain(run.code);
  return (JSON.parse(run.stdout) as { readonly publications: readonly BookReport[] }).publications;
};

/** `book language` → checksum of its PDF, or what became of it. */
const sumsOf = (reports: readonly BookReport[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    reports.flatMap(({ publication, editions }) =>
      editions.map(({ lang, sha256, status }) => [`${publication} ${lang}`, sha256 ?? status] as const),
    ),
  );

const plain: Setup = { folder: 'books', content: 'content', out: 'dist' };
let press: Press;
let reports: readonly BookReport[];

beforeAll(async () => {
  press = setUp(plain);
  reports = await buildBooks(press, []);
});

// Another browser than the one that comes with the program may break a line elsewhere.
const sameBrowser = packedBrowser(readMachine()) !== undefined;

describe.skipIf(!sameBrowser)('the book', () => {
  for (const name of bookNames) {
    test(`${name} is what it was`, async () => {
      const report = reports.find(({ publication }) => publication === name);
      if (report === undefined) throw new Error(`there is no report of ${name}`);
      const expected = join(import.meta.dirname, name, 'expected');
      await expect(lastingReport(report)).toMatchFileSnapshot(join(expected, 'report.json'));
      for (const { lang, file } of report.editions) {
        if (file === undefined) continue;
        const bytes = readFileSync(join(press.cwd, press.out, name, file));
        const pages = (await pagesText(bytes)).map((text, index) => `── page ${index + 1} ──\n${text}`);
        await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot(join(expected, `${lang}.txt`));
        await expect(boxesAndFonts(bytes)).toMatchFileSnapshot(join(expected, `${lang}.boxes.txt`));
      }
    });
  }
});

describe('the PDFs are the same to the byte', () => {
  test('with CRLF line ends, one edition at a time, in folders with spaces and letters of three languages', async () => {
    const other = setUp({
      folder: 'Kitablar və книги',
      content: 'Мои тексты və şəkillər',
      out: 'Çap üçün/в печать',
      change: (text) => text.replaceAll('\n', '\r\n'),
    });
    expect(sumsOf(await buildBooks(other, ['--jobs', '1']))).toEqual(sumsOf(reports));
  });

  test('with a byte order mark, three editions at a time', async () => {
    const other = setUp({ ...plain, change: (text) => `\uFEFF${text}` });
    expect(sumsOf(await buildBooks(other, ['--jobs', '3']))).toEqual(sumsOf(reports));
  });

  test('when each language is built alone, the reports of the others are kept', async () => {
    const other = setUp({ ...plain, folder: 'one by one' });
    for (const tag of ['en', 'az', 'ru']) {
      const alone = Object.entries(sumsOf(await buildBooks(other, ['--lang', tag])));
      const together = Object.entries(sumsOf(reports)).filter(([edition]) => edition.endsWith(` ${tag}`));
      expect(alone).toEqual(together);
    }
    const kept = bookNames.map(
      (name) => JSON.parse(readFileSync(join(other.cwd, 'dist', name, 'report.json'), 'utf8')) as BookReport,
    );
    expect(sumsOf(kept)).toEqual(sumsOf(reports));
  });

  test('when they are built once more over those of before', async () => {
    expect(sumsOf(await buildBooks(press, []))).toEqual(sumsOf(reports));
  });
});
