// Outline: marked-up text as lines, each with the box it stands in. A box is an element: its name, its class and id words, and the box
// around it. What the lines are for is judged by the engine; see `PageInput` in glosswire.d.ts.

import { aboutPage } from "./about.js";
import { inertDocument } from "./markup.js";
import { vote } from "./vote.js";

/** @typedef {import("./types.js").PageBox} PageBox */
/** @typedef {import("./types.js").PageLine} PageLine */

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
const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)/i;
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)/i;
const DAY = /^(\d{4}-\d{2}-\d{2})/;

/**
 * The outline of marked-up text; null where it holds less than the plain text beside it.
 * @param {string} html
 * @param {string} plain
 */
export async function outline(html, plain) {
  const doc = inertDocument(body(html));
  const page = read(doc, plain, await vote(doc));
  return page && { ...page, about: aboutPage(doc, html) };
}

/** The same at once, without asking anybody's opinion. @param {string} html @param {string} plain */
export function outlineNow(html, plain) {
  return read(inertDocument(body(html)), plain, null);
}

/** Without the lines that a clipboard puts before the markup: "Version:0.9", "SourceURL:...". @param {string} html */
function body(html) {
  return /^Version:\d/.test(html) ? html.slice(Math.max(0, html.indexOf("<"))) : html;
}

/** @param {Document} doc @param {string} plain @param {Set<Node> | null} kept text that Readability keeps */
function read(doc, plain, kept) {
  const { boxes, lines } = walk(doc.body, kept);
  while (lines.length && !lines[lines.length - 1].text) lines.pop();
  const letters = (/** @type {string} */ words) => words.replace(/\s+/g, "").length;
  const held = lines.reduce((sum, line) => sum + letters(line.text), 0);
  if (held === 0 || held < letters(plain) * 0.6) return null;
  return { text: lines.map((line) => line.text).join("\n"), boxes, lines, published: dayOf(doc), title: titleOf(doc) };
}

/** What the page's head says its title is. @param {Document} doc */
function titleOf(doc) {
  const meta = doc.querySelector('meta[property="og:title"]')?.getAttribute("content");
  return (meta || doc.querySelector("head > title")?.textContent || "").trim();
}

/** The day the page's head says it was published. @param {Document} doc */
function dayOf(doc) {
  const meta = doc.querySelector('meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="date"]');
  return meta?.getAttribute("content")?.trim().match(DAY)?.[1] ?? null;
}

/**
 * Text in document order, a line for each block element and each <br>.
 * @param {Element} root
 * @param {Set<Node> | null} kept text that Readability keeps
 */
function walk(root, kept) {
  /** @type {PageBox[]} */
  const boxes = [];
  /** @type {PageLine[]} */
  const lines = [];
  /** @type {Map<Element, number>} */
  const known = new Map();
  let words = "";
  let letters = 0;
  let linked = 0;
  let voted = 0;
  /** @type {string | undefined} */
  let day;
  /** @type {Element | null} what holds all of the line */
  let holder = null;
  /** Whether the last thing on the line was the end of a link. */
  let afterLink = false;

  /** @param {Element} element @returns {number} */
  const boxOf = (element) => {
    const at = known.get(element);
    if (at !== undefined) return at;
    const parent = element === root || !element.parentElement ? -1 : boxOf(element.parentElement);
    boxes.push({ parent, tag: element.tagName.toLowerCase(), names: namesOf(element) });
    known.set(element, boxes.length - 1);
    return boxes.length - 1;
  };
  const endLine = (/** @type {boolean} */ force) => {
    const text = words.replace(/[ \t\n\f\r]+/g, " ").trim();
    if (text && holder) {
      lines.push({ text, box: boxOf(holder), linked: share(linked, letters), kept: kept ? share(voted, letters) : null, ...(day ? { day } : {}) });
    } else if (force && lines.length && lines[lines.length - 1].text) {
      lines.push({ text: "", box: boxOf(root), linked: 0, kept: kept ? 0 : null });
    }
    words = "";
    letters = linked = voted = 0;
    holder = null;
    day = undefined;
    afterLink = false;
  };
  const take = (/** @type {string} */ value, /** @type {Node} */ node, /** @type {boolean} */ inLink) => {
    words += value;
    const count = value.replace(/\s+/g, "").length;
    if (count === 0) return;
    letters += count;
    if (inLink) linked += count;
    if (kept?.has(node)) voted += count;
    const { parentElement } = node;
    if (!holder) holder = parentElement;
    while (holder && holder !== root && !holder.contains(node)) holder = holder.parentElement;
    afterLink = false;
  };
  const visit = (/** @type {Node} */ node, /** @type {boolean} */ pre, /** @type {boolean} */ inLink) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const value = node.nodeValue ?? "";
      if (!pre) return take(value, node, inLink);
      const [first, ...rest] = value.split("\n");
      take(first, node, inLink);
      for (const line of rest) {
        endLine(true);
        take(line, node, inLink);
      }
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = /** @type {HTMLElement} */ (node);
    const { tagName: tag } = element;
    if (UNSEEN.has(tag) || isHidden(element)) return;
    if (tag === "BR") return endLine(true);
    const block = BLOCKS.has(tag) || BLOCK_STYLE.test(element.dataset.style ?? "");
    const link = tag === "A";
    if (block || (link && afterLink)) endLine(false);
    if (tag === "TIME") day ??= element.getAttribute("datetime")?.trim().match(DAY)?.[1];
    const keeps = pre || tag === "PRE" || tag === "LISTING";
    for (let child = element.firstChild; child; child = child.nextSibling) visit(child, keeps, inLink || link);
    if (tag === "TD" || tag === "TH") words += " ";
    if (block) endLine(false);
    else if (link) afterLink = true;
  };
  visit(root, false, false);
  endLine(false);
  return { boxes, lines };
}

/** What a box is called: the words of its classes, its id, what it is a property of, its role. @param {Element} element */
function namesOf(element) {
  let names = element.getAttribute("class") ?? "";
  for (const attribute of ["itemprop", "role", "rel"]) {
    const value = element.getAttribute(attribute);
    if (value) names += ` ${value}`;
  }
  return names.length > 200 ? names.slice(0, 200) : names;
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole ? Math.round((part / whole) * 100) / 100 : 0;
}

/** @param {HTMLElement} element */
function isHidden(element) {
  return element.hasAttribute("hidden") || HIDDEN_STYLE.test(element.dataset.style ?? "") || HIDDEN_CLASS.test(element.getAttribute("class") ?? "");
}
