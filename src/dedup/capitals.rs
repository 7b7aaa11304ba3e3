//! Capitals: what they tell: the names of an article, and sentences in which they tell nothing.

use super::keys::Keys;
use super::lexicon::raw;
use crate::article::{Article, Case, Token, TokenKind};

/// Keys of words that the article writes with a capital inside a sentence: its names.
pub(crate) fn names(article: &Article) -> Keys {
    let mut names = Vec::new();
    for sentence in &article.sentences {
        let tokens = &article.tokens[sentence.tokens.0..sentence.tokens.1];
        if all_capitals(article, tokens) {
            continue;
        }
        for token in tokens.iter().skip(1).filter(|t| t.kind == TokenKind::Word && t.capital()) {
            names.push(raw(article.of(token.span), token.case == Case::Upper));
        }
    }
    Keys::of(names)
}

/// Whether a sentence is set like a headline, where capitals tell nothing.
pub(super) fn all_capitals(article: &Article, tokens: &[Token]) -> bool {
    if tokens.last().is_some_and(|last| article.of(last.span) == ".") {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3) {
        words += 1;
        capitals += usize::from(token.capital());
    }
    words > 2 && capitals * 10 > words * if words > 4 { 7 } else { 9 }
}
