/** The Azerbaijani pattern file by itself, as TeX would read it: no rule of ours around it but its two limits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPatterns } from '../../src/language/liang-patterns.ts';
import { shippedLocales } from './shipped-languages.ts';

const file = readPatterns(readFileSync(join(shippedLocales, 'az', 'hyph-az.tex'), 'utf8'));

const divided = (word: string): string => {
  const allowed = file.breaks(word.toLocaleLowerCase('az')).filter((at) => at >= 2 && at <= word.length - 2);
  const breaks = new Set(allowed);
  return word
    .split('')
    .map((letter, index) => (breaks.has(index) ? `-${letter}` : letter))
    .join('');
};

const expectDivided = (words: string): void => {
  const marked = words.trim().split(/\s+/);
  expect(marked.map((word) => divided(word.replaceAll('-', '')))).toEqual(marked);
};

const vowels = [...'aeəıioöuü'];
const consonants = [...'bcçdfgğhjklmnpqrsştvxyz'];

test('the file is well-formed', () => {
  expect(file.faults).toEqual([]);
  expect(file.size).toBeGreaterThan(1400);
});

test('the limits are those of its head', () => {
  const head = readFileSync(join(shippedLocales, 'az', 'hyph-az.tex'), 'utf8');
  const settings = readFileSync(join(shippedLocales, 'az', 'language.yaml'), 'utf8');
  for (const side of ['left', 'right']) {
    expect(head).toMatch(new RegExp(`^% +${side}: 2$`, 'm'));
    expect(settings).toMatch(new RegExp(`^ +${side}: 2$`, 'm'));
  }
});

describe('syllables', () => {
  test('every consonant and every vowel is known', () => {
    expect(consonants.length + vowels.length).toBe(32);
    const wrong = consonants.flatMap((consonant) =>
      vowels.filter((vowel) => divided(`ta${consonant}${vowel}t`) !== `ta-${consonant}${vowel}t`),
    );
    expect(wrong).toEqual([]);
    const together = vowels.flatMap((first) =>
      vowels.filter((second) => divided(`t${first}${second}t`).length !== 5),
    );
    expect(together).toEqual([]);
  });

  test('the list of words', () => {
    expectDivided(
      readFileSync(join(import.meta.dirname, 'cases', 'az-hyphenation.txt'), 'utf8').replaceAll(
        /^#.*$/gm,
        '',
      ),
    );
  });

  test('words of reports', () => {
    expectDivided(`
      mi-na-tə-miz-lə-mə mi-na-lan-mış part-la-yı-cı hər-bi sur-sat bey-nəl-xalq təş-ki-lat kon-ven-si-ya hu-ma-ni-tar
      təh-lü-kə-siz-lik əmək-daş-lıq qaç-qın köç-kün məc-bu-ri Qa-ra-bağ Fü-zu-li Ağ-dam Cəb-ra-yıl Zən-gi-lan Qu-bad-lı
      Kəl-bə-cər La-çın Er-mə-nis-tan Gür-cüs-tan res-pub-li-ka-sı hö-ku-mət kəş-fiy-yat sa-at
      ma-liy-yə-ləş-di-ril-mə-si şəx-siy-yət`);
  });
});

describe('loans', () => {
  test('groups of four', () => {
    expectDivided('eks-press kons-truk-tor eks-plu-a-ta-si-ya Avs-tra-li-ya kon-tekst-də teks-til punkt-lar');
  });

  test('what is disputed is not divided', () => {
    expectDivided('elektrik kontrol kompleks kompleks-lər sinxron');
  });

  test('what looks like it and is Azerbaijani, is', () => {
    expectDivided('hərf-lər türk-lər rəng-lər şərt-lər dost-ya-na filtr-lə-mə qalx-ma-ğa');
  });
});

describe('compounds', () => {
  test('keep the syllables of their parts', () => {
    expectDivided(`
      beş-il-lik min-il-lik yüz-il-lik dörd-il-lik üç-ay-lıq bir-otaq-lı öl-kə-lər-ara-sı döv-lət-lər-ara-sı
      mi-na-əley-hi-nə tank-əley-hi-nə yer-al-tı yer-üs-tü baş-üs-tə ümum-azər-bay-can Kə-rim-oğ-lu si-ra-yət-edi-ci kon-sen-sus-əsas-lı
      ra-di-o-stan-si-ya av-to-trans-port mik-ro-pro-ses-sor`);
  });

  test('what looks like one and is none does not', () => {
    expectDivided(
      'ümu-mi ümu-miy-yət-lə ək-si-nə onun-cu yü-zün-cü be-şin-ci gün-düz-lü toğ-lu-nun mi-nik bi-ri-si',
    );
  });

  test('verbal nouns written together', () => {
    expectDivided(`
      qə-bul-et-mə ləğv-et-mə-lər həll-et-mə-yə təs-diq-edil-mə tə-min-olun-ma hərb-edən qeyd-edil-mə-si
      şə-hər-ət-ra-fı baş-aşa-ğı uzun-ömür-lü Daş-al-tı Ağ-oğ-lan`);
    expectDivided(
      'ida-rə-et-mə get-mə yet-mə iş-lət-mə eşit-mə ədə-bi ölç-mə se-çil-mə ge-dən ye-dən ət-raf',
    );
  });

  test('those whose joint is disputed are not divided there', () => {
    expectDivided('günor-ta in-terak-tiv transat-lan-tik İs-lama-bad');
  });
});
