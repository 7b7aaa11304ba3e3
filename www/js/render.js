// Render: an article as nodes. Everything under #text, read as textContent, is the pasted text itself, unchanged: blocks become
// headings, paragraphs and folded grey lines, marks are nested <mark> elements, and every label is drawn by the style sheet.
// A short article stands at once; a long one is laid out in idle moments, and far paragraphs get their marks when they come near.

import { opens, closes, pieces, quotedParts } from "./cut.js";
import { el, whenIdle } from "./dom.js";
import { isName, isValue, lookOf } from "./kinds.js";
import { own } from "./own.js";
import { segmentsOf } from "./part.js";
import { firstAfter, isAside, tidy } from "./thing.js";
import { weave } from "./weave.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Segment} Segment */
/** @typedef {import("./types.js").Span} Span */
/** @typedef {import("./weave.js").Strand} Strand */
/** @typedef {{ start: number, end: number, node: HTMLElement, full: boolean, last: boolean }} Row a paragraph, or a piece of a huge one */

const AT_ONCE = 40_000;       /* characters laid out before the first paint */
const LINE = 72;              /* characters of a full line: two speakers closer than that would lie on each other in the margin */
const SHORT = 12;             /* characters that one line of the margin holds for certain */
const RUN = 24_000;           /* characters of a long article that get their marks together */

/** Lays an article out in `root` and says where things stand in it. */
export class Story {
  /**
   * @param {HTMLElement} root
   * @param {Article} article
   * @param {{ segments: Segment[] | null, overlay?: (start: number, end: number) => Strand[], decorate?: (sentence: number, node: HTMLElement) => void }} options
   */
  constructor(root, article, { segments, overlay, decorate }) {
    this.root = root;
    this.article = article;
    this.segments = segments;
    this.overlay = overlay;
    this.decorate = decorate;
    /** @type {Row[]} */
    this.rows = [];
    this.alive = true;
    this.long = segments === null;
    /** @type {IntersectionObserver | null} */
    this.near = null;
    /** Speakers already named in the margin of a block, and where the last of them. @type {Map<number, { names: string[], at: number }>} */
    this.labelled = new Map();
    /** @type {Map<HTMLElement, Row[]>} */
    this.runs = new Map();
    /** @type {HTMLElement | null} */
    this.run = null;
    this.runStart = 0;
    /** Told when marks have come to a stretch of a long article. @type {(() => void) | null} */
    this.filled = null;
    /** @type {Promise<void>} */
    this.laid = this.lay();
  }

  dispose() {
    this.alive = false;
    this.near?.disconnect();
  }

