// Own: what the reader says and wants to see. Corrections from the card of a mark and from selected words, their undo, their return with
// the text, their files; words and patterns of one's own. By real clicks, keys, files and the browser's own storage.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { plainPage, webPage } from "../webpage.mjs";
import { bench, give, inState, paste, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sample = readFileSync(new URL("../../www/samples/first.txt", import.meta.url), "utf8");
const stage = bench();

/** @param {import("node:test").TestContext} t @param {Parameters<typeof stage.open>[2]} [how] */
async function openSample(t, how) {
  const page = await stage.open(t, "#sample", how);
  await inState(page, "article");
  await until(page, "words can be selected", () => document.querySelector("#mark-words"));
  return page;
}

/** @param {Page} page @param {string} text */
async function put(page, text) {
  await give(page, text);
  await pasteGiven(page);
  await until(page, "the article stands", () => document.getElementById("text")?.textContent === /** @type {any} */ (globalThis).given);
}

/** The marks of some words: kind and form of each place. @param {Page} page @param {string} own @param {string} [more] */
const kinds = (page, own, more = "") => page.evaluate(([wanted, selector]) => [...document.querySelectorAll(`#text mark.m${selector}`)].filter((mark) => (mark.textContent ?? "").replace(/\s+/g, " ") === wanted).map((mark) => /** @type {HTMLElement} */ (mark).dataset.kind ?? ""), [own, more]);

/** Opens the card of the first mark with these words. @param {Page} page @param {string} own @param {string} [more] */
async function ask(page, own, more = "") {
  await page.locator(`#text mark.m${more}`, { hasText: own }).first().click();
  await page.locator("#card .fix").waitFor();
}

/** @param {Page} page @param {RegExp} what */
const told = (page, what) => until(page, `the page says ${what}`, (source) => {
  const bar = document.querySelector("#corrected");
  return !bar?.hasAttribute("hidden") && new RegExp(source).test(bar?.querySelector("p")?.textContent ?? "");
}, what.source);

/** Selects words of the article as a reader would, by a range. @param {Page} page @param {string} own */
const select = (page, own) => page.evaluate((wanted) => {
  const walker = document.createTreeWalker(/** @type {Node} */ (document.getElementById("text")), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    return true;
  }
  return false;
}, own);

/** @param {Page} page @param {string} state */
async function clean(page, state) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const violations = await page.evaluate(async () => {
      const found = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      return found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.html.slice(0, 160)} (${node.failureSummary.split("\n")[1]?.trim()})`).join(" | ")}`);
    });
    assert.deepEqual(violations, [], `${state}, ${colorScheme}`);
  }
}

/** Chooses a file where one is asked for. @param {Page} page @param {string} button @param {string} name @param {string} text */
async function openFile(page, button, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator(button).click()]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** What a button saves. @param {Page} page @param {string} button */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const STORY = "Gate fails at Lissen\n\nTomas Brekkin, the chief engineer, said on Monday that the gate had failed. “We waited too long,” he said.\n\nIlka Vessendal, the minister, said repairs would cost $44 million. Brekkin disagreed with Vessendal.";

/* -------------------------------------------------------------- correcting */

test("a name is of another kind, at every mention; undo and redo by key and by button", async (t) => {
  const page = await openSample(t);
  const before = await kinds(page, "Marsh");
  assert.ok(before.length >= 1 && before.every((kind) => kind === "person"), `the sample has Marsh: ${before}`);
  await page.locator("#text p mark.m", { hasText: "Elena Marsh" }).first().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await ask(page, "Elena Marsh", "[data-kind=person]");
  await page.locator("#card .fix [data-choice=organization]").click();
  await told(page, /“Elena Marsh” is an organisation/);
  assert.deepEqual(await kinds(page, "Marsh"), before.map(() => "organization"));
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - scrolled) < 3, "the reader stays where they were");
  assert.equal(await page.locator("#corrections").textContent(), "1 correction");
  await give(page, sample);
  await sameText(page);

  await page.keyboard.press("Control+z");
  await told(page, /Taken back/);
  assert.deepEqual(await kinds(page, "Marsh"), before);
  await page.keyboard.press("Control+Shift+Z");
  await told(page, /Made again/);
  assert.deepEqual(await kinds(page, "Marsh"), before.map(() => "organization"));
  await page.locator("#corrected [data-act=undo]").click();
  await until(page, "it is a person again", () => !document.querySelector("#corrections"));
  assert.deepEqual(await kinds(page, "Marsh"), before);
});

test("the card says why a corrected mark is what it is", async (t) => {
  const page = await openSample(t);
  await ask(page, "Elena Marsh", "[data-kind=person]");
  await page.locator("#card .fix [data-choice=group]").click();
  await told(page, /group/);
  await ask(page, "Elena Marsh", "[data-kind=group]");
  assert.match((await page.locator("#card dl").textContent()) ?? "", /You said so/);
  assert.equal(await page.locator("#card .fix [aria-pressed=true]").getAttribute("data-choice"), "group");
});

