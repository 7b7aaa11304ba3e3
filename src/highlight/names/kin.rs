//! Kin: persons who are told of as somebody's relative: "his wife, the painter Ana Vane". A surname alone is seldom theirs, and the word tells whether
//! they are a man or a woman.

use super::coreference::Gender;
use super::few::Few;
use super::lexicon::gender_of_title;
use crate::article::{Article, Case, TokenKind};

#[rustfmt::skip]
static KIN: Few = Few::of(&[
    "wife", "husband", "widow", "widower", "daughter", "son", "mother", "father", "sister", "brother", "aunt", "uncle", "niece", "nephew",
    "girlfriend", "boyfriend", "partner", "fiancee", "fiance", "grandmother", "grandfather", "grandson", "granddaughter", "cousin", "twin",
]);

/// Words that begin something else than what a relative is called.
#[rustfmt::skip]
static OTHER: Few = Few::of(&["and", "or", "but", "who", "whom", "whose", "that", "with", "by", "to", "said", "says", "told", "in", "at", "from"]);

/// How far before a name the word may stand, in tokens.
const REACH: usize = 7;

/// Whether the name that begins at a token is told of as a relative's, and of which gender the word is.
pub(super) fn kin(article: &Article, name: usize) -> Option<Gender> {
    let sentence = article.sentence_at(article.tokens[name].span.start())?;
    let first = article.sentences[sentence].tokens.0;
    let mut comma = false;
    for at in (first.max(name.saturating_sub(REACH))..name).rev() {
        let word = article.word(at);
        if KIN.has(word) {
            return Some(gender_of_title(word));
        }
        let plain = article.tokens[at].kind == TokenKind::Word && article.tokens[at].case == Case::Lower && !OTHER.has(word);
        if !plain && (word != "," || comma) {
            return None;
        }
        comma |= word == ",";
    }
    None
}
