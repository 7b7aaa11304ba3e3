// Bad input: nothing that can be pasted, typed or dropped makes the page fail, changes a character of the text, or puts anything
// of it into the page as markup. What is refused is refused with a sentence, and what was there before stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MUCH, PATIENCE, TOLD, bench, drop, give, inState, paste, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const sample = readFileSync(new URL("../../www/samples/first.txt", import.meta.url), "utf8");
const stage = bench();

/** Waits for a sentence of the page. @param {Page} page @param {string} code */
async function said(page, code) {
  const notice = page.locator(`#notices .said-so[data-code=${code}]`);
  await notice.waitFor({ timeout: PATIENCE });
  const words = (await notice.locator("h2, p, li").allTextContents()).join(" ");
  assert.ok(words.length > 20 && /[.”]$/.test(words), `a sentence: ${words}`);
  return words;
}

/** Nothing ran, and nothing but the page's own nodes stands in the article. @param {Page} page */
async function harmless(page) {
  const found = await page.evaluate(() => {
    const tags = new Set(["ARTICLE", "H1", "H2", "P", "UL", "LI", "DIV", "DETAILS", "SUMMARY", "SPAN", "MARK", "A", "INS", "BUTTON"]);
    const names = /^(?:id|class|data-[a-z-]+|tabindex|role|aria-[a-z]+|href|open|style|type)$/;
    const story = /** @type {Element} */ (document.getElementById("story"));
    const nodes = [...story.querySelectorAll("#text, #text *")];
    return {
      ran: /** @type {any} */ (globalThis).__x,
      tags: [...new Set(nodes.map((node) => node.tagName).filter((tag) => !tags.has(tag)))],
      attributes: [...new Set(nodes.flatMap((node) => node.getAttributeNames().filter((name) => !names.test(name) && !(name === "title" && node.matches("mark[data-speaker]")))))],
      styles: [...new Set(nodes.map((node) => node.getAttribute("style") ?? "").filter((style) => style && !/^--v: [\d.]+;?$/.test(style)))],
      links: [...new Set([...document.querySelectorAll("#story a, #facts a, #card a, #tabs a")].map((link) => link.getAttribute("href") ?? "").filter((href) => !href.startsWith("#")))],
      handlers: [...document.querySelectorAll("*")].flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith("on")),
      foreign: document.querySelectorAll("script:not([src^='js/']), iframe, object, embed, form:not(#box, #legend, [method=dialog]), img, video, audio, base, style").length,
    };
  });
  assert.deepEqual(found, { ran: undefined, tags: [], attributes: [], styles: [], links: [], handlers: [], foreign: 0 });
}

/* ----------------------------------------------------------------- nothing */

for (const [name, text] of [["nothing at all", ""], ["only spaces and line ends", " \t \n\r\n \u00a0\u2003 \n"]]) {
  test(`${name}: a sentence, and what was there stays`, async (t) => {
    const page = await stage.open(t);
    await inState(page, "empty");
    await give(page, text);
    await pasteGiven(page);
    await said(page, "nothing");
    assert.equal(await page.locator("html").getAttribute("data-state"), "empty");

    await give(page, sample);
    await pasteGiven(page);
    await inState(page, "article");
    await give(page, text);
    await pasteGiven(page);
    await said(page, "nothing");
    await give(page, sample);
    await sameText(page);
  });
}

test("a box with only spaces in it adds nothing", async (t) => {
  const page = await stage.open(t);
  await page.locator("#paste").fill("   \n  ");
  await page.locator("#paste").pressSequentially("  ");
  await page.keyboard.press("Control+Enter");
  assert.equal(await page.locator("html").getAttribute("data-state"), "empty");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 0);
});

/* ---------------------------------------------------------------- odd texts */

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("");
const said_ = "said Anna Smith on Monday.";

