// Points: places counted in Unicode characters, as other tools count them, for places counted in UTF-16 units, as the page does.
// The two differ after the first emoji.

/**
 * @param {string} text
 * @returns {(at: number) => number}
 */
export function pointsOf(text) {
  /** @type {number[]} places of the second halves of pairs */
  const seconds = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) seconds.push(index + 1);
  if (seconds.length === 0) return (at) => at;
  return (at) => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (seconds[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}
