// Find: words searched for in the shown article and in the others, by key and by button.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { bench, give, inState, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sample = readFileSync(new URL("../../www/samples/first.txt", import.meta.url), "utf8");
const stage = bench();

/** @param {Page} page @param {string} query */
async function find(page, query) {
  if (!(await page.locator("#find").isVisible())) await page.keyboard.press("/");
  await page.locator("#find-words").fill(query);
}

/** @param {Page} page @param {RegExp} wanted */
const counted = (page, wanted) => until(page, `the count is ${wanted}`, (source) => new RegExp(source).test(document.querySelector("#find-count")?.textContent ?? ""), wanted.source);

/** What is painted: the words of every place, and of the one that is shown. @param {Page} page */
const painted = (page) => page.evaluate(() => {
  const words = (/** @type {string} */ name) => [.../** @type {any} */ (CSS.highlights.get(name) ?? [])].map((/** @type {Range} */ range) => range.toString());
  return { all: words("found").length + words("found-here").length, here: words("found-here"), kinds: [...new Set([...words("found"), ...words("found-here")].map((one) => one.toLowerCase()))] };
});

test("all places are painted and counted; Enter, Shift Enter and buttons go from one to the next; Escape closes", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const places = sample.match(/authority/gi)?.length ?? 0;
  await find(page, "AUTHORITY");
  await counted(page, new RegExp(`^1 of ${places}$`));
  await until(page, "they are painted", (wanted) => [...(CSS.highlights.get("found") ?? [])].length === wanted - 1 && CSS.highlights.get("found-here")?.size === 1, places);
  const told = await painted(page);
  assert.deepEqual([told.all, told.kinds], [places, ["authority"]]);
  await page.keyboard.press("Enter");
  await counted(page, /^2 of/);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await counted(page, new RegExp(`^${places} of`));
  const seen = await page.evaluate(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("found-here"));
    const { top, bottom } = range.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.ok(seen, "the place is in sight");
  await page.locator("#find [data-step='1']").click();
  await counted(page, /^1 of/);
  await give(page, sample);
  await sameText(page);
  await page.locator("#find-words").focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#find").isVisible(), false);
  assert.deepEqual(await page.evaluate(() => [CSS.highlights.size, document.activeElement !== document.body]), [0, true]);
});

test("accents, capitals, line ends and curly marks do not matter; nothing found is said", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  await give(page, "Café closes\n\nZoë Ångström said the “old café” would close on\u00a0Monday. It isn’t sure.");
  await pasteGiven(page);
  await inState(page, "article");
  for (const [query, count] of [["CAFE", 2], ["zoe angstrom", 1], ["on monday", 1], ['"old cafe"', 1], ["isn't", 1], ["closes Zoe", 1]]) {
    await find(page, String(query));
    await counted(page, new RegExp(`^1 of ${count}$`));
  }
  await find(page, "(nowhere.*");
  await counted(page, /^Nowhere$/);
  await until(page, "it is said aloud", () => /none of the articles|do not stand/.test(document.querySelector("#status")?.textContent ?? ""));
  await find(page, "   ");
  await counted(page, /^$/);
});

test("other articles are listed with a snippet, and a click goes there", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await page.locator("#tabs [role=tab]").first().click();
  await until(page, "the first is shown", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true");
  await find(page, "bridge");
  await until(page, "the other is listed", () => document.querySelector("#find-others .snippet"));
  assert.match((await page.locator("#find-others h3").textContent()) ?? "", /: \d+ places$/);
  assert.equal(((await page.locator("#find-others .snippet b").first().textContent()) ?? "").toLowerCase(), "bridge");
  const second = page.locator("#find-others .snippet").nth(1);
  const words = ((await second.textContent()) ?? "").replace(/…/g, "").trim().slice(0, 30);
  await second.click();
  await until(page, "the other is shown", () => document.querySelectorAll("#tabs [role=tab]")[1]?.getAttribute("aria-selected") === "true" && CSS.highlights.get("found-here")?.size === 1);
  await counted(page, /^2 of/);
  const around = await page.evaluate(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("found-here"));
    const { top, bottom } = range.getBoundingClientRect();
    return { text: (range.startContainer.parentElement.closest("[data-block]")?.textContent ?? "").replace(/\s+/g, " "), seen: top > 0 && bottom < innerHeight };
  });
  assert.ok(around.seen && around.text.includes(words), `${words} in ${around.text}`);
});

