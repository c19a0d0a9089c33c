import type { Rule } from '../rule.ts';

/** Rules of the room `config`. Names are permanent. */
export const configRules = {} as const satisfies Record<string, Rule>;
