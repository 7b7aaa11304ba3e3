// Sent: an article that the bookmarklet sends from the page one reads. It goes to Glosswire alone, comes from the window that opened it
// alone, is told with the site it comes from, and is taken when the reader says so.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bench, elsewhere, inState, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const BODY = `<!doctype html><html><head><title>Mill burns in Oxley</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Mill burns in Oxley</h1>
<p id="first">The village of Oxley lost its mill on Monday night, and nobody was hurt, Anna Smith of the fire service said.</p>
<p id="second">“We had hours, not days,” she said. About 40 people came to help, and the mayor thanked them on Tuesday.</p>
<p>The mill was built in 1872 and had been closed for 12 years. It was to be sold for $2 million.</p></article></body></html>`;
const EVIL = "<!doctype html><title>nothing</title><script>onmessage = (event) => (document.title = JSON.stringify(event.data)); opener.postMessage({ glosswire: 'ready' }, '*');</script>";

const site = elsewhere({
  "/story": { body: BODY },
  "/cut": { body: BODY, headers: { "Cross-Origin-Opener-Policy": "same-origin" } },
  "/strict": { body: BODY, headers: { "Content-Security-Policy": "default-src 'none'" } },
  "/empty": { body: "<!doctype html><title>A picture</title><canvas></canvas>" },
  "/evil": { body: EVIL },
});
const stage = bench();
const allowed = [/asked another origin/];

/** The bookmarklet as the page offers it. @param {Page} page */
async function bookmarklet(page) {
  await page.locator("#carry").click();
  const code = (await page.locator("a#bookmarklet").getAttribute("href")) ?? "";
  assert.equal(await page.locator("#bookmark-code").inputValue(), code);
  assert.match(code, /^javascript:void[^\s"'<>]+$/);
  await page.keyboard.press("Escape");
  return code;
}

/** Goes to a page of the site and presses the bookmarklet there; gives the page and the window that opens. @param {Page} page @param {string} path @param {(page: Page) => Promise<unknown>} [first] */
async function press(page, path, first) {
  const code = await bookmarklet(page);
  const reading = await page.context().newPage();
  await reading.goto(new URL(path, site.url).href);
  await first?.(reading);
  await reading.evaluate((href) => {
    const link = document.createElement("a");
    link.id = "bookmarklet";
    link.href = href;
    link.style.cssText = "position:fixed;inset:0 0 auto auto";
    link.append("\u00a0\u00a0\u00a0");
    document.body.append(link);
    addEventListener("mousedown", (event) => event.preventDefault());           /* a bookmark leaves the selection */
  }, code);
  const opened = page.context().waitForEvent("page");
  await reading.locator("#bookmarklet").click();
  return { reading, glosswire: await opened };
}

/** A window of Glosswire that a page opens by its own script. @param {Page} page */
async function openBy(page) {
  const reading = await page.context().newPage();
  await reading.goto(new URL("story", site.url).href);
  const opened = page.context().waitForEvent("page");
  await reading.evaluate((home) => {
    /** @type {any} */ (globalThis).ready = new Promise((done) => addEventListener("message", (event) => done(JSON.stringify([event.data, event.origin]))));
    /** @type {any} */ (globalThis).other = open(`${home}#sent`);
  }, stage.url);
  const glosswire = await opened;
  assert.equal(await reading.evaluate(() => /** @type {any} */ (globalThis).ready), JSON.stringify([{ glosswire: "ready" }, new URL(stage.url).origin]));
  return { reading, glosswire };
}

const notice = (/** @type {Page} */ page) => page.locator("#notices .said-so");
const state = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.dataset.state);
const letters = (/** @type {Page} */ page) => page.locator("#text").textContent();

