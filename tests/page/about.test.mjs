// About: what an article is beside its words: title, outlet, date, address. From the paste where it has them, from the reader where not; in tabs and
// ledgers. And the order of the tabs, what is new alone, and the other article beside.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TITLE, plainPage, webPage } from "../webpage.mjs";
import { bench, drop, give, inState, paste, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
const first = read("first.txt");
const second = read("second.txt");
const stage = bench();

/** What the page's own code says of a paste. @param {Page} page @param {{ plain?: string, html?: string }} paste */
const aboutOf = (page, paste) =>
  page.evaluate(async (given) => {
    const { readArticle } = await import(new URL("js/paste.js", document.baseURI).href);
    const { about, text, published } = await readArticle(given);
    return { ...about, text, published };
  }, paste);
const tab = (/** @type {Page} */ page, /** @type {number} */ index) => page.locator("#tabs [role=tab]").nth(index).textContent();
const order = (/** @type {Page} */ page) => page.locator("#tabs [role=tab] b").allTextContents();

/** Writes the details of the shown article. @param {Page} page @param {Record<string, string>} fields */
async function details(page, fields) {
  await page.locator("#details").click();
  for (const [name, value] of Object.entries(fields)) await page.locator(`#about-${name}`).fill(value);
  await page.locator("#details-form [type=submit]").click();
  await until(page, "the form is closed", () => !document.querySelector("#details-form"));
}

/** Elements whose words reach out of the box that they stand in, where that box hides or scrolls. @param {Page} page */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll("#facts, #rail, #facts td, #facts th, #facts li, .story .meta, #beside-text")].filter((node) => node.getClientRects().length && node.scrollWidth > node.clientWidth + 1).map((node) => `${node.tagName}.${node.id || node.className}: ${(node.textContent ?? "").slice(0, 60)}`));

for (const width of [1280, 1024, 390]) {
  test(`outlets and speakers with long names are told whole, ${width} px wide`, async (t) => {
    const phone = width < 600;
    const page = await stage.open(t, "", { viewport: { width, height: 900 }, hasTouch: phone, isMobile: phone });
    const long = "Northern Harbour Evening Chronicle and Gazette";
    for (const [text, outlet] of /** @type {const} */ ([
      [`Gate fails at Lissen\n\nTomas Brekkin told the crews on Monday that 40 gates had failed. “We waited too long,” the ${long} said on Tuesday.\n\n“It is short,” said Brekkin. Repairs cost $44 million and took 30 boats.`, `The ${long}`],
      [`Gates fail at Lissen\n\nTomas Brekkin told the crews on Tuesday that 41 gates had failed. “We waited far too long,” the ${long} said on Tuesday.\n\n“It is short,” said Brekkin. Repairs cost $47 million and took 31 boats.`, "Lissen Post and Northern Shore Weekly Advertiser"],
    ])) {
      await paste(page, { plain: text });
      await until(page, "the article stands", (given) => document.getElementById("text")?.textContent === given, text);
      await details(page, { outlet, date: "2031-05-07" });
    }
    const speaker = page.locator("#text mark.m[data-speaker]").first();
    assert.deepEqual([await speaker.getAttribute("data-speaker"), await speaker.getAttribute("title")], [long, long]);
    assert.match((await page.locator("#tabs [role=tab]").first().getAttribute("title")) ?? "", /Northern Harbour Evening Chronicle and Gazette.*2031/s);
    if (!phone) {
      const margin = await speaker.evaluate((node) => {
        const { inlineSize, height, insetInlineStart } = getComputedStyle(node, "::before");
        return [inlineSize, height, insetInlineStart].map(parseFloat);
      });
      assert.ok(margin[0] + margin[2] <= 0 && margin[1] < 40, `it stands left of the words, on two lines: ${margin}`);
      const tab = await page.locator("#tabs [aria-selected=true]").evaluate((node) => node.getBoundingClientRect().right <= /** @type {Element} */ (node.parentElement).getBoundingClientRect().right + 1);
      assert.ok(tab, "the shown tab is in sight");
    } else await page.locator("#open-facts").click();
    assert.deepEqual(await cutOff(page), []);
    await page.locator("#text .s[data-status=changed]").first().evaluate((node) => /** @type {HTMLElement} */ (node.querySelector("button.tick")).click());
    await page.locator("[data-beside]").first().evaluate((node) => /** @type {HTMLElement} */ (node).click());
    await page.locator("#beside-text").waitFor();
    assert.deepEqual(await cutOff(page), []);
  });
}

