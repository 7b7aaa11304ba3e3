// Compare: what the shown article says that those before it did not. Said text fades, new text stands plain, a changed fact wears
// was and now; the wire above tells it in one line, and a sentence, asked, shows its match in the panel.

import { byId, el } from "./dom.js";
import { say } from "./notice.js";
import { fillPanel, more, place, table } from "./panel.js";
import { firstAfter, isAside, tidy } from "./thing.js";
import { newsWire } from "./wire.js";
import { keepWords } from "./words-keep.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Compared} Compared */
/** @typedef {import("./types.js").Status} Status */
/** @typedef {import("./types.js").Comparison} Comparison */
/** @typedef {import("./weave.js").Strand} Strand */
/** @typedef {{ go: (at: number) => void, open: (article: string, at: number) => void, pick: (index: number) => void, beside: (article: string) => void }} Hands */

/** @type {Status[]} */
export const STATUSES = ["new", "changed", "extends", "said"];

export class Against {
  /**
   * @param {Article[]} articles
   * @param {number} shown
   * @param {Comparison} comparison
   */
  constructor(articles, shown, comparison) {
    this.articles = articles;
    this.shown = shown;
    this.article = articles[shown];
    this.comparison = comparison;
    this.earlier = new Map(articles.slice(0, shown).map((article) => [article.id, article]));
    const compared = comparison.articles.find((one) => one.id === this.article.id);
    const { sentences, blocks } = this.article.annotated;
    const byStart = new Map((compared?.sentences ?? []).map((one) => [one.start, one]));
    /** One for each sentence of the article, in order. @type {(Compared | null)[]} */
    this.sentences = sentences.map((sentence) => (isAside(blocks[sentence.block]?.role) ? null : byStart.get(sentence.start) ?? null));
    this.counts = /** @type {Record<Status, number>} */ ({ new: 0, changed: 0, extends: 0, said: 0 });
    this.total = 0;
    /** Whether what was already said is left out. */
    this.onlyNew = false;
    /** @type {import("./types.js").Sentence[] | undefined} */
    this.gones = undefined;
    for (const one of this.sentences) {
      if (!one) continue;
      this.counts[one.status] += 1;
      this.total += 1;
    }
  }

  /** How many sentences are new, of how many. */
  get verdict() {
    return words.verdict(this.counts.new, this.total);
  }

  /** Added words and changed facts within a stretch. @param {number} start @param {number} end @returns {Strand[]} */
  overlay(start, end) {
    const { sentences } = this.article.annotated;
    /** @type {Strand[]} */
    const strands = [];
    for (let index = firstAfter(sentences, start); index < sentences.length && sentences[index].start < end; index += 1) {
      const one = this.sentences[index];
      if (this.isLabel(sentences[index])) continue;
      if (one?.status === "extends") for (const span of one.added) strands.push({ ...span, rank: 1, make: () => el("ins") });
      if (one?.status !== "changed") continue;
      for (const { was, now, kind } of this.facts(one)) {
        const old = this.wordsOf(was.article, was);
        strands.push({ start: now.start, end: now.end, rank: 1.5, make: (first) => el("span", { class: "now", "data-kind": kind, "data-was": first ? shortWas(old, tidy(this.article.things.slice(now))) || words.nothing : null }) });
      }
    }
    return strands;
  }

  /** A sentence's status, and the button that asks about it. @param {number} index @param {HTMLElement} node @param {Hands} hands */
  decorate(index, node, hands) {
    const one = this.sentences[index];
    if (!one || this.isLabel(this.article.annotated.sentences[index])) return;
    node.dataset.status = one.status;
    const first = this.facts(one)[0];
    const told = one.status === "changed" && first ? words.wasNow(this.wordsOf(first.was.article, first.was), tidy(this.article.things.slice(first.now))) : "";
    node.append(el("button", { type: "button", class: "tick", tabindex: -1, "data-status": one.status, "aria-label": words.statusLabel(one.status, told), onclick: (event) => (event.stopPropagation(), hands.pick(index)) }));
  }

