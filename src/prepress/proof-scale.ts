/** Whether Chromium shrank the document, as it does when anything sticks out to the right of a page. */
import { readContent, operatorCode } from './content-tokens.ts';
import { pagesOf } from './page-tree.ts';
import type { PdfFile } from './pdf-file.ts';
import { asItems, asStream } from './pdf-values.ts';
import { streamContent } from './stream-content.ts';

const concatenate = operatorCode('cm');
const save = operatorCode('q');
const beginText = operatorCode('BT');

/** The content of a page, its parts joined by a line feed (ISO 32000-1 §7.8.2). */
export const pageContent = (
  file: PdfFile,
  contents: Parameters<PdfFile['resolve']>[0],
): Uint8Array | undefined => {
  const value = file.resolve(contents);
  const parts = (asItems(value) ?? [value]).map((item) => asStream(file.resolve(item)));
  const decoded: Uint8Array[] = [];
  for (const part of parts) {
    const bytes = part === undefined ? undefined : streamContent(file, part);
    if (bytes === undefined) return undefined;
    decoded.push(bytes, Uint8Array.of(10));
  }
  if (decoded.length === 2) return decoded[0];
  const joined = new Uint8Array(decoded.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of decoded) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/**
 * The scale of the first page against its CSS pixels: 1 where nothing sticks out, less where Chromium shrank everything. Chromium writes it as the first
 * transformations of every page: one to the device, one to pixels. Undefined where there are none.
 */
export const proofScale = (file: PdfFile): number | undefined => {
  const [page] = pagesOf(file);
  const bytes = page === undefined ? undefined : pageContent(file, page.dictionary.entries.get('Contents'));
  if (bytes === undefined) return undefined;
  let scale: number | undefined;
  let depth = 0;
  let reached = false;
  readContent(bytes, (operator, operands) => {
    if (operator === save) depth += 1;
    if (operator === beginText || depth > 2) reached = true;
    if (operator === concatenate && !reached) scale = (scale ?? 1) * Math.abs(operands.numbers[0] ?? 1);
  });
  // A CSS pixel is three quarters of a point.
  return scale === undefined ? undefined : scale / 0.75;
};
