/** Roman folios in capitals: Latin I without a dot, in Azerbaijani too. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasPdftotext, pdfPages } from '../support/pdf-text.ts';
import { checkout, runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temporary-folder.ts';

test.skipIf(!hasPdftotext)('a folio in capitals', async () => {
  const folder = folderWith({
    'content/book/az.md': '---\ntitle: Kitab\n---\n\nBir.\n\n::pagebreak\n\nİki.\n\n::pagebreak\n\nÜç.\n',
    'content/book/publication.yaml': 'template: own\n',
  });
  const template = join(folder, 'templates', 'own');
  cpSync(join(checkout, 'templates', 'handout'), template, { recursive: true });
  const sheet = join(template, 'pages.css');
  const folio =
    '@page { @bottom-center { content: "sıra " counter(page, lower-roman); text-transform: uppercase; } }';
  writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\n${folio}\n`);
  const run = await runCli(['build'], { cwd: folder });
  expect(run.code, run.stderr).toBe(0);
  const pages = pdfPages(join(folder, 'dist', 'book', 'book.az.pdf'));
  expect(pages.map((page) => /SIRA [IVXİ]+/.exec(page)?.[0])).toEqual(['SIRA I', 'SIRA II', 'SIRA III']);
});
