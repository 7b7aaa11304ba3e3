// Keep: the desk comes back after a reload, from another tab, from a file; it is forgotten when told, and in a mode for shared machines nothing is left
// behind. Where the browser's storage is full or denied, a sentence says so and nothing is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TOLD, bench, drop, give, inState, paste, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
const first = read("first.txt");
const second = read("second.txt");
const stage = bench();

/** @param {Page} page @param {"yes" | "no"} [how] */
const kept = (page, how = "yes") => until(page, `data-kept is ${how}`, (wanted) => document.documentElement.dataset.kept === wanted, how);
/** @param {Page} page @param {number} count */
const stand = (page, count) => until(page, `${count} articles stand`, (wanted) => document.querySelectorAll("#tabs [role=tab]").length === wanted && document.querySelector("#text") !== null, count);
const titles = (/** @type {Page} */ page) => page.locator("#tabs [role=tab] b").allTextContents();

/** Everything that this browser holds of the page. @param {Page} page */
const left = (page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), bases: (await indexedDB.databases()).map(({ name }) => name), cookie: document.cookie,
  }));

/** The desk's dialog. @param {Page} page */
async function openKept(page) {
  await page.locator("#open-kept").click();
  await until(page, "the dialog is open", () => document.querySelector("dialog#kept")?.matches(":modal"));
}

/** Saves the desk, gives back what is in the file. @param {Page} page */
async function saveDesk(page) {
  await openKept(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#desk-save").click()]);
  assert.equal(file.suggestedFilename(), "glosswire-desk.json");
  const text = readFileSync(await file.path(), "utf8");
  await page.keyboard.press("Escape");
  return text;
}

/** @param {Page} page @param {string} name @param {string} text */
const dropText = async (page, name, text) => {
  await give(page, text);
  await drop(page, [{ name, type: "application/json", given: true }]);
};

/* ------------------------------------------------------------------ reload */

test("after a reload the desk is there again: texts, order, roles, details, the shown article", async (t) => {
  const page = await stage.open(t);
  await give(page, first);
  await pasteGiven(page);
  await inState(page, "article");
  await page.evaluate(() => [...document.querySelectorAll("#text details.fold")].forEach((fold) => ((/** @type {HTMLDetailsElement} */ (fold)).open = true)));
  await page.locator("#text .fold p.line", { hasText: "In pictures" }).locator("button.turn").click();
  await page.locator("#text > p:not([class])", { hasText: "In pictures" }).waitFor();
  await give(page, second);
  await pasteGiven(page);
  await inState(page, "compare");
  await page.locator("#details").click();
  await page.locator("#about-outlet").fill("The Northline");
  await page.keyboard.press("Enter");
  await until(page, "the outlet stands in the tab", () => document.querySelectorAll("#tabs [role=tab]")[1]?.textContent?.includes("The Northline"));
  await page.locator("#tabs [role=tab]").first().click();
  await until(page, "the first is shown", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true");
  await kept(page);
  const before = await page.locator("#tabs [role=tab]").allTextContents();

  await page.reload();
  await stand(page, 2);
  await until(page, "both are compared", () => document.documentElement.dataset.state === "compare");
  assert.deepEqual(await page.locator("#tabs [role=tab]").allTextContents(), before);
  assert.equal(await page.locator("#tabs [role=tab]").first().getAttribute("aria-selected"), "true");
  await give(page, first);
  await sameText(page);
  await page.locator("#text > p:not([class])", { hasText: "In pictures" }).waitFor();
  await page.locator("#tabs [role=tab]").nth(1).click();
  await until(page, "the verdict stands", () => document.querySelector("#verdict"));
  await give(page, second);
  await sameText(page);
});

test("what a page could not write in time is there after a reload all the same, and is kept then", async (t) => {
  const page = await stage.open(t);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("too late", "AbortError");
    };
  });
  await give(page, first);
  await pasteGiven(page);
  await inState(page, "article");
  await page.reload();
  await inState(page, "article");
  assert.equal(await page.locator("#text").textContent(), first);
  await kept(page);
  assert.deepEqual((await left(page)).session, ["glosswire:tab"]);
  await page.reload();
  await inState(page, "article");
  assert.equal(await page.locator("#text").textContent(), first);
});

