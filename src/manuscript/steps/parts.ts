/** The parts of the work: runs of blocks outside `:::front` and `:::back` are the body; the imprint is taken out. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** A file's content in its parts. */
export interface Parts {
  /** `<section class="front|body|back">` and nothing else. */
  readonly body: Root;
  readonly imprint: readonly ElementContent[];
}

const partOf = (node: RootContent): string | undefined => {
  if (node.type !== 'element' || node.tagName !== 'section') return undefined;
  const names = node.properties['className'];
  return Array.isArray(names) ? String(names[0]) : undefined;
};

const isSpace = (node: RootContent): boolean => node.type === 'text' && node.value.trim() === '';

/** Comes in: the HTML of a file; goes out: its parts. */
export const divideParts = (root: Root): Parts => {
  const sections: Element[] = [];
  const imprint: ElementContent[] = [];
  let open: Element | undefined;
  for (const node of root.children) {
    const part = partOf(node);
    if (part === undefined) {
      if (node.type === 'doctype' || isSpace(node)) continue;
      if (open === undefined) {
        open = { type: 'element', tagName: 'section', properties: { className: ['body'] }, children: [] };
        if (node.position !== undefined) open.position = node.position;
        sections.push(open);
      }
      open.children.push(node);
    } else if (part === 'imprint' && node.type === 'element') {
      imprint.push(...node.children.filter((child) => !isSpace(child)));
    } else if (node.type === 'element') {
      open = undefined;
      sections.push(node);
    }
  }
  return { body: { type: 'root', children: sections }, imprint };
};
