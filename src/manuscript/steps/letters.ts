/** Letters that look right and are wrong: judged in the text, its front matter, its ids and the names of its files. */
import type { Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { judgeLetters } from '../../language/judge-letters.ts';
import type { ForeignWords, LetterFault, LetterRules } from '../../language/judge-letters.ts';
import { letterRulesOfTag } from '../../language/letter-rules.ts';
import type { Language } from '../../language/language.ts';
import { scriptsOf } from '../../language/scripts.ts';
import type { Place } from '../../protocol/place.ts';
import { textPieces } from '../text/text-pieces.ts';
import type { TextPiece } from '../text/text-pieces.ts';
import type { HeadingAttributes } from './heading-attributes.ts';

const ruleOf: Readonly<Record<LetterFault['kind'], RuleId>> = {
  mixed: 'manuscript/mixed-alphabets',
  numeral: 'manuscript/numeral-letters',
  disguised: 'manuscript/disguised-word',
  'look-alike': 'manuscript/look-alike-letter',
};

const codeOf = (letter: string): string =>
  [...letter]
    .map((unit) => `U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

const shownLetters = 6;

/** `Cyrillic А (U+0410), М (U+041C)`. */
const lettersInWords = (letters: readonly string[]): string => {
  const names = [...new Set(letters.flatMap((letter) => scriptsOf(letter).map(({ name }) => name)))].join(
    ' and ',
  );
  const shown = letters.slice(0, shownLetters).map((letter) => `\`${letter}\` (${codeOf(letter)})`);
  return `${names} ${shown.join(', ')}${letters.length > shownLetters ? '…' : ''}`.trimStart();
};

const messageOf = ({ kind, word, intruders, meant }: LetterFault): string => {
  switch (kind) {
    case 'mixed':
      return `Unexpected ${lettersInWords(intruders)} in \`${word}\`, expected letters of one alphabet`;
    case 'numeral':
      return `Unexpected ${lettersInWords(intruders)} in the numeral \`${word}\`, expected Latin I, V and X`;
    case 'disguised': {
      const names = scriptsOf(meant ?? '').map(({ name }) => name);
      return `Unexpected ${scriptsOf(word)
        .map(({ name }) => name)
        .join()} letters in \`${word}\`, expected ${names.join()} ones`;
    }
    case 'look-alike':
      return `Unexpected ${intruders.map((letter) => `\`${letter}\` (${codeOf(letter)})`).join(', ')} in \`${word}\`, expected letters of the language`;
  }
};

const hintOf = ({ kind, meant }: LetterFault): string => {
  if (meant === undefined)
    return 'write the word in one alphabet, put a hyphen between its parts, or mark a word that is so: `:lang[…]{mul}`';
  if (kind === 'disguised')
    return `write it anew: the letters look like \`${meant}\`. Words of another language are marked \`:lang[…]{…}\``;
  return `write \`${meant}\``;
};

const foreignFault = ({ word, script }: ForeignWords, place: Place, rules: LetterRules): Diagnostic => {
  const line = word.replaceAll(/\s+/g, ' ');
  const shown = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return diagnose(
    'manuscript/unmarked-language',
    `Unexpected ${script.name} words \`${shown}\`, expected ${rules.script?.name ?? ''} ones or a mark of their language`,
    { place, hint: 'mark them with the tag of their language: `:lang[…]{…}`' },
  );
};

const diagnosed = (fault: LetterFault | ForeignWords, place: Place, rules: LetterRules): Diagnostic =>
  fault.kind === 'foreign'
    ? foreignFault(fault, place, rules)
    : diagnose(ruleOf[fault.kind], messageOf(fault), {
        place,
        hint: hintOf(fault),
        severity: fault.isSure ? undefined : 'warning',
      });

/** Names are Latin by custom, and may be of any alphabet: only mixtures are wrong in them. */
const nameRules = letterRulesOfTag('');

const judgeName = (name: string, place: Place): readonly Diagnostic[] =>
  judgeLetters(name.normalize('NFC'), nameRules).map((fault) => diagnosed(fault, place, nameRules));

/** Judges the letters of a file's name. */
export const judgeFileName = (file: string): readonly Diagnostic[] =>
  judgeName(file, { file, line: 1, column: 1 });

/** Comes in: a tree before its figures are made, and the text it was read from. Goes out: every word with wrong letters. */
export const judgeTreeLetters = (
  tree: Root,
  text: string,
  file: string,
  language: Language,
  headings: ReadonlyMap<unknown, HeadingAttributes>,
): readonly Diagnostic[] => {
  const rulesFor = ({ kind, lang }: TextPiece): LetterRules | undefined => {
    if (kind === 'name') return nameRules;
    if (lang === undefined || lang === language.tag) return language.letters;
    const rules = letterRulesOfTag(lang);
    // What is marked as of no single language (`mul`) may mix its alphabets.
    return rules.script === undefined ? undefined : rules;
  };
  const inText = textPieces(tree, text, file).flatMap((piece) => {
    const rules = rulesFor(piece);
    if (rules === undefined) return [];
    return judgeLetters(piece.text, rules).map((fault) =>
      diagnosed(fault, piece.placeAt(fault.at, fault.word), rules),
    );
  });
  const inIds = [...headings.values()].flatMap(({ id, place }) =>
    id === undefined ? [] : judgeName(id, place),
  );
  return [...inText, ...inIds];
};

/** Judges the letters of the front matter: YAML whose first line is line 2 of the file. Comments are the author's own. */
export const judgeFrontMatterLetters = (
  yaml: string,
  file: string,
  language: Language,
): readonly Diagnostic[] =>
  yaml.split('\n').flatMap((line, index) => {
    const words = line.replace(/(?:^|\s)#.*$/, '');
    return judgeLetters(words, language.letters).map((fault) =>
      diagnosed(fault, { file, line: index + 2, column: fault.at + 1 }, language.letters),
    );
  });
