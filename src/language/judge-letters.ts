/**
 * Letters that look right and are wrong: two alphabets in one word, words in look-alike letters, Roman numerals in other letters
 * than Latin I, V and X. On paper nobody sees them; search, copying, hyphenation and reading aloud fail.
 */
import { inScript, scripts, scriptsOf, type Script } from './scripts.ts';

/** What a language says of its letters. */
export interface LetterRules {
  /** The alphabet it is written in; undefined where that is not known: then only mixtures are judged. */
  readonly script: Script | undefined;
  /** Small and capital letters of its alphabet; empty where they are not known. */
  readonly alphabet: ReadonlySet<string>;
  /** Letters that are typed for letters of the alphabet, by what is meant. */
  readonly lookAlikes: ReadonlyMap<string, string>;
}

/** A word with wrong letters. */
export interface LetterFault {
  /**
   * `mixed`: letters of two alphabets in one word; `numeral`: a Roman numeral in other letters than Latin ones; `disguised`: a word
   * all in look-alikes from another alphabet; `look-alike`: a letter of the same alphabet that the language does not have.
   */
  readonly kind: 'mixed' | 'numeral' | 'disguised' | 'look-alike';
  readonly word: string;
  /** Where the word begins in the text (UTF-16 code units). */
  readonly at: number;
  /** The word as it was probably meant. */
  readonly meant?: string;
  /** The letters that do not belong, each once. */
  readonly intruders: readonly string[];
  /** False where the word may be meant as it stands. */
  readonly isSure: boolean;
}

/** Words of another alphabet that are not marked as another language's. */
export interface ForeignWords {
  readonly kind: 'foreign';
  /** From the first to the last of them, as they stand in the text. */
  readonly word: string;
  readonly at: number;
  readonly script: Script;
}

interface Token {
  readonly word: string;
  readonly at: number;
  readonly scripts: readonly Script[];
}

const wordForm = /[\p{L}\p{M}]+/gu;

/** Roman numerals as they are written, of I, V and X: higher ones are not told from abbreviations. */
const numeral = /^X{0,3}(?:I[XV]|V?I{0,3})$/;

/** Latin capital I with a dot stands for I in numerals that were typed or capitalised as Azerbaijani words. */
const asNumeral = (word: string, latin: Script): string | undefined => {
  const plain = inScript(word, latin)?.replaceAll('\u0130', 'I');
  return plain !== undefined && plain !== word && numeral.test(plain) ? plain : undefined;
};

/** Two Cyrillic letters X are no word; one may be an initial. */
const isNumeralInDisguise = (word: string): boolean => /^[\u0425\u0406\u04C0]{2,}$/u.test(word);

const distinct = (letters: readonly string[]): readonly string[] => [...new Set(letters)];

const lettersOutside = (word: string, script: Script): readonly string[] =>
  distinct([...word].filter((letter) => scriptsOf(letter).some((each) => each !== script)));

const isWithin = (word: string, alphabet: ReadonlySet<string>): boolean =>
  alphabet.size === 0 || [...word].every((letter) => alphabet.has(letter));

const [latin, cyrillic, greek] = scripts;

const mixedFault = ({ word, at, scripts: mixed }: Token, rules: LetterRules): readonly LetterFault[] => {
  if (latin !== undefined) {
    const meant = asNumeral(word, latin);
    if (meant !== undefined)
      return [{ kind: 'numeral', word, at, meant, intruders: lettersOutside(word, latin), isSure: true }];
  }
  // Units and formulas have Greek letters beside Latin ones (`kΩ`); none of those looks Latin.
  const others = mixed.filter((script) => script !== greek);
  const [only] = others;
  if (others.length === 1 && only !== undefined && inScript(word, only) === undefined) return [];
  const candidates = mixed.flatMap((script) => {
    const meant = inScript(word, script);
    return meant === undefined ? [] : [{ script, meant }];
  });
  const own = candidates.find(
    ({ script, meant }) => script === rules.script && isWithin(meant, rules.alphabet),
  );
  const best = own ?? candidates.find(({ script }) => script !== rules.script) ?? candidates[0];
  // Where no alphabet has them all, the fewer letters are the strangers.
  const home =
    best?.script ??
    mixed.toSorted((a, b) => lettersOutside(word, a).length - lettersOutside(word, b).length)[0];
  return [
    {
      kind: 'mixed',
      word,
      at,
      ...(best === undefined ? {} : { meant: best.meant }),
      intruders: home === undefined ? [] : lettersOutside(word, home),
      isSure: true,
    },
  ];
};

