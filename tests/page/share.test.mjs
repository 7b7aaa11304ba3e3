// Share: links that hold an article, citing, copying, print. What stands behind the # is sent to no server, and a link that was cut or
// changed says so and costs nothing.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { TOLD, bench, give, inState, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const stage = bench();
const sample = await readFile(new URL("../../www/samples/first.txt", import.meta.url), "utf8");

/** @param {Page} page @param {string} text */
async function paste(page, text) {
  await give(page, text);
  await pasteGiven(page);
  await inState(page, "article");
}

/** The link of the shown article, by its button. @param {Page} page */
async function link(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#open-save").click();
  await page.locator("#copy-link").click();
  await until(page, "the link is copied", () => /copied/.test(document.querySelector("#save .done")?.textContent ?? ""));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.locator("#link").inputValue());
  assert.equal(await page.locator("#link-size").textContent().then((told) => told?.replace(/,/g, "").startsWith(`${copied.length} characters`)), true);
  await page.keyboard.press("Escape");
  return copied;
}

/** The title of the notice on the page. @param {Page} page */
async function told(page) {
  await until(page, "a sentence is said", () => document.querySelector("#notices .said-so h2"));
  return page.locator("#notices h2").textContent();
}

test("a link holds the text: opened elsewhere it shows it, and no server sees it", async (t) => {
  const page = await stage.open(t);
  const text = `${sample}\r\nWith 😀, \u2028, "quotes" & half \ud83d of one.`;
  await paste(page, text);
  const address = await link(page);
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/#v1\.[A-Za-z0-9_-]+$/);
  assert.ok(address.length < text.length, "it is packed");

  /** @type {string[]} what a server in between sees */
  const seen = [];
  const between = createServer((ask, answer) => {
    seen.push(`${ask.url} ${JSON.stringify(ask.headers)}`);
    request(new URL(ask.url ?? "/", stage.url), { method: ask.method }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    }).end();
  });
  await new Promise((ready) => between.listen(0, "127.0.0.1", () => ready(undefined)));
  t.after(() => (between.closeAllConnections(), between.close()));
  const { port } = /** @type {import("node:net").AddressInfo} */ (between.address());
  const other = await page.context().browser()?.newContext();
  t.after(() => other?.close());
  const elsewhere = await /** @type {import("playwright-core").BrowserContext} */ (other).newPage();
  await elsewhere.goto(address.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`));
  await inState(elsewhere, "article");
  await give(elsewhere, text);
  await sameText(elsewhere);
  assert.equal(await elsewhere.evaluate(() => location.hash), "", "the address is plain again");
  assert.ok(seen.length > 5);
  const piece = address.slice(-60, -20);
  assert.ok(!seen.some((one) => one.includes(piece) || one.includes("v1.")), "the fragment was sent");
});

test("a link opened where articles are adds its own; opened twice it is shown, not added", async (t) => {
  const page = await stage.open(t);
  await paste(page, sample);
  const address = await link(page);
  await page.keyboard.press("Control+Backspace");
  await inState(page, "empty");
  await paste(page, "Another story of Leeds. “No,” said Tom Reed.");
  const { hash } = new URL(address);
  await page.evaluate((fragment) => (location.hash = fragment), hash);
  await inState(page, "compare");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2);
  await give(page, sample);
  await sameText(page);
  await page.locator("#tabs [role=tab]").first().click();
  await page.evaluate((fragment) => (location.hash = fragment), hash);
  await sameText(page);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2);
});

test("links that are cut, changed, empty, huge or newer say so and lose nothing", async (t) => {
  const page = await stage.open(t);
  await paste(page, sample);
  const { hash } = new URL(await link(page));
  const middle = Math.floor(hash.length / 2);
  const changed = `${hash.slice(0, middle)}${hash[middle] === "A" ? "B" : "A"}${hash.slice(middle + 1)}`;
  const bomb = await page.evaluate(async () => {
    const { crc32 } = await import(new URL("js/export/zip.js", document.baseURI).href);
    const packed = new Uint8Array(await new Response(new Blob([" ".repeat(40_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
    const whole = new Uint8Array(packed.length + 4);
    new DataView(whole.buffer).setUint32(0, crc32(packed));
    whole.set(packed, 4);
    let letters = "";
    for (const byte of whole) letters += String.fromCharCode(byte);
    return `#v1.${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  });
  for (const bad of [hash.slice(0, -7), changed, "#v1.", "#v1.AAAA", "#v1.%E2%82%AC!", "#v1.ä", hash.replace("#v1.", "#v0."), bomb]) {
    await page.evaluate((fragment) => {
      document.querySelector("#notices")?.replaceChildren();
      location.hash = fragment;
    }, bad);
    assert.equal(await told(page), "This link is damaged", bad.slice(0, 40));
    await sameText(page);
  }
  await page.evaluate((fragment) => (location.hash = fragment), hash.replace("#v1.", "#v2."));
  await until(page, "it names a newer Glosswire", () => /newer/.test(document.querySelector("#notices h2")?.textContent ?? ""));
  await sameText(page);

  const fresh = await stage.open(t, changed);
  assert.equal(await told(fresh), "This link is damaged");
  await inState(fresh, "empty");
  await paste(fresh, sample);
  await sameText(fresh);
});

