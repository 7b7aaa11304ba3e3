// Panel: the article told as facts. Who said what, by speaker; names; figures in the words around them; a timeline; what is
// said twice; the most telling sentences. One scroll with jump links, so that it prints and find-in-page works.

import { byId, el } from "./dom.js";
import { LOOKS, isValue, lookOf } from "./kinds.js";
import { placesWire } from "./wire.js";
import { howSaid, inMarks, words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Quote} Quote */
/** @typedef {import("./types.js").Value} Value */
/** @typedef {import("./thing.js").Thing} Thing */
/** @typedef {{ go: (at: number) => void, tell: (thing: Thing, place: number) => void }} Hands */
/** @typedef {{ id: string, title: string, heading?: string, count: number | null, body: Node[] }} Section */

const FEW = { speakers: 8, sayings: 6, names: 14, figures: 12, dates: 14, repeats: 12 };

/**
 * Fills the panel with sections and their jump links.
 * @param {string} label
 * @param {Section[]} sections
 */
export function fillPanel(label, sections) {
  const panel = byId("facts");
  panel.setAttribute("aria-label", label);
  byId("facts-label").textContent = label;
  const shown = sections.filter((section) => section.body.length);
  const scrolled = byId("facts-body").childElementCount > 0;
  const links = shown.map((section, index) =>
    el("a", {
      href: `#${section.id}`, "aria-current": index === 0 ? "true" : null,
      onclick: (event) => {
        event.preventDefault();
        const heading = byId(section.id);
        const nav = byId("facts-nav");
        panel.scrollTo({ top: panel.scrollTop + heading.getBoundingClientRect().top - panel.getBoundingClientRect().top - nav.offsetHeight - 16 });
        for (const link of links) link.removeAttribute("aria-current");
        links[index].setAttribute("aria-current", "true");
      },
    }, section.title, section.count === null ? null : el("small", null, words.number(section.count))));
  byId("facts-nav").replaceChildren(...links);
  byId("facts-body").replaceChildren(...shown.map((section) =>
    el("section", { "aria-labelledby": section.id, "data-section": section.id },
      el("h2", { id: section.id, tabindex: -1 }, section.heading ?? words.heading[section.id] ?? section.title), ...section.body)));
  if (scrolled) panel.scrollTop = 0;
}

