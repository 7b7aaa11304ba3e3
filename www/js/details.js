// Details: the small form under an article's tab in which the reader says what it is: title, outlet, date, address; and where it stands in the reading order.

import { addressOf, isDay } from "./about.js";
import { el } from "./dom.js";
import { keepWords } from "./words-keep.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").About} About */
/** @typedef {{ save: (told: Partial<About>) => void, move: (step: number) => void, close: () => void }} Hands */

/**
 * @param {import("./types.js").Article} article
 * @param {number} at its place among the articles, from 0
 * @param {number} of
 * @param {Hands} hands
 */
export function detailsForm(article, at, of, hands) {
  const { about } = article;
  const field = (/** @type {keyof About} */ name, /** @type {string} */ type, /** @type {string} */ note = "") => {
    const input = el("input", { type, id: `about-${name}`, name, value: about[name] ?? "", autocomplete: "off", spellcheck: "false", maxlength: type === "date" ? null : 2_000, "aria-describedby": `about-${name}-note` });
    input.addEventListener("input", () => complain(input, note));
    return el("p", { class: name === "title" || name === "address" ? "long" : null }, el("label", { for: `about-${name}` }, keepWords[name]), input, el("small", { id: `about-${name}-note` }, note));
  };
  const form = el("form", { class: "details", id: "details-form", "aria-label": keepWords.detailsTitle, autocomplete: "off", novalidate: true },
    field("title", "text"), field("outlet", "text"), field("date", "date", keepWords.dateNote), field("address", "url"),
    el("div", { class: "acts" },
      el("button", { type: "submit", class: "btn main" }, keepWords.saveDetails),
      el("button", { type: "button", class: "ghost", onclick: () => hands.close() }, words.cancel),
      of > 1 ? el("span", { class: "order" }, el("span", { class: "dim" }, keepWords.placeOf(at + 1, of)), " ",
        el("button", { type: "button", class: "link", "data-move": -1, disabled: at === 0, onclick: () => hands.move(-1) }, keepWords.earlier), " ",
        el("button", { type: "button", class: "link", "data-move": 1, disabled: at === of - 1, onclick: () => hands.move(1) }, keepWords.later)) : null));
  const input = (/** @type {keyof About} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const date = input("date");
    const address = input("address");
    const typed = address.value.trim();
    const bare = typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) && /^[^\s/]+\.[^\s]+$/.test(typed) ? `https://${typed}` : typed;
    const badDate = date.validity.badInput || (date.value !== "" && !isDay(date.value));
    const badAddress = bare !== "" && addressOf(bare) === null;
    if (badDate) complain(date, keepWords.badDate, true);
    if (badAddress) complain(address, keepWords.badAddress, true);
    if (badDate || badAddress) return (badDate ? date : address).focus();
    const line = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim() || null;
    hands.save({ title: line(input("title").value), outlet: line(input("outlet").value), date: date.value || null, address: addressOf(bare) });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    hands.close();
  });
  return form;
}

/** @param {HTMLInputElement} input @param {string} sentence @param {boolean} [bad] */
function complain(input, sentence, bad = false) {
  if (bad) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  const note = input.parentElement?.querySelector("small");
  if (note) note.textContent = sentence;
}

/**
 * What the reader has changed, joined with what was said before: an emptied title or date falls back to what the article itself says; an emptied outlet or
 * address stays empty.
 * @param {import("./types.js").Article} article
 * @param {Partial<About>} now
 * @returns {Partial<About>}
 */
export function withChanges({ about, told }, now) {
  const joined = { ...told };
  for (const name of /** @type {(keyof About)[]} */ (["title", "outlet", "date", "address"])) {
    if (now[name] === about[name]) continue;
    if (now[name] === null && (name === "title" || name === "date")) delete joined[name];
    else joined[name] = now[name];
  }
  return joined;
}
