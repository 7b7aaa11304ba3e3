// Json: the article with all that was found in it, as the engine tells it. Places count UTF-16 units, as JavaScript does.

/** @param {import("./source.js").Source} source */
export function toJson({ article, origin }) {
  return `${JSON.stringify({ format: "glosswire-article", version: 1, offsets: "UTF-16 code units", ...origin, text: article.text, annotated: article.annotated }, null, 1)}\n`;
}
