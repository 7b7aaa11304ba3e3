// Markup: pasted HTML, walked to lines. It is parsed in a document that runs nothing and loads nothing, from which every attribute
// but a few that tell something (hidden, a class, a date) was taken before the parser saw it.

import { trusted } from "./engine.js";

/** @typedef {{ text: string, role: import("./types.js").Role | null }} DraftLine */

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
const KEPT = new Set(["class", "content", "datetime", "hidden", "itemprop", "name", "property", "style"]);

/** The one way to markup: what goes through it can neither run nor load anything, nor be styled. */
const inert = trusted("glosswire-inert", { createHTML: defuse });

/**
 * Lines of marked-up text; null where it holds less than the plain text beside it.
 * @param {string} html
 * @param {string} plain
 */
export function readHtml(html, plain) {
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
  /** @type {DraftLine["role"]} */
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
  return element.hidden || HIDDEN_STYLE.test(element.dataset.style ?? "") || HIDDEN_CLASS.test(element.getAttribute("class") ?? "");
}

/**
 * The same markup without scripts, styles, comments and attributes, but for the few that are kept; `style` becomes `data-style`.
 * One pass, by the rules by which a browser finds tags.
 * @param {string} html
 */
function defuse(html) {
  let out = "";
  let at = 0;
  for (;;) {
    const open = html.indexOf("<", at);
    if (open < 0) return out + html.slice(at);
    out += html.slice(at, open);
    at = open;
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      if (end < 0) return out;
      at = end + 3;
    } else if (/[a-z]/i.test(html[at + (html[at + 1] === "/" ? 2 : 1)] ?? "")) {
      const { name, tag, end } = readTag(html, at + 1);
      at = end;
      if (name === "script" || name === "style") {
        const close = name === "script" ? /<\/script/gi : /<\/style/gi;
        close.lastIndex = at;
        if (!close.test(html)) return out;
        at = html.indexOf(">", close.lastIndex) + 1 || html.length;
      } else out += tag;
    } else {
      out += html[at];
      at += 1;
    }
  }
}

/**
 * A tag with the attributes that are kept.
 * @param {string} html
 * @param {number} at just after its `<`
 */
function readTag(html, at) {
  const space = /[\s/]/;
  const start = at;
  while (at < html.length && (at === start || !/[\s/>]/.test(html[at]))) at += 1;
  const name = html.slice(start, at).toLowerCase();
  let tag = `<${name}`;
  for (;;) {
    while (at < html.length && space.test(html[at])) at += 1;
    if (at >= html.length) return { name, tag: "", end: html.length };
    if (html[at] === ">") return { name, tag: `${tag}>`, end: at + 1 };
    const from = at;
    while (at < html.length && (at === from || !/[\s/>=]/.test(html[at]))) at += 1;
    const attribute = html.slice(from, at).toLowerCase();
    let next = at;
    while (next < html.length && /\s/.test(html[next])) next += 1;
    let value = "";
    if (html[next] === "=") {
      at = next + 1;
      while (at < html.length && /\s/.test(html[at])) at += 1;
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1);
        value = html.slice(at + 1, end < 0 ? html.length : end);
        at = end < 0 ? html.length : end + 1;
      } else {
        const begin = at;
        while (at < html.length && !/[\s>]/.test(html[at])) at += 1;
        value = html.slice(begin, at);
      }
    }
    if (KEPT.has(attribute)) tag += ` ${attribute === "style" ? "data-style" : attribute}="${value.replace(/"/g, "&quot;")}"`;
  }
}
