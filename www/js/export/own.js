// Own: a web page that Glosswire saved, read back. Its words are the text that was saved, character by character, with what is known of
// the article, and the roles of its lines where a paste or the reader had settled them.

import { inertDocument } from "../markup.js";

/** @typedef {import("../types.js").Role} Role */

/** @param {string} html @returns {{ plain: string, published: string | null, roles: Role[] | null, told: Record<string, string> } | null} null if it is no whole saved page */
export function readOwn(html) {
  const doc = inertDocument(html);
  const root = doc.querySelector("article.glosswire-text");
  if (!root || !/<\/article>/.test(html)) return null;
  const meta = (/** @type {string} */ name) => doc.querySelector(`meta[name="glosswire${name}"]`)?.getAttribute("content") || null;
  let plain = root.textContent ?? "";
  for (const place of meta("-hard")?.split(" ") ?? []) {
    const [at, code] = place.split(":");
    if (plain[Number(at)] === "\ufffd") plain = `${plain.slice(0, Number(at))}${String.fromCharCode(parseInt(code, 16))}${plain.slice(Number(at) + 1)}`;
  }
  const date = meta("-date");
  /** @type {Record<string, string>} */
  const told = {};
  for (const name of ["title", "outlet", "date", "address"]) {
    const value = meta(`-${name}`);
    if (value) told[name] = value;
  }
  return { plain, published: date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null, roles: / settled/.test(meta("") ?? "") ? rolesOf(root, plain) : null, told };
}

const ROLES = new Set(["headline", "standfirst", "byline", "dateline", "body", "subheading", "caption", "list", "related", "furniture"]);

/** One role a line: that of the block in which it stands. @param {Element} root @param {string} plain @returns {Role[]} */
function rolesOf(root, plain) {
  /** @type {{ end: number, role: Role }[]} */
  const blocks = [];
  let at = 0;
  const walk = (/** @type {Node} */ node) => {
    const role = node.nodeType === 1 ? [.../** @type {Element} */ (node).classList].find((name) => ROLES.has(name)) : undefined;
    if (role && /** @type {Element} */ (node).classList.contains("block")) {
      at += node.textContent?.length ?? 0;
      blocks.push({ end: at, role: /** @type {Role} */ (role) });
    } else if (node.nodeType === 3) at += node.textContent?.length ?? 0;
    else node.childNodes.forEach(walk);
  };
  walk(root);
  let start = 0;
  let next = 0;
  return plain.split("\n").map((line) => {
    const end = start + line.length;
    while (next < blocks.length && blocks[next].end <= start) next += 1;
    start = end + 1;
    return line.trim() ? blocks[next]?.role ?? "body" : "body";
  });
}
