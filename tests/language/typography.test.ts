/** Fine typography of the shipped languages, rule by rule: plain typing in, what is set out. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { ruleWords } from '../../src/language/typography/rule-words.ts';
import { noteCall, withEdits } from '../../src/language/typography/typography.ts';
import type { Tie } from '../../src/language/typography/typography.ts';
import { typographyRules } from '../../src/protocol/typography.ts';
import type { TypographyRule } from '../../src/protocol/typography.ts';
import { shipped } from './shipped-languages.ts';

/** `¹` is the call of a note, `~` a no-break space. */
const typed = (text: string): string => text.replaceAll('¹', noteCall).replaceAll('~', '\u00A0');

const read = (text: string): string => text.replaceAll(noteCall, '¹').replaceAll('\u00A0', '~');

const set = (language: Language, text: string): string =>
  read(withEdits(typed(text), language.typography.edits(typed(text))));

const marked = (text: string, ties: readonly Tie[]): string => {
  let at = 0;
  const pieces = ties.flatMap(({ from, to, kind }) => {
    const [open, close] = kind === 'never' ? ['[', ']'] : ['{', '}'];
    const piece = text.slice(at, from) + open + text.slice(from, to) + close;
    at = to;
    return [piece];
  });
  return read(pieces.join('') + text.slice(at));
};

/** What is kept together: `[…]` never broken, `{ }` rather not. */
const tied = (language: Language, text: string): string =>
  marked(typed(text), language.typography.ties(typed(text)));

const doubted = (language: Language, text: string, kind: 'text' | 'cell' = 'text'): readonly string[] =>
  language.typography.doubts(typed(text), kind).map(({ found, expected }) => read(`${found}→${expected}`));

const [en, az, ru] = [shipped('en'), shipped('az'), shipped('ru')];

type Case = readonly [rule: TypographyRule, language: Language, typed: string, set: string];

const edits: readonly Case[] = [
  ['quotes', en, '"a "b "c" d" e", she said', '“a ‘b “c” d’ e”, she said'],
  ['quotes', en, "the 'truce' and 'the boys' toys'", 'the “truce” and “the boys’ toys”'],
  ['quotes', az, '"Avesta"nın "İstiqlal" ordeni', '“Avesta”nın “İstiqlal” ordeni'],
  ['quotes', az, '"Tural "bəli" deyir", dedi', '“Tural ‘bəli’ deyir”, dedi'],
  ['quotes', ru, '"Слово "и" дело".', '«Слово „и“ дело».'],
  ['quotes', ru, '("...и вот")', '(«…и вот»)'],
  ['quote-style', az, '«Avesta» kitabı', '“Avesta” kitabı'],
  ['quote-style', ru, '“Слово” и “Word”', '«Слово» и “Word”'],
  ['quote-style', en, '«Le Monde» and «Слово»', '“Le Monde” and «Слово»'],
  ['apostrophes', en, "don't, the '90s, rock 'n' roll", 'don’t, the ’90s, rock ’n’ roll'],
  ['apostrophes', az, "d'Artanyan", 'd’Artanyan'],
  ['apostrophes', ru, "д'Артаньян", 'д’Артаньян'],
  ['dashes', en, 'one - two -- three---four—five', 'one~– two~– three~– four~– five'],
  ['dashes', az, 'bu - odur', 'bu~– odur'],
  ['dashes', ru, 'Баку - это город -- и порт', 'Баку~— это город~— и порт'],
  ['dashes', ru, '-- Да, -- сказал он.', '—~Да,~— сказал он.'],
  ['dashes', az, '--', '–'],
  [
    'ranges',
    en,
    '1918-1920, 1918-20, pp. 5-10, XX-XXI, 5%-10%',
    '1918–1920, 1918–20, pp. 5–10, XX–XXI, 5%–10%',
  ],
  ['ranges', az, '1918-1920-ci illər, 1918 - 1920', '1918–1920-ci illər, 1918–1920'],
  ['ranges', ru, 'с. 5-10, XX-XXI вв.', 'с. 5–10, XX–XXI вв.'],
  [
    'ranges',
    en,
    'ISBN 978-3-16-148410-0, tel. 555-1234, 2000-06-01, 24-7, A-10-20, 1996-07',
    'ISBN 978-3-16-148410-0, tel. 555-1234, 2000-06-01, 24-7, A-10-20, 1996-07',
  ],
  ['ellipses', en, 'Wait... Really?... ../x', 'Wait… Really?… ../x'],
  ['ellipses', az, 'gedirsən?... Bəlkə...', 'gedirsən?.. Bəlkə…'],
  ['ellipses', ru, 'Что?... Но...', 'Что?.. Но…'],
  ['minus', en, '-5 °C and 7 - 3 = 4', '−5 °C and 7 − 3 = 4'],
  ['minus', az, '-5 dərəcə', '−5 dərəcə'],
  ['minus', ru, 'от -5 до 5', 'от −5 до 5'],
  ['multiplication', en, '3 x 4, 10x15x20, 10 cm x 15 cm, 0x15', '3 × 4, 10×15×20, 10 cm × 15 cm, 0x15'],
  ['multiplication', az, '10x15 sm', '10×15 sm'],
  ['multiplication', ru, '10х15 см', '10×15 см'],
  ['number-spaces', en, '12.5 % and §5', '12.5% and § 5'],
  ['number-spaces', az, '№5, 15 % və 15%', '№ 5, 15 % və 15%'],
  ['number-spaces', ru, '№5, 15% и 5%-ный', '№ 5, 15 % и 5%-ный'],
  ['abbreviations', ru, 'т.е. и т.д.', 'т. е. и т. д.'],
  ['abbreviations', az, 'b.e.ə. 5-ci əsr', 'b. e. ə. 5-ci əsr'],
  ['note-marks', en, 'word¹. Another¹, "so¹".', 'word.¹ Another,¹ “so”.¹'],
  ['note-marks', az, 'söz¹. Başqa¹,', 'söz.¹ Başqa,¹'],
  ['note-marks', ru, 'слово.¹ Слово,¹ и т. д.¹ Что?¹', 'слово¹. Слово¹, и т. д.¹ Что?¹'],
];