const ownAlphabetFault = ({ word, at }: Token, rules: LetterRules): readonly LetterFault[] => {
  if (latin !== undefined && word.length > 1) {
    const meant = asNumeral(word, latin);
    if (meant !== undefined && (word.includes('\u0130') || isNumeralInDisguise(word))) {
      const intruders = distinct([...word].filter((letter) => !/[IVX]/.test(letter)));
      return [{ kind: 'numeral', word, at, meant, intruders, isSure: true }];
    }
  }
  const wrong = [...rules.lookAlikes.keys()].filter((typed) => word.includes(typed));
  if (wrong.length === 0) return [];
  const meant = wrong.reduce(
    (text, typed) => text.replaceAll(typed, rules.lookAlikes.get(typed) ?? typed),
    word,
  );
  return [{ kind: 'look-alike', word, at, meant, intruders: wrong, isSure: true }];
};

/** Addresses are Latin in every language: a word in them may be all look-alikes. */
const isPartOfAddress = (text: string, { word, at }: Token): boolean => {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  return /[@/\\_\d]/.test(before + after) || /^\.[a-z]/.test(text.slice(at + word.length)) || before === '.';
};

/** Abbreviations of capitals and Roman numerals are Latin in other alphabets too. */
const disguise = (text: string, token: Token, rules: LetterRules): LetterFault | undefined => {
  const { word, at } = token;
  if (rules.script === undefined || isPartOfAddress(text, token)) return undefined;
  const meant = inScript(word, rules.script);
  if (meant === undefined || !isWithin(meant, rules.alphabet)) return undefined;
  const [script] = token.scripts;
  const isCapitals = !/\p{Ll}/u.test(word);
  const isLetter = word.length === 1;
  if (script === latin && isCapitals && (isLetter || numeral.test(word))) return undefined;
  // A letter alone may be a sign: of an unknown (`x`), of a point.
  if (isLetter && rules.alphabet.size === 0) return undefined;
  const isSure = script !== latin || !(isCapitals || isLetter);
  return { kind: 'disguised', word, at, meant, intruders: distinct([...word]), isSure };
};

/** Tokens of one foreign alphabet with nothing but spaces and signs between them. */
const foreignRuns = (tokens: readonly Token[], script: Script | undefined): readonly (readonly Token[])[] => {
  const runs: Token[][] = [];
  let open: Token[] | undefined;
  for (const token of tokens) {
    const [own] = token.scripts;
    if (script === undefined || own === undefined || own === script) {
      open = undefined;
      continue;
    }
    if (open?.[0]?.scripts[0] === own) open.push(token);
    else runs.push((open = [token]));
  }
  return runs;
};

const judgeRun = (
  text: string,
  run: readonly Token[],
  rules: LetterRules,
): readonly (LetterFault | ForeignWords)[] => {
  const disguised = run.flatMap((token) => disguise(text, token, rules) ?? []);
  const [first] = run;
  const last = run.at(-1);
  const script = first?.scripts[0];
  if (disguised.length === run.length) return disguised;
  // Every alphabet but Greek in formulas and Latin, which all texts use for names, is a language of its own.
  if (first === undefined || last === undefined || script === undefined) return [];
  if (script === latin || (script === greek && run.every(({ word }) => word.length < 3))) return [];
  if (run.every((token) => isPartOfAddress(text, token))) return [];
  return [{ kind: 'foreign', word: text.slice(first.at, last.at + last.word.length), at: first.at, script }];
};

/** What may be wrong at all, by the alphabet of the language: most texts have nothing of it. */
const suspicion: ReadonlyMap<Script | undefined, RegExp> = new Map([
  [latin, /[\p{Script=Cyrillic}\p{Script=Greek}]|[XVI\u0130]\u0130|\u0130[XVI]/u],
  [cyrillic, /[\p{Script=Latin}\p{Script=Greek}]|[\u0425\u0406\u04C0]{2}/u],
]);

/**
 * Judges a text in one language, composed (NFC). Goes out: what is wrong with its letters, in the order of the text.
 */
export const judgeLetters = (text: string, rules: LetterRules): readonly (LetterFault | ForeignWords)[] => {
  const isSuspect = suspicion.get(rules.script)?.test(text) ?? true;
  if (!isSuspect && ![...rules.lookAlikes.keys()].some((typed) => text.includes(typed))) return [];
  const tokens = [...text.matchAll(wordForm)].map((match): Token => {
    const [word] = match;
    return { word, at: match.index, scripts: scriptsOf(word) };
  });
  const mixed = tokens.filter((token) => token.scripts.length > 1);
  const pure = tokens.filter((token) => token.scripts.length === 1);
  const isNumeralFault = new Set<Token>();
  const own = pure.flatMap((token) => {
    const faults = ownAlphabetFault(token, rules);
    if (faults.length > 0) isNumeralFault.add(token);
    return faults;
  });
  const others = pure.filter((token) => !isNumeralFault.has(token));
  return [
    ...mixed.flatMap((token) => mixedFault(token, rules)),
    ...own,
    ...foreignRuns(others, rules.script).flatMap((run) => judgeRun(text, run, rules)),
  ].toSorted((a, b) => a.at - b.at);
};
