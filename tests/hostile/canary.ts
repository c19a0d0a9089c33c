/** A server on this machine that must never hear of anybody: what asks it for anything has reached the network. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll } from 'vitest';

/** A listening server. */
export interface Canary {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** What it heard: the first line of each connection, or that one was opened. */
  readonly heard: () => readonly string[];
}

/** Starts a canary; it is closed when the test file is done. */
export const startCanary = async (): Promise<Canary> => {
  const heard: string[] = [];
  const server = createServer((socket) => {
    const index = heard.push('a connection') - 1;
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      heard[index] = data.toString('latin1').split('\r\n')[0] ?? '';
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  afterAll(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, heard: () => [...heard] };
};
