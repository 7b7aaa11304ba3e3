// Vote: which text of a document Mozilla's Readability would keep. One opinion among the features of a line, no more. Readability changes
// what it is given, so it gets a copy.

/** Above this many elements it would take too long, and its opinion is not asked for. */
const MOST = 15_000;

/** Fewer characters than this, and it is asked again to be more lenient. */
const ENOUGH = 500;
/** Its flags: leave out what is unlikely (1), weigh class words (2), clean up (4). It drops them one by one, and so do we. */
const LENIENCE = [7, 6, 4, 0];

/** @type {Promise<any> | null} */
let loaded = null;

/** Fetches the library ahead, so that a paste need not wait for it. */
export function prepare() {
  loaded ??= import("../vendor/readability.js").then((module) => module.Readability, () => null);
  return loaded;
}

/**
 * The text nodes that Readability keeps; null where it has no opinion.
 * @param {Document} doc
 * @returns {Promise<Set<Node> | null>}
 */
export async function vote(doc) {
  if (doc.getElementsByTagName("*").length > MOST) return null;
  const Readability = await prepare();
  if (!Readability) return null;
  const ours = texts(doc.body);
  /** @type {Set<Node> | null} */
  let best = null;
  let most = 0;
  for (const flags of LENIENCE) {
    const copy = /** @type {Document} */ (doc.cloneNode(true));
    const theirs = texts(copy.body);
    try {
      /* its own second try would write markup, which this page forbids */
      const reader = new Readability(copy, { charThreshold: -1, disableJSONLD: true, serializer: (/** @type {Node} */ node) => node });
      reader._flags = flags;
      const found = reader.parse();
      if (!found?.content || found.length <= most) continue;
      most = found.length;
      const kept = new Set(texts(found.content));
      best = new Set(ours.filter((_, index) => kept.has(theirs[index])));
    } catch {
      /* nothing found this way */
    }
    if (most >= ENOUGH) break;
  }
  return best;
}

/** Text nodes in document order. @param {Node} root */
function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Node[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
