// Collection: one file that holds many articles. JSON lines hold one a line; a table (CSV, TSV) holds one a row, in a column of text. Which
// field is the text is told by its name, or else by holding by far the longest texts.

/** @typedef {{ row: number, title: string, text: string }} Item `row` counts from 1, as a reader counts lines or rows, the row of names not counted */

const NAMED = /\.(csv|tsv|jsonl|ndjson)$/i;
const TEXT = /^(?:(?:full|main|article|clean(?:ed)?|raw|plain)?[\s_-]?(?:text|body|content)|articlebody|bodytext|article|story|document|maintext)$/i;
const TITLE = /^(?:title|headline|heading|subject|name)$/i;
/** A column that no name tells is taken for text from this many characters on, on average: longer than headlines and addresses. */
const LONG = 160;
/** Rows that are looked at to find the column of text. */
const LOOKED_AT = 200;

/**
 * The articles in a file, and how many of its rows had none; null if no field of it holds texts, or if its name tells of no such file.
 * @param {string} name
 * @param {string} text
 * @returns {Promise<{ items: Item[], unread: number } | null>}
 */
export async function itemsOf(name, text) {
  const ending = name.match(NAMED)?.[1].toLowerCase();
  if (!ending) return null;
  const records = ending === "csv" || ending === "tsv" ? await tabled(text) : lined(text);
  const fields = [...new Set(records.slice(0, LOOKED_AT).flatMap((record) => (record ? Object.keys(record) : [])))];
  const field = fields.find((one) => TEXT.test(one.trim())) ?? longest(fields, records);
  if (field === undefined) return null;
  const titled = fields.find((one) => one !== field && TITLE.test(one.trim()));
  /** @type {Item[]} */
  const items = [];
  for (const [index, record] of records.entries()) {
    const body = record?.[field] ?? "";
    if (!body.trim()) continue;
    const title = (titled === undefined ? "" : record?.[titled] ?? "").trim();
    items.push({ row: index + 1, title, text: title && !body.trimStart().startsWith(title) ? `${title}\n\n${body}` : body });
  }
  return items.length ? { items, unread: records.length - items.length } : null;
}

/** Whether a file that was read holds articles by the row. @param {import("./files.js").ReadFile | import("./files.js").Refused} file */
export async function holdsMany(file) {
  if (!("plain" in file) || !file.plain) return false;
  return Boolean(await itemsOf(file.name, file.plain).catch(() => null));      /* what reads tables can't be fetched: a text like any other */
}

/** The field whose texts are by far the longest. @param {string[]} fields @param {(Record<string, string> | null)[]} records */
function longest(fields, records) {
  const some = records.slice(0, LOOKED_AT).filter((record) => record !== null);
  const means = fields.map((field) => ({ field, mean: some.reduce((sum, record) => sum + (record[field]?.length ?? 0), 0) / some.length }));
  return means.filter(({ mean }) => mean >= LONG).sort((a, b) => b.mean - a.mean)[0]?.field;
}

/** One object a line; null where a line is none. @param {string} text */
function lined(text) {
  return text.replace(/^\ufeff/, "").split(/\r?\n/).filter((line) => line.trim()).map((line) => {
    try {
      const told = JSON.parse(line);
      if (typeof told !== "object" || told === null || Array.isArray(told)) return null;
      return /** @type {Record<string, string>} */ (Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === "string")));
    } catch {
      return null;
    }
  });
}

/** One record a row, by the names in the first. The sign between cells is the one that the first row has most of. @param {string} text */
async function tabled(text) {
  const { default: dsv } = await import("../vendor/dsv.js");
  const bare = text.replace(/^\ufeff/, "");
  const head = bare.slice(0, bare.search(/\r?\n|$/));
  const [sign] = [",", ";", "\t", "|"].map((one) => /** @type {const} */ ([one, head.split(one).length])).sort((a, b) => b[1] - a[1])[0];
  /** @type {string[][]} only ever by rows: by names, the library would compile a function, which the page's policy forbids */
  const [names = [], ...rows] = dsv(sign).parseRows(bare);
  return rows.filter((row) => row.some((cell) => cell.trim())).map((row) => /** @type {Record<string, string>} */ (Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""]))));
}
