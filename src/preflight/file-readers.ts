/** What the pages of a file share, each part read once. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { colourSpaceReader, type ColourSpaceReader } from './colour-spaces.ts';
import { graphicsParameters, type GraphicsParameters } from './graphics-parameters.ts';
import type { Picture } from './marks.ts';
import { readPicture } from './pictures.ts';
import { fontReader, type ProofFont } from '../prepress/proof-fonts.ts';

/** Readers of what pages name in their resources. */
export interface FileReaders {
  readonly fontOf: (value: PdfValue | undefined) => ProofFont;
  readonly spaceOf: ColourSpaceReader;
  readonly parametersOf: (dictionary: PdfDictionary) => GraphicsParameters;
  readonly pictureOf: (dictionary: PdfDictionary, resources: PdfDictionary | undefined) => Picture;
  /** Bytes of content that may still be read, of all pages together. */
  budget: number;
}

/** What all pages together may make us read: some thousand pages of text. */
const mostContent = 1024 * 1024 * 1024;

const once = <Value>(read: (dictionary: PdfDictionary) => Value): ((dictionary: PdfDictionary) => Value) => {
  const known = new Map<PdfDictionary, Value>();
  return (dictionary) => {
    const found = known.get(dictionary);
    if (found !== undefined) return found;
    const value = read(dictionary);
    known.set(dictionary, value);
    return value;
  };
};

/** Readers for one file. */
export const fileReaders = (file: PdfFile): FileReaders => {
  const spaceOf = colourSpaceReader(file);
  return {
    fontOf: fontReader(file),
    spaceOf,
    parametersOf: once((dictionary) => graphicsParameters(file, dictionary, spaceOf)),
    pictureOf: (dictionary, resources) => readPicture(file, dictionary, resources, spaceOf),
    budget: mostContent,
  };
};
