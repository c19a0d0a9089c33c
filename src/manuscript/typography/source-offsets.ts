/**
 * Where each character of a text node stands in its source, and which the author escaped: the parser has taken backslashes,
 * character references and the marks at line heads away.
 */
import type { Text } from 'mdast';

/** What is known of the characters of one text node. */
export interface SourceOffsets {
  /** Offset in the source of each UTF-16 code unit of the value; undefined where the value is its source. */
  readonly offsets: readonly number[] | undefined;
  /** Offset in the source of the first character. */
  readonly start: number;
  /** Indices of characters written with a backslash or as a reference: they are meant as they are. */
  readonly escaped: readonly number[];
}

const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/;

/** Longest head of a line that is skipped: marks of quotes and lists, indentation. */
const lineHead = /^[ \t>]*/;

/** Comes in: a text node and the source it was parsed from. Undefined for a node that has no place in the source. */
export const sourceOffsetsOf = (node: Text, source: string): SourceOffsets | undefined => {
  const start = node.position?.start.offset;
  if (start === undefined) return undefined;
  const { value } = node;
  if (source.startsWith(value, start)) {
    return { offsets: undefined, start, escaped: [] };
  }
  const offsets: number[] = [];
  const escaped: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const wanted = value[index];
    if (wanted === '\n') {
      while (source[at] === ' ' || source[at] === '\t') at += 1;
      offsets.push(at);
      at += 1;
      at += lineHead.exec(source.slice(at, at + 400))?.[0].length ?? 0;
      continue;
    }
    const ref = source[at] === '&' ? reference.exec(source.slice(at, at + 40)) : null;
    if (ref !== null && !(wanted === '&' && value.startsWith(ref[0], index))) {
      offsets.push(at);
      escaped.push(index);
      at += ref[0].length;
      continue;
    }
    if (source[at] === '\\' && source[at + 1] === wanted) {
      at += 1;
      escaped.push(index);
    }
    offsets.push(at);
    at += 1;
  }
  return { offsets, start, escaped };
};

/** The offset in the source of a character of the value. */
export const offsetAt = ({ offsets, start }: SourceOffsets, index: number): number =>
  offsets === undefined ? start + index : (offsets[index] ?? (offsets.at(-1) ?? start - 1) + 1);
