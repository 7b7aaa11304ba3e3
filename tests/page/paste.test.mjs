// Paste: a whole web page, a saved one, a mail: the article is found by the page around it, the rest is folded, and the reader can
// bring any line back or set it aside. The page pasted here is made up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { articleOf } from "../paste.mjs";
import { OTHERS, PARAGRAPHS, TITLE, plainPage, webPage } from "../webpage.mjs";
import { bench, drop, give, inState, paste, pasteGiven, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const stage = bench();

/** @param {{ lines: { text: string, role: string }[] }} read @param {string} start */
const roleOf = (read, start) => read.lines.find((line) => line.text.startsWith(start))?.role;

test("a pasted page: headline, byline, day and body, the rest set aside", async (t) => {
  const page = await stage.open(t);
  const read = await articleOf(page, { plain: plainPage(), html: webPage() });
  assert.equal(roleOf(read, TITLE), "headline");
  assert.equal(roleOf(read, "By Jon Marl"), "byline");
  assert.equal(roleOf(read, "Mayor Ana Vell at"), "caption");
  for (const one of PARAGRAPHS) assert.equal(roleOf(read, one), "body", one);
  for (const one of ["Home", "Subscribe", "Comments", "I have lived", ...OTHERS, "©"]) assert.ok(["furniture", "related"].includes(roleOf(read, one) ?? ""), `${one}: ${roleOf(read, one)}`);
  assert.equal(read.published, "2031-05-06", "from <time>");
  assert.equal(read.text, read.lines.map((/** @type {any} */ line) => line.text).join("\n"));
  assert.ok(!read.text.includes("Hidden") && !read.text.includes("The old lock\n") && !read.text.includes("__x"), "what no reader sees is left out");
});

test("a page of 250 KB is an article within a tenth of a second", async (t) => {
  const page = await stage.open(t);
  const html = webPage(1_350);
  assert.ok(html.length > 250_000, `${html.length}`);
  await articleOf(page, { html: webPage() });
  let best = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const read = await articleOf(page, { html });
    assert.equal(read.lines.filter((/** @type {any} */ line) => line.role === "body").length, 1_354);
    best = Math.min(best, read.ms);
  }
  t.diagnostic(`${Math.round(best)} ms for ${Math.round(html.length / 1000)} KB`);
  /* machines differ: this fails for what is several times too slow */
  assert.ok(best < 400, `${best} ms`);
});

test("a line is brought back, another set aside, and the marks follow", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: plainPage(), html: webPage() });
  await inState(page, "article");
  const before = await page.locator("#text").textContent();
  const folds = () => page.evaluate(() => [...document.querySelectorAll("#text details.fold")].forEach((fold) => ((/** @type {HTMLDetailsElement} */ (fold)).open = true)));
  await folds();
  const summary = await page.locator("#text details.fold summary").last().getAttribute("aria-label");
  assert.match(summary ?? "", /^\d+ lines set aside/, "a count");
  await page.locator("#text .fold p.line", { hasText: OTHERS[1] }).locator("button.turn").click();
  await page.locator("#text > p:not([class])", { hasText: OTHERS[1] }).waitFor();
  assert.equal(await page.locator("#text").textContent(), before, "no word has moved");

  /* with the keyboard: the sentence that is asked about */
  await page.locator("#text > p", { hasText: OTHERS[1] }).hover();
  await page.locator("#text > p", { hasText: OTHERS[1] }).locator("button.turn").click();
  await page.locator("#text .fold p.line", { hasText: OTHERS[1] }).waitFor({ state: "attached" });
  assert.equal(await page.locator("#text mark.m[data-kind=person]", { hasText: "Ana Vell" }).count() > 0, true);
  await page.locator("#text > p", { hasText: "We have waited" }).locator("button.turn").focus();
  await page.keyboard.press("x");
  await page.locator("#text .fold p.line", { hasText: "We have waited" }).waitFor({ state: "attached" });
  assert.equal(await page.locator("#text mark.m[data-kind=quote]", { hasText: "waited" }).count(), 0, "what is set aside is marked no more");
  await page.keyboard.press("x");
  await page.locator("#text > p:not([class])", { hasText: "We have waited" }).waitFor();
  assert.ok((await page.locator("#text mark.m[data-kind=quote]", { hasText: "waited" }).count()) > 0, "and marked again");
  assert.equal(await page.locator("#text").textContent(), before);
  assert.equal(await page.locator("h1#headline").textContent(), TITLE, "the headline stays");
});

