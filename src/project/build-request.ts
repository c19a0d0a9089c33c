/** What a command asks of the pipeline, and what it hears while the pipeline works. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EditionReport, Stage } from './report.ts';

/** Something happened to an edition, or to the whole build where `tag` is absent. */
export type ProgressEvent =
  | {
      readonly kind: 'stage';
      /** The stage that begins now. */
      readonly stage: Stage;
      readonly publication: string;
      readonly tag?: string;
      /** The output that is being made; absent for what all outputs of an edition share. */
      readonly output?: string;
    }
  | {
      /** An output of an edition is finished, well or badly. */
      readonly kind: 'edition';
      readonly publication: string;
      readonly report: EditionReport;
    }
  | {
      /** Something that takes long and happens once, in words: "unpacking the browser (once)". */
      readonly kind: 'message';
      readonly message: string;
    };

/** A build, settled by the command line. All paths are absolute. */
export interface BuildRequest {
  /** The folder that the paths in places are relative to. */
  readonly root: string;
  /** Names of publications; empty for all in `content`. */
  readonly publications: readonly string[];
  /** BCP 47 tags; absent for all that a publication has. */
  readonly languages?: readonly string[];
  readonly content: string;
  readonly out: string;
  readonly locales: string;
  readonly templates: string;
  /** How the editions leave the house; empty for what each publication.yaml says. */
  readonly outputs: readonly string[];
  /** Editions worked on at once, at least 1. */
  readonly jobs: number;
  /** False for `check`: everything but printing, nothing is written. */
  readonly print: boolean;
  /** Aborted by Ctrl-C: the build stops, cleans up and returns what it has. */
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
}

/** What became of a build. */
export interface BuildResult {
  /** What belongs to no edition: of publication.yaml, of the machine. An edition's own stand in its report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly editions: readonly BuiltEdition[];
  /** Disk, browser or memory failed: exit code 3, whatever the content is like. */
  readonly machineFailed: boolean;
}

/** The report of one output of an edition and the publication it belongs to. */
export interface BuiltEdition {
  readonly publication: string;
  readonly report: EditionReport;
}
