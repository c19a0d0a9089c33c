/** The ink on a page: an upper bound, which takes off what is surely covered and adds what may lie on one another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { judgeFile } from '../../src/preflight/judge-file.ts';
import { latinText } from '../../src/prepress/pdf-values.ts';
import { separatedTiff } from '../../src/prepress/press/separated-tiff.ts';
import { stream } from '../prepress/written-pdf.ts';
import { checkout } from '../support/run-cli.ts';
import { pressContent, pressFile } from './clean-files.ts';

/** The most ink in a square in percent, as it is told; undefined where it is not. */
const inkOf = async (content: string): Promise<number | undefined> => {
  const told = await judgeFile(pressFile({ content: `${content} ${pressContent}` }), 'sheet');
  const fault = told.find(({ rule }) => rule === 'preflight/ink-limit');
  return fault === undefined ? undefined : Number(/up to (\d+) %/.exec(fault.message)?.[1]);
};

const heavy = '1 1 1 0.8 k';

test('an area that is as large as the square', async () => {
  expect(await inkOf(`${heavy} 50 50 150 150 re f`)).toBe(380);
});

test('a small area is averaged with the paper around it', async () => {
  expect(await inkOf(`${heavy} 50 50 20 20 re f`)).toBeUndefined();
  expect(await inkOf(`${heavy} 50 50 39 200 re f`)).toBeGreaterThan(320);
});

test('what is covered by plain colour counts no more', async () => {
  expect(await inkOf(`${heavy} 50 50 150 150 re f 0 0 0 0.2 k 40 40 170 170 re f`)).toBeUndefined();
});

test('what may be covered or not is taken for the worst', async () => {
  const star = '60 60 m 190 60 l 120 190 l h f';
  expect(await inkOf(`${heavy} 50 50 150 150 re f 0 0 0 0.2 k ${star}`)).toBe(380);
});

test('what overprints is added', async () => {
  const both = '0 0 1 1 k 50 50 150 150 re f /Over gs 1 0.5 0 0 k 50 50 150 150 re f';
  expect(await inkOf(both)).toBe(350);
  expect(await inkOf(both.replace('/Over gs', ''))).toBeUndefined();
});

const fogra = latinText(readFileSync(join(checkout, 'profiles', 'FOGRA39L_coated.icc')));

/** What is told of a picture or gradient that fills four squares, with `profile` for the press. */
const told = async (
  content: string,
  resources: string,
  objects: Readonly<Record<number, string>>,
): Promise<readonly Diagnostic[]> =>
  judgeFile(
    pressFile({
      content: `q ${content} Q ${pressContent}`,
      swap: [[10, '<</Font', `<<${resources} /Font`]],
      objects: { ...objects, 13: stream(fogra, ' /N 4') },
    }),
    'sheet',
  );

const inkTold = (diagnostics: readonly Diagnostic[]): number | undefined => {
  const fault = diagnostics.find(({ rule }) => rule === 'preflight/ink-limit');
  return fault === undefined ? undefined : Number(/up to (\d+) %/.exec(fault.message)?.[1]);
};

const isUntold = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ rule }) => rule === 'preflight/ink-not-judged');

const side = 300;

const pixels = (pixel: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: side * side * pixel.length }, (_, at) => pixel[at % pixel.length] ?? 0);

const placed = (bytes: Uint8Array | string, entries: string): Promise<readonly Diagnostic[]> => {
  const content = typeof bytes === 'string' ? bytes : latinText(bytes);
  const head = ` /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8${entries}`;
  return told('100 0 0 100 60 210 cm /P Do', '/XObject <</P 41 0 R>>', { 41: stream(content, head) });
};

