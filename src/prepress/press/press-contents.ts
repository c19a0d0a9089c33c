/** Every content stream of a document in inks: of pages, and of the forms, tiles and glyphs that they paint with. */
import { pageContent } from '../page-content.ts';
import { pagesOf } from '../page-tree.ts';
import { composed, identity, type Matrix } from '../matrix.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { nextNumber, objectsOf } from '../pdf-document.ts';
import { referenceTo, type PdfObjects } from '../pdf-objects.ts';
import { streamContent } from '../stream-content.ts';
import type { PdfDictionary, PdfStream, PdfValue } from '../pdf-values.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  asReference,
  asStream,
  pdfDictionary,
  withEntries,
} from '../pdf-values.ts';
import type { InkTable, ScreenColour } from './inks.ts';
import { contentColours, overprintName, pressContent, type Use } from './press-content.ts';
import type { SeparatedDocument } from './separate-masks.ts';

/** Something that cannot be turned into inks. */
export interface PressFault {
  /** As it stands after "Unexpected". */
  readonly what: string;
  /** The page it was met on, from 0; undefined where none uses it. */
  readonly page: number | undefined;
}

/** The content streams in inks. */
export interface PressContents {
  /** By object number. The content of a page lies under the number of the page. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  readonly edits: ReadonlyMap<number, PdfValue>;
  /** The first page that each object was met on, from 0. */
  readonly metOn: ReadonlyMap<number, number>;
  readonly faults: readonly PressFault[];
}

/** True for a stream that paints: a form, a tile. */
const isPainting = ({ dictionary: { entries } }: PdfStream): boolean =>
  asName(entries.get('Subtype')) === 'Form' || entries.get('PatternType') === 1;

/** Streams that draw the glyphs of Type 3 fonts. */
const glyphStreams = (objects: PdfObjects, document: PdfDocument): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const value of document.objects.values()) {
    const entries = asDictionary(value)?.entries;
    if (asName(entries?.get('Subtype')) !== 'Type3') continue;
    for (const glyph of asDictionary(objects.resolve(entries?.get('CharProcs')))?.entries.values() ?? []) {
      const number = asReference(glyph)?.number;
      if (number !== undefined) numbers.add(number);
    }
  }
  return numbers;
};

const contentOf = (objects: PdfObjects, stream: PdfStream): Uint8Array => {
  const bytes = streamContent(objects, stream);
  if (bytes === undefined) throw new Error('a page description of the proof cannot be unpacked');
  return bytes;
};

/** Everything a document paints with but its pages, by object number. */
const paintingsOf = (objects: PdfObjects, document: PdfDocument): ReadonlyMap<number, PdfStream> => {
  const glyphs = glyphStreams(objects, document);
  const paintings = new Map<number, PdfStream>();
  for (const [number, value] of document.objects) {
    const stream = asStream(value);
    if (stream !== undefined && (isPainting(stream) || glyphs.has(number))) paintings.set(number, stream);
  }
  return paintings;
};

const resourceKind = (objects: PdfObjects, resources: PdfDictionary | undefined, kind: string) =>
  asDictionary(objects.resolve(resources?.entries.get(kind)));

/** The line widths that graphics states set, by their names. */
const lineWidthsOf = (
  objects: PdfObjects,
  resources: PdfDictionary | undefined,
): ReadonlyMap<string, number> => {
  const widths = new Map<string, number>();
  for (const [name, value] of resourceKind(objects, resources, 'ExtGState')?.entries ?? []) {
    const width = asNumber(objects.resolve(asDictionary(objects.resolve(value))?.entries.get('LW')));
    if (width !== undefined) widths.set(name, width);
  }
  return widths;
};

const matrixOf = (objects: PdfObjects, value: PdfValue | undefined): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (asItems(objects.resolve(value)) ?? []).map(
    (item) => asNumber(objects.resolve(item)) ?? 0,
  );
  return [a, b, c, d, e, f];
};

/** Resources with the graphics states that overprint. */
const withOverprints = (
  objects: PdfObjects,
  resources: PdfDictionary | undefined,
  overprints: ReadonlyMap<number, number>,
): PdfDictionary => {
  const states = Object.fromEntries(
    [...overprints].map(([bits, number]) => [overprintName(bits), referenceTo(number)]),
  );
  const known = resourceKind(objects, resources, 'ExtGState') ?? pdfDictionary({});
  return withEntries(resources ?? pdfDictionary({}), { ExtGState: withEntries(known, states) });
};

