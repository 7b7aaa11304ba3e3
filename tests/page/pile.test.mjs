// Pile: many files, or one file of many articles, are grouped; the list of what was found is saved.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import dsv from "../node_modules/d3-dsv/src/dsv.js";
import { bench, drop, inState, until } from "./harness.mjs";

const bytes = (/** @type {string} */ text) => [...Buffer.from(text)];
const STORIES = [
  "The council of Oxley has closed its only bridge for five weeks, after divers found cracks in the third pillar. “Nobody was in danger,” the mayor said; a ferry runs until the repair is done.",
  "Two bakers from Tarnbridge were fined on Friday for selling bread by the glance and not by the gram, in the first case under a law that parliament passed in spring to please the millers.",
  "Wolves have come back to the forests above Veld for the first time in ninety years, rangers reported, showing pictures of four cubs that a camera for counting deer took by chance at dawn.",
  "Marsk United will play its next season in a stadium shared with a circus. The club sold its own ground to pay old debts, and says elephants leave the grass in a better state than strikers.",
  "An orchestra in Ilmenau played a whole concert without a conductor after a storm had stopped all trains; the second oboe gave the beat with her foot, and critics called it the best this year.",
  "Prices for onions doubled within a month at the market of Quarne. Traders blame a late frost in the south, farmers blame the traders, and the cooks of the town have begun to write with leeks.",
];
const story = (/** @type {number} */ n) => STORIES[n];
const quoted = (/** @type {string} */ cell) => `"${cell.replaceAll('"', '""')}"`;

/** @param {import("playwright-core").Page} page */
async function savedList(page) {
  const coming = page.waitForEvent("download");
  await page.locator("#pile-save").click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "glosswire-pile.csv");
  const text = await readFile(await file.path(), "utf8");
  assert.ok(text.startsWith("\ufeff"));
  const [head, ...rows] = dsv(",").parseRows(text.slice(1));
  assert.deepEqual(head, ["Group", "Keep", "File", "Row", "Title", "Words", "Same text", "How alike"]);
  return rows;
}

describe("a pile", () => {
  const stage = bench();

  test("a table with a column of text: its rows are grouped, and the list says which to keep", async (t) => {
    const page = await stage.open(t);
    const rows = [0, 1, 2, 3, 4, 5, 0, 2].map((n, at) => [String(at), `=Bridge ${n}; closed`, `${story(n)}${at > 5 ? "\nPrinted once more." : ""}`]);
    const table = ["\ufeffid,headline,Article Text", ...rows.map((row) => row.map(quoted).join(",")), '9,"nothing in it",""'].join("\r\n");
    await drop(page, [{ name: "wire.csv", type: "text/csv", bytes: bytes(table) }]);
    await inState(page, "pile");
    assert.equal(await page.locator("#pile h1").textContent(), "8 articles tell 6 stories");
    assert.equal(await page.locator("#pile details.group").count(), 2);
    assert.match((await page.locator("#pile-stats").textContent()) ?? "", /Could not be read1.*took \d+ KB of memory/s);
    const list = await savedList(page);
    assert.equal(list.length, 8);
    assert.deepEqual(list.map((row) => row[0]).sort(), ["", "", "", "", "1", "1", "2", "2"]);
    for (const group of ["1", "2"]) {
      const [first, other] = list.filter((row) => row[0] === group);
      assert.deepEqual([first[1], first[7], other[1]], ["yes", "kept", "no"]);
      assert.ok(Number(first[3]) > Number(other[3]), "the fuller one, which is the later, is kept");
      assert.match(other[6], /^\d+%$/);
    }
    assert.ok(list.every((row) => row[2] === "wire.csv" && row[4].startsWith("'=Bridge ")), "no cell is a formula");

    await page.locator("#pile details.group").first().locator("summary").click();
    await page.locator("#pile details.group input[type=checkbox]").nth(1).check();
    assert.equal((await savedList(page)).filter((row) => row[1] === "yes").length, 7);
    await page.locator("#pile details.group[open] button", { hasText: "Compare these" }).click();
    await inState(page, "compare");
    await until(page, "the later row is there with its headline", () => document.querySelector("#text")?.textContent?.includes("Bridge "));
  });

  test("JSON lines; a line that is none is counted, a longest field stands in for a name", async (t) => {
    const page = await stage.open(t);
    const lines = [0, 1, 1].map((n) => JSON.stringify({ url: `a${n}`, words: 9, inhalt: story(n) }));
    await drop(page, [{ name: "wire.jsonl", bytes: bytes([...lines, "{ broken", "[1]", ""].join("\n")) }]);
    await inState(page, "pile");
    assert.equal(await page.locator("#pile h1").textContent(), "3 articles tell 2 stories");
    assert.match((await page.locator("#pile-stats").textContent()) ?? "", /Could not be read2/);
  });

  test("semicolons, tabs, files and tables together", async (t) => {
    const page = await stage.open(t);
    await drop(page, [
      { name: "a.csv", bytes: bytes(`title;text\nBridge;${quoted(story(1))}\n`) },
      { name: "b.tsv", bytes: bytes(`body\tdate\n${story(2)}\t2031-05-06\n`) },
      { name: "c.txt", bytes: bytes(story(2)) },
    ]);
    await inState(page, "pile");
    assert.equal(await page.locator("#pile h1").textContent(), "3 articles tell 2 stories");
    const list = await savedList(page);
    assert.deepEqual(list.map((row) => row[2]).sort(), ["a.csv", "b.tsv", "c.txt"]);
  });

  test("a table without texts is a text like any other", async (t) => {
    const page = await stage.open(t);
    await drop(page, [{ name: "votes.csv", type: "text/csv", bytes: bytes("place,votes\nOxley,412\nVeld,97\n") }]);
    await inState(page, "article");
    assert.match((await page.locator("#text").textContent()) ?? "", /Oxley,412/);
  });

  stage.quiet();
});
