/** A proof and its finished file as pictures: PDFium renders both with one matrix, over the paper that both have. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { rectangleValue } from '../../src/prepress/page-boxes.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { objectsOf, withObjects } from '../../src/prepress/pdf-document.ts';
import { openProof } from '../../src/prepress/open-proof.ts';
import { withEntries } from '../../src/prepress/pdf-values.ts';
import { writeDocument } from '../../src/prepress/write-document.ts';

const resolution = 150;
const pointsPerInch = 72;

/** The pixels of all pages at 150 dpi, one page after the other. */
async function* rendered(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  for (const page of document.pages()) {
    const { data } = await page.render({ scale: resolution / pointsPerInch, render: 'bitmap' });
    yield data;
  }
  document.destroy();
  library.destroy();
}

/** The proof on the paper of the finished file, otherwise as Chromium wrote it. */
const onPaperOf = async (proof: Uint8Array, finished: Uint8Array): Promise<Uint8Array> => {
  const boxes = pagesOf(objectsOf((await openProof(finished)).document)).map(({ mediaBox }) => mediaBox);
  const { document: plain } = await openProof(proof);
  const edits = pagesOf(objectsOf(plain)).map(({ number, dictionary }, index) => {
    const box = boxes[index];
    return [
      number,
      box === undefined ? dictionary : withEntries(dictionary, { MediaBox: rectangleValue(box) }),
    ] as const;
  });
  return writeDocument(withObjects(plain, new Map(edits)));
};

/** What a page came to. */
export interface RenderedPage {
  /** Bytes of pixels that differ; undefined where the pictures have not the same size. */
  readonly differing: number | undefined;
  /** True where something on it is not white. */
  readonly isPainted: boolean;
}

/** Compares every page of a proof with the finished file. */
export const comparedPages = async (
  proof: Uint8Array,
  finished: Uint8Array,
): Promise<readonly RenderedPage[]> => {
  const pages: RenderedPage[] = [];
  const before = rendered(await onPaperOf(proof, finished));
  for await (const after of rendered(finished)) {
    const { value } = await before.next();
    const other: Uint8Array = value ?? new Uint8Array();
    const isSame = Buffer.from(after.buffer, after.byteOffset, after.length).equals(other);
    const differing = isSame ? 0 : after.filter((byte, at) => byte !== other[at]).length;
    pages.push({
      differing: after.length === other.length ? differing : undefined,
      isPainted: after.some((byte) => byte !== 255),
    });
  }
  if ((await before.next()).done !== true) throw new Error('the proof has more pages');
  return pages;
};
