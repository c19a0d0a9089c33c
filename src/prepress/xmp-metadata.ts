/**
 * Metadata as XMP (ISO 16684-1, ISO 32000-1 §14.3.2): the same as the information dictionary says, and the standards a file keeps to. The
 * stream stays unpacked, so that programs that know no PDF find it.
 */
import type { DocumentInformation } from './document-information.ts';
import { producer } from './document-information.ts';
import type { PdfStream } from './pdf-values.ts';
import { pdfDictionary, pdfName } from './pdf-values.ts';

/** What a standard asks the metadata to say: `pdfaid:part` is 2. */
export interface XmpClaim {
  readonly prefix: string;
  readonly namespace: string;
  readonly properties: Readonly<Record<string, string>>;
  /** For properties that PDF/A does not know (ISO 19005-2 §6.6.2.3): what they are. */
  readonly schema?: {
    readonly name: string;
    /** By property: its XMP type and what it says. */
    readonly properties: Readonly<Record<string, { readonly type: string; readonly description: string }>>;
  };
}

/** PDF/A-2a, for archives: ISO 19005-2 §6.6.4. */
export const archiveClaim: XmpClaim = {
  prefix: 'pdfaid',
  namespace: 'http://www.aiim.org/pdfa/ns/id/',
  properties: { part: '2', conformance: 'A' },
};

/** PDF/UA-1, for those who hear a page or see it otherwise: ISO 14289-1 §5. */
export const accessibilityClaim: XmpClaim = {
  prefix: 'pdfuaid',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  properties: { part: '1' },
  schema: {
    name: 'PDF/UA identification schema',
    properties: { part: { type: 'Integer', description: 'Part of ISO 14289 that the file keeps to' } },
  },
};

/** What XML 1.0 can say (§2.2, https://www.w3.org/TR/xml/#charsets): no control characters but white space, no halves of pairs. */
const isWritable = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x20
    ? (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
    : code === 0x09 || code === 0x0a || code === 0x0d;
};

const escaped = (text: string): string =>
  [...text]
    .filter((letter) => isWritable(letter))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const simple = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : `<${name}>${escaped(value)}</${name}>\n`;

/** A text in the language of the document, which is its default. */
const alternative = (name: string, value: string | undefined): string =>
  value === undefined || value === ''
    ? ''
    : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>\n`;

const listed = (name: string, kind: 'Seq' | 'Bag', value: string | undefined): string =>
  value === undefined || value === ''
    ? ''
    : `<${name}><rdf:${kind}><rdf:li>${escaped(value)}</rdf:li></rdf:${kind}></${name}>\n`;

const described = (namespaces: readonly (readonly [string, string])[], content: string): string =>
  `<rdf:Description rdf:about=""${namespaces.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>\n${content}</rdf:Description>\n`;

const claimed = ({ prefix, namespace, properties }: XmpClaim): string =>
  described(
    [[prefix, namespace]],
    Object.entries(properties)
      .map(([name, value]) => simple(`${prefix}:${name}`, value))
      .join(''),
  );

const schemaOf = (claim: XmpClaim): string => {
  const { schema } = claim;
  if (schema === undefined) return '';
  const properties = Object.entries(schema.properties)
    .map(
      ([name, { type, description }]) =>
        `<rdf:li rdf:parseType="Resource">\n${simple('pdfaProperty:name', name)}${simple('pdfaProperty:valueType', type)}${simple('pdfaProperty:category', 'internal')}${simple('pdfaProperty:description', description)}</rdf:li>\n`,
    )
    .join('');
  return `<rdf:li rdf:parseType="Resource">\n${simple('pdfaSchema:schema', schema.name)}${simple('pdfaSchema:namespaceURI', claim.namespace)}${simple('pdfaSchema:prefix', claim.prefix)}<pdfaSchema:property><rdf:Seq>\n${properties}</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n`;
};

const extensions = (claims: readonly XmpClaim[]): string => {
  const schemas = claims.map((claim) => schemaOf(claim)).join('');
  return schemas === ''
    ? ''
    : described(
        [
          ['pdfaExtension', 'http://www.aiim.org/pdfa/ns/extension/'],
          ['pdfaSchema', 'http://www.aiim.org/pdfa/ns/schema#'],
          ['pdfaProperty', 'http://www.aiim.org/pdfa/ns/property#'],
        ],
        `<pdfaExtension:schemas><rdf:Bag>\n${schemas}</rdf:Bag></pdfaExtension:schemas>\n`,
      );
};

/** The date as XMP writes it, in UTC as in the information dictionary. */
const xmpDate = (date: Date | undefined): string | undefined =>
  date === undefined ? undefined : `${date.toISOString().slice(0, 19)}+00:00`;

/** The metadata stream of a document (`/Metadata` of its catalog). Empty texts are left out, as they are there. */
export const metadataStream = (information: DocumentInformation, claims: readonly XmpClaim[]): PdfStream => {
  const date = xmpDate(information.date);
  const content = [
    described(
      [['dc', 'http://purl.org/dc/elements/1.1/']],
      simple('dc:format', 'application/pdf') +
        alternative('dc:title', information.title) +
        listed('dc:creator', 'Seq', information.author) +
        alternative('dc:description', information.subject) +
        listed('dc:language', 'Bag', information.language),
    ),
    described(
      [['xmp', 'http://ns.adobe.com/xap/1.0/']],
      simple('xmp:CreatorTool', producer) +
        simple('xmp:CreateDate', date) +
        simple('xmp:ModifyDate', date) +
        simple('xmp:MetadataDate', date),
    ),
    described(
      [['pdf', 'http://ns.adobe.com/pdf/1.3/']],
      simple('pdf:Producer', producer) + simple('pdf:Keywords', information.keywords),
    ),
    ...claims.map((claim) => claimed(claim)),
    extensions(claims),
  ].join('');
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${content}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
  return {
    kind: 'stream',
    dictionary: pdfDictionary({ Type: pdfName('Metadata'), Subtype: pdfName('XML') }),
    bytes: new TextEncoder().encode(packet),
  };
};