describe('what is changed', () => {
  test.each(edits)('%s', (rule, language, text, expected) => {
    expect(set(language, text)).toBe(expected);
    expect(set(language, set(language, text)), 'set once is set for good').toBe(expected);
    const others = Object.fromEntries(typographyRules.map((name) => [name, name === rule]));
    const off = language.withRules({ ...others, [rule]: false });
    expect(set(off, text), 'with every rule off').toBe(text);
  });

  test('a rule that is on alone makes its own changes', () => {
    const only = Object.fromEntries(typographyRules.map((name) => [name, name === 'ellipses']));
    expect(set(en.withRules(only), '"a" - b...')).toBe('"a" - b…');
  });
});

const ties: readonly Case[] = [
  ['suffixes', az, '1994-cü BMT-nin 15 %-i', '1994[-cü] BMT[-nin] 15[ ]%[-i]'],
  ['suffixes', ru, '5-го кто-то из-за юго-восток', '5[-го] кто[-то] из[-за] юго-восток'],
  ['suffixes', en, '20-year COVID-19 e-mail', '20[-year] COVID[-19] e[-mail]'],
  ['units', az, '5 ₼-dan, 12 km, XX əsr, 2000-ci il', '5[ ]₼[-dan], 12[ ]km, XX[ ]əsr, 2000[-ci ]il'],
  ['units', ru, '15 %, 1918 г., XX в.', '15[ ]%, 1918[ ]г., XX[ ]в.'],
  ['units', en, '28 May and 5 million', '28[ ]May and 5[ ]million'],
  ['numbers', en, 'p. 5, No. 12', 'p.[ ]5, No.[ ]12'],
  ['numbers', az, '№ 5, səh. 12', '№[ ]5, səh.[ ]12'],
  ['numbers', ru, '№ 5, рис. 2', '№[ ]5, рис.[ ]2'],
  ['groups', az, '10 390 adam', '10[ ]390 adam'],
  ['groups', ru, '10 390 тонн', '10[ ]390 тонн'],
  ['names', en, 'J. R. R. Tolkien, Mr Smith', 'J.[ ]R.[ ]R.[ ]Tolkien, Mr[ ]Smith'],
  ['names', az, 'M. Ə. Rəsulzadə', 'M.[ ]Ə.[ ]Rəsulzadə'],
  ['names', ru, 'А. С. Пушкин и Иванов И.И., г. Баку', 'А.[ ]С.[ ]Пушкин и{ }Иванов[ ]И.И., г.[ ]Баку'],
  ['abbreviations', az, 'kitab və s. 5', 'kitab və[ ]s. 5'],
  ['abbreviations', ru, 'т. е. и т. д., до н. э.', 'т.[ ]е. и[ ]т.[ ]д., до[ ]н.[ ]э.'],
  ['abbreviations', en, 'Smith et al., 5', 'Smith et[ ]al., 5'],
  ['short-words', ru, 'в Баку же', 'в{ }Баку{ }же'],
  ['short-words', az, 'bu adam da', 'bu{ }adam{ }da'],
  ['short-words', en, 'a man', 'a{ }man'],
  ['multiplication', en, '3 × 4', '3[ ]×[ ]4'],
  ['note-marks', en, 'Why?¹ word.¹', 'Why[?¹] word.¹'],
  ['note-marks', ru, '«Что?»¹', '«Что[?»¹]'],
  ['ranges', az, '1918–1920', '1918[–1920]'],
];

