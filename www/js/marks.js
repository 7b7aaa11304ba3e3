// Marks in the hand: pointing at one lights all its places, one tab stop walks over them, a click or Enter asks about it.
// The one mark that holds the tab stop is a button with a full name for a screen reader; the others are plain text.

import { target } from "./dom.js";
import { aboutThing } from "./words.js";

/** @typedef {import("./thing.js").Thing} Thing */
/** @typedef {import("./types.js").Article} Article */

export class Marks {
  /**
   * @param {HTMLElement} root
   * @param {(mark: HTMLElement, thing: Thing, byKey: boolean) => void} ask
   */
  constructor(root, ask) {
    this.root = root;
    this.ask = ask;
    /** @type {Article | null} */
    this.article = null;
    /** @type {HTMLElement | null} */
    this.stop = null;
    /** @type {Thing | null} the thing whose card is open: it stays lit */
    this.held = null;
    /** @type {string | null} */
    this.lit = null;
    root.addEventListener("pointerover", (event) => event.pointerType !== "touch" && this.light(this.thingOf(target(event, "mark.m"))));
    root.addEventListener("pointerleave", () => this.light(null));
    root.addEventListener("focusin", (event) => {
      const mark = target(event, "mark.m");
      if (mark) this.move(mark);
    });
    root.addEventListener("focusout", () => this.light(null));
    root.addEventListener("click", (event) => {
      const mark = target(event, "mark.m");
      const thing = this.thingOf(mark);
      if (mark && thing && !chosen()) this.ask(mark, thing, false);
    });
  }

  /** A new article lies under the hand. @param {Article | null} article */
  take(article) {
    this.article = article;
    this.held = null;
    this.lit = null;
    this.stop = null;
    this.ensure();
  }

  /** There is one tab stop as soon as there is a mark. */
  ensure() {
    if (this.stop?.isConnected) return;
    const first = /** @type {HTMLElement | null} */ (this.root.querySelector("mark.m"));
    if (first) this.give(first);
  }

  /** @param {HTMLElement | null} mark @returns {Thing | null} */
  thingOf(mark) {
    if (!mark || !this.article || mark.dataset.kind === "repeat") return null;
    if (mark.closest(`[data-off~="${mark.dataset.look}"]`)) return null;
    return this.article.things.get(mark.dataset.kind ?? "", mark.dataset.ref ?? "");
  }

  /** All marks of a thing that are laid out. @param {Thing} thing @returns {HTMLElement[]} */
  of(thing) {
    return [...this.root.querySelectorAll(`mark.m[data-ref="${CSS.escape(String(thing.ref))}"]`)].filter(
      (mark) => /** @type {HTMLElement} */ (mark).dataset.look === thing.look,
    ).map((mark) => /** @type {HTMLElement} */ (mark));
  }

  /** Lights all places of a thing; of none, those of the one whose card is open. @param {Thing | null} thing */
  light(thing) {
    const wanted = thing ?? this.held;
    if ((wanted?.key ?? null) === this.lit) return;
    for (const mark of this.root.querySelectorAll(".lit")) mark.classList.remove("lit");
    this.lit = wanted?.key ?? null;
    if (wanted) for (const mark of this.of(wanted)) mark.classList.add("lit");
  }

  /** Keeps a thing lit, and one of its places strongest. @param {Thing | null} thing @param {HTMLElement | null} here */
  hold(thing, here) {
    for (const mark of this.root.querySelectorAll(".here")) mark.classList.remove("here");
    this.held = thing;
    this.lit = null;
    this.light(thing);
    here?.classList.add("here");
  }

  /** The tab stop goes to this mark. @param {HTMLElement} mark */
  move(mark) {
    this.give(mark);
    this.light(this.thingOf(mark));
  }

  /** @param {HTMLElement} mark */
  give(mark) {
    if (this.stop && this.stop !== mark) {
      this.stop.tabIndex = -1;
      for (const name of ["role", "aria-label", "aria-haspopup"]) this.stop.removeAttribute(name);
    }
    this.stop = mark;
    mark.tabIndex = 0;
    const thing = this.thingOf(mark);
    if (!thing || !this.article) return;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-haspopup", "dialog");
    mark.setAttribute("aria-label", aboutThing(thing, this.article.things, mark.textContent ?? ""));
  }

  /**
   * The next or previous mark that is shown, of this thing only or of any.
   * @param {1 | -1} step
   * @param {boolean} [sameThing]
   */
  step(step, sameThing = false) {
    const all = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll("mark.m:not(.cont)")]).filter((mark) => this.thingOf(mark));
    const from = this.stop?.isConnected && this.root.contains(document.activeElement) ? this.stop : null;
    const thing = from ? this.thingOf(from) : null;
    const wanted = sameThing && thing ? all.filter((mark) => this.thingOf(mark) === thing || mark === from) : all;
    let next;
    if (from) next = wanted[wanted.indexOf(from) + step];
    else next = wanted.find((mark) => mark.getBoundingClientRect().bottom > 80) ?? wanted[0];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  /** Asks about the mark that has the focus. */
  open() {
    const thing = this.stop && document.activeElement === this.stop ? this.thingOf(this.stop) : null;
    if (thing && this.stop) this.ask(this.stop, thing, true);
    return Boolean(thing);
  }
}

/** Whether the reader is selecting words: then a click asks nothing. */
function chosen() {
  const selection = getSelection();
  return Boolean(selection && !selection.isCollapsed && selection.toString().trim());
}
