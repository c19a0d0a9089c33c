/** `build` and `check` as a person runs them: PDFs, reports, exit codes, what is left of earlier builds. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWholePdf } from '../support/pdf-text.ts';
import { runCli, startCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const en = '# Mines\n\nThere were mines.[^a]\n\n[^a]: A source.\n';
const az = '# Minalar\n\nMinalar var idi[^a].\n\n[^a]: Mənbə.\n';
const ru = '# Мины\n\nЗдесь были мины[^a].\n\n[^a]: Источник.\n';

interface Report {
  readonly schema: number;
  readonly publication: string;
  readonly editions: readonly {
    readonly lang: string;
    readonly as: string;
    readonly status: string;
    readonly file?: string;
    readonly pages?: number;
    readonly diagnostics: readonly { readonly rule: string }[];
  }[];
}

const reportIn = (cwd: string, name: string): Report =>
  JSON.parse(readFileSync(join(cwd, 'dist', name, 'report.json'), 'utf8')) as Report;

const statusOf = (report: Report): readonly string[] =>
  report.editions.map(({ lang, as, status }) => `${lang} ${as} ${status}`);

describe('build', () => {
  test('one text and nothing else, in a folder with spaces and letters of all languages', async () => {
    const cwd = writeFiles(temporaryFolder('Nəşrlər и прочее'), { 'content/Gəncə 2000/en.md': en });
    const run = await runCli(['build'], { cwd });
    expect(run.stderr).toMatch(/^Gəncə 2000 en: reading$/m);
    expect(run.stderr).not.toMatch(/error|warning/);
    expect(run.stdout).toMatch(
      /^Gəncə 2000 {2}en {2}\d+ pages? {2}1 note {2}\d+ KB {2}\d+\.\d s {2}dist\/Gəncə 2000\/Gəncə 2000\.en\.pdf\n$/,
    );
    expect(run.code).toBe(0);
    const folder = join(cwd, 'dist', 'Gəncə 2000');
    expect(readdirSync(folder).sort()).toEqual(['Gəncə 2000.en.pdf', 'report.json']);
    expect(isWholePdf(join(folder, 'Gəncə 2000.en.pdf'))).toBe(true);
    expect(reportIn(cwd, 'Gəncə 2000')).toMatchObject({
      schema: 1,
      publication: 'Gəncə 2000',
      editions: [{ lang: 'en', as: 'print', status: 'built', file: 'Gəncə 2000.en.pdf', diagnostics: [] }],
    });
  });

  test('what `new` makes is clean, strictly', async () => {
    const cwd = temporaryFolder();
    expect((await runCli(['new', 'first'], { cwd })).code).toBe(0);
    const run = await runCli(['build', '--strict', '--json'], { cwd });
    const printed = JSON.parse(run.stdout) as {
      publications: readonly Report[];
      diagnostics: readonly unknown[];
    };
    expect(printed.diagnostics).toEqual([]);
    expect(printed.publications[0]?.editions.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(printed.publications[0]?.editions.map(({ status }) => status)).toEqual([
      'built',
      'built',
      'built',
    ]);
    expect(run.code).toBe(0);
  });

  test('a faulty edition fails alone, and leaves the earlier file where it is', async () => {
    const files = { 'content/x/en.md': en, 'content/x/az.md': az, 'content/x/ru.md': ru };
    const cwd = writeFiles(temporaryFolder(), files);
    expect((await runCli(['build'], { cwd })).code).toBe(0);
    const earlier = readFileSync(join(cwd, 'dist', 'x', 'x.az.pdf'));

    writeFileSync(join(cwd, 'content', 'x', 'az.md'), `${az}\nDaha bir qeyd[^b].\n`);
    const run = await runCli(['build', '--lang', 'az,EN'], { cwd });
    expect(run.stderr).toMatch(
      /^content\/x\/az\.md:7:14 {2}error {2}manuscript\/note-undefined {2}Unexpected /m,
    );
    expect(run.stderr).toMatch(/\n1 error\n$/);
    const lines = run.stdout.split('\n');
    expect(lines[0]).toMatch(/^x {2}az .* failed: 1 error; the earlier dist\/x\/x\.az\.pdf is still there$/);
    expect(lines[1]).toMatch(/^x {2}en .* dist\/x\/x\.en\.pdf$/);
    expect(run.code).toBe(1);
    expect(readFileSync(join(cwd, 'dist', 'x', 'x.az.pdf')).equals(earlier)).toBe(true);
    expect(statusOf(reportIn(cwd, 'x'))).toEqual(['az print failed', 'en print built', 'ru print built']);
  });

  test('errors in publication.yaml: the texts are checked, nothing is printed', async () => {
    const cwd = writeFiles(temporaryFolder(), {
      'content/x/en.md': `${en}\nMore.[^b]\n`,
      'content/x/publication.yaml': 'tempalte: handout\r\npages: { max: two }\r\n',
    });
    const run = await runCli(['build'], { cwd });
    for (const told of [
      'content/x/en.md:7:6  error  manuscript/note-undefined',
      'content/x/publication.yaml:1:1  error  config/key-unknown',
      'content/x/publication.yaml:2:15  error  config/value-invalid',
      '3 errors',
    ])
      expect(run.stderr).toContain(told);
    expect(run.code).toBe(1);
    expect(existsSync(join(cwd, 'dist', 'x', 'x.en.pdf'))).toBe(false);
    expect(statusOf(reportIn(cwd, 'x'))).toEqual(['en print failed']);
  });

  test('warnings count with --strict only', async () => {
    const cwd = writeFiles(temporaryFolder(), {
      'content/x/en.md': en,
      'content/x/publication.yaml': 'house: { isbn: 978-0-306-40615-8 }\n',
    });
    const run = await runCli(['check'], { cwd });
    expect(run.stderr).toContain('warning  config/isbn-checksum');
    expect(run.stderr).toMatch(/\n1 warning\n$/);
    expect(run.code).toBe(0);
    expect((await runCli(['check', '--strict'], { cwd })).code).toBe(1);
  });

  test('--json: one object on standard output, all else on standard error', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': en, 'content/y/en.md': 'x[^b]\n' });
    const run = await runCli(['build', '--json'], { cwd });
    const printed = JSON.parse(run.stdout) as { status: number; publications: readonly Report[] };
    expect(Object.keys(printed)).toEqual(['schema', 'status', 'publications', 'diagnostics']);
    expect(printed).toMatchObject({ schema: 1, status: 1 });
    expect(printed.publications.map(({ publication }) => publication)).toEqual(['x', 'y']);
    expect(printed.publications[0]).toEqual(reportIn(cwd, 'x'));
    expect(run.stderr).toContain('manuscript/note-undefined');
    expect(run.stderr).toContain('dist/x/x.en.pdf');
    expect(run.code).toBe(1);
    const wrong = await runCli(['build', 'z', '--json'], { cwd });
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      status: 2,
      publications: [],
      diagnostics: [{ rule: 'config/publication-unknown' }],
    });
    expect(wrong.code).toBe(2);
  });

  test('folders elsewhere, typed with backslashes, and where none can be', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'my texts/Şəki/x/en.md': en, 'a file': '' });
    const run = await runCli(['build', '--content', 'my texts\\Şəki', '--out', 'for the press'], { cwd });
    expect(run.stdout).toContain('for the press/x/x.en.pdf');
    expect(run.code).toBe(0);
    const refused = await runCli(['build', '--content', 'my texts/Şəki', '--out', 'a file/x'], { cwd });
    expect(refused.stderr).toContain('config/folder-invalid  Unexpected `a file/x`');
    expect(refused.code).toBe(2);
  });
});

describe('check', () => {
  test('tells what is wrong and writes nothing', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': en, 'content/x/az.md': az });
    const run = await runCli(['check', 'x'], { cwd });
    expect(run.stdout).toMatch(/^x {2}az .* checked\nx {2}en .* checked\n$/);
    expect(run.code).toBe(0);
    expect(readdirSync(cwd)).toEqual(['content']);
  });
});

describe('interruption', () => {
  test.skipIf(process.platform === 'win32')(
    'Ctrl-C: code 130, nothing half done, the earlier file',
    async () => {
      const chapters = Array.from(
        { length: 60 },
        (_, index) => `## Head ${index}\n\n${'Words. '.repeat(400)}\n`,
      );
      const text = `# Book\n\n${chapters.join('\n')}`;
      const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': en });
      expect((await runCli(['build'], { cwd })).code).toBe(0);
      const earlier = readFileSync(join(cwd, 'dist', 'x', 'x.en.pdf'));
      writeFileSync(join(cwd, 'content', 'x', 'en.md'), text);
      const temporary = temporaryFolder('temporary');
      const running = startCli(['build'], { cwd, env: { TMPDIR: temporary } });
      await running.said('x en: setting the pages');
      running.child.kill('SIGINT');
      const run = await running.finished;
      expect(run.stderr).toContain('platform/interrupted');
      expect(run.code).toBe(130);
      expect(readdirSync(join(cwd, 'dist', 'x')).sort()).toEqual(['report.json', 'x.en.pdf']);
      expect(readFileSync(join(cwd, 'dist', 'x', 'x.en.pdf')).equals(earlier)).toBe(true);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});
