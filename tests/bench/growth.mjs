// Growth: how the time grows with the length of a text, from a thousand bytes to ten millions, and with the number of articles, from one to fifty
// thousand. A straight line of slope 1 on the plot is the time in proportion; what lies above it to the right grows faster.

import { longText, pile } from "./corpus.mjs";

const LENGTHS = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const COUNTS = [1, 10, 100, 1_000, 10_000, 50_000];
/** Bytes of an article of the pile. */
const ARTICLE = 2_500;

/**
 * The best of some runs: as many as fit in about this time, in milliseconds.
 * @param {() => unknown} job
 * @param {number} [patience]
 */
function best(job, patience = 1_500) {
  let least = Infinity;
  for (const began = performance.now(); performance.now() - began < patience; ) {
    const from = performance.now();
    job();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/**
 * @param {any} module the package, ready
 * @returns {{ lengths: { bytes: number, ms: number }[], counts: { count: number, ms: number, memory: number }[] }}
 */
export function growth(module) {
  const lengths = LENGTHS.map((length) => {
    const text = longText(9, length);
    return { bytes: Buffer.byteLength(text), ms: best(() => module.annotate(text)) };
  });
  const articles = pile(50, Math.max(...COUNTS), ARTICLE);
  const counts = COUNTS.map((count) => {
    let memory = 0;
    const ms = best(() => {
      const groups = new module.Deduplicator({});
      for (const { id, text } of articles.slice(0, count)) groups.add(id, text);
      groups.groups();
      memory = groups.memory;
      groups.free();
    }, count < 10_000 ? 800 : 1);
    return { count, ms, memory };
  });
  return { lengths, counts };
}