test("a text too long for a link is refused in a sentence that says how long and what to do", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  let noise = "";
  for (let at = 0, seed = 7; at < 90_000; at += 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 1;
    noise += String.fromCharCode(97 + (seed >> 8) % 26) + ((seed >> 16) % 6 ? "" : " ");
  }
  await paste(page, `A long story.\n\n${noise}`);
  await page.locator("#open-save").click();
  await page.locator("#link-refused").waitFor();
  assert.match((await page.locator("#link-refused").textContent()) ?? "", /too long for a link: it would take [\d,]+ characters.*Download the web page/);
  assert.equal(await page.locator("#copy-link").count(), 0);
});

test("a page that is a file on the device offers no link to itself", async (t) => {
  const page = await stage.open(t);
  const told = await page.evaluate(async () => {
    const { whyNot } = await import(new URL("js/share.js", document.baseURI).href);
    return ["file:///home/reader/glosswire.html", "https://example.org/glosswire/"].map(whyNot);
  });
  assert.deepEqual(told, ["file", null]);
});

test("a quotation, a figure and a name are copied ready to cite", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = async () => {
    await until(page, "it says that it is copied", () => document.querySelector("button.cite[data-done]"));
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => document.querySelectorAll("button.cite").forEach((one) => delete (/** @type {HTMLElement} */ (one).dataset.done)));
    return text;
  };
  const title = await page.locator("#tabs [role=tab] b").first().textContent();
  const [outlet, day] = await page.locator("#story .meta span").allTextContents();
  const source = `“${title}”, ${outlet}, ${day}`;

  const speaker = await page.locator("#facts [data-section=said] .speaker h3").first().evaluate((head) => head.firstChild?.textContent);
  const saying = page.locator("#facts [data-section=said] .speaker li:not(.indirect)").first();
  const own = await saying.locator("a").textContent();
  await saying.hover();
  await saying.locator("button.cite").click();
  assert.equal(await copied(), `${speaker}: ${own}\n${source}`);

  const figure = page.locator("#facts [data-section=figures] li").first();
  await figure.locator("button.cite").focus();
  await page.keyboard.press("Enter");
  const lines = (await copied()).split("\n");
  const amount = await figure.locator(".m").textContent();
  assert.ok(lines[0].startsWith(`${amount}: “`) && lines[0].includes(String(amount), 5), lines[0]);
  assert.equal(lines.at(-1), source);

  await page.locator("#text p mark.m[data-kind=person]").first().click();
  const name = await page.locator("#card-name").textContent();
  await page.locator("#card button.cite").click();
  const [first, ...rest] = (await copied()).split("\n");
  assert.ok(first.startsWith(`${name}: “`), first);
  assert.equal(rest.at(-1), source);
  assert.equal(await page.locator("#card").evaluate((card) => card.matches(":popover-open")), true);
});