/* -------------------------------------------------------------- from a paste */

test("markup says outlet, date and address", async (t) => {
  const page = await stage.open(t);
  const head = (/** @type {string} */ more) => `<html><head>${more}</head><body>${webPage()}</body></html>`;
  const ask = (/** @type {string} */ more) => aboutOf(page, { html: head(more) });
  const told = await ask('<title>x</title><meta property="og:site_name" content="Coast  Desk"><link rel="canonical" href="https://coast.example/lock"><meta property="og:url" content="https://coast.example/other">');
  assert.deepEqual([told.title, told.outlet, told.date, told.address, told.published], [TITLE, "Coast Desk", "2031-05-06", "https://coast.example/lock", "2031-05-06"]);
  assert.equal((await ask(`<title>${TITLE} | Coast Desk</title>`)).outlet, "Coast Desk", "behind the headline in the title");
  assert.equal((await ask("<title>Harbour news and more | Coast Desk</title>")).outlet, "Coast Desk", "from the rights at the foot");
  assert.equal((await ask('<meta property="og:url" content="https://coast.example/b">')).address, "https://coast.example/b");
  for (const bad of ["javascript:alert(1)", "/lock", "https://u:p@coast.example/", "ftp://coast.example/x", "https://a b"]) {
    assert.equal((await ask(`<link rel="canonical" href="${bad}">`)).address, null, bad);
  }
  const clip = await aboutOf(page, { html: `Version:0.9\r\nStartHTML:0000000140\r\nSourceURL:https://coast.example/clip?x=1\r\n<html><body><!--StartFragment-->${webPage()}<!--EndFragment--></body></html>` });
  assert.equal(clip.address, "https://coast.example/clip?x=1");
  assert.ok(!clip.text.includes("Version:"), "the clipboard's own lines are no text");
  assert.equal((await aboutOf(page, { html: `<!-- saved from url=(0026)https://coast.example/saved -->\n${head("")}` })).address, "https://coast.example/saved");
});

test("plain text says it only where that is certain", async (t) => {
  const page = await stage.open(t);
  const body = "council of Velden voted late on Monday to reopen the old lock, ending a dispute of nine years.\n\nAnna Smith said so.";
  const outlet = async (/** @type {string} */ start) => (await aboutOf(page, { plain: `Old lock to reopen\n\n${start} The ${body}` })).outlet;
  for (const [start, name] of /** @type {[string, string | null][]} */ ([
    ["VELDEN (Reuters) -", "Reuters"], ["VELDEN, Oster (AP) —", "AP"], ["PARIS, March 4 (Xinhua) --", "Xinhua"], ["NEW YORK (The Associated Press) –", "The Associated Press"], ["OSTER (Coast News) -", "Coast News"],
    ["VELDEN (population 9,000) -", null], ["NATO (North Atlantic Treaty Organization) –", null], ["Velden (Reuters) said.", null], ["VELDEN —", null],
  ])) assert.equal(await outlet(start), name, start);
  const at = await aboutOf(page, { plain: `Old lock to reopen\nhttps://coast.example/lock\n\nThe ${body}` });
  assert.equal(at.address, "https://coast.example/lock");
  assert.equal((await aboutOf(page, { plain: `Old lock\n\nThe ${body}\n\nhttps://a.example/1\nhttps://b.example/2` })).address, null, "two are none");
  const sample = await aboutOf(page, { plain: first });
  assert.deepEqual([sample.outlet, sample.date, sample.address], ["The Calder Courier", "2025-03-04", null]);
  assert.match(sample.title ?? "", /^Engineers/);
});

