// Sheet: where own terms are written, changed, taken out, saved as a file and opened from one. A pattern is tried while it is typed, and
// what is wrong with it is said beneath it, with the place and a way to mend it.

import { el } from "../dom.js";
import { call } from "../engine.js";
import { chooseFile, readFile, saveFile } from "../handover.js";
import { notify, say } from "../notice.js";
import { own } from "../own.js";
import { sheetOf } from "../sheet.js";
import { ownWords } from "../words-own.js";
import { MOST, MOST_LETTERS, TINTS, checked, countTerms, faultOf, freshId, looksFor, plain } from "./term.js";

/** @typedef {import("./term.js").Term} Term */
/** @typedef {import("../types.js").Article} Article */

const told = ownWords.terms;
const TYPED = 200;
const SHORT = 60_000;         /* a longer text is not counted in while one types */

let warned = false;

/** @param {Term[]} terms */
function keepTerms(terms) {
  if (own.setTerms(terms) || warned) return;
  warned = true;
  notify({ code: "unsaved", ...told.unsaved, ways: [{ label: ownWords.files.unsavedWay, main: true, act: save }] });
}

function save() {
  saveFile("terms", own.terms.map(({ label, tint, words, pattern }) => (words ? { label, tint, words } : { label, tint, pattern })), told.fileName);
}

/**
 * @param {() => Article | null} shown
 * @param {string} [given] words that a new term begins with
 */
export function openTerms(shown, given = "") {
  const { dialog, body, close } = sheetOf("terms", told.title);
  /** @type {Term | null} the term that is being changed */
  let changing = null;
  const list = el("div");
  const field = el("div");

  const fillList = () => {
    const counted = countTerms(shown());
    list.replaceChildren(own.terms.length
      ? el("ul", { class: "own-list" }, ...own.terms.map((term) => el("li", { "data-term": term.id },
          el("span", { class: "sw", "aria-hidden": "true" }, el("span", { class: "m", "data-look": "term", "data-tint": term.tint }, "Abc")),
          el("span", { class: "what" }, el("b", null, term.label), el("span", { class: term.pattern ? "dim code" : "dim" }, looksFor(term)),
            el("span", { class: "dim" }, term.fault ? faultTold(term.pattern ?? "", term.fault).sentence : told.places(counted.get(term.id) ?? 0))),
          el("button", { type: "button", class: "ghost", "data-act": "edit", "aria-label": told.editLabel(term.label), onclick: () => fillForm(term) }, told.edit),
          el("button", { type: "button", class: "ghost", "data-act": "remove", "aria-label": told.removeLabel(term.label), onclick: () => remove(term) }, told.remove))))
      : el("p", { class: "dim" }, told.none));
  };

  const remove = (/** @type {Term} */ term) => {
    keepTerms(own.terms.filter((one) => one.id !== term.id));
    say(told.removed(term.label));
    if (changing?.id === term.id) fillForm(null);
    fillList();
    /** @type {HTMLElement | null} */ (dialog.querySelector("#term-words, #term-pattern"))?.focus();
  };

  /** @param {Term | null} term @param {string} [start] */
  const fillForm = (term, start = "") => {
    changing = term;
    const form = termForm(term, start, shown, (made) => {
      if (!term && own.terms.length >= MOST) return told.full(MOST);
      keepTerms(term ? own.terms.map((one) => (one.id === term.id ? made : one)) : [...own.terms, made]);
      say(told.added(made.label));
      fillForm(null);
      fillList();
      return null;
    }, () => fillForm(null));
    field.replaceChildren(el("h3", null, term ? told.change(term.label) : told.newOne), form);
    if (dialog.open) /** @type {HTMLElement | null} */ (form.querySelector("#term-words, #term-pattern"))?.focus();
  };

  body.replaceChildren(
    el("p", { class: "dim" }, told.promise), list, field,
    el("div", { class: "acts files" },
      el("button", { type: "button", class: "btn", "data-act": "save", onclick: save }, told.shareFile),
      el("button", { type: "button", class: "btn", "data-act": "open", onclick: () => chooseFile((file) => void open(file, close)) }, told.openFile)));
  fillForm(null, given);
  fillList();
  const heard = (/** @type {string} */ kind) => void (kind === "terms" && setTimeout(fillList, 300));
  own.listeners.push(heard);
  dialog.addEventListener("close", () => (own.listeners = own.listeners.filter((one) => one !== heard)));
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector("#term-words"))?.focus();
}

/**
 * @param {Term | null} term
 * @param {string} start
 * @param {() => Article | null} shown
 * @param {(made: Term) => string | null} made takes the finished term, or says in a sentence why not
 * @param {() => void} cancel
 */
