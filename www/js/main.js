// Main: wires the page. What comes in, and what the reader types, chooses or presses, becomes a change of the desk; the desk is shown.
// The engine has been started by then: see samples.js.

import { toldAnew } from "./anew.js";
import { Box } from "./box.js";
import { Desk, MOST } from "./desk.js";
import { byId, takesLetters } from "./dom.js";
import { openDoor, openLink } from "./door.js";
import { call, codeOf } from "./engine.js";
import { openIntake } from "./intake.js";
import { Keeping } from "./keeping.js";
import { bindKeys, toggleSheet } from "./keys.js";
import { bindLater, opened } from "./later.js";
import { buildLegend, toggle } from "./legend.js";
import { hush, notify, say, withPatience } from "./notice.js";
import { bindOurs } from "./ours.js";
import { own } from "./own.js";
import { readArticle, textOf } from "./paste.js";
import { sample } from "./samples.js";
import { View, hideSheets } from "./view.js";
import { keepWords } from "./words-keep.js";
import { skeleton, words } from "./words.js";

/** @typedef {import("./paste.js").Paste} Paste */

const desk = new Desk();
/** One thing after another. @type {Promise<unknown>} */
let queue = Promise.resolve();

const view = new View(desk, {
  shown: (index, at) => {
    if (box.writing !== null) box.done();
    else box.leave();
    void enqueue(async () => {
      desk.shown = index;
      settle();
      if (at !== undefined) void view.go(at);
    });
  },
  edit: () => box.edit(),
  takeOut: () => {
    desk.take(desk.shown);
    enqueue(compared);
  },
  turn: (block) => void ours.correcting.turn(block),
  alone: () => {
    const { sheet } = desk;
    if (sheet) desk.sheets = [sheet];
    desk.shown = 0;
    desk.comparison = null;
    settle();
  },
  step: tab,
  move: (from, to) => void enqueue(async () => {
    const { article } = desk.sheets[from];
    desk.move(from, to);
    await compared();
    view.tabs.focus();
    say(keepWords.moved(article.title, to + 1, desk.sheets.length));
  }),
  about,
});

const box = new Box(desk, view, { take, settle, compared: () => void enqueue(compared) });

const keeping = new Keeping(desk, {
  enqueue,
  compared: () => (box.leave(), compared()),
  cleared: () => (box.leave(), settle()),
  untouched: () => desk.sheets.length === 0 && box.writing === null && box.value === "",
  isPile: () => view.state === "pile",
});

/** @template T @param {() => Promise<T>} job @returns {Promise<T>} */
function enqueue(job) {
  const done = queue.then(job, job);
  queue = done.catch(() => {});
  return done;
}

/** Shows the desk in the state it is in. */
function settle() {
  const several = desk.comparison !== null;
  view.show(box.writing !== null ? "writing" : desk.sheets.length === 0 ? "empty" : several ? "compare" : "article");
  box.dress();
  keeping.changed();
}

/** Compares what is on the desk, if there is something to compare, and shows it. */
async function compared() {
  const articles = desk.comparable;
  desk.comparison = null;
  if (articles.length > 1) {
    const asked = articles.map(({ id, text, published, lines }) => ({ id, text, ...(published ? { published } : {}), ...(lines ? { lines } : {}), ...own.optionsFor(text) }));
    try {
      desk.comparison = await withPatience(words.comparing(articles.length), (signal, onProgress) => call("compare", [asked, own.termOptions()], { signal, onProgress }));
    } catch (error) {
      settle();
      if (codeOf(error) !== "cancelled") notify({ code: codeOf(error), ...words.compareFailed, ways: [{ label: words.tryAgain, main: true, act: () => void enqueue(compared) }] });
      return;
    }
  }
  settle();
}

/** Takes pasted articles in, one after another. @param {Paste[]} pastes @param {number} [place] in the place of an article that is there */
function take(pastes, place) {
  return enqueue(async () => {
    hush();
    for (const paste of pastes) await takeOne(paste, place);
    if (desk.sheets.length) await compared();
    setTimeout(() => scrollTo({ top: 0, behavior: "instant" }));
  });
}

