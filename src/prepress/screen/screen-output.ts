/**
 * The output `screen`: as `print`, with its tags and links, small and quick to open. Pictures have no more pixels than a screen shows.
 */
import type { PdfDocument } from '../pdf-document.ts';
import { flatPages } from './flat-pages.ts';

/** Makes the output of the document of `print`; {@link linearisedFile} writes it. */
export const screenOutput = async (document: PdfDocument): Promise<PdfDocument> => flatPages(document);
