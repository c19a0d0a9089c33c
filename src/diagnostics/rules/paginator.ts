import type { Rule } from '../rule.ts';

/** Rules of the room `paginator`. Names are permanent. */
export const paginatorRules = {} as const satisfies Record<string, Rule>;
