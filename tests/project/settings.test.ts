/** publication.yaml: what it may say, and what is said of everything else. */
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/project/read-settings.ts';
import { defaultImposition } from '../../src/protocol/imposition.ts';
import { expectDiagnostics, expectNoDiagnostics, marked } from '../support/diagnostics.ts';

const file = 'content/x/publication.yaml';

const read = (source: string) => {
  const { text, expected } = marked(file, source);
  return { expected, outcome: readSettings(text, file, 'en') };
};

/** Reads a file whose faults are marked in it. Goes out: the messages with their hints, in order. */
const faults = (source: string): readonly string[] => {
  const { expected, outcome } = read(source);
  expectDiagnostics(outcome.diagnostics, expected);
  expect(outcome.value === undefined).toBe(expected.length > 0);
  return outcome.diagnostics.map(({ message, hint }) =>
    hint === undefined ? message : `${message} (${hint})`,
  );
};

describe('what it may say', () => {
  test('everything', () => {
    const { outcome } = read(`
source: az
template: handout
date: 2000-06
house:
  organisation:
    name: { en: Institute, az: İnstitut }
    logo: figures/logo.svg
  colour: "#0B5394"
  funders:
    - A Fund
    - { name: Another, logo: figures/another.png }
  disclaimer: |
    Two lines
    of text.
  contact: "mail: x@example.org"
  isbn: 978-0-306-40615-7
pages: { max: 2 }
press: { profile: profiles/shop.icc, images: cmyk }
outputs: [print]
typography: { ranges: off, minus: { en: false, az: on } }
booklet: { sheet: a4, scale: fit, paper: 0.12, marks: [fold, cut], flip: long }
n-up: { pages: 4, sheet: Tabloid }
trifold: { marks: [fold] }
hyphenation:
  en: [re-port, mine]
  az: [ba-xış]
`);
    expectNoDiagnostics(outcome.diagnostics);
    expect(outcome.value?.settings).toEqual({
      source: 'az',
      template: 'handout',
      date: '2000-06',
      house: {
        organisation: { name: { en: 'Institute', az: 'İnstitut' }, logo: 'figures/logo.svg' },
        colour: '#0B5394',
        funders: [{ name: 'A Fund' }, { name: 'Another', logo: 'figures/another.png' }],
        disclaimer: 'Two lines\nof text.\n',
        contact: 'mail: x@example.org',
        isbn: '978-0-306-40615-7',
      },
      pages: { max: 2 },
      press: { profile: 'profiles/shop.icc', images: 'cmyk' },
      outputs: ['print'],
      imposition: {
        booklet: { sheet: 'A4', fit: true, paper: 0.12, marks: ['fold', 'cut'], flip: 'long' },
        nUp: { sheet: 'Tabloid', fit: false, marks: [], pages: 4 },
        trifold: { marks: ['fold'] },
      },
      hyphenation: { en: ['re-port', 'mine'], az: ['ba-xış'] },
      typography: { ranges: false, minus: { en: false, az: true } },
    });
    expect(outcome.value?.keys.get('house.colour')).toEqual({ file, line: 9, column: 3 });
  });

  test.each(['', '# nothing but a comment\n', '\n\n', '---\n', '{}'])('nothing: %j', (source) => {
    const { outcome } = read(source);
    expectNoDiagnostics(outcome.diagnostics);
    expect(outcome.value?.settings).toEqual({
      source: 'en',
      template: 'report',
      house: { funders: [] },
      pages: {},
      press: { images: 'tagged' },
      outputs: ['print'],
      imposition: defaultImposition,
      hyphenation: {},
      typography: {},
    });
  });

  test('a text stays what was written: no, 1e3, 007, dates, null', () => {
    const { outcome } = read('date: 2000\nhouse:\n  contact: no\n  disclaimer: 1e3\n  organisation: 007\n');
    expectNoDiagnostics(outcome.diagnostics);
    expect(outcome.value?.settings.date).toBe('2000');
    expect(outcome.value?.settings.house).toEqual({
      contact: 'no',
      disclaimer: '1e3',
      organisation: { name: '007' },
      funders: [],
    });
  });

  test('CRLF and a byte order mark', () => {
    const { outcome } = read('\uFEFFtemplate: handout\r\nhouse:\r\n  contact: Somewhere\r\n');
    expectNoDiagnostics(outcome.diagnostics);
    expect(outcome.value?.settings.template).toBe('handout');
    expect(outcome.value?.settings.house.contact).toBe('Somewhere');
  });

  test('tags in any case and of three letters', () => {
    const { outcome } = read('source: AZ\nhouse: { contact: { eng: A, RU: Б } }\n');
    expectNoDiagnostics(outcome.diagnostics);
    expect(outcome.value?.settings.source).toBe('az');
    expect(outcome.value?.settings.house.contact).toEqual({ en: 'A', ru: 'Б' });
  });
});

