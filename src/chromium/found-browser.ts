/** A browser that was found, before it is started. */
export interface FoundBrowser {
  /** Absolute path of the program. */
  readonly path: string;
  readonly source: 'environment' | 'package' | 'puppeteer-cache' | 'installed';
  /** What its environment needs beyond ours. */
  readonly environment: Readonly<Record<string, string>>;
}

/** In words, for `doctor`. */
export const sourceWords: Readonly<Record<FoundBrowser['source'], string>> = {
  environment: 'named by PUPPETEER_EXECUTABLE_PATH',
  package: 'of the npm package @sparticuz/chromium',
  'puppeteer-cache': "from Puppeteer's cache",
  installed: 'installed on this machine',
};
