// Markup: pasted HTML made harmless. It is parsed in a document that runs nothing and loads nothing, from which every attribute but a
// few that tell something was taken before the parser saw it. Those that are kept can name nothing: `id` joins `class`.

import { trusted } from "./engine.js";

/** Attributes that are kept on every element. */
const KEPT = new Set(["aria-hidden", "datetime", "hidden", "itemprop", "rel", "role"]);
/** Attributes of <meta> that are kept. */
const OF_META = new Set(["content", "itemprop", "name", "property"]);
/** Elements that are left out with all that is in them. */
const LEFT_OUT = /^(?:script|style|iframe|noscript|template|svg)$/;
/** Those of them that the parser itself reads to the end where nothing closes them. */
const RAW = /^(?:script|style|iframe)$/;

/** The one way to markup: what goes through it can neither run nor load anything, nor be styled. */
const inert = trusted("glosswire-inert", { createHTML: defuse });

/** A document of pasted markup that can do nothing. @param {string} html */
export function inertDocument(html) {
  return new DOMParser().parseFromString(inert.createHTML(html), "text/html");
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
      if (LEFT_OUT.test(name)) {
        const close = new RegExp(`</${name}(?![a-z-])`, "gi");
        close.lastIndex = at;
        if (close.test(html)) at = html.indexOf(">", close.lastIndex) + 1 || html.length;
        else if (RAW.test(name)) return out;
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
  let names = "";
  for (;;) {
    while (at < html.length && space.test(html[at])) at += 1;
    if (at >= html.length) return { name, tag: "", end: html.length };
    if (html[at] === ">") return { name, tag: `${tag}${names.trim() && told("class", names.trim())}>`, end: at + 1 };
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
    if (attribute === "class" || attribute === "id") names += `${value} `;
    else if (attribute === "style") tag += told("data-style", value);
    else if (attribute === "href" && name === "link") tag += told("data-href", value);
    else if (attribute === "href" && name === "a") tag += told("href", /^#./.test(value) ? "#x" : "x");
    else if ((name === "meta" ? OF_META : KEPT).has(attribute)) tag += told(attribute, value);
  }
}

/** An attribute as markup. @param {string} name @param {string} value */
function told(name, value) {
  return ` ${name}="${value.replace(/"/g, "&quot;")}"`;
}
