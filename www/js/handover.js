// Handover: a file given to the reader, and one taken. What Glosswire saves says what it is, so that the wrong file gets a sentence.

import { el } from "./dom.js";
import { notify } from "./notice.js";
import { ownWords } from "./words-own.js";

const VERSION = 1;
const HUGE = 16 * 1024 * 1024;

/** How long the address of a file is good: a browser may ask first where to put it. In milliseconds. */
const TAKEN = 60_000;

/** Hands a file to the reader. @param {string} text @param {string} name @param {string} type */
export function handOver(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}

/** Saves a list as a file. @param {"corrections" | "terms"} what @param {unknown[]} list @param {string} name */
export function saveFile(what, list, name) {
  const text = `${JSON.stringify({ glosswire: what, version: VERSION, [what]: list }, null, 1)}\n`;
  handOver(text, name, "application/json");
}

/**
 * Reads a list from a file that the reader chose. If it is none, a sentence says so and nothing comes back.
 * @param {"corrections" | "terms"} what
 * @param {File} file
 * @returns {Promise<unknown[] | null>}
 */
export async function readFile(what, file) {
  const { wrong } = ownWords.files;
  const refuse = (/** @type {{ title: string, body: string }} */ told) => (notify({ code: "badFile", ...told }), null);
  let given;
  try {
    if (file.size > HUGE) throw new RangeError("too large");
    given = JSON.parse(await file.text());
  } catch {
    return refuse(wrong.json(file.name));
  }
  if (given?.glosswire !== what) return refuse(wrong.other(file.name, ownWords.files[what]));
  if (!(given.version <= VERSION)) return refuse(wrong.newer(file.name));
  return Array.isArray(given[what]) ? given[what] : refuse(wrong.json(file.name));
}

/** Lets the reader choose a file. @param {(file: File) => void} taken */
export function chooseFile(taken) {
  const input = el("input", { type: "file", accept: ".json,application/json", hidden: true, class: "chooser", onchange: () => {
    const file = input.files?.[0];
    input.remove();
    if (file) taken(file);
  }, oncancel: () => input.remove() });
  document.body.append(input);
  input.click();
}
