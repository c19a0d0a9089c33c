/** The Markdown of manuscripts, before this room's own constructs: CommonMark, GFM, front matter, directives, definition lists. */
import remarkDefinitionList from 'remark-definition-list';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { unified } from 'unified';

/** A parser of that Markdown with one plugin more, which sees the constructs of all the others. */
export const markdownProcessor = (
  more: (this: Processor) => void,
): { readonly parse: (text: string) => Root } =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(remarkDefinitionList)
    .use(more)
    .freeze();
