/**
 * Declarations on elements. What the paginator does and Chromium cannot becomes registered custom properties (see
 * src/protocol/paged-css.ts); all else goes on to Chromium when it is sound.
 */
import type { Declaration } from 'css-tree';
import { generate } from 'css-tree';
import { pagedProperties } from '../../protocol/paged-css.ts';
import { checkDeclaration } from './check-declaration.ts';
import { stringSetValue } from './content-parts.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';
import { cssText } from './declarations.ts';

/** A value as custom properties carry it: JSON in a CSS string. */
export const encodeValue = (value: unknown): string => `"${encodeURIComponent(JSON.stringify(value))}"`;

const textOf = (declaration: Declaration): string => generate(declaration.value).trim();

type Rewrite = (declaration: Declaration, reading: SheetReading) => readonly string[];

const important = (declaration: Declaration): string => (declaration.important === false ? '' : '!important');

const wrongValue = (declaration: Declaration, reading: SheetReading, expected: string): readonly string[] => {
  fault(
    reading,
    'template/unknown-value',
    declaration,
    `Unexpected value \`${textOf(declaration)}\` of \`${declaration.property}\`, expected ${expected}`,
  );
  return [];
};

/** A property that Chromium has too: our value when it is ours, else Chromium's, which takes ours away. */
const shared =
  (property: string, ours: (text: string) => string | undefined): Rewrite =>
  (declaration, reading) => {
    const value = ours(textOf(declaration));
    if (value !== undefined) return [`${property}:${value}${important(declaration)}`];
    return checkDeclaration(declaration, reading)
      ? [cssText(declaration), `${property}:none${important(declaration)}`]
      : [];
  };

const counterReset: Rewrite = (declaration, reading) => {
  const rest: string[] = [];
  const css: string[] = [];
  for (const [, name = '', number] of textOf(declaration).matchAll(/([^\s\d-][^\s]*)(?:\s+(-?\d+))?/gu)) {
    if (name === 'page') css.push(`${pagedProperties.pageReset}:${number ?? '0'}${important(declaration)}`);
    else if (name === 'footnote')
      css.push(`${pagedProperties.noteReset}:${number ?? '0'}${important(declaration)}`);
    else rest.push(number === undefined ? name : `${name} ${number}`);
  }
  if (css.length === 0) return checkDeclaration(declaration, reading) ? [cssText(declaration)] : [];
  return rest.length === 0 ? css : [...css, `counter-reset:${rest.join(' ')}${important(declaration)}`];
};

/** Counters of pages and notes are counted by makeup: elements may only set them back. */
const countersOfPages: Rewrite = (declaration, reading) => {
  if (/(?:^|\s)(?:page|pages|footnote)(?:\s|$)/u.test(textOf(declaration))) {
    fault(
      reading,
      'template/unsupported-value',
      declaration,
      `Unexpected \`${declaration.property}: ${textOf(declaration)}\`, expected a counter of your own`,
      'pages and notes are counted by makeup; `counter-reset: page 1` and `counter-reset: footnote` begin again',
    );
    return [];
  }
  return checkDeclaration(declaration, reading) ? [cssText(declaration)] : [];
};

const hyphens: Rewrite = (declaration, reading) => {
  if (textOf(declaration) === 'auto') {
    fault(
      reading,
      'template/house-hyphenates',
      declaration,
      'Unexpected `hyphens: auto`, expected `hyphens: manual`',
      'the house divides words by the patterns of each language and marks the places with soft hyphens; Chromium divides nothing by itself',
    );
    return [`hyphens:manual${important(declaration)}`];
  }
  return checkDeclaration(declaration, reading) ? [cssText(declaration)] : [];
};

const bookmarkLevel: Rewrite = (declaration, reading) => {
  const text = textOf(declaration);
  return text === 'none' || /^[1-9]$/u.test(text)
    ? [`${pagedProperties.bookmarkLevel}:${text}${important(declaration)}`]
    : wrongValue(declaration, reading, '`none` or a number from 1 to 9');
};

const rewrites: Readonly<Record<string, Rewrite>> = {
  float: shared(pagedProperties.float, (text) => (text === 'footnote' ? 'footnote' : undefined)),
  position: shared(
    pagedProperties.running,
    (text) => /^running\(\s*(-?[\p{L}_][\p{L}\p{N}_-]*)\s*\)$/u.exec(text)?.[1],
  ),
  'string-set': (declaration, reading) => {
    const sets = stringSetValue(declaration.value, reading);
    const value = sets.length === 0 ? 'none' : encodeValue(sets);
    return [`${pagedProperties.stringSet}:${value}${important(declaration)}`];
  },
  'bookmark-level': bookmarkLevel,
  'counter-reset': counterReset,
  'counter-increment': countersOfPages,
  'counter-set': countersOfPages,
  hyphens,
};

/** The declaration as the rewritten sheet carries it; empty where it is faulty, which is told. */
export const rewriteDeclaration = (declaration: Declaration, reading: SheetReading): readonly string[] => {
  const rewrite = rewrites[declaration.property.toLowerCase()];
  if (rewrite !== undefined) return rewrite(declaration, reading);
  return checkDeclaration(declaration, reading) ? [cssText(declaration)] : [];
};
