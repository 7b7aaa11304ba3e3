// Speaker: whose words a quotation is, as the reader says it. Somebody whom the article names, somebody whom it does not, by a name that is
// typed, or nobody.

import { el } from "../dom.js";
import { tidy } from "../thing.js";
import { ownWords } from "../words-own.js";
import { nameSelect } from "./choice.js";

/** @typedef {import("../types.js").Quote} Quote */

const told = ownWords.correct;
const SPEAK = ["person", "organization", "group", "place"];
/** Longest name that can be typed. */
const MOST = 200;
/** The choice of somebody else: no name is written so. */
const OTHER = "\0";

/**
 * A choice of the speaker with its button.
 * @param {object} of
 * @param {string} of.id of the choice; the field for a name is `${id}-name`
 * @param {string} of.label
 * @param {string} of.button
 * @param {boolean} [of.wide] whether the button needs a line of its own
 * @param {import("../types.js").Article} of.article
 * @param {Quote | null} of.quote of which it is asked, if it is one already
 * @param {(name: string) => void} of.set told whose words they are: nobody's if it is empty
 * @param {() => void} of.grown told when the choice has another height
 * @returns {HTMLElement[]}
 */
export function speakerChoice({ id, label, button, wide = false, article, quote, set, grown }) {
  const select = nameSelect(id, told.speakerNone, article, (entity) => SPEAK.includes(entity.type));
  select.append(el("option", { value: OTHER }, told.speakerOther));
  const wrong = el("p", { id: `${id}-wrong`, class: "wrong", hidden: true }, told.speakerWrong);
  const input = el("input", { id: `${id}-name`, autocomplete: "off", spellcheck: "false", maxlength: MOST, "aria-describedby": wrong.id });
  const typed = el("label", { for: input.id }, told.speakerName);
  const show = () => {
    for (const node of [input, typed]) node.hidden = select.value !== OTHER;
    wrong.hidden = true;
    input.removeAttribute("aria-invalid");
  };
  const act = () => {
    const name = select.value === OTHER ? tidy(input.value) : select.value;
    if (name || select.value !== OTHER) return set(name);
    wrong.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
    grown();
  };
  select.addEventListener("change", () => {
    show();
    grown();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act();
  });
  const now = quote ? article.things.speaker(quote) : null;
  select.value = now ?? "";
  if (now && select.selectedIndex < 0) {
    select.value = OTHER;
    input.value = tidy(now).slice(0, MOST);
  }
  show();
  return [el("div", { class: wide ? "row speak wide" : "row speak" }, el("label", { for: id }, label), select, typed, input, el("button", { type: "button", class: "btn", "data-act": "speak", onclick: act }, button)), wrong];
}
