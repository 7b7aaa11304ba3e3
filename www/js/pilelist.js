// Pile list: what was found in a pile, as a table for a spreadsheet: a row for each article, with its group, whether to keep it, and how it
// is like the one that the group was told from.

import { tableOf } from "./export/table.js";
import { handOver } from "./handover.js";
import { words } from "./words.js";

/**
 * Saves the list, groups first, then what has no twin. Its columns are named in the reader's words.
 * @param {import("./pile.js").Pile} pile
 * @param {Set<string>} keeps ids of those to keep
 */
export function saveList({ kept, groups, single }, keeps) {
  const { list } = words.pile;
  /** @param {string} id @param {number | null} group @param {string | null} likeness @param {string} how */
  const row = (id, group, likeness, how) => {
    const one = kept.get(id);
    return [group, keeps.has(id) ? list.yes : list.no, one?.name, one?.row, one?.title, one?.count, likeness, how];
  };
  const grouped = groups.flatMap((group, index) => group.members.map((member) => (member.id === group.keep
    ? row(member.id, index + 1, null, words.pile.kept)
    : row(member.id, index + 1, words.pile.percent(member.similarity), words.pile.relation[member.relation] ?? ""))));
  handOver(tableOf([list.columns, ...grouped, ...single.map((id) => row(id, null, null, list.alone))]), list.file, "text/csv;charset=utf-8");
}
