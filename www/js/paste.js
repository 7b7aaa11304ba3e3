// Paste: from a clipboard or a file to an article. Everything that was pasted is kept, line by line; roles say what to set aside.
// Marked-up text is parsed in a document that runs nothing and loads nothing, and walked to lines.

import { call, trusted } from "./engine.js";

/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Annotated} Annotated */
/** @typedef {{ text: string, role: Role | null }} DraftLine */

/** Elements before and after which a line ends. */
const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTION P PRE SEARCH SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL").split(" "),
);
/** Elements whose text no reader sees. */
const UNSEEN = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SVG MATH TEXTAREA SELECT DATALIST INPUT".split(" "),
);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)/i;
const DAY = /^(\d{4}-\d{2}-\d{2})/;

/** The parser runs no script and loads nothing; this policy exists for it alone. */
const inert = trusted("glosswire-inert", { createHTML: (html) => html });

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

/**
 * Lines of marked-up text; null where it holds less than the plain text beside it.
 * @param {string} html
 * @param {string} plain
 */
function readHtml(html, plain) {
  const doc = new DOMParser().parseFromString(inert.createHTML(html), "text/html");
  /** @type {DraftLine[]} */
  const lines = [];
  walk(doc.body, lines);
  while (lines.length && !lines[lines.length - 1].text) lines.pop();
  const letters = (/** @type {string} */ words) => words.replace(/\s+/g, "").length;
  const held = lines.reduce((sum, line) => sum + letters(line.text), 0);
  if (held === 0 || held < letters(plain) * 0.6) return null;
  oneHeadline(lines);
  return { lines, published: dayOf(doc), title: (doc.title ?? "").trim() };
}

/** The longest <h1> is the headline; the others are what the engine takes them for. @param {DraftLine[]} lines */
function oneHeadline(lines) {
  const heads = lines.filter((line) => line.role === "headline");
  const best = heads.reduce((one, other) => (other.text.length > one.text.length ? other : one), heads[0]);
  for (const line of heads) if (line !== best) line.role = null;
}

/** The day the page says it was published. @param {Document} doc */
function dayOf(doc) {
  const meta = doc.querySelector('meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="date"]');
  const times = [meta?.getAttribute("content"), ...[...doc.querySelectorAll("time[datetime]")].map((time) => time.getAttribute("datetime"))];
  for (const time of times) {
    const day = time?.trim().match(DAY)?.[1];
    if (day) return day;
  }
  return null;
}

/**
 * Text in document order, a line for each block element and each <br>.
 * @param {Node} root
 * @param {DraftLine[]} lines
 */
function walk(root, lines) {
  let words = "";
  /** @type {Role | null} */
  let role = null;
  const endLine = (/** @type {boolean} */ force) => {
    const text = words.replace(/[ \t\n\f\r]+/g, " ").trim();
    words = "";
    if (text) lines.push({ text, role });
    else if (force && lines.length && lines[lines.length - 1].text) lines.push({ text: "", role: null });
  };
  const visit = (/** @type {Node} */ node, /** @type {boolean} */ pre) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!pre) words += node.nodeValue ?? "";
      else {
        const [first, ...rest] = (node.nodeValue ?? "").split("\n");
        words += first;
        for (const line of rest) {
          endLine(true);
          words = line;
        }
      }
      return;
    }
    if (!(node.nodeType === Node.ELEMENT_NODE)) return;
    const element = /** @type {HTMLElement} */ (node);
    const tag = element.tagName.toUpperCase();
    if (UNSEEN.has(tag) || isHidden(element)) return;
    if (tag === "BR") return endLine(true);
    const block = BLOCKS.has(tag);
    if (block) endLine(false);
    const outer = role;
    if (tag === "H1") role = "headline";
    else if (tag === "FIGCAPTION") role = "caption";
    const keeps = pre || tag === "PRE" || tag === "LISTING";
    for (const child of element.childNodes) visit(child, keeps);
    if (tag === "TD" || tag === "TH") words += " ";
    if (block) endLine(false);
    role = outer;
  };
  visit(root, false);
  endLine(false);
}

/** @param {HTMLElement} element */
function isHidden(element) {
  return element.hidden || HIDDEN_STYLE.test(element.getAttribute("style") ?? "") || HIDDEN_CLASS.test(element.getAttribute("class") ?? "");
}
