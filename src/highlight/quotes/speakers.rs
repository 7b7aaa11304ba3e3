//! Speakers: who says what stands between marks. Every phrase nearby is a candidate; a small linear model over structural features ranks them.
//!
//! The model is a conditional logit: each candidate gets the sum of the weights of its features, as does "nobody", and the highest wins. Its features
//! tell where a phrase stands, what kind it is and what it is the subject of; no word of any text is among them.

use crate::article::{Article, Case, TokenKind};

use super::cues::{Class, look_up};
use super::features::{Candidate, Place, Sum, UNIT, features, none_features};
use super::marks::Region;
use super::phrases::Phrases;

/// A quoted region as the ranker sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted {
    /// Tokens of the region with its marks.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Words inside.
    pub words: usize,
    /// Whether the first word has a capital.
    pub capital: bool,
    /// Whether it is written like a title: every word but guiding words with a capital.
    pub titled: bool,
    /// What stands before the closing mark: 0 a letter, 1 a comma, 2 a stop, 3 "?" or "!", 4 another mark.
    pub end: usize,
    /// First and last sentence.
    pub sentences: (usize, usize),
    /// Tokens of its block.
    pub block: (usize, usize),
    /// Index of its block.
    pub block_index: usize,
    /// Whether the block holds nothing but quotation: all of it.
    pub alone: bool,
    /// Whether its marks are single.
    pub single: bool,
}

impl Quoted {
    /// Reads a region.
    pub fn read(article: &Article, phrases: &Phrases, region: &Region) -> Quoted {
        let tokens = article.tokens_in(region.outer);
        let (mut words, mut titled, mut capital) = (0, true, None);
        for token in &article.tokens[tokens.clone()] {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                words += 1;
                capital = capital.or(Some(token.capital()));
                titled &= words > LONGEST_TITLE
                    || token.capital()
                    || token.kind == TokenKind::Number
                    || words > 1 && guiding(token.span.of(article.text));
            }
        }
        let end = match region.inner.of(article.text).trim_end().chars().next_back() {
            Some(',') => 1,
            Some('.' | '…') => 2,
            Some('?' | '!') => 3,
            Some(c) if c.is_alphanumeric() => 0,
            _ => 4,
        };
        let at = |byte: usize| article.sentence_at(byte).unwrap_or(0);
        let sentences = (at(region.outer.start()), at(region.outer.end().saturating_sub(1).max(region.outer.start())));
        let block = article.blocks[region.block].span;
        let inside = article.tokens_in(block);
        let outside = phrases.outside[inside.end] - phrases.outside[inside.start];
        Quoted {
            from: tokens.start,
            to: tokens.end,
            words,
            capital: capital.unwrap_or(false),
            titled: titled && words > 0 && words <= LONGEST_TITLE,
            end,
            sentences,
            block: (inside.start, inside.end),
            block_index: region.block,
            alone: outside <= 1,
            single: region.single,
        }
    }
}

impl Quoted {
    /// The class of a token of its block; that of a stop beyond the block's end.
    pub fn class(&self, phrases: &Phrases, token: usize) -> Class {
        phrases.class(Some(token).filter(|&t| t < self.block.1))
    }

    /// The class of the word before it in its block; that of a stop where there is none.
    #[inline(never)]
    pub fn class_before(&self, phrases: &Phrases) -> Class {
        phrases.class(self.from.checked_sub(1).filter(|&t| t >= self.block.0))
    }

    /// The class of the word after it in its block; that of a stop where there is none.
    pub fn class_after(&self, phrases: &Phrases) -> Class {
        self.class(phrases, self.to)
    }

    /// Whether a noun follows that it may belong to: "the “Kurzarbeit” scheme".
    pub fn noun_follows(&self, phrases: &Phrases) -> bool {
        self.to < self.block.1 && self.class_after(phrases) == Class::Other && phrases.words[self.to].cue == 0
    }
}

/// Longest title of a work, in words.
const LONGEST_TITLE: usize = 9;

/// Whether titles write the word without a capital.
fn guiding(word: &str) -> bool {
    look_up(word)
        .is_some_and(|e| matches!(e.class, Class::Det | Class::Poss | Class::Prep | Class::Join | Class::Sub | Class::Aux | Class::Pronoun))
}

/// Most candidates on one side in the same block.
const SIDE: usize = 24;

/// Most candidates from the block before.
const PREVIOUS: usize = 12;

/// Most candidates from the block after.
const NEXT: usize = 4;

