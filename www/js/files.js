// Files: what can be dropped on the page or chosen. Plain text, saved web pages and saved mails are read; anything else is refused with a
// sentence that says what to do instead. Nothing is changed on disk.

import { readMail } from "./mail.js";

/** @typedef {{ name: string, plain?: string, html?: string, published?: string | null, roles?: import("./types.js").Role[] | null, told?: Record<string, string> }} ReadFile */
/** @typedef {{ name: string, why: "image" | "pdf" | "office" | "binary" | "encoding" | "huge" | "unread" }} Refused */

const HUGE = 64 * 1024 * 1024;
const TEXTUAL = /\.(?:txt|text|md|markdown|html?|xhtml|eml|csv|tsv|jsonl|ndjson|log|srt|vtt)$/i;

/**
 * All files of a drop, folders opened.
 * @param {DataTransfer} data
 * @returns {Promise<File[]>}
 */
export async function filesOf(data) {
  const entries = [...data.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry?.() ?? item.getAsFile() : null));
  const plain = [...data.files];
  if (!entries.some((entry) => entry && "isDirectory" in entry && entry.isDirectory)) return plain;
  /** @type {File[]} */
  const files = [];
  for (const entry of entries) {
    if (entry instanceof File) files.push(entry);
    else if (entry) await open(entry, files);
  }
  return files;
}

/** @param {FileSystemEntry} entry @param {File[]} files */
async function open(entry, files) {
  if (entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise((resolve) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(null)));
    if (file) files.push(file);
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const inner of some) await open(inner, files);
  }
}

/**
 * The text of a file, or why it is refused.
 * @param {File} file
 * @returns {Promise<ReadFile | Refused>}
 */
export async function readFile(file) {
  const { name } = file;
  if (file.size > HUGE) return { name, why: "huge" };
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { name, why: "unread" };
  }
  const kind = sniff(bytes, file);
  if (kind) return { name, why: kind };
  if (/\.eml$/i.test(name) || file.type === "message/rfc822") {
    const mail = readMail(bytes);
    return mail ? { name, ...mail } : { name, why: "encoding" };
  }
  const marked = /\.x?html?$/i.test(name) || file.type === "text/html";
  const text = decode(bytes, marked);
  if (text === null) return { name, why: "encoding" };
  if (text.includes("\0")) return { name, why: "binary" };
  if (!marked) return { name, plain: text };
  const own = /<meta name="glosswire" /.test(text.slice(0, 2_000)) ? (await import("./export/own.js").catch(() => null))?.readOwn(text) : null;
  return own ? { name, ...own } : { name, plain: "", html: text };
}

/**
 * What the first bytes give away.
 * @param {Uint8Array} bytes
 * @param {File} file
 * @returns {Refused["why"] | null}
 */
function sniff(bytes, file) {
  const starts = (/** @type {number[]} */ ...magic) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38) || starts(0x52, 0x49, 0x46, 0x46)) return "image";
  if (file.type.startsWith("image/") && file.type !== "image/svg+xml") return "image";
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0) || starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return "office";
  const utf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (!utf16 && bytes.subarray(0, 65_536).includes(0)) return "binary";
  return null;
}

/** The text in UTF-8, in UTF-16 or the encoding of a web page where it says so; null if it is none of them. @param {Uint8Array} bytes @param {boolean} marked */
function decode(bytes, marked) {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const head = marked ? String.fromCharCode(...bytes.subarray(0, 2_048)) : "";
  const told = head.match(/<meta[^>]*?charset\s*=\s*["']?([a-z0-9_:-]+)/i)?.[1];
  for (const label of [mark, told]) {
    try {
      if (label) return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      /* not in this one */
    }
  }
  return null;
}

/** Whether a file of a folder is worth opening. @param {File} file */
export function looksTextual(file) {
  return TEXTUAL.test(file.name) || file.type.startsWith("text/");
}