test("what an earlier page left goes behind what was kept later", async (t) => {
  const page = await stage.open(t);
  await give(page, first);
  await pasteGiven(page);
  await inState(page, "article");
  await kept(page);
  await page.evaluate(() => {
    const article = { text: "An old one\n\nNobody reads it.", roles: null, told: {}, title: "An old one" };
    sessionStorage.setItem("glosswire:left", JSON.stringify({ v: 1, tab: sessionStorage.getItem("glosswire:tab"), when: 1, shown: 0, articles: [article] }));
  });
  await page.reload();
  await inState(page, "article");
  assert.equal(await page.locator("#text").textContent(), first);
  await page.evaluate(() => sessionStorage.setItem("glosswire:left", "{torn"));
  await page.reload();
  await inState(page, "article");
  assert.equal(await page.locator("#text").textContent(), first);
  assert.deepEqual((await left(page)).session, ["glosswire:tab"]);
});

test("a reload goes before what the address asks for; a new visit does not", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await give(page, second);
  await pasteGiven(page);
  await inState(page, "compare");
  await kept(page);
  await page.reload();
  await stand(page, 2);

  await page.goto("about:blank");
  await page.goto(`${stage.url}#sample`);
  await inState(page, "article");
  await stand(page, 1);
  await kept(page);
  await openKept(page);
  await page.locator("#kept [data-bring]").waitFor();
  assert.match((await page.locator("#kept .earlier li").textContent()) ?? "", /and 1 more/, "the desk of before is not lost");
});

test("odd texts come back letter by letter", async (t) => {
  const page = await stage.open(t);
  const odd = "Title\r\n\r\nAnna Smith said\u2028so\ton \ud800Monday.\r\rA \u0000 in it, and \ufeff, and e\u0301.\n\n\n";
  await give(page, odd);
  await pasteGiven(page);
  await inState(page, "article");
  await sameText(page);
  await kept(page);
  await page.reload();
  await inState(page, "article");
  await give(page, odd);
  await sameText(page);
});

test("several megabytes are kept", async (t) => {
  const page = await stage.open(t, "", { allowed: TOLD });
  const line = "Anna Smith said on Monday that the council of Velden would pay 14 million crowns for the lock.\n\n";
  const text = `A long one\n\n${line.repeat(Math.ceil(6e6 / line.length))}`;
  await give(page, text);
  await pasteGiven(page);
  await inState(page, "article", 120_000);
  await kept(page);
  await page.reload();
  await inState(page, "article", 120_000);
  await until(page, "all of it is there", (length) => document.querySelector("#text")?.textContent?.length === length, text.length, 120_000);
});

test("the title says what is kept, and starting again forgets it", async (t) => {
  const page = await stage.open(t);
  await openKept(page);
  assert.match((await page.locator("#kept-state").textContent()) ?? "", /No article/);
  assert.equal(await page.locator("#desk-save").isDisabled(), true);
  await page.keyboard.press("Escape");
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);
  await openKept(page);
  assert.match((await page.locator("#kept-state").textContent()) ?? "", /^1 article kept on this device.*\d\d:\d\d/);
  await page.keyboard.press("Escape");
  await page.locator("#clear").click();
  await until(page, "the draft is gone", () => document.documentElement.dataset.kept === undefined);
  assert.deepEqual(await left(page), { local: [], session: [], bases: [], cookie: "" });
  await page.locator("#restore").click();
  await inState(page, "article");
  await kept(page);
});

/* ---------------------------------------------------------------- two tabs */

