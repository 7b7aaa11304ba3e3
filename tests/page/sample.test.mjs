// Sample: what a reader does with an article and with two, by mouse and by keyboard, and what happens when work takes long or
// the engine stops. Everything is looked at where the reader would look for it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PATIENCE, annotated, bench, give, inState, paste, pasteGiven, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
const first = read("first.txt");
const second = read("second.txt");
const stage = bench();

/** White space as one blank. @param {string | null} text */
const flat = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Opens the first sample. @param {import("node:test").TestContext} t @param {Parameters<typeof stage.open>[2]} [how] */
async function openSample(t, how) {
  const page = await stage.open(t, "#sample", how);
  await inState(page, "article");
  return page;
}

/** Opens both. @param {import("node:test").TestContext} t */
async function openBoth(t) {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  return page;
}

/** Whether a card is open. @param {Page} page @param {boolean} wanted */
const card = (page, wanted) => until(page, `the card is ${wanted ? "open" : "closed"}`, (open) => document.querySelector("#card")?.matches(":popover-open") === open, wanted);

/** An article of about so many characters, made of the samples' paragraphs. @param {number} length */
function long(length) {
  const paragraphs = first.split("\n").filter((line) => line.length > 100);
  let text = "A long article\n\n";
  for (let index = 0; text.length < length; index += 1) text += `${paragraphs[index % paragraphs.length]} This is number ${index + 1}.\n\n`;
  return text;
}

/** The engine never answers again: what Cancel is for. @param {Page} page @param {string} [only] but for this question */
const hang = (page, only) =>
  page.workers()[0].evaluate((name) => {
    const before = self.onmessage;
    self.onmessage = (event) => {
      while (!name || event.data.name === name);
      before?.call(/** @type {any} */ (self), event);
    };
  }, only);

/* ------------------------------------------------------------- one article */

test("the sample stands marked, every word of it", async (t) => {
  const page = await openSample(t);
  await give(page, first);
  await sameText(page);
  for (const [kind, words] of [
    ["person", "Elena Marsh"], ["person", "Daniel Okafor"], ["organization", "Strait Crossings Authority"], ["place", "Port Calder"],
    ["money", "$44.8 million"], ["percent", "18%"], ["quantity", "2.3 metres"], ["date", "March 14"], ["date", "Tuesday"],
  ]) {
    assert.ok((await page.locator(`#text mark.m[data-kind=${kind}]`, { hasText: words }).count()) > 0, `${words} is not marked as ${kind}`);
  }
  assert.match((await page.locator("h1#headline").textContent()) ?? "", /^Engineers/);
  assert.match((await page.locator("#text .by").textContent()) ?? "", /^By Miriam Castle/);
  assert.equal(await page.locator("#text p.caption").count(), 1);
  assert.ok((await page.locator("#text .sub").allTextContents()).includes("Why the warning was missed"));
  const aside = await page.locator("#text details.fold p.line").allTextContents();
  for (const line of ["Home", "Sign in", "3 min read", "Share", "Advertisement", "What a cable anchorage does", "About us"]) assert.ok(aside.includes(line), `${line} is not set aside`);
  assert.match(await page.title(), /^Engineers .*Glosswire$/);
  assert.equal(await page.locator("#text .m[data-speaker=Marsh]").first().isVisible(), true, "the speaker stands in the margin");
});

test("the legend counts what is painted", async (t) => {
  const page = await openSample(t);
  const told = await annotated(page, first);
  const aside = told.blocks.filter((/** @type {any} */ one) => ["furniture", "related"].includes(one.role));
  const shown = (/** @type {{ start: number }} */ span) => !aside.some((/** @type {any} */ block) => block.start <= span.start && span.start < block.end);
  const people = told.entities.filter((/** @type {any} */ one) => one.type === "person" && one.mentions.some(shown)).length;
  const count = async (/** @type {string} */ look) => Number((await page.locator(`#n-${look}`).textContent())?.replace(/\D/g, ""));
  assert.equal(await count("person"), people);
  assert.ok(people >= 6);
  for (const [look, kinds] of /** @type {[string, string[]][]} */ ([["money", ["money"]], ["percent", ["percent"]], ["date", ["date", "time"]], ["count", ["quantity", "number", "duration", "ordinal"]]])) {
    const values = told.values.filter((/** @type {any} */ one) => kinds.includes(one.kind) && shown(one));
    assert.equal(await count(look), values.length, look);
    const painted = await page.locator(`#text mark.m[data-look=${look}]`).evaluateAll((marks) => new Set(marks.map((mark) => /** @type {HTMLElement} */ (mark).dataset.ref)).size);
    assert.equal(painted, values.length, `marks of ${look}`);
  }
});

