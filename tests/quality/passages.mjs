// Passages: what of an article was said before, and which articles of a pile are copies.
// Sentences: { A: ["sentence", ...], B: [{ s: "sentence", label }, ...] }. Inside: { sents: [{ s, label }, ...] }. Documents: { id, cluster, text }.
// Labels: identical, near, contained (said); extends, changed, new; rows "ignore" and "boiler" do not count.

import { score, shared, told } from "./measure.mjs";

const SAID = new Set(["identical", "near", "contained"]);
const ORDER = ["identical", "near", "contained", "extends", "changed", "new"];

/** One text of several sentences, and where each stands. @param {string[]} parts */
function joined(parts) {
  let text = "";
  const at = parts.map((part) => {
    const start = text.length;
    text += `${part}\n\n`;
    return { start, end: start + part.length };
  });
  return { text, at };
}

/** @param {[string, string][]} pairs of labels, the wanted and the found */
function labelled(pairs) {
  const count = (/** @type {(wanted: string, found: string) => boolean} */ holds) => pairs.filter(([wanted, found]) => holds(wanted, found)).length;
  const lines = [told("said", score(count((w, f) => SAID.has(w) && SAID.has(f)), count((_, f) => SAID.has(f)), count((w) => SAID.has(w))), `of ${pairs.length} sentences`)];
  const all = [];
  for (const label of ORDER) {
    const wanted = count((w) => w === label);
    if (!wanted) continue;
    const found = score(count((w, f) => w === label && f === label), count((_, f) => f === label), wanted);
    all.push(found.f1);
    lines.push(told(label, found, `folded away ${((100 * count((w, f) => w === label && SAID.has(f))) / wanted).toFixed(1)} % of ${wanted}`));
  }
  lines.push(`  mean F1 of the classes ${((100 * all.reduce((sum, f1) => sum + f1, 0)) / all.length).toFixed(1)}`);
  return lines;
}

/** @param {any} label */
const counts = (label) => label !== "ignore" && label !== "boiler";

/** @param {any} api @param {any[]} rows */
export function sentences(api, rows) {
  return labelled(rows.flatMap(({ A, B }) => {
    const [earlier, later] = [joined(A), joined(B.map((/** @type {any} */ { s }) => s))];
    const found = api.compare([{ id: "a", text: earlier.text }, { id: "b", text: later.text }]).articles[1].sentences;
    return B.map(({ label }, /** @type {number} */ each) => {
      const span = later.at[each];
      const parts = found.filter((/** @type {any} */ one) => shared(one, span) > 0.3 * Math.min(one.end - one.start, span.end - span.start));
      const newest = parts.map((/** @type {any} */ { status, form }) => (status === "said" ? form : status)).sort((/** @type {string} */ one, /** @type {string} */ other) => ORDER.indexOf(other) - ORDER.indexOf(one))[0];
      return [label, newest ?? "new"];
    }).filter(([label]) => counts(label));
  }));
}

/** @param {any} api @param {any[]} rows */
export function inside(api, rows) {
  return labelled(rows.flatMap(({ sents }) => {
    const { text, at } = joined(sents.map((/** @type {any} */ { s }) => s));
    const { repeats } = api.annotate(text);
    return sents.map(({ label }, /** @type {number} */ each) => {
      const share = (/** @type {any} */ repeat) => shared(repeat, at[each]) / (at[each].end - at[each].start);
      const most = [...repeats].sort((one, other) => share(other) - share(one))[0];
      return [label, most && share(most) > 0.6 ? most.form : "new"];
    }).filter(([label]) => counts(label));
  }));
}

/** @param {any} api @param {any[]} rows */
export function documents(api, rows) {
  const pile = new api.Deduplicator({});
  for (const { id, text } of rows) pile.add(String(id), text);
  const groups = new Map(pile.groups().flatMap((/** @type {any} */ { keep, members }) => members.map((/** @type {any} */ { id }) => [id, keep])));
  pile.free();
  const pairs = (/** @type {string[]} */ keys) => {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const found = rows.map(({ id }) => groups.get(String(id)) ?? `alone: ${id}`);
  const wanted = rows.map(({ cluster }) => String(cluster));
  return [told("pairs of copies", score(pairs(rows.map((_, each) => `${wanted[each]}\n${found[each]}`)), pairs(found), pairs(wanted)), `${rows.length} articles`)];
}
