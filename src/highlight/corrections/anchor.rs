//! An anchor: the words a correction is about, found again in a text that may have been edited.
//!
//! Quote and context, as in the W3C Web Annotation model's TextQuoteSelector: of all places where the words stand, the one whose surroundings agree best.

use crate::article::{Article, Span};

/// Most places of the same words that an anchor looks at.
const MAX_PLACES: usize = 10_000;

/// All places where `words` stand as whole words, in order.
pub fn places(article: &Article, words: &str) -> Vec<Span> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let text = article.text;
    let inside_word = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(words)
        .filter(|(at, found)| !inside_word(*at) && !inside_word(at + found.len()))
        .map(|(at, found)| Span::at(text, at, at + found.len()))
        .take(MAX_PLACES)
        .collect()
}

/// The place whose surroundings agree best with `before` and `after`; the first of equals. None if the words stand nowhere.
pub fn best(article: &Article, words: &str, before: &str, after: &str) -> Option<Span> {
    let score = |span: &Span| {
        let left = common(&mut article.text[..span.start()].chars().rev(), &mut before.chars().rev());
        let right = common(&mut article.text[span.end()..].chars(), &mut after.chars());
        left + right
    };
    // the first of equals: `max_by_key` alone would take the last
    places(article, words).into_iter().rev().max_by_key(score)
}

/// How many characters two rows share from their start, white space of any kind and length being equal.
fn common(text: &mut dyn Iterator<Item = char>, context: &mut dyn Iterator<Item = char>) -> usize {
    let (text, context) = (dense(text), dense(context));
    text.iter().zip(&context).take_while(|(a, b)| a == b).count()
}

/// The first characters of a row that are no white space.
fn dense(row: &mut dyn Iterator<Item = char>) -> Vec<char> {
    row.take(256).filter(|c| !c.is_whitespace()).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_tells_equal_words_apart() {
        let article = Article::read("Orlund spoke. Then Orlund\nleft; Orlunds stayed, Orlund slept.", None);
        assert_eq!(places(&article, "Orlund").len(), 3);
        assert_eq!(places(&article, "").len(), 0);
        let at = |before, after| best(&article, "Orlund", before, after).expect("it stands there").start();
        assert_eq!(at("", ""), 0);
        assert_eq!(at("Then ", " left"), 19);
        assert_eq!(at("", " slept"), article.text.rfind("Orlund").expect("there"));
        assert_eq!(best(&article, "Brekkin", "", ""), None);
    }
}
