/**
 * The text of a page as it is printed: every glyph that shows, its letters and its place, read by interpreting the page's content
 * (ISO 32000-1 §9.4). It knows nothing of how the page came to be.
 */
import { operatorCode as code, readContent, type Operands } from '../prepress/content-tokens.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { isFault, readValue } from '../prepress/pdf-syntax.ts';
import { pageContent } from '../prepress/proof-scale.ts';
import type { PdfPage } from '../prepress/page-tree.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asBytes, asDictionary, asItems, asName, asNumber, asStream } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';
import {
  identity,
  initialState,
  intersection,
  multiply,
  transformedBox,
  type GraphicsState,
  type Matrix,
} from './graphics-state.ts';
import type { ProofFont } from './proof-fonts.ts';
import { decodeText } from './text-string.ts';

/** Glyphs in the order in which they are painted; the arrays run side by side. */
export interface PageText {
  /** The letters a glyph stands for; empty for a glyph that belongs to the letters of the one before. */
  readonly letters: readonly string[];
  /** Origin of the glyph on its baseline, CSS px from the upper left corner of the sheet. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Character codes: of our fonts, glyph ids. */
  readonly codes: readonly number[];
  /** Index into `fonts`, by glyph. */
  readonly fontOf: readonly number[];
  readonly fonts: readonly ProofFont[];
  /** False where a part of the page could not be read. */
  readonly whole: boolean;
}

/** No page of ours comes near it: the bytes of content that one page may make us read, its forms each time they are drawn. */
const mostContent = 256 * 1024 * 1024;
const deepestForm = 12;

/** How far outside the clip the origin of a glyph may lie that still shows, in points. */
const clipTolerance = 1.5;

interface MarkedContent {
  /** The letters that stand for all of it (§14.9.4). */
  actualText: string | undefined;
}

