/** Objects in the order in which they are met from the trailer on: what nothing leads to is left out, equal streams are one. */
import { equalStreams } from './merge-streams.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { keysInOrder, type Renumber } from './pdf-writer.ts';

/** The objects in their new order, with their new numbers. */
export interface Order {
  readonly values: readonly PdfValue[];
  readonly renumber: Renumber;
}

/** Numbers objects from the trailer on, depth first. */
export const orderOf = (document: PdfDocument, trailer: PdfDictionary): Order => {
  const equal = equalStreams(document);
  const numbers = new Map<number, number>();
  const values: PdfValue[] = [];
  const same = (number: number): number => equal.get(number) ?? number;
  const waiting: number[] = [];
  const found: number[] = [];
  const collect = (value: PdfValue): void => {
    if (typeof value !== 'object' || value === null) return;
    switch (value.kind) {
      case 'reference':
        found.push(same(value.number));
        break;
      case 'array':
        for (const item of value.items) collect(item);
        break;
      case 'dictionary':
        for (const key of keysInOrder(value)) collect(value.entries.get(key) ?? null);
        break;
      case 'stream':
        collect(value.dictionary);
        break;
      default:
    }
  };
  const queue = (value: PdfValue): void => {
    collect(value);
    for (let number = found.pop(); number !== undefined; number = found.pop())
      if (!numbers.has(number)) waiting.push(number);
  };
  queue(trailer);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const value = document.objects.get(number);
    if (numbers.has(number) || value === undefined) continue;
    values.push(value);
    numbers.set(number, values.length);
    queue(value);
  }
  return { values, renumber: (number) => numbers.get(same(number)) };
};
