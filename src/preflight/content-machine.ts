/** A content stream being interpreted, and how its operators reach their operands. */
import type { Operands } from '../prepress/content-tokens.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';
import { isFault, readValue } from '../prepress/pdf-syntax.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary } from '../prepress/pdf-values.ts';
import type { Matrix } from '../prepress/matrix.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { PageReading } from './page-reading.ts';
import type { Paint } from './paint-state.ts';
import type { TextPosition } from './show-glyphs.ts';

/** One content stream being interpreted. */
export interface Machine {
  readonly reading: PageReading;
  readonly bytes: Uint8Array;
  readonly resources: PdfDictionary | undefined;
  /** Forms within forms. */
  readonly depth: number;
  /** The matrix the stream began with, which patterns refer to (ISO 32000-1 §8.7.3.1). */
  readonly base: Matrix;
  readonly position: TextPosition;
  readonly saved: GraphicsState[];
  state: GraphicsState;
  /** The box around the path so far, and how many parts the path has. */
  path: PathSoFar | undefined;
  clips: boolean;
}

/** A path that is being drawn. */
export interface PathSoFar {
  readonly box: PdfRectangle;
  /** 1 for a single rectangle, which is the only shape that is known exactly. */
  readonly parts: number;
}

/** What an operator does. */
export type Operator = (machine: Machine, operands: Operands) => void;

/** The value of an operand; undefined where there is none. */
export const valueAt = (machine: Machine, operands: Operands, index: number): PdfValue | undefined => {
  if (index < 0 || index >= operands.count) return undefined;
  const value = readValue({ bytes: machine.bytes, at: operands.starts[index] ?? 0 });
  return isFault(value) ? undefined : value;
};

/** A resource of the stream by kind and name. */
export const resource = ({ reading, resources }: Machine, kind: string, name: string): PdfValue | undefined =>
  asDictionary(reading.file.resolve(resources?.entries.get(kind)))?.entries.get(name);

/** Changes what marks are painted with. */
export const setPaint = (machine: Machine, change: Partial<Paint>): void => {
  machine.state = { ...machine.state, paint: { ...machine.state.paint, ...change } };
};