test("switching a kind off takes its paint and moves nothing", async (t) => {
  const page = await openSample(t);
  /** Where every mark and sentence stands. */
  const places = () => page.evaluate(() => [...document.querySelectorAll("#text .s, #text mark, #text h1, #text p")].map((node) => [...node.getClientRects()].map(({ x, y, width, height }) => [x + scrollX, y + scrollY, width, height].join())));
  /** How a kind looks. @param {string} look */
  const paint = (look) => page.evaluate((wanted) => {
    const style = getComputedStyle(/** @type {Element} */ (document.querySelector(`#text mark.m[data-look=${wanted}]:not([data-form=pronoun], [data-form=nominal], [data-form=indirect], [data-form=mixed])`)));
    const clear = (/** @type {string} */ color) => color === "transparent" || /,\s*0\)$|\/\s*0\)$/.test(color);
    const lines = style.textDecorationLine !== "none" && !clear(style.textDecorationColor);
    const edges = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0 && !clear(style.getPropertyValue(`border-${side.toLowerCase()}-color`)));
    return { lines, edges, ground: style.backgroundImage !== "none" || !clear(style.backgroundColor), shadow: style.boxShadow !== "none" };
  }, look);

  const before = await places();
  assert.ok(before.length > 100);
  const looks = [["person", "1"], ["org", "2"], ["place", "3"], ["date", "6"], ["money", "7"], ["percent", "8"], ["count", "9"], ["quote", "0"]];
  for (const [look, key] of looks) {
    const painted = await paint(look);
    assert.ok(Object.values(painted).includes(true), `${look} has no paint to begin with`);

    await page.locator(`#k-${look}`).uncheck();
    await page.mouse.move(0, 0);
    assert.equal(await page.locator("#story").getAttribute("data-off"), look);
    assert.deepEqual(await paint(look), { lines: false, edges: false, ground: false, shadow: false }, `${look} is off`);
    assert.deepEqual(await places(), before, `text moved without ${look}`);

    await page.locator("#story").focus();
    await page.keyboard.press(key);
    assert.equal(await page.locator(`#k-${look}`).isChecked(), true, `${key} switches ${look} on again`);
    assert.deepEqual(await paint(look), painted, `${look} is on again`);
  }
  await page.keyboard.press("1");
  await page.keyboard.press("6");
  assert.equal(await page.locator("#story").getAttribute("data-off"), "person date");
  assert.deepEqual(await places(), before);
});

test("the panel tells who said what, names, figures and dates", async (t) => {
  const page = await openSample(t);
  const panel = page.locator("#facts");
  for (const section of ["said", "names", "figures", "times", "telling"]) assert.equal(await panel.locator(`[data-section=${section}] h2`).count(), 1, section);
  const marsh = panel.locator("[data-section=said] .speaker", { has: page.locator("h3", { hasText: "Elena Marsh" }) });
  assert.equal(await marsh.count(), 1);
  assert.equal(await marsh.locator("li", { hasText: "We had hours, not days" }).count(), 1);
  assert.equal(await marsh.locator("li", { hasText: "no sign of movement" }).count(), 1, "what she said, by a pronoun");
  const okafor = panel.locator("[data-section=said] .speaker", { has: page.locator("h3", { hasText: "Daniel Okafor" }) });
  assert.equal(await okafor.locator("li", { hasText: "I will not promise five and deliver twenty" }).count(), 1, "what he said, by a pronoun");
  const figures = (await panel.locator("[data-section=figures] li").allTextContents()).join("\n");
  for (const figure of ["$44.8 million", "18%", "31,000 vehicles"]) assert.ok(figures.includes(figure), `${figure} in ${figures}`);
  const times = await panel.locator("[data-section=times] time").evaluateAll((list) => list.map((one) => one.getAttribute("datetime")));
  assert.ok(times.includes("2025-03-14") && times.includes("1971"), times.join());
  assert.deepEqual(times.slice().sort(), times, "the timeline is in order");

  /* a line of the panel leads to its place */
  await panel.locator("[data-section=figures] a", { hasText: "18%" }).click();
  await until(page, "the sentence is pointed at", () => document.querySelector("#text .picked")?.textContent?.includes("18%"));
  await panel.locator("[data-section=names] a", { hasText: "Ruth Halloran" }).click();
  await card(page, true);
  assert.equal(await page.locator("#card-name").textContent(), "Ruth Halloran");
});

