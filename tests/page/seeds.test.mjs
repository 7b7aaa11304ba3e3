// Seeds: two real articles, pasted as a reader pastes them, and the facts that a reader would look for in them. The articles are
// no part of the project; where they are not at hand, this says so and nothing is tested.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { annotated, bench, give, inState, paste, sameText, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SEEDS = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

if (existsSync(SEEDS)) describe("two real articles", seeds);
else test("two real articles", { skip: "../shared/seeds is not here" }, () => {});

/** @param {string} number what the name of its file begins with */
function seed(number) {
  const name = readdirSync(SEEDS).find((one) => one.startsWith(`${number}_`) && one.endsWith(".txt"));
  assert.ok(name, `no seed begins with ${number}_`);
  return readFileSync(join(SEEDS, name), "utf8");
}

function seeds() {
  const stage = bench();
  const first = seed("000");
  const second = seed("002");

  /** Opens the page and pastes an article. @param {import("node:test").TestContext} t @param {string} text */
  async function read(t, text) {
    const page = await stage.open(t);
    await give(page, text);
    await paste(page, { plain: text });
    await inState(page, "article");
    await sameText(page);
    return page;
  }

  test("the first: four people, one each however they are written", async (t) => {
    const page = await read(t, first);
    const told = await annotated(page, first);
    for (const name of ["Marco Rubio", "Sergey Lavrov", "Donald Trump", "Vladimir Putin"]) {
      const surname = name.split(" ")[1];
      const rows = await page.locator("#facts [data-section=names] a[data-entity]", { hasText: surname }).all();
      assert.equal(rows.length, 1, `rows with ${surname} in the panel`);
      assert.equal(await rows[0].locator(".m").textContent(), name, "full name, without the title");
      assert.equal(await rows[0].locator(".m").getAttribute("data-kind"), "person");

      /* every place where the surname stands belongs to that one person */
      const id = await rows[0].getAttribute("data-entity");
      const [one] = told.entities.filter((/** @type {any} */ entity) => String(entity.id) === id);
      const marks = await page.locator(`#text mark.m[data-kind=person][data-ref="${id}"]`).allTextContents();
      for (const word of first.matchAll(new RegExp(`\\b${surname}\\b`, "g"))) {
        assert.ok(one.mentions.some((/** @type {any} */ mention) => mention.start <= word.index && word.index < mention.end), `${surname} at ${word.index} is no mention of ${name}`);
      }
      assert.ok(marks.includes(name), `${name} is marked in full, title stripped: ${marks}`);
    }
  });

  test("the first: surname, title and office are mentions of Rubio", async (t) => {
    const page = await read(t, first);
    const rubio = (await annotated(page, first)).entities.find((/** @type {any} */ one) => one.name === "Marco Rubio");
    const by = (/** @type {string} */ form) => rubio.mentions.filter((/** @type {any} */ one) => one.form === form).map((/** @type {any} */ one) => one.words);
    assert.deepEqual(by("name"), ["Marco Rubio"]);
    assert.ok(by("short").length >= 7 && by("short").every((/** @type {string} */ word) => word === "Rubio"), by("short").join());
    assert.ok(by("nominal").some((/** @type {string} */ words) => /^(?:the )?secretary of state$/.test(words)), `nominal: ${by("nominal")}`);
    assert.ok(by("pronoun").length > 0, "no pronoun");
    assert.ok(rubio.descriptions.some((/** @type {string} */ one) => /Secretary of State/.test(one)), `his office is told: ${rubio.descriptions}`);

    const mark = page.locator(`#text mark.m[data-kind=person][data-form=nominal][data-ref="${rubio.id}"]`);
    assert.match((await mark.first().textContent()) ?? "", /secretary of state/);
    await mark.first().click();
    await until(page, "the card is open", () => document.querySelector("#card")?.matches(":popover-open"));
    assert.equal(await page.locator("#card-name").textContent(), "Marco Rubio");
  });

  test("the first: Rubio says the new and different approach, and the text says it was he", async (t) => {
    const page = await read(t, first);
    const told = await annotated(page, first);
    const quote = told.quotes.find((/** @type {any} */ one) => one.form === "direct" && one.content.some((/** @type {any} */ part) => part.words.includes("a new and a different approach")));
    assert.ok(quote, "the quotation was not found");
    assert.equal(told.entities.find((/** @type {any} */ one) => one.id === quote.speaker)?.name, "Marco Rubio");
    assert.equal(quote.speakerKind, "named");
    assert.equal(quote.source.words, "he");
    assert.equal(quote.cue.words, "said");

    const saying = page.locator("#facts [data-section=said] .speaker", { has: page.locator("h3", { hasText: "Marco Rubio" }) }).locator("li", { hasText: "a new and a different approach" });
    const rest = page.locator("#facts [data-section=said] .speaker", { has: page.locator("h3", { hasText: "Marco Rubio" }) }).locator("button.rest");
    if ((await saying.count()) === 0 && (await rest.count()) > 0) await rest.click();
    assert.equal(await saying.count(), 1, "the panel has it among what Rubio said");
    const mark = page.locator("#text mark.m[data-kind=quote]", { hasText: "a new and a different approach" }).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await until(page, "the card names the speaker", () => document.querySelector("#card dl dd")?.textContent === "Marco Rubio");
  });

  test("the second: parts of the page and other headlines are set aside, nothing of the article is", async (t) => {
    const page = await read(t, second);
    const aside = await page.locator("#text details.fold p.line").evaluateAll((lines) => lines.map((line) => [line.textContent ?? "", /** @type {HTMLElement} */ (line).dataset.role]));
    const words = aside.map(([line]) => line);
    for (const line of ["2 min read", "Recommended", "Explore"]) assert.ok(words.includes(line), `${line} is not set aside`);

    const after = second.slice(second.indexOf("\nExplore\n") + 9).split("\n").filter((line) => line.trim());
    assert.equal(after.length, 16, "the list at the end of the seed");
    for (const line of after) assert.ok(words.includes(line.trim()), `not set aside: ${line}`);
    const links = aside.filter(([line]) => after.includes(String(line))).map(([, role]) => role);
    assert.deepEqual([...new Set(links)], ["related"]);
    for (const line of second.split("\n").filter((one) => one.startsWith("Related"))) assert.ok(words.includes(line.trim()), `not set aside: ${line}`);

    const told = await annotated(page, second);
    const kept = told.blocks.filter((/** @type {any} */ one) => one.role === "body").map((/** @type {any} */ one) => one.words);
    const paragraphs = second.slice(0, second.indexOf("\nExplore\n")).split("\n").filter((line) => line.length > 100 && !line.startsWith("Related"));
    assert.ok(paragraphs.length > 8, "the paragraphs of the seed");
    for (const paragraph of paragraphs) assert.ok(kept.includes(paragraph.trim()), `no paragraph of the article: ${paragraph}`);
  });

  test("the second: one headline, its second copy a repeat, the words under the photo a caption", async (t) => {
    const page = await read(t, second);
    const headline = await page.locator("h1#headline").textContent();
    assert.equal(second.split("\n").filter((line) => line.trim() === headline).length, 2, "the headline stands twice in the seed");
    assert.equal(await page.locator("#text details.fold p.line", { hasText: headline ?? "?" }).count(), 1, "the second copy is set aside");

    const told = await annotated(page, second);
    const repeat = told.repeats.find((/** @type {any} */ one) => one.words === headline);
    assert.equal(repeat?.form, "identical");
    assert.equal(repeat.start, second.lastIndexOf(headline ?? "?"));
    assert.equal(repeat.of.start, second.indexOf(headline ?? "?"));
    assert.equal(await page.locator("#facts [data-section=repeats] li").count(), told.repeats.length);

    const captions = await page.locator("#text p.caption").allTextContents();
    assert.equal(captions.length, 1);
    assert.equal(captions[0], second.split("\n").find((line) => / \/ [A-Z]+$/.test(line)), "the line that ends with its agency");
  });

  test("the second: 728 counts drones, and Thursday is a day", async (t) => {
    const page = await read(t, second);
    const told = await annotated(page, second);
    const drones = told.values.find((/** @type {any} */ one) => /^728\b/.test(one.words));
    assert.equal(drones?.kind, "quantity");
    assert.equal(drones.amount, 728);
    assert.equal(drones.counts, "drone");
    assert.equal(drones.unit ?? null, null);

    const days = told.values.filter((/** @type {any} */ one) => one.words === "Thursday");
    assert.equal(days.length, second.split(/\bThursday\b/).length - 1);
    assert.ok(days.length > 1);
    for (const day of days) assert.deepEqual([day.kind, day.iso, day.resolved], ["date", "2025-07-10", true]);
    assert.equal(told.published.iso, "2025-07-10");

    /* and so the reader sees it */
    await page.locator("#text mark.m[data-kind=quantity]", { hasText: "728" }).click();
    await until(page, "the card counts drones", () => /728.*drone/.test(document.querySelector("#card dl")?.textContent ?? ""));
    await page.keyboard.press("Escape");
    await page.locator("#text mark.m[data-kind=date]", { hasText: "Thursday" }).first().click();
    await until(page, "the card tells the day", () => /10 July? 2025/.test(document.querySelector("#card dl")?.textContent ?? ""));
    const figures = await page.locator("#facts [data-section=figures] li").allTextContents();
    assert.ok(figures.some((line) => line.includes("728 drones")), figures.join(" / "));
  });

  test("both: what is new in the second", async (t) => {
    const page = await read(t, first);
    await paste(page, { plain: second });
    await inState(page, "compare");
    const tabs = page.locator("#tabs [role=tab]");
    assert.equal(await tabs.count(), 2);
    assert.equal(await tabs.nth(1).getAttribute("aria-selected"), "true");
    await give(page, second);
    await sameText(page);

    const verdict = (await page.locator("#verdict").textContent()) ?? "";
    const [, fresh, all] = (verdict.match(/^(\d+) of (\d+) sentences (?:is|are) new$/) ?? []).map(Number);
    assert.ok(fresh > 0 && fresh < all, `the verdict: ${verdict}`);
    const ticks = await page.locator("#text .s[data-status]").evaluateAll((list) => list.map((one) => /** @type {HTMLElement} */ (one).dataset.status));
    assert.ok(ticks.includes("new") && ticks.some((status) => status !== "new"), ticks.join(" "));
    assert.ok((await page.locator("#text details.fold").count()) > 0, "what is set aside stays so");

    await tabs.nth(0).click();
    await give(page, first);
    await sameText(page);
    assert.equal(await page.locator("#verdict").count(), 0, "the first article is compared with nothing");
    await tabs.nth(1).click();
    await until(page, "the verdict stands again", (wanted) => document.querySelector("#verdict")?.textContent === wanted, verdict);
  });

  stage.quiet();
}
