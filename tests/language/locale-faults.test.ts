/** Every fault of a language's folder, with its file, line and column; all of them in one run. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadLanguage } from '../../src/language/load-language.ts';
import { expectDiagnostics, expectNoDiagnostics, marked } from '../support/diagnostics.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import {
  inventedLocales,
  inventedMessages,
  inventedPatterns,
  inventedSettings,
  inventedTag,
  messagesText,
} from './invented-language.ts';
import type { InventedChanges } from './invented-language.ts';

type FileName = 'settings' | 'messages' | 'patterns';

const fileNames: Readonly<Record<FileName, string>> = {
  settings: `locales/${inventedTag}/language.yaml`,
  messages: `locales/${inventedTag}/messages.json`,
  patterns: `locales/${inventedTag}/breaks.txt`,
};

/** What is told, as message and hint. */
const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));

/** Loads the invented language with changed files whose faults are marked in them. */
const faults = (changes: Partial<Record<FileName, string>>): readonly string[] => {
  const expected: string[] = [];
  const files: Partial<Record<FileName, string>> = {};
  for (const name of ['settings', 'messages', 'patterns'] as const) {
    const source = changes[name];
    if (source === undefined) continue;
    const { text, expected: more } = marked(fileNames[name], source);
    files[name] = text;
    expected.push(...more);
  }
  const { value, diagnostics } = loadLanguage(inventedLocales(files), inventedTag, 'locales');
  expectDiagnostics(diagnostics, expected);
  expect(value).toBeUndefined();
  return told(diagnostics);
};

/** The settings with one piece of text in the place of another. */
const settingsWith = (from: string, to: string): string => {
  expect(inventedSettings).toContain(from);
  return inventedSettings.replace(from, to);
};

/** The messages with some texts changed; a mark may stand before a key or a text. */
const messagesWith = (changes: Readonly<Record<string, string>>): string => {
  let text = messagesText(inventedMessages);
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
};

test('without a change there is none', () => {
  const { value, diagnostics } = loadLanguage(inventedLocales(), inventedTag, 'locales');
  expectNoDiagnostics(diagnostics);
  expect(value?.tag).toBe(inventedTag);
});

describe('which language', () => {
  const locales = folderWith({ 'az/language.yaml': '', 'en/messages.json': '', 'notes/readme.txt': '' });

  test('one that has no folder', () => {
    const { diagnostics } = loadLanguage(locales, 'az-AZ', 'locales');
    expectDiagnostics(diagnostics, ['- locale/unknown-language error']);
    expect(told(diagnostics)).toEqual([
      'Unexpected language `az-AZ`, expected a folder of `locales` (there is `az`, `en`)',
    ]);
  });

  test.each(['../az', 'notes', '', '.', 'az/../az', '__proto__'])('%o leads nowhere', (tag) => {
    expectDiagnostics(loadLanguage(locales, tag, 'locales').diagnostics, ['- locale/unknown-language']);
  });

  test('no folder of languages at all', () => {
    const { diagnostics } = loadLanguage(join(temporaryFolder(), 'none'), 'az', 'locales');
    expect(told(diagnostics)).toEqual([
      'Unexpected language `az`, expected a folder of `locales` (`locales` holds no language)',
    ]);
  });

  test.each([
    ['EN', 'did you mean `en`?'],
    ['az_Latn', 'did you mean `az-Latn`?'],
    ['pt-br', 'did you mean `pt-BR`?'],
    ['english language', 'two or three small letters'],
  ])('%o is no tag', (tag, hint) => {
    const { diagnostics } = loadLanguage(inventedLocales({}, tag), tag, 'locales');
    expectDiagnostics(diagnostics, [`locales/${tag}/language.yaml:1:1 locale/invalid-tag error`]);
    expect(diagnostics[0]?.hint).toContain(hint);
  });

  test('one that Unicode does not know', () => {
    const settings = settingsWith('conventions: cy\n', '');
    expect(faults({ settings: `⟦locale/no-conventions⟧${settings}` })).toEqual([
      'Unexpected language `qtr` unknown to Unicode, expected `conventions` (add `conventions:` with the tag of a language that counts, sorts and names its months alike)',
    ]);
  });
});

