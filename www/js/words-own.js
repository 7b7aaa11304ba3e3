// Words of one's own: the texts for correcting, for own terms and for finding. Laid out as in words.js: another language is one more file.

import { words } from "./words.js";

/** @typedef {import("./corrections/record.js").Correction} Correction */

const { number } = words;
const many = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;
const short = (/** @type {string} */ text, most = 60) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most).replace(/\s+\S*$/, "")}…` : line;
};
const a = (/** @type {string} */ kind) => `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
const kindName = (/** @type {string | undefined} */ kind) => (words.kind[kind ?? ""] ?? kind ?? "").toLowerCase();

export const ownWords = {
  correct: {
    /* on the card of a mark */
    nameLegend: (/** @type {number} */ places) => (places === 1 ? "Correct it" : `Correct it: this holds for all ${number(places)} places`),
    legend: "Correct it",
    notAName: "Not a name",
    notAValue: "Not a figure or date",
    notAQuote: "Not a quote",
    same: "The same as",
    sameNone: "Choose a name",
    join: "Join them",
    speaker: "Whose words are these?",
    speakerNone: "Nobody named",
    speakerOther: "Somebody else…",
    speakerName: "Name of the speaker",
    speakerWrong: "Write a name, or choose “Nobody named”.",
    set: "Set",
    worth: /** @type {Record<string, string>} */ ({ date: "Date, as 2026-03-09 or 2026-03", time: "Time, as 14:30" }),
    amount: "Amount, in figures",
    worthWrong: /** @type {Record<string, string>} */ ({
      date: "That is no date. Write year, month and day as 2026-03-09; a month as 2026-03; a year as 2026; from one day to another as 2026-03-09/2026-03-12.",
      time: "That is no time of day. Write hours and minutes as 14:30.",
    }),
    amountWrong: "That is no number. Write it in figures, as 1250 or 44.8.",
    everywhere: "In every other article, too",
    everywhereValue: "Wherever these words stand, in other articles too",

    /* words that were selected */
    markWords: "Mark these words",
    markAs: "Mark them as",
    markNote: (/** @type {number} */ places) => (places === 1 ? "They stand at one place in this article." : `A name is marked at all ${number(places)} places where these words stand; a figure, a date or a quotation here alone.`),
    markLong: "Too many words for a name or a figure: they can be a quotation.",
    ownTerm: "Own term…",
    sameAsOne: "or as the same as",
    asQuote: (/** @type {boolean} */ alone) => (alone ? "Whose words are these?" : "or as a quotation, said by"),
    markQuote: "Mark as a quotation",

    /* what was done */
    done(/** @type {Correction} */ { say, text, type, as }) {
      const own = `“${short(text)}”`;
      switch (say) {
        case "notAName": return `${own} is no name`;
        case "is": return `${own} is ${a(kindName(type))}`;
        case "sameAs": return `${own} is the same as “${short(as ?? "")}”`;
        case "add": return as ? `${own} is marked, the same as “${short(as)}”` : `${own} is marked as ${a(kindName(type))}`;
        case "speaker": return as ? `${own}: said by ${short(as)}` : `${own}: speaker not told`;
        case "quote": return as ? `${own} is marked as a quotation of ${short(as)}` : `${own} is marked as a quotation; nobody is named`;
        case "notAQuote": return `${own} is no quote`;
        case "value": return type ? `${own} is ${a(kindName(type))}${as ? `: ${as.replace(/^T/, "")}` : ""}` : `${own} is no figure or date`;
        default: return `${own} is ${type === "furniture" || type === "related" ? "set aside" : "part of the article"}`;
      }
    },
    turnedBack: (/** @type {string} */ text) => `“${short(text)}” is as the engine had it`,
    undone: (/** @type {string} */ told) => `Taken back: ${told}`,
    redone: (/** @type {string} */ told) => `Made again: ${told}`,
    nothingToUndo: "There is no correction to take back.",
    nothingToRedo: "There is no correction to make again.",
    undo: "Undo",
    redo: "Redo",
    all: "All corrections",
    bar: "Last correction",
    count: (/** @type {number} */ n) => many(n, "correction"),

    /* the sheet */
    title: "Your corrections",
    here: "In this article",
    noneHere: "None yet. Click a mark to correct it, or select words to mark them.",
    others: (/** @type {number} */ n) => `${many(n, "more is kept", "more are kept")} for other texts. They hold again when such a text is pasted.`,
    kept: "They stay on this device, and hold again when the same text, or one slightly changed, is pasted another day.",
    takeBack: "Take back",
    save: "Save as a file",
    open: "Open a file",
    forget: "Forget all",
    forgotten: (/** @type {number} */ n) => `${many(n, "correction")} forgotten`,
    loaded: (/** @type {number} */ n, /** @type {number} */ here) => `${many(n, "correction")} opened, ${here === 0 ? "none" : number(here)} for this article`,
    fileName: "glosswire-corrections.json",
    unsaved: { title: "Your corrections could not be kept on this device", body: "It has no room left for this page, or does not let it keep anything. They hold as long as this page is open; save them as a file to keep them longer." },
  },

  terms: {
    title: "Own terms",
    open: "Own terms",
    promise: "Words and patterns that you want to see in every article. They stay on this device.",
    none: "None yet.",
    listHead: "Yours",
    places: (/** @type {number} */ n) => (n === 0 ? "not in this article" : `${many(n, "place")} in this article`),
    newOne: "Add a term",
    change: (/** @type {string} */ label) => `Change “${label}”`,
    label: "Name",
    labelHint: "what it is called in the legend",
    what: "What to look for",
    asWords: "Words",
    asPattern: "A pattern",
    wordsHint: "One a line. Whole words, capitals or not.",
    patternHint: "A regular expression, in the syntax of Rust, which is close to that of most editors.",
    tint: "Colour",
    tints: /** @type {Record<string, string>} */ ({ yellow: "Yellow", green: "Green", blue: "Blue", pink: "Pink", orange: "Orange", violet: "Violet" }),
    add: "Add",
    save: "Save the change",
    cancel: "Leave it as it was",
    edit: "Change",
    editLabel: (/** @type {string} */ label) => `Change ${label}`,
    remove: "Take out",
    removeLabel: (/** @type {string} */ label) => `Take out ${label}`,
    removed: (/** @type {string} */ label) => `“${label}” is taken out`,
    added: (/** @type {string} */ label) => `“${label}” is marked from now on`,
    shareFile: "Save as a file",
    openFile: "Open a file",
    fileName: "glosswire-terms.json",
    empty: "Write at least one word to look for.",
    emptyPattern: "Write a pattern, or choose words.",
    tooLong: (/** @type {number} */ most) => `That is too long: ${number(most)} characters at most.`,
    full: (/** @type {number} */ most) => `${number(most)} terms are the most that can be kept. Take one out first.`,
    hits: (/** @type {number} */ n) => (n === 0 ? "It works. It stands nowhere in this article." : `It works: ${many(n, "place")} in this article.`),
    works: "It works.",
    untilThen: "Until then nothing is marked for it; your other terms work.",
    broken: "does not work",
    closeIt: "Close it at the end",
    takePlain: "Take it as plain words",
    goTo: (/** @type {number} */ n) => ` ${n === 1 ? "place: go to it" : "places: go to the first"}`,
    loaded: (/** @type {number} */ n) => `${many(n, "term")} opened`,
    cardKind: (/** @type {string} */ label) => `Own term: ${label}`,
    unsaved: { title: "Your terms could not be kept on this device", body: "It has no room left for this page, or does not let it keep anything. They are marked as long as this page is open; save them as a file to keep them longer." },
    /** What is wrong with a pattern, in a reader's words. @param {string} reason @param {number} at @param {string} sign the character there */
    fault(reason, at, sign) {
      const place = `character ${number(at + 1)}`;
      const known = /** @type {[RegExp, string, string][]} */ ([
        [/unclosed group/, `The bracket opened at ${place} is never closed. Add ) where the choice ends, or write \\( for a bracket that stands in the text.`, "opened here, never closed"],
        [/unopened group/, `The bracket closed at ${place} was never opened. Write \\) for a bracket that stands in the text.`, "closed here, never opened"],
        [/unclosed character class/, `The set of characters opened with [ at ${place} is never closed. Add ] where it ends, or write \\[ for a bracket that stands in the text.`, "opened here, never closed"],
        [/repetition operator missing/, `The ${sign || "sign"} at ${place} repeats what stands before it, and nothing stands there. Write \\${sign || "*"} for the sign itself.`, "nothing to repeat"],
        [/look-around/, `Looking ahead or behind, as at ${place}, is not possible in these patterns. Write what shall be marked alone.`, "not possible"],
        [/backreference/, `Repeating what a bracket found, as at ${place}, is not possible in these patterns.`, "not possible"],
        [/unclosed counted repetition|repetition quantifier expects|decimal literal|counted repetition/, `The count that begins with { near ${place} is not finished. Write it as {2} or {2,4}, or \\{ for the sign itself.`, "not a count"],
        [/invalid repetition count range|character class range/, `The range at ${place} runs backwards. Put the smaller end first.`, "runs backwards"],
        [/escape sequence.*(?:prematurely|end)|incomplete escape/, `A \\ stands at the end, at ${place}, with nothing behind it. Write \\\\ for the sign itself.`, "nothing behind it"],
        [/escape/, `What stands behind the \\ at ${place} has no meaning there. For a letter leave the \\ out.`, "no meaning"],
        [/Unicode property/, `There is no kind of letter with the name given at ${place}.`, "unknown"],
        [/too much memory|exceeds size|nest/, "The pattern would take too much memory. Use smaller numbers in { }, or fewer brackets in brackets.", ""],
      ]).find(([sign]) => sign.test(reason));
      return known ? { sentence: known[1], mark: known[2] } : { sentence: `The pattern does not work at ${place}: ${reason.trim().replace(/\.?$/, ".")}`, mark: "here" };
    },
  },

  files: {
    wrong: {
      json: (/** @type {string} */ name) => ({ title: `“${name}” could not be read`, body: "It is no file that Glosswire saved, or it is damaged. Nothing was opened, and what you had is as it was." }),
      other: (/** @type {string} */ name, /** @type {string} */ what) => ({ title: `“${name}” holds something else`, body: `It is no file of ${what}. Nothing was opened, and what you had is as it was.` }),
      newer: (/** @type {string} */ name) => ({ title: `“${name}” comes from a newer Glosswire`, body: "This page does not know its form. Load the page anew, and try again. Nothing was opened, and what you had is as it was." }),
      none: (/** @type {string} */ name) => ({ title: `Nothing in “${name}” could be used`, body: "What you had is as it was." }),
    },
    corrections: "corrections",
    terms: "terms",
    left: (/** @type {number} */ n) => `${many(n, "entry was", "entries were")} left out because ${n === 1 ? "it says" : "they say"} nothing that can be done.`,
    leftTerm: (/** @type {string} */ label, /** @type {string} */ why) => `“${label}” was left out. ${why}`,
    unsavedWay: "Save as a file",
    part: { title: "This part of the page could not be loaded", body: "Your text is kept. Check the connection to where this page comes from, and try again." },
  },

  find: {
    button: "Find",
    label: "Find in the articles",
    hint: "Find words",
    none: "Nowhere",
    noneAll: "These words stand in none of the articles.",
    noneOne: "These words do not stand in this article.",
    of: (/** @type {number} */ n, /** @type {number} */ of, /** @type {boolean} */ more) => `${number(n)} of ${number(of)}${more ? " and more" : ""}`,
    next: "Next place",
    previous: "Previous place",
    others: "In the other articles",
    here: (/** @type {string} */ title, /** @type {number} */ n, /** @type {boolean} */ more) => `${title}: ${many(n, "place")}${more ? " and more" : ""}`,
  },
};

/** Lines of the key sheet. */
export const ownKeys = {
  own: "Find and correct",
  find: "Find in the articles", undo: "Take a correction back", redo: "Make it again", markWords: "Mark the selected words", terms: "Own terms",
};
