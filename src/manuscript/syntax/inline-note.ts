/**
 * `^[…]`: a note that stands where it is called, as in Pandoc (https://pandoc.org/MANUAL.html#extension-inline_notes). Its
 * words are running text with everything running text may hold; brackets inside must balance or be escaped.
 */
import type { PhrasingContent } from 'mdast';
import type { Node } from 'unist';
import type { State, SyntaxExtension, Tokenizer, TreeExtension } from './micromark.ts';
import { isLineEnding } from './micromark.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote';
    inlineNoteMarker: 'inlineNoteMarker';
    inlineNoteText: 'inlineNoteText';
  }
}

/** The node of an inline note. */
export interface InlineNote extends Node {
  type: 'inlineNote';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineNote: InlineNote;
  }
  interface RootContentMap {
    inlineNote: InlineNote;
  }
}

const caret = 94;
const open = 91;
const close = 93;
const backslash = 92;

const tokenizeNote: Tokenizer = (effects, ok, nok) => {
  let depth = 0;
  let previous: ReturnType<typeof effects.enter> | undefined;

  const start: State = (code) => {
    effects.enter('inlineNote');
    effects.enter('inlineNoteMarker');
    effects.consume(code);
    return bracket;
  };

  const bracket: State = (code) => {
    if (code !== open) return nok(code);
    effects.consume(code);
    effects.exit('inlineNoteMarker');
    return first;
  };

  const first: State = (code) => {
    if (code === close || code === null) return nok(code);
    effects.enter('inlineNoteText');
    return line(code);
  };

  const line: State = (code) => {
    if (code === null) return nok(code);
    if (code === close && depth === 0) return end(code);
    // Text spread over lines is one stretch for the tokenizer of text: each piece knows the one before.
    const token = effects.enter('chunkText', { contentType: 'text', previous });
    if (previous !== undefined) previous.next = token;
    previous = token;
    return inside(code);
  };

  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (code === open) depth += 1;
    if (code === close) {
      if (depth === 0) {
        effects.exit('chunkText');
        return end(code);
      }
      depth -= 1;
    }
    effects.consume(code);
    if (isLineEnding(code)) {
      effects.exit('chunkText');
      return line;
    }
    return code === backslash ? escaped : inside;
  };

  const escaped: State = (code) => {
    if (code !== open && code !== close && code !== backslash) return inside(code);
    effects.consume(code);
    return inside;
  };

  const end: State = (code) => {
    effects.exit('inlineNoteText');
    effects.enter('inlineNoteMarker');
    effects.consume(code);
    effects.exit('inlineNoteMarker');
    effects.exit('inlineNote');
    return ok;
  };

  return start;
};

/** The construct. */
export const inlineNoteSyntax = (): SyntaxExtension => ({
  text: { [caret]: { name: 'inlineNote', tokenize: tokenizeNote } },
});

/** Makes {@link InlineNote} nodes. */
export const inlineNoteTree = (): TreeExtension => ({
  enter: {
    inlineNote(token) {
      this.enter({ type: 'inlineNote', children: [] }, token);
    },
  },
  exit: {
    inlineNote(token) {
      this.exit(token);
    },
  },
});
