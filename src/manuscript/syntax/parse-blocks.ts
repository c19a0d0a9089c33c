/** The blocks of a source with their text unread: what is needed to judge a text before its marks are parsed. */
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { markdownProcessor } from './markdown-processor.ts';
import type { SyntaxExtension } from './micromark.ts';

/** CommonMark's own constructs of running text, by micromark's names. */
const textConstructs: SyntaxExtension = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

const withoutText = (extension: SyntaxExtension): SyntaxExtension => ({
  ...extension,
  text: {},
  insideSpan: {},
  attentionMarkers: {},
});

function remarkBlocksOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(withoutText), textConstructs];
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

const processor = markdownProcessor(remarkBlocksOnly);

/** Parses blocks alone; every paragraph, cell and head holds one text. */
export const parseBlocks = (text: string): Root => processor.parse(text);