/** @type {[string, string][]} */
const ODD = [
  ["NUL and control characters", `Title\0with nul\n\nA${controls}B \x7f\x80\x9f\u0085\u2028\u2029 “We left,” ${said_}\0`],
  ["lone surrogates", `A \ud83d lone \ude00 pair \udc00\ud800 reversed. “We left\ud83d,” ${said_} \ud83d`],
  ["non-characters, marks of order and zero width", `\ufeffA\ufeff \ufffe\uffff \u202eabc\u202c \u200b\u200d\u2060 “We\u00ad left,” ${said_}\u061c`],
  ["Arabic and Hebrew", "وزير الخارجية: لا تغيير\n\nقال وزير الخارجية أحمد علي يوم الخميس إن 12 شخصا أصيبوا. «لن نتراجع»، قال.\n\nשר החוץ אמר ביום חמישי כי 12 בני אדם נפצעו. „לא ניסוג”, אמר.\n\nRubio قال: “no.”"],
  ["Chinese, Japanese, Korean, Thai, Hindi", "外相「変更なし」\n\n田中太郎外相は10日、「変更はない」と述べた。約3,000人が避難した。\n\n李明表示：“我们不会退让。”损失达四千五百万元。\n\n김 장관은 “변함이 없다”고 말했다. 12명이 다쳤다.\n\nรัฐมนตรีกล่าวว่า “ไม่เปลี่ยน”\n\nमंत्री ने कहा, “कोई बदलाव नहीं।”"],
  ["emoji with modifiers, families, flags, stacked marks", `👩🏽‍🚒 Fire 👨‍👩‍👧‍👦 in 🇫🇷🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣2️⃣\n\n👍🏿👍🏻 “We 🏃🏾‍♀️ left 😀😀,” ${said_} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! 😀`],
  ["line ends of every kind", `One\r\n\r\n“We left,” ${said_}\r\nTwo\rThree\n\r\n\u2028Four\u0085Five\v\fSix\r\n`],
  ["brackets, stops and signs without a word", `!!! ((( ))) ... --- *** “” "" '' …\n\n$$$ %%% 1,2,,3.4.5..6 -- +-1e999 99999999999999999999999999999 0/0 31/02/2025 25:61\n\n“‘“‘”’”’`],
  ["one word as long as a page", "supercalifragilistic".repeat(2_000)],
  ["a space before and after, and nothing is trimmed", `\n\n  \t “We left,” ${said_}  \n \n\n`],
  ["names like the engine's own", "__proto__ constructor toString said “hasOwnProperty,” valueOf said on Monday. __proto__ told prototype."],
];

test("odd texts come back as they went in, one after another", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  for (const [name, text] of ODD) {
    await t.test(name, async () => {
      await give(page, text);
      await pasteGiven(page);
      await inState(page, "article");
      await sameText(page);
      assert.equal(await page.locator("#notices .said-so").count(), 0, "nothing is complained about");
      if (text.includes(said_)) assert.ok((await page.locator("#text mark.m[data-kind=person]", { hasText: "Anna Smith" }).count()) > 0, "the name is still found");
      await harmless(page);
      await page.locator("#clear").click();
      await inState(page, "empty");
    });
  }
});

test("odd texts against each other", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  for (const [index, [, text]] of ODD.entries()) {
    await give(page, text);
    await pasteGiven(page);
    await until(page, `article ${index + 1} is compared`, (count) => document.querySelectorAll("#tabs [role=tab]").length === count && document.documentElement.dataset.state === (count > 1 ? "compare" : "article"), index + 1);
    await sameText(page);
  }
  await harmless(page);
});

test("line ends of a file are kept; a text box has one kind of them", async (t) => {
  const page = await stage.open(t);
  const text = `One\r\n\r\n“We left,” ${said_}\r\nTwo\rThree\r\n`;
  await give(page, text);
  await drop(page, [{ name: "story.txt", type: "text/plain", given: true }]);
  await inState(page, "article");
  await sameText(page);

  await page.keyboard.press("e");
  await inState(page, "writing");
  assert.equal(await page.locator("#paste").inputValue(), text.replace(/\r\n?/g, "\n"));
  await page.keyboard.press("Control+Enter");
  await inState(page, "article");
  await sameText(page);
});

