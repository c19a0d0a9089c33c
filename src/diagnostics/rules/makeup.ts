import type { Rule } from '../rule.ts';

/** Rules of the room `makeup`. Names are permanent. */
export const makeupRules = {} as const satisfies Record<string, Rule>;
