// Style: what a saved web page looks like, the look of the page in small. A saved page allows this one style by its hash and nothing
// else, so the two must be changed together; a test says which hash is right.

export const STYLE_HASH = "sha256-6ihuE5E8yJhv5Oq0r4oHOsrJfPMA7tHLSvg6tKWBHVA=";

export const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fff,#1a1d1f);--ink:light-dark(#14181b,#e4e7e8);--ink-2:light-dark(#5d656b,#959da3);--rule:light-dark(#d7dbde,#33393d);--wash:light-dark(#f2f4f6,#23282b);--band:light-dark(#ffe773,#4f4811)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.125rem/1.68 Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",C059,serif;font-variant-numeric:lining-nums;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:clamp(1.6rem,1.2rem + 1.7vw,2.25rem);line-height:1.16;text-wrap:balance;margin:0 0 .75rem}
h2{font-size:1.1875rem;line-height:1.35;margin:1.6em 0 .5em}
p{margin:0 0 1.05em}
ul{margin:0 0 1.05em;padding:0 0 0 1.1em}
a{color:inherit;text-underline-offset:.2em;text-decoration-thickness:1px}
.origin,.key,.byline,.dateline,.caption,details,section,footer{font:400 .875rem/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;color:var(--ink-2)}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0 0 1rem;margin:0 0 2rem;border-bottom:1px solid var(--rule)}
.key mark,section mark{font-size:1rem;font-family:Charter,"Bitstream Charter",Cambria,"Noto Serif",C059,serif}
.standfirst{font-size:1.1875rem;line-height:1.45;color:var(--ink-2)}
.byline,.dateline{margin:0}
.byline+.body,.dateline+.body{margin-top:1.5rem}
.caption{border-left:2px solid var(--rule);padding-left:.75rem}
details{margin:0 0 1.5rem}
details p{margin:0}
summary{cursor:pointer}
summary::after{content:attr(data-label)}
mark{background:none;color:inherit;--k:var(--ink)}
.person{--k:light-dark(#1c5fc4,#7db0ff)}
.org{--k:light-dark(#7838b8,#c79cff)}
.place{--k:light-dark(#187a41,#66cc8c)}
.group{--k:light-dark(#0a7884,#56c7cf)}
.other{--k:light-dark(#7a5030,#d3a98b)}
.date{--k:light-dark(#8d5a00,#e3ae52)}
.money{--k:light-dark(#4a7204,#a8cf5c)}
.percent{--k:light-dark(#a92f80,#f098cd)}
.count{--k:light-dark(#566069,#a5b0b8)}
.person,.org,.place,.group,.other{text-decoration:underline 2px var(--k);text-underline-offset:.22em}
.org{text-decoration-style:double;text-decoration-thickness:1.25px}
.place{text-decoration-style:dotted;text-decoration-thickness:2.5px}
.group{text-decoration-style:dashed;text-decoration-thickness:1.75px}
.other{text-decoration-line:underline overline;text-decoration-thickness:1px}
mark mark{text-underline-offset:.4em}
.f-nominal{text-decoration:underline dotted 1px var(--k)}
.f-pronoun{text-decoration:none}
.date,.money,.percent,.count{background:color-mix(in oklab,var(--k) 10%,transparent);padding:.07em .17em}
.date{border-radius:.8em;box-shadow:inset 0 0 0 1px var(--k)}
.money{border-bottom:3px double var(--k);border-top:1px solid var(--k)}
.percent{border-bottom:3px solid var(--k)}
.count{border-top:1px solid var(--k)}
.quote{background:var(--wash);border-inline:1.5px solid var(--ink-2);padding:.14em .12em;-webkit-box-decoration-break:slice;box-decoration-break:slice}
.quote.f-indirect,.quote.f-mixed{background:none;border:0;padding:0}
h1 .quote{background:none;padding-block:0}
.repeat{color:var(--ink-2)}
.term{background:var(--band)}
section{border-top:1px solid var(--rule);margin-top:2.5rem;color:var(--ink)}
section h2{font-size:1rem}
section h3{font-size:.875rem;margin:1rem 0 .25rem}
section ul{list-style:none;padding:0;margin:0}
section li{padding:.25rem 0}
section a{text-decoration:none}
section a:hover{text-decoration:underline}
section small{font-size:.8125rem;color:var(--ink-2)}
.day{color:var(--ink-2);margin-right:.5rem}
footer{margin-top:2.5rem}
@media print{:root{color-scheme:light}body{font-size:11pt}main{max-width:none;padding:0}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}details:not([open]){display:none}h2,h3{break-after:avoid}li,p{orphans:3;widows:3}}
`;
