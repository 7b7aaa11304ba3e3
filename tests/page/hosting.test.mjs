// Hosting: the page works from whatever folder of whatever static host, asks nothing of anybody else, and once it is loaded can
// ask nothing of anybody at all.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { WWW } from "../serve.mjs";
import { ready } from "../site.mjs";
import { bench, elsewhere, give, inState, paste, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Does the main job by hand. @param {Page} page */
async function work(page) {
  await page.locator("#try-samples").click();
  await inState(page, "compare");
  assert.match((await page.locator("#verdict").textContent()) ?? "", /^\d+ of \d+ sentences are new$/);
  await page.locator("#clear").click();
  await inState(page, "empty");
  const text = "Mill burns\n\nAnna Smith said on Monday that 40 houses had burned.";
  await give(page, text);
  await paste(page, { plain: text });
  await inState(page, "article");
  await sameText(page);
  assert.ok((await page.locator("#text mark.m[data-kind=person]").count()) > 0);
}

describe("under a sub-path", () => {
  const stage = bench({ prefix: "/glosswire/some-where/" });

  test("everything works, and everything that is asked for is below it", async (t) => {
    const page = await stage.open(t);
    await work(page);
    const path = new URL(stage.url).pathname;
    assert.equal(path, "/glosswire/some-where/");
    const own = stage.asked.filter((address) => address.startsWith("http"));
    assert.ok(own.some((address) => address.endsWith(".wasm")) && own.some((address) => address.endsWith(".css")), "the watch sees what is asked for");
    for (const address of own) assert.ok(address.startsWith(stage.url), `${address} is not below ${stage.url}`);
  });

  test("with a fragment, with a query, and by the name of the file", async (t) => {
    for (const end of ["#sample", "?from=elsewhere#sample", "index.html#sample"]) {
      const page = await stage.open(t, end);
      await inState(page, "article");
      assert.ok((await page.locator("#text mark.m").count()) > 20, end);
    }
  });

  test("every address in the page is there", async (t) => {
    const page = await stage.open(t);
    const named = await page.evaluate(() => [...document.querySelectorAll("link[href], script[src]")].map((node) => /** @type {any} */ (node).href || /** @type {any} */ (node).src));
    assert.ok(named.length > 10);
    for (const address of named) {
      assert.ok(address.startsWith(stage.url), address);
      const answer = await fetch(address);
      assert.equal(answer.status, 200, address);
      await answer.arrayBuffer();
    }
    const manifest = await (await fetch(named.find((/** @type {string} */ address) => address.endsWith(".webmanifest")))).json();
    for (const icon of manifest.icons) assert.equal((await fetch(new URL(icon.src, stage.url))).status, 200, icon.src);
    assert.ok(new URL(manifest.start_url, stage.url).href.startsWith(stage.url));
  });

  stage.quiet();
});

describe("asking nobody", () => {
  const other = elsewhere();
  const stage = bench();

  test("a whole session reaches no other server", async (t) => {
    const page = await stage.open(t);
    await work(page);
    const html = `<p>Anna Smith said so.</p><img src="${other.url}a.png" srcset="${other.url}b.png 2x"><link rel="stylesheet" href="${other.url}c.css"><link rel="dns-prefetch" href="${other.url}"><iframe src="${other.url}d"></iframe><video poster="${other.url}e"><source src="${other.url}f"></video><p style="background:url(${other.url}g)">He left. <a href="${other.url}h" ping="${other.url}i">More</a></p><meta http-equiv="refresh" content="0;url=${other.url}j">`;
    await paste(page, { plain: "Anna Smith said so.\n\nHe left. More", html });
    await until(page, "the second article stands", () => document.querySelectorAll("#tabs [role=tab]").length === 2 && document.documentElement.dataset.state === "compare");
    for (const mark of await page.locator("#text mark.m").all()) await mark.click({ force: true });
    await page.keyboard.press("Escape");
    assert.equal(page.url().split("#")[0], stage.url, "the page is still this page");
    assert.deepEqual(other.seen, []);
    assert.equal(other.connections, 0);
  });

  test("the loaded page can fetch nothing, not even from home", async (t) => {
    const page = await stage.open(t, "#sample", { allowed: [/breach of the policy/, /Content Security Policy|Refused to/, /asked another origin/] });
    await inState(page, "article");
    /* that the trap would be seen at all: node itself comes to it */
    await (await fetch(other.url)).text();
    assert.ok(other.seen.length > 0, "the trap is blind");
    other.seen.length = 0;

    for (const address of [other.url, stage.url, `${stage.url}style.css`, "https://example.com/"]) {
      const ways = await page.evaluate(async (to) => {
        const tried = async (/** @type {() => Promise<unknown>} */ way) => way().then(() => "went through", (error) => error.name);
        return {
          fetch: await tried(() => fetch(to)),
          blind: await tried(() => fetch(to, { mode: "no-cors" })),
          xhr: await tried(() => new Promise((done, fail) => {
            const request = new XMLHttpRequest();
            request.onload = done;
            request.onerror = () => fail(new TypeError("refused"));
            request.open("GET", to);
            request.send();
          })),
          events: await tried(() => new Promise((done, fail) => {
            const source = new EventSource(to);
            source.onopen = done;
            source.onerror = () => (source.close(), fail(new TypeError("refused")));
          })),
          socket: await tried(() => new Promise((done, fail) => {
            const socket = new WebSocket(to.replace("http", "ws"));
            socket.onopen = done;
            socket.onerror = () => fail(new TypeError("refused"));
          })),
        };
      }, address);
      for (const [way, end] of Object.entries(ways)) assert.notEqual(end, "went through", `${way} to ${address}`);
    }
    const beacon = await page.evaluate((to) => {
      navigator.sendBeacon(to, "x");
      new Image().src = `${to}pixel.png`;
      const frame = document.createElement("iframe");
      frame.src = `${to}frame`;
      const form = document.createElement("form");
      form.action = `${to}form`;
      form.target = "nowhere";
      document.body.append(frame, form);
      form.submit();
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
    }, other.url);
    assert.equal(beacon, true);

    const [worker] = page.workers();
    const inside = await worker.evaluate((to) => fetch(to, { mode: "no-cors" }).then(() => "went through", (error) => error.name), other.url);
    assert.equal(inside, "TypeError", "the worker can't either");
    assert.deepEqual(other.seen, []);
  });

  test("no script but its own can be made", async (t) => {
    const page = await stage.open(t, "#sample", { allowed: [/./] });
    await inState(page, "article");
    const ends = await page.evaluate(async (to) => {
      const tried = (/** @type {() => unknown} */ way) => {
        try {
          way();
          return "went through";
        } catch (error) {
          return /** @type {Error} */ (error).name;
        }
      };
      const div = document.createElement("div");
      return {
        html: tried(() => (div.innerHTML = "<b>x</b>")),
        worker: tried(() => new Worker(URL.createObjectURL(new Blob(["1"])))),
        script: tried(() => (document.createElement("script").src = `${to}x.js`)),
        policy: tried(() => /** @type {any} */ (globalThis).trustedTypes.createPolicy("mine", { createHTML: (/** @type {string} */ text) => text })),
        again: tried(() => /** @type {any} */ (globalThis).trustedTypes.createPolicy("glosswire", { createScriptURL: (/** @type {string} */ text) => text })),
      };
    }, other.url);
    assert.deepEqual(ends, { html: "TypeError", worker: "TypeError", script: "TypeError", policy: "TypeError", again: "TypeError" });
    assert.deepEqual(other.seen, []);
  });

  test("without JavaScript it says that it needs it", async (t) => {
    const page = await stage.open(t, "", { javaScriptEnabled: false });
    const words = await page.locator("noscript").innerText();
    assert.match(words, /JavaScript/);
    assert.equal(await page.locator("noscript").isVisible(), true);
  });

  test("off the network after it is loaded, it still works", async (t) => {
    const page = await stage.open(t);
    await page.locator("#try-sample").click();
    await inState(page, "article");
    await page.locator("#clear").click();
    await page.context().setOffline(true);
    await work(page);
  });

  stage.quiet();
});

test("every module that the page begins with is asked for at once, and once", () => {
  const page = readFileSync(join(WWW, "index.html"), "utf8");
  const asked = [...page.matchAll(/<(?:link rel="modulepreload" href|script type="module" src)="([^"]+)"/g)].map(([, address]) => address);
  const begun = new Set();
  const begin = (/** @type {string} */ file) => {
    if (begun.has(file)) return;
    begun.add(file);
    for (const [, from] of readFileSync(join(WWW, file), "utf8").matchAll(/^(?:import|export)\b[^;]*? from "([^"]+)";$|^import "([^"]+)";$/gm)) begin(join(file, "..", from));
  };
  ["js/samples.js", "js/main.js"].forEach(begin);
  assert.deepEqual([...asked].sort(), [...begun].sort());
});

test("no file of the page asks another origin, or the root of a host", async () => {
  const said = await promisify(execFile)(process.execPath, [fileURLToPath(new URL("../addresses.mjs", import.meta.url)), WWW]).catch((error) => error);
  assert.equal(said.stderr, "");
});

const site = await mkdtemp(join(tmpdir(), "glosswire site "));
after(() => rm(site, { recursive: true, force: true }));
await cp(WWW, site, { recursive: true });
await ready(site);

describe("a site as it is laid out", () => {
  const stage = bench({ root: site, prefix: "/some/where/" });

  test("the first visit, sample and all, takes at most 1.1 MB gzip, and what the empty page paints from at most 80 KB", async (t) => {
    /* without the service worker, which begins after a second and a half to fetch every file for the next visit: on a slow machine, while this looks */
    const page = await stage.open(t, "#sample", { serviceWorkers: "block", allowed: [/Service Worker registration blocked/] });
    await inState(page, "article");
    await page.waitForTimeout(1_000);                                  /* what is fetched when there is time */
    const paths = new Set(stage.asked.filter((address) => address.startsWith(stage.url)).map((address) => new URL(address).pathname.slice("/some/where/".length) || "index.html"));
    paths.delete("sw.js");                                             /* comes later, for the next visit */
    const size = (/** @type {string} */ path) => gzipSync(readFileSync(join(site, path)), { level: 9 }).length;
    assert.ok(paths.has("pkg/glosswire_bg.wasm") && paths.size > 30, [...paths].join(" "));
    const all = [...paths].reduce((sum, path) => sum + size(path), 0);
    assert.ok(all <= 1_100_000, `${all} bytes`);
    const painted = [...readFileSync(join(site, "index.html"), "utf8").matchAll(/rel="stylesheet" href="([^"]+)"/g)].reduce((sum, [, path]) => sum + size(path), size("index.html"));
    assert.ok(painted <= 80_000, `${painted} bytes`);
    t.diagnostic(`${all} bytes, and ${painted} until the first paint`);
  });

  test("everything works from the slimmed scripts", async (t) => {
    await work(await stage.open(t));
  });

  test("what only people read is left out, licences are not", () => {
    assert.doesNotMatch(readFileSync(join(site, "js/main.js"), "utf8"), /\/\*\*|^\s*\/\//m);
    assert.match(readFileSync(join(site, "vendor/readability.js"), "utf8"), /Copyright \(c\) 2010 Arc90/);
  });

  stage.quiet();
});

/** Whether dist/ is there, and of this build: its stamp is made of all its files. */
function laidOut() {
  if (!existsSync(join(DIST, "index.html"))) return "./build.sh site has not been run";
  const same = ["index.html", "sw.js"].every((file) => readFileSync(join(DIST, file)).equals(readFileSync(join(site, file))));
  return same ? null : "dist/ is of an earlier build: run ./build.sh site";
}

const why = laidOut();
if (why === null) {
  describe("dist/, as a host serves it", () => {
    const stage = bench({ root: DIST, prefix: "/any/path/" });

    test("everything works", async (t) => {
      const page = await stage.open(t);
      await work(page);
    });

    stage.quiet();
  });
} else {
  test("dist/, as a host serves it", { skip: why }, () => {});
}
