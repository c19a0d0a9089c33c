/** One source gives one file per output: twenty builds through the command line, in any order, with any number of jobs. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temporary-folder.ts';

const outputs = ['print', 'press', 'booklet', 'n-up', 'screen'];

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><defs><linearGradient id="a"><stop stop-color="#0f4c5c"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="200" height="100" fill="url(#a)"/></svg>`;

/** A page with a note, a figure and a table. */
const text = (title: string, word: string): string => `---
title: ${title}
---

# ${word}

${word}.[^a] ![${word}](figures/field.svg)

| ${word} | ${word} |
| --- | --- |
| ${word} | 5 |

[^a]: ${word}.
`;

const names = ['first', 'second', 'third'];

const settings = 'date: 2000-07\ntemplate: handout\nsource: en\n';

const books = Object.fromEntries([
  ...names.flatMap((name) => [
    [`content/${name}/publication.yaml`, settings],
    [`content/${name}/figures/field.svg`, drawing],
    [`content/${name}/en.md`, text(name, 'Mines')],
  ]),
  ['content/first/az.md', text('first', 'Minalar')],
]);

const editions = [...names.map((name) => `${name}.en`), 'first.az'];

/** The names in another order for each round, all six of them in turn. */
const ordered = (round: number): readonly string[] => {
  const [first = '', second = '', third = ''] = [...names.slice(round % 3), ...names.slice(0, round % 3)];
  return round % 2 === 0 ? [first, second, third] : [third, second, first];
};

test('twenty builds in shuffled order and with several jobs', async () => {
  const cwd = folderWith(books);
  const sums = new Map<string, Set<string>>();
  for (let round = 0; round < 20; round += 1) {
    const jobs = String((round % 4) + 1);
    const built = ['build', ...ordered(round), '--as', outputs.join(','), '--jobs', jobs];
    const run = await runCli(built, { cwd });
    expect(run.stderr).not.toMatch(/ error | warning /);
    expect(run.code).toBe(0);
    for (const edition of editions) {
      for (const output of outputs) {
        const file = `${edition}${output === 'print' ? '' : `.${output}`}.pdf`;
        const bytes = readFileSync(join(cwd, 'dist', edition.replace(/\..*/, ''), file));
        const sum = createHash('sha256').update(bytes).digest('hex');
        sums.set(file, (sums.get(file) ?? new Set()).add(sum));
      }
    }
  }
  expect(sums.size).toBe(editions.length * outputs.length);
  expect([...sums].filter(([, different]) => different.size > 1).map(([file]) => file)).toEqual([]);
}, 300_000);
