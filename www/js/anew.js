// Anew: the shown article when what is said of it changes. Another day changes what "Tuesday" means, so all that was found is found again.

import { codeOf } from "./engine.js";
import { notify, withPatience } from "./notice.js";
import { readArticle } from "./paste.js";
import { words } from "./words.js";

/**
 * Puts the article in its place again. False when it could not be read anew, or the reader stopped it: it is then as it was.
 * @param {import("./desk.js").Desk} desk
 * @param {Partial<import("./types.js").About>} told
 */
export async function toldAnew(desk, told) {
  const { shown: place, sheet } = desk;
  if (!sheet) return false;
  const { article, bare } = sheet;
  if (bare) {
    desk.putBare(article.text, place, told);
    return true;
  }
  const roles = article.lines?.map(({ role }) => role) ?? null;
  try {
    desk.put(await withPatience(words.reading(article.text.length), (signal) => readArticle({ plain: article.text, told, roles }, { signal })), place);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code !== "cancelled") notify({ code, ...words.other(error instanceof Error ? error.message : String(error)) });
    return false;
  }
}
