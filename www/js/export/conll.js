// Conll: a word a line with its BIO tags, a blank line after each sentence, for tools that learn to find names. Columns: word, place (in
// Unicode characters), quotations, names and figures. A column holds one tag a word, so of marks that lie in or across each other the
// outermost stands; the others are counted, and the count is told in the file and beside its button.

import { saveWords } from "../words-save.js";
import { isAside } from "../thing.js";
import { hitsOf } from "./hit.js";
import { pointsOf } from "./points.js";

/** @typedef {import("./hit.js").Hit} Hit */
/** @typedef {import("../types.js").Span & { tag: string }} Run */

/** @type {Record<string, string>} */
const TAGS = {
  person: "PER", organization: "ORG", place: "LOC", group: "GRP", event: "EVT", product: "PRD", work: "WRK", law: "LAW", date: "DATE", time: "TIME", duration: "DUR",
  money: "MONEY", percent: "PCT", quantity: "QTY", number: "NUM", ordinal: "ORD", quote: "QUOTE",
};
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

/** @param {import("./source.js").Source} source @returns {{ text: string, left: number }} `left`: marks that found no room */
export function toConll({ article }) {
  const { text, annotated } = article;
  const { sentences, blocks } = annotated;
  const shown = hitsOf(article).filter((hit) => TAGS[hit.kind] && hit.form !== "pronoun" && hit.form !== "nominal" && !article.things.isAside(hit.start));
  const quotes = outermost(shown.filter((hit) => hit.group === "quote"));
  const facts = outermost(shown.filter((hit) => hit.group !== "quote"));
  const left = quotes.left + facts.left;
  const point = pointsOf(text);
  const edges = new Set([...quotes.runs, ...facts.runs].flatMap(({ start, end }) => [start, end]));
  const tagQuote = tagger(quotes.runs);
  const tagFact = tagger(facts.runs);
  const out = [...saveWords.conllHead(left).map((line) => `# ${line}`), ""];
  for (const { start, end, block } of sentences) {
    if (isAside(blocks[block]?.role)) continue;
    for (const word of cut(text, start, end, edges)) out.push([text.slice(word.start, word.end), point(word.start), tagQuote(word), tagFact(word)].join("\t"));
    out.push("");
  }
  return { text: `${out.join("\n")}\n`, left };
}

/** Of marks that share words, the outermost. @param {Hit[]} hits in order, the longer first */
function outermost(hits) {
  /** @type {Run[]} */
  const runs = [];
  let left = 0;
  const parts = hits.flatMap((hit) => hit.parts.map((part) => ({ start: part.start, end: part.end, tag: TAGS[hit.kind] }))).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const part of parts) {
    if (part.start < (runs.at(-1)?.end ?? 0)) left += 1;
    else if (part.end > part.start) runs.push(part);
  }
  return { runs, left };
}

/** The tag of each word, asked in order. @param {Run[]} runs @returns {(word: import("../types.js").Span) => string} */
function tagger(runs) {
  let next = 0;
  let begun = -1;
  return ({ start }) => {
    while (next < runs.length && runs[next].end <= start) next += 1;
    const run = runs[next];
    if (!run || run.start > start) return "O";
    const first = begun !== next;
    begun = next;
    return `${first ? "B" : "I"}-${run.tag}`;
  };
}

/** Words of a stretch, cut where marks begin and end. @param {string} text @param {number} start @param {number} end @param {Set<number>} edges */
function* cut(text, start, end, edges) {
  for (const { 0: word, index } of text.slice(start, end).matchAll(WORD)) {
    let from = start + index;
    const to = from + word.length;
    for (let at = from + 1; at < to; at += 1) {
      if (!edges.has(at)) continue;
      yield { start: from, end: at };
      from = at;
    }
    yield { start: from, end: to };
  }
}