/** @param {Paste} paste @param {number} [place] */
async function takeOne(paste, place) {
  const length = (paste.plain || paste.html || "").length;
  if (!paste.html && !paste.plain?.trim()) return notify({ code: "nothing", ...words.nothingPasted });
  if (place === undefined && desk.sheets.length >= MOST) return notify({ code: "full", ...words.full(MOST) });
  try {
    const read = await withPatience(words.reading(length), (signal) => readArticle(paste, { signal }));
    if (!read.text.trim()) return notify({ code: "nothing", ...words.nothingPasted });
    desk.put(read, place);
    box.leave();
  } catch (error) {
    failed(error, paste, place);
  }
}

/** What the shown article is, as the reader says it. @param {Partial<import("./types.js").About>} told */
function about(told) {
  return enqueue(async () => {
    const { scrollY } = window;
    if (!(await toldAnew(desk, told))) return;
    await compared();
    scrollTo({ top: scrollY, behavior: "instant" });
    byId("details").focus({ preventScroll: true });
    say(keepWords.saved);
  });
}

/** Nothing is lost: the text stands on the page without marks, and a sentence says why. @param {unknown} error @param {Paste} paste @param {number} [place] */
function failed(error, paste, place) {
  const code = codeOf(error);
  const text = textOf(paste);
  const again = (/** @type {number | undefined} */ where) => ({ label: words.tryAgain, main: true, act: () => void take([{ ...paste, plain: paste.plain ?? text }], where) });
  if (code === "cancelled") {
    const plain = { label: words.showPlain, act: () => (desk.putBare(text, place), box.leave(), settle()) };
    return notify({ code, ...words.cancelled, ways: [again(place), plain] });
  }
  const at = place ?? desk.sheets.length;
  desk.putBare(text, at, paste.told);
  box.leave();
  settle();
  const told = { tooLong: words.tooLong, crash: words.crash, load: words.load }[code] ?? words.other(error instanceof Error ? error.message : String(error));
  notify({ code, ...told, ways: code === "tooLong" ? [] : [again(at)] });
}

/* ------------------------------------------------------------ in and out */

openIntake({
  take,
  openDesks: (files) => keeping.openDesks(files),
  enqueue,
  clear: () => {
    desk.clear();
    box.leave();
    view.show("pile");
  },
  stays: (target) => (box.is(target) ? box.isBegun : takesLetters(target)),
});

/* --------------------------------------------------------- buttons and keys */

/** @param {...(0 | 1)} which */
async function trySamples(...which) {
  try {
    await take(await Promise.all(which.map(sample)));
  } catch {
    settle();
    notify({ code: "load", ...words.load });
  }
}

function clear() {
  box.leave();
  desk.clear();
  hush();
  settle();
  scrollTo({ top: 0, behavior: "instant" });
  box.focus();
}

/** @param {HTMLElement} button @param {() => unknown} act */
const onClick = (button, act) => button.addEventListener("click", () => void act());

onClick(byId("try-sample"), () => trySamples(0));
onClick(byId("try-samples"), () => trySamples(0, 1));
onClick(byId("compare"), () => box.add());
onClick(byId("clear"), clear);
onClick(byId("back"), () => box.back());
onClick(byId("done"), () => box.done());
onClick(byId("open-keys"), toggleSheet);
byId("home").addEventListener("click", (event) => {
  event.preventDefault();                       /* to load the page anew would lose what is on it; cleared, it can be brought back */
  clear();
});
onClick(byId("restore"), () => (desk.restore(), enqueue(compared)));
byId("box").addEventListener("submit", (event) => event.preventDefault());
byId("legend").addEventListener("submit", (event) => event.preventDefault());
/** @param {number} step */
function tab(step) {
  const { length } = desk.sheets;
  if (length < 2 || box.writing !== null) return;
  const onTabs = byId("tabs").contains(document.activeElement);
  view.hands.shown((desk.shown + step + length) % length);
  void enqueue(async () => {
    if (onTabs) view.tabs.focus();
  });
}

