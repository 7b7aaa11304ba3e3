// Paste: from a clipboard or a file to an article. Everything that was pasted is kept, line by line; roles say what to set aside.
// The engine judges the lines by their words and, where the paste is marked up, by the page around them.

import { aboutOf, publishedOf } from "./about.js";
import { outline, outlineNow } from "./outline.js";
import { annotateOwn } from "./own.js";

/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Annotated} Annotated */

/**
 * What comes in.
 * @typedef {object} Paste
 * @property {string} [plain]
 * @property {string} [html]
 * @property {string | null} [published]
 * @property {Role[] | null} [roles] of its lines, where the reader has settled them
 * @property {Partial<import("./types.js").About>} [told] what a link, a saved page or the reader says of it; see about.js
 */

/** The engine judges no text of more lines, so it need not be told where they stood. */
const MOST_LINES = 20_000;

/**
 * What stands in a paste: its text, one role a line, the day it was published and its title. Starts the engine itself.
 * @param {{ plain?: string, html?: string }} paste
 * @returns {Promise<{ text: string, lines: { text: string, role: Role }[], published: string | null, title: string }>}
 */
export async function readPaste(paste) {
  const { text, lines, published, title } = await readArticle(paste);
  return { text, lines, published, title };
}

/**
 * The same, with what the engine found on the way.
 * @param {Paste} paste
 * @param {import("./types.js").CallOptions} [options]
 */
export async function readArticle({ plain = "", html = "", published = null, roles: settled = null, told: known = {} }, options = {}) {
  const page = html ? await outline(html, plain) : null;
  const text = page?.text ?? plain;
  const day = known.date ?? published ?? page?.published ?? null;
  const given = { ...(day ? { published: day } : {}), ...(settled ? { lines: settled.map((role) => ({ role })) } : {}) };
  const answer = await annotateOwn(text, page && page.lines.length <= MOST_LINES ? { ...given, page: told(page) } : given, options);
  /** @type {Annotated} */
  const annotated = answer.annotated;
  const roles = rolesOfLines(text, annotated, settled);
  const lines = text.split("\n").map((line, index) => ({ text: line, role: roles[index] }));
  const date = day ?? (page ? publishedOf(annotated) : null);          /* markup tells the engine days that the text alone does not */
  const said = { ...page?.about, ...(date ? { date } : {}), ...known };
  if (page?.title && !aboutOf(text, annotated, said).title) said.title = page.title;
  const about = aboutOf(text, annotated, said);
  return {
    text,
    lines,
    settled: settled ?? (page ? rolesOfLines(text, answer.untold) : null),
    corrected: answer.corrected,
    published: about.date,
    title: about.title ?? "",
    about,
    told: said,
    annotated,
    segments: /** @type {import("./types.js").Segment[] | null} */ (answer.segments),
  };
}

/** What the engine is told of a page: all but the words. @param {NonNullable<Awaited<ReturnType<typeof outline>>>} page */
function told({ boxes, lines, title }) {
  return { boxes, lines: lines.map(({ box, linked, kept, day }) => ({ box, linked, kept, day })), title };
}

/** The words of a paste, without the engine. @param {{ plain?: string, html?: string }} paste */
export function textOf({ plain = "", html = "" }) {
  return (html ? outlineNow(html, plain)?.text : null) ?? plain;
}

/**
 * One role a line: that of the block it stands in. A blank line is in none and counts as body.
 * @param {string} text
 * @param {Annotated} annotated
 * @param {Role[] | null} [otherwise]
 * @returns {Role[]}
 */
function rolesOfLines(text, annotated, otherwise) {
  /** @type {Role[]} */
  const roles = [];
  let at = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = at + line.length;
    while (next < annotated.blocks.length && annotated.blocks[next].end <= at) next += 1;
    const block = annotated.blocks[next];
    roles.push(block && block.start <= end && line.trim() ? block.role : otherwise?.[roles.length] ?? "body");
    at = end + 1;
  }
  return roles;
}
