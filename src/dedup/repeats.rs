//! Repeats: passages that an earlier part of the same article already says.
//!
//! Nearly every sentence of an article is new to it, so a cheap question comes first: does it share runs of three words with an earlier one? Only those
//! that do are normalised and judged.

use super::align::Alignment;
use super::capitals;
use super::compare::SaidForm;
use super::fingerprint::{follow, triple, words};
use super::heard::{Outcome, content, outcome};
use super::judge::{self, Case};
use super::keys::Keys;
use super::normalise;
use super::word::Word;
use crate::article::{Article, Span};
use crate::order;
use rustc_hash::{FxBuildHasher, FxHashMap};

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

/// Words of content that a sentence needs to count as a repeat of one that says more, and of one that says the same.
const MIN_CONTENT: usize = 4;
const MIN_IDENTICAL: u32 = 2;
/// Runs of three words that are remembered of one article; of a longer one only a sample of them.
const MAX_RUNS: usize = 1 << 17;
/// Earlier sentences that share a run with the one at hand and are counted.
const MAX_SHARING: usize = 8;
/// Earlier sentences that are judged.
const MAX_JUDGED: usize = 2;

/// Finds the repeats of the article, in order.
#[inline(never)]
pub fn find(article: &Article) -> Vec<Repeat> {
    let mut finder = Finder {
        article,
        sample: (article.tokens.len() / MAX_RUNS).next_power_of_two() as u64 - 1,
        exact: FxHashMap::with_capacity_and_hasher(article.sentences.len(), FxBuildHasher),
        runs: FxHashMap::with_capacity_and_hasher(article.tokens.len().min(MAX_RUNS), FxBuildHasher),
        names: None,
        told: FxHashMap::default(),
        alignment: Alignment::default(),
    };
    let mut repeats = Vec::new();
    let mut runs = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        runs.clear();
        let exact = finder.scan(sentence.span, &mut runs) ^ normalise::minus(article, index);
        if let Some((of, form)) = finder.repeats(index, exact, &runs) {
            let (rule, confidence) = match form {
                SaidForm::Identical => ("same-words", 0.99),
                SaidForm::Near => ("harmless-differences", 0.9),
                SaidForm::Contained => ("part-of-a-longer", 0.9),
            };
            repeats.push(Repeat { span: sentence.span, of: article.sentences[of].span, form, rule, confidence });
        } else {
            for &run in &runs {
                finder.runs.entry(run).or_insert(index as u32);
            }
        }
    }
    repeats
}

struct Finder<'a> {
    article: &'a Article<'a>,
    /// Runs whose hash has none of these bits are kept.
    sample: u64,
    /// The first sentence with these words.
    exact: FxHashMap<u64, u32>,
    /// The first sentence with this run of three words.
    runs: FxHashMap<u64, u32>,
    names: Option<Keys>,
    /// Words of content of sentences that were told again.
    told: FxHashMap<u64, u32>,
    alignment: Alignment,
}

impl Finder<'_> {
    /// The hash of all words of a sentence; its runs of three words are appended.
    fn scan(&self, span: Span, runs: &mut Vec<u64>) -> u64 {
        let (mut exact, mut before, mut between, mut count) = (0u64, 0u64, 0u64, 0usize);
        words(self.article.of(span), |word| {
            exact = follow(exact, word);
            count += 1;
            if count >= 3 {
                let run = triple(before, between, word);
                if (run >> 40) & self.sample == 0 {
                    runs.push(run);
                }
            }
            (before, between) = (between, word);
        });
        exact
    }

    /// The earlier sentence that says this one, and how.
    fn repeats(&mut self, index: usize, exact: u64, runs: &[u64]) -> Option<(usize, SaidForm)> {
        if exact == 0 {
            return None;
        }
        let first = *self.exact.entry(exact).or_insert(index as u32);
        if first != index as u32 {
            let size = match self.told.get(&u64::from(first)) {
                Some(&size) => size,
                None => content(&self.normalised(first as usize)) as u32,
            };
            self.told.insert(u64::from(first), size);
            return (size >= MIN_IDENTICAL).then_some((first as usize, SaidForm::Identical));
        }
        let mut sharing: Vec<(u32, usize)> = Vec::new();
        for earlier in runs.iter().filter_map(|run| self.runs.get(run)) {
            match sharing.iter().position(|(known, _)| known == earlier) {
                Some(at) => sharing[at].1 += 1,
                None if sharing.len() < MAX_SHARING => sharing.push((*earlier, 1)),
                None => {}
            }
        }
        // an edit breaks three runs; a sentence that keeps less than a fifth of them is another
        sharing.retain(|&(_, count)| count * 5 >= runs.len());
        if sharing.is_empty() {
            return None;
        }
        order::by(&mut sharing, |&(earlier, count)| order::pair(usize::MAX - count, earlier as usize));
        sharing.truncate(MAX_JUDGED);
        sharing.retain(|&(earlier, _)| self.tells_most(earlier as usize, index));
        if sharing.is_empty() {
            return None;
        }
        let b = self.normalised(index);
        if content(&b) < MIN_CONTENT || b.len() >= normalise::MAX_WORDS {
            return None;
        }
        sharing.iter().find_map(|&(earlier, _)| {
            let a = self.normalised(earlier as usize);
            if judge::held(&a, &b) < 0.5 {
                return None;
            }
            let nobody = Keys::default();
            let text = self.article.text;
            let case = Case { texts: [text, text], pairs: [&nobody, &nobody], named: [&nobody, &nobody] };
            let verdict = judge::by_words(&mut self.alignment, &a, &b, &case);
            match outcome(&verdict, &a, &b) {
                Outcome::Said(form) => Some((earlier as usize, form)),
                _ => None,
            }
        })
    }

    /// Whether an earlier sentence has half of a later one's words at all: fewer, and no reading of the rest makes it a repeat.
    fn tells_most(&self, earlier: usize, later: usize) -> bool {
        let sentence = |index: usize| &self.article.sentences[index];
        if [earlier, later].iter().any(|&index| sentence(index).tokens.1 - sentence(index).tokens.0 > normalise::MAX_WORDS) {
            return true;
        }
        let (mut known, mut held, mut all) = (Vec::with_capacity(48), 0, 0);
        let text = |index: usize| self.article.of(sentence(index).span);
        words(text(earlier), |word| known.push(word));
        words(text(later), |word| {
            all += 1;
            held += usize::from(known.contains(&word));
        });
        2 * held >= all
    }

    /// The words of a sentence that carry facts.
    fn normalised(&mut self, index: usize) -> Vec<Word> {
        let mut words = Vec::new();
        let names = self.names.get_or_insert_with(|| capitals::names(self.article));
        normalise::sentence(self.article, index, names, &mut words);
        words
    }
}
