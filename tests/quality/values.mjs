// Values: dates, times, durations, money, shares, quantities, numbers and ordinals; number and quantity count as one kind. A value is found where a found
// one of its kind meets it, and right where it is worth the same. Rows: { text, published?, values: [{ start, end, kind, kind_ok?, optional?, wide?, iso?,
// amount?, ... }, ...], not_values: [[start, end], ...] }, in code points.

import { score, shared, told, units } from "./measure.mjs";

const UNITS = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, fortnight: 1_209_600, month: 2_629_746, quarter: 7_889_238, year: 31_556_952, decade: 315_569_520, century: 3_155_695_200 };

/** @param {string} kind */
const folded = (kind) => (kind === "quantity" ? "number" : kind);

/** First and last day of an ISO date, month, quarter, half, week, year, decade, century or interval; null for anything else. @param {string | null | undefined} iso @returns {string | null} */
function period(iso) {
  if (typeof iso !== "string") return null;
  if (iso.includes("/")) {
    const [from, to] = iso.split("/").map(period);
    return from && to ? `${from.split(" ")[0]} ${to.split(" ")[1]}` : null;
  }
  const day = (/** @type {number} */ year, /** @type {number} */ month, /** @type {number} */ date) => Date.UTC(year, month, date) / 86_400_000;
  const span = (/** @type {number} */ from, /** @type {number} */ to) => `${from} ${to}`;
  const match = iso.trim().match(/^(?<year>\d{4})(?:-(?:(?<month>\d\d)(?:-(?<date>\d\d)(?:T.*)?)?|Q(?<quarter>[1-4])|H(?<half>[12])|W(?<week>\d\d)))?$|^(?<decade>\d{3})x$|^(?<century>\d\d)xx$/i)?.groups;
  if (!match) return null;
  const { month, date, quarter, half, week, decade, century } = match;
  if (decade) return span(day(Number(decade) * 10, 0, 1), day(Number(decade) * 10 + 9, 11, 31));
  if (century) return span(day(Number(century) * 100, 0, 1), day(Number(century) * 100 + 99, 11, 31));
  const year = Number(match.year);
  if (date) return span(day(year, Number(month) - 1, Number(date)), day(year, Number(month) - 1, Number(date)));
  if (month) return span(day(year, Number(month) - 1, 1), day(year, Number(month), 0));
  if (quarter) return span(day(year, 3 * Number(quarter) - 3, 1), day(year, 3 * Number(quarter), 0));
  if (half) return span(day(year, 6 * Number(half) - 6, 1), day(year, 6 * Number(half), 0));
  if (week) {
    const fourth = day(year, 0, 4);
    const monday = fourth - (new Date(fourth * 86_400_000).getUTCDay() + 6) % 7 + 7 * (Number(week) - 1);
    return span(monday, monday + 6);
  }
  return span(day(year, 0, 1), day(year, 11, 31));
}

/** @param {any} found @param {any} wanted @param {number} [share] */
const near = (found, wanted, share = 1e-4) => typeof found === "number" && typeof wanted === "number" && Math.abs(found - wanted) <= Math.max(share * Math.abs(wanted), 1e-9);

/** @param {any} wanted @param {any} found @param {number} [share] */
function amount(wanted, found, share) {
  if ("to" in wanted) return near(found.amount, wanted.amount, share) && near(found.to, wanted.to, share);
  if (found.to !== undefined && found.to !== null && !near(found.to, found.amount, share)) return false;
  return [wanted.amount, ...(wanted.amount_ok ?? [])].some((one) => near(found.amount, one, share));
}

/** Seconds of a duration's end. @param {any} value @param {"amount" | "to"} key */
function seconds(value, key) {
  const unit = String(value.unit ?? "").toLowerCase().replace(/^centuries$/, "century").replace(/s$/, "");
  const worth = /** @type {Record<string, number>} */ (UNITS)[unit];
  return typeof value[key] === "number" && worth ? value[key] * worth : null;
}

/** Whether a found value of the same kind is worth what is wanted. @param {any} wanted @param {any} found */
function worth(wanted, found) {
  switch (wanted.kind) {
    case "date": return wanted.iso === null ? !found.iso : [wanted.iso, ...(wanted.iso_ok ?? [])].map(period).includes(period(found.iso));
    case "time": return String(found.iso).match(/\d\d:\d\d/g)?.join() === String(wanted.iso).match(/\d\d:\d\d/g)?.join();
    case "duration": return /** @type {const} */ (["amount", "to"]).every((key) => {
      const [one, other] = [seconds(wanted, key), seconds(found, key)];
      return one === null ? other === null : near(other, one, 0.002);
    });
    case "money": return amount(wanted, found, 0.001) && [wanted.currency, ...(wanted.currency_ok ?? [])].includes(found.currency);
    default: return amount(wanted, found);
  }
}

/** @param {any} api @param {any[]} rows */
export function values(api, rows) {
  const sum = { found: 0, wanted: 0, met: 0, right: 0, none: 0, touched: 0 };
  for (const row of rows) {
    const unit = units(row.text);
    const wanted = row.values.map((/** @type {any} */ one) => ({ ...one, start: unit(one.start), end: unit(one.end), wide: one.wide?.map(unit) }));
    const found = api.annotate(row.text, row.published ? { published: row.published } : {}).values;
    const pairs = wanted.flatMap((/** @type {any} */ one) => found
      .filter((/** @type {any} */ other) => shared(one, other) > 0 && [one.kind, ...(one.kind_ok ?? [])].map(folded).includes(folded(other.kind)))
      .map((/** @type {any} */ other) => ({ one, other, share: shared(one, other) / Math.max(one.end - one.start, other.end - other.start) })));
    pairs.sort((/** @type {any} */ a, /** @type {any} */ b) => Number(Boolean(a.one.optional)) - Number(Boolean(b.one.optional)) || b.share - a.share);
    const taken = new Set();
    for (const { one, other } of pairs) {
      if (taken.has(one) || taken.has(other)) continue;
      taken.add(one).add(other);
      if (one.optional) continue;
      sum.met += 1;
      sum.found += 1;
      sum.right += Number(folded(one.kind) !== folded(other.kind) || worth(one, other));
    }
    sum.wanted += wanted.filter((/** @type {any} */ one) => !one.optional).length;
    /* one that meets what may be marked or not, or stands in the words around a value, is neither right nor wrong */
    sum.found += found.filter((/** @type {any} */ other) => !taken.has(other) && !wanted.some((/** @type {any} */ one) => one.optional ? shared(one, other) > 0 : one.wide && one.wide[0] <= other.start && other.end <= one.wide[1] && shared(one, other) <= 0)).length;
    for (const [start, end] of row.not_values ?? []) {
      sum.none += 1;
      sum.touched += Number(found.some((/** @type {any} */ other) => shared({ start: unit(start), end: unit(end) }, other) > 0));
    }
  }
  return [
    told("found", score(sum.met, sum.found, sum.wanted), `of ${sum.wanted}`),
    told("with what they are worth", score(sum.right, sum.found, sum.wanted)),
    `  marked, and no value: ${sum.touched} of ${sum.none} stretches`,
  ];
}
