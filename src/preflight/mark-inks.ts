/** The inks of marks. */
import { inksOf, totalInk, type Inks } from './inks.ts';
import type { Mark } from './marks.ts';

/** The inks a mark is painted with; undefined where the file alone does not decide them. Of a path with two colours, the heavier. */
export const inkOfMark = (mark: Mark): Inks | undefined => {
  switch (mark.kind) {
    case 'text':
      return inksOf(mark.renderingMode === 1 ? mark.paint.stroke : mark.paint.fill);
    case 'path': {
      const fill = mark.filled ? inksOf(mark.paint.fill) : undefined;
      const stroke = mark.stroked ? inksOf(mark.paint.stroke) : undefined;
      if (!mark.stroked) return fill;
      if (!mark.filled) return stroke;
      if (fill === undefined || stroke === undefined) return undefined;
      return totalInk(fill) >= totalInk(stroke) ? fill : stroke;
    }
    case 'picture':
      return mark.picture.isStencil ? inksOf(mark.paint.fill) : undefined;
    case 'shading':
      return mark.heaviest;
  }
};