test("two tabs keep a desk each; a closed one is offered, the newest first", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);

  const other = await page.context().newPage();
  await other.goto(stage.url);
  await inState(other, "empty");
  await until(other, "it says that tabs keep their own", () => /Another tab has its own desk open/.test(document.querySelector("#offer")?.textContent ?? ""));
  assert.equal(await other.locator("#bring-back").count(), 0, "what another tab has open is not offered");
  await give(other, second);
  await pasteGiven(other);
  await inState(other, "article");
  await kept(other);

  await page.reload();
  await inState(page, "article");
  assert.match((await titles(page))[0], /^Engineers/);
  await other.reload();
  await inState(other, "article");
  assert.match((await titles(other))[0], /^Bridge check/);

  await page.close();
  await other.close();
  const third = await other.context().newPage();
  await third.goto(stage.url);
  await third.locator("#bring-back").waitFor();
  assert.match((await third.locator("#offer").textContent()) ?? "", /Bridge check was cancelled/);
  await third.locator("#bring-back").click();
  await inState(third, "article");
  assert.match((await titles(third))[0], /^Bridge check/);
  await openKept(third);
  assert.equal(await third.locator("#kept [data-bring]").count(), 1);
  await third.locator("#kept [data-bring]").click();
  await stand(third, 2);
  await kept(third);
  await openKept(third);
  assert.equal(await third.locator("#kept [data-bring]").count(), 0, "what was added is kept once");
});

test("a tab that was duplicated gets a copy of its own", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);
  const twin = await page.context().newPage();
  await twin.addInitScript((name) => {
    if (!sessionStorage.length) sessionStorage.setItem("glosswire:tab", name);
  }, await page.evaluate(() => sessionStorage.getItem("glosswire:tab") ?? ""));
  await twin.goto(stage.url);
  await inState(twin, "article");
  await give(twin, second);
  await pasteGiven(twin);
  await inState(twin, "compare");
  await kept(twin);
  assert.notEqual(await twin.evaluate(() => sessionStorage.getItem("glosswire:tab")), await page.evaluate(() => sessionStorage.getItem("glosswire:tab")));
  await page.reload();
  await inState(page, "article");
  await stand(page, 1);
});

/* -------------------------------------------------------------- forgetting */

test("everything is forgotten after one question, and it says what", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await kept(page);
  await page.evaluate(async () => {
    const { write } = await import(new URL("js/keep.js", document.baseURI).href);
    write("terms", [{ id: "a", label: "A", words: ["lock"] }]);
    localStorage.setItem("someone else's", "stays");
  });
  const other = await page.context().newPage();
  await other.goto(stage.url);
  await paste(other, { plain: second });
  await inState(other, "article");
  await kept(other);

  await page.bringToFront();
  await openKept(page);
  await page.locator("#forget").click();
  await page.locator("#sure").waitFor();
  assert.match((await page.locator("#kept-sure").textContent()) ?? "", /2 articles on this desk, 1 other desk and 1 own term will be forgotten/);
  await page.locator("#kept-sure button", { hasText: "Leave it" }).click();
  assert.equal(await page.locator("#sure").count(), 0);
  await page.locator("#forget").click();
  await page.locator("#sure").click();
  await until(page, "it says what was forgotten", () => /^Forgotten: 2 articles on this desk, 1 other desk and 1 own term\./.test(document.querySelector("#kept-result")?.textContent ?? ""));
  await other.locator("#notices [data-code=forgotten]").waitFor();
  assert.deepEqual(await left(page), { local: ["someone else's"], session: [], bases: [], cookie: "" });
  await page.keyboard.press("Escape");
  await inState(page, "empty");
  assert.equal(await page.locator("#restore").isVisible(), false, "nor can it be brought back");
  await page.goto("about:blank");
  await page.goto(stage.url);
  await inState(page, "empty");
  assert.deepEqual(await left(page), { local: ["someone else's"], session: [], bases: [], cookie: "" });

  /* the other tab shows what it showed, and keeps it only when told */
  await stand(other, 1);
  await other.locator("#notices button", { hasText: "Keep it again" }).click();
  await kept(other);
});

