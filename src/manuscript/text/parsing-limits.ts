/**
 * Bounds that are proved before a source is parsed. The time CommonMark's parser takes grows with the square of what is left
 * open (brackets, stars, boxes); no honest text comes near these bounds, a hostile one would otherwise hold the press for hours.
 */
import type { Nodes } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseBlocks } from '../syntax/parse-blocks.ts';

/** Deepest nesting of blocks and marks, in levels. */
export const deepestNesting = 100;

/** Deepest nesting of `:::` boxes: every level reads its content again. */
const deepestBoxes = 16;

/** Most definitions (`: …`) in one source. */
const mostDefinitions = 4000;

/** Most lines of nothing but `=` or `:`. Each may end what stands above it, and is tried for all of it. */
const mostBareLines = 2000;

const bareLine = /^[ \t>]*(?:=+|:+)[ \t]*$/;

/** Characters that open or close something within a line. */
const marks = /[[\]*_~`<{(]/g;

/** Work allowed for a source, in marks times characters of their paragraph: some seconds at the very worst. */
const allowance = (text: string): number => 100_000_000 + 40 * text.length;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const workOf = (stretch: string): number => countOf(stretch, marks) * stretch.length;

interface Depth {
  readonly line: number;
  readonly levels: number;
  readonly most: number;
}

/** Block marks at the head of a line: quotes, list items, and the indentation that deep lists need. */
const lineHead = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;

const headDepth = (line: string): number => {
  const head = lineHead.exec(line)?.[0] ?? '';
  if (head.length <= deepestNesting) return 0;
  return head.replaceAll(/[^>*+.)-]/g, '').length + Math.floor(countOf(head, /[ \t]{2}/g) / 2);
};

const tooDeepLine = (lines: readonly string[]): Depth | undefined => {
  const index = lines.findIndex((line) => headDepth(line) > deepestNesting);
  if (index < 0) return undefined;
  return { line: index + 1, levels: headDepth(lines[index] ?? ''), most: deepestNesting };
};

const boxLine = /^[ \t>*+\-.)\d]*?(:{3,})[ \t]*(\S?)/;

const tooDeepBox = (lines: readonly string[]): Depth | undefined => {
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const match = line.includes(':::') ? boxLine.exec(line) : null;
    if (match === null) continue;
    const colons = (match[1] ?? '').length;
    if (match[2] === '') {
      const innermost = open.findLastIndex((opened) => opened <= colons);
      if (innermost >= 0) open.length = innermost;
    } else {
      open.push(colons);
      if (open.length > deepestBoxes) return { line: index + 1, levels: open.length, most: deepestBoxes };
    }
  }
  return undefined;
};

const paragraphTexts = (text: string): readonly string[] => {
  const texts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') texts.push(node.value);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseBlocks(text));
  return texts;
};

/** Lines that always begin a block of their own: after an empty line, definitions of notes, list items. */
const blockStart = /\n(?=[ \t]*\n| {0,3}(?:\[\^[^[\]\s]{1,200}\]:|[-*+] +[^\s]))/;

/** Where the cheap reckoning by the heads of lines finds too much, the blocks are parsed, without what stands in them, and reckoned exactly. */
const isTooMuch = (text: string): boolean => {
  const stretches = text.split(blockStart);
  const roughly = stretches.reduce((sum, stretch) => sum + workOf(stretch), 0);
  if (roughly <= allowance(text)) return false;
  // One line is one paragraph, or the cells of one row.
  const inLines = text.split('\n').reduce((sum, line) => sum + (line.includes('|') ? 0 : workOf(line)), 0);
  if (inLines > allowance(text)) return true;
  const exactly = paragraphTexts(text).reduce((sum, stretch) => sum + workOf(stretch), 0);
  return exactly > allowance(text);
};

const depthFault = (file: string, { line, levels, most }: Depth): Diagnostic =>
  diagnose('manuscript/too-deep', `Unexpected nesting of ${levels} levels, expected at most ${most}`, {
    place: { file, line, column: 1 },
    hint: 'the file was not read further: write the lists, quotes or boxes side by side',
  });

const crowdFault = (
  lines: readonly string[],
  pattern: RegExp,
  words: string,
  most: number,
  file: string,
): Diagnostic | undefined => {
  const found = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  const beyond = found[most];
  if (beyond === undefined) return undefined;
  return diagnose(
    'manuscript/too-entangled',
    `Unexpected ${found.length} ${words} in one file, expected at most ${most}`,
    { place: { file, line: beyond + 1, column: 1 }, hint: 'the file was not read: divide it into chapters' },
  );
};

/** Comes in: a normalised text and its file; goes out: the fault that forbids parsing it, or nothing. */
export const parsingFault = (text: string, file: string): Diagnostic | undefined => {
  const lines = text.split('\n');
  const depth = tooDeepLine(lines) ?? tooDeepBox(lines);
  if (depth !== undefined) return depthFault(file, depth);
  const tooMany =
    crowdFault(lines, /^[ \t>]*:[ \t]/, 'definitions', mostDefinitions, file) ??
    crowdFault(lines, bareLine, 'lines of nothing but `=` or `:`', mostBareLines, file);
  if (tooMany !== undefined) return tooMany;
  if (!isTooMuch(text)) return undefined;
  return diagnose(
    'manuscript/too-entangled',
    'Unexpected mass of brackets and marks in one paragraph, expected running text',
    {
      place: { file, line: 1, column: 1 },
      hint: 'the file was not read: look for a paragraph with thousands of brackets or stars',
    },
  );
};

/** Comes in: a parsed tree; goes out: the fault of the first node deeper than {@link deepestNesting}, or nothing. */
export const depthFaultOf = (tree: Nodes, file: string): Diagnostic | undefined => {
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > deepestNesting) {
      const line = node.position?.start.line ?? 1;
      return depthFault(file, { line, levels: depth, most: deepestNesting });
    }
    if (!('children' in node)) continue;
    for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
};