test("a pasted page wears its outlet in the tab and above the article", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: plainPage(), html: webPage() });
  await inState(page, "article");
  assert.match((await tab(page, 0)) ?? "", /Coast Desk, Tuesday, 6 May 2031/);
  assert.match((await page.locator("#story .meta").textContent()) ?? "", /^Coast Desk/);
});

/* ----------------------------------------------------------- from the reader */

test("another date changes what the days mean; an emptied one falls back", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const tuesday = () => page.evaluate(() => [...document.querySelectorAll("#facts [data-section=times] time")].map((node) => node.getAttribute("datetime")));
  await until(page, "the timeline stands", () => document.querySelector("#facts [data-section=times] time"));
  assert.ok((await tuesday()).includes("2025-03-04"));
  await details(page, { date: "2026-09-10" });
  await until(page, "Tuesday is another", () => [...document.querySelectorAll("#facts [data-section=times] time")].some((node) => node.getAttribute("datetime") === "2026-09-08"));
  assert.match((await tab(page, 0)) ?? "", /10 September 2026/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "details", "the focus is where it was");
  await give(page, first);
  await sameText(page);
  await details(page, { date: "" });
  await until(page, "the article's own day", () => /4 March 2025/.test(document.querySelector("#tabs [role=tab]")?.textContent ?? ""));
});

test("what the reader said stays when the text is edited; the form can be left", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.keyboard.press("d");
  await until(page, "the form is open", () => document.activeElement?.id === "about-title");
  await page.keyboard.press("Escape");
  await until(page, "and closed", () => !document.querySelector("#details-form") && document.activeElement?.id === "details");
  await details(page, { title: "My own title", outlet: "The Northline", address: "northline.example/bridge" });
  assert.match((await tab(page, 0)) ?? "", /^My own titleThe Northline, /);
  await page.keyboard.press("e");
  await inState(page, "writing");
  await page.locator("#paste").fill(first.replace("The bridge opened in 1971.", "$& It was grey."));
  await page.keyboard.press("Control+Enter");
  await inState(page, "article");
  assert.match((await tab(page, 0)) ?? "", /^My own titleThe Northline, Tuesday, 4 March 2025/);
  await page.locator("#details").click();
  assert.equal(await page.locator("#about-address").inputValue(), "https://northline.example/bridge");
  await page.locator("#about-title").fill("");
  await page.locator("#about-outlet").fill("");
  await page.keyboard.press("Enter");
  await until(page, "the headline again", () => /^Engineers/.test(document.querySelector("#tabs [role=tab]")?.textContent ?? ""));
  assert.ok(!(await tab(page, 0))?.includes("Northline"));
});

test("an address that is none is said at the field, and what was typed stays", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.locator("#details").click();
  for (const bad of ["javascript:alert(1)", "two words", "https://u:p@x.example/", "mailto:a@b.example"]) {
    await page.locator("#about-address").fill(bad);
    await page.keyboard.press("Enter");
    assert.match((await page.locator("#about-address-note").textContent()) ?? "", /begins with https/, bad);
    assert.equal(await page.locator("#about-address").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator("#about-address").inputValue(), bad);
  }
  /* a paste into a field goes there and nowhere else */
  await page.locator("#about-outlet").fill("");
  await paste(page, { plain: "Coast Desk" });
  await until(page, "the field has it", () => /** @type {HTMLInputElement} */ (document.querySelector("#about-outlet")).value === "Coast Desk");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 1);
  /* letters in it are letters */
  await page.locator("#about-outlet").press("e");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "article");
});

