//! Light words: what a later sentence may have more than the earlier one, because it tells nothing by itself: "to make a promise", "police arrested
//! three men" for "three men were arrested".

use super::super::judge::Case;
use super::super::lexicon::{Class, key};
use super::super::synonyms::{Few, derived, key_of};
use super::super::word::Word;
use super::pairing::{NONE, Pairing};
use super::{named, one_of, open};

/// Words that tell nothing where the earlier sentence has one of others: "people living in Calder", "residents of Calder".
static GIVEN: [(Few, Few); 6] = [
    (Few::new("risk chance possibility"), Few::new("may might could can possibly perhaps maybe possible potential potentially")),
    (Few::new("able"), Few::new("can could")),
    (Few::new("live"), Few::new("resident inhabitant local people")),
    (Few::new("quarter"), Few::new("month")),
    (Few::new("amount number"), Few::new("twice double")),
    (Few::new("area region town village district city"), Few::new("local")),
];

static SCORE: Few = Few::new("score");

/// Verbs and nouns that only hold a sentence together: "to make a promise", "the work of", "to take place".
pub(super) fn light(word: &Word) -> bool {
    word.class == Class::Plain
        && one_of!(
            word.key,
            "make take give get put have come go place way case fact work piece carry undergo set local own part member serve bring number remain stay involve aboard include hold spend slightly suffer people use run mean effort total process impose hand conduct prove compare form"
        )
}

/// Words that add nothing if the other sentence leaves out nothing either: verbs that only carry on ("speaking outside the court, he said"), and names of
/// kinds for what was named before ("the aircraft").
fn faint(word: &Word, text: &str) -> bool {
    // but "the striking dockers"
    let before = text[..word.span.start()].split_whitespace().next_back().unwrap_or_default();
    let attribute = one_of!(key_of(before), "the a an his her its their our this that these those some two three four five six");
    let carries_on =
        word.span.of(text).ends_with("ing") && !attribute && word.lead == 0 && !one_of!(word.key, "kill injure wound hurt damage destroy");
    carries_on
        || one_of!(
            word.key,
            "receive reach keep time role area aircraft vessel vehicle plant building club team side agency ministry country city town player event volcano river mountain lake island village bank airline newspaper magazine tournament lie become tell other"
        )
}

/// "Will": that something is to come is told in many ways.
pub(super) fn future(word: &Word) -> bool {
    one_of!(word.key, "will would shall expect due set plan should schedule slate")
}

