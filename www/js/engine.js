// Engine: the core, in a worker that can reach nothing. `start` fetches and compiles the module, seals the page (seal.js: no
// connection to anywhere, by a second policy that the worker inherits) and makes the worker; `call` asks it something.
// A call can be cancelled and a worker can die: either way it is replaced, and the calls that waited are asked again.

import { part, workerType } from "./parts.js";
import { keepFiles, seal } from "./seal.js";

/** @typedef {import("./types.js").CallOptions} CallOptions */
/** @typedef {import("./types.js").Annotated} Annotated */
/**
 * @typedef {object} Pending
 * @property {number} id
 * @property {string} name
 * @property {unknown[]} args
 * @property {CallOptions} options
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {Map<string, unknown[]>} parts
 * @property {boolean} fragile not to be asked again in a new worker, which has forgotten what came before
 * @property {() => void} [unlisten]
 */

const MODULE = "pkg/glosswire_bg.wasm";
const SCRIPT = "js/worker.js";
const GLUE = "pkg/glosswire.js";
const IDLE = 120_000;                 /* WASM memory never shrinks: an idle worker is ended and gives it back */

/** An error of the engine. `code` is the core's (`tooLong`, `badPattern`, ...) or `load`, `crash`, `cancelled`. */
export class EngineError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "EngineError";
    this.code = code;
  }
}

/** What went wrong, in one word: `other` if it was not the engine. @param {unknown} error */
export function codeOf(error) {
  return error instanceof EngineError ? error.code : "other";
}

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;
/** What every worker is made of: its script and the glue that the script imports. */
let scripts = { glue: "", worker: "" };
/** @type {Promise<void> | null} */
let started = null;
/** @type {Worker | null} */
let worker = null;
/** Whether the worker has said that it listens: before that a message would be lost. */
let awake = false;
/** @type {Pending[]} in the order asked: the worker works on the first */
let pending = [];
let lastId = 0;
let idle = 0;
/** @type {Set<string>} */
const ownScripts = new Set();

/** One policy for scripts: only what this file made itself. */
const policy = trusted("glosswire", {
  createScriptURL: (/** @type {string} */ url) => {
    if (!ownScripts.has(url)) throw new TypeError("not a script of this page");
    return url;
  },
});

/**
 * A Trusted Types policy, or a stand-in where the browser has none.
 * @param {string} name
 * @param {Record<string, (value: string) => string>} rules
 * @returns {any}
 */
export function trusted(name, rules) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  return factory ? factory.createPolicy(name, rules) : rules;
}

/**
 * Loads the engine once; a failed load can be tried again. `before` are fetches of our own that must have been answered
 * before the page is sealed.
 * @param {Promise<unknown>[]} [before]
 * @returns {Promise<void>}
 */
export function start(before = []) {
  started ??= load(before).catch((error) => {
    started = null;
    throw error instanceof EngineError ? error : new EngineError("load", String(error?.message ?? error));
  });
  return started;
}

/** @param {Promise<unknown>[]} before */
async function load(before) {
  const [answer, glue, worker] = await Promise.all([part(MODULE), text(GLUE), text(SCRIPT), Promise.allSettled(before)]);
  if (!answer.ok) throw new EngineError("load", `${MODULE}: ${answer.status}`);
  scripts = { glue, worker };
  keepFiles(ownScript);
  seal();
  compiled = compile(answer);
  spawn();
  await compiled;
}

/** @param {string} path */
async function text(path) {
  const answer = await part(path);
  if (!answer.ok) throw new EngineError("load", `${path}: ${answer.status}`);
  return answer.text();
}

