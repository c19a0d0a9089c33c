/** A manuscript of a few words, a language made of rules one can see, a publication: what a forme is made of. */
import type { Element, ElementContent } from 'hast';
import { noTypography } from '../../src/language/typography/typography.ts';
import type { Language } from '../../src/language/language.ts';
import type { Manuscript } from '../../src/manuscript/manuscript.ts';
import type { Publication, PublicationSettings } from '../../src/project/project.ts';
import { defaultImposition } from '../../src/protocol/imposition.ts';

/** An element of the manuscript. */
export const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: readonly (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

const place = { file: 'content/small/xx.md', line: 3, column: 1 };

/** A language that breaks words of five letters and more after every third, and whose messages are their keys. */
export const spelledLanguage: Language = {
  tag: 'xx',
  name: 'Spelled',
  direction: 'ltr',
  letters: { script: undefined, alphabet: new Set(), lookAlikes: new Map() },
  quotes: [{ open: '<', close: '>' }],
  noteMark: 'after',
  ibidem: [],
  message: (key, values = {}) => {
    if (key.startsWith('no.') || (key === 'pages' && values['count'] === undefined))
      throw new Error(`no ${key}`);
    const given = Object.entries(values).map(([name, value]) => `${name}=${value}`);
    return [key, ...given].join(' ');
  },
  date: (iso) => `the day ${iso}`,
  number: (value) => String(value),
  parseNumber: (text) => Number(text),
  ordinal: (n) => `${n}.`,
  list: (items) => items.join(' & '),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  hyphenate: (word) =>
    word.length < 5
      ? []
      : Array.from({ length: Math.ceil(word.length / 3) - 1 }, (_, index) => 3 * (index + 1)),
  typography: noTypography,
  withRules: () => spelledLanguage,
  withExceptions: (words) => ({
    ...spelledLanguage,
    hyphenate: (word) =>
      words.some((exception) => exception.replaceAll('-', '') === word)
        ? []
        : spelledLanguage.hyphenate(word),
  }),
};

/** A manuscript with front and body matter, a note and an imprint. */
export const smallManuscript = (changes: Partial<Manuscript> = {}): Manuscript => ({
  publication: 'small',
  tag: 'xx',
  meta: {
    title: 'Bread & <butter>',
    authors: ['A', 'B'],
    translators: [],
    editors: [],
    keywords: [],
    date: '2000-07',
  },
  chapters: [
    {
      file: 'content/small/xx.md',
      body: {
        type: 'root',
        children: [
          element('section', { className: ['front'] }, element('p', {}, 'Fore')),
          element(
            'section',
            { className: ['body'] },
            element('h1', { id: 'one' }, 'Beginnings'),
            element('p', {}, 'abcdefgh'),
          ),
        ],
      },
    },
    {
      file: 'content/small/xx2.md',
      body: {
        type: 'root',
        children: [element('section', { className: ['body'] }, element('p', {}, 'more'))],
      },
    },
  ],
  imprint: [element('p', {}, 'Made')],
  notes: [{ id: '2:x', number: 1, body: [element('p', {}, 'A note')], calls: [place], place }],
  headings: [
    { id: 'one', level: 1, text: 'Beginnings', place, matter: 'body', listed: true },
    { id: 'two', level: 2, text: 'Unlisted', place, matter: 'body', listed: false },
  ],
  floats: [],
  assets: [],
  words: 5,
  ...changes,
});

/** A publication in a folder, with the house it is given. */
export const smallPublication = (
  folder: string,
  house: Partial<PublicationSettings['house']> = {},
  hyphenation: PublicationSettings['hyphenation'] = {},
): Publication => ({
  name: 'small',
  folder,
  settings: {
    source: 'xx',
    template: 'small',
    house: { funders: [], ...house },
    pages: {},
    outputs: ['print'],
    imposition: defaultImposition,
    press: { images: 'tagged' },
    typography: {},
    hyphenation,
  },
  places: new Map([['house.colour', { file: 'content/small/publication.yaml', line: 2, column: 9 }]]),
  editions: [],
});
