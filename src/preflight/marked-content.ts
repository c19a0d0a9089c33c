/** Marked content (ISO 32000-1 §14.6), for the letters that it says it stands for. */
import { asBytes, asDictionary, asName, type PdfValue } from '../prepress/pdf-values.ts';
import { resource, valueAt, type Machine, type Operator } from './text-machine.ts';
import { decodeText } from '../prepress/text-string.ts';

/** Opens marked content with its properties, or without. */
export const openMarked = ({ reading }: Machine, properties: PdfValue | undefined): void => {
  const actual = asBytes(
    reading.file.resolve(asDictionary(reading.file.resolve(properties))?.entries.get('ActualText')),
  );
  if (actual !== undefined) reading.actualTexts += 1;
  reading.marked.push(actual === undefined ? undefined : decodeText(actual));
};

/** `BDC`: the properties stand there, or are named. */
export const openMarkedWithProperties: Operator = (machine, operands) => {
  const properties = valueAt(machine, operands, 1);
  const name = asName(properties);
  openMarked(machine, name === undefined ? properties : resource(machine, 'Properties', name));
};

/** `EMC`. */
export const closeMarked: Operator = ({ reading }) => {
  if (reading.marked.pop() !== undefined) reading.actualTexts -= 1;
};