test("not a name, the same as another, by keyboard alone", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  await put(page, STORY);
  await inState(page, "article");
  assert.ok((await kinds(page, "Vessendal")).length, "the engine knows Vessendal");
  await page.locator("#text mark.m[data-kind=person]", { hasText: "Ilka Vessendal" }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator("#card .fix [data-choice=none]").focus();
  await page.keyboard.press("Enter");
  await told(page, /“Ilka Vessendal” is no name/);
  assert.deepEqual(await kinds(page, "Ilka Vessendal"), []);
  assert.deepEqual(await kinds(page, "Vessendal", ":not([data-kind=quote])"), [], "at every mention");
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY", "the focus is not lost");
  await page.keyboard.press("Control+z");
  await told(page, /Taken back/);

  await ask(page, "Ilka Vessendal", "[data-kind=person]");
  await page.locator("#fix-same").selectOption({ label: "Tomas Brekkin" });
  await page.locator("#card [data-act=join]").click();
  await told(page, /the same as “Tomas Brekkin”/);
  await ask(page, "Ilka Vessendal");
  assert.equal(await page.locator("#card-name").textContent(), "Tomas Brekkin");
});

test("a quotation: who said it, that nobody is told, that it is none", async (t) => {
  const page = await openSample(t);
  const quote = page.locator("#text mark.m[data-kind=quote][data-form=direct][data-speaker=Marsh]").first();
  const own = (await quote.textContent()) ?? "";
  const again = () => page.locator("#text mark.m[data-kind=quote]", { hasText: own }).first();
  const open = async () => {
    await page.keyboard.press("Escape");
    const box = await again().evaluate((node) => {
      node.scrollIntoView({ block: "center" });
      const { left, top, height } = node.getClientRects()[0];
      return { x: left + 14, y: top + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await page.locator("#card .fix").waitFor();
  };
  await open();
  await page.locator("#fix-speaker").selectOption({ label: "Daniel Okafor" });
  await page.locator("#card [data-act=speak]").click();
  await told(page, /said by Daniel Okafor/);
  assert.equal(await again().getAttribute("data-speaker"), "Okafor");
  await open();
  assert.equal(await page.locator("#fix-speaker").inputValue(), "Daniel Okafor");
  await page.locator("#fix-speaker").selectOption("");
  await page.locator("#card [data-act=speak]").click();
  await told(page, /speaker not told/);
  assert.equal(await again().getAttribute("data-speaker"), null);
  await open();
  assert.match((await page.locator("#card dl").textContent()) ?? "", /Speaker not told/);
  await page.locator("#card [data-choice=none]").click();
  await told(page, /is no quote/);
  assert.equal(await again().count(), 0);
  assert.equal(await page.locator("#corrections").textContent(), "1 correction", "a later word on the same quotation takes the place of the earlier");
});

/** What the panel tells of who said what: each speaker with the words. @param {Page} page */
const sayings = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("#facts [data-section=said] .speaker")].map((one) => [one.querySelector("h3")?.firstChild?.textContent ?? "", [...one.querySelectorAll("li a")].map((node) => node.textContent ?? "")])));

/** What the sheet that saves makes of the article. @param {Page} page @param {string} format */
async function exported(page, format) {
  await page.locator("#open-save").click();
  await page.locator(`#save button[data-format=${format}]`).waitFor();
  const file = await saved(page, `#save button[data-format=${format}]`);
  await page.keyboard.press("Escape");
  await until(page, "the sheet is closed", () => !document.querySelector("dialog[open]"));
  return file.text;
}

