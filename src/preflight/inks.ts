/** The inks that a colour takes on paper, as far as the file itself decides it. */
import { isMixedFromLight, type ColourSpace } from './colour-spaces.ts';
import type { Colour } from './paint-state.ts';

/** Shares of the printing inks, 0 to 1; `spots` is the sum of all named inks beyond the four. */
export interface Inks {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
  readonly spots: number;
}

const none: Inks = { cyan: 0, magenta: 0, yellow: 0, black: 0, spots: 0 };

const blackOnly = (black: number): Inks => ({ ...none, black });

const fromCmyk = ([cyan = 0, magenta = 0, yellow = 0, black = 0]: readonly number[]): Inks => ({
  cyan,
  magenta,
  yellow,
  black,
  spots: 0,
});

const addNamed = (inks: Inks, name: string, tint: number): Inks => {
  switch (name) {
    case 'Cyan':
      return { ...inks, cyan: inks.cyan + tint };
    case 'Magenta':
      return { ...inks, magenta: inks.magenta + tint };
    case 'Yellow':
      return { ...inks, yellow: inks.yellow + tint };
    case 'Black':
      return { ...inks, black: inks.black + tint };
    case 'All':
      return {
        cyan: inks.cyan + tint,
        magenta: inks.magenta + tint,
        yellow: inks.yellow + tint,
        black: inks.black + tint,
        spots: inks.spots,
      };
    case 'None':
      return inks;
    default:
      return { ...inks, spots: inks.spots + tint };
  }
};

/** White of a space of light: no ink whatever the profile. */
const isWhite = (space: ColourSpace, values: readonly number[]): boolean =>
  space.family === 'Lab' ? (values[0] ?? 0) >= 100 : values.length > 0 && values.every((value) => value >= 1);

/**
 * The inks of a colour, of a gradient where it has most; undefined where a profile decides them when it is printed: colours of light, of
 * other patterns and of tables.
 */
export const inksOf = ({ space, values, heaviest }: Colour): Inks | undefined => {
  switch (space.family) {
    case 'Pattern':
      return heaviest;
    case 'DeviceGray':
    case 'CalGray':
      return blackOnly(1 - (values[0] ?? 0));
    case 'DeviceCMYK':
      return fromCmyk(values);
    case 'ICCBased':
      if (space.components === 1) return blackOnly(1 - (values[0] ?? 0));
      if (space.components === 4) return fromCmyk(values);
      break;
    case 'Separation':
    case 'DeviceN':
      return (space.inks ?? []).reduce<Inks>(
        (inks, name, index) => addNamed(inks, name, values[index] ?? 0),
        none,
      );
    default:
      break;
  }
  return isMixedFromLight(space) && isWhite(space, values) ? none : undefined;
};

/** All inks together; 4 is the most that the four printing inks give. */
export const totalInk = ({ cyan, magenta, yellow, black, spots }: Inks): number =>
  cyan + magenta + yellow + black + spots;

/** How many inks take part, each of the four counted, and all others as one. */
export const inkCount = (inks: Inks): number =>
  [inks.cyan, inks.magenta, inks.yellow, inks.black, inks.spots].filter((share) => share > 0).length;

/** True for a colour that leaves the paper as it is. */
export const isPaper = (inks: Inks): boolean => totalInk(inks) === 0;
