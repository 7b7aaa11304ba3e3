// Quotes: what stands between marks, to within two signs, and with it who says it: the words of the text that name the speaker. Rows: { text,
// attributions: [{ quoted: [[start, end], ...], quoted1?, source: [[start, end], ...] }, ...], discard?: [[start, end], ...] }, in code points.

import { meets, score, shared, told, units } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Span} Span */

const NEAR = 2;
const SPARE = " \t\n\u00a0\"“”'‘’.,;:!?—–-…()[]";

/** A span without signs at its ends. @param {string} text @param {Span} span */
function bare(text, { start, end }) {
  while (start < end && SPARE.includes(text[start])) start += 1;
  while (end > start && SPARE.includes(text[end - 1])) end -= 1;
  return { start, end };
}

/** Whether a straight mark opens, by what is around it; null where that does not tell. @param {string} line @param {number} at @param {number} after */
function opens(line, at, after) {
  const [before, behind] = [line[at - 1] ?? "\n", line[after] ?? "\n"];
  const left = /[\s([{—–\-/‘'…:]/.test(before);
  const right = /[\s)\]}.,;:!?—–\-/…]/.test(behind);
  return left === right ? null : left;
}

/** What stands between marks in a text, line by line. @param {string} text @returns {Span[]} */
function regions(text) {
  /** @type {Span[]} */
  const out = [];
  let from = 0;
  for (const line of text.split("\n")) {
    let open = -1;
    for (const { 0: mark, index: at } of line.matchAll(/''|["“”]/g)) {
      const after = at + mark.length;
      const sure = mark === "“" ? true : mark === "”" ? false : opens(line, at, after);
      const opening = sure ?? open < 0;
      if (open < 0) {
        if (opening) open = after;
        continue;
      }
      out.push({ start: from + open, end: from + at });
      open = opening && mark === "“" ? after : -1;
    }
    if (open >= 0 && open < line.length) out.push({ start: from + open, end: from + line.length });
    from += line.length + 1;
  }
  return out.filter(({ start, end }) => text.slice(start, end).trim());
}

/** The quoted parts of a found quotation, a line each. @param {string} text @param {any} quote @param {Span[]} marked */
function parts(text, { form, content }, marked) {
  if (form === "indirect") return [];
  const spans = form === "mixed"
    ? content.flatMap((/** @type {Span} */ span) => marked.filter((one) => shared(one, span) > 0).map((one) => ({ start: Math.max(one.start, span.start), end: Math.min(one.end, span.end) })))
    : content;
  return spans.flatMap(({ start, end }) => {
    const lines = [];
    for (const line of text.slice(start, end).split("\n")) {
      const span = bare(text, { start, end: start + line.length });
      if (span.end > span.start) lines.push(span);
      start += line.length + 1;
    }
    return lines;
  });
}

/** @param {any} api @param {any[]} rows */
export function quotes(api, rows) {
  const sum = { right: 0, found: 0, wanted: 0, spoken: 0, nameless: 0, sourced: 0 };
  for (const { text, attributions, discard = [] } of rows) {
    const unit = units(text);
    const span = (/** @type {number[]} */ [start, end]) => ({ start: unit(start), end: unit(end) });
    const [aside, marked] = [discard.map(span), regions(text)];
    const close = (/** @type {Span} */ one, /** @type {Span} */ other) => Math.abs(one.start - other.start) <= NEAR && Math.abs(one.end - other.end) <= NEAR;
    const wanted = attributions.flatMap((/** @type {any} */ { quoted, source }) => quoted.map((/** @type {number[]} */ one) => ({ at: span(one), source: source.map(span) }))).filter((/** @type {any} */ { at }) => !meets([at], aside));
    const single = attributions.flatMap((/** @type {any} */ { quoted1 = [] }) => quoted1.map(span));
    const seen = new Set();
    const found = api.annotate(text).quotes.filter((/** @type {any} */ { content }) => !meets(content, aside)).flatMap((/** @type {any} */ quote) => parts(text, quote, marked).map((at) => ({ at, source: quote.source })))
      .filter((/** @type {any} */ { at }) => !seen.has(`${at.start} ${at.end}`) && seen.add(`${at.start} ${at.end}`) && !single.some((/** @type {Span} */ one) => close(one, at)));
    sum.found += found.length;
    sum.wanted += wanted.length;
    sum.sourced += wanted.filter((/** @type {any} */ { source }) => source.length).length;
    const used = new Set();
    for (const { at, source } of wanted) {
      const match = found.find((/** @type {any} */ one) => !used.has(one) && close(one.at, at));
      if (!match) continue;
      used.add(match);
      sum.right += 1;
      if (source.length === 0) sum.nameless += 1;
      else sum.spoken += Number(match.source !== null && meets([match.source], source));
    }
  }
  return [
    told("what stands between marks", score(sum.right, sum.found, sum.wanted), `of ${sum.wanted}`),
    told("with the right speaker", score(sum.spoken, sum.found - sum.nameless, sum.sourced), `of ${sum.sourced}`),
  ];
}