/** Opens the card of a quotation by the keyboard, as its words may hold other marks. @param {Page} page @param {string} own */
async function askQuote(page, own) {
  await page.locator("#text mark.m[data-kind=quote]", { hasText: own }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator("#card #fix-speaker").waitFor();
}

test("a speaker whom the article does not name is typed; it is known by every export, and comes back with the text", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  await put(page, STORY);
  const own = "We waited too long";
  const speaker = () => page.locator("#text mark.m[data-kind=quote]", { hasText: own }).first().getAttribute("data-speaker");
  assert.equal(await speaker(), "Brekkin");
  await askQuote(page, own);
  assert.equal(await page.locator("#fix-speaker").inputValue(), "Tomas Brekkin");
  assert.equal(await page.locator("#fix-speaker-name").isVisible(), false);
  await page.locator("#fix-speaker").selectOption({ label: "Somebody else…" });
  await page.locator("#card [data-act=speak]").click();
  assert.match((await page.locator("#fix-speaker-wrong").textContent()) ?? "", /Write a name/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "fix-speaker-name");
  await clean(page, "a speaker is asked for");
  await page.locator("#fix-speaker-name").fill("  Ada   <b>Tveit</b> ");
  await page.keyboard.press("Enter");
  await told(page, /said by Ada <b>Tveit<\/b>/);
  assert.equal(await speaker(), "Ada <b>Tveit</b>", "what is typed is text");
  await askQuote(page, own);
  assert.equal(await page.locator("#fix-speaker-name").inputValue(), "Ada <b>Tveit</b>", "what was typed stands there again");
  await page.locator("#fix-speaker-name").fill("Ada Tveit");
  await page.keyboard.press("Enter");
  await told(page, /said by Ada Tveit/);
  assert.equal(await page.locator("#corrections").textContent(), "1 correction", "the later takes the place of the earlier");
  assert.deepEqual((await sayings(page))["Ada Tveit"], ["“We waited too long”"]);
  await give(page, STORY);
  await sameText(page);

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await until(page, "Brekkin says it", () => [...document.querySelectorAll("#text mark.m[data-speaker]")].some((mark) => /** @type {HTMLElement} */ (mark).dataset.speaker === "Brekkin"));
  await page.keyboard.press("Control+Shift+Z");
  await page.keyboard.press("Control+Shift+Z");
  await until(page, "Ada Tveit says it", () => [...document.querySelectorAll("#text mark.m[data-speaker]")].some((mark) => /** @type {HTMLElement} */ (mark).dataset.speaker === "Ada Tveit"));

  assert.match(await exported(page, "html"), /<h3>Ada Tveit<\/h3>\s*<ul><li><a [^>]*>“We waited too long”/);
  assert.match(await exported(page, "markdown"), /Ada Tveit/);
  assert.match(await exported(page, "table"), /"quote","We waited too long,","","Ada Tveit","direct"/);
  assert.match(await exported(page, "jsonld"), /"value": "Said by Ada Tveit"/);
  const { annotated } = JSON.parse(await exported(page, "json"));
  assert.deepEqual(annotated.quotes.filter((/** @type {any} */ quote) => quote.speakerName).map((/** @type {any} */ { speaker, speakerKind, speakerName }) => [speaker, speakerKind, speakerName]), [[null, "unnamed", "Ada Tveit"]]);

  await page.reload();
  await page.locator("#clear").click();
  await inState(page, "empty");
  await put(page, STORY.replace("on Monday", "on Tuesday").replace("$44 million", "$45 million"));
  assert.equal(await speaker(), "Ada Tveit", "in a text slightly edited, too");
  await askQuote(page, own);
  await page.locator("#fix-speaker").selectOption({ label: "Nobody named" });
  await page.locator("#card [data-act=speak]").click();
  await told(page, /speaker not told/);
  assert.equal(await speaker(), null);
});

const SILENT = "Gate fails at Lissen\n\nThe gate was never checked. Tomas Brekkin, the chief engineer, was in Lissen on Monday.\n\nIlka Vessendal, the minister, paid $44 million. The sea will not wait for us.\n\nThe town waits.";

test("selected words are marked as a quotation: of somebody named, of somebody typed, of nobody", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  await put(page, SILENT);
  await page.locator("#mark-words").waitFor({ state: "attached" });
  const quotes = () => page.evaluate(() => [...document.querySelectorAll("#text mark.m[data-kind=quote]:not(.cont)")].map((mark) => mark.textContent));
  assert.deepEqual(await quotes(), []);
  assert.ok(await select(page, "The gate was never checked."));
  await page.keyboard.press("a");
  await page.locator("#mark-as").waitFor();
  await clean(page, "words are marked as a quotation");
  await page.locator("#mark-speaker").selectOption({ label: "Ilka Vessendal" });
  await page.locator("#mark-as [data-act=speak]").click();
  await told(page, /is marked as a quotation of Ilka Vessendal/);
  assert.deepEqual(await quotes(), ["The gate was never checked."]);
  assert.deepEqual((await sayings(page))["Ilka Vessendal"], ["The gate was never checked."]);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-kind")), "quote", "the focus is on the new mark");

  assert.ok(await select(page, "The sea will not wait for us."));
  await page.locator("#mark-words").click();
  await page.locator("#mark-speaker").selectOption({ label: "Somebody else…" });
  await page.locator("#mark-speaker-name").fill("Ada Tveit");
  await page.keyboard.press("Enter");
  await told(page, /quotation of Ada Tveit/);
  assert.ok(await select(page, "The town waits."));
  await page.locator("#mark-words").click();
  await page.locator("#mark-as [data-act=speak]").click();
  await told(page, /quotation; nobody is named/);
  assert.deepEqual(await sayings(page), { "Ilka Vessendal": ["The gate was never checked."], "Ada Tveit": ["The sea will not wait for us."], "Speaker not told": ["The town waits."] });
  assert.equal(await page.locator("#corrections").textContent(), "3 corrections");
  await give(page, SILENT);
  await sameText(page);
  await page.keyboard.press("Control+z");
  await until(page, "the last is taken back", () => document.querySelectorAll("#text mark.m[data-kind=quote]").length === 2);
  await page.keyboard.press("Control+Shift+Z");
  await until(page, "and made again", () => document.querySelectorAll("#text mark.m[data-kind=quote]").length === 3);
  assert.match(await exported(page, "table"), /"quote","The sea will not wait for us.","","Ada Tveit","indirect"/);
  assert.match(await exported(page, "jsonld"), /"exact": "The sea will not wait for us."/);

  await page.locator("#corrections").click();
  const file = await saved(page, "#corrections-sheet [data-act=save]");
  await page.locator("#corrections-sheet [data-act=forget]").click();
  await until(page, "they are gone", () => document.querySelectorAll("#text mark.m[data-kind=quote]").length === 0);
  await openFile(page, "#corrections-sheet [data-act=open]", "mine.json", file.text);
  await told(page, /3 corrections opened, 3 for this article/);
  await page.locator("#clear").click();
  await inState(page, "empty");
  await put(page, `Menu\n\n${SILENT.replace("on Monday", "on Tuesday").replace("$44 million", "$45 million")}`);
  assert.deepEqual(await quotes(), ["The gate was never checked.", "The sea will not wait for us.", "The town waits."]);

  await askQuote(page, "The sea will not wait");
  assert.equal(await page.locator("#fix-speaker-name").inputValue(), "Ada Tveit");
  await page.locator("#fix-speaker").selectOption({ label: "Tomas Brekkin" });
  await page.locator("#card [data-act=speak]").click();
  await told(page, /quotation of Tomas Brekkin/);
  assert.equal(await page.locator("#corrections").textContent(), "3 corrections", "it is the same mark, with another speaker");
  await askQuote(page, "The sea will not wait");
  await page.locator("#card [data-choice=none]").click();
  await told(page, /is no quote/);
  assert.deepEqual(await quotes(), ["The gate was never checked.", "The town waits."]);
});

