// Weave: spans that overlap as they like, laid over a stretch of text as nested elements. Where two spans cross, the inner one
// is cut in pieces; the text nodes, read in order, are always the text itself.

/**
 * @typedef {object} Strand
 * @property {number} start
 * @property {number} end
 * @property {number} rank lower is further out: a sentence holds a mark, never the other way round
 * @property {(first: boolean) => HTMLElement} make an element for one piece; `first` when it is where the strand begins
 */

/**
 * Appends the text from `start` to `end` to `parent`, with the strands that touch it around their words.
 * @param {Node} parent
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Strand[]} strands
 */
export function weave(parent, text, start, end, strands) {
  const live = strands.filter((one) => one.end > start && one.start < end && one.end > one.start).sort(outerFirst);
  const edges = new Set([end]);
  for (const one of live) {
    if (one.start > start) edges.add(one.start);
    if (one.end < end) edges.add(one.end);
  }
  /** @type {{ strand: Strand, node: HTMLElement }[]} */
  const stack = [];
  const waiting = [...live].sort((a, b) => b.start - a.start);
  /** @type {Strand[]} */
  let active = [];
  let at = start;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    active = active.filter((one) => one.end > at);
    let grown = false;
    while (waiting.length && waiting[waiting.length - 1].start <= at) {
      active.push(/** @type {Strand} */ (waiting.pop()));
      grown = true;
    }
    if (grown) active.sort(outerFirst);
    let depth = 0;
    while (depth < stack.length && stack[depth].strand === active[depth]) depth += 1;
    while (stack.length > depth) close(/** @type {{ strand: Strand, node: HTMLElement }} */ (stack.pop()), at);
    for (const strand of active.slice(depth)) {
      const node = strand.make(strand.start >= at);
      (stack.at(-1)?.node ?? parent).appendChild(node);
      stack.push({ strand, node });
    }
    (stack.at(-1)?.node ?? parent).appendChild(document.createTextNode(text.slice(at, edge)));
    at = edge;
  }
  while (stack.length) close(/** @type {{ strand: Strand, node: HTMLElement }} */ (stack.pop()), at);
}

/** A piece after which its strand goes on says so: it has no closing edge. @param {{ strand: Strand, node: HTMLElement }} top @param {number} at */
function close({ strand, node }, at) {
  if (strand.end > at) node.classList.add("more");
}

/** @param {Strand} a @param {Strand} b */
function outerFirst(a, b) {
  return a.rank - b.rank || a.start - b.start || b.end - a.end;
}
