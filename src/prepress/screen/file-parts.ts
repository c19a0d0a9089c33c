/**
 * The order of a linearised file (ISO 32000-1 §F.3): what opens it, all of the first page, then page by page what is each one's own, what
 * several share, and the rest. Small objects are gathered in object streams (§7.5.7), which then count as one.
 */
import type { PdfValue } from '../pdf-values.ts';
import { asName, asDictionary } from '../pdf-values.ts';
import type { ObjectUse } from './object-users.ts';

/** An object of its own, or several that lie in one stream; numbers are those of the document. */
export interface FileUnit {
  readonly numbers: readonly number[];
  readonly isGathered: boolean;
  /** Pages that use it, by index. */
  readonly pages: ReadonlySet<number>;
}

/** The parts, named by the numbers they have in Annex F. */
export interface FileParts {
  /** The catalog, then what is needed to open the document (part 4). */
  readonly opening: readonly FileUnit[];
  /** The first page, then all it uses (part 6). */
  readonly firstPage: readonly FileUnit[];
  /** For each other page: the page, then what it alone uses (part 7). */
  readonly ownOfPages: readonly (readonly FileUnit[])[];
  /** What several pages use (part 8). */
  readonly shared: readonly FileUnit[];
  /** The outline, its root first (in part 9). */
  readonly outline: readonly FileUnit[];
  /** The rest (part 9). */
  readonly rest: readonly FileUnit[];
}

/** What is known of the document. */
export interface DocumentOutline {
  readonly catalog: number;
  readonly pages: readonly number[];
  readonly outlineRoot: number | undefined;
  readonly object: (number: number) => PdfValue;
  readonly uses: ReadonlyMap<number, ObjectUse>;
}

/** A reader unpacks a stream to get one object of it. */
const mostGathered = 100;

type Part = 'opening' | 'firstPage' | 'own' | 'shared' | 'outline' | 'rest';

const partOf = ({ pages, outline, opening, others }: ObjectUse): Part => {
  if (outline) return 'outline';
  if (opening) return 'opening';
  if (pages.has(0)) return 'firstPage';
  if (pages.size === 1 && others === 0) return 'own';
  return pages.size > 1 ? 'shared' : 'rest';
};

const isGatherable = (value: PdfValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  value.kind !== 'stream' &&
  asName(asDictionary(value)?.entries.get('Type')) !== 'Page';

const grouped = (
  numbers: readonly number[],
  groupOf: (number: number) => number,
): ReadonlyMap<number, readonly number[]> => {
  const groups = new Map<number, number[]>();
  for (const number of numbers) {
    const group = groups.get(groupOf(number));
    if (group === undefined) groups.set(groupOf(number), [number]);
    else group.push(number);
  }
  return groups;
};

/** Cuts a list into pieces of at most so many. */
const pieces = (numbers: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(numbers.length / mostGathered) }, (_, index) =>
    numbers.slice(index * mostGathered, (index + 1) * mostGathered),
  );

/** Divides a document. Every object that anything uses is in one part. */
export const filePartsOf = (document: DocumentOutline): FileParts => {
  const { catalog, pages, outlineRoot, object, uses } = document;
  const none: ObjectUse = { pages: new Set(), outline: false, opening: false, others: 0 };
  const useOf = (number: number): ObjectUse => uses.get(number) ?? none;
  const unitOf = (numbers: readonly number[], isGathered: boolean): FileUnit => {
    return { numbers, isGathered, pages: new Set(numbers.flatMap((number) => [...useOf(number).pages])) };
  };
  const single = (number: number): FileUnit => unitOf([number], false);
  const placed = new Set([catalog, ...pages]);
  const byPart = new Map<Part, number[]>();
  for (const [number, use] of uses) {
    if (placed.has(number)) continue;
    const part = partOf(use);
    const members = byPart.get(part);
    if (members === undefined) byPart.set(part, [number]);
    else members.push(number);
  }
  const membersOf = (part: Part): readonly number[] => (byPart.get(part) ?? []).toSorted((a, b) => a - b);

  /** Small ones gathered, in pieces of one group each; the others by themselves. */
  const units = (numbers: readonly number[], groupOf: (number: number) => number = () => 0): FileUnit[] => {
    const groups = grouped(
      numbers.filter((number) => isGatherable(object(number))),
      groupOf,
    );
    const gathered = [...groups.values()].flatMap(pieces).map((piece) => unitOf(piece, true));
    return [...gathered, ...numbers.filter((number) => !isGatherable(object(number))).map(single)];
  };

  const own = grouped(membersOf('own'), (number) => [...useOf(number).pages][0] ?? 0);
  const outline = membersOf('outline').toSorted(
    (a, b) => Number(b === outlineRoot) - Number(a === outlineRoot) || a - b,
  );
  return {
    opening: [single(catalog), ...membersOf('opening').map(single)],
    firstPage: [...pages.slice(0, 1).map(single), ...units(membersOf('firstPage'))],
    ownOfPages: pages
      .slice(1)
      .map((page, index) => [single(page), ...(own.get(index + 1) ?? []).map(single)]),
    shared: units(membersOf('shared')),
    outline: units(outline),
    // A stream of things that different pages use would be shared by them: each page has its own.
    rest: units(membersOf('rest'), (number) => [...useOf(number).pages][0] ?? 0),
  };
};
