// A static server for localhost: what `./build.sh serve`, the page tests and the benchmark look at the page with.
// It does no more than a static host such as GitHub Pages does, so a page that works here works there: no special headers,
// no rewriting, an optional sub-path. Nothing outside the root folder is ever read.
//
//   node tests/serve.mjs [--root www] [--port 8080] [--prefix /glosswire/]

import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** What each kind of file is called over HTTP. @type {Record<string, string>} */
const MIME = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** The folder served when none is named. */
export const WWW = fileURLToPath(new URL("../www", import.meta.url));

/**
 * Serves `root` on this machine only, under `prefix`. Port 0 takes any free one.
 * @param {{ root?: string, prefix?: string, port?: number }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with the prefix and a slash
 */
export async function startServer({ root = WWW, prefix = "/", port = 0 } = {}) {
  const folder = await realpath(root);
  const base = `/${prefix}/`.replace(/\/+/g, "/");
  const server = createServer((request, response) => {
    answer(folder, base, request, response).catch(() => say(response, 500, "the server could not read this file"));
  });
  await new Promise((resolved, rejected) => {
    server.once("error", rejected);
    server.listen(port, "127.0.0.1", () => resolved(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    port: address.port,
    close: () =>
      new Promise((resolved) => {
        server.close(() => resolved());
        server.closeAllConnections();
      }),
  };
}

/**
 * Answers one request with a file of the folder, a redirect to a folder's own address, or a short sentence.
 * @param {string} folder
 * @param {string} base
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, base, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return say(response, 405, "only GET and HEAD are answered");
  const [address] = (request.url ?? "/").split(/[?#]/, 1);
  if (`${address}/` === base) return redirect(response, base);
  const path = decode(address);
  if (path === null) return say(response, 400, "this address can't be read");
  if (!path.startsWith(base)) return say(response, 404, `nothing here: the page is at ${base}`);

  const wanted = resolve(folder, `.${sep}${path.slice(base.length)}`);
  const found = await locate(folder, wanted);
  if (found === null) return say(response, 404, "no such file");
  if (found.folder) {
    if (!path.endsWith("/")) return redirect(response, `${address.replace(/^\/+/, "/")}/`);
    const index = await locate(folder, join(found.path, "index.html"));
    if (index === null || index.folder) return say(response, 404, "no such file");
    return send(request, response, index);
  }
  if (path.endsWith("/")) return say(response, 404, "no such file");
  return send(request, response, found);
}

/**
 * The path of a URL in plain characters; null when it is malformed or holds what no file name here does.
 * @param {string} address
 */
function decode(address) {
  try {
    const path = decodeURIComponent(address);
    return path.includes("\0") || path.includes("\\") ? null : path;
  } catch {
    return null;
  }
}

/**
 * The real place of a file, if it exists and lies in the folder, links followed.
 * @param {string} folder
 * @param {string} wanted
 * @returns {Promise<{ path: string, folder: boolean, size: number } | null>}
 */
async function locate(folder, wanted) {
  try {
    const path = await realpath(wanted);
    if (path !== folder && !path.startsWith(folder + sep)) return null;
    const entry = await stat(path);
    if (!entry.isFile() && !entry.isDirectory()) return null;
    return { path, folder: entry.isDirectory(), size: entry.size };
  } catch {
    return null;
  }
}

/**
 * Sends one file, whole: the page is many small files, and a stream of each costs more than the file. `no-store`: what is served is always what
 * lies on disk now.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ path: string, size: number }} file
 */
async function send(request, response, file) {
  const bytes = request.method === "HEAD" ? null : await readFile(file.path);
  response.writeHead(200, {
    "Content-Type": MIME[extname(file.path).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": bytes?.length ?? file.size,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(bytes ?? undefined);
}

/** @param {import("node:http").ServerResponse} response @param {string} to */
function redirect(response, to) {
  response.writeHead(302, { Location: to, "Cache-Control": "no-store" }).end();
}

/** @param {import("node:http").ServerResponse} response @param {number} status @param {string} sentence */
function say(response, status, sentence) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${sentence}\n`);
}

/** Run by hand: serve until stopped, on the port asked for or the next free one. */
async function main() {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: WWW },
      port: { type: "string", default: process.env.PORT || "8080" },
      prefix: { type: "string", default: "/" },
    },
  });
  const first = Number(values.port);
  if (!Number.isInteger(first) || first < 0 || first > 65535) throw new Error(`--port ${values.port} is not a port`);
  for (let port = first; ; port += 1) {
    try {
      const server = await startServer({ root: values.root, prefix: values.prefix, port });
      if (server.port !== first && first !== 0) console.log(`Port ${first} is taken.`);
      console.log(`Glosswire is at ${server.url.replace("127.0.0.1", "localhost")} (Ctrl+C stops it)`);
      return;
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      if (code !== "EADDRINUSE" || port >= Math.min(first + 50, 65535)) throw error;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exitCode = 1;
  });
}
