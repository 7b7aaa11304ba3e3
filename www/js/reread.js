// Reread: articles on the desk read anew, in their places, because the reader now says something else about them. The reader's place
// in the text, open folds and the shown tab stay as they were.

import { codeOf } from "./engine.js";
import { notify, withPatience } from "./notice.js";
import { readArticle } from "./paste.js";
import { words } from "./words.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {number[]} wanted places on the desk
 * @param {() => Promise<void>} shown compares and shows the desk
 * @returns {Promise<boolean>} whether it was done
 */
export async function reread(desk, wanted, shown) {
  const place = desk.shown;
  const { scrollY } = window;
  const open = new Set([...document.querySelectorAll("#text details.fold[open] .line")].map((line) => line.textContent));
  try {
    for (const at of wanted) {
      const sheet = desk.sheets[at];
      if (!sheet || sheet.bare) continue;
      const { text, lines, title, told } = sheet.article;
      const paste = { plain: text, told, roles: lines?.map(({ role }) => role) ?? null };
      const read = await withPatience(words.reading(text.length), (signal) => readArticle(paste, { signal }));
      desk.put({ ...read, title: read.title || title }, at);
      desk.shown = place;
    }
    await shown();
  } catch (error) {
    const code = codeOf(error);
    desk.shown = place;
    await shown();
    if (code !== "cancelled") notify({ code, ...words.other(error instanceof Error ? error.message : String(error)) });
    return false;
  } finally {
    for (const line of document.querySelectorAll("#text details.fold .line")) {
      if (open.has(line.textContent)) /** @type {HTMLDetailsElement} */ (line.closest("details")).open = true;
    }
    scrollTo({ top: scrollY, behavior: "instant" });
  }
  return true;
}
