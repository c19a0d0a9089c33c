/** PDF/X-4 (ISO 15930-7:2010), as far as it is about the file and not about what marks its pages (GWG 2022 R0001, R0035). */
import { catalogOf } from '../../prepress/page-tree.ts';
import type { PdfFile } from '../../prepress/pdf-file.ts';
import type { PdfDictionary } from '../../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asStream } from '../../prepress/pdf-values.ts';
import { streamContent } from '../../prepress/stream-content.ts';
import type { Fault } from '../fault.ts';
import { intersection, isEmptyBox } from '../graphics-state.ts';
import type { FileRule, JudgedFile } from '../judged-file.ts';
import { readProfileHeader } from '../profile-header.ts';

/** Output intents of a kind. */
export const intentsOf = (
  { file, catalog }: Pick<JudgedFile, 'file' | 'catalog'>,
  kind: string,
): readonly PdfDictionary[] =>
  (asItems(file.resolve(catalog.entries.get('OutputIntents'))) ?? []).flatMap((value) => {
    const intent = asDictionary(file.resolve(value));
    return intent !== undefined && asName(file.resolve(intent.entries.get('S'))) === kind ? [intent] : [];
  });

const askShop =
  'choose the output `press` on a build; in another program, export as PDF/X-4 with the profile that the print shop names';

const intent: FileRule = (judged) => {
  const { file } = judged;
  const intents = intentsOf(judged, 'GTS_PDFX');
  const [first] = intents;
  const fault = (found: string): Fault => ({
    rule: 'preflight/x4-intent',
    message: `Unexpected ${found}, expected one output intent of PDF/X with its profile`,
    hint: askShop,
  });
  if (first === undefined) return [fault('file without an output intent for the press')];
  if (intents.length > 1) return [fault(`file with ${intents.length} output intents for the press`)];
  const stream = asStream(file.resolve(first.entries.get('DestOutputProfile')));
  const profile = stream === undefined ? undefined : readProfileHeader(file, stream);
  if (profile === undefined || !first.entries.has('OutputConditionIdentifier'))
    return [fault('output intent without a profile or without its name')];
  return profile.deviceClass === 'prtr' && profile.colourSpace === 'CMYK'
    ? []
    : [
        {
          rule: 'preflight/intent-not-cmyk',
          message: `Unexpected profile of the kind \`${profile.deviceClass}\` in ${profile.colourSpace}, expected a printing condition in CMYK`,
          hint: 'name the profile of the paper and press; the print shop knows it',
        },
      ];
};

const metadataKeys = [
  'dc:title',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'xmpMM:DocumentID',
  'xmpMM:VersionID',
  'xmpMM:RenditionClass',
] as const;

const metadata: FileRule = ({ xmp }) => {
  if (xmp === undefined) return [];
  const missing = metadataKeys.filter((key) => !xmp.has(key));
  const version = xmp.get('pdfxid:GTS_PDFXVersion');
  return [
    ...(version === 'PDF/X-4'
      ? []
      : [
          {
            rule: 'preflight/x4-version' as const,
            message: `Unexpected ${version === undefined ? 'file that does not say which PDF/X it is' : `version \`${version}\``}, expected \`PDF/X-4\``,
            hint: askShop,
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            rule: 'preflight/x4-metadata' as const,
            message: `Unexpected metadata without \`${missing.join('`, `')}\`, expected all that PDF/X-4 asks for`,
            hint: askShop,
          },
        ]),
  ];
};

const trapped: FileRule = ({ file, information }) => {
  const value = asName(file.resolve(information?.entries.get('Trapped')));
  return value === 'True' || value === 'False'
    ? []
    : [
        {
          rule: 'preflight/x4-trapped',
          message:
            'Unexpected file that does not say whether it is trapped, expected `Trapped` to be true or false',
          hint: askShop,
        },
      ];
};

/** What may stand on the sheet outside the page: marks that printers put there. */
const printersMarks: ReadonlySet<string> = new Set(['PrinterMark', 'TrapNet']);

const annotations: FileRule = (judged) =>
  judged.annotations.flatMap(({ kind, box, page }) => {
    const boxes = judged.boxes[page];
    if (printersMarks.has(kind) || box === undefined || boxes === undefined) return [];
    if (isEmptyBox(intersection(box, boxes.bleed ?? boxes.paper))) return [];
    return [
      {
        rule: 'preflight/x4-annotation' as const,
        message: `Unexpected ${kind === 'Link' ? 'link' : `annotation (${kind})`} on the page, expected none on paper`,
        hint: 'export the file without links, comments and form fields',
        at: { page, box },
      },
    ];
  });

/** Judges a file that a press is to print. */
export const judgePressStandard: FileRule = (judged, demands) => {
  if (!demands.press) return [];
  return [intent, metadata, trapped, annotations].flatMap((rule) => rule(judged, demands));
};

/** The largest profiles in use have some megabytes. */
const largestProfile = 32 * 1024 * 1024;

/** The bytes of the CMYK profile for which a file says that it is made; undefined where it names none. */
export const pressProfileOf = (file: PdfFile): Uint8Array | undefined => {
  const catalog = catalogOf(file)?.dictionary;
  const [first] = catalog === undefined ? [] : intentsOf({ file, catalog }, 'GTS_PDFX');
  const stream = asStream(file.resolve(first?.entries.get('DestOutputProfile')));
  if (stream === undefined || readProfileHeader(file, stream)?.colourSpace !== 'CMYK') return undefined;
  return streamContent(file, stream, largestProfile);
};

/** True where a file says that it is made for a press. */
export const saysPress = (judged: JudgedFile): boolean => intentsOf(judged, 'GTS_PDFX').length > 0;
