//! Spare: what a sentence may have that the other lacks, and still tell the same.

use super::super::fingerprint;
use super::super::judge::Case;
use super::super::lexicon::{Class, key};
use super::super::numbers;
use super::super::word::{Joint, Word};
use super::light::future;
use super::pairing::{NONE, Pairing, group};
use super::verbs::irregular;
use super::{named, one_of};

/// Whether "have" stands between a modal and its verb.
fn has_been(text: &str, modal: &Word, verb: &Word) -> bool {
    text.get(modal.span.end()..verb.span.start()).is_some_and(|between| between.split_whitespace().any(|word| word == "have"))
}

/// Whether what follows a word may be a question: "to say whether", "it is not clear if".
fn asks(word: &Word) -> bool {
    word.class == Class::Say
        || one_of!(word.key, "ask know see clear unclear decide determine tell check wonder learn reveal confirm doubt certain sure")
}

/// Whether a word tells of those who want another thing: "a protest against the tax".
fn protests(word: &Word) -> bool {
    one_of!(word.key, "protest demonstrate demonstration rally march campaign complain appeal")
}

/// Where something stands to a mark: below it is another fact than above it.
fn level(word: &Word) -> bool {
    one_of!(word.key, "above below over under")
}

impl Pairing<'_> {
    /// Whether the later sentence has a number or a day that the earlier lacks, or one has a denial that the other lacks: no synonym makes up for it.
    pub(super) fn lacks_a_fact(&self) -> bool {
        let figures = |word: &Word| matches!(word.class, Class::Number | Class::Date | Class::Negation);
        let denied = self.words[0].iter().zip(&self.partner[0]).any(|(word, partner)| word.class == Class::Negation && *partner == NONE);
        denied
            || self.words[1]
                .iter()
                .enumerate()
                .any(|(k, word)| figures(word) && self.partner[1][k] == NONE && !self.valued(1, k) && !self.article(1, k))
    }

    /// Whether a number is the "one" of "one woman", where the other sentence has "a woman".
    pub(super) fn article(&self, side: usize, k: usize) -> bool {
        let (words, others) = (self.words[side], self.words[1 - side]);
        let counted = words.get(k + 1).filter(|next| next.class != Class::Number && next.lead != key!("of") && !next.opens);
        let partner = counted.map_or(NONE, |_| self.partner[side][k + 1]);
        words[k].key == numbers::key_of(1.0)
            && partner != NONE
            && (partner == 0 || !matches!(others[partner - 1].class, Class::Number | Class::Scope))
    }

    /// Whether a word belongs to a value that the other sentence tells, with fewer words.
    pub(super) fn valued(&self, side: usize, k: usize) -> bool {
        let word = &self.words[side][k];
        // "three million Australian dollars"
        let value = |words: &[Word]| words.iter().any(|other| other.class == Class::Number && other.fact == word.fact);
        word.fact != 0 && (!named(word) || value(self.words[side])) && self.words[1 - side].iter().any(|other| other.fact == word.fact)
    }

    /// Whether a word without a partner says nothing that the other sentence lacks (`side` 1), or may be left out (`side` 0).
    pub(super) fn spare(&self, side: usize, k: usize, case: &Case) -> bool {
        let word = &self.words[side][k];
        let others = self.words[1 - side];
        let next = self.words[side].get(k + 1);
        match word.class {
            Class::Glue | Class::Label | Class::Pronoun | Class::Say => true,
            // "elect a new president" is no title
            Class::Title => side == 0 || self.beside_a_name(k),
            Class::Name if side == 1 => self.first_name(k, case) || self.initials(k, case.texts[1]),
            Class::Name => true,
            Class::Plain if side == 0 => !self.turns(k),
            Class::Plain => self.adds_nothing(k, case),
            Class::Number if side == 0 => next.is_none_or(|n| n.lead != key!("of") || self.partner[0][k + 1] == NONE),
            Class::Date if side == 0 => true,
            Class::Number | Class::Date => false,
            // "ordered to pay", "must pay"
            Class::Modal
                if one_of!(word.key, "must should") && others.iter().any(|w| one_of!(w.key, "order require rule instruct tell force")) =>
            {
                true
            }
            // "warned of landslides", "warned that there could be landslides"
            Class::Modal
                if side == 1 && one_of!(word.key, "could may might") && others.iter().any(|w| one_of!(w.key, "warn risk fear threat")) =>
            {
                true
            }
            Class::Modal if one_of!(word.key, "can could") && others.iter().any(|other| one_of!(other.key, "able")) => true,
            // "was to have met" is not "met"
            Class::Modal if next.is_some_and(|n| has_been(case.texts[side], word, n)) => false,
            // "will meet" is not "met"
            Class::Modal => future(word) && !self.past(side, k, case) && (group(word) == 1 || others.iter().any(future)),
            Class::Bearing => future(word) && others.iter().any(future),
            Class::Relator if side == 1 && level(word) => {
                !self.words[0].iter().zip(&self.partner[0]).any(|(w, partner)| *partner == NONE && level(w))
            }
            // "3 percent lower", "down 3 percent"
            Class::Relator if side == 1 && one_of!(word.key, "down") && others.iter().any(|w| one_of!(w.key, "lower")) => true,
            Class::Relator if side == 1 && one_of!(word.key, "up") && others.iter().any(|w| one_of!(w.key, "higher")) => true,
            // "to open its markets", "to open up its markets"
            Class::Relator if k > 0 && self.redundant(side, k) => true,
            Class::Relator => side == 0 || !one_of!(word.key, "up down out off") || self.ways(word, others),
            // "until May", "to May"
            Class::Weighty if one_of!(word.key, "until") => self.words[side][k + 1..]
                .iter()
                .zip(&self.partner[side][k + 1..])
                .take_while(|(n, _)| matches!(n.class, Class::Date | Class::Number | Class::Weighty))
                .any(|(_, &partner)| partner != NONE && one_of!(others[partner].lead, "to through")),
            Class::Weighty if one_of!(word.key, "after") && self.followed(side, k) => true,
            // "to beat two others", "ahead of two others"
            Class::Weighty if word.span.of(case.texts[side]).eq_ignore_ascii_case("ahead of") => {
                others.iter().any(|other| one_of!(other.key, "beat"))
            }
            // "the charges against him", "the charges"
            Class::Weighty if one_of!(word.key, "against") && next.is_some_and(|n| n.class == Class::Pronoun) => true,
            // "declined to say whether", "declined to say if"
            Class::Weighty if one_of!(word.key, "if") && k > 0 && asks(&self.words[side][k - 1]) => true,
            // "until the following Monday", "until Monday, 16 September"
            Class::Weighty if word.span.of(case.texts[side]) == "following" && next.is_some_and(|n| n.class == Class::Date) => {
                !others.iter().any(|other| one_of!(other.key, "previous"))
            }
            // "protest against a tax", "in protest at a tax"; "after tests found lead", "because tests found lead"
            Class::Weighty if one_of!(word.key, "after") && self.led(side, k) => true,
            Class::Weighty if one_of!(word.key, "against") && k > 0 && protests(&self.words[side][k - 1]) && self.led(side, k) => true,
            Class::Weighty if one_of!(word.key, "after") && self.lags(side, k) => true,
            // "appeal against the ruling", "appeal the ruling"
            Class::Weighty if one_of!(word.key, "against") && k > 0 && one_of!(self.words[side][k - 1].key, "appeal protest") => true,
            // "compared with 38,200", "against 38,200"
            Class::Weighty if one_of!(word.key, "against") && next.is_some_and(|n| n.class == Class::Number) => {
                others.iter().any(|other| one_of!(other.key, "compare"))
            }
            Class::Weighty => side == 0 && next.is_some() && self.partner[0][k + 1] == NONE,
            // "for ten years", "over ten years"
            Class::Scope if one_of!(word.key, "more_than") && word.lead == 0 && self.lasts(side, k, case) => true,
            // "denied any wrongdoing", "a quarter of all households"
            Class::Scope if one_of!(word.key, "any") || one_of!(word.key, "all") && word.lead == key!("of") => true,
            // "30,000 tenants", "some 30,000 tenants"; "just two", "only two"
            Class::Scope if side == 1 && word.span.of(case.texts[1]).eq_ignore_ascii_case("some") => {
                next.is_some_and(|n| n.class == Class::Number)
            }
            Class::Scope if one_of!(word.key, "only") => next.is_some_and(|n| n.class == Class::Number),
            // "to disagree about", "to turn around"; "each year", "a year"
            Class::Scope if one_of!(word.key, "about around") => next.is_none_or(|n| n.class != Class::Number),
            Class::Scope if one_of!(word.key, "each every") => next.is_some_and(|n| n.class == Class::Date),
            Class::Negation | Class::Scope => false,
        }
    }

    /// Whether a bound stands before a length of time that the other sentence tells with "for" or "in": "over ten years".
    fn lasts(&self, side: usize, k: usize, case: &Case) -> bool {
        let words = self.words[side];
        let length = words.get(k + 2).is_some_and(|unit| unit.class == Class::Date);
        let partner = words.get(k + 1).filter(|number| length && number.class == Class::Number).map_or(NONE, |_| self.partner[side][k + 1]);
        partner != NONE
            && one_of!(self.words[1 - side][partner].lead, "for in within during")
            && words[k].span.of(case.texts[side]).eq_ignore_ascii_case("over")
    }

    /// Whether "B after A" tells what the other sentence tells in order: "A, and B"; who did both may stand first.
    fn followed(&self, side: usize, k: usize) -> bool {
        let partners = |range: std::ops::Range<usize>| {
            range.filter(|&at| self.words[side][at].content()).map(|at| self.partner[side][at]).filter(|partner| *partner != NONE)
        };
        let order = |word: &Word| one_of!(word.key, "after before until");
        let Some(last) = partners(k..self.words[side].len()).max() else { return false };
        // the subject that stands first in both
        let subject = (0..k).take_while(|&at| self.partner[side][at] == at).count().min(3);
        let Some(first) = partners(subject..k).min() else { return false };
        last < first && !self.words[1 - side].iter().any(order)
    }

    /// Whether "B, five years after A" is told by "B; five years earlier, A" or the other way round.
    fn lags(&self, side: usize, k: usize) -> bool {
        let (words, others) = (self.words[side], self.words[1 - side]);
        let earlier = (0..others.len()).find(|&at| self.partner[1 - side][at] == NONE && one_of!(others[at].key, "earlier"));
        let Some(earlier) = earlier.filter(|_| k > 0 && words[k - 1].class == Class::Date) else { return false };
        let first = (k + 1..words.len()).find(|&at| words[at].content()).map_or(NONE, |at| self.partner[side][at]);
        let length = |at: usize| matches!(others[at].class, Class::Number | Class::Date);
        // what stands from there to "earlier" stands behind "after"
        let behind =
            |at: usize| length(at) || !others[at].content() || self.partner[1 - side][at] > k && self.partner[1 - side][at] != NONE;
        first < earlier && (first..earlier).all(behind)
    }

    /// Whether a particle only strengthens its verb, where the other sentence has none: "to close", "to close down".
    fn redundant(&self, side: usize, k: usize) -> bool {
        let (verb, particle) = (self.words[side][k - 1].key, self.words[side][k].key);
        let others = self.words[1 - side].iter().zip(&self.partner[1 - side]);
        let strengthens =
            one_of!(particle, "up") && one_of!(verb, "open free speed") || one_of!(particle, "down") && one_of!(verb, "close shut slow");
        strengthens && !others.into_iter().any(|(word, partner)| *partner == NONE && word.class == Class::Relator)
    }

    /// Whether what a preposition leads is led, in the other sentence, by one that may stand for it.
    fn led(&self, side: usize, k: usize) -> bool {
        let others = self.words[1 - side];
        let lead = |at: usize| others[at].lead;
        let same = |lead: u32| match self.words[side][k].key {
            key if one_of!(key, "after") => one_of!(lead, "because when"),
            _ => one_of!(lead, "at on over in"),
        };
        let reach = if one_of!(self.words[side][k].key, "after") { 5 } else { 3 };
        let next = (k + 1..self.words[side].len().min(k + reach)).map(|at| self.partner[side][at]).filter(|partner| *partner != NONE);
        let led = |at: usize| same(lead(at)) || at > 0 && !others[at].opens && same(lead(at - 1));
        next.take(if reach == 5 { 3 } else { 1 }).any(led)
    }

    /// Whether a word of the earlier sentence undoes what stands behind it, which the later sentence also has: "cleared of blame", "blame".
    fn turns(&self, k: usize) -> bool {
        let words = self.words[0];
        let behind = (k + 1..words.len().min(k + 3)).take_while(|&at| !words[at].opens).find(|&at| words[at].content());
        one_of!(words[k].key, "clear acquit lift avoid escape avert prevent drop cancel stop withdraw lack exclude revoke reverse")
            && behind.is_some_and(|at| self.partner[0][at] != NONE)
    }

    /// Whether the partner of the verb that a modal leads stands in the past: "met" for "will meet", not "meets".
    fn past(&self, side: usize, k: usize, case: &Case) -> bool {
        let verb = (k + 1..self.words[side].len().min(k + 3)).find(|&at| self.words[side][at].content());
        let Some((verb, partner)) = verb.map(|at| (at, self.partner[side][at])).filter(|(_, partner)| *partner != NONE) else {
            return false;
        };
        let (own, other) = (&self.words[side][verb], &self.words[1 - side][partner]);
        let (led, told) = (own.span.of(case.texts[side]), other.span.of(case.texts[1 - side]));
        let present = |words: &str| words.split(' ').next().is_some_and(|word| word.ends_with('s') || word.ends_with("ing"));
        // "were freed" for "will be freed"
        if own.passive && other.passive {
            let before = case.texts[1 - side][..other.span.start()].split_whitespace().next_back().unwrap_or_default();
            return matches!(before, "was" | "were" | "been");
        }
        // "plans to plant", "are to be planted"
        let before = told.ends_with("ed") || irregular(other, case.texts[1 - side]);
        !own.passive && !other.passive && own.key == other.key && before && !led.eq_ignore_ascii_case(told) && !present(led)
    }

    /// Whether a word only gives the initials of the name right before it: "the Harbour Workers' Union (HWU)".
    fn initials(&self, k: usize, text: &str) -> bool {
        let words = self.words[1];
        let letters = words[k].span.of(text);
        let len = letters.len();
        let initial = |(word, letter): (&Word, u8)| word.span.of(text).as_bytes().first() == Some(&letter);
        (2..=6).contains(&len) && words[k].opens && k >= len && words[k - len..k].iter().zip(letters.bytes()).all(initial)
    }

    /// Whether a name of the later sentence is the first name before a surname that both have, which the earlier article gives no other first name.
    fn first_name(&self, k: usize, case: &Case) -> bool {
        let b = self.words[1];
        let pronoun = self.words[0].iter().any(|w| w.class == Class::Pronoun && w.fact != 0 && w.fact == b[k].fact);
        let before_surname = b.get(k + 1).is_some_and(|next| {
            named(next)
                && !next.opens
                && next.joined == Joint::None
                && self.partner[1][k + 1] != NONE
                && (!case.named[0].holds(next.key) || case.pairs[0].holds(fingerprint::pair(b[k].key, next.key)))
        });
        pronoun || before_surname
    }
}
