// Stamp: the list of the page's files and their digests, put into its service worker, and a version made of them, put into the page, whose
// policy then lets it be registered. A folder that is laid out for a host is stamped; www/ is not, so that a change shows on the next reload.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** What the page needs; not its licences, types and package data. */
const NEEDED = /^(?:index\.html|style\.css|manifest\.webmanifest|(?:icons|js|samples)\/[^.].*|pkg\/glosswire\.js|pkg\/glosswire_bg\.wasm|vendor\/[^.]+\.js)$/;
const PAGE = "index.html";
const WORKER = "sw.js";

/** @param {string | Buffer} bytes */
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * The two stamped files of a folder.
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
export async function stamped(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  /** @type {Record<string, string>} */
  const files = {};
  for (const path of paths.filter((one) => NEEDED.test(one)).sort()) files[path] = digest(await readFile(join(folder, path)));
  const version = digest(JSON.stringify(files)).slice(0, 12);
  const allowed = fill(await readFile(join(folder, PAGE), "utf8"), /(worker-src )(?:'self' )?(?=blob:)/, "'self' ");
  const page = fill(allowed, /(<meta name="version" content=")[^"]*/, version);
  files[PAGE] = digest(page);
  const bare = fill(await readFile(join(folder, WORKER), "utf8"), /(const VERSION = ")[^"]*/, version);
  return { [PAGE]: page, [WORKER]: fill(bare, /(const FILES = )\{[^}]*\}/, JSON.stringify(files, null, 2)) };
}

/** @param {string} text @param {RegExp} place @param {string} value */
function fill(text, place, value) {
  if (!place.test(text)) throw new Error(`no place for a stamp: ${place}`);
  return text.replace(place, (_, before) => before + value);
}

/** Stamps a folder in place. A folder that is stamped already gets the same stamp for the same files. @param {string} folder */
export async function stamp(folder) {
  const bare = fill(await readFile(join(folder, PAGE), "utf8"), /(worker-src )(?:'self' )?(?=blob:)/, "");
  await writeFile(join(folder, PAGE), fill(bare, /(<meta name="version" content=")[^"]*/, ""));
  for (const [path, text] of Object.entries(await stamped(folder))) await writeFile(join(folder, path), text);
}
