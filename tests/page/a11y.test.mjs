// A11y: what axe finds in every state of the page, light and dark, wide and on a phone. And what axe can't see: where the focus
// is, what is said aloud, that the page can be used when letters are large.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { bench, give, inState, pasteGiven, drop, until } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const stage = bench();

/** Asserts that axe finds nothing, in light and in dark. @param {Page} page @param {string} state */
async function clean(page, state) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations, checked } = await page.evaluate(async () => {
      const found = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      return {
        checked: found.passes.length,
        violations: found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.html.slice(0, 160)} (${node.failureSummary.split("\n")[1]?.trim()})`).join(" | ")}`),
      };
    });
    assert.ok(checked > 10, "axe looked at nothing");
    assert.deepEqual(violations, [], `${state}, ${colorScheme}`);
  }
}

/** @type {[string, { width: number, height: number }][]} */
const SIZES = [["wide", { width: 1400, height: 900 }], ["on a phone", { width: 390, height: 844 }]];

for (const [size, viewport] of SIZES) {
  const phone = viewport.width < 600;
  const how = { viewport, hasTouch: phone, isMobile: phone };

  test(`the sheet that saves, and what it saves, ${size}`, async (t) => {
    const page = await stage.open(t, "#samples", how);
    await inState(page, "compare");
    await page.locator(phone ? "#dock-save" : "#open-save").click();
    await until(page, "the sheet is full", () => document.querySelector("#link") && [...document.querySelectorAll("#save .size")].every((one) => one.textContent !== "…"));
    await clean(page, "save as");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save button[data-format=html]").click()]);
    const saved = await page.context().newPage();
    const html = readFileSync(await download.path(), "utf8");
    await saved.route("**/saved.html", (route) => route.fulfill({ contentType: "text/html", body: html.replace(/<meta http-equiv[^>]*>/, "") }));      /* axe itself is a script */
    await saved.goto(new URL("saved.html", stage.url).href);
    await clean(saved, "a saved web page");
    await page.keyboard.press("Escape");
    await page.evaluate(() => (location.hash = "#v1.AAAA"));
    await until(page, "a sentence is said", () => document.querySelector("#notices h2"));
    await clean(page, "a damaged link");
  });

  test(`a pile, ${size}`, async (t) => {
    const page = await stage.open(t, "", how);
    const rows = [0, 0, 1].map((n) => `"${["The bridge of Oxley is closed for five weeks, after divers found cracks in a pillar; a ferry runs.", "Wolves have come back to the forests above Veld, rangers said on Friday, and they showed pictures."][n].repeat(3)}"`);
    await drop(page, [{ name: "wire.csv", bytes: [...Buffer.from(["text", ...rows].join("\n"))] }]);
    await inState(page, "pile");
    await page.locator("#pile details.group summary").first().click();
    await page.locator("#pile-save").waitFor();
    await clean(page, "a pile");
  });

  test(`empty, ${size}`, async (t) => {
    const page = await stage.open(t, "", how);
    await inState(page, "empty");
    await clean(page, "empty");
  });

  test(`an article, a card, the facts, the keys, ${size}`, async (t) => {
    const page = await stage.open(t, "#sample", how);
    await inState(page, "article");
    await clean(page, "article");
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    await clean(page, "grey lines open");

    await page.locator("#text p mark.m[data-kind=place]").first().click();
    await until(page, "the card is open", () => document.querySelector("#card")?.matches(":popover-open"));
    await clean(page, "card");
    await page.keyboard.press("Escape");

    if (phone) {
      for (const id of ["facts", "rail"]) {
        await page.locator(`#dock [popovertarget=${id}]`).click();
        await until(page, `${id} is open`, (wanted) => document.getElementById(wanted)?.matches(":popover-open"), id);
        await clean(page, `sheet of ${id}`);
        await page.keyboard.press("Escape");
      }
    } else {
      await page.keyboard.press("?");
      await until(page, "the keys are open", () => document.querySelector("dialog#keys")?.matches(":modal"));
      await clean(page, "keys");
      await page.keyboard.press("Escape");
      await page.locator("#k-person").uncheck();
      await clean(page, "a kind switched off");
      await page.locator("#k-person").check();
    }
    await page.locator("#edit").click();
    await inState(page, "writing");
    await clean(page, "writing");
  });

  test(`a quotation is given a speaker, words are marked as one, ${size}`, async (t) => {
    const page = await stage.open(t, "#sample", how);
    await inState(page, "article");
    await page.locator("#mark-words").waitFor({ state: "attached" });
    await page.locator("#text mark.m[data-kind=quote]").first().evaluate((node) => {
      node.scrollIntoView({ block: "center" });
      /** @type {HTMLElement} */ (node).focus();
    });
    await page.keyboard.press("Enter");
    await page.locator("#fix-speaker").selectOption({ label: "Somebody else…" });
    await page.locator("#card [data-act=speak]").click();
    await page.locator("#fix-speaker-wrong").waitFor();
    await clean(page, "a speaker without a name");
    await page.locator("#fix-speaker-name").fill("Johanna van der Berg of the Harbour Workers and Fishermen");
    await page.keyboard.press("Enter");
    await page.locator("#corrected").waitFor();
    await clean(page, "a long speaker in the margin");
    for (const across of [false, true]) {
      await page.evaluate((both) => {
        const [first, second] = document.querySelectorAll("#text p:not([class])");
        getSelection()?.selectAllChildren(first);
        if (both) getSelection()?.extend(second, 1);
      }, across);
      await page.keyboard.press("a");
      await page.locator("#mark-speaker").selectOption({ label: "Somebody else…" });
      await clean(page, across ? "words over two paragraphs" : "words of a paragraph");
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#mark-as, #mark-as .row")].map((node) => node.scrollWidth > node.clientWidth)).then((wide) => wide.filter(Boolean)), [], "everything has room");
      await page.keyboard.press("Escape");
    }
  });

  test(`the proof, the bookmark, a newer version, ${size}`, async (t) => {
    const page = await stage.open(t, "", { ...how, allowed: [/breach of the policy/, /Content Security Policy|Refused to|Trusted|preload/, /asked another origin/] });
    await page.locator("#carry").click();
    await page.locator("dialog#bookmark").waitFor();
    await clean(page, "bookmark");
    await page.keyboard.press("Escape");
    await page.locator("#prove").click();
    await page.locator("#proof-to").fill("no address");
    await page.locator("#proof-go").click();
    await clean(page, "proof, an address that is none");
    await page.locator("#proof-to").fill("https://example.com/");
    await page.locator("#proof-go").click();
    await until(page, "everything was tried", () => /ways/.test(document.querySelector("#proof-verdict")?.textContent ?? ""));
    await clean(page, "proof");
    await page.keyboard.press("Escape");
    await page.evaluate(async () => {
      const home = new URL("./", document.baseURI).href;
      await (await caches.open(`glosswire ${home} state`)).put(`${home}newest`, new Response("newer"));
      await (await import(`${home}js/newer.js`)).watch();
    });
    await page.locator("#newer").waitFor();
    await clean(page, "a newer version");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
  });

  test(`a comparison, ${size}`, async (t) => {
    const page = await stage.open(t, "#samples", how);
    await inState(page, "compare");
    await clean(page, "compare");
    await page.locator("#text .s[data-status=changed] button.tick").first().click();
    await until(page, "the match is shown", () => document.querySelector("#facts [data-section=match] blockquote"));
    await clean(page, "compare, a sentence asked about");
    await page.locator("#tabs [role=tab]").first().click();
    await page.evaluate(() => scrollTo(0, 0));          /* else the bar may lie over a button, and axe takes it for too small */
    await clean(page, "compare, the first article");
    await page.locator("#compare").click();
    await inState(page, "adding");
    await clean(page, "adding");
  });

  test(`what is kept, details, what is new alone, the other article beside, ${size}`, async (t) => {
    const page = await stage.open(t, "#samples", how);
    await inState(page, "compare");
    await until(page, "the desk is kept", () => document.documentElement.dataset.kept === "yes");
    const other = await page.context().newPage();
    await other.goto(`${stage.url}#sample`);
    await until(other, "another desk is kept", () => document.documentElement.dataset.kept === "yes");
    await other.close();
    await page.bringToFront();
    await page.locator("#open-kept").click();
    await until(page, "the dialog is open", () => document.querySelector("dialog#kept")?.matches(":modal"));
    await clean(page, "what is kept");
    await page.locator("#forget").click();
    await page.locator("#sure").waitFor();
    await clean(page, "a question before all is forgotten");
    await page.keyboard.press("Escape");
    await page.locator("#details").click();
    await page.locator("#about-address").fill("two words");
    await page.keyboard.press("Enter");
    await clean(page, "details with a bad address");
    await page.keyboard.press("Escape");
    await page.locator("#only-new").click();
    await clean(page, "what is new alone");
    await page.locator("#only-new").click();
    await page.locator("#text .s[data-status=said] button.tick").first().click();
    if (phone) await page.locator("#open-facts").click();
    await page.locator("#facts [data-beside]").first().click();
    await page.locator("#beside-text .same").waitFor();
    await clean(page, "the other article beside");

    const empty = await page.context().newPage();
    await empty.goto(stage.url);
    await empty.locator("#bring-back").waitFor();
    await clean(empty, "empty, with an earlier desk");
  });

  test(`sentences about what went wrong, ${size}`, async (t) => {
    const page = await stage.open(t, "#sample", how);
    await inState(page, "article");
    await drop(page, [{ name: "photo.png", bytes: [0x89, 0x50, 0x4e, 0x47] }, { name: "paper.pdf", bytes: [0x25, 0x50, 0x44, 0x46] }]);
    await page.locator("#notices [data-code=refused]").waitFor();
    await clean(page, "refused files");

    await page.workers()[0].evaluate(() => {
      self.onmessage = () => {
        for (;;);
      };
    });
    await give(page, "Anna Smith said on Monday that 12 people had left.");
    await pasteGiven(page);
    await page.locator("#busy .cancel").waitFor();
    await clean(page, "at work");
    await page.locator("#busy .cancel").click();
    await page.locator("#notices [data-code=cancelled]").waitFor();
    await clean(page, "cancelled");
    await page.locator("#notices [data-code=cancelled] button", { hasText: "Show it without marks" }).click();
    await until(page, "the text stands", () => document.querySelectorAll("#tabs [role=tab]").length === 2);
    await clean(page, "without marks");
  });
}

