/**
 * `[^label]` in running text. GFM's own construct makes a call only where the label is defined, and prints an undefined
 * one as it stands: a lost note nobody is told of. This one always makes a call; what it calls is judged later.
 */
import type { Code, State, SyntaxExtension, Tokenizer } from './micromark.ts';
import { isLineEnding } from './micromark.ts';

const caret = 94;
const open = 91;
const close = 93;
const backslash = 92;

/** The longest label, as CommonMark bounds link labels (https://spec.commonmark.org/0.31.2/#link-label). */
const longestLabel = 999;

const tokenizeCall: Tokenizer = (effects, ok, nok) => {
  let length = 0;

  const start: State = (code) => {
    effects.enter('gfmFootnoteCall');
    effects.enter('gfmFootnoteCallLabelMarker');
    effects.consume(code);
    effects.exit('gfmFootnoteCallLabelMarker');
    return marker;
  };

  const marker: State = (code) => {
    if (code !== caret) return nok(code);
    effects.enter('gfmFootnoteCallMarker');
    effects.consume(code);
    effects.exit('gfmFootnoteCallMarker');
    effects.enter('gfmFootnoteCallString');
    effects.enter('chunkString', { contentType: 'string' });
    return label;
  };

  const isOutside = (code: Code): boolean =>
    code === null || code === open || isLineEnding(code) || length > longestLabel;

  const label: State = (code) => {
    if (isOutside(code) || (code === close && length === 0)) return nok(code);
    if (code === close) {
      effects.exit('chunkString');
      effects.exit('gfmFootnoteCallString');
      effects.enter('gfmFootnoteCallLabelMarker');
      effects.consume(code);
      effects.exit('gfmFootnoteCallLabelMarker');
      effects.exit('gfmFootnoteCall');
      return ok;
    }
    effects.consume(code);
    length += 1;
    return code === backslash ? escaped : label;
  };

  const escaped: State = (code) => {
    if (code !== open && code !== backslash && code !== close) return label(code);
    effects.consume(code);
    length += 1;
    return label;
  };

  return start;
};

/**
 * The extension. `_hiddenFootnoteSupport` is micromark's own switch that keeps `[^` and `![^` from opening a link or a
 * picture.
 */
export const noteCallSyntax = (): SyntaxExtension =>
  ({
    text: { [open]: { name: 'noteCall', tokenize: tokenizeCall } },
    _hiddenFootnoteSupport: {},
  }) as SyntaxExtension;
