// Door: what the reader takes out of the page, and what a link brings in. Saving, sharing and citing are fetched when they are first
// asked for; here is only what asks for them. Also what a print needs: all of the lists, all of the marks.

import { byId } from "./dom.js";
import { whenOpened } from "./later.js";
import { notify } from "./notice.js";
import { words } from "./words.js";

/** @typedef {{ plain: string, published: string | null, told: Record<string, string> }} Paste */
/** @typedef {{ desk: import("./desk.js").Desk, view: import("./view.js").View, take: (pastes: Paste[]) => Promise<unknown>, show: (index: number) => void, settle: () => void }} House */

/** @param {House} house */
export function openDoor(house) {
  const { desk, view } = house;
  whenOpened(() => void import("./cite.js").then(({ bindCiting }) => bindCiting(() => desk.sheet?.article), () => {}));
  addEventListener("beforeprint", () => unfold());
  const save = async () => {
    if (!desk.sheet) return;
    try {
      const { openSheet } = await import("./save.js");
      if (!document.querySelector("dialog[open]")) openSheet(desk, () => print(view));
    } catch {
      notify({ code: "load", ...words.partMissing, ways: [{ label: words.tryAgain, main: true, act: () => void save() }] });
    }
  };
  byId("open-save").addEventListener("click", () => void save());
  byId("dock-save").addEventListener("click", () => void save());
  return { save };
}

/**
 * Takes the article of a link in. What is on the page stays; a link that can't be read says so in a sentence.
 * @param {string} fragment
 * @param {House} house
 */
export async function openLink(fragment, { desk, take, show, settle }) {
  const parts = await Promise.all([import("./share.js"), import("./words-save.js")]).catch(() => null);
  if (!parts) return notify({ code: "load", ...words.partMissing, ways: [{ label: words.tryAgain, main: true, act: () => location.reload() }] });
  const [{ articleOf }, { saveWords }] = parts;
  const found = await articleOf(fragment);
  history.replaceState(history.state, "", location.pathname + location.search);      /* a reload would open it a second time */
  if (found === "newer" || found === "broken") {
    if (desk.sheets.length === 0) settle();
    return notify({ code: "link", ...(found === "newer" ? saveWords.linkNewer : saveWords.linkBroken) });
  }
  const known = desk.articles.findIndex((article) => article.text === found.text);
  if (known >= 0) return show(known);
  await take([{ plain: found.text, published: found.published, told: found.told }]);
}

/** All of the lists. */
function unfold() {
  for (let round = 0; round < 60; round += 1) {
    const rests = document.querySelectorAll("#facts-body button.rest");
    if (rests.length === 0) return;
    for (const rest of rests) /** @type {HTMLElement} */ (rest).click();
  }
}

/** Prints when a long article is laid out and marked to its end. @param {import("./view.js").View} view */
async function print({ story, card }) {
  card.close(false);
  await story?.laid;
  for (const run of story?.runs.keys() ?? []) await story?.fill(run);
  unfold();
  window.print();
}
