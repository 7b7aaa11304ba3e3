// Paste: from a clipboard or a file to an article. Everything that was pasted is kept, line by line; roles say what to set aside.
// What the markup settles (a headline, a caption) binds; the engine judges the other lines.

import { call } from "./engine.js";
import { readHtml } from "./markup.js";

/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Annotated} Annotated */
/** @typedef {import("./markup.js").DraftLine} DraftLine */

const DAY = /^(\d{4}-\d{2}-\d{2})/;

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
 * @param {{ plain?: string, html?: string, published?: string | null }} paste
 * @param {import("./types.js").CallOptions} [options]
 */
export async function readArticle({ plain = "", html = "", published = null }, options = {}) {
  const page = html ? readHtml(html, plain) : null;
  const text = page ? joined(page.lines) : plain;
  const day = published ?? page?.published ?? null;
  const given = day ? { published: day } : {};
  let answer = await call("annotate", [text, given], options);
  let roles = rolesOfLines(text, answer.annotated);
  let settled = false;
  if (page?.lines.some((line, index) => line.role && line.role !== roles[index])) {
    roles = settle(page.lines, roles);
    settled = true;
    answer = await call("annotate", [text, { ...given, lines: roles.map((role) => ({ role })) }], options);
    roles = rolesOfLines(text, answer.annotated, roles);
  }
  /** @type {Annotated} */
  const annotated = answer.annotated;
  const lines = text.split("\n").map((line, index) => ({ text: line, role: roles[index] }));
  return {
    text,
    lines,
    settled,
    published: day ?? publishedOf(annotated),
    title: titleOf(text, annotated) || page?.title || "",
    annotated,
    segments: /** @type {import("./types.js").Segment[] | null} */ (answer.segments),
  };
}

/** The words of a paste, without the engine. @param {{ plain?: string, html?: string }} paste */
export function textOf({ plain = "", html = "" }) {
  const page = html ? readHtml(html, plain) : null;
  return page ? joined(page.lines) : plain;
}

/** @param {DraftLine[]} lines */
function joined(lines) {
  return lines.map((line) => line.text).join("\n");
}

/** The day that the engine found. @param {Annotated} annotated */
export function publishedOf(annotated) {
  const found = annotated.published;
  const iso = typeof found === "string" ? found : found?.iso;
  return iso?.match(DAY)?.[1] ?? null;
}

/** The headline, else the first words of the article. @param {string} text @param {Annotated} annotated */
export function titleOf(text, annotated) {
  const { blocks } = annotated;
  const block = blocks.find((one) => one.role === "headline") ?? blocks.find((one) => one.role === "body") ?? blocks[0];
  if (!block) return "";
  const words = text.slice(block.start, Math.min(block.end, block.start + 400)).replace(/\s+/g, " ").trim();
  return words.length > 120 ? `${words.slice(0, 120).replace(/\s+\S*$/, "")}…` : words;
}

/**
 * One role a line: that of the block it stands in. A blank line is in none and counts as body.
 * @param {string} text
 * @param {Annotated} annotated
 * @param {Role[]} [otherwise]
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

/**
 * Roles of the markup over roles of the engine, with one headline at most.
 * @param {DraftLine[]} lines
 * @param {Role[]} roles
 * @returns {Role[]}
 */
function settle(lines, roles) {
  const headline = lines.find((line) => line.role === "headline")?.text;
  return roles.map((role, index) => {
    const { role: marked, text } = lines[index];
    if (marked) return marked;
    if (role !== "headline" || headline === undefined) return role;
    return text === headline ? "furniture" : "subheading";
  });
}
