/** Notes that say "the same source" (Ibid.) need one source in the note before. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../language/language.ts';
import { plainText } from '../tree.ts';
import type { FoundNote } from './notes.ts';

const beginsWith = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length)));

const severalSources = (text: string): boolean => /;\s*\S/.test(text);

/** Comes in: the notes in the order of their numbers; goes out: the faults. The words come from the language. */
export const judgeIbidem = (notes: readonly FoundNote[], language: Language): readonly Diagnostic[] => {
  if (language.ibidem.length === 0) return [];
  const words = language.ibidem.map((word) => word.normalize('NFC'));
  const texts = notes.map(({ node }) => plainText(node.children));
  return notes.flatMap((note, index) => {
    const text = texts[index] ?? '';
    const word = beginsWith(language.lower(text), words);
    if (word === undefined) return [];
    const before = notes[index - 1];
    if (before !== undefined && !severalSources(texts[index - 1] ?? '')) return [];
    const found = text.slice(0, word.length);
    return [
      diagnose(
        'manuscript/note-ibidem',
        before === undefined
          ? `Unexpected \`${found}\` in the first note, expected a source`
          : `Unexpected \`${found}\` after a note with several sources, expected the name of one`,
        {
          place: note.place,
          hint: 'write the source again, shortened if need be',
          ...(before === undefined
            ? {}
            : { related: [{ message: 'the note before is here', place: before.place }] }),
        },
      ),
    ];
  });
};