describe('pictures', () => {
  test('in four inks, as they are', async () => {
    const cmyk = ' /ColorSpace /DeviceCMYK';
    expect(inkTold(await placed(pixels([255, 255, 255, 204]), cmyk))).toBe(380);
    expect(inkTold(await placed(pixels([255, 255, 0, 0]), cmyk))).toBeUndefined();
    const turned = `${cmyk} /Decode [1 0 1 0 1 0 1 0]`;
    expect(inkTold(await placed(pixels([0, 0, 0, 51]), turned))).toBe(380);
  });

  test('in four inks as JPEG, whichever way its numbers count', async () => {
    const plates = separatedTiff(pixels([255, 255, 255, 204]), side);
    const jpeg = await sharp(plates)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    const asWritten = await placed(
      jpeg,
      ' /ColorSpace /DeviceCMYK /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]',
    );
    expect(inkTold(asWritten)).toBe(380);
    const turned = await placed(jpeg, ' /ColorSpace /DeviceCMYK /Filter /DCTDecode');
    expect(inkTold(turned)).toBeUndefined();
    expect(isUntold(turned)).toBe(false);
  });

  test('of light, by the profile of the press: it keeps to 300 %, more comes on top', async () => {
    const black = pixels([0, 0, 0]);
    const rgb = ' /ColorSpace [/CalRGB <</WhitePoint [0.9505 1 1.089]>>]';
    const alone = await placed(black, rgb);
    expect(isUntold(alone)).toBe(false);
    expect(inkTold(alone)).toBeUndefined();
    const head = ` /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8${rgb}`;
    const over = await told(
      '100 0 0 100 60 210 cm /P Do /Over gs 0 0 0 1 k 0 0 1 1 re f',
      '/XObject <</P 41 0 R>>',
      { 41: stream(latinText(black), head) },
    );
    expect(inkTold(over)).toBeGreaterThan(390);
    expect(inkTold(over)).toBeLessThanOrEqual(405);
  });

  test('of chosen colours, of a named ink, and grey', async () => {
    const chosen = ' /ColorSpace [/Indexed /DeviceCMYK 1 <00000000FFFFFFCC>]';
    expect(inkTold(await placed(pixels([1]), chosen))).toBe(380);
    expect(inkTold(await placed(pixels([0]), chosen))).toBeUndefined();
    const all =
      ' /ColorSpace [/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1 /C1 [1 1 1 1]>>]';
    expect(inkTold(await placed(pixels([255]), all))).toBe(400);
    const grey = await placed(pixels([0]), ' /ColorSpace /DeviceGray');
    expect([inkTold(grey), isUntold(grey)]).toEqual([undefined, false]);
  });

  test('only where they are heavy, and not where plain colour covers them', async () => {
    const half = Uint8Array.from({ length: side * side * 4 }, (_, at) => (at < side * side * 2 ? 0 : 255));
    const heavyBelow = await placed(half, ' /ColorSpace /DeviceCMYK');
    expect(inkTold(heavyBelow)).toBe(400);
    const head = ` /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceCMYK`;
    const covered = await told(
      '100 0 0 100 60 210 cm /P Do 0 0 0 0.1 k 0 0 1 0.55 re f',
      '/XObject <</P 41 0 R>>',
      {
        41: stream(latinText(half), head),
      },
    );
    expect(inkTold(covered)).toBeUndefined();
  });

  test('that are damaged, hollow or masked are told as not judged', async () => {
    for (const [bytes, entries] of [
      ['x', ' /ColorSpace /DeviceCMYK'],
      ['x', ' /ColorSpace /DeviceCMYK /Filter /DCTDecode'],
      ['x', ' /ColorSpace /DeviceCMYK /Filter /JPXDecode'],
      [latinText(pixels([0, 0, 0, 0])), ' /ColorSpace /DeviceCMYK /SMask 42 0 R'],
      [latinText(pixels([0, 0, 0])), ' /ColorSpace [/Lab <</WhitePoint [0.95 1 1.09]>>]'],
    ] as const) {
      const found = await told('100 0 0 100 60 210 cm /P Do', '/XObject <</P 41 0 R>>', {
        41: stream(
          bytes,
          ` /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8${entries}`,
        ),
        42: stream(
          latinText(pixels([128])),
          ` /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray`,
        ),
      });
      expect(isUntold(found), entries).toBe(true);
    }
  });
});

describe('gradients', () => {
  const gradient = (
    functionText: string,
    more = '/ShadingType 2 /Coords [0 0 1 0]',
  ): Promise<readonly Diagnostic[]> =>
    told(
      '60 210 100 100 re W n 100 0 0 100 60 210 cm /S sh',
      `/Shading <</S <<${more} /ColorSpace /DeviceCMYK /Function ${functionText}>>>>`,
      {},
    );
  const between = (from: string, to: string): string =>
    `<</FunctionType 2 /Domain [0 1] /N 1 /C0 [${from}] /C1 [${to}]>>`;

  test('where they have most ink', async () => {
    expect(inkTold(await gradient(between('0 0 0 0', '1 1 1 0.8')))).toBe(380);
    expect(inkTold(await gradient(between('0 0 0 0', '1 1 0 0')))).toBeUndefined();
  });

  test('in steps, in samples, and as a colour', async () => {
    const steps = `<</FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [${between('0 0 0 0', '1 1 1 0.8')} ${between('0 0 0 0', '0 0 0 1')}]>>`;
    expect(inkTold(await gradient(steps))).toBeGreaterThan(320);
    const sampled = await told(
      '60 210 100 100 re W n 100 0 0 100 60 210 cm /S sh',
      '/Shading <</S <</ShadingType 3 /Coords [0 0 0 0 0 1] /ColorSpace /DeviceCMYK /Function 41 0 R>>>>',
      {
        41: stream(
          '\0\0\0\0\u00ff\u00ff\u00ff\u00cc',
          ' /FunctionType 0 /Domain [0 1] /Size [2] /BitsPerSample 8 /Range [0 1 0 1 0 1 0 1]',
        ),
      },
    );
    expect(inkTold(sampled)).toBe(380);
    const colour = await told(
      '/Pattern cs /G scn 60 210 100 100 re f',
      `/Pattern <</G <</PatternType 2 /Shading <</ShadingType 2 /Coords [0 0 300 0] /ColorSpace /DeviceCMYK /Function ${between('0 0 0 0', '1 1 1 0.8')}>>>>>>`,
      {},
    );
    expect(inkTold(colour)).toBe(380);
  });

  test('that nobody can follow are told as not judged', async () => {
    expect(isUntold(await gradient('41 0 R'))).toBe(true);
    expect(isUntold(await gradient(between('0 0 0 0', '1 1 1 1'), '/ShadingType 1'))).toBe(true);
  });

  test('made of functions without end come to an end', async () => {
    const many = '[' + '42 0 R '.repeat(100) + ']';
    const found = await told(
      '/S sh',
      '/Shading <</S <</ShadingType 2 /ColorSpace /DeviceCMYK /Function 41 0 R>>>>',
      {
        41: `<</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [] /Functions ${many}>>`,
        42: `<</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [] /Functions ${many.replaceAll('42', '43')}>>`,
        43: `<</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [] /Functions ${many}>>`,
      },
    );
    expect(isUntold(found)).toBe(true);
  });
});