test("words over two paragraphs are marked as one quotation; so many can be nothing else", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  const long = `Gate fails at Lissen\n\n${"The water had come over the wall before anybody saw it. ".repeat(3).trim()}\n\n${"Nobody in the town had been told of it. ".repeat(3).trim()}\n\nIlka Vessendal, the minister, paid $44 million.`;
  await put(page, long);
  await page.locator("#mark-words").waitFor({ state: "attached" });
  const selectAcross = () => page.evaluate(() => {
    const [, first, second] = document.querySelectorAll("#text [data-block]");
    const words = (/** @type {Element} */ node) => /** @type {Text} */ (document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode());
    const end = document.createTreeWalker(second, NodeFilter.SHOW_TEXT);
    /** @type {Text | null} */
    let last = null;
    while (end.nextNode()) if (end.currentNode.textContent?.trim()) last = /** @type {Text} */ (end.currentNode);
    if (last) getSelection()?.setBaseAndExtent(words(first), 0, last, last.data.length);
  });
  await selectAcross();
  await page.locator("#mark-words").click();
  assert.match((await page.locator("#mark-as .kind").textContent()) ?? "", /Too many words for a name/);
  assert.equal(await page.locator("#mark-as [data-choice]").count(), 0);
  await page.locator("#mark-speaker").selectOption({ label: "Ilka Vessendal" });
  await page.locator("#mark-as [data-act=speak]").click();
  await told(page, /quotation of Ilka Vessendal/);
  const blocks = await page.evaluate(() => [...new Set([...document.querySelectorAll("#text mark.m[data-kind=quote]")].map((mark) => /** @type {HTMLElement} */ (mark.closest("[data-block]")).dataset.block))]);
  assert.equal(blocks.length, 2);
  assert.equal(Object.keys(await sayings(page)).length, 1);
  await give(page, long);
  await sameText(page);
});

test("a figure: another amount, another kind, none; what is no number is explained", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  await put(page, STORY);
  await ask(page, "$44 million", "[data-kind=money]");
  await page.locator("#fix-worth").fill("a lot");
  await page.locator("#card [data-act=set]").click();
  assert.match((await page.locator("#fix-wrong").textContent()) ?? "", /no number.*in figures/);
  assert.equal(await page.locator("#fix-worth").getAttribute("aria-invalid"), "true");
  await page.locator("#fix-worth").fill("45,000,000");
  await page.keyboard.press("Enter");
  await told(page, /money: 45000000/);
  await ask(page, "$44 million", "[data-kind=money]");
  assert.match((await page.locator("#card dl").textContent()) ?? "", /45,000,000/);
  await page.locator("#card [data-choice=none]").click();
  await told(page, /no figure or date/);
  assert.deepEqual(await kinds(page, "$44 million"), []);

  await ask(page, "Monday", "[data-kind=date]");
  await page.locator("#fix-worth").fill("2026-02-31");
  await page.locator("#card [data-act=set]").click();
  assert.match((await page.locator("#fix-wrong").textContent()) ?? "", /no date/);
  await page.locator("#fix-worth").fill("2026-03-09");
  await page.keyboard.press("Enter");
  await told(page, /2026-03-09/);
  await ask(page, "Monday", "[data-kind=date]");
  assert.match((await page.locator("#card dl").textContent()) ?? "", /9 Mar 2026/);
});