  /** Changes as whole facts: of "March 28" the engine may give the 28; of "$47.1 million" the number. @param {Compared} one @returns {import("./types.js").Change[]} */
  facts(one) {
    /** @type {import("./types.js").Change[]} */
    const facts = [];
    for (const change of one.changes) {
      const { was, now } = change;
      const earlier = this.earlier.get(was.article);
      const wide = { ...change, was: earlier ? { ...earlier.things.whole(was), article: was.article } : was, now: this.article.things.whole(now) };
      const twice = facts.some((fact) => fact.now.start < wide.now.end && fact.now.end > wide.now.start);
      if (!twice) facts.push(wide);
    }
    return facts;
  }

  /** Bylines and date lines are counted, but they are labels: no sign, no fading. @param {import("./types.js").Sentence | undefined} sentence */
  isLabel(sentence) {
    const role = sentence && this.article.annotated.blocks[sentence.block]?.role;
    return role === "byline" || role === "dateline";
  }

  /** @param {string} id @param {import("./types.js").Span} span */
  wordsOf(id, span) {
    const article = this.articles.find((one) => one.id === id);
    return article ? article.things.brief(span) : "";
  }

  /** The verdict, the wire and the filters. @param {Hands} hands */
  tape(hands) {
    const [count, rest] = this.verdict;
    const told = this.sentences.flatMap((one, index) => (one ? [{ index, status: one.status }] : []));
    const boxes = STATUSES.map((status) =>
      el("label", null,
        el("input", { type: "checkbox", id: `f-${status}`, checked: true, onchange: (event) => byId("story").classList.toggle(`hide-${status}`, !event.target.checked) }),
        el("span", { class: "tick", "data-status": status, "aria-hidden": "true" }),
        el("span", null, `${words.status[status]} `, el("b", null, words.number(this.counts[status])))));
    for (const status of STATUSES) byId("story").classList.remove(`hide-${status}`);
    byId("story").classList.remove("only-new");
    const only = el("button", { type: "button", class: "ghost", id: "only-new", "aria-pressed": "false", disabled: this.counts.said === 0, onclick: () => this.showOnlyNew(!this.onlyNew) }, keepWords.onlyNew, " ", el("kbd", { "aria-hidden": "true" }, "w"));
    return el("div", { class: "tape", id: "tape" },
      el("p", { class: "verdict", id: "verdict" }, el("b", null, count), ` ${rest}`),
      newsWire(told, hands.pick),
      el("fieldset", { class: "statuses" }, el("legend", { class: "sr" }, words.showStatuses), ...boxes, only,
        el("span", { class: "dim opt next-news" }, `${words.nextNews} `, el("kbd", null, "n"))));
  }

  /** What was already said, and what is set aside, is left out, or comes back. @param {boolean} on */
  showOnlyNew(on) {
    this.onlyNew = on;
    byId("only-new").setAttribute("aria-pressed", String(on));
    byId("story").classList.toggle("only-new", on);
    /** @type {HTMLInputElement} */ (byId("f-said")).disabled = on;
    say(on ? keepWords.onlyNewOn(this.counts.said) : keepWords.onlyNewOff);
  }

  /** Who published an article, in small letters, where that tells articles apart. @param {string} id @returns {Node | null} */
  outlet(id) {
    const outlet = this.articles.find((one) => one.id === id)?.about.outlet;
    const apart = this.articles.some(({ about }) => about.outlet !== outlet);
    return outlet && apart ? el("small", { class: "outlet" }, ` ${outlet}`) : null;
  }

  /** The panel: the match of the sentence asked about, changed facts, figures, quotations, what was left out. @param {number | null} picked @param {Hands} hands */
  panel(picked, hands) {
    fillPanel(words.againstLabel(this.earlier.size), [
      { id: "match", title: words.section.match, heading: this.matchHeading(picked), count: null, body: this.match(picked, hands) },
      { id: "changed", title: words.section.changed, count: this.changes().length, body: this.changed(hands) },
      { id: "ledger", title: words.section.figures, count: this.figureRows().length, body: this.ledger(hands) },
      { id: "quotes", title: words.section.quotes, count: this.quoteRows().length, body: this.quotes(hands) },
      { id: "times", title: words.section.times, heading: keepWords.timeline, count: this.days().size, body: this.timeline(hands) },
      { id: "gone", title: words.section.gone, count: this.leftOut().length, body: this.gone(hands) },
    ]);
  }

