/** The colour profile of a press: chosen, found and proved to be one (ICC.1, https://www.color.org/icc_specs2.xalter). */
import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { nearestName, suggestion } from '../../diagnostics/nearest-name.ts';
import { programFolder } from '../../platform/compiled.ts';
import { containedFiles } from '../../platform/contained-files.ts';
import { readBytes } from '../../platform/read-file.ts';
import type { Place } from '../../protocol/place.ts';
import { latinText } from '../pdf-values.ts';

/** A profile of a CMYK printing condition. */
export interface PressProfile {
  /** Absolute; the colour engine opens it itself. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The name of the printing condition; of the registry of the ICC for those that ship (ISO 15930-7 §6.2.2). */
  readonly condition: string;
  readonly registered: boolean;
  /** What the profile calls itself. */
  readonly description: string;
  /** The most ink that its paper takes, 3 for 300 %; undefined for a profile of the shop's own, whose tables keep to it. */
  readonly inkLimit: number | undefined;
}

/** The profiles that ship, by the name a publication asks for. */
const shipped = {
  coated: { file: 'FOGRA39L_coated.icc', condition: 'FOGRA39' },
  uncoated: { file: 'FOGRA29L.icc', condition: 'FOGRA29' },
} as const;

/** Ink on both papers (ISO 12647-2:2004): the tables run over it by a few per cent between their points. */
const shippedLimit = 3;

/** The profile where a publication names none. */
const defaultProfile = 'coated';

const isShipped = (name: string): name is keyof typeof shipped => Object.hasOwn(shipped, name);

/** Profiles of presses have a few megabytes at most. */
const largestProfile = 32 * 1024 * 1024;

const headerLength = 128;

/** The description of a profile, as version 2 and as version 4 write it; empty where there is none. */
const descriptionOf = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => (at >= 0 && at + 4 <= bytes.length ? view.getUint32(at) : 0);
  const tags = Math.min(word(headerLength), 100);
  for (let tag = 0; tag < tags; tag += 1) {
    const entry = headerLength + 4 + tag * 12;
    if (latinText(bytes.subarray(entry, entry + 4)) !== 'desc') continue;
    const at = word(entry + 4);
    const kind = latinText(bytes.subarray(at, at + 4));
    if (kind === 'desc')
      return latinText(bytes.subarray(at + 12, at + 12 + word(at + 8))).replace(/\0.*$/su, '');
    if (kind !== 'mluc') return '';
    const start = at + word(at + 24);
    return new TextDecoder('utf-16be').decode(bytes.subarray(start, start + word(at + 20)));
  }
  return '';
};

/** What keeps a file from being the profile of a CMYK press, as it stands after "Unexpected"; undefined where nothing does. */
const profileFault = (bytes: Uint8Array): string | undefined => {
  const text = (at: number): string => latinText(bytes.subarray(at, at + 4));
  if (bytes.length <= headerLength || text(36) !== 'acsp') return 'file that is no colour profile';
  if (text(16) !== 'CMYK') return `profile for the colours \`${text(16).trim()}\``;
  if (text(12) !== 'prtr') return `profile of the class \`${text(12).trim()}\``;
  return ['Lab ', 'XYZ '].includes(text(20)) ? undefined : 'profile that links two devices';
};

/**
 * The profile that a publication asks for: `coated` or `uncoated`, or the path of a file in its folder, which the print shop gave. `place` is where it is
 * asked for.
 */
export const loadPressProfile = (
  asked: string | undefined,
  publicationFolder: string,
  place: Place | undefined,
): Outcome<PressProfile> => {
  const name = asked ?? defaultProfile;
  const known = isShipped(name) ? shipped[name] : undefined;
  const folder = known === undefined ? publicationFolder : join(programFolder(), 'profiles');
  const found = containedFiles(folder).resolve(known?.file ?? name);
  if (found.kind !== 'file') {
    const outside = found.kind === 'outside';
    const message = `Unexpected profile \`${name}\`, expected \`coated\`, \`uncoated\` or a file in the publication's folder`;
    const names = Object.keys(shipped);
    const hint =
      nearestName(name, names) === undefined
        ? 'ask the print shop for its profile and put it there'
        : suggestion(name, names);
    return {
      diagnostics: [
        diagnose(outside ? 'platform/outside-folder' : 'prepress/profile-missing', message, { place, hint }),
      ],
    };
  }
  const read = readBytes(found.absolute, name, largestProfile);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const fault = profileFault(read.value);
  if (fault !== undefined) {
    const hint = 'ask the print shop for the ICC profile of its press and paper';
    const message = `Unexpected ${fault}, expected the CMYK profile of a press`;
    return { diagnostics: [diagnose('prepress/profile-unusable', message, { place, hint })] };
  }
  const description = descriptionOf(read.value);
  const value: PressProfile = {
    path: found.absolute,
    bytes: read.value,
    condition: known?.condition ?? (description === '' ? 'Custom' : description),
    registered: known !== undefined,
    description: description === '' ? name : description,
    inkLimit: known === undefined ? undefined : shippedLimit,
  };
  return { value, diagnostics: [] };
};
