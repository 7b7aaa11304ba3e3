// Box: the field in which text is written. The blank page, the place for a second article, and where a text is edited; what is typed is
// marked beneath it as it grows. What is pasted into it while nothing stands there is an article at once: see intake.js.

import { byId } from "./dom.js";
import { codeOf } from "./engine.js";
import { notify } from "./notice.js";
import { readArticle } from "./paste.js";
import { skeleton, words } from "./words.js";

/**
 * @typedef {object} Hands
 * @property {(pastes: import("./paste.js").Paste[], place?: number) => unknown} take takes articles in, or one in the place of another
 * @property {() => void} settle shows the desk as it is
 * @property {() => void} compared compares what is on the desk and shows it
 */

/** So long after the last letter, in milliseconds, what was typed is marked; of a long text later. */
const TYPED = 250;
const LONG = 200_000;

export class Box {
  /** @param {import("./desk.js").Desk} desk @param {import("./view.js").View} view @param {Hands} hands */
  constructor(desk, view, hands) {
    this.desk = desk;
    this.view = view;
    this.hands = hands;
    this.field = /** @type {HTMLTextAreaElement} */ (byId("paste"));
    /** Which article it writes to; null when it writes to none. @type {number | null} */
    this.writing = null;
    this.timer = 0;
    this.live = false;
    this.field.addEventListener("input", (event) => {
      const inserted = /** @type {InputEvent} */ (event).inputType ?? "";
      if (this.writing === null && !/^(?:insertText|insertLineBreak|insertComposition|delete)/.test(inserted)) void this.write();
      else this.type();
    });
  }

  get value() {
    return this.field.value;
  }

  /** Whether a text is being written in it. */
  get isBegun() {
    return this.writing !== null || this.value.trim() !== "";
  }

  /** @param {EventTarget | null} node */
  is(node) {
    return node === this.field;
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  /** Its texts, which say what it is for. */
  dress() {
    const { desk, field, view: { state } } = this;
    byId("box-label").textContent = state === "adding" ? words.secondLabel : state === "writing" ? words.editLabel : skeleton.boxLabel;
    document.querySelector('[data-word="compareButton"]')?.replaceChildren(desk.sheets.length > 1 ? words.addAnother : skeleton.compareButton);
    byId("promise").textContent = state === "adding" ? words.secondPromise : skeleton.promise;
    field.placeholder = state === "adding" ? words.secondHint : words.boxHint;
    const restore = byId("restore");
    restore.hidden = desk.cleared.length === 0 || state !== "empty";
    restore.textContent = words.cleared;
  }

  leave() {
    this.writing = null;
    this.field.value = "";
    this.field.blur();
  }

  /** A place for another article. */
  add() {
    if (this.desk.sheets.length === 0) return this.focus();
    this.view.state = "adding";
    this.open("");
  }

  /** The text of the shown article, to be changed. */
  edit() {
    const article = this.desk.sheet?.article;
    if (!article || this.writing !== null) return;
    this.writing = this.desk.shown;
    this.view.state = "writing";
    this.open(article.text);
    this.field.setSelectionRange(0, 0);
  }

  /** @param {string} text */
  open(text) {
    this.dress();
    this.field.value = text;
    scrollTo({ top: 0, behavior: "instant" });
    this.field.focus();
  }

  /** What was written is an article, or what it is now; nothing, if nothing is left. */
  done() {
    const { desk, hands, writing: place, value: text } = this;
    if (place === null) return this.back();
    clearTimeout(this.timer);
    this.leave();
    const article = desk.sheets[place]?.article;
    if (!text.trim()) {
      if (article) desk.take(place);
      return hands.compared();
    }
    if (article && same(article.text, text)) return desk.comparison ? hands.settle() : hands.compared();
    void hands.take([{ plain: text, told: article?.told }], place);
  }

  /** Out of it without adding anything. */
  back() {
    if (this.view.state !== "adding") return false;
    this.leave();
    this.hands.settle();
    return true;
  }

  /** What is typed is marked when the hand rests. */
  type() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.write(), this.value.length > LONG ? TYPED * 6 : TYPED);
  }

  async write() {
    if (this.live) return this.type();
    const { desk, value: text } = this;
    if (!text.trim()) return;
    const place = (this.writing ??= desk.sheets.length);
    const article = desk.sheets[place]?.article;
    if (article && same(article.text, text)) return;
    this.live = true;
    try {
      desk.put(await readArticle({ plain: text, told: article?.told }), place);
      if (this.writing === place) this.hands.settle();
    } catch (error) {
      const code = codeOf(error);
      if (code !== "cancelled") notify({ code, ...words.other(error instanceof Error ? error.message : String(error)) });
    } finally {
      this.live = false;
    }
  }
}

/** A text area has one kind of line end. @param {string} text @param {string} edited */
function same(text, edited) {
  return text.replace(/\r\n?/g, "\n") === edited;
}
