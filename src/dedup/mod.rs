//! Dedup: what is repeated inside one article, what is new in one against others, which of thousands are the same.

pub mod compare;
pub mod group;
pub mod repeats;

pub use compare::{
    Change, ChangeKind, ComparedArticle, ComparedSentence, Comparison, Figure, Match, Occurrence, Person, Place, QuoteRow, Relation,
    SaidForm, Status, TimelineEntry, ValueRow,
};
pub use group::{Deduplicator, Group, Member, MemberRelation, Progress};
pub use repeats::Repeat;