describe('missing files', () => {
  test.each([
    ['settings', { settings: undefined }, ['locales/qtr/language.yaml:1:1 locale/missing-file']],
    ['messages', { messages: undefined }, ['locales/qtr/messages.json:1:1 locale/missing-file']],
    ['patterns', { patterns: undefined }, ['locales/qtr/language.yaml:25:13 locale/missing-file']],
  ] satisfies readonly [string, InventedChanges, readonly string[]][])('%s', (_, changes, expected) => {
    expectDiagnostics(loadLanguage(inventedLocales(changes), inventedTag, 'locales').diagnostics, expected);
  });

  test('a file that is not UTF-8 and one that is a folder', () => {
    const locales = folderWith({
      'qtr/language.yaml': new Uint8Array([0x6e, 0x61, 0xff, 0xfe]),
      'qtr/messages.json/x': '',
    });
    expectDiagnostics(loadLanguage(locales, 'qtr', 'locales').diagnostics, [
      'platform/invalid-utf8',
      'platform/file-missing',
    ]);
  });
});

describe('language.yaml', () => {
  test('is not well-formed', () => {
    expect(faults({ settings: settingsWith("decimal: '·'", "decimal: '·⟦locale/yaml-syntax⟧") })[0]).toMatch(
      /^Unexpected syntax \(.*\), expected a well-formed file$/,
    );
    faults({
      settings: settingsWith('direction: rtl', 'direction: rtl\n⟦locale/yaml-syntax⟧direction: ltr'),
    });
  });

  test('has unknown keys', () => {
    const settings = settingsWith('direction: rtl', 'direction: rtl\n⟦locale/unknown-key⟧directions: ltr')
      .replace('  left: 1', '  ⟦locale/unknown-key⟧lefts: 1\n  left: 1')
      .replace('zero: z,', 'zero: z, ⟦locale/unknown-key⟧both: b,');
    expect(faults({ settings })).toEqual([
      'Unexpected key `directions`, expected a known one (did you mean `direction`?)',
      'Unexpected key `ordinals.suffixes.both`, expected an ordinal form (there is `zero`, `one`, `two`, `few`, `many`, `other`)',
      'Unexpected key `hyphenation.lefts`, expected a known one (did you mean `left`?)',
    ]);
  });

  test('lacks keys', () => {
    const settings = settingsWith('direction: rtl\n', '')
      .replace('  right: 2\n', '')
      .replace('few: f, ', '')
      .replace('name:', '⟦locale/missing-key⟧name:')
      .replace('hyphenation:', '⟦locale/missing-key⟧hyphenation:')
      .replace('suffixes:', '⟦locale/missing-key⟧suffixes:');
    expect(faults({ settings }).map((text) => text.replace(/ \(.*/, ''))).toEqual([
      'Unexpected end of keys, expected `direction`: `ltr` or `rtl`',
      'Unexpected end of keys, expected `ordinals.suffixes.few`: a text',
      'Unexpected end of keys, expected `hyphenation.right`: a number',
    ]);
  });

  test('has values that cannot be used', () => {
    const settings = inventedSettings
      .replace('name: Trifolian', "name: ⟦locale/invalid-value⟧''")
      .replace('direction: rtl', 'direction: ⟦locale/invalid-value⟧up')
      .replace('mark: before', 'mark: ⟦locale/invalid-value⟧[1]')
      .replace("year: 'Y{year}'", "year: ⟦locale/invalid-value⟧'Y{yaer}'")
      .replace("decimal: '·'", 'decimal: ⟦locale/invalid-value⟧dot')
      .replace('group-from: 4', "group-from: ⟦locale/invalid-value⟧'4'")
      .replace("pattern: '{suffix}º{number}'", 'pattern: ⟦locale/invalid-value⟧th')
      .replace('of: 100', 'of: ⟦locale/invalid-value⟧1')
      .replace('left: 1', 'left: ⟦locale/invalid-value⟧0.5')
      .replace('right: 2', 'right: ⟦locale/invalid-value⟧99')
      .replace('capitals: true', 'capitals: ⟦locale/invalid-value⟧sometimes');
    expect(faults({ settings })).toEqual([
      'Unexpected empty value for `name`, expected a text that is not empty',
      'Unexpected `up` for `direction`, expected `ltr` or `rtl`',
      'Unexpected list for `notes.mark`, expected `before` or `after`',
      'Unexpected `Y{yaer}` for `dates.year`, expected a text with `{year}` or `{year-ordinal}` and no other braces',
      'Unexpected `dot` for `numbers.decimal`, expected one sign',
      'Unexpected `4` for `numbers.group-from`, expected a number',
      'Unexpected `th` for `ordinals.pattern`, expected a text with `{number}`, `{suffix}` and no other braces',
      'Unexpected `1` for `ordinals.multiples.0.of`, expected at least 2',
      'Unexpected `0.5` for `hyphenation.left`, expected a whole number',
      'Unexpected `99` for `hyphenation.right`, expected at most 20',
      'Unexpected `sometimes` for `hyphenation.capitals`, expected `true` or `false`',
    ]);
  });

  test('is something else', () => {
    expect(faults({ settings: '⟦locale/invalid-value⟧[a, b]\n' })).toEqual([
      'Unexpected list for the file, expected keys with values',
    ]);
    faults({
      settings: settingsWith("quotes:\n  - { open: '»', close: '«' }", 'quotes: ⟦locale/invalid-value⟧[]'),
    });
    faults({ settings: settingsWith('conventions: cy', 'conventions: ⟦locale/invalid-value⟧not a tag') });
  });

  test('refers to itself without end', () => {
    const bomb = [
      'a: &a [x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
      'c: &c [*b, *b, *b, *b, *b, *b, *b, *b]',
      'd: [*c, *c, *c, *c, *c, *c, *c]',
    ];
    expect(faults({ settings: `⟦locale/yaml-syntax⟧${bomb.join('\n')}\n` })).toEqual([
      'Unexpected number of aliases, expected at most 50',
    ]);
  });
});

describe('hyphenation', () => {
  test('by an unknown set of the library', () => {
    const settings = settingsWith('patterns: breaks.txt', 'library: ⟦locale/unknown-patterns⟧en-bg');
    expect(faults({ settings })).toEqual([
      'Unexpected pattern set `en-bg`, expected one that hyphenopoly has (did you mean `en-gb`?)',
    ]);
  });

  test('by both or neither', () => {
    faults({
      settings: settingsWith(
        '  patterns: breaks.txt',
        '  patterns: breaks.txt\n  ⟦locale/invalid-value⟧library: ru',
      ),
    });
    faults({
      settings: settingsWith('hyphenation:\n  patterns: breaks.txt', '⟦locale/missing-key⟧hyphenation:'),
    });
  });

  test.each(['../az/hyph-az.tex', '/etc/passwd', 'C:\\x', '.hidden'])('by %o, a file elsewhere', (path) => {
    faults({ settings: settingsWith('patterns: breaks.txt', `patterns: ⟦locale/invalid-value⟧'${path}'`) });
  });

  test('by patterns that are not well-formed', () => {
    const patterns = inventedPatterns
      .replace(
        '1l 1t',
        '1l ⟦locale/invalid-pattern⟧lt ⟦locale/invalid-pattern⟧1l2 ⟦locale/invalid-pattern⟧a-1b 1t',
      )
      .replace('tri-folio', 'tri-folio ⟦locale/invalid-pattern⟧-x-');
    expect(
      faults({ patterns: `⟦locale/invalid-pattern⟧1a\n${patterns}⟦locale/invalid-pattern⟧}\n` }),
    ).toEqual([
      'Unexpected `1a`, expected `\\patterns{` or `\\hyphenation{` before it',
      'Unexpected `lt`, expected letters with a digit before, between or after them, like `a1b`',
      'Unexpected `1l2`, expected each sequence of letters once',
      'Unexpected `a-1b`, expected letters with a digit before, between or after them, like `a1b`',
      'Unexpected `-x-`, expected a word with `-` at its breaks, like `az-bu-ka`',
      'Unexpected `}`, expected a group that it closes',
    ]);
  });
});

describe('messages.json', () => {
  test('is not well-formed', () => {
    faults({ messages: '{\n  "contents": "Umu"\n  ⟦locale/json-syntax⟧"note": "Nolu"\n}\n' });
    faults({ messages: '{\n  "contents": "Umu",\n⟦locale/json-syntax⟧}\n' });
    faults({ messages: '{ ⟦locale/json-syntax⟧// a comment\n}\n' });
    faults({ messages: messagesWith({ '"note"': '"note": "a",\n  ⟦locale/json-syntax⟧"note"' }) });
    expect(faults({ messages: '{ "contents": "U⟦locale/json-syntax⟧\n"' })[0]).toContain(
      'expected well-formed JSON',
    );
  });

  test('lacks texts and plural forms: each at the text before it', () => {
    const messages = messagesWith({
      '  "imprint": "Imu",\n': '',
      '  "pages_few": "{{count}} pagu few",\n': '',
      '"contents"': '⟦locale/missing-message⟧"contents"',
      '"pages_two"': '⟦locale/missing-plural⟧"pages_two"',
    });
    expect(faults({ messages })).toEqual([
      'Unexpected end of messages, expected `imprint` (add a line "imprint": "…")',
      'Unexpected end of messages, expected the form `pages_few` (add a line "pages_few": "…" for numbers like 3)',
    ]);
    expectDiagnostics(
      loadLanguage(inventedLocales({ messages: '{}' }), inventedTag, 'locales').diagnostics.slice(0, 1),
      ['locales/qtr/messages.json:1:1 locale/missing-message'],
    );
  });

  test('has texts that nobody prints', () => {
    const messages = messagesWith({
      '"note"': '⟦locale/unknown-message⟧"notte": "x",\n  "note"',
      '"pages_one"':
        '⟦locale/unknown-message⟧"pages": "x",\n  ⟦locale/unknown-message⟧"pages_dual": "x",\n  "pages_one"',
      '"contact"': '⟦locale/unknown-message⟧"__proto__": "x",\n  "contact"',
    });
    expect(faults({ messages }).map((text) => text.replace(/, expected.* \(/, ' ('))).toEqual([
      'Unexpected message `notte` (did you mean `note`?)',
      'Unexpected message `pages` (this text has one entry for each plural form)',
      'Unexpected message `pages_dual` (the language has no such plural form)',
      expect.stringContaining('Unexpected message `__proto__`'),
    ]);
  });

  test('lacks placeholders', () => {
    const messages = messagesWith({
      '"Figu {{number}}"': '⟦locale/missing-placeholder⟧"Figu"',
      '"figu {{number}} u {{ordinal}}"': '⟦locale/missing-placeholder⟧"figu {{number}}"',
      '"{{count}} nolu other"': '⟦locale/missing-placeholder⟧"nolu"',
      // Only one number takes the form, so that it may go without the figure.
      '"{{count}} nolu two"': '"twin nolu"',
    });
    expect(faults({ messages })).toEqual([
      'Unexpected end of `figure.caption`, expected `{{number}}` in it',
      'Unexpected end of `figure.see`, expected `{{page}}` or `{{ordinal}}` in it',
      'Unexpected end of `notes_other`, expected `{{count}}` in it',
    ]);
  });

  test('has placeholders that are never filled in', () => {
    const messages = messagesWith({
      '"Umu"': '⟦locale/unknown-placeholder⟧"Umu {{page}}"',
      '"figu {{number}}"': '⟦locale/missing-placeholder⟧⟦locale/unknown-placeholder⟧"figu {{numbr}}"',
    });
    expect(faults({ messages })).toEqual([
      'Unexpected placeholder `{{page}}` in `contents`, expected none',
      'Unexpected placeholder `{{numbr}}` in `figure.name`, expected `{{number}}` (did you mean `number`?)',
      'Unexpected end of `figure.name`, expected `{{number}}` in it',
    ]);
  });

  test('has texts that cannot be used', () => {
    faults({
      messages: messagesWith({
        '"Umu"': '⟦locale/invalid-message⟧""',
        '"Imu"': '⟦locale/invalid-message⟧7',
        '"Abu"': '⟦locale/invalid-message⟧{ "a": "b" }',
        '"Nolu"': '⟦locale/invalid-message⟧"{Nolu}"',
        '"Fundu"': '⟦locale/invalid-message⟧"$t(contents)"',
        '"Figu {{number}}"': '⟦locale/invalid-message⟧"Figu {{number}} {{"',
      }),
    });
    faults({ messages: '⟦locale/invalid-message⟧["a"]' });
  });
});

test('faults of both files and of the patterns are told in one run', () => {
  const settings = settingsWith('direction: rtl', 'direction: ⟦locale/invalid-value⟧up');
  const messages = messagesWith({ '"Umu"': '⟦locale/invalid-message⟧""' });
  const patterns = inventedPatterns.replace('1l', '⟦locale/invalid-pattern⟧l');
  expect(faults({ settings, messages, patterns })).toHaveLength(3);
});

test('CRLF and a byte order mark do no harm', () => {
  const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const locales = writeFiles(temporaryFolder('Zəngəzur и language'), {
    'qtr/language.yaml': windows(inventedSettings),
    'qtr/messages.json': windows(messagesText(inventedMessages)),
    'qtr/breaks.txt': windows(inventedPatterns),
  });
  const { value, diagnostics } = loadLanguage(locales, 'qtr', 'locales');
  expectNoDiagnostics(diagnostics);
  expect(value?.hyphenate('olutali')).toEqual([1, 3, 5]);
  const broken = writeFiles(locales, {
    'qtr/messages.json': windows(messagesText({ ...inventedMessages, note: 7 })),
  });
  expectDiagnostics(loadLanguage(broken, 'qtr', 'locales').diagnostics, [
    'locales/qtr/messages.json:5:11 locale/invalid-message',
  ]);
});
