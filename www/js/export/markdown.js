// Markdown: the article's words and its facts as notes. Whatever in the text would be a sign of Markdown or of HTML is escaped, so
// that it reads as it was written. Lines that were set aside are left out here.

import { saveWords } from "../words-save.js";
import { howSaid, inMarks, words } from "../words.js";
import { isAside, tidy } from "../thing.js";
import { datesOf, figuresOf, namesOf, speakersOf } from "./facts.js";

/** @param {import("./source.js").Source} source */
export function toMarkdown({ article, origin }) {
  const { annotated, text, things } = article;
  /** @type {string[]} */
  const out = [];
  const line = (/** @type {string} */ words) => safe(tidy(words));
  const headline = annotated.blocks.find((block) => block.role === "headline");
  const source = [origin.outlet && line(origin.outlet), origin.date && words.day(origin.date), origin.address && `<${origin.address.replace(/[<>\s]/g, encodeURIComponent)}>`].filter(Boolean).join(", ");
  if (!headline) out.push(`# ${line(origin.title)}`, source);
  let list = false;
  for (const block of annotated.blocks) {
    if (isAside(block.role)) continue;
    const own = text.slice(block.start, block.end);
    if (block.role === "headline") out.push(`# ${line(own)}`, source);
    else if (block.role === "subheading") out.push(`## ${line(own)}`);
    else if (block.role === "standfirst") out.push(`**${line(own)}**`);
    else if (block.role === "caption") out.push(`*${line(own)}*`);
    else if (block.role === "list") {
      const item = `- ${line(own)}`;
      if (list) out[out.length - 1] += `\n${item}`;
      else out.push(item);
    } else out.push(own.split(/\r\n?|\n/).map((one) => line(one)).filter(Boolean).join("  \n"));
    list = block.role === "list";
  }
  const section = (/** @type {string} */ heading, /** @type {string[]} */ lines) => lines.length && out.push(`## ${heading}`, lines.join("\n"));
  out.push("---");
  for (const { name, quotes } of speakersOf(article)) {
    section(saveWords.saidBy(line(name)), quotes.map((quote) => {
      const own = line(things.quoteWords(quote).replace(/[,;]$/, ""));
      return `- ${inMarks(quote.form, own)} (${line(howSaid(quote, things))})`;
    }));
  }
  section(words.section.figures, figuresOf(article).map((value) => {
    const { head, words: own, tail } = things.around(value, 8, 8);
    return `- ${safe(head.trimStart())}**${line(own)}**${safe(tail.trimEnd())}`;
  }));
  section(words.section.times, datesOf(article).map(({ iso, value }) => `- ${words.date(iso)}: ${line(Object.values(things.around(value, 8, 8)).join(""))}`));
  section(words.section.names, namesOf(article).map(({ entity, places }) => `- ${line(entity.name)} (${(words.kind[entity.type] ?? entity.type).toLowerCase()}, ${saveWords.places(places)})`));
  return `${out.filter(Boolean).join("\n\n")}\n`;
}

/** A line of text that Markdown reads as text. @param {string} text */
export function safe(text) {
  return text
    .replace(/[\\`*_{}[\]<>|~$^]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^([#+>=-])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/!(?=\\\[)/g, "\\!")
    .replace(/:\/\//g, ":\\//");
}
