// Intake: how text comes in from outside. What is pasted, dropped on the page, or chosen as files. Up to twenty files are articles; more,
// or one that holds many, are a pile. What it takes in goes out by its hands; it knows neither the desk nor what is shown.

import { MOST } from "./desk.js";
import { byId, takesLetters } from "./dom.js";
import { codeOf } from "./engine.js";
import { filesOf, looksTextual, readFile } from "./files.js";
import { whenOpened } from "./later.js";
import { hush, notify, withPatience } from "./notice.js";
import { words } from "./words.js";

/** @typedef {import("./paste.js").Paste} Paste */
/** @typedef {import("./files.js").ReadFile | import("./files.js").Refused} Got */
/**
 * @typedef {object} Hands
 * @property {(pastes: Paste[]) => Promise<unknown>} take takes articles in
 * @property {<T extends Got>(files: T[]) => Promise<{ others: T[], said: string[] }>} openDesks opens those files that are a saved desk
 * @property {<T>(job: () => Promise<T>) => Promise<T>} enqueue
 * @property {() => void} clear makes room for a pile
 * @property {(target: EventTarget | null) => boolean} stays whether what is pasted there is text for a text that is being written
 */

/** @param {Hands} hands */
export function openIntake(hands) {
  whenOpened(() => void Promise.all([import("./collection.js"), import("./pile.js")]).catch(() => {}));      /* there when the network is gone */

  addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (!data || document.querySelector("dialog:modal") || hands.stays(event.target)) return;
    event.preventDefault();
    const plain = data.getData("text/plain");
    const html = data.getData("text/html");
    if (plain || html) void hands.take([{ plain, html }]);
    else if (data.files.length) void openFiles([...data.files], true);
    else notify({ code: "nothing", ...words.nothingPasted });
  });

  let dragging = 0;
  const hint = (/** @type {boolean} */ on) => document.body.classList.toggle("dropping", on);
  addEventListener("dragenter", () => hint((dragging += 1) > 0));
  addEventListener("dragleave", () => hint((dragging = Math.max(0, dragging - 1)) > 0));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    dragging = 0;
    hint(false);
    const data = event.dataTransfer;
    if (!data) return;
    const plain = data.getData("text/plain");
    const html = data.getData("text/html");
    const files = await filesOf(data);
    if (files.length) void openFiles(files);
    else if (plain || html) void hands.take([{ plain, html }]);
  });

  for (const [button, input] of [["open-files", "files"], ["open-folder", "folder"]]) {
    const chooser = /** @type {HTMLInputElement} */ (byId(input));
    byId(button).addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      const files = [...(chooser.files ?? [])];
      chooser.value = "";
      if (files.length) void openFiles(files);
    });
  }

  /** @param {File[]} files @param {boolean} [pasted] */
  async function openFiles(files, pasted = false) {
    const worth = files.length > MOST ? files.filter(looksTextual) : files;
    if (worth.length > MOST) return openPile(worth);
    const got = await Promise.all(worth.map(readFile));
    if (await anyHoldsMany(got)) return openPile(worth);
    const { others: read, said: refused } = await hands.openDesks(got);
    /** @type {Paste[]} */
    const pastes = [];
    for (const one of read) {
      if ("why" in one) refused.push(pasted && one.why === "image" ? "" : words.refused[one.why](one.name));
      else if (!one.html && !one.plain?.trim()) refused.push(words.refused.empty(one.name));
      else pastes.push(one);
    }
    if (pastes.length) await hands.take(pastes);
    if (refused.length === 1 && refused[0] === "") return notify({ code: "image", ...words.imagePasted });
    if (refused.length) notify({ code: "refused", title: words.refusedTitle(refused.length), body: [...refused.slice(0, 4), ...(refused.length > 4 ? [words.moreFiles(refused.length - 4)] : []), words.unharmed] });
  }

  /** @param {File[]} files */
  async function openPile(files) {
    const part = await import("./pile.js").catch(() => null);
    if (!part) return notify({ code: "load", ...words.partMissing, ways: [{ label: words.tryAgain, main: true, act: () => void openPile(files) }] });
    return hands.enqueue(async () => {
      hush();
      try {
        const pile = await withPatience(words.pile.reading, (signal, progress) => part.sortPile(files, signal, progress));
        hands.clear();
        part.showPile(pile, (some) => void openFiles(some));
      } catch (error) {
        const code = codeOf(error);
        if (code !== "cancelled") notify({ code, ...words.other(error instanceof Error ? error.message : String(error)) });
      }
    });
  }
}

/** Whether one of these files holds articles by the row. What reads tables can't be fetched: then it is a text like any other. @param {Got[]} files */
async function anyHoldsMany(files) {
  try {
    const { holdsMany } = await import("./collection.js");
    return (await Promise.all(files.map(holdsMany))).some(Boolean);
  } catch {
    return false;
  }
}
