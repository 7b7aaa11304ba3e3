// Proof: the page tries to reach another origin by every means it could think of, and shows what became of each. What is believed is
// the browser's own report that the policy was breached, not what a call returns. Nothing but the address and the name of the try
// (`?proof=fetch`, by which reports are told apart) is ever in them.

import { el } from "./dom.js";
import { call } from "./engine.js";
import { say } from "./notice.js";
import { sheetOf } from "./sheet.js";
import { TAKEN_AWAY } from "./seal.js";
import { later } from "./words-later.js";

/** @typedef {keyof typeof later.way} Way */
/** @typedef {{ end: "refused" | "absent" | "through" | "silent", rule?: string }} Fate refused by a rule; not there; gone through; no report, no answer */

/** How long the browser has to report. */
const WAIT = 3_000;
const GRACE = 150;

/** A result that means: there is nothing to try. */
const ABSENT = Symbol("absent");

/** What the try under way has put into the page: taken out when it is over. @type {{ nodes: HTMLElement[], styles: CSSStyleSheet[] }} */
const probes = { nodes: [], styles: [] };

function sweep() {
  for (const node of probes.nodes.splice(0)) node.remove();
  const styles = probes.styles.splice(0);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => !styles.includes(one));
}

/** @param {HTMLElement} node is put into the page, hidden. @returns {Promise<unknown>} settles when it has loaded or failed */
function placed(node) {
  probes.nodes.push(node);
  return new Promise((loaded, failed) => {
    node.addEventListener("load", loaded);
    node.addEventListener("loadeddata", loaded);
    node.addEventListener("error", () => failed(new Error("error")));
    document.querySelector("#proof .probes")?.append(node);
  });
}

/** Every means, and how it is tried. Resolved: it went through, unless the browser reports otherwise. @type {[Way, (to: string) => unknown][]} */
const WAYS = [
  ["fetch", (to) => fetch(to, { mode: "no-cors", method: "POST", body: "proof" })],
  ["xhr", (to) => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = done;
    request.onerror = fail;
    request.open("GET", to);
    request.send();
  })],
  ["beacon", (to) => navigator.sendBeacon(to, "proof") && new Promise(() => {})],
  ["socket", (to) => new Promise((done, fail) => {
    const socket = new WebSocket(to.replace(/^http/, "ws"));
    socket.onopen = done;
    socket.onerror = fail;
  })],
  ["events", (to) => new Promise((done, fail) => {
    const source = new EventSource(to);
    source.onopen = done;
    source.onerror = () => (source.close(), fail(new Error("error")));
  })],
  ["transport", (to) => ("WebTransport" in globalThis && to.startsWith("https:") ? new WebTransport(to).ready : ABSENT)],
  ["rtc", (to) => {
    if (!TAKEN_AWAY.some((name) => name in globalThis)) return ABSENT;
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(to).host}` }] });
    connection.createDataChannel("proof");
    return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  }],
  ["image", (to) => placed(el("img", { src: to, alt: "" }))],
  ["media", (to) => placed(el("video", { src: to, preload: "auto" }))],
  ["object", (to) => placed(el("object", { data: to }))],
  ["frame", (to) => placed(el("iframe", { src: to, title: "" }))],
  ["sheet", (to) => placed(el("link", { rel: "stylesheet", href: to }))],
  ["sheetImport", (to) => placed(el("style", null, `@import url("${to}");`))],
  ["background", (to) => {
    const style = new CSSStyleSheet();
    style.replaceSync(`#proof .probes .painted { inline-size: 1px; block-size: 1px; background-image: url("${to}") }`);
    document.adoptedStyleSheets.push(style);
    probes.styles.push(style);
    return placed(el("div", { class: "painted" }));
  }],
  ["font", (to) => new FontFace("proof", `url("${to}")`).load()],
  ["script", (to) => placed(el("script", { src: to }))],
  ["module", (to) => import(to)],
  ["prefetch", (to) => placed(el("link", { rel: "prefetch", href: to }))],
  ["preload", (to) => placed(el("link", { rel: "preload", as: "image", href: to }))],
  ["form", (to) => {
    const name = `proof-${Date.now()}`;
    const form = el("form", { method: "post", action: to, target: name });
    void placed(el("iframe", { name, title: "" }));
    void placed(form);
    form.submit();
    return new Promise(() => {});
  }],
  ["worker", (to) => new Promise((done, fail) => {
    const made = new Worker(to);
    made.onmessage = done;
    made.onerror = fail;
  })],
  ["serviceWorker", (to) => (navigator.serviceWorker ? navigator.serviceWorker.register(to) : ABSENT)],
];

/** The address, marked with the name of the try. @param {string} to @param {string} way */
function marked(to, way) {
  const address = new URL(to);
  address.searchParams.set("proof", way);
  return address.href;
}

