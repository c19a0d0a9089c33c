/** Small and huge pictures for tests, made byte by byte: headers are enough, nothing is decoded. */

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );

const big32 = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const big16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];
const little16 = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];
const little24 = (value: number): readonly number[] => [...little16(value), (value >> 16) & 0xff];

/** PNG: signature and the chunk IHDR. */
export const png = (width: number, height: number): Uint8Array =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], big32(13), 'IHDR', big32(width), big32(height), [8, 2, 0, 0, 0]);

/** JPEG: a comment, a table and then the frame header. */
export const jpeg = (width: number, height: number): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xfe],
    big16(2 + 10_000),
    Array.from({ length: 10_000 }, () => 0),
    [0xff, 0xff, 0xc4],
    big16(4),
    [0, 0, 0xff, 0xc2],
    big16(11),
    [8],
    big16(height),
    big16(width),
    [1, 1, 17, 0],
  );

/** GIF89a: the logical screen. */
export const gif = (width: number, height: number): Uint8Array =>
  bytes('GIF89a', little16(width), little16(height), [0, 0, 0]);

/** WebP in its three forms. */
export const webp = (form: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array => {
  const head = (rest: readonly number[]): Uint8Array =>
    bytes(
      'RIFF',
      [0, 0, 0, 0],
      'WEBP',
      form,
      [0, 0, 0, 0],
      rest,
      Array.from({ length: 8 }, () => 0),
    );
  if (form === 'VP8X') return head([0, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]);
  if (form === 'VP8 ') return head([0, 0, 0, 0x9d, 0x01, 0x2a, ...little16(width), ...little16(height)]);
  const bits = (width - 1) | ((height - 1) << 14);
  return head([0x2f, bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >>> 24) & 0xff]);
};
