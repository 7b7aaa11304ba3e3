// Room: the formats in which an article can be saved, in the order in which they are offered. Each is made when it is asked for, by a
// file of its own that is fetched then.

import { zip } from "./zip.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {{ name: string, blob: Blob, left: number }} Made a file; `left` counts the marks for which its format has no room */
/** @typedef {{ name: string, text: string }} Entry */
/** @typedef {{ id: string, type: string, make: (source: Source) => Promise<{ entries: Entry[], left?: number }> }} Format */

/** @type {Format[]} */
export const FORMATS = [
  { id: "html", type: "text/html", make: async (source) => one(source, "html", (await import("./html.js")).toHtml(source)) },
  { id: "markdown", type: "text/markdown", make: async (source) => one(source, "md", (await import("./markdown.js")).toMarkdown(source)) },
  { id: "table", type: "text/csv", make: async (source) => one(source, "csv", (await import("./table.js")).toTable(source)) },
  { id: "json", type: "application/json", make: async (source) => one(source, "json", (await import("./json.js")).toJson(source)) },
  { id: "jsonld", type: "application/ld+json", make: async (source) => one(source, "jsonld", await (await import("./jsonld.js")).toJsonLd(source)) },
  {
    id: "brat", type: "text/plain",
    make: async (source) => {
      const { ann, conf } = (await import("./brat.js")).toBrat(source);
      return { entries: [{ name: `${source.name}.txt`, text: source.article.text }, { name: `${source.name}.ann`, text: ann }, { name: "annotation.conf", text: conf }] };
    },
  },
  {
    id: "conll", type: "text/plain",
    make: async (source) => {
      const { text, left } = (await import("./conll.js")).toConll(source);
      return { ...one(source, "conll", text), left };
    },
  },
];

/** @param {Source} source @param {string} ending @param {string} text @returns {{ entries: Entry[] }} */
function one(source, ending, text) {
  return { entries: [{ name: `${source.name}.${ending}`, text }] };
}

/**
 * A file of one article, or of several in one zip.
 * @param {Format} format
 * @param {Source[]} sources
 * @returns {Promise<Made>}
 */
export async function make(format, sources) {
  let left = 0;
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const source of sources) {
    const made = await format.make(source);
    left += made.left ?? 0;
    for (const { name, text } of made.entries) files.set(name === "annotation.conf" ? name : free(name, files), name === "annotation.conf" ? joined(files.get(name), text) : text);
  }
  const entries = [...files].map(([name, text]) => ({ name, text }));
  if (entries.length === 1) return { name: entries[0].name, blob: new Blob([entries[0].text], { type: `${format.type};charset=utf-8` }), left };
  return { name: `${sources.length > 1 ? "articles" : sources[0].name}-${format.id}.zip`, blob: zip(entries), left };
}

/** A name that no file has yet; a text and its marks keep one name. @param {string} name @param {Map<string, string>} files */
function free(name, files) {
  if (!files.has(name)) return name;
  const dot = name.lastIndexOf(".");
  for (let number = 2; ; number += 1) {
    const other = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    if (!files.has(other)) return other;
  }
}

/** The kinds of both lists. @param {string | undefined} known @param {string} text */
function joined(known, text) {
  if (known === undefined) return text;
  const kinds = (/** @type {string} */ conf) => conf.slice("[entities]\n".length, conf.indexOf("\n\n")).split("\n");
  return `[entities]\n${[...new Set([...kinds(known), ...kinds(text)])].sort().join("\n")}${text.slice(text.indexOf("\n\n"))}`;
}
