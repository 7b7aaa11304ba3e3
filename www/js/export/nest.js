// Nest: marks that overlap as they like, as nested markup. The string's twin of weave.js: where two marks cross, the inner one is cut in
// pieces, and the words, read in order, are the text itself.

/** @typedef {{ start: number, end: number, open: string }} Strand `open`: the start tag of a mark */

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Strand[]} strands
 * @param {(words: string) => string} escape
 */
export function nest(text, start, end, strands, escape) {
  const live = strands.filter((one) => one.end > start && one.start < end && one.end > one.start).sort(outerFirst);
  const edges = new Set([end]);
  for (const one of live) {
    if (one.start > start) edges.add(one.start);
    if (one.end < end) edges.add(one.end);
  }
  const waiting = [...live].sort((a, b) => b.start - a.start);
  /** @type {Strand[]} */
  const stack = [];
  /** @type {Strand[]} */
  let active = [];
  let out = "";
  let at = start;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    active = active.filter((one) => one.end > at);
    while (waiting.length && waiting[waiting.length - 1].start <= at) active.push(/** @type {Strand} */ (waiting.pop()));
    active.sort(outerFirst);
    let depth = 0;
    while (depth < stack.length && stack[depth] === active[depth]) depth += 1;
    out += "</mark>".repeat(stack.length - depth);
    stack.length = depth;
    for (const strand of active.slice(depth)) {
      out += strand.open;
      stack.push(strand);
    }
    out += escape(text.slice(at, edge));
    at = edge;
  }
  return out + "</mark>".repeat(stack.length);
}

/** @param {Strand} a @param {Strand} b */
function outerFirst(a, b) {
  return a.start - b.start || b.end - a.end;
}