test("the ledgers of a comparison say which outlet", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await details(page, { outlet: "Coast Desk" });
  await page.locator("#tabs [role=tab]").first().click();
  await until(page, "the first is shown", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true");
  await details(page, { outlet: "The Northline" });
  await page.locator("#tabs [role=tab]").nth(1).click();
  await until(page, "the ledger", () => document.querySelector("#facts [data-section=ledger] tbody td"));
  const head = await page.locator("#facts [data-section=ledger] thead th").allTextContents();
  assert.deepEqual(head.slice(1), ["The Northline", "Coast Desk"], "of two, over their columns");
  await give(page, first.replaceAll("118 kilometres", "130 kilometres"));
  await pasteGiven(page);
  await until(page, "a third stands", () => document.querySelectorAll("#tabs [role=tab]").length === 3 && document.querySelector("#facts [data-section=ledger] tbody td"));
  const cells = (await page.locator("#facts [data-section=ledger] tbody td").allTextContents()).join(" | ");
  for (const one of ["The Northline", "Coast Desk", "The Calder Courier"]) assert.ok(cells.includes(one), `of several, at each figure: ${cells}`);
  assert.match((await page.locator("#facts [data-section=times]").textContent()) ?? "", /The Northline/, "the timeline of all articles too");
  for (const how of await page.locator("#facts [data-section=quotes] .how").allTextContents()) assert.match(how, /The Northline|Coast Desk/);
});

/* ---------------------------------------------------------------------- tabs */

/** Three small articles. @param {import("node:test").TestContext} t @param {Parameters<typeof stage.open>[2]} [how] */
async function three(t, how) {
  const page = await stage.open(t, "", how);
  for (const [index, words] of ["Alpha", "Beta", "Gamma"].entries()) {
    await give(page, `${words} story\n\nAnna Smith said on Monday that ${index + 12} houses had burned in Velden. It was ${words}.`);
    await pasteGiven(page);
    await until(page, `${index + 1} stand`, (count) => document.querySelectorAll("#tabs [role=tab]").length === count && document.documentElement.dataset.state === (count > 1 ? "compare" : "article"), index + 1);
  }
  return page;
}
const ordered = (/** @type {Page} */ page, /** @type {string} */ words) =>
  until(page, `the order is ${words}`, (wanted) => [...document.querySelectorAll("#tabs [role=tab] b")].map((node) => node.textContent?.[0]).join("") === wanted && document.documentElement.dataset.state === "compare", words);

test("a tab is dragged to another place, and the comparison follows", async (t) => {
  const page = await three(t);
  const box = async (/** @type {number} */ index) => {
    const found = await page.locator("#tabs [role=tab]").nth(index).boundingBox();
    assert.ok(found);
    return found;
  };
  const drag = async (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ leave) => {
    const [one, other] = [await box(from), await box(to)];
    await page.mouse.move(one.x + one.width / 2, one.y + 20);
    await page.mouse.down();
    await page.mouse.move(other.x + other.width / 2 + (to > from ? 20 : -20), one.y + 20, { steps: 8 });
    if (leave) await page.keyboard.press("Escape");
    await page.mouse.up();
  };
  await drag(2, 0, true);
  assert.deepEqual((await order(page)).map((title) => title[0]).join(""), "ABG", "Escape leaves it where it was");
  await drag(2, 0, false);
  await ordered(page, "GAB");
  await until(page, "the dragged one is the first, so nothing is said before it", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true" && !document.querySelector("#verdict"));
  await page.locator("#tabs [role=tab]").nth(2).click();
  await until(page, "a click still chooses", () => document.querySelectorAll("#tabs [role=tab]")[2]?.getAttribute("aria-selected") === "true" && document.querySelector("#verdict"));
  assert.equal(await page.locator("body").evaluate((body) => body.classList.contains("dropping")), false);
});

test("a tab is moved by keys, and by the buttons in its details", async (t) => {
  const page = await three(t);
  await page.locator("#tabs [aria-selected=true]").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await ordered(page, "AGB");
  await until(page, "it is said", () => /Gamma story is now 2 of 3/.test(document.querySelector("#status")?.textContent ?? ""));
  await page.keyboard.press("Shift+ArrowLeft");
  await ordered(page, "GAB");
  await until(page, "the focus stays on it", () => document.activeElement?.matches("#tabs [aria-selected=true]"));
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await until(page, "arrows go from tab to tab", () => document.querySelectorAll("#tabs [role=tab]")[1]?.getAttribute("aria-selected") === "true");
  await page.keyboard.press("F2");
  await page.locator("#details-form").waitFor();
  await page.locator("#details-form [data-move='1']").click();
  await ordered(page, "GBA");
  await until(page, "kept", () => document.documentElement.dataset.kept === "yes");
  await page.reload();
  await ordered(page, "GBA");
});

/* ----------------------------------------------------------------- comparing */

test("only what is new: the rest is left out, and comes back", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  const seen = () => page.evaluate(() => Object.fromEntries(["said", "new", "changed", "extends"].map((status) => [status, [...document.querySelectorAll(`#text .s[data-status=${status}]`)].filter((node) => node.getClientRects().length).length])));
  const before = await seen();
  assert.ok(before.said > 3);
  await page.keyboard.press("w");
  assert.equal(await page.locator("#only-new").getAttribute("aria-pressed"), "true");
  assert.deepEqual(await seen(), { ...before, said: 0 });
  assert.equal(await page.locator("#text details.fold:visible").count(), 0);
  const empty = await page.evaluate(() => [...document.querySelectorAll("#text p, #text .item, #text .sub")].filter((node) => node.querySelector(".s") && node.getClientRects().length && ![...node.querySelectorAll(".s")].some((one) => one.getClientRects().length)).length);
  assert.equal(empty, 0, "no empty paragraph is left standing");
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("j");
    await until(page, "a sentence that can be seen", () => (document.querySelector("#text .picked")?.getClientRects().length ?? 0) > 0);
  }
  await page.locator("#only-new").click();
  assert.deepEqual(await seen(), before);
  await give(page, second);
  await sameText(page);
});

