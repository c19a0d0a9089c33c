/**
 * Line ends as they are written into the text: a kept newline (`white-space-collapse: preserve-breaks`, CSS Text 4,
 * https://www.w3.org/TR/css-text-4/#white-space-collapsing) ends the line, so that a paragraph stays the few text nodes it was. What prepress
 * cannot see is said before it (protocol/structure-marks.ts). First all is planned, then all is written.
 */
import { hyphenMark, joinMark } from '../protocol/structure-marks.ts';
import type { LineEnd } from './line-chooser.ts';

/** What happens at one place of a text. */
interface Edit {
  readonly at: number;
  /** `end`: the letters before are the last of their line; `newline`: the line ends; `start`: the letters after begin a line. */
  readonly kind: 'end' | 'newline' | 'start';
  /** What follows the last letter. */
  readonly tail: string;
  /** How far the sign beside it hangs out, px. */
  readonly hang: number;
}

/** A piece of a text as it is written; with `side`, a sign that hangs out there. */
interface Piece {
  readonly text: string;
  readonly side?: 'marginLeft' | 'marginRight';
  readonly by?: number;
}

/** What is to be written to end the lines of one block. */
export interface PlannedEnds {
  readonly texts: readonly { readonly node: Text; readonly pieces: readonly Piece[] }[];
  /** Where no text can take the newline: it goes before these. */
  readonly newlines: readonly ChildNode[];
  /** Elements that must keep newlines. */
  readonly keepers: ReadonlySet<HTMLElement>;
}

const softHyphen = '\u00AD';
const allSoftHyphens = /\u00AD/gu;
const isBlank = (text: string): boolean => /^[\t\n\r\f ]*$/u.test(text);
const trailingSpace = /[\t\n\r\f ]+$/u;

/** A text as it is to be read: without what its line ends say to prepress. */
export const withoutMarks = (text: string): string =>
  text.includes(hyphenMark) || text.includes(joinMark) ? text.replace(/[\u00AD\u2060]/gu, '') : text;

/** The text of an element as it is without its line ends: words are whole again. */
export const unbrokenText = (element: Element): string => {
  const text = element.textContent ?? '';
  const whole = text.includes('\n')
    ? text
        .replace(/-\u00AD\n|\u2060\n/gu, '')
        .replaceAll('\n', ' ')
        .trim()
    : text;
  return withoutMarks(whole);
};

/** The last text before a node in a block that shows anything, and whether white space lies between. */
const lastTextBefore = (
  block: HTMLElement,
  node: Node,
): { readonly text: Text | undefined; readonly spaced: boolean } => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  let spaced = false;
  for (let text = walker.previousNode(); text instanceof Text; text = walker.previousNode()) {
    spaced ||= trailingSpace.test(text.data);
    if (!isBlank(text.data)) return { text, spaced };
  }
  return { text: undefined, spaced };
};

/** The element or text before which the break goes: the outermost one that begins with the text, so that its box begins with the line. */
const lineOpening = (node: Text, block: HTMLElement): ChildNode => {
  let opening: ChildNode = node;
  for (
    let parent = node.parentElement;
    parent !== null && parent !== block && parent.firstChild === opening;
    parent = parent.parentElement
  ) {
    opening = parent;
  }
  return opening;
};

const tailOf = (hyphen: boolean, spaced: boolean): string =>
  hyphen ? `-${hyphenMark}` : spaced ? '' : joinMark;

/** Sorts what the ends ask for by the texts that it happens in. */
const collectEdits = (
  block: HTMLElement,
  ends: readonly LineEnd[],
): { readonly edits: ReadonlyMap<Text, readonly Edit[]>; readonly newlines: readonly ChildNode[] } => {
  const edits = new Map<Text, Edit[]>();
  const newlines: ChildNode[] = [];
  const add = (node: Text, at: number, kind: Edit['kind'], tail: string, hang: number): void => {
    const known = edits.get(node);
    if (known === undefined) edits.set(node, [{ at, kind, tail, hang }]);
    else known.push({ at, kind, tail, hang });
  };
  for (const { node, offset, hyphen, own, hangEnd = 0, hangStart = 0 } of ends) {
    if (own) continue;
    const head = node.data.slice(0, offset);
    if (isBlank(head)) {
      const before = lastTextBefore(block, node);
      const spaced = before.spaced || offset > 0;
      if (before.text !== undefined)
        add(before.text, before.text.length, 'end', tailOf(hyphen, spaced), hangEnd);
    } else {
      const spaced = trailingSpace.test(head) || isBlank(node.data.slice(offset, offset + 1));
      add(node, offset, 'end', tailOf(hyphen, spaced), hangEnd);
    }
    if (offset > 0) {
      add(node, offset, 'newline', '', 0);
    } else {
      // A leader that stands on a line of its own is filled anew: the break goes before it.
      const opening = node.parentElement?.closest<HTMLElement>('.tf-leader') ?? lineOpening(node, block);
      const before = opening.previousSibling;
      if (before instanceof Text) add(before, before.length, 'newline', '', 0);
      else if (opening instanceof Text) add(opening, 0, 'newline', '', 0);
      else newlines.push(opening);
    }
    if (hangStart > 0) add(node, offset, 'start', '', hangStart);
  }
  return { edits, newlines };
};

const order = { end: 0, newline: 1, start: 2 } as const;