test("a click on a mark tells what it is, why, and where else", async (t) => {
  const page = await openSample(t);
  const mark = page.locator("#text mark.m[data-kind=place]", { hasText: /^Port Calder$/ }).first();
  await mark.click();
  await card(page, true);
  const told = page.locator("#card");
  assert.equal(await told.locator("#card-name").textContent(), "Port Calder");
  assert.match((await told.locator(".kind").textContent()) ?? "", /^Place/);
  assert.ok(((await told.locator("dl").textContent()) ?? "").includes("Why"));
  const why = await told.locator("dt", { hasText: "Why" }).locator("xpath=following-sibling::dd[1]").textContent();
  assert.ok((why ?? "").length > 10, `why: ${why}`);

  const places = told.locator(".places a");
  const all = await places.count();
  assert.ok(all >= 4, `${all} places`);
  const here = () => told.locator(".places li").evaluateAll((list) => list.findIndex((one) => one.getAttribute("aria-current") === "true"));
  const start = await here();
  await told.locator("[data-step='1']").click();
  assert.equal(await here(), (start + 1) % all);
  await told.locator("[data-step='-1']").click();
  assert.equal(await here(), start);
  await told.locator("[data-step='-1']").click();
  assert.equal(await here(), (start - 1 + all) % all, "from the first back to the last");
  assert.equal(await page.locator("#text mark.here").textContent(), "Port Calder");
  assert.ok((await page.locator("#text mark.lit").count()) >= all, "all its places are lit");

  await page.keyboard.press("Escape");
  await card(page, false);
  assert.equal(await page.locator("#text mark.here").count(), 0);

  await page.locator("#text mark.m[data-kind=money]").first().click();
  await card(page, true);
  assert.match((await told.locator("dl").textContent()) ?? "", /44,800,000.*USD/);
  await page.locator(".meta").click({ position: { x: 2, y: 2 } });
  await card(page, false);
});