test("selected words are marked, by button and by key, at every place, as whole words", async (t) => {
  const page = await openSample(t);
  const own = "anchorages";
  const places = sample.split(/\banchorages\b/).length - 1;
  assert.ok(places > 1, "the sample has it more than once");
  assert.ok(await select(page, "nchorages"));
  await page.locator("#mark-words").waitFor();
  await page.locator("#mark-words").click();
  assert.equal(await page.locator("#mark-as-name").textContent(), own);
  assert.match((await page.locator("#mark-as .kind").textContent()) ?? "", new RegExp(`all ${places} places`));
  await page.locator("#mark-as [data-choice=product]").click();
  await told(page, /“anchorages” is marked as a product/);
  assert.equal((await kinds(page, own, "[data-kind=product]")).length, places);
  await give(page, sample);
  await sameText(page);

  assert.ok(await select(page, "routine"));
  await page.keyboard.press("a");
  await page.locator("#mark-as").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#mark-as").isVisible(), false);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await until(page, "the button goes with the selection", () => document.querySelector("#mark-words")?.hasAttribute("hidden"));
});

test("corrections come back with the text, and with one slightly edited, after a reload; not with another", async (t) => {
  const page = await openSample(t);
  await ask(page, "Elena Marsh", "[data-kind=person]");
  await page.locator("#card .fix [data-choice=organization]").click();
  await told(page, /organisation/);
  await page.reload();
  await put(page, sample.replace("A routine inspection found", "Inspectors found").replace("Some 31,000", "About 30,000"));
  assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "organization"));
  assert.equal(await page.locator("#corrections").textContent(), "1 correction");
  await page.locator("#clear").click();
  await inState(page, "empty");
  await put(page, "Elena Marsh lives in Boston, where she met Peter Hall in 2019. Elena Marsh said so.");
  assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "person"), "another text is another matter");
  assert.equal(await page.locator("#corrections").count(), 0);
});

test("for every article at once, where the reader says so; a comparison knows of it", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await page.locator("#tabs [role=tab]").first().click();
  await until(page, "the first is shown", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true" && document.querySelector("#text mark.m"));
  await ask(page, "Elena Marsh", "[data-kind=person]");
  await page.locator("#fix-everywhere").check();
  await page.locator("#card .fix [data-choice=organization]").click();
  await told(page, /organisation/);
  await page.locator("#tabs [role=tab]").nth(1).click();
  await until(page, "the second is shown", () => document.body.classList.contains("compared"));
  const second = await kinds(page, "Elena Marsh");
  assert.ok(second.length && second.every((kind) => kind === "organization"), `in the second article: ${second}`);
});

test("a line set aside joins the steps that can be taken back", async (t) => {
  const page = await openSample(t);
  const role = () => page.evaluate(() => [...document.querySelectorAll("#text .line")].some((line) => line.textContent?.includes("A routine inspection")));
  assert.equal(await role(), false);
  await page.locator("#text .standfirst").hover();
  await page.locator("#text .standfirst .turn").click();
  await told(page, /set aside/);
  assert.equal(await role(), true);
  await page.keyboard.press("Control+z");
  await told(page, /Taken back/);
  assert.equal(await role(), false);
  assert.equal(await page.locator("#text .standfirst").count(), 1, "it is what it was");
});

test("a line of a pasted page: what the reader says of it is taken back even when the page is pasted again", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  const given = { plain: plainPage(), html: webPage() };
  await paste(page, given);
  await inState(page, "article");
  const byline = () => page.locator("#text .by").count();
  const before = await byline();
  assert.ok(before > 0);
  const turned = async () => {
    await page.locator("#text .by").first().hover();
    await page.locator("#text .by .turn").first().click();
    await until(page, "it is set aside", (count) => document.querySelectorAll("#text .by").length === count, before - 1);
  };
  await turned();
  await page.keyboard.press("Control+z");
  await until(page, "it is back, as what it was", (count) => document.querySelectorAll("#text .by").length === count, before);
  await turned();
  await page.locator("#clear").click();
  await inState(page, "empty");
  await paste(page, given);
  await inState(page, "article");
  assert.equal(await byline(), before - 1, "it is set aside from the start");
  await page.locator("#corrections").click();
  await page.locator("#corrections-sheet .own-list li button").click();
  await until(page, "it is back", (count) => document.querySelectorAll("#text .by").length === count, before);
});

test("the sheet of corrections: one taken back, all saved, forgotten, opened again", async (t) => {
  const page = await openSample(t);
  for (const [own, choice] of [["Elena Marsh", "organization"], ["Daniel Okafor", "place"]]) {
    await ask(page, own, "[data-kind=person]");
    await page.locator(`#card .fix [data-choice=${choice}]`).click();
    await told(page, new RegExp(own));
  }
  await page.locator("#corrections").click();
  const sheet = page.locator("#corrections-sheet");
  await until(page, "both are listed", () => document.querySelectorAll("#corrections-sheet .own-list li").length === 2);
  await clean(page, "the sheet of corrections");
  const file = await saved(page, "#corrections-sheet [data-act=save]");
  assert.equal(file.name, "glosswire-corrections.json");
  assert.equal(JSON.parse(file.text).corrections.length, 2);
  await sheet.locator(".own-list li").first().getByRole("button").click();
  await until(page, "one is left", () => document.querySelectorAll("#corrections-sheet .own-list li").length === 1);
  assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "person"));
  await sheet.locator("[data-act=forget]").click();
  await until(page, "none is left", () => document.querySelectorAll("#corrections-sheet .own-list li").length === 0);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [], "nothing is kept of them");
  await openFile(page, "#corrections-sheet [data-act=open]", "mine.json", file.text);
  await told(page, /2 corrections opened, 2 for this article/);
  assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "organization"));
  assert.ok((await kinds(page, "Daniel Okafor")).every((kind) => kind === "place"));
});

