// @ts-check
/**
 * `npm run bench`: measures the program against Chromium alone (the floor) and against Paged.js, all in one run on one
 * machine, and prints Markdown tables. Options: `--pages 5,50` for some books only, `--runs N` (3), `--write` puts the
 * tables into docs/performance.md.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { writeBook } from '../bench/book/book.js';
import { figuresPage } from '../bench/figures.js';
import { median, peakMemory, timed } from '../bench/processes/run.js';
import { ensureCompiled, ensureInstalled, root, runStep } from './prepare.js';

/** @typedef {import('../bench/figures.js').BookFigures} BookFigures */
/** @typedef {import('../bench/processes/run.js').Run} Run */

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5,50,250,1000' },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.pages.split(',').map(Number);
const runs = Number(values.runs);
/** The longest book that Paged.js is asked to set; longer ones are measured once. */
const longest = 250;
const report = 'azerbaijan-2000';

const folder = mkdtempSync(join(tmpdir(), 'trifolio-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);
/** @param {string} name */
const competitor = (name) => join(root, 'bench', 'competitors', name);

const content = join(folder, 'content');
const out = join(folder, 'dist');

/** Arguments of a build. @param {string} name @param {string} from @param {readonly string[]} more */
const buildOf = (name, from, more = []) => [
  join(root, 'build', 'cli.js'),
  'build',
  name,
  '--content',
  from,
  '--out',
  out,
  ...more,
];

/** The entry of an edition in the report. @param {string} name @param {string} tag */
const entryOf = (name, tag) => {
  const { editions } = JSON.parse(readFileSync(join(out, name, 'report.json'), 'utf8'));
  return editions.find(
    (/** @type {{ lang: string, as: string }} */ { lang, as }) => lang === tag && as === 'print',
  );
};

/**
 * Runs a process several times after one that warms the caches, and returns all measured runs.
 * @param {string} what @param {readonly string[]} args @param {number} times @returns {Promise<readonly Run[]>}
 */
const measure = async (what, args, times) => {
  say(`${what}…`);
  await timed(args, { cwd: root });
  /** @type {Run[]} */
  const done = [];
  for (let at = 0; at < times; at++) done.push(await timed(args, { cwd: root }));
  say(`${what}: ${done.map(({ seconds }) => seconds.toFixed(2)).join(', ')} s`);
  return done;
};

/** @param {readonly Run[]} done */
const seconds = (done) => median(done.map((run) => run.seconds));
/** @param {readonly Run[]} done @param {string} key of what the process said */
const said = (done, key) => median(done.map(({ stdout }) => JSON.parse(stdout)[key]));

/** The floor of an edition. @param {string} name @param {string} from @param {string} tag @param {number} times */
const floorOf = async (name, from, tag, times) => {
  const { formeOf } = await import('../bench/competitors/make-forme.js');
  const { saveForme } = await import('../bench/competitors/saved-forme.js');
  const forme = formeOf(root, from, name, tag);
  const saved = join(folder, `${name}.${tag}.json`);
  saveForme(saved, forme);
  const done = await measure(
    `floor of ${name}`,
    [competitor('floor.js'), saved, join(folder, 'floor.pdf')],
    times,
  );
  return { forme, saved, whole: seconds(done), print: said(done, 'print') };
};

/** @param {string} name @param {import('../build/template/forme.js').Forme} forme @param {string} saved */
const pagedJsOf = async (name, forme, saved) => {
  const { pagedHtml } = await import('../bench/competitors/paged-html.js');
  const ready = join(folder, `${name}.html`);
  writeFileSync(ready, pagedHtml(forme));
  const args = [competitor('paged-js.js'), ready, saved, join(folder, 'paged.pdf')];
  const done = await measure(`Paged.js, ${name}`, args, Math.min(runs, name === 'book-250' ? 1 : runs));
  return { whole: seconds(done), paginate: said(done, 'paginate'), pages: said(done, 'pages') };
};

/** @param {number} wanted pages @returns {Promise<BookFigures>} */
const measureBook = async (wanted) => {
  const name = `book-${wanted}`;
  writeBook(content, name, wanted, ['en']);
  const done = await measure(`Trifolio, ${name}`, buildOf(name, content), wanted > longest ? 1 : runs);
  const entry = entryOf(name, 'en');
  const base = {
    wanted,
    pages: entry.pages,
    notes: entry.notes,
    ours: seconds(done),
    stages: entry.milliseconds,
  };
  const times = wanted > longest ? 1 : runs;
  const { forme, saved, whole, print } = await floorOf(name, content, 'en', times);
  const measured = { ...base, floor: { whole, print } };
  return wanted > longest ? measured : { ...measured, pagedJs: await pagedJsOf(name, forme, saved) };
};

/** @param {number} one seconds of one language @param {number} wanted */
const measureLanguages = async (one, wanted) => {
  writeBook(content, 'languages', wanted, ['en', 'az', 'ru']);
  const done = await measure('Trifolio, three languages', buildOf('languages', content), runs);
  const busy = done.flatMap((run) => run.busy ?? []);
  const { pages } = entryOf('languages', 'en');
  return { one, three: seconds(done), busy: busy.length === 0 ? undefined : median(busy), pages };
};

const measureReport = async () => {
  const from = join(root, 'content');
  const three = seconds(await measure('the report, three languages', buildOf(report, from), runs));
  return { three, floor: (await floorOf(report, from, 'en', runs)).whole };
};

/** The stages of each output of one book, of the last run. @param {number} wanted */
const measureOutputs = async (wanted) => {
  const name = `book-${wanted}`;
  writeBook(content, name, wanted, ['en']);
  const order = ['print', 'booklet', 'n-up', 'screen'];
  await measure(`${order.join(', ')}, ${name}`, buildOf(name, content, ['--as', order.join(',')]), runs);
  const { editions } = JSON.parse(readFileSync(join(out, name, 'report.json'), 'utf8'));
  /** @type {readonly { as: string, pages: number, milliseconds: Record<string, number> }[]} */
  const entries = order.map((as) => editions.find((/** @type {{ as: string }} */ entry) => entry.as === as));
  return {
    pages: entries[0]?.pages ?? wanted,
    each: entries.map(({ as, milliseconds }) => ({ as, stages: milliseconds })),
  };
};

/** @param {readonly number[]} pages */
const measureMemory = async (pages) => {
  if (process.platform !== 'linux') return [];
  const rows = [];
  for (const wanted of pages) {
    say(`memory, ${wanted} pages…`);
    rows.push({
      what: `${wanted} pages`,
      ...(await peakMemory(buildOf(`book-${wanted}`, content), { cwd: root })),
    });
  }
  return rows;
};

/** What the figures were measured with. */
const machineLines = () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB`,
    `Node ${process.versions.node}, Chromium ${dependencies['@sparticuz/chromium']} (package), Paged.js ${devDependencies.pagedjs}`,
    `median of ${runs} after a run that is not counted; Paged.js on 250 pages and the book of 1,000 pages once`,
  ];
};

/** Puts the tables between the marks of docs/performance.md. @param {string} tables */
const writeTables = async (tables) => {
  const page = join(root, 'docs', 'performance.md');
  const [begin, end] = ['<!-- begin figures -->', '<!-- end figures -->'];
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  const written = `${text.slice(0, from)}\n\n${tables}\n\n${text.slice(to)}`;
  const options = await prettier.resolveConfig(page);
  writeFileSync(page, await prettier.format(written, { ...options, parser: 'markdown' }));
};

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  /** @type {BookFigures[]} */
  const books = [];
  for (const wanted of sizes) books.push(await measureBook(wanted));
  const large = books.find(({ wanted }) => wanted === longest);
  const tables = figuresPage({
    machine: machineLines(),
    books,
    ...(large === undefined ? {} : { languages: await measureLanguages(large.ours, longest) }),
    ...(existsSync(join(root, 'content', report)) ? { report: await measureReport() } : {}),
    outputs: await measureOutputs(100),
    memory: await measureMemory(sizes.filter((wanted) => wanted >= longest)),
  });
  if (values.write) await writeTables(tables);
  process.stdout.write(`${tables}\n`);
});
