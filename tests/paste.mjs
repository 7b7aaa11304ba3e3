// Paste: saved clipboards through the page's own code, in a real browser.
//
//   node tests/paste.mjs outlines PASTES.jsonl OUT.jsonl   what the trainer reads: the row and its `page`, boxes and lines of the HTML
//   node tests/paste.mjs articles PASTES.jsonl OUT.jsonl   what readPaste finds: rows {"id", "body", "title", "ms", "lines"}
//
// Rows of PASTES: {"id", "clip_plain", "clip_html", ...}. Files that end in .gz are unpacked.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { startServer } from "./serve.mjs";

/** Roles that make the body of an article. */
const BODY = ["body", "subheading", "list"];

/** @param {string} path @returns {any[]} */
export function rowsOf(path) {
  const raw = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/**
 * Opens the page and runs a job on it.
 * @template T
 * @param {(page: import("playwright-core").Page) => Promise<T>} job
 */
export async function onPage(job) {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: process.env.GLOSSWIRE_CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await job(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The outline of a paste; null where its HTML tells nothing. @param {import("playwright-core").Page} page @param {any} row */
export function outlineOf(page, row) {
  return page.evaluate(async ({ html, plain }) => {
    const { outline } = await import(new URL("js/outline.js", document.baseURI).href);
    return outline(html, plain);
  }, { html: row.clip_html ?? "", plain: row.clip_plain ?? "" });
}

/** What readPaste finds, and how long it took. @param {import("playwright-core").Page} page @param {{ plain?: string, html?: string }} paste */
export function articleOf(page, paste) {
  return page.evaluate(async (given) => {
    const { readPaste } = await import(new URL("js/paste.js", document.baseURI).href);
    const before = performance.now();
    const read = await readPaste(given);
    return { ...read, ms: performance.now() - before };
  }, paste);
}

/** The row that the scorer reads. @param {string} id @param {Awaited<ReturnType<typeof articleOf>>} read */
export function scored(id, read) {
  const body = read.lines.filter((/** @type {any} */ line) => BODY.includes(line.role)).map((/** @type {any} */ line) => line.text);
  const title = read.lines.find((/** @type {any} */ line) => line.role === "headline")?.text ?? null;
  return { id, body: body.join("\n"), title, published: read.published, ms: Math.round(read.ms), lines: read.lines };
}

const [script, verb, pastes, out] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url) && (verb === "outlines" || verb === "articles")) {
  const written = await onPage(async (page) => {
    const lines = [];
    for (const row of rowsOf(pastes)) {
      if (verb === "articles") lines.push(scored(row.id, await articleOf(page, { plain: row.clip_plain, html: row.clip_html })));
      else {
        const { clip_html: _, ...rest } = row;
        lines.push({ ...rest, page: await outlineOf(page, row) });
      }
    }
    return lines;
  });
  writeFileSync(out, `${written.map((row) => JSON.stringify(row)).join("\n")}\n`);
}
