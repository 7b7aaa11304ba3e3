//! Clauses: whether what two joined clauses tell has been mixed: "bread became cheaper while milk became dearer", "milk became cheaper while bread became dearer".

use super::super::judge::Case;
use super::super::lexicon::{Class, key};
use super::super::word::{Joint, Word};
use super::one_of;
use super::pairing::Pairing;

impl Pairing<'_> {
    /// Where the second of two clauses begins, if there are two: both have a verb, and it begins with its verb or its subject, or behind a clause that stands
    /// before the main one.
    fn second_clause(&self, side: usize, case: &Case) -> Option<usize> {
        let words = self.words[side];
        let verb = |at: usize| at < words.len() && self.verbal(side, at, case);
        let subject = |at: usize| {
            (at + 1..words.len().min(at + 3)).take_while(|&next| words[next].joined == Joint::None && words[next].lead == 0).any(verb)
        };
        let subordinate =
            |at: usize| words[at].class == Class::Weighty || one_of!(words[at].lead, "while whereas when as although though because since");
        let begins = |&at: &usize| {
            let (word, first) = (&words[at], usize::from(words[at].class == Class::Weighty));
            let joined = word.joined == Joint::And && (verb(at) || subject(at));
            (joined || subordinate(at) && subject(at + first)) && (0..at).any(verb)
        };
        let fronted =
            words.first().is_some_and(|_| subordinate(0)).then(|| (1..words.len()).find(|&at| words[at].opens && (0..at).any(verb)));
        fronted.unwrap_or_else(|| (1..words.len()).find(begins)).filter(|&at| (at..words.len()).any(verb))
    }

    /// Where the clause stands that tells why: from "because" to the end, or to the comma if it stands first.
    fn cause(&self, side: usize) -> Option<std::ops::Range<usize>> {
        let words = self.words[side];
        // "since January", "since 2019" tell when
        let time = |at: usize| {
            let year = |word: &Word| {
                word.class == Class::Number && (word.span.len() == 4 || words.get(at + 1).is_some_and(|next| next.class == Class::Date))
            };
            words[at].class == Class::Date || year(&words[at])
        };
        let first = (0..words.len()).find(|&at| words[at].lead == key!("because") && !time(at))?;
        let end = if first == 0 { (1..words.len()).find(|&at| words[at].opens) } else { None };
        Some(first..end.unwrap_or(words.len()))
    }

    /// Whether what was the cause is now the effect: "the pier fell because the crane fell", "the crane fell because the pier fell".
    pub(super) fn other_cause(&self) -> bool {
        let (Some(cause_a), Some(cause_b)) = (self.cause(0), self.cause(1)) else { return false };
        let (mut kept, mut crossed) = (0, 0);
        for (i, j) in self.pairs().filter(|&(i, j)| self.words[0][i].content() && self.words[1][j].content()) {
            let same = cause_a.contains(&i) == cause_b.contains(&j);
            (kept, crossed) = (kept + usize::from(same), crossed + usize::from(!same));
        }
        crossed > kept
    }

    /// Whether words of either clause have stayed in their place and others have gone to the other clause.
    pub(super) fn other_clause(&self, case: &Case) -> bool {
        let (Some(first), Some(second)) = (self.second_clause(0, case), self.second_clause(1, case)) else { return false };
        let mut seen = [[false; 2]; 2];
        for (i, j) in self.pairs().filter(|&(i, j)| self.words[0][i].content() && self.words[1][j].content()) {
            seen[usize::from(i >= first)][usize::from(j >= second)] = true;
        }
        seen == [[true; 2]; 2]
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn cause_and_effect() {
        for (earlier, later, said) in [
            (
                "The two pilots quarrelled because the ferry had strayed off course.",
                "The ferry had strayed off course because the two pilots quarrelled.",
                false,
            ),
            (
                "The two pilots quarrelled because the ferry had strayed off course.",
                "Because the ferry had strayed off course, the two pilots quarrelled.",
                true,
            ),
            (
                "Rebels who have held the pier since May freed four dockers.",
                "Four dockers were freed by the rebels who have held the pier since May.",
                true,
            ),
        ] {
            assert_eq!(statuses(earlier, later)[0] == "said", said, "{earlier} {later}");
        }
    }
}
