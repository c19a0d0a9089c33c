/** Character references of XML (https://www.w3.org/TR/xml/#sec-references), which HTML shares. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi;

const lastCodePoint = 0x10ffff;

/** Comes in: text with references; goes out: the characters they stand for. What is no reference stays as it is. */
export const decodeReferences = (text: string): string =>
  text.replaceAll(reference, (...found: readonly (string | undefined)[]) => {
    const [whole = '', hex, decimal, name] = found;
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= lastCodePoint ? String.fromCodePoint(code) : whole;
  });
