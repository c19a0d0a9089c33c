import type { Rule } from '../rule.ts';

/** Rules of the room `platform`. Names are permanent. */
export const platformRules = {} as const satisfies Record<string, Rule>;
