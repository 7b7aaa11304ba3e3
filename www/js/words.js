// Words: every text of the interface, in English. Another language is one more file with the same names. Plain and short, in the
// reader's terms; verbs on buttons; counts before adjectives; an error says what did not happen, what is unharmed, and ways on.

import { tidy } from "./thing.js";

/** @typedef {import("./thing.js").Thing} Thing */
/** @typedef {import("./thing.js").Things} Things */
/** @typedef {import("./types.js").Status} Status */

/** A number as English writes it. The browser's own formatters are slow to make, and a page should show its first mark sooner. @param {number} n */
const number = (n) => {
  if (!Number.isFinite(n)) return String(n);
  const [whole, part] = String(Math.round(Math.abs(n) * 1000) / 1000).split(".");
  return `${n < 0 ? "−" : ""}${whole.includes("e") ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${part ? `.${part}` : ""}`;
};
const many = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

/** Texts that stand in the page's skeleton, by their `data-word`. @type {Record<string, string>} */
export const skeleton = {
  skip: "Skip to the article",
  keysButton: "Keys",
  compareButton: "Compare with a second article",
  compareShort: "Compare",
  againButton: "Start again",
  boxLabel: "Paste a news article",
  promise: "See who said what, when, where and how much. Nothing leaves this page.",
  sampleButton: "Try a sample",
  samplesButton: "Try two samples: what is new in the second?",
  filesButton: "Open files",
  folderButton: "Sort a folder of articles",
  specimen: "What you will see",
  marks: "Marks",
  facts: "Facts",
  close: "Close",
  keysTitle: "Keys",
  keysFoot: "Letters work everywhere but in a text field. There they are letters.",
  lettersOn: "Single letters and digits as keys",
  dropHint: "Drop it here",
  prove: "Prove it",
  carry: "Send an article here from any page",
  proveToo: "Prove that nothing leaves this page",
  deskButton: "Desk",
  deskKept: "What is kept on this device",
  saveButton: "Save as",
};

