/** How large every picture of a document is shown: the largest of all its places. */
import { operatorCode, readContent } from '../content-tokens.ts';
import { composed, identity, type Matrix } from '../matrix.ts';
import { pageContent } from '../page-content.ts';
import { pagesOf } from '../page-tree.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary } from '../pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference, asStream, latinText } from '../pdf-values.ts';
import { streamContent } from '../stream-content.ts';

/** Width and height in points. */
export interface ShownSize {
  readonly width: number;
  readonly height: number;
}

const save = operatorCode('q');
const restore = operatorCode('Q');
const concatenate = operatorCode('cm');
const draw = operatorCode('Do');

/** Forms in forms: a file that goes deeper is not ours. */
const deepest = 12;

/** The transformation that the first six numbers of an array stand for; none where they are not there. */
export const matrixFrom = (numbers: ArrayLike<number | undefined>): Matrix => [
  numbers[0] ?? 1,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 1,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
];

/** Sizes of the pictures that the pages show, by the number of their object. A picture is one unit wide and high (ISO 32000-1 §8.9.5). */
export const pictureSizes = (objects: PdfObjects): ReadonlyMap<number, ShownSize> => {
  const sizes = new Map<number, ShownSize>();
  const show = (number: number, [a, b, c, d]: Matrix): void => {
    const known = sizes.get(number) ?? { width: 0, height: 0 };
    sizes.set(number, {
      width: Math.max(known.width, Math.hypot(a, b)),
      height: Math.max(known.height, Math.hypot(c, d)),
    });
  };
  const read = (
    content: Uint8Array,
    resources: PdfDictionary | undefined,
    outer: Matrix,
    depth: number,
  ): void => {
    const named = asDictionary(objects.resolve(resources?.entries.get('XObject')));
    if (named === undefined) return;
    let matrix = outer;
    const saved: Matrix[] = [];
    readContent(content, (operator, { numbers, starts, ends }) => {
      if (operator === save) saved.push(matrix);
      else if (operator === restore) matrix = saved.pop() ?? outer;
      else if (operator === concatenate) matrix = composed(matrixFrom(numbers), matrix);
      else if (operator === draw) {
        const reference = named.entries.get(latinText(content.subarray((starts[0] ?? 0) + 1, ends[0])));
        const object = asStream(objects.resolve(reference));
        const number = asReference(reference)?.number;
        if (object === undefined) return;
        const { entries } = object.dictionary;
        if (asName(objects.resolve(entries.get('Subtype'))) === 'Image') {
          if (number !== undefined) show(number, matrix);
          return;
        }
        const inner = depth < deepest ? streamContent(objects, object) : undefined;
        const own = (asItems(objects.resolve(entries.get('Matrix'))) ?? []).map((item) =>
          asNumber(objects.resolve(item)),
        );
        const inside = asDictionary(objects.resolve(entries.get('Resources'))) ?? resources;
        if (inner !== undefined) read(inner, inside, composed(matrixFrom(own), matrix), depth + 1);
      }
    });
  };
  for (const page of pagesOf(objects)) {
    const content = pageContent(objects, page);
    if (content !== undefined) read(content, page.resources, identity, 0);
  }
  return sizes;
};
