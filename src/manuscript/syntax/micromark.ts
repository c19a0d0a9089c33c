/** The types of micromark's extensions, by way of the packages this project depends on (https://github.com/micromark/micromark). */
import type { Data } from 'unified';
import type {} from 'remark-parse';

/** A syntax extension: constructs by the code of their first character. */
export type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number];

type TreeExtensions = NonNullable<Data['fromMarkdownExtensions']>[number];

/** What makes nodes of a construct's tokens. */
export type TreeExtension = Exclude<TreeExtensions, readonly unknown[]>;

type ConstructRecord = NonNullable<SyntaxExtension['text']>;

/** One construct of the syntax. */
export type Construct = Exclude<NonNullable<ConstructRecord[number]>, readonly unknown[]>;

/** A state machine's maker. */
export type Tokenizer = Construct['tokenize'];

/** One state: takes a character code, gives the next state. */
export type State = Parameters<Tokenizer>[1];

/** A character code: a UTF-16 code unit, a negative number for line endings and tabs, `null` at the end. */
export type Code = Parameters<State>[0];

/** micromark's codes below -2 are line endings. */
export const isLineEnding = (code: Code): boolean => code !== null && code < -2;
