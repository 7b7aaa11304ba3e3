// Firefox: the main things a reader does, in a stock Firefox, where one is installed. What is particular to an engine shows here: how it
// pastes, draws, keeps and refuses. Everything else is tested in Chromium.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { WWW, startServer } from "../serve.mjs";
import { single } from "../single.mjs";
import { firefoxPath, launch } from "./firefox.mjs";
import { elsewhere } from "./harness.mjs";

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof launch>>["open"]>>} Tab */

const FIRST = "Gate fails at Lissen\n\nTomas Brekkin, the chief engineer, said on Monday that the gate had failed. “We waited too long,” he said.\n\nIlka Vessendal, the minister, said repairs would cost $44 million. The sea will not wait for us.";
const SECOND = "Gate fails at Lissen\n\nTomas Brekkin, the chief engineer, said on Monday that the gate had failed. A second gate was found cracked on Friday.\n\nIlka Vessendal, the minister, said repairs would cost $47 million.";

/** Ways that Firefox refuses without telling the page, only its own console, or not even that. */
const SILENT = ["preload", "insideEvents"];

const path = firefoxPath();
if (path === null) test("the page in Firefox", { skip: "no Firefox is here (GLOSSWIRE_FIREFOX names one)" }, () => {});
else describe("the page in Firefox", () => {
  const other = elsewhere();
  /** @type {Awaited<ReturnType<typeof launch>>} */
  let firefox;
  /** @type {Awaited<ReturnType<typeof startServer>>} */
  let server;
  /** @type {string} */
  let folder;

  before(async () => {
    server = await startServer({});
    firefox = await launch(path);
    folder = await mkdtemp(join(tmpdir(), "glosswire firefox "));
  });
  after(async () => {
    await firefox?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param {import("node:test").TestContext} t @param {string} [address] */
  async function open(t, address = server.url) {
    const tab = await firefox.open(address);
    t.after(() => tab.close());
    return tab;
  }

  /** Copies words in another field and pastes them with the keyboard: a real clipboard, a real paste. @param {Tab} tab @param {string} text @param {string} state */
  async function paste(tab, text, state) {
    await tab.evaluate((words) => {
      const field = document.createElement("textarea");
      field.id = "copy-me";
      field.value = words;
      document.body.append(field);
      field.select();
    }, text);
    await tab.press("Control", "c");
    await tab.evaluate(() => {
      document.getElementById("copy-me")?.remove();
      if (document.documentElement.dataset.state === "empty") document.getElementById("paste")?.focus();
    });
    await tab.press("Control", "v");
    await tab.until(`the article stands, ${state}`, ([wanted, words]) => document.documentElement.dataset.state === wanted && document.getElementById("text")?.textContent === words, [state, text]);
  }

  /** What passes over to the test of what stands on the page. @param {Tab} tab */
  const marks = (tab) => tab.evaluate(() => [...document.querySelectorAll("#text mark.m")].map((mark) => `${mark.getAttribute("data-kind")}: ${mark.textContent}`));

  test("an article is pasted by the keyboard and stands marked, every word of it; a mark tells what it is", async (t) => {
    const tab = await open(t);
    await tab.until("the page is empty", () => document.documentElement.dataset.state === "empty" && document.querySelector("#legend .key"));
    await paste(tab, FIRST, "article");
    const found = await marks(tab);
    for (const one of ["person: Tomas Brekkin", "person: Ilka Vessendal", "date: Monday", "money: $44 million", "quote: “We waited too long,”"]) assert.ok(found.includes(one), `${one}: ${found}`);
    await tab.click("#text mark.m[data-kind=money]");
    await tab.until("the card is open", () => document.querySelector("#card")?.matches(":popover-open"));
    assert.equal(await tab.evaluate(() => document.querySelector("#card-name")?.textContent), "$44 million");
    const margin = await tab.evaluate(() => {
      const style = getComputedStyle(/** @type {Element} */ (document.querySelector("#text mark.m[data-speaker]")), "::before");
      return [style.content, parseFloat(style.height)];
    });
    assert.match(String(margin[0]), /Brekkin|data-speaker/);
    assert.ok(Number(margin[1]) > 10 && Number(margin[1]) < 40, `the speaker stands in the margin: ${margin}`);
  });

  test("two articles are compared; a quotation is marked, and is there again after a reload", async (t) => {
    const tab = await open(t);
    await tab.until("the page is empty", () => document.querySelector("#legend .key"));
    await paste(tab, FIRST, "article");
    await tab.until("words can be selected", () => document.querySelector("#mark-words"));
    await tab.evaluate((wanted) => {
      const walker = document.createTreeWalker(/** @type {Node} */ (document.getElementById("text")), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        const at = node.data.indexOf(wanted);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, "The sea will not wait for us.");
    await tab.press("a");
    await tab.until("the card is open", () => document.querySelector("#mark-as")?.matches(":popover-open"));
    await tab.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector("#mark-speaker"));
      select.selectedIndex = select.options.length - 1;
      select.dispatchEvent(new Event("change"));
      document.getElementById("mark-speaker-name")?.focus();
    });
    await tab.type("Ada Tveit");
    await tab.press("Enter");
    const said = () => [...document.querySelectorAll("#text mark.m[data-kind=quote]")].some((mark) => mark.textContent === "The sea will not wait for us.");
    await tab.until("it is marked", said);
    assert.ok((await tab.evaluate(() => [...document.querySelectorAll("#facts .speaker h3")].map((node) => node.textContent))).includes("Ada Tveit"));
    await tab.until("the desk is kept", () => document.documentElement.dataset.kept === "yes");
    await tab.go(server.url);
    await tab.until("the desk is back", () => document.documentElement.dataset.state === "article");
    await tab.until("and the quotation", said);
    await paste(tab, SECOND, "compare");
    const told = await tab.evaluate(() => [...document.querySelectorAll("#text .s[data-status]")].map((one) => one.getAttribute("data-status")));
    assert.deepEqual(told.filter((status) => status === "changed").length, 1);
    assert.match(await tab.evaluate(() => document.querySelector("#text .now")?.getAttribute("data-was") ?? ""), /44/);
    assert.match(await tab.evaluate(() => document.querySelector("#verdict")?.textContent ?? ""), /^\d+ of \d+ sentences? (?:is|are) new$/);
  });

  test("the page proves that it can reach nobody, and the trap sees nothing", async (t) => {
    const tab = await open(t);
    await tab.until("the page is empty", () => document.querySelector("#legend .key"));
    await paste(tab, FIRST, "article");
    const { complaints, asked } = firefox;
    const before = [complaints.length, asked.length];
    await (await fetch(other.url)).text();                             /* the trap is not blind */
    assert.equal(other.seen.length, 1);
    await tab.press("?");
    await tab.click("#prove-too");
    await tab.until("the sheet is open", () => document.querySelector("#proof-to"));
    await tab.evaluate((to) => {
      /** @type {HTMLInputElement} */ (document.querySelector("#proof-to")).value = to;
    }, `${other.url}caught?proof`);
    await tab.click("#proof-go");
    await tab.until("everything was tried", () => /\bways\b/.test(document.querySelector("#proof-verdict")?.textContent ?? ""));
    const rows = await tab.evaluate(() => [...document.querySelectorAll("#proof tr[data-way]")].map((row) => [row.getAttribute("data-way"), row.getAttribute("data-end"), row.lastElementChild?.textContent]));
    await new Promise((done) => setTimeout(done, 500));
    complaints.splice(before[0]);                                       /* the refusals are what was asked for */
    asked.splice(before[1]);
    assert.deepEqual(other.seen.slice(1), [], "nobody came");
    for (const [way, end, words] of rows) {
      if (end !== "absent" && !(end === "silent" && SILENT.includes(way ?? ""))) assert.equal(end, "refused", `${way}: ${words}`);
    }
    assert.ok(rows.filter(([, end]) => end === "refused").length > 20, "most of them are tried");
    assert.match(await tab.evaluate(() => document.querySelector("#proof-verdict")?.textContent ?? ""), /^None of \d+ ways/);
  });

  test("the single file works from the disk", async (t) => {
    const file = join(folder, "glosswire.html");
    await writeFile(file, await single(WWW));
    const tab = await open(t, pathToFileURL(file).href);
    await tab.until("the page is empty", () => document.querySelector("#legend .key"));
    await tab.click("#try-samples");
    await tab.until("the samples are compared", () => document.documentElement.dataset.state === "compare");
    assert.ok((await marks(tab)).length > 20);
    await paste(tab, FIRST, "compare");
  });

  test("no error, and no request to another origin", () => {
    assert.ok(firefox.asked.length > 10, "the watch is blind");
    assert.deepEqual(firefox.complaints, []);
    assert.deepEqual(firefox.asked.filter((address) => /^(?:https?|wss?|ftp):/.test(address) && new URL(address).origin !== new URL(server.url).origin), []);
  });
});
