/**
 * Writes a document so that its first page shows while the rest is still on its way: linearised (ISO 32000-1 Annex F), with cross-reference
 * streams (§7.5.8). As everywhere, the same document gives the same bytes.
 */
import { checksumOf } from '../../platform/checksum.ts';
import { deflate } from '../../platform/deflate.ts';
import { pagesOf } from '../page-tree.ts';
import { objectsOf, trailerOf, type PdfDocument } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import {
  asReference,
  asStream,
  latinBytes,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfString,
  withEntries,
} from '../pdf-values.ts';
import { joinBytes } from '../pdf-writer.ts';
import { fileHeader, orderOf, packed, writeCanonical, type Renumber } from '../write-document.ts';
import { filePartsOf, type FileParts, type FileUnit } from './file-parts.ts';
import { hintTables, type Hints } from './hint-tables.ts';
import { objectUses } from './object-users.ts';

/** The document with its objects numbered in one order, so that two that say the same become the same. */
const inOrder = (document: PdfDocument): PdfDocument => {
  const { values, renumber } = orderOf(document, trailerOf(document));
  const led = (value: PdfValue): PdfValue => {
    if (typeof value !== 'object' || value === null) return value;
    switch (value.kind) {
      case 'reference': {
        const number = renumber(value.number);
        return number === undefined ? null : referenceTo(number);
      }
      case 'array':
        return pdfArray(value.items.map(led));
      case 'dictionary':
        return {
          kind: 'dictionary',
          entries: new Map([...value.entries].map(([key, at]) => [key, led(at)])),
        };
      case 'stream':
        return { ...value, dictionary: led(value.dictionary) as PdfDictionary };
      default:
        return value;
    }
  };
  return {
    objects: new Map(values.map((value, index) => [index + 1, led(value)])),
    catalog: renumber(document.catalog) ?? 0,
    information: document.information === undefined ? undefined : renumber(document.information),
  };
};

/** The numbers that objects have in the file. */
interface Numbering {
  /** Number of each unit: its object's, or that of the stream it is gathered in. */
  readonly unit: ReadonlyMap<FileUnit, number>;
  /** By number in the document, of every object. */
  readonly object: ReadonlyMap<number, number>;
  readonly mainTable: number;
  readonly firstTable: number;
  readonly parameters: number;
  readonly hints: number;
  readonly firstOfFirst: number;
  readonly size: number;
}

const afterFirst = ({ ownOfPages, shared, outline, rest }: FileParts): readonly FileUnit[] => [
  ...ownOfPages.flat(),
  ...shared,
  ...outline,
  ...rest,
];

/** The later half of the file is numbered first; in each half what is gathered comes last (§F.3.1, §7.5.8.4). */
const numberingOf = (parts: FileParts): Numbering => {
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
  const later = afterFirst(parts);
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
  return { unit, object, mainTable, firstTable, parameters, hints, firstOfFirst, size: next };
};

const objectBytes = (number: number, value: PdfValue, renumber: Renumber): Uint8Array => {
  const stream = asStream(value);
  if (stream === undefined)
    return Buffer.from(`${number} 0 obj\n${writeCanonical(value, renumber)}\nendobj\n`, 'latin1');
  const { dictionary, bytes } = packed(stream);
  const head = `${number} 0 obj\n${writeCanonical(dictionary, renumber)} stream\n`;
  return joinBytes([Buffer.from(head, 'latin1'), bytes, latinBytes('\nendstream\nendobj\n')]);
};

/** An object stream: pairs of number and offset, then the objects (§7.5.7). */
const gatheredStream = (
  unit: FileUnit,
  objectOf: (number: number) => PdfValue,
  renumber: Renumber,
): PdfValue => {
  let head = '';
  let body = '';
  for (const each of unit.numbers) {
    head += `${renumber(each) ?? 0} ${body.length} `;
    body += `${writeCanonical(objectOf(each), renumber)}\n`;
  }
  const dictionary = pdfDictionary({
    Type: pdfName('ObjStm'),
    N: unit.numbers.length,
    First: head.length,
  });
  return { kind: 'stream', dictionary, bytes: Buffer.from(head + body, 'latin1') };
};

/** Where an object lies: at an offset, or as which in the stream of which number. */
type Location = readonly [kind: 1 | 2, first: number, second: number];

