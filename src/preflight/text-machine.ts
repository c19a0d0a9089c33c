/** A content stream being interpreted, and how its operators reach their operands. */
import type { Operands } from '../prepress/content-tokens.ts';
import { isFault, readValue } from '../prepress/pdf-syntax.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary } from '../prepress/pdf-values.ts';
import type { GraphicsState, Matrix } from './graphics-state.ts';
import type { TextPosition, TextReading } from './text-reading.ts';

/** One content stream being interpreted. */
export interface Machine {
  readonly reading: TextReading;
  readonly bytes: Uint8Array;
  readonly resources: PdfDictionary | undefined;
  /** Forms within forms. */
  readonly depth: number;
  readonly position: TextPosition;
  readonly saved: GraphicsState[];
  state: GraphicsState;
  /** The rectangle of the path so far, and how many parts it has: only a single rectangle is a clip we know. */
  rectangle: GraphicsState['clip'] | undefined;
  parts: number;
  clips: boolean;
}

/** What an operator does. */
export type Operator = (machine: Machine, operands: Operands) => void;

/** The value of an operand; undefined where there is none. */
export const valueAt = (machine: Machine, operands: Operands, index: number): PdfValue | undefined => {
  if (index >= operands.count) return undefined;
  const value = readValue({ bytes: machine.bytes, at: operands.starts[index] ?? 0 });
  return isFault(value) ? undefined : value;
};

/** A resource of the stream by kind and name. */
export const resource = ({ reading, resources }: Machine, kind: string, name: string): PdfValue | undefined =>
  asDictionary(reading.file.resolve(resources?.entries.get(kind)))?.entries.get(name);

/** Six numbers as a matrix. */
export const matrixOf = ({ numbers }: Operands): Matrix => [
  numbers[0] ?? 0,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 0,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
];
