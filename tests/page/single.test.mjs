// Single: the one file that works from a double-click, opened from the disk. It is made anew for these tests.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { WWW } from "../serve.mjs";
import { single } from "../single.mjs";
import { bench, drop, give, inState, paste, sameText, until } from "./harness.mjs";

const FOLDER = await mkdtemp(join(tmpdir(), "glosswire single "));
const FILE = join(FOLDER, "glosswire.html");
after(() => rm(FOLDER, { recursive: true, force: true }));

describe("one file, from the disk", () => {
  before(async () => writeFile(FILE, await single(WWW)));
  const stage = bench({ file: FILE });

  test("a sample, and two compared", async (t) => {
    const page = await stage.open(t);
    await page.locator("#try-sample").click();
    await inState(page, "article");
    assert.ok((await page.locator("#text mark.m").count()) > 20);
    await page.locator("#clear").click();
    await page.locator("#try-samples").click();
    await inState(page, "compare");
    assert.match((await page.locator("#verdict").textContent()) ?? "", /^\d+ of \d+ sentences are new$/);
    assert.match(page.url(), /^file:/);
  });

  test("by its fragment", async (t) => {
    const page = await stage.open(t, "#samples");
    await inState(page, "compare");
  });

  test("a paste, with and without markup", async (t) => {
    const page = await stage.open(t);
    const text = "Mill burns\n\nAnna Smith said on Monday that 40 houses had burned.\n";
    await give(page, text);
    await paste(page, { plain: text });
    await inState(page, "article");
    await sameText(page);
    assert.ok((await page.locator("#text mark.m[data-kind=person]").count()) > 0);
    const said = "The village of Oxley lost its mill on Monday night, and nobody was hurt, the fire service said. ";
    await paste(page, { plain: `Home\nMill burns\n${said.repeat(3)}`, html: `<nav><a href="/">Home</a></nav><article><h1>Mill burns</h1><p>${said.repeat(3)}</p><p>${said.replace("mill", "school")}</p></article>` });
    await inState(page, "compare");
    await until(page, "the article from the markup stands", () => document.querySelector("#text")?.textContent?.includes("lost its school"));
  });

  test("files, and a pile of them", async (t) => {
    const page = await stage.open(t);
    const bytes = (/** @type {string} */ text) => [...Buffer.from(text)];
    await drop(page, [{ name: "one.txt", type: "text/plain", bytes: bytes("Mill burns\n\nAnna Smith said so on Monday.") }]);
    await inState(page, "article");
    await page.locator("#clear").click();
    const stories = Array.from({ length: 24 }, (_, n) => `Story ${n % 12}\n\n${`In the town of number ${n % 12}, the council has met ${n % 12} times this year over roads, bridges and taxes. `.repeat(3)}`);
    await drop(page, stories.map((text, n) => ({ name: `${n}.txt`, type: "text/plain", bytes: bytes(text) })));
    await inState(page, "pile");
    assert.ok((await page.locator("#pile details.group").count()) > 0);
  });

  test("the mark in the bar leads back to the empty page, not to the folder", async (t) => {
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    await page.locator("#home").click();
    await inState(page, "empty");
    assert.match(page.url(), /glosswire\.html(?:#.*)?$/);
  });

  test("it can reach nothing, nor can it be made to run anything else", async (t) => {
    const page = await stage.open(t, "#sample", { allowed: [/./] });
    await inState(page, "article");
    const ends = await page.evaluate(async () => {
      const tried = async (/** @type {() => unknown} */ way) => {
        try {
          await way();
          return "went through";
        } catch (error) {
          return /** @type {Error} */ (error).name;
        }
      };
      const script = document.createElement("script");
      script.append("window.ran = true");
      const style = document.createElement("style");
      style.append("body { outline: 1px solid }");
      document.body.append(style);
      try {
        document.body.append(script);
      } catch {
        /* refused at once */
      }
      return {
        fetch: await tried(() => fetch("https://example.com/")),
        itself: await tried(() => fetch(location.href)),
        data: await tried(() => fetch("data:text/plain,x")),
        import: await tried(() => import(`${"data:text/javascript"},1`)),
        html: await tried(() => (document.body.innerHTML = "<b>x</b>")),
        ran: String("ran" in window),
        styled: getComputedStyle(document.body).outlineStyle,
      };
    });
    assert.deepEqual(ends, { fetch: "TypeError", itself: "TypeError", data: "TypeError", import: "TypeError", html: "TypeError", ran: "false", styled: "none" });
    const [worker] = page.workers();
    assert.equal(await worker.evaluate(() => fetch("https://example.com/", { mode: "no-cors" }).then(() => "went through", (error) => error.name)), "TypeError");
  });

  test("one letter of its script changed, and it runs no more", async (t) => {
    const other = join(FOLDER, "tampered.html");
    const file = await readFile(FILE, "utf8");
    const tampered = file.replace("Try a sample\"", () => "Try a simple\"");
    assert.notEqual(tampered, file);
    await writeFile(other, tampered);
    const page = await stage.open(t, "", { allowed: [/./] });
    await page.goto(`file://${encodeURI(other)}`);
    await page.locator("#try-sample").click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "empty");
    assert.equal(page.workers().length, 0);
  });

  test("no address leads out of it", async (t) => {
    const file = await readFile(FILE, "utf8");
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    assert.equal(file.match(/<\/script/g)?.length, 1);
    const addresses = await page.evaluate(() => [...document.querySelectorAll("head link, head script, body > script")].map((node) => node.getAttribute("href") ?? node.getAttribute("src") ?? ""));
    for (const address of addresses) assert.match(address, /^(?:data:|$)/);
  });

  stage.quiet();
});

describe("what would end a script, or mean something to a replacement", () => {
  const traps = "Traps at $& and $' and $` and $1 and $$\n\n</script><script>window.ran = 1</script> <!-- <script> --> ]]> \u2028\u2029 </style> “said” Anna Smith on Monday.\n";
  before(async () => {
    const copy = join(FOLDER, "www");
    await cp(WWW, copy, { recursive: true });
    await writeFile(join(copy, "samples/first.txt"), traps);
    await writeFile(join(FOLDER, "traps.html"), await single(copy));
  });
  const stage = bench({ file: join(FOLDER, "traps.html") });

  test("stands in the file and comes out as it went in", async (t) => {
    const page = await stage.open(t, "#sample");
    await inState(page, "article");
    await give(page, traps);
    await sameText(page);
    assert.equal(await page.evaluate(() => "ran" in window), false);
  });

  stage.quiet();
});
