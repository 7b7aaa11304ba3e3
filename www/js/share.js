// Share: a link that holds an article. `#v1.` and then, as base64url, a checksum and the article packed by deflate. What stands behind
// the # of an address is sent to no server. A link that was cut or changed is told from a whole one by its checksum.

import { originOf } from "./export/source.js";
import { crc32 } from "./export/zip.js";

/** @typedef {{ text: string, published: string | null, told: Record<string, string> }} Shared */

export const LONG = 8_000;            /* beyond, some mail and chat programs cut a link */
export const MOST = 60_000;           /* beyond, a link is refused: browsers and mail cut it */
const INSIDE = 8_000_000;             /* no honest link unpacks to more */

/** Why the page can make no such links, if it can't: a link to a file on this device leads others nowhere. @param {string} page its address @returns {"browser" | "file" | null} */
export function whyNot(page) {
  return /^https?:/.test(page) ? (typeof CompressionStream === "function" ? null : "browser") : "file";
}

/** @param {import("./types.js").Article} article @param {string} page address of the page @returns {Promise<string>} */
export async function linkOf(article, page) {
  const { title, outlet, date, address } = originOf(article);
  const told = Object.fromEntries(Object.entries({ title, outlet, date, address }).filter(([, value]) => value));
  const bytes = new TextEncoder().encode(JSON.stringify({ text: article.text, ...told }));
  const packed = new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
  const whole = new Uint8Array(packed.length + 4);
  new DataView(whole.buffer).setUint32(0, crc32(packed));
  whole.set(packed, 4);
  return `${page.replace(/#.*$/s, "")}#v1.${toBase64(whole)}`;
}

/** The article of a fragment, or why there is none. @param {string} fragment @returns {Promise<Shared | "newer" | "broken">} */
export async function articleOf(fragment) {
  const [, version, body] = /^#v(\d+)\.(.*)$/s.exec(fragment) ?? [];
  if (version !== "1") return Number(version) > 1 ? "newer" : "broken";
  try {
    const whole = fromBase64(body);
    const packed = whole.subarray(4);
    if (whole.length < 6 || new DataView(whole.buffer).getUint32(0) !== crc32(packed)) return "broken";
    const { text, ...rest } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await unpack(packed)));
    if (typeof text !== "string" || !text.trim()) return "broken";
    /** @type {Record<string, string>} */
    const told = {};
    for (const name of ["title", "outlet", "date", "address"]) if (typeof rest[name] === "string" && rest[name].length <= 2_000) told[name] = rest[name];
    if (!/^\d{4}-\d{2}-\d{2}$/.test(told.date ?? "")) delete told.date;
    if (!/^https?:\/\//i.test(told.address ?? "")) delete told.address;
    return { text, published: told.date ?? null, told };
  } catch {
    return "broken";
  }
}

/** @param {Uint8Array<ArrayBuffer>} packed */
async function unpack(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > INSIDE) {
      await reader.cancel();
      throw new RangeError("too much");
    }
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (value));
  }
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8_192) letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} letters @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(letters) {
  return Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
