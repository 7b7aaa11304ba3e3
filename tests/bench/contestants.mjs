// Contestants: Glosswire and the libraries that find names and figures in a browser, each as a function that a text goes into. Every one does what its
// own pages show a developer who wants names and figures marked; none of the others finds who said what, resolves a date or knows a copy.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { startServer } from "../serve.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(texts: string[], round: number) => Promise<number[]>} round the milliseconds for each text, or one number for all
 * @property {() => Promise<void>} [end]
 */

/** Packages of others, which need not be here. @type {Record<string, string>} */
const PEERS = { compromise: "compromise", wink: "wink-nlp", model: "wink-eng-lite-web-model" };
const PKG = new URL("../../www/pkg/", import.meta.url);

/** Those that run in Node: each loads and gives what annotates a text. @type {Record<string, () => Promise<(text: string) => unknown>>} */
export const IN_NODE = {
  async Glosswire() {
    const module = await import(new URL("glosswire.js", PKG).href);
    module.initSync({ module: await readFile(new URL("glosswire_bg.wasm", PKG)) });
    return (text) => module.annotate(text);
  },
  async compromise() {
    const { default: nlp } = await import(PEERS.compromise);
    return (text) => {
      const doc = nlp(text);
      return [doc.people(), doc.places(), doc.organizations(), doc.numbers(), doc.quotations()].map((found) => found.json({ offset: true }));
    };
  },
  async "wink-nlp"() {
    const { default: winkNLP } = await import(PEERS.wink);
    const { default: model } = await import(PEERS.model);
    const nlp = winkNLP(model);
    return (text) => nlp.readDoc(text).entities().out(nlp.its.detail);
  },
};

/** The version of a peer as it is installed; null where it is not. @param {string} name */
export function versionOf(name) {
  try {
    return /** @type {string} */ (JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version);
  } catch {
    return null;
  }
}

/** One that runs in this process. @param {string} name @returns {Promise<Contestant>} */
export async function inNode(name) {
  const annotate = await IN_NODE[name]();
  return {
    name: name === "Glosswire" ? "Glosswire, WebAssembly in Node" : name,
    round: async (texts) => texts.map((text) => {
      const from = performance.now();
      annotate(text);
      return performance.now() - from;
    }),
  };
}

/** The module in a page of a browser. @param {string} chrome @returns {Promise<Contestant>} */
export async function inChromium(chrome) {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  await page.goto(`${server.url}samples/first.txt`);
  await page.evaluate(async (from) => {
    const module = await import(from);
    await module.default();
    Object.assign(globalThis, { annotate: module.annotate });
  }, `${server.url}pkg/glosswire.js`);
  return {
    name: "Glosswire, WebAssembly in Chromium",
    round: (texts) => page.evaluate((given) => given.map((text) => {
      const from = performance.now();
      /** @type {any} */ (globalThis).annotate(text);
      return performance.now() - from;
    }), texts),
    async end() {
      await browser.close();
      await server.close();
    },
  };
}

/** The core as a native program. @param {string} program @param {string[][]} rounds the texts of each round @returns {Promise<Contestant>} */
export async function native(program, rounds) {
  const folder = await mkdtemp(join(tmpdir(), "glosswire-bench-"));
  const files = await Promise.all(rounds.flat().map(async (text, each) => {
    const file = join(folder, `${each}.txt`);
    await writeFile(file, text);
    return file;
  }));
  const run = spawn(program, files, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]();
  return {
    name: "Glosswire, native",
    async round(texts, round) {
      run.stdin.write(`${round * texts.length} ${texts.length}\n`);
      const { value } = await lines.next();
      return [Number(value)];
    },
    async end() {
      run.stdin.end();
      await rm(folder, { recursive: true });
    },
  };
}
