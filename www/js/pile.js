// Pile: more files than a reader can hold in tabs. Which of them tell the same story, which one to keep, how alike the others are.

import { byId, el } from "./dom.js";
import { call } from "./engine.js";
import { looksTextual, readFile } from "./files.js";
import { more, table } from "./panel.js";
import { textOf } from "./paste.js";
import { words } from "./words.js";

/** @typedef {import("./types.js").Group} Group */
/** @typedef {{ name: string, title: string, count: number, file: File }} Kept what the pile remembers of a file: not its text */

const BATCH = 40;

/**
 * Reads the files, a batch at a time, and groups them.
 * @param {File[]} files
 * @param {AbortSignal} signal
 * @param {(now: import("./types.js").Progress) => void} progress
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
      if (!text.trim()) {
        unread.push(file.name);
        continue;
      }
      const id = String(kept.size);
      kept.set(id, { name: file.name, title: firstLine(text), count: text.split(/\s+/).length, file });
      batch.push({ id, text });
    }
    if (batch.length) await call("pileAdd", [batch], { signal, fragile: true });
    progress({ done: Math.min(at + BATCH, files.length), of: files.length });
  }
  /** @type {Group[]} */
  const groups = await call("pileGroups", [], { signal, fragile: true, onProgress: progress });
  groups.sort((a, b) => b.members.length - a.members.length);
  return { kept, unread, groups };
}

/**
 * Shows the groups.
 * @param {{ kept: Map<string, Kept>, unread: string[], groups: Group[] }} pile
 * @param {(files: File[]) => void} compare
 */
export function showPile({ kept, unread, groups }, compare) {
  const inside = groups.reduce((sum, group) => sum + group.members.length, 0);
  const single = kept.size - inside;
  const rows = groups.map((group) => () => groupRow(group, kept, compare));
  byId("pile").replaceChildren(
    el("h1", null, words.pile.title(kept.size, groups.length + single)),
    ...more("div", { class: "groups" }, rows, 40),
    el("p", { class: "dim end" }, words.pile.single(single)));
  const stat = (/** @type {string} */ label, /** @type {number} */ n) => el("div", null, el("dt", null, label), el("dd", null, words.number(n)));
  const { stats } = words.pile;
  byId("pile-stats").replaceChildren(
    el("h2", null, words.pile.heading),
    el("dl", { class: "stats" }, stat(stats.read, kept.size), stat(stats.groups, groups.length), stat(stats.inside, inside), stat(stats.single, single), unread.length ? stat(stats.unread, unread.length) : null),
    el("p", { class: "note" }, words.pile.note));
}

/** @param {Group} group @param {Map<string, Kept>} kept @param {(files: File[]) => void} compare */
function groupRow(group, kept, compare) {
  const lead = kept.get(group.keep);
  const others = group.members.filter((member) => member.id !== group.keep);
  const weakest = others.some((member) => member.relation === "near") ? "near" : others.some((member) => member.relation === "contained") ? "contained" : "identical";
  const lines = [...group.members].sort((a, b) => Number(b.id === group.keep) - Number(a.id === group.keep) || b.similarity - a.similarity).map((member) => () => {
    const file = kept.get(member.id);
    const isLead = member.id === group.keep;
    const name = file?.name ?? member.id;
    return el("tr", null,
      el("td", null, el("input", { type: "checkbox", "aria-label": words.pile.keep(name), checked: isLead })),
      el("th", { scope: "row" }, name),
      el("td", { class: "n" }, words.number(file?.count ?? 0)),
      el("td", { class: "n" }, isLead ? el("span", { class: "dim" }, words.pile.kept) : words.pile.percent(member.similarity)),
      el("td", { class: "dim" }, isLead ? "" : words.pile.relation[member.relation] ?? ""));
  });
  const files = group.members.slice(0, 20).flatMap((member) => kept.get(member.id)?.file ?? []);
  return el("details", { class: "group" },
    el("summary", null, el("b", null, lead?.title ?? group.keep), el("span", { class: "why-short dim" }, words.pile.shortWhy[weakest]), el("span", { class: "n" }, words.pile.files(group.members.length))),
    el("div", { class: "in" },
      ...table(words.pile.table, lines, 12, [2, 3]),
      el("p", { class: "acts" }, el("button", { type: "button", class: "btn", onclick: () => compare(files) }, words.pile.compare))));
}

/** The first line that is long enough for a headline; menus are shorter. @param {string} text */
function firstLine(text) {
  const lines = text.slice(0, 4_000).split("\n").map((line) => line.trim()).filter((line) => line);
  return (lines.find((line) => line.split(/\s+/).length > 4) ?? lines[0] ?? "").slice(0, 160);
}
