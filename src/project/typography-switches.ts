/** Which rules of typography a publication switches in one language. */
import type { TypographyRule } from '../protocol/typography.ts';
import type { PublicationSettings } from './project.ts';

/** Comes in: the settings and the tag of a language; goes out: the rules that are switched, on (`true`) or off. */
export const switchesFor = (
  { typography }: PublicationSettings,
  tag: string,
): Readonly<Partial<Record<TypographyRule, boolean>>> =>
  Object.fromEntries(
    Object.entries(typography).flatMap(([rule, state]) => {
      const own = typeof state === 'boolean' ? state : state[tag];
      return own === undefined ? [] : [[rule, own] as const];
    }),
  );