test("where outlet and address are known, they are cited and saved; an address that is none is left out", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const told = await page.evaluate(async () => {
    const { sourceLine } = await import(new URL("js/cite.js", document.baseURI).href);
    const { originOf } = await import(new URL("js/export/source.js", document.baseURI).href);
    const about = { title: "T", outlet: "The Calder Post", date: "2025-03-03", address: "https://example.org/a" };
    return [sourceLine({ title: "x", published: null, about }), originOf({ title: "x", published: "2025-01-01", about: { title: null, outlet: null, date: null, address: "javascript:alert(1)" } })];
  });
  assert.deepEqual(told, ["“T”, The Calder Post, Monday, 3 March 2025, https://example.org/a", { title: "x", outlet: null, date: "2025-01-01", address: null }]);
});

test("a selection of the article is copied as it was pasted, without labels", async (t) => {
  const page = await stage.open(t);
  const text = "Port Calder votes\n\nTwo  spaces here, said Mayor Elena Marsh on 3 March 2025: “We had hours, not days.” It cost $44.8 million.\n\nThe second paragraph of it stands here.";
  await paste(page, text);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = async () => {
    await page.keyboard.press("Control+c");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await until(page, "copying is watched", () => {
    const seen = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    getSelection()?.selectAllChildren(/** @type {Node} */ (document.getElementById("text")));
    document.body.dispatchEvent(seen);
    return seen.defaultPrevented;
  });
  assert.equal(await copy(), text);
  await page.evaluate(() => {
    const range = document.createRange();
    const place = (/** @type {string} */ start, /** @type {number} */ off) => {
      let at = /** @type {string} */ (document.getElementById("text")?.textContent).indexOf(start) + off;
      const walk = document.createTreeWalker(/** @type {Node} */ (document.getElementById("text")), NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; at -= node.textContent?.length ?? 0, node = walk.nextNode()) if (at <= (node.textContent?.length ?? 0)) return /** @type {[Node, number]} */ ([node, at]);
      throw new Error("no such place");
    };
    range.setStart(...place("Two", 5));
    range.setEnd(...place("The second", 10));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  assert.equal(await copy(), text.slice(text.indexOf("Two") + 5, text.indexOf("The second") + 10));
});

test("print: the article with its marks and whole lists, nothing of the page around them", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await until(page, "the facts stand", () => document.querySelector("#facts-body section"));
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).printed = 0;
    window.print = () => void (/** @type {any} */ (globalThis).printed += 1);
  });
  await page.locator("#open-save").click();
  await page.locator("#save .way .btn").first().click();
  await until(page, "it prints", () => /** @type {any} */ (globalThis).printed === 1);
  assert.equal(await page.locator("#facts button.rest").count(), 0, "no list is cut short");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const seen = await page.evaluate(() => {
    const shows = (/** @type {string} */ what) => [...document.querySelectorAll(what)].some((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    return {
      paper: ["#text h1", "#text p mark.m", "#facts [data-section=said] li", "#facts [data-section=figures] li", "#legend .key"].map(shows),
      chrome: [".bar", "#dock", ".turn", ".cite", "button", ".panel-nav", "#save", "details.fold", "#card", "input"].filter(shows),
    };
  });
  assert.deepEqual(seen, { paper: [true, true, true, true, true], chrome: [] });
  assert.ok((await page.pdf()).length > 10_000);
});

test("when a part of the page can't be fetched any more, it says so, and works when it can", async (t) => {
  const page = await stage.open(t, "#sample", { allowed: [/Failed to load resource/] });
  await inState(page, "article");
  await page.route("**/js/save.js", (route) => route.abort());
  await page.locator("#open-save").click();
  assert.equal(await told(page), "A part of the page could not be loaded");
  await page.unroute("**/js/save.js");
  await page.locator("#notices .btn").click();
  await page.locator("dialog#save[open]").waitFor();
});

test("where the browser forbids the clipboard, the old way copies", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.locator("#text p mark.m[data-kind=person]").first().click();
  await page.evaluate(() => addEventListener("copy", (event) => void (/** @type {any} */ (globalThis).put = event.clipboardData?.getData("text/plain")), { capture: true }));
  await page.locator("#card button.cite").click();
  await until(page, "it says that it is copied", () => document.querySelector("button.cite[data-done]"));
});

stage.quiet();
