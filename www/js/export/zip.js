// Zip: several files as one, stored as they are. The format's oldest part, which every system opens; no date but that format's first day.

/** @typedef {{ name: string, text: string }} Entry */

/** @type {Uint32Array | null} */
let table = null;

/** The checksum of zip and of share links. @param {Uint8Array} bytes */
export function crc32(bytes) {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    return sum;
  });
  let sum = -1;
  for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}

/** @param {Entry[]} entries @returns {Blob} */
export function zip(entries) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const files = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const index = [];
  let at = 0;
  for (const { name, text } of entries) {
    const bytes = encoder.encode(text);
    const label = encoder.encode(name);
    /* version, flags (names in UTF-8), method, time, day, checksum, sizes, length of the name, no more fields */
    const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [label.length, 2], [0, 2]];
    const head = numbers([[0x04034b50, 4], ...common]);
    files.push(head, label, bytes);
    index.push(numbers([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), label);
    at += head.length + label.length + bytes.length;
  }
  const length = index.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [length, 4], [at, 4], [0, 2]]);
  return new Blob([...files, ...index, end], { type: "application/zip" });
}

/** Numbers of two or four bytes, the lowest byte first. @param {number[][]} fields */
function numbers(fields) {
  const bytes = [];
  for (const [value, width] of fields) for (let byte = 0; byte < width; byte += 1) bytes.push((value >>> (8 * byte)) & 255);
  return Uint8Array.from(bytes);
}
