/**
 * Every rule of fine typography in every shipped language: what is typed, what is set, and what with that rule alone switched off.
 * `~` is a no-break space, `¹` the call of a note, `[…]` never broken, `{ }` rather not; what is doubted stands behind a `|`.
 */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { noteCall, withEdits } from '../../src/language/typography/typography.ts';
import { typographyRules } from '../../src/protocol/typography.ts';
import type { TypographyRule } from '../../src/protocol/typography.ts';
import { shipped } from './shipped-languages.ts';

const tags = ['en', 'az', 'ru'] as const;

type Tag = (typeof tags)[number];

interface Case {
  readonly typed: string;
  readonly on: string;
  readonly off: string;
}

const cases: Readonly<Record<TypographyRule, Readonly<Record<Tag, Case>>>> = {
  quotes: {
    en: {
      typed: 'The chairman called it "a \'most useful\' report", and sat down.',
      on: 'The chairman called it “a{ }‘most useful’ report”, and sat down.',
      off: 'The chairman called it "a{ }\'most useful\' report", and sat down.',
    },
    az: {
      typed: '"Avesta"nın son tərcüməsini oxuyan dedi: "Bu, "Elm" nəşriyyatının işidir".',
      on: '“Avesta”nın son tərcüməsini oxuyan dedi: “Bu, ‘Elm’ nəşriyyatının işidir”.',
      off: '"Avesta"nın son tərcüməsini oxuyan dedi: "Bu, "Elm" nəşriyyatının işidir".',
    },
    ru: {
      typed: 'Статью "Что делать с "ничьей" землёй" прочли все.',
      on: 'Статью «Что{ }делать с{ }„ничьей“ землёй» прочли все.',
      off: 'Статью "Что{ }делать с{ }"ничьей" землёй" прочли все.',
    },
  },
  'quote-style': {
    en: {
      typed: 'The piece in «Le Monde» was read aloud, «Правда» was not.',
      on: 'The piece in “Le Monde” was read aloud, «Правда» was not.',
      off: 'The piece in «Le Monde» was read aloud, «Правда» was not.',
    },
    az: {
      typed: '«Azərbaycan» qəzetinin həmin sayı itib.',
      on: '“Azərbaycan” qəzetinin həmin sayı itib.',
      off: '«Azərbaycan» qəzetinin həmin sayı itib.',
    },
    ru: {
      typed: 'Газеты “Речь” и “The Times” вышли утром.',
      on: 'Газеты «Речь» и{ }“The Times” вышли утром.',
      off: 'Газеты “Речь” и{ }“The Times” вышли утром.',
    },
  },
  apostrophes: {
    en: {
      typed: "It wasn't the farmers' fault that the '90s ended so.",
      on: 'It wasn’t the farmers’ fault that the ’90s ended so.',
      off: "It wasn't the farmers' fault that the '90s ended so.",
    },
    az: {
      typed: "Müşketyorlardan d'Artanyan ən cavanıdır.",
      on: 'Müşketyorlardan d’Artanyan ən{ }cavanıdır.',
      off: "Müşketyorlardan d'Artanyan ən{ }cavanıdır.",
    },
    ru: {
      typed: "Роман о д'Артаньяне и рассказ О'Генри.",
      on: 'Роман о{ }д’Артаньяне и{ }рассказ О’Генри.',
      off: "Роман о{ }д'Артаньяне и{ }рассказ О'Генри.",
    },
  },
  dashes: {
    en: {
      typed: 'The road - or what is left of it -- runs north—to the bridge.',
      on: 'The road~– or what is left of it~– runs north~– to the bridge.',
      off: 'The road - or what is left of it -- runs north—to the bridge.',
    },
    az: {
      typed: 'Mina - gözləyən silahdır, yol -- onun yeridir.',
      on: 'Mina~– gözləyən silahdır, yol~– onun yeridir.',
      off: 'Mina - gözləyən silahdır, yol -- onun yeridir.',
    },
    ru: {
      typed: 'Мина - это оружие, которое ждёт---годами.',
      on: 'Мина~— это{ }оружие, которое ждёт~— годами.',
      off: 'Мина - это{ }оружие, которое ждёт---годами.',
    },
  },
  ranges: {
    en: {
      typed: 'In 1918-20 some 10-15 families came, 12 - 15 May; see pp. 5-10 and the XIX-XX centuries.',
      on: 'In 1918[–20] some 10[–15] families came, 12[–15 ]May; see pp.[ ]5[–10] and the XIX[–XX] centuries.',
      off: 'In 1918[-20] some 10[-15] families came, 12~– 15[ ]May; see pp.[ ]5[-10] and the XIX[-XX] centuries.',
    },
    az: {
      typed: '1918-1920-ci illərdə 5-10 km yol çəkildi, XIX-XX əsrlərdə olduğu kimi.',
      on: '1918[–1920-ci ]illərdə 5[–10 ]km yol çəkildi, XIX[–XX ]əsrlərdə olduğu{ }kimi.',
      off: '1918[-1920-ci ]illərdə 5[-10 ]km yol çəkildi, XIX[-XX] əsrlərdə olduğu{ }kimi.',
    },
    ru: {
      typed: 'В 1918-1920 гг. прошли 5-10 км, как в XIX-XX вв.',
      on: 'В{ }1918[–1920 ]гг. прошли 5[–10 ]км, как{ }в{ }XIX[–XX ]вв.',
      off: 'В{ }1918[-1920 ]гг. прошли 5[-10 ]км, как{ }в{ }XIX[-XX] вв.',
    },
  },
  ellipses: {
    en: {
      typed: 'They waited... Nobody came?...',
      on: 'They waited… Nobody came?…',
      off: 'They waited... Nobody came?...',
    },
    az: {
      typed: 'Gözlədilər... Gələn oldu?...',
      on: 'Gözlədilər… Gələn oldu?..',
      off: 'Gözlədilər... Gələn oldu?...',
    },
    ru: {
      typed: 'Они ждали... Никто не пришёл?...',
      on: 'Они{ }ждали… Никто не{ }пришёл?..',
      off: 'Они{ }ждали... Никто не{ }пришёл?...',
    },
  },
  minus: {
    en: {
      typed: 'At night it fell to -12 °C, for 7 - 3 = 4.',
      on: 'At night it fell to −12[ ]°C, for 7 − 3 = 4.',
      off: 'At night it fell to -12[ ]°C, for 7~– 3 = 4.',
    },
    az: {
      typed: 'Gecə hava -12 °C oldu, 7 - 3 = 4.',
      on: 'Gecə hava −12[ ]°C oldu, 7 − 3 = 4.',
      off: 'Gecə hava -12[ ]°C oldu, 7~– 3 = 4.',
    },
    ru: {
      typed: 'Ночью было -12 °C, ведь 7 - 3 = 4.',
      on: 'Ночью было −12[ ]°C, ведь 7 − 3 = 4.',
      off: 'Ночью было -12[ ]°C, ведь 7~— 3 = 4.',
    },
  },
  multiplication: {
    en: {
      typed: 'A field of 20 x 30 m was cleared in lanes of 1x25 m.',
      on: 'A{ }field of 20[ ]×[ ]30[ ]m was cleared in lanes of 1×25[ ]m.',
      off: 'A{ }field of 20 x 30[ ]m was cleared in lanes of 1x25[ ]m.',
    },
    az: {
      typed: '20 x 30 m sahə, 10x15 sm lövhə ilə nişanlandı.',
      on: '20[ ]×[ ]30[ ]m sahə, 10×15[ ]sm lövhə{ }ilə nişanlandı.',
      off: '20 x 30[ ]m sahə, 10x15[ ]sm lövhə{ }ilə nişanlandı.',
    },
    ru: {
      typed: 'Поле 20 х 30 м размечено табличками 10х15 см.',
      on: 'Поле 20[ ]×[ ]30[ ]м размечено табличками 10×15[ ]см.',
      off: 'Поле 20 х 30[ ]м размечено табличками 10х15[ ]см.',
    },
  },
  'number-spaces': {
    en: {
      typed: 'They cleared 12.5 % of it, as §5 asks.',
      on: 'They cleared 12.5% of it, as §[ ]5 asks.',
      off: 'They cleared 12.5[ ]% of it, as §5 asks.',
    },
    az: {
      typed: 'Onlar №5 xəritədəki sahənin 12,5% hissəsini, §3 üzrə, təmizlədilər.',
      on: 'Onlar №[ ]5 xəritədəki sahənin 12,5% hissəsini, §[ ]3 üzrə, təmizlədilər.',
      off: 'Onlar №5 xəritədəki sahənin 12,5% hissəsini, §3 üzrə, təmizlədilər.',
    },
    ru: {
      typed: 'По карте №5 очищено 12,5% земли, см. §3.',
      on: 'По{ }карте №[ ]5 очищено 12,5[ ]% земли, см. §[ ]3.',
      off: 'По{ }карте №5 очищено 12,5% земли, см. §3.',
    },
  },
  abbreviations: {
    en: {
      typed: 'Smith et al. counted them, one per cent at most.',
      on: 'Smith et[ ]al. counted them, one per[ ]cent at most.',
      off: 'Smith et al. counted them, one per cent at most.',
    },
    az: {
      typed: 'Qala b.e.ə. III əsrdə tikilib: divarlar, bürclər və s. durur.',
      on: 'Qala b.[ ]e.[ ]ə. III[ ]əsrdə tikilib: divarlar, bürclər və[ ]s. durur.',
      off: 'Qala b.e.ə. III[ ]əsrdə tikilib: divarlar, bürclər və s. durur.',
    },
    ru: {
      typed: 'Мины, снаряды и т.д., т.е. всё, что осталось до н. э.',
      on: 'Мины, снаряды и[ ]т.[ ]д., т.[ ]е. всё, что{ }осталось до[ ]н.[ ]э.',
      off: 'Мины, снаряды и{ }т.д., т.е. всё, что{ }осталось до н. э.',
    },
  },
  'note-marks': {
    en: {
      typed: 'The map was lost¹, and nobody knew why?¹',
      on: 'The map was lost,¹ and nobody knew why[?¹]',
      off: 'The map was lost¹, and nobody knew why?¹',
    },
    az: {
      typed: 'Xəritə itib¹, səbəbi bilinmir¹. Niyə?¹',
      on: 'Xəritə itib,¹ səbəbi bilinmir.¹ Niyə[?¹]',
      off: 'Xəritə itib¹, səbəbi bilinmir¹. Niyə?¹',
    },
    ru: {
      typed: 'Карта пропала,¹ а копии нет.¹ Почему?¹',
      on: 'Карта пропала¹, а{ }копии нет¹. Почему[?¹]',
      off: 'Карта пропала,¹ а{ }копии нет.¹ Почему?¹',
    },
  },
  suffixes: {
    en: {
      typed: 'After COVID-19 the 20-year plan was read again.',
      on: 'After COVID[-19] the 20[-year] plan was read again.',
      off: 'After COVID-19 the 20-year plan was read again.',
    },
    az: {
      typed: '1994-cü ildə BMT-nin 15 %-i, 5-dən çoxu.',
      on: '1994[-cü ]ildə BMT[-nin] 15[ ]%[-i], 5[-dən] çoxu.',
      off: '1994-cü[ ]ildə BMT-nin 15[ ]%-i, 5-dən çoxu.',
    },
    ru: {
      typed: '5-го числа кто-то из-за COVID-19 не приехал.',
      on: '5[-го] числа кто[-то] из[-за] COVID[-19] не{ }приехал.',
      off: '5-го числа кто-то из-за COVID-19 не{ }приехал.',
    },
  },
  units: {
    en: {
      typed: 'On 28 May they walked 12 km with 5 million in notes.',
      on: 'On 28[ ]May they walked 12[ ]km with 5[ ]million in notes.',
      off: 'On 28 May they walked 12 km with 5 million in notes.',
    },
    az: {
      typed: '28 may günü 12 km yol gedib 5 ₼ xərclədilər, XX əsr idi.',
      on: '28[ ]may günü 12[ ]km yol gedib 5[ ]₼ xərclədilər, XX[ ]əsr idi.',
      off: '28 may günü 12 km yol gedib 5 ₼ xərclədilər, XX əsr idi.',
    },
    ru: {
      typed: '28 мая прошли 12 км и отдали 5 ₼, шёл 1918 г.',
      on: '28[ ]мая прошли 12[ ]км и{ }отдали 5[ ]₼, шёл 1918[ ]г.',
      off: '28 мая прошли 12 км и{ }отдали 5 ₼, шёл 1918 г.',
    },
  },
  numbers: {
    en: {
      typed: 'See p. 12, Table 3 and No. 7 of the list.',
      on: 'See p.[ ]12, Table[ ]3 and No.[ ]7 of the list.',
      off: 'See p. 12, Table 3 and No. 7 of the list.',
    },
    az: {
      typed: 'Bax: səh. 12, cədvəl 3 və № 7.',
      on: 'Bax: səh.[ ]12, cədvəl[ ]3 və{ }№[ ]7.',
      off: 'Bax: səh. 12, cədvəl 3 və{ }№ 7.',
    },
    ru: {
      typed: 'См. с. 12, рис. 3 и № 7 списка.',
      on: 'См. с.[ ]12, рис.[ ]3 и{ }№[ ]7 списка.',
      off: 'См. с. 12, рис. 3 и{ }№ 7 списка.',
    },
  },
  groups: {
    en: {
      typed: 'Of 10 390 people counted, 10,390 were fed.',
      on: 'Of 10[ ]390 people counted, 10,390 were fed. | 10 390 → 10,390',
      off: 'Of 10 390 people counted, 10,390 were fed. | 10 390 → 10,390',
    },
    az: {
      typed: 'Yerdə 10 390 mina, 1 250 000 kv. m sahə qalır.',
      on: 'Yerdə 10[ ]390 mina, 1[ ]250[ ]000[ ]kv.[ ]m sahə qalır.',
      off: 'Yerdə 10 390 mina, 1 250 000[ ]kv.[ ]m sahə qalır.',
    },
    ru: {
      typed: 'Осталось 10 390 мин на 1 250 000 кв. м.',
      on: 'Осталось 10[ ]390[ ]мин на{ }1[ ]250[ ]000[ ]кв.[ ]м.',
      off: 'Осталось 10 390[ ]мин на{ }1 250 000[ ]кв.[ ]м.',
    },
  },
  names: {
    en: {
      typed: 'Dr Smith met J. R. Jones and St John.',
      on: 'Dr[ ]Smith met J.[ ]R.[ ]Jones and St[ ]John.',
      off: 'Dr Smith met J. R. Jones and St John.',
    },
    az: {
      typed: 'M. Ə. Rəsulzadə ilə prof. Əliyev görüşdü.',
      on: 'M.[ ]Ə.[ ]Rəsulzadə{ }ilə prof.[ ]Əliyev görüşdü.',
      off: 'M. Ə. Rəsulzadə{ }ilə prof. Əliyev görüşdü.',
    },
    ru: {
      typed: 'А. С. Пушкин не видел г. Баку, а проф. Петров И. И. видел.',
      on: 'А.[ ]С.[ ]Пушкин не{ }видел г.[ ]Баку, а{ }проф.[ ]Петров И.[ ]И. видел.',
      off: 'А. С. Пушкин не{ }видел г. Баку, а{ }проф. Петров И. И. видел.',
    },
  },
  'short-words': {
    en: {
      typed: 'It was a field that I had crossed.',
      on: 'It was a{ }field that I{ }had crossed.',
      off: 'It was a field that I had crossed.',
    },
    az: {
      typed: 'Bu tarla da, o yol da və ən uzaq kənd də boşdur.',
      on: 'Bu{ }tarla{ }da, o{ }yol{ }da və{ }ən{ }uzaq kənd{ }də boşdur.',
      off: 'Bu tarla da, o yol da və ən uzaq kənd də boşdur.',
    },
    ru: {
      typed: 'Мы не пошли в поле, но и не ушли бы.',
      on: 'Мы{ }не{ }пошли в{ }поле, но{ }и{ }не{ }ушли{ }бы.',
      off: 'Мы не пошли в поле, но и не ушли бы.',
    },
  },
  'number-form': {
    en: {
      typed: 'They found 10390 mines, 12,5 of them a day, or 1 039 in all.',
      on: 'They found 10390 mines, 12,5 of them a{ }day, or 1[ ]039 in all. | 10390 → 10,390 | 12,5 → 12.5 | 1 039 → 1,039',
      off: 'They found 10390 mines, 12,5 of them a{ }day, or 1[ ]039 in all.',
    },
    az: {
      typed: 'Onlar 10390 mina, gündə 12.5 faiz, cəmi 10.390 tapdılar.',
      on: 'Onlar 10390 mina, gündə 12.5[ ]faiz, cəmi 10.390 tapdılar. | 10390 → 10~390 | 12.5 → 12,5 | 10.390 → 10~390',
      off: 'Onlar 10390 mina, gündə 12.5[ ]faiz, cəmi 10.390 tapdılar.',
    },
    ru: {
      typed: 'Нашли 10390 мин, по 12.5 % в день, всего 1,234,567.',
      on: 'Нашли 10390[ ]мин, по{ }12.5[ ]% в{ }день, всего 1,234,567. | 10390 → 10~390 | 12.5 → 12,5 | 1,234,567 → 1~234~567',
      off: 'Нашли 10390[ ]мин, по{ }12.5[ ]% в{ }день, всего 1,234,567.',
    },
  },
  'ordinal-form': {
    en: {
      typed: 'On the 21th day and the 2nd night.',
      on: 'On the 21th day and the 2nd night. | 21th → 21st',
      off: 'On the 21th day and the 2nd night.',
    },
    az: {
      typed: '2000-cu il, 2006-ci il və XX-ci əsr.',
      on: '2000[-cu ]il, 2006[-ci ]il və{ }XX[-ci] əsr. | 2000-cu → 2000-ci | 2006-ci → 2006-cı | XX-ci → XX',
      off: '2000[-cu ]il, 2006[-ci ]il və{ }XX[-ci] əsr.',
    },
    ru: {
      typed: '5-ого числа 90-ых годов XX-го века.',
      on: '5[-ого] числа 90[-ых ]годов XX[-го] века. | 5-ого → 5-го | 90-ых → 90-х | XX-го → XX',
      off: '5[-ого] числа 90[-ых ]годов XX[-го] века.',
    },
  },
};