test("without a mouse: paste, look about, ask, compare, start again", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName);
  assert.equal(await focused(), "paste");
  await paste(page, { plain: first });
  await inState(page, "article");

  await page.keyboard.press("ArrowRight");
  const stop = () => page.evaluate(() => {
    const at = /** @type {HTMLElement} */ (document.activeElement);
    return at.matches("#text mark.m") ? [at.getAttribute("role"), at.getAttribute("aria-label"), String([...document.querySelectorAll("#text mark.m")].indexOf(at))] : null;
  });
  const one = await stop();
  assert.equal(one?.[0], "button");
  assert.ok((one?.[1] ?? "").length > 5, "a mark says what it is");
  await page.keyboard.press("ArrowRight");
  const two = await stop();
  assert.ok(Number(two?.[2]) > Number(one?.[2]), "the next mark");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await stop(), one, "and back");

  await page.keyboard.press("Enter");
  await card(page, true);
  assert.equal(await focused(), "card-name");
  await page.keyboard.press("Escape");
  await card(page, false);
  assert.deepEqual(await stop(), one, "the focus is back on its mark");

  await page.keyboard.press("j");
  await until(page, "a sentence is pointed at", () => document.querySelectorAll("#text .picked").length === 1);
  const sentence = await page.locator("#text .picked").getAttribute("data-s");
  await page.keyboard.press("j");
  await until(page, "the next sentence is", (before) => Number(/** @type {HTMLElement} */ (document.querySelector("#text .picked")).dataset.s) > Number(before), sentence);

  await page.keyboard.press("o");
  assert.equal(await page.locator("#text details.fold:not([open])").count(), 0, "o opens the grey lines");
  await page.keyboard.press("o");
  assert.equal(await page.locator("#text details.fold[open]").count(), 0, "and closes them");
  await page.keyboard.press("f");
  assert.equal(await focused(), "facts");

  await page.keyboard.press("?");
  assert.equal(await page.locator("dialog#keys").evaluate((dialog) => dialog.matches(":modal")), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog#keys").evaluate((dialog) => dialog.matches(":modal")), false);

  await page.keyboard.press("c");
  await inState(page, "adding");
  assert.equal(await focused(), "paste");
  await page.keyboard.press("Escape");
  await inState(page, "article");
  await page.keyboard.press("c");
  await inState(page, "adding");
  await paste(page, { plain: second });
  await inState(page, "compare");
  await page.keyboard.press("n");
  await until(page, "news is pointed at", () => /** @type {HTMLElement | null} */ (document.querySelector("#text .picked"))?.dataset.status);
  const news = await page.locator("#text .picked").getAttribute("data-s");
  await page.keyboard.press("n");
  await until(page, "the next news is", (before) => Number(/** @type {HTMLElement} */ (document.querySelector("#text .picked")).dataset.s) > Number(before), news);
  await page.keyboard.press("p");
  await until(page, "and back", (before) => /** @type {HTMLElement} */ (document.querySelector("#text .picked")).dataset.s === before, news);

  const tab = () => page.locator("#tabs [role=tab]").evaluateAll((tabs) => tabs.findIndex((one) => one.getAttribute("aria-selected") === "true"));
  assert.equal(await tab(), 1);
  await page.keyboard.press("[");
  assert.equal(await tab(), 0);
  await page.keyboard.press("]");
  assert.equal(await tab(), 1);

  await page.keyboard.press("Control+Backspace");
  await inState(page, "empty");
  assert.equal(await focused(), "paste");
  await page.keyboard.type("1 c ?");
  assert.equal(await page.locator("#paste").inputValue(), "1 c ?", "in a text field letters are letters");
});

test("copying the article gives its plain words, without the page's own", async (t) => {
  const page = await openSample(t);
  const copied = async () => {
    await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.getElementById("text"))));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.press("Control+c");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const lines = (await copied()).split("\n").map(flat).filter(Boolean);
  const own = new Set(first.split("\n").map(flat));
  assert.ok(lines.length > 20);
  for (const line of lines) assert.ok(own.has(line), `no line of the article: ${line}`);
  await page.keyboard.press("o");
  assert.equal(flat(await copied()), flat(first), "with the grey lines open it is all of the article");

  /* and in a comparison, with its chips and signs */
  await page.evaluate(() => (location.hash = "#samples"));
  await until(page, "the comparison stands", () => document.documentElement.dataset.state === "compare" && document.querySelectorAll("#text .s[data-status=changed]").length);
  await page.evaluate(() => document.querySelectorAll("details.fold").forEach((fold) => (/** @type {HTMLDetailsElement} */ (fold).open = true)));
  assert.equal(flat(await copied()), flat(second));
});

