// Offline: the page as a host serves it keeps its own files on this device. It opens without the network, under whatever sub-path, and
// a newer version waits until the reader takes it.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { WWW } from "../serve.mjs";
import { ready } from "../site.mjs";
import { stamp, stamped } from "../stamp.mjs";
import { PATIENCE, bench, elsewhere, give, inState, paste, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SITE = await mkdtemp(join(tmpdir(), "glosswire site "));
after(() => rm(SITE, { recursive: true, force: true }));
await cp(WWW, SITE, { recursive: true });
await ready(SITE);

/** Another version of the site on the host, told by its promise. @param {string} promise */
async function publish(promise) {
  const file = join(SITE, "js/words.js");
  await writeFile(file, (await readFile(file, "utf8")).replace(/promise: ?"[^"]*"/, () => `promise: "${promise}"`));
  await stamp(SITE);
}

/** Waits until the page's files are kept and the service worker answers for it. @param {Page} page */
async function kept(page) {
  const end = Date.now() + PATIENCE;
  const done = () => page.evaluate(async () => {
    const shelf = (await caches.keys()).find((name) => name.endsWith(" state"));
    return navigator.serviceWorker.controller !== null && shelf !== undefined && (await (await caches.open(shelf)).match("newest")) !== undefined;
  });
  while (!(await done())) {
    assert.ok(Date.now() < end, "the files are not kept");
    await page.waitForTimeout(50);
  }
}

/** Whether the text is annotated as pasted. @param {Page} page */
async function annotates(page) {
  const text = "Mill burns\n\nAnna Smith said on Monday that 40 houses had burned.\n";
  await give(page, text);
  await paste(page, { plain: text });
  await inState(page, "article");
  await sameText(page);
  assert.ok((await page.locator("#text mark.m[data-kind=person]").count()) > 0);
}

const promise = (/** @type {Page} */ page) => page.locator("#promise").textContent();

describe("a site under a sub-path", () => {
  const stage = bench({ root: SITE, prefix: "/sub/path/" });

  test("after the first visit it opens and annotates without its server", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    await stage.stop();
    try {
      for (const end of ["", "#sample", "?from=elsewhere#sample", "index.html"]) {
        const other = await page.context().newPage();          /* in the same tab, the desk would come back */
        await other.goto(`${stage.url}${end}`);
        if (end.endsWith("#sample")) await inState(other, "article");
        else await annotates(other);
        /* what is loaded when it is asked for is there too */
        await other.locator("#clear").click();
        await other.locator("#carry").click();
        await other.locator("dialog#bookmark").waitFor();
        await other.close();
      }
    } finally {
      await stage.again();
    }
  });

  test("a newer version is not taken before the reader says so", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    const before = await promise(page);
    assert.equal(await page.locator("#newer").count(), 0);
    await publish("The second version.");
    await page.reload();
    await page.locator("#newer").waitFor();
    assert.equal(await page.locator("#newer").innerText().then((words) => words.replace(/\s+/g, " ").trim()), "A newer Glosswire is here. Use it Not now");
    assert.equal(await promise(page), before, "the old one is open");
    for (let time = 0; time < 2; time += 1) {
      await page.reload();
      await page.locator("#newer").waitFor();
      assert.equal(await promise(page), before, "loading it anew takes nothing");
    }
    const other = await page.context().newPage();
    await other.goto(stage.url);
    assert.equal(await promise(other), before, "nor does another tab");
    await other.close();

    await page.locator("#newer button", { hasText: "Not now" }).click();
    assert.equal(await page.locator("#newer").count(), 0);
    await page.reload();
    await page.locator("#newer button", { hasText: "Use it" }).click();
    await until(page, "the newer one is open", () => document.querySelector("#promise")?.textContent === "The second version.");
    await inState(page, "empty");
    await page.waitForTimeout(300);
    assert.equal(await page.locator("#newer").count(), 0);
    await stage.stop();
    try {
      await page.reload();
      assert.equal(await promise(page), "The second version.");
      await annotates(page);
    } finally {
      await stage.again();
    }
  });

  test("with a text on the page, the newer one waits for the next load", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    const before = await promise(page);
    await publish("The third version.");
    await page.reload();
    await page.locator("#newer").waitFor();
    await annotates(page);
    await page.locator("#newer button", { hasText: "Use it" }).click();
    await until(page, "it is said", () => /the next time/.test(document.querySelector("#newer")?.textContent ?? ""));
    await sameText(page);
    await page.reload();
    await inState(page, "article");               /* the text is kept, too */
    assert.equal(await promise(page), "The third version.");
    assert.notEqual(before, "The third version.");
  });

  test("a page that is open keeps the files of its version", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    const other = await page.context().newPage();
    await other.goto(stage.url);
    const before = await promise(page);
    await publish("The fourth version.");
    await other.reload();
    await other.locator("#newer").waitFor();
    await other.locator("#newer button", { hasText: "Use it" }).click();
    await until(other, "the newer one is open", () => document.querySelector("#promise")?.textContent === "The fourth version.");
    /* loaded only now, by the page of the old version */
    const words = await page.evaluate(async () => (await import(`${document.baseURI}js/words.js`)).skeleton.promise);
    assert.equal(words, before);
    await page.locator("#carry").click();
    await page.locator("dialog#bookmark").waitFor();
  });

  test("a half published version is not kept", async (t) => {
    const page = await stage.open(t, "", { allowed: [/./] });
    await kept(page);
    const before = await promise(page);
    await publish("The broken version.");
    const file = join(SITE, "js/notice.js");
    const whole = await readFile(file, "utf8");
    await writeFile(file, `${whole}\n// torn`);
    try {
      await page.reload();
      await page.waitForTimeout(1500);
      assert.equal(await page.locator("#newer").count(), 0);
      await page.reload();
      assert.equal(await promise(page), before);
      await annotates(page);
    } finally {
      await writeFile(file, whole);
    }
    /* a gathering that began before the file was whole fails, and the browser asks again at the next load only */
    const newer = page.locator("#newer");
    for (const end = Date.now() + PATIENCE; (await newer.count()) === 0;) {
      assert.ok(Date.now() < end, "the newer version, whole by now, is not offered");
      await page.reload();
      await newer.waitFor({ timeout: 6_000 }).catch(() => {});
    }
  });

  stage.quiet();
});

