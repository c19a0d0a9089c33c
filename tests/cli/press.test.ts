/** The output press end to end: the pages of print, in inks, judged as a print shop judges them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { operatorCode, readContent } from '../../src/prepress/content-tokens.ts';
import { pageContent } from '../../src/prepress/page-content.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import { latinText } from '../../src/prepress/pdf-values.ts';
import { askQpdf } from '../support/qpdf.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const prose = 'They were cleared by hand, and nobody kept a map of them. ';

const text = `# Mines

There were mines.[^a] See [the rest](#rest) or https://example.org.

| place | mines |
| --- | --- |
| here | 5 |

# The rest {#rest}

${prose.repeat(200)}

[^a]: A source.
`;

const settings = "date: 2000-07\ntemplate: handout\noutputs: [print, press]\nhouse: { colour: '#000000' }\n";

const mines = (more = ''): string =>
  writeFiles(temporaryFolder(), {
    'content/mines/en.md': text,
    'content/mines/publication.yaml': settings + more,
  });

const opened = (cwd: string, name: string): PdfFile => {
  const file = openPdf(readFileSync(join(cwd, 'dist', 'mines', name)));
  if (!isPdfFile(file)) throw new Error(file.expected);
  return file;
};

const contentsOf = (file: PdfFile): readonly Uint8Array[] =>
  pagesOf(file).map((page) => pageContent(file, page) ?? new Uint8Array());

/** Operators that choose colours or graphics states: all that a press may change. */
const paints = new Set(['rg', 'RG', 'g', 'G', 'k', 'K', 'gs'].map(operatorCode));

/** All other operators with their operands: text, fonts, matrices, paths, tags. */
const drawingOf = (content: Uint8Array): readonly string[] => {
  const drawing: string[] = [];
  readContent(content, (operator, { count, starts, ends }) => {
    if (paints.has(operator)) return;
    const operands = Array.from({ length: count }, (_, index) =>
      latinText(content.subarray(starts[index], ends[index])),
    );
    drawing.push(`${operands.join(' ')} ${operator}`);
  });
  return drawing;
};

/** What `q`, the clip and the marks put round the page's own content. */
const innerDrawing = (content: Uint8Array): readonly string[] => {
  const drawing = drawingOf(content);
  const marks = drawing.findLastIndex((line) => line.startsWith('/Artifact <</Type /Layout>>'));
  return drawing.slice(4, marks - 1);
};

describe('press', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = mines();
    const run = await runCli(['build'], { cwd });
    expect(run.stderr).not.toMatch(/error|warning/);
    expect(run.code).toBe(0);
  });

  test('its pages draw what those of print draw: the same glyphs, fonts and matrices', () => {
    const [print, press] = [opened(cwd, 'mines.en.pdf'), opened(cwd, 'mines.en.press.pdf')];
    const drawn = contentsOf(press).map(innerDrawing);
    expect(drawn).toEqual(contentsOf(print).map(drawingOf));
    expect(drawn.length).toBeGreaterThan(2);
  });

  test('text is on the black plate alone', () => {
    const [cyan, screens] = [new Set<number>(), new Set<number>()];
    const colours = new Map([
      [operatorCode('k'), cyan],
      [operatorCode('K'), cyan],
      [operatorCode('rg'), screens],
      [operatorCode('RG'), screens],
      [operatorCode('cs'), screens],
      [operatorCode('CS'), screens],
    ]);
    for (const content of contentsOf(opened(cwd, 'mines.en.press.pdf'))) {
      readContent(content, (operator, { numbers }) => {
        colours.get(operator)?.add((numbers[0] ?? 0) + (numbers[1] ?? 0) + (numbers[2] ?? 0));
      });
    }
    expect([...cyan]).toEqual([0]);
    expect([...screens]).toEqual([]);
  });

  test('a reader that shares no code with ours has nothing to say of it', async () => {
    expect(await askQpdf(readFileSync(join(cwd, 'dist', 'mines', 'mines.en.press.pdf')), '--check')).toBe(0);
  });

  test('the same source gives the same bytes', async () => {
    const again = mines();
    expect((await runCli(['build', '--as', 'press'], { cwd: again })).code).toBe(0);
    const bytesOf = (folder: string): Buffer =>
      readFileSync(join(folder, 'dist', 'mines', 'mines.en.press.pdf'));
    expect(bytesOf(again).equals(bytesOf(cwd))).toBe(true);
  });
});

test('a profile that is not there is told at its line, and print is built', async () => {
  const cwd = mines('press: { profile: shop.icc, images: cmyk }\n');
  const run = await runCli(['build'], { cwd });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^content\/mines\/publication.yaml:5:10 {2}error {2}prepress\/profile-missing/m);
  expect(run.stdout).toMatch(/mines\.en\.pdf$/m);
});

/** The header of a CMYK profile, and nothing else. */
const hollowProfile = `${'\0'.repeat(8)}\x02${'\0'.repeat(3)}prtrCMYKLab ${'\0'.repeat(12)}acsp`.padEnd(
  200,
  '\0',
);

describe('check tries what the press needs', () => {
  const checked = async (settingsOfPress: string, files = {}): Promise<string> => {
    const cwd = writeFiles(mines(settingsOfPress), files);
    const run = await runCli(['check'], { cwd });
    expect(run.code).toBe(1);
    return run.stderr;
  };

  test('a profile that is missing, of the wrong colours or hollow, at its line', async () => {
    const asked = 'press: { profile: shop.icc }\n';
    const at = String.raw`^content/mines/publication.yaml:5:10 {2}error {2}prepress/`;
    expect(await checked(asked)).toMatch(new RegExp(`${at}profile-missing`, 'm'));
    const rgb = { 'content/mines/shop.icc': readFileSync(join(checkout, 'profiles', 'sRGB.icc')) };
    expect(await checked(asked, rgb)).toMatch(new RegExp(`${at}profile-unusable`, 'm'));
    const hollow = { 'content/mines/shop.icc': hollowProfile };
    expect(await checked(asked, hollow)).toMatch(
      new RegExp(`${at.replace(':10', ':1')}profile-unusable`, 'm'),
    );
  });

  test('the date', async () => {
    const cwd = writeFiles(mines(), {
      'content/mines/publication.yaml': settings.replace('date: 2000-07\n', ''),
    });
    const run = await runCli(['check'], { cwd, env: { SOURCE_DATE_EPOCH: undefined } });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('prepress/date-missing');
  });
});
