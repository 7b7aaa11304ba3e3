// Service worker: keeps the page's files on this device, so that it opens without a network. It takes no messages, fetches nothing but the
// files listed here, each of which must have the digest listed here, and gives an opened page the files of one version, never a
// mixture. A newer version is gathered whole and then waits: the page says that it is there, and the reader takes it (js/offline.js).

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/* The next two are filled in where the page is laid out (tests/stamp.mjs). Empty, they mean: keep nothing, and go. */
const VERSION = "";
/** Path below the page's folder, and SHA-256. @type {Record<string, string>} */
const FILES = {};

/** On the first visit the page itself comes first. */
const PAUSE = 1_500;

const scope = worker.registration.scope;
/** Several pages of one host share their storage: the name says whose it is. @param {string} what */
const nameOf = (what) => `glosswire ${scope} ${what}`;
/** Which version each open page began with: they may not be the same. @type {Map<string, string>} */
const begun = new Map();

/* ------------------------------------------------------ what is remembered */

/** @param {string} key `chosen`: the version that is opened; `newest`: the last that was gathered; `page/ID`: the one that a page began with */
async function recall(key) {
  const kept = await (await caches.open(nameOf("state"))).match(new URL(key, scope));
  return kept ? kept.text() : null;
}

/** @param {string} key @param {string} value */
async function remember(key, value) {
  await (await caches.open(nameOf("state"))).put(new URL(key, scope), new Response(value));
}

/** The version that a page began with; null if it is no page of ours. @param {string} id */
async function versionOf(id) {
  if (!id) return null;
  const version = begun.get(id) ?? (await recall(`page/${id}`));
  if (version) begun.set(id, version);
  return version;
}

/** @param {string} id @param {string} version */
function begin(id, version) {
  begun.set(id, version);
  return remember(`page/${id}`, version);
}

/* --------------------------------------------------------- a version comes */

worker.addEventListener("install", (event) => event.waitUntil(gather()));
worker.addEventListener("activate", (event) => event.waitUntil(VERSION ? settle() : go()));

/** Gathers every file of this version, or fails and leaves all as it was. */
async function gather() {
  if (!VERSION) return worker.skipWaiting();
  const older = (await caches.keys()).filter((name) => name.startsWith(nameOf("")) && name !== nameOf("state"));
  if (older.length === 0) await new Promise((go) => setTimeout(go, PAUSE));
  try {
    const cache = await caches.open(nameOf(VERSION));
    await Promise.all(Object.entries(FILES).map(async ([path, digest]) => cache.put(new URL(path, scope), (await known(path, digest, older)) ?? (await fetched(path, digest)))));
  } catch (error) {
    if (!older.includes(nameOf(VERSION))) await caches.delete(nameOf(VERSION));
    throw error;
  }
  await remember("newest", VERSION);
  const chosen = await recall("chosen");
  if (!chosen || !(await caches.has(nameOf(chosen)))) await remember("chosen", VERSION);
  await worker.skipWaiting();                     /* this script takes over at once; which version is opened, the reader says */
}

/** A file that an older version had already. @param {string} path @param {string} digest @param {string[]} older */
async function known(path, digest, older) {
  for (const name of older) {
    const kept = await (await caches.open(name)).match(new URL(path, scope));
    if (kept && (await sha256(await kept.clone().arrayBuffer())) === digest) return kept;
  }
  return null;
}

/** @param {string} path @param {string} digest */
async function fetched(path, digest) {
  const answer = await fetch(new URL(path, scope), { cache: "no-cache" });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await sha256(bytes)) !== digest) throw new Error(`${path} is not the file of version ${VERSION}`);
  return new Response(bytes, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "application/octet-stream" } });
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The page that was opened before there was a service worker is given its files from here on, too. */
async function settle() {
  const chosen = (await recall("chosen")) ?? VERSION;
  for (const client of await worker.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (pathOf(client.url) === "index.html" && !(await versionOf(client.id))) await begin(client.id, chosen);
  }
  await worker.clients.claim();
  await tidy();
}

/** Leaves nothing behind. */
async function go() {
  for (const name of await caches.keys()) if (name.startsWith(nameOf(""))) await caches.delete(name);
  await worker.registration.unregister();
}

/** Drops the versions that no page has open and nobody can choose. */
async function tidy() {
  const open = new Set((await worker.clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  const wanted = new Set(["state", VERSION, await recall("chosen"), await recall("newest")]);
  const state = await caches.open(nameOf("state"));
  for (const key of await state.keys()) {
    const id = key.url.slice(scope.length).match(/^page\/(.+)$/)?.[1];
    if (!id) continue;
    if (open.has(id) || begun.has(id)) wanted.add(await versionOf(id));
    else await state.delete(key);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(nameOf("")) && !wanted.has(name.slice(nameOf("").length))) await caches.delete(name);
  }
}

/* --------------------------------------------------------------- answering */

worker.addEventListener("fetch", (event) => {
  if (!VERSION || !event.request.url.startsWith(scope)) return;              /* to elsewhere: the page's own policy refuses it */
  if (event.request.mode !== "navigate") return event.respondWith(answer(event));
  if (event.request.method === "GET" && pathOf(event.request.url) === "index.html") event.respondWith(open(event));
});

/** The path below the page's folder. @param {string} address */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.slice(scope.length) || "index.html";
}

/** Opens the page in the version that the reader has chosen, whatever stands behind the ? and # of its address. @param {FetchEvent} event */
async function open(event) {
  const version = (await recall("chosen")) ?? VERSION;
  const kept = await (await caches.open(nameOf(version))).match(new URL("index.html", scope));
  if (!kept) return fetch(event.request);
  event.waitUntil(begin(event.resultingClientId, version).then(tidy));
  return kept;
}

/** A file for a page of ours, if it is listed; else nothing, not even a question to the host. Other pages below this address are let be. @param {FetchEvent} event */
async function answer(event) {
  const version = await versionOf(event.clientId);
  if (!version) return fetch(event.request);
  const kept = event.request.method === "GET" && !new URL(event.request.url).search && (await (await caches.open(nameOf(version))).match(new URL(pathOf(event.request.url), scope)));
  return kept || Response.error();
}
