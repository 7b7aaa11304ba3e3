// Form: what can be said about a mark, on its card. It is no name, it is of another kind, it is the same as another; whose words a
// quotation is; what a figure is worth.

import { el } from "../dom.js";
import { isAside } from "../thing.js";
import { words } from "../words.js";
import { ownWords } from "../words-own.js";
import { NAMES, VALUES, correction, worth } from "./record.js";

/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../thing.js").Thing} Thing */
/** @typedef {import("./record.js").Say} Say */
/** @typedef {import("./record.js").Told} Told */
/** @typedef {(say: Say, told?: Told) => void} Tell */
/** @typedef {[string, string, boolean, () => void]} Choice name, label, whether it is so now, what to do */

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
  const everywhere = el("input", { type: "checkbox", id: "fix-everywhere" });
  /** @type {Tell} */
  const tell = (say, more = {}) => {
    const byKey = form.contains(document.activeElement);
    const at = thing.spots[0].start <= spot.start ? spot.start : thing.spots[0].start;
    done();
    void correcting.say(correction(say, article.text, spot, { everywhere: everywhere.checked, ...more }), at, byKey);
  };
  const form = el("div", { class: "fix", role: "group", "aria-label": told.legend });
  const scope = (/** @type {string} */ label) => el("label", { class: "scope" }, everywhere, " ", label);
  if (thing.entity) form.append(...nameParts(thing, article, tell), scope(told.everywhere));
  else if (thing.value) form.append(...valueParts(thing, tell), scope(told.everywhereValue));
  else form.append(...quoteParts(thing, article, tell));
  return form;
}

/** The place by which a thing is found again: of a name where it is written out, not a "he". @param {Thing} thing */
function anchorOf({ entity, spots }) {
  return entity?.mentions.find((mention) => mention.form === "name") ?? entity?.mentions.find((mention) => mention.form === "short") ?? spots[0];
}

/** @param {string} legend @param {Choice[]} choices */
export function chips(legend, choices) {
  return el("fieldset", null, el("legend", { class: "dim" }, legend), el("div", { class: "choices" }, ...choices.map(([name, label, now, act]) =>
    el("button", { type: "button", "data-choice": name, "aria-pressed": String(now), onclick: () => now || act() }, label))));
}

/** @param {Thing} thing @param {Article} article @param {Tell} tell @returns {HTMLElement[]} */
function nameParts(thing, article, tell) {
  const entity = /** @type {import("../types.js").Entity} */ (thing.entity);
  const select = nameSelect(told.same, told.sameNone, article, (other) => other.id !== entity.id);
  const join = el("button", { type: "button", class: "btn", "data-act": "join", onclick: () => select.value && tell("sameAs", { as: select.value }) }, told.join);
  return [
    chips(told.nameLegend(entity.mentions.filter((mention) => !article.things.isAside(mention.start)).length || entity.mentions.length), [
      ...NAMES.map(/** @returns {Choice} */ (type) => [type, words.kind[type], type === entity.type, () => tell("is", { type })]),
      ["none", told.notAName, false, () => tell("notAName")],
    ]),
    ...(select.options.length > 1 ? [el("div", { class: "row" }, el("label", { for: "fix-same" }, told.same), select, join)] : []),
  ];
}

/**
 * A choice among the names of the article, by how often they stand there.
 * @param {string} label @param {string} none @param {Article} article @param {(entity: import("../types.js").Entity) => boolean} [fits]
 */
export function nameSelect(label, none, { annotated, things }, fits = () => true) {
  const named = annotated.entities.filter((entity) => fits(entity) && entity.mentions.some((mention) => !isAside(annotated.blocks[things.blockAt(mention.start)]?.role)));
  named.sort((a, b) => b.mentions.length - a.mentions.length || a.name.localeCompare(b.name));
  return el("select", { id: "fix-same", "aria-label": label }, el("option", { value: "" }, none), ...[...new Set(named.slice(0, 200).map((entity) => entity.name))].map((name) => el("option", { value: name }, name)));
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

/** @param {Thing} thing @param {Article} article @param {Tell} tell @returns {HTMLElement[]} */
function quoteParts(thing, article, tell) {
  const quote = /** @type {import("../types.js").Quote} */ (thing.quote);
  const select = nameSelect(told.speaker, told.speakerNone, article, (entity) => ["person", "organization", "group", "place"].includes(entity.type));
  select.value = quote.speaker === null || quote.speaker === undefined ? "" : article.things.entities.get(quote.speaker)?.name ?? "";
  return [
    el("div", { class: "row" }, el("label", { for: "fix-same" }, told.speaker), select, el("button", { type: "button", class: "btn", "data-act": "set", onclick: () => tell("speaker", { as: select.value }) }, told.set)),
    el("div", { class: "choices" }, el("button", { type: "button", "data-choice": "none", onclick: () => tell("notAQuote") }, told.notAQuote)),
  ];
}