impl Pairing<'_> {
    /// Whether a word with a meaning of its own tells nothing that the earlier sentence lacks.
    pub(super) fn adds_nothing(&self, k: usize, case: &Case) -> bool {
        let words = self.words[1];
        let (word, others) = (&words[k], self.words[0]);
        let has = |few: &Few| others.iter().any(|other| few.holds(other.key));
        let beside = || {
            let before = k.checked_sub(1).map(|at| &words[at]);
            let next = words.get(k + 1);
            // "the key rate", "the key interest rate"
            one_of!(word.key, "interest") && next.is_some_and(|next| one_of!(next.key, "rate"))
                || one_of!(word.key, "call") && before.is_some_and(|before| one_of!(before.key, "phone telephone"))
                // "a third term", "a third term in office"
                || one_of!(word.key, "office") && before.is_some_and(|before| one_of!(before.key, "term"))
                // "scored two", "scored two goals"
                || one_of!(word.key, "goal") && before.is_some_and(|before| before.class == Class::Number) && has(&SCORE)
                // "4.2 km long"
                || one_of!(word.key, "long") && k > 1 && words[k - 2].class == Class::Number
                // "will reopen", "will reopen its doors"
                || one_of!(word.key, "door") && words[..k].iter().any(|w| one_of!(w.key, "open reopen close shut"))
                // "convicted", "found guilty"
                || one_of!(word.key, "find") && words[k..].iter().any(|w| one_of!(w.key, "guilty"))
                // "off Norway's coast", "off the coast of Norway", "off Norway"
                || one_of!(word.key, "coast shore") && [words, others].iter().all(|words| words.iter().any(|w| one_of!(w.key, "off")))
                // "when the bridge opens", "once the bridge opens"
                || one_of!(word.key, "once") && self.following(k).is_some_and(|at| others[at].lead == key!("when"))
                // "which Kigali denies", "a charge that Kigali denies"
                || word.opens && k > 0 && one_of!(word.key, "charge claim allegation accusation suggestion move decision figure sum step")
                // "Norsk of Norway", "Norsk, a Norwegian company"
                || one_of!(word.key, "company firm")
                    && (self.beside_a_name(k) || k > 1 && before.is_some_and(|before| named(before) && before.opens))
        };
        self.again(k, case)
            || (light(word) || one_of!(word.key, "see")) && !self.replaces(k)
            || self.ways(word, others)
            || self.agent(word)
            || future(word) && others.iter().any(future)
            || self.causes(word)
            || self.decided(k)
            || self.leaves_dead(k)
            // "according to the figures", "the figures show"
            || one_of!(word.key, "show") && others.iter().any(|other| other.class == Class::Say)
            || GIVEN.iter().any(|(few, given)| few.holds(word.key) && has(given))
            || self.supports(k, case)
            || self.only_attributes(k, case.texts)
            // "not known", "not immediately known"
            || one_of!(word.key, "immediately") && k > 0 && words[k - 1].class == Class::Negation
            || self.whole() && faint(word, case.texts[1])
            || beside()
    }

    /// Whether the later sentence has all that the earlier tells.
    fn whole(&self) -> bool {
        self.words[0].iter().zip(&self.partner[0]).all(|(word, partner)| *partner != NONE || !word.content() || light(word))
    }

    /// The partner of the first word of content behind `k` of the later sentence.
    fn following(&self, k: usize) -> Option<usize> {
        let words = self.words[1];
        (k + 1..words.len()).find(|&at| words[at].content()).map(|at| self.partner[1][at]).filter(|&at| at != NONE)
    }

    /// Whether a verb only carries the noun behind it, which tells the deed: "without reaching an agreement", "receive treatment".
    fn supports(&self, k: usize, case: &Case) -> bool {
        let words = self.words[1];
        let noun = |with: &dyn Fn(u32) -> bool| {
            let behind = words[k + 1..].iter().zip(&self.partner[1][k + 1..]).take_while(|(word, _)| !word.opens).take(2);
            behind.into_iter().any(|(word, partner)| *partner != NONE && with(word.key))
        };
        match words[k].key {
            key if one_of!(key, "reach strike secure win") => {
                noun(&|key| one_of!(key, "agreement settlement compromise verdict decision conclusion"))
            }
            key if one_of!(key, "receive undergo") => noun(&|key| one_of!(key, "treatment surgery operation injection care")),
            key if one_of!(key, "suffer sustain") => noun(&|key| one_of!(key, "injury loss damage wound defeat")),
            key if one_of!(key, "express voice") => noun(&|key| one_of!(key, "hope fear doubt concern regret support")),
            key if one_of!(key, "issue") => noun(&|key| one_of!(key, "statement warning apology order appeal")),
            key if one_of!(key, "hold") => noun(&|key| one_of!(key, "meeting talk vote election inquiry")),
            // "paid a visit", "visited"; "pay compensation to", "compensate"
            key if one_of!(
                key,
                "pay offer provide launch mount stage show undertake issue deliver conduct carry_out express file lodge"
            ) =>
            {
                let behind = (k + 1..words.len().min(k + 4)).take_while(|&at| !words[at].opens);
                behind.into_iter().any(|at| {
                    let partner = self.partner[1][at];
                    words[at].class == Class::Plain && partner != NONE && {
                        let (noun, verb) = (words[at].span.of(case.texts[1]), self.words[0][partner].span.of(case.texts[0]));
                        !noun.eq_ignore_ascii_case(verb) && self.verbal(0, partner, case)
                    }
                })
            }
            _ => false,
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
        let place = match (0..k).rev().find(|&at| b[at].content()) {
            Some(at) if self.partner[1][at] == NONE => return false,
            Some(at) => self.partner[1][at] + 1,
            None => 0,
        };
        a.get(place).is_some_and(|other| other.class == Class::Plain && self.partner[0][place] == NONE && !light(other))
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
    fn again(&self, k: usize, case: &Case) -> bool {
        let words = self.words[1];
        let text = |side: usize, at: usize| self.words[side][at].span.of(case.texts[side]);
        // "Ilves, who founded the firm in Calder", "Ilves, the founder of the firm, which she set up in Calder"
        let other_form = |at: usize| self.partner[0][at] != NONE && open(&self.words[0][at]) && derived(text(0, at), text(1, k));
        words.iter().zip(&self.partner[1]).any(|(word, partner)| word.key == words[k].key && *partner != NONE)
            || (0..self.words[0].len()).any(other_form)
    }

    /// Whether a word only says that one thing led to another where the earlier sentence says "because of": "bad weather forced them to end the search".
    fn causes(&self, word: &Word) -> bool {
        one_of!(word.key, "lead force cause prompt trigger") && self.words[0].iter().any(|w| w.lead == key!("because"))
    }

    /// "Sales are down", "sales fell".
    pub(super) fn ways(&self, word: &Word, others: &[Word]) -> bool {
        let (down, up) = (key!("down"), key!("up"));
        let (fall, rise) = (key!("fall"), key!("rise"));
        let has = |key: u32| others.iter().any(|other| other.key == key);
        (word.key == down || word.key == fall) && (has(down) || has(fall) || has(key!("low")))
            || (word.key == up || word.key == rise) && (has(up) || has(rise) || has(key!("high")))
    }

    /// Whether a name stands beside a word, or beside titles next to it.
    pub(super) fn beside_a_name(&self, k: usize) -> bool {
        let words = self.words[1];
        let title = |at: &usize| words[*at].class == Class::Title;
        let behind = (k + 1..words.len()).find(|at| !title(at));
        let before = (0..k).rev().find(|at| !title(at));
        behind.is_some_and(|at| named(&words[at]) && words[at].lead == 0)
            || before.is_some_and(|at| named(&words[at]) && words[at + 1].lead == 0)
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn words_that_add_nothing() {
        for (earlier, later) in [
            (
                "Residents of Calder complained about the noise of the cranes.",
                "People living in Calder complained about the noise of the cranes.",
            ),
            ("The docker can lift a crate of 90 kilos with one hand.", "The docker is able to lift a crate of 90 kilos with one hand."),
            (
                "The council ended the talks without an agreement on Monday.",
                "The council ended the talks on Monday without reaching an agreement.",
            ),
            (
                "The minister visited Calder on Saturday and met the dockers.",
                "On Saturday the minister paid a visit to Calder and met the dockers.",
            ),
            ("A jury in Orlund convicted the pilot of theft on Monday.", "A jury in Orlund found the pilot guilty of theft on Monday."),
            (
                "The mine poisoned the wells of Calder, which its owner denies.",
                "The mine poisoned the wells of Calder, a charge that its owner denies.",
            ),
            ("The cranes of Calder are the oldest in Norway, they said.", "The cranes of Calder are the oldest in Norway, dealers said."),
            (
                "The position of the council on the levy was not known.",
                "The position of the council on the levy was not immediately known.",
            ),
        ] {
            assert_eq!(statuses(earlier, later), ["said"], "{earlier} {later}");
        }
    }

    #[test]
    fn words_that_add_a_fact() {
        for (earlier, later) in [
            ("The council ended the talks in Calder on Monday.", "The council ended the secret talks in Calder on Monday."),
            ("The minister met the dockers of Calder on Saturday.", "The minister met the striking dockers of Calder on Saturday."),
            ("The crane of Calder fell on Monday, the pilot said.", "The crane of Calder fell on Monday, the docker said."),
        ] {
            assert_ne!(statuses(earlier, later), ["said"], "{earlier} {later}");
        }
    }
}
