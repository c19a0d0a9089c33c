/** The data of a chart: a YAML file shared by the languages. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic.ts';
import { listNames, suggestion } from '../../diagnostics/nearest-name.ts';
import { readYaml } from '../../project/yaml-document.ts';
import type { YamlDocument } from '../../project/yaml-document.ts';
import type { Place } from '../../protocol/place.ts';

/** A chart in one language: what is drawn and what is said. */
export interface ChartData {
  /** Word of the unit, e.g. the head of the column of numbers. */
  readonly unit: string;
  /** Head of the column of names. */
  readonly item: string;
  /** From top to bottom. */
  readonly rows: readonly { readonly name: string; readonly value: number }[];
}

const knownKeys: readonly string[] = ['kind', 'unit', 'values', 'rows', 'words'];

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textAt = (group: Group, key: string): string | undefined => {
  const value = Object.hasOwn(group, key) ? group[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : undefined;
};

const groupAt = (group: Group, key: string): Group | undefined => {
  const value = Object.hasOwn(group, key) ? group[key] : undefined;
  return isGroup(value) ? value : undefined;
};

const textsAt = (group: Group, key: string): readonly string[] | undefined => {
  const value = Object.hasOwn(group, key) ? group[key] : undefined;
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
    ? value
    : undefined;
};

/** Numbers are written plainly, so that no language's separators are guessed at. */
const plainNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;

interface Reader {
  readonly document: YamlDocument;
  readonly file: string;
  readonly faults: Diagnostic[];
}

const placeIn = ({ document, file }: Reader, path: string): Place =>
  document.values.get(path) ?? document.keys.get(path) ?? { file, line: 1, column: 1 };

const complain = (reader: Reader, path: string, found: string, expected: string, hint?: string): void => {
  const place = placeIn(reader, path);
  reader.faults.push(
    diagnose('manuscript/chart-data', `Unexpected ${found}, expected ${expected}`, { place, hint }),
  );
};

const mostRows = 40;

const readRows = (reader: Reader, data: Group): readonly (readonly [key: string, value: number])[] => {
  const values = textsAt(data, 'values');
  const rows = groupAt(data, 'rows');
  if (rows === undefined) complain(reader, 'rows', 'chart without numbers', '`rows` with a number for each');
  if (values === undefined)
    complain(reader, 'values', 'chart without `values`', 'a list such as `[one, two]`');
  if (values === undefined || rows === undefined) return [];
  if (values.length > mostRows) {
    complain(reader, 'values', `chart of ${values.length} bars`, `at most ${mostRows}`, 'use a table');
    return [];
  }
  return values.flatMap((key, index) => {
    const value = plainNumber(textAt(rows, key));
    if (value !== undefined) return [[key, value] as const];
    const path = Object.hasOwn(rows, key) ? `rows.${key}` : `values.${index}`;
    const given = textAt(rows, key);
    complain(
      reader,
      path,
      given === undefined ? `\`${key}\` without a number` : `\`${given}\``,
      'a number of 0 or more such as `3528900` or `12.5`',
      given === undefined
        ? suggestion(key, Object.keys(rows))
        : 'write digits only, with a point for decimals',
    );
    return [];
  });
};

/**
 * Comes in: the file's text, its name, the edition's language. Goes out: the chart, or everything that is wrong with it;
 * `call` is where the manuscript asks for it.
 */
export const readChartData = (text: string, file: string, tag: string, call: Place): Outcome<ChartData> => {
  const read = readYaml(text.replace(/^\uFEFF/, ''), file);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const reader: Reader = { document: read.value, file, faults: [] };
  const data = read.value.value;
  if (!isGroup(data)) {
    complain(reader, '', 'list or text', '`kind`, `unit`, `values`, `rows` and `words`');
    return { diagnostics: reader.faults };
  }
  for (const key of Object.keys(data)) {
    if (!knownKeys.includes(key)) {
      complain(reader, key, `key \`${key}\``, listNames(knownKeys), suggestion(key, knownKeys));
    }
  }
  const kind = textAt(data, 'kind');
  if (kind !== 'bars') {
    complain(
      reader,
      'kind',
      kind === undefined ? 'chart without a kind' : `kind \`${kind}\``,
      '`kind: bars`',
    );
  }
  const unit = textAt(data, 'unit');
  if (unit === undefined) complain(reader, 'unit', 'chart without a unit', 'the key of a word in `words`');
  const rows = readRows(reader, data);
  const words = groupAt(groupAt(data, 'words') ?? {}, tag);
  const needed = [...new Set([...rows.map(([key]) => key), ...(unit === undefined ? [] : [unit]), 'item'])];
  const missing = needed.filter((key) => textAt(words ?? {}, key) === undefined);
  if (missing.length > 0) {
    reader.faults.push(
      diagnose(
        'manuscript/chart-words',
        `Unexpected chart without the ${missing.length === 1 ? 'word' : 'words'} ${listNames(missing)} in \`${tag}\`, expected one for each`,
        {
          place: placeIn(reader, words === undefined ? 'words' : `words.${tag}`),
          hint: `add them under \`words: ${tag}:\``,
          related: [{ message: 'the chart is here', place: call }],
        },
      ),
    );
  }
  if (reader.faults.length > 0 || unit === undefined || words === undefined) {
    return { diagnostics: reader.faults };
  }
  return {
    value: {
      unit: textAt(words, unit) ?? '',
      item: textAt(words, 'item') ?? '',
      rows: rows.map(([key, value]) => ({ name: textAt(words, key) ?? '', value })),
    },
    diagnostics: [],
  };
};
