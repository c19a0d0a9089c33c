/** Functions of one number (ISO 32000-1 §7.10), as gradients and named inks have them. Those written in PostScript are not read. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary, asItems, asNumber, asStream } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';

/** Gives the numbers that belong to one. */
export type NumberFunction = (input: number) => readonly number[];

/** Functions made of functions are not nested deeper. */
const deepest = 8;

/** Bytes of samples; no gradient has more. */
const mostSamples = 262_144;

/** How many functions of a file are read; changed in place. */
export interface FunctionBudget {
  left: number;
}

type NumbersOf = (key: string) => readonly number[] | undefined;

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Type 2: a curve between two colours. */
const exponential = (numbersOf: NumbersOf, exponent: number): NumberFunction => {
  const from = numbersOf('C0') ?? [0];
  const to = numbersOf('C1') ?? [1];
  return (input) => from.map((start, index) => start + input ** exponent * ((to[index] ?? 0) - start));
};

/** Type 0: samples of 8 or 16 bits, straight lines between them. */
const sampled = (file: PdfFile, value: PdfValue, numbersOf: NumbersOf): NumberFunction | undefined => {
  const stream = asStream(value);
  if (stream === undefined) return undefined;
  const bits = asNumber(file.resolve(stream.dictionary.entries.get('BitsPerSample')));
  const [size = 0, more] = numbersOf('Size') ?? [];
  const range = numbersOf('Range') ?? [];
  const outputs = Math.floor(range.length / 2);
  if ((bits !== 8 && bits !== 16) || more !== undefined || size < 1 || outputs < 1) return undefined;
  const length = size * outputs * (bits / 8);
  const bytes = length > mostSamples ? undefined : streamContent(file, stream, mostSamples);
  if (bytes === undefined || bytes.length < length) return undefined;
  const decode = numbersOf('Decode') ?? range;
  const [first = 0, last = 1] = numbersOf('Domain') ?? [];
  const [encodeFirst = 0, encodeLast = size - 1] = numbersOf('Encode') ?? [];
  const sample = (index: number, output: number): number => {
    const at = index * outputs + output;
    const read = bits === 8 ? (bytes[at] ?? 0) : (bytes[at * 2] ?? 0) * 256 + (bytes[at * 2 + 1] ?? 0);
    const [low = 0, high = 1] = [decode[output * 2], decode[output * 2 + 1]];
    return low + (read / (2 ** bits - 1)) * (high - low);
  };
  return (input) => {
    const share = last === first ? 0 : (between(input, first, last) - first) / (last - first);
    const at = between(encodeFirst + share * (encodeLast - encodeFirst), 0, size - 1);
    const before = Math.floor(at);
    const after = Math.min(before + 1, size - 1);
    return Array.from({ length: outputs }, (_, output) => {
      const start = sample(before, output);
      return start + (at - before) * (sample(after, output) - start);
    });
  };
};

/** Type 3: functions one after the other. */
const stitched = (parts: readonly NumberFunction[], numbersOf: NumbersOf): NumberFunction => {
  const bounds = numbersOf('Bounds') ?? [];
  const encode = numbersOf('Encode') ?? [];
  const [first = 0, last = 1] = numbersOf('Domain') ?? [];
  return (input) => {
    const at = between(input, first, last);
    const found = bounds.findIndex((bound) => at < bound);
    const index = found < 0 ? parts.length - 1 : found;
    const low = bounds[index - 1] ?? first;
    const high = bounds[index] ?? last;
    const [from = 0, to = 1] = [encode[index * 2], encode[index * 2 + 1]];
    const share = high === low ? 0 : (at - low) / (high - low);
    return parts[index]?.(from + share * (to - from)) ?? [];
  };
};

const allOf = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

const read = (
  file: PdfFile,
  value: PdfValue | undefined,
  budget: FunctionBudget,
  depth: number,
): NumberFunction | undefined => {
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) return undefined;
  const resolved = file.resolve(value);
  const items = asItems(resolved);
  if (items !== undefined) {
    const functions = allOf(items.map((item) => read(file, item, budget, depth + 1)));
    return functions === undefined ? undefined : (input) => functions.flatMap((each) => each(input));
  }
  const dictionary: PdfDictionary | undefined = asStream(resolved)?.dictionary ?? asDictionary(resolved);
  const numbersOf: NumbersOf = (key) =>
    asItems(file.resolve(dictionary?.entries.get(key)))?.map((item) => asNumber(file.resolve(item)) ?? 0);
  switch (asNumber(file.resolve(dictionary?.entries.get('FunctionType')))) {
    case 0:
      return sampled(file, resolved, numbersOf);
    case 2:
      return exponential(numbersOf, asNumber(file.resolve(dictionary?.entries.get('N'))) ?? 1);
    case 3: {
      const inner = asItems(file.resolve(dictionary?.entries.get('Functions'))) ?? [];
      const parts = allOf(inner.map((part) => read(file, part, budget, depth + 1)));
      return parts === undefined || parts.length === 0 ? undefined : stitched(parts, numbersOf);
    }
    default:
      return undefined;
  }
};

/** Reads a function, or an array of them of which each gives one number; undefined for what is not understood. */
export const readFunction = (
  file: PdfFile,
  value: PdfValue | undefined,
  budget: FunctionBudget,
): NumberFunction | undefined => read(file, value, budget, 0);
