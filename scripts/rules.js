// @ts-check
/**
 * `npm run rules`: writes docs/rules.md from the catalogue of rules. With `--check` it writes nothing and ends with 1 when
 * the page is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from './import-source.js';
import { root, runStep } from './prepare.js';

/** @typedef {{ readonly severity: string, readonly title: string, readonly why: string }} Rule */

/** What a room's rules are about, in the order of the page. A room without words here comes last under its own name. */
const rooms = new Map([
  ['config', 'publication.yaml and the command line'],
  ['locale', 'The languages: the folder locales'],
  ['manuscript', 'Your text: the Markdown files'],
  ['template', 'The template: its pages and style sheets'],
  ['paginator', 'Text that does not fit the page'],
  ['makeup', 'Pages and footnotes'],
  ['chromium', 'The browser that prints'],
  ['prepress', 'The PDF made ready for the press'],
  ['preflight', 'The finished PDF, read back'],
  ['platform', 'Files, folders and the machine'],
]);

const opening = `# What the messages mean

Trifolio says what is wrong with the name of a rule. This page explains each of them. It is made from the program
itself (\`npm run rules\`), so it is always complete.

A message looks like this:

\`\`\`
content/report/en.md:41:7  error  manuscript/note-undefined  Unexpected call of note \`[^unep]\`, expected a note …
\`\`\`

First comes the place: the file, the line and the column, as your editor counts them. Then how serious it is, the name of
the rule, and what was found instead of what.

- **error**: the PDF is not made, because it would be wrong. Yesterday's file stays where it is.
- **warning**: the PDF is made. Look at the place before you print. With \`--strict\` a warning counts as an error.
- **info**: nothing to do; it is good to know.
`;

/**
 * The page as Markdown. Comes in: the catalogue, rule id → rule; goes out: the whole text of docs/rules.md.
 * @param {Readonly<Record<string, Rule>>} catalogue
 * @returns {string}
 */
export const rulesPage = (catalogue) => {
  /** @type {Map<string, [string, Rule][]>} */
  const byRoom = new Map([...rooms.keys()].map((room) => [room, []]));
  for (const entry of Object.entries(catalogue)) {
    const room = entry[0].split('/')[0] ?? '';
    byRoom.set(room, [...(byRoom.get(room) ?? []), entry]);
  }
  const sections = [...byRoom].flatMap(([room, rules]) => {
    if (rules.length === 0) return [];
    const body = rules
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, rule]) => `### \`${id}\`\n\n**${rule.title}** (${rule.severity})\n\n${rule.why}\n`);
    return [`## ${rooms.get(room) ?? room}\n\n${body.join('\n')}`];
  });
  return `${opening}\n${sections.join('\n')}`;
};

const page = join(root, 'docs', 'rules.md');

const writePage = async () => {
  /** @type {{ readonly catalogue: Readonly<Record<string, Rule>> }} */
  const { catalogue } = await importSource('diagnostics', 'catalogue.ts');
  const text = rulesPage(catalogue);
  if (!process.argv.includes('--check')) {
    writeFileSync(page, text);
    process.stderr.write(`docs/rules.md: ${Object.keys(catalogue).length} rules\n`);
  } else if (readFileSync(page, 'utf8') !== text) {
    process.stderr.write('docs/rules.md is not up to date: run `npm run rules`\n');
    process.exitCode = 1;
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runStep(writePage);
