// A web page as the clipboard brings it, made up for tests and benchmark: a menu, an article, a comment, other headlines, a footer.

export const PARAGRAPHS = [
  "The harbour council of Velden voted late on Monday to reopen the old lock, ending a dispute of nine years with the fishing fleet.",
  "“We have waited long enough,” Mayor Ana Vell said after the vote. “The work will begin in autumn and the boats can pass in spring.”",
  "The repairs are expected to cost 14 million crowns, most of it paid by the province, according to the council's engineers.",
  "Fishermen had moved to the eastern shore after a storm broke the lower gate. Some said they would not come back at once.",
];
export const OTHERS = ["Storm breaks the eastern mole at Oster", "Province to pay more for old bridges, governor says", "Nine held after brawl at fish market", "Ferry line to the islands changes hands"];
export const TITLE = "Velden council votes to reopen old lock after nine years";

/** A made-up page; `more` paragraphs make it long. @param {number} [more] */
export function webPage(more = 0) {
  const links = (/** @type {string[]} */ words) => words.map((one) => `<li class="nav-item"><a href="http://127.0.0.1:1/${one}">${one}</a></li>`).join("");
  const body = [...PARAGRAPHS, ...Array.from({ length: more }, (_, index) => `${PARAGRAPHS[index % 4]} That was step ${index + 1} of the plan.`)];
  return `<header class="site-header"><nav class="main-menu"><ul>${links(["Home", "News", "Sport", "Weather", "Obituaries", "Jobs", "Subscribe"])}</ul></nav></header>
    <main><article class="story"><h1 class="headline">${TITLE}</h1>
    <div class="byline">By <a href="x">Jon Marl</a></div><time datetime="2031-05-06T08:00:00Z" class="published">6 May</time>
    <figure><img src="http://127.0.0.1:1/x.png" alt="The old lock"><figcaption class="caption">Mayor Ana Vell at the old lock in Velden.</figcaption></figure>
    <div class="article-body">${body.map((one) => `<p style="color: rgb(0, 0, 0)">${one}</p>`).join("")}<p hidden>Hidden words.</p></div></article></main>
    <section class="comments"><h2>Comments</h2><div class="comment"><p>I have lived in Velden for forty years and I never saw the council agree on anything before this vote.</p></div></section>
    <aside class="related"><h2>Most read</h2><ul>${links(OTHERS)}</ul></aside>
    <footer class="footer"><p>© 2031 Coast Desk. All rights reserved.</p></footer><script>window.__x = 1</script>`;
}

/** The same as plain text, as far as it is needed. */
export const plainPage = () => ["Home", "News", "Sport", "Weather", "Obituaries", "Jobs", "Subscribe", TITLE, "By Jon Marl", "6 May", ...PARAGRAPHS, "Comments", ...OTHERS].join("\n");
