// Sheet: all corrections, those of the shown article one by one. They can be taken back, saved as a file, opened from one, forgotten.

import { el } from "../dom.js";
import { chooseFile, readFile, saveFile } from "../handover.js";
import { notify } from "../notice.js";
import { own } from "../own.js";
import { sheetOf } from "../sheet.js";
import { ownWords } from "../words-own.js";
import { checked, equal, fits } from "./record.js";

/** @typedef {import("./correcting.js").Correcting} Correcting */

const told = ownWords.correct;

export function save() {
  saveFile("corrections", own.corrections, told.fileName);
}

/** @param {Correcting} correcting */
export function openCorrections(correcting) {
  const { dialog, body, close } = sheetOf("corrections-sheet", told.title);
  const fill = () => {
    const here = correcting.here();
    const others = own.corrections.length - here.length;
    const { done, undone } = correcting.history;
    const act = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => unknown} */ does, off = false) =>
      el("button", { type: "button", class: "btn", "data-act": name, disabled: off, onclick: async () => {
        await does();
        fill();
        /** @type {HTMLElement | null} */ (dialog.querySelector(`[data-act="${name}"]:not(:disabled)`) ?? dialog.querySelector(".dialog-head button"))?.focus();
      } }, label);
    body.replaceChildren(
      el("p", { class: "dim" }, told.kept),
      el("h3", null, told.here),
      here.length
        ? el("ul", { class: "own-list" }, ...here.map((record) => {
            const sentence = told.done(record);
            return el("li", null, el("span", null, sentence), act(`back-${own.corrections.indexOf(record)}`, told.takeBack, () => correcting.takeAway([record], `${told.takeBack}: ${sentence}`)));
          }))
        : el("p", { class: "dim" }, told.noneHere),
      ...(others ? [el("p", { class: "dim" }, told.others(others))] : []),
      el("div", { class: "acts" },
        act("undo", told.undo, () => correcting.undo(), done.length === 0),
        act("redo", told.redo, () => correcting.redo(), undone.length === 0),
        act("save", told.save, save, own.corrections.length === 0),
        act("open", told.open, () => chooseFile((file) => void open(file, correcting, close))),
        act("forget", told.forget, () => correcting.takeAway([...own.corrections], told.forgotten(own.corrections.length)), own.corrections.length === 0)));
  };
  fill();
  dialog.showModal();
}

/** @param {File} file @param {Correcting} correcting @param {() => void} close */
async function open(file, correcting, close) {
  close();                                   /* what there is to say is said on the page */
  const list = await readFile("corrections", file);
  if (!list) return;
  const good = list.map(checked).filter((one) => one !== null);
  if (list.length > 0 && good.length === 0) return notify({ code: "badFile", ...ownWords.files.wrong.none(file.name) });
  const fresh = good.filter((one) => !own.corrections.some((known) => equal(known, one)));
  const { article } = correcting;
  const here = article ? good.filter((one) => fits(article.text, one)).length : 0;
  await correcting.make({ added: fresh, removed: [], told: told.loaded(good.length, here), at: null, article: article?.id ?? null });
  const left = list.length - good.length;
  if (left) notify({ code: "partFile", title: told.loaded(good.length, here), body: ownWords.files.left(left) });
}
