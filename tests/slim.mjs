// Slim: takes out of the scripts, the style sheet and the HTML of a laid-out page what only people read: comments, indentation, long names inside a
// module. Each module stays a file of its own, so that what a host serves can still be held beside its source. Licences stay in.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { transform } from "esbuild";

/** What is slimmed (the service worker is not: it is stamped, and small), and how esbuild calls it. @type {Record<string, "js" | "css">} */
const KINDS = { ".js": "js", ".css": "css" };

/** Slims a folder in place. A folder that is slim already stays as it is. @param {string} folder */
export async function slim(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const kind = extname(entry.name);
    const loader = KINDS[kind];
    if (!entry.isFile() || !loader && kind !== ".html" || entry.name === "sw.js") continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const source = await readFile(file, "utf8");
    if (!loader) {
      await writeFile(file, source.replace(/<!--[^]*?-->\n?/g, ""));
      continue;
    }
    const text = source.replace(/\/\*(?=[\s*]*Copyright)/g, () => "/*!");   /* so that esbuild knows a licence */
    const { code } = await transform(text, { loader, minify: true, legalComments: "inline", charset: "utf8", target: "es2023" });
    await writeFile(file, code);
  }
}
