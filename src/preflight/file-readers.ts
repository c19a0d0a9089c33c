/** What the pages of a file share, each part read once. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { colourSpaceReader, type ColourSpace, type ColourSpaceReader } from './colour-spaces.ts';
import { heaviestOfGradient } from './gradient-inks.ts';
import { graphicsParameters, type GraphicsParameters } from './graphics-parameters.ts';
import type { Inks } from './inks.ts';
import type { Picture } from './marks.ts';
import { readPicture } from './pictures.ts';
import { fontReader, type ProofFont } from '../prepress/proof-fonts.ts';

/** Readers of what pages name in their resources. */
export interface FileReaders {
  readonly fontOf: (value: PdfValue | undefined) => ProofFont;
  readonly spaceOf: ColourSpaceReader;
  readonly parametersOf: (dictionary: PdfDictionary) => GraphicsParameters;
  /** The inks of a gradient where it has most of them, see {@link heaviestOfGradient}. */
  readonly gradientOf: (shading: PdfDictionary, space: ColourSpace) => Inks | undefined;
  readonly pictureOf: (dictionary: PdfDictionary, resources: PdfDictionary | undefined) => Picture;
  /** Bytes of content that may still be read, of all pages together. */
  budget: number;
}

/** What all pages together may make us read: some thousand pages of text. */
const mostContent = 1024 * 1024 * 1024;

/** A gradient has some dozens of them at most. */
const mostFunctions = 20_000;

/** Keeps what was read of a dictionary. */
const kept = <Value>(): ((dictionary: PdfDictionary, read: () => Value) => Value) => {
  const known = new Map<PdfDictionary, { readonly value: Value }>();
  return (dictionary, read) => {
    const found = known.get(dictionary) ?? { value: read() };
    known.set(dictionary, found);
    return found.value;
  };
};

/** Readers for one file. */
export const fileReaders = (file: PdfFile): FileReaders => {
  const spaceOf = colourSpaceReader(file);
  const parameters = kept<GraphicsParameters>();
  const functions = { left: mostFunctions };
  const gradients = kept<Inks | undefined>();
  return {
    fontOf: fontReader(file),
    spaceOf,
    parametersOf: (dictionary) => parameters(dictionary, () => graphicsParameters(file, dictionary, spaceOf)),
    gradientOf: (shading, space) =>
      gradients(shading, () => heaviestOfGradient(file, shading, space, functions)),
    pictureOf: (dictionary, resources) => readPicture(file, dictionary, resources, spaceOf),
    budget: mostContent,
  };
};
