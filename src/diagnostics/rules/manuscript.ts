import type { Rule } from '../rule.ts';

/** Rules of the room `manuscript`. Names are permanent. */
export const manuscriptRules = {} as const satisfies Record<string, Rule>;
