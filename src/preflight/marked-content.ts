/** Marked content (ISO 32000-1 §14.6): what it belongs to, and the letters that it says it stands for. */
import {
  asBytes,
  asDictionary,
  asName,
  asNumber,
  type PdfDictionary,
  type PdfValue,
} from '../prepress/pdf-values.ts';
import { resource, valueAt, type Machine, type Operator } from './content-machine.ts';
import type { Belonging } from './marks.ts';
import { decodeText } from '../prepress/text-string.ts';

/** What content belongs to after it was opened; what lies in an artifact or in tagged content stays part of it. */
const belongingOf = (machine: Machine, tag: string, contentId: number | undefined): Belonging => {
  const { reading } = machine;
  if (tag === 'Artifact') {
    if (reading.belonging === 'tagged') reading.artifactInTagged = true;
    return reading.belonging === 'tagged' ? 'tagged' : 'artifact';
  }
  if (contentId === undefined) return reading.belonging;
  if (reading.belonging === 'artifact') reading.taggedInArtifact = true;
  // Contents of forms are counted by the form, not by the page (§14.7.4.4).
  if (machine.depth === 0) reading.contentIds.add(contentId);
  return 'tagged';
};

/** Opens marked content with its properties, or without. */
export const openMarked = (machine: Machine, tag: string, properties: PdfDictionary | undefined): void => {
  const { reading } = machine;
  const actual = asBytes(reading.file.resolve(properties?.entries.get('ActualText')));
  if (actual !== undefined) reading.actualTexts += 1;
  if (tag === 'OC') reading.optional = true;
  reading.marked.push({
    actualText: actual === undefined ? undefined : decodeText(actual),
    outside: reading.belonging,
  });
  reading.belonging = belongingOf(machine, tag, asNumber(properties?.entries.get('MCID')));
};

/** `BDC`: the properties stand there, or are named. */
export const openMarkedWithProperties: Operator = (machine, operands) => {
  const properties: PdfValue | undefined = valueAt(machine, operands, 1);
  const name = asName(properties);
  const found = name === undefined ? properties : resource(machine, 'Properties', name);
  openMarked(
    machine,
    asName(valueAt(machine, operands, 0)) ?? '',
    asDictionary(machine.reading.file.resolve(found)),
  );
};

/** `EMC`. */
export const closeMarked: Operator = ({ reading }) => {
  const closed = reading.marked.pop();
  if (closed === undefined) return;
  if (closed.actualText !== undefined) reading.actualTexts -= 1;
  reading.belonging = closed.outside;
};
