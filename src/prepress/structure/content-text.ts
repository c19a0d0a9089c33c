/** What a stretch of content says, glyph by glyph, by the maps of its fonts (ISO 32000-1 §9.10). */
import { operatorCode, readContent } from '../content-tokens.ts';
import { isFault, readValue } from '../pdf-syntax.ts';
import { asBytes, asDictionary, asItems, latinText, type PdfValue } from '../pdf-values.ts';
import type { ProofFont } from '../proof-fonts.ts';
import { decodeText } from '../text-string.ts';

const codes = {
  font: operatorCode('Tf'),
  show: operatorCode('Tj'),
  showSpaced: operatorCode('TJ'),
  begin: operatorCode('BDC'),
  beginPlain: operatorCode('BMC'),
  end: operatorCode('EMC'),
};

/**
 * The text of some bytes of content; `fontOf` knows the fonts by the names of their resources, `first` is the name of the one that was set before
 * them.
 */
export const contentText = (
  bytes: Uint8Array,
  fontOf: (name: string) => ProofFont | undefined,
  first?: string,
): string => {
  let text = '';
  let font = first === undefined ? undefined : fontOf(first);
  const spans: boolean[] = [];
  const add = (value: PdfValue): void => {
    const string = asBytes(value);
    if (string === undefined || spans.includes(true)) return;
    for (let index = 0; index + 1 < string.length; index += 2)
      text += font?.unicode[(string[index] ?? 0) * 256 + (string[index + 1] ?? 0)] ?? '';
  };
  const valueAt = (at: number): PdfValue => {
    const read = readValue({ bytes, at });
    return isFault(read) ? null : read;
  };
  readContent(bytes, (operator, operands) => {
    const last = operands.starts[operands.count - 1] ?? 0;
    if (operator === codes.font) {
      font = fontOf(latinText(bytes.subarray((operands.starts[0] ?? 0) + 1, operands.ends[0] ?? 0)));
    } else if (operator === codes.show) {
      add(valueAt(last));
    } else if (operator === codes.showSpaced) {
      for (const item of asItems(valueAt(last)) ?? []) add(item);
    } else if (operator === codes.begin || operator === codes.beginPlain) {
      const actual = asBytes(asDictionary(valueAt(last))?.entries.get('ActualText'));
      if (actual !== undefined && !spans.includes(true)) text += decodeText(actual);
      spans.push(actual !== undefined);
    } else if (operator === codes.end) {
      spans.pop();
    }
  });
  return text;
};
