/** What a language says of its letters, and what can be known of any language by its tag. */
import type { LetterRules } from './judge-letters.ts';
import type { LanguageSettings } from './language-settings.ts';
import { scripts, type Script } from './scripts.ts';

/** The alphabet that Unicode thinks most likely for a tag (https://www.unicode.org/reports/tr35/#Likely_Subtags). */
const likelyScript = (tag: string): Script | undefined => {
  try {
    const { script } = new Intl.Locale(tag).maximize();
    return scripts.find(({ code }) => code === script);
  } catch {
    return undefined;
  }
};

/** Rules for words of a language of which no more is known than its tag. */
export const letterRulesOfTag = (tag: string): LetterRules => ({
  script: likelyScript(tag),
  alphabet: new Set(),
  lookAlikes: new Map(),
});

/** Rules by language.yaml. The alphabet of its letters decides, whatever its tag is. */
export const letterRulesOf = (
  { alphabet, 'look-alikes': lookAlikes }: LanguageSettings,
  upper: (text: string) => string,
): LetterRules => {
  const small = [...alphabet];
  return {
    script: scripts.find((script) => small.every((letter) => script.letter.test(letter))),
    alphabet: new Set([...small, ...small.map(upper)]),
    lookAlikes: new Map(Object.entries(lookAlikes ?? {})),
  };
};
