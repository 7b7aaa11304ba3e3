// Single: the whole page in one file that works from a double-click, where a browser lets it load no module and fetch nothing. Styles and
// scripts stand in it (all scripts as one classic script), the compiled core, the worker and the samples inside the script. Its policy
// names that style and that script by their digests and allows no other, and no connection at all.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { build } from "esbuild";

const TYPES = { wasm: "application/wasm", js: "text/javascript", json: "application/json", txt: "text/plain; charset=utf-8" };

/** What parts.js fetches, all but the module as text. */
const TEXTS = ["samples/samples.json", "samples/first.txt", "samples/second.txt"];
const MODULE = "pkg/glosswire_bg.wasm";

/** In the place of www/js/parts.js: the same two names, the parts at hand. The module is packed, and unpacked by the browser. */
const PARTS = `
import { packed, texts } from "glosswire:inside";

export const workerType = "classic";

export async function part(path) {
  const type = path.endsWith(".wasm") ? "${TYPES.wasm}" : "text/plain";
  if (path in texts) return new Response(texts[path], { headers: { "Content-Type": type } });
  if (!(path in packed)) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(packed[path]), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": type } });
}
`;

/**
 * The file, as text.
 * @param {string} from www/ or a folder laid out like it
 */
export async function single(from) {
  const read = (/** @type {string} */ path) => readFile(join(from, path), "utf8");
  const page = await read("index.html");
  /* the glue has a way to fetch the module from beside itself, which the worker never goes */
  const worker = await bundle({ entryPoints: [join(from, "js/worker.js")], define: { "import.meta.url": '""' } });

  /** @type {Record<string, string>} an empty text for the glue, which the worker's script has inside */
  const texts = { "js/worker.js": worker, "pkg/glosswire.js": "" };
  for (const path of TEXTS) texts[path] = await read(path);
  const packed = { [MODULE]: (await promisify(gzip)(await readFile(join(from, MODULE)), { level: 9 })).toString("base64") };
  const entries = [...page.matchAll(/<script type="module" src="([^"]+)"[^>]*><\/script>/g)].map(([, path]) => `import ${JSON.stringify(`./${path}`)};`);
  const script = await bundle({
    stdin: { contents: entries.join("\n"), resolveDir: resolve(from), sourcefile: "glosswire.js" },
    plugins: [inside({ packed, texts })],
  });
  const style = await read("style.css");
  const icon = Buffer.from(await read("icons/glosswire.svg")).toString("base64");
  const licence = (await read("vendor/readability.LICENSE.md")).replaceAll("-->", "").trim();
  whole("script", script);
  whole("style", style);

  const policy = [
    "default-src 'none'", `script-src '${digest(script)}' 'wasm-unsafe-eval'`, `style-src '${digest(style)}'`, "img-src data:", "worker-src blob:",
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types glosswire glosswire-inert",
  ].join("; ");

  /* every replacement is a function: in a string, $& and its kin would mean something */
  const file = page
    .replace(/<!--[\s\S]*?-->\s*/, () => `<!--\n  Glosswire in one file. Code: MIT or Apache-2.0. Model weights: CC BY-SA 4.0. It includes Readability by Mozilla:\n${licence}\n-->\n`)
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => `${before}${policy}`)
    .replace(/<link rel="(?:modulepreload|preload|manifest|apple-touch-icon)"[^>]*>\n?/g, () => "")
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">`)
    .replace(/<script type="module" src=[^>]*><\/script>\n?/g, () => "")
    .replace(/<meta name="version"[^>]*>\n?/, () => "")
    .replace('href="./"', () => 'href="#"')
    .replace('<link rel="stylesheet" href="style.css">', () => `<style>${style}</style>`)
    .replace("</body>", () => `<script>${script}</script>\n</body>`);
  check(file, script, style);
  return file;
}

/** One classic script of what an entry imports, the imports that wait for being asked for too. @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await build({
    bundle: true, format: "iife", target: "es2023", charset: "utf8", write: false, logLevel: "warning", legalComments: "inline",
    /* an address beside the file would mean nothing: only parts.js may ask for one */
    logOverride: { "empty-import-meta": "error", "commonjs-variable-in-esm": "silent" },
    ...options,
  });
  /* esbuild sees to "</script"; in strings, templates and patterns, the only places of these two, the sign can be spelt out */
  return outputFiles[0].text.replace(/<(?=!--|script[\s/>])/gi, () => "\\x3C");
}

/** @param {{ packed: Record<string, string>, texts: Record<string, string> }} parts @returns {import("esbuild").Plugin} */
function inside(parts) {
  return {
    name: "inside",
    setup(plugged) {
      plugged.onLoad({ filter: /[\\/]js[\\/]parts\.js$/ }, () => ({ contents: PARTS, loader: "js" }));
      plugged.onResolve({ filter: /^glosswire:inside$/ }, ({ path }) => ({ path, namespace: "inside" }));
      plugged.onLoad({ filter: /./, namespace: "inside" }, () => ({
        contents: Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n"),
        loader: "js",
      }));
    },
  };
}

/** @param {string} text */
function digest(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Nothing in it may end its element, begin another, or be read otherwise than it is written: its digest would be another. @param {"script" | "style"} element @param {string} text */
function whole(element, text) {
  const bad = text.match(element === "script" ? /<\/script|<!--|<script[\s/>]|\r|\0/i : /<\/style|\r|\0/i);
  if (bad) throw new Error(`the ${element} can't stand inside a page: it has ${JSON.stringify(bad[0])} at ${bad.index}`);
}

/** Nothing in the file may ask for another file. @param {string} file @param {string} script @param {string} style */
function check(file, script, style) {
  const bare = file.replace(script, () => "").replace(style, () => "").replace(/<!--[\s\S]*?-->/g, () => "");
  for (const [found, address] of bare.matchAll(/\s(?:src|href|action|data|poster)="([^"]*)"/g)) {
    if (!/^(?:#|data:)/.test(address)) throw new Error(`the single file asks for another:${found}`);
  }
  if (bare.match(/<script/g)?.length !== 1 || bare.match(/<style/g)?.length !== 1) throw new Error("the single file must have one script and one style");
}
