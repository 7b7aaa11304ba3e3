// The package as JavaScript sees it: API.md's shapes and errors, in Node.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { initSync, annotate, segments, compare, Deduplicator, version } from "../www/pkg/glosswire.js";

initSync({ module: fs.readFileSync(new URL("../www/pkg/glosswire_bg.wasm", import.meta.url)) });

const text = "😀 Tarrow gate’s cost: $6.8B.\r\nNext \ud800 line.";
const story = "The gate in the Tarrow estuary failed to close on Monday night, letting the sea into the old harbour of the town. ".repeat(4);

/** No Map and no BigInt anywhere inside. @param {any} x @returns {boolean} */
const plain = (x) => x === null || typeof x !== "object" ? typeof x !== "bigint" : !(x instanceof Map) && Object.values(x).every(plain);
/** @param {() => unknown} f */
const refused = (f, code) => assert.throws(f, (error) => error instanceof Error && error.name === "GlosswireError" && error.code === code && error.message.length > 10);

test("an annotation has every field, plain, in UTF-16 units", () => {
  const annotated = annotate(text);
  const fields = ["length", "published", "blocks", "sentences", "entities", "values", "quotes", "repeats", "keySentences", "terms", "limits"];
  for (const field of fields) assert.ok(field in annotated, field);
  assert.equal(annotated.length, text.length);
  assert.ok(plain(annotated));
  assert.equal(annotated.blocks.length, 2);
  assert.equal(text.slice(annotated.blocks[1].start, annotated.blocks[1].end), "Next \ud800 line.");
  assert.deepEqual(annotate(text), annotated);
});

test("segments are gap-free and carry marks", () => {
  const annotated = annotate(text, { terms: [{ id: "g", label: "Gate", words: ["gate"] }] });
  const flat = segments(annotated);
  assert.equal(flat.map((s) => text.slice(s.start, s.end)).join(""), text);
  assert.equal(flat.at(-1).end, text.length);
  const marked = (kinds) => segments(annotated, kinds).flatMap((s) => s.marks.map((m) => m.kind));
  assert.ok(marked().includes("term"));
  assert.deepEqual([...new Set(marked(["term"]))], ["term"]);
  assert.deepEqual(marked([]), []);
  assert.equal(segments({ length: 0 }).length, 0);
});

test("segments order overlapping marks from the outermost to the innermost", () => {
  const made = { length: 12, quotes: [{ content: [{ start: 2, end: 9 }], source: null, cue: { start: 10, end: 11 } }], entities: [{ id: 7, type: "place", mentions: [{ start: 4, end: 6 }] }] };
  assert.deepEqual(segments(made), [
    { start: 0, end: 2, marks: [] }, { start: 2, end: 4, marks: [{ kind: "quote", ref: 0 }] },
    { start: 4, end: 6, marks: [{ kind: "quote", ref: 0 }, { kind: "place", ref: 7 }] }, { start: 6, end: 9, marks: [{ kind: "quote", ref: 0 }] },
    { start: 9, end: 10, marks: [] }, { start: 10, end: 11, marks: [{ kind: "cue", ref: 0 }] }, { start: 11, end: 12, marks: [] },
  ]);
});

test("terms and corrections", () => {
  const options = { terms: [{ id: "g", label: "Gate", words: ["GATE"] }, { id: "d", label: "Digits", pattern: "\\d+" }] };
  assert.deepEqual(annotate(text, options).terms.map((hit) => [hit.term, text.slice(hit.start, hit.end)]), [["g", "gate"], ["d", "6"], ["d", "8"]]);
  const added = annotate(text, { corrections: [{ say: "add", text: "Next", type: "organization" }] }).entities;
  assert.ok(added.some((entity) => entity.name === "Next" && entity.type === "organization" && entity.confidence === 1));
  const lined = annotate(text, { lines: [{ role: "caption" }, { role: "furniture" }] });
  assert.deepEqual(lined.blocks.map((block) => block.role), ["caption", "furniture"]);
});

