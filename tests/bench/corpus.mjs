// Corpus: news-like text made from a seed, for measuring. The same seed gives the same text on every machine. Nobody and
// nothing in it exists. It is as dense in names, quotes, figures and dates as news is, and its words are as varied: names are
// put together from syllables, so that two articles share their common words and little else.

/** A stream of numbers from 0 to 1 that its seed decides (mulberry32). @param {number} seed @returns {() => number} */
export function randomness(seed) {
  let state = (seed * 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (/** @type {string} */ list) => list.trim().split(/\s*[|\n]\s*/);

const ONSETS = words("b|br|c|ch|d|dr|f|fl|g|gr|h|k|kl|l|m|n|p|pr|r|s|sh|sk|st|t|th|tr|v|w|z");
const VOWELS = words("a|e|i|o|u|a|e|o|ai|ea|ie|ou");
const ENDS = words("n|r|l|s|m|ck|nd|rt|ss|ng|rd|ne|ve|ll|th|x|");
const LASTS = words("son|er|ov|ski|ez|mann|ley|ard|ini|well|ford|berg|i|a|o|es|and|ic");
const PLACE_ENDS = words("ton|ville|burg|port|mouth|stad|ia|ora|field|haven|ford|mere|grad|pur");
const GIVEN = words(`Adaeze|Amira|Anton|Bela|Carmen|Chloe|Daniel|Dmitri|Elena|Esther|Farid|Fiona|Gareth|Grace|Hana|Henrik|Imani|Ines|Jamal|Jonas
  Kofi|Laila|Leon|Lucia|Magnus|Mei|Miriam|Nadia|Nikhil|Oscar|Paula|Petra|Priya|Rafael|Rosa|Samuel|Sofia|Tariq|Tomas|Vera|Yusuf|Zoe`);
const HER = new Set(words("Adaeze|Amira|Carmen|Chloe|Elena|Esther|Fiona|Grace|Hana|Imani|Ines|Laila|Lucia|Mei|Miriam|Nadia|Paula|Petra|Priya|Rosa|Sofia|Vera|Zoe"));
const ROLES = words(`the transport minister|the mayor|a spokeswoman for the company|the chief engineer|the finance minister|the head of the union
  a professor of economics|the police chief|the opposition leader|a retired judge|the chairman of the board|the foreign secretary|a senior analyst
  the director of the hospital|the head of the port authority|the lead scientist|the prosecutor|the owner of the plant`);
const BODIES = words(`Ministry of Health|Port Authority|Central Bank|Court of Appeal|National Weather Office|Teachers' Union|Rail Board|Institute for Coastal Research
  Energy Commission|Chamber of Commerce|Farmers' Federation|University Hospital|Data Protection Office|Fire Service|Parliament|City Council`);
const FIRMS = words("Group|Holdings|Steel|Logistics|Energy|Foods|Airways|Bank|Motors|Pharma|Systems|Shipping");
const DAYS = words("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday");
const MONTHS = words("January|February|March|April|May|June|July|August|September|October|November|December");
const SAYING = words("said|said|said|told reporters|added|argued|warned|wrote in a statement|told parliament|conceded|replied");
const THINGS = words(`homes|drones|vaccines|lorries|jobs|passengers|patients|tonnes of grain|megawatts|voters|containers|schools|turbines|complaints|cattle|flights
  signatures|soldiers|wells|trees|documents|migrants|shops|hectares of forest|students|tickets`);
const SUBJECTS = words(`the flood wall|the new rail line|the budget for hospitals|the ban on night flights|the ferry terminal|the salmon farms|the pension reform|the data leak
  the wheat harvest|the strike at the docks|the old stadium|the water shortage|the border crossing|the bridge inspection|the vaccine trial|the mining licence
  the tram extension|the wind farm|the school closures|the tax on sugar|the rescue of the miners|the local election|the peace talks|the fire at the depot`);
const DEEDS = words(`delayed|approved|cancelled|reviewed|defended|questioned|postponed|welcomed|scaled back|reopened|ruled out|promised to finish|agreed to pay for
  voted against|lost control of|raised the price of|kept quiet about|reported a loss on|set a date for|withdrew from|took over`);
const NOUNS = words(`agreement|airport|answer|appeal|archive|army|auction|audit|autumn|balance|battery|bench|bill|blame|boat|border|bridge|budget|cable|campaign|canal|capital
  case|ceiling|century|charge|charter|climate|clinic|coast|coin|commission|contract|corner|corridor|cost|cotton|council|crane|credit|crew|crisis|crop|crowd|dairy|damage|deadline
  debt|decision|delay|demand|deposit|desert|detail|device|diet|district|doubt|draft|drought|duty|earthquake|election|engine|envoy|error|estate|evidence|exam|excuse|export|factory
  failure|farm|fee|fence|fever|field|figure|filter|fleet|flood|forest|fuel|garden|gate|ghost|glass|grain|grant|guard|harbour|harvest|hearing|heat|highway|hotel|household|housing|ice
  import|income|index|industry|inquiry|insurance|island|issue|journey|judge|kitchen|lake|landlord|laundry|law|leak|lesson|letter|licence|loan|lock|machine|manual|margin|market|mayor
  measure|medal|memory|menu|merger|metal|mine|mistake|morning|motion|mountain|museum|network|office|orchard|order|outbreak|owner|paper|parcel|park|pattern|payment|pension|permit|phase
  pipe|plan|planet|plant|platform|pledge|police|policy|pool|power|price|prison|profit|promise|proof|protest|queue|radar|railway|rain|record|referee|reform|refund|rent|repair|report
  rescue|reserve|result|river|road|roof|route|rule|rumour|salary|sample|school|screen|season|sensor|shelter|shortage|signal|silence|smoke|soil|speech|spring|square|squad|station|statue
  storm|strategy|street|strike|summit|supply|survey|switch|target|tariff|tax|temple|tender|theatre|threat|ticket|timber|title|tower|trade|traffic|treaty|trial|truce|tunnel|union|valley
  vehicle|verdict|veto|victim|village|visit|vote|wage|warehouse|warning|waste|water|wave|weapon|weather|wedding|weekend|winter|witness|wood|yard|zone`);
const ADJECTIVES = words(`abandoned|ageing|annual|armed|bitter|brief|broken|careful|cheap|civil|clear|coastal|cold|common|costly|crowded|daily|damaged|dangerous|distant|early|empty|entire
  experimental|fair|false|familiar|final|foreign|former|fragile|frozen|general|gradual|hasty|heavy|hidden|honest|huge|illegal|joint|junior|known|lasting|late|legal|likely|local|lonely|loud
  major|medical|mild|minor|missing|mutual|narrow|neutral|nervous|new|northern|obvious|odd|old|open|orderly|partial|patient|plain|poor|popular|private|proper|public|quick|quiet|rare|rapid
  regional|remote|rich|rough|rural|scarce|second|secret|senior|serious|shared|sharp|simple|slow|small|solid|southern|special|steady|steep|strange|strict|sudden|technical|temporary|tense
  thin|unfair|unpaid|urban|urgent|usual|vague|vital|warm|weak|wealthy|whole|wide|wooden|wrong|young`);
const VERBS = words(`absorbed|accepted|adopted|affected|answered|avoided|backed|blocked|bought|built|buried|carried|caught|caused|changed|checked|cleared|closed|collected|combined|confirmed
  counted|covered|created|crossed|denied|described|divided|doubled|dropped|earned|ended|examined|exceeded|expected|explained|exposed|feared|filled|fixed|followed|forced|forgot|found|copied
  funded|gained|gathered|guided|halted|handled|helped|hid|hit|hosted|ignored|improved|joined|judged|justified|launched|led|left|limited|linked|lost|lowered|managed|matched|measured|missed|moved
  named|needed|noticed|offered|opened|outlived|owed|passed|planned|praised|prevented|printed|pulled|pushed|reached|recalled|reduced|refused|rejected|released|replaced|reported|rescued|respected
  restored|risked|ruined|saved|searched|settled|shaped|shared|shook|signed|slowed|solved|sought|spared|spread|started|stopped|studied|supported|surprised|survived|tested|threatened|touched
  traced|trusted|turned down|undermined|used|warned|watched|weakened|welcomed|won|worried`);
const ADVERBS = words("again|at last|before dawn|by accident|by then|for nothing|in public|in silence|in time|late|more than once|on paper|on purpose|quietly|so far|too soon|twice|under guard");
const JOINS = words("because|although|after|before|while|unless|until|when|as|and|but");
const HEDGES = words("We|You|They|Nobody here|Everybody|Most of us|Our members|The people I spoke to|I|My neighbours|Those who decided");
const LINKS = words(`Meanwhile|By then|In the north of the country|A day earlier|At the same hearing|According to documents seen by this newspaper|Even so
  For many residents|Behind the scenes|In practice|Across the region|As a result|At first`);
const FURNITURE = words(`Read more|Share this story|Sign up for our morning letter|Advertisement|Most viewed|Recommended|Copy link|3 min read|Follow us|Related`);

/**
 * One article.
 * @param {number} seed
 * @param {{ bytes?: number, furniture?: boolean, day?: number }} [options] `bytes`: about how long
 * @returns {{ title: string, lines: string[] }}
 */
export function article(seed, { bytes = 5000, furniture = true, day } = {}) {
  const next = randomness(seed);
  const pick = (/** @type {string[]} */ list) => list[Math.floor(next() * list.length)];
  const whole = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1));
  const chance = (/** @type {number} */ share) => next() < share;
  const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(ENDS);
  const surname = () => capital(syllable() + (chance(0.5) ? pick(VOWELS) : "") + pick(LASTS));
  const place = () => capital(syllable() + pick(PLACE_ENDS));

  const places = Array.from({ length: 4 }, place);
  const people = Array.from({ length: 5 }, () => {
    const given = pick(GIVEN);
    return { given, last: surname(), role: pick(ROLES), her: HER.has(given), met: false };
  });
  const bodies = Array.from({ length: 3 }, () => (chance(0.5) ? `${surname()} ${pick(FIRMS)}` : `${pick(places)} ${pick(BODIES)}`));
  const topic = Array.from({ length: 3 }, () => pick(SUBJECTS));
  const grouped = (/** @type {number} */ count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

  const who = () => {
    const person = people[Math.floor(next() * people.length)];
    if (!person.met) {
      person.met = true;
      return chance(0.5) ? `${person.given} ${person.last}, ${person.role},` : `${person.given} ${person.last}`;
    }
    return chance(0.35) ? (person.her ? "she" : "he") : `${chance(0.1) ? (person.her ? "Ms " : "Mr ") : ""}${person.last}`;
  };
  const amount = () => {
    const roll = next();
    if (roll < 0.2) return `$${whole(2, 900)} million`;
    if (roll < 0.3) return `€${(next() * 20).toFixed(1)}bn`;
    if (roll < 0.4) return `${whole(2, 95)} per cent of ${topic[0]}`;
    if (roll < 0.5) return `about ${grouped(whole(1, 90) * 1000)} ${pick(THINGS)}`;
    if (roll < 0.6) return `more than ${whole(3, 99)} ${pick(THINGS)}`;
    return `${grouped(whole(12, 40000))} ${pick(THINGS)}`;
  };
  const when = () => {
    const roll = next();
    if (roll < 0.4) return `on ${pick(DAYS)}`;
    if (roll < 0.55) return `on ${whole(1, 28)} ${pick(MONTHS)}`;
    if (roll < 0.65) return `in ${pick(MONTHS)} ${whole(2015, 2026)}`;
    if (roll < 0.75) return `since ${whole(1950, 2024)}`;
    if (roll < 0.85) return `${whole(2, 11)} months ago`;
    return "last week";
  };
  const thing = () => `${pick(["the", "the", "the", "a", "their", "every", "no"])} ${chance(0.45) ? `${pick(ADJECTIVES)} ` : ""}${pick(NOUNS)}`;
  const clause = () => `${thing()} ${pick(VERBS)} ${thing()}${chance(0.25) ? ` ${pick(ADVERBS)}` : ""}`;
  const claim = () => `${pick(HEDGES)} ${pick(VERBS)} ${thing()} ${pick(JOINS)} ${clause()}`;
  const tail = () => `${pick(JOINS)} ${clause()}`;
  /** @type {(() => string)[]} */
  const sentences = [
    () => `“${claim()},” ${who()} ${pick(SAYING)} ${when()}.`,
    () => `“${claim()},” ${who()} ${pick(SAYING)}. “${claim()}.”`,
    () => `${capital(who())} ${pick(SAYING)} that ${clause()} ${tail()}.`,
    () => `The ${pick(bodies)} ${pick(DEEDS)} ${pick(topic)} ${when()}, ${tail()}.`,
    () => `${pick(bodies)} put the cost at ${amount()}, against ${amount()} a year earlier.`,
    () => `${pick(LINKS)}, ${amount()} had reached ${pick(places)} by ${whole(1, 12)}:${whole(10, 59)} ${chance(0.5) ? "a.m." : "p.m."} ${when()}.`,
    () => `${pick(LINKS)}, ${pick(topic)} was ${pick(DEEDS)} by the ${pick(bodies)} ${tail()}.`,
    () => `In ${pick(places)}, ${thing()} ${pick(VERBS)} ${thing()}; ${who()} ${pick(DEEDS)} ${pick(SUBJECTS)}.`,
    () => `It was not the first time: ${pick(SUBJECTS)} cost ${amount()} ${when()}, and the ${pick(bodies)} called that “${thing()}”.`,
    () => `${capital(pick(topic))} remains open, ${tail()}, and ${who()} has not said what comes next.`,
  ];

  const title = `${pick(bodies)} ${pick(DEEDS)} ${topic[0]} ${tail()}`;
  const date = `${day ?? whole(1, 28)} ${pick(MONTHS)} ${whole(2019, 2026)}`;
  const lines = [title, "", `${capital(topic[0])} was ${pick(DEEDS)} ${when()}, ${tail()}.`, "", `By ${pick(GIVEN)} ${surname()}`, date, ""];
  let length = lines.join("\n").length;
  while (length < bytes) {
    const paragraph = Array.from({ length: whole(1, 4) }, () => pick(/** @type {any} */ (sentences))).map((make) => /** @type {any} */ (make)()).join(" ");
    lines.push(paragraph, "");
    length += paragraph.length + 2;
    if (furniture && chance(0.08)) lines.push(pick(FURNITURE), "");
  }
  if (furniture) lines.push("Recommended", "", ...Array.from({ length: 4 }, () => `${surname()} ${pick(DEEDS)} ${pick(SUBJECTS)}`));
  return { title, lines };
}

/** The text of one article. @param {number} seed @param {Parameters<typeof article>[1]} [options] */
export function text(seed, options) {
  return article(seed, options).lines.join("\n");
}

/** Many different articles after each other, about as long as asked. @param {number} seed @param {number} bytes */
export function longText(seed, bytes) {
  const parts = [];
  for (let made = 0, each = 0; made < bytes; each += 1) {
    parts.push(text(seed * 1_000_003 + each, { bytes: Math.min(5000, bytes - made) }));
    made += parts[each].length + 2;
  }
  return parts.join("\n\n");
}

/**
 * Articles of which a known share are copies of earlier ones: every tenth identical, every tenth edited as a second newspaper
 * edits an agency's story (another headline and byline, a paragraph less, one more).
 * @param {number} seed
 * @param {number} count
 * @param {number} [bytes]
 * @returns {{ id: string, text: string, of: string | null }[]}
 */
export function pile(seed, count, bytes = 3000) {
  const next = randomness(seed);
  /** @type {{ id: string, text: string, of: string | null }[]} */
  const articles = [];
  /** @type {number[]} */
  const firsts = [];
  for (let each = 0; each < count; each += 1) {
    const id = `a${each}`;
    const kind = each % 10;
    if (firsts.length === 0 || (kind !== 4 && kind !== 9)) {
      firsts.push(each);
      articles.push({ id, text: text(seed * 7_000_003 + each, { bytes }), of: null });
      continue;
    }
    const first = articles[firsts[Math.floor(next() * firsts.length)]];
    if (kind === 4) articles.push({ id, text: first.text, of: first.id });
    else {
      const other = article(seed * 9_000_011 + each, { bytes: 900, furniture: false }).lines;
      const lines = first.text.split("\n");
      lines.splice(0, 6, ...other.slice(0, 6));
      lines.splice(10, 2);
      lines.push("", other[7] ?? "");
      articles.push({ id, text: lines.join("\n"), of: first.id });
    }
  }
  return articles;
}
