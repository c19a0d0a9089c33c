/** The manuscript as HTML: its matter in parts that a layout puts in place, and its notes. */
import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Language } from '../language/language.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { formatPlace } from '../protocol/place.ts';
import { createTreeHyphenator } from './hyphenate.ts';
import { noteAnchor } from '../manuscript/note-anchor.ts';

/** HTML of the parts of a manuscript; all of it has been through the sanitiser of the manuscript room. */
export interface ManuscriptHtml {
  readonly front: string;
  readonly body: string;
  readonly back: string;
  readonly imprint: string;
  readonly notes: string;
}

type Matter = 'front' | 'body' | 'back';

const classesOf = (element: Element): readonly string[] => {
  const value = element.properties['className'];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(' ') : [];
};

const matterOf = (node: RootContent): Matter | undefined => {
  if (node.type !== 'element' || node.tagName !== 'section') return undefined;
  const classes = classesOf(node);
  return classes.includes('front')
    ? 'front'
    : classes.includes('back')
      ? 'back'
      : classes.includes('body')
        ? 'body'
        : undefined;
};

/** The first section of its matter opens it: page numbers may begin again there. */
const opened = (section: RootContent): RootContent =>
  section.type === 'element'
    ? { ...section, properties: { ...section.properties, className: [...classesOf(section), 'opening'] } }
    : section;

const isElementContent = (node: RootContent): node is ElementContent =>
  node.type === 'element' || node.type === 'text' || node.type === 'comment';

/** What stands in no section is body matter. */
const wrapLoose = (nodes: readonly RootContent[]): readonly RootContent[] => {
  const wrapped: RootContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (loose.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      wrapped.push({
        type: 'element',
        tagName: 'section',
        properties: { className: ['body'] },
        children: loose,
      });
    }
    loose = [];
  };
  for (const node of nodes) {
    if (matterOf(node) !== undefined) {
      close();
      wrapped.push(node);
    } else if (isElementContent(node)) {
      loose.push(node);
    }
  }
  close();
  return wrapped;
};

/** Writes the manuscript as HTML, with soft hyphens in its text. */
export const manuscriptHtml = (manuscript: Manuscript, language: Language): ManuscriptHtml => {
  const hyphenator = createTreeHyphenator(language);
  const sections = manuscript.chapters.flatMap((chapter) =>
    wrapLoose(hyphenator.nodes(chapter.body.children)),
  );
  const html = (matter: Matter): string =>
    sections
      .filter((section) => matterOf(section) === matter)
      .map((section, index) => toHtml(index === 0 ? opened(section) : section))
      .join('\n');
  const notes = manuscript.notes.map((note): Element => {
    const anchor = noteAnchor(note.id);
    return {
      type: 'element',
      tagName: 'aside',
      properties: {
        className: ['note'],
        id: `note-${anchor}`,
        dataNote: anchor,
        dataPlace: formatPlace(note.place),
      },
      children: [...hyphenator.nodes(note.body)],
    };
  });
  return {
    front: html('front'),
    body: html('body'),
    back: html('back'),
    imprint: hyphenator
      .nodes(manuscript.imprint)
      .map((node) => toHtml(node))
      .join(''),
    notes: notes.map((note) => toHtml(note)).join('\n'),
  };
};
