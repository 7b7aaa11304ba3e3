// Mail: a saved message (.eml) as a paste: its subject as headline, its day, its words as plain text and, where it has them, as markup.
// Attachments are left alone.

/** @typedef {{ plain: string, html: string, published: string | null }} Mail */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Messages inside messages that are opened. */
const DEEPEST = 8;

/**
 * Reads a message; null where its letters can't be told.
 * @param {Uint8Array} bytes
 * @returns {Mail | null}
 */
export function readMail(bytes) {
  try {
    const { headers, body } = split(binary(bytes));
    /** @type {{ plain: string[], html: string[] }} */
    const found = { plain: [], html: [] };
    collect(headers, body, found, 0);
    const subject = unfold(words(headers.get("subject") ?? ""));
    const plain = found.plain.join("\n\n").replace(/\r\n?/g, "\n");
    return {
      plain: [subject, plain].filter(Boolean).join("\n\n"),
      html: found.html.length ? `<h1>${escaped(subject)}</h1>${found.html.join("<hr>")}` : "",
      published: dayOf(headers.get("date") ?? ""),
    };
  } catch {
    return null;
  }
}

/** One character a byte. @param {Uint8Array} bytes */
function binary(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return text;
}

/** @param {string} message one character a byte */
function split(message) {
  const end = message.match(/\r?\n\r?\n/);
  const head = message.slice(0, end?.index ?? message.length);
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0 && !headers.has(line.slice(0, colon).toLowerCase())) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? message.slice(/** @type {number} */ (end.index) + end[0].length) : "" };
}

/**
 * Gathers the parts that are text.
 * @param {Map<string, string>} headers
 * @param {string} body
 * @param {{ plain: string[], html: string[] }} found
 * @param {number} depth
 */
function collect(headers, body, found, depth) {
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = option(type, "boundary");
  if (/^multipart\//i.test(type) && boundary && depth < DEEPEST) {
    const parts = `\n${body}`.split(`\n--${boundary}`).slice(1);
    for (const part of parts.filter((one) => !one.startsWith("--"))) {
      const inner = split(part.replace(/^[ \t]*\r?\n/, ""));
      collect(inner.headers, inner.body, found, depth + 1);
    }
    return;
  }
  if (/^attachment/i.test(headers.get("content-disposition") ?? "")) return;
  const kind = type.match(/^text\/(plain|html)/i)?.[1].toLowerCase();
  if (kind !== "plain" && kind !== "html") return;
  const bytes = Uint8Array.from(decoded(body, headers.get("content-transfer-encoding") ?? ""), (sign) => sign.charCodeAt(0) & 0xff);
  found[kind].push(new TextDecoder(option(type, "charset") || "utf-8", { fatal: true }).decode(bytes));
}

/** @param {string} header @param {string} name */
function option(header, name) {
  return header.match(new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i"))?.slice(1).find(Boolean) ?? "";
}

/** @param {string} body @param {string} encoding */
function decoded(body, encoding) {
  if (/base64/i.test(encoding)) return atob(body.replace(/[^a-z0-9+/]/gi, ""));
  if (/quoted-printable/i.test(encoding)) return unquoted(body.replace(/[ \t]*=\r?\n/g, ""));
  return body;
}

/** @param {string} text */
function unquoted(text) {
  return text.replace(/=([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** Words of a header, which may be encoded: =?utf-8?B?...?=. @param {string} header */
function words(header) {
  return header.replace(/\?=\s+=\?/g, "?==?").replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, kind, text) => {
    const raw = kind.toLowerCase() === "b" ? atob(text) : unquoted(text.replace(/_/g, " "));
    return new TextDecoder(charset).decode(Uint8Array.from(raw, (sign) => sign.charCodeAt(0)));
  });
}

/** @param {string} text */
function unfold(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** "Thu, 10 Jul 2025 08:00:00 +0200" is the day the sender's calendar showed. @param {string} date */
function dayOf(date) {
  const [, day, name, year] = date.match(/(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i) ?? [];
  const month = MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
  return month ? `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
