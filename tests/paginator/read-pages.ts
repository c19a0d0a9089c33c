/** Reads a finished PDF with PDFium, which knows nothing of this program: the words of each page and where they stand. */
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** One page as a second reader sees it. */
export interface ReadPage {
  readonly text: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** The pages of a PDF, line ends as spaces. */
export const readPages = async (pdf: Uint8Array): Promise<readonly ReadPage[]> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    return {
      text: page.getText().replace(/\s+/gu, ' ').trim(),
      width: originalWidth,
      height: originalHeight,
    };
  });
  document.destroy();
  library.destroy();
  return pages;
};
