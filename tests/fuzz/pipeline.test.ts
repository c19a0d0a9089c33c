/** Random books without a fault through the whole program: each is printed and proved, or told why not. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { CliResult } from '../support/run-cli.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { cpSync } from 'node:fs';
import { randomBook } from './random-book.ts';
import { randomFrom, runSeed } from './random.ts';

const books = 36;

/** What a book without a fault may still be told: what does not fit its page. */
/** Random words of three languages stand side by side, with figures and quotation marks as chance has them. */
const lawful =
  /^(?:(?:makeup|paginator)\/|manuscript\/(?:unmarked-language|number-form|ordinal-form|quote-unpaired)$|preflight\/text-small)/;

const square = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="silver"/></svg>`;

const seeds = Array.from({ length: books }, (_, index) => runSeed * 100_000 + index);
const cwd = temporaryFolder();

interface Edition {
  readonly status: string;
  readonly diagnostics: readonly Diagnostic[];
}

let run: CliResult;
const editions = new Map<string, Edition>();

beforeAll(async () => {
  cpSync(join(checkout, 'templates'), join(cwd, 'templates'), { recursive: true });
  cpSync(join(checkout, 'tests', 'books', 'templates'), join(cwd, 'templates'), { recursive: true });
  for (const seed of seeds) {
    const random = randomFrom(seed);
    writeFiles(join(cwd, 'content', `seed ${seed}`), {
      'en.md': randomBook(random),
      'publication.yaml': `template: ${random.of(['report', 'handout', 'pocket', 'pocket'])}\n`,
      'small.svg': square(60, 30),
      'tall.svg': square(60, 300),
      'wide.svg': square(1500, 100),
    });
  }
  run = await runCli(['build', '--json'], { cwd });
  const printed = JSON.parse(run.stdout === '' ? '{"publications":[]}' : run.stdout) as {
    readonly publications: readonly { readonly publication: string; readonly editions: readonly Edition[] }[];
  };
  for (const { publication, editions: all } of printed.publications)
    for (const edition of all) editions.set(publication, edition);
});

test('the program ends as it should', () => {
  expect([0, 1], run.stderr).toContain(run.code);
  expect(editions.size).toBe(books);
});

test.each(seeds)('the book of seed %i is proved, or does not fit', (seed) => {
  const edition = editions.get(`seed ${seed}`);
  const text = randomBook(randomFrom(seed));
  const unlawful = edition?.diagnostics.filter(({ rule }) => !lawful.test(rule));
  expect(unlawful, `seed ${seed}:\n${text}`).toEqual([]);
  const isFaulty = edition?.diagnostics.some(({ severity }) => severity === 'error');
  expect(edition?.status).toBe(isFaulty === true ? 'failed' : 'built');
});
