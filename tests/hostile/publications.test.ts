/**
 * Hostile publications through the whole program, all in one run: each is told of or harmless, nothing reaches the network,
 * nothing is written outside `dist`.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { pagesText } from '../books/pages-text.ts';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { startCanary } from './canary.ts';
import { hostilePublications } from './hostile-publications.ts';
import { ordinaryUser } from './ordinary-user.ts';

interface Printed {
  readonly publications: readonly {
    readonly publication: string;
    readonly editions: readonly {
      readonly lang: string;
      readonly status: string;
      readonly diagnostics: readonly Diagnostic[];
    }[];
  }[];
  readonly diagnostics: readonly Diagnostic[];
}

const secret = {
  'secret/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'secret/az.md': '# Secret\n\nSecret words.\n',
  'secret/chart.yaml': 'kind: bars\n',
};

/** Every file below a folder with its checksum; links are not followed. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}`,
    )
    .sort();

const canary = await startCanary();
const cwd = writeFiles(temporaryFolder('a folder'), secret);
const temporary = temporaryFolder('temporary');
const expectedOf = new Map<string, readonly string[]>();

for (const [name, { files, links = {}, told = [] }] of Object.entries(hostilePublications)) {
  const expected: string[] = [...told];
  for (const [path, content] of Object.entries(files)) {
    const file = `content/${name}/${path}`;
    if (typeof content !== 'string') {
      writeFiles(cwd, { [file]: content });
      continue;
    }
    const source = marked(file, content.replaceAll('ORIGIN', canary.origin));
    writeFiles(cwd, { [file]: source.text });
    expected.push(...source.expected);
  }
  for (const [path, target] of Object.entries(links)) {
    const link = join(cwd, 'content', name, path);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
  expectedOf.set(name, expected);
}

const user = ordinaryUser([cwd, temporary]);
let run: CliResult;
let doctor: CliResult;
let printed: Printed;
let before: readonly string[];

beforeAll(async () => {
  before = filesOf(cwd);
  const options = { ...user, cwd, env: { ...user?.env, TMPDIR: temporary } };
  run = await runCli(['build', '--json'], options);
  doctor = await runCli(['doctor'], options);
  printed = JSON.parse(run.stdout) as Printed;
});

test('the run ends with exit code 1 and no word of a fault of ours', () => {
  expect(run.code, run.stderr).toBe(1);
  expect(run.stderr).not.toContain('This is a fault of Trifolio');
  // oxlint-disable-next-line no-control-regex -- what could move the cursor of a terminal is what is looked for
  expect(run.stderr).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/);
});

test.skipIf(user === undefined)("the browser's sandbox was on", () => {
  expect(doctor.stdout + doctor.stderr).toMatch(/Sandbox +on/);
});

test('nothing was asked of the network', () => {
  expect(canary.heard()).toEqual([]);
});

test('nothing was changed, and nothing was written but reports and PDFs in `dist`', () => {
  const after = filesOf(cwd);
  expect(after.filter((line) => !line.startsWith('dist/'))).toEqual(before);
  const made = after.filter((line) => line.startsWith('dist/')).map((line) => line.replace(/ \w+$/, ''));
  expect(made.filter((path) => !/\/(?:report\.json|[^/]+\.pdf)$/.test(path))).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

describe('each is told of, at its place, or comes out whole:', () => {
  for (const [name, { shows = [] }] of Object.entries(hostilePublications)) {
    test(name, async () => {
      const editions = printed.publications.find(({ publication }) => publication === name)?.editions ?? [];
      const inFolder = ({ place }: Diagnostic): boolean =>
        place?.file.startsWith(`content/${name}/`) === true;
      const own = editions.flatMap(({ diagnostics }) => diagnostics);
      const all = [...printed.diagnostics.filter(inFolder), ...own];
      expectDiagnostics(all, expectedOf.get(name));
      for (const { lang, status, diagnostics } of editions) {
        const isFaulty = [...all.filter(({ place }) => place?.file.endsWith('.yaml')), ...diagnostics].some(
          ({ severity }) => severity === 'error',
        );
        expect(status).toBe(isFaulty ? 'failed' : 'built');
        expect(existsSync(join(cwd, 'dist', name, `${name}.${lang}.pdf`))).toBe(!isFaulty);
      }
      if (shows.length === 0) return;
      const pages = await pagesText(readFileSync(join(cwd, 'dist', name, `${name}.en.pdf`)));
      const text = pages.join('\n').replaceAll(/\s+/g, ' ');
      for (const words of shows) expect(text).toContain(words);
    });
  }
});
