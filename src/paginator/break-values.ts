/** What computed values of the properties of CSS Break 3 ask for (https://www.w3.org/TR/css-break-3/#break-between). */
import type { Break } from '../protocol/galley.ts';

/** The forced break that a computed `break-before` or `break-after` asks for. */
export const forcedBy = (value: string): Break['forced'] =>
  value === 'page' || value === 'recto' || value === 'verso' || value === 'left' || value === 'right'
    ? value
    : undefined;

/** True for a computed value that asks for no break. */
export const avoids = (value: string): boolean => value === 'avoid' || value === 'avoid-page';

const strength = { page: 1, left: 2, right: 2, recto: 2, verso: 2 } as const;

/** Of two forced breaks at one place the more particular wins. */
export const stronger = (a: Break['forced'], b: Break['forced']): Break['forced'] =>
  a === undefined ? b : b === undefined || strength[a] >= strength[b] ? a : b;
