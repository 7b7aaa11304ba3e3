// Bench: how fast and how large the built module and the page are, in one go, each figure beside its bar. Nothing here fails
// for being slow: machines differ. So that runs on different days can be compared, each speed also stands relative to a plain
// `text.split(/\s+/)` over the same text in the same run.
//
//   node tests/bench/bench.mjs [--write] [FILE or FOLDER of .txt files ...]      (./build.sh bench builds first)
//
// With --write what concerns the world, the contest with others and how the time grows, is also written to docs/bench.

import { execFileSync } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contest } from "./contest.mjs";
import { longText, pile, text as newsText } from "./corpus.mjs";
import { growth } from "./growth.mjs";
import { firstMark } from "./page.mjs";
import { contestTable, ratios, write } from "./paper.mjs";
import { pasted } from "./paste.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WASM = join(ROOT, "www/pkg/glosswire_bg.wasm");

/** What the project holds itself to. */
const BARS = { megabytesPerSecond: 4, articleMs: 1, gzipKb: 340, namesKb: 600, taggerMegabytes: 20, compareMs: 2, firstMarkMs: 300, pasteMs: 100, peers: "40 times compromise, twice wink-nlp, at most twice the native time" };

const { values: { write: writes }, positionals: paths } = parseArgs({ options: { write: { type: "boolean", default: false } }, allowPositionals: true });
const module = await import(new URL("../../www/pkg/glosswire.js", import.meta.url).href);
const bytes = await readFile(WASM);
const exports = module.initSync({ module: bytes });
/** What --write writes. @type {{ contest?: Awaited<ReturnType<typeof contest>>, grown?: ReturnType<typeof growth> }} */
const found = {};

console.log(`Glosswire ${module.version()}, Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`);
await section("Size", size);
await section("annotate: throughput of the whole call, from a string to an object", throughput);
await section("annotate: latency of one article of 5 KB", latency);
await section("Names: the tagger with its words and rules, the text read already", tagger);
await section("compare", comparison);
await section("Deduplicator: synthetic articles of 3 KB, two in ten of them copies", deduplication);
await section("Page: from the start of a cold navigation to #sample to its first mark", page);
await section("Paste: from a page of markup in the clipboard to an article", paste);
await section("Growth: from 1 KB to 10 MB, and from one article to fifty thousand", grown);
await section("Beside others, on the same texts, in turns", beside);
console.log(`\nWebAssembly memory at the end: ${(exports.memory.buffer.byteLength / 1e6).toFixed(0)} MB`);

/** Prints a heading and what stands under it; what can't be measured is said. @param {string} title @param {() => void | Promise<void>} run */
async function section(title, run) {
  console.log(`\n${title}`);
  try {
    await run();
  } catch (error) {
    console.log(`  not measured: ${/** @type {Error} */ (error).message}`);
  }
}

/** One line: a name, a figure, its bar. @param {string} name @param {string} figure @param {string} [bar] */
function line(name, figure, bar = "") {
  console.log(`  ${name.padEnd(35)} ${figure.padEnd(62)}${bar}`);
}

/**
 * How long a call takes, in milliseconds, sorted: warmed up, then repeated for a while. `cpu` is the processor's time of one call
 * on average, collecting garbage included: what counts where other programs keep the machine busy.
 * @param {() => unknown} call
 * @param {{ forMs?: number, least?: number }} [options]
 * @returns {number[] & { cpu: number }}
 */
