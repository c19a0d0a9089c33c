// @ts-check
/** The plain template in which line breaking is measured: one column of text, nothing else on the page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ readonly name: string, readonly measure: number, readonly size: number }} Column measure in mm, font size in pt */

/** The columns that are measured. @type {readonly Column[]} */
export const columns = [
  { name: 'plain-125', measure: 125, size: 11 },
  { name: 'plain-105', measure: 105, size: 10.5 },
  { name: 'plain-170', measure: 170, size: 11 },
];

const settings = `layout: plain.liquid
styles: [plain.css]
colour: '#000000'
fonts:
  - family: Literata
    package: '@expo-google-fonts/literata'
    files:
      - { weight: 400, file: 400Regular/Literata_400Regular.ttf }
      - { weight: 400, style: italic, file: 400Regular_Italic/Literata_400Regular_Italic.ttf }
      - { weight: 700, file: 700Bold/Literata_700Bold.ttf }
`;

/** The sheet is 30 mm wider than the column. @param {Column} column */
const style = ({ measure, size }) => `
@page { size: ${measure + 30}mm 297mm; margin: 20mm 15mm; }
html { hyphenate-character: '-'; font-kerning: normal; font-synthesis: none; text-rendering: optimizeLegibility; }
body { font: ${size}pt / 1.4 Literata; hyphens: manual; overflow-wrap: break-word; }
p { margin: 0; text-align: justify; }
p + p { text-indent: 1.5em; }
h1, h2 { font-size: 1.2em; text-align: left; break-after: avoid; }
`;

/** Writes the template of each column under its name. @param {string} folder where templates lie */
export const writeTemplates = (folder) => {
  for (const column of columns) {
    const own = join(folder, column.name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'template.yaml'), settings);
    writeFileSync(join(own, 'plain.liquid'), '{{ front | raw }}\n{{ body | raw }}\n{{ back | raw }}\n');
    writeFileSync(join(own, 'plain.css'), style(column));
  }
};
