/**
 * YAML 1.2 (https://yaml.org/spec/1.2.2/) as settings need it: names, texts and lists, every value kept as the text that was
 * written (so that `no`, `1e3` or a date never turn into something else), every one with its place.
 */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Scalar } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Place } from '../protocol/place.ts';

/** A file of settings. Paths are dotted: `house.funders.0.name`. */
export interface YamlDocument {
  /** Objects, arrays and strings only; an empty file is an empty object. */
  readonly value: unknown;
  /** Where each name is written. */
  readonly keys: ReadonlyMap<string, Place>;
  /** Where each value begins; a list's items too. */
  readonly values: ReadonlyMap<string, Place>;
}

/** What is wrong, for the codes of the parser that an author meets; all others are told in the parser's words. */
const wordsByCode: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  DUPLICATE_KEY: ['Unexpected second setting of the same name, expected one', 'keep one of the two'],
  TAB_AS_INDENT: ['Unexpected tab, expected spaces', 'indent with two spaces'],
  BAD_INDENT: [
    'Unexpected indentation, expected the same as in the lines above',
    'indent what belongs to a name by two spaces',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'Unexpected line without a colon, expected a name, a colon and a value',
    'a text of several lines begins with `|` after the colon and is indented',
  ],
  MULTIPLE_DOCS: [
    'Unexpected `---`, expected one document',
    'remove the line `---` and what stands above it',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'Unexpected second colon in a line, expected a text in quotation marks',
    'put the text after the first colon into quotation marks',
  ],
  RESOURCE_EXHAUSTION: [
    'Unexpected depth of brackets, expected a few levels',
    'settings are at most four levels deep',
  ],
};

const syntaxFault = (code: string, words: string, place: Place): Diagnostic => {
  const known = wordsByCode[code];
  if (known !== undefined) return diagnose('config/yaml-syntax', known[0], { place, hint: known[1] });
  const sentence = words.replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
  return diagnose('config/yaml-syntax', `Unexpected text in YAML: ${sentence}`, {
    place,
    hint: 'each line is a name, a colon, a space and a value; text with `:` or `#` stands in quotation marks',
  });
};

const refusals = (document: Document, placeAt: (offset: number) => Place): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  visit(document, {
    Node: (_, node) => {
      const place = placeAt(node.range?.[0] ?? 0);
      if (isAlias(node) || node.anchor !== undefined) {
        const mark = isAlias(node) ? `*${node.source}` : `&${node.anchor ?? ''}`;
        found.push(
          diagnose('config/yaml-refused', `Unexpected \`${mark}\`, expected the text itself`, {
            place,
            hint: 'a text that begins with `&` or `*` stands in quotation marks',
          }),
        );
      } else if (node.tag !== undefined) {
        found.push(
          diagnose('config/yaml-refused', `Unexpected type \`${node.tag}\`, expected a value without one`, {
            place,
            hint: 'a text that begins with `!` stands in quotation marks',
          }),
        );
      }
    },
  });
  return found;
};

/** The failsafe schema makes texts of all scalars; nothing at all is an empty one. */
const textOf = ({ value }: Scalar): string => (typeof value === 'string' ? value : '');

interface Places {
  readonly keys: Map<string, Place>;
  readonly values: Map<string, Place>;
}

/** Turns a node into plain values and notes the places on the way. The depth is bounded by the parser's own. */
const plain = (node: unknown, path: string, places: Places, placeAt: (offset: number) => Place): unknown => {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const offset = (of: Node): number => of.range?.[0] ?? 0;
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? textOf(key) : String(key);
      const at = below(name);
      if (isScalar(key)) places.keys.set(at, placeAt(offset(key)));
      const written = isScalar(value) && value.source !== '';
      if (written || isMap(value) || isSeq(value)) places.values.set(at, placeAt(offset(value)));
      return [name, plain(value, at, places, placeAt)] as const;
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const at = below(String(index));
      if (isScalar(item) || isMap(item) || isSeq(item)) places.values.set(at, placeAt(offset(item)));
      return plain(item, at, places, placeAt);
    });
  }
  return isScalar(node) ? textOf(node) : '';
};

/** Reads YAML. `file` is the name that places carry. With any fault there is no value. */
export const readYaml = (text: string, file: string): Outcome<YamlDocument> => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: lines,
    // `silent` would also hold back the fault of a second document.
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const { errors } = document;
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  // After one fault of syntax the parser often sees more in the same line that are nothing but echoes of it.
  const told = new Set<number>();
  const syntax = (tooDeep === undefined ? errors : [tooDeep]).flatMap((error) => {
    const place = placeAt(error.pos[0]);
    return told.has(place.line)
      ? []
      : told.add(place.line) && [syntaxFault(error.code, error.message, place)];
  });
  const faults = syntax.length > 0 ? syntax : refusals(document, placeAt);
  if (faults.length > 0) return { diagnostics: faults };
  const places: Places = { keys: new Map(), values: new Map() };
  const contents = document.contents;
  const isEmpty = contents === null || (isScalar(contents) && (contents.value ?? '') === '');
  return {
    value: { value: isEmpty ? {} : plain(contents, '', places, placeAt), ...places },
    diagnostics: [],
  };
};
