/**
 * Markdown to a syntax tree (mdast, https://github.com/syntax-tree/mdast): CommonMark 0.31, GFM, front matter,
 * directives, definition lists, notes. Nothing is judged here.
 */
import type { Nodes, Root } from 'mdast';
import type { Processor } from 'unified';
import { markdownProcessor } from './markdown-processor.ts';
import { heldDirectives } from './bracketed-directive.ts';
import { inlineNoteSyntax, inlineNoteTree } from './inline-note.ts';
import type { TreeExtension } from './micromark.ts';
import { noteCallSyntax } from './note-call.ts';
import type { Stretch } from './stretches.ts';
import { stretchesOf } from './stretches.ts';

/**
 * GFM's tree extension searches the finished text a second time for addresses, walking the tree recursively and making
 * nodes without positions. The syntax extension has found the addresses already.
 */
const withoutTransforms = (extension: TreeExtension): TreeExtension => ({ ...extension, transforms: [] });

function remarkManuscript(this: Processor): void {
  const data = this.data();
  const syntax = data.micromarkExtensions ?? [];
  const tree = data.fromMarkdownExtensions ?? [];
  data.micromarkExtensions = [...syntax.map(heldDirectives), noteCallSyntax(), inlineNoteSyntax()];
  data.fromMarkdownExtensions = [...tree.flat().map(withoutTransforms), inlineNoteTree()];
}

const processor = markdownProcessor(remarkManuscript);

const shift = (node: Nodes, { line, offset }: Stretch): void => {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    node.position = {
      start: { ...start, line: start.line + line, offset: (start.offset ?? 0) + offset },
      end: { ...end, line: end.line + line, offset: (end.offset ?? 0) + offset },
    };
  }
  if ('children' in node) for (const child of node.children) shift(child, { line, offset, text: '' });
};

const parseStretch = (stretch: Stretch): Root => {
  const root = processor.parse(stretch.text);
  // Deep trees are judged after this; those of one piece are no deeper than the parser's own.
  if (stretch.offset > 0) shift(root, stretch);
  return root;
};

/** Parses one source without a byte order mark. Positions are 1-based lines and columns of `text`. */
export const parseMarkdown = (text: string): Root => {
  const roots = stretchesOf(text).map(parseStretch);
  const [first, ...others] = roots;
  if (first === undefined) return { type: 'root', children: [] };
  for (const root of others) for (const child of root.children) first.children.push(child);
  const end = roots.at(-1)?.position?.end;
  if (first.position !== undefined && end !== undefined) first.position = { ...first.position, end };
  return first;
};
