/** Reads the pages of a file with several threads. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import { readPages, type Reading, type ReadingOrder } from './read-pages.ts';
import type { ReadingThreads } from './reading-threads.ts';

/** Reads the pages of an order, each thread and this one an equal share; what they found comes in the order of the pages. */
export const readInThreads = async (
  file: PdfFile,
  order: ReadingOrder,
  { readers }: ReadingThreads,
): Promise<readonly Reading[]> => {
  const share = Math.ceil(order.count / (readers.length + 1));
  const partOf = (index: number): ReadingOrder => ({
    ...order,
    first: order.first + index * share,
    count: Math.max(0, Math.min(share, order.count - index * share)),
    expected: order.expected?.slice(index * share, (index + 1) * share),
  });
  const elsewhere = readers.map((read, index) => read({ ...partOf(index + 1), bytes: file.bytes }));
  const own = readPages(file, partOf(0));
  return [own, ...(await Promise.all(elsewhere))];
};
