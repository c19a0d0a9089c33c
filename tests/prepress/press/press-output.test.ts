/** Small drawn documents made into files for the print shop. */
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageContent } from '../../../src/prepress/page-content.ts';
import { pagesOf, readRectangle, type PdfRectangle } from '../../../src/prepress/page-tree.ts';
import { documentOf, type PdfDocument } from '../../../src/prepress/pdf-document.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../../src/prepress/pdf-file.ts';
import {
  asDictionary,
  asItems,
  asName,
  asStream,
  latinText,
  type PdfDictionary,
} from '../../../src/prepress/pdf-values.ts';
import { writeValue } from '../../../src/prepress/pdf-writer.ts';
import { makePress, type PressSettings } from '../../../src/prepress/press/press-output.ts';
import { loadPressProfile } from '../../../src/prepress/press/press-profile.ts';
import { streamContent } from '../../../src/prepress/stream-content.ts';
import { writeDocument } from '../../../src/prepress/write-document.ts';
import { mmToPt } from '../../../src/protocol/length.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { stream, writtenPdf, type WrittenObjects } from '../written-pdf.ts';

const settings = (more: Partial<PressSettings> = {}): PressSettings => {
  const profile = loadPressProfile('coated', temporaryFolder(), undefined).value;
  if (profile === undefined) throw new Error('the profile is not there');
  return {
    title: 'Mines',
    language: 'und',
    date: new Date('2000-07-01T00:00:00Z'),
    trim: { width: 100, height: 80 },
    bleed: 3,
    profile,
    images: 'tagged',
    job: 'mines',
    folios: ['iv'],
    ...more,
  };
};

