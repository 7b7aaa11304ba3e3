// Fold: a text as a search sees it: small letters without accents, any stretch of white space one blank, curly quotation marks
// straight; and of every letter of it, where it stands in the text.

/** @typedef {import("./types.js").Span} Span */
/** @typedef {{ text: string, at: number[] }} Folded `at` has one place more than `text` letters: the end */

/** Letters that take no accent off by themselves, and signs. @type {Record<string, string>} */
const PLAIN = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": "" };

/** @type {Map<string, string>} */
const known = new Map();

/** @param {string} sign */
function plain(sign) {
  let told = known.get(sign);
  if (told === undefined) {
    told = /\s/u.test(sign) ? " " : [...sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")].map((one) => PLAIN[one] ?? one).join("");
    if (known.size < 20_000) known.set(sign, told);
  }
  return told;
}

/** @param {string} text @returns {Folded} */
export function fold(text) {
  /** @type {number[]} */
  const units = [];
  /** @type {number[]} */
  const at = [];
  let blank = false;
  const put = (/** @type {number} */ unit, /** @type {number} */ place) => {
    if (unit === 32 && blank) return;
    blank = unit === 32;
    units.push(unit);
    at.push(place);
  };
  for (let place = 0; place < text.length; ) {
    const code = text.charCodeAt(place);
    if (code < 128) {
      put(code >= 65 && code <= 90 ? code + 32 : code >= 9 && code <= 13 ? 32 : code, place);
      place += 1;
      continue;
    }
    const sign = String.fromCodePoint(/** @type {number} */ (text.codePointAt(place)));
    const told = plain(sign);
    for (let unit = 0; unit < told.length; unit += 1) put(told.charCodeAt(unit), place);
    place += sign.length;
  }
  at.push(text.length);
  let folded = "";
  for (let from = 0; from < units.length; from += 8_192) folded += String.fromCharCode(...units.slice(from, from + 8_192));
  return { text: folded, at };
}

/**
 * Where something stands in a folded text, in offsets of the text itself; at most so many places.
 * @param {Folded} folded
 * @param {string} query
 * @param {number} most
 * @returns {Span[]}
 */
export function places({ text, at }, query, most) {
  const wanted = fold(query).text.trim();
  /** @type {Span[]} */
  const found = [];
  if (!wanted) return found;
  for (let hit = text.indexOf(wanted); hit >= 0 && found.length < most; hit = text.indexOf(wanted, hit + wanted.length)) {
    const end = at[hit + wanted.length];
    /* half of a letter that folds to two is the whole letter */
    found.push({ start: at[hit], end: end > at[hit + wanted.length - 1] ? end : at[hit + wanted.length - 1] + 1 });
  }
  return found;
}
