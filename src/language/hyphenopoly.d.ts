/** What is used of hyphenopoly 6, which comes without types (https://github.com/mnater/Hyphenopoly). */
declare module 'hyphenopoly' {
  interface Settings {
    readonly require: readonly string[];
    readonly hyphen: string;
    readonly sync: true;
    readonly minWordLength: number;
    /** Gives the bytes of a pattern file of the package. */
    readonly loaderSync: (file: string, folder: URL) => Uint8Array;
  }
  interface Hyphenopoly {
    readonly supportedLanguages: readonly string[];
    /** Goes out: one function per required name that puts `hyphen` at every break of a text. */
    readonly config: (settings: Settings) => ReadonlyMap<string, (text: string) => string>;
  }
  const hyphenopoly: Hyphenopoly;
  export { hyphenopoly as default };
}
