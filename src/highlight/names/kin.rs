//! Kin: persons who are told of as somebody's relative: "his wife Anna Vane", "her daughter, the painter Ana Vane,". A surname alone is seldom theirs,
//! and the word tells whether they are a man or a woman.

use super::coreference::Gender;
use super::few::Few;
use crate::article::{Article, Case, TokenKind};

static WOMEN: Few =
    Few::of(&["wife", "widow", "daughter", "mother", "sister", "aunt", "niece", "girlfriend", "fiancee", "grandmother", "granddaughter"]);
static MEN: Few =
    Few::of(&["husband", "widower", "son", "father", "brother", "uncle", "nephew", "boyfriend", "fiance", "grandfather", "grandson"]);

/// Words that lead from a relative to somebody else: "the mother of Jan Vos".
static OTHER: Few =
    Few::of(&["of", "for", "as", "after", "on", "about", "and", "or", "but", "who", "with", "by", "to", "in", "at", "from", "is", "was"]);

/// Most words between the comma after a relative and the name: "the theatre director".
const WORDS: usize = 4;

/// Whether the name in these tokens is told of as a relative's, and of which gender the word is.
pub(super) fn kin(article: &Article, (name, end): (usize, usize)) -> Option<Gender> {
    let first = article.sentences[article.sentence_at(article.tokens[name].span.start())?].tokens.0;
    let gender = |at: usize| match article.word(at) {
        word if WOMEN.has(word) => Some(Gender::Female),
        word if MEN.has(word) => Some(Gender::Male),
        _ => None,
    };
    let before = |back: usize| name.checked_sub(back).filter(|&at| at >= first);
    if let Some(found) = before(1).and_then(gender) {
        return Some(found);
    }
    let plain =
        |at: usize| article.tokens[at].kind == TokenKind::Word && article.tokens[at].case == Case::Lower && !OTHER.has(article.word(at));
    let words = (1..=WORDS).take_while(|&back| before(back).is_some_and(plain)).count();
    // "his wife, Jan Vos told the court, had left" is another's wife
    let apposed = words > 0 || article.tokens.get(end).is_none_or(|token| matches!(article.of(token.span), "," | "." | ")" | ";"));
    let comma = before(words + 1).filter(|&at| article.word(at) == "," && apposed)?;
    comma.checked_sub(1).filter(|&at| at >= first).and_then(gender)
}
