//! The words of one sentence as the readers of values see them: each with its class, all reached by index, none outside the sentence.

use std::cell::Cell;

use crate::article::{Article, Case, Span, TokenKind};

use super::lexicon::{Class, LEXICON};
use super::list::List;

/// What a sentence tells of, where that decides how its figures are meant.
#[derive(Clone, Copy)]
pub struct Themes {
    /// A game: quarters and halves are not of a year.
    pub game: bool,
    /// Who won: "21 to 14" is a score.
    pub won: bool,
    /// A vote: "52-48" is one.
    pub vote: bool,
}

/// Hyphens and dashes of any length.
static DASHES: List = List::of("- – — ‐ ‑ − -- ―");

static GAME: List = List::of(
    "touchdown touchdowns yard yards scored scoring game games basket points lead halftime quarterback goal goals trailed play rebounds",
);
static WON: List = List::of("score scored beat won lost win lead led defeated victory");
static VOTE: List = List::of(
    "vote voted votes voting majority senate parliament justices court ruling decision lawmakers house chamber assembly council passed approved",
);

/// A window on the tokens of one sentence. Indexes are those of the article's tokens; outside the sentence there is only the empty word.
pub struct Words<'a, 't> {
    pub article: &'a Article<'t>,
    pub from: usize,
    pub to: usize,
    classes: Vec<(Class, f64)>,
    hot: Vec<bool>,
    /// Found out once a sentence: looking through it for every figure would cost the square of its length.
    themes: Cell<Option<Themes>>,
}

impl<'a, 't> Words<'a, 't> {
    pub fn new(article: &'a Article<'t>) -> Words<'a, 't> {
        Words { article, from: 0, to: 0, classes: Vec::new(), hot: Vec::new(), themes: Cell::new(None) }
    }

    /// Moves to another sentence. Says whether any word of it can begin a value.
    pub fn enter(&mut self, from: usize, to: usize) -> bool {
        (self.from, self.to) = (from, to);
        self.classes.clear();
        self.hot.clear();
        self.themes.set(None);
        let mut any = false;
        let tokens = &self.article.tokens;
        for (i, token) in tokens[from..to].iter().enumerate() {
            let word = self.article.of(token.span);
            let mut known = (Class::Plain, 0.0);
            let hot = match token.kind {
                TokenKind::Word => {
                    known = LEXICON.word(word);
                    let begins = known.0 != Class::Plain || word.bytes().any(|b| b.is_ascii_digit()) || word.ends_with("fold");
                    any |= begins;
                    begins || token.capital()
                }
                TokenKind::Number | TokenKind::Symbol => {
                    any = true;
                    true
                }
                TokenKind::Punct => {
                    // inside "example.com" and "desk@example.com" the word before is looked at
                    let joint = matches!(word, "." | "@" | "_" | "=")
                        && i > 0
                        && tokens[from + i - 1].span.end() == token.span.start()
                        && tokens.get(from + i + 1).is_some_and(|next| next.span.start() == token.span.end());
                    if joint {
                        self.hot[i - 1] = true;
                    }
                    matches!(word, "#" | "@" | "(")
                }
                _ => false,
            };
            self.classes.push(known);
            self.hot.push(hot);
        }
        any
    }

    /// Whether anything at all can begin at `i`: most words are passed over by this.
    pub fn hot(&self, i: usize) -> bool {
        i.checked_sub(self.from).and_then(|at| self.hot.get(at)).copied().unwrap_or(false)
    }

    /// What the sentence tells of.
    pub fn themes(&self) -> Themes {
        if let Some(themes) = self.themes.get() {
            return themes;
        }
        let any = |list: &List| (self.from..self.to).any(|i| self.is_word(i) && self.among(i, list));
        let themes = Themes { game: any(&GAME), won: any(&WON), vote: any(&VOTE) };
        self.themes.set(Some(themes));
        themes
    }

    pub fn has(&self, i: usize) -> bool {
        (self.from..self.to).contains(&i)
    }

    /// The word at `i`, as written.
    pub fn at(&self, i: usize) -> &'t str {
        if self.has(i) { self.article.word(i) } else { "" }
    }

    #[inline(never)]
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.at(i).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `i` is one of a list, in any case.
    #[inline(never)]
    pub fn among(&self, i: usize, words: &List) -> bool {
        words.has(self.at(i))
    }

    /// [`Words::among`] for the word a number of places before `i`.
    #[inline(never)]
    pub fn among_before(&self, i: usize, places: usize, words: &List) -> bool {
        i.checked_sub(places).is_some_and(|at| self.among(at, words))
    }

    pub fn class(&self, i: usize) -> Class {
        self.known(i).0
    }

    /// The class at `i` with its value.
    #[inline(never)]
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

    #[inline(never)]
    pub fn is_number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    #[inline(never)]
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    #[inline(never)]
    pub fn case(&self, i: usize) -> Case {
        if self.has(i) { self.article.tokens[i].case } else { Case::None }
    }

    #[inline(never)]
    pub fn capital(&self, i: usize) -> bool {
        self.has(i) && self.article.tokens[i].capital()
    }

    /// Whether nothing stands between the token at `i` and the one before it.
    #[inline(never)]
    pub fn touches(&self, i: usize) -> bool {
        self.has(i) && i > self.from && !self.article.spaced(i)
    }

    /// Whether `i` is a hyphen or dash of any length.
    #[inline(never)]
    pub fn dash(&self, i: usize) -> bool {
        matches!(self.kind(i), Some(TokenKind::Punct | TokenKind::Symbol)) && self.among(i, &DASHES)
    }

    /// Past a hyphen at `i`, if there is one.
    #[inline(never)]
    pub fn past_dash(&self, i: usize) -> usize {
        i + usize::from(self.dash(i))
    }

    /// Past a full stop written onto the token before, if there is one and the sentence goes on.
    #[inline(never)]
    pub fn past_stop(&self, i: usize) -> usize {
        i + usize::from(self.at(i) == "." && self.touches(i) && i + 1 < self.to)
    }

    /// What is written onto the first `letters` bytes of the word at `i`, with the decimals and thousands that are tokens of their own: "4.5" of "R4.5";
    /// and the token after it.
    pub fn glued(&self, i: usize, letters: usize) -> (&'t str, usize) {
        let mut end = i + 1;
        while matches!(self.at(end), "." | ",") && self.touches(end) && self.is_number(end + 1) && self.touches(end + 1) {
            end += 2;
        }
        let whole = self.span(i, end);
        (&self.article.of(whole)[letters..], end)
    }

    #[inline(never)]
    pub fn span(&self, from: usize, to: usize) -> Span {
        self.article.span(from..to.max(from + 1))
    }
}