export const words = {
  site: "Glosswire",
  emptyTitle: "Glosswire: paste a news article",
  boxHint: "Paste here, or drop a file. The marks appear at once.",
  secondLabel: "Paste the second article",
  secondPromise: "What the first already says will fade; what is new will stand.",
  secondHint: "Paste the other article here, or drop its file.",
  editLabel: "Edit the text",
  back: "Back to the article",
  doneEditing: "Done",
  edit: "Edit text",
  cite: "Copy with source",
  citeShort: "Copy",
  citeThis: (/** @type {string} */ what) => `Copy with source: ${what}`,
  takeOut: "Take out",
  close: "Close",
  cancel: "Cancel",
  tryAgain: "Try again",
  number,
  articles: "Articles",
  wordCount: (/** @type {number} */ n) => many(n, "word"),
  sentenceCount: (/** @type {number} */ n) => many(n, "sentence"),
  markCount: (/** @type {number} */ n) => many(n, "mark"),
  untitled: (/** @type {number} */ n) => `Article ${n}`,
  day: (/** @type {string} */ iso) => day(iso, true),
  date: (/** @type {string} */ iso) => date(iso),
  noDate: "No date found",
  first: "Earlier",
  later: "Later",
  quiet: "Quiet repeats of a name",
  compareNote: "In a comparison the kinds are hairlines. Point at one to see it in full.",
  look: /** @type {Record<string, string>} */ ({
    person: "Person", org: "Organisation", place: "Place", group: "Group", other: "Other name", date: "Date, time", money: "Money",
    percent: "Percentage", count: "Counted", quote: "Quote", term: "Own term",
  }),
  kind: /** @type {Record<string, string>} */ ({
    person: "Person", organization: "Organisation", place: "Place", group: "Group", event: "Event", product: "Product", work: "Work", law: "Law",
    date: "Date", time: "Time", duration: "Length of time", money: "Money", percent: "Percentage", quantity: "Counted", number: "Number",
    ordinal: "Place in an order", quote: "Quote", repeat: "Repeat", term: "Own term",
  }),

  /* what is set aside */
  aside(/** @type {number} */ n, /** @type {string[]} */ roles, /** @type {boolean} */ again) {
    const what = [roles.includes("furniture") && (again ? "parts of the page, the headline again" : "parts of the page"), roles.includes("related") && "links to other articles"];
    return `${many(n, "line")} set aside: ${what.filter(Boolean).join(", ")}`;
  },
  bringBack: "bring back",
  setAside: "set aside",
  turn: (/** @type {boolean} */ aside, /** @type {string} */ line) => (aside ? `Bring this line back into the article: ${line}` : `Set this line aside: ${line}`),
  turned: (/** @type {boolean} */ aside) => (aside ? "The line is back in the article." : "The line is set aside."),
  sameAs: (/** @type {number} */ paragraph) => (paragraph ? `Same as paragraph ${paragraph}` : "Same as further up"),
  placeName(/** @type {number} */ paragraph, /** @type {string | undefined} */ role) {
    if (role === "headline") return "the headline";
    if (role === "furniture" || role === "related") return "a line set aside";
    if (role === "standfirst" || role === "caption" || role === "subheading") return `the ${role}`;
    return paragraph ? `paragraph ${paragraph}` : "the top";
  },
  saysAgain: "says again what is said in",

  /* facts */
  factsLabel: "Facts of this article",
  noFacts: "Nothing to tell yet: no names, figures or quotations were found.",
  noSpeaker: "Speaker not told",
  section: { said: "Said", names: "Names", figures: "Figures", times: "Timeline", repeats: "Repeats", telling: "In short", match: "Same place", changed: "Changed", quotes: "Quotes", gone: "Left out" },
  matchAndFigures: "Match, figures",
  addAnother: "Add another article",
  heading: /** @type {Record<string, string>} */ ({
    said: "Who said what", telling: "The most telling sentences", match: "In the earlier article", changed: "Changed facts", ledger: "Figures in both",
    quotes: "Quoted differently", gone: "Left out here",
  }),
  table: { name: "Name", where: "Where", times: "Times", said: "What is told", was: "Was", now: "Now", counts: "What it counts", earlier: "Earlier", here: "Here" },
  showMore: (/** @type {number} */ n) => `Show ${number(n)} more`,
  placesHere: (/** @type {number} */ n) => `${number(n)} in this article`,
  placesAt(/** @type {number[]} */ places, /** @type {number} */ length) {
    const thirds = [0, 0, 0];
    for (const at of places) thirds[Math.min(2, Math.floor((at / Math.max(1, length)) * 3))] += 1;
    const told = ["near the start", "in the middle", "near the end"].map((where, index) => (thirds[index] ? `${thirds[index]} ${where}` : "")).filter(Boolean);
    return `${many(places.length, "place")}: ${told.join(", ")}`;
  },
  card: { speaker: "Speaker", cue: "Told by", why: "Why", sure: "How sure", places: "Places", also: "Also here:", next: "Next", previous: "Previous", of: (/** @type {number} */ n, /** @type {number} */ of) => `${number(n)} of ${number(of)}` },

  /* comparing */
  verdict: (/** @type {number} */ n, /** @type {number} */ of) => [`${number(n)} of ${number(of)}`, `${of === 1 ? "sentence" : "sentences"} ${n === 1 ? "is" : "are"} new`],
  status: /** @type {Record<Status, string>} */ ({ new: "New", changed: "Changed", extends: "Extended", said: "Already said" }),
  statusLabel(/** @type {Status} */ status, /** @type {string} */ told) {
    if (status === "new") return "New. Nothing earlier says it";
    if (status === "changed") return `Changed${told ? `: ${told}` : ""}. Show the earlier sentence`;
    return status === "extends" ? "Extended. Show what the earlier article had" : "Already said. Show where";
  },
  wasNow: (/** @type {string} */ was, /** @type {string} */ now) => `was ${was || "not there"}, now ${now || "left out"}`,
  nothing: "not there",
  showStatuses: "Show sentences that are",
  nextNews: "next news",
  wire: "The article from start to end, one tick a sentence",
  tickLabel: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ of, /** @type {Status} */ status) =>
    `${from === to ? `Sentence ${number(from)}` : `Sentences ${number(from)} to ${number(to)}`} of ${number(of)}: ${words.status[status].toLowerCase()}`,
  againstLabel: (/** @type {number} */ n) => (n === 1 ? "Against the earlier article" : `Against ${number(n)} earlier articles`),
  chooseSentence: "Choose a sentence to see where the earlier article says it.",
  noMatch: (/** @type {number} */ n) => (n === 1 ? "The earlier article has nothing like it." : "No earlier article has anything like it."),
  inEarlier: (/** @type {string} */ title, /** @type {number} */ paragraph, /** @type {boolean} */ several) =>
    `In ${several ? `“${title}”` : "the earlier article"}${paragraph ? `, paragraph ${paragraph}` : ", above its first paragraph"}`,
  matchLabel: (/** @type {number} */ paragraph) => (paragraph ? `earlier, ¶ ${paragraph}` : "earlier, top"),
  relation: { identical: "Word for word.", near: "In nearly the same words.", contained: "As part of a longer passage.", samePoint: "Perhaps the same point, in other words." },
  openThere: "Open there",
  counted: (/** @type {string} */ what) => ({ percent: "per cent", USD: "US dollars", EUR: "euros", GBP: "pounds" })[what] ?? what,
  goneNote: (/** @type {number} */ n) => (n === 1 ? "One sentence of the earlier article has no match in this one:" : `${number(n)} sentences of the earlier article have no match in this one:`),

  /* work and what can go wrong */
  reading: (/** @type {number} */ letters) => `Reading ${letters < 1e6 ? `${number(Math.round(letters / 1000))},000` : `${number(Math.round(letters / 1e5) / 10)} million`} characters`,
  comparing: (/** @type {number} */ n) => `Comparing ${number(n)} articles`,
  doneOf: (/** @type {number} */ done, /** @type {number} */ of) => (of ? `${number(done)} of ${number(of)}` : ""),
  shown: (/** @type {string} */ title, /** @type {number} */ marks) => `${title || "The article"}: ${many(marks, "mark")}`,
  nothingPasted: { title: "There is no text in what was pasted", body: "Copy the article’s words and paste again. What is on the page is as it was." },
  imagePasted: { title: "That is a picture, and Glosswire reads text", body: "Open the article itself, select its words, copy and paste them here. What is on the page is as it was." },
  tooLong: { title: "The text is too long to mark", body: "It stands below unmarked, every word of it. Split it into parts and paste them one by one." },
  crash: { title: "The marks could not be made", body: "Something in this text stopped the engine. A new one has been started; your text stands below, unmarked and complete." },
  compareFailed: { title: "The articles could not be compared", body: "Each of them stands on its own tab, marked and complete." },
  cancelled: { title: "Stopped", body: "The text was not marked. It is kept." },
  load: { title: "The engine could not be loaded", body: "Your text is kept. Check the connection to where this page comes from, and try again." },
  other: (/** @type {string} */ message) => ({ title: "That did not work", body: `${message}. Your text is as it was.` }),
  partMissing: { title: "A part of the page could not be loaded", body: "It is fetched when it is first asked for, and the server of this page did not answer. Your text is as it was. Check the connection and try again." },
  showPlain: "Show it without marks",
  alone: "Show alone",
  full: (/** @type {number} */ most) => ({ title: `${number(most)} articles are on the desk already`, body: "Take one out first, or start again. What you pasted was not added; what is on the page is as it was." }),
  cleared: "Bring back what was here",
  limits: (/** @type {string[]} */ why) => `Not everything was marked: ${why.join(" ")}`,
  refusedTitle: (/** @type {number} */ n) => (n === 1 ? "One file was not opened" : `${number(n)} files were not opened`),
  refused: /** @type {Record<string, (name: string) => string>} */ ({
    image: (name) => `“${name}” is a picture. Open the article, select its words, copy and paste them here.`,
    pdf: (name) => `“${name}” is a PDF. Open it, select all, copy, and paste the text here.`,
    office: (name) => `“${name}” is a word processor’s file. Open it, select all, copy, and paste the text here; or save it as plain text.`,
    binary: (name) => `“${name}” is not a text file. Only plain text, saved web pages and saved mails can be opened.`,
    encoding: (name) => `“${name}” is not in UTF-8 and does not say in what else, so its letters can’t be told for certain. Open it in an editor, copy the text and paste it here.`,
    huge: (name) => `“${name}” is larger than 64 MB. Split it first.`,
    unread: (name) => `“${name}” could not be read. Perhaps it was moved; choose it again.`,
    empty: (name) => `“${name}” has no text in it.`,
  }),
  unharmed: "Nothing else has changed.",
  moreFiles: (/** @type {number} */ n) => `And ${number(n)} more.`,

  /* the pile */
  pile: {
    reading: "Reading the files",
    grouping: "Finding twins",
    title: (/** @type {number} */ n, /** @type {number} */ stories, /** @type {boolean} */ rows) => `${many(n, rows ? "article" : "file")} tell ${many(stories, "story", "stories")}`,
    soFar: (/** @type {number} */ files) => `${many(files, "file")} read so far`,
    heading: "The pile",
    stats: { read: "Files read", readOfRows: "Articles read", groups: "Groups of twins", inside: "In those groups", single: "Without a twin", unread: "Could not be read" },
    files: (/** @type {number} */ n, /** @type {boolean} */ rows) => many(n, rows ? "article" : "file"),
    table: ["Keep", "File", "Words", "Same text", "How alike"],
    kept: "kept",
    relation: /** @type {Record<string, string>} */ ({ identical: "the same words", near: "small differences", contained: "one holds the other" }),
    shortWhy: /** @type {Record<string, string>} */ ({ identical: "same text", near: "same text, small changes", contained: "same text, cut or longer" }),
    keep: (/** @type {string} */ name) => `Keep ${name}`,
    single: (/** @type {number} */ n, /** @type {boolean} */ rows) => `${many(n, rows ? "article" : "file")} ${n === 1 ? "has" : "have"} no twin`,
    compare: "Compare these",
    note: "Your files stay where they are.",
    memory: (/** @type {number} */ bytes) => `To tell them apart took ${bytes < 100_000 ? `${number(Math.ceil(bytes / 1_000))} KB` : `${number(Math.round(bytes / 100_000) / 10)} MB`} of memory.`,
    row: (/** @type {string} */ name, /** @type {number} */ row) => `${name}, row ${number(row)}`,
    list: {
      save: "Save the list", saved: "The list is saved.", file: "glosswire-pile.csv", yes: "yes", no: "no", alone: "without a twin",
      columns: ["Group", "Keep", "File", "Row", "Title", "Words", "Same text", "How alike"],
    },
    percent: (/** @type {number} */ share) => `${number(Math.round(share * 100))}%`,
  },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @param {string} iso @param {boolean} [long] */
