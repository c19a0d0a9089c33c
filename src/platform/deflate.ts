/** Packing into zlib data (RFC 1950), as PDF streams are packed. Pure: the same bytes are packed into the same bytes. */
import { deflateSync } from 'node:zlib';

/** Beyond it pages of text hardly get smaller and take twice the time. */
const level = 5;

/** The bytes packed. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level });