/** What one language does and another does not, although both have the rule. */
const unchanged: readonly (readonly [rule: TypographyRule, tag: Tag, why: string, text: string])[] = [
  ['quotes', 'en', 'the sign of inches is left', '5" nail'],
  ['quote-style', 'ru', 'marks round words of another script are those of their language', '“The Times”'],
  ['apostrophes', 'az', 'native words have none', 'sənət'],
  ['ellipses', 'en', 'a question mark keeps its three points', 'Really?…'],
  ['number-spaces', 'az', 'a percent sign stands as the author has it, without space', '15%'],
  ['number-spaces', 'az', 'a percent sign stands as the author has it, with a space', '15~%'],
  ['number-spaces', 'ru', 'a figure with its suffix keeps its percent sign', '5%-ный'],
  ['note-marks', 'ru', 'a call stands before the stop', 'слово¹.'],
  ['note-marks', 'en', 'a call stands after the stop', 'word.¹'],
  ['suffixes', 'ru', 'compounds may be broken at their hyphen', 'юго-восток'],
  ['groups', 'en', 'a comma keeps its figures together by itself', '10,390'],
  ['short-words', 'en', 'prepositions may end a line', 'of rain'],
  ['number-form', 'ru', 'four figures are not grouped in running text', '1039'],
  ['ordinal-form', 'en', 'a Roman numeral may have a suffix', 'XXth'],
];

