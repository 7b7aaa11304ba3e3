// Table: all marks as comma-separated values, a row each. A news text may hold words that a spreadsheet would run as a formula:
// such a cell begins with an apostrophe, which spreadsheets take as "this is text".

import { saveWords } from "../words-save.js";
import { hitsOf } from "./hit.js";

/** What a spreadsheet may take for the start of a formula. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠|%]/;
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** @param {import("./source.js").Source} source */
export function toTable({ article, origin }) {
  const { things, annotated } = article;
  const rows = hitsOf(article).map((hit) => {
    const record = hit.group === "value" ? annotated.values[Number(hit.ref)] : null;
    const block = annotated.blocks[things.blockAt(hit.start)];
    const sentence = annotated.sentences[things.sentenceAt(hit.start)];
    return [
      hit.kind, hit.group === "quote" ? hit.parts.map((part) => things.slice(part)).join(" … ") : article.text.slice(hit.start, hit.end), hit.told, hit.speaker, hit.form,
      record?.iso, record?.amount, record?.to, record?.currency ?? record?.unit ?? record?.counts, hit.confidence,
      things.paragraphAt(hit.start) || null, block?.role, sentence && sentence.end > hit.start ? things.brief(sentence, 2_000) : null,
      hit.start, hit.end, origin.title, origin.outlet, origin.date, origin.address,
    ];
  });
  return tableOf([saveWords.columns, ...rows]);
}

/** Comma-separated values, with the mark by which spreadsheets know UTF-8. @param {(string | number | null | undefined)[][]} rows */
export function tableOf(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that is read as what it says. A sign of a formula after a semicolon, where some spreadsheets cut, gets a space. @param {string | number | null | undefined} value */
export function cell(value) {
  if (value === null || value === undefined) return '""';
  const text = String(value).replace(/\s*[\r\n\v\f\u2028\u2029]+\s*|\t/g, " ").replace(/;(?=[=+\-@＝＋－＠])/g, "; ");
  return `"${(FORMULA.test(text) && !PLAIN.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
