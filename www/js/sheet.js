// Sheet: a dialog over the page, made when it is asked for: a heading, a way out, and what it is about.

import { el } from "./dom.js";
import { words } from "./words.js";

/** @param {string} id @param {string} title */
export function sheetOf(id, title) {
  document.getElementById(id)?.remove();
  const body = el("div", { class: "own-body" });
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  const dialog = el("dialog", { id, class: "own-sheet", "aria-labelledby": `${id}-h`, onclose: () => dialog.remove() },
    el("div", { class: "dialog-head" }, el("h2", { id: `${id}-h` }, title), el("button", { type: "button", class: "btn", onclick: close }, el("span", null, words.close), " ", el("kbd", { "aria-hidden": "true" }, "Esc"))),
    body);
  document.body.append(dialog);
  return { dialog, body, close };
}