/** One page of 106 × 86 mm that paints this. */
const drawn = (content: string, resources = '', more: WrittenObjects = {}): PdfDocument => {
  const [width, height] = [mmToPt(106), mmToPt(86)];
  const file = openPdf(
    writtenPdf({
      1: '<</Type /Catalog /Pages 2 0 R>>',
      2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      3: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources <<${resources}>> ${more[3] ?? ''}>>`,
      4: stream(content),
      ...Object.fromEntries(Object.entries(more).filter(([number]) => Number(number) > 4 || number === '1')),
    }),
  );
  if (!isPdfFile(file)) throw new Error(file.expected);
  return documentOf(file);
};

const press = async (document: PdfDocument, more: Partial<PressSettings> = {}): Promise<PdfFile> => {
  const made = await makePress(document, settings(more));
  expect(made.diagnostics).toEqual([]);
  if (made.value === undefined) throw new Error('no document');
  const file = openPdf(await writeDocument(made.value, '1.6'));
  if (!isPdfFile(file)) throw new Error(file.expected);
  return file;
};

const faultsOf = async (document: PdfDocument, more: Partial<PressSettings> = {}) => {
  const { value, diagnostics } = await makePress(document, settings(more));
  return { isMade: value !== undefined, diagnostics };
};

const catalogOf = (file: PdfFile): PdfDictionary | undefined =>
  asDictionary(file.resolve(file.trailer.entries.get('Root')));

const dictionariesOf = (file: PdfFile, key: string): readonly PdfDictionary[] =>
  file.numbers.flatMap((number) => {
    const dictionary = asDictionary(file.object(number));
    return dictionary?.entries.has(key) === true ? [dictionary] : [];
  });

const picturesOf = (file: PdfFile) =>
  file.numbers.flatMap((number) => {
    const value = asStream(file.object(number));
    return asName(value?.dictionary.entries.get('Subtype')) === 'Image' && value !== undefined ? [value] : [];
  });

const contentOf = (file: PdfFile): string => {
  const [page] = pagesOf(file);
  return latinText((page === undefined ? undefined : pageContent(file, page)) ?? new Uint8Array());
};

describe('a page of text', () => {
  let file: PdfFile;
  beforeAll(async () => {
    file = await press(
      drawn('0 0 0 rg 10 10 50 50 re f', '', {
        3: '/Annots [6 0 R] /StructParents 0',
        1: '<</Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R /OpenAction [3 0 R /Fit]>>',
        6: '<</Type /Annot /Subtype /Link /StructParent 9 /Rect [0 0 9 9]>>',
        7: '<</Type /StructTreeRoot /K 8 0 R /ParentTree 10 0 R>>',
        8: '<</Type /StructElem /S /Link /P 7 0 R /K [0 <</Type /OBJR /Obj 6 0 R>>]>>',
        10: '<</Nums [0 [8 0 R] 9 8 0 R]>>',
      }),
    );
  });

  test('its boxes lie in each other, exact to a hundredth of a millimetre', () => {
    const page = pagesOf(file)[0]?.dictionary;
    const box = (key: string): PdfRectangle =>
      readRectangle(file, page?.entries.get(key)) ?? { left: 0, bottom: 0, right: 0, top: 0 };
    const [media, bleed, trim] = [box('MediaBox'), box('BleedBox'), box('TrimBox')];
    const hundredth = mmToPt(0.01);
    expect(Math.abs(trim.right - trim.left - mmToPt(100))).toBeLessThan(hundredth);
    expect(Math.abs(trim.top - trim.bottom - mmToPt(80))).toBeLessThan(hundredth);
    for (const side of ['left', 'bottom', 'right', 'top'] as const) {
      expect(Math.abs(Math.abs(bleed[side] - trim[side]) - mmToPt(3))).toBeLessThan(hundredth);
      expect(Math.abs(media[side] - bleed[side])).toBeGreaterThan(mmToPt(10));
    }
    expect(page?.entries.has('CropBox')).toBe(false);
  });

  test('it has no annotation and no action; a link is a span', () => {
    expect(pagesOf(file)[0]?.dictionary.entries.has('Annots')).toBe(false);
    expect(catalogOf(file)?.entries.has('OpenAction')).toBe(false);
    const [element] = dictionariesOf(file, 'P');
    expect(asName(element?.entries.get('S'))).toBe('Span');
    expect(asItems(element?.entries.get('K'))).toEqual([0]);
    const [tree] = dictionariesOf(file, 'Nums');
    expect(asItems(tree?.entries.get('Nums'))).toHaveLength(2);
  });

  test('it says which standard, which press, which job', () => {
    const intent = asDictionary(file.resolve(asItems(catalogOf(file)?.entries.get('OutputIntents'))?.[0]));
    expect(asName(intent?.entries.get('S'))).toBe('GTS_PDFX');
    expect(writeValue(intent?.entries.get('OutputConditionIdentifier') ?? null)).toBe('(FOGRA39)');
    const profile = asStream(file.resolve(intent?.entries.get('DestOutputProfile')));
    expect(profile?.dictionary.entries.get('N')).toBe(4);
    const metadata = asStream(file.resolve(catalogOf(file)?.entries.get('Metadata')));
    const packet = latinText(metadata?.bytes ?? new Uint8Array());
    expect(packet).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(packet).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(packet).toMatch(/<xmpMM:DocumentID>uuid:[-0-9a-f]{36}</);
    const information = asDictionary(file.resolve(file.trailer.entries.get('Info')));
    expect(asName(information?.entries.get('Trapped'))).toBe('False');
    expect(latinText(file.bytes.subarray(0, 8))).toBe('%PDF-1.6');
  });

  test('what is painted is cut at the bleed, and marks stand outside it', () => {
    const content = contentOf(file);
    expect(content).toMatch(/^q\n0\.0000 .* re W n\n0 0 0 1 k 10 10 50 50 re f\nQ\n\/Artifact /);
    expect(content).toContain('/PrinterMarks Do');
    const marks = file.numbers
      .map((number) => asStream(file.object(number)))
      .find((value) => asName(value?.dictionary.entries.get('Subtype')) === 'Form');
    const paths = latinText((marks && streamContent(file, marks)) ?? new Uint8Array());
    // Eight lines to cut by, four targets of two lines, ten patches.
    expect(paths.match(/ l S/g)).toHaveLength(16);
    expect(paths.match(/ re f/g)).toHaveLength(10);
  });
});

const gradient = (more: string): string =>
  `/Pattern <</G <</Type /Pattern /PatternType 2 /Shading <<${more}>>>>>>`;

const blend = (from: string, to: string): string =>
  `/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] /Function <</FunctionType 2 /Domain [0 1] /N 1 /C0 [${from}] /C1 [${to}]>>`;

test('a gradient passes through inks; one of greys through black alone', async () => {
  const paint = '/Pattern cs /G scn 0 0 99 99 re f';
  const shadingOf = (file: PdfFile): string => {
    const resources = pagesOf(file)[0]?.resources?.entries.get('Pattern');
    return writeValue(file.resolve(resources)).replaceAll(/\s+/g, ' ');
  };
  const colours = shadingOf(await press(drawn(paint, gradient(blend('1 0 0', '0 0 1')))));
  expect(colours).toContain('/DeviceCMYK');
  expect(colours).not.toContain('DeviceRGB');
  expect(colours.match(/\/FunctionType 2/g)).toHaveLength(16);
  const greys = shadingOf(await press(drawn(paint, gradient(blend('1 1 1', '0 0 0')))));
  expect(
    [...greys.matchAll(/\/C[01] \[(\S+) (\S+) (\S+) \S+\]/g)].every(
      ([, c, m, y]) => `${c}${m}${y}` === '000',
    ),
  ).toBe(true);
});

const picture = async (pixels: Uint8Array, side: number, more = ''): Promise<PdfDocument> => {
  const jpeg = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const entries = `/Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceRGB ${more}`;
  return drawn('/J Do /P Do', '/XObject <</J 5 0 R /P 6 0 R>>', {
    5: stream(latinText(jpeg), `/Filter /DCTDecode ${entries}`),
    6: stream(latinText(pixels), entries),
  });
};

const side = 32;
const pixelsOf = (colour: (at: number) => readonly [number, number, number]): Uint8Array =>
  Uint8Array.from(Array.from({ length: side * side }, (_, at) => colour(at)).flat());

test('photographs keep their colours and get a profile, or are in inks where the shop asks for it', async () => {
  const photograph = await picture(
    pixelsOf((at) => [(at % side) * 8, 40, 120]),
    side,
  );
  const spaces = (file: PdfFile): readonly string[] =>
    picturesOf(file).map(({ dictionary }) => {
      const space = file.resolve(dictionary.entries.get('ColorSpace'));
      return asName(space) ?? asName(asItems(space)?.[0]) ?? '';
    });
  expect(spaces(await press(photograph))).toEqual(['ICCBased', 'ICCBased']);
  const inks = await press(photograph, { images: 'cmyk' });
  expect(spaces(inks)).toEqual(['DeviceCMYK', 'DeviceCMYK']);
  const plain = picturesOf(inks).find(
    ({ dictionary }) => asName(dictionary.entries.get('Filter')) === 'FlateDecode',
  );
  expect((plain && streamContent(inks, plain))?.length).toBe(side * side * 4);
});

test('grey pictures are in black alone, as dark as the tone of the press asks', async () => {
  const file = await press(
    await picture(
      pixelsOf(() => [128, 128, 128]),
      side,
    ),
  );
  expect(picturesOf(file).map(({ dictionary }) => asName(dictionary.entries.get('ColorSpace')))).toEqual([
    'DeviceGray',
    'DeviceGray',
  ]);
  for (const value of picturesOf(file)) {
    const isJpeg = asName(value.dictionary.entries.get('Filter')) === 'DCTDecode';
    const pixels = isJpeg
      ? await sharp(value.bytes).extractChannel(0).raw().toBuffer()
      : streamContent(file, value);
    expect(pixels?.length).toBe(side * side);
    // 62 % of black.
    expect(Math.abs((pixels?.[0] ?? 0) - 97)).toBeLessThanOrEqual(2);
  }
});

test('a mask keeps its light, and the picture that it masks is in inks', async () => {
  const file = await press(
    drawn('/M gs 1 0 0 rg 0 0 99 99 re f /F Do', '/ExtGState <</M 5 0 R>> /XObject <</F 6 0 R>>', {
      5: '<</SMask <</S /Luminosity /G 6 0 R /BC [1 1 1]>>>>',
      6: stream(
        '.5 .5 .5 rg 0 0 9 9 re f',
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group <</S /Transparency>>',
      ),
    }),
  );
  const groups = dictionariesOf(file, 'Group').flatMap(({ entries }) => {
    const group = asDictionary(file.resolve(entries.get('Group')));
    return [asName(group?.entries.get('CS'))];
  });
  expect(groups.filter((space) => space === 'DeviceCMYK')).toHaveLength(2);
  expect(groups.filter((space) => space === 'DeviceGray')).toHaveLength(1);
  const forms = file.numbers.flatMap((number) => {
    const value = asStream(file.object(number));
    return value?.dictionary.entries.has('Group') === true
      ? [latinText(streamContent(file, value) ?? new Uint8Array())]
      : [];
  });
  expect(new Set(forms.map((content) => content.split(' 0 0 9 9')[0]))).toEqual(
    new Set(['0 0 0 0.6205 k', '0.502 g']),
  );
});

test.each([
  ['/ShadingType 1 /ColorSpace /DeviceRGB', 'gradient that fades to nothing'],
  ['/ShadingType 4 /ColorSpace /DeviceRGB', 'gradient of another kind'],
])('a gradient of %s is told, with its page', async (shading, what) => {
  const { isMade, diagnostics } = await faultsOf(drawn('/Pattern cs /G scn 0 0 9 9 re f', gradient(shading)));
  expect(isMade).toBe(false);
  expect(diagnostics).toMatchObject([
    { rule: 'prepress/colour-unconvertible', folio: 'iv', message: expect.stringContaining(what) as string },
  ]);
});

test('a mask mixed in inks, and a picture in inks, are told', async () => {
  const { diagnostics } = await faultsOf(
    drawn('/M gs /I Do', '/ExtGState <</M 5 0 R>> /XObject <</I 7 0 R>>', {
      5: '<</SMask <</S /Luminosity /G 6 0 R>>>>',
      6: stream('', '/Subtype /Form /Group <</S /Transparency /CS /DeviceCMYK>>'),
      7: stream('....', '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceCMYK'),
    }),
  );
  expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    expect.stringContaining('prepress/colour-unconvertible Unexpected mask that is mixed in inks'),
    expect.stringContaining('prepress/colour-unconvertible Unexpected picture in a colour space of its own'),
  ]);
});

test('a document without a date is none for a print shop', async () => {
  const { isMade, diagnostics } = await faultsOf(drawn(''), { date: undefined });
  expect(isMade).toBe(false);
  expect(diagnostics).toMatchObject([{ rule: 'prepress/date-missing', severity: 'error' }]);
});
