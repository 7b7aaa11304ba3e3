// Paper: what the benchmark found as a page of the docs, with its plots: which machine, when, by which command.

import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { versionOf } from "./contestants.mjs";
import { bars, growthLine } from "./plot.mjs";

/** @typedef {import("./contest.mjs").Result} Result */

/** A figure in as many digits as it is worth. @param {number} value */
const figure = (value) => (value >= 100 ? Math.round(value).toLocaleString("en") : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** @param {number | null | undefined} value @param {string} unit */
const cell = (value, unit) => (value === null || value === undefined ? "" : `${figure(value)} ${unit}`);

/** The rows of a table. @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => [head, head.map((_, at) => (at ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The table of the contest. @param {Result[]} results */
export const contestTable = (results) => table(
  ["", "Throughput", "One article of 5 KB", "Loading", "First article", "Memory", "Download"],
  results.map((one) => [
    one.name + (versionOf(one.name) ? ` ${versionOf(one.name)}` : ""), cell(one.speed, "MB/s"), cell(one.article, "ms"), cell(one.load, "ms"), cell(one.first, "ms"), cell(one.memory, "MB"), cell(one.download, "KB"),
  ]),
);

/** How many times as fast as the others, in a sentence. @param {Result[]} results */
export function ratios(results) {
  const own = results.find(({ name }) => name.endsWith("in Node"));
  const native = results.find(({ name }) => name.endsWith("native"));
  if (!own) return "";
  const others = results.filter(({ name }) => !name.startsWith("Glosswire")).map(({ name, speed }) => `${figure(own.speed / speed)} times as fast as ${name}`);
  return `${others.join(", ")}${native ? `${others.length ? "; " : ""}it takes ${figure(native.speed / own.speed)} times as long as the native program` : ""}`;
}

/**
 * Writes the page and its plots into a folder.
 * @param {URL} folder
 * @param {{ version: string, contest: { results: Result[], missing: string[] }, grown: ReturnType<typeof import("./growth.mjs").growth> }} found
 */
export async function write(folder, { version, contest, grown }) {
  await mkdir(folder, { recursive: true });
  const { results, missing } = contest;
  const machine = `${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node.js ${process.versions.node}`;
  const page = `# Speed

Written by \`./build.sh bench --write\` on ${new Date().toISOString().slice(0, 10)}: Glosswire ${version}; ${machine}. Machines differ, and so do two runs on one
machine: what counts are the ratios within a run.

## Beside others

All are given the same made-up news articles of 5 KB, 40 a round and others in each, in turns; the table tells medians. compromise finds names, figures and
what stands between marks, wink-nlp figures and dates; Glosswire names and figures, and
also what they are worth, who said what, what is repeated and what of a page is furniture. Loading, the first article and memory were measured in a process of its
own for each; "download" is what a page fetches for it, minified and with gzip.

${contestTable(results)}

In one thread of WebAssembly Glosswire is ${ratios(results)}.${missing.length ? ` Not measured: ${missing.join(", ")}.` : ""}

![Throughput](throughput.svg)

## Growth

![Time for one text](length.svg)

${table(["Length of the text", "annotate", "per megabyte"], grown.lengths.map(({ bytes, ms }) => [`${Math.round(bytes / 1000).toLocaleString("en")} KB`, cell(ms, "ms"), cell(ms / (bytes / 1e6), "ms")]))}

![Time for a pile of articles](pile.svg)

${table(["Articles of 2.5 KB", "grouped", "per article", "memory"], grown.counts.map(({ count, ms, memory }) => [count.toLocaleString("en"), cell(ms, "ms"), cell((1000 * ms) / count, "µs"), cell(memory / 1e6, "MB")]))}

The broken lines are what the time would be in proportion to the largest.
`;
  const fast = [...results].sort((one, other) => other.speed - one.speed);
  const files = {
    "bench.md": page,
    "throughput.svg": bars("Megabytes of news annotated in a second", fast.map(({ name, speed }) => ({ name, value: speed, label: `${figure(speed)} MB/s`, own: name.startsWith("Glosswire") }))),
    "length.svg": growthLine("Time to annotate one text", "bytes", grown.lengths.map(({ bytes, ms }) => [bytes, ms])),
    "pile.svg": growthLine("Time to group a pile of articles", "articles of 2.5 KB", grown.counts.map(({ count, ms }) => [count, ms])),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, folder), content);
}
