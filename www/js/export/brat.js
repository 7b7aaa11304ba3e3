// Brat: the text as it is and its marks as standoff lines, for the brat annotation tool. Places count Unicode characters, as brat
// does; a mark over several lines is told in parts, because a line of brat holds no line end.

import { hitsOf } from "./hit.js";
import { pointsOf } from "./points.js";

/** @typedef {import("../types.js").Span} Span */

/** @param {import("./source.js").Source} source @returns {{ ann: string, conf: string }} */
export function toBrat({ article }) {
  const { text } = article;
  const point = pointsOf(text);
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const later = [];
  /** @type {Map<number, string[]>} */
  const ofName = new Map();
  /** @type {{ mark: string, speaker: number }[]} */
  const said = [];
  const types = new Set();
  let notes = 0;
  for (const hit of hitsOf(article)) {
    const parts = hit.parts.flatMap((part) => byLine(text, part));
    if (parts.length === 0) continue;
    const mark = `T${lines.length + 1}`;
    const type = hit.kind.charAt(0).toUpperCase() + hit.kind.slice(1);
    types.add(type);
    lines.push(`${mark}\t${type} ${parts.map((part) => `${point(part.start)} ${point(part.end)}`).join(";")}\t${parts.map((part) => text.slice(part.start, part.end)).join(" ")}`);
    if (hit.group === "name") ofName.set(Number(hit.ref), [...(ofName.get(Number(hit.ref)) ?? []), mark]);
    if (hit.speakerId !== null) said.push({ mark, speaker: hit.speakerId });
    const note = oneLine(hit.told || (hit.speakerId === null && hit.speaker ? hit.speaker : ""));
    if (note && note !== text.slice(hit.start, hit.end)) later.push(`#${(notes += 1)}\tAnnotatorNotes ${mark}\t${note}`);
  }
  for (const marks of ofName.values()) if (marks.length > 1) lines.push(`*\tSame_as ${marks.join(" ")}`);
  said.forEach(({ mark, speaker }, index) => {
    const [name] = ofName.get(speaker) ?? [];
    if (name) lines.push(`R${index + 1}\tSaid_by Arg1:${mark} Arg2:${name}`);
  });
  const names = [...types].sort();
  const conf = `[entities]\n${names.join("\n")}\n\n[relations]\nSaid_by\tArg1:Quote, Arg2:<ENTITY>\nSame_as\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n`;
  return { ann: lines.concat(later).map((line) => `${line}\n`).join(""), conf };
}

/** A span cut at line ends, without white space at the edges. @param {string} text @param {Span} span @returns {Span[]} */
function byLine(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/[^\s](?:[^\r\n\v\f\u0085\u2028\u2029]*[^\s])?/gu)].map((hit) => ({ start: start + hit.index, end: start + hit.index + hit[0].length }));
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}
