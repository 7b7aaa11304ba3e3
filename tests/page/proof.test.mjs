// Proof: the page tries to get out by every means and shows that it can't; another origin, which would see it, sees nothing. From
// www/, from a site with its service worker, and from the single file. And from a page whose rules were taken out: there it says so.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { WWW } from "../serve.mjs";
import { single } from "../single.mjs";
import { ready } from "../site.mjs";
import { bench, elsewhere, give, inState, paste, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const FOLDER = await mkdtemp(join(tmpdir(), "glosswire proof "));
after(() => rm(FOLDER, { recursive: true, force: true }));
const FILE = join(FOLDER, "glosswire.html");
const SITE = join(FOLDER, "site");
const OPEN = join(FOLDER, "open");
await cp(WWW, SITE, { recursive: true });
await ready(SITE);
await cp(WWW, OPEN, { recursive: true });
await writeFile(join(OPEN, "index.html"), (await readFile(join(OPEN, "index.html"), "utf8")).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
await writeFile(join(OPEN, "js/seal.js"), 'export const TAKEN_AWAY = ["RTCPeerConnection"];\nexport const version = "";\nexport function keepFiles() {}\nexport function seal() {}\n');
await writeFile(FILE, await single(WWW));

const WAYS = 28;
const provoked = [/breach of the policy/, /Content Security Policy|Refused to|Failed to load resource|Trusted(?:Script|HTML)|preload/, /asked another origin/];

/** Lets the page try. @param {Page} page @param {string} to */
async function tryAll(page, to) {
  await page.locator("#proof-to").fill(to);
  await page.locator("#proof-go").click();
  await until(page, "everything was tried", () => /\bways\b/.test(document.querySelector("#proof-verdict")?.textContent ?? ""));
  const rows = await page.locator("#proof tr[data-way]").evaluateAll((all) => all.map((row) => [row.dataset.way ?? "", row.dataset.end ?? "", row.lastElementChild?.textContent ?? ""]));
  return { ends: Object.fromEntries(rows.map(([way, end]) => [way, end])), rows, verdict: (await page.locator("#proof-verdict").textContent()) ?? "" };
}

for (const [name, options] of /** @type {[string, Parameters<typeof bench>[0]][]} */ ([["the page", {}], ["a site, with its service worker", { root: SITE, prefix: "/sub/path/" }], ["the single file", { file: FILE }]])) {
  describe(`from ${name}`, () => {
    const other = elsewhere();
    const stage = bench(options);

    test("nothing gets out, and each refusal is shown", async (t) => {
      const page = await stage.open(t, "", { allowed: provoked });
      const text = "Mill burns\n\nAnna Smith said on Monday that 40 houses had burned.";
      await give(page, text);
      await paste(page, { plain: text });
      await inState(page, "article");
      if (name.startsWith("a site")) await until(page, "the service worker answers", () => navigator.serviceWorker.controller !== null);
      await page.keyboard.press("?");
      await page.locator("#prove-too").click();
      /* the trap is not blind: node itself comes to it */
      await (await fetch(other.url)).text();
      assert.equal(other.seen.length, 1);
      const { connections, bytes } = other;
      assert.ok(bytes > 0);
      const { ends, rows, verdict } = await tryAll(page, `${other.url}caught?proof`);
      assert.equal(rows.length, WAYS);
      const absent = ["transport", "rtc", ...(name === "the single file" ? ["serviceWorker"] : [])];
      for (const [way, end, words] of rows) {
        if (end === "absent") assert.ok(absent.includes(way), `${way} was not tried`);
        else assert.equal(end, "refused", `${way}: ${words}`);
        if (end === "refused") assert.match(words, /^refused by [a-z-]+$/, way);
      }
      assert.equal(ends.rtc, "absent");
      assert.equal(verdict, `None of ${WAYS} ways to ${new URL(other.url).host} went through.`);
      await page.waitForTimeout(500);
      assert.deepEqual(other.seen.slice(1), []);
      assert.equal(other.bytes, bytes, "not one byte came");
      /* before it refuses a frame and a form, the browser itself knocks */
      assert.ok(other.connections <= connections + 2, "nobody else knocked");
      await page.keyboard.press("Escape");
      await until(page, "the sheet is gone", () => document.querySelector("dialog#proof") === null);
      await sameText(page);
      assert.equal(await page.evaluate(() => document.querySelectorAll("iframe, object, video, body img, body link, body style").length + document.adoptedStyleSheets.length), 0, "nothing of it stays");
    });

    test("what no policy binds is gone before any text is read", async (t) => {
      const page = await stage.open(t);
      for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "PaymentRequest", "PresentationRequest"]) assert.equal(await page.evaluate((one) => one in globalThis, name), false, name);
    });

    stage.quiet();
  });
}

