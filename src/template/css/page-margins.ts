/** Margins of page rules in CSS px. */
import type { Declaration } from 'css-tree';
import { generate } from 'css-tree';
import type { Margins } from '../../protocol/paged-css.ts';
import { absoluteLength } from './absolute-length.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** Reads `margin` or `margin-top`…; nothing where it cannot be read, which is a fault. */
export const readMargins = (declaration: Declaration, reading: SheetReading): Partial<Margins> => {
  const { value } = declaration;
  const nodes = value.type === 'Value' ? value.children.toArray() : [];
  const lengths = nodes.map((node) => absoluteLength(node));
  const known = lengths.filter((length) => length !== undefined);
  const most = declaration.property === 'margin' ? 4 : 1;
  if (
    known.length !== nodes.length ||
    known.length === 0 ||
    known.length > most ||
    known.some((l) => l < 0)
  ) {
    fault(
      reading,
      'template/page-length',
      declaration,
      `Unexpected page margin \`${generate(value)}\`, expected ${most === 4 ? 'one to four lengths' : 'a length'} in mm, cm, in, pt, pc, px or Q`,
      'a page has no font and no parent: percentages, `em` and `auto` have nothing to be relative to; `calc()` of absolute lengths is fine',
    );
    return {};
  }
  const [top = 0, right = top, bottom = top, left = right] = known;
  if (declaration.property === 'margin') return { top, right, bottom, left };
  const side = sides.find((name) => declaration.property === `margin-${name}`);
  return side === undefined ? {} : { [side]: top };
};
