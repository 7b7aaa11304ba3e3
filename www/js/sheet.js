// Sheet: a dialog that is made when it is asked for, and gone when it is closed.

import { el } from "./dom.js";
import { words } from "./words.js";

/** @param {string} id @param {string} title @param {...import("./dom.js").Child} children */
export function openSheet(id, title, ...children) {
  const dialog = el("dialog", { id, "aria-labelledby": `${id}-h` },
    el("div", { class: "dialog-head" },
      el("h2", { id: `${id}-h` }, title),
      el("form", { method: "dialog" }, el("button", { class: "btn" }, words.close, " ", el("kbd", null, "Esc")))),
    ...children);
  dialog.addEventListener("close", () => dialog.remove());
  /* what is dragged or dropped here is none of the page's business */
  for (const kind of ["dragenter", "dragleave", "dragover", "drop"]) {
    dialog.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === "drop") event.preventDefault();
    });
  }
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
