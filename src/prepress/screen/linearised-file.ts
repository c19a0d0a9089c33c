/**
 * Writes a document so that its first page shows while the rest is still on its way: linearised (ISO 32000-1 Annex F), with cross-reference
 * streams (§7.5.8). As everywhere, the same document gives the same bytes.
 */
import { checksumOf } from '../../platform/checksum.ts';
import { deflate } from '../../platform/deflate.ts';
import { packed } from '../pack-streams.ts';
import { pagesOf } from '../page-tree.ts';
import { catalogEntries, objectsOf, trailerOf, type PdfDocument } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfDictionary } from '../pdf-values.ts';
import {
  asReference,
  latinBytes,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfString,
  withEntries,
} from '../pdf-values.ts';
import { fileBytes, joinBytes, writeValue, type Renumber } from '../pdf-writer.ts';
import { fileHeader } from '../write-document.ts';
import { locationBytes, tableDictionary, type Location } from './cross-reference-stream.ts';
import { filePartsOf, type FileParts, type FileUnit } from './file-parts.ts';
import { hintTables, type Hints, type PageHint } from './hint-tables.ts';
import { afterFirstPage, objectNumbers, type ObjectNumbers } from './object-numbers.ts';
import { objectUses } from './object-users.ts';
import { orderedDocument } from './ordered-document.ts';
import { streamBytes, unitBytes } from './unit-bytes.ts';

/** All that is known of a file before its offsets are. */
interface FilePlan {
  readonly parts: FileParts;
  readonly numbers: ObjectNumbers;
  readonly renumber: Renumber;
  readonly written: ReadonlyMap<FileUnit, Uint8Array>;
  readonly trailer: PdfDictionary;
  readonly pageCount: number;
}

const planOf = async (document: PdfDocument): Promise<FilePlan> => {
  const ordered = orderedDocument(document);
  const objects = objectsOf(ordered);
  const pages = pagesOf(objects).map(({ number }) => number);
  const parts = filePartsOf({
    catalog: ordered.catalog,
    pages,
    outlineRoot: asReference(catalogEntries(ordered).entries.get('Outlines'))?.number,
    object: objects.object,
    uses: objectUses(objects, pages.map(referenceTo)),
  });
  const numbers = objectNumbers(parts);
  const renumber: Renumber = (number) => numbers.object.get(number);
  const written = new Map(
    await Promise.all(
      [...numbers.unit].map(
        async ([unit, number]) => [unit, await unitBytes(unit, number, objects.object, renumber)] as const,
      ),
    ),
  );
  const id = pdfString(checksumOf(...written.values()).slice(0, 32));
  const trailer = withEntries(trailerOf(ordered), { ID: pdfArray([id, id]) });
  return { parts, numbers, renumber, written, trailer, pageCount: pages.length };
};

/** A number that is written when all else has its place takes the same room whatever it is. */
const padded = (value: number): string => String(value).padEnd(10);

/** The linearization parameter dictionary (§F.3.3), named as there. */
interface Parameters {
  readonly L: number;
  readonly H: readonly [offset: number, length: number];
  readonly O: number;
  readonly E: number;
  readonly T: number;
}

const parameterBytes = ({ numbers, pageCount }: FilePlan, { L, H, O, E, T }: Parameters): Uint8Array =>
  latinBytes(
    `${numbers.parameters} 0 obj\n<</Linearized 1 /L ${padded(L)}/H [${H.map(padded).join(' ')}]` +
      `/O ${padded(O)}/E ${padded(E)}/N ${padded(pageCount)}/T ${padded(T)}>>\nendobj\n`,
  );

/** The table of the first page; it leads on to the main one. Unpacked, so that it is as long whatever it says. */
const firstTable = (
  { numbers, renumber, trailer }: FilePlan,
  locations: readonly (Location | undefined)[],
  mainAt: number,
): Uint8Array => {
  const { firstOfFirst, size } = numbers;
  const range = Array.from({ length: size - firstOfFirst }, (_, index) => locations[firstOfFirst + index]);
  const bytes = locationBytes(range);
  const dictionary = tableDictionary(trailer, size, [firstOfFirst, range.length], bytes.length);
  const open = writeValue(dictionary, renumber).slice(0, -'>>'.length);
  return joinBytes([
    latinBytes(`${numbers.firstTable} 0 obj\n${open}/Prev ${padded(mainAt)}>> stream\n`),
    bytes,
    latinBytes('\nendstream\nendobj\nstartxref\n0\n%%EOF\n'),
  ]);
};

const mainTable = (
  { numbers, renumber, trailer }: FilePlan,
  locations: readonly (Location | undefined)[],
  firstTableAt: number,
): Uint8Array => {
  const { firstOfFirst } = numbers;
  const bytes = deflate(
    locationBytes(Array.from({ length: firstOfFirst }, (_, number) => locations[number])),
  );
  const dictionary = withEntries(tableDictionary(trailer, firstOfFirst, [0, firstOfFirst], bytes.length), {
    Filter: pdfName('FlateDecode'),
  });
  return joinBytes([
    latinBytes(`${numbers.mainTable} 0 obj\n${writeValue(dictionary, renumber)} stream\n`),
    bytes,
    latinBytes(`\nendstream\nendobj\nstartxref\n${firstTableAt}\n%%EOF\n`),
  ]);
};

/** Where everything would lie if there were no hint stream, as its tables count it. */
interface Layout {
  readonly firstTableAt: number;
  readonly hintsAt: number;
  readonly offsets: ReadonlyMap<FileUnit, number>;
  readonly end: number;
}

