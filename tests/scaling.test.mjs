// Scaling: the time that the core takes grows with the text, and not with its square. Every kind of fragment that a text may be made of is repeated
// to a text and to one twice as long; the longer may take 2.6 times as long. What counts is the ratio of the best times of both, measured in turns and
// again while it is too high: other work on the machine can only lengthen a time, so that a slow moment passes and a square stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Deduplicator, annotate, compare, initSync, segments } from "../www/pkg/glosswire.js";

console.warn = () => {};                       /* the core says on the console what it cut short; here that would be said thousands of times */
initSync({ module: readFileSync(new URL("../www/pkg/glosswire_bg.wasm", import.meta.url)) });

/** How many times as long twice the input may take. A sort takes little more than 2, a square 4. */
const MOST = 2.6;
/** The shorter of two inputs takes at least so long, in milliseconds: below that the clock and the compiler are measured. */
const ENOUGH = 12;
/** How often two inputs are measured before their ratio is believed. */
const TIMES = 12;

/** Fragments of every kind. A line end makes paragraphs of them, a space words of one sentence. @type {Record<string, string[]>} */
const FRAGMENTS = {
  "words": ["a ", "the harbour ", "Calder ", "Ana Brockmann ", "ABC ", "aB ", "x", "X", "and of the ", "Bank of the ", "of Calder and "],
  "names": ["Mr. Orlund ", "J. R. ", "U.S. ", "Minister of Trade Ada Tveit, ", "the Calder Harbour Board (CHB) ", "St. ", "van der Berg ", "Vane, Vane and ", "Vane said Moss said "],
  "speech": ["“", "”", "\"", "'", "‘a’ ", "\"a\" ", "“A “b ", "«a» ", "“We wait,” Vane said. ", "Vane said that ", "he said ", "she said he said ", "VANE: no.\n", "“No.\n\n", "according to "],
  "figures": ["1", "1,", "1.", "1 ", "$1 ", "$", "€1m to ", "10% ", "12 May ", "12/", "2031-05-", "Tuesday ", "two hundred and ", "half a ", "3-", "at least ", "1 km ", "0", "9:30 ", "aged 3 and ", "1,€", "$1,", "2 to ", "1/2 ", "a million ", "more than ", "1\u00a0000 ", "+1 ", "(1) ", "1 or ", "five of ", "July 1 "],
  "signs": [".", ". ", ",", ", ", "-", "- ", "—", "(", ")", "[a] ", "&", "/", "%", "…", "!", "? ", "a-", "a.", "a@", "www.a.", "https://a.b/", "#a ", "|", "• "],
  "lines": ["\n", "a\n", "\n\na", "Calder\n", "5 min read\n", "By Ana Brockmann\n", "Photo: Vane\n", "The harbour was shut on Monday.\n\n", "\r\n", "a\tb\n", "Related: Calder\n", "© 2031\n"],
  "letters": ["é", "ß", "Ж", "漢", "あ。", "ا ", "ก", "😀", "👨‍👩‍👧", "e\u0301", "\u200b", "\u00a0", "\ufeff", "\u202e", "\0", "\ud800", "İ"],
};

/** The text of so many units that repeats a fragment. @param {string} fragment @param {number} length */
const repeated = (fragment, length) => fragment.repeat(Math.ceil(length / fragment.length));

/** @param {() => unknown} job */
function took(job) {
  const began = performance.now();
  job();
  return performance.now() - began;
}

/**
 * How many times as long the job takes with twice the size; the size grows from `from` until it takes long enough, at most to `to`.
 * @param {(size: number) => () => unknown} made makes the job for a size
 * @param {number} from
 * @param {number} to
 */
function growth(made, from, to) {
  let size = from;
  while (took(made(size)) < ENOUGH && size < to) size *= 2;
  const grown = doubled(made, size);
  /* where more memory is asked for, or a cache is full, one doubling takes longer: a square shows in the next one too */
  return grown.ratio > MOST ? doubled(made, 2 * size) : grown;
}

/** @param {(size: number) => () => unknown} made @param {number} size */
function doubled(made, size) {
  const jobs = [made(size), made(2 * size)];
  const best = [Infinity, Infinity];
  for (let time = 0; time < TIMES && (time < 2 || best[1] > MOST * best[0]); time += 1) jobs.forEach((job, each) => (best[each] = Math.min(best[each], took(job))));
  return { size, ratio: best[1] / best[0], best };
}

/** @param {string} what @param {ReturnType<typeof growth>} grown */
function linear(what, { size, ratio, best }) {
  assert.ok(ratio <= MOST, `${what}: twice ${size} takes ${ratio.toFixed(2)} times as long (${best.map((ms) => ms.toFixed(1)).join(" and ")} ms)`);
}

