// Save: what is taken out of the page. Every format is downloaded from the sheet and read here by the rules of its own kind; the web
// page is opened anew, as a file and in Glosswire.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { bench, drop, give, inState, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const stage = bench();
const sample = await readFile(new URL("../../www/samples/first.txt", import.meta.url), "utf8");

/** Opens the sheet. @param {Page} page */
async function sheet(page) {
  await page.locator("#open-save").click();
  await until(page, "every format says its size", () => {
    const sizes = [...document.querySelectorAll("dialog#save[open] .size")];
    return sizes.length === 7 && sizes.every((size) => size.textContent !== "…");
  });
}

/** Downloads a format from the open sheet. @param {Page} page @param {string} format */
async function save(page, format) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#save button[data-format=${format}]`).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The files of a zip that stores them as they are. @param {Buffer} bytes */
function unzip(bytes) {
  /** @type {Record<string, string>} */
  const files = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const size = bytes.readUInt32LE(at + 18);
    const label = bytes.readUInt16LE(at + 26);
    const from = at + 30 + label;
    files[bytes.toString("utf8", at + 30, from)] = bytes.toString("utf8", from, from + size);
    at = from + size;
  }
  return files;
}

/** Rows of comma-separated values, every cell in quotation marks. @param {string} text */
function rows(text) {
  return text.replace(/^\ufeff/, "").trimEnd().split("\r\n").map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((cell) => cell[1].replaceAll('""', '"')));
}

/** @param {import("node:test").TestContext} t @param {string} text */
async function pasted(t, text) {
  const page = await stage.open(t);
  await inState(page, "empty");
  await give(page, text);
  await pasteGiven(page);
  await inState(page, "article");
  return page;
}

/** A text with what each format finds hard. */
const HARD = [
  "Port Calder 🌊 votes <b>again</b> & \"again\"", "",
  "=SUM(A1) said Mayor Elena Marsh 😀 on 3 March 2025, \"we need $44.8 million;=1+1 & more,\" she said. “Never <script>alert(1)</script> again,” said Elena Marsh.", "",
  "# not a heading * _nor_ [this](http://x.invalid) `code` &amp; &lt;", "", "1. The council of Port Calder  spent 18% of   it.\r\n\r\nA line\u2028with odd ends\f and &#13; too. ‘=cmd’ said “@all” and +49 and -7 in Leeds.", "\ttabbed", "",
].join("\n");

test("the sheet names formats with sizes, and each download has that size and a telling name", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.keyboard.press("s");
  await until(page, "the sheet is open", () => document.querySelector("dialog#save[open]"));
  await page.keyboard.press("Escape");
  await until(page, "the sheet is closed", () => !document.querySelector("dialog#save"));
  await sheet(page);
  const ends = { html: ".html", markdown: ".md", table: ".csv", json: ".json", jsonld: ".jsonld", brat: "-brat.zip", conll: ".conll" };
  for (const [format, end] of Object.entries(ends)) {
    const said = await page.locator(`#save li[data-format=${format}] .size`).textContent();
    const { name, bytes } = await save(page, format);
    assert.match(name, /^[a-z0-9][a-z0-9-]{8,}\.?[a-z]*/);
    assert.ok(name.endsWith(end), `${name} for ${format}`);
    assert.equal(said, bytes.length < 1000 ? `${bytes.length} bytes` : `${Math.round(bytes.length / 1000)} KB`);
    assert.match(await page.locator(`#save button[data-format=${format}]`).innerText(), /Download/);
  }
});

