// Wire: one line with one tick for each sentence, or for each place of a name. The stronger the news, the more of it stands on
// the line: said short, extended half, new full, changed a block.

import { el, svg } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Status} Status */

const STRENGTH = { said: 0, extends: 1, new: 2, changed: 3 };
const MOST = 160;

/**
 * Where in a text something stands, drawn small.
 * @param {number[]} places
 * @param {number} length
 */
export function placesWire(places, length) {
  const wide = 88;
  const xs = new Set(places.map((at) => Math.round((at / Math.max(1, length)) * (wide - 2) * 2) / 2));
  return svg("svg", { class: "places-wire", viewBox: `0 0 ${wide} 12`, role: "img", "aria-label": words.placesAt(places, length) },
    svg("rect", { class: "line", x: 0, y: 11, width: wide, height: 1 }),
    ...[...xs].map((x) => svg("rect", { class: "at", x, y: 3, width: 2, height: 8 })));
}

/**
 * The wire of a compared article: a row of buttons, one tab stop, arrows move. Past what a line can show, neighbours share a
 * tick, and the strongest of them speaks.
 * @param {{ index: number, status: Status }[]} sentences
 * @param {(index: number) => void} pick
 */
export function newsWire(sentences, pick) {
  const share = Math.ceil(sentences.length / MOST) || 1;
  /** @type {HTMLButtonElement[]} */
  const ticks = [];
  for (let at = 0; at < sentences.length; at += share) {
    const some = sentences.slice(at, at + share);
    const loudest = some.reduce((one, other) => (STRENGTH[other.status] > STRENGTH[one.status] ? other : one), some[0]);
    const label = words.tickLabel(at + 1, at + some.length, sentences.length, loudest.status);
    ticks.push(el("button", {
      type: "button", class: "w", "data-status": loudest.status, "data-s": loudest.index, tabindex: ticks.length ? -1 : 0, "aria-label": label, title: label,
      onclick: () => pick(loudest.index),
    }));
  }
  const wire = el("div", { class: "wire", role: "toolbar", "aria-label": words.wire }, ...ticks);
  wire.addEventListener("keydown", (event) => {
    const from = ticks.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -from, End: ticks.length - 1 - from }[event.key];
    if (from < 0 || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = ticks[(from + step + ticks.length) % ticks.length];
    ticks[from].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  return wire;
}