describe("the service worker", () => {
  const other = elsewhere();
  const stage = bench({ root: SITE, prefix: "/sub/path/" });
  const refused = [/breach of the policy/, /Content Security Policy|Refused to|Failed to load resource|TrustedScriptURL/, /asked another origin/];

  test("takes no messages, and gives only what is listed", async (t) => {
    const page = await stage.open(t, "", { allowed: refused });
    await kept(page);
    const context = page.context();
    const [keeper] = context.serviceWorkers();
    assert.ok(keeper, "the service worker is seen");
    assert.equal(await keeper.evaluate(() => /** @type {any} */ (self).onmessage), null);
    assert.doesNotMatch(await readFile(join(SITE, "sw.js"), "utf8"), /addEventListener\(["'`](?:message|push|sync|notificationclick)|onmessage|clients\.openWindow|postMessage/);
    await page.evaluate((to) => navigator.serviceWorker.controller?.postMessage({ fetch: to, url: to, type: "SKIP_WAITING" }), other.url);

    /* another page below the same path, which no policy of ours binds */
    const asked = await page.evaluate(async (to) => {
      const image = (/** @type {string} */ src) => new Promise((done) => {
        const node = new Image();
        node.onload = () => done("there");
        node.onerror = () => done("not there");
        node.src = src;
      });
      return { listed: await image("icons/glosswire.svg"), query: await image("icons/glosswire.svg?secret"), other: await image("LICENSE-MIT"), elsewhere: await image(to) };
    }, other.url);
    assert.deepEqual(asked, { listed: "there", query: "not there", other: "not there", elsewhere: "not there" });
    await page.waitForTimeout(300);
    assert.deepEqual(other.seen, []);
    assert.equal(other.connections, 0);
  });

  test("once the page is sealed, no worker of any address can be made", async (t) => {
    const page = await stage.open(t, "#sample", { allowed: refused });
    await inState(page, "article");
    await kept(page);
    const ends = await page.evaluate(async () => {
      const tried = async (/** @type {() => unknown} */ way) => {
        try {
          return await way(), "went through";
        } catch (error) {
          return /** @type {Error} */ (error).name;
        }
      };
      return { worker: await tried(() => new Worker("js/worker.js")), serviceWorker: await tried(() => navigator.serviceWorker.register("sw.js?other")), fetch: await tried(() => fetch("style.css")) };
    });
    assert.deepEqual(ends, { worker: "TypeError", serviceWorker: "TypeError", fetch: "TypeError" });
    assert.match(await page.evaluate(() => [...document.querySelectorAll("meta[http-equiv=Content-Security-Policy]")].at(-1)?.getAttribute("content") ?? ""), /connect-src 'none'; worker-src blob:/);
  });

  test("the single file can be had beside it", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    await page.keyboard.press("Escape");
    await page.locator("#open-keys").click();
    const coming = page.waitForEvent("download");
    await page.locator("#one-file").click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "glosswire.html");
    assert.ok((await readFile(await file.path())).equals(await readFile(join(SITE, "glosswire.html"))));
    assert.doesNotMatch(await readFile(join(SITE, "glosswire.html"), "utf8"), /<meta name="version"/);
  });

  test("the browser would install the page as an app", async (t) => {
    const page = await stage.open(t);
    await kept(page);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter((/** @type {any} */ one) => one.errorId !== "in-incognito"), []);
    const { errors, url } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.ok(url.endsWith("/sub/path/manifest.webmanifest"));
  });

  stage.quiet();
});

describe("where the page was not laid out for a host", () => {
  const stage = bench();

  test("no service worker is registered, and the policy allows none", async (t) => {
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.match(await readFile(join(WWW, "index.html"), "utf8"), /worker-src blob:;/);
  });

  test("the same files get the same stamp, and every one that the page names is listed", async () => {
    const first = await stamped(SITE);
    await stamp(SITE);
    assert.deepEqual(await stamped(SITE), first);
    const listed = Object.keys(JSON.parse(first["sw.js"].match(/const FILES = (\{[^}]*\})/)?.[1] ?? "{}"));
    for (const [, address] of first["index.html"].matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"#]+)"/g)) assert.ok(listed.includes(address), address);
    for (const file of ["index.html", "js/proof.js", "js/newer.js", "pkg/glosswire_bg.wasm", "vendor/readability.js"]) assert.ok(listed.includes(file), file);
    assert.ok(!listed.includes("sw.js"));
  });

  stage.quiet();
});
