// Newer: one quiet line when a newer Glosswire has come. It has been gathered whole by the service worker (sw.js) and waits; the
// reader takes it or lets it be. Nothing is said to the service worker: which version is opened stands in the storage they share.

import { byId, el } from "./dom.js";
import { say } from "./notice.js";
import { version } from "./seal.js";
import { later } from "./words-later.js";

let letBe = "";

/** Looks now, and whenever another service worker has taken over. */
export async function watch() {
  if (!("caches" in globalThis) || !navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => void look().catch(() => {}));
  await look().catch(() => {});                   /* storage denied: nothing waits there */
}

/** What the service worker remembers. It is made by it alone. */
async function shelf() {
  const name = `glosswire ${new URL("./", document.baseURI).href} state`;
  return (await caches.has(name)) ? caches.open(name) : null;
}

async function look() {
  const kept = await shelf();
  const recall = async (/** @type {string} */ key) => (await kept?.match(new URL(key, document.baseURI)))?.text();
  const [newest, chosen] = await Promise.all([recall("newest"), recall("chosen")]);
  document.getElementById("newer")?.remove();
  if (!newest || newest === version || newest === chosen || newest === letBe) return;
  const line = el("p", { id: "newer", class: "newer" },
    el("span", null, later.newer), " ",
    el("button", { type: "button", class: "link", onclick: () => void use(newest) }, later.useIt), " ",
    el("button", { type: "button", class: "link", onclick: () => (letBe = newest, line.remove()) }, later.notNow));
  byId("notices").before(line);
  say(later.newer);
}

/** From now on the newer is opened: at once where the page is blank, else when the reader loads it the next time. @param {string} newest */
async function use(newest) {
  await (await shelf())?.put(new URL("chosen", document.baseURI), new Response(newest));
  const blank = document.documentElement.dataset.state === "empty" && !(/** @type {HTMLTextAreaElement} */ (byId("paste")).value.trim());
  if (blank) return location.reload();
  document.getElementById("newer")?.replaceChildren(later.nextTime);
  say(later.nextTime);
}
