/**
 * The public API: what the command line itself is made of. `build` takes a settled request and gives reports; nothing is
 * printed, nothing is thrown for what an author or a machine's owner can mend.
 *
 *     const result = await build({ root, content, out, locales, templates, publications: [], outputs: [], jobs: 2,
 *       print: true, signal: new AbortController().signal, onProgress: () => undefined });
 */
export { build } from './pipeline.ts';
export type { BuildRequest, BuildResult, BuiltEdition, ProgressEvent } from './project/build-request.ts';
export type { EditionReport, PublicationReport, Quality, Stage } from './project/report.ts';
export type { Diagnostic, Related, Severity } from './diagnostics/diagnostic.ts';
export type { RuleId } from './diagnostics/catalogue.ts';
export { catalogue } from './diagnostics/catalogue.ts';
export type { Place } from './protocol/place.ts';
