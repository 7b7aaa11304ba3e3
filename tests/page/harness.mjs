// Harness: the built page in a real browser. A file of tests starts one server and one browser, opens pages on them, and at its
// end asks whether anything went wrong beside what it looked at: an error, a breach of the page's policy, a request to elsewhere.

import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { startServer } from "../serve.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ plain?: string, html?: string }} Paste */

/** A browser that draws by itself, works for root too, and can find no host but this machine. */
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** How long to wait for anything, in milliseconds: a machine may be very slow, and nothing here measures speed. */
export const PATIENCE = 60_000;

/** The same for a text of many megabytes. */
export const MUCH = 5 * PATIENCE;

/** What the core tells on the console, as the page does, of texts beyond all measure: `allowed` where a test pastes one. */
export const TOLD = [/^warning on the console: more than \d+ (?:bytes without the end of a sentence|lines; none was judged)/];

/**
 * One server and one browser for the tests of a file.
 * @param {{ prefix?: string, root?: string, file?: string }} [options] `file`: a page to open from the disk, with no server
 */
export function bench(options = {}) {
  /** @type {Awaited<ReturnType<typeof startServer>>} */
  let server;
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {string[]} what went wrong on any page */
  const wrong = [];
  /** @type {string[]} every address that was asked for */
  const asked = [];

  before(async () => {
    server = options.file ? { url: pathToFileURL(options.file).href, port: 0, close: async () => {} } : await startServer(options);
    browser = await chromium.launch({ executablePath: process.env.GLOSSWIRE_CHROMIUM || "/usr/bin/chromium", args: FLAGS });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    asked,
    get url() {
      return server.url;
    },

    /** The server is gone. */
    stop: () => server.close(),

    /** The server is back, at the same address. */
    async again() {
      server = await startServer({ ...options, port: server.port });
    },

    /**
     * Opens the page in a new, empty profile. It is closed when the test ends.
     * @param {import("node:test").TestContext} t
     * @param {string} [fragment] `#sample` and the like
     * @param {import("playwright-core").BrowserContextOptions & { allowed?: RegExp[] }} [how] `allowed`: complaints that this test provokes
     */
    async open(t, fragment = "", { allowed = [], ...how } = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce", ...how });
      context.setDefaultTimeout(PATIENCE);
      t.after(() => context.close());
      const home = new URL(server.url).origin;
      const complain = (/** @type {string} */ what) => allowed.some((one) => one.test(what)) || wrong.push(`${t.name}: ${what}`);
      const ask = (/** @type {string} */ address) => {
        asked.push(address);
        if (options.file && address.startsWith("file:") && address.split("#")[0] !== server.url) complain(`asked for another file: ${address}`);
        if (/^(?:https?|wss?|ftp):/.test(address) && new URL(address).origin !== home) complain(`asked another origin: ${address}`);
      };
      await context.exposeBinding("violated", (_, what) => complain(`breach of the policy: ${what}`));
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => /** @type {any} */ (globalThis).violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
      });
      context.on("request", (request) => ask(request.url()));
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complain(`${message.type()} on the console: ${message.text()}`);
      });
      context.on("weberror", (error) => complain(`error of the page: ${error.error()?.stack ?? error.error()}`));
      const page = await context.newPage();
      page.on("websocket", (socket) => ask(socket.url()));
      page.on("crash", () => complain("the page crashed"));
      page.on("dialog", (dialog) => {
        complain(`a dialog: ${dialog.message()}`);
        dialog.dismiss().catch(() => {});
      });
      await page.goto(`${server.url}${fragment}`);
      return page;
    },

    /** The last test of a file: nothing went wrong on the way. */
    quiet() {
      test("no error, no breach of the policy, no request to another origin", () => {
        assert.ok(asked.length > 0, "no request was seen at all: the watch is blind");
        assert.deepEqual(wrong, []);
      });
    },
  };
}

/**
 * Another origin. As it is, nobody should ever come to it: a trap, for what goes by UDP too. With pages, it is a site that has them.
 * @param {Record<string, { headers?: Record<string, string>, body: string }>} [pages]
 */
export function elsewhere(pages = {}) {
  /** @type {string[]} */
  const seen = [];
  /** @type {import("node:net").Socket[]} */
  const sockets = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const page = pages[request.url ?? ""];
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", ...(page ? { "Content-Type": "text/html; charset=utf-8", ...page.headers } : {}) }).end(page?.body ?? "caught");
  });
  server.on("connection", (socket) => sockets.push(socket));
  const udp = createSocket("udp4", () => seen.push("a datagram"));
  before(async () => {
    await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
    await new Promise((bound) => udp.bind(/** @type {import("node:net").AddressInfo} */ (server.address()).port, "127.0.0.1", () => bound(undefined)));
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    udp.close();
  });
  return {
    seen,
    get connections() {
      return sockets.length;
    },
    get bytes() {
      return sockets.reduce((sum, socket) => sum + socket.bytesRead, 0);
    },
    get url() {
      return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;
    },
  };
}

