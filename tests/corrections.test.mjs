// Corrections, apart from any page: which of them belong to a text, what a file may say, how steps are taken back. And the folded text
// that a search looks into.

import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "../www/js/corrections/history.js";
import { bare } from "../www/js/cut.js";
import { checked, correction, equal, fits, fitting, markedAt, sameMatter, worth } from "../www/js/corrections/record.js";
import { fold, places } from "../www/js/fold.js";

const text = "Mercury rose over the harbour on Monday, the observatory said.\n\nDivers found mercury in the silt. “We knew,” said Orlund, who sold Mercury Ltd.";
const at = (/** @type {string} */ words, from = 0) => ({ start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length });

test("a correction holds in the same text, and in one slightly edited", () => {
  const record = correction("is", text, at("Orlund"), { type: "person" });
  assert.deepEqual([record.say, record.text, record.type], ["is", "Orlund", "person"]);
  assert.ok(record.before?.endsWith("“We knew,” said ") && record.after?.startsWith(", who sold"));
  for (const same of [text, text.replace("Monday", "Tuesday"), `Menu\n\n${text}`, text.replace(/ /g, "\u00a0"), text.replace("who sold", "once owner of"), text.replace("“We knew,” said", "In the end")]) assert.ok(fits(same, record), same);
});

test("it does not hold where the words stand elsewhere, or inside another word", () => {
  const record = correction("is", text, at("Orlund"), { type: "person" });
  for (const other of ["Orlund is a village in the north, where nothing happens.", "", "said Orlunds, who sold Mercury", text.replaceAll("Orlund", "Brekkin")]) assert.ok(!fits(other, record), other);
  assert.ok(fits("Orlund is a village in the north.", correction("is", text, at("Orlund"), { type: "person", everywhere: true })), "it was to hold in every article");
  const first = correction("notAName", text, at("Mercury"));
  assert.ok(fits(text, first));
  assert.ok(fits("Mercury rose over the harbour on Monday, said others.", first), "at the start of a text there is nothing before it");
  assert.deepEqual(fitting(text, [first, record, { say: "add", text: "Nowhere", type: "place" }]), [first, record]);
});

test("of a long quotation the first words are kept, whole words", () => {
  const long = `“${"One word after another. ".repeat(60)}”`;
  const record = correction("notAQuote", long, { start: 1, end: long.length - 1 });
  assert.ok(record.text.length <= 240 && /[a-z.]$/.test(record.text) && long.startsWith(`“${record.text}`));
  assert.ok(fits(long, record));
});

test("words marked as a quotation are kept whole, and found again by what is marked there", () => {
  const long = `He spoke. ${"One word after another. ".repeat(30)}He left. ${"One word after another. ".repeat(30)}`;
  const span = { start: 10, end: 10 + 24 * 30 - 1 };
  const record = correction("quote", long, span, { as: "Ada Tveit" });
  assert.equal(record.text, long.slice(span.start, span.end));
  assert.deepEqual(checked(record), record);
  assert.ok(sameMatter(record, { ...record, say: "notAQuote" }) && sameMatter(record, { ...record, say: "speaker" }) && !sameMatter(record, { ...record, say: "is" }));
  const part = { start: 34, end: 50 };
  assert.equal(markedAt(long, part, [record]), record);
  assert.equal(markedAt(long, { start: part.start + 24 * 30 + 9, end: part.end + 24 * 30 + 9 }, [record]), undefined, "the same words elsewhere are not meant");
  assert.equal(markedAt(long, part, [{ ...record, say: "speaker" }]), undefined);
  const marked = " “We waited,” ";
  assert.equal(marked.slice(...Object.values(bare(marked, { start: 0, end: marked.length }))), "We waited,");
  assert.equal(bare("“” ", { start: 0, end: 3 }).start, bare("“” ", { start: 0, end: 3 }).end);
});