test("in grey lines and in a text of a megabyte", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  const paragraphs = sample.split("\n").filter((line) => line.length > 100);
  let text = "A long article\n\n";
  for (let index = 0; text.length < 1_000_000; index += 1) text += `${paragraphs[index % paragraphs.length]} This is number ${index + 1}.\n\n`;
  text += "The very last words are zebra crossing.\n";
  await give(page, text);
  await pasteGiven(page);
  await inState(page, "article");
  await sameText(page);
  await find(page, "zebra crossing");
  await counted(page, /^1 of 1$/);
  await until(page, "it is in sight", () => {
    const [range] = /** @type {any} */ (CSS.highlights.get("found-here") ?? []);
    const box = range?.getBoundingClientRect();
    return range?.toString() === "zebra crossing" && box.top > 0 && box.bottom < innerHeight;
  });
  await find(page, "the");
  await counted(page, /^\d,?\d* of 2,000 and more$/);

  const small = await stage.open(t, "#sample");
  await inState(small, "article");
  const hidden = await small.evaluate(() => document.querySelector("#text details.fold .line")?.firstChild?.textContent?.trim().slice(0, 12) ?? "");
  await find(small, hidden);
  await counted(small, /^1 of/);
  await until(small, "its fold is open", () => {
    const [range] = /** @type {any} */ (CSS.highlights.get("found-here") ?? []);
    return range?.startContainer.parentElement.closest("details")?.open;
  });
});

test("a browser without highlights outlines the sentence", async (t) => {
  const page = await stage.open(t);
  await page.addInitScript(() => delete /** @type {any} */ (CSS).highlights);
  await page.goto(`${stage.url}#sample`);
  await page.reload();
  await inState(page, "article");
  const gone = await page.evaluate(() => !("highlights" in CSS));
  if (!gone) return t.skip("this browser does not let it go");
  await find(page, "drone");
  await until(page, "a sentence is outlined", () => /drone/i.test(document.querySelector("#text .found")?.textContent ?? ""));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#text .found").count(), 0);
});

test("words in the box stay there, letters are letters, pasting into it is no article", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.keyboard.press("/");
  await page.locator("#find-words").waitFor();
  await page.keyboard.type("eqjc/");
  assert.equal(await page.locator("#find-words").inputValue(), "eqjc/");
  assert.equal(await page.locator("html").getAttribute("data-state"), "article");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Some words");
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await page.locator("#tabs [role=tab]").count(), 1);
  await page.keyboard.press("Escape");
  await page.locator("#edit").click();
  await inState(page, "writing");
  await page.keyboard.type("/");
  assert.equal(await page.locator("#find").isVisible(), false, "a / in the text is a /");
});

for (const [size, viewport] of /** @type {[string, { width: number, height: number }][]} */ ([["wide", { width: 1400, height: 900 }], ["on a phone", { width: 390, height: 844 }]])) {
  test(`axe finds nothing, ${size}`, async (t) => {
    const phone = viewport.width < 600;
    const page = await stage.open(t, "#samples", { viewport, hasTouch: phone, isMobile: phone });
    await inState(page, "compare");
    await page.locator(phone ? "#dock-find" : "#open-find").click();
    await page.locator("#find-words").fill("bridge");
    await until(page, "the other is listed", () => document.querySelector("#find-others .snippet"));
    await page.evaluate(AXE);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const violations = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary}`));
      assert.deepEqual(violations, [], colorScheme);
    }
  });
}

stage.quiet();
