// Keep: what stays on this device when the page is closed. One drawer a key, in the browser's own storage. Storage may be full or
// denied: then reading finds nothing and writing says so, and the page goes on with what it has.

const PREFIX = "glosswire.";

/** What lies under a key, or null. @param {string} key @returns {any} */
export function read(key) {
  try {
    const raw = localStorage.getItem(PREFIX + key);
    return raw === null ? null : JSON.parse(raw);
  } catch {
    return null;
  }
}

/** Puts a value under a key; null takes it away. False if the device would not take it. @param {string} key @param {unknown} value */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes everything away that this page has kept. */
export function forget() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    /* nothing was kept */
  }
}
