// Contest: Glosswire beside the others, on the same texts and in turns, so that what else the machine does meets all alike. Each is warmed up first;
// what is told is the median of the rounds. Each round has other texts, as the news has: some remember the words that they have met. Loading and memory
// are measured for each in a process of its own.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { IN_NODE, inChromium, inNode, native, versionOf } from "./contestants.mjs";
import { text } from "./corpus.mjs";

/** Articles of one round, and their bytes: about what a news story has. */
const ARTICLES = 40;
const BYTES = 5_000;
const ROUNDS = 7;
/** Rounds before the first that counts, until every engine has compiled its better code. */
const WARM = 3;

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} speed megabytes in a second, the median of the rounds
 * @property {number | null} article milliseconds for one article, the median
 * @property {number} [load] milliseconds until it can be asked
 * @property {number} [first] milliseconds for the first article that it is given
 * @property {number} [memory] megabytes that it takes after forty articles
 * @property {number} [download] kilobytes that a page loads for it, with gzip
 */

/** @param {number[]} numbers */
export const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/**
 * @param {{ chrome?: string, program?: string }} tools
 * @returns {Promise<{ results: Result[], missing: string[] }>}
 */
export async function contest({ chrome, program }) {
  const texts = Array.from({ length: WARM + ROUNDS }, (_, round) => Array.from({ length: ARTICLES }, (_, each) => text(7_000 + round * ARTICLES + each, { bytes: BYTES })));
  const megabytes = texts.map((some) => some.reduce((sum, one) => sum + Buffer.byteLength(one), 0) / 1e6);
  const missing = [];
  const names = Object.keys(IN_NODE).filter((name) => name === "Glosswire" || versionOf(name) || void missing.push(`${name} is not installed`));
  const contestants = await Promise.all(names.map(inNode));
  if (chrome) contestants.push(await inChromium(chrome));
  else missing.push("no Chromium");
  if (program) contestants.push(await native(program, texts));
  else missing.push("no native program");

  const rounds = contestants.map(() => /** @type {number[][]} */ ([]));
  for (const [round, some] of texts.entries()) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const at = (turn + round) % contestants.length;
      const times = await contestants[at].round(some, round);
      if (round >= WARM) rounds[at].push(times);
    }
  }
  for (const contestant of contestants) await contestant.end?.();

  const results = contestants.map(({ name }, at) => {
    const speeds = rounds[at].map((times, round) => megabytes[WARM + round] / (times.reduce((sum, ms) => sum + ms, 0) / 1000));
    const each = rounds[at].flat();
    return /** @type {Result} */ ({ name, speed: median(speeds), article: rounds[at][0].length > 1 ? median(each) : null });
  });
  for (const [at, name] of names.entries()) Object.assign(results[at], await alone(name), { download: await download(name) });
  return { results, missing };
}

/** What one takes in a process of its own. @param {string} name @returns {Promise<{ load: number, first: number, memory: number }>} */
async function alone(name) {
  const runs = [];
  for (let run = 0; run < 5; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), name], { maxBuffer: 1 << 20 });
    runs.push(JSON.parse(/** @type {string} */ (stdout.trim().split("\n").at(-1))));
  }
  return { load: median(runs.map(({ load }) => load)), first: median(runs.map(({ first }) => first)), memory: median(runs.map(({ memory }) => memory)) };
}

/** How many kilobytes a page would load, minified and with gzip. @param {string} name */
async function download(name) {
  if (name === "Glosswire") {
    const files = ["glosswire.js", "glosswire_bg.wasm"].map((file) => readFile(new URL(`../../www/pkg/${file}`, import.meta.url)));
    return (await Promise.all(files)).reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000;
  }
  const imports = { compromise: `export { default } from "compromise";`, "wink-nlp": `export { default as nlp } from "wink-nlp"; export { default as model } from "wink-eng-lite-web-model";` }[name];
  const { outputFiles } = await build({
    stdin: { contents: imports ?? "", resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true, minify: true, write: false, format: "esm", platform: "browser", logLevel: "error",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000;
}

/* in a process of its own: what one contestant takes */
const [, file, name] = process.argv;
if (name && file === fileURLToPath(import.meta.url)) {
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const annotate = await IN_NODE[name]();
  const load = performance.now() - from;
  const texts = Array.from({ length: ARTICLES }, (_, each) => text(7_000 + each, { bytes: BYTES }));
  const asked = performance.now();
  annotate(texts[0]);
  const first = performance.now() - asked;
  texts.forEach(annotate);
  console.log(JSON.stringify({ load, first, memory: (process.memoryUsage().rss - before) / 1e6 }));
}