/** @param {Article} article @param {Hands} hands */
export function fillFacts(article, hands) {
  const sections = [said(article, hands), names(article, hands), figures(article, hands), times(article, hands), again(article, hands), telling(article, hands)];
  if (sections.every((section) => section.body.length === 0)) sections[0].body.push(el("p", { class: "dim" }, words.noFacts));
  fillPanel(words.factsLabel, sections);
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function said({ annotated, things }, hands) {
  /** @type {Map<string, { name: string, about: string, quotes: Quote[] }>} */
  const speakers = new Map();
  let count = 0;
  for (const [index, quote] of annotated.quotes.entries()) {
    if (!quote.content[0] || things.isAside(quote.content[0].start) || isInside(quote, index, annotated.quotes)) continue;
    count += 1;
    const name = things.speaker(quote);
    const entity = quote.speaker === null || quote.speaker === undefined ? undefined : things.entities.get(quote.speaker);
    const key = entity ? `#${entity.id}` : name ? name.toLowerCase() : "";
    const known = speakers.get(key);
    if (known) known.quotes.push(quote);
    else speakers.set(key, { name: name ?? words.noSpeaker, about: entity?.descriptions[0] ?? "", quotes: [quote] });
  }
  const nobody = speakers.get("");
  speakers.delete("");
  const order = [...speakers.values()].sort((a, b) => b.quotes.length - a.quotes.length);
  if (nobody) order.push(nobody);
  const groups = order.map(({ name, about, quotes }) =>
    el("div", { class: "speaker" },
      el("h3", null, name, about ? el("small", null, ` ${about}`) : null),
      ...more("ul", { class: "sayings" }, quotes.map((quote) => () => {
        const text = things.quoteWords(quote).replace(/[,;]$/, "");
        return el("li", { class: quote.form === "direct" || quote.form === "headline" ? null : "indirect" },
          place(quote.content[0].start, inMarks(quote.form, text), hands), cite("quote", annotated.quotes.indexOf(quote), text), el("span", { class: "how" }, howSaid(quote, things)));
      }), FEW.sayings)));
  return { id: "said", title: words.section.said, count, body: more("div", null, groups.map((group) => () => group), FEW.speakers) };
}

/** Whether the words of a quotation are told as part of a longer one of the same speaker, next to it in the list. @param {Quote} quote @param {number} at @param {Quote[]} quotes */
export function isInside(quote, at, quotes) {
  const [first] = quote.content;
  const last = quote.content[quote.content.length - 1];
  return quotes.slice(Math.max(0, at - 3), at + 4).some((other) => {
    if (other === quote || other.speaker !== quote.speaker || other.speakerName !== quote.speakerName || !other.content[0]) return false;
    const end = other.content[other.content.length - 1].end;
    const longer = end - other.content[0].start > last.end - first.start || other.form === "direct";
    return longer && quote.form !== "direct" && other.content[0].start <= first.start && end >= last.end;
  });
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function names({ annotated, things, text }, hands) {
  const order = LOOKS.map((row) => row.look);
  const list = annotated.entities
    .map((entity) => ({ entity, spots: entity.mentions.filter((mention) => !things.isAside(mention.start)) }))
    .filter(({ spots }) => spots.length)
    .sort((a, b) => order.indexOf(lookOf(a.entity.type)) - order.indexOf(lookOf(b.entity.type)) || b.spots.length - a.spots.length);
  const rows = list.map(({ entity, spots }) => () => {
    const thing = things.get(entity.type, entity.id);
    const first = entity.mentions.indexOf(spots[0]);
    return el("tr", null,
      el("th", { scope: "row" },
        el("a", { href: `#s${things.sentenceAt(spots[0].start)}`, "data-entity": entity.id, onclick: (event) => (event.preventDefault(), thing && hands.tell(thing, first)) },
          el("span", { class: "m", "data-look": lookOf(entity.type), "data-kind": entity.type }, entity.name), el("span", { class: "sr" }, `, ${words.kind[entity.type] ?? entity.type}`))),
      el("td", { class: "w" }, placesWire(spots.map((spot) => spot.start), text.length)),
      el("td", { class: "n" }, words.number(spots.length)));
  });
  const head = [words.table.name, words.table.where, words.table.times];
  return { id: "names", title: words.section.names, count: list.length, body: table(head, rows, FEW.names) };
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function figures({ annotated, things }, hands) {
  const rank = ["money", "percent", "quantity", "number"];
  const list = annotated.values
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => rank.includes(value.kind) && !things.isAside(value.start))
    .sort((a, b) => rank.indexOf(a.value.kind) - rank.indexOf(b.value.kind) || a.value.start - b.value.start);
  const items = list.map(({ value, index }) => () => {
    const { head, words: own, tail } = things.around(value, 5, 4);
    const mark = el("span", { class: "m short", "data-look": lookOf(value.kind) }, own);
    if (value.kind === "percent" && typeof value.amount === "number") mark.style.setProperty("--v", String(Math.min(100, Math.abs(value.amount))));
    return el("li", null, place(value.start, [head, mark, tail], hands), cite(value.kind, index, own));
  });
  return { id: "figures", title: words.section.figures, count: list.length, body: more("ul", { class: "figures" }, items, FEW.figures) };
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function times({ annotated, things, published }, hands) {
  /** @type {Map<string, Value[]>} */
  const days = new Map();
  for (const value of annotated.values) {
    if (!isValue(value.kind) || value.kind !== "date" || !value.iso || things.isAside(value.start)) continue;
    const role = annotated.blocks[things.blockAt(value.start)]?.role;
    if (role === "dateline" || role === "byline") continue;
    const known = days.get(value.iso);
    if (known) known.push(value);
    else days.set(value.iso, [value]);
  }
  const order = [...days].sort(([a], [b]) => startOf(a).localeCompare(startOf(b)) || a.length - b.length);
  const items = order.flatMap(([iso, values]) => {
    const soon = published !== null && startOf(iso) > published;
    return values.map((value, index) => () => {
      const { head, words: own, tail } = things.around(value, 7, 8);
      return el("li", { class: soon ? "soon" : null }, el("time", { datetime: iso.replace("X", "0") }, index ? "" : words.date(iso)), el("div", null, place(value.start, `${head}${own}${tail}`, hands), cite("date", annotated.values.indexOf(value), own)));
    });
  });
  return { id: "times", title: words.section.times, count: order.length, body: more("ol", { class: "times" }, items, FEW.dates) };
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function again({ annotated, things }, hands) {
  const items = annotated.repeats.map((repeat) => () => {
    const late = words.placeName(things.paragraphAt(repeat.start), annotated.blocks[things.blockAt(repeat.start)]?.role);
    const early = words.placeName(things.paragraphAt(repeat.of.start), annotated.blocks[things.blockAt(repeat.of.start)]?.role);
    return el("li", null, place(repeat.start, late.charAt(0).toUpperCase() + late.slice(1), hands), ` ${words.saysAgain} `, place(repeat.of.start, early, hands), ".");
  });
  return { id: "repeats", title: words.section.repeats, count: annotated.repeats.length, body: more("ul", { class: "plain" }, items, FEW.repeats) };
}

/** @param {Article} article @param {Hands} hands @returns {Section} */
function telling({ annotated, things }, hands) {
  const list = annotated.keySentences.slice(0, 3).map((index) => annotated.sentences[index]).filter((sentence) => sentence);
  const items = list.map((sentence) => () => el("li", null, place(sentence.start, things.brief(sentence, 400), hands)));
  return { id: "telling", title: words.section.telling, count: null, body: more("ul", { class: "sayings telling" }, items, 3) };
}

/**
 * A link to a place of the article.
 * @param {number} at
 * @param {string | import("./dom.js").Child[]} label
 * @param {Pick<Hands, "go">} hands
 */
export function place(at, label, hands) {
  return el("a", { href: "#story", "data-at": at, onclick: (event) => (event.preventDefault(), hands.go(at)) }, ...(typeof label === "string" ? [label] : label));
}

/**
 * The button that copies a fact with its source; see cite.js.
 * @param {string} kind
 * @param {number | string} ref
 * @param {string} own the words of the fact, for a screen reader
 * @param {number} [spot] which of its places
 * @param {string} [label]
 */
export function cite(kind, ref, own, spot = 0, label = words.citeShort) {
  return el("button", { type: "button", class: "cite", "data-cite": `${kind}:${ref}:${spot}`, "data-label": label, "aria-label": words.citeThis(own.length > 60 ? `${own.slice(0, 60)}…` : own) });
}

/**
 * A list that shows some and offers the rest.
 * @param {"ul" | "ol" | "div"} tag
 * @param {import("./dom.js").Props | null} props
 * @param {(() => Node)[]} items
 * @param {number} few
 * @returns {Node[]}
 */
export function more(tag, props, items, few) {
  if (items.length === 0) return [];
  const list = el(tag, props, ...items.slice(0, few === items.length - 1 ? items.length : few).map((item) => item()));
  return [list, ...rest(list, items, list.childElementCount, few)];
}

/**
 * @param {HTMLElement} list
 * @param {(() => Node)[]} items
 * @param {number} shown
 * @param {number} few
 * @returns {Node[]}
 */
function rest(list, items, shown, few) {
  if (shown >= items.length) return [];
  const button = el("button", {
    type: "button", class: "link rest",
    onclick: () => {
      const next = Math.min(items.length, shown + Math.max(few * 4, 100));
      for (const item of items.slice(shown, next)) list.append(item());
      shown = next;
      if (shown >= items.length) button.remove();
      else button.textContent = words.showMore(items.length - shown);
    },
  }, words.showMore(items.length - shown));
  return [button];
}

/**
 * A table that shows some rows and offers the rest.
 * @param {string[]} head
 * @param {(() => Node)[]} rows
 * @param {number} few
 * @param {number[]} [figures] columns that hold figures; the last if none is named
 * @returns {Node[]}
 */
export function table(head, rows, few, figures = [head.length - 1]) {
  if (rows.length === 0) return [];
  const body = el("tbody", null, ...rows.slice(0, few === rows.length - 1 ? rows.length : few).map((row) => row()));
  const node = el("table", { class: "rows" },
    el("thead", null, el("tr", null, ...head.map((title, index) => el("th", { scope: "col", class: figures.includes(index) ? "n" : null }, title)))), body);
  return [node, ...rest(body, rows, body.childElementCount, few)];
}

/** The first day of a date or stretch of time, to sort by. @param {string} iso */
function startOf(iso) {
  return iso.split("/")[0].replaceAll("X", "0");
}
