/** What every file is asked for: no protection, an identifier, nothing that acts, no layers without a name. */
import { catalogOf } from '../../prepress/page-tree.ts';
import type { PdfDictionary } from '../../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asStream } from '../../prepress/pdf-values.ts';
import { filtersOf } from '../../prepress/stream-filters.ts';
import type { Fault } from '../fault.ts';
import type { FileRule, JudgedFile } from '../judged-file.ts';

/** Actions that only move to a place (PDF/A-2 6.5.1). */
const harmless: ReadonlySet<string> = new Set([
  'GoTo',
  'GoToR',
  'GoToE',
  'URI',
  'Named',
  'Thread',
  'SubmitForm',
]);

const actionFault = (what: string, at?: Fault['at']): Fault => ({
  rule: 'preflight/action-forbidden',
  message: `Unexpected ${what}, expected a file that only shows its pages`,
  hint: 'save the file without scripts, forms and actions',
  at,
  about: what,
});

/** What acts in a file. */
const actions: FileRule = (judged, { press }) => {
  const { file, catalog } = judged;
  const names = asDictionary(file.resolve(catalog.entries.get('Names')));
  const faults: Fault[] = [];
  const open = asDictionary(file.resolve(catalog.entries.get('OpenAction')));
  if (open !== undefined && !harmless.has(asName(file.resolve(open.entries.get('S'))) ?? ''))
    faults.push(actionFault('action that runs when the file is opened'));
  if (names?.entries.has('JavaScript') === true) faults.push(actionFault('script (JavaScript)'));
  if (catalog.entries.has('AA')) faults.push(actionFault('action of the document'));
  const form = asDictionary(file.resolve(catalog.entries.get('AcroForm')));
  if (form?.entries.has('XFA') === true)
    faults.push({
      rule: 'preflight/xfa',
      message: 'Unexpected form of the kind XFA, expected pages (Matterhorn 25-001)',
      hint: 'print the filled form into a new PDF',
    });
  if (press && (asItems(file.resolve(form?.entries.get('Fields')))?.length ?? 0) > 0)
    faults.push(actionFault('form with fields'));
  for (const annotation of judged.annotations) {
    const at = { page: annotation.page, box: annotation.box };
    const action = asDictionary(file.resolve(annotation.dictionary.entries.get('A')));
    const kind = asName(file.resolve(action?.entries.get('S')));
    if (annotation.dictionary.entries.has('AA') || (kind !== undefined && !harmless.has(kind)))
      faults.push(actionFault(`action \`${kind ?? 'AA'}\` of a link or field`, at));
  }
  return faults;
};

/** The first stream packed with LZW, where there is one. */
const lzw: FileRule = ({ file }, { press, access }) => {
  if (!press && !access) return [];
  for (const number of file.numbers) {
    const stream = asStream(file.object(number));
    if (stream === undefined) continue;
    if (filtersOf(file.resolve, stream.dictionary).some(({ name }) => name === 'LZWDecode'))
      return [
        {
          rule: 'preflight/lzw',
          message: `Unexpected object ${number} packed with LZW, expected Flate`,
          hint: 'save the file again with another program',
        },
      ];
  }
  return [];
};

const identifier: FileRule = ({ file }, { press, access }) =>
  asItems(file.resolve(file.trailer.entries.get('ID')))?.length === 2
    ? []
    : [
        {
          rule: 'preflight/trailer-id',
          severity: press || access ? 'error' : undefined,
          message: 'Unexpected file without an identifier (`ID`), expected one',
          hint: 'save the file again with a program that makes PDF/X or PDF/A',
        },
      ];

const layers: FileRule = ({ file, catalog }, { access }) => {
  const properties = asDictionary(file.resolve(catalog.entries.get('OCProperties')));
  if (properties === undefined || !access) return [];
  const configurations = [
    properties.entries.get('D'),
    ...(asItems(file.resolve(properties.entries.get('Configs'))) ?? []),
  ].flatMap((value): readonly PdfDictionary[] => {
    const found = asDictionary(file.resolve(value));
    return found === undefined ? [] : [found];
  });
  return configurations.some((configuration) => !configuration.entries.has('Name'))
    ? [
        {
          rule: 'preflight/layer-name-missing',
          message: 'Unexpected setting of layers without a name, expected a name (Matterhorn 20-001)',
          hint: 'merge the layers before the file is made',
        },
      ]
    : [];
};

/** Judges the file as a whole. */
export const judgeWholeFile: FileRule = (judged: JudgedFile, demands) =>
  [identifier, actions, lzw, layers].flatMap((rule) => rule(judged, demands));

/** What keeps a file from being judged at all; undefined where nothing does. */
export const hindrance = (file: JudgedFile['file']): Fault | undefined => {
  if (file.trailer.entries.has('Encrypt'))
    return {
      rule: 'preflight/encrypted',
      message: 'Unexpected file that is encrypted, expected one that anybody may open',
      hint: 'save it again without a password and without locked permissions',
    };
  if (catalogOf(file) === undefined)
    return {
      rule: 'preflight/unreadable',
      message: 'Unexpected file without a catalog, expected one that leads to its pages',
      hint: 'the file is damaged: save it again with the program that made it',
    };
  return undefined;
};
