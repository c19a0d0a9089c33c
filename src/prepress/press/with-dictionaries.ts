/** Dictionaries changed wherever they lie in a value. */
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';

/** The value with every dictionary in it changed, the inner ones first; the same value where none changes. References are not followed. */
export const withDictionaries = (
  value: PdfValue,
  change: (dictionary: PdfDictionary) => PdfDictionary,
): PdfValue => {
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'array': {
      const items = value.items.map((item) => withDictionaries(item, change));
      return items.every((item, index) => item === value.items[index]) ? value : { kind: 'array', items };
    }
    case 'dictionary':
      return dictionaryWith(value, change);
    case 'stream': {
      const dictionary = dictionaryWith(value.dictionary, change);
      return dictionary === value.dictionary ? value : { ...value, dictionary };
    }
    default:
      return value;
  }
};

const dictionaryWith = (
  dictionary: PdfDictionary,
  change: (dictionary: PdfDictionary) => PdfDictionary,
): PdfDictionary => {
  let changed: Map<string, PdfValue> | undefined;
  for (const [key, item] of dictionary.entries) {
    const edited = withDictionaries(item, change);
    if (edited === item) continue;
    changed ??= new Map(dictionary.entries);
    changed.set(key, edited);
  }
  return change(changed === undefined ? dictionary : { kind: 'dictionary', entries: changed });
};
