import { inflateSync } from 'node:zlib';

/**
 * A WOFF file as the OpenType font in it (https://www.w3.org/TR/WOFF/). The
 * inflater of opentype.js refuses some valid files with "Data error".
 */
export function fontOfWoff(woff: Buffer): ArrayBuffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const size = woff.readUInt32BE(entry + 12);
    const data = woff.subarray(start, start + packed);
    return {
      tag: woff.readUInt32BE(entry),
      sum: woff.readUInt32BE(entry + 16),
      data: packed < size ? inflateSync(data) : data,
    };
  });
  const head = 12 + 16 * count;
  const sizes = tables.map(({ data }) => Math.ceil(data.length / 4) * 4);
  const font = Buffer.alloc(head + sizes.reduce((sum, size) => sum + size, 0));
  // Version and number of tables; the search ranges after them go unread.
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(count, 4);
  let at = head;
  for (const [index, { tag, sum, data }] of tables.entries()) {
    const entry = 12 + 16 * index;
    font.writeUInt32BE(tag, entry);
    font.writeUInt32BE(sum, entry + 4);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(data.length, entry + 12);
    data.copy(font, at);
    at += sizes[index] ?? 0;
  }
  return new Uint8Array(font).buffer;
}
