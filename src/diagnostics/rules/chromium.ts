import type { Rule } from '../rule.ts';

/** Rules of the room `chromium`. Names are permanent. */
export const chromiumRules = {} as const satisfies Record<string, Rule>;