test("a square is told from a line", () => {
  const square = growth((size) => () => {
    let sum = 0;
    for (let at = 0; at < size; at += 1) for (let other = 0; other < size; other += 1) sum += at ^ other;
    return sum;
  }, 1 << 8, 1 << 16);
  assert.throws(() => linear("a square", square), /takes [34]\.\d\d times as long/);
});

for (const [kind, fragments] of Object.entries(FRAGMENTS)) {
  test(`a text twice as long takes about twice as long: ${kind}`, () => {
    for (const fragment of fragments) linear(JSON.stringify(fragment), growth((size) => {
      const text = repeated(fragment, size);
      return () => annotate(text);
    }, 1 << 16, 1 << 19));
  });
}

test("segments of twice as many marks", () => {
  linear("segments", growth((size) => {
    const annotated = annotate(repeated("“We wait,” Ana Brockmann said in Calder on 12 May 2031. ", size));
    return () => segments(annotated, ["person", "place", "date", "quote"]);
  }, 1 << 14, 1 << 19));
});

/** Words that differ from place to place, the same in every run. @param {number} seed */
function* words(seed) {
  for (let state = seed + 1; ; ) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223 >>> 0;
    yield `w${(state >>> 8) % 20_011}`;
  }
}

/** Sentences of such words. @param {number} length @param {number} seed */
function prose(length, seed) {
  let text = "";
  const next = words(seed);
  for (let at = 0; text.length < length; at += 1) text += `${next.next().value}${at % 12 === 11 ? ".\n\nThe " : " "}`;
  return text;
}

/** Names that differ from place to place. @param {number} length @param {(name: string, other: string) => string} told */
function people(length, told) {
  const next = words(3);
  const name = () => [1, 2].map(() => [..."abcdefghijklmnopqrstuvwxyz"].slice(Number(next.next().value.slice(1)) % 20).slice(0, 6).join("")).map((word) => word[0].toUpperCase() + word.slice(1)).join(" ") + next.next().value;
  let text = "";
  while (text.length < length) text += told(name(), name());
  return text;
}

test("a text twice as long takes about twice as long: another name at every place", () => {
  for (const [what, told] of /** @type {[string, (name: string, other: string) => string][]} */ ([
    ["people", (name) => `${name} spoke. `],
    ["people with offices that are told later", (name, other) => `Minister ${name} met Governor ${other}. The chairwoman left, the mayor said.\n\n`],
    ["speakers", (name, other) => `“No,” said ${name}. ${other} said that he had gone, and she agreed.\n\n`],
    ["bodies and their short forms", (name) => `The ${name} Harbour Board (${name.slice(0, 2).toUpperCase()}) and the board said no.\n\n`],
    ["figures", (name) => `${name} paid $${name.length}${name.charCodeAt(1)} for ${name.charCodeAt(0)} ships on 3 May ${1900 + name.charCodeAt(2)}. `],
  ])) linear(what, growth((size) => {
    const text = people(size, told);
    return () => annotate(text);
  }, 1 << 17, 1 << 20));
});

test("a comparison of articles twice as long", () => {
  for (const [what, two] of /** @type {[string, (size: number) => string[]][]} */ ([
    ["the same twice", (size) => [prose(size, 1), prose(size, 1)]],
    ["nothing in common", (size) => [prose(size, 1), prose(size, 2)]],
    ["one sentence again and again", (size) => [repeated("The harbour of Calder was shut on Monday. ", size), repeated("The harbour of Calder was shut on Tuesday. ", size)]],
    ["one word", (size) => [repeated("Calder ", size), repeated("calder ", size)]],
  ])) linear(what, growth((size) => {
    const articles = two(size).map((text, each) => ({ id: `a${each}`, text }));
    return () => compare(articles);
  }, 1 << 14, 1 << 18));
});

test("a pile of twice as many articles", () => {
  for (const [what, article] of /** @type {[string, (each: number) => string][]} */ ([
    ["all the same", () => prose(1_500, 1)],
    ["all different", (each) => prose(1_500, each)],
    ["all cut from one", (each) => prose(3_000, 1).slice(0, 600 + each % 2_400)],
    ["all empty", () => ""],
    ["with one beginning", (each) => prose(700, 1) + prose(700, each)],
  ])) linear(what, growth((size) => {
    const texts = Array.from({ length: size }, (_, each) => article(each));
    return () => {
      const pile = new Deduplicator({});
      texts.forEach((text, each) => pile.add(`a${each}`, text));
      pile.groups();
      pile.free();
    };
  }, 64, 4_096));
});
