/** Texts that publication.yaml gives in each language. */
import type { Localised } from './project.ts';

/**
 * The text for an edition: the one of its language, else the one of the source language, else the first there is.
 * Undefined where there is none at all.
 */
export const textFor = (localised: Localised, tag: string, source: string): string | undefined =>
  typeof localised === 'string'
    ? localised
    : (localised[tag] ?? localised[source] ?? Object.values(localised)[0]);
