// Pile: more files than a reader can hold in tabs. Which of them tell the same story, which one to keep, how alike the others are.

import { itemsOf } from "./collection.js";
import { byId, el } from "./dom.js";
import { call } from "./engine.js";
import { looksTextual, readFile } from "./files.js";
import { more, table } from "./panel.js";
import { notify, say } from "./notice.js";
import { textOf } from "./paste.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Group} Group */
/** @typedef {{ name: string, row: number | null, title: string, count: number, file: File }} Kept what the pile remembers of an article: not its text; `row` is its place in a file of many */
/** @typedef {{ kept: Map<string, Kept>, unread: string[], groups: Group[], single: string[], memory: number }} Pile `single`: ids of those without a twin */

const BATCH = 40;
/** Articles that are handed over at once: a table may hold a hundred thousand. */
const ADDED = 500;

/**
 * Reads the files, a batch at a time, and groups them.
 * @param {File[]} files
 * @param {AbortSignal} signal
 * @param {(now: import("./types.js").Progress) => void} progress
 * @returns {Promise<Pile>}
 */
export async function sortPile(files, signal, progress) {
  /** @type {Map<string, Kept>} */
  const kept = new Map();
  /** @type {string[]} */
  const unread = [];
  await call("pileStart", [{}], { signal });
  for (let at = 0; at < files.length; at += BATCH) {
    const read = await Promise.all(files.slice(at, at + BATCH).map(async (file) => ({ file, got: looksTextual(file) ? await readFile(file) : null })));
    /** @type {{ id: string, text: string }[]} */
    const batch = [];
    for (const { file, got } of read) {
      const text = got && "plain" in got ? textOf(got) : "";
      const many = await itemsOf(file.name, text);
      if (!text.trim()) unread.push(file.name);
      for (let lost = many?.unread ?? 0; lost > 0; lost -= 1) unread.push(file.name);
      for (const { row, title, text: one } of many?.items ?? (text.trim() ? [{ row: null, title: "", text }] : [])) {
        const id = String(kept.size);
        kept.set(id, { name: file.name, row, title: (title || firstLine(one)).slice(0, 160), count: one.split(/\s+/).length, file });
        batch.push({ id, text: one });
      }
    }
    for (let some = 0; some < batch.length; some += ADDED) await call("pileAdd", [batch.slice(some, some + ADDED)], { signal, fragile: true });
    progress({ done: Math.min(at + BATCH, files.length), of: files.length });
  }
  /** @type {Group[]} */
  const groups = await call("pileGroups", [], { signal, fragile: true, onProgress: progress });
  groups.sort((a, b) => b.members.length - a.members.length);
  const grouped = new Set(groups.flatMap((group) => group.members.map((member) => member.id)));
  const single = [...kept.keys()].filter((id) => !grouped.has(id));
  return { kept, unread, groups, single, memory: await call("pileMemory", [], { signal, fragile: true }) };
}

/**
 * Shows the groups.
 * @param {Pile} pile
 * @param {(files: File[]) => void} compare
 */
export function showPile(pile, compare) {
  const { kept, unread, groups, single, memory } = pile;
  const rowed = [...kept.values()].some(({ row }) => row !== null);
  /** Which to keep: of each group the fullest, until the reader says otherwise. */
  const keeps = new Set([...groups.map((group) => group.keep), ...single]);
  const rows = groups.map((group) => () => groupRow(group, kept, keeps, compare));
  const save = () => import("./pilelist.js").then(({ saveList }) => {
    saveList(pile, keeps);
    say(words.pile.list.saved);
  }, () => notify({ code: "load", ...words.partMissing }));
  byId("pile").replaceChildren(
    el("h1", null, words.pile.title(kept.size, groups.length + single.length, rowed)),
    el("p", { class: "save" }, el("button", { type: "button", class: "btn", id: "pile-save", onclick: () => void save() }, words.pile.list.save)),
    ...more("div", { class: "groups" }, rows, 40),
    el("p", { class: "dim end" }, words.pile.single(single.length, rowed)));
  const stat = (/** @type {string} */ label, /** @type {number} */ n) => el("div", null, el("dt", null, label), el("dd", null, words.number(n)));
  const { stats } = words.pile;
  byId("pile-stats").replaceChildren(
    el("h2", null, words.pile.heading),
    el("dl", { class: "stats" }, stat(rowed ? stats.readOfRows : stats.read, kept.size), stat(stats.groups, groups.length), stat(stats.inside, kept.size - single.length), stat(stats.single, single.length), unread.length ? stat(stats.unread, unread.length) : null),
    el("p", { class: "note" }, words.pile.note, " ", words.pile.memory(memory)));
}