test("the other article stands beside, at the place of the sentence that is chosen", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await page.locator("#text .s[data-status=said]", { hasText: "It was last closed in 1998" }).locator("button.tick").click();
  await page.locator("#facts [data-beside]").click();
  await until(page, "its place is marked", () => document.querySelector("#beside-text .same")?.textContent?.includes("It was last closed in 1998"));
  const heights = await page.evaluate(() => [".picked", "#beside-text .same"].map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0));
  assert.ok(Math.abs(heights[0] - heights[1]) < 40, `side by side: ${heights}`);
  await page.locator("#text .s[data-status=changed]", { hasText: "Repairs will cost" }).locator("button.tick").click();
  await until(page, "another sentence: another place, the change struck out", () => document.querySelector("#beside-text .same del")?.textContent?.includes("44.8"));
  await page.locator("#text .s[data-status=new]", { hasText: "Supermarkets on" }).locator("button.tick").click();
  await until(page, "nothing is like it", () => document.querySelector("#beside-told") && !document.querySelector("#beside-text .same"));
  await page.keyboard.press("b");
  await until(page, "the facts again", () => document.querySelector("#facts [data-section=match]") && !document.querySelector("#beside-text"));
  await page.keyboard.press("b");
  await page.locator("#beside-text").waitFor();
  assert.ok((await page.locator("#beside-text").textContent())?.includes("The bridge opened in 1971"));
  assert.ok(!(await page.locator("#beside-text").textContent())?.includes("Advertisement"), "what is set aside is not in it");
});

test("a saved page's address is text, never a link", async (t) => {
  const page = await stage.open(t);
  await give(page, `<html><head><title>x</title><meta property="og:site_name" content="<b onclick=1>Coast</b>"><link rel="canonical" href="https://coast.example/<script>"></head><body>${webPage()}</body></html>`);
  await drop(page, [{ name: "story.html", type: "text/html", given: true }]);
  await inState(page, "article");
  assert.match((await tab(page, 0)) ?? "", /<b onclick=1>Coast<\/b>/);
  assert.equal(await page.locator("#story a[href^=http], #tabs a, #tabs [onclick]").count(), 0);
});

stage.quiet();
