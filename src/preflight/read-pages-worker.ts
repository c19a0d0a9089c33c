/** The thread of {@link readPages}: an order comes in as its data, one message with the reading goes out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPages, type ReadingOrder } from './read-pages.ts';

parentPort?.postMessage(readPages(workerData as ReadingOrder));
