//! The article: a text cut into lines, blocks with roles, sentences and tokens, without changing a byte of it.
//!
//! Every later stage reads this and adds to it. Offsets are bytes; [`offsets`] turns them into JavaScript's.

pub mod blocks;
pub mod lines;
pub mod offsets;
pub mod outline;
pub mod sentences;
pub mod span;
pub mod tokens;

use crate::limits::{Limit, MAX_JUDGED_BLOCKS, MAX_SENTENCE};
use std::ops::Range;

pub use blocks::{Block, Role};
pub use lines::Line;
pub use offsets::Offsets;
pub use outline::{Element, Outline, Place};
pub use sentences::Sentence;
pub use span::Span;
pub use tokens::{Case, Token, TokenKind};

/// A text with its structure. Built once, read by every later stage.
#[derive(Debug, Clone)]
pub struct Article<'t> {
    /// The text as it was given.
    pub text: &'t str,
    /// Every line, blank ones too, without its line end.
    pub lines: Vec<Line>,
    /// Blocks in order; together they cover every line that has words.
    pub blocks: Vec<Block>,
    /// Sentences in order, of every block whatever its role; together they cover their blocks but for white space.
    pub sentences: Vec<Sentence>,
    /// Tokens in order, of every sentence.
    pub tokens: Vec<Token>,
}

impl<'t> Article<'t> {
    /// Reads a text. `roles` are the roles of its lines where they are already settled (one a line, binding).
    pub fn read(text: &'t str, roles: Option<&[Role]>) -> Article<'t> {
        Article::read_page(text, roles, None)
    }

    /// The same of a text whose place in a page is known.
    pub fn read_page(text: &'t str, roles: Option<&[Role]>, outline: Option<&Outline>) -> Article<'t> {
        let lines = lines::split(text);
        let blocks = blocks::divide(text, &lines, roles, outline);
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut sentences = Vec::with_capacity(text.len() / 100);
        for (index, block) in blocks.iter().enumerate() {
            sentences::split(text, block.span, index, &mut tokens, &mut sentences);
        }
        Article { text, lines, blocks, sentences, tokens }
    }

    /// What of this structure was cut short. `judged` says whether its roles were left to judge.
    pub(crate) fn limits(&self, judged: bool) -> Vec<Limit> {
        let mut limits = Vec::new();
        if judged && self.blocks.len() > MAX_JUDGED_BLOCKS {
            let why = format!("more than {MAX_JUDGED_BLOCKS} lines; none was judged to be part of a page, and all are read as the article");
            limits.push(Limit { what: "lines", why });
        }
        if self.sentences.iter().any(|sentence| sentence.span.len() > MAX_SENTENCE) {
            let why = format!("more than {MAX_SENTENCE} bytes without the end of a sentence; they were cut at the end of a word");
            limits.push(Limit { what: "sentence", why });
        }
        limits
    }

    /// The words a span covers.
    pub fn of(&self, span: Span) -> &'t str {
        &self.text[span.start()..span.end()]
    }

    /// The words of the token with this index.
    pub fn word(&self, token: usize) -> &'t str {
        self.of(self.tokens[token].span)
    }

    /// The span from token `range.start` to the last before `range.end`; the range must not be empty.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.join(self.tokens[range.end - 1].span)
    }

    /// The role of the block that the sentence with this index stands in.
    pub fn role(&self, sentence: usize) -> Role {
        self.blocks[self.sentences[sentence].block].role
    }

    /// Whether the token follows white space or begins its sentence.
    pub fn spaced(&self, token: usize) -> bool {
        token == 0 || self.tokens[token - 1].span.end() < self.tokens[token].span.start()
    }

    /// The index of the sentence that holds byte `at`, if one does.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.span.end() <= at);
        (index < self.sentences.len() && self.sentences[index].span.start() <= at).then_some(index)
    }

    /// The indexes of the tokens that begin in `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.start() < span.start());
        // most spans are short: look twice as far each time, then between the last two places
        let inside = |at: usize| self.tokens.get(at).is_some_and(|t| t.span.start() < span.end());
        let (mut low, mut step) = (from, 1);
        while inside(low + step - 1) {
            low += step;
            step *= 2;
        }
        let high = (low + step - 1).min(self.tokens.len());
        from..low + self.tokens[low..high].partition_point(|t| t.span.start() < span.end())
    }
}
