import type { Rule } from '../rule.ts';

/** Rules of the room `template`. Names are permanent. */
export const templateRules = {} as const satisfies Record<string, Rule>;
