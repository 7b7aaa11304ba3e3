// A reporter for node's test runner: one line a test, failures in full, and a closing line that counts as Rust's harness does.
// Node's own reporters count a file without a test as a test that passed; here such a file is a failure.

import { isAbsolute } from "node:path";
import { inspect } from "node:util";

/**
 * @param {AsyncIterable<{ type: string, data: any }>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  /** @type {string[]} */
  const failures = [];

  for await (const { type, data } of source) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    else if (type === "test:diagnostic" && data.nesting > 0) yield `${indent(data)}  ${data.message}\n`;
    else if (type === "test:pass" || type === "test:fail") {
      const { error, type: kind, duration_ms: ms } = data.details ?? {};
      if (kind === "suite") {
        if (type === "test:pass" || error?.failureType === "subtestsFailed") continue;
      }
      if (data.skip !== undefined || data.todo !== undefined) {
        skipped += 1;
        const why = [data.skip, data.todo].find((reason) => typeof reason === "string" && reason) ?? "";
        yield `${indent(data)}skip  ${data.name}${why && `: ${why}`}\n`;
      } else if (type === "test:pass" && isFile(data)) {
        failed += 1;
        failures.push(`${data.name} holds no test`);
        yield `${indent(data)}FAIL  ${data.name} holds no test\n`;
      } else if (type === "test:pass") {
        passed += 1;
        yield `${indent(data)}ok    ${data.name} (${Math.round(ms)} ms)\n`;
      } else if (error?.failureType !== "subtestsFailed") {
        failed += 1;
        failures.push(`${data.name}\n${explain(error)}`);
        yield `${indent(data)}FAIL  ${data.name} (${Math.round(ms)} ms)\n`;
      }
    }
  }

  for (const failure of failures) yield `\nFAIL  ${failure}\n`;
  yield `\ntest result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed; ${skipped} ignored\n`;
}

/** Whether this "test" is only the file that tests stand in. @param {{ name: string, nesting: number }} data */
function isFile(data) {
  return data.nesting === 0 && (isAbsolute(data.name) || data.name.endsWith(".test.mjs"));
}

/** @param {{ nesting: number }} data */
function indent(data) {
  return "  ".repeat(data.nesting + 1);
}

/** An error as a person reads it: the cause, not the runner's wrapping. @param {any} error */
function explain(error) {
  const cause = error?.cause ?? error;
  const text = cause instanceof Error || typeof cause === "object" ? (cause?.stack ?? inspect(cause)) : String(cause);
  return text.replace(/^/gm, "      ");
}
