// Notice: what the page says in a sentence. What did not happen, what is unharmed, and ways on; never an alarm, never a dead end.
// Also the quiet line for a screen reader, and the note with a way out while work takes longer than a blink.

import { byId, el } from "./dom.js";
import { words } from "./words.js";

/** @typedef {{ label: string, act: () => void, main?: boolean }} Way */

const SLOW = 300;

/**
 * Shows a notice above the article; there is one at a time.
 * @param {{ code: string, title: string, body?: string | string[], ways?: Way[] }} notice
 */
export function notify({ code, title, body, ways = [] }) {
  /** @type {Way} */
  const close = { label: words.close, act: () => {} };
  const acts = [...ways, close].map((way) =>
    el("button", { type: "button", class: way.main ? "btn" : "ghost", onclick: () => (hush(), way.act()) }, way.label),
  );
  const box = el("section", { class: "said-so", "data-code": code, "aria-labelledby": "notice-h" },
    el("h2", { id: "notice-h" }, title), Array.isArray(body) ? el("ul", null, ...body.map((line) => el("li", null, line))) : body ? el("p", null, body) : null, el("div", { class: "acts" }, ...acts));
  byId("notices").replaceChildren(box);
  say([title, ...(Array.isArray(body) ? body : [body ?? ""])].join(". "));
  if (box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: "start" });
}

/** Takes the notice away. */
export function hush() {
  byId("notices").replaceChildren();
}

/** Says something to a screen reader, politely. @param {string} sentence */
export function say(sentence) {
  const status = byId("status");
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = sentence));
}

/**
 * Runs work that can be cancelled. A note with a way out appears when it takes longer than a blink.
 * @template T
 * @param {string} label
 * @param {(signal: AbortSignal, progress: (now: import("./types.js").Progress) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPatience(label, work) {
  const control = new AbortController();
  const meter = el("progress", { "aria-label": label });
  const count = el("span", { class: "done" });
  const note = el("section", { class: "busy", "data-busy": "" },
    meter,
    el("p", null, el("span", null, label, " ", count), el("button", { type: "button", class: "btn cancel", onclick: () => control.abort() }, words.cancel)));
  const timer = setTimeout(() => {
    byId("busy").replaceChildren(note);
    say(label);
  }, SLOW);
  try {
    return await work(control.signal, ({ done, of }) => {
      meter.max = of || 1;
      meter.value = done;
      count.textContent = words.doneOf(done, of);
    });
  } finally {
    clearTimeout(timer);
    note.remove();
  }
}
