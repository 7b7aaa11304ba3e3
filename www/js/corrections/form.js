// Form: what can be said about a mark, on its card. It is no name, it is of another kind, it is the same as another; whose words a
// quotation is; what a figure is worth.

import { el } from "../dom.js";
import { words } from "../words.js";
import { ownWords } from "../words-own.js";
import { chips, nameSelect } from "./choice.js";
import { NAMES, VALUES, correction, markedAt, worth } from "./record.js";
import { speakerChoice } from "./speaker.js";

/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../thing.js").Thing} Thing */
/** @typedef {import("./record.js").Correction} Correction */
/** @typedef {import("./record.js").Say} Say */
/** @typedef {import("./record.js").Told} Told */
/** @typedef {(say: Say, told?: Told) => void} Tell */
/** @typedef {import("./choice.js").Choice} Choice */

const told = ownWords.correct;

/**
 * @param {Thing} thing
 * @param {Article} article
 * @param {import("./correcting.js").Correcting} correcting
 * @param {() => void} done
 * @returns {HTMLElement | null}
 */
export function fixForm(thing, article, correcting, done) {
  const spot = anchorOf(thing);
  if (!spot || !(thing.entity || thing.value || thing.quote)) return null;
  const marked = thing.quote ? markedAt(article.text, spot, correcting.here()) : undefined;
  const everywhere = el("input", { type: "checkbox", id: "fix-everywhere" });
  /** @type {Tell} */
  const tell = (say, more = {}) => {
    const byKey = form.contains(document.activeElement);
    const at = thing.spots[0].start <= spot.start ? spot.start : thing.spots[0].start;
    done();
    void correcting.say(marked ? aboutMarked(marked, say, more) : correction(say, article.text, spot, { everywhere: everywhere.checked, ...more }), at, byKey);
  };
  const form = el("div", { class: "fix", role: "group", "aria-label": told.legend });
  const scope = (/** @type {string} */ label) => el("label", { class: "scope" }, everywhere, " ", label);
  if (thing.entity) form.append(...nameParts(thing, article, tell), scope(told.everywhere));
  else if (thing.value) form.append(...valueParts(thing, tell), scope(told.everywhereValue));
  else form.append(...quoteParts(thing, article, tell, () => correcting.page.view.card.put()));
  return form;
}

/** What is said of words that the reader has marked as a quotation takes the place of that. @param {Correction} marked @param {Say} say @param {Told} more @returns {Correction} */
function aboutMarked({ as, ...marked }, say, more) {
  return say === "speaker" ? { ...marked, ...more } : { ...marked, say };
}

/** The place by which a thing is found again: of a name where it is written out, not a "he". @param {Thing} thing */
function anchorOf({ entity, spots }) {
  return entity?.mentions.find((mention) => mention.form === "name") ?? entity?.mentions.find((mention) => mention.form === "short") ?? spots[0];
}

/** @param {Thing} thing @param {Article} article @param {Tell} tell @returns {HTMLElement[]} */
function nameParts(thing, article, tell) {
  const entity = /** @type {import("../types.js").Entity} */ (thing.entity);
  const select = nameSelect("fix-same", told.sameNone, article, (other) => other.id !== entity.id);
  const join = el("button", { type: "button", class: "btn", "data-act": "join", onclick: () => select.value && tell("sameAs", { as: select.value }) }, told.join);
  return [
    chips(told.nameLegend(entity.mentions.filter((mention) => !article.things.isAside(mention.start)).length || entity.mentions.length), [
      ...NAMES.map(/** @returns {Choice} */ (type) => [type, words.kind[type], type === entity.type, () => tell("is", { type })]),
      ["none", told.notAName, false, () => tell("notAName")],
    ]),
    ...(select.options.length > 1 ? [el("div", { class: "row" }, el("label", { for: "fix-same" }, told.same), select, join)] : []),
  ];
}

/** @param {Thing} thing @param {Tell} tell @returns {HTMLElement[]} */
function valueParts(thing, tell) {
  const value = /** @type {import("../types.js").Value} */ (thing.value);
  const { kind } = value;
  const dated = kind === "date" || kind === "time";
  const input = el("input", { id: "fix-worth", autocomplete: "off", spellcheck: "false", "aria-describedby": "fix-wrong", value: dated ? (value.iso ?? "").replace(/^T/, "") : value.amount ?? "" });
  const wrong = el("p", { id: "fix-wrong", class: "wrong", hidden: true });
  const set = () => {
    const as = worth(kind, input.value);
    wrong.hidden = as !== null;
    if (as !== null) return tell("value", { type: kind, as });
    wrong.textContent = told.worthWrong[kind] ?? told.amountWrong;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  });
  return [
    chips(told.legend, [
      ...VALUES.map(/** @returns {Choice} */ (type) => [type, words.kind[type], type === kind, () => {
        const as = type === "date" || type === "time" || dated ? null : worth(type, String(value.amount ?? ""));
        tell("value", { type, ...(as === null ? {} : { as }) });
      }]),
      ["none", told.notAValue, false, () => tell("value")],
    ]),
    el("div", { class: "row" }, el("label", { for: "fix-worth" }, told.worth[kind] ?? told.amount), input, el("button", { type: "button", class: "btn", "data-act": "set", onclick: set }, told.set)),
    wrong,
  ];
}

/** @param {Thing} thing @param {Article} article @param {Tell} tell @param {() => void} grown @returns {HTMLElement[]} */
function quoteParts(thing, article, tell, grown) {
  const quote = /** @type {import("../types.js").Quote} */ (thing.quote);
  return [
    ...speakerChoice({ id: "fix-speaker", label: told.speaker, button: told.set, article, quote, set: (as) => tell("speaker", { as }), grown }),
    el("div", { class: "choices" }, el("button", { type: "button", "data-choice": "none", onclick: () => tell("notAQuote") }, told.notAQuote)),
  ];
}
