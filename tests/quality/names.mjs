// Names: persons, organisations and places, by exact span and type. Both sides lose what data sets disagree about: leading articles and titles, signs at
// the ends, a possessive. Rows: { text, entities: [[start, end, "PER" | "ORG" | "LOC"], ...] }, in code points.

import { score, told, units } from "./measure.mjs";

/** @type {Record<string, string>} */
const TYPES = { person: "PER", organization: "ORG", place: "LOC" };
const ARTICLES = "the a an his her its their our my your this that";
const TITLES = "mr mrs ms miss dr prof professor sir dame lord lady rev reverend fr sen senator rep representative congressman congresswoman gov governor lt lt.-gov president vice premier minister prime chancellor secretary ambassador king queen prince princess pope cardinal archbishop bishop gen general col colonel capt captain maj major sgt sergeant cpl adm admiral cmdr commander judge justice mayor chairman chairwoman chief director spokesman spokeswoman coach officer former ex-president deputy attorney sheriff detective inspector administrator";
const DROPPED = new Set(`${ARTICLES} ${TITLES}`.split(" "));
const SIGNS = " \t\n\"'“”‘’`.,;:()[]!?-–—";

/** @param {string} text @param {number} start @param {number} end @returns {[number, number]} */
function trimmed(text, start, end) {
  for (;;) {
    const before = [start, end];
    while (start < end && SIGNS.includes(text[start])) start += 1;
    const owner = text.slice(start, end).match(/(?:['’][sS]|['’])$/);
    if (owner) end = start + (owner.index ?? 0);
    while (start < end && SIGNS.includes(text[end - 1])) end -= 1;
    const first = text.slice(start, end).match(/^([\p{L}\p{N}_.-]+?)\.?\s+/u);
    if (first && DROPPED.has(first[1].toLowerCase().replace(/\.+$/, "")) && first[0].length < end - start) start += first[0].length;
    if (before[0] === start && before[1] === end) return [start, end];
  }
}

/** @param {any} api @param {any[]} rows */
export function names(api, rows) {
  const counts = /** @type {Record<string, { right: number, found: number, wanted: number }>} */ ({});
  const of = (/** @type {string} */ type) => (counts[type] ??= { right: 0, found: 0, wanted: 0 });
  for (const { text, entities } of rows) {
    const unit = units(text);
    const key = (/** @type {number} */ start, /** @type {number} */ end, /** @type {string} */ type) => {
      const [from, to] = trimmed(text, start, end);
      return from < to ? `${from} ${to} ${type}` : "";
    };
    const wanted = new Set(entities.filter((/** @type {any} */ [, , type]) => Object.values(TYPES).includes(type)).map((/** @type {any} */ [start, end, type]) => key(unit(start), unit(end), type)).filter(Boolean));
    const found = new Set(api.annotate(text).entities.filter((/** @type {any} */ { type }) => TYPES[type]).flatMap((/** @type {any} */ { type, mentions }) => mentions
      .filter((/** @type {any} */ { form }) => form === "name" || form === "short")
      .map((/** @type {any} */ { start, end }) => key(start, end, TYPES[type]))).filter(Boolean));
    for (const one of wanted) of(one.split(" ")[2]).wanted += 1;
    for (const one of found) {
      of(one.split(" ")[2]).found += 1;
      of(one.split(" ")[2]).right += Number(wanted.has(one));
    }
  }
  const all = Object.values(counts).reduce((sum, { right, found, wanted }) => ({ right: sum.right + right, found: sum.found + found, wanted: sum.wanted + wanted }), { right: 0, found: 0, wanted: 0 });
  return [["all", all], ...Object.entries(counts).sort()].map(([name, { right, found, wanted }]) => told(String(name), score(right, found, wanted), `of ${wanted}`));
}
