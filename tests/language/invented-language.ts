/**
 * A language that nobody speaks, to show that a language is a folder and no code: its words and hyphens are invented, its
 * plural forms are those of Welsh (six), its numbers are grouped with an apostrophe, its ordinals have a sign of their own.
 */
import { folderWith } from '../support/temporary-folder.ts';

/** Its tag: `qaa` to `qtz` are kept free for such use by ISO 639-2. */
export const inventedTag = 'qtr';

/** Its language.yaml. */
export const inventedSettings = `name: Trifolian
direction: rtl
conventions: cy
alphabet: abcdefghijklmnopqrstuvwxyzāēīōū
quotes:
  - { open: '»', close: '«' }
notes: { mark: before, ibidem: [Ōlu Mene] }
dates:
  day: '{month} {day}, {year-ordinal}'
  month: '{year} {month}'
  year: 'Y{year}'
numbers:
  decimal: '·'
  group: '’'
  group-from: 4
  read-groups: ['’']
  read-decimals: ['·', ',']
  beside: [tal]
ordinals:
  pattern: '{suffix}º{number}'
  suffixes: { zero: z, one: o, two: t, few: f, many: m, other: x }
  multiples:
    - { of: 100, suffix: c }
hyphenation:
  patterns: breaks.txt
  left: 1
  right: 2
  shortest: 3
  capitals: true
  capitalised: true
`;

const plural = (key: string, text: string): readonly (readonly [string, string])[] =>
  ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`${key}_${form}`, `${text} ${form}`]);

/** Its messages.json as an object, to be changed by a test. */
export const inventedMessages: Readonly<Record<string, string>> = {
  contents: 'Umu',
  imprint: 'Imu',
  abstract: 'Abu',
  note: 'Nolu',
  'figure.caption': 'Figu {{number}}',
  'figure.name': 'figu {{number}}',
  'figure.see': 'figu {{number}} u {{ordinal}}',
  'table.caption': 'Tabu {{number}}',
  'table.name': 'tabu {{number}}',
  'table.see': 'tabu {{number}} u {{page}} ({{ordinal}})',
  'heading.see': '{{page}} u {{text}}',
  'page.reference': 'pagu {{ordinal}}',
  ...Object.fromEntries([
    ...plural('authors', '{{names}}'),
    ...plural('translators', '{{names}}'),
    ...plural('editors', '{{names}}'),
    ...plural('pages', '{{count}} pagu'),
    ...plural('notes', '{{count}} nolu'),
  ]),
  funders: 'Fundu',
  contact: 'Kontu',
  disclaimer: 'Disku',
  isbn: 'ISBN {{isbn}}',
  date: 'Datu {{date}}',
  keywords: 'Kelu',
  edition: '{{language}} edu',
};

/** Its hyphenation patterns: a break before every `l` and `t`, none before `lt`, and one word as it is. */
export const inventedPatterns = `% invented
\\patterns{
1l 1t % two letters
2l2t
}
\\hyphenation{tri-folio}
`;

/** What is changed of its files: a text takes the place of a file, undefined takes the file away. */
export interface InventedChanges {
  readonly settings?: string | undefined;
  readonly messages?: string | undefined;
  readonly patterns?: string | undefined;
}

/** Its messages.json: one line for each text, the first on line 2. */
export const messagesText = (messages: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(messages, undefined, 2)}\n`;

/** A folder of languages with the invented one. Goes out: the folder's path. */
export const inventedLocales = (changes: InventedChanges = {}, tag: string = inventedTag): string => {
  const files = {
    [`${tag}/language.yaml`]: 'settings' in changes ? changes.settings : inventedSettings,
    [`${tag}/messages.json`]: 'messages' in changes ? changes.messages : messagesText(inventedMessages),
    [`${tag}/breaks.txt`]: 'patterns' in changes ? changes.patterns : inventedPatterns,
  };
  return folderWith(
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
    ),
  );
};
