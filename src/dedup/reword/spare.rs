//! Spare: what a sentence may have that the other lacks, and still tell the same.

use super::super::fingerprint;
use super::super::judge::Case;
use super::super::lexicon::{Class, known};
use super::super::numbers;
use super::super::word::{Joint, Word};
use super::pairing::{NONE, Pairing, group};
use super::{named, one_of};

/// Verbs and nouns that only hold a sentence together: "to make a promise", "the work of", "to take place".
pub(super) fn light(word: &Word) -> bool {
    word.class == Class::Plain
        && one_of!(
            word.key,
            "make take give get put have come go place way case fact work piece carry undergo set local own part member serve bring number remain stay involve aboard include hold spend slightly suffer people use run mean effort total process impose hand conduct prove compare form"
        )
}

/// The [`group`] of "may".
const MAY: u32 = 2;

/// "Will": that something is to come is told in many ways.
fn future(word: &Word) -> bool {
    one_of!(word.key, "will would shall expect due set plan should")
}

/// Where something stands to a mark: below it is another fact than above it.
fn level(word: &Word) -> bool {
    one_of!(word.key, "above below over under")
}

impl Pairing<'_> {
    /// Whether the later sentence has a number, a day or a denial that the earlier lacks: no synonym makes up for it.
    pub(super) fn lacks_a_fact(&self) -> bool {
        let figures = |word: &Word| matches!(word.class, Class::Number | Class::Date | Class::Negation);
        self.words[1]
            .iter()
            .enumerate()
            .any(|(k, word)| figures(word) && self.partner[1][k] == NONE && !self.valued(1, k) && !self.article(1, k))
    }

    /// Whether a number is the "one" of "one woman", where the other sentence has "a woman".
    pub(super) fn article(&self, side: usize, k: usize) -> bool {
        let (words, others) = (self.words[side], self.words[1 - side]);
        let counted = words.get(k + 1).filter(|next| next.class != Class::Number && next.lead != known("of") && !next.opens);
        let partner = counted.map_or(NONE, |_| self.partner[side][k + 1]);
        words[k].key == numbers::key_of(1.0)
            && partner != NONE
            && (partner == 0 || !matches!(others[partner - 1].class, Class::Number | Class::Scope))
    }

    /// Whether a word belongs to a value that the other sentence tells, with fewer words.
    pub(super) fn valued(&self, side: usize, k: usize) -> bool {
        let word = &self.words[side][k];
        word.fact != 0 && !named(word) && self.words[1 - side].iter().any(|other| other.fact == word.fact)
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
            Class::Name if side == 1 => self.first_name(k, case),
            Class::Name => true,
            Class::Plain if side == 0 => !self.turns(k),
            Class::Plain => {
                self.again(k)
                    || light(word) && !self.replaces(k)
                    || self.ways(word, others)
                    || self.agent(word)
                    || future(word) && others.iter().any(future)
                    || self.causes(word)
                    || self.decided(k)
                    || self.leaves_dead(k)
                    // "according to the figures", "the figures show"
                    || one_of!(word.key, "show") && others.iter().any(|other| other.class == Class::Say)
                    // "the key rate", "the key interest rate"
                    || one_of!(word.key, "interest") && next.is_some_and(|n| one_of!(n.key, "rate"))
                    || one_of!(word.key, "risk chance possibility") && others.iter().any(|other| group(other) == MAY)
            }
            Class::Number if side == 0 => next.is_none_or(|n| n.lead != known("of") || self.partner[0][k + 1] == NONE),
            Class::Date if side == 0 => true,
            Class::Number | Class::Date => false,
            // "ordered to pay", "must pay"
            Class::Modal
                if one_of!(word.key, "must should") && others.iter().any(|w| one_of!(w.key, "order require rule instruct tell force")) =>
            {
                true
            }
            // "will meet" is not "met"
            Class::Modal => future(word) && !self.past(side, k, case) && (group(word) == 1 || others.iter().any(future)),
            Class::Bearing => future(word) && others.iter().any(future),
            Class::Relator if side == 1 && level(word) => {
                !self.words[0].iter().zip(&self.partner[0]).any(|(w, partner)| *partner == NONE && level(w))
            }
            // "3 percent lower", "down 3 percent"
            Class::Relator if side == 1 && one_of!(word.key, "down") && others.iter().any(|w| one_of!(w.key, "lower")) => true,
            Class::Relator if side == 1 && one_of!(word.key, "up") && others.iter().any(|w| one_of!(w.key, "higher")) => true,
            Class::Relator => side == 0 || !one_of!(word.key, "up down out off") || self.ways(word, others),
            // "until May", "to May"
            Class::Weighty if one_of!(word.key, "until") => self.words[side][k + 1..]
                .iter()
                .zip(&self.partner[side][k + 1..])
                .take_while(|(n, _)| matches!(n.class, Class::Date | Class::Number | Class::Weighty))
                .any(|(_, &partner)| partner != NONE && one_of!(others[partner].lead, "to through")),
            Class::Weighty if one_of!(word.key, "after") && self.followed(side, k) => true,
            // "until the following Monday", "until Monday, 16 September"
            Class::Weighty if word.span.of(case.texts[side]) == "following" && next.is_some_and(|n| n.class == Class::Date) => true,
            // "protest against a tax", "in protest at a tax"; "after tests found lead", "because tests found lead"
            Class::Weighty if one_of!(word.key, "against after") && self.led(side, k) => true,
            // "appeal against the ruling", "appeal the ruling"
            Class::Weighty if one_of!(word.key, "against") && k > 0 && one_of!(self.words[side][k - 1].key, "appeal protest") => true,
            // "compared with 38,200", "against 38,200"
            Class::Weighty if one_of!(word.key, "against") && next.is_some_and(|n| n.class == Class::Number) => {
                others.iter().any(|other| one_of!(other.key, "compare"))
            }
            Class::Weighty => side == 0 && next.is_some() && self.partner[0][k + 1] == NONE,
            // "denied any wrongdoing", "a quarter of all households"
            Class::Scope if one_of!(word.key, "any") || one_of!(word.key, "all") && word.lead == known("of") => true,
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

    /// Whether a word is the verb of "left 12 people dead", of whom the earlier sentence also says that they died or were killed.
    fn leaves_dead(&self, k: usize) -> bool {
        let behind = self.words[1][k + 1..].iter().zip(&self.partner[1][k + 1..]);
        one_of!(self.words[1][k].key, "leave") && behind.into_iter().any(|(word, partner)| *partner != NONE && one_of!(word.key, "die"))
    }

    /// Whether a word of the later sentence stands where the earlier has another that it lacks: "told to stay", "told to leave".
    fn replaces(&self, k: usize) -> bool {
        let [a, b] = self.words;
        let before = (0..k).rev().find(|&at| b[at].content()).map_or(NONE, |at| self.partner[1][at]);
        let Some(place) = a.get(before.wrapping_add(1)..).filter(|_| before != NONE) else { return false };
        place.first().is_some_and(|other| other.class == Class::Plain && self.partner[0][before + 1] == NONE && !light(other))
    }

    /// Whether "B after A" tells what the other sentence tells in order: "A, and B".
    fn followed(&self, side: usize, k: usize) -> bool {
        let partners = |range: std::ops::Range<usize>| self.partner[side][range].iter().copied().filter(|partner| *partner != NONE);
        let order = |word: &Word| one_of!(word.key, "after before until");
        let (Some(first), Some(last)) = (partners(0..k).min(), partners(k..self.words[side].len()).max()) else { return false };
        last < first && !self.words[1 - side].iter().any(order)
    }

    /// Whether what a preposition leads is led, in the other sentence, by one that may stand for it.
    fn led(&self, side: usize, k: usize) -> bool {
        let others = self.words[1 - side];
        let lead = |at: usize| others[at].lead;
        let same = |lead: u32| match self.words[side][k].key {
            key if one_of!(key, "after") => one_of!(lead, "because when"),
            _ => one_of!(lead, "at on over in"),
        };
        let next = (k + 1..self.words[side].len().min(k + 3)).map(|at| self.partner[side][at]).find(|partner| *partner != NONE);
        next.is_some_and(|at| same(lead(at)) || at > 0 && !others[at].opens && same(lead(at - 1)))
    }

    /// Whether a word of the earlier sentence undoes what stands behind it, which the later sentence also has: "cleared of blame", "blame".
    fn turns(&self, k: usize) -> bool {
        let words = self.words[0];
        let behind = (k + 1..words.len().min(k + 3)).take_while(|&at| !words[at].opens).find(|&at| words[at].content());
        one_of!(words[k].key, "clear acquit lift avoid escape avert prevent drop cancel stop withdraw lack exclude revoke reverse")
            && behind.is_some_and(|at| self.partner[0][at] != NONE)
    }

    /// Whether a word ends the later sentence with who is behind what the earlier says they will do: "…, the council decided".
    fn decided(&self, k: usize) -> bool {
        let words = self.words[1];
        let opening = (0..=k).rev().find(|&at| words[at].opens).unwrap_or(0);
        let subject = (opening..k).all(|at| self.partner[1][at] != NONE || !words[at].content());
        one_of!(words[k].key, "decide rule agree announce confirm show reveal")
            && k + 1 == words.len()
            && opening > 0
            && opening < k
            && subject
    }

    /// Whether a name stands beside a word, or beside titles next to it.
    fn beside_a_name(&self, k: usize) -> bool {
        let words = self.words[1];
        let title = |at: &usize| words[*at].class == Class::Title;
        let behind = (k + 1..words.len()).find(|at| !title(at));
        let before = (0..k).rev().find(|at| !title(at));
        behind.is_some_and(|at| named(&words[at]) && words[at].lead == 0)
            || before.is_some_and(|at| named(&words[at]) && words[at + 1].lead == 0)
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
        !own.passive && !other.passive && own.key == other.key && !led.eq_ignore_ascii_case(told) && !present(told) && !present(led)
    }

    /// Whether a word names those who do what the earlier sentence tells in the passive: "three men were arrested", "police arrested three men".
    fn agent(&self, word: &Word) -> bool {
        // "the study followed", "researchers followed, in the study"
        if one_of!(word.key, "researcher scientist author") && self.words[0].iter().any(|other| one_of!(other.key, "study research")) {
            return true;
        }
        let passive = |does: &dyn Fn(u32) -> bool| self.words[0].iter().any(|verb| verb.passive && does(verb.key));
        one_of!(word.key, "police officer detective authority")
            && passive(&|key| one_of!(key, "arrest charge detain question hold seize search"))
            || one_of!(word.key, "rescuer firefighter") && passive(&|key| one_of!(key, "rescue save pull evacuate free suspend resume"))
            || one_of!(word.key, "court judge jury") && passive(&|key| one_of!(key, "sentence jail convict acquit fine clear"))
    }

    /// Whether the later sentence has the same word once more, with its partner: "£4.1bn, up from £3.8bn" for "4.1 billion pounds, from 3.8 billion".
    fn again(&self, k: usize) -> bool {
        let words = self.words[1];
        words.iter().zip(&self.partner[1]).any(|(word, partner)| word.key == words[k].key && *partner != NONE)
    }

    /// Whether a word only says that one thing led to another where the earlier sentence says "because of": "bad weather forced them to end the search".
    fn causes(&self, word: &Word) -> bool {
        one_of!(word.key, "lead force cause prompt trigger") && self.words[0].iter().any(|w| w.lead == known("because"))
    }

    /// "Sales are down", "sales fell".
    fn ways(&self, word: &Word, others: &[Word]) -> bool {
        let (down, up) = (known("down"), known("up"));
        let (fall, rise) = (known("fall"), known("rise"));
        let has = |key: u32| others.iter().any(|other| other.key == key);
        (word.key == down || word.key == fall) && (has(down) || has(fall) || has(known("low")))
            || (word.key == up || word.key == rise) && (has(up) || has(rise) || has(known("high")))
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