const ours = bindOurs({ desk, view, enqueue, compared });
const house = { desk, view, take, settle, show: (/** @type {number} */ index) => view.hands.shown(index) };
const door = openDoor(house);

const reading = () => view.state === "article" || view.state === "compare";

bindKeys({
  ...ours.keys,
  toggle,
  nextMark: () => reading() && view.marks.step(1),
  previousMark: () => reading() && view.marks.step(-1),
  nextSame: () => reading() && view.marks.step(1, true),
  previousSame: () => reading() && view.marks.step(-1, true),
  nextSentence: () => reading() && view.stepSentence(1),
  previousSentence: () => reading() && view.stepSentence(-1),
  next: () => reading() && (view.against ? view.stepNews(1) : view.marks.step(1)),
  previous: () => reading() && (view.against ? view.stepNews(-1) : view.marks.step(-1)),
  tell: () => view.marks.open(),
  match: () => {
    const open = /** @type {HTMLElement | null} */ (byId("facts-body").querySelector("[data-section=match] button.link"));
    open?.click();
    return open !== null;
  },
  fold: () => {
    const folds = [...document.querySelectorAll("details.fold")];
    const open = folds.some((fold) => !(/** @type {HTMLDetailsElement} */ (fold).open));
    for (const fold of folds) /** @type {HTMLDetailsElement} */ (fold).open = open;
  },
  quiet: () => byId("k-quiet").click(),
  second: () => box.add(),
  onlyNew: () => reading() && view.against !== null && view.against.counts.said > 0 && view.against.showOnlyNew(!view.against.onlyNew),
  beside: () => view.toggleBeside(),
  details: () => reading() && void view.details(),
  nextTab: () => tab(1),
  previousTab: () => tab(-1),
  sheet: toggleSheet,
  facts: () => {
    const facts = byId("facts");
    if (getComputedStyle(facts).display === "none") facts.showPopover();
    facts.focus();
  },
  edit: () => box.edit(),
  save: () => (view.state === "empty" ? false : void door.save()),
  turn: () => {
    const block = view.blockAtHand();
    return block !== null && void ours.correcting.turn(block);
  },
  done: () => (view.state === "writing" ? box.done() : false),
  again: () => desk.sheets.length > 0 && clear(),
  close: () => {
    if (view.card.isOpen) return view.card.close(true);
    if (ours.close()) return;
    if (view.state === "writing") return box.done();
    if (view.state === "adding") return void box.back();
    const open = document.querySelector(".rail:popover-open, .panel:popover-open");
    if (open) return hideSheets();
    return false;
  },
});

/* ----------------------------------------------------------------- at once */

for (const node of document.querySelectorAll("[data-word]")) node.textContent = skeleton[/** @type {HTMLElement} */ (node).dataset.word ?? ""] ?? node.textContent;
buildLegend(() => view.marks.light(null));
bindLater((sent) => take([sent]));

/** `#sample` opens the sample, `#samples` both; a share link its article. Null where the address asks for nothing. @returns {Promise<unknown> | null} */
function fromFragment() {
  if (location.hash === "#sample") return trySamples(0);
  if (location.hash === "#samples") return trySamples(0, 1);
  return /^#v\d+\./.test(location.hash) ? openLink(location.hash, house) : null;
}
addEventListener("hashchange", () => void fromFragment());

/** Shows what was kept, else what the address asks for, else the empty box. */
async function begin() {
  if (keeping.comesBack(location.hash.length > 1) && (await enqueue(() => keeping.comeBack()))) return;
  const asked = fromFragment();
  if (asked) return void (await asked);
  box.dress();
  if (matchMedia("(pointer: fine)").matches) box.focus();
  void keeping.offer();
}
keeping.prepare();
void begin().finally(opened);
