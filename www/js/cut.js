// Cut: where a text may be cut for the eye. Huge paragraphs into pieces, partly quoted speech into what stands between its marks.

import { firstAfter } from "./thing.js";

/** @typedef {import("./types.js").Span} Span */

const PIECE = 8_000;          /* a paragraph longer than twice this is laid out in pieces: one line box of 5 MB would hang any browser */
const OPENING = "“\"‘'«„‹";
const CLOSING = "”\"’'»“›";

/** Whether a character opens a quotation. @param {string | undefined} sign */
export const opens = (sign) => sign !== undefined && OPENING.includes(sign);

/** Whether a character closes a quotation. @param {string | undefined} sign */
export const closes = (sign) => sign !== undefined && CLOSING.includes(sign);

/** A span without white space and quotation marks at its ends. @param {string} text @param {Span} span @returns {Span} */
export function bare(text, { start, end }) {
  while (start < end && (/\s/.test(text[start]) || opens(text[start]))) start += 1;
  while (end > start && (/\s/.test(text[end - 1]) || closes(text[end - 1]))) end -= 1;
  return { start, end };
}

/**
 * Where the pieces of a block end: one for all but huge ones, which are cut at a sentence, else at a space, else anywhere
 * but inside a character.
 * @param {string} text
 * @param {Span} block
 * @param {Span[]} sentences
 * @returns {number[]}
 */
export function pieces(text, block, sentences) {
  /** @type {number[]} */
  const ends = [];
  let at = block.start;
  while (block.end - at > 2 * PIECE) {
    let cut = sentences[firstAfter(sentences, at + PIECE)]?.start ?? 0;
    if (cut <= at || cut > at + 2 * PIECE) cut = at + text.slice(at, at + PIECE).lastIndexOf(" ") + 1;
    if (cut <= at) cut = at + PIECE;
    const low = text.charCodeAt(cut);
    if (low >= 0xdc00 && low <= 0xdfff) cut += 1;
    ends.push(cut);
    at = cut;
  }
  ends.push(block.end);
  return ends;
}

/** Letters and digits, as ranges: a browser takes milliseconds to make its own classes of them, when the first quotation is to be shown. */
const LETTER = "[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\uffdc]";
const QUOTED = new RegExp(`“[^“”]+”|"[^"]+"|„[^“”]+[“”]|«[^»]+»|(?<!${LETTER})['‘][^'’]{3,}['’](?!${LETTER})`, "g");

/** The stretches between quotation marks within a span, marks included; all of it if there are none. @param {string} text @param {Span} span @returns {Span[]} */
export function quotedParts(text, span) {
  const found = [...text.slice(span.start, span.end).matchAll(QUOTED)];
  if (found.length === 0) return [span];
  return found.map((hit) => ({ start: span.start + hit.index, end: span.start + hit.index + hit[0].length }));
}
