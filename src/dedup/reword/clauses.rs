//! Clauses: whether what two joined clauses tell has been mixed: "bread became cheaper while milk became dearer", "milk became cheaper while bread became dearer".

use super::super::judge::Case;
use super::super::lexicon::Class;
use super::super::word::Joint;
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
