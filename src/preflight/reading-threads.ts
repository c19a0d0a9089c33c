/** Threads that read pages beside this one. They are started before there is anything to read, and read one file after the other. */
import { Worker } from 'node:worker_threads';
import { compiledFile } from '../platform/compiled.ts';
import { kindOf } from '../platform/folders.ts';
import type { Reading, ReadingOrder } from './read-pages.ts';

/** What a thread is asked: pages of a file. */
export interface ThreadOrder extends ReadingOrder {
  readonly bytes: Uint8Array;
}

/** The threads. Each is asked for one thing at a time. */
export interface ReadingThreads {
  readonly readers: readonly ((order: ThreadOrder) => Promise<Reading>)[];
  readonly close: () => void;
}

/** A thread costs as much to start as reading some dozens of pages. */
const fewestPages = 40;

const ask = (thread: Worker, order: ThreadOrder): Promise<Reading> =>
  new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (reading: Reading) => {
      thread.off('error', reject);
      resolve(reading);
    });
    thread.postMessage(order);
  });

/** Starts as many threads as help to read so many pages with `readers` threads, this one among them. */
export const openThreads = (readers: number, pages: number): ReadingThreads => {
  const worker = compiledFile('preflight/read-pages-worker.js');
  const wanted = Math.min(readers, Math.floor(pages / fewestPages)) - 1;
  const count = kindOf(worker) === 'file' ? Math.max(0, wanted) : 0;
  const threads = Array.from({ length: count }, () => new Worker(worker));
  return {
    readers: threads.map((thread) => (order) => ask(thread, order)),
    close: () => {
      for (const thread of threads) void thread.terminate();
    },
  };
};