test("100,000 quotation marks", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  for (const marks of ["\"".repeat(100_000), "“".repeat(100_000), "“a ".repeat(50_000) + "”".repeat(50_000), "'\" ".repeat(50_000)]) {
    await give(page, `Title\n\n${marks}\n\n“We left,” ${said_}`);
    await pasteGiven(page);
    await inState(page, "article");
    await sameText(page);
    await page.locator("#clear").click();
    await inState(page, "empty");
  }
});

/* ------------------------------------------------------------------- markup */

const MARKUP = [
  "<script>window.__x = 1</script>",
  "<img src=x onerror=\"window.__x = 2\"><svg onload=window.__x=3><a href=\"javascript:window.__x=4\">Anna Smith</a>",
  "<iframe srcdoc=\"<script>parent.__x = 5</script>\"></iframe><style>body{display:none}</style><base href=http://127.0.0.1:1/>",
  "</textarea></article><!--<b id=text class=m style=color:red>“We left,”</b> said Anna Smith on <time onclick=__x=6>Monday</time>. &lt;b&gt; &amp;amp; &#0; &#x110000; {{__x=7}} ${__x=8}",
].join("\n\n");

test("markup as text is text", async (t) => {
  const page = await stage.open(t);
  await give(page, MARKUP);
  await paste(page, { plain: MARKUP });
  await inState(page, "article");
  await sameText(page);
  await harmless(page);
  for (const mark of await page.locator("#text mark.m").all()) {
    await mark.click({ force: true, position: { x: 2, y: 4 } });
    await harmless(page);
  }
  await page.locator("#edit").click();
  await inState(page, "writing");
  assert.equal(await page.locator("#paste").inputValue(), MARKUP);
  await page.locator("#paste").fill(`${MARKUP} more`);
  await give(page, `${MARKUP} more`);
  await sameText(page);
  await harmless(page);
});

test("markup from a web page gives its words and nothing else", async (t) => {
  const page = await stage.open(t);
  const html = `<meta charset="utf-8"><h1 onclick="__x=1" style="position:fixed" id="text">Mill burns in Arlen</h1><script>window.__x = 2</script>
    <p class="m" data-kind="person"><a href="javascript:__x=3" onmouseover="__x=4">Anna Smith</a> said on Monday that <b style="color:red">40 houses</b> had burned.</p>
    <img src="http://127.0.0.1:1/spy.png" onerror="__x=5" alt="no words"><svg><script>__x=6</script></svg><iframe src="http://127.0.0.1:1/"></iframe>
    <style>@import url(http://127.0.0.1:1/x.css); *{display:none}</style><link rel="stylesheet" href="http://127.0.0.1:1/y.css"><object data="http://127.0.0.1:1/z"></object>
    <form action="http://127.0.0.1:1/"><input value="typed" autofocus onfocus="__x=7"></form><p>“We left,” she said. <template><script>__x=8</script></template></p><noscript><img src=x onerror=__x=9></noscript>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=__x=10&gt;">`;
  await paste(page, { plain: "Mill burns in Arlen\n\nAnna Smith said on Monday that 40 houses had burned.\n\n“We left,” she said.", html });
  await inState(page, "article");
  await harmless(page);
  const text = (await page.locator("#text").textContent()) ?? "";
  assert.match(text, /Mill burns in Arlen\s+Anna Smith said on Monday that 40 houses had burned\.\s+“We left,” she said\./);
  assert.ok(!/__x|display:none|@import/.test(text), text);
  assert.equal(await page.locator("h1#headline").textContent(), "Mill burns in Arlen", "what the markup settles binds");
  assert.equal(await page.locator("#text").count(), 1);
  assert.ok((await page.locator("#text mark.m[data-kind=person]", { hasText: "Anna Smith" }).count()) > 0);
  assert.equal(await page.evaluate(() => document.body.getClientRects().length > 0), true, "a style of the paste hides nothing");

  /* the same as a saved web page that is dropped */
  await page.locator("#clear").click();
  await give(page, html);
  await drop(page, [{ name: "story.html", type: "text/html", given: true }]);
  await inState(page, "article");
  await harmless(page);
  assert.equal(await page.locator("h1#headline").textContent(), "Mill burns in Arlen");
});

