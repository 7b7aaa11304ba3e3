// Record: one correction, as plain data in the shape that the engine takes. It holds the words it is about and some text on both
// sides, and by these it is found again when the same text, or one slightly edited, is pasted another day.

/** @typedef {import("../types.js").Span} Span */
/** @typedef {"notAName" | "is" | "sameAs" | "add" | "speaker" | "quote" | "notAQuote" | "value" | "role"} Say */
/** @typedef {{ say: Say, text: string, before?: string, after?: string, type?: string, as?: string }} Correction without `before` and `after` it holds in every article */

export const NAMES = ["person", "organization", "place", "group", "event", "product", "work", "law"];
export const VALUES = ["date", "time", "duration", "money", "percent", "quantity", "number", "ordinal"];
const ROLES = ["headline", "standfirst", "byline", "dateline", "body", "subheading", "caption", "list", "related", "furniture"];

const CONTEXT = 48;           /* characters kept on each side */
const WORDS = 240;            /* of a long quotation or line, so much is enough to find it again */
const ALIKE = 12;             /* characters on both sides together, white space aside, that tell that this is the place */
export const MOST = 5_000;

/** @typedef {{ type?: string, as?: string, everywhere?: boolean }} Told */

/**
 * A correction of a place in a text.
 * @param {Say} say
 * @param {string} text
 * @param {Span} span
 * @param {Told} [told]
 * @returns {Correction}
 */
export function correction(say, text, span, { type, as, everywhere = false } = {}) {
  const whole = say === "add" || say === "quote";
  const end = span.end - span.start > WORDS && !whole ? wordEnd(text, span.start, span.start + WORDS) : span.end;
  return {
    say,
    text: text.slice(span.start, end),
    ...(everywhere ? {} : { before: text.slice(Math.max(0, span.start - CONTEXT), span.start), after: text.slice(end, end + CONTEXT) }),
    ...(type === undefined ? {} : { type }),
    ...(as === undefined ? {} : { as }),
  };
}

/** Where the last whole word before a place ends. @param {string} text @param {number} from @param {number} to */
function wordEnd(text, from, to) {
  const cut = text.slice(from, to).search(/\s\S*$/u);
  return cut > 0 ? from + cut : to;
}

/** Whether two corrections are about the same place in the same respect: then the later one takes the place of the earlier. @param {Correction} a @param {Correction} b */
export function sameMatter(a, b) {
  const respect = (/** @type {Say} */ say) => (say === "notAName" || say === "is" ? "name" : say === "speaker" || say === "notAQuote" ? "quote" : say);      /* words marked as a quotation: the same */
  return respect(a.say) === respect(b.say) && a.text === b.text && a.before === b.before && a.after === b.after;
}

/** Whether two say the same. @param {Correction} a @param {Correction} b */
export function equal(a, b) {
  return sameMatter(a, b) && a.say === b.say && a.type === b.type && a.as === b.as;
}

/** Whether a correction belongs to a text: its words stand there, between words that stood around them. @param {string} text @param {Correction} record */
export function fits(text, record) {
  for (const place of placesOf(text, record.text)) if (isMeant(text, place, record)) return true;
  return false;
}

/** Whether a place of its words is the one that a correction is about. @param {string} text @param {Span} place @param {Correction} record */
function isMeant(text, { start, end }, { before = "", after = "" }) {
  const head = dense(before);
  const tail = dense(after);
  const enough = Math.min(ALIKE, head.length + tail.length);
  if (enough === 0) return true;
  const left = shared(backwards(dense(text.slice(Math.max(0, start - 4 * CONTEXT), start))), backwards(head));
  return left + shared(dense(text.slice(end, end + 4 * CONTEXT)), tail) >= enough;
}

/** That by which the reader has marked the words at a place as a quotation, if they have. @param {string} text @param {Span} span @param {Correction[]} records */
export function markedAt(text, span, records) {
  const holds = (/** @type {Span} */ place) => place.start <= span.start && place.end >= span.end;
  return records.findLast((record) => record.say === "quote" && [...placesOf(text, record.text)].some((place) => holds(place) && isMeant(text, place, record)));
}

/** Where words stand as whole words. @param {string} text @param {string} own @returns {Generator<Span, void>} */
export function* placesOf(text, own) {
  if (!own.trim()) return;
  for (let at = text.indexOf(own), tries = 0; at >= 0 && tries < 10_000; at = text.indexOf(own, at + 1), tries += 1) {
    if (!insideWord(text, at) && !insideWord(text, at + own.length)) yield { start: at, end: at + own.length };
  }
}

/** Those corrections that belong to a text, in order. @param {string} text @param {Correction[]} records */
export function fitting(text, records) {
  return records.filter((record) => fits(text, record));
}

/** @param {string} text @param {number} at */
function insideWord(text, at) {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** @param {string} text */
const dense = (text) => text.replace(/\s+/g, "");
/** @param {string} text */
const backwards = (text) => text.split("").reverse().join("");

/** @param {string} a @param {string} b */
function shared(a, b) {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** A correction from a file or from storage, or null if it is none that can be carried out. @param {any} given @returns {Correction | null} */
export function checked(given) {
  if (given === null || typeof given !== "object") return null;
  const { say, text, before, after, type, as } = given;
  const optional = (/** @type {unknown} */ one) => one === undefined || one === null || (typeof one === "string" && one.length <= 4_000);
  if (typeof text !== "string" || !text.trim() || text.length > 4_000 || ![before, after, type, as].every(optional)) return null;
  const carriedOut = {
    notAName: () => true,
    is: () => NAMES.includes(type),
    add: () => NAMES.includes(type),
    sameAs: () => Boolean(as),
    speaker: () => true,
    quote: () => true,
    notAQuote: () => true,
    value: () => (type === undefined || type === null || VALUES.includes(type)) && (as === undefined || as === null || worth(type, as) !== null),
    role: () => ROLES.includes(type),
  };
  if (typeof say !== "string" || !Object.hasOwn(carriedOut, say) || !carriedOut[/** @type {Say} */ (say)]()) return null;
  /** @type {Correction} */
  const record = { say: /** @type {Say} */ (say), text };
  for (const [name, value] of Object.entries({ before, after, type, as })) if (typeof value === "string") record[/** @type {"as"} */ (name)] = value;
  return record;
}

/** What is typed as the worth of a date, a time or a figure, as the engine takes it; null if it is none. @param {string | undefined} kind @param {string} typed */
export function worth(kind, typed) {
  const said = typed.trim();
  if (kind === "date") {
    const parts = said.split("/");
    return parts.length <= 2 && parts.every(isDate) && (parts.length === 1 || parts[0] <= parts[1]) ? said : null;
  }
  if (kind === "time") {
    const hit = said.match(/^T?([01]?\d|2[0-3])[:.]([0-5]\d)$/);
    return hit ? `T${hit[1].padStart(2, "0")}:${hit[2]}` : null;
  }
  const figures = said.replace(/^−/, "-").replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?!\d))/gu, "");
  return /^[+-]?\d{1,18}(?:\.\d{1,12})?$/.test(figures) ? String(Number(figures)) : null;
}

/** @param {string} iso */
function isDate(iso) {
  const hit = iso.match(/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/);
  if (!hit) return /^\d{3}X$|^\d{2}XX$/.test(iso);
  const [year, month, day] = [Number(hit[1]), Number(hit[2] ?? 1), Number(hit[3] ?? 1)];
  const time = new Date(Date.UTC(2000, month - 1, day));
  time.setUTCFullYear(year, month - 1, day);
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}
