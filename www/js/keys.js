// Keys: what each key does, in one list that both binds them and fills the sheet behind "?". Letters and digits work everywhere
// but in a text field, and can be switched off for readers whose tools send letters of their own.

import { byId, el, takesLetters } from "./dom.js";
import { LOOKS } from "./kinds.js";
import { ownKeys } from "./words-own.js";
import { keyWords } from "./words.js";

/** @typedef {"nextMark" | "previousMark" | "nextSame" | "previousSame" | "nextSentence" | "previousSentence" | "tell" | "fold" | "quiet" | "second" | "next" | "previous" | "match" | "nextTab" | "previousTab" | "onlyNew" | "beside" | "details" | "sheet" | "facts" | "edit" | "save" | "turn" | "find" | "terms" | "undo" | "redo" | "markWords" | "done" | "again" | "close"} Action */
/** @typedef {Record<Action, (event: KeyboardEvent) => boolean | void> & { toggle: (look: string) => void }} Actions an action that returns false did not take the key */

/** @type {[string, [string, string[]][]][]} headings, then lines with the keys as they are printed */
const SHEET = [
  ["move", [["nextMark", ["→", "←"]], ["sameMark", ["Shift →", "Shift ←"]], ["sentence", ["j", "k"]], ["tell", ["Enter"]], ["fold", ["o"]]]],
  ["show", [["names", ["1", "2", "3", "4", "5"]], ["values", ["6", "7", "8", "9"]], ["quote", ["0", "t"]], ["quiet", ["q"]]]],
  ["own", [["find", ["/"]], ["markWords", ["a"]], ["undo", ["Ctrl z"]], ["redo", ["Ctrl Shift z"]], ["terms", ["g"]]]],
  ["compare", [["second", ["c"]], ["news", ["n", "p"]], ["match", ["m"]], ["beside", ["b"]], ["onlyNew", ["w"]], ["tab", ["]", "["]], ["moveTab", ["Shift →", "Shift ←"]]]],
  ["page", [["sheet", ["?"]], ["facts", ["f"]], ["edit", ["e"]], ["save", ["s"]], ["details", ["d"]], ["turn", ["x"]], ["done", ["Ctrl Enter"]], ["again", ["Ctrl Backspace"]], ["close", ["Esc"]]]],
];

/** Letters and signs. @type {Record<string, Action>} */
const LETTERS = { j: "nextSentence", k: "previousSentence", o: "fold", q: "quiet", c: "second", n: "next", p: "previous", m: "match", "]": "nextTab", "[": "previousTab", "?": "sheet", f: "facts", e: "edit", s: "save", x: "turn", w: "onlyNew", b: "beside", d: "details", "/": "find", a: "markWords", g: "terms" };

/** @param {Actions} actions */
export function bindKeys(actions) {
  fillSheet();
  const letters = /** @type {HTMLInputElement} */ (byId("letters"));
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (act(event)) event.preventDefault();
  });

  /** @param {KeyboardEvent} event */
  const act = (event) => {
    const { key } = event;
    const run = (/** @type {Action} */ name) => actions[name](event) !== false;
    if (event.ctrlKey || event.metaKey) {
      if (key === "Enter") return run("done");
      if (/^[zy]$/i.test(key) && !takesLetters(event.target)) return run(event.shiftKey || /y/i.test(key) ? "redo" : "undo");
      if (key === "Backspace" && !takesLetters(event.target)) return run("again");
      return false;
    }
    if (key === "Escape") return run("close");
    if (takesLetters(event.target)) return false;
    if (key === "Enter" || key === " ") return run("tell");
    if (key === "ArrowRight" || key === "ArrowLeft") {
      if (!(event.target instanceof Element) || !event.target.closest("#text, body > :not(*), .card") && event.target !== document.body) return false;
      return run(key === "ArrowRight" ? (event.shiftKey ? "nextSame" : "nextMark") : event.shiftKey ? "previousSame" : "previousMark");
    }
    if (!letters.checked) return false;
    const look = LOOKS.find((row) => row.key === key);
    if (look) {
      actions.toggle(look.look);
      return true;
    }
    const name = LETTERS[key];
    return name ? run(name) : false;
  };
}

function fillSheet() {
  const lines = /** @type {Record<string, string>} */ ({ ...keyWords, ...ownKeys });
  byId("keys-sheet").replaceChildren(...SHEET.map(([heading, rows]) =>
    el("section", null, el("h3", null, lines[heading]), el("dl", null, ...rows.map(([line, keys]) =>
      el("div", null, el("dt", null, lines[line]), el("dd", null, ...keys.flatMap((key, index) => (index ? [" ", el("kbd", null, key)] : [el("kbd", null, key)]))))))))); 
}

/** Opens the sheet, or closes it. */
export function toggleSheet() {
  const sheet = /** @type {HTMLDialogElement} */ (byId("keys"));
  if (sheet.open) sheet.close();
  else sheet.showModal();
}
