//! Heard: the sentences a reader has already read, found again by the words a new one shares with them.
//!
//! An inverted index from words to sentences gives a few candidates; the [`judge`] looks at those. A word that very many
//! sentences have leads to the first of them only, so that the work for a sentence is bounded however many were heard.

use super::align::Alignment;
use super::capitals;
use super::compare::SaidForm;
use super::facts;
use super::fingerprint::pair;
use super::judge::{self, Case, REWORDED, Verdict};
use super::keys::Keys;
use super::lexicon::Class;
use super::normalise;
use super::postings::Postings;
use super::word::{Joint, Word};
use crate::article::Article;
use crate::highlight::{Entity, Value};
use crate::order;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Sentences that one word leads to.
const MAX_POSTINGS: u32 = 48;
/// Sentences that are judged for one new sentence.
const MAX_CANDIDATES: usize = 4;

/// Share of the earlier sentence's weight from which on the later one, which adds to it, extends it.
const EXTENDED: f32 = 0.7;

/// Fewest words of content of a clause that is looked for by itself.
const MIN_CLAUSE: usize = 3;
/// Places at which a sentence is taken apart.
const MAX_JOINTS: usize = 4;

/// An article made ready for comparing.
pub(crate) struct Prepared<'t> {
    pub(crate) text: &'t str,
    pub(crate) words: Vec<Word>,
    /// Per sentence: its words.
    pub(crate) ranges: Vec<Range<usize>>,
    /// Per sentence: [`normalise::exact`].
    pub(crate) exact: Vec<u64>,
    /// Pairs of neighbouring words of names, and the second words of such pairs.
    pairs: Keys,
    named: Keys,
}

impl<'t> Prepared<'t> {
    /// Normalises every sentence of an article, with what its values and entities tell.
    pub(crate) fn new(article: &Article<'t>, values: &[Value], entities: &[Entity]) -> Prepared<'t> {
        let names = capitals::names(article);
        let mut words = Vec::with_capacity(article.tokens.len() / 2);
        let (mut ranges, mut exact) = (Vec::new(), Vec::new());
        for index in 0..article.sentences.len() {
            let from = words.len();
            normalise::sentence(article, index, &names, &mut words);
            ranges.push(from..words.len());
            exact.push(normalise::exact(article, index));
        }
        facts::give(article, values, entities, &ranges, &mut words);
        let (mut pairs, mut named) = (Vec::new(), Vec::new());
        for two in words.windows(2) {
            if two[0].class == Class::Name && two[1].class == Class::Name && !two[1].opens && two[1].joined == Joint::None {
                pairs.push(pair(two[0].key, two[1].key));
                named.push(two[1].key);
            }
        }
        Prepared { text: article.text, words, ranges, exact, pairs: Keys::of(pairs), named: Keys::of(named) }
    }

    /// The words of a sentence.
    pub(crate) fn sentence(&self, index: usize) -> &[Word] {
        &self.words[self.ranges[index].clone()]
    }
}

/// How a sentence relates to one that was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All of it was said.
    Said(SaidForm),
    /// Said with a different fact.
    Changed,
    /// Said, and more.
    Extends,
    /// The same point, it seems.
    Hint,
    /// Something else.
    Other,
}

/// A candidate with what the judge says of it.
pub(crate) struct Found {
    /// Index of the heard sentence.
    pub(crate) heard: usize,
    pub(crate) outcome: Outcome,
    pub(crate) verdict: Verdict,
    /// The heard sentence that says what this one adds.
    pub(crate) and: Option<usize>,
}

/// Sentences heard so far.
#[derive(Default)]
pub(crate) struct Heard {
    /// Per sentence: (article, sentence).
    pub(crate) places: Vec<(usize, usize)>,
    /// From words and facts to sentences.
    index: Postings,
    exact: FxHashMap<u64, u32>,
    alignment: Alignment,
    /// Per heard sentence: how many words of content it has.
    sizes: Vec<u16>,
    /// Per heard sentence: score and number of words shared with the sentence at hand; zero between calls.
    scores: Vec<(f32, u16)>,
    touched: Vec<u32>,
}