/** @param {Group} group @param {Map<string, Kept>} kept @param {Set<string>} keeps @param {(files: File[]) => void} compare */
function groupRow(group, kept, keeps, compare) {
  const lead = kept.get(group.keep);
  const others = group.members.filter((member) => member.id !== group.keep);
  const weakest = others.some((member) => member.relation === "near") ? "near" : others.some((member) => member.relation === "contained") ? "contained" : "identical";
  const lines = [...group.members].sort((a, b) => Number(b.id === group.keep) - Number(a.id === group.keep) || b.similarity - a.similarity).map((member) => () => {
    const file = kept.get(member.id);
    const isLead = member.id === group.keep;
    const name = file?.row ? words.pile.row(file.name, file.row) : file?.name ?? member.id;
    /** @type {HTMLInputElement} */
    const keep = el("input", { type: "checkbox", "aria-label": words.pile.keep(name), checked: keeps.has(member.id), onchange: () => void (keep.checked ? keeps.add(member.id) : keeps.delete(member.id)) });
    return el("tr", null,
      el("td", null, keep),
      el("th", { scope: "row" }, name),
      el("td", { class: "n" }, words.number(file?.count ?? 0)),
      el("td", { class: "n" }, isLead ? el("span", { class: "dim" }, words.pile.kept) : words.pile.percent(member.similarity)),
      el("td", { class: "dim" }, isLead ? "" : words.pile.relation[member.relation] ?? ""));
  });
  const some = group.members.slice(0, 20).flatMap((member) => kept.get(member.id) ?? []);
  return el("details", { class: "group" },
    el("summary", null, el("b", null, lead?.title ?? group.keep), el("span", { class: "why-short dim" }, words.pile.shortWhy[weakest]), el("span", { class: "n" }, words.pile.files(group.members.length, Boolean(lead?.row)))),
    el("div", { class: "in" },
      ...table(words.pile.table, lines, 12, [2, 3]),
      el("p", { class: "acts" }, el("button", { type: "button", class: "btn", onclick: async () => compare(await filesOf(some)) }, words.pile.compare))));
}

/** The files of articles; one out of a file of many gets a file of its own. A file is read once, however many are wanted of it. @param {Kept[]} some */
function filesOf(some) {
  /** @type {Map<File, ReturnType<typeof itemsOf>>} */
  const tables = new Map();
  const items = (/** @type {File} */ file) => {
    const read = tables.get(file) ?? readFile(file).then((got) => ("plain" in got ? itemsOf(file.name, textOf(got)) : null));
    tables.set(file, read);
    return read;
  };
  return Promise.all(some.map(async ({ name, row, file }) => {
    if (row === null) return file;
    const item = (await items(file))?.items.find((one) => one.row === row);
    return new File([item?.text ?? ""], `${words.pile.row(name, row)}.txt`, { type: "text/plain" });
  }));
}

/** The first line that is long enough for a headline; menus are shorter. @param {string} text */
function firstLine(text) {
  const lines = text.slice(0, 4_000).split("\n").map((line) => line.trim()).filter((line) => line);
  return (lines.find((line) => line.split(/\s+/).length > 4) ?? lines[0] ?? "").slice(0, 160);
}
