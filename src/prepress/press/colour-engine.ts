/**
 * The colour engine, Little CMS inside libvips (https://www.libvips.org/API/current/libvips-colour.html): asked once for all colours of a document. It
 * works off the main thread, so everything it is asked comes together and is looked up later.
 */
import type { Ink, InkTable, ScreenColour } from './inks.ts';
import { channelsOf, limitedInk } from './inks.ts';
import type { PressProfile } from './press-profile.ts';
import { separatedTiff } from './separated-tiff.ts';

/** Loaded when it is first needed: most builds print no colours. */
const engine = async () => (await import('sharp')).default;

/** The colours by the perceptual table of a profile; undefined where its tables cannot be read. */
const processColours = async (
  colours: readonly ScreenColour[],
  profile: PressProfile,
): Promise<ReadonlyMap<ScreenColour, Ink> | undefined> => {
  if (colours.length === 0) return new Map();
  const sharp = await engine();
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...channelsOf(colour)]));
  const { data, info } = await sharp(pixels, { raw: { width: colours.length, height: 1, channels: 3 } })
    .withIccProfile(profile.path)
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The engine leaves the colours as they are where it cannot read the profile, and says nothing.
  if (info.channels !== 4) return undefined;
  const share = (at: number): number => (data[at] ?? 0) / 255;
  return new Map(
    colours.map((colour, index): [ScreenColour, Ink] => {
      const at = 4 * index;
      const ink: Ink = [share(at), share(at + 1), share(at + 2), share(at + 3)];
      return [colour, limitedInk(ink, profile.inkLimit ?? 4)];
    }),
  );
};

/** Light of an sRGB channel of 0 to 255, 0 to 1 (IEC 61966-2-1). */
const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/**
 * How much black looks as light as each grey, by what the profile says of black alone on its paper. Paper stands for white and full black for
 * black (black point compensation, ISO 18619), else the darkest third of all greys would be one black.
 */
const blackTone = async (profile: PressProfile): Promise<readonly number[]> => {
  const sharp = await engine();
  const steps = new Uint8Array(256 * 4);
  for (let step = 0; step < 256; step += 1) steps[step * 4 + 3] = step;
  const seen = await sharp(separatedTiff(steps, 256, profile.bytes))
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const light = (step: number): number =>
    0.2126 * linear(seen[step * 3] ?? 0) +
    0.7152 * linear(seen[step * 3 + 1] ?? 0) +
    0.0722 * linear(seen[step * 3 + 2] ?? 0);
  const [paper, black] = [light(0), light(255)];
  const shown = Array.from({ length: 256 }, (_, step) => (light(step) - black) / (paper - black));
  const tone: number[] = [];
  let step = 255;
  for (let grey = 0; grey < 256; grey += 1) {
    const wanted = linear(grey);
    while (step > 0 && (shown[step - 1] ?? 1) <= wanted) step -= 1;
    const [here, lighter] = [shown[step] ?? 0, shown[step - 1] ?? 1];
    const part = step === 0 || lighter <= here ? 0 : (wanted - here) / (lighter - here);
    tone.push((step - Math.min(Math.max(part, 0), 1)) / 255);
  }
  return tone;
};

/** What the colours become; undefined where the profile's tables cannot be read. */
export const inkTable = async (
  colours: readonly ScreenColour[],
  profile: PressProfile,
): Promise<InkTable | undefined> => {
  const process = await processColours(colours, profile);
  return process === undefined ? undefined : { process, blackTone: await blackTone(profile) };
};
