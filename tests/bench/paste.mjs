// The paste: how long a page of 250 KB of markup takes from the clipboard to an article, in a browser that has the engine loaded.

import { articleOf, onPage } from "../paste.mjs";
import { webPage } from "../webpage.mjs";

/** Paragraphs that make the made-up page as large. */
const PARAGRAPHS = 1_350;

/**
 * Milliseconds of each of so many pastes, the first left out; the size of the markup in characters.
 * @param {number} times
 */
export async function pasted(times) {
  const html = webPage(PARAGRAPHS);
  const ms = await onPage(async (page) => {
    const runs = [];
    for (let run = 0; run <= times; run += 1) runs.push((await articleOf(page, { html })).ms);
    return runs.slice(1);
  });
  return { ms, size: html.length };
}
