/**
 * The publications that ship, heard: their tags from the first to the last say the manuscript's text in its order, and each note directly
 * after the block that calls it.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { beforeAll, describe, expect, test } from 'vitest';
import { lettersOf } from '../../src/preflight/letters.ts';
import type { StructureElement } from '../../src/prepress/structure/structure-element.ts';
import { elementsOf, readBack, type ReadBack } from '../prepress/structure-drawing.ts';
import { shippedEditions, type ShippedEdition } from './shipped-editions.ts';

let editions: readonly ShippedEdition[] = [];
beforeAll(async () => {
  editions = await shippedEditions();
});

/** What stands for a number of a page: it is known when the pages are made. */
const someNumber = '\u0001';

const classesOf = (element: Element): readonly string[] => {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
};

const calledIn = (element: Element): string | undefined =>
  classesOf(element).includes('tf-note-call') ? String(element.properties['dataNote']) : undefined;

/** Elements of which each is read to its end before the notes that it calls. */
const blocks: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre dt dd li td figure table'.split(' '));

/** A text as it is to be heard: its letters, and each note in braces after the block that first calls it. */
const writtenText = ({ manuscript }: ShippedEdition): string => {
  const bodies = new Map(manuscript.notes.map(({ id, body }) => [id, body]));
  const called = new Set<string>();
  const noteText = (id: string): string => {
    if (called.has(id)) return '';
    called.add(id);
    return `{${read(bodies.get(id) ?? [])}}`;
  };
  const inline = (nodes: readonly ElementContent[], waiting: string[]): string =>
    nodes.map((node) => step(node, waiting)).join('');
  const step = (node: RootContent | ElementContent, waiting: string[]): string => {
    if (node.type === 'text') return lettersOf(node.value);
    if (node.type !== 'element' || node.tagName === 'svg') return '';
    const id = calledIn(node);
    if (id !== undefined) {
      waiting.push(id);
      return '';
    }
    if (classesOf(node).includes('tf-page')) return someNumber;
    // What is drawn is heard as its alternative text; what is written below it is read.
    const children =
      node.tagName === 'figure' && !classesOf(node).includes('table')
        ? node.children.filter((child) => child.type === 'element' && child.tagName !== 'svg')
        : node.children;
    if (!blocks.has(node.tagName)) return inline(children, waiting);
    const own: string[] = [];
    const text = inline(children, own);
    // Cells of the head and captions are no place for a note: it waits for the end of the table or figure.
    return text + own.map((label) => noteText(label)).join('');
  };
  const read = (nodes: readonly (RootContent | ElementContent)[]): string => {
    const waiting: string[] = [];
    const text = nodes.map((node) => step(node, waiting)).join('');
    return text + waiting.map((id) => noteText(id)).join('');
  };
  const sections = (matter: string): readonly RootContent[] =>
    manuscript.chapters.flatMap(({ body }: { readonly body: Root }) =>
      body.children.filter((child) => child.type === 'element' && classesOf(child).includes(matter)),
    );
  return ['front', 'body', 'back'].map((matter) => read(sections(matter))).join('');
};

/** A number or a bullet before an item, or the number of a note. */
const isNumber = (text: string): boolean => /^\P{L}*$/u.test(text);

/** The same, from the tags of a file. */
const heardText = ({ root, textOf }: ReadBack): string => {
  const hear = (element: StructureElement): string => {
    if (element.role === 'Reference') return '';
    if (element.role === 'Lbl' && isNumber(textOf(element))) return '';
    const inner = element.children.map((child) => {
      if (child.kind === 'element') return hear(child);
      return element.role === 'Figure' ? '' : lettersOf(textOf({ ...element, children: [child] }));
    });
    return element.role === 'Note' ? `{${inner.join('')}}` : inner.join('');
  };
  return hear(root);
};

/** Digits, and the ending of an ordinal. */
const longestNumber = 8;

/** How long the number is that stands before `after`. */
const numberLength = (heard: string, after: string): number => {
  const length = heard.indexOf(after);
  return length <= longestNumber && /^\d+\p{L}*$/u.test(heard.slice(0, Math.max(0, length))) ? length : 0;
};

/** The first place where a text is not what is written, with some letters around it; undefined where it is. */
const firstDifference = (heard: string, written: string): string | undefined => {
  const [first = '', ...pieces] = written.split(someNumber);
  let at = heard.indexOf(first);
  if (at < 0) {
    const begins = heard.indexOf(first.slice(0, 20));
    let same = 0;
    while (same < first.length && heard[begins + same] === first[same]) same += 1;
    return `${heard.slice(begins + same - 40, begins + same + 80)} for ${first.slice(same - 40, same + 80)}`;
  }
  at += first.length;
  for (const piece of pieces) {
    at += numberLength(heard.slice(at, at + longestNumber + 20), piece.slice(0, 20));
    let same = 0;
    while (same < piece.length && heard[at + same] === piece[same]) same += 1;
    if (same < piece.length)
      return `${heard.slice(at + same - 40, at + same + 80)} for ${piece.slice(Math.max(0, same - 40), same + 80)}`;
    at += piece.length;
  }
  return undefined;
};

/** Elements beside which a note may stand, before it in the same element. */
const mayHold: ReadonlySet<string> = new Set([
  'Document',
  'Sect',
  'Div',
  'Art',
  'BlockQuote',
  'LBody',
  'TD',
  'Note',
]);

describe('the tags read as the manuscript does', () => {
  test('in every language of every publication', () => {
    expect(editions.length).toBeGreaterThan(5);
    for (const edition of editions) {
      const heard = heardText(readBack(edition.work.pdf));
      const written = writtenText(edition);
      const about = `${edition.publication.name} ${edition.tag}`;
      expect(written.length, about).toBeGreaterThan(1000);
      expect(firstDifference(heard, written), about).toBeUndefined();
    }
  });

  test('a note stands in no sentence, directly after what calls it, and is linked both ways', () => {
    for (const edition of editions) {
      const all = elementsOf(readBack(edition.work.pdf).root);
      const notes = all.filter(({ role }) => role === 'Note');
      expect(notes.length).toBe(edition.manuscript.notes.length);
      const ids = notes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const holder of all) {
        const children = holder.children.filter((child) => child.kind === 'element');
        for (const [index, note] of children.entries()) {
          if (note.role !== 'Note') continue;
          expect(mayHold.has(holder.role), holder.role).toBe(true);
          const before = children.slice(0, index).findLast(({ role }) => role !== 'Note');
          const calls =
            before === undefined ? [] : elementsOf(before).filter(({ role }) => role === 'Reference');
          expect(calls.length).toBeGreaterThan(0);
        }
      }
    }
  });
});
