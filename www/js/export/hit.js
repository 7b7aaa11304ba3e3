// Hit: one marked place of an article, told flat. What it is, its words, what is known of it, who said it. Rows of a table, annotations
// and standoff lines are made from these; a quotation in several parts is one hit.

import { valueLines, words } from "../words.js";

/** @typedef {import("../types.js").Span} Span */
/** @typedef {{ group: "name" | "value" | "quote" | "repeat" | "term", kind: string, ref: number | string, parts: Span[], start: number, end: number, told: string, speaker: string | null, speakerId: number | null, form: string | null, rule: string | null, confidence: number | null }} Hit */

/** All of them, in the order of the text. @param {import("../types.js").Article} article @returns {Hit[]} */
export function hitsOf({ annotated, things }) {
  /** @type {Hit[]} */
  const hits = [];
  const put = (/** @type {Partial<Hit> & Pick<Hit, "group" | "kind" | "ref" | "parts">} */ hit, /** @type {{ rule?: string, confidence?: number } | null} */ record) => {
    const first = hit.parts[0];
    if (!first) return;
    hits.push({ told: "", speaker: null, speakerId: null, form: null, ...hit, start: first.start, end: hit.parts[hit.parts.length - 1].end, rule: record?.rule ?? null, confidence: record?.confidence ?? null });
  };
  for (const entity of annotated.entities) {
    for (const mention of entity.mentions) put({ group: "name", kind: entity.type, ref: entity.id, parts: [mention], told: entity.name, form: mention.form }, entity);
  }
  annotated.values.forEach((value, ref) => put({ group: "value", kind: value.kind, ref, parts: [value], told: valueLines(value)[0]?.[1] ?? "", form: value.form ?? null }, value));
  annotated.quotes.forEach((quote, ref) => {
    put({ group: "quote", kind: "quote", ref, parts: quote.content, told: "", speaker: things.speaker(quote), speakerId: quote.speaker ?? null, form: quote.form }, quote);
  });
  annotated.repeats.forEach((repeat, ref) => put({ group: "repeat", kind: "repeat", ref, parts: [repeat], told: words.sameAs(things.paragraphAt(repeat.of.start)), form: repeat.form }, repeat));
  annotated.terms.forEach((hit, ref) => put({ group: "term", kind: "term", ref, parts: [hit], told: String(hit.term) }, null));
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}
