/** Text strings of a PDF (ISO 32000-1 §7.9.2.2). */

/** Decodes a text string: UTF-16BE or UTF-8 by its mark, otherwise the Latin part of PDFDocEncoding. */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
