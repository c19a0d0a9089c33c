/** The values a PDF file is made of (ISO 32000-1 §7.3, https://www.adobe.com/go/pdfreference), as plain data. */

/** A name (§7.3.5). */
export interface PdfName {
  readonly kind: 'name';
  /** Without the solidus, `#xx` resolved. */
  readonly name: string;
}

/** A string of bytes (§7.3.4); what they mean depends on where it stands. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}

/** A pointer to an indirect object. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

/** An array (§7.3.6). */
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

/** A dictionary (§7.3.7); its entries keep the order of the file. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A stream (§7.3.8). */
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** As they lie in the file, still encoded. */
  readonly bytes: Uint8Array;
}

/** Any value; numbers and booleans are those of the language. */
export type PdfValue =
  null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary | PdfStream;

/** A name. */
export const pdfName = (name: string): PdfName => ({ kind: 'name', name });

/** An array. */
export const pdfArray = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items });

/** A dictionary; entries that are undefined are left out. */
export const pdfDictionary = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary => ({
  kind: 'dictionary',
  entries: defined(entries),
});

const defined = (entries: Readonly<Record<string, PdfValue | undefined>>): ReadonlyMap<string, PdfValue> => {
  const map = new Map<string, PdfValue>();
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) map.set(key, value);
  }
  return map;
};

/** The dictionary with some entries replaced; an undefined one is taken out. */
export const withEntries = (
  dictionary: PdfDictionary,
  changes: Readonly<Record<string, PdfValue | undefined>>,
): PdfDictionary => {
  const entries = new Map(dictionary.entries);
  for (const key of Object.keys(changes)) {
    const value = changes[key];
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  return { kind: 'dictionary', entries };
};

/** Bytes of a string of Latin letters, one byte each. */
export const latinBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
};

/** The letters of bytes, one each. */
export const latinText = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** A string of Latin letters, for identifiers and dates. */
export const pdfString = (text: string): PdfString => ({ kind: 'string', bytes: latinBytes(text) });

/**
 * A text string (ISO 32000-1 §7.9.2.2): printable ASCII as it is, which PDFDocEncoding agrees with, anything else as UTF-16BE with its mark.
 */
export const pdfText = (text: string): PdfString => {
  if (/^[\x20-\x7e]*$/.test(text)) return pdfString(text);
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xfe, 0xff]);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 + index * 2] = unit >> 8;
    bytes[3 + index * 2] = unit & 0xff;
  }
  return { kind: 'string', bytes };
};

const isObject = (value: PdfValue | undefined): value is Exclude<PdfValue, null | boolean | number> =>
  typeof value === 'object' && value !== null;

/** The dictionary that a value is or that a stream has; undefined for anything else. */
export const asDictionary = (value: PdfValue | undefined): PdfDictionary | undefined => {
  if (!isObject(value)) return undefined;
  if (value.kind === 'stream') return value.dictionary;
  return value.kind === 'dictionary' ? value : undefined;
};

/** The items of an array; undefined for anything else. */
export const asItems = (value: PdfValue | undefined): readonly PdfValue[] | undefined =>
  isObject(value) && value.kind === 'array' ? value.items : undefined;

/** The text of a name; undefined for anything else. */
export const asName = (value: PdfValue | undefined): string | undefined =>
  isObject(value) && value.kind === 'name' ? value.name : undefined;

/** The bytes of a string; undefined for anything else. */
export const asBytes = (value: PdfValue | undefined): Uint8Array | undefined =>
  isObject(value) && value.kind === 'string' ? value.bytes : undefined;

/** A number; undefined for anything else. */
export const asNumber = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** A stream; undefined for anything else. */
export const asStream = (value: PdfValue | undefined): PdfStream | undefined =>
  isObject(value) && value.kind === 'stream' ? value : undefined;

/** A reference; undefined for anything else. */
export const asReference = (value: PdfValue | undefined): PdfReference | undefined =>
  isObject(value) && value.kind === 'reference' ? value : undefined;
