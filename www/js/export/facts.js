// Facts: what the panel tells of an article, as lists without nodes. Who said what by speaker, figures, dates in their order, names.

import { isInside } from "../panel.js";
import { tidy } from "../thing.js";
import { words } from "../words.js";

/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../types.js").Quote} Quote */

/** @param {Article} article @returns {{ name: string, quotes: Quote[] }[]} */
export function speakersOf({ annotated, things }) {
  /** @type {Map<string, { name: string, quotes: Quote[] }>} */
  const speakers = new Map();
  for (const [index, quote] of annotated.quotes.entries()) {
    if (!quote.content[0] || things.isAside(quote.content[0].start) || isInside(quote, index, annotated.quotes)) continue;
    const name = things.speaker(quote);
    const key = name?.toLowerCase() ?? "";
    const known = speakers.get(key);
    if (known) known.quotes.push(quote);
    else speakers.set(key, { name: tidy(name ?? words.noSpeaker), quotes: [quote] });
  }
  return [...speakers].sort(([a, one], [b, other]) => Number(a === "") - Number(b === "") || other.quotes.length - one.quotes.length).map(([, speaker]) => speaker);
}

/** @param {Article} article */
export function figuresOf({ annotated, things }) {
  return annotated.values.filter(({ kind, start }) => ["money", "percent", "quantity", "number"].includes(kind) && !things.isAside(start));
}

/** @param {Article} article */
export function datesOf({ annotated, things }) {
  return annotated.values
    .flatMap((value) => (value.kind === "date" && value.iso && !things.isAside(value.start) && !["dateline", "byline"].includes(annotated.blocks[things.blockAt(value.start)]?.role) ? [{ iso: value.iso, value }] : []))
    .sort((a, b) => first(a.iso).localeCompare(first(b.iso)) || a.value.start - b.value.start);
}

/** @param {Article} article */
export function namesOf({ annotated, things }) {
  return annotated.entities
    .map((entity) => ({ entity, places: entity.mentions.filter((mention) => !things.isAside(mention.start)).length }))
    .filter(({ places }) => places)
    .sort((a, b) => b.places - a.places);
}

/** @param {string} iso */
function first(iso) {
  return iso.split("/")[0].replaceAll("X", "0");
}