/** @param {Response} answer @returns {Promise<WebAssembly.Module>} */
async function compile(answer) {
  if (answer.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** The address of one of our own scripts, as the policy asks for it. @param {string} url */
function ownScript(url) {
  ownScripts.add(url);
  try {
    return policy.createScriptURL(url);
  } finally {
    ownScripts.delete(url);
  }
}

/**
 * A worker made from a blob inherits the page's policy; one made from an address would not. Both scripts are at hand, so that
 * another worker can be made when the page is sealed and even when its server is gone.
 */
function spawn() {
  const glue = URL.createObjectURL(new Blob([scripts.glue], { type: "text/javascript" }));
  const url = URL.createObjectURL(new Blob([scripts.worker.replace("../pkg/glosswire.js", glue)], { type: "text/javascript" }));
  const made = new Worker(ownScript(url), { type: workerType, name: "glosswire" });
  made.onmessage = (event) => {
    if (made !== worker) return;
    if (event.data.hello) void wake(made, [glue, url]);
    else hear(event.data);
  };
  made.onerror = (event) => {
    event.preventDefault();
    if (made === worker) crash(event.message || "the worker ended");
  };
  made.onmessageerror = () => made === worker && crash("a message could not be read");
  worker = made;
  awake = false;
}

/** The worker listens: it is handed the module and what was asked meanwhile. @param {Worker} made @param {string[]} urls */
async function wake(made, urls) {
  urls.forEach((url) => URL.revokeObjectURL(url));
  const module = await compiled;
  if (made !== worker) return;
  made.postMessage({ module });
  awake = true;
  for (const ask of pending) send(ask);
}

/**
 * Asks the engine.
 * @param {string} name
 * @param {unknown[]} args
 * @param {CallOptions & { fragile?: boolean }} [options]
 * @returns {Promise<any>}
 */
export async function call(name, args, options = {}) {
  await start();
  if (options.signal?.aborted) throw cancelled();
  clearTimeout(idle);
  if (!worker) spawn();
  return new Promise((resolve, reject) => {
    /** @type {Pending} */
    const ask = { id: ++lastId, name, args, options, resolve, reject, parts: new Map(), fragile: options.fragile ?? false };
    const abort = () => cancel(ask);
    options.signal?.addEventListener("abort", abort, { once: true });
    ask.unlisten = () => options.signal?.removeEventListener("abort", abort);
    pending.push(ask);
    send(ask);
  });
}

/** @param {Pending} ask */
function send(ask) {
  if (awake) worker?.postMessage({ id: ask.id, name: ask.name, args: ask.args, progress: Boolean(ask.options.onProgress) });
}

/** @param {any} message */
function hear(message) {
  const ask = pending.find((one) => one.id === message.id);
  if (!ask) return;
  if (message.progress) return ask.options.onProgress?.(message.progress);
  if (message.part !== undefined) {
    const items = ask.parts.get(message.part) ?? [];
    for (const item of message.items) items.push(item);
    ask.parts.set(message.part, items);
    return;
  }
  if (message.error?.crash) return crash(message.error.message);
  settle(ask);
  if (message.error) ask.reject(new EngineError(message.error.code, message.error.message));
  else ask.resolve(assemble(message.value, ask.parts));
  if (pending.length === 0) idle = window.setTimeout(end, IDLE);
}

/**
 * Puts long lists, which came in slices, back in their places.
 * @param {any} value
 * @param {Map<string, unknown[]>} parts
 */
function assemble(value, parts) {
  for (const [path, items] of parts) {
    const steps = path.split("/").slice(1);
    if (steps.length === 0) return items;
    const last = /** @type {string} */ (steps.pop());
    let holder = value;
    for (const step of steps) holder = holder[step];
    holder[last] = items;
  }
  return value;
}

/** @param {Pending} ask */
function settle(ask) {
  ask.unlisten?.();
  pending = pending.filter((one) => one !== ask);
}

/** @param {Pending} ask */
function cancel(ask) {
  if (!pending.includes(ask)) return;
  const running = pending[0] === ask;
  settle(ask);
  ask.reject(cancelled());
  if (running) replace();
}

function cancelled() {
  return new EngineError("cancelled", "cancelled");
}

/** The first call is the one that was being worked on: it fails, the others are asked again. @param {string} why */
function crash(why) {
  const ask = pending[0];
  if (ask) {
    settle(ask);
    ask.reject(new EngineError("crash", why));
  }
  replace();
}

/** A new worker for what still waits; calls that lean on the memory of the old one fail with it. */
function replace() {
  end();
  for (const ask of pending.filter((one) => one.fragile)) {
    settle(ask);
    ask.reject(new EngineError("crash", "the worker was replaced"));
  }
  if (pending.length === 0) return;
  for (const ask of pending) ask.parts.clear();
  spawn();
}

function end() {
  clearTimeout(idle);
  worker?.terminate();
  worker = null;
  awake = false;
}
