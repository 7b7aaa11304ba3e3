// Plots: bars and lines as SVG, readable on light and on dark paper.

const STYLE = `text{font:13px system-ui,sans-serif;fill:#1b1b1b}.quiet{fill:#6a6a6a}.bar{fill:#9a9a93}.own{fill:#0b6e5b}.line{fill:none;stroke:#0b6e5b;stroke-width:2}
.grid{stroke:#d5d5cf}.ideal{stroke:#9a9a93;stroke-dasharray:4 4;fill:none}
@media (prefers-color-scheme:dark){text{fill:#ececE6}.quiet{fill:#a3a39b}.bar{fill:#77776f}.own{fill:#4fc3a8}.line{stroke:#4fc3a8}.grid{stroke:#3a3a36}.ideal{stroke:#77776f}}`;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);

/** @param {number} width @param {number} height @param {string} title @param {string[]} parts */
function svg(width, height, title, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped(title)}</title><style>${STYLE}</style>\n${parts.join("\n")}\n</svg>\n`;
}

/** @param {number} x @param {number} y @param {string} words @param {string} [rest] */
const label = (x, y, words, rest = "") => `<text x="${x}" y="${y}"${rest && ` ${rest}`}>${escaped(words)}</text>`;

/**
 * Bars from the left, one a row.
 * @param {string} title
 * @param {{ name: string, value: number, label: string, own: boolean }[]} rows
 */
export function bars(title, rows) {
  const [width, left, step] = [760, 270, 32];
  const most = Math.max(...rows.map(({ value }) => value));
  const parts = [label(0, 18, title, `style="font-weight:600"`)];
  rows.forEach(({ name, value, label: words, own }, row) => {
    const y = 34 + row * step;
    const length = Math.max(2, (value / most) * (width - left - 110));
    parts.push(label(left - 10, y + 15, name, `text-anchor="end"`), `<rect class="${own ? "own" : "bar"}" x="${left}" y="${y}" width="${length.toFixed(1)}" height="20" rx="2"/>`, label(left + length + 8, y + 15, words));
  });
  return svg(width, 44 + rows.length * step, title, parts);
}

/**
 * A line through points on axes of powers of ten, and a straight one through the last for what would be in proportion.
 * @param {string} title
 * @param {string} across what the points' first number counts
 * @param {[number, number][]} points the second number in milliseconds
 */
export function growthLine(title, across, points) {
  const [width, height, left, right, top, bottom] = [760, 340, 70, 50, 40, 46];
  const tens = (/** @type {number[]} */ numbers) => [Math.floor(Math.log10(Math.min(...numbers))), Math.ceil(Math.log10(Math.max(...numbers)) - 0.05)];
  const [x0, x1] = tens(points.map(([x]) => x));
  const [y0, y1] = tens(points.map(([, y]) => y));
  const x = (/** @type {number} */ value) => left + ((Math.log10(value) - x0) / (x1 - x0)) * (width - left - right);
  const y = (/** @type {number} */ value) => height - bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (height - top - bottom);
  const parts = [label(0, 18, title, `style="font-weight:600"`)];
  for (let ten = x0; ten <= x1; ten += 1) parts.push(`<path class="grid" d="M${x(10 ** ten).toFixed(1)} ${top}V${height - bottom}"/>`, label(x(10 ** ten), height - bottom + 18, (10 ** ten).toLocaleString("en"), `class="quiet" text-anchor="middle"`));
  for (let ten = y0; ten <= y1; ten += 1) parts.push(`<path class="grid" d="M${left} ${y(10 ** ten).toFixed(1)}H${width - right}"/>`, label(left - 8, y(10 ** ten) + 4, ten >= 3 ? `${10 ** (ten - 3)} s` : `${10 ** ten} ms`, `class="quiet" text-anchor="end"`));
  const [lastX, lastY] = points[points.length - 1];
  const first = Math.max(10 ** x0, (lastX * 10 ** y0) / lastY);
  parts.push(`<path class="ideal" d="M${x(first).toFixed(1)} ${y((lastY * first) / lastX).toFixed(1)}L${x(lastX).toFixed(1)} ${y(lastY).toFixed(1)}"/>`);
  parts.push(`<path class="line" d="M${points.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("L")}"/>`);
  for (const [a, b] of points) parts.push(`<circle class="own" cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="4"/>`);
  parts.push(label((left + width - right) / 2, height - 6, across, `class="quiet" text-anchor="middle"`));
  return svg(width, height, title, parts);
}
