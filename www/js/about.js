// About: what an article is, beside its words: title, outlet, date and address. Taken from the paste where it has them, and only where that is
// certain; what the paste's markup or the reader says stands above what is found in the text.

import { isAside } from "./thing.js";

/** @typedef {import("./types.js").About} About */
/** @typedef {import("./types.js").Annotated} Annotated */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STARTS_WITH_DAY = /^\d{4}-\d{2}-\d{2}/;
/**
 * "LONDON, March 4 (Reuters) - ": a place in capitals, perhaps a day, the agency, a dash. Without classes of letters, for which a browser takes
 * milliseconds before the first article is shown: what `place` and `name` are is asked of what was found.
 */
const CREDIT = /^(?<place>[^\s(,][^(,]{2,60})(?:, [^\s(,\d][^(,\d]{1,20}(?: \d{1,2})?){0,2},? ?\((?<name>[^()]{2,41})\) ?(?:-{1,2}|–|—)/;
/** What stands there may be anything: it is an outlet when it is a known agency, or is named like one. */
const AGENCY = /^(?:Reuters|(?:The )?(?:AP|Associated Press)|AFP|UPI|dpa|DPA|ANSA|TASS|Xinhua|Kyodo|Yonhap|PTI|IANS|ANI|EFE|Bloomberg|CNN|PA|AAP|APA|Belga|Anadolu|Interfax|WAM|KUNA|SPA|JTA|RNS)$|(?: |^)(?:News|Press|Times|Post|Herald|Wire|Newswire|Journal|Newsroom|Gazette|Tribune|Media)$/;
const RESERVED = /all rights reserved/i;
const RIGHTS = /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?<name>\p{L}[^.©|]{1,50}?)\.?,?\s+all rights reserved/iu;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/i;

/** @returns {About} */
export const nothingKnown = () => ({ title: null, outlet: null, date: null, address: null });

/** A web address that is fit to be kept; null for any other. @param {string | null | undefined} text */
export function addressOf(text) {
  const trimmed = text?.trim() ?? "";
  if (!ADDRESS.test(trimmed) || trimmed.length > 2_000) return null;
  try {
    const { href, username, password } = new URL(trimmed);
    return username || password ? null : href;
  } catch {
    return null;
  }
}

/** What is known of an article when the text, the paste's markup and the reader have been asked. @param {string} text @param {Annotated} annotated @param {Partial<About>} told @returns {About} */
export function aboutOf(text, annotated, told) {
  const found = aboutText(text, annotated);
  return {
    title: told.title || found.title,
    outlet: told.outlet !== undefined ? told.outlet : found.outlet,
    date: told.date || found.date,
    address: told.address !== undefined ? told.address : found.address,
  };
}

/** The day that the engine found. @param {Annotated} annotated */
export function publishedOf(annotated) {
  const found = annotated.published;
  const iso = typeof found === "string" ? found : found?.iso;
  return iso?.match(STARTS_WITH_DAY)?.[0] ?? null;
}

/** The headline, else the first words of the article. @param {string} text @param {Annotated} annotated */
export function titleOf(text, annotated) {
  const { blocks } = annotated;
  const block = blocks.find((one) => one.role === "headline") ?? blocks.find((one) => one.role === "body") ?? blocks[0];
  if (!block) return "";
  const words = text.slice(block.start, Math.min(block.end, block.start + 400)).replace(/\s+/g, " ").trim();
  return words.length > 120 ? `${words.slice(0, 120).replace(/\s+\S*$/, "")}…` : words;
}

/** What the words tell of themselves. @param {string} text @param {Annotated} annotated @returns {About} */
function aboutText(text, annotated) {
  return { title: titleOf(text, annotated) || null, outlet: creditOf(text, annotated), date: publishedOf(annotated), address: lineAddress(text) };
}

/** An agency in the dateline, or the owner of all rights. @param {string} text @param {Annotated} annotated */
function creditOf(text, annotated) {
  const { blocks } = annotated;
  const words = (/** @type {{ start: number, end: number }} */ block) => text.slice(block.start, Math.min(block.end, block.start + 300));
  const first = blocks.filter((block) => block.role === "body" || block.role === "dateline").slice(0, 3);
  for (const block of first) {
    const { place = "", name = "" } = words(block).match(CREDIT)?.groups ?? {};
    if (place === place.toUpperCase() && AGENCY.test(name.trim())) return name.trim();
  }
  for (const block of blocks.slice(-40).filter(({ role }) => isAside(role))) {
    const line = words(block);
    const name = RESERVED.test(line) ? line.match(RIGHTS)?.groups?.name : null;
    if (name) return name.trim();
  }
  return null;
}

/** A line near the start or the end that is an address and nothing else, when there is just one. @param {string} text */
function lineAddress(text) {
  const head = text.slice(0, 4_000).split("\n").filter((line) => line.trim()).slice(0, 4);
  const tail = text.length > 4_000 ? text.slice(-4_000).split("\n").filter((line) => line.trim()).slice(-3) : text.split("\n").filter((line) => line.trim()).slice(-3);
  const found = new Set([...head, ...tail].map(addressOf).filter(Boolean));
  return found.size === 1 ? /** @type {string} */ ([...found][0]) : null;
}

/**
 * What the markup says of the article, as far as it says anything.
 * @param {Document} doc inert
 * @param {string} html the same, as it came
 * @returns {Partial<About>}
 */
export function aboutPage(doc, html) {
  /** @type {Partial<About>} */
  const told = {};
  const meta = (/** @type {string} */ name) =>
    doc.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content")?.replace(/\s+/g, " ").trim().slice(0, 300) || null;
  const title = doc.querySelector("head > title")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const outlet = meta("og:site_name") ?? outletOf(title, [meta("og:title"), ...[...doc.querySelectorAll("h1")].slice(0, 4).map((node) => node.textContent)]);
  const canonical = doc.querySelector('link[rel~="canonical" i]')?.getAttribute("data-href");
  const address = addressOf(canonical) ?? addressOf(meta("og:url")) ?? addressOf(sourceOf(html));
  if (outlet) told.outlet = outlet;
  if (address) told.address = address;
  return told;
}

/** "Old lock to reopen | Coast Desk": what stands behind the headline in a page's title. @param {string} title @param {(string | null | undefined)[]} headlines */
function outletOf(title, headlines) {
  for (const one of headlines) {
    const headline = one?.replace(/\s+/g, " ").trim();
    if (!headline || headline.length < 12 || !title.startsWith(headline)) continue;
    const name = title.slice(headline.length).match(/^ [|–—·-] ([^|–—·]{2,40})$/)?.[1].trim();
    if (name && name.split(" ").length <= 5) return name;
  }
  return null;
}

/** Where a clipboard or a saved page says it comes from. @param {string} html */
function sourceOf(html) {
  const head = html.slice(0, 3_000);
  return head.match(/^SourceURL:(\S+)/im)?.[1] ?? head.match(/<!-- saved from url=\(\d+\)(\S+) -->/i)?.[1];
}

/** What may be said of an article by a file or a draft: of each field, a text of its kind or nothing. @param {any} given @returns {Partial<About>} */
export function soundAbout(given) {
  /** @type {Partial<About>} */
  const told = {};
  const line = (/** @type {unknown} */ text) => (typeof text === "string" && text.trim() ? text.replace(/\s+/g, " ").trim().slice(0, 500) : null);
  if (line(given?.title)) told.title = line(given.title);
  if (given?.outlet !== undefined) told.outlet = line(given.outlet);
  if (isDay(given?.date)) told.date = given.date;
  if (given?.address !== undefined) told.address = addressOf(line(given.address));
  return told;
}

/** Whether this is a day of the calendar, YYYY-MM-DD. @param {unknown} text */
export function isDay(text) {
  return typeof text === "string" && DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
