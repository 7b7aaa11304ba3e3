//! Clauses: whether what two joined clauses tell has been mixed: "bread became cheaper while milk became dearer", "milk became cheaper while bread became dearer".

use super::super::judge::Case;
use super::super::word::Joint;
use super::one_of;
use super::pairing::{NONE, Pairing};

impl Pairing<'_> {
    /// Where the second of two joined clauses begins, if there are two: both have a verb, and the second begins with it or with its subject.
    fn second_clause(&self, side: usize, case: &Case) -> Option<usize> {
        let words = self.words[side];
        let verb = |at: usize| at < words.len() && self.verbal(side, at, case);
        let begins = |&at: &usize| {
            let word = &words[at];
            let subject =
                (at + 1..words.len().min(at + 3)).take_while(|&next| words[next].joined == Joint::None && words[next].lead == 0).any(verb);
            (one_of!(word.lead, "while whereas") || word.joined == Joint::And && (verb(at) || subject)) && (0..at).any(verb)
        };
        (1..words.len()).find(begins).filter(|&at| (at..words.len()).any(verb))
    }

    /// Whether words of either clause have stayed in their place and others have gone to the other clause.
    pub(super) fn other_clause(&self, case: &Case) -> bool {
        let (Some(first), Some(second)) = (self.second_clause(0, case), self.second_clause(1, case)) else { return false };
        let mut seen = [[false; 2]; 2];
        for (j, &i) in self.partner[1].iter().enumerate() {
            if i != NONE && self.words[1][j].content() && self.words[0][i].content() {
                seen[usize::from(i >= first)][usize::from(j >= second)] = true;
            }
        }
        seen == [[true; 2]; 2]
    }
}
