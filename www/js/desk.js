// Desk: the articles in reading order, which of them is shown, and what was on it before it was cleared. No nodes, no engine.

import { nothingKnown } from "./about.js";
import { Things } from "./thing.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Segment} Segment */
/** @typedef {{ article: Article, segments: Segment[] | null, bare: boolean }} Sheet an article with what its rendering needs; `bare` has no marks */

export const MOST = 20;

export class Desk {
  constructor() {
    /** @type {Sheet[]} */
    this.sheets = [];
    this.shown = 0;
    /** @type {import("./types.js").Comparison | null} */
    this.comparison = null;
    /** @type {Sheet[]} */
    this.cleared = [];
    this.lastId = 0;
  }

  get articles() {
    return this.sheets.map((sheet) => sheet.article);
  }

  get sheet() {
    return this.sheets[this.shown] ?? null;
  }

  /** Those that can be compared: all but unmarked ones. */
  get comparable() {
    return this.sheets.filter((sheet) => !sheet.bare).map((sheet) => sheet.article);
  }

  /**
   * Puts a read article on the desk, at the end or in the place of another.
   * @param {Awaited<ReturnType<typeof import("./paste.js").readArticle>>} read
   * @param {number} [place]
   */
  put(read, place = this.sheets.length) {
    const id = this.sheets[place]?.article.id ?? `a${(this.lastId += 1)}`;
    const article = {
      id,
      text: read.text,
      lines: read.settled?.map((role) => ({ role })) ?? null,
      published: read.published,
      corrected: read.corrected,
      title: read.title || words.untitled(place + 1),
      about: read.about,
      told: read.told,
      annotated: read.annotated,
      things: new Things(read.text, read.annotated),
    };
    this.sheets[place] = { article, segments: read.segments, bare: false };
    this.shown = place;
    this.comparison = null;
    return article;
  }

  /** Puts a text on the desk without marks, so that it is not lost when it can't be marked. @param {string} text @param {number} [place] @param {Partial<import("./types.js").About>} [told] */
  putBare(text, place = this.sheets.length, told = {}) {
    const annotated = bare(text);
    const block = annotated.blocks[0];
    const about = { ...nothingKnown(), ...told };
    about.title ??= block ? text.slice(block.start, block.end).slice(0, 120) : null;
    this.put({ text, lines: [], settled: null, corrected: "[]", published: about.date, title: about.title ?? "", about, told, annotated, segments: text.length > 200_000 ? null : [] }, place);
    this.sheets[place].bare = true;
  }

  /** Another place in the reading order; the shown one stays shown. @param {number} from @param {number} to */
  move(from, to) {
    const shown = this.sheet;
    this.sheets.splice(to, 0, ...this.sheets.splice(from, 1));
    this.shown = Math.max(0, this.sheets.indexOf(shown));
    this.comparison = null;
  }

  /** @param {number} index */
  take(index) {
    this.sheets.splice(index, 1);
    this.shown = Math.max(0, Math.min(this.shown >= index ? this.shown - 1 : this.shown, this.sheets.length - 1));
    this.comparison = null;
  }

  clear() {
    if (this.sheets.length) this.cleared = this.sheets;
    this.sheets = [];
    this.shown = 0;
    this.comparison = null;
  }

  restore() {
    this.sheets = this.cleared;
    this.cleared = [];
    this.shown = Math.max(0, this.sheets.length - 1);
    this.comparison = null;
  }
}

/** An annotation that knows nothing but the lines. @param {string} text @returns {import("./types.js").Annotated} */
function bare(text) {
  /** @type {import("./types.js").Block[]} */
  const blocks = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const start = at + line.length - line.trimStart().length;
    const end = at + line.trimEnd().length;
    if (end > start) blocks.push({ start, end, role: "body" });
    at += line.length + 1;
  }
  return { length: text.length, published: null, blocks, sentences: [], entities: [], values: [], quotes: [], repeats: [], keySentences: [], terms: [], limits: [] };
}