test("in the mode for shared machines nothing is left behind", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);
  await openKept(page);
  await page.locator("#keep-nothing").check();
  await until(page, "it says so", () => /From now on nothing is kept/.test(document.querySelector("#kept-result")?.textContent ?? ""));
  await page.keyboard.press("Escape");
  assert.deepEqual(await left(page), { local: ["glosswire:nothing"], session: [], bases: [], cookie: "" });
  await give(page, second);
  await pasteGiven(page);
  await inState(page, "compare");
  const small = await page.evaluate(async () => {
    const { read, write } = await import(new URL("js/keep.js", document.baseURI).href);
    return [write("terms", [1]), read("terms")];
  });
  assert.deepEqual(small, [true, [1]], "small things stay at hand");
  await page.waitForTimeout(600);
  assert.deepEqual(await left(page), { local: ["glosswire:nothing"], session: [], bases: [], cookie: "" });
  await page.reload();
  await inState(page, "empty");
  assert.deepEqual(await left(page), { local: ["glosswire:nothing"], session: [], bases: [], cookie: "" });

  await openKept(page);
  assert.equal(await page.locator("#keep-nothing").isChecked(), true);
  await page.locator("#keep-nothing").uncheck();
  await until(page, "it keeps again", () => /kept on this device again/.test(document.querySelector("#kept-result")?.textContent ?? ""));
  await page.keyboard.press("Escape");
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);
  assert.deepEqual((await left(page)).local, []);
});

/* --------------------------------------------------- storage full or denied */

for (const [what, block] of /** @type {[string, () => void][]} */ ([
  ["full", () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    Storage.prototype.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  }],
  ["denied", () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
    }
  }],
])) {
  test(`storage is ${what}: a sentence, and everything works`, async (t) => {
    const page = await stage.open(t);
    await page.context().addInitScript(block);
    await page.reload();
    await inState(page, "empty");
    await give(page, first);
    await pasteGiven(page);
    await inState(page, "article");
    await sameText(page);
    await page.locator("#notices [data-code=notKept]").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.kept), "no");
    const held = await page.evaluate(async () => {
      const { read, write } = await import(new URL("js/keep.js", document.baseURI).href);
      return [write("terms", [1]), read("terms")];
    });
    assert.deepEqual(held, [false, [1]], "what can't be stored is held");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#notices button", { hasText: "to a file" }).click()]);
    assert.equal(JSON.parse(readFileSync(await file.path(), "utf8")).articles[0].text, first);
    await give(page, second);
    await pasteGiven(page);
    await inState(page, "compare");
    await page.waitForTimeout(500);
    assert.equal(await page.locator("#notices [data-code=notKept]").count(), 0, "it says so once");
    await openKept(page);
    assert.match((await page.locator("#kept-state").textContent()) ?? "", /2 articles on the desk, not kept/);
    await page.locator("#forget").click();
    await page.locator("#sure").click();
    await inState(page, "empty").catch(() => {});
    await until(page, "forgotten", () => /^Forgotten/.test(document.querySelector("#kept-result")?.textContent ?? ""));
  });
}

test("a draft that is damaged, or of a later form, harms nothing", async (t) => {
  const page = await stage.open(t);
  await paste(page, { plain: first });
  await inState(page, "article");
  await kept(page);
  await page.evaluate(async () => {
    const base = await new Promise((done) => (indexedDB.open("glosswire").onsuccess = (event) => done(/** @type {any} */ (event.target).result)));
    const store = base.transaction("drafts", "readwrite").objectStore("drafts");
    for (const bad of [{ tab: "x", v: 1 }, { tab: "y", v: 1, when: 9e15, articles: [{ text: 7 }] }, { tab: "z", v: 99, when: 9e15, articles: [{ text: "Newer" }] }, { tab: "w", v: 1, when: 5, shown: "a", articles: [{ text: "A small text.", roles: ["king"], told: { date: "yesterday", address: "javascript:1", outlet: 9 } }] }]) store.put(bad);
    await new Promise((done) => (store.transaction.oncomplete = done));
    base.close();
  });
  await page.close();
  const fresh = await page.context().newPage();
  await fresh.goto(stage.url);
  await fresh.locator("#bring-back").waitFor();
  assert.match((await fresh.locator("#offer").textContent()) ?? "", /Engineers/, "the sound one is offered");
  await openKept(fresh);
  assert.equal(await fresh.locator("#kept [data-bring]").count(), 2);
  await fresh.locator("#kept [data-bring=w]").click();
  await inState(fresh, "article");
  assert.equal(await fresh.locator("#text").textContent(), "A small text.");
  await fresh.locator("#details").click();
  await fresh.locator("#details-form").waitFor();
  assert.deepEqual(await fresh.locator("#details-form input").evaluateAll((fields) => fields.slice(1).map((field) => /** @type {HTMLInputElement} */ (field).value)), ["", "", ""]);
});

