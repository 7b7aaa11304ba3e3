// Pipe: a browser on the other end of a pipe, asked for nothing but what is measured. A driver such as Playwright hears of every request, which on two
// cores costs as much as the page itself, and is counted as the page's.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A browser that draws by itself, works for root too, and looks for nothing on the network. */
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe"];

/** How long a browser may take to end, in milliseconds. */
const PATIENCE = 10_000;

/**
 * @typedef {object} Piped
 * @property {(method: string, params?: object) => Promise<any>} send asks the tab something, in the words of the Chrome DevTools Protocol
 * @property {(method: string, act: (params: any) => void) => void} on
 * @property {() => Promise<any>} version
 * @property {() => Promise<void>} close
 */

/** A browser with an empty profile and one empty tab. @param {string} chrome the browser's path @returns {Promise<Piped>} */
export async function piped(chrome) {
  const profile = await mkdtemp(join(tmpdir(), "glosswire-bench-"));
  const browser = spawn(chrome, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , asks, answers] = /** @type {[null, null, null, import("node:stream").Writable, import("node:stream").Readable]} */ (/** @type {unknown} */ (browser.stdio));
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  /** @type {[string, (params: any) => void][]} */
  const listeners = [];
  let last = 0;
  let rest = "";
  const gone = new Promise((resolve) => browser.once("exit", resolve));
  void gone.then(() => open.forEach(({ reject }) => reject(new Error("the browser ended"))));
  browser.once("error", (error) => open.forEach(({ reject }) => reject(error)));
  asks.on("error", () => {});
  answers.setEncoding("utf8").on("data", (/** @type {string} */ piece) => {
    const messages = (rest + piece).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages.map((text) => JSON.parse(text))) {
      const asked = open.get(message.id);
      open.delete(message.id);
      if (message.error) asked?.reject(new Error(message.error.message));
      else asked?.resolve(message.result);
      for (const [method, act] of listeners) if (method === message.method) act(message.params);
    }
  });
  const send = (/** @type {string} */ method, params = {}, /** @type {string | undefined} */ sessionId = undefined) =>
    new Promise((resolve, reject) => {
      open.set(++last, { resolve, reject });
      asks.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  return {
    send: (method, params) => send(method, params, sessionId),
    on: (method, act) => void listeners.push([method, act]),
    version: () => send("Browser.getVersion"),
    close: async () => {
      send("Browser.close").catch(() => {});
      const late = setTimeout(() => browser.kill("SIGKILL"), PATIENCE);
      await gone;
      clearTimeout(late);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