describe("where the rules were taken out", () => {
  const other = elsewhere();
  const stage = bench({ root: OPEN });

  test("the page says what went through", async (t) => {
    const page = await stage.open(t, "", { allowed: [/./] });
    await page.locator("#prove").click();
    const { ends, verdict } = await tryAll(page, other.url);
    for (const way of ["fetch", "xhr", "rtc", "frame", "sheet", "prefetch", "insideFetch", "insideXhr"]) assert.equal(ends[way], "through", way);
    assert.ok(!Object.values(ends).includes("refused"));
    assert.match(verdict, /^\d+ of \d+ ways to 127\.0\.0\.1:\d+ went through\. Paste nothing/);
    assert.ok(other.seen.length > 10 && other.seen.includes("a datagram"));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "empty", "the page is still this page");
  });
});

describe("the sheet", () => {
  const other = elsewhere();
  const stage = bench();

  test("an address that is none, or the page's own, is not tried", async (t) => {
    const page = await stage.open(t);
    await page.locator("#prove").click();
    assert.equal(await page.locator("#proof-to").inputValue(), "https://example.com/");
    for (const [typed, why] of /** @type {[string, RegExp][]} */ ([["", /no address of the web/], ["my house", /no address of the web/], ["javascript:alert(1)", /no address of the web/], ["file:///etc/passwd", /no address of the web/], [`${stage.url}x`, /where the page itself comes from/]])) {
      await page.locator("#proof-to").fill(typed);
      await page.locator("#proof-go").click();
      assert.match(await page.locator("#proof-why").innerText(), why, typed);
      assert.equal(await page.locator("#proof-to").getAttribute("aria-invalid"), "true");
      assert.equal(await page.locator("#proof tr[data-way]").count(), 0);
    }
    /* what is pasted there is no article */
    await page.locator("#proof-to").fill("");
    await paste(page, { plain: other.url });
    await until(page, "it stands in the field", (url) => /** @type {HTMLInputElement} */ (document.querySelector("#proof-to")).value === url, other.url);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "empty");
  });

  test("closed half way, it stops, and leaves nothing", async (t) => {
    const page = await stage.open(t, "", { allowed: provoked });
    await page.locator("#prove").click();
    await page.locator("#proof-to").fill(other.url);
    await page.locator("#proof-go").click();
    await page.locator("#proof tr[data-way]").nth(3).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForTimeout(1000);
    assert.equal(await page.evaluate(() => document.querySelectorAll("dialog[open], iframe, object, video, body img, body link, body style").length + document.adoptedStyleSheets.length), 0);
    assert.doesNotMatch((await page.locator("#status").textContent()) ?? "", /went through/);
  });

  test("the keyboard opens it, the focus comes back, letters stay letters", async (t) => {
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    await page.locator("#clear").click();
    await page.locator("#prove").focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog#proof").waitFor();
    await page.keyboard.press("c");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "empty");
    await page.keyboard.press("Escape");
    await until(page, "the focus is back", () => document.activeElement?.id === "prove");
  });

  test("no script of the page opens another page, or knocks at a host", async () => {
    /** @type {Record<string, RegExp>} who may, and what */
    const may = { "bookmark.js": /^open\(`\$\{home\}#sent`\)/, "seal.js": /^(?:RTCPeerConnection|httpEquiv)/, "proof.js": /^(?:RTCPeerConnection|\.submit\()/ };
    const ways = /(?:window|globalThis|self)\.open\b|(?<=[=(!?:;]\s*|return )open\([^)]*\)|location\.(?:assign|replace)\b|\blocation(?:\.(?:href|search|pathname|host|protocol))?\s*=(?!=)|pre-?connect|dns-prefetch|RTCPeerConnection|\.submit\(|httpEquiv|document\.cookie|document\.domain|\bping\b|fetchLater/g;
    for (const file of (await readdir(join(WWW, "js"), { recursive: true })).filter((one) => one.endsWith(".js"))) {
      const code = (await readFile(join(WWW, "js", file), "utf8")).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
      if (/^words/.test(file)) continue;
      for (const { 0: found } of code.matchAll(ways)) assert.match(found, may[file] ?? /^$/, `${file}: ${found}`);
    }
  });

  stage.quiet();
});