function day(iso, long) {
  const time = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return iso;
  const names = [WEEKDAYS[time.getUTCDay()], MONTHS[time.getUTCMonth()]].map((name) => (long ? name : name.slice(0, 3)));
  return `${names[0]}, ${time.getUTCDate()} ${names[1]} ${time.getUTCFullYear()}`;
}

/** A date of the engine in words: a day, month, year, decade, century, or from one to another. @param {string} iso @returns {string} */
function date(iso) {
  if (iso.includes("/")) return iso.split("/").map(date).join(" to ");
  if (DAY.test(iso)) return day(iso);
  if (/^\d{4}-\d{2}$/.test(iso)) return `${MONTHS[Number(iso.slice(5)) - 1] ?? iso.slice(5)} ${iso.slice(0, 4)}`;
  if (/^\d{3}X$/.test(iso)) return `${iso.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(iso)) return `${iso.slice(0, 2)}00s`;
  return iso;
}

/** What a thing is, in a line. @param {Thing} thing @param {Things} things @param {boolean} [short] */
export function kindLine(thing, things, short = false) {
  const kind = words.kind[thing.kind] ?? thing.kind;
  if (thing.entity) {
    const about = short ? thing.entity.name : thing.entity.descriptions.slice(0, 3).join(", ");
    return about ? `${kind}: ${about}` : kind;
  }
  if (thing.quote) {
    const form = { direct: "Quoted word for word", mixed: "Partly quoted", indirect: "Reported without marks", headline: "Quoted in the headline" }[thing.quote.form] ?? kind;
    return short ? `${kind}: ${things.speaker(thing.quote) ?? words.noSpeaker}` : form;
  }
  return short ? `${kind}: ${tidy(things.slice(thing.spots[0]))}` : kind;
}

/** The name of a mark for a screen reader: what stands there, what it is, how often. @param {Thing} thing @param {Things} things @param {string} text */
export function aboutThing(thing, things, text) {
  const own = tidy(text);
  const kind = words.kind[thing.kind] ?? thing.kind;
  if (thing.entity) {
    const name = thing.entity.name;
    const places = many(thing.spots.length, "place");
    return own === name ? `${kind}: ${name}, ${places}` : `${own}. ${kind}: ${name}, ${places}`;
  }
  if (thing.quote) return `${own}. ${kind}: ${things.speaker(thing.quote) ?? words.noSpeaker}`;
  if (thing.value) {
    const told = valueLines(thing.value).map(([label, value]) => `${label.toLowerCase()} ${value}`).join(", ");
    return `${kind}: ${own}${told ? `, ${told}` : ""}`;
  }
  return `${kind}: ${own}`;
}

/** What a figure is worth, as rows of label and value. @param {import("./types.js").Value} value @returns {[string, string][]} */
export function valueLines(value) {
  /** @type {[string, string][]} */
  const rows = [];
  const bounds = /** @type {Record<string, string>} */ ({ about: "about ", atLeast: "at least ", atMost: "at most ", moreThan: "more than ", lessThan: "less than " });
  const bound = bounds[value.bound ?? ""] ?? "";
  if (value.kind === "date") rows.push(["Date", value.iso ? date(value.iso) : "Can’t be told for certain"]);
  else if (value.kind === "time") rows.push(["Time", [(value.iso ?? "").replaceAll("T", "").replace("/", " to "), value.zone].filter(Boolean).join(" ") || "Can’t be told for certain"]);
  else if (typeof value.amount === "number") {
    const amount = number(value.amount) + (typeof value.to === "number" ? (value.form === "score" || value.form === "vote" ? `–${number(value.to)}` : ` to ${number(value.to)}`) : "");
    const unit = value.kind === "money" ? value.currency ?? "" : value.kind === "percent" ? percentUnit(value) : value.kind === "duration" ? plural(value.amount, value.unit ?? "") : value.counts ? `(counted: ${value.counts})` : value.unit ?? "";
    rows.push(["Value", `${bound}${amount}${value.kind === "percent" && unit === "%" ? "" : unit && " "}${unit}${value.per ? ` per ${value.per}` : ""}`]);
  }
  if (value.alternatives?.length) rows.push(["Or", value.alternatives.map(date).join(", ")]);
  if (value.si && value.si.unit !== value.unit) rows.push(["That is", `${number(value.si.amount)} ${value.si.unit}`]);
  return rows;
}

/** @param {import("./types.js").Value} value */
function percentUnit(value) {
  return value.form === "percentagePoints" ? "percentage points" : value.form === "basisPoints" ? "basis points" : "%";
}

/** @param {number} n @param {string} unit */
function plural(n, unit) {
  return n === 1 || !unit ? unit : `${unit}s`;
}

/** The words of a quotation in the marks of its form; those of reported words are their own. @param {string} form @param {string} text */
export function inMarks(form, text) {
  return form === "direct" ? `“${text}”` : form === "headline" ? `‘${text}’` : text;
}

/** How words are reported, under a saying. @param {import("./types.js").Quote} quote @param {Things} things */
export function howSaid(quote, things) {
  const told = quote.cue ? tidy(things.slice(quote.cue)) : "";
  const cue = /\p{L}/u.test(told) ? told : "";                             /* not the colon of a heading */
  const form = { direct: "", mixed: "partly quoted", indirect: "reported", headline: "quoted in the headline" }[quote.form] ?? "";
  return [cue, form].filter(Boolean).join(", ") || "quoted";
}

/** How sure, in words and a number. @param {number} confidence */
export function sure(confidence) {
  const told = confidence >= 0.95 ? "Almost certain" : confidence >= 0.8 ? "Very likely" : confidence >= 0.6 ? "Likely" : "A guess";
  return `${told}, ${Math.round(confidence * 100)} of 100`;
}

/** Why the engine thinks so: its rule in words; a rule without words of its own is named. @param {Thing} thing @param {Things} things */
export function whyOf(thing, things) {
  const record = thing.entity ?? thing.value ?? thing.quote ?? thing.repeat;
  const rule = record?.rule ?? "";
  const known = rules[rule];
  const base = known ?? (rule ? `By the rule “${rule.replace(/[-_.]/g, " ")}”.` : thing.term ? "One of your own terms." : "");
  if (!thing.entity) return base;
  const others = [...new Set(thing.entity.mentions.filter((mention) => mention.form !== "name").map((mention) => tidy(things.slice(mention))))].filter((text) => text !== thing.entity?.name);
  if (others.length === 0) return base;
  return `${base} ${others.slice(0, 4).map((text) => `“${text}”`).join(", ")} ${others.length > 1 ? "are" : "is"} taken to be the same.`;
}

/** Rules of the engine in words. @type {Record<string, string>} */
const rules = {
  "corrected by the reader": "You said so.",
  /* names */
  tagger: "By the words around it, and by how the article uses it elsewhere.",
  lexicon: "Stands in the engine’s list of known names.",
  shape: "Written like a name: capitals, and the words around it fit.",
  title: "A title stands before it.",
  "role before": "A role stands before it.",
  "surname of a full name": "A surname; the full name stands elsewhere in the article.",
  "acronym of a long name": "The letters of a longer name in the article.",
  "organization head": "Ends in a word that organisations are named with.",
  "known organization and more": "A known organisation with a word that belongs to it.",
  "event head": "Ends in a word that events are named with.",
  "law head": "Ends in a word that laws are named with.",
  "work head": "Ends in a word that works are named with.",
  "place head": "Has a word that places are named with.",
  /* figures and dates */
  ago: "Counted back from the day of the article.",
  before: "Counted from the day of the article.",
  relative: "Counted from the day of the article.",
  overnight: "The night before the day of the article.",
  weekday: "The weekday nearest to the day of the article that fits the tense.",
  weekend: "The weekend nearest to the day of the article.",
  month: "A date written with its month.",
  iso: "A date written in figures.",
  figures: "A date written in figures.",
  year: "Four figures that stand where a year stands.",
  years: "A stretch of years.",
  decade: "A decade.",
  century: "A century.",
  season: "A season.",
  quarter: "A part of a year.",
  clock: "A time of day.",
  length: "A number with a unit of time.",
  count: "A number with what it counts.",
  number: "A number in words or figures.",
  ordinal: "A place in an order.",
  rank: "A place in an order.",
  percent: "A number with “per cent” or its sign.",
  share: "A part of a whole in words.",
  sign: "A number with the sign of a currency.",
  unit: "A number with a unit.",
  /* quotations */
  pronoun: "The words beside it name the speaker by a pronoun, taken to mean the name told.",
  inverted: "“Said” and the speaker stand beside it.",
  "subject-before-cue": "The speaker and a verb of saying stand beside it.",
  "according-to": "“According to” names the source.",
  continued: "The speaker of the words before goes on.",
  "previous-paragraph": "The paragraph before names the speaker.",
  "next-paragraph": "The paragraph after names the speaker.",
  nearby: "The nearest speaker told beside it.",
  colon: "A name and a colon stand before it.",
  "heading-colon": "A name and a colon stand before it in the headline.",
  script: "A name and a colon begin the line, as in a transcript.",
  indirect: "A verb of saying leads it in.",
  none: "The article does not say whose words these are.",
  /* repeats */
  "same-words": "Word for word what stands further up.",
  "harmless-differences": "The words further up, with harmless differences.",
  "part-of-a-longer": "Part of a longer sentence further up.",
};

/** The key sheet: what each key does. */
export const keyWords = {
  move: "Move in the article", show: "Show and hide", compare: "Compare", page: "Page",
  nextMark: "Next or previous mark", sameMark: "Next or previous place of this name", sentence: "Next or previous sentence", tell: "Tell about this mark", fold: "Open or close the grey lines",
  names: "Names: person, organisation, place, group, other", values: "Values: date, money, percentage, counted", quote: "Quotes, own terms", quiet: "Quiet repeats of a name",
  second: "Add a second article", news: "Next or previous news", match: "Same place in the other article", tab: "Next or previous article",
  beside: "The other article beside this one", onlyNew: "Only what is new", moveTab: "On a tab: read it later or earlier", details: "Details of this article",
  sheet: "This sheet", facts: "Facts", edit: "Edit the text", save: "Save, share or print", turn: "Set this line aside, or bring it back", done: "Done editing", again: "Start again", close: "Close what is open",
};
