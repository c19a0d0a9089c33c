/** Selectors of `@page` (CSS Page 3 §4, https://www.w3.org/TR/css-page-3/#page-selectors). */
import type { Atrule } from 'css-tree';
import { generate } from 'css-tree';
import type { PageSelector } from '../../protocol/paged-css.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

const pseudoClasses = ['first', 'left', 'right', 'blank'] as const;

type PagePseudo = (typeof pseudoClasses)[number];

const isPseudo = (word: string): word is PagePseudo => (pseudoClasses as readonly string[]).includes(word);

const hints: Readonly<Record<string, string>> = {
  recto: 'a recto is `:right`',
  verso: 'a verso is `:left`',
  nth: 'give the pages a name with `page: name` and write `@page name`',
};

const readOne = (text: string): PageSelector | string => {
  const match = /^(-?[\p{L}_][\p{L}\p{N}_-]*)?((?::[a-z-]+(?:\([^)]*\))?)*)$/iu.exec(text);
  if (match === null) return 'write `@page`, `@page name`, `@page :first` or `@page name:left`';
  const [, name, pseudos = ''] = match;
  if (name === 'auto') return '`auto` means the pages without a name: write `@page`';
  const pseudo: PagePseudo[] = [];
  for (const word of pseudos.split(':').slice(1)) {
    const plain = word.toLowerCase();
    if (!isPseudo(plain)) {
      return hints[plain.replace(/\(.*$/u, '')] ?? 'there are `:first`, `:left`, `:right` and `:blank`';
    }
    pseudo.push(plain);
  }
  return name === undefined ? { pseudo } : { name, pseudo };
};

/** The selectors of an `@page` rule, one for all pages where it has none; faults are told and left out. */
export const readPageSelectors = (rule: Atrule, reading: SheetReading): readonly PageSelector[] => {
  const text = rule.prelude === null ? '' : generate(rule.prelude).trim();
  if (text === '') return [{ pseudo: [] }];
  return text.split(',').flatMap((part) => {
    const selector = readOne(part.trim());
    if (typeof selector !== 'string') return [selector];
    fault(
      reading,
      'template/page-selector',
      rule,
      `Unexpected page selector \`${part.trim()}\`, expected one this program knows`,
      selector,
    );
    return [];
  });
};

/** True where every page that `narrow` selects is selected by `wide` too. */
export const selectsAllOf = (wide: PageSelector, narrow: PageSelector): boolean =>
  (wide.name === undefined || wide.name === narrow.name) &&
  wide.pseudo.every((pseudo) => narrow.pseudo.includes(pseudo));
