//! Pairing: for every word of one sentence its partner in the other, whatever the place.

use super::super::judge::Case;
use super::super::lexicon::Class;
use super::super::numbers;
use super::super::synonyms::{derived, key_of, senses, shared};
use super::super::word::Word;
use super::{named, one_of, open};
use crate::order;
use std::sync::LazyLock;

/// No partner.
pub(super) const NONE: usize = usize::MAX;

/// The two sentences with the partners found.
pub(super) struct Pairing<'w> {
    pub(super) words: [&'w [Word]; 2],
    pub(super) partner: [Vec<usize>; 2],
}

/// Words that turn a claim in the same way, by number; 0 for all others.
pub(super) fn group(word: &Word) -> u32 {
    static GROUPS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
        let groups = [
            "will would shall",
            "may might could can possibly perhaps maybe possible potential potentially",
            "should must ought",
            "likely probably",
            "allegedly reportedly supposedly alleged allege",
            "not no never none cannot neither nor nobody nothing without",
            "all every each entire whole everyone everybody",
            "most majority mostly",
            "nearly almost near",
            "roughly approximately around about",
            "mainly largely",
            "half partly",
            "believe suspect suspected",
            "plan hope want seek intend",
            "oppose against",
            "beyond past",
            "twice double",
            "more another further additional extra",
            "under below",
            "over above",
            "only sole",
            "annual yearly year",
            "monthly month",
            "weekly week",
            "daily day",
        ];
        let mut groups: Vec<(u32, u32)> =
            groups.iter().enumerate().flat_map(|(n, words)| words.split(' ').map(move |w| (key_of(w), n as u32 + 1))).collect();
        // "both", "the two"
        let both = groups.len() as u32 + 1;
        groups.extend([(numbers::key_of(2.0), both), (key_of("both"), both), (key_of("pair"), both)]);
        // two words of one key: the first group counts
        order::by(&mut groups, |(key, group)| order::pair(*key as usize, *group as usize));
        groups.dedup_by_key(|(key, _)| *key);
        groups
    });
    GROUPS.binary_search_by_key(&word.key, |(key, _)| *key).map_or(0, |at| GROUPS[at].1)
}

