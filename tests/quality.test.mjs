// The scorers of tests/quality, on rows of which the right answer is plain.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as api from "../www/pkg/glosswire.js";
import { names } from "./quality/names.mjs";
import { documents, inside, sentences } from "./quality/passages.mjs";
import { pastes } from "./quality/pastes.mjs";
import { attributions } from "./quality/attributions.mjs";
import { quotes } from "./quality/quotes.mjs";
import { values } from "./quality/values.mjs";

api.initSync({ module: readFileSync(new URL("../www/pkg/glosswire_bg.wasm", import.meta.url)) });

/** Where words stand, in code points. @param {string} text @param {string} words @returns {[number, number]} */
function at(text, words) {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return [start, start + [...words].length];
}

/** Precision, recall and F1 of a line. @param {string} line */
const figures = (line) => [...line.matchAll(/(?:P|R|F1) +([\d.]+)/g)].map(([, figure]) => Number(figure));

const text = "😀 In Oslo, President Ada Tveit of Norway said on 12 May 2031: “We waited too long.” Repairs cost $44 million.";

test("names: titles do not count, a wrong type and a missing name do", () => {
  const right = [[...at(text, "Oslo"), "LOC"], [...at(text, "President Ada Tveit"), "PER"], [...at(text, "Norway"), "LOC"]];
  assert.deepEqual(figures(names(api, [{ text, entities: right }])[0]), [100, 100, 100]);
  const other = [[...at(text, "Oslo"), "ORG"], ...right.slice(1), [...at(text, "Repairs"), "ORG"]];
  assert.deepEqual(figures(names(api, [{ text, entities: other }])[0]), [66.7, 50, 57.1]);
});

test("values: what they are worth, and what may be marked or not", () => {
  const value = (/** @type {string} */ words, /** @type {object} */ rest) => ({ start: at(text, words)[0], end: at(text, words)[1], ...rest });
  const rows = (/** @type {number} */ amount) => [{ text, values: [value("12 May 2031", { kind: "date", iso: "2031-05-12/2031-05-12" }), value("$44 million", { kind: "money", amount, currency: "USD" })], not_values: [at(text, "Oslo"), at(text, "May")] }];
  assert.deepEqual(values(api, rows(44e6)).slice(0, 2).map(figures), [[100, 100, 100], [100, 100, 100]]);
  assert.deepEqual(values(api, rows(45e6)).slice(0, 2).map(figures), [[100, 100, 100], [50, 50, 50]]);
  assert.match(values(api, rows(44e6))[2], /1 of 2/);
  const loose = rows(44e6);
  Object.assign(loose[0].values[1], { optional: true });
  assert.deepEqual(figures(values(api, loose)[0]), [100, 100, 100]);
});

test("quotes: the marks, and who is named", () => {
  const row = (/** @type {string} */ source, /** @type {string} */ quoted) => [{ text, attributions: [{ quoted: [at(text, quoted)], source: [at(text, source)] }] }];
  assert.deepEqual(quotes(api, row("Ada Tveit", "We waited too long")).map(figures), [[100, 100, 100], [100, 100, 100]]);
  assert.deepEqual(quotes(api, row("Oslo", "We waited too long")).map(figures), [[100, 100, 100], [0, 0, 0]]);
  assert.deepEqual(quotes(api, row("Ada Tveit", "Repairs cost")).map(figures), [[0, 0, 0], [0, 0, 0]]);
});

test("attributions: reported words, their source, and the words that report", () => {
  const row = (/** @type {string} */ source, /** @type {string} */ content, /** @type {string} */ cue) => [{ text, attributions: [{ content: [at(text, content)], source: [at(text, source)], cue: [at(text, cue)] }] }];
  const all = attributions(api, row("Ada Tveit", "We waited too long", "said"));
  assert.deepEqual(all.map(figures), [[100, 100, 100], [100, 100, 100], [100, 100, 100]]);
  assert.deepEqual(attributions(api, row("Oslo", "We waited too long", "Oslo")).map(figures), [[100, 100, 100], [0, 0, 0], [0, 0, 0]]);
  assert.deepEqual(attributions(api, [{ text, attributions: [{ quoted: [at(text, "We")], source: [] }] }]), []);
});

test("passages: what is said, changed and new; copies in a pile", () => {
  const [shut, open, other] = ["The harbour of Calder was shut on Monday after 40 gates had failed.", "The harbour of Calder was shut on Monday after 41 gates had failed.", "Divers searched the silt for the lost anchor of the ferry until dusk."];
  const B = [{ s: shut, label: "identical" }, { s: open, label: "changed" }, { s: other, label: "new" }, { s: "More", label: "boiler" }];
  const found = sentences(api, [{ A: [shut], B }]);
  assert.deepEqual([figures(found[0]), /of 3 sentences/.test(found[0])], [[100, 100, 100], true]);
  const wrong = sentences(api, [{ A: [shut], B: [{ s: shut, label: "changed" }] }]);
  assert.match(wrong.join("\n"), /changed .*folded away 100\.0 % of 1/);
  assert.deepEqual(figures(inside(api, [{ sents: [{ s: shut, label: "new" }, { s: other, label: "new" }, { s: shut, label: "identical" }] }])[0]), [100, 100, 100]);
  const long = `${shut} ${other} `.repeat(1) + "Crews from three towns worked through the night to free the ferry, and the council met at dawn to hear the engineers.";
  const pile = [{ id: 1, cluster: "a", text: long }, { id: 2, cluster: "a", text: long }, { id: 3, cluster: "b", text: text.repeat(2) }];
  assert.deepEqual(figures(documents(api, pile)[0]), [100, 100, 100]);
  assert.deepEqual(figures(documents(api, pile.map((row) => ({ ...row, cluster: row.id === 2 ? "b" : "a" })))[0]), [0, 0, 0]);
});

test("pastes: runs of four words of the body", () => {
  const body = "The harbour of Calder was shut on Monday after forty gates had failed in the night.\n\nDivers searched the silt for the lost anchor of the ferry until dusk, the council said.";
  assert.deepEqual(figures(pastes(api, [{ clip_plain: body, gold: body }])[0]), [100, 100, 100]);
  assert.ok(figures(pastes(api, [{ clip_plain: body, gold: body.slice(0, 80) }])[0])[0] < 60);
});
