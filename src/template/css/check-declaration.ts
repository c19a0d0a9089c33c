/**
 * Judges declarations that go on to Chromium: the grammar of CSS (css-tree's data) says whether they are CSS at all, the
 * list of what Chromium lacks whether it would heed them.
 */
import type { Declaration } from 'css-tree';
import { generate, lexer } from 'css-tree';
import { nearestName } from '../../diagnostics/nearest-name.ts';
import { lackingIn } from './chromium-lacks.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

/** Properties of page and notes that do something only where they belong, with what to say elsewhere. */
const misplaced: Readonly<Record<string, string>> = {
  size: 'the size of the sheet stands in `@page { size: A4 }`',
  bleed: 'the bleed stands in `@page { bleed: 3mm }`',
  marks: 'printer’s marks stand in `@page { marks: crop }`',
};

const propertyNames: readonly string[] = Object.keys(
  (lexer as unknown as { readonly properties: Readonly<Record<string, unknown>> }).properties,
);

/** `word-spacing` takes percentages in Chromium and in CSS Text 4, which the grammar's data lack. */
const newerThanGrammar = (declaration: Declaration): boolean =>
  /^(?:word|letter)-spacing$/u.test(declaration.property) &&
  /^-?[\d.]+%$/u.test(generate(declaration.value).trim());

const badValue = (declaration: Declaration, reading: SheetReading): void => {
  const text = generate(declaration.value).trim();
  fault(
    reading,
    'template/unknown-value',
    declaration,
    text === ''
      ? `Unexpected end of \`${declaration.property}\`, expected a value`
      : `Unexpected value \`${text}\` of \`${declaration.property}\`, expected one that CSS allows`,
  );
};

/** True where Chromium will understand the declaration; a fault and false where it will not. */
export const checkDeclaration = (declaration: Declaration, reading: SheetReading): boolean => {
  const { property, value } = declaration;
  if (property.startsWith('--')) return true;
  const lower = property.toLowerCase();
  const elsewhere = misplaced[lower];
  const lack = lackingIn(lower);
  if (elsewhere !== undefined || lack !== undefined) {
    fault(
      reading,
      'template/unsupported-property',
      declaration,
      `Unexpected \`${property}\`, expected a property that is supported here`,
      elsewhere ?? lack,
    );
    return false;
  }
  // The data have only some of these, and Chromium knows more.
  if (lexer.getProperty(lower) === null && lower.startsWith('-webkit-')) return true;
  if (lower === 'text-transform' && /\bcapitalize\b/iu.test(generate(value))) {
    fault(
      reading,
      'template/unsupported-value',
      declaration,
      'Unexpected `capitalize`, expected `uppercase`, `lowercase` or `none`',
      'Chromium capitalizes without heeding the language: write the capitals in the text',
    );
    return false;
  }
  if (lexer.getProperty(lower) === null) {
    const guess = nearestName(lower, propertyNames);
    fault(
      reading,
      'template/unknown-property',
      declaration,
      `Unexpected property \`${property}\`, expected a property of CSS`,
      guess === undefined ? undefined : `did you mean \`${guess}\`?`,
    );
    return false;
  }
  if (value.type === 'Value' && generate(value).includes('var(')) return true;
  const error = value.type === 'Value' ? lexer.matchProperty(lower, value).error : new Error('raw');
  if (error === null || newerThanGrammar(declaration)) return true;
  badValue(declaration, reading);
  return false;
};