describe('names', () => {
  test('unknown ones, all in one run, with suggestions', () => {
    expect(
      faults(`⟦config/key-unknown⟧tempalte: report
house:
  ⟦config/key-unknown⟧color: "#fff"
  organisation: { name: X, ⟦config/key-unknown⟧lgoo: x.svg }
  funders:
    - name: A
      ⟦config/key-unknown⟧url: x
pages: { ⟦config/key-unknown⟧min: 2 }
booklet: { ⟦config/key-unknown⟧mark: [fold] }
n-up: { ⟦config/key-unknown⟧page: 2 }
`),
    ).toEqual([
      'Unexpected setting `tempalte`, expected one that exists (did you mean `template`?)',
      'Unexpected setting `color`, expected one that exists (did you mean `colour`?)',
      'Unexpected setting `lgoo`, expected one that exists (did you mean `logo`?)',
      'Unexpected setting `url`, expected one that exists (there is `name`, `logo`)',
      'Unexpected setting `min`, expected one that exists (there is `max`)',
      'Unexpected setting `mark`, expected one that exists (did you mean `marks`?)',
      'Unexpected setting `page`, expected one that exists (did you mean `pages`?)',
    ]);
  });

  test('that JavaScript keeps for itself', () => {
    faults('⟦config/key-unknown⟧__proto__: { template: x }\n⟦config/key-unknown⟧constructor: x\n');
    faults('house: { contact: { ⟦config/value-invalid⟧__proto__: x } }\n');
  });

  test('languages that are none', () => {
    expect(faults('house:\n  contact:\n    ⟦config/value-invalid⟧english: x\n')).toEqual([
      'Unexpected `english`, expected the tag of a language as its name',
    ]);
    faults('hyphenation:\n  ⟦config/value-invalid⟧e: [x]\n');
  });
});

