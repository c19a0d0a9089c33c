import type { Rule } from '../rule.ts';

/** Rules of the room `preflight`. Names are permanent. */
export const preflightRules = {} as const satisfies Record<string, Rule>;
