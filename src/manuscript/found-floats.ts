/** The numbered figures and tables of an edition, with the numbers that stand in tables. */
import type { TableRow } from 'mdast';
import type { Language } from '../language/language.ts';
import type { Float } from './manuscript.ts';
import type { Float as FloatNode } from './syntax/nodes.ts';
import type { FileTree } from './steps/notes.ts';
import { placeOf, plainText, walk } from './tree.ts';

/** A figure with the signs that may stand within it, in any language; the language then says what it is worth. */
const writtenNumber = /[-−–]?\d+(?:[.,'’٫٬][ \u00A0\u2009\u202F]?\d+|[ \u00A0\u2009\u202F]\d{3}(?!\d))*/g;

const numbersIn = (text: string, language: Language): readonly number[] =>
  (text.match(writtenNumber) ?? []).flatMap((written) => {
    const value = language.parseNumber(written);
    if (value !== undefined) return [value];
    return written.split(/[^\d]+/).flatMap((part) => (part === '' ? [] : [Number(part)]));
  });

const tableFigures = (float: FloatNode, language: Language): readonly (readonly number[])[] => {
  const table = float.children.find((child) => child.type === 'table');
  if (table?.type !== 'table') return [];
  const rows: readonly TableRow[] = table.children.slice(1);
  return rows.map((row) => row.children.flatMap((cell) => numbersIn(plainText(cell.children), language)));
};

/** Comes in: the trees with numbers and ids given; goes out: every numbered figure, table and chart in order. */
export const findFloats = (files: readonly FileTree[], language: Language): readonly Float[] => {
  const floats: Float[] = [];
  for (const { file, tree } of files) {
    walk(tree, (node) => {
      if (node.type !== 'float' || node.number === undefined) return;
      const [caption] = node.children;
      floats.push({
        id: node.id ?? '',
        kind: node.kind === 'table' ? 'table' : 'figure',
        number: node.number,
        caption: caption?.type === 'caption' ? plainText(caption.children) : '',
        place: placeOf(node, file),
        figures: node.kind === 'chart' ? (node.figures ?? []) : tableFigures(node, language),
      });
    });
  }
  return floats;
};
