// Part: the piece of an annotation that touches a stretch of the text. Of a very long article only what comes near the screen is
// cut into segments; this asks the engine for them and puts the references back to those of the whole.

import { call } from "./engine.js";
import { isName, isValue } from "./kinds.js";
import { firstAfter } from "./thing.js";

/** @typedef {import("./types.js").Annotated} Annotated */
/** @typedef {import("./types.js").Segment} Segment */
/** @typedef {import("./types.js").Span} Span */

/**
 * @param {Annotated} whole
 * @param {number} start
 * @param {number} end
 * @returns {Promise<Segment[]>}
 */
export async function segmentsOf(whole, start, end) {
  const touches = (/** @type {Span} */ span) => span.end > start && span.start < end;
  const [values, valueRefs] = pick(whole.values, touches);
  const [quotes, quoteRefs] = pick(whole.quotes, (quote) => quote.content.some(touches));
  const [repeats, repeatRefs] = pick(whole.repeats, touches);
  const [terms, termRefs] = pick(whole.terms, touches);
  /** @type {Annotated["entities"]} */
  const entities = [];
  for (const entity of whole.entities) {
    const { mentions } = entity;
    const first = firstAfter(mentions, start);
    let last = first;
    while (last < mentions.length && mentions[last].start < end) last += 1;
    if (last > first) entities.push({ ...entity, mentions: mentions.slice(first, last) });
  }
  const asked = { ...whole, blocks: [], sentences: [], keySentences: [], limits: [], entities, values, quotes, repeats, terms };
  /** @type {Segment[]} */
  const segments = await call("segments", [asked]);
  const back = (/** @type {string} */ kind, /** @type {number | string} */ ref) => {
    if (isName(kind)) return ref;
    const refs = isValue(kind) ? valueRefs : kind === "repeat" ? repeatRefs : kind === "term" ? termRefs : quoteRefs;
    return refs[Number(ref)] ?? ref;
  };
  return segments.map((segment) => ({ ...segment, marks: segment.marks.map(({ kind, ref }) => ({ kind, ref: back(kind, ref) })) }));
}

/**
 * The members that fit, and the index of each in the whole list.
 * @template T
 * @param {T[]} list
 * @param {(member: T) => boolean} fits
 * @returns {[T[], number[]]}
 */
function pick(list, fits) {
  /** @type {T[]} */
  const members = [];
  /** @type {number[]} */
  const refs = [];
  list.forEach((member, index) => {
    if (!fits(member)) return;
    members.push(member);
    refs.push(index);
  });
  return [members, refs];
}
