// The first mark: how long a reader who has never been here waits until the sample stands annotated. Every run is a new
// browser with an empty profile; the clock is the page's own, which starts with the navigation.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { piped } from "./pipe.mjs";

/** How long to wait for a mark before giving up, in milliseconds. */
const PATIENCE = 15_000;

/** How long a new browser is left to itself: what it does when it starts is none of the page's. */
const SETTLING = 1_000;

/** Looks out for the mark from before the page's first script. Runs in the page, where `markSeen` is a binding. */
const WATCH = `
  const observer = new MutationObserver(() => {
    if (!document.querySelector("mark.m")) return;
    observer.disconnect();
    const inDom = performance.now();
    requestAnimationFrame(() => setTimeout(() => markSeen(JSON.stringify({ inDom, painted: performance.now() }))));
  });
  observer.observe(document, { childList: true, subtree: true });`;

/**
 * Opens the sample of the built page `times` times. `inDom`: the first mark is in the document; `painted`: the frame that shows it
 * has been drawn. Both in milliseconds from the start of the navigation.
 * @param {string} chrome the browser's path
 * @param {number} times
 * @returns {Promise<{ browser: string, runs: { inDom: number, painted: number }[] }>}
 */
export async function firstMark(chrome, times) {
  const server = await serve();
  const runs = [];
  let version = "";
  try {
    for (let run = 0; run < times; run += 1) {
      const browser = await piped(chrome);
      try {
        version = (await browser.version()).product.split("/")[1];
        runs.push(await once(browser, `${server.url}#sample`));
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
  }
  return { browser: version, runs };
}

/** The page's server in a process of its own, as a reader's is. @returns {Promise<{ url: string, close: () => void }>} */
async function serve() {
  const server = spawn(process.execPath, [fileURLToPath(new URL("../serve.mjs", import.meta.url)), "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(String(line)));
    server.once("exit", () => reject(new Error("the server ended")));
  });
  const url = said.match(/http:\S+/)?.[0];
  if (!url) throw new Error(`the server does not say where it is: ${said}`);
  return { url, close: () => server.kill() };
}

/** One cold opening. @param {import("./pipe.mjs").Piped} browser @param {string} address @returns {Promise<{ inDom: number, painted: number }>} */
async function once(browser, address) {
  const seen = new Promise((resolve) => browser.on("Runtime.bindingCalled", ({ payload }) => resolve(JSON.parse(payload))));
  await browser.send("Runtime.enable");
  await browser.send("Page.enable");
  await browser.send("Runtime.addBinding", { name: "markSeen" });
  await browser.send("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  await browser.send("Page.navigate", { url: address });
  let timer;
  const patience = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no <mark class="m"> came within ${PATIENCE / 1000} s of opening ${address}`)), PATIENCE);
  });
  try {
    return /** @type {any} */ (await Promise.race([seen, patience]));
  } finally {
    clearTimeout(timer);
  }
}