test("what happens is said aloud", async (t) => {
  const page = await stage.open(t, "#samples");
  await inState(page, "compare");
  const says = (/** @type {string} */ what, /** @type {RegExp} */ words) => until(page, what, (source) => new RegExp(source).test(document.querySelector("#status")?.textContent ?? ""), words.source);
  assert.equal(await page.locator("#status").getAttribute("aria-live"), "polite");
  await says("the verdict is said", /\d+ of \d+ sentences are new/);
  await give(page, "");
  await pasteGiven(page);
  await says("a refusal is said", /no text/);
  await page.locator("#text .s[data-status=new] button.tick").first().click();
  await says("a match is said", /nothing like it/);
});

test("a mark that has the focus has a role, a name and a visible ring", async (t) => {
  const page = await stage.open(t, "#sample");
  await inState(page, "article");
  await page.keyboard.press("ArrowRight");
  for (let step = 0; step < 12; step += 1) {
    const told = await page.evaluate(() => {
      const at = /** @type {HTMLElement} */ (document.activeElement);
      const style = getComputedStyle(at);
      return { tag: at.tagName, role: at.getAttribute("role"), name: at.getAttribute("aria-label") ?? "", own: (at.textContent ?? "").replace(/\s+/g, " ").trim(), ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1, stops: document.querySelectorAll("#text mark.m[tabindex='0']").length };
    });
    assert.equal(told.tag, "MARK");
    assert.equal(told.role, "button");
    assert.ok(told.name.includes(told.own), `the name ${told.name} holds the words ${told.own}`);
    assert.ok(told.ring, `${told.own} has no ring`);
    assert.equal(told.stops, 1, "one stop for Tab in the article");
    await page.keyboard.press("ArrowRight");
  }
});

test("nothing is cut off or scrolls sideways: on a small phone, and with letters twice as large", async (t) => {
  for (const viewport of [{ width: 320, height: 640 }, { width: 700, height: 450 }]) {
    const page = await stage.open(t, "#samples", { viewport });
    await inState(page, "compare");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${viewport.width}`);
    if (viewport.width < 400) continue;
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const large = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(large <= 0, `${large} px too wide at ${viewport.width} with large letters`);
  }
});

test("marks still show in forced colours", async (t) => {
  const page = await stage.open(t, "#sample", { forcedColors: "active" });
  await inState(page, "article");
  for (const look of ["person", "place", "money", "percent", "date", "count", "quote"]) {
    const shows = await page.locator(`#text mark.m[data-look=${look}]:not([data-form=pronoun], [data-form=indirect], [data-form=mixed])`).first().evaluate((node) => {
      const style = getComputedStyle(node);
      return style.textDecorationLine !== "none" || ["top", "right", "bottom", "left"].some((side) => parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0) || (style.getPropertyValue("forced-color-adjust") === "none" && (style.backgroundImage !== "none" || style.boxShadow !== "none"));
    });
    assert.ok(shows, `${look} can't be seen`);
  }
});

stage.quiet();
