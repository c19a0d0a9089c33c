// @ts-check
/**
 * `node bench/typography/pictures.js`: draws the pictures of docs/typography.md anew. For each language one paragraph, above as it
 * was typed and as Chromium breaks it, below as the program sets it: same type, same measure, drawn by PDFium.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { openBrowser } from '../processes/browser.js';
import { timed } from '../processes/run.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const samples = join(here, 'samples');
const pictures = join(root, 'docs', 'pictures');

/** Of the text, mm, and of its type, pt. */
const [measure, size] = [84, 11];

/** Pixels of a point, and what stays white round the text, in pixels. */
const [scale, margin] = [2.2, 24];

const face = readFileSync(
  join(root, 'node_modules', '@expo-google-fonts', 'literata', '400Regular', 'Literata_400Regular.ttf'),
).toString('base64');

const pageCss = `@page { size: ${measure + 30}mm 120mm; margin: 20mm 15mm; }`;
const textCss = `font: ${size}pt / 1.4 Literata; text-align: justify; margin: 0;`;

/** The paragraph as it was typed, printed by Chromium alone. @param {string} tag @param {string} text */
const plainPage = (tag, text) => `<!doctype html><html lang="${tag}"><meta charset="utf-8"><style>
@font-face { font-family: Literata; src: url(data:font/ttf;base64,${face}) }
${pageCss} body { margin: 0 } p { ${textCss} } </style><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p></html>`;

/** Writes the publications, and a template with nothing but the paragraph. @param {string} folder @param {readonly string[]} tags */
const writeBook = (folder, tags) => {
  const template = join(folder, 'templates', 'sample');
  const book = join(folder, 'content', 'sample');
  for (const each of [template, book]) mkdirSync(each, { recursive: true });
  writeFileSync(
    join(template, 'template.yaml'),
    `layout: sample.liquid
styles: [sample.css]
colour: '#000000'
hanging-punctuation: true
fonts:
  - family: Literata
    package: '@expo-google-fonts/literata'
    files:
      - { weight: 400, file: 400Regular/Literata_400Regular.ttf }
`,
  );
  writeFileSync(join(template, 'sample.liquid'), '{{ body | raw }}\n');
  writeFileSync(
    join(template, 'sample.css'),
    `${pageCss}
html { hyphenate-character: '-'; font-kerning: normal; font-synthesis: none }
p { ${textCss} hyphens: manual }
h1 { display: none }
`,
  );
  writeFileSync(join(book, 'publication.yaml'), `template: sample\nsource: ${tags[0]}\n`);
  for (const tag of tags) {
    const text = readFileSync(join(samples, `${tag}.md`), 'utf8');
    writeFileSync(join(book, `${tag}.md`), `---\ntitle: Sample\n---\n\n${text}`);
  }
};

/** The first page of a PDF cut to what stands on it. @param {PDFiumLibrary} library @param {Uint8Array} bytes */
const drawn = async (library, bytes) => {
  const document = await library.loadDocument(bytes);
  try {
    const { width, height, data } = await document.getPage(0).render({ scale, render: 'bitmap' });
    const whole = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
    const cut = Math.round((measure / 25.4) * 72 * scale) + 2 * margin;
    const left = Math.round((15 / 25.4) * 72 * scale) - margin;
    // The height is that of the text, the width that of its column: both pictures stand on the same edges.
    const strip = await whole.extract({ left, top: 0, width: cut, height }).png().toBuffer();
    const { info } = await sharp(strip).trim({ background: '#ffffff' }).toBuffer({ resolveWithObject: true });
    const top = Math.max(0, -(info.trimOffsetTop ?? 0) - margin);
    return await sharp(strip)
      .extract({ left: 0, top, width: cut, height: info.height + 2 * margin })
      .png()
      .toBuffer();
  } finally {
    document.destroy();
  }
};

/** Two pictures, one under the other, with a rule between. @param {Buffer} above @param {Buffer} below */
const stacked = async (above, below) => {
  const [first, second] = [await sharp(above).metadata(), await sharp(below).metadata()];
  const [width, top, height] = [first.width, first.height, first.height + second.height + 2];
  return sharp({ create: { width, height, channels: 3, background: '#c0c0c0' } })
    .composite([
      { input: above, left: 0, top: 0 },
      { input: below, left: 0, top: top + 2 },
    ])
    .greyscale()
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
};

const folder = mkdtempSync(join(tmpdir(), 'trifolio-pictures-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const tags = readdirSync(samples).map((name) => name.replace(/\.md$/, ''));
writeBook(folder, tags);
await timed(
  [
    join(root, 'build', 'cli.js'),
    'build',
    ...['--content', join(folder, 'content'), '--templates', join(folder, 'templates')],
    ...['--out', join(folder, 'dist')],
  ],
  { cwd: root },
);
const library = await PDFiumLibrary.init();
const running = await openBrowser();
try {
  const page = await running.browser.newPage();
  for (const tag of tags) {
    await page.setContent(plainPage(tag, readFileSync(join(samples, `${tag}.md`), 'utf8').trim()));
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const before = await drawn(library, await page.pdf({ preferCSSPageSize: true }));
    const after = await drawn(library, readFileSync(join(folder, 'dist', 'sample', `sample.${tag}.pdf`)));
    writeFileSync(join(pictures, `typography-${tag}.png`), await stacked(before, after));
  }
} finally {
  await running.close();
  library.destroy();
}
