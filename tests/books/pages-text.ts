/** The text of a finished PDF, read with PDFium: a reader that shares no code with ours. */
import type { PDFiumLibrary as Library } from '@hyzyla/pdfium';
import { PDFiumLibrary } from '@hyzyla/pdfium';

let loading: Promise<Library> | undefined;

/** The text of each page, lines as PDFium finds them, without spaces at their ends. */
export const pagesText = async (bytes: Uint8Array): Promise<readonly string[]> => {
  loading ??= PDFiumLibrary.init();
  const document = await (await loading).loadDocument(bytes);
  try {
    return [...document.pages()].map((page) =>
      page
        .getText()
        .replaceAll('\r\n', '\n')
        // PDFium joins a divided word with this sign.
        .replaceAll('\uFFFE', '-\n')
        .replaceAll(/[ \t]+$/gm, ''),
    );
  } finally {
    document.destroy();
  }
};
