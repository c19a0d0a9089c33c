/** The operators that paint pictures and gradients (ISO 32000-1 §8.7.4.2, §8.9). */
import { asDictionary, asName, type PdfDictionary, type PdfValue } from '../prepress/pdf-values.ts';
import { resource, valueAt, type Machine, type Operator } from './content-machine.ts';
import { intersection, isEmptyBox, transformedBox } from './graphics-state.ts';
import { addMark } from './page-reading.ts';

const pointsPerInch = 72;

/** Paints a picture into the unit square of the space (§8.9.5). `number` is that of its object. */
export const drawPicture = (machine: Machine, dictionary: PdfDictionary, number?: number): void => {
  const { reading, state } = machine;
  const { matrix } = state;
  if (dictionary.entries.has('OC')) reading.optional = true;
  const box = intersection(state.clip, transformedBox(matrix, 0, 0, 1, 1));
  if (isEmptyBox(box)) return;
  const picture = reading.readers.pictureOf(dictionary, machine.resources);
  const across = Math.hypot(matrix[0], matrix[1]) / pointsPerInch;
  const down = Math.hypot(matrix[2], matrix[3]) / pointsPerInch;
  const resolution = Math.min(picture.width / across, picture.height / down);
  addMark(reading, {
    kind: 'picture',
    box,
    paint: state.paint,
    belonging: reading.belonging,
    picture,
    resolution: Number.isFinite(resolution) ? resolution : 0,
    matrix,
    number,
  });
};

/** `ID`: the picture that stands in the content, its entries between `BI` and here. */
export const drawInlinePicture: Operator = (machine, operands) => {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < operands.count; index += 2) {
    const value = valueAt(machine, operands, index + 1);
    if (value !== undefined) entries.set(asName(valueAt(machine, operands, index)) ?? '', value);
  }
  drawPicture(machine, { kind: 'dictionary', entries });
};

/** `sh`: fills all of the clip with a gradient. */
export const drawShading: Operator = (machine, operands) => {
  const { reading, state } = machine;
  const name = asName(valueAt(machine, operands, 0)) ?? '';
  const shading = asDictionary(reading.file.resolve(resource(machine, 'Shading', name)));
  if (shading === undefined || isEmptyBox(state.clip)) return;
  const space = reading.readers.spaceOf(shading.entries.get('ColorSpace'), machine.resources);
  addMark(reading, {
    kind: 'shading',
    box: state.clip,
    paint: state.paint,
    belonging: reading.belonging,
    space,
    heaviest: reading.readers.gradientOf(shading, space),
  });
};
