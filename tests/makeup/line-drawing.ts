/**
 * Paragraphs and lines drawn in text.
 *
 * A paragraph is words of letters one unit wide, a word space half a unit, at a font size of two units. Inside words: `-` a soft
 * hyphen (one unit wide where it is used), `=` a hyphen of the word's own, `/` a slash after which a line may end. Between words: a
 * space, `~` a tied space, `_` one that does not break, `|` the end of a line by the author's will.
 *
 * Lines are drawn as set: `a-` ends in a hyphen that was not there before, then what each space gained in hundredths of an em, as `+12`.
 */
import type { LineOptions } from '../../src/makeup/lines/break-paragraph.ts';
import { breakParagraph } from '../../src/makeup/lines/break-paragraph.ts';
import type { Paragraph, Setting } from '../../src/protocol/paragraph.ts';
import { joint } from '../../src/protocol/paragraph.ts';

/** Font size in units: a letter is half as wide, a space a quarter. */
export const em = 2;

const space = 0.5;

const kinds: Readonly<Record<string, number>> = {
  ' ': joint.space,
  '~': joint.tie,
  _: joint.unbreakable,
  '|': joint.forced,
  '-': joint.softHyphen,
  '=': joint.hardHyphen,
  '/': joint.opportunity,
};

/** A drawing taken apart: its segments with the mark after each. */
const segmentsOf = (drawing: string): readonly { readonly letters: string; readonly mark: string }[] =>
  [...`${drawing}|`.matchAll(/(?<letters>[^\s~_|=/-]*)(?<mark>[\s~_|=/-])/gu)].map(({ groups }) => ({
    letters: groups?.['letters'] ?? '',
    mark: groups?.['mark'] ?? ' ',
  }));

/** The letters a segment shows on a line that goes on. */
const shown = (letters: string, mark: string): string =>
  mark === '=' || mark === '/' ? letters + mark : letters;

/** A paragraph from its drawing. */
export const drawn = (drawing: string): Paragraph => {
  const segments = segmentsOf(drawing);
  return {
    widths: Float64Array.from(segments, ({ letters, mark }) => [...shown(letters, mark)].length),
    joints: Uint8Array.from(segments, ({ mark }) => kinds[mark] ?? joint.none),
    spaces: Float64Array.from(segments, ({ mark }) => (/[\s~_]/u.test(mark) ? space : 0)),
    closings: Float64Array.from(segments, ({ mark }) => (mark === '-' ? 1 : 0)),
  };
};

/** How a drawing is set, in units. */
export type Drawn = Partial<Setting> & { readonly measure: number };

/** A setting with what is not told: justified, no indent. */
export const settingOf = (setting: Drawn): Setting => ({ firstIndent: 0, em, justify: true, ...setting });

/** Breaks a drawing into lines and draws them. */
export const setDrawing = (drawing: string, setting: Drawn, options?: LineOptions): readonly string[] => {
  const segments = segmentsOf(drawing);
  const { ends, extras } = breakParagraph(drawn(drawing), settingOf(setting), options);
  let from = 0;
  return [...ends].map((end, line) => {
    const letters = segments
      .slice(from, end + 1)
      .map((segment, at) => {
        const here = shown(segment.letters, segment.mark);
        if (from + at === end) return segment.mark === '-' ? `${here}-` : here;
        return segment.mark === '-' || segment.mark === '=' || segment.mark === '/'
          ? here
          : `${here}${segment.mark}`;
      })
      .join('');
    from = end + 1;
    const extra = Math.round(((extras[line] ?? 0) * 100) / em);
    return extra === 0 ? letters : `${letters} ${extra > 0 ? '+' : '−'}${Math.abs(extra)}`;
  });
};
