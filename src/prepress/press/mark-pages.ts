/** Pages for the press: their exact boxes, their content in inks, and marks round it (ISO 32000-1 §14.11.2). */
import { pageBoxes, rectangleValue, type SheetSetup } from '../page-boxes.ts';
import { pagesOf, type PdfPage, type PdfRectangle } from '../page-tree.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { nextNumber, objectsOf, withObjects } from '../pdf-document.ts';
import { referenceTo, type PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { asDictionary, latinBytes, pdfDictionary, pdfName, withEntries } from '../pdf-values.ts';
import { joinBytes } from '../pdf-writer.ts';
import { allPlates, allPlatesName, commonMarks, markedSheet, slugLine } from './printer-marks.ts';
import type { PressProfile } from './press-profile.ts';
import { slugFont, type SlugFont } from './slug-font.ts';
import { slugFontObjects } from './slug-font-objects.ts';
import { slugFontName } from './read-slug-font.ts';

/** What the marks say. */
export interface MarkSettings extends SheetSetup {
  readonly job: string;
  readonly language: string;
  readonly date?: Date | undefined;
  readonly folios: readonly string[];
  readonly profile: PressProfile;
}

const marksName = 'PrinterMarks';
const fontName = 'SlugFont';
const stateName = 'SlugOverprint';

/** Job, language, page, date and printing condition: the same words in every language. */
const slugOf = (settings: MarkSettings, page: number, pages: number): string => {
  const folio = settings.folios[page] ?? '';
  const sheet = `${page + 1}/${pages}`;
  return [
    settings.job,
    settings.language,
    folio === '' || folio === String(page + 1) ? sheet : `${sheet} (${folio})`,
    settings.date?.toISOString().slice(0, 10),
    settings.profile.condition,
  ]
    .filter((part) => part !== undefined)
    .join('  ·  ');
};

/** The box as a path that nothing shows outside of. */
const clip = ({ left, bottom, right, top }: PdfRectangle): string =>
  `${[left, bottom, right - left, top - bottom].map((value) => value.toFixed(4)).join(' ')} re W n\n`;

const withResource = (
  objects: PdfObjects,
  resources: PdfDictionary,
  kind: string,
  entries: Readonly<Record<string, PdfValue>>,
): PdfDictionary => {
  const known = asDictionary(objects.resolve(resources.entries.get(kind))) ?? pdfDictionary({});
  return withEntries(resources, { [kind]: withEntries(known, entries) });
};

/** The marks that all pages share, as one form. */
const marksForm = (sheet: PdfRectangle, trim: PdfRectangle, bleed: PdfRectangle): PdfValue => ({
  kind: 'stream',
  dictionary: pdfDictionary({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: rectangleValue(sheet),
    Resources: pdfDictionary({ ColorSpace: pdfDictionary({ [allPlatesName]: allPlates }) }),
  }),
  bytes: latinBytes(commonMarks(trim, bleed)),
});

/** Where the marks of a document and their font lie. */
interface Marks {
  readonly settings: MarkSettings;
  readonly font: SlugFont;
  readonly fontNumber: number;
  readonly stateNumber: number;
}

/**
 * A page with its boxes, its content and its marks; `contents` is its content in inks. The content keeps its own coordinates, so the sheet may begin
 * below zero.
 */
const markedPage = (
  objects: PdfObjects,
  page: PdfPage,
  words: { readonly slug: string; readonly contents: Uint8Array },
  marks: Marks,
  first: number,
): ReadonlyMap<number, PdfValue> => {
  const corner = { left: page.mediaBox?.left ?? 0, top: page.mediaBox?.top ?? 0 };
  const { sheet: bleed, trim } = pageBoxes(marks.settings, corner);
  const sheet = markedSheet(bleed);
  const slug = slugLine(trim, bleed, words.slug, marks.font, fontName);
  const before = `q\n${clip(bleed)}`;
  const after = `\nQ\n/Artifact <</Type /Layout>> BDC\nq\n/${marksName} Do\n/${stateName} gs\n${slug}Q\nEMC\n`;
  const [content, form] = [first, first + 1];
  let resources = page.resources ?? pdfDictionary({});
  resources = withResource(objects, resources, 'XObject', { [marksName]: referenceTo(form) });
  resources = withResource(objects, resources, 'Font', { [fontName]: referenceTo(marks.fontNumber) });
  resources = withResource(objects, resources, 'ExtGState', { [stateName]: referenceTo(marks.stateNumber) });
  return new Map<number, PdfValue>([
    [
      page.number,
      withEntries(page.dictionary, {
        MediaBox: rectangleValue(sheet),
        BleedBox: rectangleValue(bleed),
        TrimBox: rectangleValue(trim),
        CropBox: undefined,
        ArtBox: undefined,
        Contents: referenceTo(content),
        Resources: resources,
        Group: pdfDictionary({
          Type: pdfName('Group'),
          S: pdfName('Transparency'),
          CS: pdfName('DeviceCMYK'),
        }),
      }),
    ],
    [
      content,
      {
        kind: 'stream',
        dictionary: pdfDictionary({}),
        bytes: joinBytes([latinBytes(before), words.contents, latinBytes(after)]),
      },
    ],
    // Written once: forms that are the same are merged.
    [form, marksForm(sheet, trim, bleed)],
  ]);
};

const fontObjects = 5;

/** Puts contents and marks on the pages. `contents` holds the content in inks by the number of the page. Pure. */
export const markPages = (
  document: PdfDocument,
  contents: ReadonlyMap<number, Uint8Array>,
  settings: MarkSettings,
  fontFile: Uint8Array,
): PdfDocument => {
  const objects = objectsOf(document);
  const pages = pagesOf(objects);
  const slugs = pages.map((_, index) => slugOf(settings, index, pages.length));
  const font = slugFont(fontFile, slugs.join(''));
  const fontNumber = nextNumber(document);
  const stateNumber = fontNumber + fontObjects;
  const marks: Marks = { settings, font, fontNumber, stateNumber };
  const edits = new Map<number, PdfValue>([
    ...slugFontObjects(font, slugFontName, fontNumber),
    [stateNumber, pdfDictionary({ op: true, OP: false, OPM: 1 })],
  ]);
  for (const [index, page] of pages.entries()) {
    const words = { slug: slugs[index] ?? '', contents: contents.get(page.number) ?? new Uint8Array() };
    const first = stateNumber + 1 + 2 * index;
    for (const [number, value] of markedPage(objects, page, words, marks, first)) edits.set(number, value);
  }
  return withObjects(document, edits);
};