function termForm(term, start, shown, made, cancel) {
  let pattern = Boolean(term?.pattern);
  let tint = term?.tint ?? TINTS[own.terms.length % TINTS.length];
  let kept = term ? term.pattern ?? (term.words ?? []).join("\n") : start;
  let timer = 0;
  let asked = 0;
  const holder = el("div", { class: "holder" });
  const check = el("div", { class: "check", id: "term-check", "aria-live": "polite" });
  const label = el("input", { id: "term-label", autocomplete: "off", maxlength: 80, value: term?.label ?? "", placeholder: told.labelHint });
  /** @type {HTMLTextAreaElement | HTMLInputElement} */
  let input;

  const build = () => {
    input = pattern
      ? el("input", { id: "term-pattern", class: "code", autocomplete: "off", spellcheck: "false", "aria-describedby": "term-hint term-check", value: kept.replace(/\n/g, "|") })
      : el("textarea", { id: "term-words", rows: 2, spellcheck: "false", "aria-describedby": "term-hint term-check" });
    if (!pattern) input.value = kept;
    input.addEventListener("input", () => {
      kept = input.value;
      clearTimeout(timer);
      timer = window.setTimeout(() => void tryIt(), TYPED);
    });
    holder.replaceChildren(el("label", { for: input.id }, pattern ? told.asPattern : told.asWords), input, el("p", { class: "dim", id: "term-hint" }, pattern ? told.patternHint : told.wordsHint));
    check.replaceChildren();
    if (kept) void tryIt();
  };

  const draft = () => checked({ id: term?.id ?? freshId(), label: label.value, tint, ...(pattern ? { pattern: kept } : { words: kept.split("\n").map((line) => line.trim()).filter(Boolean) }) });

  /** Says what is wrong, or how often it stands in the article. @returns {Promise<boolean>} whether it can be used */
  const tryIt = async () => {
    const mine = (asked += 1);
    const now = draft();
    if (!now) return invalid(false), check.replaceChildren(), false;
    const fault = await faultOf(now);
    if (mine !== asked) return fault === null;
    if (fault) {
      invalid(true);
      const { sentence, mark } = faultTold(kept, fault);
      const shownPattern = [...kept];
      check.replaceChildren(
        el("pre", { "aria-hidden": "true" }, `${shownPattern.join("")}\n${" ".repeat(fault.at)}^ ${mark}`),
        el("p", null, sentence, " ", told.untilThen),
        el("div", { class: "acts" },
          closing(fault.reason) ? el("button", { type: "button", class: "btn", "data-act": "close-it", onclick: () => mend(kept + closing(fault.reason)) }, told.closeIt) : null,
          el("button", { type: "button", class: "btn", "data-act": "take-plain", onclick: () => ((pattern = false), radios(), build(), input.focus()) }, told.takePlain)));
      return false;
    }
    invalid(false);
    const article = shown();
    const hits = article && article.text.length <= SHORT ? (await call("annotate", [article.text, { terms: [plain(now)] }])).annotated.terms.length : null;
    if (mine === asked) check.replaceChildren(el("p", { class: "dim" }, hits === null ? told.works : told.hits(hits)));
    return true;
  };
  const invalid = (/** @type {boolean} */ bad) => (bad ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid"));
  const mend = (/** @type {string} */ text) => {
    kept = text;
    build();
    input.focus();
  };
  const complain = (/** @type {string} */ sentence) => {
    invalid(true);
    check.replaceChildren(el("p", { class: "wrong" }, sentence));
    input.focus();
  };

  const choose = (/** @type {boolean} */ one) => el("label", null, el("input", { type: "radio", name: "term-what", value: one ? "pattern" : "words", checked: pattern === one, onchange: () => {
    pattern = one;
    build();
  } }), one ? told.asPattern : told.asWords);
  const what = el("div", { class: "choices" });
  const radios = () => what.replaceChildren(choose(false), choose(true));
  radios();
  build();
  return el("form", { class: "fix term-form", onsubmit: async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!kept.trim()) return complain(pattern ? told.emptyPattern : told.empty);
    const now = draft();
    if (!now) return complain(told.tooLong(MOST_LETTERS));
    if (!(await tryIt())) return input.focus();
    const why = made(now);
    if (why) complain(why);
  } },
    el("fieldset", null, el("legend", { class: "dim" }, told.what), what),
    holder, check,
    el("div", { class: "holder" }, el("label", { for: "term-label" }, told.label), label),
    el("fieldset", null, el("legend", { class: "dim" }, told.tint), el("div", { class: "choices tints" }, ...TINTS.map((one) =>
      el("label", null, el("input", { type: "radio", name: "term-tint", value: one, checked: one === tint, onchange: () => (tint = one) }), el("span", { class: "m", "data-look": "term", "data-tint": one }, told.tints[one]))))),
    el("div", { class: "acts" }, el("button", { type: "submit", class: "btn main", "data-act": "add" }, term ? told.save : told.add), term ? el("button", { type: "button", class: "ghost", onclick: cancel }, told.cancel) : null));
}

/** @param {string} pattern @param {import("./term.js").Fault} fault */
function faultTold(pattern, fault) {
  return told.fault(fault.reason, fault.at, [...pattern][fault.at] ?? "");
}

/** What closes an open bracket. @param {string} reason */
function closing(reason) {
  return reason.includes("unclosed group") ? ")" : reason.includes("unclosed character class") ? "]" : "";
}

/** @param {File} file @param {() => void} close */
async function open(file, close) {
  close();                                   /* what there is to say is said on the page */
  const list = await readFile("terms", file);
  if (!list) return;
  const good = list.slice(0, MOST).map((one) => checked({ .../** @type {any} */ (one), id: null })).filter((one) => one !== null);
  if (list.length > 0 && good.length === 0) return notify({ code: "badFile", ...ownWords.files.wrong.none(file.name) });
  /** @type {string[]} */
  const left = list.length > good.length ? [ownWords.files.left(list.length - good.length)] : [];
  /** @type {Term[]} */
  const fresh = [];
  let used = good.length;
  for (const term of good) {
    const fault = await faultOf(term);
    if (fault) {
      used -= 1;
      left.push(ownWords.files.leftTerm(term.label, faultTold(term.pattern ?? "", fault).sentence));
    }
    if (!fault && ![...own.terms, ...fresh].some((known) => known.label === term.label && looksFor(known) === looksFor(term))) fresh.push(term);
  }
  if (own.terms.length + fresh.length > MOST) left.push(told.full(MOST));
  keepTerms([...own.terms, ...fresh]);
  if (left.length) notify({ code: "partFile", title: told.loaded(used), body: left.slice(0, 5) });
  else say(told.loaded(used));
}