test("a saved page, a mail and notes are three articles", async (t) => {
  const page = await stage.open(t);
  const latin = (/** @type {string} */ text) => [...Buffer.from(text, "latin1")];
  const mail = [
    "From: desk@example.org", "Subject: =?utf-8?B?" + Buffer.from("Café lock reopens in Velden").toString("base64") + "?=", "Date: Tue, 6 May 2031 23:10:00 +0200", "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b1"', "", "preamble", "--b1", "Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
    "Mayor Ana Vell opened the caf=E9 by the lock on Monday, and the fleet of Ve=", "lden came to see it.", "--b1", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=x.png", "", "iVBORw0KGgo=", "--b1--", "",
  ].join("\r\n");
  await drop(page, [
    { name: "saved.html", type: "text/html", bytes: latin(`<html><head><meta charset="windows-1252"><title>${TITLE} | Coast Desk</title></head><body>${webPage().replace("Jon Marl", "Jon Marl\xe9")}</body></html>`) },
    { name: "letter.eml", bytes: latin(mail) },
    { name: "notes.md", bytes: [...Buffer.from("# Notes\n\nMayor Ana Vell said on Monday that the lock was open.")] },
  ]);
  await until(page, "three articles stand", () => document.querySelectorAll("#tabs [role=tab]").length === 3);
  const titles = await page.locator("#tabs [role=tab] b").allTextContents();
  assert.equal(titles[0], TITLE);
  assert.equal(titles[1], "Café lock reopens in Velden");
  await page.locator("#tabs [role=tab]").first().click();
  await until(page, "the first is shown", () => document.getElementById("text")?.textContent?.includes("Jon Marlé"));
  await page.locator("#tabs [role=tab]").nth(1).click();
  await until(page, "the mail is shown", () => document.getElementById("text")?.textContent?.includes("café by the lock on Monday, and the fleet of Velden"));
  assert.match((await page.locator("#tabs [role=tab]").nth(1).textContent()) ?? "", /6 May 2031|May 6, 2031/);
});

test("cells of a spreadsheet are lines and come to no harm", async (t) => {
  const page = await stage.open(t);
  const rows = [["Town", "Boats"], ["Velden", "14"], ["Oster", "9"]];
  const html = `<meta name=Generator content="Sheet"><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  await paste(page, { plain: rows.map((row) => row.join("\t")).join("\n"), html });
  await inState(page, "article");
  assert.match((await page.locator("#text").textContent()) ?? "", /Town\s+Boats\s+Velden\s+14\s+Oster\s+9/);
});

test("a picture copied from a page brings its words at most", async (t) => {
  const page = await stage.open(t);
  await give(page, '<meta charset="utf-8"><img src="http://127.0.0.1:1/x.png" alt="The old lock">');
  await pasteGiven(page, "text/html");
  await page.locator("#notices .said-so[data-code=nothing]").waitFor();
});

for (const [name, made] of /** @type {[string, () => string][]} */ ([
  ["20 MB of markup", () => webPage().replace("</article>", `${"<div class=x onclick=__x=1><p>Anna Smith said on Monday that <b>40</b> houses had burned.</p></div>".repeat(230_000)}</article>`)],
  ["10,000 nested elements", () => `${"<div class=a><section>".repeat(5_000)}<p>Anna Smith said so on Monday.</p>`],
  ["tags without an end", () => `<h1>Velden<p><b>Anna <i>Smith <a href=x>said<li>so<td>on<table><p>Monday. <!-- x --> <unknown ${"a=b ".repeat(2_000)}`],
])) {
  test(`${name}: an article or a sentence, soon`, async (t) => {
    const page = await stage.open(t);
    await give(page, made());
    const before = Date.now();
    await pasteGiven(page, "text/html");
    await until(page, "something is said", () => document.querySelector("#text, #notices .said-so, #busy .cancel"));
    t.diagnostic(`${Date.now() - before} ms`);
    assert.ok(Date.now() - before < 10_000, "soon");
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).__x), undefined, "nothing ran");
  });
}

stage.quiet();
