// Sent: an article that the bookmarklet (bookmark.js) sends from another page. It comes from the window that opened this one and from
// no other; the reader is shown which site sends it, and nothing of it is taken before the reader says so.

import { hush, notify } from "./notice.js";
import { later } from "./words-later.js";

/** @typedef {(paste: { plain: string, html: string, told: { address?: string } }) => unknown} Take */
/** @typedef {{ glosswire: "article", title: string, address: string, text: string, html: string }} Sent */

/** How much is taken, in characters: more than any article, and no more than the page can keep in hand. */
export const MOST_SENT = 16_000_000;
const MOST_TITLE = 160;
/** How long a site has to send it. */
const PATIENCE = 8_000;

/** @param {Take} take */
export function receive(take) {
  history.replaceState(null, "", location.pathname + location.search);        /* loaded anew, it is a page as any other */
  const sender = /** @type {Window | null} */ (window.opener);
  if (!sender) return cut();
  const late = setTimeout(cut, PATIENCE);
  addEventListener("message", hear);
  sender.postMessage({ glosswire: "ready" }, "*");                           /* says nothing but that this page listens */

  /** @param {MessageEvent} event */
  function hear({ source, origin, data }) {
    if (source !== sender || !isArticle(data)) return;
    removeEventListener("message", hear);
    clearTimeout(late);
    window.opener = null;
    const { text, html } = data;
    const from = /^https?:/.test(origin) ? origin : later.noAddress;
    if (text.length + html.length > MOST_SENT) return notify({ code: "sentTooLong", ...later.sentTooLong(from) });
    if (!text.trim()) return notify({ code: "sentNothing", ...later.sentNothing(from) });
    notify({ code: "sent", ...later.sent(from, plainTitle(data.title), text.trim().length), ways: [{ label: later.takeIt, main: true, act: () => void take({ plain: text, html, told: toldOf(data.address, origin) }) }] });
  }
}

/** No link to the page that opened this one, or no answer. */
function cut() {
  hush();
  notify({ code: "sentCut", ...later.sentCut });
}

/** @param {unknown} data @returns {data is Sent} */
function isArticle(data) {
  if (data === null || typeof data !== "object") return false;
  const { glosswire, title, address, text, html } = /** @type {Record<string, unknown>} */ (data);
  return glosswire === "article" && [title, address, text, html].every((one) => typeof one === "string");
}

/** The address of the article, if it is one of the site that sends it. @param {string} address @param {string} origin */
function toldOf(address, origin) {
  const url = address.length < 2_000 && URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) return {};
  url.hash = url.username = url.password = "";
  return { address: url.href };
}

/** A title that can't turn the words around it. @param {string} title */
function plainTitle(title) {
  const plain = title.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return plain.length > MOST_TITLE ? `${plain.slice(0, MOST_TITLE)}…` : plain;
}
