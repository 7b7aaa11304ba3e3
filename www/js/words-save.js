// Words of saving, sharing and citing: the texts of the sheet behind "Save as", of what is saved, and of links that hold an article.
// Another language is one more file with the same names.

import { words } from "./words.js";

const { number } = words;

export const saveWords = {
  /* the sheet */
  title: "Save as",
  scope: "What to save",
  this: "This article",
  all: (/** @type {number} */ n) => (n === 2 ? "Both articles, in one file" : `All ${number(n)} articles, in one file`),
  files: "Files",
  formats: /** @type {Record<string, [string, string]>} */ ({
    html: ["Web page", "The article with its marks and facts, to read anywhere. Glosswire opens it again."],
    markdown: ["Markdown", "The words and the facts, for notes."],
    table: ["Table", "A row for each mark (CSV), for a spreadsheet."],
    json: ["JSON", "All that was found, for programs."],
    jsonld: ["Web annotations", "W3C annotations (JSON-LD), found again by quotation and by place."],
    brat: ["brat", "The text and its marks apart (.txt and .ann), in one zip."],
    conll: ["CoNLL", "A word a line with its tags, for language tools."],
  }),
  download: "Download",
  downloadAs: (/** @type {string} */ format, /** @type {string} */ size) => `Download as ${format}${size && `, ${size}`}`,
  saved: (/** @type {string} */ name) => `${name} goes to your downloads.`,
  failed: "This one could not be made. The others can.",
  overlaps: (/** @type {number} */ n) => `${number(n)} ${n === 1 ? "mark lies" : "marks lie"} in or across another. This format has no room for ${n === 1 ? "it" : "them"}, so only the outer ones are told.`,
  size: (/** @type {number} */ bytes) => (bytes < 1000 ? `${number(bytes)} bytes` : bytes < 999_500 ? `${number(Math.round(bytes / 1000))} KB` : `${number(Math.round(bytes / 100_000) / 10)} MB`),
  paper: "Paper",
  printNote: "The article with its marks, then the facts, without the page around them.",
  print: "Print",
  link: "Link",
  linkNote: "The link holds the text itself. It is sent to no server: whoever has the link has the article.",
  linkNoteOne: "It holds the article that is shown, not the others.",
  linkLabel: "Link that holds this article",
  copyLink: "Copy link",
  linkCopied: "The link is copied.",
  linkSize: (/** @type {number} */ n) => `${number(n)} characters long.`,
  linkLong: "Some mail and chat programs cut a link this long; try it, or send the web page instead.",
  linkTooLong: (/** @type {number} */ n, /** @type {number} */ most) => `This article is too long for a link: it would take ${number(n)} characters, and beyond ${number(most)} links are cut or refused on their way. Download the web page and send that; Glosswire opens it again.`,
  linkNone: {
    browser: "This browser can’t make a link that holds an article. Download the web page and send that.",
    file: "This Glosswire is a file on your device, and a link to it would lead others nowhere. Download the web page and send that.",
  },
  foot: "Made on this device. Nothing is sent.",

  /* opening a link */
  linkNewer: { title: "This link was made by a newer Glosswire", body: "This page can’t read it. Load the page anew, or ask for the article as a file. What is on the page is as it was." },
  linkBroken: { title: "This link is damaged", body: "Part of it is missing or changed, as happens when a mail or chat program cuts long links. Ask for it again, or for the article as a file. What is on the page is as it was." },

  /* citing */
  cited: "Copied, ready to cite.",
  copyFailed: { title: "Nothing was copied", body: "The browser did not let the page copy. Select the words below and copy them with the keyboard." },
  said: (/** @type {string} */ speaker) => `${speaker}:`,
  reported: (/** @type {string} */ speaker, /** @type {string} */ own) => `${speaker}, as reported: ${own}`,
  nobody: "Speaker not told",
  about: (/** @type {string} */ own, /** @type {string} */ sentence) => `${own}: “${sentence}”`,
  by: (/** @type {string} */ speaker) => `Said by ${speaker}.`,
  titled: (/** @type {string} */ title) => `“${title}”`,
  day: words.day,

  /* what is saved */
  columns: ["kind", "words", "told", "speaker", "form", "date", "amount", "to", "unit", "confidence", "paragraph", "role", "sentence", "start", "end", "title", "outlet", "published", "address"],
  conllHead: (/** @type {number} */ left) => [
    "Columns: word, place in characters, quotation, name or figure. Lines that were set aside are left out.",
    ...(left ? [`${number(left)} ${left === 1 ? "mark lies" : "marks lie"} in or across another and ${left === 1 ? "is" : "are"} left out: a column holds one tag a word.`] : []),
  ],
  saidBy: (/** @type {string} */ name) => `What ${name === words.noSpeaker ? "was said by persons not told" : `${name} said`}`,
  places: (/** @type {number} */ n) => `${number(n)} ${n === 1 ? "place" : "places"}`,
  kept: "Saved with Glosswire. The article’s words are complete and unchanged; this file holds no script and asks for nothing.",
  source: "Where it was published",
  marks: "Marks",
};
