/** The compiled program as a person runs it: what it says where, its exit codes, the files it leaves. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };

describe('the command line', () => {
  test('--version, --help', async () => {
    expect(await runCli(['--version'])).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 });
    const help = await runCli(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['build', 'check', 'doctor', 'new', 'hyphenate'])
      expect(help.stdout).toContain(`  ${command} `);
    const own = await runCli(['build', '--help']);
    for (const option of ['lang', 'as', 'content', 'out', 'locales', 'templates', 'jobs', 'strict', 'json'])
      expect(own.stdout).toContain(`--${option}`);
  });

  test.each([
    [['biuld'], "unknown command 'biuld'", 'Did you mean build?'],
    [['build', '--lagn', 'az'], "unknown option '--lagn'", 'Did you mean --lang?'],
    [['check', '--out', 'x'], "unknown option '--out'", ''],
    [['build', '--lang'], "option '--lang <tags>' argument missing", ''],
    [['build', '--lang', ','], 'Name at least one', ''],
    [['build', '--jobs', '0'], 'Expected a whole number from 1 to 64', ''],
    [['build', '--jobs', 'many'], 'Expected a whole number from 1 to 64', ''],
    [['new'], "missing required argument 'publication'", ''],
    [['new', 'a', 'b'], 'too many arguments', ''],
    [[], 'Usage: trifolio', ''],
  ])('wrong use: %j', async (args, fault, suggestion) => {
    const run = await runCli(args);
    expect(run.stderr).toContain(fault);
    expect(run.stderr).toContain(suggestion);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });

  test('names that do not exist', async () => {
    const cwd = writeFiles(temporaryFolder('Nəşrlər и прочее'), { 'content/Gəncə/az.md': '# A\n' });
    const name = await runCli(['build', 'Gence'], { cwd });
    expect(name.stderr).toContain('config/publication-unknown  Unexpected publication `Gence`');
    expect(name.stderr).toContain('hint: did you mean `Gəncə`?');
    expect(name.code).toBe(2);
    const language = await runCli(['check', '--lang', 'ru,az'], { cwd });
    expect(language.stderr).toContain('config/language-absent  Unexpected language `ru`');
    expect(language.code).toBe(2);
    const output = await runCli(['build', '--as', 'pritn'], { cwd });
    expect(output.stderr).toContain('hint: did you mean `print`?');
    expect(output.code).toBe(2);
    const folder = await runCli(['build', '--content', 'contents'], { cwd });
    expect(folder.stderr).toContain('config/content-missing  Unexpected folder `contents`');
    expect(folder.code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['content']);
  });
});

describe('new', () => {
  test('makes a folder and overwrites nothing', async () => {
    const cwd = temporaryFolder('Nəşrlər и прочее');
    const run = await runCli(['new', 'Gəncə 2000', '--lang', 'ru,AZ'], { cwd });
    expect(run.stderr).toBe('Write your text into these files, then: npx trifolio build "Gəncə 2000"\n');
    const names = ['publication.yaml', 'ru.md', 'az.md', 'figures/'];
    expect(run.stdout).toBe(names.map((name) => `content/Gəncə 2000/${name}\n`).join(''));
    expect(run.code).toBe(0);
    const folder = join(cwd, 'content', 'Gəncə 2000');
    expect(readdirSync(folder).sort()).toEqual(['az.md', 'figures', 'publication.yaml', 'ru.md']);
    expect(readdirSync(join(folder, 'figures'))).toEqual([]);
    const az = readFileSync(join(folder, 'az.md'), 'utf8');
    for (const part of ['[^', ':::key', ':::table']) expect(az).toContain(part);
    expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toMatch(/^source: ru /m);

    writeFileSync(join(folder, 'az.md'), 'mine');
    const again = await runCli(['new', 'Gəncə 2000'.normalize('NFD')], { cwd });
    expect(again.stderr).toContain('config/exists');
    expect(again.code).toBe(2);
    expect(readFileSync(join(folder, 'az.md'), 'utf8')).toBe('mine');
  });

  test('refuses what cannot be, all in one run', async () => {
    const cwd = temporaryFolder();
    const run = await runCli(['new', '../x', '--lang', 'xx', '--template', 'repotr'], { cwd });
    expect(run.stderr).toContain('config/name-invalid  Unexpected `/` in the name `../x`');
    expect(run.stderr).toContain('config/language-unknown  Unexpected language `xx`');
    expect(run.stderr).toContain('config/template-unknown  Unexpected template `repotr`');
    expect(run.stderr).toContain('hint: did you mean `report`?');
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('all languages there are, a language without a starting text among them', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'locales/xx/language.yaml': '' });
    const run = await runCli(['new', 'x'], { cwd });
    expect(run.code).toBe(0);
    expect(readFileSync(join(cwd, 'content', 'x', 'xx.md'), 'utf8')).toBe('---\ntitle: "x"\n---\n\n');
    const all = await runCli(['new', 'x', '--content', 'all', '--locales', join(checkout, 'locales')], {
      cwd,
    });
    expect(all.code).toBe(0);
    expect(existsSync(join(cwd, 'all', 'x', 'en.md'))).toBe(true);
  });
});

describe('doctor', () => {
  test('tells what the program works with', async () => {
    const run = await runCli(['doctor']);
    expect(run.stdout).toContain('Nothing is wrong.');
    for (const subject of [
      'Trifolio',
      'Node',
      'System',
      'Cache',
      'Packages',
      'Browser',
      'Sandbox',
      'Languages',
      'Templates',
      'Fonts',
      'Content',
    ])
      expect(run.stdout).toMatch(new RegExp(`^${subject} `, 'm'));
    expect(run.stdout).toContain(process.versions.node);
    expect(run.stdout).toContain('Literata');
    expect(run.code).toBe(0);
  });

  test('tells what is wrong and what mends it', async () => {
    const cwd = temporaryFolder();
    const run = await runCli(['doctor', '--templates', 'none', '--locales', 'none'], {
      cwd,
      env: { PUPPETEER_EXECUTABLE_PATH: join(cwd, 'no-browser') },
    });
    expect(run.stdout).toContain('3 things are wrong. What mends it:');
    expect(run.stdout).toContain('correct the variable PUPPETEER_EXECUTABLE_PATH or take it away');
    expect(run.stdout).toContain('name their folder with --templates');
    expect(run.code).toBe(3);
  });

  test('a browser that does not start', async () => {
    const run = await runCli(['doctor'], { env: { PUPPETEER_EXECUTABLE_PATH: process.execPath } });
    expect(run.stdout).toMatch(/^Browser {5}wrong: Unexpected end of the browser/m);
    expect(run.code).toBe(3);
  });
});
