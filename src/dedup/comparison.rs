//! Comparison: the shapes of what comparing several articles gives.

use crate::article::Span;
use crate::highlight::{Bound, EntityType, MentionForm, SpeakerKind};

/// What a sentence brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nothing earlier says it.
    New,
    /// An earlier article says all of it.
    Said,
    /// Said, with something added.
    Extends,
    /// Said with a different fact.
    Changed,
}

impl Status {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Said => "said",
            Status::Extends => "extends",
            Status::Changed => "changed",
        }
    }
}

/// How a passage is already said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SaidForm {
    /// Word for word.
    Identical,
    /// With harmless differences.
    Near,
    /// As a part of a longer passage.
    Contained,
}

impl SaidForm {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            SaidForm::Identical => "identical",
            SaidForm::Near => "near",
            SaidForm::Contained => "contained",
        }
    }
}

/// How a passage of an earlier article relates to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// Word for word.
    Identical,
    /// With differences.
    Near,
    /// As a part of a longer passage, or the other way round.
    Contained,
    /// The same point in other words: a hint.
    SamePoint,
}

impl Relation {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Identical => "identical",
            Relation::Near => "near",
            Relation::Contained => "contained",
            Relation::SamePoint => "samePoint",
        }
    }
}

/// What kind of fact changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// A figure.
    Number,
    /// A date or time.
    Date,
    /// A name.
    Name,
    /// Yes became no, or no yes.
    Negation,
    /// Another word.
    Word,
}

impl ChangeKind {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Number => "number",
            ChangeKind::Date => "date",
            ChangeKind::Name => "name",
            ChangeKind::Negation => "negation",
            ChangeKind::Word => "word",
        }
    }
}

/// A span of one of several articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Index of the article in the order given.
    pub article: usize,
    /// Where in it.
    pub span: Span,
}

/// A passage of an earlier article that a sentence is set against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Where it stands.
    pub place: Place,
    /// How it relates.
    pub relation: Relation,
}

/// A fact that is told differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What kind of fact.
    pub kind: ChangeKind,
    /// The words before.
    pub was: Place,
    /// The words now, in this article.
    pub now: Span,
}

/// A sentence against the earlier articles.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedSentence {
    /// The sentence: the one with the same index in the article's `sentences`.
    pub span: Span,
    /// What it brings.
    pub status: Status,
    /// How it is said, for [`Status::Said`].
    pub form: Option<SaidForm>,
    /// Where, best first.
    pub matches: Vec<Match>,
    /// What it adds, for [`Status::Extends`].
    pub added: Vec<Span>,
    /// What changed, for [`Status::Changed`].
    pub changes: Vec<Change>,
}

/// An article against those before it.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedArticle {
    /// One per sentence of the article.
    pub sentences: Vec<ComparedSentence>,
    /// Share of the sentences that are not set aside and are new.
    pub new_share: f64,
}

/// Somebody who stands in one or several articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// Titles and roles of all articles.
    pub descriptions: Vec<String>,
    /// What it is (`people` holds persons; kept for organisations and places later).
    pub kind: EntityType,
    /// Every mention.
    pub mentions: Vec<(Place, MentionForm)>,
    /// The entity's id in each article that has it: (article index, id).
    pub entities: Vec<(usize, u32)>,
}

/// One place where a quotation stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The reported words: from the first part to the last.
    pub place: Place,
    /// Index of the quote in its article.
    pub quote: usize,
}

/// A quotation across articles.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteRow {
    /// Name of the speaker, if one is known.
    pub speaker: Option<String>,
    /// What is known of the speaker.
    pub speaker_kind: SpeakerKind,
    /// Everywhere it stands.
    pub occurrences: Vec<Occurrence>,
    /// Whether the wordings differ.
    pub differs: bool,
}

/// A figure of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Where it stands.
    pub place: Place,
    /// Index of the value in its article.
    pub value: usize,
    /// The number.
    pub amount: f64,
    /// Second end of a range.
    pub to: Option<f64>,
    /// How exactly it is meant.
    pub bound: Bound,
}

/// A counted thing that several articles give.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueRow {
    /// What is counted or measured: "drone", "USD", "percent".
    pub what: String,
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Whether they agree.
    pub agree: bool,
}

/// A dated sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// The date, ISO 8601.
    pub iso: String,
    /// The sentence.
    pub place: Place,
    /// The words that give the date.
    pub date: Span,
}

/// Several articles, each against those before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// One per article, in the order given.
    pub articles: Vec<ComparedArticle>,
    /// People of all articles.
    pub people: Vec<Person>,
    /// One row per quotation.
    pub quote_ledger: Vec<QuoteRow>,
    /// One row per counted thing that several articles give.
    pub value_ledger: Vec<ValueRow>,
    /// Dated sentences, in date order.
    pub timeline: Vec<TimelineEntry>,
}
