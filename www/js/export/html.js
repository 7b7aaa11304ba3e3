// Html: the article as one web page that needs nothing else. Its words are those of the input, character by character; its one style is
// allowed by its hash and everything else forbidden; it has no script. Glosswire opens it again: see own.js.

import { closes, opens, quotedParts } from "../cut.js";
import { LOOKS, lookOf } from "../kinds.js";
import { tally } from "../legend.js";
import { saveWords } from "../words-save.js";
import { howSaid, inMarks, kindLine, words } from "../words.js";
import { firstAfter, isAside } from "../thing.js";
import { datesOf, figuresOf, namesOf, speakersOf } from "./facts.js";
import { nest } from "./nest.js";
import { STYLE, STYLE_HASH } from "./style.js";

/** @typedef {import("../types.js").Segment} Segment */
/** @typedef {import("../types.js").Span} Span */

/** Elements of the roles; the role itself is the class. @type {Record<string, string>} */
const TAG = { headline: "h1", subheading: "h2", list: "li" };

/** @param {import("./source.js").Source} source */
export function toHtml({ article, segments, origin }) {
  const { text, annotated, lines } = article;
  const { blocks } = annotated;
  const weave = weaver(article, segments);
  /** @type {string[]} */
  const body = [];
  let at = 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const first = blocks[index];
    const group = isAside(first.role) ? "aside" : first.role === "list" ? "list" : null;
    let last = index;
    while (group && blocks[last + 1] && (group === "aside" ? isAside(blocks[last + 1].role) : blocks[last + 1].role === "list") && !/\S/.test(text.slice(blocks[last].end, blocks[last + 1].start))) last += 1;
    body.push(escape(text.slice(at, first.start)));
    const many = blocks.slice(index, last + 1);
    const inner = many.map((block, place) => {
      const tag = TAG[block.role] ?? "p";
      return `${place ? escape(text.slice(many[place - 1].end, block.start)) : ""}<${tag} class="block ${block.role}" id="b${index + place}">${weave(block)}</${tag}>`;
    }).join("");
    if (group === "aside") {
      const label = words.aside(many.length, [...new Set(many.map((block) => block.role))], false);
      body.push(`<details><summary aria-label="${escape(label)}" data-label="${escape(label)}"></summary>${inner}</details>`);
    } else body.push(group === "list" ? `<ul>${inner}</ul>` : inner);
    at = blocks[last].end;
    index = last;
  }
  body.push(escape(text.slice(at)));
  const headed = blocks.some((block) => block.role === "headline");
  const meta = [["glosswire", `1${lines ? " settled" : ""}`], ["glosswire-hard", hard(text)], ["glosswire-title", origin.title], ["glosswire-outlet", origin.outlet], ["glosswire-date", origin.date], ["glosswire-address", origin.address]];
  const told = [origin.outlet, origin.date && words.day(origin.date)].filter(Boolean).map((one) => escape(String(one)));
  if (origin.address) told.push(`<a href="${escape(origin.address)}" rel="noreferrer">${saveWords.source}</a>`);
  return [
    "<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">`,
    ...meta.filter(([, value]) => value).map(([name, value]) => `<meta name="${name}" content="${escape(String(value))}">`),
    '<meta name="generator" content="Glosswire">', '<meta name="referrer" content="no-referrer">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(origin.title)}</title>`, `<style>${STYLE}</style>`, "</head>", "<body>", "<main>",
    `<header>${headed ? "" : `<h1>${escape(origin.title)}</h1>`}${told.length ? `<p class="origin">${told.join(", ")}</p>` : ""}${key(article)}</header>`,
    `<article class="glosswire-text" id="text">${body.join("")}</article>`,
    facts(article), `<footer>${saveWords.kept}</footer>`, "</main>", "</body>", "</html>", "",
  ].join("\n");
}

/** Halves of characters that stand alone, and NUL. */
const NOT_IN_HTML = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const UNSAFE = new RegExp(`[&<>"\r]|${NOT_IN_HTML.source}`, "g");
/** @type {Record<string, string>} */
const SAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };

/**
 * A text as markup that a parser reads as that text again. What no HTML file can hold stands as a replacement character, and its
 * place in the head.
 * @param {string} text
 */
export function escape(text) {
  return text.replace(UNSAFE, (sign) => SAFE[sign] ?? "\ufffd");
}

/** Characters that no HTML file can hold, with their places: "12:0 40:d800". @param {string} text */
function hard(text) {
  return [...text.matchAll(NOT_IN_HTML)].map((hit) => `${hit.index}:${hit[0].charCodeAt(0).toString(16)}`).join(" ");
}