impl<'w> Pairing<'w> {
    /// The places of partners: in the earlier sentence, in the later.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        self.partner[1].iter().enumerate().filter(|(_, i)| **i != NONE).map(|(j, &i)| (i, j))
    }

    /// Whether a word has no partner yet.
    pub(super) fn free(&self, side: usize, at: usize) -> bool {
        self.partner[side][at] == NONE
    }

    /// Makes two words partners, whatever they had.
    pub(super) fn couple(&mut self, side: usize, at: usize, other: usize) {
        self.partner[side][at] = other;
        self.partner[1 - side][other] = at;
    }

    /// Gives the words of a side that have no partner yet this one.
    pub(super) fn join(&mut self, side: usize, words: impl IntoIterator<Item = usize>, with: usize) {
        for at in words {
            if self.free(side, at) {
                self.partner[side][at] = with;
            }
        }
    }

    /// Pairs the words of `a` and `b` that tell the same fact, in the same words or others.
    pub(super) fn told(a: &'w [Word], b: &'w [Word], case: &Case) -> Pairing<'w> {
        let mut pairing = Pairing { words: [a, b], partner: [vec![NONE; a.len()], vec![NONE; b.len()]] };
        // the "year" of an age is not that of a term
        let other_value = |x: &Word, y: &Word| x.fact != 0 && y.fact != 0 && x.fact != y.fact && x.class != Class::Name;
        pairing.pair(|i, j| a[i].key == b[j].key && a[i].class == b[j].class && !other_value(&a[i], &b[j]));
        pairing.pair(|i, j| a[i].same(&b[j]));
        let left = |side: usize| -> Vec<u32> {
            let groups = pairing.words[side].iter().zip(&pairing.partner[side]);
            groups.map(|(word, partner)| if *partner == NONE { group(word) } else { 0 }).collect()
        };
        let groups = [left(0), left(1)];
        pairing.pair(|i, j| groups[1][j] != 0 && groups[0][i] == groups[1][j]);
        pairing.denied(case);
        pairing.halved();
        pairing.twice();
        pairing.numbered();
        pairing.year_before();
        pairing
    }

    /// Pairs synonyms, words of one root, verbs with their particles, and what is written as one word or two, or by its first letters.
    pub(super) fn reworded(&mut self, case: &Case) {
        let [a, b] = self.words;
        let kin = |x: &Word, y: &Word| open(x) && open(y) || named(x) && named(y);
        self.phrased();
        let left = |side: usize| -> Vec<&'static [u16]> {
            let left = self.words[side].iter().zip(&self.partner[side]);
            left.map(|(word, partner)| if *partner == NONE { senses(word.key) } else { &[] }).collect()
        };
        let [of_a, of_b] = [left(0), left(1)];
        let alike = |i: usize, j: usize| shared(of_a[i], of_b[j]);
        self.pair(|i, j| kin(&a[i], &b[j]) && alike(i, j));
        // "Parliament passed the law", "lawmakers passed the law"
        let body =
            |word: &Word| named(word) && one_of!(word.key, "parliament congress senate government ministry council court army police mp");
        self.pair(|i, j| (body(&a[i]) && open(&b[j]) || open(&a[i]) && body(&b[j])) && alike(i, j));
        // "the seventh defeat in a row", "the seventh straight loss": no verbs
        let lost = |word: &Word, text: &str| match word.span.of(text) {
            "loss" | "losses" => 1,
            "defeat" | "defeats" if word.lead != key_of("to") && !word.passive => 2,
            _ => 0,
        };
        self.pair(|i, j| lost(&a[i], case.texts[0]) + lost(&b[j], case.texts[1]) == 3);
        self.pair(|i, j| kin(&a[i], &b[j]) && derived(a[i].span.of(case.texts[0]), b[j].span.of(case.texts[1])));
        self.compounds(case);
        self.acronyms(case);
    }

    /// Whether the later sentence has a name that nothing in the earlier can stand for: no search for other words will help.
    pub(super) fn names_another(&self, case: &Case) -> bool {
        let first = |word: &Word, side: usize| word.span.of(case.texts[side]).as_bytes().first().map(u8::to_ascii_lowercase);
        let left = |side: usize| self.words[side].iter().enumerate().filter(move |(k, _)| self.partner[side][*k] == NONE);
        left(1).filter(|(_, word)| named(word)).any(|(k, word)| {
            let alike = !senses(word.key).is_empty() || left(0).any(|(_, other)| first(other, 0) == first(word, 1));
            !alike && !self.valued(1, k) && !self.spare(1, k, case)
        })
    }

    /// Pairs words that are alike (of the earlier sentence, of the later) and have no partner yet, each with the first.
    fn pair(&mut self, alike: impl Fn(usize, usize) -> bool) {
        let [a, b] = self.words;
        for j in 0..b.len() {
            if self.partner[1][j] != NONE {
                continue;
            }
            // the word after the partner of the word before, if that is alike; else the first
            let after = j.checked_sub(1).map(|k| self.partner[1][k]).filter(|&i| i != NONE).map(|i| i + 1);
            let fits = |i: usize| i < a.len() && self.partner[0][i] == NONE && alike(i, j);
            let found = after.filter(|&i| fits(i)).or_else(|| (0..a.len()).find(|&i| fits(i)));
            if let Some(i) = found {
                self.partner[0][i] = j;
                self.partner[1][j] = i;
            }
        }
    }

    /// Pairs "eurozone" with "euro zone", "liftoff" with "lift-off".
    fn compounds(&mut self, case: &Case) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for (k, word) in words.iter().enumerate() {
                if self.partner[side][k] != NONE || !matches!(word.class, Class::Plain | Class::Name) {
                    continue;
                }
                let text = word.span.of(case.texts[side]);
                let two = |i: usize| {
                    let (x, y) = (others[i].span.of(case.texts[1 - side]), others[i + 1].span.of(case.texts[1 - side]));
                    x.len() + y.len() == text.len()
                        && text.get(..x.len()).is_some_and(|t| t.eq_ignore_ascii_case(x))
                        && text[x.len()..].eq_ignore_ascii_case(y)
                };
                if let Some(i) = (1..others.len()).map(|i| i - 1).find(|&i| self.partner[1 - side][i] == NONE && two(i)) {
                    self.partner[side][k] = i;
                    self.partner[1 - side][i] = k;
                    if self.partner[1 - side][i + 1] == NONE {
                        self.partner[1 - side][i + 1] = k;
                    }
                }
            }
        }
    }

    /// Pairs "WHO" with "World Health Organization".
    fn acronyms(&mut self, case: &Case) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for (k, word) in words.iter().enumerate() {
                let text = word.span.of(case.texts[side]);
                let letters = text.len();
                if self.partner[side][k] != NONE
                    || !named(word)
                    || !(2..=6).contains(&letters)
                    || !text.bytes().all(|b| b.is_ascii_uppercase())
                {
                    continue;
                }
                let spells = |i: usize| {
                    text.bytes().enumerate().all(|(n, letter)| {
                        let other = &others[i + n];
                        self.partner[1 - side][i + n] == NONE && named(other) && other.span.of(case.texts[1 - side]).as_bytes()[0] == letter
                    })
                };
                if let Some(i) = (0..(others.len() + 1).saturating_sub(letters)).find(|&i| spells(i)) {
                    self.partner[side][k] = i;
                    self.partner[1 - side][i..i + letters].fill(k);
                }
            }
        }
    }
}
