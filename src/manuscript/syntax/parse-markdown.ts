/**
 * Markdown to a syntax tree (mdast, https://github.com/syntax-tree/mdast): CommonMark 0.31, GFM, front matter,
 * directives, definition lists, notes. Nothing is judged here.
 */
import type { Root } from 'mdast';
import remarkDefinitionList from 'remark-definition-list';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import { heldDirectives } from './bracketed-directive.ts';
import { inlineNoteSyntax, inlineNoteTree } from './inline-note.ts';
import type { TreeExtension } from './micromark.ts';
import { noteCallSyntax } from './note-call.ts';

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

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(remarkDefinitionList)
  .use(remarkManuscript)
  .freeze();

/** Parses one source without a byte order mark. Positions are 1-based lines and columns of `text`. */
export const parseMarkdown = (text: string): Root => processor.parse(text);
