/** Streams that are the same twice (a picture, a profile, a font) written once: Chromium now and then embeds one picture twice. */
import { checksumOf } from '../platform/checksum.ts';
import { referenceTo } from './pdf-objects.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfStream, PdfValue } from './pdf-values.ts';
import { asName, asStream } from './pdf-values.ts';
import { writeValue } from './pdf-writer.ts';

/** Streams that stand for the place they are used at: structure finds its content by them (ISO 32000-1 §14.7.4.4). */
const isPlaced = ({ dictionary: { entries } }: PdfStream): boolean =>
  entries.has('StructParent') || entries.has('StructParents') || asName(entries.get('Type')) === 'Metadata';

/** The value with its references led elsewhere. */
export const redirected = (value: PdfValue, numbers: ReadonlyMap<number, number>): PdfValue => {
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'reference':
      return referenceTo(numbers.get(value.number) ?? value.number);
    case 'array':
      return { kind: 'array', items: value.items.map((item) => redirected(item, numbers)) };
    case 'dictionary': {
      const entries = new Map<string, PdfValue>();
      for (const [key, item] of value.entries) entries.set(key, redirected(item, numbers));
      return { kind: 'dictionary', entries };
    }
    case 'stream': {
      const dictionary = redirected(value.dictionary, numbers);
      return typeof dictionary === 'object' && dictionary?.kind === 'dictionary'
        ? { ...value, dictionary }
        : value;
    }
    default:
      return value;
  }
};

/** Streams by the length of their bytes, of which several have it: only these can be the same. */
const sameLength = (document: PdfDocument): readonly (readonly [number, PdfStream])[] => {
  const groups = new Map<number, [number, PdfStream][]>();
  for (const [number, value] of document.objects) {
    const stream = asStream(value);
    if (stream === undefined || isPlaced(stream)) continue;
    const group = groups.get(stream.bytes.length);
    if (group === undefined) groups.set(stream.bytes.length, [[number, stream]]);
    else group.push([number, stream]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flat();
};

/** Pictures have masks, and forms have pictures: a stream is the same when what it refers to has become the same. */
const mostRounds = 8;

/**
 * For every stream that another one of a smaller number is equal to, the smaller number. The document is not changed: what writes it leads
 * the references there.
 */
export const equalStreams = (document: PdfDocument): ReadonlyMap<number, number> => {
  const numbers = new Map<number, number>();
  const candidates = sameLength(document).toSorted(([first], [second]) => first - second);
  const sums = new Map(candidates.map(([number, { bytes }]) => [number, checksumOf(bytes)]));
  for (let round = 0; round < mostRounds; round += 1) {
    const first = new Map<string, number>();
    const before = numbers.size;
    for (const [number, { dictionary }] of candidates) {
      if (numbers.has(number)) continue;
      const key = `${sums.get(number) ?? ''} ${writeValue(dictionary, (old) => numbers.get(old) ?? old)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, number);
      else numbers.set(number, known);
    }
    if (numbers.size === before) break;
  }
  // A stream that was kept in one round may have been merged in a later one.
  return new Map([...numbers].map(([number, target]) => [number, numbers.get(target) ?? target]));
};
