//! Alignment: which words of one sentence are which of another.
//!
//! The heaviest common subsequence (dynamic programming, common ends taken off first), then the words that only moved.

use super::word::Word;

/// No partner.
pub(crate) const NONE: u16 = u16::MAX;

/// An alignment of an earlier sentence `a` with a later one `b`. Kept between calls for its memory.
#[derive(Debug, Default)]
pub(crate) struct Alignment {
    /// Per word of `a`: its partner in `b`.
    pub(crate) of_a: Vec<u16>,
    /// Per word of `b`: its partner in `a`.
    pub(crate) of_b: Vec<u16>,
    /// Per word of `b`: whether its partner stands elsewhere in the order.
    pub(crate) moved: Vec<bool>,
    table: Vec<u16>,
}

impl Alignment {
    /// Aligns two sentences.
    pub(crate) fn align(&mut self, a: &[Word], b: &[Word]) {
        self.of_a.clear();
        self.of_a.resize(a.len(), NONE);
        self.of_b.clear();
        self.of_b.resize(b.len(), NONE);
        self.moved.clear();
        self.moved.resize(b.len(), false);
        let front = a.iter().zip(b).take_while(|(x, y)| x.same(y)).count();
        let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x.same(y)).count();
        for at in 0..front {
            self.join(at, at);
        }
        for at in 1..=back {
            self.join(a.len() - at, b.len() - at);
        }
        self.middle(&a[front..a.len() - back], &b[front..b.len() - back], front);
        self.move_rest(a, b);
    }

    fn join(&mut self, i: usize, j: usize) {
        self.of_a[i] = j as u16;
        self.of_b[j] = i as u16;
    }

    /// The heaviest common subsequence of what the common ends leave; both begin at `offset`.
    fn middle(&mut self, a: &[Word], b: &[Word], offset: usize) {
        if a.is_empty() || b.is_empty() {
            return;
        }
        let width = b.len() + 1;
        self.table.clear();
        self.table.resize((a.len() + 1) * width, 0);
        for (i, x) in a.iter().enumerate().rev() {
            let (rows, below) = self.table[i * width..].split_at_mut(width);
            let weight = x.weight() as u16;
            for (j, y) in b.iter().enumerate().rev() {
                let mut best = below[j].max(rows[j + 1]);
                if x.same(y) {
                    best = best.max(below[j + 1] + weight);
                }
                rows[j] = best;
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < a.len() && j < b.len() {
            let here = self.table[i * width + j];
            if here == 0 {
                break;
            }
            if a[i].same(&b[j]) && here == self.table[(i + 1) * width + j + 1] + a[i].weight() as u16 {
                self.join(offset + i, offset + j);
                i += 1;
                j += 1;
            } else if self.table[(i + 1) * width + j] == here {
                i += 1;
            } else {
                j += 1;
            }
        }
    }

    /// Pairs the words that both have but in another order; runs stay together where they can.
    fn move_rest(&mut self, a: &[Word], b: &[Word]) {
        let mut left: Vec<usize> = (0..a.len()).filter(|&i| self.of_a[i] == NONE && a[i].weight() > 1).collect();
        if left.is_empty() {
            return;
        }
        for (j, word) in b.iter().enumerate() {
            if self.of_b[j] != NONE || word.weight() <= 1 {
                continue;
            }
            // the word after the partner of the word before, if that fits
            let follows = j.checked_sub(1).filter(|&k| self.moved[k]).map(|k| self.of_b[k] as usize + 1);
            let fit = |i: &usize| a[*i].same(word);
            let found = left.iter().position(|i| Some(*i) == follows && fit(i)).or_else(|| left.iter().position(fit));
            if let Some(at) = found {
                let i = left.remove(at);
                self.join(i, j);
                self.moved[j] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Span;
    use crate::dedup::lexicon::Class;
    use crate::dedup::word::Joint;
    use proptest::prelude::*;

    fn word(key: u32, class: Class) -> Word {
        let span = Span::at("", 0, 0);
        Word { key, fact: 0, lead: 0, class, opens: false, closes: false, passive: false, joined: Joint::None, span }
    }

    /// Weight of the heaviest common subsequence, by trying all.
    fn heaviest(a: &[Word], b: &[Word]) -> u32 {
        match (a.split_first(), b.split_first()) {
            (Some((x, rest_a)), Some((y, rest_b))) => {
                let both = if x.same(y) { x.weight() + heaviest(rest_a, rest_b) } else { 0 };
                both.max(heaviest(rest_a, b)).max(heaviest(a, rest_b))
            }
            _ => 0,
        }
    }

    fn words() -> impl Strategy<Value = Vec<Word>> {
        let class = |key: u32| [Class::Name, Class::Plain, Class::Date, Class::Say][key as usize % 4];
        prop::collection::vec((1u32..7).prop_map(move |key| word(key, class(key))), 0..8)
    }

    proptest! {
        #[test]
        fn it_is_the_heaviest_common_subsequence_and_then_what_moved(a in words(), b in words()) {
            let mut alignment = Alignment::default();
            alignment.align(&a, &b);
            let fixed: Vec<(usize, usize)> =
                (0..b.len()).filter(|&j| alignment.of_b[j] != NONE && !alignment.moved[j]).map(|j| (alignment.of_b[j] as usize, j)).collect();
            prop_assert!(fixed.windows(2).all(|two| two[0].0 < two[1].0));
            prop_assert_eq!(fixed.iter().map(|&(_, j)| b[j].weight()).sum::<u32>(), heaviest(&a, &b));
            for (j, &i) in alignment.of_b.iter().enumerate().filter(|(_, i)| **i != NONE) {
                prop_assert!(a[i as usize].same(&b[j]) && alignment.of_a[i as usize] as usize == j);
            }
            prop_assert!((0..b.len()).all(|j| !alignment.moved[j] || b[j].weight() > 1));
            // nothing that both have is left, but for words that tell next to nothing
            let left = |words: &[Word], of: &[u16]| words.iter().zip(of).filter(|(w, of)| **of == NONE && w.weight() > 1).map(|(w, _)| w.key).collect::<Vec<_>>();
            let (left_a, left_b) = (left(&a, &alignment.of_a), left(&b, &alignment.of_b));
            prop_assert!(!left_a.iter().any(|key| left_b.contains(key)));
        }
    }

    #[test]
    fn what_moves_together_stays_together() {
        // the second of the pair is the one behind the first, not the one that comes first
        let of = |keys: &[u32]| keys.iter().map(|&key| word(key, Class::Plain)).collect::<Vec<_>>();
        let (a, b) = (of(&[5, 6, 7, 8, 2, 3, 1, 2]), of(&[1, 2, 5, 6, 7, 8]));
        let mut alignment = Alignment::default();
        alignment.align(&a, &b);
        assert_eq!(alignment.moved, [true, true, false, false, false, false]);
        assert_eq!(alignment.of_b[..2], [6, 7]);
    }
}
