//! Key sentences: the few that tell the story, for a reader with ten seconds.

use crate::annotate::Annotated;
use crate::article::Article;

/// Indexes of the most telling sentences, most telling first.
pub fn find(article: &Article, annotated: &Annotated) -> Vec<usize> {
    let _ = (article, annotated);
    Vec::new()
}
