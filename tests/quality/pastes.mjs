// Pastes: the article's body in what a whole page's copy brought, by runs of four words, each page with the same weight, as the benchmarks of article
// extraction do. Rows: { clip_plain, gold }.

import { mean, told } from "./measure.mjs";

const words = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** @param {string} text */
function grams(text) {
  const all = words(text);
  /** @type {Map<string, number>} */
  const grams = new Map();
  for (let at = 0; at < Math.max(1, all.length - 3); at += 1) {
    const gram = all.slice(at, at + 4).join(" ");
    if (gram) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** @param {any} api @param {any[]} rows */
export function pastes(api, rows) {
  const [precisions, recalls] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (const { clip_plain: text, gold } of rows) {
    const body = api.annotate(text).blocks.filter((/** @type {any} */ { role }) => ["body", "subheading", "list"].includes(role)).map((/** @type {any} */ { start, end }) => text.slice(start, end)).join("\n");
    const [wanted, found] = [grams(gold), grams(body)];
    const size = (/** @type {Map<string, number>} */ all) => [...all.values()].reduce((sum, count) => sum + count, 0);
    const both = [...wanted].reduce((sum, [gram, count]) => sum + Math.min(count, found.get(gram) ?? 0), 0);
    if (size(found)) precisions.push(both / size(found));
    if (size(wanted)) recalls.push(both / size(wanted));
  }
  const average = (/** @type {number[]} */ all) => all.reduce((sum, one) => sum + one, 0) / (all.length || 1);
  const [precision, recall] = [average(precisions), average(recalls)];
  return [told("body, plain text", { precision, recall, f1: mean(precision, recall) }, `${rows.length} pages`)];
}