test("markup without an end, nested without an end", async (t) => {
  const page = await stage.open(t);
  for (const html of ["<div>".repeat(20_000) + "Anna Smith said so.", "<p>".repeat(20_000) + "Anna Smith said so.", "<table><tr><td>".repeat(2_000) + "Anna Smith said so.", "<!-- Anna Smith", "<p>Anna Smith said so.<script>"]) {
    await give(page, html);
    await pasteGiven(page, "text/html");
    await until(page, "an article or a sentence stands", () => document.querySelector("#text, #notices .said-so"));
    if (!html.startsWith("<!--")) {
      await inState(page, "article");
      assert.match((await page.locator("#text").textContent()) ?? "", /^\s*Anna Smith said so\.\s*$/);
    } else await said(page, "nothing");
    await harmless(page);
    await page.evaluate(() => document.getElementById("clear")?.click());
    await inState(page, "empty");
  }
});

/* ---------------------------------------------------------------- huge texts */

test("one line of 5 MB", async (t) => {
  const page = await stage.open(t);
  const line = sample.split("\n").filter((one) => one.length > 60).join(" ");
  await give(page, `${line} `.repeat(Math.ceil(5_000_000 / line.length)).slice(0, 5_000_000));
  await pasteGiven(page);
  await inState(page, "article", MUCH);
  assert.equal(await page.evaluate(() => 6 * 7), 42);
  await until(page, "the first marks stand", () => document.querySelectorAll("#text mark.m").length > 5, undefined, MUCH);
  await sameText(page, MUCH);
  assert.ok((await page.locator("#text [data-block]").count()) > 100, "it is laid out in pieces");
  await page.keyboard.press("End");
  await page.locator("#clear").click();
  await inState(page, "empty");
});

test("one line of 5 MB without a space in it", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  await give(page, "x😀é".repeat(1_250_000));
  await pasteGiven(page);
  await inState(page, "article", MUCH);
  await until(page, "what was cut is told", () => /without the end of a sentence/.test(document.querySelector("#limits")?.textContent ?? ""), undefined, MUCH);
  await sameText(page, MUCH);
});

test("10 MB: shown, and the page stays awake", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  const paragraph = `${sample.split("\n").filter((one) => one.length > 60).join("\n\n")}\n\n`;
  await give(page, paragraph.repeat(Math.ceil(10_000_000 / paragraph.length)));
  /* how long the page ever slept: the longest time between two turns of a clock */
  await page.evaluate(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.turns = 0;
    setInterval(() => (kept.turns += 1), 50);
  });
  await pasteGiven(page);
  await page.locator("#busy .cancel, #text").first().waitFor({ timeout: PATIENCE });
  const turns = await page.evaluate(() => /** @type {any} */ (globalThis).turns);
  await until(page, "the first marks stand", () => document.querySelectorAll("#text mark.m").length > 5, undefined, MUCH);
  await until(page, "the clock went on", (before) => /** @type {any} */ (globalThis).turns > before, turns);
  await page.locator("#legend #k-person").click();
  assert.equal(await page.locator("#story").getAttribute("data-off"), "person", "it can be used meanwhile");
  await sameText(page, MUCH);
});

/* -------------------------------------------------------------------- files */