test("editing the text, and going back", async (t) => {
  const page = await openSample(t);
  await page.locator("#edit").click();
  await inState(page, "writing");
  assert.equal(await page.locator("#paste").inputValue(), first);
  await page.locator("#done").click();
  await inState(page, "article");
  await give(page, first);
  await sameText(page);

  await page.keyboard.press("e");
  await inState(page, "writing");
  const edited = first.replace("The bridge opened in 1971.", "Mayor Tomas Ruiz of Lisbon was there on 9 May 2024. $&");
  assert.notEqual(edited, first);
  await page.locator("#paste").fill(edited);
  await until(page, "what is typed is marked beneath the box", () => document.getElementById("text")?.textContent?.includes("Tomas Ruiz"));
  await page.keyboard.press("Control+Enter");
  await inState(page, "article");
  await give(page, edited);
  await sameText(page);
  await until(page, "the new words are marked", () => [...document.querySelectorAll("#text mark.m[data-kind=person]")].some((mark) => mark.textContent?.includes("Tomas Ruiz")));
  assert.equal(await page.locator("#tabs [role=tab]").count(), 1, "it is still one article");

  await page.locator("#edit").click();
  await inState(page, "writing");
  await page.locator("#paste").fill(first);
  await page.keyboard.press("Escape");
  await inState(page, "article");
  await give(page, first);
  await sameText(page);
});

test("what is typed is marked as it grows", async (t) => {
  const page = await stage.open(t);
  await inState(page, "empty");
  const text = "Anna Smith told reporters in Paris on 3 May 2024 that 40 houses had burned.";
  await page.locator("#paste").pressSequentially(text);
  await inState(page, "writing");
  await give(page, text);
  await sameText(page);
  await until(page, "the name is marked", () => [...document.querySelectorAll("#text mark.m[data-kind=person]")].some((mark) => mark.textContent === "Anna Smith"));
  assert.equal(await page.locator("#paste").inputValue(), text);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "paste", "the box keeps the focus");
  await page.locator("#done").click();
  await inState(page, "article");
  await sameText(page);
});

test("start again clears everything, keeps nothing, and can be taken back", async (t) => {
  const page = await openBoth(t);
  await until(page, "the desk is kept", () => document.documentElement.dataset.kept === "yes");
  await page.locator("#clear").click();
  await inState(page, "empty");
  await until(page, "it is forgotten", () => document.documentElement.dataset.kept === undefined);
  assert.equal(await page.locator("#story").textContent(), "");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 0);
  assert.equal(await page.locator("#paste").inputValue(), "");
  assert.ok(!((await page.locator("body").innerText()).includes("Okafor")), "no word of the article is left");
  assert.deepEqual(await page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, bases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  })), { local: 0, session: 0, cookie: "", bases: 0, caches: 0, workers: 0 });

  await page.locator("#restore").click();
  await inState(page, "compare");
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2);
  await page.reload();
  await inState(page, "compare");
});

/* ------------------------------------------------------------ two articles */

test("two samples: how much of the second is new", async (t) => {
  const page = await openBoth(t);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2);
  await give(page, second);
  await sameText(page);
  const verdict = flat(await page.locator("#verdict").textContent());
  const [, fresh, all] = (verdict.match(/^(\d+) of (\d+) sentences are new$/) ?? []).map(Number);
  assert.ok(fresh > 5 && fresh < all, verdict);
  const counts = await Promise.all(["new", "changed", "extends", "said"].map(async (status) => {
    const label = await page.locator("label", { has: page.locator(`#f-${status}`) }).textContent();
    return Number(label?.match(/\d+/)?.[0]);
  }));
  assert.equal(counts[0], fresh);
  assert.equal(counts.reduce((sum, count) => sum + count, 0), all, "every sentence has one answer");
  assert.ok(counts.every((count) => count > 0), counts.join());
  assert.equal(await page.locator("#tape .wire .w").count(), all, "one tick a sentence");
  for (const [words, status] of [
    ["Supermarkets on the islands have begun", "new"], ["A bridge was put at risk", "new"],
    ["It was last closed in 1998", "said"], ["The crack was discovered at 5:40", "said"],
    ["inspectors found a crack", "changed"], ["and that the first payments", "extends"],
  ]) {
    assert.equal(await page.locator("#text .s[data-status]", { hasText: words }).first().getAttribute("data-status"), status, words);
  }
  const colour = (/** @type {string} */ words) => page.locator("#text .s", { hasText: words }).first().evaluate((node) => getComputedStyle(node).color);
  assert.notEqual(await colour("It was last closed in 1998"), await colour("Supermarkets on the islands"), "what was said fades");

  await page.locator("#f-said").uncheck();
  assert.equal(await page.locator("#text .s[data-status=said]").first().isVisible(), false);
  assert.equal(await page.locator("#text .s[data-status=new]").first().isVisible(), true);
});

