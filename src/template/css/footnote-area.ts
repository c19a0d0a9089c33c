/**
 * The note area: `@footnote` (CSS GCPM 3 §2.4, https://www.w3.org/TR/css-gcpm-3/#footnote-area), in `@page` or beside it.
 * `@footnote continued` is an addition of this program: the area of a page that opens with the rest of a note.
 */
import type { Atrule } from 'css-tree';
import { generate } from 'css-tree';
import { pagedClasses } from '../../protocol/paged-css.ts';
import { absoluteLength } from './absolute-length.ts';
import { checkDeclaration } from './check-declaration.ts';
import { cssText, declarationsOf } from './declarations.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';
import type { RootVariables } from './root-variables.ts';
import { withVariables } from './root-variables.ts';

/** What one `@footnote` rule becomes. */
export interface FootnoteAreaRule {
  /** The rewritten rule. */
  readonly css: string;
  /** `max-height` in CSS px, where given. */
  readonly maxHeight?: number;
}

/** Reads one `@footnote` rule. */
export const readFootnoteArea = (
  rule: Atrule,
  variables: RootVariables,
  reading: SheetReading,
): FootnoteAreaRule => {
  const prelude = rule.prelude === null ? '' : generate(rule.prelude).trim();
  if (prelude !== '' && prelude !== 'continued') {
    fault(
      reading,
      'template/unsupported-selector',
      rule,
      `Unexpected \`@footnote ${prelude}\`, expected \`@footnote\` or \`@footnote continued\``,
    );
    return { css: '' };
  }
  const css: string[] = [];
  let maxHeight: number | undefined;
  for (const declaration of declarationsOf(rule.block)) {
    if (declaration.property === 'float') {
      if (generate(declaration.value).trim() === 'bottom') continue;
    } else if (declaration.property === 'max-height') {
      const value =
        declaration.value.type === 'Value' ? withVariables(declaration.value, variables) : declaration.value;
      const [node, ...rest] = value.type === 'Value' ? value.children.toArray() : [];
      maxHeight = node === undefined || rest.length > 0 ? undefined : absoluteLength(node);
      if (maxHeight === undefined || maxHeight <= 0) {
        fault(
          reading,
          'template/page-length',
          declaration,
          `Unexpected \`max-height: ${generate(value)}\`, expected a length in mm, cm, in, pt, pc, px or Q`,
          'at most how high the notes of a page may stand; percentages are not supported',
        );
      } else {
        css.push(`max-height:${maxHeight}px`);
      }
      continue;
    }
    if (checkDeclaration(declaration, reading)) css.push(cssText(declaration));
  }
  const classes =
    prelude === ''
      ? `.${pagedClasses.noteArea}`
      : `.${pagedClasses.noteArea}.${pagedClasses.noteAreaContinued}`;
  return {
    css: css.length === 0 ? '' : `${classes}{${css.join(';')}}`,
    ...(maxHeight === undefined ? {} : { maxHeight }),
  };
};
