// Quality: how good the built package is on labelled texts. Each task has a file for what is asked and how it is counted; the shapes of the rows stand
// there, where the data comes from in docs/quality.md.
//
//   node tests/quality/quality.mjs TASK FILE.jsonl[.gz] ...      (./build.sh quality builds first)

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { attributions } from "./attributions.mjs";
import { names } from "./names.mjs";
import { documents, inside, sentences } from "./passages.mjs";
import { pastes } from "./pastes.mjs";
import { quotes } from "./quotes.mjs";
import { values } from "./values.mjs";

/** What each task makes of the package and the rows: lines to be read. @type {Record<string, (api: any, rows: any[]) => string[]>} */
const TASKS = { names, values, quotes: (api, rows) => [...quotes(api, rows), ...attributions(api, rows)], sentences, inside, documents, pastes };

const [task, ...files] = process.argv.slice(2);
if (!Object.hasOwn(TASKS, task) || files.length === 0) {
  console.error(`usage: ./build.sh quality TASK FILE.jsonl[.gz] ...      TASK is one of ${Object.keys(TASKS).join(", ")}`);
  process.exit(2);
}
console.warn = () => {};
const api = await import(new URL("../../www/pkg/glosswire.js", import.meta.url).href);
api.initSync({ module: await readFile(new URL("../../www/pkg/glosswire_bg.wasm", import.meta.url)) });
for (const file of files) {
  const bytes = await readFile(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n").filter(Boolean);
  console.log(`${task}, ${basename(file)}, Glosswire ${api.version()}`);
  for (const line of TASKS[task](api, lines.map((line) => JSON.parse(line)))) console.log(line);
}
