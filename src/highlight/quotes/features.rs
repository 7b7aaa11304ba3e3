//! Features: what the model of speakers sees. A feature tells where a phrase stands, what kind it is and what is beside it; no word of any text
//! is among them. The weights are in `weights.tsv`.

use std::sync::LazyLock;

use crate::article::Article;

use super::cues::{CUES, Class, Guide, look_up};
use super::phrases::{Kind, Phrases};
use super::speakers::Quoted;
use super::subjects::Manner;

/// Values of one feature.
pub(super) const WIDTH: usize = 72;

/// Names of the features in `weights.tsv`; the place in this list is the feature's number.
pub(super) const FEATURES: [&str; 45] = [
    "kind",
    "pronoun",
    "relation-cue",
    "relation-manner",
    "place-sentence",
    "place-gap",
    "place-cue-between",
    "place-rank",
    "class-after",
    "class-before",
    "before-quote",
    "after-quote",
    "contact",
    "quote-end",
    "place-length",
    "place-capital",
    "sentence-start",
    "same-speaker",
    "alone",
    "quote-between",
    "verb-after",
    "relation-kind",
    "place-kind",
    "contact-cue",
    "cue-distance",
    "previous-block",
    "none-length",
    "none-capital",
    "none-end",
    "none-before",
    "none-after",
    "none-cue",
    "none-titled",
    "none-alone",
    "none-single",
    "none-contact",
    "entity",
    "entity-relation",
    "none-length-cue",
    "before-class-place",
    "none-titled-before",
    "none-word-before",
    "none-between",
    "none-titled-cue",
    "lead-in",
];

/// How many weights make one unit of log odds.
pub(super) const UNIT: f32 = 20.0;

/// The weights, in parts of `UNIT`.
static WEIGHTS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let mut weights = vec![0; FEATURES.len() * WIDTH];
    for line in include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let Some(feature) = fields.next().and_then(|name| FEATURES.iter().position(|f| *f == name)) else { continue };
        for (value, weight) in fields.next().unwrap_or_default().split(' ').take(WIDTH).enumerate() {
            weights[feature * WIDTH + value] = weight.parse().unwrap_or(0);
        }
    }
    weights
});

/// What takes the features of a candidate, as places in the list of weights: the sum of their weights, or, for the trainer, a list.
pub(super) trait Features {
    /// Takes one more.
    fn take(&mut self, place: usize);
}

impl Features for Vec<usize> {
    fn take(&mut self, place: usize) {
        self.push(place);
    }
}

/// The sum of the weights of some features of one of the models.
pub(super) struct Sum<W: 'static> {
    weights: &'static [W],
    sum: i32,
}

impl Sum<i32> {
    /// The sum of nothing, for the model of speakers.
    pub(super) fn new() -> Sum<i32> {
        Sum::from(&WEIGHTS, 0)
    }
}

impl<W> Sum<W> {
    /// A sum over `weights` that begins from `sum`.
    pub(super) fn from(weights: &'static [W], sum: i32) -> Sum<W> {
        Sum { weights, sum }
    }

    /// Log odds, where `unit` weights make one.
    pub(super) fn score(&self, unit: f32) -> f32 {
        self.sum as f32 / unit
    }
}

impl<W: Copy + Into<i32>> Features for Sum<W> {
    fn take(&mut self, place: usize) {
        self.sum += self.weights.get(place).copied().map_or(0, Into::into);
    }
}

#[inline]
pub(super) fn add(features: &mut impl Features, feature: usize, value: usize) {
    features.take(feature * WIDTH + value.min(WIDTH - 1));
}

/// Where a candidate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the same block, before.
    Before,
    /// In the same block, after.
    After,
    /// In the block before.
    Previous,
    /// The speaker of the quotation before, farther away.
    Carried,
    /// In the block after.
    Next,
    /// Far below a heading, where its words are said again.
    Below,
}

pub(super) fn bucket(n: usize) -> usize {
    match n {
        0..=3 => n,
        4..=5 => 4,
        6..=9 => 5,
        10..=17 => 6,
        _ => 7,
    }
}

/// Class of "you".
pub(super) const YOU: usize = 6;

/// Which pronoun, in classes: he and she, they, I, we, it, you.
pub(super) fn pronoun(text: &str) -> usize {
    match text.as_bytes().first().map(u8::to_ascii_lowercase) {
        Some(b'h' | b's') => 1,
        Some(b't') => 2,
        Some(b'i') if text.len() < 2 || text.as_bytes()[1] == b'\'' => 3,
        Some(b'i') => 5,
        Some(b'w') => 4,
        Some(b'y') => YOU,
        _ => 3,
    }
}

/// A phrase in its relation to a quotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// The phrase and where it stands.
    pub at: (usize, Place),
    /// The phrase that spoke before.
    pub last: Option<usize>,
    /// How many candidates stand between it and the quotation.
    pub rank: usize,
    /// Type of the entity that it names, 0 for none.
    pub entity: usize,
}

