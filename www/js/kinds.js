// Kinds: the rows of the legend. The core knows sixteen kinds; a reader tells eleven looks apart, each with its own
// underline, box or edge, its key, and the kinds of the core that wear it.

/**
 * @typedef {object} Look
 * @property {string} look its name in the style sheet and in `words.look`
 * @property {"names" | "values" | "speech"} family
 * @property {string[]} kinds
 * @property {string} key
 * @property {string} sample
 * @property {boolean} [rare] its row stands only when there is something to count
 */

/** @type {Look[]} */
export const LOOKS = [
  { look: "person", family: "names", kinds: ["person"], key: "1", sample: "Abc" },
  { look: "org", family: "names", kinds: ["organization"], key: "2", sample: "Abc" },
  { look: "place", family: "names", kinds: ["place"], key: "3", sample: "Abc" },
  { look: "group", family: "names", kinds: ["group"], key: "4", sample: "Abc" },
  { look: "other", family: "names", kinds: ["event", "product", "work", "law"], key: "5", sample: "Abc" },
  { look: "date", family: "values", kinds: ["date", "time"], key: "6", sample: "3 Mar" },
  { look: "money", family: "values", kinds: ["money"], key: "7", sample: "2 m" },
  { look: "percent", family: "values", kinds: ["percent"], key: "8", sample: "40%" },
  { look: "count", family: "values", kinds: ["quantity", "number", "duration", "ordinal"], key: "9", sample: "60" },
  { look: "quote", family: "speech", kinds: ["quote"], key: "0", sample: "“Ab”" },
  { look: "term", family: "speech", kinds: ["term"], key: "t", sample: "Abc", rare: true },
];

/** @type {Map<string, Look>} */
const byKind = new Map(LOOKS.flatMap((row) => row.kinds.map((kind) => [kind, row])));

/** The look of a kind of the core; a repeat has one that is in no legend. @param {string} kind */
export function lookOf(kind) {
  return byKind.get(kind)?.look ?? kind;
}

/** Whether marks of this kind are names. @param {string} kind */
export function isName(kind) {
  return byKind.get(kind)?.family === "names";
}

/** Whether marks of this kind are figures or dates. @param {string} kind */
export function isValue(kind) {
  return byKind.get(kind)?.family === "values";
}
