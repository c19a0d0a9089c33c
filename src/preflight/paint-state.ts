/** The part of the graphics state (ISO 32000-1 §8.4, §11.7) that says what marks on the page are painted with. */
import type { ColourSpace } from './colour-spaces.ts';
import type { Inks } from './inks.ts';

/** A colour that is set: components of a space, or a pattern. */
export interface Colour {
  readonly space: ColourSpace;
  /** One number for each component, as the space counts them. */
  readonly values: readonly number[];
  /** Of a gradient: its inks where it has most of them; undefined where the file does not decide them. */
  readonly heaviest?: Inks | undefined;
}

/** What marks are painted with. Replaced whole when something of it changes, so that the same paint is the same object. */
export interface Paint {
  readonly fill: Colour;
  readonly stroke: Colour;
  /** 1 where nothing shines through (§11.6.4.4). */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** `Normal` for none (§11.3.5). */
  readonly blendMode: string;
  readonly softMask: boolean;
  /** True inside a group that is itself painted with transparency. */
  readonly veiled: boolean;
  readonly fillOverprint: boolean;
  readonly strokeOverprint: boolean;
  /** 0 or 1 (§8.6.7): with 1, ink that a DeviceCMYK colour does not ask for stays as it is. */
  readonly overprintMode: number;
  /** In the space of the user, before any matrix. */
  readonly lineWidth: number;
}

/** The paint a page begins with: black in DeviceGray (§8.4.1). */
export const initialPaint = (gray: ColourSpace): Paint => ({
  fill: { space: gray, values: [0] },
  stroke: { space: gray, values: [0] },
  fillAlpha: 1,
  strokeAlpha: 1,
  blendMode: 'Normal',
  softMask: false,
  veiled: false,
  fillOverprint: false,
  strokeOverprint: false,
  overprintMode: 0,
  lineWidth: 1,
});

/** True where what is painted may mix with what lies under it. */
export const isTransparent = (paint: Paint): boolean =>
  paint.veiled ||
  paint.softMask ||
  paint.blendMode !== 'Normal' ||
  paint.fillAlpha < 1 ||
  paint.strokeAlpha < 1;

/** True where an area filled with it hides all that lies under it. */
export const hidesAll = (paint: Paint): boolean =>
  paint.fillAlpha === 1 && !paint.softMask && paint.fill.space.family !== 'Pattern';

/** True for the same components of the same space. */
export const isSameColour = (first: Colour, second: Colour): boolean =>
  first.space === second.space &&
  first.values.length === second.values.length &&
  first.values.every((value, index) => value === second.values[index]);
