//! Phrases: several words that only together stand for one, or for several others: "broke up" for "dispersed", "give the masks back" for "return them",
//! "would not" for "refused to".

use super::super::fingerprint;
use super::super::judge::Case;
use super::super::lexicon::{self, Class};
use super::super::numbers;
use super::super::synonyms::{alike, derived, grouped};
use super::one_of;
use super::open;
use super::pairing::{NONE, Pairing};

/// Words of the longest phrase that the lists know.
const LONGEST: usize = 3;

/// How far a particle may stand from its verb, in words.
const FARTHEST: usize = 5;

/// A phrase that the lists of synonyms know: the places of its words, and its key.
struct Phrase {
    words: [usize; LONGEST],
    len: usize,
    key: u32,
}

impl Phrase {
    fn words(&self) -> &[usize] {
        &self.words[..self.len]
    }
}

impl Pairing<'_> {
    /// The phrases of a side that the lists of synonyms know; of those that begin at one word the longest first.
    fn phrases(&self, side: usize) -> Vec<Phrase> {
        let words = self.words[side];
        let mut found = Vec::new();
        for from in 0..words.len() {
            let (mut key, begin) = (words[from].key, found.len());
            for (last, word) in words.iter().enumerate().take(from + LONGEST).skip(from + 1) {
                if word.opens {
                    break;
                }
                key = fingerprint::pair(key, word.key);
                if grouped(key) {
                    let mut at = [from; LONGEST];
                    at.iter_mut().zip(from..=last).for_each(|(slot, place)| *slot = place);
                    found.insert(begin, Phrase { words: at, len: last + 1 - from, key });
                }
            }
            // "give the masks back"
            let particle = |&at: &usize| one_of!(words[at].key, "back up down out off away aside") && words[at].lead == 0;
            let apart = (from + 2..words.len().min(from + FARTHEST)).take_while(|&at| !words[at].opens).find(particle);
            if let Some(last) = apart {
                let key = fingerprint::pair(words[from].key, words[last].key);
                if grouped(key) {
                    found.push(Phrase { words: [from, last, last], len: 2, key });
                }
            }
        }
        found
    }

    /// Pairs phrases with words, and with one another: "broke up" with "dispersed", "took control of" with "seized".
    pub(super) fn phrased(&mut self) {
        let phrases = [self.phrases(0), self.phrases(1)];
        for side in 0..2 {
            for phrase in &phrases[side] {
                let free = |side: usize, phrase: &Phrase| phrase.words().iter().any(|&at| self.free(side, at));
                if !free(side, phrase) {
                    continue;
                }
                let others = self.words[1 - side];
                let word = |at: &usize| self.free(1 - side, *at) && open(&others[*at]) && alike(phrase.key, others[*at].key);
                let other = |other: &&Phrase| alike(phrase.key, other.key) && free(1 - side, other);
                let with = match ((0..others.len()).find(word), phrases[1 - side].iter().find(other)) {
                    (Some(at), _) => vec![at],
                    (None, Some(other)) => other.words().to_vec(),
                    (None, None) => continue,
                };
                self.join(side, phrase.words().iter().copied(), with[0]);
                self.join(1 - side, with, phrase.words[0]);
            }
        }
    }

    /// Pairs what is denied in one word with what is denied in two: "refused to allow" with "would not allow", "unless" with "if not".
    pub(super) fn denied(&mut self, case: &Case) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            let not = (0..words.len()).find(|&at| words[at].class == Class::Negation && self.free(side, at));
            let Some(not) = not else { continue };
            let other = |at: &usize, refuses: bool| {
                self.free(1 - side, *at) && if refuses { one_of!(others[*at].key, "refuse") } else { one_of!(others[*at].key, "unless") }
            };
            // "had not proved", "had failed to prove"; "have no teacher", "lack a teacher"; "did not disclose", "undisclosed"
            let text = |side: usize, at: usize| self.words[side][at].span.of(case.texts[side]);
            let next = words.get(not + 1).filter(|_| self.free(side, not + 1)).map(|_| text(side, not + 1));
            let opposite = |at: usize| {
                let stem = ["un", "in", "im", "dis", "non", "ir"].iter().find_map(|prefix| text(1 - side, at).strip_prefix(prefix));
                matches!((stem, next), (Some(stem), Some(next)) if stem.len() > 3 && derived(stem, next))
            };
            let denies = |at: usize| match words[not].key {
                key if one_of!(key, "not") => one_of!(others[at].key, "fail") || opposite(at),
                key if one_of!(key, "no without") => one_of!(others[at].key, "lack"),
                _ => false,
            };
            if let Some(at) = (0..others.len()).find(|&at| self.free(1 - side, at) && denies(at)) {
                if opposite(at) {
                    self.partner[side][not + 1] = at;
                }
                self.couple(side, not, at);
                continue;
            }
            let before = (0..not).rev().take_while(|&at| !words[at + 1].opens);
            let led = before
                .into_iter()
                .find(|&at| self.free(side, at) && (one_of!(words[at].key, "if") || at + 1 == not && one_of!(words[at].key, "would")));
            let Some(led) = led else { continue };
            let refuses = one_of!(words[led].key, "would");
            if let Some(at) = (0..others.len()).find(|at| other(at, refuses)) {
                (self.partner[side][led], self.partner[side][not]) = (at, at);
                self.partner[1 - side][at] = led;
            }
        }
    }

    /// Pairs "in the fourth round" with "in round four".
    pub(super) fn numbered(&mut self) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for (at, word) in words.iter().enumerate().take(words.len().saturating_sub(1)) {
                let thing = self.partner[side][at + 1];
                if !self.free(side, at) || word.class != Class::Number || thing == NONE || thing + 1 >= others.len() {
                    continue;
                }
                let number = thing + 1;
                let same = |n: i32| {
                    let n = f64::from(n);
                    word.key == numbers::key_of_whole(n) && others[number].key == numbers::key_of(n)
                };
                if self.free(1 - side, number) && (1..=60).any(same) {
                    self.couple(side, at, number);
                }
            }
        }
    }

    /// Pairs "last year" with "a year earlier".
    pub(super) fn year_before(&mut self) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            let before = |&at: &usize| self.free(side, at) && words[at].key == const { lexicon::ascii("year_before", false) };
            let last = |&at: &usize| {
                self.free(1 - side, at)
                    && one_of!(others[at].key, "last")
                    && one_of!(others[at + 1].key, "year")
                    && self.free(1 - side, at + 1)
            };
            let (Some(before), Some(last)) = ((0..words.len()).find(before), (0..others.len().saturating_sub(1)).find(last)) else {
                continue;
            };
            self.partner[side][before] = last;
            self.partner[1 - side][last..=last + 1].fill(before);
        }
    }

    /// Pairs "scored twice" with "scored two goals".
    pub(super) fn twice(&mut self) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            let twice = |&at: &usize| self.free(side, at) && one_of!(words[at].key, "twice");
            let two = |&at: &usize| {
                let counted = others.get(at + 1).is_some_and(|next| one_of!(next.key, "goal time try touchdown penalty"));
                counted && self.free(1 - side, at) && others[at].key == numbers::key_of(2.0)
            };
            if let (Some(twice), Some(two)) = ((0..words.len()).find(twice), (0..others.len()).find(two)) {
                self.couple(side, twice, two);
            }
        }
    }

    /// Pairs "halve rations" with "cut rations by half", "in half".
    pub(super) fn halved(&mut self) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            let halves = |&at: &usize| self.free(side, at) && one_of!(words[at].key, "halve");
            let half = |&at: &usize| self.free(1 - side, at) && one_of!(others[at].key, "half") && one_of!(others[at].lead, "by in");
            let (Some(halves), Some(half)) = ((0..words.len()).find(halves), (0..others.len()).find(half)) else { continue };
            let cut = |&at: &usize| self.free(1 - side, at) && one_of!(others[at].key, "cut reduce fall lower drop slash shrink");
            if let Some(cut) = (0..half).rev().find(cut) {
                self.couple(side, halves, half);
                self.partner[1 - side][cut] = halves;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn phrases_stand_for_one_another() {
        for (earlier, later) in [
            (
                "The museum in Calder returned the two masks to Norway in May.",
                "The museum in Calder gave the two masks back to Norway in May.",
            ),
            ("The council of Calder refused to allow a vote on the levy.", "The council of Calder would not allow a vote on the levy."),
            ("The pilots will strike unless the council of Calder acts.", "The pilots will strike if the council of Calder does not act."),
            (
                "The harbour firm did not prove that the crane in Calder was safe.",
                "The harbour firm failed to prove that the crane in Calder was safe.",
            ),
            ("The three piers of Calder have no lights at night.", "The three piers of Calder lack lights at night."),
            ("The harbour firm was sold for a sum that it did not disclose.", "The harbour firm was sold for an undisclosed sum."),
            (
                "The council of Calder will halve the levy for small ferries in May.",
                "The council of Calder will cut the levy for small ferries by half in May.",
            ),
            (
                "Captain Vane scored twice as Calder beat Orlund on Sunday.",
                "Captain Vane scored two goals as Calder beat Orlund on Sunday.",
            ),
            ("The boxer of Calder lost in the fourth round in Orlund.", "The boxer of Calder lost in round four in Orlund."),
            ("Calder shipped 300 cranes in May, up from 200 last year.", "Calder shipped 300 cranes in May, up from 200 a year earlier."),
            ("The old pier of Calder was torn down by dockers on Monday.", "Dockers demolished the old pier of Calder on Monday."),
        ] {
            assert_eq!(statuses(earlier, later), ["said"], "{earlier} {later}");
        }
    }

    #[test]
    fn what_they_deny_stays_denied() {
        for (earlier, later) in [
            ("The council of Calder refused to allow a vote on the levy.", "The council of Calder would allow a vote on the levy."),
            ("The pilots will strike unless the council of Calder acts.", "The pilots will strike if the council of Calder acts."),
            ("The three piers of Calder have no lights at night.", "The three piers of Calder have lights at night."),
            ("The boxer of Calder lost in the fourth round in Orlund.", "The boxer of Calder lost in round five in Orlund."),
            ("The harbour firm was sold for a sum that it did not disclose.", "The harbour firm was sold for a sum that it disclosed."),
        ] {
            assert_ne!(statuses(earlier, later), ["said"], "{earlier} {later}");
        }
    }
}
