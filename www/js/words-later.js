// Words, further: the texts of what is loaded when it is asked for. Laid out as words.js; another language is one more file.

import { words } from "./words.js";

const { number } = words;

export const later = {
  /* a newer version */
  newer: "A newer Glosswire is here.",
  useIt: "Use it",
  notNow: "Not now",
  nextTime: "The newer Glosswire opens when you load this page the next time. What is on it now stays as it is.",

  oneFile: "Glosswire in one file, for your disk",

  /* the bookmarklet */
  bookmarkTitle: "Send an article here with one click",
  bookmarkName: "Read in Glosswire",
  bookmarkWhat: "A bookmark that you press on the page you are reading. It opens Glosswire with the article, or with what you have selected.",
  dragHint: "Drag it to your bookmarks.",
  dragIt: "It works on the page you are reading, not here: drag it to your bookmarks, and press it there.",
  copyLabel: "Or make a bookmark by hand, with this as its address",
  copy: "Copy",
  copied: "Copied. Make a new bookmark and put it in as the address.",
  copyByHand: "The browser did not let it be copied. It is selected: press Ctrl+C.",
  noBookmark: "A file on your disk can’t be sent anything: browsers forbid it. Open Glosswire from the web and take the bookmark from there, or copy the article and paste it here.",
  bookmarkNotes: [
    "The article goes from that page to this one, inside your browser. No server sees it.",
    "Glosswire tells you which site sends it, and takes nothing before you agree.",
    "Some sites let no bookmark run, or cut the link to the page it opens. There, copy the article and paste it here.",
  ],
  noWindow: "Glosswire could not be opened: the browser held the window back. Copy the article and paste it there.",
  noAddress: "A page without an address",
  takeIt: "Take it",
  sent: (/** @type {string} */ from, /** @type {string} */ title, /** @type {number} */ letters) => ({
    title: `${from} sends an article`,
    body: [...(title ? [`“${title}”`] : []), `${number(letters)} characters. Nothing of it is taken before you say so.`],
  }),
  sentTooLong: (/** @type {string} */ from) => ({ title: `${from} sends more than Glosswire takes at once`, body: "Nothing of it was taken. Select the article on that page and press the bookmark again, or copy it and paste it here." }),
  sentNothing: (/** @type {string} */ from) => ({ title: `There is no text in what ${from} sends`, body: "Nothing was taken. Select the article on that page, copy it and paste it here." }),
  sentCut: { title: "No article came", body: "The site you came from cuts the link between its pages and the ones they open. Go back to it, copy the article and paste it here." },

  /* the proof */
  proofTitle: "Nothing leaves this page",
  proofWhat: "See for yourself: the page now tries to reach another place by every means a page has, and shows what becomes of it. None of your text is in these tries.",
  toAddress: "Where to: any address, your own server too",
  somewhere: "https://example.com/",
  tryAll: "Try to get out",
  badAddress: "This is no address of the web. Write it whole, like the one that stood here first.",
  ownAddress: "This is where the page itself comes from. Put in an address elsewhere.",
  trying: "Trying.",
  wayOut: "Way out",
  whatHappened: "What happened",
  fate: {
    refused: (/** @type {string} */ rule) => `refused by ${rule}`,
    absent: () => "not there to try it with",
    through: () => "IT WENT THROUGH",
    silent: () => "no answer, and no word of a refusal",
  },
  verdict(/** @type {string} */ host, /** @type {number} */ all, /** @type {number} */ through, /** @type {number} */ silent) {
    if (through) return `${number(through)} of ${number(all)} ways to ${host} went through. Paste nothing that must not get out, and please tell those who make this page.`;
    return silent ? `None of ${number(all)} ways to ${host} went through; ${number(silent)} ended without a word of a refusal.` : `None of ${number(all)} ways to ${host} went through.`;
  },
  way: {
    fetch: "A request (fetch)",
    xhr: "A request of the old kind (XMLHttpRequest)",
    beacon: "A parting message (sendBeacon)",
    socket: "A line kept open (WebSocket)",
    events: "A stream of messages (EventSource)",
    transport: "A fast line (WebTransport)",
    rtc: "A call from browser to browser (RTCPeerConnection)",
    image: "A picture",
    media: "A video",
    object: "An embedded object",
    frame: "A page in a frame",
    sheet: "A style sheet",
    sheetImport: "A style sheet inside another (@import)",
    background: "A picture that a style names",
    font: "A font",
    script: "A script",
    module: "A module (import)",
    prefetch: "A page fetched ahead (prefetch)",
    preload: "A picture fetched ahead (preload)",
    form: "A form sent off",
    worker: "A worker from there",
    serviceWorker: "A service worker from there",
    insideFetch: "The engine’s worker: a request (fetch)",
    insideXhr: "The engine’s worker: a request of the old kind",
    insideSocket: "The engine’s worker: a line kept open",
    insideEvents: "The engine’s worker: a stream of messages",
    insideModule: "The engine’s worker: a module (import)",
    insideWorker: "The engine’s worker: a worker of its own",
  },
  proofNotes: [
    "What a try is “refused by” is a rule that stands in the page itself (Content-Security-Policy). Your browser holds the page to it, whatever its scripts try.",
    "Not tried, because no rule stops a page from it: opening another page in place of this one, and knocking at a host without a word (preconnect), as a browser may do by itself before it refuses a frame or a form. Glosswire’s scripts do neither with a text of yours; they are open for anyone to read.",
  ],
};
