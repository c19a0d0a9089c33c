/** `specimen`: a PDF per language with a page for each face of a template. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasPdftotext, pdfPages } from '../support/pdf-text.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a page for each face, with the alphabet and the text of the language', async () => {
  const out = temporaryFolder();
  const run = await runCli(['specimen', '--lang', 'az', '--template', 'handout', '--out', out]);
  expect(run.code, run.stderr).toBe(0);
  expect(readdirSync(join(out, 'specimen')).sort()).toEqual(['report.json', 'specimen.az.pdf']);
  if (!hasPdftotext) return;
  const pages = pdfPages(join(out, 'specimen', 'specimen.az.pdf')).join('\f');
  for (const text of [
    'Literata 400 italic',
    'Source Sans 3 600',
    'A B C Ç D E Ə F G Ğ H X I İ J K',
    'ofis, fındıq',
  ])
    expect(pages).toContain(text);
});

test.each([
  [['--lang', 'xx'], 'config/language-unknown'],
  [['--template', 'repotr'], 'config/template-unknown'],
])('called wrongly: %j', async (options, fault) => {
  const run = await runCli(['specimen', ...options]);
  expect(run.stderr).toContain(fault);
  expect(run.code).toBe(2);
});
