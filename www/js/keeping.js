// Keeping: what of the desk is kept on this device, and when; how it comes back after a reload; what is offered of earlier desks. Each tab of the
// browser keeps its own desk, so that two of them can't undo each other's. The wiring of keep.js and draft.js; the dialog is in kept.js.

import { soundAbout } from "./about.js";
import { MOST } from "./desk.js";
import { byId, el } from "./dom.js";
import { FORM, allDrafts, claim, dropDraft, openTabs, readDraft, sound, writeDraft } from "./draft.js";
import { forget, keepNothing, keepsNothing, leave, nameTab, names, read, tabName, takeLeft } from "./keep.js";
import { whenOpened } from "./later.js";
import { notify, say, withPatience } from "./notice.js";
import { readArticle } from "./paste.js";
import { keepWords } from "./words-keep.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").KeptArticle} KeptArticle */
/**
 * @typedef {object} Hands
 * @property {<T>(job: () => Promise<T>) => Promise<T>} enqueue
 * @property {() => Promise<void>} compared compares what is on the desk and shows it
 * @property {() => void} cleared shows a desk that was emptied
 * @property {() => boolean} untouched whether the page is empty and nothing is written in its box
 * @property {() => boolean} isPile
 */

const SOON = 300;
/** Desks of closed tabs that are kept; the oldest go first. */
const EARLIER = 12;
const ROLES = new Set(["headline", "standfirst", "byline", "dateline", "body", "subheading", "caption", "list", "related", "furniture"]);

