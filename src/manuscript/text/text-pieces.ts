/** The text of a tree in pieces that are read as one: a paragraph, a head, a cell, words of another language. */
import type { Nodes, Root, Text } from 'mdast';
import type { Place } from '../../protocol/place.ts';

/** Words that stand together, whatever emphasis is in them. */
export interface TextPiece {
  /** `text` is read, `name` is an id, the name of a file or an address: not in the language of the edition. */
  readonly kind: 'text' | 'name';
  readonly text: string;
  /** The tag of the language they are marked with; undefined for the edition's own. */
  readonly lang: string | undefined;
  /** Where what begins at a position of `text` stands in the source. */
  readonly placeAt: (at: number, word: string) => Place;
}

interface Segment {
  readonly at: number;
  readonly node: Text;
}

interface OpenPiece {
  text: string;
  readonly segments: Segment[];
  readonly lang: string | undefined;
}

/** No letter: what stands on both sides of a note call, of code or of a picture is not one word. */
const separator = '\uFFFC';

const inline: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'span',
]);

const languageOf = (node: Nodes): string | undefined => {
  if (node.type !== 'span') return undefined;
  const lang = node.data.hProperties?.['lang'];
  return typeof lang === 'string' ? lang : undefined;
};

const places = (source: string, file: string): ((offset: number) => Place) => {
  return (offset) => {
    const before = source.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { file, line: before.split('\n').length, column: offset - start + 1 };
  };
};

const countOf = (text: string, word: string, to: number): number => {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && at < to; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
};

/** The text of a node may be shorter than its source, for escapes and the marks of quotes: the word is looked for there. */
const offsetOf = (segment: Segment, at: number, word: string, source: string): number => {
  const { position, value } = segment.node;
  const start = position?.start.offset ?? 0;
  const written = source.slice(start, position?.end.offset ?? start);
  const within = at - segment.at;
  const part = value.slice(within, within + word.length);
  let found = -1;
  for (let left = countOf(value, part, within); left >= 0; left -= 1) {
    found = written.indexOf(part, found + 1);
    if (found < 0) return start;
  }
  return start + found;
};

/** Reads the pieces of a tree whose positions are those of `source`, in the order in which they end. */
export const textPieces = (tree: Root, source: string, file: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  const placeOf = places(source, file);
  const close = ({ text, segments, lang }: OpenPiece): void => {
    if (text === '') return;
    const placeAt = (at: number, word: string): Place => {
      const segment = segments.findLast((each) => each.at <= at) ?? segments[0];
      return placeOf(segment === undefined ? 0 : offsetOf(segment, at, word, source));
    };
    pieces.push({ kind: 'text', text, lang, placeAt });
  };
  const add = (kind: TextPiece['kind'], text: unknown, node: Nodes, lang?: string): void => {
    if (typeof text !== 'string' || text === '') return;
    pieces.push({ kind, text, lang, placeAt: () => placeOf(node.position?.start.offset ?? 0) });
  };
  const within = (node: Nodes, lang: string | undefined): void => {
    if (!('children' in node)) return;
    const own: OpenPiece = { text: '', segments: [], lang };
    for (const child of node.children) read(child, own);
    close(own);
  };
  const read = (node: Nodes, piece: OpenPiece): void => {
    if (node.type === 'text') {
      piece.segments.push({ at: piece.text.length, node });
      piece.text += node.value;
      return;
    }
    const lang = languageOf(node);
    if (inline.has(node.type) && lang === undefined && 'children' in node) {
      for (const child of node.children) read(child, piece);
      return;
    }
    piece.text += separator;
    if (node.type === 'image') {
      add('text', node.alt, node, piece.lang);
      add('name', node.url, node);
    }
    if (node.type === 'textDirective') add('name', textOf(node), node);
    else within(node, lang ?? piece.lang);
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      for (const value of Object.values(node.attributes ?? {})) add('name', value, node);
    }
  };
  within(tree, undefined);
  return pieces;
};

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
