// Parts: those files of the page that its scripts fetch and do not import: the compiled core, what the worker is made of, the
// samples. They lie in the page's own folder. The single file, which can fetch nothing, has another parts.js in the place of this one.

const HOME = new URL("../", import.meta.url);

/** How the script of the worker is to be started. @type {WorkerType} */
export const workerType = "module";

/** One part. @param {string} path from the page's folder @returns {Promise<Response>} */
export function part(path) {
  return fetch(new URL(path, HOME));
}
