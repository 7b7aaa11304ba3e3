// The first mark: how long a reader who has never been here waits until the sample stands annotated. Every run is a new
// browser with an empty profile; the clock is the page's own, which starts with the navigation.

import { chromium } from "playwright-core";
import { startServer } from "../serve.mjs";

/** A browser that draws by itself, works for root too, and looks for nothing on the network. */
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** How long to wait for a mark before giving up, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Opens the sample of the built page `times` times. `inDom`: the first mark is in the document; `painted`: the frame that shows it
 * has been drawn. Both in milliseconds from the start of the navigation.
 * @param {string} chrome the browser's path
 * @param {number} times
 * @returns {Promise<{ browser: string, runs: { inDom: number, painted: number }[] }>}
 */
export async function firstMark(chrome, times) {
  const server = await startServer();
  const runs = [];
  let version = "";
  try {
    for (let run = 0; run < times; run += 1) {
      const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });
      try {
        version = browser.version();
        runs.push(await once(browser, `${server.url}#sample`));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return { browser: version, runs };
}

/** One cold opening. @param {import("playwright-core").Browser} browser @param {string} address */
async function once(browser, address) {
  const page = await (await browser.newContext()).newPage();
  /** @type {Promise<{ inDom: number, painted: number }>} */
  const seen = new Promise((resolve, reject) => {
    page.exposeBinding("markSeen", (_, times) => resolve(times)).then(watch).catch(reject);
  });
  let given = () => {};
  const patience = new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`no <mark class="m"> came within ${PATIENCE / 1000} s of opening ${address}`)), PATIENCE);
    given = () => clearTimeout(timer);
  });
  try {
    return await Promise.race([seen, patience]);
  } finally {
    given();
  }

  /** Looks out for the mark from before the page's first script, and opens the page. */
  async function watch() {
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector("mark.m")) return;
        observer.disconnect();
        const inDom = performance.now();
        requestAnimationFrame(() => setTimeout(() => /** @type {any} */ (globalThis).markSeen({ inDom, painted: performance.now() })));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(address, { waitUntil: "commit" });
  }
}
