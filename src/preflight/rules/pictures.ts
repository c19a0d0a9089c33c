/** Resolution of pictures at the size they are placed at (GWG 2022 R0031, R0032). */
import type { Fault } from '../fault.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { PictureMark } from '../marks.ts';
import { fewestPixels, type Demands } from '../purposes.ts';

const coarse = (mark: PictureMark, demands: Demands): Omit<Fault, 'at'> | undefined => {
  const { picture } = mark;
  const isStencil = picture.bitsPerComponent === 1 && (picture.space?.components ?? 1) === 1;
  const limits = isStencil ? demands.stencils : demands.pictures;
  const found = Math.round(mark.resolution);
  if (found > limits.warning) return undefined;
  const isError = found <= limits.error;
  return {
    rule: isStencil ? 'preflight/stencil-coarse' : 'preflight/picture-coarse',
    severity: isError ? 'error' : 'warning',
    message: `Unexpected picture of ${picture.width} × ${picture.height} pixels printed at ${found} pixels to the inch, expected more than ${limits.warning}`,
    hint: `use a picture with more pixels, or print it smaller: at ${Math.max(1, Math.floor((found / (limits.warning + 1)) * 100))} % of its size it would do`,
    about: `${picture.width} × ${picture.height}`,
  };
};

/** Judges all pictures of a page. */
export const judgePictures = (page: JudgedPage, demands: Demands): readonly Fault[] =>
  page.marks.flatMap((mark) => {
    if (mark.kind !== 'picture') return [];
    const { width, height } = mark.picture;
    if (width <= fewestPixels || height <= fewestPixels) return [];
    const fault = coarse(mark, demands);
    return fault === undefined ? [] : [{ ...fault, at: { page: page.index, box: mark.box } }];
  });
