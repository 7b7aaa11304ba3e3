// Samples: two articles of our own on one made-up event. They are fetched while the page loads, because afterwards it is sealed
// and can connect to nothing, not even to where it came from. This file runs as soon as it is there, before the rest of the
// page, and starts the engine.

import { start } from "./engine.js";
import { part } from "./parts.js";

/** @typedef {{ file: string, title: string, published: string }} Listed */

const list = part("samples/samples.json");
const first = part("samples/first.txt");
const second = part("samples/second.txt");

start([list, first, second]).catch(() => {});               /* told when something is asked of it */

/**
 * One of the samples.
 * @param {0 | 1} which
 * @returns {Promise<{ plain: string, published: string | null }>}
 */
export async function sample(which) {
  texts ??= Promise.all([list.then((answer) => answer.json()), first.then(read), second.then(read)]);
  const [listed, ...plain] = await texts;
  return { plain: plain[which], published: /** @type {Listed[]} */ (listed)[which]?.published ?? null };
}

/** @type {Promise<[Listed[], string, string]> | null} */
let texts = null;

/** @param {Response} answer */
function read(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
}
