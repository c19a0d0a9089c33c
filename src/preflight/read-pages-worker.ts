/** The thread of {@link readPages}: a file and an order come in as its data, one message with the reading goes out. */
import { parentPort, workerData } from 'node:worker_threads';
import { isPdfFile, openPdf } from '../prepress/pdf-file.ts';
import { readPages, type Reading, type ReadingOrder } from './read-pages.ts';

/** What the thread gets. */
export interface ThreadOrder extends ReadingOrder {
  readonly bytes: Uint8Array;
}

const read = (order: ThreadOrder): Reading => {
  const file = openPdf(order.bytes);
  // The same bytes were opened before the thread was started.
  if (!isPdfFile(file))
    throw new Error(`the file does not open again: expected ${file.expected} at byte ${file.at}`);
  return readPages(file, order);
};

parentPort?.postMessage(read(workerData as ThreadOrder));
