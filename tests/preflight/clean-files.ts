/** Two small files that nothing is wrong with, written by hand: one for a press, one for the archive. Tests spoil one thing at a time. */
import { stream, writtenPdf, type WrittenObjects } from '../prepress/written-pdf.ts';

/** What is spoilt: objects replaced, text in objects replaced (`from` must be there), entries of the trailer. */
export interface Spoilt {
  readonly objects?: WrittenObjects;
  readonly swap?: readonly (readonly [number, string, string])[];
  readonly content?: string;
  readonly trailer?: string;
}

const map = '1 beginbfchar\n<0001> <0061>\nendbfchar';

/** An ICC profile as far as its header goes. */
export const profile = (deviceClass: string, space: string): string => {
  const head = `${'\0'.repeat(8)}\x02${'\0'.repeat(3)}${deviceClass}${space.padEnd(4)}Lab ${'\0'.repeat(12)}acsp`;
  return head.padEnd(132, '\0');
};

const packet = (properties: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A title</rdf:li></rdf:Alt></dc:title>';

const font: WrittenObjects = {
  5: '<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Literata-Regular /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>',
  6: '<</Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Literata-Regular /CIDToGIDMap /Identity /FontDescriptor 8 0 R /DW 500>>',
  7: stream(map),
  8: '<</Type /FontDescriptor /FontName /AAAAAA+Literata-Regular /FontFile2 9 0 R>>',
  9: stream('outlines'),
};

/** Black text that overprints, on a page with bleed. */
export const pressContent = '/Over gs 0 0 0 1 k BT /T 10 Tf 60 200 Td <0001> Tj ET';

const pressMetadata = `${title}<xmp:CreateDate>2000-01-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2000-01-01T00:00:00Z</xmp:ModifyDate><xmp:MetadataDate>2000-01-01T00:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>`;

const press: WrittenObjects = {
  ...font,
  1: '<</Type /Catalog /Pages 2 0 R /Metadata 11 0 R /OutputIntents [12 0 R]>>',
  2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /BleedBox [11 11 289 389] /TrimBox [20 20 280 380] /Contents 4 0 R /Resources 10 0 R>>',
  10: '<</Font <</T 5 0 R>> /ExtGState <</Over <</OP true /op true /OPM 1>> /Half <</ca 0.5>>>> >>',
  11: stream(packet(pressMetadata)),
  12: '<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 13 0 R>>',
  13: stream(profile('prtr', 'CMYK'), ' /N 4'),
  14: '<</Trapped /False>>',
};

const accessContent =
  '/H1 <</MCID 0>> BDC 0 g BT /T 10 Tf 60 200 Td <0001> Tj ET EMC /Artifact BMC 0 0 50 2 re f EMC /Link <</MCID 1>> BDC BT /T 10 Tf 60 150 Td <0001> Tj ET EMC';

const accessMetadata = `${title}<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>`;

/** Where the elements of the archive's file hang; tests hang others in the list. */
export const kids = '[31 0 R 32 0 R]';

const access: WrittenObjects = {
  ...font,
  1: '<</Type /Catalog /Pages 2 0 R /Metadata 11 0 R /OutputIntents [12 0 R] /Lang (en) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot 30 0 R>>',
  2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources 10 0 R /Tabs /S /Annots [20 0 R]>>',
  10: '<</Font <</T 5 0 R>>>>',
  11: stream(packet(accessMetadata)),
  12: '<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 13 0 R>>',
  13: stream(profile('mntr', 'RGB'), ' /N 3'),
  14: '<</Title (A title)>>',
  20: '<</Type /Annot /Subtype /Link /Rect [60 145 70 160] /F 4 /Contents (to the source) /A <</S /URI /URI (https://example.org)>>>>',
  30: '<</Type /StructTreeRoot /K 33 0 R /RoleMap <</Em /Span>>>>',
  31: '<</S /H1 /P 33 0 R /Pg 3 0 R /K 0>>',
  32: '<</S /Link /P 33 0 R /Pg 3 0 R /K [1 <</Type /OBJR /Obj 20 0 R>>]>>',
  33: `<</S /Document /P 30 0 R /K ${kids}>>`,
};

const spoil = (objects: WrittenObjects, { swap, objects: own }: Spoilt): WrittenObjects => {
  const spoilt: Record<number, string> = { ...objects, ...own };
  for (const [number, from, to] of swap ?? []) {
    const text = spoilt[number] ?? '';
    if (!text.includes(from)) throw new Error(`object ${number} has no ${from}`);
    const replaced = text.replace(from, to);
    // A stream keeps its true length.
    const length = /^<<\/Length \d+/.exec(replaced);
    spoilt[number] =
      length === null
        ? replaced
        : `<</Length ${/stream\n([^]*)\nendstream$/.exec(replaced)?.[1]?.length ?? 0}${replaced.slice(length[0].length)}`;
  }
  return spoilt;
};

const written = (objects: WrittenObjects, content: string, spoilt: Spoilt): Uint8Array =>
  writtenPdf(
    spoil({ ...objects, 4: stream(spoilt.content ?? content) }, spoilt),
    spoilt.trailer ?? ' /Info 14 0 R /ID [<01> <01>]',
  );

/** A file that a press takes, spoilt. */
export const pressFile = (spoilt: Spoilt = {}): Uint8Array => written(press, pressContent, spoilt);

/** A file that the archive takes and that can be read aloud, spoilt. */
export const accessFile = (spoilt: Spoilt = {}): Uint8Array => written(access, accessContent, spoilt);
