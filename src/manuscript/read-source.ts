/** One source file: its text normalised, parsed, and judged as far as one file can be judged alone. */
import type { Heading, Root } from 'mdast';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import type { Source } from '../project/project.ts';
import type { GivenMeta } from './front-matter.ts';
import { noMeta, readFrontMatter } from './front-matter.ts';
import type { Asset } from './manuscript.ts';
import { makeDirectives } from './steps/directives.ts';
import { makeFloats } from './steps/floats.ts';
import type { HeadingAttributes } from './steps/heading-attributes.ts';
import { readHeadingAttributes } from './steps/heading-attributes.ts';
import { judgeDirectives } from './steps/judge-directives.ts';
import { resolveLinkDefinitions } from './steps/link-definitions.ts';
import { judgeFileName, judgeFrontMatterLetters, judgeTreeLetters } from './steps/letters.ts';
import { refuseLinks } from './steps/links.ts';
import { refuseMath } from './steps/math.ts';
import { takePictures } from './steps/pictures.ts';
import { refuseRawHtml } from './steps/raw-html.ts';
import type { Surroundings } from './steps/surroundings.ts';
import { parseMarkdown } from './syntax/parse-markdown.ts';
import { normaliseText } from './text/normalise-text.ts';
import { depthFaultOf, parsingFault } from './text/parsing-limits.ts';
import type { SetBlock } from './typography/set-typography.ts';
import { setTypography } from './typography/set-typography.ts';

/** A source understood as far as it goes alone. */
export interface ReadSource {
  readonly file: string;
  readonly tree: Root;
  readonly meta: GivenMeta;
  readonly headingAttributes: ReadonlyMap<Heading, HeadingAttributes>;
  /** All assets so far, those of the sources before included. */
  readonly assets: readonly Asset[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text as it was parsed. */
  readonly text: string;
  /** What fine typography changed in it. */
  readonly typography: readonly SetBlock[];
  /** False where the source could not be read at all. */
  readonly isWhole: boolean;
}

const unread = (file: string, assets: readonly Asset[], diagnostics: readonly Diagnostic[]): ReadSource => ({
  file,
  tree: { type: 'root', children: [] },
  meta: noMeta,
  headingAttributes: new Map(),
  assets,
  diagnostics,
  text: '',
  typography: [],
  isWhole: false,
});

/** Takes the front matter out of the tree. */
const takeFrontMatter = (
  tree: Root,
  file: string,
  isFirst: boolean,
  language: Language,
): { readonly meta: GivenMeta; readonly diagnostics: readonly Diagnostic[] } => {
  const [first] = tree.children;
  if (first?.type !== 'yaml') return { meta: noMeta, diagnostics: [] };
  tree.children.shift();
  if (isFirst) {
    const { meta, diagnostics } = readFrontMatter(first.value, file);
    const letterFaults = judgeFrontMatterLetters(first.value, file, language);
    return { meta, diagnostics: [...diagnostics, ...letterFaults] };
  }
  return {
    meta: noMeta,
    diagnostics: [
      diagnose('manuscript/front-matter-misplaced', 'Unexpected front matter, expected text', {
        place: { file, line: 1, column: 1 },
        hint: 'move it into the first file of the edition',
      }),
    ],
  };
};

/** Comes in: a source and what came before it in the edition; goes out: its tree and all its own faults. */
export const readSource = (
  source: Source,
  surroundings: Surroundings,
  before: { readonly isFirst: boolean; readonly assets: readonly Asset[] },
): ReadSource => {
  const { file } = source;
  const { language } = surroundings;
  const { text, diagnostics: textFaults } = normaliseText(source);
  const refused = parsingFault(text, file);
  if (refused !== undefined) return unread(file, before.assets, [...textFaults, refused]);
  const tree = parseMarkdown(text);
  const tooDeep = depthFaultOf(tree, file);
  if (tooDeep !== undefined) return unread(file, before.assets, [...textFaults, tooDeep]);

  const frontMatter = takeFrontMatter(tree, file, before.isFirst, language);
  resolveLinkDefinitions(tree);
  const htmlFaults = refuseRawHtml(tree, file);
  const heads = readHeadingAttributes(tree, file);
  const directiveFaults = judgeDirectives(tree, text.split('\n'), file);
  const valueFaults = makeDirectives(tree, text, file);
  const mathFaults = refuseMath(tree, file);
  const linkFaults = refuseLinks(tree, file);
  const letterFaults = [
    ...judgeFileName(file),
    ...judgeTreeLetters(tree, text, file, language, heads.attributes),
  ];
  const floatFaults = makeFloats(tree, file, surroundings);
  const pictures = takePictures(tree, file, surroundings, before.assets);
  const typography = setTypography(tree, text, file, surroundings.language);
  return {
    file,
    tree,
    text,
    typography: typography.blocks,
    meta: frontMatter.meta,
    headingAttributes: heads.attributes,
    assets: pictures.assets,
    diagnostics: [
      ...textFaults,
      ...frontMatter.diagnostics,
      ...htmlFaults,
      ...heads.diagnostics,
      ...directiveFaults,
      ...valueFaults,
      ...mathFaults,
      ...linkFaults,
      ...letterFaults,
      ...floatFaults,
      ...pictures.diagnostics,
      ...typography.diagnostics,
    ],
    isWhole: true,
  };
};
