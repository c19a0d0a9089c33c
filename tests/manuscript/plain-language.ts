/** A language without locales: plain messages that show which key and values they were asked for. */
import { noTypography } from '../../src/language/typography/typography.ts';
import type { Language } from '../../src/language/language.ts';

const messages: Readonly<Record<string, string>> = {
  'figure.caption': 'Figure {number}',
  'figure.name': 'Figure {number}',
  'figure.see': 'see Figure {number} on page {page}',
  'table.caption': 'Table {number}',
  'table.name': 'Table {number}',
  'table.see': 'see Table {number} on page {page}',
  'heading.see': 'see “{text}” on the {ordinal} page',
  'page.reference': 'page {page}',
};

const parseNumber = (text: string): number | undefined => {
  const plain = text
    .trim()
    .replaceAll(/(?<=\d)[, \u00A0\u202F](?=\d{3}(?!\d))/g, '')
    .replaceAll('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

/** A language of the given tag that writes numbers as `1,234.5`. */
export const plainLanguage = (tag = 'xx', changes: Partial<Language> = {}): Language => {
  const language: Language = {
    tag,
    name: 'Plain',
    direction: 'ltr',
    letters: { script: undefined, alphabet: new Set(), lookAlikes: new Map() },
    quotes: [{ open: '“', close: '”' }],
    noteMark: 'after',
    ibidem: ['ibid', 'same place'],
    message: (key, values = {}) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`no message ${key}`);
      return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
    },
    date: (iso) => iso,
    number: (value) => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ','),
    parseNumber,
    ordinal: (n) => `${n}th`,
    list: (items) => items.join(', '),
    upper: (text) => text.toUpperCase(),
    lower: (text) => text.toLowerCase(),
    compare: (a, b) => (a < b ? -1 : 1),
    hyphenate: () => [],
    typography: noTypography,
    withRules: () => language,
    withExceptions: () => language,
    ...changes,
  };
  return language;
};
