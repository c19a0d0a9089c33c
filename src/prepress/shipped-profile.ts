/** The colour profiles that come with the program, in its folder `profiles/`; the README there says whose they are. */
import { join } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { programFolder } from '../platform/compiled.ts';
import { readBytes } from '../platform/read-file.ts';

/** The bytes of a shipped profile by the name of its file; a diagnostic where the program is not whole. */
export const shippedProfile = (name: string): Outcome<Uint8Array> =>
  readBytes(join(programFolder(), 'profiles', name), `profiles/${name}`);

/** sRGB, the colour space that Chromium draws in (IEC 61966-2-1). */
export const srgbProfile = 'sRGB.icc';
