/** Indirect objects (ISO 32000-1 §7.3.10) to be asked for by number, whether they lie in a file or in memory. */
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-values.ts';
import { asReference } from './pdf-values.ts';

/** The objects of a file or of a document. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  /** The object of a number; null where there is none or where it cannot be read. Reads each once. */
  readonly object: (number: number) => PdfValue;
  /** The value itself, or the object it points at, however long the chain. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
}

/** Longer chains of references are circles. */
const mostSteps = 32;

/** Follows references by asking `object` for each. */
export const resolverOf =
  (object: PdfObjects['object']): PdfObjects['resolve'] =>
  (value) => {
    let current: PdfValue = value ?? null;
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const reference = asReference(current);
      if (reference === undefined) return current;
      current = object(reference.number);
    }
    return null;
  };

/** A pointer to the object of a number. */
export const referenceTo = (number: number): PdfReference => ({ kind: 'reference', number, generation: 0 });
