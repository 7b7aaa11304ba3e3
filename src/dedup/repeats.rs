//! Repeats: passages that an earlier part of the same article already says.

use super::compare::SaidForm;
use super::heard::{Heard, Outcome, Prepared};
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

/// Words of content that a sentence needs to count as a repeat of one that says more.
const MIN_CONTENT: usize = 4;

/// Finds the repeats of the article, in order.
pub fn find(article: &Article) -> Vec<Repeat> {
    let prepared = Prepared::new(article, &[], &[]);
    let mut heard = Heard::default();
    let mut repeats = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let exact = prepared.exact[index];
        let content = prepared.sentence(index).iter().filter(|word| word.content()).count();
        let of = |id: usize| article.sentences[heard.places[id].1].span;
        if let Some(id) = heard.identical(exact) {
            if content >= 2 {
                repeats.push(Repeat { span: sentence.span, of: of(id), form: SaidForm::Identical, rule: "same-words", confidence: 0.99 });
            }
            continue;
        }
        if content >= MIN_CONTENT {
            let found = heard.judge(&prepared, index, &[&prepared]);
            if let Some((best, Outcome::Said(form))) = found.first().map(|best| (best, best.outcome)) {
                let of = article.sentences[heard.places[best.heard].1].span;
                let rule = if form == SaidForm::Near { "harmless-differences" } else { "part-of-a-longer" };
                repeats.push(Repeat { span: sentence.span, of, form, rule, confidence: 0.9 });
            }
        }
        heard.add(0, index, &prepared, false);
    }
    repeats
}
