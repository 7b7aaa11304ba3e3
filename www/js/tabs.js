// Tabs: the articles in reading order, by title and outlet. One stop for Tab, arrows go from one to the next; dragged, or with Shift and an arrow, a tab
// takes another place.

import { byId, el } from "./dom.js";
import { keepWords } from "./words-keep.js";
import { words } from "./words.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {{ shown: (index: number) => void, step: (step: number) => void, takeOut: () => void, move: (from: number, to: number) => void, details: (index: number) => void }} Hands */

/** How far a pointer travels before it drags. */
const FAR = 6;

export class Tabs {
  /** @param {Desk} desk @param {Hands} hands */
  constructor(desk, hands) {
    this.desk = desk;
    this.hands = hands;
    this.row = byId("tabs");
    this.row.addEventListener("keydown", (event) => this.key(event));
    this.row.addEventListener("pointerdown", (event) => this.press(event));
    this.row.addEventListener("dblclick", (event) => this.tabOf(event.target) && hands.details(desk.shown));
  }

  show() {
    const { sheets, shown, comparison } = this.desk;
    this.row.setAttribute("aria-label", words.articles);
    this.row.replaceChildren(...sheets.map(({ article }, index) => {
      const { about } = article;
      const when = about.date ? words.day(about.date) : words.noDate;
      const place = sheets.length > 1 && comparison ? `${index === 0 ? words.first : index === sheets.length - 1 ? words.later : index + 1}: ` : "";
      const line = `${place}${about.outlet ? `${about.outlet}, ` : ""}${when}`;
      return el("button", {
        type: "button", class: "tab", role: "tab", id: `tab-${article.id}`, "data-id": article.id, "aria-selected": String(index === shown), "aria-controls": "story",
        "aria-description": sheets.length > 1 ? keepWords.tabHint : null, tabindex: index === shown ? 0 : -1, title: `${article.title}\n${line}`, onclick: () => this.hands.shown(index),
      }, el("b", null, article.title), el("span", null, line));
    }));
    const tab = this.row.querySelector("[aria-selected=true]");
    if (tab instanceof HTMLElement && sheets.length > 3) this.row.scrollLeft = tab.offsetLeft - this.row.offsetLeft - 48;
  }

  /** @param {EventTarget | null} node */
  tabOf(node) {
    return node instanceof Element ? /** @type {HTMLElement | null} */ (node.closest("[role=tab]")) : null;
  }

  get tabs() {
    return [...this.row.children].map((node) => /** @type {HTMLElement} */ (node));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const { shown, sheets } = this.desk;
    if (event.key === "Delete") this.hands.takeOut();
    else if (event.key === "F2") this.hands.details(shown);
    else if (step && event.shiftKey) {
      if (sheets[shown + step]) this.hands.move(shown, shown + step);
    } else if (step) this.hands.step(step);
    else return;
    event.preventDefault();
  }

  /** A mouse or a pen drags a tab; a finger scrolls the row, and has the buttons in the details instead. @param {PointerEvent} down */
  press(down) {
    const tab = this.tabOf(down.target);
    if (!tab || down.button !== 0 || down.pointerType === "touch" || this.desk.sheets.length < 2) return;
    const from = this.tabs.indexOf(tab);
    let dragging = false;
    const move = (/** @type {PointerEvent} */ event) => {
      if (!dragging && Math.abs(event.clientX - down.clientX) < FAR) return;
      if (!dragging) {
        dragging = true;
        tab.classList.add("dragged");
        tab.setPointerCapture(down.pointerId);
      }
      const over = this.tabs.find((one) => {
        const { left, right } = one.getBoundingClientRect();
        return one !== tab && event.clientX >= left && event.clientX < right;
      });
      if (!over) return;
      const { left, width } = over.getBoundingClientRect();
      const after = this.tabs.indexOf(over) > this.tabs.indexOf(tab);
      if (after && event.clientX > left + width / 2) over.after(tab);
      if (!after && event.clientX < left + width / 2) over.before(tab);
    };
    const stop = (/** @type {boolean} */ keep) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", cancel);
      removeEventListener("keydown", escape, true);
      if (!dragging) return;
      tab.classList.remove("dragged");
      /* the click that ends a drag chooses nothing */
      const swallow = (/** @type {Event} */ event) => (event.stopPropagation(), event.preventDefault());
      this.row.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => this.row.removeEventListener("click", swallow, true));
      const to = this.tabs.indexOf(tab);
      if (keep && to !== from) this.hands.move(from, to);
      else this.show();
    };
    const up = () => stop(true);
    const cancel = () => stop(false);
    const escape = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && dragging && (event.stopPropagation(), stop(false));
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", cancel);
    addEventListener("keydown", escape, true);
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.row.querySelector("[aria-selected=true]"))?.focus();
  }
}