impl Heard {
    /// Takes a sentence in. One that is `aside` (a link, a notice) is only known again word for word.
    pub(crate) fn add(&mut self, article: usize, index: usize, prepared: &Prepared, aside: bool) {
        let id = self.places.len() as u32;
        self.places.push((article, index));
        self.scores.push((0.0, 0));
        self.sizes.push(content(prepared.sentence(index)) as u16);
        let exact = prepared.exact[index];
        if exact == 0 || self.exact.contains_key(&exact) {
            return;
        }
        self.exact.insert(exact, id);
        if aside {
            return;
        }
        for word in prepared.sentence(index).iter().filter(|word| word.content()) {
            for key in [word.key, word.fact].into_iter().filter(|&key| key != 0) {
                self.index.put(u64::from(key), id as usize, MAX_POSTINGS);
            }
        }
    }

    /// The heard sentence with the same words, if one has.
    pub(crate) fn identical(&self, exact: u64) -> Option<usize> {
        self.exact.get(&exact).map(|&id| id as usize)
    }

    /// The most promising heard sentences, best first, with their scores.
    fn candidates(&mut self, words: &[Word]) -> Vec<(usize, f32)> {
        self.touched.clear();
        for word in words.iter().filter(|word| word.content()) {
            let known = self.index.get(u64::from(word.key)).or_else(|| self.index.get(u64::from(word.fact)));
            let Some(known) = known else { continue };
            // rarer words tell more
            let weight = word.weight() as f32 / (1.0 + known.count as f32).ln().max(0.7);
            for id in known {
                let (score, shared) = &mut self.scores[id];
                if *shared == 0 {
                    self.touched.push(id as u32);
                }
                *score += weight;
                *shared += 1;
            }
        }
        let mut best: Vec<(usize, f32)> = Vec::with_capacity(MAX_CANDIDATES + 1);
        let size = content(words) as u16;
        for &id in &self.touched {
            let (score, shared) = std::mem::take(&mut self.scores[id as usize]);
            // a third of the words of the shorter one, or they have nothing to say to each other
            if shared.saturating_mul(3) < size.min(self.sizes[id as usize]) {
                continue;
            }
            let at = best.partition_point(|&(other, s)| s > score || (s == score && other < id as usize));
            if at < MAX_CANDIDATES {
                best.insert(at, (id as usize, score));
                best.truncate(MAX_CANDIDATES);
            }
        }
        best
    }

    /// Judges a sentence by the best candidates. Best first; empty when nothing heard is like it.
    pub(crate) fn judge(&mut self, prepared: &Prepared, index: usize, earlier: &[&Prepared]) -> Vec<Found> {
        let b = prepared.sentence(index);
        // beyond the limit words were not read, so nothing can be said of them
        if b.len() >= normalise::MAX_WORDS {
            return Vec::new();
        }
        let candidates = self.candidates(b);
        let Some(&(_, top)) = candidates.first() else { return Vec::new() };
        let mut found: Vec<Found> = Vec::new();
        for &(heard, score) in &candidates {
            if score < 0.35 * top {
                break;
            }
            let (article, sentence) = self.places[heard];
            let a = earlier[article].sentence(sentence);
            let (common, share_a, share_b) = judge::most(a, b);
            if share_b < REWORDED && share_a < EXTENDED && !hints(common, share_a, share_b) {
                found.push(Found { heard, outcome: Outcome::Other, verdict: Verdict::default(), and: None });
                continue;
            }
            let case = case(earlier[article], prepared);
            let verdict = judge::judge(&mut self.alignment, a, b, &case);
            let outcome = outcome(&verdict, a, b);
            found.push(Found { heard, outcome, verdict, and: None });
            if matches!(outcome, Outcome::Said(_)) {
                break;
            }
        }
        order::by(&mut found, |one| order::rising(f64::from(rank(one))));
        self.merged(prepared, b, &candidates, earlier, &mut found);
        self.joined(prepared, b, &candidates, earlier, &mut found);
        found.retain(|f| f.outcome != Outcome::Other);
        found
    }

    /// Two sentences heard may have become one: what it adds to the one, the other says.
    fn merged(&mut self, prepared: &Prepared, b: &[Word], candidates: &[(usize, f32)], earlier: &[&Prepared], found: &mut [Found]) {
        let Some(first) = found.first_mut() else { return };
        if first.outcome != Outcome::Extends || !first.verdict.changes.is_empty() {
            return;
        }
        for added in first.verdict.added.clone() {
            let part = &b[added];
            let said = candidates.iter().find(|&&(heard, _)| {
                let (article, sentence) = self.places[heard];
                let a = earlier[article].sentence(sentence);
                heard != first.heard && part.len() >= 2 && {
                    let verdict = judge::judge(&mut self.alignment, a, part, &case(earlier[article], prepared));
                    verdict.clean() && verdict.share_b > 0.7 && (verdict.share_a > 0.4 || part.len() >= 4)
                }
            });
            match said {
                Some(&(heard, _)) => first.and = Some(heard),
                None => {
                    first.and = None;
                    return;
                }
            }
        }
        if first.and.is_some() {
            first.outcome = Outcome::Said(SaidForm::Contained);
        }
    }
}