describe('what is kept together', () => {
  test.each(ties)('%s', (_, language, text, expected) => {
    expect(tied(language, text)).toBe(expected);
  });
});

describe('what is checked', () => {
  test('numbers in English', () => {
    expect(doubted(en, '12,5 and 10390 and 10 390 and 1,039 and 1039 and 3.14')).toEqual([
      '12,5→12.5',
      '10390→10,390',
      '10 390→10,390',
    ]);
  });

  test('numbers in Azerbaijani', () => {
    expect(
      doubted(az, '12.5 % və 10.390 manat və 10390 və 1 039 və 10 390 və 28.05.1918, saat 10.30'),
    ).toEqual(['12.5→12,5', '10.390→10~390', '10390→10~390', '1 039→1039']);
    expect(doubted(az, '1 039', 'cell')).toEqual([]);
    expect(doubted(az, '1.2 Giriş')).toEqual([]);
  });

  test('numbers in Russian', () => {
    expect(doubted(ru, '12.5 %, 3,14, 1,234,567, ГОСТ 7.32, № 10390')).toEqual([
      '12.5→12,5',
      '1,234,567→1~234~567',
    ]);
  });

  test('ordinals', () => {
    expect(doubted(az, '2000-cu, 2000-ci, 1993-ci, 2006-ci, XX-ci əsr')).toEqual([
      '2000-cu→2000-ci',
      '1993-ci→1993-cü',
      '2006-ci→2006-cı',
      'XX-ci→XX',
    ]);
    expect(doubted(en, '21th and 22nd and 11st')).toEqual(['21th→21st', '11st→11th']);
    expect(doubted(ru, '5-ого, 5-го, 90-ых, XX-го')).toEqual(['5-ого→5-го', '90-ых→90-х', 'XX-го→XX']);
  });

  test('quotation marks without a partner', () => {
    for (const language of [en, az, ru]) {
      expect(doubted(language, 'He "said')).toHaveLength(1);
      expect(doubted(language, '"goes on')).toEqual([]);
    }
  });

  test('a check that is switched off is silent', () => {
    const quiet = az.withRules({ 'number-form': false, 'ordinal-form': false });
    expect(doubted(quiet, '12.5 % 2000-cu')).toEqual([]);
  });
});

test('every rule has words for people', () => {
  expect(Object.keys(ruleWords)).toEqual([...typographyRules]);
});

test('what a language does not say is left as it was typed', () => {
  const bare = shipped('en').withRules(Object.fromEntries(typographyRules.map((rule) => [rule, false])));
  expect(set(bare, `"a" - b...`)).toBe(`"a" - b...`);
  expect(tied(bare, 'p. 5')).toBe('p. 5');
});
