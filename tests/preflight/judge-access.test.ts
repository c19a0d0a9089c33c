/** Files for the archive and for those who hear them: each rule is broken alone, in a file that is otherwise right, and only that is told. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { judgeFile, purposeOf } from '../../src/preflight/judge-file.ts';
import { readXmp } from '../../src/preflight/xmp-properties.ts';
import { stream } from '../prepress/written-pdf.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../support/diagnostics.ts';
import { accessFile, kids, pressFile, type Spoilt } from './clean-files.ts';

const judge = (spoilt: Spoilt): Promise<readonly Diagnostic[]> => judgeFile(accessFile(spoilt), 'print');

/** More elements in the document, from number 40 on. */
const hung = (...elements: readonly string[]): Spoilt => ({
  swap: [[33, kids, `${kids.slice(0, -1)} ${elements.map((_, index) => `${40 + index} 0 R`).join(' ')}]`]],
  objects: Object.fromEntries(elements.map((text, index) => [40 + index, text])),
});

test('nothing is wrong with the file that the others are spoilt from', async () => {
  expectNoDiagnostics(await judge({}));
});

const cases: readonly (readonly [string, Spoilt, string])[] = [
  ['no tags', { swap: [[1, '/Marked true', '/Marked false']] }, 'preflight/not-tagged'],
  ['no structure', { swap: [[1, '/StructTreeRoot 30 0 R', '']] }, 'preflight/not-tagged'],
  ['no metadata', { swap: [[1, '/Metadata 11 0 R', '']] }, 'preflight/metadata-missing'],
  ['another part', { swap: [[11, 'pdfaid:part>2', 'pdfaid:part>3']] }, 'preflight/archive-identification'],
  [
    'not said to be PDF/UA',
    { swap: [[11, 'pdfuaid:part>1</pdfuaid:part', 'pdfuaid:rev>1</pdfuaid:rev']] },
    'preflight/ua-identification',
  ],
  ['no title', { swap: [[11, 'A title', '']] }, 'preflight/title-missing'],
  [
    'a title that is not shown',
    { swap: [[1, 'DisplayDocTitle true', 'DisplayDocTitle false']] },
    'preflight/title-not-shown',
  ],
  ['no language', { swap: [[1, '/Lang (en)', '']] }, 'preflight/language-missing'],
  ['no profile', { swap: [[1, '/OutputIntents [12 0 R]', '']] }, 'preflight/archive-intent'],
  ['a hidden link', { swap: [[20, '/F 4', '/F 6']] }, 'preflight/annotation-flags'],
  [
    'a smoothed picture',
    { objects: { 50: stream('x', ' /Subtype /Image /Interpolate true') } },
    'preflight/archive-picture',
  ],
  [
    'content of another file',
    { objects: { 50: stream('x', ' /Subtype /Form /Ref <<>>') } },
    'preflight/reference-object',
  ],
  [
    'an attachment without a name',
    { swap: [[1, '/Pages', '/Names <</EmbeddedFiles <</Names [(a) <</F (a.md)>>]>>>> /Pages']] },
    'preflight/attachment-name',
  ],
  ['a form of another kind', { swap: [[1, '/Pages', '/AcroForm <</XFA (x)>> /Pages']] }, 'preflight/xfa'],
  [
    'layers without a name',
    { swap: [[1, '/Pages', '/OCProperties <</D <<>>>> /Pages']] },
    'preflight/layer-name-missing',
  ],
  ['a standard kind mapped', { swap: [[30, '/Em /Span', '/P /Span']] }, 'preflight/role-standard'],
  ['an unknown kind', hung('<</S /Strange /P 33 0 R>>'), 'preflight/role-unknown'],
  ['a row outside a table', hung('<</S /TR /P 33 0 R>>'), 'preflight/table-nesting'],
  [
    'an item with text in it',
    hung('<</S /L /P 33 0 R /K <</S /LI /K <</S /Span>>>>>>'),
    'preflight/list-nesting',
  ],
  ['an entry outside the contents', hung('<</S /TOCI /P 33 0 R>>'), 'preflight/contents-nesting'],
  ['a figure without words', hung('<</S /Figure /P 33 0 R>>'), 'preflight/alt-missing'],
  [
    'a figure with the name of its file',
    hung('<</S /Figure /Alt (map.png)>>'),
    '- preflight/alt-file-name warning',
  ],
  ['a formula without words', hung('<</S /Formula /P 33 0 R>>'), 'preflight/formula-alt-missing'],
  ['a first heading of the second level', { swap: [[31, '/S /H1', '/S /H2']] }, 'preflight/heading-first'],
  ['a level left out', hung('<</S /H3 /P 33 0 R>>'), 'preflight/heading-skipped'],
  ['headings of two kinds', hung('<</S /H /P 33 0 R>>'), 'preflight/heading-mixed'],
  [
    'a head cell without a scope',
    hung('<</S /Table /K <</S /TR /K <</S /TH>>>>>>'),
    'preflight/header-scope',
  ],
  ['a note without an identifier', hung('<</S /Note /P 33 0 R>>'), 'preflight/note-id-missing'],
  ['an identifier twice', hung('<</S /Note /ID (n)>>', '<</S /Note /ID (n)>>'), 'preflight/note-id-twice'],
  ['content that no element has', { swap: [[31, '/K 0', '/K 7']] }, 'preflight/content-lost'],
  [
    'a link in no element',
    { swap: [[32, ' <</Type /OBJR /Obj 20 0 R>>', '']] },
    'preflight/annotation-untagged',
  ],
  ['a link in a paragraph', { swap: [[32, '/S /Link', '/S /P']] }, 'preflight/link-element'],
  ['a link without words', { swap: [[20, '/Contents (to the source)', '']] }, 'preflight/annotation-words'],
  ['another order of the tab key', { swap: [[3, '/Tabs /S', '/Tabs /R']] }, 'preflight/tab-order'],
  ['letters that nobody can copy', { swap: [[7, '<0001>', '<0002>']] }, 'preflight/letter-unknown'],
];

