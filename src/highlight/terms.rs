//! Terms: the reader's own words and patterns.

use crate::article::Span;

/// What a term looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermRule {
    /// Words or phrases, whole words, ignoring case.
    Words(Vec<String>),
    /// A pattern in the syntax of the `regex` crate, searched within each block.
    Pattern(String),
}

/// A word or pattern of the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The reader's id for it.
    pub id: String,
    /// Its name on the page.
    pub label: String,
    /// What it looks for.
    pub rule: TermRule,
}

/// A place where a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermHit {
    /// The words.
    pub span: Span,
    /// Index of the term in the list that was given.
    pub term: usize,
}
