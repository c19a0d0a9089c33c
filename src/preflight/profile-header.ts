/** What an ICC profile says it is (ICC.1:2010 §7.2, https://www.color.org/specification/ICC1v43_2010-12.pdf). */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfStream } from '../prepress/pdf-values.ts';
import { latinText } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';

/** The fields of a profile's header that are judged; signatures without the spaces they are filled up with. */
export interface ProfileHeader {
  /** `prtr` for a printing condition, `mntr` for a screen, `scnr`, `spac`. */
  readonly deviceClass: string;
  /** `CMYK`, `RGB`, `GRAY`… */
  readonly colourSpace: string;
  /** Major version. */
  readonly version: number;
}

/** The largest profiles in use have some megabytes. */
const largest = 32 * 1024 * 1024;

const headerLength = 128;

/** Reads the header of a profile in a stream; undefined where it is none. */
export const readProfileHeader = (file: PdfFile, stream: PdfStream): ProfileHeader | undefined => {
  const bytes = streamContent(file, stream, largest);
  if (bytes === undefined || bytes.length < headerLength) return undefined;
  const signature = (at: number): string => latinText(bytes.subarray(at, at + 4)).trim();
  if (signature(36) !== 'acsp') return undefined;
  return { deviceClass: signature(12), colourSpace: signature(16), version: bytes[8] ?? 0 };
};