const typedAs = (text: string): string => text.replaceAll('¹', noteCall).replaceAll('~', '\u00A0');

const shown = ({ typography }: Language, typed: string): string => {
  const text = withEdits(typedAs(typed), typography.edits(typedAs(typed)));
  let [at, set] = [0, ''];
  for (const { from, to, kind } of typography.ties(text)) {
    const [open, close] = kind === 'never' ? ['[', ']'] : ['{', '}'];
    set += text.slice(at, from) + open + text.slice(from, to) + close;
    at = to;
  }
  set += text.slice(at);
  for (const { found, expected } of typography.doubts(typedAs(typed), 'text'))
    set += ` | ${found} → ${expected}`;
  return set.replaceAll(noteCall, '¹').replaceAll('\u00A0', '~');
};

test('no rule is missing in any language', () => {
  expect(Object.keys(cases)).toEqual([...typographyRules]);
  for (const rule of typographyRules) expect(Object.keys(cases[rule]), rule).toEqual([...tags]);
});

describe.each(typographyRules)('%s', (rule) => {
  test.each(tags)('%s', (tag) => {
    const { typed, on, off } = cases[rule][tag];
    const language = shipped(tag);
    expect(shown(language, typed)).toBe(on);
    expect(shown(language.withRules({ [rule]: false }), typed), 'with the rule off').toBe(off);
    expect(on, 'the switch makes a difference').not.toBe(off);
  });
});

test.each(unchanged)('%s, %s: %s', (_, tag, __, text) => {
  expect(shown(shipped(tag), text).replaceAll(/[[\]]/g, '')).toBe(text);
});
