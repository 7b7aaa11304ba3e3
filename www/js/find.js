// Find: words searched for in the shown article and in all others, whatever their capitals and accents. Their places are painted over
// the article by the browser's highlights; where it has none, the sentence of the place is outlined.

import { byId, el } from "./dom.js";
import { fold, places } from "./fold.js";
import { say } from "./notice.js";
import { words } from "./words.js";
import { ownWords } from "./words-own.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Span} Span */

const told = ownWords.find;
const MOST = 2_000;           /* places of one search in one article */
const SNIPPETS = 3;
const TYPED = 120;

/** @type {WeakMap<Article, import("./fold.js").Folded>} */
const folded = new WeakMap();

/** @param {Article} article @param {string} query @returns {Span[]} */
function search(article, query) {
  let known = folded.get(article);
  if (!known) folded.set(article, (known = fold(article.text)));
  return places(known, query, MOST);
}

export class Find {
  /** @param {import("./desk.js").Desk} desk @param {import("./view.js").View} view */
  constructor(desk, view) {
    this.desk = desk;
    this.view = view;
    /** @type {Span[]} */
    this.found = [];
    this.here = -1;
    this.timer = 0;
    /** @type {Element | null} */
    this.before = null;
    this.node = byId("find");
    this.input = el("input", { type: "search", id: "find-words", "aria-label": told.label, placeholder: told.hint, autocomplete: "off", spellcheck: "false", maxlength: 400 });
    this.count = el("output", { id: "find-count", for: "find-words" });
    this.others = el("div", { id: "find-others" });
    const step = (/** @type {1 | -1} */ by, /** @type {string} */ label, /** @type {string} */ sign) => el("button", { type: "button", class: "ghost", "data-step": by, "aria-label": label, onclick: () => this.step(by) }, el("span", { class: sign, "aria-hidden": "true" }));
    this.node.replaceChildren(
      el("div", { class: "find-line" }, this.input, this.count, step(-1, told.previous, "up"), step(1, told.next, "down"),
        el("button", { type: "button", class: "ghost", "aria-label": words.close, onclick: () => this.close() }, el("span", { class: "cross", "aria-hidden": "true" }))),
      this.others);
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.look(true), TYPED);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      clearTimeout(this.timer);
      if (this.asked !== this.query) this.look(true);
      else this.step(event.shiftKey ? -1 : 1);
    });
    this.asked = "";
    /** @type {import("./render.js").Story | null} */
    this.watched = null;
    view.onShown.push(() => this.isOpen && this.look(false));
  }

  get isOpen() {
    return !this.node.hidden;
  }

  get query() {
    return this.input.value;
  }

  open() {
    if (!this.isOpen) this.before = document.activeElement;
    this.node.hidden = false;
    const chosen = getSelection()?.toString().replace(/\s+/g, " ").trim() ?? "";
    if (chosen && chosen.length < 80) this.input.value = chosen;
    this.input.focus();
    this.input.select();
    if (this.query) this.look(true);
  }

  close() {
    if (!this.isOpen) return false;
    const inside = this.node.contains(document.activeElement);
    clearTimeout(this.timer);
    this.node.hidden = true;
    this.found = [];
    this.asked = "";
    this.unpaint();
    const { before } = this;
    if (inside) (before instanceof HTMLElement && before.isConnected && before !== document.body ? before : this.view.root).focus({ preventScroll: true });
    return true;
  }

  /** Searches anew. @param {boolean} go whether the first place after the reader's is gone to */
  look(go) {
    const { query } = this;
    const article = this.desk.sheet?.article;
    const same = this.asked === query;
    this.asked = query;
    const at = this.found[this.here]?.start ?? -1;
    this.found = article && this.view.story ? search(article, query) : [];
    this.here = same ? this.found.findIndex((span) => span.start >= at) : -1;
    void this.paint();
    this.listOthers(query);
    if (go && this.found.length) {
      this.here = Math.max(0, this.firstInSight());
      void this.go();
    }
    this.tell();
  }

  /** The first place that is not above what the reader sees. */
  firstInSight() {
    const top = [...document.querySelectorAll("#text .s")].find((node) => node.getBoundingClientRect().bottom > 80);
    const index = Number(/** @type {HTMLElement | undefined} */ (top)?.dataset.s ?? 0);
    const start = this.desk.sheet?.article.annotated.sentences[index]?.start ?? 0;
    return this.found.findIndex((span) => span.end > start);
  }

  tell() {
    const { length } = this.found;
    const none = this.asked.trim() ? told.none : "";
    this.count.textContent = length ? told.of(this.here + 1, length, length >= MOST) : none;
    this.node.classList.toggle("none", Boolean(none) && length === 0);
    if (none && length === 0) say(this.others.childElementCount ? told.noneOne : told.noneAll);
  }

  /** @param {1 | -1} by */
  step(by) {
    const { length } = this.found;
    if (!length) return;
    this.here = (this.here + by + length) % length;
    void this.go();
    this.tell();
  }

  async go() {
    const span = this.found[this.here];
    const node = await this.view.story?.reveal(span.start);
    if (!node || span !== this.found[this.here]) return;
    void this.paint();
    /* far stretches of a long article get their height when they come near, so the place is looked at again until it lies still */
    for (let tries = 0; tries < 8 && span === this.found[this.here]; tries += 1) {
      const box = this.rangeOf(span)?.getBoundingClientRect() ?? node.getBoundingClientRect();
      if (box.top < 120 || box.bottom > innerHeight - 120) scrollTo({ top: scrollY + box.top - innerHeight * 0.4, behavior: "instant" });
      else if (tries > 1) break;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }

  /** Where the letters of the article lie: its text nodes, and where each begins. */
  nodes() {
    const root = document.getElementById("text");
    /** @type {{ node: Text, start: number, end: number }[]} */
    const list = [];
    if (!root) return list;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let at = 0; walker.nextNode(); ) {
      const node = /** @type {Text} */ (walker.currentNode);
      list.push({ node, start: at, end: (at += node.length) });
    }
    return list;
  }

  /** @param {Span} span */
  rangeOf(span) {
    return rangesOf(this.nodes(), [span])[0] ?? null;
  }

  async paint() {
    const { story } = this.view;
    const { found } = this;
    this.unpaint();
    if (!story || found.length === 0) return;
    await story.laid;
    this.watch(story);
    if (story !== this.view.story || found !== this.found || !this.isOpen) return;
    const here = found[this.here];
    if ("highlights" in CSS) {
      const nodes = this.nodes();
      CSS.highlights.set("found", new Highlight(...rangesOf(nodes, found.filter((span) => span !== here))));
      const own = new Highlight(...rangesOf(nodes, here ? [here] : []));
      own.priority = 1;
      CSS.highlights.set("found-here", own);
    } else if (here) (await story.reveal(here.start))?.classList.add("found");
  }

  /** Marks that come to a far stretch bring new nodes: they are painted anew. @param {import("./render.js").Story} story */
  watch(story) {
    if (this.watched === story) return;
    this.watched = story;
    const { filled } = story;
    let due = 0;
    story.filled = () => {
      filled?.();
      clearTimeout(due);
      due = window.setTimeout(() => this.isOpen && void this.paint(), 50);
    };
  }

  unpaint() {
    if ("highlights" in CSS) for (const name of ["found", "found-here"]) CSS.highlights.delete(name);
    for (const node of document.querySelectorAll("#text .found")) node.classList.remove("found");
  }

  /** @param {string} query */
  listOthers(query) {
    const rows = this.desk.sheets.flatMap(({ article }, index) => {
      const spans = index === this.desk.shown ? [] : search(article, query);
      if (spans.length === 0) return [];
      return [el("li", { "data-id": article.id },
        el("h3", null, told.here(article.title, spans.length, spans.length >= MOST)),
        el("ul", null, ...spans.slice(0, SNIPPETS).map((span) => {
          const { head, words: own, tail } = article.things.around(span, 5, 6);
          return el("li", null, el("button", { type: "button", class: "snippet", onclick: () => this.other(index, span) }, head, el("b", null, own), tail));
        })))];
    });
    this.others.replaceChildren(...(rows.length ? [el("h2", null, told.others), el("ul", { class: "find-articles" }, ...rows)] : []));
  }

  /** Shows a place in another article. @param {number} index @param {Span} span */
  other(index, span) {
    const shown = () => {
      this.view.onShown.splice(this.view.onShown.indexOf(shown), 1);
      const place = this.found.findIndex((one) => one.start === span.start);
      if (this.desk.shown !== index || place < 0) return;
      this.here = place;
      this.tell();
      void this.go();
      this.input.focus({ preventScroll: true });
    };
    this.view.onShown.push(shown);
    this.view.hands.shown(index);
  }
}

/** @param {{ node: Text, start: number, end: number }[]} nodes @param {Span[]} spans in order */
function rangesOf(nodes, spans) {
  /** @type {Range[]} */
  const ranges = [];
  let first = 0;
  for (const { start, end } of spans) {
    while (first < nodes.length && nodes[first].end <= start) first += 1;
    let last = first;
    while (last < nodes.length && nodes[last].end < end) last += 1;
    if (last >= nodes.length) break;
    const range = document.createRange();
    range.setStart(nodes[first].node, start - nodes[first].start);
    range.setEnd(nodes[last].node, end - nodes[last].start);
    ranges.push(range);
  }
  return ranges;
}