/** Reads the text of a page. */
export const readPageText = (
  file: PdfFile,
  page: PdfPage,
  fontOf: (value: PdfValue | undefined) => ProofFont,
): PageText => {
  const sheet = page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };
  const letters: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const codes: number[] = [];
  const fontIndexes: number[] = [];
  const fonts: ProofFont[] = [];
  const fontIndex = new Map<ProofFont, number>();
  let whole = true;
  let budget = mostContent;

  const indexOf = (font: ProofFont): number => {
    const known = fontIndex.get(font);
    if (known !== undefined) return known;
    fontIndex.set(font, fonts.length);
    return fonts.push(font) - 1;
  };

  const interpret = (
    bytes: Uint8Array,
    resources: PdfDictionary | undefined,
    start: GraphicsState,
    marked: MarkedContent[],
    depth: number,
  ): void => {
    budget -= bytes.length;
    if (budget < 0) {
      whole = false;
      return;
    }
    let state = start;
    const stack: GraphicsState[] = [];
    let text: Matrix = identity;
    let line: Matrix = identity;
    let path: { readonly box: GraphicsState['clip'] } | undefined;
    let pathParts = 0;
    let clips = false;

    const resource = (kind: string, name: string): PdfValue | undefined =>
      asDictionary(file.resolve(resources?.entries.get(kind)))?.entries.get(name);
    const nameAt = (operands: Operands, index: number): string => {
      const value = readValue({ bytes, at: operands.starts[index] ?? 0 });
      return isFault(value) ? '' : (asName(value) ?? '');
    };
    const stringAt = (operands: Operands, index: number): Uint8Array | undefined => {
      const value = readValue({ bytes, at: operands.starts[index] ?? 0 });
      return isFault(value) ? undefined : asBytes(value);
    };

    const paint = (font: ProofFont, glyph: number): void => {
      // The rise moves the glyph in text space; both matrices are applied by hand, this runs for every glyph.
      const { matrix, clip, rise } = state;
      const ux = rise * text[2] + text[4];
      const uy = rise * text[3] + text[5];
      const px = ux * matrix[0] + uy * matrix[2] + matrix[4];
      const py = ux * matrix[1] + uy * matrix[3] + matrix[5];
      if (state.renderingMode === 3 || state.renderingMode === 7) return;
      if (
        px < clip.left - clipTolerance ||
        px > clip.right + clipTolerance ||
        py < clip.bottom - clipTolerance ||
        py > clip.top + clipTolerance
      )
        return;
      let stands = font.unicode.get(glyph) ?? '';
      const actual = marked.find((content) => content.actualText !== undefined);
      if (actual !== undefined) {
        stands = actual.actualText ?? '';
        actual.actualText = '';
      }
      letters.push(stands);
      xs.push((px - sheet.left) / 0.75);
      ys.push((sheet.top - py) / 0.75);
      codes.push(glyph);
      fontIndexes.push(indexOf(font));
    };

    const advance = (by: number): void => {
      const [a, b, c, d, e, f] = text;
      text = [a, b, c, d, e + by * a, f + by * b];
    };

    const showCodes = (at: number, count: number, codeAt: (index: number) => number): void => {
      const { font } = state;
      if (font === undefined) return;
      for (let index = 0; index < count; index += 1) {
        const glyph = codeAt(at + index);
        paint(font, glyph);
        const width = (font.width(glyph) / 1000) * state.size + state.characterSpacing;
        advance(width * state.horizontalScale);
      }
    };

    const showBytes = (shown: Uint8Array): void => {
      if (state.font?.plainCodes === true)
        showCodes(
          0,
          shown.length >> 1,
          (index) => (shown[index * 2] ?? 0) * 256 + (shown[index * 2 + 1] ?? 0),
        );
      else showCodes(0, shown.length, (index) => shown[index] ?? 0);
    };

    const showOperand = (operands: Operands, index: number): void => {
      const from = (operands.starts[index] ?? 0) + 1;
      const length = (operands.ends[index] ?? 0) - from - 1;
      // By far the most strings hold one glyph in four digits.
      if (operands.kinds[index] === 'hex' && length === 4 && state.font?.plainCodes === true) {
        const glyph = hexCode(bytes, from);
        if (glyph >= 0) {
          showCodes(0, 1, () => glyph);
          return;
        }
      }
      const shown = stringAt(operands, index);
      if (shown !== undefined) showBytes(shown);
    };

    const showArray = (operands: Operands): void => {
      const value = readValue({ bytes, at: operands.starts[0] ?? 0 });
      for (const item of (isFault(value) ? undefined : asItems(value)) ?? []) {
        const shown = asBytes(item);
        if (shown !== undefined) showBytes(shown);
        else advance((-(asNumber(item) ?? 0) / 1000) * state.size * state.horizontalScale);
      }
    };

    const moveLine = (x: number, y: number): void => {
      const [a, b, c, d, e, f] = line;
      line = [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
      text = line;
    };

    const openMarked = (operands: Operands): void => {
      let properties: PdfValue | undefined;
      if (operands.kinds[1] === 'dictionary') {
        const value = readValue({ bytes, at: operands.starts[1] ?? 0 });
        properties = isFault(value) ? undefined : value;
      } else if (operands.kinds[1] === 'name') {
        properties = resource('Properties', nameAt(operands, 1));
      }
      const actual = asBytes(file.resolve(asDictionary(file.resolve(properties))?.entries.get('ActualText')));
      marked.push({ actualText: actual === undefined ? undefined : decodeText(actual) });
    };

    const drawForm = (operands: Operands): void => {
      const form = asStream(file.resolve(resource('XObject', nameAt(operands, 0))));
      if (form === undefined || asName(form.dictionary.entries.get('Subtype')) !== 'Form') return;
      const content = depth < deepestForm ? streamContent(file, form) : undefined;
      if (content === undefined) {
        whole = false;
        return;
      }
      const numbers = (key: string): readonly number[] =>
        (asItems(file.resolve(form.dictionary.entries.get(key))) ?? []).map((item) => asNumber(item) ?? 0);
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers('Matrix');
      const matrix = multiply([a, b, c, d, e, f], state.matrix);
      const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox');
      const box = transformedBox(matrix, left, bottom, right - left, top - bottom);
      const own = asDictionary(file.resolve(form.dictionary.entries.get('Resources')));
      interpret(
        content,
        own ?? resources,
        { ...state, matrix, clip: intersection(state.clip, box) },
        marked,
        depth + 1,
      );
    };

    const setFont = (operands: Operands): void => {
      const font = fontOf(resource('Font', nameAt(operands, 0)));
      indexOf(font);
      state = { ...state, font, size: operands.numbers[1] ?? 0 };
    };

    const endPath = (): void => {
      if (clips && path !== undefined && pathParts === 1)
        state = { ...state, clip: intersection(state.clip, path.box) };
      path = undefined;
      pathParts = 0;
      clips = false;
    };

    readContent(bytes, (operator, operands) => {
      const { numbers } = operands;
      const number = numbers[0] ?? 0;
      switch (operator) {
        case op.Td:
          moveLine(number, numbers[1] ?? 0);
          break;
        case op.Tj:
          showOperand(operands, 0);
          break;
        case op.TJ:
          showArray(operands);
          break;
        case op.Tm:
          line = matrixOf(operands);
          text = line;
          break;
        case op.BT:
          line = identity;
          text = identity;
          break;
        case op.Tf:
          setFont(operands);
          break;
        case op.q:
          stack.push(state);
          break;
        case op.Q:
          state = stack.pop() ?? state;
          break;
        case op.cm:
          state = { ...state, matrix: multiply(matrixOf(operands), state.matrix) };
          break;
        case op.BDC:
          openMarked(operands);
          break;
        case op.BMC:
          marked.push({ actualText: undefined });
          break;
        case op.EMC:
          marked.pop();
          break;
        case op.Do:
          drawForm(operands);
          break;
        case op.TD:
          state = { ...state, leading: -(numbers[1] ?? 0) };
          moveLine(number, numbers[1] ?? 0);
          break;
        case op.TL:
          state = { ...state, leading: number };
          break;
        case op.nextLine:
          moveLine(0, -state.leading);
          break;
        case op.quote:
          moveLine(0, -state.leading);
          showOperand(operands, 0);
          break;
        case op.doubleQuote:
          state = { ...state, wordSpacing: number, characterSpacing: numbers[1] ?? 0 };
          moveLine(0, -state.leading);
          showOperand(operands, 2);
          break;
        case op.Tc:
          state = { ...state, characterSpacing: number };
          break;
        case op.Tw:
          state = { ...state, wordSpacing: number };
          break;
        case op.Tz:
          state = { ...state, horizontalScale: number / 100 };
          break;
        case op.Ts:
          state = { ...state, rise: number };
          break;
        case op.Tr:
          state = { ...state, renderingMode: number };
          break;
        case op.re:
          pathParts += 1;
          path = {
            box: transformedBox(state.matrix, number, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 0),
          };
          break;
        case op.m:
        case op.l:
        case op.c:
        case op.v:
        case op.y:
          pathParts += 2;
          break;
        case op.W:
        case op.evenOddClip:
          clips = true;
          break;
        default:
          if (pathEnds.has(operator)) endPath();
      }
    });
  };

  const content = pageContent(file, page.dictionary.entries.get('Contents'));
  if (content === undefined) whole = false;
  else interpret(content, page.resources, initialState(sheet), [], 0);
  return { letters, x: xs, y: ys, codes, fontOf: fontIndexes, fonts, whole };
};

