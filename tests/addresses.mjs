// Addresses: what a folder of pages asks for. The page must work under any path of any static host and ask no other origin for
// anything, so this fails on an absolute address, and on one that only works at the root of a host.
//
//   node tests/addresses.mjs FOLDER
//
// Not held against a page: comments, links to click (they are no requests), the W3C's names that look like addresses, and the one
// address, reserved for examples, that the page tries to reach in vain to prove that it can't (www/js/proof.js).

import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";

/** What each kind of file says when it is quiet: comments and names taken out. Line ends stay, so that lines can be told. */
const COMMENTS = {
  ".html": /<!--[\s\S]*?-->/g,
  ".svg": /<!--[\s\S]*?-->/g,
  ".css": /\/\*[\s\S]*?\*\//g,
  ".js": /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gm,
  ".mjs": /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gm,
  ".webmanifest": /$^/g,
};
const NAMES = /https?:\/\/(www\.)?w3\.org\/[\w./#-]*|"https:\/\/example\.com\/"/g;
const LINKS = /<a\s[^>]*?href\s*=\s*("[^"]*"|'[^']*')/g;

/** What must not stand there, and why. @type {[RegExp, string][]} */
const WRONG = [
  [/\b(?:https?|wss?|ftp):\/\/[\w[][^\s"'`)]*/g, "another origin"],          /* the beginning alone is none: "begins with https://" */
  [/\b(?:src|srcset|href|action|data|poster|content)\s*=\s*["']\/\/[^"']*/g, "another origin"],
  [/(?:url\(|@import)\s*["']?\/\/[^"')]*/g, "another origin"],
  [/\b(?:src|srcset|href|action|data|poster)\s*=\s*["']\/(?!\/)[^"']*/g, "the root of the host"],
  [/(?:url\(|@import)\s*["']?\/(?!\/)[^"')]*/g, "the root of the host"],
  [/(?:\bfrom|\bimport\b\s*\(?|\b(?:fetch|register|URL|Worker|importScripts)\s*\()\s*["'`]\/[^"'`]*/g, "the root of the host"],
  [/"(?:start_url|scope|src|id)"\s*:\s*"\/[^"]*/g, "the root of the host"],
];

const folder = process.argv[2];
if (!folder) throw new Error("usage: node tests/addresses.mjs FOLDER");
let wrong = 0;
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  const kind = /** @type {keyof typeof COMMENTS} */ (extname(entry.name));
  if (!entry.isFile() || !(kind in COMMENTS)) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const blank = (/** @type {string} */ found) => found.replace(/[^\n]/g, " ");
  let text = (await readFile(path, "utf8")).replace(NAMES, blank).replace(COMMENTS[kind], blank);
  if (kind === ".html") text = text.replace(LINKS, blank);
  for (const [pattern, why] of WRONG) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      console.error(`${relative(folder, path)}:${text.slice(0, index).split("\n").length}: ${found} (${why})`);
      wrong += 1;
    }
  }
}
if (wrong) process.exitCode = 1;