/// Gathers the features of one candidate.
pub(super) fn features(article: &Article, phrases: &Phrases, quoted: &Quoted, candidate: &Candidate, out: &mut impl Features) {
    let Candidate { at: (index, place), last, rank, entity } = *candidate;
    let phrase = phrases.phrases[index];
    let kind = phrase.kind as usize;
    let at = place as usize;
    add(out, 0, kind);
    if phrase.kind == Kind::Pronoun {
        add(out, 1, pronoun(article.word(phrase.from)));
    }
    let (relation, cue) = match phrase.cue {
        None => (0, None),
        Some((cue, _)) if phrases.words[phrases.cues[cue].token].says() == 0 => (0, None),
        Some((cue, inverted)) => (1 + usize::from(inverted), Some(phrases.cues[cue])),
    };
    let cue_class = cue.map_or(0, |c| phrases.words[c.token].cue as usize);
    let manner = cue.map_or(Manner::Other, |c| c.manner) as usize;
    add(out, 2, relation * CUES + cue_class);
    add(out, 3, relation * 8 + manner);
    let before = phrase.to <= quoted.from;
    let distance =
        if before { quoted.sentences.0.saturating_sub(phrase.sentence) } else { phrase.sentence.saturating_sub(quoted.sentences.1) };
    add(out, 4, at * 4 + distance.min(3));
    let (from, to) = if before { (phrase.to, quoted.from) } else { (quoted.to, phrase.from) };
    let gap = phrases.outside[to.max(from)] - phrases.outside[from];
    add(out, 5, at * 8 + bucket(gap as usize));
    let says_between = phrases.cues[phrases.cues.partition_point(|c| c.token < from)..]
        .iter()
        .take_while(|c| c.token < to)
        .take(4)
        .any(|c| phrases.words[c.token].cue <= 2);
    add(out, 6, at * 6 + usize::from(says_between) * 3 + relation);
    add(out, 7, at * 6 + rank.min(5));
    add(out, 8, phrases.class(Some(phrase.to).filter(|&t| t < quoted.block.1 || !before)) as usize);
    add(out, 9, phrases.class(phrase.from.checked_sub(1)) as usize);
    let class_before = quoted.class_before(phrases);
    let class_after = quoted.class_after(phrases);
    add(out, if place == Place::Before { 10 } else { 39 }, class_before as usize);
    if place == Place::After {
        add(out, 11, class_after as usize);
    }
    // how phrase, cue and quotation touch
    let touching = |a: usize, b: usize| {
        a <= b && b - a <= 1 && (a == b || matches!(phrases.words[a].class, Class::Comma | Class::Colon | Class::Dash | Class::Sub))
    };
    let contact = match (place, cue) {
        (Place::Before, Some(c)) if !c.inverted && touching(c.token + 1, quoted.from) => 1,
        (Place::Before, Some(c)) if !c.inverted && c.token < quoted.from && quoted.from - c.token < 6 => 2,
        (Place::Before, Some(c)) if !c.inverted && c.token < quoted.from => 3,
        (Place::Before, None) if touching(phrase.to, quoted.from) => 4,
        (Place::After, Some(c)) if c.inverted && touching(quoted.to, c.token) => 5,
        (Place::After, Some(c)) if !c.inverted && touching(quoted.to, phrase.from) && c.token < phrase.to + 4 => 6,
        (Place::After, Some(_)) if touching(quoted.to, phrase.from) => 7,
        (Place::After, None) if touching(quoted.to, phrase.from) => 8,
        (Place::After, Some(_)) => 9,
        (Place::Previous, Some(_)) => 10,
        (Place::Next, Some(_)) => 11,
        _ => 0,
    };
    add(out, 12, contact);
    add(out, 23, contact * CUES + cue_class);
    add(out, 13, at * 5 + quoted.end);
    add(out, 14, at * 6 + bucket(quoted.words / 3).min(5));
    add(out, 15, at * 4 + usize::from(quoted.capital) * 2 + usize::from(quoted.words > 4));
    let starts = article.sentences[phrase.sentence].tokens.0 + 1 >= phrase.from;
    add(out, 16, at * 2 + usize::from(starts));
    let same = match last {
        None => 0,
        Some(l) if l == index => 1,
        Some(l) if same_words(article, phrases, l, index) => 2,
        Some(_) => 3,
    };
    add(out, 17, at * 4 + same);
    add(out, 18, at * 2 + usize::from(quoted.alone));
    let quotes_between = (to.max(from) - from) as u32 > gap;
    add(out, 19, at * 2 + usize::from(quotes_between));
    let after = phrases.words.get(phrase.to);
    let verb = match after {
        Some(w) if w.says() != 0 => 1 + w.cue as usize,
        Some(w) if w.class == Class::Aux => 8,
        Some(w) if w.class == Class::Other && !w.quoted => {
            let word = article.word(phrase.to);
            if word.ends_with("ed") {
                9
            } else if word.ends_with('s') {
                10
            } else {
                11
            }
        }
        _ => 0,
    };
    add(out, 20, verb + 12 * usize::from(place == Place::After));
    add(out, 21, relation * 8 + kind);
    add(out, 22, at * 6 + if kind > 4 { 5 } else { kind });
    if let Some(c) = cue {
        let far = if c.token < quoted.from { quoted.from - c.token - 1 } else { c.token.saturating_sub(quoted.to) };
        add(out, 24, usize::from(c.token >= quoted.to) * 8 + bucket(far));
    }
    if matches!(place, Place::Previous | Place::Carried) {
        let ends_colon = quoted.block.0 > 0 && phrases.class(Some(quoted.block.0 - 1)) == Class::Colon;
        let ends_mark = quoted.block.0 > 0 && phrases.words[quoted.block.0 - 1].quoted;
        add(
            out,
            25,
            usize::from(ends_colon)
                + 2 * usize::from(ends_mark)
                + 4 * usize::from(quoted.alone)
                + 8 * usize::from(place == Place::Carried)
                + 16 * usize::from(relation > 0),
        );
    }
    if quoted.from < quoted.block.0 + 3 && place != Place::Before {
        // what the block before tells: nothing but its own words, and this phrase first in it
        let spoken = quoted.block.0 > 0 && {
            let previous = article.sentences
                [article.sentences.partition_point(|s| s.tokens.1 < quoted.block.0).min(article.sentences.len() - 1)]
            .block;
            let inside = article.tokens_in(article.blocks[previous].span);
            phrases.outside[inside.end] - phrases.outside[inside.start] < inside.len() as u32
        };
        let name = usize::from(matches!(phrase.kind, Kind::Name | Kind::Pronoun));
        let seat = match place {
            Place::Previous => 0,
            Place::Carried => 1,
            _ => 2,
        };
        add(out, 44, seat * 16 + usize::from(starts) + 2 * name + 4 * usize::from(spoken) + 8 * usize::from(quoted.alone));
    }
    add(out, 36, entity);
    add(out, 37, relation * 10 + entity);
}

