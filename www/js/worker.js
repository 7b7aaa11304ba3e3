// Worker: runs the core apart from the page. It is made from a blob, so that it has inherited the page's policy, is handed
// the compiled module, and answers one question after another. Long lists go back in slices, so that the page stays awake.

import { Deduplicator, annotate, compare, initSync, segments } from "../pkg/glosswire.js";

/** Kinds that the page paints. A source and its cue are told in the panel. */
const PAINTED = [
  "person", "organization", "place", "group", "event", "product", "work", "law",
  "date", "time", "duration", "money", "percent", "quantity", "number", "ordinal",
  "quote", "repeat", "term",
];
const SLICE = 4_000;
/** Below this length an answer holds the segments of the whole text; above it the page asks for those it comes near to. */
const WHOLE = 200_000;

/** @type {Deduplicator | null} */
let pile = null;

/** @typedef {(progress: import("./types.js").Progress) => void} Tell */
/** @type {Record<string, (tell: Tell | null, ...args: any[]) => unknown>} */
const verbs = {
  annotate(_tell, text, options) {
    const annotated = annotate(text, options);
    return { annotated, segments: text.length <= WHOLE ? segments(annotated, PAINTED) : null };
  },
  segments: (_tell, annotated) => segments(annotated, PAINTED),
  compare: (tell, articles, options) => compare(articles, tell ? { ...options, onProgress: tell } : options),
  pileStart(_tell, options) {
    pile?.free();
    pile = new Deduplicator(options);
  },
  pileAdd(_tell, articles) {
    for (const { id, text } of articles) pile?.add(id, text);
    return pile?.size ?? 0;
  },
  pileGroups: (tell) => pile?.groups(tell ?? undefined) ?? [],
  pileMemory: () => pile?.memory ?? 0,
  reach: (_tell, address) => reach(address),
};

self.onmessage = ({ data }) => {
  if (data.module) {
    initSync({ module: data.module });
    setTimeout(() => annotate("On Tuesday Mr Smith said: “No.”", {}));      /* word lists are read before the first text comes */
  } else answer(data);
};
self.postMessage({ hello: true });

/** @param {{ id: number, name: string, args: any[], progress: boolean }} question */
async function answer({ id, name, args, progress }) {
  try {
    const tell = progress ? (/** @type {import("./types.js").Progress} */ now) => self.postMessage({ id, progress: now }) : null;
    const made = verbs[name](tell, ...args);
    const value = slice(made instanceof Promise ? await made : made, "", (path, items) => self.postMessage({ id, part: path, items }));
    self.postMessage({ id, value });
  } catch (error) {
    self.postMessage({ id, error: told(error) });
  }
}

/**
 * The page's proof (proof.js), for this worker: tries to reach an address by every means a worker has, and tells what became of each.
 * @param {string} address
 */
async function reach(address) {
  /** @type {[string, (to: string) => unknown][]} */
  const ways = [
    ["insideFetch", (to) => fetch(to, { mode: "no-cors", method: "POST", body: "proof" })],
    ["insideXhr", (to) => new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.onload = done;
      request.onerror = fail;
      request.open("GET", to);
      request.send();
    })],
    ["insideSocket", (to) => new Promise((done, fail) => {
      const socket = new WebSocket(to.replace(/^http/, "ws"));
      socket.onopen = done;
      socket.onerror = fail;
    })],
    ["insideEvents", (to) => new Promise((done, fail) => {
      const source = new EventSource(to);
      source.onopen = done;
      source.onerror = () => (source.close(), fail(new Error("error")));
    })],
    ["insideModule", (to) => import(to)],
    ["insideWorker", (to) => new Worker(to) && new Promise(() => {})],
  ];
  const told = [];
  for (const [way, act] of ways) {
    /** @type {string | null} */
    let rule = null;
    const to = new URL(address);
    to.searchParams.set("proof", way);
    const hear = (/** @type {any} */ event) => {
      if (!event.blockedURI.includes(":") || event.blockedURI.endsWith(`proof=${way}`)) rule ??= event.effectiveDirective;
    };
    self.addEventListener("securitypolicyviolation", hear);
    const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time, "silent"));
    const end = await Promise.race([wait(3_000), (async () => act(to.href))().then(() => "through", () => wait(150))]);
    self.removeEventListener("securitypolicyviolation", hear);
    told.push(rule ? { way, end: "refused", rule } : { way, end });
  }
  return told;
}

/**
 * Sends long lists ahead in slices and leaves empty ones in their places.
 * @param {any} value
 * @param {string} path
 * @param {(path: string, items: unknown[]) => void} send
 * @param {number} [depth]
 * @returns {any}
 */
function slice(value, path, send, depth = 0) {
  if (Array.isArray(value) && value.length > SLICE) {
    for (let at = 0; at < value.length; at += SLICE) send(path, value.slice(at, at + SLICE));
    return [];
  }
  if (depth < 4 && value !== null && typeof value === "object" && !(Array.isArray(value) && value.length > 32)) {
    for (const key of Object.keys(value)) value[key] = slice(value[key], `${path}/${key}`, send, depth + 1);
  }
  return value;
}

/**
 * What to tell of an error. Anything but the core's own errors means that the instance can't be trusted any more.
 * @param {any} error
 */
function told(error) {
  if (error?.name === "GlosswireError") return { code: String(error.code), message: String(error.message) };
  return { crash: true, message: String(error?.message ?? error) };
}
