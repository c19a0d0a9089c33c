/** PDF/A-2a (ISO 19005-2:2011) and PDF/UA-1 (ISO 14289-1:2014), as far as they are about the file: what it says it is, and its colours. */
import { asBytes, asDictionary, asItems, asName, asStream } from '../../prepress/pdf-values.ts';
import type { Fault } from '../fault.ts';
import type { FileRule } from '../judged-file.ts';
import { intentsOf } from './press-standard.ts';

const again = 'on a build, choose the output `print`; in another program, export as PDF/A-2a with tags';

const identification: FileRule = ({ xmp }) => {
  if (xmp === undefined) return [];
  const part = xmp.get('pdfaid:part');
  const conformance = xmp.get('pdfaid:conformance');
  const faults: Fault[] = [];
  if (part !== '2' || conformance?.toUpperCase() !== 'A')
    faults.push({
      rule: 'preflight/archive-identification',
      message: `Unexpected ${part === undefined ? 'file that does not say which PDF/A it is' : `PDF/A-${part}${conformance?.toLowerCase() ?? ''}`}, expected PDF/A-2a`,
      hint: again,
    });
  if (xmp.get('pdfuaid:part') === undefined)
    faults.push({
      rule: 'preflight/ua-identification',
      message: 'Unexpected file that does not say it is PDF/UA, expected `pdfuaid:part` (Matterhorn 06-002)',
      hint: again,
    });
  if (!xmp.has('dc:title'))
    faults.push({
      rule: 'preflight/title-missing',
      message: 'Unexpected metadata without a title, expected `dc:title` (Matterhorn 06-003)',
      hint: 'give the document a title and export it again',
    });
  return faults;
};

const catalogEntries: FileRule = ({ file, catalog }) => {
  const faults: Fault[] = [];
  const view = asDictionary(file.resolve(catalog.entries.get('ViewerPreferences')));
  if (file.resolve(view?.entries.get('DisplayDocTitle')) !== true)
    faults.push({
      rule: 'preflight/title-not-shown',
      message: 'Unexpected window that shows the name of the file, expected the title (Matterhorn 07-001)',
      hint: again,
    });
  if ((asBytes(file.resolve(catalog.entries.get('Lang')))?.length ?? 0) === 0)
    faults.push({
      rule: 'preflight/language-missing',
      message: 'Unexpected document without a language, expected `Lang` in its catalog (Matterhorn 11-006)',
      hint: 'set the language of the document in the program that makes it',
    });
  return faults;
};

const colours: FileRule = (judged) => {
  const { file, summaries } = judged;
  const first = summaries.find(({ usesDevice }) => usesDevice);
  if (first === undefined) return [];
  const hasProfile = intentsOf(judged, 'GTS_PDFA1').some(
    (intent) => asStream(file.resolve(intent.entries.get('DestOutputProfile'))) !== undefined,
  );
  return hasProfile
    ? []
    : [
        {
          rule: 'preflight/archive-intent',
          message:
            'Unexpected colours without a profile, expected an output intent of PDF/A with its profile',
          hint: again,
          at: { page: first.index },
        },
      ];
};

const hidden = 1 + 2 + 32 + 256;
const printed = 4;

const annotationFlags: FileRule = (judged) =>
  judged.annotations.flatMap(({ page, box, flags }) =>
    (flags & hidden) === 0 && (flags & printed) !== 0
      ? []
      : [
          {
            rule: 'preflight/annotation-flags' as const,
            message: 'Unexpected link or note that is hidden or not printed, expected its flag `Print` alone',
            hint: again,
            at: { page, box },
          },
        ],
  );

const attachments: FileRule = ({ file, catalog }) => {
  const names = asDictionary(file.resolve(catalog.entries.get('Names')));
  const tree = asDictionary(file.resolve(names?.entries.get('EmbeddedFiles')));
  const items = asItems(file.resolve(tree?.entries.get('Names'))) ?? [];
  return items.flatMap((item) => {
    const specification = asDictionary(file.resolve(item));
    if (specification === undefined) return [];
    const isNamed = ['F', 'UF'].every(
      (key) => (asBytes(file.resolve(specification.entries.get(key)))?.length ?? 0) > 0,
    );
    return isNamed
      ? []
      : [
          {
            rule: 'preflight/attachment-name' as const,
            message:
              'Unexpected attached file without a name, expected a name in `F` and `UF` (Matterhorn 21-001)',
            hint: 'attach the file again with another program',
          },
        ];
  });
};

const embeddedObjects: FileRule = ({ file }) => {
  const faults: Fault[] = [];
  for (const number of file.numbers) {
    const dictionary = asStream(file.object(number))?.dictionary;
    const kind = asName(dictionary?.entries.get('Subtype'));
    if (kind === 'Image' && file.resolve(dictionary?.entries.get('Interpolate')) === true)
      faults.push({
        rule: 'preflight/archive-picture',
        message:
          'Unexpected picture that asks to be smoothed (`Interpolate`), expected its pixels as they are',
        hint: again,
      });
    if (kind === 'Form' && dictionary?.entries.has('Ref') === true)
      faults.push({
        rule: 'preflight/reference-object',
        message:
          'Unexpected content that lies in another file, expected all of it in this one (Matterhorn 30-001)',
        hint: 'embed the content when the file is made',
      });
  }
  return faults;
};

/** Judges a file that is to be archived. */
export const judgeArchiveStandard: FileRule = (judged, demands) => {
  if (!demands.access) return [];
  const rules = [identification, catalogEntries, colours, annotationFlags, attachments, embeddedObjects];
  return rules.flatMap((rule) => rule(judged, demands));
};

/** The packet that all standards ask for (Matterhorn 06-001). */
export const judgeMetadata: FileRule = ({ xmp }, { press, access }) =>
  xmp !== undefined || (!press && !access)
    ? []
    : [
        {
          rule: 'preflight/metadata-missing',
          message:
            'Unexpected file without metadata (XMP), expected a packet in its catalog (Matterhorn 06-001)',
          hint: again,
        },
      ];
