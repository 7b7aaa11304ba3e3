// Term: a word, some words or a pattern that the reader wants to see marked, with a name and a colour of its own.

import { EngineError, call } from "../engine.js";

/** @typedef {{ id: string, label: string, tint: string, words?: string[], pattern?: string, fault?: Fault }} Term either words or a pattern */
/** @typedef {{ at: number, reason: string }} Fault what is wrong with a pattern, and at which of its characters */

export const TINTS = ["yellow", "green", "blue", "pink", "orange", "violet"];
export const MOST = 500;
export const MOST_LETTERS = 1_000;

/** A new id; never a number, which would be taken for a place in a list. */
export function freshId() {
  return `t-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
}

/** A term from a file or from storage, or null if it is none. Whether a pattern works, the engine says. @param {any} given @returns {Term | null} */
export function checked(given) {
  if (given === null || typeof given !== "object") return null;
  const { label, words, pattern, tint, id } = given;
  const isText = (/** @type {unknown} */ one) => typeof one === "string" && one.trim() !== "" && one.length <= MOST_LETTERS;
  const asWords = Array.isArray(words) && words.length > 0 && words.length <= MOST && words.every(isText);
  if (asWords === isText(pattern)) return null;
  return {
    id: typeof id === "string" && id.startsWith("t-") && id.length < 80 ? id : freshId(),
    label: (isText(label) ? label : asWords ? words[0] : pattern).trim().slice(0, 80),
    tint: TINTS.includes(tint) ? tint : TINTS[0],
    ...(asWords ? { words: words.map((/** @type {string} */ word) => word.trim()) } : { pattern }),
  };
}

/** What the engine is told. @param {Term} term */
export function plain({ id, label, words, pattern }) {
  return words ? { id, label, words } : { id, label, pattern };
}

/** What is wrong with a term, if anything. @param {Term} term @returns {Promise<Fault | null>} */
export async function faultOf(term) {
  if (!term.pattern) return null;
  try {
    await call("annotate", ["", { terms: [plain(term)] }]);
    return null;
  } catch (error) {
    if (!(error instanceof EngineError) || !error.code.startsWith("bad")) throw error;
    const place = error.message.match(/ at character (\d+): (.*)$/su);
    return { at: place ? Number(place[1]) : 0, reason: place ? place[2] : error.message };
  }
}

/** How often each term stands in an article, grey lines aside. @param {import("../types.js").Article | null} article @returns {Map<string, number>} */
export function countTerms(article) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { term, start } of article?.annotated.terms ?? []) if (!article?.things.isAside(start)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What it looks for, in a line. @param {Term} term */
export function looksFor(term) {
  return term.words ? term.words.join(", ") : term.pattern ?? "";
}
