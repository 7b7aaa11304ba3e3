//! Dedup: what is repeated inside one article, what is new in one against others, which of thousands are the same.

mod align;
mod amounts;
pub mod compare;
mod comparison;
mod facts;
mod fingerprint;
pub mod group;
mod heard;
mod judge;
mod keys;
mod ledgers;
mod lexicon;
mod moves;
mod normalise;
mod numbers;
mod offices;
mod postings;
pub mod repeats;
mod reword;
mod sequence;
mod sketch;
mod stem;
mod synonyms;
mod voice;
mod word;

pub use compare::{
    Change, ChangeKind, ComparedArticle, ComparedSentence, Comparison, Figure, Match, Occurrence, Person, Place, QuoteRow, Relation,
    SaidForm, Status, TimelineEntry, ValueRow,
};
pub use group::{Deduplicator, Group, Member, MemberRelation, Progress};
pub use repeats::Repeat;