/// The features of "nobody".
pub(super) fn none_features(article: &Article, phrases: &Phrases, quoted: &Quoted, out: &mut impl Features) {
    add(out, 26, quoted.words.min(16));
    let length = bucket(quoted.words).min(4);
    add(out, 27, usize::from(quoted.capital) * 8 + bucket(quoted.words));
    add(out, 28, quoted.end * 6 + bucket(quoted.words / 3).min(5));
    let (before, after) = (quoted.class_before(phrases), quoted.class_after(phrases));
    add(out, 29, before as usize);
    add(out, 30, after as usize);
    let cues = &phrases.cues;
    let (first, last) = quoted.sentences;
    let near = cues[cues.partition_point(|c| c.sentence < first)..].iter().take_while(|c| c.sentence <= last).take(16);
    let mut seen = 0;
    for cue in near {
        seen |= match phrases.words[cue.token].says() {
            0 => 0,
            1 => 1,
            2 => 2,
            _ => 4,
        };
    }
    add(out, 31, seen * 2 + usize::from(quoted.words > 4));
    add(out, 38, (seen & 3) * 8 + bucket(quoted.words));
    add(out, 43, seen * 2 + usize::from(quoted.titled));
    let titled = usize::from(quoted.titled);
    add(out, 32, titled * 8 + bucket(quoted.words));
    let short = usize::from(quoted.words <= 4);
    add(out, 40, titled * 30 + before as usize);
    let word = quoted.from.checked_sub(1).filter(|&t| t >= quoted.block.0 && !phrases.words[t].quoted);
    let entry = word.and_then(|t| look_up(article.word(t))).unwrap_or_default();
    // "known as", "the term"
    let names = entry.guide == Guide::Naming
        || word.is_some_and(|t| t > 0 && look_up(article.word(t - 1)).is_some_and(|e| e.guide == Guide::Naming));
    let guide = if names { 2 } else { entry.guide as usize };
    add(out, 41, guide * 4 + titled * 2 + short);
    let bound = usize::from(matches!(before, Class::Det | Class::Poss | Class::Genitive))
        + 2 * usize::from(matches!(before, Class::Capital | Class::Role));
    add(
        out,
        42,
        bound * 8
            + short * 4
            + match after {
                Class::Other => 1,
                Class::Capital | Class::Role | Class::Unnamed | Class::Paper => 2,
                Class::Comma | Class::Stop => 3,
                _ => 0,
            },
    );
    add(out, 33, usize::from(quoted.alone) * 8 + length);
    add(out, 34, usize::from(quoted.single));
    let adjacent = |t: Option<usize>| t.and_then(|t| phrases.words.get(t)).filter(|w| !w.quoted).map_or(0, |w| w.says() as usize);
    add(out, 35, adjacent(quoted.from.checked_sub(1)) + 8 * adjacent(Some(quoted.to)).min(2));
}

/// Whether two phrases end in the same word, so that "Marco Rubio" and "Rubio" are taken for one.
fn same_words(article: &Article, phrases: &Phrases, a: usize, b: usize) -> bool {
    article.word(phrases.phrases[a].to - 1) == article.word(phrases.phrases[b].to - 1)
}
