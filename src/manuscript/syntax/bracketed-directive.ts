/**
 * Text directives (`:name[words]{…}`) only where a letter begins the name and a bracket or brace follows it, and the
 * bracket does not begin a note call. The directive syntax
 * (https://talk.commonmark.org/t/generic-directives-plugins-syntax/444) takes any `:name` for one and would swallow the
 * `:30` of 10:30 and the call of `a:b[^1]`; here such a colon stays a colon.
 */
import type { Code, Construct, State, SyntaxExtension, Tokenizer } from './micromark.ts';

const colon = 58;
const dash = 45;
const underscore = 95;
const bracket = 91;
const brace = 123;
const caret = 94;

const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;

const isLetterOrDigit = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));

const isNamePart = (code: Code): boolean => {
  if (code === dash || code === underscore) return true;
  // The words of most texts are ASCII after a colon; the expression is for the rest.
  if (code !== null && code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  return isLetterOrDigit(code);
};

const tokenizeOpening: Tokenizer = (effects, ok, nok) => {
  const start: State = (code) => {
    effects.enter('data');
    effects.consume(code);
    return initial;
  };
  const initial: State = (code) => (isNamePart(code) && !isDigit(code) ? name(code) : nok(code));
  const name: State = (code) => {
    if (isNamePart(code)) {
      effects.consume(code);
      return name;
    }
    if (code === bracket) {
      effects.consume(code);
      return label;
    }
    return code === brace ? end(code) : nok(code);
  };
  const label: State = (code) => (code === caret ? nok(code) : end(code));
  const end: State = (code) => {
    effects.exit('data');
    return ok(code);
  };
  return start;
};

const opening: Construct = { tokenize: tokenizeOpening, partial: true };

const guarded = (construct: Construct): Construct => {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    return effects.check(opening, construct.tokenize.call(this, effects, ok, nok), nok);
  };
  return { ...construct, tokenize };
};

/** The directive extension with its text construct held to names that open a bracket or brace. */
export const heldDirectives = (extension: SyntaxExtension): SyntaxExtension => {
  const constructs = extension.text?.[colon];
  if (constructs === undefined) return extension;
  const list: readonly Construct[] = Array.isArray(constructs) ? constructs : [constructs];
  return { ...extension, text: { ...extension.text, [colon]: list.map(guarded) } };
};
