/** The font file of the slug line, one of those that come with the program. */
import { join } from 'node:path';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { programFolder } from '../../platform/compiled.ts';
import { readBytes } from '../../platform/read-file.ts';

/** What the font is called in a document. */
export const slugFontName = 'SourceSans3-Regular';

const fontFile = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';

/** Reads it; a diagnostic where the program is not whole. */
export const readSlugFont = (): Outcome<Uint8Array> =>
  readBytes(join(programFolder(), 'node_modules', ...fontFile.split('/')), fontFile);
