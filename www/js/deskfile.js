// Desk file: the whole desk in one file, glosswire-desk.json. Texts, their lines' roles, their order and details, and what is kept of the reader's
// corrections and terms. It has a version; a file of a later one, of another program or a broken one is refused, and nothing changes.

import { soundAbout } from "./about.js";
import { handOver } from "./handover.js";
import { read, write } from "./keep.js";
import { say } from "./notice.js";
import { keepWords } from "./words-keep.js";

/** @typedef {import("./draft.js").KeptArticle} KeptArticle */

const NAME = "glosswire-desk.json";
const VERSION = 1;
/** What the reader made, beside the articles. */
const MADE = ["corrections", "terms"];

/** @param {import("./draft.js").Draft} draft */
export function deskFile({ shown, articles }) {
  /** @type {Record<string, unknown>} */
  const desk = { glosswire: "desk", version: VERSION, saved: new Date().toISOString(), shown, articles };
  for (const key of MADE) if (read(key) !== null) desk[key] = read(key);
  return JSON.stringify(desk, null, 1);
}

/** @param {string} text */
export function download(text) {
  handOver(text, NAME, "application/json");
  say(keepWords.deskSaved(NAME));
}

/**
 * The articles of a desk file, or why it can't be opened. Its corrections and terms join those that are kept.
 * @param {string} text
 * @returns {{ articles: KeptArticle[], shown: number } | { why: "broken" | "foreign" | "newer" }}
 */
export function openDesk(text) {
  let desk;
  try {
    desk = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { why: "broken" };
  }
  if (desk?.glosswire !== "desk") return { why: "foreign" };
  if (typeof desk.version === "number" && desk.version > VERSION) return { why: "newer" };
  const sound = desk.version === VERSION && Array.isArray(desk.articles) && desk.articles.every((/** @type {any} */ one) => typeof one?.text === "string");
  if (!sound) return { why: "broken" };
  for (const key of MADE) {
    const mine = read(key);
    const theirs = desk[key] ?? null;
    if (theirs !== null && typeof theirs === "object") write(key, mine === null ? theirs : united(mine, theirs));
  }
  const articles = desk.articles.map((/** @type {any} */ one) => ({ text: one.text, roles: one.roles ?? null, told: soundAbout(one.told), title: String(one.title ?? "") }));
  return { articles, shown: Number.isInteger(desk.shown) ? desk.shown : articles.length - 1 };
}

/**
 * Both, where they can stand side by side; mine where they can't.
 * @param {any} mine
 * @param {any} theirs
 * @returns {any}
 */
function united(mine, theirs) {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const known = new Set(mine.map((one) => JSON.stringify(one)));
    const ids = new Set(mine.map((one) => one?.id));
    const more = theirs.filter((one) => !known.has(JSON.stringify(one))).map((one) => {
      if (one?.id === undefined || !ids.has(one.id)) return one;
      let next = 2;
      while (ids.has(`${one.id}-${next}`)) next += 1;
      ids.add(`${one.id}-${next}`);
      return { ...one, id: `${one.id}-${next}` };
    });
    return [...mine, ...more];
  }
  const plain = (/** @type {any} */ one) => one !== null && typeof one === "object" && !Array.isArray(one);
  if (!plain(mine) || !plain(theirs)) return mine;
  const both = { ...theirs, ...mine };
  for (const key of Object.keys(theirs)) if (Object.hasOwn(mine, key)) both[key] = united(mine[key], theirs[key]);
  return both;
}