  /** Lays out what fits before the first paint, the rest in slices. @returns {Promise<void>} */
  lay() {
    const steps = this.steps();
    const until = (/** @type {() => boolean} */ stop) => {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return true;
        if (stop()) return false;
      }
    };
    let laid = 0;
    if (this.long) {
      this.near = new IntersectionObserver((seen) => {
        for (const { target, isIntersecting } of seen) if (isIntersecting) this.fill(/** @type {HTMLElement} */ (target));
      }, { rootMargin: "1200px 0px" });
    }
    if (until(() => (laid = this.rows.at(-1)?.end ?? 0) > AT_ONCE)) return Promise.resolve();
    return new Promise((done) => {
      const slice = () => {
        if (!this.alive) return done();
        const began = performance.now();
        if (until(() => performance.now() - began > 10)) done();
        else whenIdle(slice);
      };
      whenIdle(slice);
    });
  }

  /** One block, or one fold of blocks, a step. @returns {Generator<void, void>} */
  *steps() {
    const { text, annotated } = this.article;
    const { blocks } = annotated;
    let at = 0;
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index];
      const holder = this.holder();
      this.gap(holder, at, block.start);
      if (isAside(block.role)) {
        let last = index;
        while (last + 1 < blocks.length && isAside(blocks[last + 1].role) && blankBetween(text, blocks[last].end, blocks[last + 1].start)) last += 1;
        this.fold(holder, index, last);
        index = last;
      } else if (block.role === "list") {
        let last = index;
        while (last + 1 < blocks.length && blocks[last + 1].role === "list" && blankBetween(text, blocks[last].end, blocks[last + 1].start)) last += 1;
        const list = el("ul", { class: "list" });
        holder.append(list);
        for (let item = index; item <= last; item += 1) {
          if (item > index) this.gap(list, blocks[item - 1].end, blocks[item].start);
          yield* this.block(list, item);
        }
        index = last;
      } else yield* this.block(null, index);
      at = blocks[index].end;
      yield;
    }
    this.gap(this.holder(), at, text.length);
  }

  /** Where the next block goes: the article itself, or the stretch of a long one that is being filled. */
  holder() {
    if (!this.long) return this.root;
    const end = this.rows.at(-1)?.end ?? 0;
    if (!this.run || end - this.runStart > RUN) {
      this.run = el("div", { class: "run" });
      this.runStart = end;
      this.root.append(this.run);
      this.runs.set(this.run, []);
      this.near?.observe(this.run);
    }
    return this.run;
  }

  /** What lies between blocks: white space, or signs without a word. @param {HTMLElement} holder @param {number} start @param {number} end */
  gap(holder, start, end) {
    if (start >= end) return;
    const between = this.article.text.slice(start, end);
    if (/\S/.test(between)) holder.append(el("p", { class: "gap" }, between));
    else holder.append(document.createTextNode(between));
  }

  /**
   * @param {HTMLElement | null} list the list that the block is an item of
   * @param {number} index
   * @returns {Generator<void, void>}
   */
  *block(list, index) {
    const { text, annotated } = this.article;
    const block = annotated.blocks[index];
    const [tag, name, id] = DRESS[block.role] ?? DRESS.body;
    const ends = pieces(text, block, annotated.sentences);
    for (let piece = 0, start = block.start; piece < ends.length; piece += 1) {
      const node = el(tag, { class: [name, piece > 0 && "piece"].filter(Boolean).join(" ") || null, id: piece === 0 ? id : null, "data-block": index });
      const row = { start, end: ends[piece], node, full: false, last: piece === ends.length - 1 };
      start = row.end;
      const parent = list ?? this.holder();
      this.rows.push(row);
      if (this.long) {
        node.textContent = text.slice(row.start, row.end);
        this.runs.get(/** @type {HTMLElement} */ (this.run))?.push(row);
      } else this.weave(row, /** @type {Segment[]} */ (this.segments));
      parent.append(node);
      if (ends.length > 1) yield;
    }
    if (!this.long) this.rows[this.rows.length - 1].node.append(this.turn(index, text.slice(block.start, block.start + 80)));
  }

  /** Blocks that are set aside: one grey line that opens in place. @param {HTMLElement} holder @param {number} first @param {number} last */
  fold(holder, first, last) {
    const { text, annotated } = this.article;
    const blocks = annotated.blocks.slice(first, last + 1);
    const lines = el("div", { class: "lines" });
    let count = 0;
    blocks.forEach((block, index) => {
      if (index > 0) lines.append(document.createTextNode(text.slice(blocks[index - 1].end, block.start)));
      const line = text.slice(block.start, block.end);
      count += line.split("\n").filter((one) => one.trim()).length;
      const node = el("p", { class: "line", "data-role": block.role, "data-block": first + index }, line);
      node.append(this.turn(first + index, line));
      lines.append(node);
      this.rows.push({ start: block.start, end: block.end, node, full: true, last: true });
    });
    const again = annotated.repeats.some((repeat) => blocks.some((block) => block.role === "furniture" && repeat.start <= block.start && repeat.end >= block.end));
    const label = words.aside(count, [...new Set(blocks.map((block) => block.role))], again);
    holder.append(el("details", { class: "fold" }, el("summary", { "aria-label": label }, el("span", { "data-label": label })), lines));
  }

  /** The button that brings a block back, or sets it aside. Its label is drawn. @param {number} block @param {string} line */
  turn(block, line) {
    const aside = isAside(this.article.annotated.blocks[block].role);
    const start = line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
    return el("button", { type: "button", class: "turn", "data-turn": block, tabindex: aside ? null : -1, "data-label": aside ? words.bringBack : words.setAside, "aria-label": words.turn(aside, start) });
  }

  /** Marks for a run of a long article that has come near. @param {HTMLElement} run */
  async fill(run) {
    this.near?.unobserve(run);
    const rows = (this.runs.get(run) ?? []).filter((row) => !row.full);
    if (rows.length === 0) return;
    const start = rows[0].start;
    const end = rows[rows.length - 1].end;
    let segments;
    try {
      segments = await segmentsOf(this.article.annotated, start, end);
    } catch {
      return;                          /* the words stand; the marks of this stretch come when it is looked at again */
    }
    if (!this.alive) return;
    for (const row of rows) {
      if (row.full) continue;
      row.node.textContent = "";
      this.weave(row, segments);
    }
    this.filled?.();
  }

  /** @param {Row} row @param {Segment[]} segments */
  weave(row, segments) {
    row.full = true;
    const strands = [...this.sentences(row), ...this.marks(row, segments), ...(this.overlay?.(row.start, row.end) ?? [])];
    weave(row.node, this.article.text, row.start, row.end, strands);
    const { repeats } = this.article.annotated;
    for (let index = firstAfter(repeats, row.start); index < repeats.length && repeats[index].end <= row.end; index += 1) {
      const { of } = repeats[index];
      const label = words.sameAs(this.article.things.paragraphAt(of.start));
      row.node.append(el("a", { class: "repeat-of", href: `#s${this.article.things.sentenceAt(of.start)}`, "data-at": of.start, "aria-label": label, "data-label": label }));
    }
  }

  /** @param {Row} row @returns {Strand[]} */
  sentences(row) {
    const { sentences } = this.article.annotated;
    /** @type {Strand[]} */
    const strands = [];
    for (let index = firstAfter(sentences, row.start); index < sentences.length && sentences[index].start < row.end; index += 1) {
      const { start, end } = sentences[index];
      strands.push({
        start,
        end,
        rank: 0,
        make: (first) => {
          const node = el("span", { class: "s", id: first ? `s${index}` : null, "data-s": index });
          if (first) this.decorate?.(index, node);
          return node;
        },
      });
    }
    return strands;
  }

  /**
   * Marks of a row: neighbouring segments under one mark are one strand, unless the mark begins anew.
   * @param {Row} row
   * @param {Segment[]} segments
   * @returns {Strand[]}
   */
  marks(row, segments) {
    const { things } = this.article;
    /** @type {Map<string, { strand: Strand, spot: Span | undefined }>} */
    let open = new Map();
    /** @type {Strand[]} */
    const strands = [];
    /** @type {{ strand: Strand, spot: Span | undefined, form: string }[]} */
    const quotes = [];
    for (let index = firstAfter(segments, row.start); index < segments.length && segments[index].start < row.end; index += 1) {
      const segment = segments[index];
      /** @type {typeof open} */
      const next = new Map();
      for (const { kind, ref: told } of segment.marks) {
        const ref = kind === "term" ? this.article.annotated.terms[Number(told)]?.term ?? told : told;      /* all places of a term are one thing */
        const name = `${kind}:${ref}`;
        const thing = things.get(kind, ref);
        if (!thing || kind === "source" || kind === "cue") continue;
        const place = firstAfter(thing.spots, segment.start);
        const spot = thing.spots[place];
        const known = open.get(name);
        if (known && spot && spot.start < segment.start) {
          known.strand.end = segment.end;
          next.set(name, known);
          continue;
        }
        const goesOn = segment.start <= row.start && spot && spot.start < row.start;
        const strand = { start: goesOn ? spot.start : segment.start, end: segment.end, rank: 2, make: this.maker(thing, kind, ref, place) };
        if (thing.quote) quotes.push({ strand, spot, form: thing.quote.form });
        strands.push(strand);
        next.set(name, { strand, spot });
      }
      open = next;
    }
    for (const { strand, spot } of open.values()) if (strand.end >= row.end && spot && spot.end > row.end) strand.end = spot.end;
    /* a quotation is painted with its quotation marks; of a partly quoted one only what stands between them */
    const { text } = this.article;
    const seen = new Set();
    for (const { strand, spot, form } of quotes) {
      if (!spot) continue;
      if (form === "mixed") {
        for (const { start, end } of quotedParts(text, spot)) {
          if (seen.has(start)) continue;
          seen.add(start);
          strands.push({ start, end, rank: 2, make: (first) => el("span", { class: first ? "q" : "q cont" }) });
        }
        continue;
      }
      if (strand.start === spot.start && strand.start > row.start && opens(text[strand.start - 1])) strand.start -= 1;
      if (strand.end === spot.end && strand.end < row.end && closes(text[strand.end])) strand.end += 1;
    }
    return strands;
  }

  /**
   * @param {import("./thing.js").Thing} thing
   * @param {string} kind
   * @param {number | string} ref
   * @param {number} place
   * @returns {(first: boolean) => HTMLElement}
   */
  maker(thing, kind, ref, place) {
    const { things } = this.article;
    const spot = thing.spots[place];
    const length = spot ? spot.end - spot.start : 0;
    return (first) => {
      const classes = ["m"];
      if (!first) classes.push("cont");
      if (thing.entity && place > 0) classes.push("again");
      if (isValue(kind) && length <= (kind === "money" ? 22 : 14)) classes.push("short");
      const node = el("mark", {
        class: classes.join(" "),
        "data-kind": kind,
        "data-look": lookOf(kind),
        "data-ref": ref,
        "data-spot": place,
        "data-tint": kind === "term" ? own.tint(ref) : null,
        "data-form": isName(kind) ? spot?.form : thing.quote?.form ?? null,
        tabindex: -1,
      });
      if (kind === "percent" && typeof thing.value?.amount === "number") {
        const { amount } = thing.value;
        node.style.setProperty("--v", String(Math.min(100, Math.abs(amount))));
        if (amount < 0) node.dataset.sign = "minus";
        else if (amount > 100) node.dataset.sign = "over";
      }
      if (thing.quote && thing.quote.form !== "indirect" && first && place === 0) this.name(node, thing.quote, things.blockAt(spot.start));
      return node;
    };
  }

  /** A speaker's name in the margin, once a paragraph and one a line. @param {HTMLElement} node @param {import("./types.js").Quote} quote @param {number} block */
  name(node, quote, block) {
    const speaker = this.article.things.shortSpeaker(quote);
    if (!speaker) return;
    const label = tidy(speaker);
    const { start } = quote.content[0];
    const last = this.labelled.get(block);
    if (last && (last.names.includes(label) || start - last.at < LINE)) return;
    const long = label.length > SHORT;
    this.labelled.set(block, { names: [...(last?.names ?? []), label], at: long ? start + LINE : start });
    node.dataset.speaker = label;
    if (long) node.title = label;
  }

  /**
   * The node at a place of the text, laid out and marked if it was not yet; null if the text has no such place.
   * @param {number} at
   * @returns {Promise<HTMLElement | null>}
   */
  async reveal(at) {
    if (!(at <= (this.rows.at(-1)?.end ?? 0))) await this.laid;
    const row = this.rows[Math.min(firstAfter(this.rows, at), this.rows.length - 1)];
    if (!row) return null;
    if (!row.full) {
      const run = /** @type {HTMLElement | null} */ (row.node.closest(".run"));
      if (run) await this.fill(run);
    }
    const fold = row.node.closest("details");
    if (fold) fold.open = true;
    const sentence = this.article.things.sentenceAt(at);
    return row.node.querySelector(`.s[data-s="${sentence}"]`) ?? row.node;
  }
}

/** What each role is dressed in: element, class, id. @type {Record<string, ["h1" | "h2" | "p" | "li", string, string | null]>} */
const DRESS = {
  headline: ["h1", "headline", "headline"],
  standfirst: ["p", "standfirst", null],
  byline: ["p", "by", null],
  dateline: ["p", "dateline", null],
  body: ["p", "", null],
  subheading: ["h2", "sub", null],
  caption: ["p", "caption", null],
  list: ["li", "item", null],
};

/** @param {string} text @param {number} start @param {number} end */
function blankBetween(text, start, end) {
  return !/\S/.test(text.slice(start, end));
}
