// The shapes of the public interface. Every span counts UTF-16 units of the very string that was passed in.

export interface Span { start: number; end: number }

export type Role = "headline" | "standfirst" | "byline" | "dateline" | "body" | "subheading" | "caption" | "list" | "related" | "furniture";
export type EntityType = "person" | "organization" | "place" | "group" | "event" | "product" | "work" | "law";
export type MentionForm = "name" | "short" | "nominal" | "pronoun";
export type ValueKind = "date" | "time" | "duration" | "money" | "percent" | "quantity" | "number" | "ordinal";
export type Bound = "exact" | "about" | "atLeast" | "atMost" | "moreThan" | "lessThan" | "range";
export type ValueForm = "score" | "vote" | "fraction" | "ratio" | "multiple" | "age" | "rank" | "basisPoints" | "percentagePoints";
export type QuoteForm = "direct" | "mixed" | "indirect" | "headline";
export type SpeakerKind = "named" | "unnamed" | "none";
export type Form = "identical" | "near" | "contained";
export type Status = "new" | "said" | "extends" | "changed";
export type Relation = Form | "samePoint";
export type ChangeKind = "number" | "date" | "name" | "negation" | "word";
export type MarkKind = EntityType | ValueKind | "quote" | "source" | "cue" | "repeat" | "term";

/** A word list or a pattern (in the syntax of Rust's `regex` crate) of the reader's own. */
export type Term = { id: string; label: string; words: string[] } | { id: string; label: string; pattern: string };

/**
 * What the reader knows better; `before` and `after` are context by which it is found again. `as` is the other name of "sameAs" and "add", the worth of
 * a "value", and the speaker of "speaker" and "quote": a name of the article, or any other; nobody if it is missing or empty.
 */
export interface Correction {
  say: "notAName" | "is" | "sameAs" | "add" | "speaker" | "quote" | "notAQuote" | "value" | "role";
  text: string; before?: string; after?: string; type?: string; as?: string;
}

export interface AnnotateOptions {
  /** `YYYY-MM-DD`: what "Thursday" is resolved against; else the article's own date line. */
  published?: string | null;
  terms?: Term[] | null;
  corrections?: Correction[] | null;
  /** Roles of the lines where they are settled: one a line, binding. */
  lines?: { role: Role }[] | null;
  /** The web page that the text was copied from, where it is known: its roles are judged by it, too. */
  page?: Page | null;
}

/**
 * Where the lines of a text stood. `boxes` are elements, each after the one around it (`parent`, its index; -1 for the outermost), with tag and the words of
 * class, id and role; `lines` has an entry for each line of the text: the innermost box that holds all of it, the shares (0 to 1) that are linked and that
 * another reader of pages would keep, and the day (`YYYY-MM-DD`) that the page says of it for machines.
 */
export interface Page {
  boxes: { parent: number; tag: string; names: string }[];
  lines: { box: number; linked: number; kept?: number | null; day?: string | null }[];
  title?: string | null;
}

export interface Decided { rule: string; confidence: number }
export interface Entity extends Decided { id: number; type: EntityType; name: string; mentions: (Span & { form: MentionForm })[]; descriptions: string[] }
export interface Value extends Span, Decided {
  kind: ValueKind; iso?: string | null; alternatives?: string[]; resolved?: boolean; zone?: string; amount?: number; to?: number; unit?: string;
  si?: { amount: number; unit: string }; counts?: string; currency?: string; per?: string; bound: Bound; form?: ValueForm;
}
export interface Quote extends Decided {
  content: Span[]; form: QuoteForm; source: Span | null; cue: Span | null; speaker: number | null; speakerKind: SpeakerKind;
  /** Who speaks, where a correction names somebody whom the article does not: then `speaker` is null and `speakerKind` "unnamed". */
  speakerName?: string;
}
export interface Repeat extends Span, Decided { of: Span; form: Form }
export interface Annotated {
  length: number;
  /** `start` and `end` are null when the date was given. */
  published: { iso: string; start: number | null; end: number | null; given: boolean } | null;
  blocks: (Span & { role: Role })[];
  sentences: (Span & { block: number })[];
  entities: Entity[];
  values: Value[];
  quotes: Quote[];
  repeats: Repeat[];
  keySentences: number[];
  terms: (Span & { term: string })[];
  limits: { what: string; why: string }[];
}

/** `ref` is the entity's id, else the index in its list; marks are ordered from the outermost to the innermost. */
export interface Segment extends Span { marks: { kind: MarkKind; ref: number }[] }

export interface ArticleInput { id: string; text: string; published?: string | null; corrections?: Correction[] | null; lines?: { role: Role }[] | null }
export interface Progress { done: number; of: number; ms: number }
/** Returning false stops the work with an error whose code is "stopped". */
export type OnProgress = (progress: Progress) => boolean | void;
export interface CompareOptions { terms?: Term[] | null; onProgress?: OnProgress }

export interface Place extends Span { article: string }
export interface ComparedSentence extends Span {
  status: Status; form: Form | null; matches: (Place & { relation: Relation })[]; added: Span[];
  changes: { kind: ChangeKind; was: Place; now: Span }[];
}
export interface Comparison {
  articles: { id: string; annotated: Annotated; sentences: ComparedSentence[]; newShare: number }[];
  people: { type: EntityType; name: string; descriptions: string[]; mentions: (Place & { form: MentionForm })[]; entities: { article: string; id: number }[] }[];
  quoteLedger: { speaker: string | null; speakerKind: SpeakerKind; occurrences: (Place & { quote: number })[]; differs: boolean }[];
  valueLedger: { what: string; figures: (Place & { value: number; amount: number; to: number | null; bound: Bound })[]; agree: boolean }[];
  timeline: (Place & { iso: string; date: Span })[];
}

export interface DeduplicatorOptions { threshold?: number | null }
export interface Group { keep: string; members: { id: string; relation: Form; similarity: number; of: string | null }[] }

/** What `annotate`, `compare`, `add` and `groups` throw. */
export interface GlosswireError extends Error { name: "GlosswireError"; code: "tooLong" | "badPattern" | "badOption" | "duplicateId" | "stopped" }