const op = {
  BDC: code('BDC'),
  BMC: code('BMC'),
  BT: code('BT'),
  Do: code('Do'),
  EMC: code('EMC'),
  Q: code('Q'),
  TD: code('TD'),
  TJ: code('TJ'),
  TL: code('TL'),
  Tc: code('Tc'),
  Td: code('Td'),
  Tf: code('Tf'),
  Tj: code('Tj'),
  Tm: code('Tm'),
  Tr: code('Tr'),
  Ts: code('Ts'),
  Tw: code('Tw'),
  Tz: code('Tz'),
  W: code('W'),
  c: code('c'),
  cm: code('cm'),
  evenOddClip: code('W*'),
  doubleQuote: code('"'),
  l: code('l'),
  m: code('m'),
  nextLine: code('T*'),
  q: code('q'),
  quote: code("'"),
  re: code('re'),
  v: code('v'),
  y: code('y'),
} as const;

const pathEnds = new Set(
  ['n', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'].map((operator) => code(operator)),
);

const matrixOf = ({ numbers }: Operands): Matrix => [
  numbers[0] ?? 0,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 0,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
];

/** The number of four hexadecimal digits; below 0 where they are none. */
const hexCode = (bytes: Uint8Array, from: number): number => {
  let value = 0;
  for (let index = from; index < from + 4; index += 1) {
    const digit = bytes[index] ?? 0;
    const letter = digit | 0x20;
    if (digit >= 0x30 && digit <= 0x39) value = value * 16 + digit - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) value = value * 16 + letter - 0x57;
    else return -1;
  }
  return value;
};
