// Correcting: the reader says what is wrong, the engine reads the article again with it. Every step can be taken back; the last one is
// told in a line at the foot of the page.

import { byId, el } from "../dom.js";
import { notify, say } from "../notice.js";
import { own } from "../own.js";
import { reread } from "../reread.js";
import { isAside } from "../thing.js";
import { words } from "../words.js";
import { ownWords } from "../words-own.js";
import { History } from "./history.js";
import { correction, fits, fitting, sameMatter } from "./record.js";

/** @typedef {import("./record.js").Correction} Correction */
/** @typedef {import("./history.js").Step} Step */
/** @typedef {{ desk: import("../desk.js").Desk, view: import("../view.js").View, enqueue: <T>(job: () => Promise<T>) => Promise<T>, compared: () => Promise<void> }} Page */

const told = ownWords.correct;

export class Correcting {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.history = new History();
    this.warned = false;
    /** A correction of our own is being carried out: then the list need not be heard of. */
    this.busy = false;
    own.listeners.push((kind) => {
      if (kind === "corrections" && !this.busy) void this.page.enqueue(() => this.again(own.corrections));
    });
  }

  get article() {
    return this.page.desk.sheet?.article ?? null;
  }

  /**
   * Carries a correction out. One about the same matter gives way to it.
   * @param {Correction} record
   * @param {number} at place in the text that the reader looks at
   * @param {boolean} [byKey]
   */
  say(record, at, byKey = false) {
    const removed = own.corrections.filter((one) => sameMatter(one, record));
    return this.make({ added: [record], removed, told: told.done(record), at, article: this.article?.id ?? null }, byKey);
  }

  /** @param {Correction[]} records @param {string} sentence */
  takeAway(records, sentence) {
    return this.make({ added: [], removed: records, told: sentence, at: null, article: this.article?.id ?? null });
  }

  /** @param {Step} step @param {boolean} [byKey] */
  make(step, byKey = false) {
    return this.page.enqueue(async () => {
      await this.settle(this.history.make(step, own.corrections), step, step.told, byKey);
    });
  }

  undo() {
    return this.page.enqueue(async () => {
      const back = this.history.undo(own.corrections);
      if (!back) return say(told.nothingToUndo);
      await this.settle(back.records, back.step, told.undone(back.step.told), false);
    });
  }

  redo() {
    return this.page.enqueue(async () => {
      const again = this.history.redo(own.corrections);
      if (!again) return say(told.nothingToRedo);
      await this.settle(again.records, again.step, told.redone(again.step.told), false);
    });
  }

  /** Brings a block of the shown article back, or sets it aside. @param {number} block */
  turn(block) {
    const { article } = this;
    if (!article) return;
    const span = article.annotated.blocks[block];
    const aside = isAside(span.role);
    const record = correction("role", article.text, span, { type: aside ? "body" : "furniture" });
    const before = own.corrections.filter((one) => sameMatter(one, record));
    const step = before.length
      ? this.takeAway(before, told.turnedBack(record.text))
      : this.make({ added: [record], removed: [], told: told.done(record), at: null, article: article.id });
    return step.then(() => {
      const button = /** @type {HTMLElement | null} */ (document.querySelector(`#text [data-block="${block}"] button.turn`));
      const fold = button?.closest("details");
      if (fold) fold.open = true;                /* a line just set aside stays in sight, so that the same key brings it back */
      button?.focus({ preventScroll: true });
      say(words.turned(aside));
    });
  }

  /** @param {Correction[]} records @param {Step} step @param {string} sentence @param {boolean} byKey */
  async settle(records, step, sentence, byKey) {
    this.busy = true;
    const kept = await this.again(records, () => own.setCorrections(records)).finally(() => (this.busy = false));
    const { view } = this.page;
    this.bar(sentence);
    say(sentence);
    if (step.at !== null && this.article?.id === step.article) await this.focus(step.at, byKey);
    else if (document.activeElement === document.body) view.root.focus({ preventScroll: true });
    if (!kept) this.warn();
  }

  /** Reads those articles again that other corrections belong to than before. @param {Correction[]} records @param {() => boolean} [keep] */
  async again(records, keep = () => true) {
    const { desk, compared } = this.page;
    const before = desk.sheets.map(({ article }) => article.corrected ?? "[]");
    const kept = keep();
    const changed = desk.sheets.flatMap(({ article }, index) => (JSON.stringify(fitting(article.text, records)) === before[index] ? [] : [index]));
    if (changed.length) await reread(desk, changed, compared);
    this.dressed();
    return kept;
  }

  /** @param {number} at @param {boolean} byKey */
  async focus(at, byKey) {
    const { view } = this.page;
    const node = await view.story?.reveal(at);
    const mark = [.../** @type {NodeListOf<HTMLElement>} */ (node?.querySelectorAll("mark.m") ?? [])].find((one) => {
      const spot = view.marks.thingOf(one)?.spots[Number(one.dataset.spot)];
      return spot && spot.start <= at && spot.end > at;
    });
    if (mark && byKey) {
      view.marks.give(mark);
      mark.focus({ preventScroll: true });
    } else if (document.activeElement === document.body) view.root.focus({ preventScroll: true });
  }

  /** The last correction, at the foot of the page. @param {string} sentence */
  bar(sentence) {
    const bar = byId("corrected");
    const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ act, /** @type {boolean} */ off) =>
      el("button", { type: "button", class: "ghost", "data-act": name, disabled: off, onclick: act }, label);
    bar.setAttribute("aria-label", told.bar);
    bar.replaceChildren(
      el("p", null, sentence),
      el("div", { class: "acts" },
        button("undo", told.undo, () => void this.undo(), this.history.done.length === 0),
        button("redo", told.redo, () => void this.redo(), this.history.undone.length === 0),
        button("all", told.all, () => this.openSheet(), false),
        button("close", words.close, () => this.closeBar(), false)));
    bar.hidden = false;
  }

  closeBar() {
    const bar = byId("corrected");
    if (bar.hidden) return false;
    const inside = bar.contains(document.activeElement);
    bar.hidden = true;
    if (inside) this.page.view.root.focus({ preventScroll: true });
    return true;
  }

  warn() {
    if (this.warned) return;
    this.warned = true;
    notify({ code: "unsaved", ...told.unsaved, ways: [{ label: ownWords.files.unsavedWay, main: true, act: () => void import("./sheet.js").then(({ save }) => save()) }] });
  }

  openSheet() {
    void loaded(() => import("./sheet.js").then(({ openCorrections }) => openCorrections(this)));
  }

  /** Corrections that belong to the shown article. */
  here() {
    const { article } = this;
    return article ? own.corrections.filter((record) => fits(article.text, record)) : [];
  }

  /** Beside the article's counts stands how many corrections it has. */
  dressed() {
    const acts = document.querySelector("#story .meta .acts");
    document.getElementById("corrections")?.remove();
    const count = own.corrections.length ? this.here().length : 0;
    if (acts && count) acts.prepend(el("button", { type: "button", class: "link", id: "corrections", "aria-haspopup": "dialog", onclick: () => this.openSheet() }, told.count(count)));
  }

  /** The card of a mark gets what can be said about it. @param {HTMLElement} card @param {import("../thing.js").Thing} thing @param {import("../types.js").Article} article */
  more(card, thing, article) {
    const holder = el("div");
    card.append(holder);
    void loaded(async () => {
      const { fixForm } = await import("./form.js");
      const form = fixForm(thing, article, this, () => this.page.view.card.close(false));
      if (form) holder.append(form);
      this.page.view.card.put();
    });
  }
}

/** A part of the page that comes when it is asked for. @param {() => Promise<void>} load */
export function loaded(load) {
  return load().catch((error) => {
    console.debug(error);
    notify({ code: "load", ...ownWords.files.part });
  });
}
