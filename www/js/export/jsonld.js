// Json-ld: the marks as W3C Web Annotations. Each is found again by its words and their neighbours (TextQuoteSelector) and by its
// place (TextPositionSelector, in Unicode characters as that model asks). The source is the text, named by its hash; the scope is the
// address where it was published.

import { hitsOf } from "./hit.js";
import { pointsOf } from "./points.js";

const NEAR = 32;

/** @param {import("./source.js").Source} source */
export async function toJsonLd({ article, origin }) {
  const { text } = article;
  const point = pointsOf(text);
  const source = await nameOf(text);
  const items = hitsOf(article).map((hit, index) => ({
    id: `${source}#a${index + 1}`,
    type: "Annotation",
    motivation: hit.group === "name" ? "identifying" : "describing",
    body: [tag(hit.kind), ...[hit.told, hit.speaker && `Said by ${hit.speaker}`].filter(Boolean).map((value) => describe(String(value), hit.group))],
    target: hit.parts.map((part) => ({
      source,
      ...(origin.address ? { scope: origin.address } : {}),
      selector: [
        { type: "TextQuoteSelector", exact: text.slice(part.start, part.end), prefix: before(text, part.start), suffix: after(text, part.end) },
        { type: "TextPositionSelector", start: point(part.start), end: point(part.end) },
      ],
    })),
  }));
  const label = [origin.title, origin.outlet, origin.date].filter(Boolean).join(", ");
  const page = { type: "AnnotationPage", startIndex: 0, items };
  return `${JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", id: `${source}#marks`, type: "AnnotationCollection", label, total: items.length, first: page }, null, 1)}\n`;
}

/** @param {string} value */
const tag = (value) => ({ type: "TextualBody", purpose: "tagging", value });
/** @param {string} value @param {string} group */
const describe = (value, group) => ({ type: "TextualBody", purpose: group === "name" ? "identifying" : "describing", value, format: "text/plain" });

/** The text's name by RFC 6920: that of its SHA-256. Where the browser makes no hashes, its length. @param {string} text */
async function nameOf(text) {
  if (!globalThis.crypto?.subtle) return `urn:x-glosswire:text:${text.length}`;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `ni:///sha-256;${btoa(String.fromCharCode(...new Uint8Array(hash))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Some characters before a place, no half of one. @param {string} text @param {number} at */
function before(text, at) {
  return text.slice(Math.max(0, at - NEAR), at).replace(/^[\udc00-\udfff]/, "");
}

/** @param {string} text @param {number} at */
function after(text, at) {
  return text.slice(at, at + NEAR).replace(/[\ud800-\udbff]$/, "");
}