test("two samples: changed facts say what was and what is now", async (t) => {
  const page = await openBoth(t);
  const rows = await page.locator("#facts [data-section=changed] tbody tr").evaluateAll((list) => list.map((row) => [row.querySelector(".was")?.textContent ?? "", row.querySelector(".chip")?.textContent ?? ""]));
  for (const [was, now] of [["2.3", "2.7"], ["44.8", "47.1"], ["18", "19"], ["14", "28"]]) {
    assert.ok(rows.some((row) => row[0].includes(was) && row[1].includes(now)), `was ${was}, now ${now} in ${JSON.stringify(rows)}`);
  }
  const chip = page.locator("#text .now", { hasText: "2.7" });
  assert.match((await chip.getAttribute("data-was")) ?? "", /2\.3/);
  assert.match(await chip.evaluate((node) => getComputedStyle(node, "::after").content), /2\.3/, "drawn beside it");
  assert.match((await page.locator("#text .s[data-status=changed] button.tick").first().getAttribute("aria-label")) ?? "", /^Changed.*was.*now/);
});

test("two samples: a sentence shows where the earlier article says it", async (t) => {
  const page = await openBoth(t);
  const match = page.locator("#facts [data-section=match]");
  await page.locator("#text .s[data-status=said]", { hasText: "It was last closed in 1998" }).locator("button.tick").click();
  await until(page, "its match is shown", () => document.querySelector("#facts [data-section=match] blockquote")?.textContent?.includes("It was last closed in 1998"));
  await page.locator("#text .s[data-status=changed]", { hasText: "Repairs will cost" }).locator("button.tick").click();
  await until(page, "what changed is struck out", () => document.querySelector("#facts [data-section=match] del")?.textContent?.includes("44.8"));
  await page.locator("#text .s[data-status=new]", { hasText: "Supermarkets on" }).locator("button.tick").click();
  await until(page, "nothing is like it", () => /New\b.*nothing like it/.test(document.querySelector("#facts [data-section=match]")?.textContent ?? ""));

  await page.locator("#text .s[data-status=said]", { hasText: "It was last closed in 1998" }).locator("button.tick").click();
  await match.locator("button", { hasText: "Open there" }).click();
  await until(page, "the other article is open at that place", () => document.querySelector("#tabs [role=tab]")?.getAttribute("aria-selected") === "true" && document.querySelector("#text .picked")?.textContent?.includes("It was last closed in 1998"));
  assert.equal(await page.locator("#verdict").count(), 0);

  await page.locator("#tabs [role=tab]").nth(1).click();
  await page.locator("#tape .wire .w[data-status=new]").last().click();
  await until(page, "the wire leads to the sentence", () => /** @type {HTMLElement | null} */ (document.querySelector("#text .picked"))?.dataset.status === "new");
});

test("one of two is taken out", async (t) => {
  const page = await openBoth(t);
  await page.locator("#take-out").click();
  await inState(page, "article");
  await give(page, first);
  await sameText(page);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 1);
  assert.equal(await page.locator("#verdict").count(), 0);
  assert.equal(await page.evaluate(() => document.body.classList.contains("compared")), false);
});

/* ----------------------------------------------- long work, and a broken engine */

test("a megabyte: marks stand at once, also where one scrolls to", async (t) => {
  const page = await stage.open(t);
  await give(page, long(1_000_000));
  await pasteGiven(page);
  await inState(page, "article");
  await until(page, "the first marks stand", () => document.querySelectorAll("#text mark.m").length > 20);
  await sameText(page);
  const marks = await page.locator("#text mark.m").count();
  const inside = await page.evaluate(() => {
    const last = /** @type {HTMLElement} */ ([...document.querySelectorAll("#text [data-block]")].at(-1));
    const bare = last.querySelectorAll("mark").length === 0;
    last.scrollIntoView();
    return bare;
  });
  assert.ok(inside, "the end is not marked before somebody looks at it");
  await until(page, "marks stand at the end", () => [...document.querySelectorAll("#text [data-block]")].slice(-6).some((node) => node.querySelector("mark.m")));
  assert.ok((await page.locator("#text mark.m").count()) > marks);
  await sameText(page);
});

