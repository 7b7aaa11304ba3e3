// Later: what the first paint does not need. Each of these is loaded when it is asked for.

import { byId, el, whenIdle } from "./dom.js";
import { notify } from "./notice.js";
import { version } from "./seal.js";
import { words } from "./words.js";

/** @typedef {import("./sent.js").Take} Take */

/** Says that what the page was opened for stands on it, or could not be shown. @type {() => void} */
export let opened = () => {};
const opening = new Promise((resolve) => (opened = () => resolve(undefined)));

/** Does something in an idle moment after what the page was opened for stands on it: until then the reader waits, and every other request takes from that. @param {() => void} work */
export function whenOpened(work) {
  void opening.then(() => whenIdle(work));
}

/** @param {Take} take takes an article in */
export function bindLater(take) {
  for (const id of ["prove", "prove-too"]) on(id, () => import("./proof.js").then(({ openProof }) => openProof()));
  for (const id of ["carry", "carry-too"]) on(id, () => import("./bookmark.js").then(({ openBookmark }) => openBookmark()));
  if (version) whenOpened(() => void hosted().catch(() => {}));                /* without it, the page does what it did before */
  if (location.hash === "#sent") void import("./sent.js").then(({ receive }) => receive(take), failed);
}

/** What only a page that was laid out for a host has: newer versions, and the single file beside it. */
async function hosted() {
  const [{ watch }, { later }] = await Promise.all([import("./newer.js"), import("./words-later.js")]);
  byId("ways-too").append(el("a", { class: "link", id: "one-file", href: "glosswire.html", download: "glosswire.html" }, later.oneFile));
  await watch();
}

/** @param {string} id @param {() => Promise<unknown>} show */
function on(id, show) {
  byId(id).addEventListener("click", () => {
    const keys = /** @type {HTMLDialogElement} */ (byId("keys"));
    if (keys.open) keys.close();
    show().catch(failed);
  });
}

function failed() {
  notify({ code: "load", ...words.partMissing });
}
