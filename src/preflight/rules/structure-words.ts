/** Words for what cannot be heard (PDF/UA-1 §7.3, §7.7; Matterhorn 13, 17). */
import { asBytes } from '../../prepress/pdf-values.ts';
import { decodeText } from '../../prepress/text-string.ts';
import type { Fault } from '../fault.ts';
import { hasWords } from '../structure-tree.ts';
import { placeOfElement, type StructureRule } from './tagged-file.ts';

/** The name of a picture, as programs put it where nobody wrote a text. */
const fileName = /^\S{1,200}\.(?:png|jpe?g|svg|gif|webp|tiff?|eps|pdf)$/i;

/** Judges the words of figures and formulas. */
export const judgeWords: StructureRule = (judged) =>
  judged.structure.elements.flatMap((element): readonly Fault[] => {
    const isFigure = element.role === 'Figure';
    if (!isFigure && element.role !== 'Formula') return [];
    const { dictionary } = element;
    const hasAny = ['Alt', 'ActualText'].some((key) => hasWords(judged.file, dictionary, key));
    if (hasAny) {
      const alt = asBytes(judged.file.resolve(dictionary.entries.get('Alt')));
      if (alt === undefined || !fileName.test(decodeText(alt))) return [];
      return [
        {
          rule: 'preflight/alt-file-name',
          message: `Unexpected alternative text \`${decodeText(alt)}\`, expected words for what is to be seen`,
          hint: 'write one sentence that says what is to be seen, not the name of the file',
          at: placeOfElement(judged, element),
        },
      ];
    }
    return [
      {
        rule: isFigure ? 'preflight/alt-missing' : 'preflight/formula-alt-missing',
        message: `Unexpected ${isFigure ? 'figure' : 'formula'} without words for it, expected an alternative text (Matterhorn ${isFigure ? '13-004' : '17-002'})`,
        hint: 'write one sentence that says what is to be seen',
        at: placeOfElement(judged, element),
      },
    ];
  });
