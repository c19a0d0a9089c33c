/** The fonts of a template: found, and proved to be of the kind that a PDF embeds as a font. */
import { basename, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { programFolder } from '../platform/compiled.ts';
import { fontTables } from '../platform/font-file.ts';
import type { ContainedFiles } from '../platform/contained-files.ts';
import { containedFiles } from '../platform/contained-files.ts';
import type { FontFace } from './template.ts';
import type { ReadTemplateSettings } from './template-settings.ts';

/** Bytes of a font's head that hold its table directory (https://learn.microsoft.com/typography/opentype/spec/otff). */
const DIRECTORY = 12 + 16 * 64;

/** What keeps a font from being embedded well; `undefined` for a static font with TrueType outlines. */
export const fontFault = (head: Uint8Array): string | undefined => {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const ascii = (at: number): string => String.fromCharCode(...head.subarray(at, at + 4));
  if (head.length < 12) return 'a file that is no font';
  const kind = ascii(0);
  if (kind === 'wOFF' || kind === 'wOF2') return 'a packed web font';
  if (kind === 'OTTO') return 'an OpenType font with PostScript outlines';
  if (kind === 'ttcf') return 'a collection of fonts';
  if (view.getUint32(0) !== 0x0001_0000 && kind !== 'true') return 'a file that is no font';
  const tables = fontTables(head);
  if (tables.has('fvar')) return 'a variable font';
  return tables.has('glyf') ? undefined : 'a font without TrueType outlines';
};

const folderOf = (name: string | undefined, own: ContainedFiles): ContainedFiles =>
  name === undefined ? own : containedFiles(join(programFolder(), 'node_modules', ...name.split('/')));

/** Finds and judges every font file that template.yaml names. `own` is the template's folder. */
export const loadFonts = (
  read: ReadTemplateSettings,
  own: ContainedFiles,
): { readonly fonts: readonly FontFace[]; readonly diagnostics: readonly Diagnostic[] } => {
  const fonts: FontFace[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, font] of read.settings.fonts.entries()) {
    const folder = folderOf(font.package, own);
    for (const [at, face] of font.files.entries()) {
      const place = read.placeOf(['fonts', index, 'files', at, 'file']);
      const found = folder.resolve(face.file);
      if (found.kind !== 'file') {
        const where =
          font.package === undefined ? 'the folder of the template' : `the package \`${font.package}\``;
        diagnostics.push(
          diagnose('template/font-missing', `Unexpected \`${face.file}\`, expected a file in ${where}`, {
            place,
            hint: font.package === undefined ? undefined : 'install the packages again: `npm ci`',
          }),
        );
        continue;
      }
      const fault = fontFault(folder.read(found, DIRECTORY));
      if (fault !== undefined) {
        diagnostics.push(
          diagnose('template/font-unusable', `Unexpected ${fault}, expected a static TrueType font`, {
            place,
          }),
        );
        continue;
      }
      fonts.push({ family: font.family, weight: face.weight, style: face.style, path: found.absolute });
    }
  }
  return { fonts, diagnostics };
};

/** The names of the families, each once. */
export const familiesOf = (faces: readonly FontFace[]): readonly string[] => [
  ...new Set(faces.map(({ family }) => family)),
];

/** The URL path that a font is answered under. */
export const fontUrl = (face: FontFace): string => `/font/${encodeURIComponent(basename(face.path))}`;

/** The `@font-face` rules of fonts; no `unicode-range`, so that pairs of letters are kerned across scripts. */
export const fontFaceCss = (fonts: readonly FontFace[]): string =>
  fonts
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:block;src:url("${fontUrl(face)}") format("truetype")}`,
    )
    .join('\n');
