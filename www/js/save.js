// Save: the sheet behind "Save as". Every format with what it is for, its size and a button; print; and a link that holds the article.
// Files are made here, on the device, one after another while the sheet is open.

import { el } from "./dom.js";
import { copyText } from "./cite.js";
import { FORMATS, make } from "./export/room.js";
import { sourceOf } from "./export/source.js";
import { say } from "./notice.js";
import { LONG, MOST, linkOf, whyNot } from "./share.js";
import { saveWords } from "./words-save.js";
import { skeleton } from "./words.js";

/** @typedef {import("./export/room.js").Made} Made */
/** @typedef {import("./desk.js").Desk} Desk */

/** @type {HTMLDialogElement | null} */
let sheet = null;
/** Counts what has been asked, so that what comes too late is dropped. */
let asked = 0;

/** Opens the sheet for what is on the desk. @param {Desk} desk @param {() => Promise<void>} print */
export function openSheet(desk, print) {
  sheet?.remove();
  const opener = /** @type {HTMLElement | null} */ (document.activeElement);
  const now = desk.sheet;
  const dialog = el("dialog", { id: "save", "aria-labelledby": "save-h" });
  const rows = FORMATS.map((format) => row(format.id));
  const all = el("input", { type: "radio", name: "save-scope", value: "all" });
  const one = el("input", { type: "radio", name: "save-scope", value: "one", checked: true });
  const weigh = () => void weighAll(rows, all.checked ? desk.sheets : [now]);
  const scope = desk.sheets.length > 1
    ? el("fieldset", { class: "scope", onchange: weigh }, el("legend", { class: "sr" }, saveWords.scope), el("label", null, one, " ", saveWords.this), el("label", null, all, " ", saveWords.all(desk.sheets.length)))
    : null;
  const link = el("section", { class: "link-part", "aria-labelledby": "save-link" }, el("h3", { id: "save-link" }, saveWords.link));
  dialog.append(
    el("div", { class: "dialog-head" }, el("h2", { id: "save-h" }, saveWords.title),
      el("form", { method: "dialog" }, el("button", { class: "btn" }, skeleton.close, " ", el("kbd", { "aria-hidden": "true" }, "Esc")))),
    ...[scope].filter((node) => node !== null),
    el("section", { "aria-labelledby": "save-files" }, el("h3", { id: "save-files" }, saveWords.files), el("ul", { class: "formats" }, ...rows.map(({ node }) => node))),
    el("section", { "aria-labelledby": "save-paper" }, el("h3", { id: "save-paper" }, saveWords.paper),
      el("div", { class: "way" }, el("p", { class: "dim" }, saveWords.printNote), el("button", { type: "button", class: "btn", onclick: () => (dialog.close(), void print()) }, saveWords.print))),
    link,
    el("p", { class: "foot" }, saveWords.foot));
  dialog.addEventListener("close", () => {
    asked += 1;
    for (const one of rows) one.release();
    dialog.remove();
    if (sheet === dialog) sheet = null;
    opener?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  sheet = dialog;
  dialog.showModal();
  weigh();
  void showLink(link, desk);
}

/** A format's line: what it is for, its size, its button. @param {string} id */
function row(id) {
  const [title, note] = saveWords.formats[id];
  const size = el("span", { class: "size" }, "…");
  const label = el("span", { class: "sr" }, `${saveWords.downloadAs(title, "")}`);
  const warning = el("p", { class: "warning", hidden: true });
  const button = el("button", { type: "button", class: "btn", disabled: true, "data-format": id }, el("span", { "aria-hidden": "true" }, saveWords.download), label);
  const node = el("li", { "data-format": id }, el("div", null, el("b", null, title), el("p", { class: "dim" }, note), warning), size, button);
  /** @type {Made | null} */
  let made = null;
  let url = "";
  button.addEventListener("click", () => {
    if (!made) return;
    url ||= URL.createObjectURL(made.blob);
    const link = el("a", { href: url, download: made.name });
    link.click();
    say(saveWords.saved(made.name));
  });
  const release = () => {
    const old = url;
    if (old) setTimeout(() => URL.revokeObjectURL(old), 60_000);
    url = "";
    made = null;
  };
  const show = (/** @type {Made | null | undefined} */ file) => {
    release();
    made = file ?? null;
    button.disabled = !made;
    const weight = made ? saveWords.size(made.blob.size) : "";
    size.textContent = file === undefined ? "…" : weight;
    label.textContent = saveWords.downloadAs(title, weight);
    warning.textContent = file === null ? saveWords.failed : made?.left ? saveWords.overlaps(made.left) : "";
    warning.hidden = !warning.textContent;
  };
  return { id, node, show, release };
}

/** Makes every file, the likely ones first, and says how large each is. @param {ReturnType<typeof row>[]} rows @param {import("./desk.js").Sheet[]} sheets */
async function weighAll(rows, sheets) {
  const mine = (asked += 1);
  for (const one of rows) one.show(undefined);
  /** @type {import("./export/source.js").Source[] | null} */
  let sources = null;
  for (const format of FORMATS) {
    let file = null;
    try {
      sources ??= await Promise.all(sheets.map(sourceOf));
      file = await make(format, sources);
    } catch {
      /* said in the format's line; the others go on */
    }
    await new Promise((rest) => setTimeout(rest));           /* the page stays awake between two large files */
    if (mine !== asked) return;
    rows.find(({ id }) => id === format.id)?.show(file);
  }
}

/** @param {HTMLElement} part @param {Desk} desk */
async function showLink(part, desk) {
  const { sheet: now } = desk;
  if (!now) return;
  const note = (/** @type {string} */ words) => el("p", { class: "dim" }, words);
  const not = whyNot(location.href);
  if (not) return part.append(note(saveWords.linkNone[not]));
  const link = now.article.text.length > 4_000_000 ? "" : await linkOf(now.article, location.href);
  const length = link ? link.length : now.article.text.length;
  if (!link || length > MOST) return part.append(el("p", { id: "link-refused" }, saveWords.linkTooLong(length, MOST)));
  const field = el("input", { type: "text", id: "link", readonly: true, value: link, "aria-label": saveWords.linkLabel, "aria-describedby": "link-size", onfocus: () => field.select() });
  const said = el("span", { class: "done", "aria-hidden": "true" });
  part.append(
    note([saveWords.linkNote, desk.sheets.length > 1 ? saveWords.linkNoteOne : ""].filter(Boolean).join(" ")),
    el("div", { class: "way" }, field, el("button", {
      type: "button", class: "btn", id: "copy-link",
      onclick: async () => {
        if (!(await copyText(link, saveWords.linkCopied))) return field.focus();
        said.textContent = saveWords.linkCopied;
        setTimeout(() => (said.textContent = ""), 2_500);
      },
    }, saveWords.copyLink)),
    el("p", { class: "dim", id: "link-size" }, [saveWords.linkSize(length), length > LONG ? saveWords.linkLong : ""].filter(Boolean).join(" "), " ", said));
}
