import type { Rule } from '../rule.ts';

/** Rules of the room `locale`. Names are permanent. */
export const localeRules = {} as const satisfies Record<string, Rule>;
