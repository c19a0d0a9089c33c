/**
 * Properties of an XMP packet (ISO 16684-1): what the standards ask for stands in simple properties, as elements or as attributes, and in
 * the first item of a list. The packet is read as text; what it says is compared and never obeyed.
 */
import { catalogOf } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { asStream } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';

/** Prefixes as the standards write them, by their namespaces; a packet may choose others. */
const prefixes: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
};

/** A property's value by its name, `pdfuaid:part`. */
export type XmpProperties = ReadonlyMap<string, string>;

/** Packets have some kilobytes. */
const largest = 1024 * 1024;

/** Prefixes of the packet → those of the standards. */
const namesIn = (text: string): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [, own = '', double, single] of text.matchAll(
    /xmlns:([\w.-]{1,40})\s{0,9}=\s{0,9}(?:"([^"<]{0,200})"|'([^'<]{0,200})')/g,
  )) {
    const standard = prefixes[double ?? single ?? ''];
    if (standard !== undefined) names.set(own, standard);
  }
  return names;
};

/** The properties in a packet. */
export const readXmp = (text: string): XmpProperties => {
  const names = namesIn(text);
  const properties = new Map<string, string>();
  const add = (prefix: string, name: string, value: string): void => {
    const standard = names.get(prefix);
    const key = `${standard}:${name}`;
    if (standard !== undefined && value.trim() !== '' && !properties.has(key))
      properties.set(key, value.trim());
  };
  for (const [, prefix = '', name = '', value = ''] of text.matchAll(
    /\s([\w.-]{1,40}):(\w{1,40})="([^"<]{0,2000})"/g,
  ))
    add(prefix, name, value);
  // The text of an element, or of the first item of the list in it.
  for (const [, prefix = '', name = '', value = ''] of text.matchAll(
    /<([\w.-]{1,40}):(\w{1,40})[^<>]{0,400}>(?:\s{0,99}<rdf:(?:Alt|Seq|Bag)>\s{0,99}<rdf:li[^<>]{0,200}>)?([^<]{1,2000})(?=<)/g,
  ))
    add(prefix, name, value);
  return properties;
};

/** The properties of a file; undefined where its catalog has no packet that can be read. */
export const xmpOf = (file: PdfFile): XmpProperties | undefined => {
  const stream = asStream(file.resolve(catalogOf(file)?.dictionary.entries.get('Metadata')));
  const bytes = stream === undefined ? undefined : streamContent(file, stream, largest);
  return bytes === undefined ? undefined : readXmp(new TextDecoder().decode(bytes));
};
