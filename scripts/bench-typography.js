// @ts-check
/**
 * `npm run bench:typography`: sets running prose in every language in a plain template and says how its lines came out; then how
 * loose and hyphenated lines trade against each other, for several weights of a hyphen and for Chromium's own breaks. Prints
 * Markdown. Ends with 1 where a limit is not held.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from '../bench/processes/run.js';
import { columns, writeTemplates } from '../bench/typography/plain-template.js';
import { proseLanguages, publicationOf, texts, writePublications } from '../bench/typography/prose.js';
import { curveTable, isReached, settingTable } from '../bench/typography/tables.js';
import { ensureCompiled, ensureInstalled, root, runStep } from './prepare.js';

/** @typedef {import('../bench/typography/tables.js').Row} Row */

/** The weights of a soft hyphen that are tried, in demerits. */
const weights = [0, 2_500, 10_000, 40_000, 80_000, 160_000, 640_000];

const folder = mkdtempSync(join(tmpdir(), 'trifolio-typography-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const content = join(folder, 'content');
const templates = join(folder, 'templates');
const out = join(folder, 'dist');

const wanted = texts.flatMap((text) =>
  columns.flatMap(({ name: column, measure, size }) =>
    proseLanguages(text).map((tag) => ({
      name: publicationOf(text, column, tag),
      text,
      tag,
      measure,
      size,
    })),
  ),
);

/** How the program set a publication, by its own report. @param {string} name */
const qualityOf = (name) =>
  JSON.parse(readFileSync(join(out, name, 'report.json'), 'utf8')).editions[0].quality;

const build = [join(root, 'build', 'cli.js'), 'build', '--content', content, '--templates', templates];

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  const { judgeLines } = await import('../bench/typography/judge-lines.js');
  const { chromiumSettings, totalFitSetting } = await import('../bench/typography/settings.js');
  const { readProse } = await import('../bench/typography/read-prose.js');
  writeTemplates(templates);
  for (const text of texts) writePublications(content, text);
  await timed([...build, '--out', out], { cwd: root });
  const prose = await readProse(root, content, templates, wanted);
  /** @type {Row[]} */
  const set = [];
  /** @type {Row[]} */
  const curve = [];
  for (const [index, { name, text, tag, measure, size }] of wanted.entries()) {
    const paragraphs = prose[index] ?? [];
    const ours = judgeLines(paragraphs, totalFitSetting());
    const quality = qualityOf(name);
    const {
      looseLines: loose,
      hyphenatedLines: hyphenated,
      maxLadder: ladder,
      thirdHyphens: thirds,
      runts,
    } = quality;
    set.push({
      tag,
      measure,
      size,
      what: text,
      figures: { ...ours, loose, hyphenated, ladder, thirds, runts },
    });
    if (text !== 'prose') continue;
    const ways = [
      ...chromiumSettings,
      ...weights.map(
        (weight) => /** @type {const} */ ([`total fit, hyphen ${weight}`, totalFitSetting(weight)]),
      ),
    ];
    for (const [what, endsOf] of ways)
      curve.push({ tag, measure, size, what, figures: judgeLines(paragraphs, endsOf) });
  }
  process.stdout.write(`${settingTable(set)}\n\n${curveTable(curve)}\n`);
  if (set.some((row) => isReached(row) === false)) process.exitCode = 1;
});
