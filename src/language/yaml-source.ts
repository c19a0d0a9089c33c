/** A YAML or JSON file with the place of every key and value. YAML 1.2 (https://yaml.org/spec/1.2.2/) reads JSON as well. */
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Place } from '../protocol/place.ts';
import { once } from './once.ts';

/** The way to a value: keys of mappings and indices of lists, from the top. */
export type ValuePath = readonly (string | number)[];

/** What a file says, and where. */
export interface YamlSource {
  /** Plain data: objects, arrays, strings, numbers, booleans, null. */
  readonly value: unknown;
  /** Where a value starts; where it is missing, the nearest key that leads to it. */
  readonly placeOf: (path: ValuePath) => Place;
  /** Where the key of a value starts; the value itself for an entry of a list. */
  readonly placeOfKey: (path: ValuePath) => Place;
}

/** Enough for any language; a file that refers to itself over and over is refused instead of filling the memory. */
const mostAliases = 50;

type SyntaxRule = 'locale/yaml-syntax' | 'locale/json-syntax';

const syntaxFault = (rule: SyntaxRule, what: string, expected: string, place: Place): Diagnostic =>
  diagnose(rule, `Unexpected ${what}, expected ${expected}`, { place });

const keyNode = (document: Document, path: ValuePath): unknown => {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const last = path.at(-1);
  return parent.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === last)?.key;
};

/** The parser's own words, as the beginning of "Unexpected X, expected Y". */
const found = (message: string): string => {
  const [line = ''] = message.split('\n', 1);
  return line.startsWith('Unexpected ') ? line.slice('Unexpected '.length) : `syntax (${line})`;
};

/** Reads `text`; `file` is the name places carry. Faults of syntax are diagnostics of `rule`, and then there is no value. */
export const readYaml = (text: string, file: string, rule: SyntaxRule): Outcome<YamlSource> => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      diagnostics: faults.map((fault) =>
        syntaxFault(rule, found(fault.message), 'a well-formed file', placeAt(fault.pos[0])),
      ),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return {
      diagnostics: [syntaxFault(rule, 'number of aliases', `at most ${mostAliases}`, placeAt(0))],
    };
  }
  const startOf = (node: unknown): Place | undefined =>
    isNode(node) && node.range ? placeAt(node.range[0]) : undefined;
  const placeOfKey = (path: ValuePath): Place =>
    startOf(keyNode(document, path)) ??
    startOf(document.getIn(path, true)) ??
    (path.length === 0 ? placeAt(0) : placeOfKey(path.slice(0, -1)));
  const placeOf = (path: ValuePath): Place => startOf(document.getIn(path, true)) ?? placeOfKey(path);
  return { value: { value, placeOf, placeOfKey }, diagnostics: [] };
};

const placeIn = (text: string, offset: number, file: string): Place => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

/** Where the message of JSON.parse says that the fault is; where it does not say, the end. */
const faultOffset = (message: string, text: string): number => {
  const offset = /at position (\d+)/.exec(message)?.[1];
  return offset === undefined ? text.length : Number(offset);
};

/** How many keys a JSON text has in all; it must be well-formed. */
const countKeys = (text: string): number => {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) count++;
  return count;
};

/** A JSON text without faults: YAML's parser, which knows places, is asked only where one is wanted. */
const placedLater = (value: unknown, parse: () => Outcome<YamlSource>, start: Place): YamlSource => {
  const parsed = once(() => parse().value);
  return {
    value,
    placeOf: (path) => parsed()?.placeOf(path) ?? start,
    placeOfKey: (path) => parsed()?.placeOfKey(path) ?? start,
  };
};

/**
 * The same for JSON (RFC 8259, https://www.rfc-editor.org/rfc/rfc8259), whose rules are narrower: no comments, no comma after
 * the last entry. Keys that stand there twice are faults as well.
 */
export const readJson = (text: string, file: string): Outcome<YamlSource> => {
  const body = text.replace(/^\uFEFF/, '');
  const parse = (): Outcome<YamlSource> => readYaml(body, file, 'locale/json-syntax');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const place = placeIn(body, faultOffset(message, body), file);
    const what = found(message.replace(/ in JSON at position.*$/s, ''));
    return { diagnostics: [syntaxFault('locale/json-syntax', what, 'well-formed JSON', place)] };
  }
  const isFlat = typeof value === 'object' && value !== null && Object.keys(value).length === countKeys(body);
  return isFlat
    ? { value: placedLater(value, parse, { file, line: 1, column: 1 }), diagnostics: [] }
    : parse();
};
