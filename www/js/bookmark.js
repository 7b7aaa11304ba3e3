// Bookmark: a bookmarklet, which sends the article of the page one is reading to Glosswire. It runs on that page, opens Glosswire, and
// hands over the article when Glosswire says that it listens, to Glosswire's own origin and nobody else. See sent.js for the other end.

import { el } from "./dom.js";
import { say } from "./notice.js";
import { sheetOf } from "./sheet.js";
import { later } from "./words-later.js";

/**
 * What runs on the other page. It stands by itself: nothing of Glosswire is there.
 * @param {string} home address of Glosswire
 * @param {string} sentence said when no window can be opened
 */
function carry(home, sentence) {
  const chosen = getSelection();
  const box = document.createElement("div");
  if (chosen && !chosen.isCollapsed) for (let at = 0; at < chosen.rangeCount; at += 1) box.append(chosen.getRangeAt(at).cloneContents());
  const some = box.hasChildNodes();
  const article = {
    glosswire: "article",
    title: document.title,
    address: location.href,
    text: some ? String(chosen) : document.body.innerText,
    html: some ? box.innerHTML : document.documentElement.outerHTML,
  };
  const other = open(`${home}#sent`);
  if (!other) return alert(sentence);
  const to = new URL(home).origin;
  addEventListener("message", function hear(event) {
    if (event.source !== other || event.origin !== to || event.data?.glosswire !== "ready") return;
    removeEventListener("message", hear);
    other.postMessage(article, to);
  });
}

/** The bookmarklet, as an address. @param {string} home */
export function bookmarkOf(home) {
  const code = `(${carry})(${JSON.stringify(home)},${JSON.stringify(later.noWindow)})`;
  return `javascript:void${encodeURIComponent(code.replace(/\n\s*/g, " "))}`;
}

/** Offers it: to drag, else to copy. */
export function openBookmark() {
  const { dialog, body } = sheetOf("bookmark", later.bookmarkTitle);
  dialog.showModal();
  if (location.protocol === "file:") return body.append(el("p", { class: "lead" }, later.noBookmark));
  /* dragged over the page, it is no article */
  for (const kind of ["dragenter", "dragleave", "dragover", "drop"]) {
    dialog.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === "drop") event.preventDefault();
    });
  }
  const code = bookmarkOf(new URL("./", document.baseURI).href);
  const said = el("p", { class: "foot", role: "status" });
  const field = el("textarea", { id: "bookmark-code", readonly: true, rows: 3, spellcheck: "false", onfocus: () => field.select() });
  field.value = code;
  const link = el("a", { class: "btn", id: "bookmarklet", href: code, onclick: (/** @type {Event} */ event) => (event.preventDefault(), (said.textContent = later.dragIt)) }, later.bookmarkName);
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(code);
      said.textContent = later.copied;
    } catch {
      said.textContent = later.copyByHand;
    }
    say(said.textContent);
  };
  body.append(
    el("p", { class: "lead" }, later.bookmarkWhat),
    el("p", { class: "carry" }, link, " ", el("span", { class: "dim" }, later.dragHint)),
    el("div", { class: "field" },
      el("label", { for: "bookmark-code" }, later.copyLabel),
      field,
      el("p", null, el("button", { type: "button", class: "btn", id: "bookmark-copy", onclick: () => void copy() }, later.copy))),
    said,
    el("ul", { class: "foot notes" }, ...later.bookmarkNotes.map((note) => el("li", null, note))));
}
