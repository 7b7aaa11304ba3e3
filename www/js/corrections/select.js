// Select: words that the reader has selected in the article, to be marked. A quiet button beside them, or a key, opens what they can be
// marked as.

import { bare } from "../cut.js";
import { byId, el } from "../dom.js";
import { words } from "../words.js";
import { ownWords } from "../words-own.js";
import { chips, nameSelect } from "./choice.js";
import { NAMES, correction, placesOf } from "./record.js";
import { speakerChoice } from "./speaker.js";

/** @typedef {import("../types.js").Span} Span */

const told = ownWords.correct;
/** Longest name, figure or term that is marked, and longest quotation. */
const MOST = 200;
const MOST_SAID = 2_000;
/** So much of them is the heading of the card. */
const SHOWN = 90;
const FIGURES = ["date", "time", "money", "percent", "quantity", "number"];

/** The selected words of the article, widened to whole words; null if none are, or more than can be a mark. `long`: they can be a quotation alone. @returns {{ span: Span, box: DOMRect, long: boolean } | null} */
export function selected() {
  const selection = getSelection();
  const root = document.getElementById("text");
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const own = range.toString();
  if (!own.trim() || own.length > MOST_SAID) return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  let start = before.toString().length + own.length - own.trimStart().length;
  let end = start + own.trim().length;
  const text = root.textContent ?? "";
  const inWord = (/** @type {number} */ at) => /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
  while (start > 0 && inWord(start)) start -= 1;
  while (end < text.length && inWord(end)) end += 1;
  return { span: { start, end }, box: range.getBoundingClientRect(), long: end - start > MOST || text.slice(start, end).includes("\n") };
}

export class Selecting {
  /** @param {import("./correcting.js").Correcting} correcting @param {(words: string) => void} asTerm */
  constructor(correcting, asTerm) {
    this.correcting = correcting;
    this.asTerm = asTerm;
    this.button = el("button", { type: "button", class: "btn", id: "mark-words", hidden: true, onclick: () => this.open() }, told.markWords, " ", el("kbd", { "aria-hidden": "true" }, "a"));
    this.button.addEventListener("pointerdown", (event) => event.preventDefault());      /* the selection stays */
    this.card = el("div", { class: "card", id: "mark-as", popover: "manual", role: "dialog", "aria-labelledby": "mark-as-name" });
    byId("galley").append(this.button);
    document.body.append(this.card);
    let timer = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.offer(), 160);
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.isOpen && !(event.target instanceof Element && event.target.closest("#mark-as"))) this.close();
    });
  }

  get isOpen() {
    return this.card.matches(":popover-open");
  }

  /** The button stands beside the selected words, where there are some and it has not been pressed. */
  offer() {
    const { article } = this.correcting;
    const found = article ? selected() : null;
    this.button.hidden = !found || this.isOpen || !this.correcting.page.view.story;
    if (found && !this.button.hidden) this.beside(this.button, found.box);
  }

  /** @param {HTMLElement} node @param {DOMRect} box */
  beside(node, box) {
    for (const name of ["left", "top", "width"]) node.style.removeProperty(name);
    const panel = byId("facts");
    if (getComputedStyle(panel).display === "none" || panel.matches(":popover-open")) return;
    const edge = panel.getBoundingClientRect().left;
    node.style.setProperty("left", `${edge - 2}px`);
    if (node === this.card) node.style.setProperty("width", `${Math.min(panel.offsetWidth + 4, innerWidth - edge - 8)}px`);
    const bar = byId("bar").getBoundingClientRect().bottom;
    node.style.setProperty("top", `${Math.max(bar + 12, Math.min(box.top - 6, innerHeight - node.offsetHeight - 16))}px`);
  }

  /** What the selected words can be marked as. False if none are selected. */
  open() {
    const { article } = this.correcting;
    const found = article ? selected() : null;
    if (!article || !found) return false;
    const { span, box, long } = found;
    const own = article.text.slice(span.start, span.end);
    const done = () => {
      this.close();
      getSelection()?.removeAllRanges();
    };
    const tell = (/** @type {import("./record.js").Say} */ say, /** @type {import("./record.js").Told} */ more) => {
      done();
      void this.correcting.say(correction(say, article.text, span, more), span.start, true);
    };
    const said = bare(article.text, span);
    const quote = (/** @type {string} */ as) => {
      done();
      void this.correcting.say(correction("quote", article.text, said, { as }), said.start, true);
    };
    const select = nameSelect("mark-same", told.sameNone, article);
    const join = () => {
      const other = article.annotated.entities.find((entity) => entity.name === select.value);
      if (other) tell("add", { type: other.type, as: other.name });
    };
    /** @type {(type: string) => [string, string, boolean, () => void]} */
    const name = (type) => [type, words.kind[type], false, () => tell("add", { type })];
    /** @type {(type: string) => [string, string, boolean, () => void]} */
    const figure = (type) => [type, words.kind[type], false, () => tell("value", { type })];
    const places = long ? 0 : [...placesOf(article.text, own)].length;
    const line = own.replace(/\s+/g, " ");
    this.card.replaceChildren(
      el("div", { class: "card-head" }, el("h2", { id: "mark-as-name", tabindex: -1 }, line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\s+\S*$/, "")}…` : line),
        el("button", { type: "button", class: "ghost x", "aria-label": words.close, onclick: () => this.close() }, el("span", { class: "cross", "aria-hidden": "true" }))),
      el("p", { class: "kind" }, long ? told.markLong : told.markNote(places)),
      el("div", { class: "fix" },
        ...(long ? [] : [chips(told.markAs, [...NAMES.map(name), ...FIGURES.map(figure), ["term", told.ownTerm, false, () => (done(), this.asTerm(line))]])]),
        ...(!long && select.options.length > 1 ? [el("div", { class: "row" }, el("label", { for: "mark-same" }, told.sameAsOne), select, el("button", { type: "button", class: "btn", "data-act": "join", onclick: join }, told.join))] : []),
        ...(said.end > said.start ? speakerChoice({ id: "mark-speaker", label: told.asQuote(long), button: told.markQuote, wide: true, article, quote: null, set: quote, grown: () => this.beside(this.card, box) }) : [])));
    this.button.hidden = true;
    this.correcting.page.view.card.close(false);
    if (!this.isOpen) this.card.showPopover();
    this.beside(this.card, box);
    byId("mark-as-name").focus({ preventScroll: true });
    return true;
  }

  close() {
    if (!this.isOpen) return false;
    const inside = this.card.contains(document.activeElement);
    this.card.hidePopover();
    if (inside) this.correcting.page.view.root.focus({ preventScroll: true });
    this.offer();
    return true;
  }
}
