// History: the steps of correcting, to be taken back and made again. A step says which records it brought and which it took away, so
// that what another tab or a file has added meanwhile stays.

import { equal } from "./record.js";

/** @typedef {import("./record.js").Correction} Correction */
/** @typedef {{ added: Correction[], removed: Correction[], told: string, at: number | null, article: string | null }} Step `told`: what it did, in words */

export class History {
  constructor() {
    /** @type {Step[]} */
    this.done = [];
    /** @type {Step[]} */
    this.undone = [];
  }

  /** @param {Step} step @param {Correction[]} records @returns {Correction[]} the records after it */
  make(step, records) {
    this.done.push(step);
    this.undone = [];
    return apply(records, step.removed, step.added);
  }

  /** @param {Correction[]} records @returns {{ step: Step, records: Correction[] } | null} */
  undo(records) {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    return { step, records: apply(records, step.added, step.removed) };
  }

  /** @param {Correction[]} records @returns {{ step: Step, records: Correction[] } | null} */
  redo(records) {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    return { step, records: apply(records, step.removed, step.added) };
  }
}

/** @param {Correction[]} records @param {Correction[]} away @param {Correction[]} more */
function apply(records, away, more) {
  const kept = records.filter((record) => !away.some((one) => equal(one, record)));
  return [...kept, ...more.filter((one) => !kept.some((record) => equal(one, record)))];
}
