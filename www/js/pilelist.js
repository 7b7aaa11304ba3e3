// Pile list: what was found in a pile, as a table for a spreadsheet: a row for each article, with its group, whether to keep it, and how it
// is like the one that the group was told from.

import { cell } from "./export/table.js";
import { words } from "./words.js";

/**
 * The list, groups first, then what has no twin. Its columns are named in the reader's words.
 * @param {{ kept: Map<string, import("./pile.js").Kept>, groups: import("./types.js").Group[] }} pile
 * @param {Set<string>} keeps ids of those to keep
 */
export function listOf({ kept, groups }, keeps) {
  const { list } = words.pile;
  const grouped = new Set(groups.flatMap((group) => group.members.map((member) => member.id)));
  /** @param {string} id @param {(string | number | null)[]} told */
  const row = (id, ...told) => {
    const one = kept.get(id);
    const [group, likeness, how] = told;
    return [group, keeps.has(id) ? list.yes : list.no, one?.name, one?.row ?? null, one?.title, one?.count, likeness, how];
  };
  const rows = groups.flatMap((group, index) => group.members.map((member) => {
    const first = member.id === group.keep;
    return row(member.id, index + 1, first ? null : words.pile.percent(member.similarity), first ? words.pile.kept : words.pile.relation[member.relation] ?? "");
  }));
  const singles = [...kept.keys()].filter((id) => !grouped.has(id)).map((id) => row(id, null, null, list.alone));
  return `\ufeff${[list.columns, ...rows, ...singles].map((one) => one.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Hands a file to the reader. @param {string} text @param {string} name */
export function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