describe('values', () => {
  test.each([
    ['source: ⟦config/value-invalid⟧english', '`english`, expected the tag of a language'],
    ['date: ⟦config/value-invalid⟧June 2000', '`June 2000`, expected a date such as `2000`'],
    ['date: ⟦config/value-invalid⟧2000-02-30', '`2000-02-30`, expected a date of the calendar'],
    ['date: ⟦config/value-invalid⟧2000-13', '`2000-13`, expected a date of the calendar'],
    ['⟦config/value-invalid⟧template:', 'empty value, expected a name (write a value after the colon'],
    ['template: ⟦config/value-invalid⟧[a]', 'list, expected a name'],
    ['house: ⟦config/value-invalid⟧x', '`x`, expected settings below it'],
    [
      'house:\n  ⟦config/value-invalid⟧colour: #fff',
      'empty value, expected a colour such as `"#0b5394"` (put the colour',
    ],
    ['house:\n  colour: ⟦config/value-invalid⟧"red;}body{"', 'expected a colour'],
    ['house:\n  funders: ⟦config/value-invalid⟧A', '`A`, expected a list, each line with `-`'],
    [
      'house:\n  funders:\n    - ⟦config/value-invalid⟧[A]',
      'list, expected a name, or a `name` and a `logo`',
    ],
    [
      'house:\n  organisation: ⟦config/value-invalid⟧{ logo: x.svg }',
      'settings without `name`, expected a text, or one by language',
    ],
    ['house:\n  contact: ⟦config/value-invalid⟧[A]', 'list, expected a text, or one by language'],
    ['house:\n  contact:\n    en: ⟦config/value-invalid⟧[A]', 'list, expected a text'],
    ['house:\n  contact: ⟦config/value-invalid⟧"a\\u202Eb"', 'expected a text without control characters'],
    ['press: { images: ⟦config/value-invalid⟧rgb }', '`rgb`, expected `tagged` or `cmyk`'],
    ['pages: { max: ⟦config/value-invalid⟧two }', '`two`, expected a whole number from 1 to 9999'],
    ['pages: { max: ⟦config/value-invalid⟧0 }', '`0`, expected a whole number'],
    ['pages: { max: ⟦config/value-invalid⟧2.5 }', '`2.5`, expected a whole number'],
    ['typography: ⟦config/value-invalid⟧x', '`x`, expected rules below it, such as `ranges: off`'],
    ['typography: { ranges: ⟦config/value-invalid⟧x }', '`x`, expected `on` or `off`, or one by language'],
    ['typography: { ranges: { en: ⟦config/value-invalid⟧x } }', '`x`, expected `on` or `off`'],
    ['outputs: ⟦config/value-invalid⟧print', '`print`, expected a list such as `[print, booklet]`'],
    ['outputs: ⟦config/value-invalid⟧[]', 'list, expected a list such as `[print, booklet]`'],
    ['booklet: ⟦config/value-invalid⟧fit', '`fit`, expected settings below it, such as `marks: [fold]`'],
    ['booklet: { sheet: ⟦config/value-invalid⟧A5 }', 'expected one of `A4`, `A3`, `Letter`, `Tabloid`'],
    ['booklet: { scale: ⟦config/value-invalid⟧70 }', '`70`, expected `fit`, or no such line'],
    ['booklet: { paper: ⟦config/value-invalid⟧80 }', 'expected the thickness of the paper in millimetres'],
    ['booklet: { flip: ⟦config/value-invalid⟧left }', '`left`, expected `short` or `long`'],
    ['booklet: { marks: [⟦config/value-invalid⟧bleed] }', '`bleed`, expected a list such as `[fold, cut]`'],
    ['n-up: { marks: [⟦config/value-invalid⟧fold] }', '`fold`, expected a list such as `[cut]`'],
    ['n-up: { pages: ⟦config/value-invalid⟧3 }', '`3`, expected `2` or `4`'],
    ['trifold: ⟦config/value-invalid⟧A4', 'expected settings below it, such as `flip: short`'],
    ['hyphenation: ⟦config/value-invalid⟧x', '`x`, expected lists of words by language'],
    ['hyphenation:\n  en: ⟦config/value-invalid⟧re-port', '`re-port`, expected a list of words'],
    [
      'hyphenation:\n  en: [⟦config/value-invalid⟧-x, ⟦config/value-invalid⟧"two words"]',
      'expected one word with `-`',
    ],
    ['⟦config/value-invalid⟧- a', 'list, expected settings, each a name, a colon and a value'],
    ['⟦config/value-invalid⟧text', '`text`, expected settings'],
  ])('%s', (source, message) => {
    const [first] = faults(`${source}\n`);
    expect(first).toContain(message);
  });
});

describe('YAML', () => {
  test.each([
    ['template: a\n⟦config/yaml-syntax⟧template: b', 'second setting of the same name'],
    ['house:\n⟦config/yaml-syntax⟧\tcontact: x', 'tab'],
    ['house:\n  contact: "x⟦config/yaml-syntax⟧', ''],
    ['template: a\n⟦config/yaml-syntax⟧---\ntemplate: b', 'expected one document'],
    ['house:\n  contact: ⟦config/yaml-syntax⟧a: b', 'second colon'],
    ['template: report\n⟦config/yaml-syntax⟧words without a colon', 'colon'],
  ])('%j', (source, message) => {
    const told = faults(source);
    expect(told.join('\n')).toContain(message);
  });

  test('anchors, aliases and types are refused', () => {
    faults('template: &a ⟦config/yaml-refused⟧report\nsource: ⟦config/yaml-refused⟧*a\n');
    faults('template: !!js/function ⟦config/yaml-refused⟧x\n');
  });

  test('a bomb is harmless', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 20; at++) {
      const [name, before] = [String.fromCharCode(97 + at), String.fromCharCode(96 + at)];
      lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { diagnostics, value } = readSettings(lines.join('\n'), file, 'en');
    expect(value).toBeUndefined();
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['config/yaml-refused']));
  });

  test('10,000 brackets are one fault', () => {
    const { diagnostics } = readSettings(`a: ${'['.repeat(10_000)}`, file, 'en');
    expectDiagnostics(diagnostics, ['config/yaml-syntax']);
  });
});
