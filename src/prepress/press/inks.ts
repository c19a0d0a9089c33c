/** Colours of the screen and what they become on a press: process colours by a profile, and black alone for what is neutral. */

/** A colour as Chromium writes it, sRGB in 8 bits a channel (it clamps all others to that): `0xRRGGBB`. */
export type ScreenColour = number;

/** Shares of cyan, magenta, yellow and black, 0 to 1. */
export type Ink = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** What the colours of one document become on one press. */
export interface InkTable {
  /** Black that looks as light as a grey of 0 to 255, by its value. */
  readonly blackTone: readonly number[];
  /** Colours by the profile's perceptual table; greys too, where they are the end of a blend with a colour. */
  readonly process: ReadonlyMap<ScreenColour, Ink>;
}

const channel = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * 255);

/** The colour of three shares, 0 to 1. */
export const screenColour = (red: number, green: number, blue: number): ScreenColour =>
  channel(red) * 0x1_00_00 + channel(green) * 0x1_00 + channel(blue);

/** Its channels, 0 to 255. */
export const channelsOf = (colour: ScreenColour): readonly [red: number, green: number, blue: number] => [
  Math.floor(colour / 0x1_00_00),
  Math.floor(colour / 0x1_00) % 0x1_00,
  colour % 0x1_00,
];

/** Steps of 255 that the channels of a grey may differ by: Chromium's four decimals move them by less than one. */
const neutralSpread = 3;

/** True for black, white and greys. */
export const isNeutral = (colour: ScreenColour): boolean => {
  const channels = channelsOf(colour);
  return Math.max(...channels) - Math.min(...channels) <= neutralSpread;
};

/** How light a colour is where it masks, 0 to 1: the luminosity of a transparency group (ISO 32000-1 §11.5.3). */
export const luminosityOf = (colour: ScreenColour): number => {
  const [red, green, blue] = channelsOf(colour);
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
};

/** The colour by the profile. Throws where nobody collected it: that is a fault of the program. */
export const processInk = (table: InkTable, colour: ScreenColour): Ink => {
  const ink = table.process.get(colour);
  if (ink === undefined) throw new Error(`the colour ${colour.toString(16)} was not converted`);
  return ink;
};

/** The ink of a plain colour: black alone for what is neutral, so that no other plate can smear it. */
export const inkOf = (table: InkTable, colour: ScreenColour): Ink => {
  if (!isNeutral(colour)) return processInk(table, colour);
  const [red, green, blue] = channelsOf(colour);
  return [0, 0, 0, table.blackTone[Math.round((red + green + blue) / 3)] ?? 1];
};

/** The ink with no more of it than the paper takes: the colours are thinned out, black, which carries the drawing, stays. */
export const limitedInk = (ink: Ink, most: number): Ink => {
  const [cyan, magenta, yellow, black] = ink;
  const colours = cyan + magenta + yellow;
  if (colours + black <= most) return ink;
  // Rounded down, so that eight bits a plate do not bring back what was taken.
  const thinned = (plate: number): number => Math.floor(((plate * (most - black)) / colours) * 255) / 255;
  return [thinned(cyan), thinned(magenta), thinned(yellow), black];
};
