// Later: what the first paint does not need. Each of these is loaded when it is asked for.

import { byId, whenIdle } from "./dom.js";
import { notify } from "./notice.js";
import { version } from "./seal.js";
import { words } from "./words.js";

/** @typedef {import("./sent.js").Take} Take */

/** @param {Take} take takes an article in */
export function bindLater(take) {
  for (const id of ["prove", "prove-too"]) on(id, () => import("./proof.js").then(({ openProof }) => openProof()));
  for (const id of ["carry", "carry-too"]) on(id, () => import("./bookmark.js").then(({ openBookmark }) => openBookmark()));
  if (version) whenIdle(() => void import("./newer.js").then(({ watch }) => watch(), () => {}));
  if (location.hash === "#sent") void import("./sent.js").then(({ receive }) => receive(take), failed);
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