/**
 * Blocks, asked in order, as markup with nested marks. A quotation is marked with its quotation marks, a partly quoted one where it is quoted.
 * @param {import("../types.js").Article} article
 * @param {Segment[]} segments
 */
function weaver({ text, things }, segments) {
  let next = 0;
  return (/** @type {Span} */ block) => {
    /** @type {(import("./nest.js").Strand & { spot: Span | undefined, form: string })[]} */
    const strands = [];
    /** @type {Map<string, typeof strands[number]>} */
    let open = new Map();
    while (next < segments.length && segments[next].end <= block.start) next += 1;
    for (let index = next; index < segments.length && segments[index].start < block.end; index += 1) {
      const start = Math.max(segments[index].start, block.start);
      const end = Math.min(segments[index].end, block.end);
      /** @type {typeof open} */
      const now = new Map();
      for (const { kind, ref } of segments[index].marks) {
        const thing = kind === "source" || kind === "cue" ? null : things.get(kind, ref);
        if (!thing) continue;
        const place = firstAfter(thing.spots, start);
        const key = `${kind}:${ref}:${place}`;
        const known = open.get(key);
        if (known) known.end = end;
        const form = thing.quote?.form ?? thing.spots[place]?.form ?? "";
        const label = thing.repeat ? words.sameAs(things.paragraphAt(thing.repeat.of.start)) : kindLine(thing, things, true);
        const strand = known ?? { start, end, spot: thing.spots[place], form: thing.quote ? form : "", open: `<mark class="${lookOf(kind)}${form ? ` f-${escape(form)}` : ""}" title="${escape(label)}">` };
        if (!known) strands.push(strand);
        now.set(key, strand);
      }
      open = now;
    }
    for (const strand of [...strands]) {
      const { spot, form } = strand;
      if (form === "mixed" && spot) for (const { start, end } of quotedParts(text, spot)) strands.push({ start, end, spot: undefined, form: "", open: '<mark class="quote">' });
      if (form !== "direct" && form !== "headline") continue;
      if (strand.start === spot?.start && strand.start > block.start && opens(text[strand.start - 1])) strand.start -= 1;
      if (strand.end === spot?.end && strand.end < block.end && closes(text[strand.end])) strand.end += 1;
    }
    return nest(text, block.start, block.end, strands, escape);
  };
}

/** What each kind looks like, and how often it stands. @param {import("../types.js").Article} article */
function key(article) {
  const counts = tally(article);
  const rows = LOOKS.filter(({ look }) => counts.get(look)).map(({ look }) => `<li><mark class="${look}">${escape(words.look[look])}</mark> ${words.number(counts.get(look) ?? 0)}</li>`);
  return rows.length ? `<ul class="key" aria-label="${saveWords.marks}">${rows.join("")}</ul>` : "";
}

/** The facts after the article. @param {import("../types.js").Article} article */
function facts(article) {
  const { things } = article;
  const place = (/** @type {number} */ at, /** @type {string} */ label) => `<a href="#b${things.blockAt(at)}">${label}</a>`;
  const around = (/** @type {Span} */ span) => {
    const { head, words: own, tail } = things.around(span, 8, 8);
    return place(span.start, `${escape(head)}<b>${escape(own)}</b>${escape(tail)}`);
  };
  const section = (/** @type {string} */ heading, /** @type {string[]} */ items) => (items.length ? `<section><h2>${escape(heading)}</h2>${items.join("\n")}</section>` : "");
  const list = (/** @type {string[]} */ items) => (items.length ? [`<ul>${items.map((item) => `<li>${item}</li>`).join("\n")}</ul>`] : []);
  return [
    section(words.heading.said, speakersOf(article).map(({ name, quotes }) => `<h3>${escape(name)}</h3>${list(quotes.map((quote) => {
      const own = escape(things.quoteWords(quote).replace(/[,;]$/, ""));
      return `${place(quote.content[0].start, inMarks(quote.form, own))} <small>${escape(howSaid(quote, things))}</small>`;
    }))[0]}`)),
    section(words.section.figures, list(figuresOf(article).map(around))),
    section(words.section.times, list(datesOf(article).map(({ iso, value }) => `<span class="day">${escape(words.date(iso))}</span> ${around(value)}`))),
    section(words.section.names, list(namesOf(article).map(({ entity, places }) => `<mark class="${lookOf(entity.type)}">${escape(entity.name)}</mark> <small>${escape((words.kind[entity.type] ?? entity.type).toLowerCase())}, ${saveWords.places(places)}</small>`))),
  ].filter(Boolean).join("\n");
}