for (const [what, name, text, code] of [
  ["no JSON", "a.json", "{ corrections", "badFile"], ["empty", "b.json", "", "badFile"], ["another kind of file", "c.json", '{"glosswire":"terms","version":1,"terms":[]}', "badFile"], ["an array", "d.json", "[1,2]", "badFile"], ["null", "n.json", "null", "badFile"],
  ["a newer form", "e.json", '{"glosswire":"corrections","version":99,"corrections":[]}', "badFile"], ["no list", "f.json", '{"glosswire":"corrections","version":1,"corrections":{}}', "badFile"],
  ["nothing that can be done", "g.json", '{"glosswire":"corrections","version":1,"corrections":[{"say":"is","text":"x","type":"planet"},7]}', "badFile"],
  ["something good among it", "h.json", '{"glosswire":"corrections","version":1,"corrections":[{"say":"is","text":"Elena Marsh","type":"group"},{"say":"dance","text":"x"}]}', "partFile"],
]) {
  test(`a file of corrections that is broken: ${what}`, async (t) => {
    const page = await openSample(t);
    await ask(page, "Daniel Okafor", "[data-kind=person]");
    await page.locator("#card .fix [data-choice=place]").click();
    await told(page, /Okafor/);
    await page.locator("#corrections").click();
    await openFile(page, "#corrections-sheet [data-act=open]", name, text);
    const notice = page.locator(`#notices [data-code=${code}]`);
    await notice.waitFor();
    assert.match((await notice.locator("h2, p").allTextContents()).join(". "), /\w{3,}.*[.]$/);
    assert.ok((await kinds(page, "Daniel Okafor")).every((kind) => kind === "place"), "what was there stays");
    assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === (code === "partFile" ? "group" : "person")));
  });
}

test("storage that takes nothing: the correction holds, and a sentence says for how long", async (t) => {
  for (const how of ["full", "denied"]) {
    const page = await stage.open(t);
    await page.addInitScript((kind) => {
      if (kind === "full") Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
      else Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
    }, how);
    await page.goto(`${stage.url}#sample`);
    await page.reload();
    await inState(page, "article");
    await ask(page, "Elena Marsh", "[data-kind=person]");
    await page.locator("#card .fix [data-choice=organization]").click();
    await page.locator("#notices [data-code=unsaved]").waitFor();
    assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "organization"), how);
    const file = await saved(page, "#notices [data-code=unsaved] .btn");
    assert.equal(JSON.parse(file.text).corrections.length, 1);
  }
});

test("rubbish in the storage is no reason to fail", async (t) => {
  const page = await stage.open(t);
  await page.evaluate(() => {
    localStorage.setItem("glosswire:corrections", '[{"say":"is"},null,{"say":"is","text":"Elena Marsh","type":"group"}]');
    localStorage.setItem("glosswire:terms", '[{"id":"t-1","label":"bad","pattern":"(("},{"id":"t-2","label":"Bridge","words":["bridge"]},4]');
  });
  await page.goto(`${stage.url}#sample`);
  await page.reload();
  await inState(page, "article");
  assert.ok((await kinds(page, "Elena Marsh")).every((kind) => kind === "group"));
  assert.ok((await page.locator("#text mark.m[data-kind=term]").count()) > 0, "the good term is marked");
  assert.match((await page.locator("#own .own-row", { hasText: "bad" }).textContent()) ?? "", /does not work/);
});

test("two tabs: what one corrects, the other knows", async (t) => {
  const page = await openSample(t);
  const other = await page.context().newPage();
  await other.goto(`${stage.url}#sample`);
  await inState(other, "article");
  await ask(page, "Elena Marsh", "[data-kind=person]");
  await page.locator("#card .fix [data-choice=organization]").click();
  await told(page, /organisation/);
  await until(other, "the other tab shows it", () => [...document.querySelectorAll("#text mark.m[data-kind=organization]")].some((mark) => mark.textContent === "Elena Marsh"));
  await ask(other, "Daniel Okafor", "[data-kind=person]");
  await other.locator("#card .fix [data-choice=place]").click();
  await told(other, /Okafor/);
  await until(page, "both hold here", () => document.querySelector("#corrections")?.textContent === "2 corrections");
});

/* --------------------------------------------------------------- own terms */