impl Heard {
    /// Two sentences heard may have become one of two clauses: "The port is shut, and ships wait outside."
    fn joined(&mut self, prepared: &Prepared, b: &[Word], candidates: &[(usize, f32)], earlier: &[&Prepared], found: &mut [Found]) {
        let Some(first) = found.first_mut() else { return };
        if matches!(first.outcome, Outcome::Said(_)) || candidates.len() < 2 {
            return;
        }
        let joints = (MIN_CLAUSE..b.len().saturating_sub(MIN_CLAUSE - 1)).filter(|&k| b[k].opens).take(MAX_JOINTS);
        for at in joints {
            let mut clause = |part: &[Word]| {
                if content(part) < MIN_CLAUSE {
                    return None;
                }
                candidates.iter().map(|c| c.0).find(|&heard| {
                    let (article, sentence) = self.places[heard];
                    let a = earlier[article].sentence(sentence);
                    judge::held(a, part) >= REWORDED && {
                        let verdict = judge::judge(&mut self.alignment, a, part, &case(earlier[article], prepared));
                        matches!(outcome(&verdict, a, part), Outcome::Said(_))
                    }
                })
            };
            let one = clause(&b[..at]);
            if let (Some(one), Some(two)) = (one, one.and_then(|_| clause(&b[at..]))) {
                if one != two {
                    (first.heard, first.and) = (one, Some(two));
                    (first.outcome, first.verdict) = (Outcome::Said(SaidForm::Contained), Verdict::default());
                    return;
                }
            }
        }
    }
}

fn case<'c>(earlier: &'c Prepared, later: &'c Prepared) -> Case<'c> {
    Case { texts: [earlier.text, later.text], pairs: [&earlier.pairs, &later.pairs], named: [&earlier.named, &later.named] }
}

/// Smaller is better.
fn rank(found: &Found) -> f32 {
    let class = match found.outcome {
        Outcome::Said(_) => 0.0,
        Outcome::Changed | Outcome::Extends => 1.0,
        Outcome::Hint => 2.0,
        Outcome::Other => 3.0,
    };
    class - 0.2 * (found.verdict.share_a + found.verdict.share_b)
}

/// How many words of content there are.
pub(crate) fn content(words: &[Word]) -> usize {
    words.iter().filter(|word| word.content()).count()
}

/// What a verdict means.
pub(crate) fn outcome(verdict: &Verdict, a: &[Word], b: &[Word]) -> Outcome {
    let (size_a, size_b) = (content(a), content(b));
    let (share_a, share_b) = (verdict.share_a, verdict.share_b);
    if verdict.clean() {
        // two or three common words are no telling of a longer sentence
        let few = size_b < 4 && share_a < 0.5 && !(size_b == 3 && share_a >= 0.3 && share_b > 0.99);
        if share_b < 0.5 || few || (size_b < 2 && share_a < 0.99) {
            return Outcome::Other;
        }
        let whole = !verdict.shortened && (share_a >= 0.72 || verdict.omitted <= 1);
        return Outcome::Said(if whole { SaidForm::Near } else { SaidForm::Contained });
    }
    let small = size_a.min(size_b) < 3;
    if !verdict.changes.is_empty() && share_b >= 0.55 && share_a >= 0.5 && (!small || share_a.min(share_b) >= 0.6) {
        return Outcome::Changed;
    }
    if (share_a >= EXTENDED && size_a >= 3) || (share_b >= 0.5 && share_a >= 0.4 && !small) {
        return Outcome::Extends;
    }
    if hints(verdict.common, share_a, share_b) { Outcome::Hint } else { Outcome::Other }
}

/// Whether so much in common, with these shares, may be the same point.
fn hints(common: u32, share_a: f32, share_b: f32) -> bool {
    share_a.max(share_b) >= 0.42 && common >= 24 || common >= 36 && share_a.min(share_b) >= 0.25
}
