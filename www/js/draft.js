// Draft: the desk as it was last seen in one tab of the browser, kept so that a reload or a crash loses nothing. Each tab has its own draft
// and never writes another's. They lie in IndexedDB, since texts may be several megabytes long.

/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").About} About */
/**
 * An article as it is kept: what can't be found anew from its text.
 * @typedef {object} KeptArticle
 * @property {string} text
 * @property {Role[] | null} roles of its lines, where a paste or the reader settled them
 * @property {Partial<About>} told what the paste or the reader said of it
 * @property {string} title as it was shown
 */
/** @typedef {{ v: number, tab: string, when: number, shown: number, articles: KeptArticle[] }} Draft */

const BASE = "glosswire";
const ROOM = "drafts";
/** Drafts of a later form are left alone. */
export const FORM = 1;

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

/** @returns {Promise<IDBDatabase>} */
function room() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(ROOM, { keyPath: "tab" });
    asked.onsuccess = () => {
      const base = asked.result;
      const shut = () => {
        base.close();
        opened = null;
      };
      base.onversionchange = shut;               /* another tab forgets everything */
      base.onclose = shut;
      resolve(base);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
  opened.catch(() => (opened = null));
  return opened;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 */
async function within(mode, ask) {
  const base = await room();
  return new Promise((resolve, reject) => {
    const work = base.transaction(ROOM, mode, { durability: "relaxed" });
    const asked = ask(work.objectStore(ROOM));
    work.oncomplete = () => resolve(asked.result);
    work.onerror = work.onabort = () => reject(work.error ?? asked.error);
  });
}

/** Whether anything was ever kept: only to look, no room is made. */
async function isThere() {
  if (opened || !indexedDB.databases) return true;
  return (await indexedDB.databases()).some(({ name }) => name === BASE);
}

/**
 * Runs work while no other tab takes the room away, or while no other tab is in it.
 * @template T
 * @param {"shared" | "exclusive"} mode
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function guarded(mode, work) {
  return navigator.locks ? navigator.locks.request("glosswire room", { mode }, work) : work();
}

/** Puts a draft in the place of the tab's last one. False when the browser's storage is full or denied. @param {Draft} draft @returns {Promise<boolean>} */
export async function writeDraft(draft) {
  try {
    await guarded("shared", () => within("readwrite", (store) => store.put(draft)));
    return true;
  } catch {
    return false;
  }
}

/** Takes a draft away, and with the last one the room. @param {string} tab */
export async function dropDraft(tab) {
  try {
    if (!(await isThere())) return;
    await within("readwrite", (store) => store.delete(tab));
    if (navigator.locks) await guarded("exclusive", async () => (await within("readonly", (store) => store.count())) === 0 && (await forgetDrafts()));
  } catch {
    /* what can't be reached is not there */
  }
}

/** The draft of a tab; null if there is none. @param {string} tab @returns {Promise<Draft | null>} */
export async function readDraft(tab) {
  try {
    return (await isThere()) ? sound(await within("readonly", (store) => store.get(tab))) : null;
  } catch {
    return null;
  }
}

/** All drafts, the newest first. @returns {Promise<Draft[]>} */
export async function allDrafts() {
  try {
    if (!(await isThere())) return [];
    const all = await within("readonly", (store) => store.getAll());
    return all.map(sound).filter((draft) => draft !== null).sort((a, b) => b.when - a.when);
  } catch {
    return [];
  }
}

/** Takes the whole room away. */
export async function forgetDrafts() {
  try {
    (await opened)?.close();
  } catch {
    /* it was never opened */
  }
  opened = null;
  if (!(await isThere().catch(() => false))) return;
  await new Promise((resolve) => {
    try {
      const asked = indexedDB.deleteDatabase(BASE);
      asked.onsuccess = asked.onerror = resolve;
      asked.onblocked = () => setTimeout(resolve, 2_000);       /* other tabs close theirs when asked: soon */
    } catch {
      resolve(undefined);
    }
  });
}

/** A draft that can be read; null for any other. @param {any} draft @returns {Draft | null} */
export function sound(draft) {
  const fits = draft?.v === FORM && typeof draft.tab === "string" && Array.isArray(draft.articles) && draft.articles.length > 0;
  return fits && draft.articles.every((/** @type {any} */ one) => typeof one?.text === "string") ? draft : null;
}

/* ---------------------------------------------------- which tabs are open */

const lock = (/** @type {string} */ tab) => `glosswire draft ${tab}`;

/**
 * Takes a draft's name for this tab for as long as it is open, or until the name is let go by what is given back. Null when another open tab has
 * it: a tab that was duplicated has its twin's name. After a reload the page before may still be about to let go, so it is worth a short wait.
 * @param {string} tab
 * @returns {Promise<(() => void) | null>}
 */
export function claim(tab) {
  return new Promise((resolve) => {
    const hold = () => new Promise((letGo) => resolve(() => letGo(undefined)));
    try {
      navigator.locks.request(lock(tab), { signal: AbortSignal.timeout(1_000) }, hold).catch(() => resolve(null));
    } catch {
      resolve(() => {});                           /* a browser without locks */
    }
  });
}

/** Names of the drafts whose tabs are open. @returns {Promise<Set<string>>} */
export async function openTabs() {
  try {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.map(({ name = "" }) => name).filter((name) => name.startsWith(lock(""))).map((name) => name.slice(lock("").length)));
  } catch {
    return new Set();
  }
}
