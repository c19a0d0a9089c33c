/**
 * The kind and size of a picture, read from its first bytes: PNG (https://www.w3.org/TR/png/), JPEG (ITU-T T.81),
 * GIF89a, WebP (https://www.rfc-editor.org/rfc/rfc9649). Nothing is decoded.
 */

/** What the header of a picture says; sizes in pixels. */
export interface PictureHeader {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0): boolean =>
  signature.every((byte, index) => bytes[offset + index] === byte);

const codes = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const pngSignature = [0x89, ...codes('PNG\r\n'), 0x1a, 0x0a];

const png = (bytes: Uint8Array): PictureHeader | undefined => {
  if (!startsWith(bytes, pngSignature) || bytes.length < 24) return undefined;
  const view = viewOf(bytes);
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
};

const gif = (bytes: Uint8Array): PictureHeader | undefined => {
  if (!startsWith(bytes, codes('GIF8')) || bytes.length < 10) return undefined;
  const view = viewOf(bytes);
  return { mime: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
};

/** Frame headers SOF0…SOF15 carry the size; C4, C8 and CC are other segments. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const hasNoLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const jpeg = (bytes: Uint8Array): PictureHeader | undefined => {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (hasNoLength(marker)) at += 2;
    else if (isFrame(marker)) {
      return { mime: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
};

const uint24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0) * 0x10000;

const webp = (bytes: Uint8Array): PictureHeader | undefined => {
  if (!startsWith(bytes, codes('RIFF')) || !startsWith(bytes, codes('WEBP'), 8) || bytes.length < 30) {
    return undefined;
  }
  const view = viewOf(bytes);
  const mime = 'image/webp';
  if (startsWith(bytes, codes('VP8X'), 12)) {
    return { mime, width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 };
  }
  if (startsWith(bytes, codes('VP8L'), 12)) {
    const bits = view.getUint32(21, true);
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (startsWith(bytes, codes('VP8 '), 12)) {
    return { mime, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return undefined;
};

/** Comes in: the first bytes of a file; goes out: what its header says, or nothing where it is no such picture. */
export const pictureHeader = (bytes: Uint8Array): PictureHeader | undefined =>
  png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? webp(bytes);