test.each(cases)('%s', async (_, spoilt, told) => {
  expectDiagnostics(await judge(spoilt), [told]);
});

const spoken = '/H1 <</MCID 0>> BDC EMC /Link <</MCID 1>> BDC EMC';

test('every mark is tagged or an artifact, and not the one in the other', async () => {
  const bar = '0 0 50 2 re f';
  expectDiagnostics(await judge({ content: `${spoken} ${bar}` }), ['preflight/content-unmarked']);
  expectDiagnostics(
    await judge({ content: `/H1 <</MCID 0>> BDC /Artifact BMC ${bar} EMC EMC /Link <</MCID 1>> BDC EMC` }),
    ['preflight/artifact-in-text'],
  );
  expectDiagnostics(
    await judge({ content: `/Artifact BMC /H1 <</MCID 0>> BDC ${bar} EMC EMC /Link <</MCID 1>> BDC EMC` }),
    ['preflight/text-in-artifact'],
  );
});

test('kinds mapped to one another in a circle', async () => {
  const spoilt: Spoilt = { swap: [[30, '/Em /Span', '/One /Two /Two /One']] };
  const told = await judge(spoilt);
  expectDiagnostics(told, ['preflight/role-circle', 'preflight/role-circle']);
});

test('levels that are left out are an error where the file claims to be PDF/UA, else a warning', async () => {
  const swap: Spoilt['swap'] = [[31, '/S /H1', '/S /H2']];
  const unclaimed: Spoilt['swap'] = [...swap, [11, '<pdfuaid:part>1</pdfuaid:part>', '']];
  expectDiagnostics(await judge({ swap }), ['- preflight/heading-first error']);
  expectDiagnostics(await judge({ swap: unclaimed }), [
    'preflight/ua-identification',
    '- preflight/heading-first warning',
  ]);
});

test('a file that is locked, and one that leads nowhere', async () => {
  expectDiagnostics(await judge({ trailer: ' /Encrypt <<>>' }), ['preflight/encrypted']);
  expectDiagnostics(await judgeFile(new TextEncoder().encode('no PDF'), 'print'), ['preflight/unreadable']);
  expectDiagnostics(await judge({ objects: { 1: 'null' } }), ['preflight/unreadable']);
});

test('a file says itself what it is for', () => {
  expect(purposeOf(accessFile())).toBe('print');
  expect(purposeOf(pressFile())).toBe('sheet');
  expect(purposeOf(new Uint8Array())).toBe('print');
});

test('metadata are read whatever their prefixes, as elements, attributes and lists', () => {
  const properties = readXmp(
    `<r:Description xmlns:ua='http://www.aiim.org/pdfua/ns/id/' xmlns:a="http://www.aiim.org/pdfa/ns/id/" xmlns:d="http://purl.org/dc/elements/1.1/" a:part="2" ua:part="1">
    <a:conformance>A</a:conformance>
    <d:title> <rdf:Alt> <rdf:li xml:lang="x-default">Minalar</rdf:li></rdf:Alt></d:title></r:Description>`,
  );
  expect(Object.fromEntries(properties)).toEqual({
    'dc:title': 'Minalar',
    'pdfaid:conformance': 'A',
    'pdfaid:part': '2',
    'pdfuaid:part': '1',
  });
});
