/**
 * The wire to the browser: the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/) over two pipes, JSON
 * messages ended by NUL. No port is opened that another program could reach.
 */
import type { ConnectionTransport } from 'puppeteer';
import type { StartedProcess } from '../platform/processes.ts';

const end = '\0';

/** The transport over a started browser's pipes; it closes when the browser ends. */
export const pipeTransport = (browser: StartedProcess): ConnectionTransport => {
  let pending: string[] = [];
  const transport: ConnectionTransport = {
    send: (message) => {
      browser.input.write(message + end);
    },
    close: () => browser.stop(),
  };
  browser.output.setEncoding('utf8');
  browser.output.on('data', (chunk: string) => {
    const parts = chunk.split(end);
    const last = parts.pop() ?? '';
    for (const [index, part] of parts.entries()) {
      const message = index === 0 ? pending.join('') + part : part;
      if (index === 0) pending = [];
      transport.onmessage?.(message);
    }
    if (last !== '') pending.push(last);
  });
  void browser.ended.then(() => transport.onclose?.());
  return transport;
};
