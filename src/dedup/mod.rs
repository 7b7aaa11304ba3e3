//! Dedup: what is repeated inside one article, what is new in one against others, which of thousands are the same.

mod align;
mod amounts;
mod capitals;
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
mod omissions;
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

/// The status of each sentence of the later text.
#[cfg(test)]
fn statuses(earlier: &str, later: &str) -> Vec<&'static str> {
    let readings = [earlier, later].map(|text| crate::annotate::read(text, &Default::default()).expect("any text can be read"));
    let comparison = compare::compare(&readings, &mut |_, _| true).expect("not stopped");
    comparison.articles[1].sentences.iter().map(|sentence| sentence.status.name()).collect()
}