test("a quotation that the reader marks, and a speaker whom the article does not name", () => {
  const said = "Gate fails\n\nThe gate was never checked. Tomas Brekkin was in Lissen. “We waited too long,” Tomas Brekkin said.";
  const [direct] = annotate(said).quotes;
  assert.equal("speakerName" in direct, false);
  const corrections = [{ say: "quote", text: "The gate was never checked", as: "Tomas Brekkin" }, { say: "speaker", text: "We waited", as: "Ada Tveit" }];
  const { quotes, entities } = annotate(said, { corrections });
  assert.deepEqual(quotes.map(({ form, speaker, speakerKind, speakerName, confidence }) => [form, entities.find(({ id }) => id === speaker)?.name, speakerKind, speakerName, confidence]), [
    ["indirect", "Tomas Brekkin", "named", undefined, 1], ["direct", undefined, "unnamed", "Ada Tveit", 1],
  ]);
  const { quoteLedger } = compare([{ id: "a", text: said, corrections }, { id: "b", text: said }]);
  assert.deepEqual(quoteLedger.map((row) => [row.speaker, row.occurrences.length]), [["Ada Tveit", 2]]);
});

test("errors have a name, a code and a sentence", () => {
  refused(() => annotate(text, { published: "yesterday" }), "badOption");
  refused(() => annotate(text, { published: "2025-02-30" }), "badOption");
  refused(() => annotate(text, { lines: [{ role: "hero" }] }), "badOption");
  refused(() => annotate(text, { terms: [{ id: "t", label: "T" }] }), "badOption");
  refused(() => annotate(text, { terms: [{ id: "t", label: "T", pattern: "(a" }] }), "badPattern");
  refused(() => compare([{ id: "a", text }, { id: "a", text }]), "duplicateId");
  refused(() => compare([{ id: "a", text }, { id: "b", text }], { onProgress: () => false }), "stopped");
  refused(() => new Deduplicator({ threshold: 3 }), "badOption");
  refused(() => annotate("x".repeat(33 << 20)), "tooLong");
  for (const nothing of [undefined, null, {}, { terms: null, published: null, lines: undefined }]) assert.equal(annotate(text, nothing).length, text.length);
});

test("a comparison has every field", () => {
  const second = `${story}\n\nNothing of the kind had been said before by anybody in the harbour office.`;
  const told = [];
  const comparison = compare([{ id: "a", text: story, published: "2025-03-04" }, { id: "b", text: second }], { onProgress: (p) => { told.push(p); } });
  for (const field of ["articles", "people", "quoteLedger", "valueLedger", "timeline"]) assert.ok(field in comparison, field);
  assert.ok(plain(comparison) && told.length > 0);
  assert.deepEqual(comparison.articles.map((article) => article.id), ["a", "b"]);
  const [first, last] = comparison.articles;
  assert.ok(first.sentences.every((sentence) => sentence.status === "new") && first.annotated.published.iso === "2025-03-04");
  assert.equal(last.sentences.length, last.annotated.sentences.length);
  assert.equal(last.sentences[0].status, "said");
  assert.equal(last.sentences[0].matches[0].article, "a");
  assert.equal(last.sentences.at(-1).status, "new");
});

test("a pile is grouped, told and stopped", () => {
  const pile = new Deduplicator();
  pile.add("a", story); pile.add("b", story); pile.add(3, "Something else altogether stands here, about a fish market that opened in the morning.");
  assert.equal(pile.size, 3);
  refused(() => pile.add("a", story), "duplicateId");
  refused(() => pile.add({}, story), "badOption");
  assert.equal(pile.size, 3);
  const told = [];
  const groups = pile.groups((progress) => { told.push(progress); });
  assert.equal(groups.length, 1);
  assert.deepEqual(groups[0].members.map((m) => [m.id, m.relation, m.similarity]), [["a", "identical", 1], ["b", "identical", 1]]);
  assert.ok(groups[0].members[0].of == null && groups[0].members[1].of === "a");
  assert.ok(told.length > 0 && told.every((p) => p.done <= p.of && typeof p.ms === "number"));
  refused(() => pile.groups(() => false), "stopped");
  pile.free();
});

test("the version is the package's", () => {
  assert.equal(version(), JSON.parse(fs.readFileSync(new URL("../www/pkg/package.json", import.meta.url), "utf8")).version);
});
