// Own: what the reader has brought along: corrections, and words and patterns of their own. They lie in the browser's storage, and
// whatever is read is read with them. Another tab may change them; then they are taken from there.

import { MOST as MOST_CORRECTIONS, checked as checkedCorrection, fitting } from "./corrections/record.js";
import { EngineError, call } from "./engine.js";
import * as keep from "./keep.js";
import { MOST as MOST_TERMS, checked as checkedTerm, faultOf, plain } from "./terms/term.js";

/** @typedef {import("./corrections/record.js").Correction} Correction */
/** @typedef {import("./terms/term.js").Term} Term */
/** @typedef {"corrections" | "terms"} Kind */

class Own {
  constructor() {
    /** @type {Correction[] | null} */
    this.records = null;
    /** @type {Term[] | null} */
    this.list = null;
    /** What the device would not take must not be lost to what another tab has kept. @type {Set<Kind>} */
    this.unkept = new Set();
    /** Told when something has changed, here or in another tab. @type {((kind: Kind) => void)[]} */
    this.listeners = [];
    globalThis.addEventListener?.("storage", () => this.refresh());
    globalThis.addEventListener?.("glosswire-kept", () => this.refresh());          /* a desk was opened, or everything forgotten */
  }

  get corrections() {
    return (this.records ??= listed(keep.read("corrections"), checkedCorrection, MOST_CORRECTIONS));
  }

  get terms() {
    return (this.list ??= listed(keep.read("terms"), checkedTerm, MOST_TERMS));
  }

  /** Terms that can be used. */
  get usable() {
    return this.terms.filter((term) => !term.fault);
  }

  /** False if they could not be kept beyond this page. @param {Correction[]} records */
  setCorrections(records) {
    this.records = records.slice(-MOST_CORRECTIONS);
    return this.keep("corrections", this.records);
  }

  /** False if they could not be kept beyond this page. @param {Term[]} terms */
  setTerms(terms) {
    this.list = terms.slice(0, MOST_TERMS);
    return this.keep("terms", this.list.map(({ fault, ...term }) => term));
  }

  /** @param {Kind} kind @param {unknown[]} list */
  keep(kind, list) {
    const kept = keep.write(kind, list.length ? list : null);
    if (kept) this.unkept.delete(kind);
    else this.unkept.add(kind);
    this.tell(kind);
    return kept;
  }

  /** What the engine is told with a text. @param {string} text */
  optionsFor(text) {
    const corrections = this.corrections.length ? fitting(text, this.corrections) : [];
    /** @type {{ corrections?: Correction[], terms?: unknown[] }} */
    const options = { ...(corrections.length ? { corrections } : {}), ...this.termOptions() };
    return options;
  }

  termOptions() {
    return this.usable.length ? { terms: this.usable.map(plain) } : {};
  }

  /** The colour of a term. @param {string | number} id */
  tint(id) {
    return this.terms.find((term) => term.id === id)?.tint ?? null;
  }

  /** @param {Kind} kind */
  tell(kind) {
    for (const listener of this.listeners) listener(kind);
  }

  /** What another tab has kept. */
  refresh() {
    const before = { corrections: JSON.stringify(this.corrections), terms: JSON.stringify(this.terms.map(plain)) };
    const corrections = listed(keep.read("corrections"), checkedCorrection, MOST_CORRECTIONS);
    const terms = listed(keep.read("terms"), checkedTerm, MOST_TERMS);
    if (!this.unkept.has("corrections") && JSON.stringify(corrections) !== before.corrections) {
      this.records = corrections;
      this.tell("corrections");
    }
    if (!this.unkept.has("terms") && JSON.stringify(terms.map(plain)) !== before.terms) {
      this.list = terms;
      this.tell("terms");
    }
  }

  /** Finds out which patterns do not work; they are left out, and the sheet of terms says what is wrong with them. */
  async findFaults() {
    for (const term of this.terms) term.fault = (await faultOf(term)) ?? undefined;
    this.tell("terms");
  }
}

export const own = new Own();

/**
 * Annotates a text with what the reader has brought along. A pattern that does not work is no reason to leave an article unmarked.
 * @param {string} text
 * @param {Record<string, unknown>} given
 * @param {import("./types.js").CallOptions} [options]
 * @returns {Promise<{ annotated: import("./types.js").Annotated, untold: import("./types.js").Annotated, segments: import("./types.js").Segment[] | null, corrected: string }>}
 */
export async function annotateOwn(text, given, options) {
  const ask = async () => {
    const ours = own.optionsFor(text);
    /* the roles that the page itself tells must not be mixed with what the reader says of them, which can be taken back */
    const untold = given.page && ours.corrections?.some(({ say }) => say === "role") ? await call("annotate", [text, given], options) : null;
    const answer = await call("annotate", [text, { ...given, ...ours }], options);
    return { ...answer, untold: (untold ?? answer).annotated, corrected: JSON.stringify(ours.corrections ?? []) };
  };
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineError) || !error.code.startsWith("bad") || own.usable.length === 0) throw error;
    await own.findFaults();
    return ask();
  }
}

/**
 * @template T
 * @param {unknown} kept
 * @param {(given: unknown) => T | null} check
 * @param {number} most
 * @returns {T[]}
 */
function listed(kept, check, most) {
  if (!Array.isArray(kept)) return [];
  return kept.slice(0, most).map(check).filter((one) => one !== null);
}
