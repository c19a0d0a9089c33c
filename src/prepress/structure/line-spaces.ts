/** The spaces that are written where lines end: who reads the content itself must not join two words (ISO 32000-1 §14.8.2.5). Pure. */
import type { ProofFont } from '../proof-fonts.ts';
import type { Shown } from './content-marks.ts';
import type { LineEnd } from './line-ends.ts';

/** A content stream with the fonts that it names. */
export interface NamedFonts {
  readonly bytes: Uint8Array;
  readonly fontOf: (name: string) => ProofFont | undefined;
}

/** The code of a font for a space, as a string of content; undefined where the font of the file has none. */
const spaceOf = (font: ProofFont): string | undefined => {
  const code = font.unicode.indexOf(' ');
  return code < 0 ? undefined : `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

const endsInSpace = ({ stringEnd }: Shown, bytes: Uint8Array, font: ProofFont | undefined): boolean => {
  const digits = String.fromCharCode(...bytes.subarray(stringEnd - 5, stringEnd - 1));
  const letters = font?.unicode[Number.parseInt(digits, 16)] ?? '';
  return letters !== '' && /\s/u.test(letters);
};

/** What is to be written after the ends of lines, by the number of the source: no space where one stands already, or where the line was marked. */
export const lineSpaces = (
  ends: readonly LineEnd[],
  sources: ReadonlyMap<number, NamedFonts>,
): ReadonlyMap<number, ReadonlyMap<Shown, string>> => {
  const known = new Map<ProofFont, string | undefined>();
  const knownSpace = (font: ProofFont): string | undefined => {
    if (!known.has(font)) known.set(font, spaceOf(font));
    return known.get(font);
  };
  const spaces = new Map<number, Map<Shown, string>>();
  for (const { source, shown } of ends) {
    const read = sources.get(source);
    if (read === undefined || shown.ending !== undefined) continue;
    const font = read.fontOf(shown.font);
    if (font === undefined || endsInSpace(shown, read.bytes, font)) continue;
    const space = knownSpace(font);
    if (space === undefined) continue;
    const of = spaces.get(source);
    if (of === undefined) spaces.set(source, new Map([[shown, space]]));
    else of.set(shown, space);
  }
  return spaces;
};