  /** @param {number | null} picked */
  matchHeading(picked) {
    const match = picked === null ? null : this.sentences[picked]?.matches[0];
    const article = match && this.earlier.get(match.article);
    return article ? words.inEarlier(article.title, article.things.paragraphAt(match.start), this.earlier.size > 1) : words.heading.match;
  }

  /** @param {number | null} picked @param {Hands} hands @returns {Node[]} */
  match(picked, hands) {
    const one = picked === null ? null : this.sentences[picked];
    if (!one) return [el("p", { class: "dim" }, words.chooseSentence)];
    if (one.matches.length === 0) return [el("p", null, el("b", null, words.status[one.status]), ". ", words.noMatch(this.earlier.size))];
    return one.matches.slice(0, 4).flatMap((match, which) => {
      const article = this.earlier.get(match.article);
      if (!article) return [];
      const { things, annotated } = article;
      const paragraph = things.paragraphAt(match.start);
      const index = things.sentenceAt(match.start);
      const block = annotated.blocks[things.blockAt(match.start)];
      const near = (/** @type {number} */ at) => {
        const sentence = annotated.sentences[at];
        return sentence && block && sentence.start >= block.start && sentence.end <= block.end ? things.brief(sentence) : "";
      };
      const before = near(index - 1);
      const after = near(things.sentenceAt(match.end - 1) + 1);
      return [
        which > 0 ? el("h3", null, words.inEarlier(article.title, paragraph, this.earlier.size > 1)) : null,
        el("p", { class: "dim" }, words.relation[match.relation], this.outlet(article.id)),
        el("blockquote", { class: "passage" },
          before ? el("span", { class: "ctx" }, `${before} `) : null, ...this.struck(article, match, one), after ? el("span", { class: "ctx" }, ` ${after}`) : null),
        el("p", { class: "acts" },
          el("button", { type: "button", class: "link", onclick: () => hands.open(article.id, match.start) }, words.openThere),
          el("button", { type: "button", class: "link", "data-beside": article.id, onclick: () => hands.beside(article.id) }, keepWords.beside)),
      ].filter((node) => node !== null);
    });
  }

  /** The words of a match, with what changed struck out. @param {Article} article @param {import("./types.js").Match} match @param {Compared} one @returns {Node[]} */
  struck(article, match, one) {
    const spans = this.facts(one).map((change) => change.was).filter((was) => was.article === match.article && was.start >= match.start && was.end <= match.end && was.end > was.start);
    spans.sort((a, b) => a.start - b.start);
    /** @type {Node[]} */
    const nodes = [];
    let at = match.start;
    for (const span of spans) {
      if (span.start < at) continue;
      nodes.push(document.createTextNode(article.text.slice(at, span.start)), el("del", null, article.text.slice(span.start, span.end)));
      at = span.end;
    }
    nodes.push(document.createTextNode(article.text.slice(at, match.end)));
    return nodes;
  }

  changes() {
    const { sentences } = this.article.annotated;
    return this.sentences.flatMap((one, index) => (one?.status === "changed" && !this.isLabel(sentences[index]) ? this.facts(one) : []));
  }

  /** @param {Hands} hands @returns {Node[]} */
  changed(hands) {
    const { things } = this.article;
    const rows = this.changes().map((change) => () => {
      const now = things.brief(change.now);
      const sentence = this.article.annotated.sentences[things.sentenceAt(change.now.start)];
      const before = tidy(this.article.text.slice(sentence.start, change.now.start)).split(" ");
      const after = tidy(this.article.text.slice(change.now.end, sentence.end)).split(" ");
      const label = before.join(" ").length > 2 ? `${before.length > 7 ? "…" : ""}${before.slice(-7).join(" ")}` : `${after.slice(0, 7).join(" ")}${after.length > 7 ? "…" : ""}`;
      return el("tr", null, el("th", { scope: "row" }, place(change.now.start, label, hands)),
        el("td", { class: "n was" }, this.wordsOf(change.was.article, change.was) || words.nothing), el("td", { class: "n" }, el("span", { class: "chip" }, now || words.nothing)));
    });
    return table([words.table.said, words.table.was, words.table.now], rows, 12, [1, 2]);
  }

