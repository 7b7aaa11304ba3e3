// Choice: what the cards of corrections offer to choose from. Buttons side by side, of which one may be so now, and the names of the article.

import { el } from "../dom.js";
import { isAside } from "../thing.js";

/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../types.js").Entity} Entity */
/** @typedef {[string, string, boolean, () => void]} Choice name, label, whether it is so now, what to do */

/** @param {string} legend @param {Choice[]} choices */
export function chips(legend, choices) {
  return el("fieldset", null, el("legend", { class: "dim" }, legend), el("div", { class: "choices" }, ...choices.map(([name, label, now, act]) =>
    el("button", { type: "button", "data-choice": name, "aria-pressed": String(now), onclick: () => now || act() }, label))));
}

/**
 * A choice among the names of the article, by how often they stand there.
 * @param {string} id @param {string} none @param {Article} article @param {(entity: Entity) => boolean} [fits]
 */
export function nameSelect(id, none, { annotated, things }, fits = () => true) {
  const named = annotated.entities.filter((entity) => fits(entity) && entity.mentions.some((mention) => !isAside(annotated.blocks[things.blockAt(mention.start)]?.role)));
  named.sort((a, b) => b.mentions.length - a.mentions.length || a.name.localeCompare(b.name));
  return el("select", { id }, el("option", { value: "" }, none), ...[...new Set(named.slice(0, 200).map((entity) => entity.name))].map((name) => el("option", { value: name }, name)));
}
