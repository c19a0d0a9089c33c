/** `size`, `bleed` and `marks` of page rules (CSS Page 3 §7, https://www.w3.org/TR/css-page-3/#page-size-prop). */
import type { Declaration } from 'css-tree';
import { generate } from 'css-tree';
import { usualBleed } from '../../protocol/paged-css.ts';
import { pxToMm } from '../../protocol/length.ts';
import { absoluteLength } from './absolute-length.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

/** Width and height in mm. */
export interface TrimSize {
  readonly width: number;
  readonly height: number;
}

const inch = 25.4;

/** Named sizes in mm, portrait (ISO 216, JIS, ANSI); A6 is ours, CSS names no smaller than A5. */
const namedSizes: Readonly<Record<string, TrimSize>> = {
  a3: { width: 297, height: 420 },
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
  b4: { width: 250, height: 353 },
  b5: { width: 176, height: 250 },
  'jis-b4': { width: 257, height: 364 },
  'jis-b5': { width: 182, height: 257 },
  letter: { width: 8.5 * inch, height: 11 * inch },
  legal: { width: 8.5 * inch, height: 14 * inch },
  ledger: { width: 11 * inch, height: 17 * inch },
};

/** The size where a template gives none. */
export const defaultSize: TrimSize = { width: 210, height: 297 };

/** Smallest and largest side in mm: below nothing can be set, above Chromium and PDF readers give up. */
const sideRange = { least: 40, most: 2000 };

/** Reads `size`; a fault and `undefined` where it cannot be read. */
export const readSize = (declaration: Declaration, reading: SheetReading): TrimSize | undefined => {
  const { value } = declaration;
  const nodes = value.type === 'Value' ? value.children.toArray() : [];
  const words = nodes.flatMap((node) => (node.type === 'Identifier' ? [node.name.toLowerCase()] : []));
  const lengths = nodes.map((node) => absoluteLength(node)).filter((length) => length !== undefined);
  const turned = words.find((word) => word === 'portrait' || word === 'landscape');
  const name = words.find((word) => word !== turned);
  const [width = 0, height = width] = lengths.map((length) => pxToMm(length));
  const size =
    lengths.length === 0
      ? words.length === nodes.length && words.length <= (turned === undefined ? 1 : 2)
        ? name === undefined
          ? defaultSize
          : namedSizes[name]
        : undefined
      : lengths.length === nodes.length && lengths.length <= 2
        ? { width, height }
        : undefined;
  const possible =
    size !== undefined &&
    Math.min(size.width, size.height) >= sideRange.least &&
    Math.max(size.width, size.height) <= sideRange.most;
  if (!possible) {
    fault(
      reading,
      'template/page-size',
      declaration,
      `Unexpected page size \`${generate(value)}\`, expected a named size or two lengths`,
      `the names are ${Object.keys(namedSizes).join(', ')}, with \`landscape\` after them if need be; two lengths lie between 40mm and 2m`,
    );
    return undefined;
  }
  return turned === 'landscape' ? { width: size.height, height: size.width } : size;
};

/** Reads `bleed` in mm; `auto` is the usual one: pages are trimmed when a print shop prints them, and the same page in every output. */
export const readBleed = (declaration: Declaration, reading: SheetReading): number | undefined => {
  const { value } = declaration;
  const [node, ...rest] = value.type === 'Value' ? value.children.toArray() : [];
  if (node?.type === 'Identifier' && node.name.toLowerCase() === 'auto' && rest.length === 0)
    return usualBleed;
  const length = node === undefined || rest.length > 0 ? undefined : absoluteLength(node);
  const bleed = length === undefined ? undefined : pxToMm(length);
  if (bleed === undefined || bleed < 0 || bleed > 20) {
    fault(
      reading,
      'template/page-size',
      declaration,
      `Unexpected bleed \`${generate(value)}\`, expected a length from 0 to 20mm`,
      'print shops ask for 3mm',
    );
    return undefined;
  }
  return bleed;
};

/** Reads `marks`: `none`, `crop`, `cross` or both. */
export const readMarks = (
  declaration: Declaration,
  reading: SheetReading,
): readonly ('crop' | 'cross')[] | undefined => {
  const { value } = declaration;
  const words = generate(value).toLowerCase().split(/\s+/u);
  if (words.length === 1 && words[0] === 'none') return [];
  const marks = words.filter((word) => word === 'crop' || word === 'cross');
  if (marks.length !== words.length || new Set(marks).size !== marks.length) {
    fault(
      reading,
      'template/page-size',
      declaration,
      `Unexpected marks \`${generate(value)}\`, expected \`none\`, \`crop\`, \`cross\` or \`crop cross\``,
    );
    return undefined;
  }
  return marks;
};
