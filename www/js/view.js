// View: what the page shows of the desk. Tabs, the head of the article, the article itself, the tape of a comparison, panel and
// counts; and the ways to a place in them.

import { Against } from "./compare.js";
import { byId, el } from "./dom.js";
import { count } from "./legend.js";
import { Marks } from "./marks.js";
import { Card } from "./card.js";
import { say } from "./notice.js";
import { fillFacts } from "./panel.js";
import { Story } from "./render.js";
import { Tabs } from "./tabs.js";
import { isAside } from "./thing.js";
import { keepWords } from "./words-keep.js";
import { skeleton, words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {"empty" | "adding" | "writing" | "article" | "compare" | "pile"} State */
/** @typedef {{ shown: (index: number, at?: number) => void, edit: () => void, takeOut: () => void, alone: () => void, turn: (block: number) => void, step: (step: number) => void, move: (from: number, to: number) => void, about: (told: Partial<import("./types.js").About>) => void }} Hands */

export class View {
  /** @param {Desk} desk @param {Hands} hands */
  constructor(desk, hands) {
    this.desk = desk;
    this.hands = hands;
    /** @type {Story | null} */
    this.story = null;
    /** @type {Against | null} */
    this.against = null;
    /** @type {number | null} sentence asked about, or the reader's place */
    this.picked = null;
    /** The other article that stands in the panel, by its id. @type {string | null} */
    this.beside = null;
    this.tabs = new Tabs(desk, { ...hands, details: (index) => (index === desk.shown ? void this.details(true) : undefined) });
    this.root = byId("story");
    /** Told when the desk has been shown. @type {(() => void)[]} */
    this.onShown = [];
    /** What else the card of a mark holds. @type {((card: HTMLElement, thing: import("./thing.js").Thing, article: Article) => void) | null} */
    this.more = null;
    this.marks = new Marks(this.root, (mark, thing, byKey) => this.ask(mark, thing, byKey));
    this.card = new Card({
      go: (at, thing, place) => void this.goToSpot(at, thing, place),
      other: (mark) => {
        const thing = this.marks.thingOf(mark);
        if (thing) this.ask(mark, thing, false);
      },
      more: (card, thing, article) => this.more?.(card, thing, article),
      closed: (refocus) => {
        this.marks.hold(null, null);
        if (refocus) this.marks.stop?.focus({ preventScroll: true });
      },
    });
    this.root.addEventListener("click", (event) => this.clicked(event));
  }

  /** @param {State} state */
  set state(state) {
    document.documentElement.dataset.begun = "";
    document.documentElement.dataset.state = state;
    this.root.hidden = state === "empty" || state === "adding" || state === "pile";
    byId("pile").hidden = state !== "pile";
    byId("pile-stats").hidden = state !== "pile";
    byId("legend").hidden = state === "pile";
    if (state !== "article" && state !== "compare") this.card.close(false);
  }

  get state() {
    return /** @type {State} */ (document.documentElement.dataset.state);
  }

  /** Shows the desk as it is. @param {State} state */
  show(state) {
    this.story?.dispose();
    this.story = null;
    this.against = null;
    this.picked = null;
    this.beside = null;
    this.card.close(false);
    const { sheet, comparison } = this.desk;
    this.tabs.show();
    this.state = state;
    document.body.classList.remove("compared");
    if (!sheet) {
      this.root.replaceChildren();
      this.marks.take(null);
      count(null);
      document.title = words.emptyTitle;
      for (const told of [...this.onShown]) told();
      return;
    }
    const { article, segments, bare } = sheet;
    const all = this.desk.comparable;
    const place = all.indexOf(article);
    if (comparison && place > 0 && !bare) this.against = new Against(all, place, comparison);
    const { against } = this;
    document.body.classList.toggle("compared", against !== null);
    const text = el("article", { id: "text", class: "text", "aria-labelledby": "headline" });
    const head = article.annotated.blocks.some((block) => block.role === "headline") ? null : el("h1", { class: "sr", id: "headline" }, article.title);
    const meta = el("div", { class: "meta" });
    this.root.setAttribute("aria-labelledby", `tab-${article.id}`);
    this.root.replaceChildren(...[against?.tape(this.compareHands()), meta, this.limits(article), head, text].filter((node) => node instanceof Node));
    this.story = new Story(text, article, {
      segments,
      overlay: against ? (start, end) => against.overlay(start, end) : undefined,
      decorate: against ? (index, node) => against.decorate(index, node, this.compareHands()) : undefined,
    });
    this.story.filled = () => this.marks.ensure();
    this.marks.take(article);
    const painted = count(article);
    this.meta(meta, article, painted);
    byId("open-facts").textContent = against ? words.matchAndFigures : skeleton.facts;
    const { story } = this;
    soon(() => {
      if (story !== this.story || this.picked !== null) return;
      if (against) against.panel(null, this.compareHands());
      else fillFacts(article, { go: (at) => void this.go(at), tell: (thing, spot) => void this.tell(thing, spot) });
    });
    const verdict = against ? against.verdict.join(" ") : null;
    document.title = `${verdict ?? article.title}: ${words.site}`;
    say(verdict ?? words.shown(article.title, painted));
    for (const told of [...this.onShown]) told();
  }

  /** @param {HTMLElement} meta @param {Article} article @param {number} painted */
  meta(meta, article, painted) {
    const { annotated, about, text } = article;
    const shown = annotated.blocks.filter((block) => !isAside(block.role));
    let wordsIn = 0;
    for (const block of shown) wordsIn += countWords(text, block.start, block.end);
    const sentences = annotated.sentences.filter((sentence) => !isAside(annotated.blocks[sentence.block]?.role)).length;
    meta.append(
      ...[about.outlet, about.date && words.day(about.date), words.wordCount(wordsIn), sentences && words.sentenceCount(sentences), !this.against && words.markCount(painted)]
        .filter(Boolean).map((fact) => el("span", null, String(fact))),
      el("span", { class: "acts" },
        el("button", { type: "button", class: "link", id: "details", "aria-expanded": "false", onclick: () => void this.details() }, keepWords.details),
        el("button", { type: "button", class: "link", id: "edit", onclick: () => this.hands.edit() }, words.edit),
        this.desk.sheets.length > 1 ? el("button", { type: "button", class: "link", id: "alone", onclick: () => this.hands.alone() }, words.alone) : null,
        this.desk.sheets.length > 1 ? el("button", { type: "button", class: "link", id: "take-out", onclick: () => this.hands.takeOut() }, words.takeOut) : null));
  }

  /** What was cut short is said where the article begins. @param {Article} article */
  limits(article) {
    const why = article.annotated.limits.map((limit) => (typeof limit === "string" ? limit : limit.why ?? limit.what ?? "")).filter(Boolean);
    return why.length ? el("p", { class: "limits", id: "limits" }, words.limits(why.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1).replace(/\.?$/, ".")}`))) : null;
  }

  /** Opens the small form in which the reader says what the article is, or closes it. @param {boolean} [open] */
  async details(open = !document.getElementById("details-form")) {
    const { sheet, sheets, shown } = this.desk;
    if (!sheet || (this.state !== "article" && this.state !== "compare")) return;
    const { detailsForm, withChanges } = await import("./details.js");
    document.getElementById("details-form")?.remove();
    const button = byId("details");
    button.setAttribute("aria-expanded", String(open));
    if (!open) return button.focus();
    const form = detailsForm(sheet.article, shown, sheets.length, {
      save: (now) => this.hands.about(withChanges(sheet.article, now)),
      move: (step) => this.hands.move(shown, shown + step),
      close: () => void this.details(false),
    });
    /** @type {HTMLElement} */ (this.root.querySelector(".meta")).after(form);
    scrollTo({ top: Math.min(scrollY, form.offsetTop), behavior: "instant" });
    /** @type {HTMLInputElement} */ (byId("about-title")).select();
  }

  /** The other article in the panel, at the place of the chosen sentence. @param {string} id */
  async openBeside(id) {
    const { against } = this;
    const article = against?.earlier.get(id);
    if (!against || !article) return;
    const { showBeside } = await import("./beside.js");
    if (against !== this.against) return;
    this.beside = id;
    const one = this.picked === null ? null : against.sentences[this.picked];
    const node = this.picked === null ? null : /** @type {HTMLElement | null} */ (this.root.querySelector(`.s[data-s="${this.picked}"]`));
    const here = (/** @type {{ article: string }} */ place) => place.article === id;
    showBeside(article, one?.matches.filter(here) ?? [], one ? against.facts(one).map((change) => change.was).filter(here) : [], node, {
      back: () => {
        this.beside = null;
        against.panel(this.picked, this.compareHands());
      },
      open: (article, at) => this.compareHands().open(article, at),
    });
  }

  /** The article that holds the chosen sentence's match comes beside it, or goes. */
  toggleBeside() {
    const { against } = this;
    if (!against || (this.state !== "compare" && this.state !== "article")) return false;
    if (this.beside) return byId("beside-back").click();
    const match = this.picked === null ? null : against.sentences[this.picked]?.matches[0];
    void this.openBeside(match?.article ?? [...against.earlier.keys()].at(-1) ?? "");
  }

  compareHands() {
    return {
      beside: (/** @type {string} */ id) => void this.openBeside(id),
      go: (/** @type {number} */ at) => void this.go(at),
      open: (/** @type {string} */ id, /** @type {number} */ at) => {
        const index = this.desk.sheets.findIndex((sheet) => sheet.article.id === id);
        if (index < 0) return;
        this.hands.shown(index, at);
      },
      pick: (/** @type {number} */ index) => void this.pick(index),
    };
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = event.target instanceof Element ? event.target.closest("a.repeat-of") : null;
    if (link instanceof HTMLElement) {
      event.preventDefault();
      void this.go(Number(link.dataset.at));
      return;
    }
    const turn = event.target instanceof Element ? event.target.closest("button.turn") : null;
    if (turn instanceof HTMLElement) return this.hands.turn(Number(turn.dataset.turn));
    const sentence = event.target instanceof Element ? event.target.closest(".s") : null;
    const mark = event.target instanceof Element ? event.target.closest("mark.m") : null;
    if (!this.against || !(sentence instanceof HTMLElement) || !getSelection()?.isCollapsed) return;
    if (mark instanceof HTMLElement && mark.dataset.kind !== "repeat" && mark.dataset.kind !== "quote") return;
    void this.pick(Number(sentence.dataset.s), false);
  }

  /** @param {HTMLElement} mark @param {import("./thing.js").Thing} thing @param {boolean} byKey */
  ask(mark, thing, byKey) {
    const article = this.desk.sheet?.article;
    if (!article) return;
    if (this.against && thing.quote && !byKey) return;
    this.marks.hold(thing, mark);
    this.card.open(mark, thing, article, byKey);
  }

  /** Scrolls to a place of the shown article and points at its sentence. @param {number} at */
  async go(at) {
    hideSheets();
    const node = await this.story?.reveal(at);
    if (!node) return null;
    this.point(node);
    node.scrollIntoView({ block: "center" });
    return node;
  }

  /** @param {number} at @param {import("./thing.js").Thing} thing @param {number} place */
  async goToSpot(at, thing, place) {
    const node = await this.story?.reveal(at);
    if (!node) return null;
    const mark = this.marks.of(thing).find((one) => Number(one.dataset.spot) === place) ?? null;
    this.marks.hold(thing, mark);
    if (mark) this.marks.give(mark);
    this.card.mark = mark ?? undefined;
    (mark ?? node).scrollIntoView({ block: "center" });
    return mark;
  }

  /** Goes to a place of a thing and opens its card. @param {import("./thing.js").Thing} thing @param {number} place */
  async tell(thing, place) {
    hideSheets();
    const mark = await this.goToSpot(thing.spots[place].start, thing, place);
    if (mark) this.ask(mark, thing, false);
  }

  /** @param {HTMLElement} node */
  point(node) {
    for (const one of this.root.querySelectorAll(".picked")) {
      one.classList.remove("picked");
      one.removeAttribute("data-match");
    }
    node.classList.add("picked");
  }

  /** Asks about a sentence: its match stands in the panel. @param {number} index @param {boolean} [scroll] */
  async pick(index, scroll = true) {
    const sentence = this.desk.sheet?.article.annotated.sentences[index];
    const node = sentence ? await this.story?.reveal(sentence.start) : null;
    if (!node) return;
    this.picked = index;
    this.point(node);
    const { against } = this;
    if (against) {
      const match = against.sentences[index]?.matches[0];
      const earlier = match ? against.earlier.get(match.article) : null;
      const where = match && earlier ? words.matchLabel(earlier.things.paragraphAt(match.start)) : null;
      if (where) node.dataset.match = where;
      byId("open-facts").textContent = where ? where.charAt(0).toUpperCase() + where.slice(1) : words.matchAndFigures;
      if (this.beside) await this.openBeside(match?.article ?? this.beside);
      else against.panel(index, this.compareHands());
      const told = byId("facts-body").querySelector("[data-section=match], #beside-told, .same")?.textContent ?? "";
      say(told.slice(0, 600));
    }
    if (scroll) {
      node.scrollIntoView({ block: "center" });
      const holder = node.querySelector("button.tick") ?? node;
      if (holder === node) node.tabIndex = -1;
      /** @type {HTMLElement} */ (holder).focus({ preventScroll: true });
    }
  }

  /** The block that the reader is at: that of what has the focus, else of the sentence asked about. */
  blockAtHand() {
    if (this.state !== "article" && this.state !== "compare") return null;
    const focused = document.activeElement?.closest("#text [data-block]");
    const picked = this.picked === null ? null : this.root.querySelector(`.s[data-s="${this.picked}"]`)?.closest("[data-block]");
    const node = /** @type {HTMLElement | null | undefined} */ (focused ?? picked);
    return node ? Number(node.dataset.block) : null;
  }

  /** @param {1 | -1} step */
  stepSentence(step) {
    const article = this.desk.sheet?.article;
    if (!article) return;
    const { sentences, blocks } = article.annotated;
    let index = this.picked === null ? (step > 0 ? 0 : sentences.length - 1) : this.picked + step;
    const skipped = () => isAside(blocks[sentences[index].block]?.role) || (this.against?.onlyNew && this.against.sentences[index]?.status === "said");
    while (sentences[index] && skipped()) index += step;
    if (sentences[index]) void this.pick(index);
  }

  /** @param {1 | -1} step */
  stepNews(step) {
    const next = this.against?.next(this.picked, step) ?? null;
    if (next !== null) void this.pick(next);
  }
}

/** After the article: what stands beside it must not hold up its first paint. @param {() => void} work */
function soon(work) {
  setTimeout(work, 0);
}

/** Sheets of a small screen give the article back. */
export function hideSheets() {
  for (const id of ["rail", "facts"]) {
    const sheet = byId(id);
    if (sheet.matches(":popover-open")) sheet.hidePopover();
  }
}

/** @param {string} text @param {number} start @param {number} end */
function countWords(text, start, end) {
  let count = 0;
  let inside = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const space = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (!space && !inside) count += 1;
    inside = !space;
  }
  return count;
}