/**
 * Whether a report is about this try and no straggler of another: it tells the whole address, of what would have been a page only the
 * host, and of a script or a style that stands in this page no address at all.
 * @param {SecurityPolicyViolationEvent} event @param {Way} way
 */
function isOf({ blockedURI, effectiveDirective }, way) {
  if (!blockedURI.includes(":") || blockedURI.endsWith(`proof=${way}`)) return true;
  return /^(?:frame-src|object-src|form-action)$/.test(effectiveDirective) && ["frame", "object", "form"].includes(way);
}

/** What became of one try. @param {Way} way @param {(to: string) => unknown} act @param {string} to @returns {Promise<Fate>} */
async function fate(way, act, to) {
  /** @type {string | null} */
  let rule = null;
  /** @type {() => void} */
  let heard = () => {};
  const report = new Promise((resolve) => (heard = () => resolve(undefined)));
  const hear = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    if (event.disposition !== "enforce" || !isOf(event, way)) return;
    rule ??= event.effectiveDirective;
    heard();
  };
  document.addEventListener("securitypolicyviolation", hear);
  try {
    const end = await Promise.race([
      report,
      new Promise((resolve) => setTimeout(resolve, WAIT, "silent")),
      (async () => {
        try {
          return (await act(marked(to, way))) === ABSENT ? "absent" : "through";
        } catch {
          return "failed";
        } finally {
          if (!rule) await Promise.race([report, new Promise((resolve) => setTimeout(resolve, GRACE))]);
        }
      })(),
    ]);
    if (rule) return { end: "refused", rule };
    return { end: end === "absent" || end === "through" ? end : "silent" };
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
    sweep();
  }
}

/** The address, or why it is none. @param {string} typed @returns {{ to: string } | { why: string }} */
function addressOf(typed) {
  if (!URL.canParse(typed)) return { why: later.badAddress };
  const { protocol, origin, href } = new URL(typed);
  if (!/^https?:$/.test(protocol)) return { why: later.badAddress };
  return origin === location.origin ? { why: later.ownAddress } : { to: href };
}

/** Opens the sheet. */
export function openProof() {
  const field = el("input", { id: "proof-to", type: "url", inputmode: "url", autocomplete: "off", spellcheck: "false", value: later.somewhere, "aria-describedby": "proof-why" });
  const why = el("p", { id: "proof-why", class: "foot", role: "alert" });
  const start = el("button", { class: "btn main", id: "proof-go" }, later.tryAll);
  const verdict = el("p", { id: "proof-verdict", class: "lead" });
  const rows = el("tbody");
  const table = el("table", { class: "rows", hidden: true }, el("thead", null, el("tr", null, el("th", { scope: "col" }, later.wayOut), el("th", { scope: "col" }, later.whatHappened))), rows);
  let trying = false;

  const form = el("form", { class: "field", novalidate: true, onsubmit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const address = addressOf(field.value.trim());
    field.setAttribute("aria-invalid", String("why" in address));
    why.textContent = "why" in address ? address.why : "";
    if ("why" in address || trying) return;
    trying = true;
    rows.replaceChildren();
    table.hidden = false;
    verdict.textContent = later.trying;
    verdict.textContent = told(await tryAll(address.to, () => dialog.open, (way, one) => rows.append(el("tr", { "data-way": way, "data-end": one.end }, el("th", { scope: "row" }, later.way[way]), el("td", null, later.fate[one.end](one.rule ?? ""))))), address.to);
    if (dialog.open) say(verdict.textContent);
    trying = false;
  } }, el("label", { for: "proof-to" }, later.toAddress), el("div", { class: "beside" }, field, start), why);

  const { dialog, body } = sheetOf("proof", later.proofTitle);
  body.append(
    el("p", { class: "lead" }, later.proofWhat),
    form, verdict, table,
    el("div", { class: "probes", "aria-hidden": "true" }),
    el("ul", { class: "foot notes" }, ...later.proofNotes.map((note) => el("li", null, note))));
  dialog.showModal();
}

/** Tries one after another, here and in the worker that reads the texts. @param {string} to @param {() => boolean} goOn @param {(way: Way, one: Fate) => void} show */
async function tryAll(to, goOn, show) {
  /** @type {Fate[]} */
  const fates = [];
  const keep = (/** @type {Way} */ way, /** @type {Fate} */ one) => (fates.push(one), show(way, one));
  for (const [way, act] of WAYS) if (goOn()) keep(way, await fate(way, act, to));
  if (!goOn()) return fates;
  /** @type {{ way: Way, end: Fate["end"], rule?: string }[]} */
  const inside = await call("reach", [to]).catch(() => []);
  for (const { way, ...one } of inside) keep(way, one);
  return fates;
}

/** @param {Fate[]} fates @param {string} to */
function told(fates, to) {
  const count = (/** @type {Fate["end"]} */ end) => fates.filter((one) => one.end === end).length;
  return later.verdict(new URL(to).host, fates.length, count("through"), count("silent"));
}
