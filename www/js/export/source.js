// Source: what every format is made from. One article with its marks, who published it when and where, and a name for its file.
// What is not known is null, and every format goes without it.

import { segmentsOf } from "../part.js";

/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../types.js").Segment} Segment */
/** @typedef {{ title: string, outlet: string | null, date: string | null, address: string | null }} Origin */
/** @typedef {{ article: Article, segments: Segment[], origin: Origin, name: string }} Source */

/** Whose article it is. @param {Article} article @returns {Origin} */
export function originOf(article) {
  const { about } = /** @type {Article & { about?: { title: string | null, outlet: string | null, date: string | null, address: string | null } | null }} */ (article);
  return {
    title: about?.title || article.title,
    outlet: about?.outlet || null,
    date: about?.date || article.published || null,
    address: about?.address && /^https?:\/\/[^\s]+$/i.test(about.address) ? about.address : null,
  };
}

/** @param {{ article: Article, segments: Segment[] | null }} sheet @returns {Promise<Source>} */
export async function sourceOf({ article, segments }) {
  const origin = originOf(article);
  return { article, segments: segments ?? (await segmentsOf(article.annotated, 0, article.text.length)), origin, name: fileName(origin) };
}

/** A name that every system takes. @param {Origin} origin */
function fileName({ title, date }) {
  const words = title.normalize("NFKD").replace(/[̀-ͯ’']/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let name = date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "";
  for (const word of words) {
    if (name.length + word.length > 60) break;
    name += name ? `-${word}` : word;
  }
  return name || "article";
}
