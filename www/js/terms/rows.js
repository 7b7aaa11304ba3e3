// Rows: the reader's own terms beneath the legend, each with its colour and how often it stands in the shown article.

import { byId, el } from "../dom.js";
import { own } from "../own.js";
import { words } from "../words.js";
import { ownWords } from "../words-own.js";
import { countTerms } from "./term.js";

/** @typedef {import("../types.js").Article} Article */

const told = ownWords.terms;

/**
 * @param {Article | null} article
 * @param {{ tell: (term: string) => void, sheet: () => void, corrections: () => void }} hands
 */
export function fillOwn(article, { tell, sheet, corrections }) {
  const counts = countTerms(article);
  const rows = own.terms.map((term) => {
    const count = counts.get(term.id) ?? 0;
    return el("li", null,
      el("button", { type: "button", class: "own-row", "data-term": term.id, disabled: count === 0, onclick: () => tell(term.id) },
        el("span", { class: "sw", "aria-hidden": "true" }, el("span", { class: "m", "data-look": "term", "data-tint": term.tint }, "Abc")),
        el("span", { class: "name" }, term.label), " ",
        el("span", { class: "n" }, term.fault ? told.broken : words.number(count), count ? el("span", { class: "sr" }, told.goTo(count)) : null)));
  });
  byId("own").replaceChildren(
    ...(rows.length ? [el("ul", { class: "own-rows", "aria-label": told.title }, ...rows)] : []),
    el("p", { class: "own-ways" },
      el("button", { type: "button", class: "link", id: "open-terms", "aria-haspopup": "dialog", onclick: sheet }, told.open),
      own.corrections.length ? el("button", { type: "button", class: "link", id: "open-corrections", "aria-haspopup": "dialog", onclick: corrections }, ownWords.correct.title) : null));
}