test("the whole article, once the reader agrees", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { glosswire } = await press(page, "story");
  await glosswire.locator("#notices [data-code=sent]").waitFor();
  const told = await notice(glosswire).innerText();
  assert.ok(told.startsWith(`${new URL(site.url).origin} sends an article`), told);
  assert.match(told, /“Mill burns in Oxley”/);
  assert.match(told, /\d+ characters\. Nothing of it is taken before you say so\./);
  assert.equal(await state(glosswire), "empty");
  assert.ok(!(await glosswire.evaluate(() => document.body.textContent ?? "")).includes("lost its mill"), "nothing of it is on the page");
  assert.equal(await glosswire.evaluate(() => location.hash + String(window.opener)), "null");

  await glosswire.locator("#notices button", { hasText: "Take it" }).click();
  await inState(glosswire, "article");
  assert.match((await letters(glosswire)) ?? "", /lost its mill[\s\S]*not days[\s\S]*1872/);
  assert.equal(await glosswire.locator("#headline, #text h1").first().innerText(), "Mill burns in Oxley");
  assert.ok((await glosswire.locator("#text mark.m[data-kind=person]").count()) > 0);
  assert.equal(await glosswire.locator("#notices .said-so").count(), 0);
  await glosswire.locator("#details").click();
  assert.equal(await glosswire.locator("#about-address").inputValue(), new URL("story", site.url).href, "its address is kept with it");
});

test("only what is selected", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { glosswire } = await press(page, "story", (reading) => reading.evaluate(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("#second")))));
  await glosswire.locator("#notices button", { hasText: "Take it" }).click();
  await inState(glosswire, "article");
  const text = (await letters(glosswire)) ?? "";
  assert.match(text, /not days/);
  assert.doesNotMatch(text, /Home|lost its mill|1872/);
});

test("not taken, it is gone", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { reading, glosswire } = await press(page, "story");
  await glosswire.locator("#notices [data-code=sent] button", { hasText: "Close" }).click();
  assert.equal(await state(glosswire), "empty");
  assert.equal(await notice(glosswire).count(), 0);
  await glosswire.reload();
  await inState(glosswire, "empty");
  assert.equal(await notice(glosswire).count(), 0, "loaded anew, it waits for nothing");
  await reading.close();
});

test("a site that cuts the link: it says to copy", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { glosswire } = await press(page, "cut");
  await glosswire.locator("#notices [data-code=sentCut]").waitFor();
  assert.match(await notice(glosswire).innerText(), /No article came[\s\S]*cuts the link[\s\S]*copy the article and paste it here/);
  assert.equal(await state(glosswire), "empty");
});

test("a page without text", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { glosswire } = await press(page, "empty");
  await glosswire.locator("#notices [data-code=sentNothing]").waitFor();
  assert.equal(await state(glosswire), "empty");
});

test("only from the window that opened it, only in this shape, only once", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { reading, glosswire } = await openBy(page);
  const send = (/** @type {unknown} */ data) => reading.evaluate((what) => /** @type {any} */ (globalThis).other.postMessage(what, "*"), data);
  const good = { glosswire: "article", title: "One", address: "https://example.com/other", text: "Anna Smith said so.", html: "" };

  /* another window than the opener: a frame of its page */
  await reading.evaluate((what) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    /** @type {any} */ (frame.contentWindow).eval("(what, other) => other.postMessage(what, '*')")(what, /** @type {any} */ (globalThis).other);
  }, { ...good, title: "From a frame" });
  for (const bad of [null, "article", 7, [], {}, { ...good, glosswire: "ready" }, { ...good, title: 1 }, { ...good, text: null }, { ...good, html: ["<p>"] }, { glosswire: "article", text: "x" }, { ...good, address: {} }]) await send(bad);
  await glosswire.waitForTimeout(400);
  assert.equal(await notice(glosswire).count(), 0);

  const title = "\u202e<img src=x onerror=alert(1)>\u0000\n".padEnd(400, "x");
  await send({ ...good, title });
  await glosswire.locator("#notices [data-code=sent]").waitFor();
  assert.equal(await glosswire.locator("#notices img").count(), 0);
  const told = await notice(glosswire).innerText();
  assert.ok(told.includes("“<img src=x onerror=alert(1)> xxx") && !told.includes("\u202e") && told.length < 400, told);

  await send({ ...good, title: "The second", text: "Other words." });
  await glosswire.waitForTimeout(300);
  assert.doesNotMatch(await notice(glosswire).innerText(), /The second/);
  await glosswire.locator("#notices button", { hasText: "Take it" }).click();
  await inState(glosswire, "article");
  assert.equal(await letters(glosswire), good.text);
  await glosswire.locator("#details").click();
  assert.equal(await glosswire.locator("#about-address").inputValue(), "", "an address of another site is not believed");
});