test("what comes from a file is checked", () => {
  const good = { say: "is", text: "Orlund", before: "said ", after: null, type: "person", extra: 1 };
  assert.deepEqual(checked(good), { say: "is", text: "Orlund", before: "said ", type: "person" });
  for (const bad of [null, 1, "is", [], {}, { say: "is", text: "x" }, { say: "is", text: "x", type: "planet" }, { say: "add", text: " ", type: "person" }, { say: "sameAs", text: "x" }, { say: "constructor", text: "x" },
    { say: "role", text: "x", type: "body-ish" }, { say: "value", text: "x", type: "date", as: "2026-02-30" }, { say: "value", text: "x", type: "money", as: "many" }, { say: "notAName", text: 4 }, { say: "notAName", text: "x", before: {} }, { say: "notAName", text: "x".repeat(5_000) }]) {
    assert.equal(checked(bad), null, JSON.stringify(bad)?.slice(0, 80));
  }
});

test("what is typed as a worth", () => {
  for (const [kind, typed, told] of [["date", "2026-03-09", "2026-03-09"], ["date", "2026", "2026"], ["date", "2026-03/2026-05", "2026-03/2026-05"], ["date", "198X", "198X"], ["date", "9 March", null], ["date", "2026-13", null], ["date", "2025-02-29", null], ["date", "2026-05/2026-03", null],
    ["time", "14:30", "T14:30"], ["time", "9.05", "T09:05"], ["time", "25:00", null], ["money", "1,250", "1250"], ["money", "44.8", "44.8"], ["number", "−3", "-3"], ["number", "1 200 000", "1200000"], ["number", "12a", null], ["number", "", null], ["number", "1,25", null]]) {
    assert.equal(worth(/** @type {string} */ (kind), /** @type {string} */ (typed)), told, `${kind} ${typed}`);
  }
});

test("steps are taken back and made again, and leave alone what came from elsewhere", () => {
  const history = new History();
  const [a, b, c] = ["a", "b", "c"].map((own) => correction("notAName", own, { start: 0, end: 1 }));
  const step = (/** @type {any[]} */ added, /** @type {any[]} */ removed = []) => ({ added, removed, told: "", at: null, article: null });
  let records = history.make(step([a]), []);
  records = history.make(step([b], [a]), records);
  assert.deepEqual(records, [b]);
  records = [...records, c];
  records = history.undo(records)?.records ?? [];
  assert.deepEqual(records, [c, a]);
  records = history.undo(records)?.records ?? [];
  assert.deepEqual([records, history.undo(records)], [[c], null]);
  records = history.redo(records)?.records ?? [];
  records = history.redo(records)?.records ?? [];
  assert.deepEqual([records, history.redo(records)], [[c, b], null]);
  records = history.make(step([c]), records);
  assert.deepEqual(records, [c, b], "nothing stands twice");
  assert.ok(sameMatter({ ...a, say: "is", type: "place" }, a) && !equal({ ...a, say: "is", type: "place" }, a));
});

test("a search looks past capitals, accents, white space and curly signs", () => {
  const given = "Zoë met\n\n the Ångström\u00a0Straße team; “don’t”, said Łukasz. cafe\u0301 \ud83d\ude00 ﬁnal \ud800 İzmir";
  const folded = fold(given);
  const hit = (/** @type {string} */ query) => places(folded, query, 10).map(({ start, end }) => given.slice(start, end));
  for (const [query, told] of [["ZOE", ["Zoë"]], ["met the", ["met\n\n the"]], ["angstrom strasse", ["Ångström\u00a0Straße"]], ["\"DON'T\"", ["“don’t”"]], ["lukasz", ["Łukasz"]], ["café", ["cafe\u0301"]], ["\ud83d\ude00", ["\ud83d\ude00"]], ["final", ["ﬁnal"]], ["izmir", ["İzmir"]], ["nowhere", []], ["  ", []], ["", []]]) {
    assert.deepEqual(hit(/** @type {string} */ (query)), told, String(query));
  }
  assert.deepEqual(places(fold("aaaa"), "aa", 10).map(({ start }) => start), [0, 2]);
  assert.equal(places(fold("a".repeat(100)), "a", 7).length, 7);
});
