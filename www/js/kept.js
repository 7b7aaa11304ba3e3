// Kept: the dialog that says what is kept on this device, and lets the reader save it to a file, bring it back, forget it, or keep nothing.

import { byId, el } from "./dom.js";
import { dropDraft } from "./draft.js";
import { keepsNothing } from "./keep.js";
import { say } from "./notice.js";
import { keepWords } from "./words-keep.js";
import { words } from "./words.js";

/** @typedef {import("./keeping.js").Keeping} Keeping */

/** @type {HTMLDialogElement | null} */
let dialog = null;

/** Opens the dialog. @param {Keeping} keeping */
export async function showKept(keeping) {
  /** @type {HTMLDialogElement} */ (byId("keys")).close();
  dialog ??= document.body.appendChild(el("dialog", { id: "kept", "aria-labelledby": "kept-h" }));
  await fill(keeping, "");
  if (!dialog.open) dialog.showModal();
}

/** @param {Keeping} keeping @param {string} told what has just been done */
async function fill(keeping, told) {
  const box = /** @type {HTMLDialogElement} */ (dialog);
  const { drafts, open } = await keeping.earlier();
  const { length } = keeping.desk.sheets;
  const state = length === 0 ? (keepsNothing() ? keepWords.nothingOn : keepWords.keptNone) : keeping.when ? keepWords.keptNow(length, clock(keeping.when)) : keepWords.keptNot(length);
  const result = el("p", { class: "result", id: "kept-result", role: "status" }, told);
  const sure = el("div", { id: "kept-sure" });
  const nothing = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id: "keep-nothing", checked: keepsNothing(), "aria-describedby": "keep-nothing-note" }));
  nothing.addEventListener("change", () => void choose(keeping, nothing, sure));
  box.replaceChildren(
    el("div", { class: "dialog-head" }, el("h2", { id: "kept-h" }, keepWords.heading),
      el("button", { type: "button", class: "btn", onclick: () => box.close() }, words.close, " ", el("kbd", { "aria-hidden": "true" }, "Esc"))),
    el("p", { id: "kept-state" }, state),
    el("p", { class: "acts" },
      el("button", { type: "button", class: "btn", id: "desk-save", disabled: length === 0, onclick: () => void keeping.toFile().then(() => (result.textContent = keepWords.deskSaved("glosswire-desk.json"))) }, keepWords.toFile),
      el("button", { type: "button", class: "btn", id: "desk-open", onclick: () => (box.close(), byId("files").click()) }, keepWords.fromFile)),
    el("p", { class: "foot" }, keepWords.fileNote),
    ...(drafts.length || open ? [el("h3", null, keepWords.earlierDesks), el("ul", { class: "earlier" }, ...drafts.map((draft) => line(keeping, draft))), open ? el("p", { class: "foot" }, keepWords.openElsewhere(open)) : ""] : []),
    el("div", { class: "choice" },
      el("label", null, nothing, " ", keepWords.nothing), el("p", { class: "foot", id: "keep-nothing-note" }, keepWords.nothingNote)),
    el("p", { class: "acts" }, el("button", { type: "button", class: "btn", id: "forget", onclick: () => void askForget(keeping, sure) }, keepWords.forget)),
    sure, result,
    location.hostname.endsWith(".github.io") ? el("p", { class: "foot" }, keepWords.shared(location.hostname)) : "");
  if (told) say(told);
}

/** @param {Keeping} keeping @param {import("./draft.js").Draft} draft */
function line(keeping, draft) {
  const what = keepWords.deskLine(draft.articles[0].title, draft.articles.length);
  return el("li", null,
    el("span", null, what, el("span", { class: "dim" }, ` ${keepWords.when(draft.when)}`)),
    el("span", { class: "acts" },
      el("button", { type: "button", class: "link", "data-bring": draft.tab, onclick: () => (dialog?.close(), void keeping.bring(draft)) }, keeping.desk.sheets.length ? keepWords.addBack : keepWords.bringBack),
      el("button", { type: "button", class: "link", "data-forget": draft.tab, onclick: async () => (await dropDraft(draft.tab), await fill(keeping, keepWords.forgottenOne), void keeping.offer()) }, keepWords.forgetOne)));
}

/**
 * One question before what can't be undone.
 * @param {HTMLElement} sure
 * @param {string} question
 * @param {string} yes
 * @param {() => Promise<void>} act
 * @param {() => void} [no]
 */
function ask(sure, question, yes, act, no = () => {}) {
  const leave = el("button", { type: "button", class: "ghost", onclick: () => (sure.replaceChildren(), no()) }, keepWords.no);
  sure.replaceChildren(el("div", { class: "said-so", role: "group", "aria-label": question },
    el("p", null, question), el("div", { class: "acts" }, el("button", { type: "button", class: "btn main", id: "sure", onclick: () => void act() }, yes), leave)));
  byId("sure").focus();
  sure.scrollIntoView({ block: "nearest" });
}

/** @param {Keeping} keeping @param {HTMLElement} sure */
async function askForget(keeping, sure) {
  const what = keepWords.what(await keeping.count());
  if (what.length === 0) {
    await keeping.forgetAll();
    return fill(keeping, keepWords.forgotNothing);
  }
  ask(sure, keepWords.confirmForget(what), keepWords.yesForget, async () => {
    await keeping.forgetAll();
    await fill(keeping, keepWords.forgot(what));
    byId("kept-h").tabIndex = -1;
    byId("kept-h").focus();
  });
}

/** @param {Keeping} keeping @param {HTMLInputElement} box @param {HTMLElement} sure */
async function choose(keeping, box, sure) {
  const act = async () => {
    const stored = await keeping.nothing(box.checked);
    await fill(keeping, `${box.checked ? keepWords.nothingOn : keepWords.nothingOff}${stored ? "" : ` ${keepWords.choiceNotKept}`}`);
    byId("keep-nothing").focus();
  };
  const there = await keeping.count();
  const what = keepWords.what({ ...there, here: 0, terms: 0, corrections: 0, others: 0 });
  if (!box.checked || what.length === 0) return act();
  ask(sure, keepWords.confirmNothing(what), keepWords.yesNothing, act, () => (box.checked = false));
}

/** @param {number} ms */
function clock(ms) {
  return keepWords.when(ms).replace(/^today at /, "");
}
