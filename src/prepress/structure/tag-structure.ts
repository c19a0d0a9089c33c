/**
 * The stage that makes Chromium's tags a structure that readers of every kind can rely on (ISO 14289-1, ISO 19005-2 level A): reads the tree and the
 * content it marks, mends the one and writes both anew. Pure.
 */
import type { PdfPage } from '../page-tree.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { catalogEntries, nextNumber, objectsOf, withObjects } from '../pdf-document.ts';
import { referenceTo, type PdfObjects } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import {
  asDictionary,
  asReference,
  asStream,
  pdfDictionary,
  pdfName,
  pdfText,
  withEntries,
} from '../pdf-values.ts';
import type { OpenedProof } from '../open-proof.ts';
import { fontReader, type ProofFont } from '../proof-fonts.ts';
import { contentSources, type ContentSource } from './content-source.ts';
import { contentText } from './content-text.ts';
import { joinRows } from './join-pieces.ts';
import { keepContent, type KnownContent } from './keep-content.ts';
import { lineEnds, withHyphens } from './line-ends.ts';
import { lineSpaces, type NamedFonts } from './line-spaces.ts';
import { mendStructure } from './mend-structure.ts';
import { placeNotes, takeNotes } from './place-notes.ts';
import type { ReadContent, ReadMark, Shown } from './content-marks.ts';
import { readMarks } from './read-marks.ts';
import type { MarkOwner, Rewritten } from './rewrite-content.ts';
import { rewriteContent } from './rewrite-content.ts';
import type { MarkedContent, StructureElement } from './structure-element.ts';
import { contentOf, withReplaced } from './structure-element.ts';
import { writeStructure } from './write-structure.ts';

/** A source that was read. */
interface ReadSource extends NamedFonts {
  readonly source: ContentSource;
  readonly read: ReadContent;
  readonly marks: ReadonlyMap<number, ReadMark>;
}

const readSources = (
  document: PdfDocument,
  objects: PdfObjects,
  pages: readonly PdfPage[],
): ReadonlyMap<number, ReadSource> => {
  const readFont = fontReader(objects);
  return new Map(
    contentSources(document, pages).map((source) => {
      const read = readMarks(source.bytes);
      const fonts = asDictionary(objects.resolve(source.resources?.entries.get('Font')));
      const fontOf = (name: string): ProofFont | undefined => {
        const value = fonts?.entries.get(name);
        return value === undefined ? undefined : readFont(value);
      };
      const marks = new Map(read.marks.map((mark) => [mark.mcid, mark]));
      return [source.number, { source, bytes: source.bytes, read, marks, fontOf }];
    }),
  );
};

const knownContent = (sources: ReadonlyMap<number, ReadSource>): KnownContent => {
  const mark = ({ source, mcid }: MarkedContent): ReadMark | undefined =>
    sources.get(source)?.marks.get(mcid);
  return {
    mark,
    text: (content) => {
      const read = sources.get(content.source);
      const found = mark(content);
      if (read === undefined || found === undefined) return '';
      return contentText(
        read.source.bytes.subarray(found.open.end, found.close.start),
        read.fontOf,
        found.first?.font,
      );
    },
  };
};

/** Structure as Chromium wrote it, in; structure as it is to be, out. */
const mended = (proof: StructureElement, known: KnownContent): StructureElement => {
  const { root, notes } = takeNotes(joinRows(keepContent(proof, known)));
  const mendedNotes = new Map(
    [...notes].map(([label, note]) => [label, mendStructure(note, root.language)] as const),
  );
  return placeNotes(mendStructure(root), mendedNotes);
};

const ownersOf = (root: StructureElement): ReadonlyMap<number, ReadonlyMap<number, MarkOwner>> => {
  const owners = new Map<number, Map<number, MarkOwner>>();
  let count = 0;
  const visit = (element: StructureElement): void => {
    count += 1;
    const owner = { role: element.role, owner: count };
    for (const child of element.children) {
      if (child.kind === 'element') visit(child);
      if (child.kind !== 'content') continue;
      const of = owners.get(child.source);
      if (of === undefined) owners.set(child.source, new Map([[child.mcid, owner]]));
      else of.set(child.mcid, owner);
    }
  };
  visit(root);
  return owners;
};