/** Where something is painted. */
interface Placed {
  readonly number: number;
  readonly matrix: Matrix;
  readonly page: number | undefined;
}

/** Turns all content streams of a document into inks. Pure. */
export const pressContents = (separated: SeparatedDocument, inks: InkTable): PressContents => {
  const { document, luminosity } = separated;
  const objects = objectsOf(document);
  const paintings = paintingsOf(objects, document);
  const pages = new Map<number, Uint8Array>();
  const edits = new Map<number, PdfValue>();
  const metOn = new Map<number, number>();
  const faults: PressFault[] = [];
  const waiting: Placed[] = [];

  const first = nextNumber(document);
  const states = new Map([0, 1, 2, 3].map((bits) => [bits, first + bits]));
  for (const [bits, number] of states)
    edits.set(number, pdfDictionary({ op: (bits & 1) !== 0, OP: (bits & 2) !== 0, OPM: 1 }));

  const follow = (use: Use, resources: PdfDictionary | undefined, page: number | undefined): void => {
    const value = resourceKind(objects, resources, use.kind)?.entries.get(use.name);
    const number = asReference(value)?.number;
    if (number === undefined || metOn.has(number)) return;
    if (page !== undefined) metOn.set(number, page);
    const used = paintings.get(number);
    if (used === undefined) return;
    const own = matrixOf(objects, used.dictionary.entries.get('Matrix'));
    waiting.push({ number, matrix: composed(own, use.matrix), page });
  };

  const rewrite = (bytes: Uint8Array, resources: PdfDictionary | undefined, placed: Placed) => {
    const isMask = luminosity.has(placed.number);
    const lineWidths = lineWidthsOf(objects, resources);
    const made = pressContent(bytes, { inks: isMask ? undefined : inks, matrix: placed.matrix, lineWidths });
    for (const what of made.faults) faults.push({ what, page: placed.page });
    for (const use of made.uses) follow(use, resources, placed.page);
    const used = new Map([...states].filter(([bits]) => made.overprints.has(bits)));
    return { bytes: made.bytes, resources: withOverprints(objects, resources, used) };
  };

  const rewritePainting = (placed: Placed): void => {
    const stream = paintings.get(placed.number);
    if (stream === undefined || edits.has(placed.number)) return;
    const resources = asDictionary(objects.resolve(stream.dictionary.entries.get('Resources')));
    const made = rewrite(contentOf(objects, stream), resources, placed);
    const dictionary = withEntries(stream.dictionary, { Filter: undefined, Resources: made.resources });
    edits.set(placed.number, { kind: 'stream', dictionary, bytes: made.bytes });
  };

  for (const [index, page] of pagesOf(objects).entries()) {
    const content = pageContent(objects, page);
    if (content === undefined) throw new Error(`the content of page ${index + 1} cannot be unpacked`);
    metOn.set(page.number, index);
    const made = rewrite(content, page.resources, { number: page.number, matrix: identity, page: index });
    pages.set(page.number, made.bytes);
    edits.set(page.number, withEntries(page.dictionary, { Resources: made.resources }));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) rewritePainting(next);
  }
  // Masks, glyphs, and what lies in the resources of a page without being painted.
  for (const number of paintings.keys()) {
    rewritePainting({ number, matrix: identity, page: undefined });
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) rewritePainting(next);
  }
  return { pages, edits, metOn, faults };
};

/** The colours that content streams choose, those of masks left out. */
export const coloursOfContents = ({ document, luminosity }: SeparatedDocument): ReadonlySet<ScreenColour> => {
  const objects = objectsOf(document);
  const colours = new Set<ScreenColour>();
  const collect = (bytes: Uint8Array | undefined): void => {
    for (const colour of contentColours(bytes ?? new Uint8Array())) colours.add(colour);
  };
  for (const page of pagesOf(objects)) collect(pageContent(objects, page));
  for (const [number, stream] of paintingsOf(objects, document)) {
    if (!luminosity.has(number)) collect(contentOf(objects, stream));
  }
  return colours;
};