export class Keeping {
  /** @param {Desk} desk @param {Hands} hands */
  constructor(desk, hands) {
    this.desk = desk;
    this.hands = hands;
    /** Name of this tab's draft, once it has one. @type {string | null} */
    this.tab = null;
    /** @type {(() => void) | null} */
    this.letGo = null;
    /** The name that it will have. @type {string | null} */
    this.name = null;
    this.timer = 0;
    /** One write after another. @type {Promise<unknown>} */
    this.work = Promise.resolve();
    /** What was written last: to write nothing twice. @type {unknown[]} */
    this.last = [];
    /** When that was; 0 if it is not kept. */
    this.when = 0;
    this.busy = false;
    this.mute = false;
    this.told = false;
    /** The desk of the page before, if that could not be sure that it was written. @type {Draft | null} */
    this.left = sound(takeLeft());
    try {
      this.channel = new BroadcastChannel("glosswire");
      this.channel.onmessage = ({ data }) => void this.hear(data);
    } catch {
      this.channel = null;
    }
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", ({ persisted }) => persisted && takeLeft());      /* this page is back as it was */
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void this.save());
    byId("open-kept").addEventListener("click", () => void this.open());
    byId("open-kept-keys").addEventListener("click", () => void this.open());
  }

  /* ------------------------------------------------------------ as it changes */

  /** The desk has changed: it is kept in a moment. */
  changed() {
    clearTimeout(this.timer);
    if (this.busy || keepsNothing() || this.mute) return;
    if (this.isKept()) {
      if (this.when) document.documentElement.dataset.kept = "yes";
      else delete document.documentElement.dataset.kept;
      return;
    }
    document.documentElement.dataset.kept = "soon";
    this.timer = window.setTimeout(() => void this.save(), SOON);
  }

  isKept() {
    const now = this.signature();
    return now.length === this.last.length && now.every((one, index) => one === this.last[index]);
  }

  /** Whether the desk is to be kept and is not yet. */
  isDue() {
    return !this.busy && !keepsNothing() && !this.mute && !this.isKept();
  }

  signature() {
    return this.desk.sheets.length ? [...this.desk.articles, this.desk.shown] : [];
  }

  /** @returns {Promise<unknown>} */
  save() {
    clearTimeout(this.timer);
    if (!this.isDue()) return this.work;
    this.work = this.work.then(() => this.write(), () => this.write());
    return this.work;
  }

  /** The page goes. What is not kept yet is written, and left for the next page, which may look before that is done. */
  leave() {
    if (this.isDue() && this.desk.sheets.length) leave(this.draft());
    void this.save();
  }

  async write() {
    const { desk } = this;
    if (keepsNothing() || this.mute || this.isKept()) return;
    if (desk.sheets.length === 0) {
      if (this.hands.isPile()) return;                 /* a desk that a pile has pushed aside comes back after a reload */
      if (this.tab) await dropDraft(this.tab);
      this.unname();
      return this.offer();
    }
    const last = this.signature();
    const draft = this.draft();
    if (!this.tab) await this.take(draft.tab);
    const done = await writeDraft(draft);
    document.documentElement.dataset.kept = done ? "yes" : "no";
    this.when = done ? draft.when : 0;
    if (done) this.last = last;
    if (done) this.told = false;
    else this.notKept();
  }

  /** This tab has nothing kept any more. */
  unname() {
    this.letGo?.();
    [this.letGo, this.tab, this.name, this.last, this.when] = [null, null, null, [], 0];
    nameTab(null);
    delete document.documentElement.dataset.kept;
  }

  /** @returns {Draft} */
  draft() {
    const { desk } = this;
    this.name ??= crypto.randomUUID();
    return { v: FORM, tab: this.tab ?? this.name, when: Date.now(), shown: desk.shown, articles: desk.articles.map(keptArticle) };
  }

  notKept() {
    if (this.told || byId("notices").childElementCount) return;
    this.told = true;
    notify({ code: "notKept", ...keepWords.notKept, ways: [{ label: keepWords.toFile, main: true, act: () => void this.toFile() }] });
  }

  /** Takes a name for this tab. False when another tab has it. @param {string} name */
  async take(name) {
    const letGo = await claim(name);
    if (!letGo) return false;
    this.letGo?.();
    this.letGo = letGo;
    this.tab = name;
    nameTab(name);
    return true;
  }

  /* ------------------------------------------------------------- coming back */

  /** Whether this tab had a desk before it was loaded anew, which goes before what the address asks for. @param {boolean} asked whether it asks for something */
  comesBack(asked) {
    if (keepsNothing() || !(tabName() || this.left)) return false;
    const [how] = performance.getEntriesByType("navigation");
    const back = !asked || (how instanceof PerformanceNavigationTiming && how.type !== "navigate");
    if (!back && this.left) void writeDraft(this.left);      /* it is offered as an earlier one */
    return back;
  }

  /** Brings this tab's desk back; false if there is none. */
  async comeBack() {
    const name = this.left?.tab ?? tabName();
    const written = name ? await readDraft(name) : null;
    const left = this.left && this.left.when > (written?.when ?? 0) ? this.left : null;
    const draft = left ?? written;
    if (!name || !draft) return false;
    if (!this.hands.untouched()) {                   /* what was typed meanwhile goes first; the desk is offered as an earlier one */
      if (left) await writeDraft(left);
      return true;
    }
    const own = await this.take(name);               /* without it, it is a copy of a tab that is open still: this one gets a draft of its own */
    await this.put(draft.articles, draft.shown);
    const kept = own && !left;
    if (kept) [this.last, this.when] = [this.signature(), draft.when];
    document.documentElement.dataset.kept = kept ? "yes" : "soon";
    this.changed();
    return true;
  }

  /**
   * Puts kept articles on the desk, behind what is there. Nothing of them is lost: what can't be marked stands unmarked.
   * @param {KeptArticle[]} kept
   * @param {number} shown
   */
  async put(kept, shown) {
    const { desk } = this;
    const room = kept.slice(0, MOST - desk.sheets.length);
    const from = desk.sheets.length;
    this.busy = true;
    try {
      await withPatience(keepWords.restoring(room.length), async (signal, progress) => {
        for (const [index, one] of room.entries()) {
          const { text, roles, told } = soundArticle(one);
          try {
            if (signal.aborted) throw new Error("cancelled");
            const article = await readArticle({ plain: text, roles, told }, { signal });
            desk.put(article, from + index);
          } catch {
            desk.putBare(text, from + index, told);
          }
          progress({ done: index + 1, of: room.length });
        }
      });
      desk.shown = Math.max(0, Math.min(from + (Number.isInteger(shown) ? Math.max(0, shown) : 0), desk.sheets.length - 1));
      await this.hands.compared();
    } finally {
      this.busy = false;
    }
    this.changed();
    return room.length;
  }

  /** Desks of tabs that are closed, the newest first, and how many other tabs have one open. */
  async earlier() {
    if (keepsNothing()) return { drafts: [], open: 0 };
    const [drafts, open] = await Promise.all([allDrafts(), openTabs()]);
    const left = drafts.filter((draft) => !open.has(draft.tab) && draft.tab !== this.tab);
    for (const old of left.splice(EARLIER)) await dropDraft(old.tab);
    return { drafts: left, open: drafts.filter((draft) => open.has(draft.tab) && draft.tab !== this.tab).length };
  }

  /** On the empty page: the newest of the earlier desks, and that other tabs keep theirs. */
  async offer() {
    const { drafts, open } = await this.earlier();
    const [draft] = drafts;
    byId("offer").replaceChildren(...[
      draft ? el("span", null, keepWords.offer(keepWords.deskLine(draft.articles[0].title, draft.articles.length), keepWords.when(draft.when)), " ",
        el("button", { type: "button", class: "link", id: "bring-back", onclick: () => void this.bring(draft) }, keepWords.bringBack)) : null,
      open ? el("span", { class: "dim" }, keepWords.openElsewhere(open)) : null,
    ].filter((node) => node !== null));
  }

  /** Brings an earlier desk back, to the empty desk or behind what is on it. @param {Draft} draft */
  bring(draft) {
    return this.hands.enqueue(async () => {
      const empty = this.desk.sheets.length === 0;
      const took = await this.put(draft.articles, draft.shown);
      if (empty && (await this.take(draft.tab))) return say(keepWords.restored(took));
      await this.save();
      if (took === draft.articles.length && document.documentElement.dataset.kept === "yes") await dropDraft(draft.tab);
      if (took < draft.articles.length) notify({ code: "full", title: keepWords.heading, body: keepWords.tooMany(keepWords.earlierDesks, draft.articles.length - took, MOST) });
      else say(keepWords.restored(took));
    });
  }

  /* -------------------------------------------------------------- forgetting */

  /** What there is to forget, in numbers. */
  async count() {
    const [{ drafts, open }, kept] = [await this.earlier(), names()];
    const size = (/** @type {string} */ key) => {
      const value = read(key);
      return Array.isArray(value) ? value.length : value && typeof value === "object" ? Object.keys(value).length : value ? 1 : 0;
    };
    return { here: this.desk.sheets.length, desks: drafts.length + open, terms: size("terms"), corrections: size("corrections"), others: kept.filter((key) => key !== "terms" && key !== "corrections" && read(key) !== null).length };
  }

  /** Everything goes, what is shown too. */
  async forgetAll() {
    clearTimeout(this.timer);
    await this.work.catch(() => {});
    this.desk.clear();
    this.desk.cleared = [];
    await this.away();
    this.channel?.postMessage({ forgot: true });
    this.hands.cleared();
    dispatchEvent(new CustomEvent("glosswire-kept"));
    void this.offer();
  }

  async away() {
    await forget();
    this.unname();
  }

  /** @param {boolean} on @returns {Promise<boolean>} whether the choice itself could be stored */
  async nothing(on) {
    clearTimeout(this.timer);
    await this.work.catch(() => {});
    const stored = await keepNothing(on);
    if (on) await this.away();
    this.channel?.postMessage({ nothing: on });
    this.mute = false;
    this.changed();
    void this.offer();
    return stored;
  }

  /** What another tab has done. @param {{ forgot?: boolean, nothing?: boolean }} news */
  async hear({ forgot, nothing }) {
    if (nothing !== undefined) await keepNothing(nothing);
    if (forgot || nothing) {
      clearTimeout(this.timer);
      this.unname();
      dispatchEvent(new CustomEvent("glosswire-kept"));
    }
    if (forgot && this.desk.sheets.length && !keepsNothing()) {
      this.mute = true;
      notify({ code: "forgotten", ...keepWords.elsewhere, ways: [{ label: keepWords.keepAgain, act: () => ((this.mute = false), this.changed()) }] });
    }
    if (nothing === false) this.changed();
    void this.offer();
  }

  /* ------------------------------------------------------- the dialog, files */

  async open() {
    const { showKept } = await import("./kept.js");
    await showKept(this);
  }

  async toFile() {
    const { deskFile, download } = await import("./deskfile.js");
    download(deskFile(this.draft()));
  }

  /**
   * Opens desk files among read files, and gives back the others, with sentences on what could not be opened.
   * @template {{ name: string }} T
   * @param {T[]} files
   */
  async openDesks(files) {
    /** @type {{ others: T[], said: string[] }} */
    const told = { others: [], said: [] };
    for (const file of files) {
      const text = "plain" in file && typeof file.plain === "string" ? file.plain : "";
      if (!/\.json$/i.test(file.name) || !text) {
        told.others.push(file);
        continue;
      }
      const { openDesk } = await import("./deskfile.js");
      const desk = openDesk(text);
      if ("why" in desk) {
        told.said.push(keepWords.file[desk.why](file.name));
        continue;
      }
      dispatchEvent(new CustomEvent("glosswire-kept"));
      const took = await this.hands.enqueue(() => (this.mute = false, this.put(desk.articles, desk.shown)));
      if (took < desk.articles.length) told.said.push(keepWords.tooMany(file.name, desk.articles.length - took, MOST));
      say(keepWords.deskOpened(took));
    }
    return told;
  }

  /** Fetches what is asked for later, so that it is there when the network is gone. */
  prepare() {
    whenOpened(() => void Promise.all([import("./kept.js"), import("./deskfile.js"), import("./details.js"), import("./beside.js")]).catch(() => {}));
  }
}

/** @param {import("./types.js").Article} article @returns {KeptArticle} */
export function keptArticle({ text, lines, told, title }) {
  return { text, roles: lines ? lines.map(({ role }) => role) : null, told, title };
}

/** A kept article of which everything can be used. @param {KeptArticle} kept */
function soundArticle({ text, roles, told }) {
  const fits = Array.isArray(roles) && roles.every((role) => ROLES.has(role)) && roles.length === text.split("\n").length;
  return { text, roles: fits ? roles : null, told: soundAbout(told) };
}