const layoutOf = (plan: FilePlan): Layout => {
  const none: Parameters = { L: 0, H: [0, 0], O: 0, E: 0, T: 0 };
  const firstTableAt = fileHeader.length + parameterBytes(plan, none).length;
  const offsets = new Map<FileUnit, number>();
  let end = firstTableAt + firstTable(plan, [], 0).length;
  const place = (units: readonly FileUnit[]): void => {
    for (const unit of units) {
      offsets.set(unit, end);
      end += plan.written.get(unit)?.length ?? 0;
    }
  };
  place(plan.parts.opening);
  const hintsAt = end;
  place([...plan.parts.firstPage, ...afterFirstPage(plan.parts)]);
  return { firstTableAt, hintsAt, offsets, end };
};

const lengthOf = ({ written }: FilePlan, units: readonly FileUnit[]): number =>
  units.reduce((sum, unit) => sum + (written.get(unit)?.length ?? 0), 0);

/** For each page after the first the indices of the shared units it uses. */
const sharedByPage = (units: readonly FileUnit[]): ReadonlyMap<number, readonly number[]> => {
  const shared = new Map<number, number[]>();
  for (const [index, { pages }] of units.entries()) {
    for (const page of pages) {
      const list = shared.get(page);
      if (list === undefined) shared.set(page, [index]);
      else list.push(index);
    }
  }
  return shared;
};

const hintsOf = (plan: FilePlan, { offsets }: Layout): Hints => {
  const { firstPage, ownOfPages, shared, outline } = plan.parts;
  const whereOf = (unit: FileUnit | undefined): { readonly number: number; readonly offset: number } =>
    unit === undefined
      ? { number: 0, offset: 0 }
      : { number: plan.numbers.unit.get(unit) ?? 0, offset: offsets.get(unit) ?? 0 };
  const sharedUnits = [...firstPage, ...shared];
  const usedBy = sharedByPage(sharedUnits);
  const hintOf = (units: readonly FileUnit[], used: readonly number[]): PageHint => ({
    objects: units.length,
    length: lengthOf(plan, units),
    shared: used,
  });
  return {
    pages: [
      hintOf(firstPage, []),
      ...ownOfPages.map((units, index) => hintOf(units, usedBy.get(index + 1) ?? [])),
    ],
    firstPageOffset: whereOf(firstPage[0]).offset,
    sharedLengths: sharedUnits.map((unit) => lengthOf(plan, [unit])),
    ofFirstPage: firstPage.length,
    firstShared: whereOf(shared[0]),
    outline:
      outline.length === 0
        ? undefined
        : { ...whereOf(outline[0]), objects: outline.length, length: lengthOf(plan, outline) },
  };
};

const hintStream = ({ numbers, renumber }: FilePlan, hints: Hints): Uint8Array => {
  const { bytes, sharedAt, outlineAt } = hintTables(hints);
  const dictionary = pdfDictionary({ S: sharedAt, O: outlineAt });
  return streamBytes(numbers.hints, packed({ kind: 'stream', dictionary, bytes }), renumber);
};

/** Where every object lies, by number; `shift` is the length of the hint stream, `mainAt` where the main table begins. */
const locationsOf = (
  { parts, numbers, renumber }: FilePlan,
  { firstTableAt, hintsAt, offsets }: Layout,
  shift: number,
  mainAt: number,
): readonly (Location | undefined)[] => {
  const locations: (Location | undefined)[] = [];
  const opening = new Set(parts.opening);
  for (const [unit, number] of numbers.unit) {
    locations[number] = [1, (offsets.get(unit) ?? 0) + (opening.has(unit) ? 0 : shift), 0];
    if (!unit.isGathered) continue;
    for (const [index, each] of unit.numbers.entries()) locations[renumber(each) ?? 0] = [2, number, index];
  }
  locations[numbers.parameters] = [1, fileHeader.length, 0];
  locations[numbers.firstTable] = [1, firstTableAt, 0];
  locations[numbers.hints] = [1, hintsAt, 0];
  locations[numbers.mainTable] = [1, mainAt, 0];
  return locations;
};

/** Writes a document with flat pages linearised. The same document gives the same bytes. */
export const linearisedFile = async (document: PdfDocument): Promise<Uint8Array> => {
  const plan = await planOf(document);
  const { parts, numbers, written } = plan;
  const layout = layoutOf(plan);
  const { firstTableAt, hintsAt } = layout;
  const hints = hintStream(plan, hintsOf(plan, layout));
  const mainAt = layout.end + hints.length;
  const locations = locationsOf(plan, layout, hints.length, mainAt);
  const main = mainTable(plan, locations, firstTableAt);
  const parameters: Parameters = {
    L: mainAt + main.length,
    H: [hintsAt, hints.length],
    O: parts.firstPage[0] === undefined ? 0 : (numbers.unit.get(parts.firstPage[0]) ?? 0),
    E: hintsAt + hints.length + lengthOf(plan, parts.firstPage),
    T: mainAt,
  };
  const bytesOf = (units: readonly FileUnit[]): readonly Uint8Array[] =>
    units.flatMap((unit) => written.get(unit) ?? []);
  return fileBytes([
    fileHeader,
    parameterBytes(plan, parameters),
    firstTable(plan, locations, mainAt),
    ...bytesOf(parts.opening),
    hints,
    ...bytesOf(parts.firstPage),
    ...bytesOf(afterFirstPage(parts)),
    main,
  ]);
};
