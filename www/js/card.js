// Card: what a mark means. What it is, its value or speaker, why the engine thinks so and how sure it is, and every place where
// it stands, to go to. It lies on the panel beside the article at the height of its mark; on a phone it is a sheet.

import { byId, el } from "./dom.js";
import { isAside } from "./thing.js";
import { cite } from "./panel.js";
import { kindLine, sure, valueLines, whyOf, words } from "./words.js";
import { placesWire } from "./wire.js";

/** @typedef {import("./thing.js").Thing} Thing */
/** @typedef {import("./types.js").Article} Article */
/** @typedef {{ go: (at: number, thing: Thing, place: number) => void, other: (mark: HTMLElement) => void, more: (card: HTMLElement, thing: Thing, article: Article) => void, closed: (refocus: boolean) => void }} Hands */

const SHOWN = 24;

export class Card {
  /** @param {Hands} hands */
  constructor(hands) {
    this.node = byId("card");
    this.hands = hands;
    /** @type {Thing | null} */
    this.thing = null;
    this.place = 0;
    this.article = /** @type {Article | null} */ (null);
    addEventListener("resize", () => this.isOpen && this.put());
    document.addEventListener("pointerdown", (event) => {
      const inside = event.target instanceof Element && event.target.closest("#card, mark.m, .panel a");
      if (this.isOpen && !inside) this.close(false);
    });
  }

  get isOpen() {
    return this.node.matches(":popover-open");
  }

  /**
   * @param {HTMLElement} mark
   * @param {Thing} thing
   * @param {Article} article
   * @param {boolean} byKey
   */
  open(mark, thing, article, byKey) {
    this.thing = thing;
    this.article = article;
    this.mark = mark;
    this.place = Math.max(0, Number(mark.dataset.spot ?? 0));
    this.fill(beneath(mark));
    if (!this.isOpen) this.node.showPopover();
    this.put();
    if (byKey) byId("card-name").focus({ preventScroll: true });
  }

  /** @param {boolean} refocus */
  close(refocus) {
    if (!this.isOpen) return;
    this.node.hidePopover();
    this.thing = null;
    this.hands.closed(refocus);
  }

  /** @param {HTMLElement[]} others */
  fill(others) {
    const { thing, article } = this;
    if (!thing || !article) return;
    const { things } = article;
    const name = thing.entity?.name ?? (thing.quote ? shorten(things.quoteWords(thing.quote)) : things.brief(thing.spots[0], 200));
    const facts = el("dl");
    const row = (/** @type {string} */ label, /** @type {...import("./dom.js").Child} */ ...value) =>
      facts.append(el("dt", null, label), el("dd", null, ...value));
    if (thing.quote) {
      const speaker = things.speaker(thing.quote);
      row(words.card.speaker, speaker ?? words.noSpeaker);
      if (thing.quote.cue) row(words.card.cue, `“${things.brief(thing.quote.cue, 100)}”`);
    }
    if (thing.value) for (const [label, value] of valueLines(thing.value)) row(label, value);
    const record = thing.entity ?? thing.value ?? thing.quote ?? thing.repeat;
    row(words.card.why, whyOf(thing, things));
    if (typeof record?.confidence === "number") row(words.card.sure, sureBar(record.confidence), sure(record.confidence));
    const spots = thing.quote || thing.value ? [] : this.spots();
    if (spots.length) row(words.card.places, words.placesHere(spots.length), " ", placesWire(spots.map((spot) => spot.start), article.text.length));
    const also = others.length
      ? el("p", { class: "also" }, `${words.card.also} `, ...others.map((mark) => {
          const other = things.get(mark.dataset.kind ?? "", mark.dataset.ref ?? "");
          return other ? el("button", { type: "button", class: "link", onclick: () => this.hands.other(mark) }, kindLine(other, things, true)) : null;
        }))
      : null;
    this.node.replaceChildren(...[
      el("div", { class: "card-head" },
        el("h2", { id: "card-name", tabindex: -1 }, name),
        el("button", { type: "button", class: "ghost x", "aria-label": words.close, onclick: () => this.close(true) }, cross())),
      el("p", { class: "kind" }, kindLine(thing, things)),
      facts,
      spots.length > 1 ? this.list(spots) : null,
      thing.repeat ? null : el("p", { class: "card-cite" }, cite(thing.kind, thing.ref, name, this.place, words.cite)),
      also,
    ].filter((node) => node !== null));
    this.hands.more(this.node, thing, article);
  }

