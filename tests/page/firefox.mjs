// Firefox: a stock Firefox, driven over WebDriver BiDi, which it speaks by itself. No driver beside it and no build of its own is needed; as
// much of the protocol stands here as the tests ask for.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import WebSocket from "ws";

/** How long to wait for anything, in milliseconds. */
const PATIENCE = 60_000;

/** So that the browser asks nothing of anybody by itself: what it does not find on this machine, it finds nowhere. */
const PREFS = {
  "app.update.disabledForTesting": true, "browser.shell.checkDefaultBrowser": false, "browser.startup.page": 0, "browser.aboutConfig.showWarning": false,
  "datareporting.policy.dataSubmissionEnabled": false, "toolkit.telemetry.server": "", "app.normandy.enabled": false, "services.settings.server": "data:,none/v1",
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "extensions.update.enabled": false,
  "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1,localhost", "ui.prefersReducedMotion": 1,
};

/** Where Firefox is; null if it is not here. `GLOSSWIRE_FIREFOX` names another. @returns {string | null} */
export function firefoxPath() {
  const named = process.env.GLOSSWIRE_FIREFOX;
  if (named) return named;
  const found = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => ["firefox", "firefox-esr"].map((name) => join(folder, name)));
  return [...found, "/Applications/Firefox.app/Contents/MacOS/firefox"].find((file) => existsSync(file)) ?? null;
}

/** Starts one, with a profile of its own. @param {string} path */
export async function launch(path) {
  const profile = await mkdtemp(join(tmpdir(), "glosswire-firefox-"));
  await writeFile(join(profile, "user.js"), Object.entries(PREFS).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  const run = spawn(path, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => run.once("exit", done));
  const address = await new Promise((found, failed) => {
    let said = "";
    run.once("error", failed);
    run.once("exit", (code) => failed(new Error(`Firefox ended with ${code}: ${said.slice(-600)}`)));
    run.stderr.on("data", (some) => {
      const hit = (said += some).match(/WebDriver BiDi listening on (ws:\S+)/);
      if (hit) found(`${hit[1]}/session`);
    });
  });
  const line = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((open, failed) => line.once("open", open).once("error", failed));
  const browser = new Firefox(line);
  await browser.ask("session.new", { capabilities: {} });
  await browser.ask("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  return Object.assign(browser, {
    async close() {
      await Promise.race([browser.ask("browser.close", {}).catch(() => {}), new Promise((done) => setTimeout(done, 5_000))]);
      line.terminate();
      setTimeout(() => run.kill("SIGKILL"), 5_000).unref();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

class Firefox {
  /** @param {WebSocket} line */
  constructor(line) {
    this.line = line;
    this.last = 0;
    /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    /** Errors and warnings, of the pages and on their consoles. @type {string[]} */
    this.complaints = [];
    /** Every address that was asked for. @type {string[]} */
    this.asked = [];
    line.on("message", (data) => this.hear(JSON.parse(String(data))));
    line.on("close", () => this.waiting.forEach(({ reject }) => reject(new Error("Firefox is gone"))));
  }

  /** @param {any} told */
  hear({ id, type, result, error, message, method, params }) {
    if (type === "event") {
      if (method === "network.beforeRequestSent") this.asked.push(params.request.url);
      else if (params.level === "error" || params.level === "warn") this.complaints.push(`${params.level}: ${params.text}`);
      return;
    }
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if (type === "success") asker?.resolve(result);
    else asker?.reject(new Error(`${error}: ${message}`));
  }

  /** @param {string} method @param {Record<string, unknown>} params @returns {Promise<any>} */
  ask(method, params) {
    const id = (this.last += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.line.send(JSON.stringify({ id, method, params }));
    });
  }

  /** A page in a window of its own, with a storage of its own. @param {string} address @param {{ width: number, height: number }} [viewport] */
  async open(address, viewport = { width: 1280, height: 900 }) {
    const { userContext } = await this.ask("browser.createUserContext", {});
    const { context } = await this.ask("browsingContext.create", { type: "window", userContext });
    await this.ask("browsingContext.setViewport", { context, viewport });
    const tab = new Tab(this, context, userContext);
    await tab.go(address);
    return tab;
  }
}

class Tab {
  /** @param {Firefox} browser @param {string} context @param {string} userContext */
  constructor(browser, context, userContext) {
    this.browser = browser;
    this.context = context;
    this.userContext = userContext;
  }

  /** @param {string} address */
  go(address) {
    return this.browser.ask("browsingContext.navigate", { context: this.context, url: address, wait: "complete" });
  }

  close() {
    return this.browser.ask("browser.removeUserContext", { userContext: this.userContext });
  }

  /**
   * What a function makes of it in the page. Both travel as text.
   * @template A, T
   * @param {(given: A) => T} act
   * @param {A} [given]
   * @returns {Promise<Awaited<T>>}
   */
  async evaluate(act, given) {
    const made = await this.browser.ask("script.callFunction", {
      functionDeclaration: `async (given) => JSON.stringify((await (${act})(JSON.parse(given))) ?? null)`,
      arguments: [{ type: "string", value: JSON.stringify(given ?? null) }],
      awaitPromise: true, target: { context: this.context }, userActivation: true,
    });
    if (made.type === "exception") throw new Error(made.exceptionDetails.text);
    return JSON.parse(made.result.value);
  }

  /** Waits until something holds in the page. @template A @param {string} what @param {(given: A) => unknown} holds @param {A} [given] */
  async until(what, holds, given) {
    for (const began = Date.now(); Date.now() - began < PATIENCE; await new Promise((done) => setTimeout(done, 50))) {
      const held = await this.evaluate(holds, given).catch((error) => {
        if (/navigat|discarded|no such frame|AbortError/i.test(error.message)) return false;
        throw error;
      });
      if (held) return;
    }
    throw new Error(`waited in vain until ${what}: ${await this.evaluate(() => `state ${document.documentElement.dataset.state}, notice: ${document.querySelector("#notices")?.textContent || "none"}`)}`);
  }

  /** Clicks on an element, as a hand does, in the middle of its first line. @param {string} selector */
  async click(selector) {
    const place = await this.evaluate((one) => {
      const node = document.querySelector(one);
      node?.scrollIntoView({ block: "center", behavior: "instant" });
      const box = node?.getClientRects()[0];
      return box ? { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) } : null;
    }, selector);
    if (!place) throw new Error(`${selector} is not in sight`);
    await this.act({ type: "pointer", id: "hand", parameters: { pointerType: "mouse" }, actions: [{ type: "pointerMove", ...place }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] });
  }

  /** Presses keys together: `Control`, `c`. @param {...string} keys */
  async press(...keys) {
    const codes = keys.map((key) => ({ Control: "\ue009", Shift: "\ue008", Enter: "\ue007", Escape: "\ue00c" })[key] ?? key);
    await this.act({ type: "key", id: "keys", actions: [...codes.map((value) => ({ type: "keyDown", value })), ...codes.toReversed().map((value) => ({ type: "keyUp", value }))] });
  }

  /** Types words. @param {string} words */
  async type(words) {
    await this.act({ type: "key", id: "keys", actions: [...words].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) });
  }

  /** @param {Record<string, unknown>} source */
  act(source) {
    return this.browser.ask("input.performActions", { context: this.context, actions: [source] });
  }
}