/// The candidates of a quotation: phrases and where they stand. `last` is the phrase that spoke before.
pub(super) fn candidates(article: &Article, phrases: &Phrases, quoted: &Quoted, last: Option<usize>, out: &mut Vec<(usize, Place)>) {
    out.clear();
    let list = &phrases.phrases;
    let (low, high) = quoted.block;
    let before = list.partition_point(|p| p.to <= quoted.from);
    let low_phrase = list.partition_point(|p| p.from < low);
    let speaks = |i: &usize| !place_line(article, phrases, *i);
    out.extend((low_phrase.max(before.saturating_sub(SIDE))..before).filter(speaks).map(|i| (i, Place::Before)));
    let after = list.partition_point(|p| p.from < quoted.to);
    let high_phrase = list.partition_point(|p| p.from < high);
    out.extend((after..high_phrase.min(after + SIDE)).map(|i| (i, Place::After)));
    if quoted.from < low + 3 && low_phrase > 0 {
        let previous = article.sentences[list[low_phrase - 1].sentence].block;
        if previous + 2 >= quoted.block_index {
            let from = (low_phrase.saturating_sub(PREVIOUS)..low_phrase).find(|&i| article.sentences[list[i].sentence].block == previous);
            out.extend((from.unwrap_or(low_phrase)..low_phrase).map(|i| (i, Place::Previous)));
        }
    }
    if quoted.to + 1 >= high && quoted.alone {
        if let Some(first) = list.get(high_phrase) {
            let next = article.sentences[first.sentence].block;
            if next == quoted.block_index + 1 {
                let upto =
                    (high_phrase..list.len().min(high_phrase + NEXT)).take_while(|&i| article.sentences[list[i].sentence].block == next);
                out.extend(upto.map(|i| (i, Place::Next)));
            }
        }
    }
    if let Some(last) = last {
        if !out.iter().any(|c| c.0 == last) {
            out.push((last, Place::Carried));
        }
    }
}

/// Whether a phrase is the place line of its paragraph: "OSLO: Two men were arrested ...".
fn place_line(article: &Article, phrases: &Phrases, index: usize) -> bool {
    let phrase = &phrases.phrases[index];
    let sentence = &article.sentences[phrase.sentence];
    let (from, to) = sentence.tokens;
    phrase.from == from
        && article.tokens[from].case == Case::Upper
        && article.tokens[from].span.start() == article.blocks[sentence.block].span.start()
        && matches!(phrases.class(Some(phrase.to)), Class::Colon | Class::Dash)
        && phrases.outside[to] - phrases.outside[phrase.to] > SHORTEST_REPORT
}

/// Fewest words that a report has after its place line, in tokens: "VANE: 'We won'" has none.
const SHORTEST_REPORT: u32 = 6;

/// Who speaks, and how sure that is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    /// The phrase, or nobody.
    pub phrase: Option<(usize, Place)>,
    /// Probability of the choice by the model.
    pub sure: f32,
    /// The best phrase even if nobody was chosen.
    pub best: Option<(usize, Place)>,
}

/// Ranks the candidates.
pub(super) fn choose(
    article: &Article,
    phrases: &Phrases,
    quoted: &Quoted,
    last: Option<usize>,
    entity: &dyn Fn(usize) -> usize,
) -> Choice {
    let (mut list, mut sum) = (Vec::new(), Sum::new());
    candidates(article, phrases, quoted, last, &mut list);
    none_features(article, phrases, quoted, &mut sum);
    let nobody = sum.score(UNIT);
    let (mut best, mut top) = (None, f32::NEG_INFINITY);
    let mut scores = Vec::with_capacity(list.len());
    for (i, &candidate) in list.iter().enumerate() {
        let rank = rank(&list, i);
        let seen = Candidate { at: candidate, last, rank, entity: entity(candidate.0) };
        let mut sum = Sum::new();
        features(article, phrases, quoted, &seen, &mut sum);
        let value = sum.score(UNIT);
        scores.push(value);
        if value > top {
            (best, top) = (Some(candidate), value);
        }
    }
    best = best.map(|best| first_hand(article, phrases, &list, best));
    let high = top.max(nobody);
    let sum: f32 = (nobody - high).exp() + scores.iter().map(|s| (s - high).exp()).sum::<f32>();
    Choice { phrase: best.filter(|_| top >= nobody), sure: 1.0 / sum, best }
}

/// Who said it, where the best candidate only passed it on: "…, Vane added, according to the agency".
fn first_hand(article: &Article, phrases: &Phrases, list: &[(usize, Place)], best: (usize, Place)) -> (usize, Place) {
    let cue = |index: usize| phrases.phrases[index].cue.map(|(cue, _)| &phrases.cues[cue]);
    let passes_on = |index: usize| cue(index).is_some_and(|cue| cue.passes_on(article));
    if !matches!(best.1, Place::Before | Place::After) || !passes_on(best.0) {
        return best;
    }
    let says = |&&(index, place): &&(usize, Place)| {
        let phrase = &phrases.phrases[index];
        place == best.1
            && phrase.to <= phrases.phrases[best.0].from
            && phrase.sentence == phrases.phrases[best.0].sentence
            && !passes_on(index)
            && cue(index).is_some_and(|cue| phrases.words[cue.token].cue <= 2)
    };
    list.iter().find(says).copied().unwrap_or(best)
}

/// How many candidates of the same place stand between the quotation and this one.
pub(super) fn rank(list: &[(usize, Place)], i: usize) -> usize {
    let place = list[i].1;
    if place == Place::After || place == Place::Next {
        list[..i].iter().filter(|c| c.1 == place).count()
    } else {
        list[i + 1..].iter().filter(|c| c.1 == place).count()
    }
}
