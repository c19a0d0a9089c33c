/** The operators that set colours and graphics parameters (ISO 32000-1 §8.6.8, §8.4.5). */
import type { Operands } from '../prepress/content-tokens.ts';
import { asDictionary, asName, asNumber, asStream, type PdfValue } from '../prepress/pdf-values.ts';
import type { ColourSpace } from './colour-spaces.ts';
import { resource, setPaint, valueAt, type Machine, type Operator } from './content-machine.ts';
import { isSameColour, type Colour } from './paint-state.ts';

/** What a colour is for. */
type Use = 'fill' | 'stroke';

const numbersOf = (operands: Operands, count: number): readonly number[] => {
  const values: number[] = [];
  for (let index = 0; index < count; index += 1) values.push(operands.numbers[index] ?? 0);
  return values;
};

/** The same colour again changes nothing: the paint stays the same object. */
const change = (machine: Machine, use: Use, colour: Colour, pattern?: PdfValue): void => {
  if (isSameColour(machine.state.paint[use], colour) && pattern === undefined) return;
  setPaint(machine, use === 'fill' ? { fill: colour } : { stroke: colour });
  if (use === 'fill') machine.state = { ...machine.state, pattern };
};

/** `g`, `rg`, `k` and their capitals: space and colour at once. */
export const setDeviceColour =
  (use: Use, space: ColourSpace): Operator =>
  (machine, operands) => {
    change(machine, use, { space, values: numbersOf(operands, space.components) });
  };

/** The colour that a space begins with (§8.6.5.2): black, or all of the ink. */
const firstColour = (space: ColourSpace): Colour => {
  const isInk = space.family === 'Separation' || space.family === 'DeviceN';
  const values = Array.from({ length: Math.min(space.components, 32) }, () => (isInk ? 1 : 0));
  if (space.components === 4 && !isInk) values[3] = 1;
  return { space, values };
};

/** `cs` and `CS`. */
export const setSpace =
  (use: Use): Operator =>
  (machine, operands) => {
    const space = machine.reading.readers.spaceOf(valueAt(machine, operands, 0), machine.resources);
    change(machine, use, firstColour(space));
  };

/** The colour of a pattern: that of its gradient, or the space set for an uncoloured pattern (§8.7). */
const patternColour = (machine: Machine, pattern: PdfValue, set: ColourSpace): Colour => {
  const { file, readers } = machine.reading;
  const dictionary = asDictionary(pattern);
  const isShading = asNumber(file.resolve(dictionary?.entries.get('PatternType'))) === 2;
  if (!isShading)
    return {
      space: set.family === 'Pattern' ? set : { family: 'Pattern', components: 0, base: set },
      values: [],
    };
  const shading = asDictionary(file.resolve(dictionary?.entries.get('Shading')));
  const base = readers.spaceOf(shading?.entries.get('ColorSpace'), machine.resources);
  const heaviest = shading === undefined ? undefined : readers.gradientOf(shading, base);
  return { space: { family: 'Pattern', components: 0, base }, values: [], heaviest };
};

/** `sc`, `scn` and their capitals: components of the space that is set, or the name of a pattern as the last operand. */
export const setColour =
  (use: Use): Operator =>
  (machine, operands) => {
    const { space } = machine.state.paint[use];
    if (operands.kinds[operands.count - 1] !== 'name') {
      change(machine, use, { space, values: numbersOf(operands, operands.count) });
      return;
    }
    const name = asName(valueAt(machine, operands, operands.count - 1)) ?? '';
    const pattern = machine.reading.file.resolve(resource(machine, 'Pattern', name));
    change(machine, use, patternColour(machine, pattern, space), asStream(pattern) ?? null);
  };

/** `gs`. */
export const setGraphics: Operator = (machine, operands) => {
  const { reading } = machine;
  const name = asName(valueAt(machine, operands, 0)) ?? '';
  const dictionary = asDictionary(reading.file.resolve(resource(machine, 'ExtGState', name)));
  if (dictionary === undefined) return;
  const { paint, mask, hasTransfer } = reading.readers.parametersOf(dictionary);
  if (mask !== undefined) reading.groups.push(mask);
  if (hasTransfer) reading.transfers = true;
  const before = machine.state.paint;
  const changed = Object.entries(paint).some(([key, value]) => before[key as keyof typeof before] !== value);
  if (changed) setPaint(machine, paint);
};
