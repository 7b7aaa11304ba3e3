// Types: the shapes that travel between the engine and the page, as JSDoc. No code lives here.
// They follow the public interface of the core; offsets count UTF-16 code units.

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {"headline" | "standfirst" | "byline" | "dateline" | "body" | "subheading" | "caption" | "list" | "related" | "furniture"} Role */
/** @typedef {Span & { role: Role }} Block */
/** @typedef {Span & { block: number }} Sentence */
/** @typedef {"name" | "short" | "nominal" | "pronoun"} MentionForm */
/** @typedef {Span & { form: MentionForm }} Mention */
/**
 * @typedef {object} Entity
 * @property {number} id
 * @property {string} type
 * @property {string} name
 * @property {Mention[]} mentions
 * @property {string[]} descriptions
 * @property {string} [rule]
 * @property {number} [confidence]
 */
/**
 * @typedef {object} ValueFields
 * @property {string} kind
 * @property {string | null} [iso]
 * @property {string[]} [alternatives]
 * @property {boolean} [resolved]
 * @property {string | null} [zone]
 * @property {number | null} [amount]
 * @property {number | null} [to]
 * @property {string | null} [unit]
 * @property {{ amount: number, unit: string } | null} [si]
 * @property {string | null} [counts]
 * @property {string | null} [currency]
 * @property {string | null} [per]
 * @property {string | null} [bound]
 * @property {string | null} [form]
 * @property {string} [rule]
 * @property {number} [confidence]
 */
/** @typedef {Span & ValueFields} Value */
/**
 * @typedef {object} Quote
 * @property {Span[]} content
 * @property {"direct" | "mixed" | "indirect" | "headline"} form
 * @property {Span | null} [source]
 * @property {Span | null} [cue]
 * @property {number | null} [speaker]
 * @property {"named" | "unnamed" | "none"} speakerKind
 * @property {string} [speakerName] who speaks, where the reader names somebody whom the article does not
 * @property {string} [rule]
 * @property {number} [confidence]
 */
/** @typedef {Span & { of: Span, form: string, rule?: string, confidence?: number }} Repeat */
/** @typedef {Span & { term: string }} TermHit */
/** @typedef {{ what?: string, why?: string } | string} Limit */
/**
 * @typedef {object} Annotated
 * @property {number} length
 * @property {{ iso?: string, start?: number, end?: number } | string | null} [published]
 * @property {Block[]} blocks
 * @property {Sentence[]} sentences
 * @property {Entity[]} entities
 * @property {Value[]} values
 * @property {Quote[]} quotes
 * @property {Repeat[]} repeats
 * @property {number[]} keySentences
 * @property {TermHit[]} terms
 * @property {Limit[]} limits
 */
/** @typedef {Span & { marks: { kind: string, ref: number | string }[] }} Segment */

/** @typedef {"new" | "said" | "extends" | "changed"} Status */
/** @typedef {Span & { article: string, relation: "identical" | "near" | "contained" | "samePoint" }} Match */
/** @typedef {{ kind: string, was: Span & { article: string }, now: Span }} Change */
/** @typedef {Span & { status: Status, form?: string | null, matches: Match[], added: Span[], changes: Change[] }} Compared */
/** @typedef {{ id: string, annotated: Annotated, sentences: Compared[], newShare: number }} ComparedArticle */
/** @typedef {Span & { article: string }} Place */
/** @typedef {Place & { iso: string, date: Span }} Dated a sentence with its day */
/**
 * @typedef {object} Comparison
 * @property {ComparedArticle[]} articles
 * @property {unknown[]} [people]
 * @property {{ speaker?: string | null, occurrences: Place[], differs: boolean }[]} [quoteLedger]
 * @property {{ what: string, figures: (Place & { value?: number, amount?: number })[], agree: boolean }[]} [valueLedger]
 * @property {Dated[]} [timeline] in date order
 */
/** @typedef {{ keep: string, members: { id: string, relation: string, similarity: number, of: string | null }[] }} Group */

/** @typedef {{ parent: number, tag: string, names: string }} PageBox an element: the box around it, its name, what it is called */
/** @typedef {{ text: string, box: number, linked: number, kept: number | null, day?: string }} PageLine */

/** @typedef {{ done: number, of: number, ms?: number }} Progress */
/** @typedef {{ signal?: AbortSignal, onProgress?: (progress: Progress) => void }} CallOptions */

/**
 * What an article is, beside its words; null where it is not known.
 * @typedef {object} About
 * @property {string | null} title
 * @property {string | null} outlet
 * @property {string | null} date YYYY-MM-DD; the same as the article's `published`
 * @property {string | null} address
 */

/**
 * An article on the desk.
 * @typedef {object} Article
 * @property {string} id
 * @property {string} text what was pasted, unchanged
 * @property {{ role: Role }[] | null} lines roles that the paste has settled
 * @property {string | null} published
 * @property {string} corrected the corrections it was read with, as JSON
 * @property {string} title as it is shown: never empty
 * @property {About} about
 * @property {Partial<About>} told of these, what the paste's markup or the reader said; the rest is found in the text
 * @property {Annotated} annotated
 * @property {import("./thing.js").Things} things
 */

export {};
