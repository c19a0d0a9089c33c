/** What dictionaries say of colours: gradients, groups of transparency, the backdrop of masks (ISO 32000-1 §8.7.4, §11.6). */
import type { PdfObjects } from '../pdf-objects.ts';
import { objectsOf } from '../pdf-document.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, pdfArray, pdfName, withEntries } from '../pdf-values.ts';
import { gradientColours, inkShading, isShading, luminosityShading } from './gradients.ts';
import type { InkTable, ScreenColour } from './inks.ts';
import { luminosityOf, screenColour } from './inks.ts';
import type { PressFault } from './press-contents.ts';
import type { SeparatedDocument } from './separate-masks.ts';
import { withDictionaries } from './with-dictionaries.ts';

/** Dictionaries of the document in inks. */
export interface PressDictionaries {
  readonly edits: ReadonlyMap<number, PdfValue>;
  readonly faults: readonly PressFault[];
}

/** True for what says nothing of colours: by far the most objects of a tagged document. */
const isColourless = (value: PdfValue): boolean => {
  const entries = asDictionary(value)?.entries;
  return entries === undefined || asName(entries.get('Type')) === 'StructElem';
};

/** What a shading that cannot be turned into inks looks like. */
const shadingName = (shading: PdfDictionary): string =>
  shading.entries.get('ShadingType') === 1
    ? 'gradient that fades to nothing, turns round a point or repeats'
    : 'gradient of another kind';

/** A mask whose group is mixed in inks has no light that can be told from its colours. */
const isInkGroup = (objects: PdfObjects, mask: PdfDictionary): boolean => {
  const group = asDictionary(objects.resolve(mask.entries.get('G')));
  const space = asDictionary(objects.resolve(group?.entries.get('Group')))?.entries.get('CS');
  return asName(objects.resolve(space)) === 'DeviceCMYK';
};

const greyBackdrop = (objects: PdfObjects, mask: PdfDictionary): PdfValue | undefined => {
  const components = asItems(objects.resolve(mask.entries.get('BC')))?.map(
    (item) => asNumber(objects.resolve(item)) ?? 0,
  );
  if (components === undefined) return undefined;
  const [red = 0, green = red, blue = red] = components;
  return pdfArray([luminosityOf(screenColour(red, green, blue))]);
};

/** Turns what dictionaries say of colours into inks. `metOn` is the page an object was met on. Pure. */
export const pressDictionaries = (
  { document, luminosity }: SeparatedDocument,
  inks: InkTable,
  metOn: ReadonlyMap<number, number>,
): PressDictionaries => {
  const objects = objectsOf(document);
  const edits = new Map<number, PdfValue>();
  const faults: PressFault[] = [];
  for (const [number, value] of document.objects) {
    if (isColourless(value)) continue;
    const isMask = luminosity.has(number);
    const fault = (what: string): void => {
      faults.push({ what, page: metOn.get(number) });
    };
    const edited = withDictionaries(value, (dictionary) => {
      if (isShading(dictionary)) {
        if (gradientColours(objects, dictionary) === undefined) {
          fault(shadingName(dictionary));
          return dictionary;
        }
        return isMask ? luminosityShading(objects, dictionary) : inkShading(objects, dictionary, inks);
      }
      const kind = asName(dictionary.entries.get('S'));
      if (kind === 'Transparency')
        return withEntries(dictionary, { CS: pdfName(isMask ? 'DeviceGray' : 'DeviceCMYK') });
      if (kind !== 'Luminosity') return dictionary;
      if (isInkGroup(objects, dictionary)) fault('mask that is mixed in inks');
      return withEntries(dictionary, { BC: greyBackdrop(objects, dictionary) });
    });
    if (edited !== value) edits.set(number, edited);
  }
  return { edits, faults };
};

/** The colours that gradients pass through, those of masks left out. */
export const coloursOfGradients = ({
  document,
  luminosity,
}: SeparatedDocument): ReadonlySet<ScreenColour> => {
  const objects = objectsOf(document);
  const colours = new Set<ScreenColour>();
  for (const [number, value] of document.objects) {
    if (isColourless(value) || luminosity.has(number)) continue;
    withDictionaries(value, (dictionary) => {
      for (const colour of (isShading(dictionary) && gradientColours(objects, dictionary)) || [])
        colours.add(colour);
      return dictionary;
    });
  }
  return colours;
};
