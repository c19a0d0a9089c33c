/** What is reported of an edition: an entry for each of its outputs. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BuildRequest, BuiltEdition } from '../project/build-request.ts';
import { outputsNamed, type Output } from '../project/outputs.ts';
import type { Publication } from '../project/project.ts';
import type { EditionReport } from '../project/report.ts';

/** What an entry says beside its language and output; `failed` where nothing else is said. */
export type Entry = Partial<Omit<EditionReport, 'lang' | 'as' | 'diagnostics'>>;

/** True for an edition that is asked for; the others are read only to compare with. */
export const isWanted = (request: BuildRequest, tag: string): boolean =>
  request.languages === undefined || request.languages.includes(tag);

/** The outputs a publication is to have: those asked for, else those its publication.yaml names. */
export const outputsWanted = (publication: Publication, request: BuildRequest): readonly Output[] =>
  outputsNamed(request.outputs.length > 0 ? request.outputs : publication.settings.outputs);

/** The entry of one output. */
export const entryOf = (
  publication: Publication,
  tag: string,
  output: Output,
  entry: Entry,
  diagnostics: readonly Diagnostic[],
): BuiltEdition => ({
  publication: publication.name,
  report: { lang: tag, as: output, status: 'failed', milliseconds: {}, ...entry, diagnostics },
});

/** Editions that could not even be read. */
export const unreadableReports = (publication: Publication, request: BuildRequest): readonly BuiltEdition[] =>
  (publication.unreadable ?? [])
    .filter(({ tag }) => isWanted(request, tag))
    .flatMap(({ tag, diagnostics }) =>
      outputsWanted(publication, request).map((output) => entryOf(publication, tag, output, {}, diagnostics)),
    );

/** What an edition says that was not finished because the build was to stop. */
export const interrupted = (): Diagnostic =>
  diagnose('platform/interrupted', 'Unexpected interruption, expected the edition to be finished', {
    hint: 'build again: files that were finished are in place, the others are as they were',
  });
