// Attributions: everything that people marked as reported, with marks or without, by its words. Rows as for quotes.mjs, each attribution with `content`
// and `cue` as lists of [start, end] in code points. Found is one that shares half of its words (Jaccard) with the reported words, and a word with
// the source; cues are compared word by word.

import { meets, score, told, units } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Span} Span */

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)?/gu;

/** Least share of words for two stretches to be one. */
const ALIKE = 0.5;

/** The words of a text that begin in some spans, by number. @param {Span[]} words @param {Span[]} spans @returns {Set<number>} */
function inside(words, spans) {
  const out = new Set();
  for (const span of spans) words.forEach((word, number) => word.start >= span.start && word.start < span.end && out.add(number));
  return out;
}

/** @param {Set<number>} one @param {Set<number>} other */
const common = (one, other) => [...one].filter((number) => other.has(number)).length;

/** Pairs those most alike first, each once; how many there are. @param {{ like: number, one: number, other: number }[]} pairs */
function pair(pairs) {
  const [ones, others] = [new Set(), new Set()];
  for (const { one, other } of pairs.toSorted((a, b) => b.like - a.like)) {
    if (ones.has(one) || others.has(other)) continue;
    ones.add(one);
    others.add(other);
  }
  return ones.size;
}

/** @param {any} api @param {any[]} rows @returns {string[]} nothing where no row tells of cues */
export function attributions(api, rows) {
  const labelled = rows.filter((row) => row.attributions.some((/** @type {any} */ one) => one.content && one.cue));
  if (labelled.length === 0) return [];
  const sum = { right: 0, sourced: 0, found: 0, wanted: 0, cues: 0, told: 0, gold: 0 };
  for (const { text, attributions: marked, discard = [] } of labelled) {
    const unit = units(text);
    const spans = (/** @type {number[][]} */ list) => (list ?? []).map(([start, end]) => ({ start: unit(start), end: unit(end) }));
    const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
    const wanted = marked.map((/** @type {any} */ one) => ({ content: spans(one.content), source: spans(one.source), cue: spans(one.cue) }));
    const aside = spans(discard);
    const found = api.annotate(text).quotes.filter((/** @type {any} */ { content }) => !meets(content, aside))
      .map((/** @type {any} */ { content, source, cue }) => ({ content, source: source ? [source] : [], cue: cue ? [cue] : [] }));
    const said = (/** @type {{ content: Span[] }[]} */ list) => list.map(({ content }) => inside(words, content));
    const [gold, ours] = [said(wanted), said(found)];
    const pairs = gold.flatMap((one, i) => ours.map((other, k) => ({ like: common(one, other) / new Set([...one, ...other]).size || 0, one: i, other: k }))).filter(({ like }) => like >= ALIKE);
    const same = ({ /** @type {number} */ one, /** @type {number} */ other }) => (wanted[one].source.length ? meets(wanted[one].source, found[other].source) : found[other].source.length === 0);
    sum.right += pair(pairs);
    sum.sourced += pair(pairs.filter(same));
    sum.found += found.filter((/** @type {any} */ { content }) => content.length).length;
    sum.wanted += wanted.filter((/** @type {any} */ { content }) => content.length).length;
    const [cues, reports] = [wanted, found].map((list) => inside(words, list.flatMap((/** @type {{ cue: Span[] }} */ { cue }) => cue)));
    sum.cues += common(cues, reports);
    sum.told += reports.size;
    sum.gold += cues.size;
  }
  return [
    told("reported words", score(sum.right, sum.found, sum.wanted), `of ${sum.wanted}`),
    told("reported words and source", score(sum.sourced, sum.found, sum.wanted), `of ${sum.wanted}`),
    told("words that report", score(sum.cues, sum.told, sum.gold), `of ${sum.gold}`),
  ];
}
