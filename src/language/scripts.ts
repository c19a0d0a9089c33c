/**
 * Alphabets whose letters are mistaken for one another, and which letter looks like which. Unicode's table of look-alikes (UTS #39,
 * https://www.unicode.org/reports/tr39/) is of no use here: it takes ordinary words of most languages for disguises.
 */

/** An alphabet (Unicode script, https://www.unicode.org/reports/tr24/). */
export interface Script {
  /** ISO 15924, as in a language tag. */
  readonly code: string;
  readonly name: string;
  readonly letter: RegExp;
}

const latin: Script = { code: 'Latn', name: 'Latin', letter: /\p{Script=Latin}/u };
const cyrillic: Script = { code: 'Cyrl', name: 'Cyrillic', letter: /\p{Script=Cyrillic}/u };
const greek: Script = { code: 'Grek', name: 'Greek', letter: /\p{Script=Greek}/u };

/** The alphabets that are told apart. */
export const scripts: readonly Script[] = [latin, cyrillic, greek];

/** Letters that look the same in print, upright or cursive: in each column Latin, Cyrillic, Greek; `.` where there is none. */
const alike: readonly string[] = [
  'ABCEHIJKMNOPSTXYZƏÖÜÄËÏÇaceijopsxyəhöüäëïç',
  'АВСЕНІЈКМ.ОРЅТХУ.ӘӦӰӒЁЇҪасеіјорѕхуәһӧӱӓёїҫ',
  'ΑΒ.ΕΗΙ.ΚΜΝΟΡ.ΤΧΥΖ.....Ϊ.....ϳο............',
];

/** Further letters of one column: the palochka is written like I. */
const alsoAlike: ReadonlyMap<string, string> = new Map([
  ['Ӏ', 'I'],
  ['ӏ', 'I'],
  ['Ү', 'Y'],
]);

const column = (from: string, to: string): readonly (readonly [string, string])[] =>
  [...from].flatMap((letter, index): readonly (readonly [string, string])[] => {
    const other = to.charAt(index);
    return letter === '.' || other === '.' || other === '' ? [] : [[letter, other]];
  });

/** Look-alikes by the alphabet that they are to be taken into. */
const into: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  scripts.map(({ code }, target) => [
    code,
    new Map([
      ...alike.flatMap((letters, source) => (source === target ? [] : column(letters, alike[target] ?? ''))),
      ...(target === 0 ? alsoAlike : []),
    ]),
  ]),
);

/** The alphabets that the letters of a word belong to. */
export const scriptsOf = (word: string): readonly Script[] =>
  scripts.filter((script) => script.letter.test(word));

/** The word with every letter of another alphabet as the one of `script` that looks like it; undefined where one has none. */
export const inScript = (word: string, script: Script): string | undefined => {
  const alikes = into.get(script.code);
  let written = '';
  for (const letter of word) {
    const isOwn = script.letter.test(letter) || !scripts.some((each) => each.letter.test(letter));
    const own = isOwn ? letter : alikes?.get(letter);
    if (own === undefined) return undefined;
    written += own;
  }
  return written;
};
