/** An edition's text understood and locked up: Markdown in, manuscript and forme out. Nothing of it needs a browser. */
import { join } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { readManuscript } from '../manuscript/read-manuscript.ts';
import { containedFiles } from '../platform/contained-files.ts';
import type { Edition, Publication } from '../project/project.ts';
import { switchesFor } from '../project/typography-switches.ts';
import type { Forme } from '../template/forme.ts';
import { makeForme } from '../template/make-forme.ts';
import type { Template } from '../template/template.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What an edition is read with. */
export interface EditionTools {
  readonly publication: Publication;
  readonly language: Language;
  readonly template: Template;
}

/** Reads an edition's manuscript. */
export const readEdition = (edition: Edition, tools: EditionTools, watch: Stopwatch): Outcome<Manuscript> => {
  const files = containedFiles(tools.publication.folder);
  const switches = switchesFor(tools.publication.settings, edition.tag);
  return watch.timeSync('manuscript', () =>
    readManuscript(edition, tools.language.withRules(switches), files),
  );
};

/** Locks a manuscript up in its template. */
export const lockUp = (manuscript: Manuscript, tools: EditionTools, watch: Stopwatch): Outcome<Forme> =>
  watch.timeSync('template', () => makeForme(tools.template, manuscript, tools.language, tools.publication));

/** Where a file of a publication belongs. */
export const pdfPath = (out: string, publication: string, file: string): string =>
  join(out, publication, file);