for (const [what, text, odd] of /** @type {const} */ ([["the sample", sample, ""], ["a hard text", HARD, ""], ["a text that no file can hold", `${HARD}\0 half \ud83d and \ude00 of one`, "\0"]])) {
  test(`web page of ${what}: opens anywhere, its words are those of the input, and Glosswire opens it again`, async (t) => {
    const page = await pasted(t, text);
    await sheet(page);
    const { name, bytes } = await save(page, "html");
    const html = bytes.toString("utf8");
    assert.doesNotMatch(html, /<script|style=|\son\w+=|<link|<img|src=/i);
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? "";
    assert.ok(html.includes(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`), "its policy names the hash of its style");

    const folder = await mkdtemp(join(tmpdir(), "glosswire-"));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, name), bytes);
    const other = await page.context().newPage();
    await other.goto(pathToFileURL(join(folder, name)).href);
    const shown = await other.evaluate(() => document.querySelector("#text")?.textContent);
    assert.equal(shown, odd ? text.replace(/\0/g, "\ufffd").toWellFormed() : text);
    assert.ok((await other.locator("#text mark").count()) > 3);
    assert.match(await other.locator("#text mark.person").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), /underline/, "its style holds");
    assert.ok((await other.locator("section li").count()) > 1, "the facts stand below");
    await other.close();

    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Backspace");
    await inState(page, "empty");
    await drop(page, [{ name, type: "text/html", bytes: [...bytes] }]);
    await inState(page, "article");
    await sameText(page);
  });
}

test("a line that the reader brought back is so when the saved page is opened again", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const asides = page.locator("#text details.fold p.line");
  const before = await asides.count();
  assert.ok(before > 1);
  await page.locator("#text details.fold summary").first().click();
  await page.locator("#text details.fold button.turn").first().click();
  await until(page, "one line fewer is set aside", (count) => document.querySelectorAll("#text details.fold p.line").length < count, before);
  const after = await asides.allTextContents();
  await sheet(page);
  const { name, bytes } = await save(page, "html");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Backspace");
  await inState(page, "empty");
  await drop(page, [{ name, type: "text/html", bytes: [...bytes] }]);
  await inState(page, "article");
  assert.deepEqual(await asides.allTextContents(), after);
});

test("a saved page that was cut off is read as any web page, and nothing breaks", async (t) => {
  const page = await pasted(t, sample);
  await sheet(page);
  const { bytes } = await save(page, "html");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Backspace");
  await inState(page, "empty");
  await drop(page, [{ name: "cut.html", type: "text/html", bytes: [...bytes.subarray(0, Math.floor(bytes.length / 3))] }]);
  await inState(page, "article");
  assert.ok(((await page.locator("#text").textContent()) ?? "").length > 100);
});

test("table: no cell runs as a formula, every row has every column", async (t) => {
  const page = await pasted(t, HARD);
  await sheet(page);
  const { bytes } = await save(page, "table");
  const text = bytes.toString("utf8");
  assert.ok(text.startsWith("\ufeff"), "spreadsheets are told that it is UTF-8");
  const [head, ...body] = rows(text);
  assert.ok(body.length > 5);
  for (const row of body) assert.equal(row.length, head.length, row.join(" | "));
  for (const cell of body.flat()) {
    assert.ok(!/^\s*[=+@\t\r]/.test(cell) && !/^-(?!\d+(?:\.\d+)?$)/.test(cell), `may run as a formula: ${cell}`);
    assert.doesNotMatch(cell, /;[=+\-@]|[\r\n\t]/, "nor where a spreadsheet cuts at semicolons");
  }
  const [start, end, own] = ["start", "end", "words"].map((name) => head.indexOf(name));
  for (const row of body.filter((one) => one[0] === "person")) assert.equal(row[own], HARD.slice(Number(row[start]), Number(row[end])));
  const { cell } = /** @type {any} */ (await page.evaluate(async () => {
    const table = await import(new URL("js/export/table.js", document.baseURI).href);
    return { cell: ["=1+1", "\t=1", "\n@x", "＝1", "-7", "-7a", "a;=b", 'a"b', null, "|calc"].map(table.cell) };
  }));
  assert.deepEqual(cell, ['"\'=1+1"', '"\' =1"', '"\' @x"', '"\'＝1"', '"-7"', '"\'-7a"', '"a; =b"', '"a""b"', '""', '"\'|calc"']);
});

test("json: the text, what was found, and where it is from", async (t) => {
  const page = await pasted(t, HARD);
  await sheet(page);
  const told = JSON.parse((await save(page, "json")).bytes.toString("utf8"));
  assert.equal(told.text, HARD);
  assert.equal(told.annotated.length, HARD.length);
  assert.deepEqual(Object.keys(told).slice(0, 7), ["format", "version", "offsets", "title", "outlet", "date", "address"]);
});

test("web annotations: each is found again by its quotation and by its place in characters", async (t) => {
  const page = await pasted(t, HARD);
  await sheet(page);
  const told = JSON.parse((await save(page, "jsonld")).bytes.toString("utf8"));
  assert.equal(told["@context"], "http://www.w3.org/ns/anno.jsonld");
  assert.equal(told.type, "AnnotationCollection");
  const points = [...HARD];
  const source = `ni:///sha-256;${createHash("sha256").update(HARD).digest("base64url")}`;
  assert.ok(told.total > 5 && told.first.items.length === told.total);
  for (const item of told.first.items) {
    assert.equal(item.type, "Annotation");
    assert.ok(["identifying", "describing"].includes(item.motivation) && item.body[0].purpose === "tagging");
    for (const target of item.target) {
      const [quote, place] = target.selector;
      assert.equal(target.source, source);
      assert.deepEqual([quote.type, place.type], ["TextQuoteSelector", "TextPositionSelector"]);
      assert.equal(points.slice(place.start, place.end).join(""), quote.exact);
      const at = HARD.indexOf(`${quote.prefix}${quote.exact}${quote.suffix}`);
      assert.ok(at >= 0, `not found again: ${JSON.stringify(quote)}`);
      assert.equal([...HARD.slice(0, at + quote.prefix.length)].length, place.start);
    }
  }
  assert.equal(new Set(told.first.items.map((/** @type {any} */ item) => item.id)).size, told.total);
});

test("brat: the text unchanged, every mark a standoff line that gives its words", async (t) => {
  const page = await pasted(t, HARD);
  await sheet(page);
  const { name, bytes } = await save(page, "brat");
  const files = unzip(bytes);
  const base = name.replace(/-brat\.zip$/, "");
  assert.deepEqual(Object.keys(files), [`${base}.txt`, `${base}.ann`, "annotation.conf"]);
  assert.equal(files[`${base}.txt`], HARD);
  const points = [...HARD];
  const marks = new Map();
  const lines = files[`${base}.ann`].trimEnd().split("\n");
  assert.ok(lines.length > 8);
  for (const line of lines) {
    const [id, where, own] = line.split("\t");
    if (id.startsWith("T")) {
      const [type, ...rest] = where.split(" ");
      const parts = rest.join(" ").split(";").map((part) => part.split(" ").map(Number));
      assert.equal(parts.map(([from, to]) => points.slice(from, to).join("")).join(" "), own);
      assert.ok(files["annotation.conf"].includes(`\n${type}\n`), `${type} is declared`);
      assert.ok(!marks.has(id));
      marks.set(id, own);
    } else for (const [ref] of where.matchAll(/\bT\d+/g)) assert.ok(marks.has(ref), `${line} names no mark`);
  }
  const said = lines.find((line) => /^R\d+\tSaid_by /.test(line));
  assert.match(marks.get(/Arg2:(T\d+)/.exec(said ?? "")?.[1]) ?? "", /Marsh/);
  assert.ok(lines.some((line) => line.startsWith("*\tSame_as T")));
});

test("conll: words with their tags in order; marks that find no room are counted beside the button and in the file", async (t) => {
  const page = await pasted(t, "The University of Leeds said so.\n\nElena Marsh 😀 of the University of Leeds said “Port Calder paid $44.8 million on 3 March 2025,” and left Leeds. Tom Reed, mayor of Port Calder, met Elena Marsh.\n");
  await sheet(page);
  const text = (await save(page, "conll")).bytes.toString("utf8");
  const [head, ...sentences] = text.trimEnd().split("\n\n");
  assert.ok(head.split("\n").every((line) => line.startsWith("# ")));
  const lines = sentences.join("\n").split("\n").filter(Boolean).map((line) => line.split("\t"));
  assert.ok(sentences.length >= 3);
  const points = [...(await page.evaluate(() => /** @type {any} */ (globalThis).given))];
  const before = ["O", "O"];
  for (const [word, at, ...tags] of lines) {
    assert.equal(points.slice(Number(at), Number(at) + [...word].length).join(""), word);
    assert.equal(tags.length, 2);
    tags.forEach((tag, column) => {
      assert.match(tag, /^(?:O|[BI]-[A-Z]+)$/);
      if (tag.startsWith("I-")) assert.equal(before[column].slice(2), tag.slice(2), `${word}: ${tag} after ${before[column]}`);
      before[column] = tag;
    });
  }
  assert.ok(lines.some(([word, , , tag]) => word === "Elena" && tag === "B-PER") && lines.some(([word, , , tag]) => word === "Marsh" && tag === "I-PER"));
  assert.ok(lines.some(([, , tag]) => tag === "B-QUOTE"));
  /* overlaps: whether there are any is the engine's business, so they are made here */
  const left = await page.evaluate(async () => {
    const { toConll } = await import(new URL("js/export/conll.js", document.baseURI).href);
    const { Things } = await import(new URL("js/thing.js", document.baseURI).href);
    const own = "University of Leeds won.";
    const name = (/** @type {number} */ id, /** @type {string} */ type, /** @type {number} */ start, /** @type {number} */ end) => ({ id, type, name: own.slice(start, end), descriptions: [], mentions: [{ start, end, form: "name" }] });
    const annotated = { length: own.length, published: null, blocks: [{ start: 0, end: 24, role: "body" }], sentences: [{ start: 0, end: 24, block: 0 }], entities: [name(0, "organization", 0, 19), name(1, "place", 14, 19)], values: [], quotes: [], repeats: [], keySentences: [], terms: [], limits: [] };
    return toConll({ article: { text: own, annotated, things: new Things(own, annotated) } });
  });
  assert.equal(left.left, 1);
  assert.match(left.text, /^# .*\n# 1 mark lies in or across another/);
  assert.match(left.text, /University\t0\tO\tB-ORG\nof\t11\tO\tI-ORG\nLeeds\t14\tO\tI-ORG\nwon/);
});

test("conll: the sheet warns of overlaps", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await sheet(page);
  const text = (await save(page, "conll")).bytes.toString("utf8");
  const told = /# (\d+) marks? l/.exec(text)?.[1] ?? null;
  const warning = page.locator("#save li[data-format=conll] .warning");
  if (told) assert.match((await warning.textContent()) ?? "", new RegExp(`^${told} mark`));
  else assert.equal(await warning.isVisible(), false);
});

test("markdown: words of the text are no signs of it", async (t) => {
  const page = await pasted(t, HARD);
  await sheet(page);
  const text = (await save(page, "markdown")).bytes.toString("utf8");
  assert.match(text, /^# Port Calder 🌊 votes \\<b\\>again\\<\/b\\> & "again"\n/);
  assert.ok(text.includes("\n\\# not a heading \\* \\_nor\\_ \\[this\\](http:\\//x.invalid) \\`code\\` \\&amp; \\&lt;\n"), text);
  assert.match(text, /\n1\\\. The council/);
  assert.match(text, /\n## What .*Elena Marsh said\n\n- /);
  assert.match(text, /\*\*\\\$44\.8 million\*\*/);
});

test("all articles at once: one zip, a file each", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await sheet(page);
  await page.locator("#save input[value=all]").check();
  await until(page, "sizes stand again", () => [...document.querySelectorAll("#save .size")].every((size) => size.textContent !== "…"));
  const { name, bytes } = await save(page, "markdown");
  assert.equal(name, "articles-markdown.zip");
  const files = unzip(bytes);
  assert.equal(Object.keys(files).length, 2);
  assert.ok(Object.entries(files).every(([file, text]) => file.endsWith(".md") && text.startsWith("# ")));
  const brat = unzip((await save(page, "brat")).bytes);
  assert.equal(Object.keys(brat).length, 5);
});

test("a long text is saved whole, marks and all", async (t) => {
  const text = `${sample}\n\n`.repeat(Math.ceil(400_000 / sample.length));
  const page = await pasted(t, text);
  await sheet(page);
  const html = (await save(page, "html")).bytes.toString("utf8");
  assert.ok(html.split("<mark").length > 2_000);
  const shown = await page.evaluate(async (markup) => {
    const { readOwn } = await import(new URL("js/export/own.js", document.baseURI).href);
    return readOwn(markup).plain === /** @type {any} */ (globalThis).given;
  }, html);
  assert.equal(shown, true);
});

stage.quiet();