const plainWords = (texts: readonly string[]): string => {
  const text = texts.join(' ');
  // Most links are calls of notes: a number.
  if (/^[!-~]*$/.test(text)) return text;
  return text
    .replaceAll(/[\u00AD\u2060]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
};

/** The words of every link, by the numbers of its annotations: what is said of a link that is not seen (ISO 14289-1 §7.18.5). */
const linkWords = (root: StructureElement, known: KnownContent): ReadonlyMap<number, string> => {
  const words = new Map<number, string>();
  const visit = (element: StructureElement): void => {
    for (const child of element.children) {
      if (child.kind === 'element') visit(child);
      if (child.kind !== 'object') continue;
      const said = plainWords(contentOf(element).map((content) => known.text(content)));
      const address = element.target?.kind === 'address' ? element.target.address : '';
      words.set(child.number, said === '' ? (pictureWords(element) ?? address) : said);
    }
  };
  visit(root);
  return words;
};

const pictureWords = (element: StructureElement): string | undefined => {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const found = child.alt ?? pictureWords(child);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Edges of what a figure draws (§14.8.5.4.3), where it lies in one source. */
const withBoxes = (element: StructureElement, known: KnownContent): StructureElement => {
  const inner = withReplaced(element, (child) =>
    child.kind === 'element' ? withBoxes(child, known) : child,
  );
  if (element.role !== 'Figure') return inner;
  const content = element.children.find((child) => child.kind === 'content');
  const box = content === undefined ? undefined : known.mark(content)?.box;
  if (box === undefined) return inner;
  const edges = [box.left, box.bottom, box.right, box.top];
  const layout = new Map(element.attributes.get('Layout')).set('BBox', { kind: 'array', items: edges });
  return { ...inner, attributes: new Map(element.attributes).set('Layout', layout) };
};

/** Sources of one form's name, for {@link rewriteContent}. */
const markedForms = (
  { source }: ReadSource,
  sources: ReadonlyMap<number, ReadSource>,
  objects: PdfObjects,
): ((name: string) => boolean) => {
  const forms = asDictionary(objects.resolve(source.resources?.entries.get('XObject')));
  return (name) => sources.get(asReference(forms?.entries.get(name))?.number ?? -1)?.source.marked === true;
};

const sourceEdits = (
  document: PdfDocument,
  { source }: ReadSource,
  { bytes, resources }: Rewritten,
  index: number | undefined,
  next: number,
): readonly (readonly [number, PdfValue])[] => {
  const value = document.objects.get(source.number);
  const dictionary = asDictionary(value) ?? pdfDictionary({});
  const changes = { Resources: resources, StructParents: index };
  if (source.kind === 'page') {
    return [
      [next, { kind: 'stream', dictionary: pdfDictionary({}), bytes }],
      [source.number, withEntries(dictionary, { ...changes, Contents: referenceTo(next) })],
    ];
  }
  if (asStream(value) === undefined) return [];
  const plain = { Filter: undefined, DecodeParms: undefined, Length: undefined };
  return [
    [source.number, { kind: 'stream', dictionary: withEntries(dictionary, { ...changes, ...plain }), bytes }],
  ];
};

/** Gives a proof the structure it is to have. Its content lies unpacked afterwards. */
export const tagStructure = (
  { document, structure: proof }: OpenedProof,
  pages: readonly PdfPage[],
): PdfDocument => {
  const objects = objectsOf(document);
  const sources = readSources(document, objects, pages);
  const known = knownContent(sources);
  const root = withHyphens(withBoxes(mended(proof, known), known), known.mark);
  const owners = ownersOf(root);
  const spaces = lineSpaces(lineEnds(root, known.mark), sources);
  const rewritten = new Map(
    [...sources.values()].map((read) => {
      const { number } = read.source;
      const plan = {
        owners: owners.get(number) ?? new Map<number, MarkOwner>(),
        spaces: spaces.get(number) ?? new Map<Shown, string>(),
        isMarkedForm: markedForms(read, sources, objects),
      };
      return [number, rewriteContent(read.source, read.read, plan, objects.resolve)] as const;
    }),
  );
  const marked = [...sources.values()].filter(
    ({ source }) => source.kind === 'page' || (rewritten.get(source.number)?.mcids.size ?? 0) > 0,
  );
  const structure = writeStructure(root, {
    next: nextNumber(document),
    placeOf: ({ source, page, mcid }) => {
      const number = rewritten.get(source)?.mcids.get(mcid);
      if (number === undefined) return undefined;
      return { page, form: source === page ? undefined : source, mcid: number };
    },
    sources: marked.map(({ source }) => ({
      number: source.number,
      marks: Math.max(-1, ...(rewritten.get(source.number)?.mcids.values() ?? [])) + 1,
    })),
  });
  let next = structure.root + 1;
  const edits = new Map<number, PdfValue>(structure.objects);
  const indexes = new Map(marked.map((read, index) => [read, index]));
  for (const read of sources.values()) {
    const written = rewritten.get(read.source.number);
    if (written === undefined) continue;
    const changed = sourceEdits(document, read, written, indexes.get(read), next);
    for (const [number, value] of changed) edits.set(number, value);
    next += 1;
  }
  const words = linkWords(root, known);
  for (const [number, index] of structure.parents) {
    const annotation = asDictionary(document.objects.get(number));
    const said = words.get(number) ?? '';
    if (annotation !== undefined)
      edits.set(number, withEntries(annotation, { StructParent: index, Contents: pdfText(said) }));
  }
  edits.set(
    document.catalog,
    withEntries(catalogEntries(document), {
      StructTreeRoot: referenceTo(structure.root),
      MarkInfo: pdfDictionary({ Type: pdfName('MarkInfo'), Marked: true }),
    }),
  );
  return withObjects(document, edits);
};