/**
 * Waits until something holds in the page. What it is given travels with it.
 * @template A
 * @param {Page} page
 * @param {string} what in words, for the failure
 * @param {(given: A) => unknown} holds
 * @param {A} [given]
 * @param {number} [timeout]
 */
export async function until(page, what, holds, given, timeout = PATIENCE) {
  try {
    await page.waitForFunction(holds, given, { timeout });
  } catch (error) {
    const state = await page.evaluate(() => `state ${document.documentElement.dataset.state}, notice: ${document.querySelector("#notices")?.textContent || "none"}`).catch(String);
    throw new Error(`waited in vain until ${what} (${state}): ${/** @type {Error} */ (error).message.split("\n")[0]}`);
  }
}

/**
 * Waits for a state of the page, and until the focus has left a box that is shown no more: keys pressed before would go there.
 * @param {Page} page
 * @param {string} state
 * @param {number} [timeout]
 */
export function inState(page, state, timeout = PATIENCE) {
  return until(page, `the page is in state ${state}`, (wanted) => {
    const shown = /** @type {HTMLElement} */ (document.activeElement)?.getClientRects().length > 0;
    return document.documentElement.dataset.state === wanted && shown;
  }, state, timeout);
}

/**
 * Copies in another window and pastes here with the keyboard: a real clipboard, a real paste.
 * @param {Page} page
 * @param {Paste} data
 */
export async function paste(page, data) {
  const other = await page.context().newPage();
  await other.evaluate((given) => {
    document.body.textContent = "copy me";
    getSelection()?.selectAllChildren(document.body);
    addEventListener("copy", (event) => {
      event.preventDefault();
      if (given.plain !== undefined) event.clipboardData?.setData("text/plain", given.plain);
      if (given.html !== undefined) event.clipboardData?.setData("text/html", given.html);
      document.body.textContent = "copied";
    });
  }, data);
  await other.keyboard.press("Control+c");
  await until(other, "the other window has copied", () => document.body.textContent === "copied");
  await other.close();
  await page.bringToFront();
  await page.keyboard.press("Control+v");
}

/**
 * A text as a file or a script would hand it over: with every character that a system's clipboard would change. JSON spells out
 * lone surrogates and control characters on the way into the page. The page keeps it as `window.given`, to compare with.
 * @param {Page} page
 * @param {string} text
 */
export function give(page, text) {
  return page.evaluate((json) => void (/** @type {any} */ (globalThis).given = JSON.parse(json)), JSON.stringify(text));
}

/** Pastes what `give` gave, by an event. @param {Page} page @param {string} [type] */
export function pasteGiven(page, type = "text/plain") {
  return page.evaluate((kind) => {
    const data = new DataTransfer();
    data.setData(kind, /** @type {any} */ (globalThis).given);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, type);
}

/**
 * Drops files on the page.
 * @param {Page} page
 * @param {{ name: string, type?: string, bytes?: number[], given?: boolean }[]} files `given`: with the text that `give` gave
 */
export function drop(page, files) {
  return page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, type = "", bytes, given } of list) {
      data.items.add(new File([given ? /** @type {any} */ (globalThis).given : new Uint8Array(bytes ?? [])], name, { type }));
    }
    for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

/**
 * Asserts that the article on the page, read as text, is what `give` gave, once all of it is laid out.
 * @param {Page} page
 * @param {number} [timeout] longer for what is huge
 */
export async function sameText(page, timeout = PATIENCE) {
  try {
    await page.waitForFunction(() => document.getElementById("text")?.textContent === /** @type {any} */ (globalThis).given, undefined, { timeout, polling: 200 });
  } catch (error) {
    const why = await page.evaluate(() => {
      const shown = document.getElementById("text")?.textContent ?? null;
      const { given } = /** @type {any} */ (globalThis);
      if (shown === null) return `no article is shown; state ${document.documentElement.dataset.state}, notice: ${document.querySelector("#notices")?.textContent || "none"}`;
      let at = 0;
      while (at < shown.length && shown[at] === given[at]) at += 1;
      return `the text came back changed at ${at}: ${JSON.stringify(shown.slice(at, at + 60))} for ${JSON.stringify(given.slice(at, at + 60))} (${shown.length} characters for ${given.length})`;
    });
    throw new Error(`${why}: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
  }
}

/**
 * What the engine of the page tells about a text, by the public interface, with the words of every span.
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<any>}
 */
export function annotated(page, text) {
  return page.evaluate(async (given) => {
    const { call } = await import(new URL("js/engine.js", document.baseURI).href);
    const { annotated: told } = await call("annotate", [given, {}]);
    const own = (/** @type {any} */ span) => (span ? { ...span, words: given.slice(span.start, span.end) } : null);
    return {
      ...told,
      blocks: told.blocks.map(own),
      entities: told.entities.map((/** @type {any} */ one) => ({ ...one, mentions: one.mentions.map(own) })),
      values: told.values.map(own),
      quotes: told.quotes.map((/** @type {any} */ one) => ({ ...one, content: one.content.map(own), source: own(one.source), cue: own(one.cue) })),
      repeats: told.repeats.map((/** @type {any} */ one) => ({ ...own(one), of: own(one.of) })),
    };
  }, text);
}
