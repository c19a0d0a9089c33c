/** What a content stream shows as text, read by an interpreter of its own: font, glyphs and matrix of every string that is shown. */
import { createHash } from 'node:crypto';
import { readContent } from '../../src/prepress/content-tokens.ts';
import { composed, identity, matrixOf, type Matrix } from '../../src/prepress/matrix.ts';
import { pageContent } from '../../src/prepress/page-content.ts';
import type { PdfPage } from '../../src/prepress/page-tree.ts';
import type { PdfFile } from '../../src/prepress/pdf-file.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  asStream,
  latinText,
  type PdfDictionary,
  type PdfValue,
} from '../../src/prepress/pdf-values.ts';
import { streamContent } from '../../src/prepress/stream-content.ts';

/** A string that is shown. */
export interface ShownText {
  /** Name and outlines of the font, its size and what else spaces the glyphs. */
  readonly setting: string;
  /** The operand as it is written: codes of glyphs, and what moves them. */
  readonly glyphs: string;
  /** From the space of the text to that of the page, or of the form that stands for a page. */
  readonly matrix: Matrix;
}

/** A form that is drawn by a page itself, and what it shows in its own space. */
export interface DrawnForm {
  readonly matrix: Matrix;
  readonly shown: readonly ShownText[];
}

/** What a page draws. */
export interface DrawnPage {
  readonly shown: readonly ShownText[];
  /** Forms that were kept apart. */
  readonly forms: readonly DrawnForm[];
}

/** The letters of an operator's code. */
const operatorName = (code: number): string => {
  let name = '';
  for (let rest = code; rest > 0; rest = Math.floor(rest / 256))
    name = String.fromCharCode(rest % 256) + name;
  return name;
};

/** Reads pages of one file. */
export const textDrawer = (file: PdfFile): ((page: PdfPage, formsApart?: boolean) => DrawnPage) => {
  const fonts = new Map<PdfValue, string>();
  const fontName = (value: PdfValue): string => {
    const known = fonts.get(value);
    if (known !== undefined) return known;
    const font = asDictionary(value);
    const inner = asDictionary(
      file.resolve(asItems(file.resolve(font?.entries.get('DescendantFonts')))?.[0]),
    );
    const descriptor = asDictionary(file.resolve((inner ?? font)?.entries.get('FontDescriptor')));
    const outlines = asStream(file.resolve(descriptor?.entries.get('FontFile2')));
    const bytes = outlines === undefined ? undefined : streamContent(file, outlines);
    const sum = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
    const name = `${asName(file.resolve(font?.entries.get('BaseFont')))} ${sum}`;
    fonts.set(value, name);
    return name;
  };

  const draw = (
    bytes: Uint8Array,
    resources: PdfDictionary | undefined,
    start: Matrix,
    apart: DrawnForm[] | undefined,
  ): readonly ShownText[] => {
    const shown: ShownText[] = [];
    const named = (kind: string, name: string): PdfValue =>
      file.resolve(asDictionary(file.resolve(resources?.entries.get(kind)))?.entries.get(name));
    let state = { matrix: start, font: '', size: 0, leading: 0, spacing: '' };
    const saved: (typeof state)[] = [];
    let line: Matrix = identity;
    readContent(bytes, (operator, operands) => {
      const { numbers, starts, ends, count } = operands;
      const [x = 0, y = 0] = numbers;
      const text = (index: number): string => latinText(bytes.subarray(starts[index], ends[index]));
      const move = (right: number, up: number): void => {
        line = composed([1, 0, 0, 1, right, up], line);
      };
      const name = operatorName(operator);
      switch (name) {
        case 'q':
          saved.push(state);
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state = { ...state, matrix: composed(matrixOf(operands), state.matrix) };
          break;
        case 'BT':
          line = identity;
          break;
        case 'Tm':
          line = matrixOf(operands);
          break;
        case 'Td':
          move(x, y);
          break;
        case 'TD':
          state = { ...state, leading: -y };
          move(x, y);
          break;
        case 'T*':
          move(0, -state.leading);
          break;
        case 'TL':
          state = { ...state, leading: x };
          break;
        case 'Tf':
          state = { ...state, font: fontName(named('Font', text(0).slice(1))), size: numbers[1] ?? 0 };
          break;
        case 'Tc':
        case 'Tw':
        case 'Tz':
        case 'Ts':
        case 'Tr':
          state = { ...state, spacing: `${state.spacing} ${name} ${x}` };
          break;
        case 'Tj':
        case 'TJ':
          shown.push({
            setting: `${state.font} ${state.size}${state.spacing}`,
            glyphs: Array.from({ length: count }, (_, index) => text(index)).join(' '),
            matrix: composed(line, state.matrix),
          });
          break;
        case 'Do': {
          const form = asStream(named('XObject', text(0).slice(1)));
          if (form === undefined || asName(form.dictionary.entries.get('Subtype')) !== 'Form') break;
          const own = asDictionary(file.resolve(form.dictionary.entries.get('Resources'))) ?? resources;
          const content = streamContent(file, form) ?? new Uint8Array();
          const entry = asItems(file.resolve(form.dictionary.entries.get('Matrix'))) ?? [1, 0, 0, 1, 0, 0];
          const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = entry.map((item) => asNumber(item) ?? 0);
          if (apart === undefined)
            shown.push(...draw(content, own, composed([a, b, c, d, e, f], state.matrix), undefined));
          else apart.push({ matrix: state.matrix, shown: draw(content, own, [a, b, c, d, e, f], undefined) });
          break;
        }
        default:
          break;
      }
    });
    return shown;
  };

  return (page, formsApart = false) => {
    const forms: DrawnForm[] = [];
    const content = pageContent(file, page) ?? new Uint8Array();
    return { shown: draw(content, page.resources, identity, formsApart ? forms : undefined), forms };
  };
};
