// Measures: precision, recall and their harmonic mean, and what several scorers need.

/** @typedef {{ precision: number, recall: number, f1: number }} Score */

/** @param {number} right @param {number} found @param {number} wanted @param {number} [rightWanted] of those wanted, where several found may meet one @returns {Score} */
export function score(right, found, wanted, rightWanted = right) {
  const precision = found ? right / found : 0;
  const recall = wanted ? rightWanted / wanted : 0;
  return { precision, recall, f1: mean(precision, recall) };
}

/** The harmonic mean. @param {number} one @param {number} other */
export const mean = (one, other) => (one + other ? (2 * one * other) / (one + other) : 0);

/** @typedef {{ start: number, end: number }} Span */

/** Units that two spans share. @param {Span} one @param {Span} other */
export const shared = (one, other) => Math.min(one.end, other.end) - Math.max(one.start, other.start);

/** Whether any of some spans shares anything with any of others. @param {Span[]} one @param {Span[]} other */
export const meets = (one, other) => one.some((a) => other.some((b) => shared(a, b) > 0));

/**
 * Where a text's code points, in which labels count, stand in UTF-16 units, in which the package counts.
 * @param {string} text
 * @returns {(point: number) => number}
 */
export function units(text) {
  const places = [];
  let at = 0;
  for (const sign of text) {
    places.push(at);
    at += sign.length;
  }
  places.push(at);
  return (point) => places[Math.max(0, Math.min(point, places.length - 1))];
}

/** Rows of a table for the console. @param {string} name @param {Score} found @param {string} [rest] */
export const told = (name, { precision, recall, f1 }, rest = "") => `  ${name.padEnd(34)} P ${(100 * precision).toFixed(1).padStart(5)}  R ${(100 * recall).toFixed(1).padStart(5)}  F1 ${(100 * f1).toFixed(1).padStart(5)}${rest && `   ${rest}`}`;
