// Cite: one fact, figure or quotation as plain text with who said it, where and when, ready to stand in another text. Also what a copy
// of the article is: its own words as they were pasted, without the page's marks and labels.

import { originOf } from "./export/source.js";
import { byId, el } from "./dom.js";
import { notify, say } from "./notice.js";
import { tidy } from "./thing.js";
import { inMarks } from "./words.js";
import { saveWords } from "./words-save.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./thing.js").Thing} Thing */

/** Where something stands, in a line: title, outlet, day, address. @param {Article} article */
export function sourceLine(article) {
  const { title, outlet, date, address } = originOf(article);
  return [saveWords.titled(title), outlet, date && saveWords.day(date), address].filter(Boolean).join(", ");
}

/** @param {Article} article @param {Thing} thing @param {number} place which of its places */
export function citation(article, thing, place) {
  const { things, annotated } = article;
  if (thing.quote) {
    const { quote } = thing;
    const own = things.quoteWords(quote).replace(/[,;]$/, "");
    const speaker = tidy(things.speaker(quote) ?? saveWords.nobody);
    const told = quote.form === "indirect" || quote.form === "mixed" ? saveWords.reported(speaker, own) : `${saveWords.said(speaker)} ${inMarks(quote.form, own)}`;
    return `${told}\n${sourceLine(article)}`;
  }
  const spot = thing.spots[place] ?? thing.spots[0];
  const sentence = annotated.sentences[things.sentenceAt(spot.start)];
  const own = thing.entity?.name ?? things.brief(spot, 300);
  const within = sentence && sentence.end >= spot.end ? things.brief(sentence, 2_000) : things.brief(spot, 2_000);
  const quote = annotated.quotes.find(({ content, speakerKind }) => speakerKind !== "none" && content.some((part) => part.start <= spot.start && part.end >= spot.end));
  const speaker = quote ? things.speaker(quote) : null;
  return [saveWords.about(own, within), speaker && saveWords.by(tidy(speaker)), sourceLine(article)].filter(Boolean).join("\n");
}

/** Puts words on the clipboard; where the browser forbids it, they are shown to be copied by hand. @param {string} text @param {string} done what is said then */
export async function copyText(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByHand(text)) {
      notify({ code: "copy", ...saveWords.copyFailed });
      byId("notices").querySelector(".said-so")?.append(el("pre", { class: "by-hand", tabindex: 0 }, text));
      return false;
    }
  }
  say(done);
  return true;
}

/** The old way, for pages that are not served securely. @param {string} text */
function copyByHand(text) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", put, { capture: true, once: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  return done;
}

/** @param {() => Article | undefined} shown */
export function bindCiting(shown) {
  addEventListener("copy", copied);
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.cite") : null;
    const article = shown();
    if (!(button instanceof HTMLElement) || !article) return;
    const [kind, ref, place] = (button.dataset.cite ?? "").split(":");
    const thing = article.things.get(kind, ref);
    if (!thing) return;
    void copyText(citation(article, thing, Number(place ?? 0)), saveWords.cited).then((done) => {
      if (!done) return;
      button.dataset.done = saveWords.cited;
      setTimeout(() => delete button.dataset.done, 2_500);
    });
  });
}

/** A selection in the article is copied as the words that were pasted; what is folded or filtered away stays away. @param {ClipboardEvent} event */
function copied(event) {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !text || !event.clipboardData || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
  const range = selection.getRangeAt(0);
  const inside = (/** @type {Node | null} */ node) => node !== null && text.contains(node);
  if (!inside(selection.anchorNode) && !inside(selection.focusNode)) return;
  if (!inside(range.startContainer)) range.setStart(text, 0);
  if (!inside(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let own = "";
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!range.intersectsNode(node) || !node.parentElement?.checkVisibility()) continue;
    const words = node.textContent ?? "";
    own += words.slice(node === range.startContainer ? range.startOffset : 0, node === range.endContainer ? range.endOffset : words.length);
  }
  if (!own) return;
  event.clipboardData.setData("text/plain", own);
  event.preventDefault();
}
