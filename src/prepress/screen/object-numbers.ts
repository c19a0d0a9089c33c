/** The numbers of objects in a linearised file (ISO 32000-1 §F.3.1): its later half is numbered first. */
import type { FileParts, FileUnit } from './file-parts.ts';

/** The numbers that objects have in the file. */
export interface ObjectNumbers {
  /** Number of each unit: its object's, or that of the stream it is gathered in. */
  readonly unit: ReadonlyMap<FileUnit, number>;
  /** By number in the document, of every object. */
  readonly object: ReadonlyMap<number, number>;
  /** The cross-reference stream of all before {@link firstOfFirst}, at the end of the file. */
  readonly mainTable: number;
  /** Numbers from here on are of the first page and what opens the file. */
  readonly firstOfFirst: number;
  /** The linearization parameter dictionary, which begins the file. */
  readonly parameters: number;
  readonly firstTable: number;
  readonly hints: number;
  /** One more than the largest. */
  readonly size: number;
}

/** All units after the first page, as they lie in the file. */
export const afterFirstPage = ({ ownOfPages, shared, outline, rest }: FileParts): readonly FileUnit[] => [
  ...ownOfPages.flat(),
  ...shared,
  ...outline,
  ...rest,
];

/** Numbers the objects of a file; in each half what is gathered in streams comes last (§7.5.8.4). */
export const objectNumbers = (parts: FileParts): ObjectNumbers => {
  const unit = new Map<FileUnit, number>();
  const object = new Map<number, number>();
  let next = 1;
  const take = (): number => {
    next += 1;
    return next - 1;
  };
  const number = (units: readonly FileUnit[]): void => {
    for (const each of units) {
      const own = take();
      unit.set(each, own);
      if (!each.isGathered) object.set(each.numbers[0] ?? 0, own);
    }
  };
  const numberGathered = (units: readonly FileUnit[]): void => {
    for (const { isGathered, numbers } of units)
      if (isGathered) for (const each of numbers) object.set(each, take());
  };
  const later = afterFirstPage(parts);
  number(later);
  const mainTable = take();
  numberGathered(later);
  const firstOfFirst = next;
  const parameters = take();
  const firstTable = take();
  number(parts.opening);
  const hints = take();
  number(parts.firstPage);
  numberGathered(parts.firstPage);
  return { unit, object, mainTable, firstOfFirst, parameters, firstTable, hints, size: next };
};
