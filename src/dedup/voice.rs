//! Voice: the passive as the active: "B was hit by A" becomes "A hit B".

use super::lexicon::Class;
use super::normalise::{Normaliser, key_of};
use super::synonyms::Few;
use super::word::Word;

/// A passive clause: where its subject and its verb begin in the list of words, where the agent does.
pub(super) struct Passive {
    pub(super) subject: usize,
    pub(super) verb: usize,
    pub(super) agent: usize,
}

/// Words that say which week or month is meant.
static NEARNESS: Few = Few::new("next last this");

/// Participles without the ending of one.
const PARTICIPLES: &[&str] = &[
    "had", "gone", "done", "made", "met", "lost", "won", "sent", "left", "told", "found", "held", "paid", "said", "put", "come", "become",
    "known", "heard", "felt", "kept", "thought", "bought", "brought", "built", "begun", "run", "led", "sold", "spent", "better",
];

impl Normaliser<'_> {
    /// Turns a passive clause that ends here into the active.
    pub(super) fn end_passive(&mut self) {
        let Some(Passive { subject, verb, agent }) = self.passive.take() else { return };
        // "by the Senate next week": the day is no part of who did it
        let day = self.out[agent..].iter().position(|word| word.class == Class::Date);
        let end = day.map_or(self.out.len(), |day| agent + day - usize::from(day > 0 && NEARNESS.holds(self.out[agent + day - 1].key)));
        if agent == end {
            return;
        }
        let (opens, closes) = (self.out[subject].opens, self.out[end - 1].closes);
        let clause = &mut self.out[subject..end];
        // "will", "not", "is expected": they stay before the verb
        let helps = |word: &&Word| matches!(word.class, Class::Modal | Class::Negation | Class::Bearing) || word.passive;
        let helping = clause[..verb - subject].iter().rev().take_while(helps).count();
        // "was struck down by": the particle belongs to the verb
        let particle =
            clause.get(verb + 1 - subject).is_some_and(|word| word.class == Class::Relator || word.key == const { key_of("back") });
        let particle = usize::from(particle && verb + 1 < agent);
        // subject verb rest agent -> agent subject verb rest -> agent verb subject rest
        clause.rotate_right(end - agent);
        let subject_at = end - agent;
        clause[subject_at..=subject_at + verb - subject + particle].rotate_right(1 + helping + particle);
        for word in clause.iter_mut() {
            (word.opens, word.closes, word.passive) = (false, false, false);
        }
        let last = clause.len() - 1;
        (clause[0].opens, clause[last].closes) = (opens, closes);
        clause[0].lead = 0;
    }

    /// Whether a participle stands at token `at`, as far as its ending tells.
    pub(super) fn participle(&self, at: usize) -> bool {
        let text = self.text(at);
        text.ends_with("ed") || text.ends_with("en") || PARTICIPLES.contains(&text)
    }
}