/** The pieces of a text after its edits. `flow` makes spaces of the newlines that the source happened to have. */
const piecesOf = (data: string, edits: readonly Edit[], flow: boolean): readonly Piece[] => {
  const pieces: Piece[] = [];
  let text = '';
  let from = 0;
  const take = (to: number): void => {
    const chunk = data.slice(from, to).replace(allSoftHyphens, '');
    text += flow ? chunk.replaceAll('\n', ' ') : chunk;
    from = to;
  };
  const hang = (sign: string, side: 'marginLeft' | 'marginRight', by: number): void => {
    if (text !== '') pieces.push({ text });
    pieces.push({ text: sign, side, by });
    text = '';
  };
  const sorted = [...edits].toSorted((a, b) => a.at - b.at || order[a.kind] - order[b.kind]);
  for (const edit of sorted) {
    take(edit.at);
    if (edit.kind === 'newline') {
      text += '\n';
    } else if (edit.kind === 'end') {
      text = (flow ? text.replace(trailingSpace, '') : text) + edit.tail;
      const length = edit.tail === '' || edit.tail.startsWith('-') ? Math.max(1, edit.tail.length) : 2;
      if (edit.hang > 0 && text.length >= length) {
        const sign = text.slice(-length);
        text = text.slice(0, -length);
        hang(sign, 'marginRight', edit.hang);
      }
    } else {
      const sign = data.slice(edit.at, edit.at + 1);
      from = edit.at + sign.length;
      hang(sign, 'marginLeft', edit.hang);
    }
  }
  take(data.length);
  if (text !== '' || pieces.length === 0) pieces.push({ text });
  return pieces;
};

/**
 * Plans how the lines of a block are ended, and takes away the soft hyphens at which none ends. `pre` says that white space is kept in it as it
 * is. Reads only.
 */
export const planEnds = (block: HTMLElement, pre: boolean, ends: readonly LineEnd[]): PlannedEnds => {
  const { edits, newlines } = collectEdits(block, ends);
  const texts: { readonly node: Text; readonly pieces: readonly Piece[] }[] = [];
  const keepers = new Set<HTMLElement>();
  const keepsSpace = (parent: HTMLElement): boolean =>
    parent === block ? pre : getComputedStyle(parent).whiteSpaceCollapse !== 'collapse';
  const breaks = newlines.length > 0 || [...edits.values()].flat().some(({ kind }) => kind === 'newline');
  if (breaks && !pre) keepers.add(block);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const own = edits.get(node);
    const { data } = node;
    if (own === undefined && !data.includes(softHyphen) && !(breaks && data.includes('\n'))) continue;
    const parent = node.parentElement ?? block;
    const flow = !keepsSpace(parent);
    if (flow && own?.some(({ kind }) => kind === 'newline') === true) keepers.add(parent);
    texts.push({ node, pieces: piecesOf(data, own ?? [], flow) });
  }
  for (const { parentElement } of newlines) {
    if (parentElement !== null && !keepsSpace(parentElement)) keepers.add(parentElement);
  }
  return { texts, newlines, keepers };
};

const nodeOf = ({ text, side, by = 0 }: Piece): ChildNode => {
  if (side === undefined) return new Text(text);
  const span = document.createElement('span');
  span.style[side] = `${-by}px`;
  span.append(text);
  return span;
};

/** A text that was written, as it was, and the nodes that stand in its place now. */
export interface WrittenText {
  readonly node: Text;
  readonly original: string;
  readonly now: readonly ChildNode[];
}

/** What was written into a block, so that it can be taken back. */
export interface WrittenEnds {
  readonly texts: readonly WrittenText[];
  /** Nodes that were not there before. */
  readonly added: readonly ChildNode[];
  /** Elements that keep newlines now. */
  readonly keepers: ReadonlySet<HTMLElement>;
}

/** Writes the ends of lines that were planned. */
export const writeEnds = ({ texts, newlines, keepers }: PlannedEnds): WrittenEnds => {
  const added = newlines.map((opening) => {
    const newline = new Text('\n');
    opening.before(newline);
    return newline;
  });
  const written = texts.map(({ node, pieces }): WrittenText => {
    const original = node.data;
    const [first] = pieces;
    if (pieces.length === 1 && first !== undefined && first.side === undefined) {
      node.data = first.text;
      return { node, original, now: [node] };
    }
    const now = pieces.map((piece) => nodeOf(piece));
    node.replaceWith(...now);
    return { node, original, now };
  });
  for (const element of keepers) element.style.setProperty('white-space-collapse', 'preserve-breaks');
  return { texts: written, added, keepers };
};

/** Takes back what was written into a block: its texts are the nodes that they were. */
export const takeBackEnds = ({ texts, added, keepers }: WrittenEnds): void => {
  for (const element of keepers) element.style.removeProperty('white-space-collapse');
  for (const node of added) node.remove();
  for (const { node, original, now } of texts.toReversed()) {
    const [first, ...rest] = now;
    if (first !== undefined && first !== node) first.replaceWith(node);
    for (const piece of rest) piece.remove();
    node.data = original;
  }
};

/** True for a block whose newlines end its lines. */
export const keepsNewlines = (block: HTMLElement): boolean =>
  block.style.getPropertyValue('white-space-collapse') === 'preserve-breaks';
