// Beside: the other article in the panel, whole, at the height of the sentence that was chosen: what it says there is marked, and what changed is struck out.

import { byId, el } from "./dom.js";
import { fillPanel } from "./panel.js";
import { isAside } from "./thing.js";
import { keepWords } from "./words-keep.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Span} Span */
/** @typedef {{ back: () => void, open: (article: string, at: number) => void }} Hands */

/**
 * @param {Article} article the other one
 * @param {Span[]} matches places in it that say what the chosen sentence says
 * @param {Span[]} gone words in them that changed
 * @param {HTMLElement | null} node the chosen sentence
 * @param {Hands} hands
 */
export function showBeside(article, matches, gone, node, hands) {
  const { text, annotated, about } = article;
  const spans = [...matches].sort((a, b) => a.start - b.start);
  const struck = [...gone].filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const told = spans.length ? null : node ? keepWords.besideNothing : keepWords.besideChoose;
  const body = annotated.blocks.filter((block) => !isAside(block.role)).map((block) =>
    el("p", { class: `beside-${block.role}` }, ...pieces(text, block, spans, "same", struck)));
  fillPanel(keepWords.besideLabel(article.title), [{
    id: "beside", title: about.outlet ?? article.title, count: null,
    heading: [about.outlet, about.date && words.day(about.date)].filter(Boolean).join(", ") || article.title,
    body: [
      told ? el("p", { class: "dim", id: "beside-told" }, told) : "", el("div", { class: "beside", id: "beside-text", lang: "en" }, ...body),
    ].filter((one) => one instanceof Node),
  }]);
  /* in the line that stays in sight while the article scrolls */
  byId("facts-nav").append(
    el("button", { type: "button", class: "link", id: "beside-back", onclick: () => hands.back() }, keepWords.besideBack),
    el("button", { type: "button", class: "link", onclick: () => hands.open(article.id, spans[0]?.start ?? 0) }, words.openThere));
  const panel = byId("facts");
  const same = panel.querySelector(".same");
  if (!same) return;
  /* at the height of its sentence; in a sheet of a small screen, in its upper third */
  const sheet = panel.matches(":popover-open");
  const { top, height } = panel.getBoundingClientRect();
  const wanted = !sheet && node ? Math.max(top + 120, Math.min(node.getBoundingClientRect().top, top + height - 160)) : top + height / 3;
  panel.scrollTop += same.getBoundingClientRect().top - wanted;
}

/**
 * A stretch of text with spans of it in an element of their own, and other spans within.
 * @param {string} text
 * @param {Span} within
 * @param {Span[]} spans
 * @param {"same" | "del"} as
 * @param {Span[]} inner
 * @returns {(Node | string)[]}
 */
function pieces(text, within, spans, as, inner) {
  /** @type {(Node | string)[]} */
  const out = [];
  let at = within.start;
  for (const span of spans) {
    const start = Math.max(at, span.start);
    const end = Math.min(within.end, span.end);
    if (start >= end) continue;
    if (start > at) out.push(text.slice(at, start));
    out.push(as === "del" ? el("del", null, text.slice(start, end)) : el("span", { class: "same" }, ...pieces(text, { start, end }, inner, "del", [])));
    at = end;
  }
  if (at < within.end) out.push(text.slice(at, within.end));
  return out;
}
