/** The operators that open and close marked content (ISO 32000-1 §14.6): stretches with a number, artifacts, spans with a text of their own. */
import { hyphenMark, joinMark } from '../../protocol/structure-marks.ts';
import type { Operands } from '../content-tokens.ts';
import { isFault, readValue, skipWhite, takeInteger, takeKeyword, type Cursor } from '../pdf-syntax.ts';
import { asBytes, asDictionary, asNumber, type PdfDictionary } from '../pdf-values.ts';
import { decodeText } from '../text-string.ts';
import type { ReadMark, Shown } from './content-marks.ts';
import { addName, nameAt, type OpenSpan, type Walk } from './content-walk.ts';
import { settleShown } from './read-shown.ts';

const noLines: readonly Shown[] = [];

/** The properties that are written beside the tag; undefined for those that lie in the resources. */
const propertiesOf = ({ bytes }: Walk, { count, kinds, starts }: Operands): PdfDictionary | undefined => {
  if (count < 2 || kinds[1] !== 'dictionary') return undefined;
  const read = readValue({ bytes, at: starts[1] ?? 0 });
  return isFault(read) ? undefined : asDictionary(read);
};

/** The number of a mark that has no other property, as Chromium writes them: there are tens of thousands. */
const plainNumber = ({ bytes }: Walk, { kinds, starts, ends }: Operands): number | undefined => {
  const cursor: Cursor = { bytes, at: (starts[1] ?? 0) + 2 };
  if (kinds[1] !== 'dictionary' || !takeKeyword(cursor, '/MCID')) return undefined;
  skipWhite(cursor);
  const number = takeInteger(cursor);
  skipWhite(cursor);
  return cursor.at === (ends[1] ?? 0) - 2 ? number : undefined;
};

const openNumbered = (walk: Walk, mcid: number, start: number, end: number): void => {
  const { length } = walk.bytes;
  const mark: ReadMark = {
    mcid,
    open: { start, end },
    close: { start: length, end: length },
    first: undefined,
    last: undefined,
    lines: noLines,
    paintings: 0,
    box: undefined,
    statesBefore: walk.saved,
    statesAfter: walk.saved,
  };
  walk.mark = mark;
  walk.marks.push(mark);
  walk.open.push({ kind: 'mark', mark });
};

/** `BDC` and `BMC`. */
export const openMarked = (walk: Walk, operands: Operands, end: number): void => {
  settleShown(walk);
  const start = operands.count === 0 ? end - 3 : (operands.starts[0] ?? 0);
  const plain = operands.count === 2 ? plainNumber(walk, operands) : undefined;
  const properties = plain === undefined ? propertiesOf(walk, operands) : undefined;
  const mcid = plain ?? asNumber(properties?.entries.get('MCID'));
  addName(walk, operands, 1, 'Properties');
  walk.span = undefined;
  if (mcid !== undefined) {
    openNumbered(walk, mcid, start, end);
  } else if (nameAt(walk, operands, 0) === 'Artifact') {
    walk.artifacts += 1;
    walk.open.push({ kind: 'artifact' });
  } else {
    const actual = asBytes(properties?.entries.get('ActualText'));
    const text = actual === undefined ? undefined : decodeText(actual);
    const before = walk.mark?.last;
    walk.span = { kind: 'span', open: { start, end }, text, before, strings: [], shown: undefined };
    walk.open.push(walk.span);
  }
};

const closeSpan = (walk: Walk, { open, text, before, strings, shown }: OpenSpan, at: number): void => {
  if (text !== hyphenMark && text !== joinMark) {
    if (shown !== undefined) shown.after = at;
    return;
  }
  walk.invisible.push(open, ...strings, { start: at - 3, end: at });
  if (before === undefined) return;
  const isPlain = walk.bytes[before.stringStart] === 0x3c && !before.isSpanned;
  if (text === joinMark) before.ending = 'join';
  else if (isPlain) before.ending = 'hyphen';
};

/** `EMC`. */
export const closeMarked = (walk: Walk, _: Operands, at: number): void => {
  settleShown(walk);
  const closed = walk.open.pop();
  const outer = walk.open.at(-1);
  walk.span = outer?.kind === 'span' ? outer : undefined;
  if (closed === undefined) return;
  if (closed.kind === 'artifact') {
    walk.artifacts -= 1;
  } else if (closed.kind === 'mark') {
    closed.mark.close = { start: at - 3, end: at };
    closed.mark.statesAfter = walk.saved;
    const around = walk.open.findLast((one) => one.kind === 'mark');
    walk.mark = around?.kind === 'mark' ? around.mark : undefined;
  } else {
    closeSpan(walk, closed, at);
  }
};
