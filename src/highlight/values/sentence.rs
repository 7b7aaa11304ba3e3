//! The words of one sentence as the readers of values see them: each with its class, all reached by index, none outside the sentence.

use crate::article::{Article, Case, Span, TokenKind};

use super::lexicon::{Class, LEXICON, Lower};

/// A window on the tokens of one sentence. Indexes are those of the article's tokens; outside the sentence there is only the empty word.
pub struct Words<'a, 't> {
    pub article: &'a Article<'t>,
    pub from: usize,
    pub to: usize,
    classes: Vec<(Class, f64)>,
}

impl<'a, 't> Words<'a, 't> {
    pub fn new(article: &'a Article<'t>) -> Words<'a, 't> {
        Words { article, from: 0, to: 0, classes: Vec::new() }
    }

    /// Moves to another sentence. Says whether any word of it can begin a value.
    pub fn enter(&mut self, from: usize, to: usize) -> bool {
        (self.from, self.to) = (from, to);
        self.classes.clear();
        let mut any = false;
        for token in &self.article.tokens[from..to] {
            let class = match token.kind {
                TokenKind::Word => {
                    let word = self.article.of(token.span);
                    let known = Lower::of(word).map_or((Class::Plain, 0.0), |lower| LEXICON.word(lower.text()));
                    any |=
                        known.0 != Class::Plain || word.ends_with(|c: char| c.is_ascii_digit()) || matches!(word, "a" | "an" | "A" | "An");
                    known
                }
                TokenKind::Number | TokenKind::Symbol => {
                    any = true;
                    (Class::Plain, 0.0)
                }
                _ => (Class::Plain, 0.0),
            };
            self.classes.push(class);
        }
        any
    }

    pub fn has(&self, i: usize) -> bool {
        (self.from..self.to).contains(&i)
    }

    /// The word at `i`, as written.
    pub fn at(&self, i: usize) -> &'t str {
        if self.has(i) { self.article.word(i) } else { "" }
    }

    /// The word a number of places before `i`.
    pub fn before(&self, i: usize, places: usize) -> &'t str {
        i.checked_sub(places).map_or("", |at| self.at(at))
    }

    pub fn is(&self, i: usize, word: &str) -> bool {
        self.at(i).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `i` is one of those parted by spaces in `words`, in any case.
    pub fn among(&self, i: usize, words: &str) -> bool {
        let word = self.at(i);
        !word.is_empty() && words.split(' ').any(|one| one.eq_ignore_ascii_case(word))
    }

    /// [`Words::among`] for the word a number of places before `i`.
    pub fn among_before(&self, i: usize, places: usize, words: &str) -> bool {
        i.checked_sub(places).is_some_and(|at| self.among(at, words))
    }

    pub fn class(&self, i: usize) -> Class {
        self.known(i).0
    }

    /// The class at `i` with its value.
    pub fn known(&self, i: usize) -> (Class, f64) {
        i.checked_sub(self.from).and_then(|at| self.classes.get(at)).copied().unwrap_or((Class::Plain, 0.0))
    }

    /// The value of the word at `i` if it is of that class.
    pub fn value(&self, i: usize, class: Class) -> Option<f64> {
        let (known, value) = self.known(i);
        (known == class).then_some(value)
    }

    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.has(i).then(|| self.article.tokens[i].kind)
    }

    pub fn is_number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    pub fn case(&self, i: usize) -> Case {
        if self.has(i) { self.article.tokens[i].case } else { Case::None }
    }

    pub fn capital(&self, i: usize) -> bool {
        self.has(i) && self.article.tokens[i].capital()
    }

    /// Whether nothing stands between the token at `i` and the one before it.
    pub fn touches(&self, i: usize) -> bool {
        self.has(i) && i > self.from && !self.article.spaced(i)
    }

    /// Whether `i` is a hyphen or dash of any length.
    pub fn dash(&self, i: usize) -> bool {
        matches!(self.at(i), "-" | "–" | "—" | "‐" | "‑" | "−" | "--" | "―")
    }

    /// Past a hyphen at `i`, if there is one.
    pub fn past_dash(&self, i: usize) -> usize {
        i + usize::from(self.dash(i))
    }

    /// Past a full stop written onto the token before, if there is one and the sentence goes on.
    pub fn past_stop(&self, i: usize) -> usize {
        i + usize::from(self.at(i) == "." && self.touches(i) && i + 1 < self.to)
    }

    pub fn span(&self, from: usize, to: usize) -> Span {
        self.article.span(from..to.max(from + 1))
    }
}
