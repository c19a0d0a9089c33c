/**
 * Four plates of 8 bits as a TIFF with their profile (TIFF 6.0 §16 CMYK images, https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf):
 * the plainest file that the colour engine takes for separated ink.
 */

const short = 3;
const long = 4;
const undefinedBytes = 7;
const headLength = 8;
const entryLength = 12;

/** A file of pixels, four bytes each, in rows of `width`. */
export const separatedTiff = (
  pixels: Uint8Array,
  width: number,
  profile: Uint8Array = new Uint8Array(),
): Uint8Array => {
  const height = pixels.length / 4 / width;
  const count = profile.length === 0 ? 10 : 11;
  const depthsAt = headLength + 2 + count * entryLength + 4;
  const profileAt = depthsAt + 8;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 4, depthsAt],
    [259, short, 1, 1],
    [262, short, 1, 5],
    [273, long, 1, pixelsAt],
    [277, short, 1, 4],
    [278, long, 1, height],
    [279, long, 1, pixels.length],
    [284, short, 1, 1],
    [34_675, undefinedBytes, profile.length, profileAt],
  ];
  const bytes = new Uint8Array(pixelsAt + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, headLength]);
  view.setUint16(headLength, count, true);
  for (const [index, [tag, type, values, value]] of entries.slice(0, count).entries()) {
    const at = headLength + 2 + index * entryLength;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, values, true);
    view.setUint32(at + 8, value, true);
  }
  for (let plate = 0; plate < 4; plate += 1) view.setUint16(depthsAt + 2 * plate, 8, true);
  bytes.set(profile, profileAt);
  bytes.set(pixels, pixelsAt);
  return bytes;
};
