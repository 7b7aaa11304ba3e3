//! Running text: in how many of the lines that make it (the long ones, those of the body) each word stands. A line that speaks of the same things
//! has words of it.

use super::features::{scale, share};
use rustc_hash::FxHashMap;

/// Words of some of the lines (the long ones, those of the body): how many lines have each.
#[derive(Default)]
pub(super) struct Running {
    index: FxHashMap<u64, u32>,
    /// (lines with the word, the last of them).
    words: Vec<(u32, u32)>,
}

impl Running {
    /// Notes that a word stands in a line.
    pub(super) fn add(&mut self, word: u32, row: u32) {
        let at = *self.index.entry(u64::from(word)).or_insert(self.words.len() as u32) as usize;
        match self.words.get_mut(at) {
            Some(known) if known.1 != row => *known = (known.0 + 1, row),
            Some(_) => {}
            None => self.words.push((1, row)),
        }
    }

    /// How many of the lines have a word.
    fn lines(&self, word: u32) -> u32 {
        self.index.get(&u64::from(word)).map_or(0, |&at| self.words[at as usize].0)
    }

    /// The share of these words that other lines have too, and how many lines have one. `own`: the words are of one of the lines themselves.
    pub(super) fn told(&self, words: &[u32], own: bool) -> (u8, u8) {
        let (mut shared, mut weight) = (0u64, 0u64);
        for &word in words {
            let others = self.lines(word).saturating_sub(u32::from(own));
            shared += u64::from(others > 0);
            weight += u64::from(others);
        }
        let all = words.len() as u64;
        (share(shared, all), scale(weight * 8 / all.max(1)))
    }
}
