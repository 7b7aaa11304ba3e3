// Words of what is kept: the desk on this device and in a file, what an article is, the order of the tabs. Laid out like words.js, in the same tone.

import { words } from "./words.js";

const many = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ more = `${one}s`) => `${words.number(n)} ${n === 1 ? one : more}`;
const listed = (/** @type {string[]} */ parts) => (parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts.join(""));

export const keepWords = {
  /* what an article is */
  details: "Details",
  detailsTitle: "About this article",
  title: "Title",
  outlet: "Outlet",
  date: "Date",
  address: "Address",
  dateNote: "What “Tuesday” and “last month” are counted from.",
  badDate: "That is no day of the calendar. Write it as in 2025-03-04, or leave it empty.",
  badAddress: "An address begins with https:// and has no spaces. Copy it from the browser’s bar, or leave it empty.",
  saveDetails: "Save",
  saved: "Saved.",
  placeOf: (/** @type {number} */ n, /** @type {number} */ of) => `Article ${words.number(n)} of ${words.number(of)}`,
  earlier: "Read earlier",
  later: "Read later",
  outletKey: "Details of this article",

  /* tabs */
  moved: (/** @type {string} */ title, /** @type {number} */ n, /** @type {number} */ of) => `${title} is now ${words.number(n)} of ${words.number(of)} in reading order.`,
  tabHint: "Drag, or Shift and an arrow key, puts it earlier or later.",

  /* comparing */
  onlyNew: "Only what is new",
  onlyNewOn: (/** @type {number} */ n) => (n === 1 ? "One sentence that was already said is left out." : `${words.number(n)} sentences that were already said are left out.`),
  onlyNewOff: "The whole article is shown.",
  beside: "Show it beside",
  besideLabel: (/** @type {string} */ title) => `Beside: ${title}`,
  besideBack: "Back to the facts",
  besideNothing: "Nothing in it is like the sentence you chose.",
  besideChoose: "Choose a sentence: its place in this article is shown here.",
  timeline: "Timeline of all articles",

  /* the desk that is kept */
  button: "Desk",
  heading: "Your desk",
  keptNow: (/** @type {number} */ n, /** @type {string} */ when) => `${many(n, "article")} kept on this device, in this browser and nowhere else${when ? `, last at ${when}` : ""}. A reload brings ${n === 1 ? "it" : "them"} back.`,
  keptNone: "No article is on the desk. What you paste is kept on this device, in this browser and nowhere else, so that a reload loses nothing.",
  keptNot: (/** @type {number} */ n) => `${many(n, "article")} on the desk, not kept on this device. ${n === 1 ? "It stays" : "They stay"} until this page is closed.`,
  shared: (/** @type {string} */ host) => `All pages at ${host} share one storage in your browser, whoever made them.`,
  toFile: "Save the desk to a file",
  fromFile: "Open a desk file",
  fileNote: "The file holds the texts, their order and details, your corrections and your terms.",
  earlierDesks: "Earlier desks",
  deskLine: (/** @type {string} */ title, /** @type {number} */ n) => (n > 1 ? `“${title}” and ${words.number(n - 1)} more` : `“${title}”`),
  when: (/** @type {number} */ ms) => when(ms),
  bringBack: "Bring back",
  addBack: "Add to the desk",
  forgetOne: "Forget",
  openElsewhere: (/** @type {number} */ n) => (n === 1 ? "Another tab has its own desk open. Each tab keeps its own articles." : `${words.number(n)} other tabs have desks of their own open. Each tab keeps its own articles.`),
  offer: (/** @type {string} */ line, /** @type {string} */ at) => `Kept on this device: ${line}, ${at}.`,
  nothing: "Keep nothing on this device",
  nothingNote: "For shared machines. Articles, corrections and terms stay until the page is closed; only this choice is remembered.",
  forget: "Forget everything",
  confirmForget: (/** @type {string[]} */ what) => `${listed(what)} will be forgotten, here and in every tab. This can’t be undone.`,
  confirmNothing: (/** @type {string[]} */ what) => `${listed(what)} will be forgotten. What is on this page stays until it is closed.`,
  yesForget: "Forget it all",
  yesNothing: "Keep nothing",
  no: "Leave it as it is",
  what: (/** @type {{ here: number, desks: number, terms: number, corrections: number, others: number }} */ n) => [
    n.here ? `${many(n.here, "article")} on this desk` : "", n.desks ? many(n.desks, "other desk") : "", n.terms ? many(n.terms, "own term") : "",
    n.corrections ? many(n.corrections, "correction") : "", n.others ? many(n.others, "setting") : "",
  ].filter(Boolean),
  forgot: (/** @type {string[]} */ what) => `Forgotten: ${listed(what)}. Nothing that you read is left on this device.`,
  forgotNothing: "There was nothing to forget. Nothing that you read is left on this device.",
  nothingOn: "From now on nothing is kept on this device.",
  nothingOff: "What you paste is kept on this device again.",
  forgottenOne: "Forgotten.",
  elsewhere: { title: "Everything kept was forgotten in another tab", body: "What stands here is not kept any more. It stays until this tab is closed." },
  keepAgain: "Keep it again",
  notKept: { title: "This desk could not be kept on this device", body: "The browser’s storage is full, or the page may not use it. Everything stands here until the page is closed; save the desk to a file to have it again." },
  choiceNotKept: "The browser’s storage can’t be used, so this choice holds until the page is closed.",
  restoring: (/** @type {number} */ n) => `Bringing back ${many(n, "article")}`,
  restored: (/** @type {number} */ n) => `${many(n, "article")} brought back.`,

  /* desk files */
  deskSaved: (/** @type {string} */ name) => `Saved as ${name}.`,
  deskOpened: (/** @type {number} */ n) => `${many(n, "article")} opened from the file.`,
  file: /** @type {Record<"broken" | "foreign" | "newer", (name: string) => string>} */ ({
    broken: (name) => `“${name}” is damaged: it breaks off or is not written as a desk file is. Use another copy of it.`,
    foreign: (name) => `“${name}” is data of another program, not a desk of Glosswire. Open the article itself, or paste its text.`,
    newer: (name) => `“${name}” was saved by a newer Glosswire than this one. Load this page anew and open it again.`,
  }),
  tooMany: (/** @type {string} */ name, /** @type {number} */ n, /** @type {number} */ most) => `${many(n, "article")} of “${name}” ${n === 1 ? "was" : "were"} not added: a desk holds ${words.number(most)}. ${n === 1 ? "It is" : "They are"} still in the file; start again and open it once more.`,
};

/** "today at 14:05", "4 March at 09:30". @param {number} ms */
function when(ms) {
  const then = new Date(ms);
  const time = `${String(then.getHours()).padStart(2, "0")}:${String(then.getMinutes()).padStart(2, "0")}`;
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(ms).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `yesterday at ${time}`;
  const iso = `${then.getFullYear()}-${String(then.getMonth() + 1).padStart(2, "0")}-${String(then.getDate()).padStart(2, "0")}`;
  return `${words.day(iso)} at ${time}`;
}
