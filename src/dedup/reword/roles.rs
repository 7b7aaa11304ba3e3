//! Roles: whether days, places, persons and deeds have changed places among the partners of two sentences.

use super::super::judge::Case;
use super::super::lexicon::Class;
use super::super::word::{Joint, Word};
use super::light::light;
use super::one_of;
use super::pairing::{NONE, Pairing};

impl Pairing<'_> {
    /// Whether two days or places have changed places: "signed on Monday and paid on Tuesday", "paid on Monday and signed on Tuesday".
    pub(super) fn other_setting(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let deed = |side: usize, k: usize| {
            let told = |at: &usize| matches!(self.words[side][*at].class, Class::Plain | Class::Bearing);
            (0..k).rev().filter(told).find(|&at| self.verbal(side, at, case)).or_else(|| (0..k).rev().find(told))
        };
        let setting =
            |word: &Word| matches!(word.class, Class::Date | Class::Number) || word.class == Class::Name && one_of!(word.lead, "in at");
        let settings = self.pairs().filter(|&(i, j)| setting(&a[i]) && setting(&b[j]));
        // "put Calder on 34 percent and Orlund on 31"
        let name = |side: usize, k: usize| (k.saturating_sub(3)..k).rev().find(|&at| self.words[side][at].class == Class::Name);
        let shares = self.pairs().filter(|&(i, j)| a[i].class == Class::Number && b[j].class == Class::Number);
        let shares: Vec<(usize, usize)> = shares.filter_map(|(i, j)| Some((name(0, i)?, name(1, j)?))).collect();
        let settings: Vec<(usize, usize)> = settings.filter_map(|(i, j)| Some((deed(0, i)?, deed(1, j)?))).collect();
        let crossed = |&(p, q): &(usize, usize), &(r, s): &(usize, usize)| p != r && self.partner[0][p] == s && self.partner[0][r] == q;
        [settings, shares].iter().any(|of| of.iter().any(|one| of.iter().any(|other| crossed(one, other))))
    }

    /// Whether "he" has become "she", "Mr" "Mrs", or one office another.
    pub(super) fn other_person(&self) -> bool {
        let left = |side: usize, class: Class| {
            self.words[side]
                .iter()
                .zip(&self.partner[side])
                .filter(move |(word, p)| word.class == class && **p == NONE)
                .map(|(word, _)| word.key)
        };
        let sex = |key: u32| match key {
            _ if one_of!(key, "he him his himself mr sir lord") => 1,
            _ if one_of!(key, "she her hers herself mrs ms miss lady dame") => 2,
            _ => 0,
        };
        let courtesy = |key: u32| one_of!(key, "mr mrs ms miss dr sir lord lady dame professor");
        let sexes = left(0, Class::Pronoun)
            .chain(left(0, Class::Title))
            .any(|x| sex(x) != 0 && left(1, Class::Pronoun).chain(left(1, Class::Title)).any(|y| sex(y) != 0 && sex(y) != sex(x)));
        sexes || left(0, Class::Title).any(|x| !courtesy(x) && left(1, Class::Title).any(|y| !courtesy(y)))
    }

    /// Whether what was only spoken of is now done, in the place of what was done: "suspended while it considers her dismissal", "dismissed".
    fn undone(&self, i: usize, j: usize, case: &Case) -> bool {
        let text = |side: usize, k: usize| self.words[side][k].span.of(case.texts[side]);
        let nominal = ["al", "ion", "ment"].iter().any(|end| text(0, i).ends_with(end));
        nominal && text(1, j).ends_with("ed") && !self.words[1][j].passive
    }

    /// Whether another deed than the earlier sentence's is told with its words.
    pub(super) fn other_deed(&self, case: &Case) -> bool {
        let left = |(k, word): (usize, &Word)| {
            self.partner[0][k] == NONE && word.class == Class::Plain && !light(word) && word.span.of(case.texts[0]).ends_with("ed")
        };
        self.words[0].iter().enumerate().any(left) && self.pairs().any(|(i, j)| self.undone(i, j, case))
    }

    /// Whether two deeds of one clause each have changed places: "praised the police, who had criticised the council".
    pub(super) fn other_doer(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let before = |words: &[Word], k: usize| (0..k).rev().find(|&at| words[at].content() || words[at].class == Class::Title);
        let deed = |&(i, j): &(usize, usize)| {
            [&a[i], &b[j]].iter().all(|w| w.class == Class::Plain) && self.verbal(0, i, case) && self.verbal(1, j, case)
        };
        let deeds: Vec<(usize, usize)> = self.pairs().filter(deed).collect();
        deeds.iter().any(|&(v, w)| {
            deeds.iter().filter(|&&(x, y)| x > v && y < w && a[x].joined == Joint::None && b[w].joined == Joint::None).any(|&(x, y)| {
                let doer = |p: usize, q: usize| {
                    let (Some(p), Some(q)) = (before(a, p), before(b, q)) else { return false };
                    self.partner[0][p] == q && !deeds.contains(&(p, q))
                };
                doer(v, y) && doer(x, w)
            })
        })
    }
}
