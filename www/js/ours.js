// Ours: wires what the reader brings along to the page: corrections, own terms, and what is searched for.

import { byId } from "./dom.js";
import { Correcting, loaded } from "./corrections/correcting.js";
import { own } from "./own.js";
import { reread } from "./reread.js";
import { fillOwn } from "./terms/rows.js";
import { ownWords } from "./words-own.js";

/** @param {import("./corrections/correcting.js").Page} page */
export function bindOurs(page) {
  const { desk, view, enqueue, compared } = page;
  const correcting = new Correcting(page);
  /** @type {import("./find.js").Find | null} */
  let find = null;
  /** @type {import("./corrections/select.js").Selecting | null} */
  let selecting = null;

  const reading = () => view.state === "article" || view.state === "compare";
  const shown = () => desk.sheet?.article ?? null;
  const terms = (/** @type {string} */ given = "") => void loaded(() => import("./terms/sheet.js").then(({ openTerms }) => openTerms(shown, given)));
  const fill = () => fillOwn(shown(), {
    tell: (id) => {
      const things = shown()?.things;
      const thing = things?.get("term", id);
      if (things && thing) void view.tell(thing, Math.max(0, thing.spots.findIndex((spot) => !things.isAside(spot.start))));
    },
    sheet: () => terms(),
    corrections: () => correcting.openSheet(),
  });

  view.onShown.push(() => {
    correcting.dressed();
    fill();
    if (!reading()) {
      find?.close();
      correcting.closeBar();
      return;
    }
    if (!selecting) void import("./corrections/select.js").then(({ Selecting }) => (selecting ??= new Selecting(correcting, terms)), () => {});
  });
  view.more = (card, thing, article) => correcting.more(card, thing, article);
  own.listeners.push((kind) => {
    if (kind === "terms") void enqueue(() => (desk.sheets.length ? reread(desk, desk.sheets.map((_, index) => index), compared).then(fill) : Promise.resolve(fill())));
    else fill();
  });

  const openFind = () => {
    if (!reading()) return false;
    void loaded(async () => {
      const { Find } = await import("./find.js");
      find ??= new Find(desk, view);
      find.open();
    });
  };
  for (const id of ["open-find", "dock-find"]) {
    byId(id).querySelector("span")?.replaceChildren(ownWords.find.button);
    byId(id).addEventListener("click", () => void openFind());
  }
  fill();

  return {
    correcting,
    keys: {
      find: openFind,
      terms: () => reading() && terms(),
      undo: () => reading() && void correcting.undo(),
      redo: () => reading() && void correcting.redo(),
      markWords: () => reading() && (selecting?.open() ?? false),
    },
    /** Closes what is open of ours. */
    close: () => selecting?.close() || find?.close() || correcting.closeBar() || false,
  };
}
