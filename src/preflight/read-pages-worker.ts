/** A thread of {@link openThreads}: an order comes in as a message, one message with the reading goes out. */
import { parentPort } from 'node:worker_threads';
import { isPdfFile, openPdf } from '../prepress/pdf-file.ts';
import { readPages, type Reading } from './read-pages.ts';
import type { ThreadOrder } from './reading-threads.ts';

const read = (order: ThreadOrder): Reading => {
  const file = openPdf(order.bytes);
  // The same bytes were opened before the thread was asked.
  if (!isPdfFile(file))
    throw new Error(`the file does not open again: expected ${file.expected} at byte ${file.at}`);
  return readPages(file, order);
};

parentPort?.on('message', (order: ThreadOrder) => {
  parentPort?.postMessage(read(order));
});