test("files that are no text are refused with a sentence, and the article stays", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await give(page, sample);
  const bytes = (/** @type {string} */ text, /** @type {number} */ pad = 400) => [...Buffer.from(text, "latin1"), ...Array.from({ length: pad }, (_, index) => (index * 37) % 256)];
  /** @type {[string, string, number[], RegExp][]} */
  const files = [
    ["program.bin", "application/octet-stream", bytes("\x7fELF\x02\x01\x01\0"), /not a text file/],
    ["notes.txt", "text/plain", bytes("Hello\0\0\0"), /not a text file/],
    ["photo.png", "image/png", bytes("\x89PNG\r\n\x1a\n"), /picture/],
    ["photo.jpg", "", bytes("\xff\xd8\xff\xe0"), /picture/],
    ["paper.pdf", "application/pdf", bytes("%PDF-1.7\n"), /PDF/],
    ["letter.docx", "", bytes("PK\x03\x04"), /word processor/],
    ["latin.txt", "text/plain", [...Buffer.from("Caf\xe9 br\xfbl\xe9", "latin1")], /UTF-8/],
    ["empty.txt", "text/plain", [], /no text/],
  ];
  for (const [name, type, content, why] of files) {
    await drop(page, [{ name, type, bytes: content }]);
    await until(page, `a sentence names ${name}`, (wanted) => document.querySelector("#notices .said-so[data-code=refused]")?.textContent?.includes(wanted), name);
    const words = await said(page, "refused");
    assert.match(words, why);
    assert.match(words, /Nothing else has changed/);
    await sameText(page);
    assert.equal(await page.locator("#tabs [role=tab]").count(), 1);
  }
  await page.locator("#notices button", { hasText: "Close" }).click();
  assert.equal(await page.locator("#notices .said-so").count(), 0);
});

test("of several files the good ones are opened and the others named", async (t) => {
  const page = await stage.open(t);
  await give(page, sample);
  await drop(page, [{ name: "good.txt", given: true }, { name: "photo.png", bytes: [0x89, 0x50, 0x4e, 0x47] }, { name: "<img src=x onerror=__x=1>.pdf", bytes: [0x25, 0x50, 0x44, 0x46] }]);
  const words = await said(page, "refused");
  assert.match(words, /2 files were not opened/);
  assert.ok(words.includes("photo.png") && words.includes("<img src=x onerror=__x=1>.pdf"), words);
  await sameText(page);
  await harmless(page);
});

test("a picture in the clipboard is told apart from a text", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], "image.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.match(await said(page, "image"), /picture/);
  await give(page, sample);
  await sameText(page);
});

test("UTF-16 with its mark is read", async (t) => {
  const page = await stage.open(t);
  const text = `Título\n\n“We left,” ${said_} 😀`;
  await give(page, text);
  await drop(page, [{ name: "wide.txt", bytes: [0xff, 0xfe, ...Buffer.from(text, "utf16le")] }]);
  await inState(page, "article");
  await sameText(page);
});

test("more articles than there is room for", async (t) => {
  const page = await stage.open(t);
  for (let index = 1; index <= 20; index += 1) {
    await give(page, `Story ${index}\n\nAnna Smith said on Monday that ${index} houses had burned.`);
    await pasteGiven(page);
    await until(page, `${index} stand`, (count) => document.querySelectorAll("#tabs [role=tab]").length === count, index);
  }
  await page.evaluate(() => (/** @type {any} */ (globalThis).kept = document.getElementById("text")?.textContent));
  await give(page, sample);
  await pasteGiven(page);
  await said(page, "full");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 20);
  assert.equal(await page.evaluate(() => document.getElementById("text")?.textContent === /** @type {any} */ (globalThis).kept), true);
});

test("what is read stands nowhere but on the page and in its draft", async (t) => {
  const page = await stage.open(t);
  await give(page, sample);
  await pasteGiven(page);
  await inState(page, "article");
  await until(page, "the desk is kept", () => document.documentElement.dataset.kept === "yes");
  const stored = await page.evaluate(async () => ({
    small: JSON.stringify({ ...localStorage, ...sessionStorage }).includes("Marsh"), cookie: document.cookie, bases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().filter((url) => !url.startsWith(document.baseURI.split("#")[0])),
  }));
  assert.deepEqual(stored, { small: false, cookie: "", bases: ["glosswire"], caches: [] });
  assert.equal(await page.evaluate(() => location.href.length < 100 && !JSON.stringify(history.state)?.includes("Marsh")), true);
});

stage.quiet();
