/** Texts that are too deep, too many or too long, through the whole program: each is read to an end and told of, or laid out. */
import { beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const depth = 10_000;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Texts, and the rules of which one at least is told of each; none for those that are sound. */
const texts: Readonly<Record<string, readonly [text: string, ...rules: string[]]>> = {
  'quotations in quotations': [`${'> '.repeat(depth)}Words.`, 'manuscript/too-deep'],
  'lists in lists': [`${'- '.repeat(depth)}Words.`, 'manuscript/too-deep'],
  'lists indented further and further': [
    numbers(500)
      .map((level) => `${'  '.repeat(level)}- Words.`)
      .join('\n'),
    'manuscript/too-deep',
  ],
  'boxes in boxes': [':::key\n'.repeat(depth), 'manuscript/too-deep'],
  'brackets in brackets': [`${'['.repeat(depth)}Words${']'.repeat(depth)}`, 'manuscript/too-entangled'],
  'notes in notes': [
    `Words${'^[a'.repeat(depth)}${']'.repeat(depth)}`,
    'manuscript/too-entangled',
    'manuscript/too-deep',
  ],
  'stars in stars': [
    `${'*a **b '.repeat(depth / 2)}${'** c* '.repeat(depth / 2)}`,
    'manuscript/too-entangled',
    'manuscript/too-deep',
  ],
  'elements in elements': [
    `Words ${'<sub>'.repeat(depth)}more${'</sub>'.repeat(depth)}.`,
    'manuscript/html-refused',
    'manuscript/too-entangled',
  ],
  'a comment of ten megabytes': [`Words.\n\n<!-- ${'a comment '.repeat(1_000_000)} -->\n\nMore.`],
  'a text of more than is read': [`Words.\n\n${'Words. '.repeat(5_000_000)}`, 'platform/file-too-large'],
  'a table of a thousand rows': [
    `| Row | Words |\n| --- | --- |\n${numbers(1000)
      .map((row) => `| ${row} | Words of a row. |`)
      .join('\n')}`,
  ],
  'a table of three hundred columns': [
    `|${' A |'.repeat(300)}\n|${' - |'.repeat(300)}\n|${' b |'.repeat(300)}`,
    'paginator/scaled',
  ],
  'a word of a hundred thousand letters': ['x'.repeat(100_000), 'paginator/overfull'],
};

interface Edition {
  readonly status: string;
  readonly notes?: number;
  readonly pages?: number;
  readonly diagnostics: readonly Diagnostic[];
}

const cwd = temporaryFolder();
const editions = new Map<string, Edition>();
let run: CliResult;

const titled = (text: string): string => `---\ntitle: Book\n---\n\n${text}\n`;

/** Everything but printing: it is the reading and setting of such texts that could take for ever. */
const check = async (publications: readonly string[]): Promise<CliResult> => {
  const checked = await runCli(['check', '--json', ...publications], { cwd });
  const printed = JSON.parse(checked.stdout) as {
    readonly publications: readonly { readonly publication: string; readonly editions: readonly Edition[] }[];
  };
  for (const { publication, editions: all } of printed.publications)
    for (const edition of all) editions.set(publication, edition);
  return checked;
};

beforeAll(async () => {
  for (const [name, [text]] of Object.entries(texts))
    writeFiles(cwd, { [`content/${name}/en.md`]: titled(text) });
  run = await check([]);
});

test('the program ends as it should', () => {
  expect(run.code, run.stderr.slice(0, 5000)).toBe(1);
  expect(run.stderr).not.toContain('This is a fault of Trifolio');
});

test.each(Object.entries(texts))('%s', (name, [, ...rules]) => {
  const edition = editions.get(name);
  const told: readonly string[] = [...new Set(edition?.diagnostics.map(({ rule }) => rule))];
  if (rules.length === 0) expect(told).toEqual([]);
  else
    expect(
      rules.filter((rule) => told.includes(rule)),
      told.join(', '),
    ).not.toEqual([]);
  const isFaulty = edition?.diagnostics.some(({ severity }) => severity === 'error') === true;
  expect(edition?.status).toBe(isFaulty ? 'failed' : 'checked');
});

test('ten thousand notes', async () => {
  const calls = numbers(10_000).map((index) => `Words[^${index}] and more.`);
  const notes = numbers(10_000).map((index) => `[^${index}]: Note ${index}.`);
  writeFiles(cwd, { 'content/notes/en.md': titled(`${calls.join('\n\n')}\n\n${notes.join('\n\n')}`) });
  expect((await check(['notes'])).code).toBe(0);
  const edition = editions.get('notes');
  expect(edition).toMatchObject({ status: 'checked', notes: 10_000 });
  expect(edition?.pages).toBeGreaterThan(100);
  expect(edition?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
