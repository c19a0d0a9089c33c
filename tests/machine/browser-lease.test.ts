/** A browser that ends is replaced once for all who had it, and the second one for nobody. */
import { expect, test } from 'vitest';
import { leaseBrowser } from '../../src/pipeline/browser-lease.ts';
import { readMachine } from '../../src/platform/machine.ts';

test('several editions lose the first browser, then the second', async () => {
  const leases = leaseBrowser(readMachine(), () => undefined);
  try {
    const first = (await leases.take()).value;
    if (first === undefined) throw new Error('the browser has not started');
    expect([leases.lost(first), leases.lost(first)]).toEqual([true, true]);
    const second = (await leases.take()).value;
    if (second === undefined) throw new Error('the second browser has not started');
    expect(second).not.toBe(first);
    expect([leases.lost(second), leases.lost(second), leases.lost(first)]).toEqual([false, false, false]);
    expect(leases.diagnostics().map(({ rule }) => rule)).toEqual(['chromium/restarted']);
  } finally {
    await leases.close();
  }
});
