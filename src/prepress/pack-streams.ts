/** Streams as they lie in a file: packed (ISO 32000-1 §7.4.4), where they are not packed already. */
import { deflate, deflateAside } from '../platform/deflate.ts';
import type { PdfStream } from './pdf-values.ts';
import { asName, pdfName, withEntries } from './pdf-values.ts';

/** Metadata must be readable by programs that know no PDF (§14.3.2); all else that lies unpacked is packed. */
const staysAsItIs = ({ dictionary: { entries } }: PdfStream): boolean =>
  entries.has('Filter') || asName(entries.get('Type')) === 'Metadata';

const asItIs = ({ dictionary, bytes }: PdfStream): PdfStream => ({
  kind: 'stream',
  dictionary: withEntries(dictionary, { Length: bytes.length }),
  bytes,
});

const withPacked = ({ dictionary }: PdfStream, bytes: Uint8Array): PdfStream => ({
  kind: 'stream',
  dictionary: withEntries(dictionary, { Filter: pdfName('FlateDecode'), Length: bytes.length }),
  bytes,
});

/** The stream as it is written. */
export const packed = (stream: PdfStream): PdfStream =>
  staysAsItIs(stream) ? asItIs(stream) : withPacked(stream, deflate(stream.bytes));

/** As {@link packed}, on another thread: the bytes are the same. */
export const packedAside = async (stream: PdfStream): Promise<PdfStream> =>
  staysAsItIs(stream) ? asItIs(stream) : withPacked(stream, await deflateAside(stream.bytes));
