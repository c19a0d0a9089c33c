/** A language that nobody speaks becomes a PDF: a folder in `locales/`, a text, and no line of the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventedLocales, inventedSettings, inventedTag } from '../language/invented-language.ts';
import { readPages } from '../paginator/read-pages.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const text = `---
title: Ralu tilo
date: 2000-06-01
---

# Mole ralu {#mole}

Ralu tilo mole.[^a] Sela :see[tabu] ralu, :page[mole] tilo.

:::table[Ralu mole]{#tabu}
| Ralu | Tal |
| ---- | --: |
| Mole | 1’000 |
:::

# Tilo ralu

Mole tilo ralu.

[^a]: Tilo ralu mole.
`;

test('an invented language builds', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { [`content/lab/${inventedTag}.md`]: text });
  const locales = inventedLocales({ settings: inventedSettings.replace('direction: rtl', 'direction: ltr') });
  const run = await runCli(
    ['build', '--strict', '--locales', locales, '--templates', join(checkout, 'templates')],
    { cwd: folder },
  );
  expect(run.code, run.stderr).toBe(0);
  const pages = await readPages(readFileSync(join(folder, 'dist', 'lab', `lab.${inventedTag}.pdf`)));
  const all = pages.map((page) => page.text).join('\n');
  expect(all).toContain('Umu');
  expect(all).toContain('Tabu 1');
  expect(all).toMatch(/tabu 1 u 1 \(oº1\)/u);
  expect(all).toMatch(/pagu oº1/u);
  expect(all).toContain('Tilo ralu mole.');
});
