//! Reporting: what the model of indirect speech sees of a cue, and how it weighs that. A feature tells of what kind the cue is, how it stands in
//! its clause and what is beside it; but for "that" and the pronouns no word of any text is among them. The weights are in `reporting.tsv`.
//!
//! A logistic model with an L1 penalty (FTRL-Proximal; McMahan and others, "Ad click prediction: a view from the trenches", KDD 2013), so that
//! few weights are other than zero.

use std::sync::LazyLock;

use crate::article::Article;

use super::features::{Features, Sum, pronoun};
use super::phrases::Phrases;

/// Values of one feature.
pub(super) const VALUES: usize = 2048;

/// Names of the features in `reporting.tsv`; the place in this list is the feature's number.
pub(super) const NAMES: [&str; 41] = [
    "class",
    "form",
    "manner",
    "subject",
    "inverted",
    "gap",
    "entity",
    "before",
    "before-2",
    "before-3",
    "after",
    "after-2",
    "after-3",
    "after-4",
    "cue-before",
    "cue-before-2",
    "cue-after",
    "cue-after-2",
    "cue-after-3",
    "that",
    "start",
    "rest",
    "quote",
    "phrase-distance",
    "phrase",
    "past-phrase",
    "sort",
    "sort-form",
    "sort-manner",
    "sort-after",
    "sort-before",
    "sort-that",
    "sort-subject",
    "sort-phrase",
    "before-before-2",
    "after-after-2",
    "phrase-phrase-distance",
    "subject-entity",
    "form-manner-before",
    "pronoun",
    "speech",
];

/// How many weights make one unit of log odds.
pub(super) const UNIT: f32 = 10.0;

/// The weights, in parts of `UNIT`, those of a feature in a row, with what they all begin from.
struct Weights {
    start: i32,
    list: Vec<i8>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights { start: 0, list: vec![0; NAMES.len() * VALUES] };
    for line in include_str!("reporting.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, row)) = line.split_once('\t') else { continue };
        let mut numbers = row.split(' ').filter_map(|number| number.parse::<i32>().ok());
        let Some(feature) = NAMES.iter().position(|n| *n == name) else {
            weights.start = numbers.next().unwrap_or(0);
            continue;
        };
        let mut value = 0;
        while let (Some(step), Some(weight)) = (numbers.next(), numbers.next()) {
            value += step as usize;
            if let Some(place) = weights.list.get_mut(feature * VALUES + value) {
                *place = weight as i8;
            }
        }
    }
    weights
});

/// Log odds that a cue reports.
pub(super) fn odds(article: &Article, phrases: &Phrases, index: usize, types: &[u8]) -> f32 {
    let mut sum = Sum::from(&WEIGHTS.list, WEIGHTS.start);
    features(article, phrases, index, types, &mut sum);
    sum.score(UNIT)
}

/// How many tokens after a cue are looked over for "that" and for marks.
const REACH: usize = 12;

/// What stands for a word outside the sentence among classes of words.
const OUTSIDE: usize = 30;

/// And among classes of cues with their forms.
const NO_VERB: usize = 63;

/// A distance in classes: 0 to 8, and 9 for none.
#[inline(never)]
fn distance(n: Option<usize>) -> usize {
    match n {
        Some(n @ 0..=3) => n,
        Some(n @ 4..=15) => 4 + (n - 4) / 4,
        Some(_) => 8,
        None => 9,
    }
}

/// A cue among the words of its sentence.
struct Sentence<'p> {
    phrases: &'p Phrases,
    from: usize,
    to: usize,
    token: usize,
}

impl Sentence<'_> {
    /// The token so many steps from the cue, if it is in the sentence.
    fn at(&self, step: isize) -> Option<usize> {
        self.token.checked_add_signed(step).filter(|t| (self.from..self.to).contains(t))
    }

    /// Class of the word there.
    #[inline(never)]
    fn class(&self, step: isize) -> usize {
        self.at(step).map_or(OUTSIDE, |t| self.phrases.class(Some(t)) as usize)
    }

    /// Class of cue and form of the word there.
    #[inline(never)]
    fn verb(&self, step: isize) -> usize {
        self.at(step).map(|t| self.phrases.words[t]).map_or(NO_VERB, |w| usize::from(w.cue) * 5 + w.form as usize)
    }
}

/// Gathers the features of a cue. `types` are the types of the entities that the phrases name.
pub(super) fn features(article: &Article, phrases: &Phrases, index: usize, types: &[u8], out: &mut impl Features) {
    let cue = &phrases.cues[index];
    let (from, to) = article.sentences[cue.sentence].tokens;
    let word = phrases.words[cue.token];
    let sentence = Sentence { phrases, from, to, token: cue.token };
    let [before, before_2, before_3, after, after_2, after_3, after_4] = [-1, -2, -3, 1, 2, 3, 4].map(|step| sentence.class(step));
    let [verb_before, verb_before_2, verb_after, verb_after_2, verb_after_3] = [-1, -2, 1, 2, 3].map(|step| sentence.verb(step));
    let ahead = cue.token + 1..to.min(cue.token + REACH);
    let that = distance(ahead.clone().position(|t| article.word(t).eq_ignore_ascii_case("that")));
    let quote = ahead.clone().any(|t| phrases.words[t].quoted);
    let subject = cue.subject.map_or(7, |s| phrases.phrases[s].kind as usize);
    let entity = cue.subject.map_or(15, |s| usize::from(types[s]));
    let pronoun = cue.subject.map_or(8, |s| if subject == 0 { pronoun(article.word(phrases.phrases[s].from)) } else { 0 });
    let gap = distance(cue.subject.map(|s| if cue.inverted { 0 } else { cue.token - phrases.phrases[s].to.min(cue.token) }));
    let next = phrases.phrases.get(phrases.phrases.partition_point(|p| p.from <= cue.token)).filter(|p| p.from < to);
    let reach = distance(next.map(|p| p.from - cue.token));
    let phrase = next.map_or(8, |p| p.kind as usize);
    let past = next.map_or(31, |p| sentence.class((p.to - cue.token) as isize));
    let (form, manner, sort) = (word.form as usize, cue.manner as usize, usize::from(word.sort));
    let values = [
        usize::from(word.cue),
        form,
        manner,
        subject,
        usize::from(cue.inverted),
        gap,
        entity,
        before,
        before_2,
        before_3,
        after,
        after_2,
        after_3,
        after_4,
        verb_before,
        verb_before_2,
        verb_after,
        verb_after_2,
        verb_after_3,
        that,
        distance(Some(cue.token - from)),
        distance(Some(to - cue.token)),
        usize::from(quote),
        reach,
        phrase,
        past,
        sort,
        sort * 8 + form,
        sort * 8 + manner,
        sort * 32 + after,
        sort * 32 + before,
        sort * 16 + that,
        sort * 8 + subject,
        sort * 16 + phrase,
        before * 32 + before_2,
        after * 32 + after_2,
        phrase * 16 + reach,
        subject * 16 + entity,
        (form * 8 + manner) * 32 + before,
        pronoun,
        usize::from(phrases.speech),
    ];
    for (feature, value) in values.into_iter().enumerate() {
        out.take(feature * VALUES + value);
    }
}