/** @param {Page} page @param {string} what @param {"words" | "pattern"} [kind] @param {string} [label] */
async function addTerm(page, what, kind = "words", label = "") {
  if (!(await page.locator("dialog#terms").isVisible())) await page.locator("#open-terms").click();
  await page.locator(`dialog#terms input[value=${kind}]`).check({ force: true });
  await page.locator(`#term-${kind}`).fill(what);
  if (label) await page.locator("#term-label").fill(label);
  await page.locator("dialog#terms [data-act=add]").click();
}

test("words and a pattern: marked in their colours, counted in the legend, there again after a reload", async (t) => {
  const page = await openSample(t);
  await addTerm(page, "Anchorages\nopposition LAWMAKER", "words", "Parts");
  await until(page, "they are listed", () => document.querySelectorAll("dialog#terms .own-list li").length === 1);
  await page.locator("dialog#terms input[value=pink]").check({ force: true });
  await addTerm(page, "\\d+ tonnes?|\\bdrones?\\b", "pattern", "Machines");
  await until(page, "both are listed", () => document.querySelectorAll("dialog#terms .own-list li").length === 2);
  await page.keyboard.press("Escape");
  const parts = sample.match(/\b(?:anchorages|opposition lawmaker)\b/gi)?.length ?? 0;
  await until(page, "all are marked", (wanted) => document.querySelectorAll("#text mark.m[data-kind=term][data-tint=yellow]:not(.cont)").length === wanted, parts);
  assert.ok((await page.locator("#text mark.m[data-kind=term][data-tint=pink]").count()) > 0, "the pattern is marked");
  const row = page.locator("#own .own-row", { hasText: "Parts" });
  assert.match((await row.textContent()) ?? "", new RegExp(`Parts ${parts}\\b`));
  const colours = await page.evaluate(() => ["yellow", "pink"].map((tint) => getComputedStyle(/** @type {Element} */ (document.querySelector(`#text mark[data-tint=${tint}]`))).backgroundImage));
  assert.notEqual(colours[0], colours[1]);
  await give(page, sample);
  await sameText(page);

  await row.click();
  await until(page, "the card of a term is open", () => document.querySelector("#card")?.matches(":popover-open"));
  assert.equal(await page.locator("#text mark.lit[data-kind=term]").count(), await page.locator("#text mark[data-tint=yellow]").count(), "all its places are lit");
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  assert.match((await page.locator("#story").getAttribute("data-off")) ?? "", /term/);
  await page.reload();
  await until(page, "it is there again", (wanted) => document.querySelectorAll("#text mark.m[data-tint=yellow]:not(.cont)").length === wanted, parts);
});