const entryWidths = [1, 4, 2] as const;

const tableBytes = (locations: readonly (Location | undefined)[]): Uint8Array => {
  const bytes: number[] = [];
  for (const location of locations) {
    const entry = location ?? [0, 0, 0];
    for (const [field, width] of entryWidths.entries()) {
      const value = entry[field] ?? 0;
      for (let byte = width - 1; byte >= 0; byte -= 1) bytes.push(Math.floor(value / 256 ** byte) % 256);
    }
  }
  return Uint8Array.from(bytes);
};

/** A number that is written when all else has its place takes the same room whatever it is. */
const padded = (value: number): string => String(value).padEnd(10);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Writes a document linearised. Pure. */
export const linearisedFile = (document: PdfDocument): Uint8Array => {
  const ordered = inOrder(document);
  const objects = objectsOf(ordered);
  const pages = pagesOf(objects).map(({ number }) => number);
  const trailer = trailerOf(ordered);
  const catalog = ordered.objects.get(ordered.catalog);
  const outlineRoot =
    typeof catalog === 'object' && catalog?.kind === 'dictionary'
      ? asReference(catalog.entries.get('Outlines'))?.number
      : undefined;
  const parts = filePartsOf({
    catalog: ordered.catalog,
    pages,
    outlineRoot,
    object: objects.object,
    uses: objectUses(objects, pages.map(referenceTo)),
  });
  const numbering = numberingOf(parts);
  const renumber: Renumber = (number) => numbering.object.get(number);
  const numberOf = (unit: FileUnit | undefined): number =>
    unit === undefined ? 0 : (numbering.unit.get(unit) ?? 0);

  const written = new Map<FileUnit, Uint8Array>();
  const later = afterFirst(parts);
  for (const unit of [...parts.opening, ...parts.firstPage, ...later]) {
    const value = unit.isGathered
      ? gatheredStream(unit, objects.object, renumber)
      : objects.object(unit.numbers[0] ?? 0);
    written.set(unit, objectBytes(numberOf(unit), value, renumber));
  }
  const lengthOf = (unit: FileUnit): number => written.get(unit)?.length ?? 0;
  const bytesOf = (units: readonly FileUnit[]): readonly Uint8Array[] =>
    units.flatMap((unit) => written.get(unit) ?? []);
  const id = pdfString(checksumOf(joinBytes([...written.values()])).slice(0, 32));

  const tableEntries = (size: number, first: number, count: number, length: number): PdfDictionary =>
    withEntries(trailer, {
      Type: pdfName('XRef'),
      ID: pdfArray([id, id]),
      Size: size,
      Index: pdfArray([first, count]),
      W: pdfArray([...entryWidths]),
      Length: length,
    });
  const firstCount = numbering.size - numbering.firstOfFirst;
  const firstTable = (locations: readonly (Location | undefined)[], mainAt: number): Uint8Array => {
    const bytes = tableBytes(locations);
    const entries = tableEntries(numbering.size, numbering.firstOfFirst, firstCount, bytes.length);
    const text = writeCanonical(entries, renumber).slice(0, -2);
    const head = `${numbering.firstTable} 0 obj\n${text}/Prev ${padded(mainAt)}>> stream\n`;
    const tail = '\nendstream\nendobj\nstartxref\n0\n%%EOF\n';
    return joinBytes([latinBytes(head), bytes, latinBytes(tail)]);
  };
  const parametersOf = (values: Readonly<Record<'L' | 'H' | 'h' | 'O' | 'E' | 'T', number>>): Uint8Array =>
    latinBytes(
      `${numbering.parameters} 0 obj\n<</Linearized 1 /L ${padded(values.L)}/H [${padded(values.H)} ${padded(values.h)}]` +
        `/O ${padded(values.O)}/E ${padded(values.E)}/N ${padded(pages.length)}/T ${padded(values.T)}>>\nendobj\n`,
    );

  // Offsets first without the hint stream, as its tables count them.
  const parameterLength = parametersOf({ L: 0, H: 0, h: 0, O: 0, E: 0, T: 0 }).length;
  const firstTableAt = fileHeader.length + parameterLength;
  const firstTableLength = firstTable(
    Array.from({ length: firstCount }, () => undefined),
    0,
  ).length;
  const offsets = new Map<FileUnit, number>();
  let at = firstTableAt + firstTableLength;
  for (const unit of parts.opening) {
    offsets.set(unit, at);
    at += lengthOf(unit);
  }
  const hintsAt = at;
  for (const unit of [...parts.firstPage, ...later]) {
    offsets.set(unit, at);
    at += lengthOf(unit);
  }
  const offsetOf = (unit: FileUnit | undefined): number =>
    unit === undefined ? 0 : (offsets.get(unit) ?? 0);

  const sharedUnits = [...parts.firstPage, ...parts.shared];
  const pageHint = (units: readonly FileUnit[], shared: readonly number[]) => ({
    objects: units.length,
    length: sum(units.map(lengthOf)),
    shared,
  });
  const sharedBy = new Map<number, number[]>();
  for (const [index, unit] of sharedUnits.entries()) {
    for (const page of unit.pages) {
      const list = sharedBy.get(page);
      if (list === undefined) sharedBy.set(page, [index]);
      else list.push(index);
    }
  }
  const hints: Hints = {
    pages: [
      pageHint(parts.firstPage, []),
      ...parts.ownOfPages.map((units, index) => pageHint(units, sharedBy.get(index + 1) ?? [])),
    ],
    firstPageOffset: offsetOf(parts.firstPage[0]),
    sharedLengths: sharedUnits.map(lengthOf),
    ofFirstPage: parts.firstPage.length,
    firstShared: { number: numberOf(parts.shared[0]), offset: offsetOf(parts.shared[0]) },
    outline:
      parts.outline.length === 0
        ? undefined
        : {
            number: numberOf(parts.outline[0]),
            offset: offsetOf(parts.outline[0]),
            objects: parts.outline.length,
            length: sum(parts.outline.map(lengthOf)),
          },
  };
  const tables = hintTables(hints);
  const hintStream = objectBytes(
    numbering.hints,
    {
      kind: 'stream',
      dictionary: pdfDictionary({ S: tables.sharedAt, O: tables.outlineAt, Filter: pdfName('FlateDecode') }),
      bytes: deflate(tables.bytes),
    },
    renumber,
  );

  // Then as they are.
  const isBefore = new Set(parts.opening);
  const placeOf = (unit: FileUnit): number => offsetOf(unit) + (isBefore.has(unit) ? 0 : hintStream.length);
  const mainAt = at + hintStream.length;
  const locations: (Location | undefined)[] = [];
  for (const [unit, number] of numbering.unit) {
    locations[number] = [1, placeOf(unit), 0];
    if (!unit.isGathered) continue;
    for (const [index, each] of unit.numbers.entries()) locations[renumber(each) ?? 0] = [2, number, index];
  }
  locations[numbering.parameters] = [1, fileHeader.length, 0];
  locations[numbering.firstTable] = [1, firstTableAt, 0];
  locations[numbering.hints] = [1, hintsAt, 0];
  locations[numbering.mainTable] = [1, mainAt, 0];
  const from = (first: number, end: number): readonly (Location | undefined)[] =>
    Array.from({ length: end - first }, (_, index) => locations[first + index]);
  const { firstOfFirst, size } = numbering;
  const mainBytes = deflate(tableBytes(from(0, firstOfFirst)));
  const mainEntries = withEntries(tableEntries(firstOfFirst, 0, firstOfFirst, mainBytes.length), {
    Filter: pdfName('FlateDecode'),
  });
  const mainTable = joinBytes([
    latinBytes(`${numbering.mainTable} 0 obj\n${writeCanonical(mainEntries, renumber)} stream\n`),
    mainBytes,
    latinBytes(`\nendstream\nendobj\nstartxref\n${firstTableAt}\n%%EOF\n`),
  ]);
  return joinBytes([
    fileHeader,
    parametersOf({
      L: mainAt + mainTable.length,
      H: hintsAt,
      h: hintStream.length,
      O: numberOf(parts.firstPage[0]),
      E: hintsAt + hintStream.length + sum(parts.firstPage.map(lengthOf)),
      T: mainAt,
    }),
    firstTable(from(firstOfFirst, size), mainAt),
    ...bytesOf(parts.opening),
    hintStream,
    ...bytesOf(parts.firstPage),
    ...bytesOf(later),
    mainTable,
  ]);
};
