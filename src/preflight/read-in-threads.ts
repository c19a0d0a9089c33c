/** Reads the pages of a file with several threads, where that is quicker. */
import { Worker } from 'node:worker_threads';
import { compiledFile } from '../platform/compiled.ts';
import { kindOf } from '../platform/folders.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { readPages, type Reading, type ReadingOrder } from './read-pages.ts';
import type { ThreadOrder } from './read-pages-worker.ts';

const readInThread = (worker: string, order: ThreadOrder): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

/** A thread costs as much to start as reading some dozens of pages. */
const fewestPages = 40;

/** Reads the pages of an order with at most `readers` threads, this one among them; what they found comes in the order of the pages. */
export const readInThreads = async (
  file: PdfFile,
  order: ReadingOrder,
  readers: number,
): Promise<readonly Reading[]> => {
  const worker = compiledFile('preflight/read-pages-worker.js');
  const threads = Math.max(1, Math.min(readers, Math.floor(order.count / fewestPages)));
  if (threads === 1 || kindOf(worker) !== 'file') return [readPages(file, order)];
  const share = Math.ceil(order.count / threads);
  const orders = Array.from({ length: threads }, (_, index) => ({
    bytes: file.bytes,
    first: order.first + index * share,
    count: Math.min(share, order.count - index * share),
    purpose: order.purpose,
    pictureInks: order.pictureInks,
    expected: order.expected?.slice(index * share, (index + 1) * share),
  }));
  const elsewhere = orders.slice(1).map((each) => readInThread(worker, each));
  const [own] = orders;
  const reading = own === undefined ? [] : [readPages(file, own)];
  return [...reading, ...(await Promise.all(elsewhere))];
};
