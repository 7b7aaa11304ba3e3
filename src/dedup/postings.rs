//! Postings: what stands under a key, as an inverted index keeps it. A key that very many things have leads to the first of them only, so
//! that a look-up is bounded however much was put in.

use rustc_hash::FxHashMap;

/// No posting.
const NONE: u32 = u32::MAX;

/// An inverted index from 64-bit keys to numbers.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Key -> its place in `heads`.
    keys: FxHashMap<u64, u32>,
    /// (last posting, how many).
    heads: Vec<(u32, u32)>,
    /// (item, posting before).
    links: Vec<(u32, u32)>,
}

impl Postings {
    /// Puts an item under a key, unless it was the last put there or `most` are there already.
    pub(crate) fn put(&mut self, key: u64, item: usize, most: u32) {
        let at = *self.keys.entry(key).or_insert(self.heads.len() as u32) as usize;
        if at == self.heads.len() {
            self.heads.push((NONE, 0));
        }
        let head = &mut self.heads[at];
        let repeated = self.links.get(head.0 as usize).is_some_and(|last| last.0 == item as u32);
        if head.1 < most && !repeated {
            self.links.push((item as u32, head.0));
            *head = (self.links.len() as u32 - 1, head.1 + 1);
        }
    }

    /// What stands under a key, the last first; none if nothing was ever put there.
    pub(crate) fn get(&self, key: u64) -> Option<Posted<'_>> {
        let &(next, count) = self.heads.get(*self.keys.get(&key)? as usize)?;
        Some(Posted { links: &self.links, next, count })
    }
}

/// What stands under one key.
#[derive(Debug, Clone)]
pub(crate) struct Posted<'p> {
    links: &'p [(u32, u32)],
    next: u32,
    /// How many there are.
    pub(crate) count: u32,
}

impl Iterator for Posted<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let &(item, before) = self.links.get(self.next as usize)?;
        self.next = before;
        Some(item as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounded_and_without_repeats() {
        let mut all = Postings::default();
        for (key, item) in [(7, 1), (9, 1), (7, 1), (7, 2), (7, 3), (7, 4)] {
            all.put(key, item, 3);
        }
        assert_eq!(all.get(7).map(|of| (of.count, of.collect::<Vec<_>>())), Some((3, vec![3, 2, 1])));
        assert_eq!(all.get(9).map(Iterator::count), Some(1));
        assert!(all.get(8).is_none());
    }
}