/* -------------------------------------------------------------------- files */

test("the whole desk goes to a file and comes back from it", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  await page.evaluate(async () => {
    const { write } = await import(new URL("js/keep.js", document.baseURI).href);
    write("terms", [{ id: "a", label: "Lock", words: ["lock"] }]);
    write("corrections", { x: [{ say: "notAName", text: "Monday" }] });
  });
  await page.locator("#details").click();
  await page.locator("#about-outlet").fill("The Northline");
  await page.locator("#about-address").fill("https://example.com/bridge?a=1");
  await page.keyboard.press("Enter");
  await until(page, "saved", () => !document.querySelector("#details-form"));
  const before = await page.locator("#tabs [role=tab]").allTextContents();
  const text = await saveDesk(page);
  const file = JSON.parse(text);
  assert.deepEqual([file.glosswire, file.version, file.articles.length], ["desk", 1, 2]);
  assert.equal(file.articles[0].text, first);

  const other = await stage.open(t);
  await other.evaluate(async () => {
    const { write } = await import(new URL("js/keep.js", document.baseURI).href);
    write("terms", [{ id: "a", label: "Mine", words: ["mine"] }]);
  });
  await dropText(other, "glosswire-desk.json", text);
  await inState(other, "compare");
  assert.deepEqual(await other.locator("#tabs [role=tab]").allTextContents(), before);
  await give(other, second);
  await sameText(other);
  const made = await other.evaluate(async () => {
    const { read } = await import(new URL("js/keep.js", document.baseURI).href);
    return [read("terms"), read("corrections")];
  });
  assert.deepEqual(made, [[{ id: "a", label: "Mine", words: ["mine"] }, { id: "a-2", label: "Lock", words: ["lock"] }], { x: [{ say: "notAName", text: "Monday" }] }]);
  await other.locator("#details").click();
  assert.equal(await other.locator("#about-address").inputValue(), "https://example.com/bridge?a=1");

  /* by the file picker, behind what is there */
  await other.locator("#files").setInputFiles([{ name: "desk (2).json", mimeType: "application/json", buffer: Buffer.from(text) }, { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("A note\n\nIt was said by Anna Smith on Monday.") }]);
  await stand(other, 5);
  assert.equal((await titles(other))[4], "A note");
});

test("a broken, a foreign and a newer file: a sentence each, and the desk stands", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const text = await saveDesk(page);
  const desk = JSON.parse(text);
  for (const [name, given, says] of /** @type {[string, string, RegExp][]} */ ([
    ["cut.json", text.slice(0, 900), /“cut.json” is damaged/],
    ["odd.json", JSON.stringify({ ...desk, articles: [{ text: 5 }] }), /“odd.json” is damaged/],
    ["none.json", JSON.stringify({ ...desk, articles: "x" }), /damaged/],
    ["other.json", JSON.stringify({ hello: 1 }), /“other.json” is data of another program/],
    ["list.json", "[1, 2]", /another program/],
    ["null.json", "null", /another program/],
    ["next.json", JSON.stringify({ ...desk, version: 2 }), /“next.json” was saved by a newer Glosswire/],
  ])) {
    await dropText(page, name, given);
    await until(page, `it says what is wrong with ${name}`, (source) => new RegExp(source).test(document.querySelector("#notices [data-code=refused]")?.textContent ?? ""), says.source);
    await stand(page, 1);
  }
  await give(page, first);
  await sameText(page);
});

test("more articles in a file than the desk has room for", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  const articles = Array.from({ length: 21 }, (_, index) => ({ text: `Story ${index}\n\nAnna Smith said on Monday that ${index + 2} houses had burned.`, roles: null, told: {}, title: "x" }));
  await dropText(page, "glosswire-desk.json", JSON.stringify({ glosswire: "desk", version: 1, shown: 0, articles }));
  await stand(page, 20);
  await until(page, "it says how many were not added", () => /2 articles of “glosswire-desk.json” were not added/.test(document.querySelector("#notices")?.textContent ?? ""));
  assert.match((await titles(page))[0], /^Engineers/);
});

stage.quiet();
