/** Small templates written into temporary folders. */
import { join } from 'node:path';
import type { Outcome } from '../../src/diagnostics/diagnostic.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import type { Template } from '../../src/template/template.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** A template.yaml with one font and one style sheet. */
export const smallSettings = `layout: page.liquid
styles: [page.css]
fonts:
  - family: Literata
    package: '@expo-google-fonts/literata'
    files:
      - { weight: 400, file: 400Regular/Literata_400Regular.ttf }
`;

/** Files of the template `small`, with others added or put in their place. */
export const smallFiles = (
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Readonly<Record<string, string | Uint8Array>> =>
  Object.fromEntries(
    Object.entries({
      'template.yaml': smallSettings,
      'page.liquid': '{{ front | raw }}{{ body | raw }}{{ back | raw }}{{ imprint | raw }}',
      'page.css': '',
      ...files,
    }).map(([name, text]) => [`templates/small/${name}`, text]),
  );

/** Loads the template `small` made of these files. */
export const loadSmall = (
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'small',
): Outcome<Template> =>
  loadTemplate(
    join(writeFiles(temporaryFolder('Şablon и др'), smallFiles(files)), 'templates'),
    name,
    'templates',
  );

/** Loads the template `small` with this style sheet. */
export const loadCss = (css: string): Outcome<Template> => loadSmall({ 'page.css': css });

/** What places call the style sheet. */
export const sheetName = 'templates/small/page.css';