  figureRows() {
    const id = this.article.id;
    const changed = new Set(this.changes().map((change) => change.now.start));
    return (this.comparison.valueLedger ?? []).filter((row) =>
      row.figures.some((figure) => figure.article === id) && row.figures.some((figure) => this.earlier.has(figure.article)) &&
      !row.figures.some((figure) => figure.article === id && changed.has(figure.start)) && this.each(row, true).length < 3 && this.each(row, false).length < 3)
      .sort((a, b) => Number(a.agree) - Number(b.agree));
  }

  /** The figures of a row as they are written, each once, here or earlier. @param {{ figures: import("./types.js").Place[] }} row @param {boolean} here */
  each(row, here) {
    const places = row.figures.filter((figure) => (here ? figure.article === this.article.id : this.earlier.has(figure.article)));
    return [...new Set(places.map((one) => this.wordsOf(one.article, one)))];
  }

  /** The same, by the outlets that gave them. @param {{ figures: import("./types.js").Place[] }} row @param {boolean} here @returns {Node[]} */
  figures(row, here) {
    /** @type {Map<string, { id: string, told: Set<string> }>} */
    const outlets = new Map();
    for (const { article, ...span } of row.figures) {
      if (here ? article !== this.article.id : !this.earlier.has(article)) continue;
      const name = this.outlet(article)?.textContent ?? "";
      const known = outlets.get(name) ?? { id: article, told: new Set() };
      outlets.set(name, known);
      known.told.add(this.wordsOf(article, span));
    }
    const few = this.earlier.size === 1;              /* then they stand over their columns */
    return [...outlets.values()].map(({ id, told }) => el("span", { class: "given" }, [...told].join(", "), few ? null : this.outlet(id)));
  }

  /** @param {Hands} hands @returns {Node[]} */
  ledger(hands) {
    const id = this.article.id;
    const rows = this.figureRows().map((row) => () => {
      const at = row.figures.find((figure) => figure.article === id)?.start ?? 0;
      return el("tr", { class: row.agree ? "dim" : null }, el("th", { scope: "row" }, place(at, words.counted(row.what), hands)),
        el("td", { class: "n" }, ...this.figures(row, false)), el("td", { class: "n" }, ...this.figures(row, true)));
    });
    const [first] = this.earlier.keys();
    const over = (/** @type {string} */ id, /** @type {string} */ otherwise) => (this.earlier.size === 1 && this.outlet(id)?.textContent?.trim()) || otherwise;
    return table([words.table.counts, over(first, words.table.earlier), over(this.article.id, words.table.here)], rows, 12, [1, 2]);
  }

  quoteRows() {
    return (this.comparison.quoteLedger ?? []).filter((row) => row.differs &&
      row.occurrences.some((one) => one.article === this.article.id) && row.occurrences.some((one) => this.earlier.has(one.article)));
  }

  /** @param {Hands} hands @returns {Node[]} */
  quotes(hands) {
    const items = this.quoteRows().map((row) => () =>
      el("div", { class: "speaker" }, el("h3", null, row.speaker ?? words.noSpeaker), el("ul", { class: "sayings" },
        ...row.occurrences.filter((one) => one.article === this.article.id || this.earlier.has(one.article)).map((one) =>
          el("li", null, one.article === this.article.id ? place(one.start, this.wordsOf(one.article, one), hands) : this.wordsOf(one.article, one),
            el("span", { class: "how" }, one.article === this.article.id ? words.table.here : words.table.earlier, this.outlet(one.article)))))));
    return more("div", null, items, 6);
  }

  /** Dated sentences of all the articles, by day; each place once. @returns {Map<string, import("./types.js").Dated[]>} */
  days() {
    /** @type {Map<string, import("./types.js").Dated[]>} */
    const days = new Map();
    for (const one of this.comparison.timeline ?? []) {
      const article = this.articles.find(({ id }) => id === one.article);
      const role = article?.annotated.blocks[article.things.blockAt(one.start)]?.role;
      if (!article || isAside(role) || role === "dateline" || role === "byline") continue;
      const known = days.get(one.iso);
      if (known) known.push(one);
      else days.set(one.iso, [one]);
    }
    return days;
  }

