// Thing: what a mark points to. A person with all mentions, a figure, a quotation, a repeat, a term: one record with one list
// of places, made from the core's answer when somebody asks. Beside it, where a place stands: block, sentence, paragraph.

import { isName, isValue, lookOf } from "./kinds.js";

/** @typedef {import("./types.js").Annotated} Annotated */
/** @typedef {import("./types.js").Span} Span */
/** @typedef {Span & { form?: string | null }} Spot */
/**
 * @typedef {object} Thing
 * @property {string} key
 * @property {string} kind
 * @property {string} look
 * @property {number | string} ref
 * @property {Spot[]} spots in order
 * @property {import("./types.js").Entity} [entity]
 * @property {import("./types.js").Value} [value]
 * @property {import("./types.js").Quote} [quote]
 * @property {import("./types.js").Repeat} [repeat]
 * @property {import("./types.js").TermHit} [term]
 */

/** Index of the last span that starts at or before `at`; -1 if none does. @param {Span[]} spans @param {number} at */
export function lastBefore(spans, at) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first of these ordered spans that ends after `at`. @param {Span[]} spans @param {number} at */
export function firstAfter(spans, at) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Things {
  /** @param {string} text @param {Annotated} annotated */
  constructor(text, annotated) {
    this.text = text;
    this.annotated = annotated;
    /** @type {Map<number | string, import("./types.js").Entity>} */
    this.entities = new Map(annotated.entities.map((entity) => [entity.id, entity]));
    /** @type {Map<string, Thing>} */
    this.made = new Map();
    /** Number of the paragraph that each block is, or belongs to. @type {number[]} */
    this.paragraphs = [];
    let paragraph = 0;
    for (const block of annotated.blocks) {
      if (block.role === "body" || block.role === "list") paragraph += 1;
      this.paragraphs.push(paragraph);
    }
  }

  /** The thing that a mark of this kind and reference points to. @param {string} kind @param {number | string} ref @returns {Thing | null} */
  get(kind, ref) {
    const group = isName(kind) ? "name" : isValue(kind) ? "value" : kind === "source" || kind === "cue" ? "quote" : kind;
    const key = `${group}:${ref}`;
    const known = this.made.get(key);
    if (known) return known;
    const thing = this.make(group, ref, key);
    if (thing) this.made.set(key, thing);
    return thing;
  }

  /** @param {string} group @param {number | string} ref @param {string} key @returns {Thing | null} */
  make(group, ref, key) {
    const index = Number(ref);
    const { values, quotes, repeats, terms } = this.annotated;
    if (group === "name") {
      const entity = this.entities.get(ref) ?? this.entities.get(index);
      return entity ? { key, kind: entity.type, look: lookOf(entity.type), ref, spots: entity.mentions, entity } : null;
    }
    if (group === "value") {
      const value = values[index];
      return value ? { key, kind: value.kind, look: lookOf(value.kind), ref, spots: [value], value } : null;
    }
    if (group === "quote") {
      const quote = quotes[index];
      return quote ? { key, kind: "quote", look: "quote", ref, spots: quote.content, quote } : null;
    }
    if (group === "repeat") {
      const repeat = repeats[index];
      return repeat ? { key, kind: "repeat", look: "repeat", ref, spots: [repeat], repeat } : null;
    }
    const spots = terms.filter((hit) => hit.term === ref);
    return spots.length ? { key, kind: "term", look: "term", ref, spots, term: spots[0] } : null;
  }

  /** @param {Span} span */
  slice(span) {
    return this.text.slice(span.start, span.end);
  }

  /** One line of a span, cut short if it is huge. @param {Span} span @param {number} [most] */
  brief(span, most = 1_000) {
    if (span.end - span.start <= most) return tidy(this.slice(span));
    return `${tidy(this.text.slice(span.start, span.start + most))}…`;
  }

  /** The words of a quotation, its parts joined. @param {import("./types.js").Quote} quote */
  quoteWords(quote) {
    return quote.content.slice(0, 12).map((part) => this.brief(part)).join(" … ");
  }

  /** The figure or date that a span is part of, if it is; else the span. @param {Span} span @returns {Span} */
  whole(span) {
    const value = this.annotated.values[lastBefore(this.annotated.values, span.start)];
    return value && span.end > span.start && value.end >= span.end && value.start <= span.start ? { start: value.start, end: value.end } : { start: span.start, end: span.end };
  }

  /** Index of the block at a place. @param {number} at */
  blockAt(at) {
    return lastBefore(this.annotated.blocks, at);
  }

  /** Whether a place stands in a block that is set aside. @param {number} at */
  isAside(at) {
    return isAside(this.annotated.blocks[this.blockAt(at)]?.role);
  }

  /** Index of the sentence at a place, or of the last before it; -1 if there is none. @param {number} at */
  sentenceAt(at) {
    return lastBefore(this.annotated.sentences, at);
  }

  /** Number of the paragraph at a place, from 1; 0 before the first. @param {number} at */
  paragraphAt(at) {
    return this.paragraphs[this.blockAt(at)] ?? 0;
  }

  /**
   * Some words around a span, within its block: what stands before and after it.
   * @param {Span} span
   * @param {number} before
   * @param {number} after
   */
  around(span, before, after) {
    const block = this.annotated.blocks[this.blockAt(span.start)] ?? { start: 0, end: this.text.length };
    const from = Math.max(block.start, span.start - before * 12);
    const to = Math.min(block.end, span.end + after * 12);
    let head = tidyKeep(this.text.slice(from, span.start));
    let tail = tidyKeep(this.text.slice(span.end, Math.max(to, span.end)));
    const headWords = head.split(" ");
    const tailWords = tail.split(" ");
    if (headWords.length > before + 1 || from > block.start) head = `…${headWords.slice(-before - 1).join(" ").trimStart()}`;
    if (tailWords.length > after + 1 || to < block.end) tail = `${tailWords.slice(0, after + 1).join(" ").trimEnd()}…`;
    return { head, words: this.brief(span, 300), tail };
  }

  /** The speaker of a quotation in words; null if nobody is told. @param {import("./types.js").Quote} quote @returns {string | null} */
  speaker(quote) {
    if (quote.speakerName) return quote.speakerName;
    if (quote.speakerKind === "none") return null;
    if (quote.speaker !== null && quote.speaker !== undefined) {
      const entity = this.entities.get(quote.speaker);
      if (entity) return entity.name;
    }
    return quote.source ? this.brief(quote.source, 120).replace(/,? who$/i, "") : null;     /* "the mayor of Oslo, who" */
  }

  /** A name short enough for the margin. @param {import("./types.js").Quote} quote */
  shortSpeaker(quote) {
    const name = this.speaker(quote);
    const entity = quote.speaker === null || quote.speaker === undefined ? null : this.entities.get(quote.speaker);
    if (!name || entity?.type !== "person") return name;
    const short = entity.mentions.find((mention) => mention.form === "short");
    return short ? tidy(this.slice(short)) : name.split(" ").at(-1) ?? name;
  }
}

/** Whether a role puts a block aside. @param {string | undefined} role */
export function isAside(role) {
  return role === "furniture" || role === "related";
}

/** One line of it. @param {string} text */
export function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** @param {string} text */
function tidyKeep(text) {
  return text.replace(/\s+/g, " ");
}
