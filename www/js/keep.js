// Keep: small things that this browser remembers for Glosswire, by name. The one module that touches the browser's storage (texts of
// articles, which may be large, lie in the drafts: draft.js). What can't be stored is held until the page is closed, so that nothing is lost.

import { forgetDrafts } from "./draft.js";

/** Pages of one user of a host share one storage: everything of ours has this before its name. */
const OURS = "glosswire:";
/** The reader's choice that nothing be kept: the only thing stored then, and it says nothing of what was read. */
const CHOICE = "nothing";

/** What is held in this page: all of it when nothing may be kept, else only what could not be stored. @type {Map<string, string>} */
const held = new Map();
let silent = stored(CHOICE) !== null;

/** What is kept under a name; null if nothing is, or nothing that can be read. @param {string} key @returns {any} */
export function read(key) {
  const text = held.get(key) ?? (silent ? null : stored(key));
  if (text === null || text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Keeps a value, in the place of the one before; null takes it away. False when the browser would not store it: it is then held until the page is closed.
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean}
 */
export function write(key, value) {
  const text = JSON.stringify(value ?? null);
  if (silent) {
    held.set(key, text);
    return true;
  }
  try {
    if (value === null || value === undefined) localStorage.removeItem(OURS + key);
    else localStorage.setItem(OURS + key, text);
    held.delete(key);
    return true;
  } catch {
    held.set(key, text);
    return false;
  }
}

/** Removes everything of Glosswire from this device, but for the choice to keep nothing. @returns {Promise<void>} */
export async function forget() {
  held.clear();
  try {
    for (const key of names()) if (key !== CHOICE) localStorage.removeItem(OURS + key);
    sessionStorage.removeItem(`${OURS}tab`);
    sessionStorage.removeItem(`${OURS}left`);
  } catch {
    /* what can't be reached holds nothing of ours */
  }
  await forgetDrafts();
}

/** Names of what is kept. @returns {string[]} */
export function names() {
  const found = [...held.keys()];
  if (silent) return found;
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (key?.startsWith(OURS) && key !== OURS + CHOICE) found.push(key.slice(OURS.length));
    }
  } catch {
    /* no storage, no names */
  }
  return [...new Set(found)];
}

/** Whether nothing is to be kept on this device. */
export function keepsNothing() {
  return silent;
}

/**
 * Keeps nothing from now on, and forgets what was kept; or keeps again. Small things stay at hand until the page is closed. False when the choice itself
 * could not be stored.
 * @param {boolean} on
 */
export async function keepNothing(on) {
  if (on !== silent) {
    const here = names().map((key) => /** @type {[string, any]} */ ([key, read(key)]));
    if (on) await forget();
    silent = on;
    held.clear();
    for (const [key, value] of here) write(key, value);
  }
  try {
    if (on) localStorage.setItem(OURS + CHOICE, "1");
    else localStorage.removeItem(OURS + CHOICE);
    return true;
  } catch {
    return !on;
  }
}

/** The name by which this tab of the browser knows itself again after a reload; null in a new one. @returns {string | null} */
export function tabName() {
  try {
    return sessionStorage.getItem(`${OURS}tab`);
  } catch {
    return null;
  }
}

/** Gives this tab a name, or takes it away. @param {string | null} name */
export function nameTab(name) {
  try {
    if (name === null) sessionStorage.removeItem(`${OURS}tab`);
    else if (!silent) sessionStorage.setItem(`${OURS}tab`, name);
  } catch {
    /* a reload will then offer the draft instead of opening it */
  }
}

/** @param {string} key */
function stored(key) {
  try {
    return localStorage.getItem(OURS + key);
  } catch {
    return null;
  }
}

/**
 * Leaves something for the page that this tab loads next: what a page writes while it is being closed may come too late for that. It is gone with
 * the tab, and does not fit if it is several megabytes long.
 * @param {unknown} value
 */
export function leave(value) {
  try {
    if (!silent) sessionStorage.setItem(`${OURS}left`, JSON.stringify(value));
  } catch {
    /* what could be written in time is there all the same */
  }
}

/** What the page before left, which is taken away; null if it left nothing that can be read. @returns {any} */
export function takeLeft() {
  try {
    const text = sessionStorage.getItem(`${OURS}left`);
    sessionStorage.removeItem(`${OURS}left`);
    return text === null || silent ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