test("more than is taken at once", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const { reading, glosswire } = await openBy(page);
  await reading.evaluate(() => /** @type {any} */ (globalThis).other.postMessage({ glosswire: "article", title: "Long", address: "", text: "word ".repeat(2_000_000), html: "<p>word".repeat(1_000_000) }, "*"));
  await glosswire.locator("#notices [data-code=sentTooLong]").waitFor();
  assert.equal(await state(glosswire), "empty");
});

test("a window that was not opened for it listens to nobody", async (t) => {
  const page = await stage.open(t, "", { allowed });
  const reading = await page.context().newPage();
  await reading.goto(new URL("story", site.url).href);
  const opened = page.context().waitForEvent("page");
  await reading.evaluate((home) => void (/** @type {any} */ (globalThis).other = open(home)), stage.url);
  const glosswire = await opened;
  await inState(glosswire, "empty");
  await reading.evaluate(() => /** @type {any} */ (globalThis).other.postMessage({ glosswire: "article", title: "One", address: "", text: "Anna Smith said so.", html: "" }, "*"));
  await glosswire.waitForTimeout(500);
  assert.equal(await notice(glosswire).count(), 0);
});

test("the article goes to nobody but Glosswire", async (t) => {
  const page = await stage.open(t, "", { allowed: [/./] });
  /* Glosswire can't be reached, and somebody else comes in its window and says that he listens */
  const code = await bookmarklet(page);
  const reading = await page.context().newPage();
  await reading.goto(new URL("story", site.url).href);
  await stage.stop();
  try {
    const opened = page.context().waitForEvent("page");
    await reading.evaluate((href) => {
      const link = document.createElement("a");
      link.href = href;
      document.body.append(link);
      link.click();
    }, code);
    const other = await opened;
    await other.waitForLoadState().catch(() => {});
    await other.goto(new URL("evil", site.url).href);
    await other.waitForTimeout(500);
    assert.equal(await other.title(), "nothing");
  } finally {
    await stage.again();
  }
});

describe("the offer", () => {
  test("pressed here, the bookmarklet does nothing but tell", async (t) => {
    const page = await stage.open(t);
    await page.locator("#carry").click();
    await page.locator("a#bookmarklet").click();
    await until(page, "it tells", () => /drag it/.test(document.querySelector("#bookmark [role=status]")?.textContent ?? ""));
    assert.equal(page.context().pages().length, 1);
    await page.keyboard.press("Escape");
    await until(page, "the sheet is gone", () => document.querySelector("dialog#bookmark") === null);
  });

  test("copied, it is on the clipboard", async (t) => {
    const page = await stage.open(t, "", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#carry").click();
    const code = await page.locator("#bookmark-code").inputValue();
    await page.locator("#bookmark-copy").click();
    await until(page, "it is said", () => /Copied/.test(document.querySelector("#bookmark [role=status]")?.textContent ?? ""));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  });

  test("dragged over the page, it is no article", async (t) => {
    const page = await stage.open(t);
    await page.locator("#carry").click();
    await page.locator("a#bookmarklet").dragTo(page.locator("#bookmark h2"));
    assert.equal(await page.evaluate(() => document.body.classList.contains("dropping")), false);
    assert.equal(await state(page), "empty");
    assert.equal(await page.locator("dialog#bookmark").count(), 1);
  });

  test("from the keys too, and the facts about it are told", async (t) => {
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    await page.keyboard.press("?");
    await page.locator("#carry-too").click();
    assert.match(await page.locator("dialog#bookmark").innerText(), /takes nothing before you agree[\s\S]*Some sites/);
    assert.equal(await page.evaluate(() => document.querySelectorAll("dialog[open]").length), 1);
  });
});

stage.quiet();