test("a bad pattern is explained where it is typed, and can be mended there; the others go on", async (t) => {
  const page = await openSample(t);
  await addTerm(page, "bridge");
  await until(page, "it is listed", () => document.querySelectorAll("dialog#terms .own-list li").length === 1);
  for (const [pattern, words] of [["(gate|wall", /opened at character 1 is never closed/], ["gate)", /closed at character 5 was never opened/], ["[a-", /set of characters opened with \[ at character 1/], ["é*+?*", /Nowhere|works/], ["*x", /repeats what stands before it/], ["a(?=b)", /ahead or behind/], ["\\q", /no meaning/], ["x{3,1}", /backwards/], ["(?:a{1000}){1000}", /memory/]]) {
    await page.locator("dialog#terms input[value=pattern]").check({ force: true });
    await page.locator("#term-pattern").fill(String(pattern));
    await until(page, `${pattern} is judged`, (source) => new RegExp(source).test(document.querySelector("#term-check")?.textContent ?? ""), /** @type {RegExp} */ (words).source);
    const bad = pattern !== "é*+?*";
    assert.equal(await page.locator("#term-pattern").getAttribute("aria-invalid"), bad ? "true" : null, String(pattern));
    if (!bad) continue;
    await page.locator("dialog#terms [data-act=add]").click();
    assert.equal(await page.locator("dialog#terms .own-list li").count(), 1, "it is not taken");
  }
  await page.locator("#term-pattern").fill("(cable|drone");
  await page.locator("[data-act=close-it]").click();
  assert.equal(await page.locator("#term-pattern").inputValue(), "(cable|drone)");
  await until(page, "it works now", () => /It works: \d+ places/.test(document.querySelector("#term-check")?.textContent ?? ""));
  await page.locator("#term-pattern").fill("drone (x");
  await page.locator("[data-act=take-plain]").click();
  assert.equal(await page.locator("#term-words").inputValue(), "drone (x");
  await page.locator("#term-words").fill("  ");
  await page.locator("dialog#terms [data-act=add]").click();
  assert.match((await page.locator("#term-check").textContent()) ?? "", /at least one word/);
  await page.keyboard.press("Escape");
  assert.ok((await page.locator("#text mark.m[data-kind=term]").count()) > 0);
});

test("a term is changed, taken out, begun from selected words", async (t) => {
  const page = await openSample(t);
  await select(page, "weight");
  await page.locator("#mark-words").click();
  await page.locator("#mark-as [data-choice=term]").click();
  assert.equal(await page.locator("#term-words").inputValue(), "weight");
  await page.locator("dialog#terms [data-act=add]").click();
  await page.locator("dialog#terms [data-act=edit]").click();
  assert.equal(await page.locator("#term-words").inputValue(), "weight");
  await page.locator("#term-words").fill("bridge");
  await page.locator("#term-label").fill("Bridges");
  await page.locator("dialog#terms [data-act=add]").click();
  await until(page, "bridges are marked", () => [...document.querySelectorAll("#text mark[data-kind=term]")].every((mark) => /bridge/i.test(mark.textContent ?? "")) && document.querySelector("#own .own-row .name")?.textContent === "Bridges");
  await page.locator("dialog#terms [data-act=remove]").click();
  await until(page, "nothing is marked", () => !document.querySelector("#text mark[data-kind=term]"));
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

test("terms as a file: saved, opened elsewhere; a broken one gets a sentence", async (t) => {
  const page = await openSample(t);
  await addTerm(page, "bridge", "words", "Bridges");
  await until(page, "it is listed", () => document.querySelectorAll("dialog#terms .own-list li").length === 1);
  const file = await saved(page, "dialog#terms [data-act=save]");
  assert.deepEqual(JSON.parse(file.text).terms, [{ label: "Bridges", tint: "yellow", words: ["bridge"] }]);

  const other = await openSample(t);
  await other.locator("#open-terms").click();
  await openFile(other, "dialog#terms [data-act=open]", "terms.json", file.text);
  await until(other, "they are marked", () => document.querySelector("#text mark[data-kind=term]"));
  for (const [text, code, words] of /** @type {[string, string, RegExp][]} */ ([
    ["not json", "badFile", /could not be read/],
    ['{"glosswire":"corrections","version":1,"corrections":[]}', "badFile", /no file of terms/],
    ['{"glosswire":"terms","version":1,"terms":[{"label":"x"},{"words":[]}]}', "badFile", /Nothing in/],
    ['{"glosswire":"terms","version":1,"terms":[{"label":"Good","words":["authority"]},{"label":"Odd","pattern":"(a"},{"label":"None"}]}', "partFile", /1 term opened.*“Odd” was left out.*never closed/s],
  ])) {
    await other.locator("#open-terms").click();
    await openFile(other, "dialog#terms [data-act=open]", "x.json", text);
    await until(other, `it says ${words}`, ([kind, source]) => new RegExp(source, "s").test(document.querySelector(`#notices [data-code=${kind}]`)?.textContent ?? ""), [code, words.source]);
  }
  await until(other, "two terms stand in the legend", () => document.querySelectorAll("#own .own-row").length === 2);
});

test("terms are marked in a comparison, too", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await addTerm(page, "bridge");
  await page.keyboard.press("Escape");
  await until(page, "marked in the compared article", () => document.body.classList.contains("compared") && document.querySelector("#text mark[data-kind=term]"));
  assert.ok((await page.locator("#text .s[data-status]").count()) > 0);
});

/* ------------------------------------------------------------ in every state */

for (const [size, viewport] of /** @type {[string, { width: number, height: number }][]} */ ([["wide", { width: 1400, height: 900 }], ["on a phone", { width: 390, height: 844 }]])) {
  test(`axe finds nothing, ${size}`, async (t) => {
    const phone = viewport.width < 600;
    const page = await openSample(t, { viewport, hasTouch: phone, isMobile: phone });
    for (const kind of ["person", "money", "quote"]) {
      await page.locator(`#text mark.m[data-kind=${kind}]`).first().evaluate((node) => {
        node.scrollIntoView({ block: "center" });
        /** @type {HTMLElement} */ (node).focus();
      });
      await page.keyboard.press("Enter");
      await page.locator("#card .fix").waitFor();
      await clean(page, `card of ${kind}`);
      await page.keyboard.press("Escape");
    }
    await ask(page, "Elena Marsh", "[data-kind=person]");
    await page.locator("#card .fix [data-choice=group]").click();
    await told(page, /group/);
    await clean(page, "the last correction");
    await select(page, "routine");
    await page.locator("#mark-words").click();
    await clean(page, "marking selected words");
    await page.locator("#mark-as [data-choice=term]").click();
    await page.locator("dialog#terms [data-act=add]").click();
    await until(page, "it is listed", () => document.querySelectorAll("dialog#terms .own-list li").length === 1);
    await page.locator("dialog#terms input[value=pattern]").check({ force: true });
    await page.locator("#term-pattern").fill("(x");
    await page.locator("#term-check pre").waitFor();
    await clean(page, "own terms, a bad pattern");
    const wide = await page.evaluate(() => Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, ...[...document.querySelectorAll("dialog#terms")].map((node) => node.scrollWidth - node.clientWidth)));
    assert.ok(wide <= 0, `${wide} px too wide`);
    await page.keyboard.press("Escape");
    await clean(page, "terms in the article");
  });
}

stage.quiet();