function timed(call, { forMs = 1500, least = 9 } = {}) {
  for (const until = performance.now() + forMs / 4; performance.now() < until; ) call();
  const times = [];
  const cpuFrom = process.cpuUsage();
  for (const until = performance.now() + forMs; performance.now() < until || times.length < least; ) {
    const from = performance.now();
    call();
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(cpuFrom);
  return Object.assign(times.sort((one, other) => one - other), { cpu: (user + system) / 1000 / times.length });
}

/** @param {number[]} sorted @param {number} share */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function size() {
  const packed = execFileSync("gzip", ["-9", "-c", WASM], { maxBuffer: bytes.length * 2 });
  const names = execFileSync("sh", ["-c", "cat lexicon.bin model.bin | gzip -9 -c"], { cwd: join(ROOT, "src/highlight/names"), maxBuffer: bytes.length * 2 });
  line("names: model and lexicon", `${(names.length / 1000).toFixed(1)} KB gzip`, `bar: ${BARS.namesKb} KB gzip`);
  line("glosswire_bg.wasm", `${(packed.length / 1000).toFixed(1)} KB gzip, ${(bytes.length / 1000).toFixed(1)} KB raw`);
  line("  of it all but model and lexicon", `about ${((packed.length - names.length) / 1000).toFixed(1)} KB gzip`, `bar: ${BARS.gzipKb} KB gzip`);
}

async function throughput() {
  const [first, second] = await samples();
  timed(() => module.annotate(first), { forMs: 2500 }); // until the engine has compiled its better code
  /** @type {[string, string][]} */
  const texts = [
    ["the two samples, once", `${first}\n\n${second}`],
    ["varied news, 5 KB", newsText(1, { bytes: 5000 })],
    ["varied news, 100 KB", longText(2, 100_000)],
    ["varied news, 1 MB", longText(3, 1_000_000)],
    ["one sample over and over, 100 KB", first.concat("\n\n").repeat(Math.ceil(100_000 / (first.length + 2)))],
  ];
  for (const [name, text] of texts) report(name, [text], `bar: ${BARS.megabytesPerSecond} MB/s`);
  for (const path of paths) {
    const given = await textsOf(path);
    if (given.length) report(`${path} (${given.length} texts)`, given, `bar: ${BARS.megabytesPerSecond} MB/s`);
    else line(path, "holds no .txt file");
  }
}

/** Measures `annotate` over all of some texts. @param {string} name @param {string[]} texts @param {string} bar */
function report(name, texts, bar) {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const whole = timed(() => texts.forEach((text) => module.annotate(text)));
  const plain = timed(() => texts.forEach((text) => text.split(/\s+/)), { forMs: 300 });
  const speed = megabytes / (quantile(whole, 0.5) / 1000);
  const best = megabytes / (whole[0] / 1000);
  line(name, `${speed.toFixed(1)} MB/s (best ${best.toFixed(1)}, by CPU time ${(megabytes / (whole.cpu / 1000)).toFixed(1)}), ${(whole.cpu / plain.cpu).toFixed(0)} times a split`, bar);
}

async function latency() {
  const texts = Array.from({ length: 40 }, (_, each) => newsText(100 + each, { bytes: 5000 }));
  let turn = 0;
  const times = timed(() => module.annotate(texts[turn++ % texts.length]), { forMs: 2500, least: 200 });
  line("varied news, 5 KB", `median ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms, CPU ${times.cpu.toFixed(2)} ms (${times.length} runs)`, `bar: about ${BARS.articleMs} ms`);
  const [sample] = await samples();
  const own = timed(() => module.annotate(sample));
  line(`the first sample, ${(sample.length / 1000).toFixed(1)} KB`, `median ${quantile(own, 0.5).toFixed(2)} ms, p95 ${quantile(own, 0.95).toFixed(2)} ms (${own.length} runs)`);
}

/** The module with what only the benchmark asks of it. */
async function withMeasures() {
  const measured = await import(new URL("../../target/glosswire/measure/glosswire.js", import.meta.url).href);
  measured.initSync({ module: await readFile(join(ROOT, "target/glosswire/measure/glosswire_bg.wasm")) });
  return measured;
}

async function tagger() {
  const measured = await withMeasures();
  for (const [name, text] of /** @type {[string, string][]} */ ([["the two samples", (await samples()).join("\n\n")], ["varied news, 100 KB", longText(2, 100_000)]])) {
    const rounds = Math.ceil(400_000 / text.length);
    const whole = timed(() => measured.tagNames(text, rounds));
    const reading = timed(() => measured.tagNames(text, 0), { forMs: 500 });
    const seconds = (quantile(whole, 0.5) - quantile(reading, 0.5)) / 1000;
    line(name, `${((Buffer.byteLength(text) * rounds) / 1e6 / seconds).toFixed(1)} MB/s`, `bar: ${BARS.taggerMegabytes} MB/s`);
  }
}

async function comparison() {
  const two = (await samples()).map((text, each) => ({ id: `s${each}`, text }));
  const five = Array.from({ length: 5 }, (_, each) => ({ id: `n${each}`, text: newsText(200 + each, { bytes: 5000 }) }));
  for (const [name, articles] of /** @type {[string, typeof two][]} */ ([["the two samples", two], ["five articles of 5 KB", five]])) {
    const times = timed(() => module.compare(articles));
    line(name, `median ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms (${times.length} runs)`);
  }
  const measured = await withMeasures();
  const [texts, rounds] = [five.map(({ text }) => text), 50];
  const whole = timed(() => measured.compareOften(texts, rounds));
  const reading = timed(() => measured.compareOften(texts, 0), { forMs: 500 });
  line("  the five, once annotated, in the core", `${((quantile(whole, 0.5) - quantile(reading, 0.5)) / rounds).toFixed(2)} ms`, `bar: ${BARS.compareMs} ms`);
}

function deduplication() {
  for (const count of [1000, 10_000]) {
    const articles = pile(count, count);
    const groups = new module.Deduplicator({});
    const from = performance.now();
    for (const { id, text } of articles) groups.add(id, text);
    const added = performance.now();
    const found = groups.groups();
    const done = performance.now();
    groups.free();

    /** @type {Map<string, number>} */
    const groupOf = new Map();
    found.forEach((/** @type {any} */ group, /** @type {number} */ each) => group.members.forEach((/** @type {any} */ member) => groupOf.set(member.id, each)));
    const originalOf = new Map(articles.map(({ id, of }) => [id, of ?? id]));
    const copies = articles.filter(({ of }) => of !== null);
    const caught = copies.filter(({ id, of }) => groupOf.has(id) && groupOf.get(id) === groupOf.get(/** @type {string} */ (of))).length;
    const mixed = found.filter((/** @type {any} */ group) => new Set(group.members.map((/** @type {any} */ member) => originalOf.get(member.id))).size > 1).length;
    const megabytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
    line(
      `${count} articles, ${megabytes.toFixed(1)} MB`,
      `${((done - from) / 1000).toFixed(2)} s (add ${((added - from) / 1000).toFixed(2)}, groups ${((done - added) / 1000).toFixed(2)})`,
      `${caught} of ${copies.length} copies found, ${mixed} groups wrongly joined`,
    );
  }
}

async function page() {
  const chrome = process.env.GLOSSWIRE_CHROMIUM;
  if (!chrome) throw new Error("no Chrome or Chromium was found (CHROME names one)");
  const { browser, runs } = await firstMark(chrome, 9);
  const middle = (/** @type {(run: { inDom: number, painted: number }) => number} */ of) => quantile(runs.map(of).sort((one, other) => one - other), 0.5);
  const all = runs.map(({ inDom }) => Math.round(inDom)).sort((one, other) => one - other);
  line(`Chromium ${browser}, median of ${runs.length}`, `${middle(({ inDom }) => inDom).toFixed(0)} ms, drawn ${middle(({ painted }) => painted).toFixed(0)} ms (all: ${all.join(" ")})`, `bar: ${BARS.firstMarkMs} ms`);
}

async function paste() {
  if (!process.env.GLOSSWIRE_CHROMIUM) throw new Error("no Chrome or Chromium was found (CHROME names one)");
  const { ms, size } = await pasted(9);
  const middle = quantile(ms.sort((one, other) => one - other), 0.5);
  line(`${Math.round(size / 1000)} KB, median of ${ms.length}`, `${middle.toFixed(0)} ms (all: ${ms.map(Math.round).join(" ")})`, `bar: ${BARS.pasteMs} ms`);
}

function grown() {
  found.grown = growth(module);
  for (const { bytes: length, ms } of found.grown.lengths) line(`annotate, ${Math.round(length / 1000)} KB`, `${ms.toFixed(1)} ms, ${((ms * 1e6) / length).toFixed(0)} ms a megabyte`);
  for (const { count, ms, memory } of found.grown.counts) line(`Deduplicator, ${count} articles of 2.5 KB`, `${ms.toFixed(1)} ms, ${((1000 * ms) / count).toFixed(0)} µs an article, ${(memory / 1e6).toFixed(1)} MB`);
}

async function beside() {
  found.contest = await contest({ chrome: process.env.GLOSSWIRE_CHROMIUM, program: process.env.GLOSSWIRE_NATIVE });
  console.log(contestTable(found.contest.results).replace(/^/gm, "  "));
  line("Glosswire in one thread is", ratios(found.contest.results), `bars: ${BARS.peers}`);
  for (const missing of found.contest.missing) line("not measured", missing);
  if (!writes || !found.grown) return;
  const folder = new URL("../../docs/bench/", import.meta.url);
  await write(folder, { version: module.version(), contest: found.contest, grown: found.grown });
  line("written to", "docs/bench");
}

/** The two stories that the page offers as a sample. @returns {Promise<[string, string]>} */
async function samples() {
  const folder = join(ROOT, "www/samples");
  const list = JSON.parse(await readFile(join(folder, "samples.json"), "utf8"));
  const texts = await Promise.all(list.slice(0, 2).map((/** @type {{ file: string }} */ { file }) => readFile(join(folder, file), "utf8")));
  return /** @type {[string, string]} */ (texts);
}

/** The texts of a file, or of all .txt files in a folder. @param {string} path @returns {Promise<string[]>} */
async function textsOf(path) {
  if ((await stat(path)).isFile()) return [await readFile(path, "utf8")];
  const entries = await readdir(path, { recursive: true });
  return Promise.all(entries.filter((entry) => entry.endsWith(".txt")).sort().map((entry) => readFile(join(path, entry), "utf8")));
}
