/** Language tags as names of files and folders (BCP 47, https://www.rfc-editor.org/info/bcp47). */

/** A language of two or three letters, then script, region, variants, private use. */
const tagShape = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/**
 * The canonical form of a tag (`AZ-latn` → capitals where they belong, an old three-letter code → the one of two letters);
 * undefined for what is no language tag, which most names of files are.
 */
export const canonicalTag = (text: string): string | undefined => {
  if (!tagShape.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
};
