/** What the steps that look beyond the text need to know of its edition. */
import type { Language } from '../../language/language.ts';
import type { PublicationFiles } from '../publication-files.ts';

/** The language, the files of the publication, and where its folder lies. */
export interface Surroundings {
  readonly language: Language;
  readonly files: PublicationFiles;
  /** Path of the publication's folder relative to the project; `''` where it is the project itself. */
  readonly folder: string;
}

/** The path of a file of the publication as places name it: relative to the project. */
export const projectPath = (folder: string, path: string): string =>
  folder === '' ? path : `${folder}/${path}`;
