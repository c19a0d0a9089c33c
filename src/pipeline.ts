/** The pipeline as commands see it: a request in, PDFs in their place and reports out. */
import { readMachine } from './platform/machine.ts';
import { leaseBrowser } from './pipeline/browser-lease.ts';
import type { BuildRequest, BuildResult } from './project/build-request.ts';
import { loadPublications } from './project/load-publications.ts';

/**
 * Builds (or, without `print`, checks) what is asked for. Never rejects for what author or machine can mend. The browser
 * starts first and the larger part of the program is loaded meanwhile; for a request of nothing none is started.
 */
export const build = async (request: BuildRequest): Promise<BuildResult> => {
  const machine = readMachine();
  const loaded = loadPublications(request);
  if (loaded.value === undefined || loaded.value.length === 0) {
    return { diagnostics: loaded.diagnostics, editions: [], machineFailed: false };
  }
  const say = (message: string): void => request.onProgress({ kind: 'message', message });
  const leases = leaseBrowser(machine, say);
  void leases.take();
  try {
    const { buildPublications } = await import('./pipeline/build.ts');
    return await buildPublications(request, machine, loaded, leases);
  } finally {
    await leases.close();
  }
};