test("work without an end is cancelled, and the text is kept", async (t) => {
  const page = await openSample(t);
  await hang(page);
  const text = "Anna Smith said on Monday that 12 people had left Paris.";
  await give(page, text);
  await pasteGiven(page);
  const cancel = page.locator("#busy .cancel");
  await cancel.waitFor();
  assert.equal(await page.evaluate(() => 6 * 7), 42, "the page is awake meanwhile");
  assert.ok((await page.locator("#text mark.m").count()) > 20, "the first article still stands");
  await cancel.click();
  const notice = page.locator("#notices .said-so[data-code=cancelled]");
  await notice.waitFor();
  assert.equal(await page.locator("#busy .cancel").count(), 0);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 1, "nothing was added, nothing is lost");

  await notice.locator("button", { hasText: "Show it without marks" }).click();
  await sameText(page);
  assert.equal(await page.locator("#text mark.m").count(), 0);

  /* a new worker is at work */
  await pasteGiven(page);
  await until(page, "the text is marked", () => document.querySelector("#text mark.m[data-kind=person]")?.textContent === "Anna Smith");
  await sameText(page);
});

test("a cancelled text can be tried again", async (t) => {
  const page = await openSample(t);
  await hang(page);
  await give(page, second);
  await pasteGiven(page);
  await page.locator("#busy .cancel").click();
  await page.locator("#notices [data-code=cancelled] button", { hasText: "Try again" }).click();
  await inState(page, "compare");
  await sameText(page);
  assert.equal(await page.locator("#notices .said-so").count(), 0);
});

test("a comparison without an end is cancelled: both articles stand", async (t) => {
  const page = await openSample(t);
  await hang(page, "compare");
  await give(page, second);
  await pasteGiven(page);
  await page.locator("#busy .cancel").click();
  await until(page, "the second article stands by itself", () => document.querySelectorAll("#tabs [role=tab]").length === 2 && document.documentElement.dataset.state === "article");
  await sameText(page);
  assert.ok((await page.locator("#text mark.m").count()) > 20);
  await page.locator("#tabs [role=tab]").first().click();
  await give(page, first);
  await sameText(page);
});

test("an engine that stops costs the marks, not the text", async (t) => {
  const page = await openSample(t);
  await page.workers()[0].evaluate(() => {
    self.onmessage = () => {
      throw new Error("broken on purpose");
    };
  });
  const text = "Anna Smith said on Monday that 12 people had left Paris.\r\n\r\nNobody answered.";
  await give(page, text);
  await pasteGiven(page);
  const notice = page.locator("#notices .said-so[data-code=crash]");
  await notice.waitFor();
  await sameText(page);
  assert.equal(await page.locator("#text mark.m").count(), 0);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2, "the first article is still there");

  await notice.locator("button", { hasText: "Try again" }).click();
  await until(page, "the text is marked", () => [...document.querySelectorAll("#text mark.m")].some((mark) => mark.textContent === "Anna Smith"), undefined);
  await sameText(page);
  assert.equal(await page.locator("#notices .said-so").count(), 0);
  assert.equal(await page.locator("#tabs [role=tab]").count(), 2, "in its own place");
});

test("an engine that can't be loaded costs the marks, not the text", async (t) => {
  const page = await stage.open(t, "", { allowed: [/Failed to load resource/, /preload/] });
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  await give(page, first);
  await pasteGiven(page);
  const notice = page.locator("#notices .said-so[data-code=load]");
  await notice.waitFor({ timeout: PATIENCE });
  await sameText(page);
  await page.unroute("**/*.wasm");
  await notice.locator("button", { hasText: "Try again" }).click();
  await until(page, "the text is marked", () => document.querySelectorAll("#text mark.m").length > 20);
  await sameText(page);
});

stage.quiet();
