// Legend: every kind with its look, its count and its key. It is the filter: switching a kind off takes the paint, never the room.

import { byId, el } from "./dom.js";
import { LOOKS } from "./kinds.js";
import { skeleton, words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */

/** Builds the rows once. @param {() => void} changed */
export function buildLegend(changed) {
  const legend = byId("legend");
  legend.append(el("h2", null, skeleton.marks));
  for (const family of ["names", "values", "speech"]) {
    const rows = LOOKS.filter((row) => row.family === family).map((row) =>
      el("label", { class: "key", "data-row": row.look, hidden: row.rare },
        el("input", { type: "checkbox", id: `k-${row.look}`, checked: true, onchange: () => (apply(), changed()) }),
        el("span", { class: "sw", "aria-hidden": "true" }, el("span", { class: "m", "data-look": row.look }, row.sample)),
        el("span", null, words.look[row.look]),
        el("output", { id: `n-${row.look}` }, "0"),
        el("kbd", { "aria-hidden": "true" }, row.key)));
    legend.append(el("div", { class: "family" }, ...rows));
  }
  legend.append(
    el("label", { class: "key wide" },
      el("input", { type: "checkbox", id: "k-quiet", checked: true, onchange: apply }),
      el("span", null, words.quiet), el("kbd", { "aria-hidden": "true" }, "q")));
}

/** Switches one row over. @param {string} look */
export function toggle(look) {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById(`k-${look}`));
  box?.click();
}

/** Puts the state of the boxes on the article; the style sheet does the rest. */
function apply() {
  const off = LOOKS.filter((row) => !(/** @type {HTMLInputElement} */ (byId(`k-${row.look}`)).checked)).map((row) => row.look);
  const story = byId("story");
  if (off.length) story.dataset.off = off.join(" ");
  else delete story.dataset.off;
  story.classList.toggle("quiet", /** @type {HTMLInputElement} */ (byId("k-quiet")).checked);
}

/** Counts what is painted: names by thing, figures and quotations by place. @param {Article | null} article */
export function count(article) {
  const counts = tally(article);
  for (const row of LOOKS) {
    const number = counts.get(row.look) ?? 0;
    byId(`n-${row.look}`).textContent = words.number(number);
    const label = /** @type {HTMLElement} */ (byId(`k-${row.look}`).closest(".key"));
    label.classList.toggle("none", number === 0);
    if (row.rare) label.hidden = number === 0;
  }
  return [...counts.values()].reduce((sum, number) => sum + number, 0);
}

/** How much of each look there is. @param {Article | null} article @returns {Map<string, number>} */
export function tally(article) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  if (!article) return counts;
  const { annotated, things } = article;
  const aside = (/** @type {number} */ at) => things.isAside(at);
  const looks = new Map(LOOKS.flatMap((row) => row.kinds.map((kind) => [kind, row.look])));
  const add = (/** @type {string} */ kind, /** @type {number} */ by) => {
    const look = looks.get(kind);
    if (look) counts.set(look, (counts.get(look) ?? 0) + by);
  };
  for (const entity of annotated.entities) if (entity.mentions.some((mention) => !aside(mention.start))) add(entity.type, 1);
  for (const value of annotated.values) if (!aside(value.start)) add(value.kind, 1);
  for (const quote of annotated.quotes) if (quote.form !== "indirect" && quote.content[0] && !aside(quote.content[0].start)) add("quote", 1);
  for (const hit of annotated.terms) if (!aside(hit.start)) add("term", 1);
  return counts;
}