  /** Places in the article proper; if there are none, those set aside. */
  spots() {
    const spots = this.thing?.spots ?? [];
    const things = this.article?.things;
    const shown = spots.filter((spot) => !things?.isAside(spot.start));
    return shown.length ? shown : spots;
  }

  /** @param {import("./thing.js").Spot[]} spots */
  list(spots) {
    const { thing } = this;
    const things = /** @type {Article} */ (this.article).things;
    if (!thing) return null;
    const here = spots.indexOf(thing.spots[this.place]);
    const from = Math.max(0, Math.min(here - 4, spots.length - SHOWN));
    const items = spots.slice(from, from + SHOWN).map((spot) => {
      const { head, words: own, tail } = things.around(spot, 4, 5);
      const index = thing.spots.indexOf(spot);
      const paragraph = things.paragraphAt(spot.start);
      return el("li", { "aria-current": index === this.place ? "true" : null },
        el("a", { href: `#s${things.sentenceAt(spot.start)}`, "data-place": index, onclick: (event) => (event.preventDefault(), this.to(index)) },
          el("span", null, isAside(things.annotated.blocks[things.blockAt(spot.start)]?.role) || !paragraph ? "–" : `¶ ${paragraph}`),
          el("div", null, head, el("b", null, own), tail)));
    });
    const steps = el("p", { class: "steps" },
      el("button", { type: "button", class: "ghost", "data-step": -1, onclick: () => this.step(-1) }, words.card.previous),
      el("span", { class: "dim" }, words.card.of(here + 1, spots.length)),
      el("button", { type: "button", class: "ghost", "data-step": 1, onclick: () => this.step(1) }, words.card.next));
    return el("div", null, steps, el("ol", { class: "places" }, ...items));
  }

  /** @param {1 | -1} step */
  step(step) {
    const spots = this.spots();
    const { thing } = this;
    if (!thing || spots.length === 0) return;
    const here = spots.indexOf(thing.spots[this.place]);
    this.to(thing.spots.indexOf(spots[(here + step + spots.length) % spots.length]), step);
  }

  /** @param {number} place @param {number} [step] */
  to(place, step) {
    const { thing } = this;
    if (!thing) return;
    this.place = place;
    this.hands.go(thing.spots[place].start, thing, place);
    this.fill([]);
    if (step) /** @type {HTMLElement | null} */ (this.node.querySelector(`[data-step="${step}"]`))?.focus();
  }

  /** Beside the article at the height of the mark; the style sheet makes it a sheet where there is no room. */
  put() {
    const { style } = this.node;
    for (const name of ["left", "top", "width"]) style.removeProperty(name);
    const panel = byId("facts");
    if (getComputedStyle(panel).display === "none" || !this.mark || panel.matches(":popover-open")) return;
    const beside = panel.getBoundingClientRect();
    const at = this.mark.getClientRects()[0] ?? beside;
    const bar = byId("bar").getBoundingClientRect().bottom;
    style.setProperty("left", `${beside.left - 2}px`);
    style.setProperty("width", `${Math.min(beside.width + 4, innerWidth - beside.left - 8)}px`);
    const top = Math.min(at.top - 20, innerHeight - this.node.offsetHeight - 16);
    style.setProperty("top", `${Math.max(bar + 12, top)}px`);
  }
}

/** Marks under the same words, from the nearest outwards. @param {HTMLElement} mark @returns {HTMLElement[]} */
function beneath(mark) {
  /** @type {HTMLElement[]} */
  const others = [];
  for (let up = mark.parentElement?.closest("mark.m"); up; up = up.parentElement?.closest("mark.m")) {
    const outer = /** @type {HTMLElement} */ (up);
    if (outer.dataset.kind !== "repeat") others.push(outer);
  }
  return others;
}

/** @param {number} confidence */
function sureBar(confidence) {
  const bars = confidence >= 0.95 ? 4 : confidence >= 0.8 ? 3 : confidence >= 0.6 ? 2 : 1;
  return el("span", { class: "sure", "aria-hidden": "true" }, ...[1, 2, 3, 4].map((bar) => el("i", { class: bar <= bars ? "on" : null })));
}

/** @param {string} text */
function shorten(text) {
  return text.length > 90 ? `“${text.slice(0, 90).replace(/\s+\S*$/, "")}…”` : `“${text}”`;
}

function cross() {
  return el("span", { class: "cross", "aria-hidden": "true" });
}
