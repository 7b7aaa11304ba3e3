//! Groups: which of thousands of articles are copies of one another, told from sketches of a few hundred numbers each.

use crate::error::Error;

/// How a member of a group relates to the one it was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemberRelation {
    /// The same words.
    Identical,
    /// With differences.
    Near,
    /// One holds the other.
    Contained,
}

impl MemberRelation {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            MemberRelation::Identical => "identical",
            MemberRelation::Near => "near",
            MemberRelation::Contained => "contained",
        }
    }
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its id.
    pub id: String,
    /// How it relates to `of`; identical for the one to keep.
    pub relation: MemberRelation,
    /// Share of the shorter text that stands in the other, 0 to 1.
    pub similarity: f64,
    /// The member it was found to be like; none for the one to keep.
    pub of: Option<String>,
}

/// Articles that are one.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id of the one to keep.
    pub keep: String,
    /// All members, the one to keep first.
    pub members: Vec<Member>,
}

/// How far the grouping is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Articles done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

/// Gathers articles and groups copies.
#[derive(Debug, Default)]
pub struct Deduplicator {
    ids: Vec<String>,
}

impl Deduplicator {
    /// Containment, from 0 to 1, above which two articles are one.
    pub const THRESHOLD: f64 = 0.5;

    /// An empty one; `threshold` from 0 to 1, [`Deduplicator::THRESHOLD`] if none.
    pub fn new(threshold: Option<f64>) -> Result<Deduplicator, Error> {
        let _ = threshold;
        Ok(Deduplicator::default())
    }

    /// Adds an article: keeps a sketch of it, not the text.
    pub fn add(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let _ = text;
        self.ids.push(id.to_string());
        Ok(())
    }

    /// How many articles were added.
    pub fn size(&self) -> usize {
        self.ids.len()
    }

    /// The groups of two and more. `progress` stops the work by returning false.
    pub fn groups(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<Group>, Error> {
        let _ = progress;
        Ok(Vec::new())
    }
}
