/** The catalogue of rules: its page is up to date, and no rule is there that nothing raises. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../src/diagnostics/catalogue.ts';
import type { Rule } from '../src/diagnostics/rule.ts';
import { checkout } from './support/run-cli.ts';
import { filesBelow, textOf } from './support/source-files.ts';

const rules: Readonly<Record<string, Rule>> = catalogue;
const ids = Object.keys(rules);

/** True where a text names the rule and not a longer one. */
const names = (text: string, id: string): boolean => new RegExp(`${id}(?![a-z0-9-])`).test(text);

test('docs/rules.md is what the generator prints', async () => {
  const generator = (await import(pathToFileURL(join(checkout, 'scripts', 'rules.js')).href)) as {
    readonly rulesPage: (rules: Readonly<Record<string, Rule>>) => string;
  };
  expect(textOf('docs/rules.md'), 'run `npm run rules`').toBe(generator.rulesPage(rules));
});

test('every rule id is `room/kebab-case`, and its words are for people', () => {
  const faults = Object.entries(rules).flatMap(([id, rule]) => [
    ...(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`${id}: not \`room/kebab-case\``]),
    ...(rule.title === '' || /[.!]$/.test(rule.title)
      ? [`${id}: a title is one line without a full stop`]
      : []),
    ...(/[.!?]$/.test(rule.why) ? [] : [`${id}: \`why\` is made of whole sentences`]),
  ]);
  expect(faults).toEqual([]);
});

test('every rule is raised somewhere in src/', () => {
  const texts = filesBelow('src', /\.ts$/)
    .filter((path) => !path.startsWith('src/diagnostics/rules/'))
    .map(textOf);
  const silent = ids.filter((id) => !texts.some((text) => names(text, id)));
  expect(silent, 'raise the rule, or take it out of the catalogue').toEqual([]);
});

test('every rule is raised by some test', () => {
  const texts = filesBelow('tests', /\.(ts|md|ya?ml|json|txt)$/).map(textOf);
  const untested = ids.filter((id) => !texts.some((text) => names(text, id)));
  expect(untested, 'write a small test that raises it').toEqual([]);
});
