/** Takes the filters of a stream off, one after the other (ISO 32000-1 §7.4), as far as they are no picture's. */
import { inflate } from '../platform/inflate.ts';
import { decodeLzw } from './lzw.ts';
import { undoPredictor } from './predictors.ts';
import { decodeAscii85, decodeHex, decodeRunLength } from './text-filters.ts';
import type { PdfDictionary, PdfStream, PdfValue } from './pdf-values.ts';
import { asDictionary, asItems, asName, asNumber } from './pdf-values.ts';

/** Finds what a reference points at. */
export type Resolve = (value: PdfValue | undefined) => PdfValue;

/** One filter with its parameters. */
export interface StreamFilter {
  readonly name: string;
  readonly parameters: PdfDictionary | undefined;
}

/** Nobody packs a stream more often; a list without an end does not hold us up. */
const mostFilters = 8;

const abbreviations: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};

/** The filters of a stream, the one to take off first at the front; inline images abbreviate their names (§8.9.7). */
export const filtersOf = (resolve: Resolve, dictionary: PdfDictionary): readonly StreamFilter[] => {
  const filter = resolve(dictionary.entries.get('Filter') ?? dictionary.entries.get('F'));
  const parameters = resolve(dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP'));
  const names = asItems(filter) ?? (asName(filter) === undefined ? [] : [filter]);
  const lists = asItems(parameters) ?? [parameters];
  return names.map((value, index) => {
    const name = asName(resolve(value)) ?? '';
    return { name: abbreviations[name] ?? name, parameters: asDictionary(resolve(lists[index])) };
  });
};

const unpack = (
  resolve: Resolve,
  { name, parameters }: StreamFilter,
  bytes: Uint8Array,
  limit: number,
): Uint8Array | undefined => {
  const number = (key: string, otherwise: number): number =>
    asNumber(resolve(parameters?.entries.get(key))) ?? otherwise;
  const withoutPredictor = (unpacked: Uint8Array | undefined): Uint8Array | undefined =>
    unpacked === undefined
      ? undefined
      : undoPredictor(unpacked, {
          predictor: number('Predictor', 1),
          colors: number('Colors', 1),
          bitsPerComponent: number('BitsPerComponent', 8),
          columns: number('Columns', 1),
        });
  switch (name) {
    case 'FlateDecode':
      return withoutPredictor(inflate(bytes, limit));
    case 'LZWDecode':
      return withoutPredictor(decodeLzw(bytes, number('EarlyChange', 1) === 0 ? 0 : 1, limit));
    case 'ASCII85Decode':
      return decodeAscii85(bytes);
    case 'ASCIIHexDecode':
      return decodeHex(bytes);
    case 'RunLengthDecode':
      return decodeRunLength(bytes, limit);
    default:
      return undefined;
  }
};

/** The decoded bytes, at most `limit`; undefined for damaged data, for more, or for a filter of pictures. */
export const decodeStream = (resolve: Resolve, stream: PdfStream, limit: number): Uint8Array | undefined => {
  const filters = filtersOf(resolve, stream.dictionary);
  if (filters.length > mostFilters) return undefined;
  let bytes: Uint8Array | undefined = stream.bytes;
  for (const filter of filters) {
    if (bytes === undefined) return undefined;
    bytes = unpack(resolve, filter, bytes, limit);
  }
  return bytes;
};