  /** @param {Hands} hands @returns {Node[]} */
  timeline(hands) {
    const items = [...this.days()].flatMap(([iso, places]) => places.map((one, index) => () => {
      const article = /** @type {Article} */ (this.articles.find(({ id }) => id === one.article));
      const { head, words: own, tail } = article.things.around(one.date, 7, 8);
      const label = `${head}${own}${tail}`;
      const here = article === this.article;
      return el("li", null, el("time", null, index ? "" : words.date(iso)), el("span", null,
        here ? place(one.date.start, label, hands) : el("a", { href: "#story", onclick: (event) => (event.preventDefault(), hands.open(article.id, one.date.start)) }, label),
        el("small", { class: "outlet" }, ` ${this.outlet(article.id)?.textContent?.trim() ?? (here ? words.table.here : keepWords.placeOf(this.articles.indexOf(article) + 1, this.articles.length))}`)));
    }));
    return more("ol", { class: "times" }, items, 10);
  }

  /** Sentences of the article just before that this one has no match for. @returns {import("./types.js").Sentence[]} */
  leftOut() {
    this.gones ??= this.findLeftOut();
    return this.gones;
  }

  findLeftOut() {
    const before = this.articles[this.shown - 1];
    const { sentences, blocks } = before.annotated;
    /** @type {Map<string, import("./types.js").Match[]>} */
    const matched = new Map();
    for (const match of this.sentences.flatMap((one) => one?.matches ?? [])) {
      const list = matched.get(match.article);
      if (list) list.push(match);
      else matched.set(match.article, [match]);
    }
    for (const list of matched.values()) list.sort((a, b) => a.start - b.start);
    const isMatched = (/** @type {import("./types.js").Place} */ place) => {
      const list = matched.get(place.article) ?? [];
      const match = list[firstAfter(list, place.start)];
      return match !== undefined && match.start < place.end;
    };
    /* the sentence itself, or what it repeats of a still earlier article, may be what this one matches */
    const compared = this.comparison.articles.find((one) => one.id === before.id);
    const byStart = new Map((compared?.sentences ?? []).map((one) => [one.start, one]));
    return sentences.filter((sentence) => {
      const role = blocks[sentence.block]?.role;
      if (role !== "body" && role !== "list") return false;
      return !isMatched({ ...sentence, article: before.id }) && !byStart.get(sentence.start)?.matches.some(isMatched);
    });
  }

  /** @param {Hands} hands @returns {Node[]} */
  gone(hands) {
    const before = this.articles[this.shown - 1];
    const items = this.leftOut().map((sentence) => () =>
      el("li", null, el("a", { href: "#story", onclick: (event) => (event.preventDefault(), hands.open(before.id, sentence.start)) }, before.things.brief(sentence))));
    return items.length ? [el("p", { class: "dim" }, words.goneNote(items.length)), ...more("ul", { class: "sayings" }, items, 6)] : [];
  }

  /** The next or previous sentence with news. @param {number | null} from @param {1 | -1} step */
  next(from, step) {
    const { sentences } = this.article.annotated;
    const news = this.sentences.flatMap((one, index) => (one && one.status !== "said" && !this.isLabel(sentences[index]) ? [index] : []));
    if (news.length === 0) return null;
    if (from === null) return step > 0 ? news[0] : news[news.length - 1];
    return (step > 0 ? news.find((index) => index > from) : news.findLast((index) => index < from)) ?? from;
  }
}

/** Was 340, where now is "412 homes": words at the end that both have need not be said twice. @param {string} was @param {string} now */
function shortWas(was, now) {
  const old = was.split(" ");
  const fresh = now.split(" ");
  while (old.length > 1 && fresh.length > 1 && old.at(-1) === fresh.at(-1)) {
    old.pop();
    fresh.pop();
  }
  return old.join(" ");
}
