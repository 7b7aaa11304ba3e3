// Site: what makes a copy of www/ ready for a host. Its scripts are slimmed, the page in one file is put beside it, and its service worker
// is told of the files, in this order: each works on what the one before has left.
//
//   node tests/site.mjs FOLDER

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { single } from "./single.mjs";
import { slim } from "./slim.mjs";
import { stamp } from "./stamp.mjs";

/** Makes a copy of www/ ready, in place. @param {string} folder */
export async function ready(folder) {
  await slim(folder);
  await writeFile(join(folder, "glosswire.html"), await single(folder));
  await stamp(folder);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv[2]) throw new Error("usage: node tests/site.mjs FOLDER");
  await ready(process.argv[2]);
}
