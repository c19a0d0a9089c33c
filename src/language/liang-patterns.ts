/**
 * Hyphenation by patterns: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (Stanford, 1983,
 * https://tug.org/docs/liang/liang-thesis.pdf), read from a file in the form TeX uses, in UTF-8.
 */

/** A place in the tree of patterns: the letters that may follow, and the levels where a pattern ends here. */
interface PatternNode {
  readonly next: Map<number, PatternNode>;
  levels?: readonly number[];
}

/** A fault in a pattern file; lines and columns count from 1. */
export interface PatternFault {
  readonly text: string;
  readonly expected: string;
  readonly line: number;
  readonly column: number;
}

/** A pattern file that was read, and what is wrong in it. */
export interface PatternFile {
  /** How many patterns there are. */
  readonly size: number;
  /** Positions in a lower-cased word (UTF-16 code units) where the patterns allow a break; no limits applied. */
  readonly breaks: (word: string) => readonly number[];
  readonly faults: readonly PatternFault[];
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const tokensOf = (text: string): readonly Token[] =>
  text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const code = content.replace(/%.*$/, '');
    return [...code.matchAll(/\\[a-z]+|[{}]|[^\s{}\\]+|\\/gu)].map((match) => ({
      text: match[0],
      line: index + 1,
      column: match.index + 1,
    }));
  });

const patternForm = /^(?=.*\d)\.?\d?(?:[\p{L}\p{M}’']\d?)+\.?$/u;
const exceptionForm = /^\p{L}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*$/u;

/** Adds a pattern; false where one with the same letters is there already. */
const addPattern = (root: PatternNode, pattern: string): boolean => {
  const levels: number[] = [0];
  let node = root;
  for (const unit of pattern.split('')) {
    if (unit >= '0' && unit <= '9') {
      levels[levels.length - 1] = Number(unit);
      continue;
    }
    const code = unit.charCodeAt(0);
    let next = node.next.get(code);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(code, next);
    }
    node = next;
    levels.push(0);
  }
  if (node.levels !== undefined) return false;
  node.levels = levels;
  return true;
};

/** The positions marked with `-` in a word of a word list (`az-bu-ka`), and the word without them. */
export const markedBreaks = (
  marked: string,
): { readonly word: string; readonly breaks: readonly number[] } => {
  const parts = marked.split('-').filter((part) => part !== '');
  const breaks = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('').length);
  return { word: parts.join(''), breaks };
};

const breaksBy = (root: PatternNode, word: string): readonly number[] => {
  const text = `.${word}.`;
  const strongest = new Uint8Array(text.length + 1);
  for (let start = 0; start < text.length; start++) {
    let node: PatternNode | undefined = root;
    for (let at = start; node !== undefined && at < text.length; at++) {
      node = node.next.get(text.charCodeAt(at));
      const levels = node?.levels;
      if (levels === undefined) continue;
      for (let index = 0; index < levels.length; index++) {
        const level = levels[index] ?? 0;
        if (level > (strongest[start + index] ?? 0)) strongest[start + index] = level;
      }
    }
  }
  const breaks: number[] = [];
  for (let at = 1; at < word.length; at++) if ((strongest[at + 1] ?? 0) % 2 === 1) breaks.push(at);
  return breaks;
};

/**
 * Reads a pattern file: `\patterns{…}` with one pattern per word, `\hyphenation{…}` with whole words that win over the
 * patterns, `%` before a comment. Patterns that are not well-formed are left out and come back as faults.
 */
export const readPatterns = (text: string): PatternFile => {
  const root: PatternNode = { next: new Map() };
  const exceptions = new Map<string, readonly number[]>();
  const faults: PatternFault[] = [];
  let size = 0;
  let group: 'none' | 'patterns' | 'hyphenation' = 'none';
  let open = false;
  for (const token of tokensOf(text)) {
    const refuse = (expected: string): void => {
      faults.push({ ...token, expected });
    };
    if (token.text === '\\patterns' || token.text === '\\hyphenation') {
      if (open) refuse('`}` before it');
      group = token.text === '\\patterns' ? 'patterns' : 'hyphenation';
      open = false;
    } else if (token.text === '{') {
      if (open || group === 'none') refuse('`\\patterns` or `\\hyphenation` before it');
      open = group !== 'none';
    } else if (token.text === '}') {
      if (!open) refuse('a group that it closes');
      open = false;
      group = 'none';
    } else if (!open) {
      refuse('`\\patterns{` or `\\hyphenation{` before it');
    } else if (group === 'patterns') {
      if (!patternForm.test(token.text))
        refuse('letters with a digit before, between or after them, like `a1b`');
      else if (addPattern(root, token.text)) size++;
      else refuse('each sequence of letters once');
    } else if (exceptionForm.test(token.text)) {
      const { word, breaks } = markedBreaks(token.text);
      exceptions.set(word, breaks);
    } else refuse('a word with `-` at its breaks, like `az-bu-ka`');
  }
  if (open) {
    const line = text.split(/\r\n|\r|\n/).length;
    faults.push({ text: 'end of file', expected: '`}`', line, column: 1 });
  }
  return { size, breaks: (word) => exceptions.get(word) ?? breaksBy(root, word), faults };
};
