//! A table: what is known by the hash of a word. One compiled map for every stage that looks words up; each keeps its facts in a list of its own and
//! their places, from 1, in the table.

use rustc_hash::FxHashMap;

/// Numbers above 0 by hash; 0 is "nothing".
#[derive(Debug, Clone, Default)]
pub struct Table(FxHashMap<u64, u32>);

impl Table {
    /// A table with room for so many entries.
    pub fn with_room(entries: usize) -> Table {
        Table(FxHashMap::with_capacity_and_hasher(entries, rustc_hash::FxBuildHasher))
    }

    /// The number kept for `key`, 0 where there is none.
    #[inline(never)]
    pub fn get(&self, key: u64) -> u32 {
        self.0.get(&key).copied().unwrap_or(0)
    }

    /// Where the number of `key` is kept, to be set.
    #[inline(never)]
    pub fn at(&mut self, key: u64) -> &mut u32 {
        self.0.entry(key).or_default()
    }

    /// What `list` keeps for `key`: there already, or added to it.
    pub fn entry<'l, T: Default>(&mut self, key: u64, list: &'l mut Vec<T>) -> &'l mut T {
        let number = self.number(key, list);
        &mut list[number as usize - 1]
    }

    /// The place, from 1, of what `list` keeps for `key`: there already, or added to it.
    pub fn number<T: Default>(&mut self, key: u64, list: &mut Vec<T>) -> u32 {
        let number = self.at(key);
        if *number == 0 {
            list.push(T::default());
            *number = list.len() as u32;
        }
        *number
    }

    /// What `list` keeps for `key`, if anything.
    pub fn find<'l, T>(&self, key: u64, list: &'l [T]) -> Option<&'l T> {
        list.get((self.get(key) as usize).wrapping_sub(1))
    }

    /// What `list` keeps for `key`, if anything, to be changed.
    pub fn find_mut<'l, T>(&self, key: u64, list: &'l mut [T]) -> Option<&'l mut T> {
        list.get_mut((self.get(key) as usize).wrapping_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_and_finds() {
        let (mut table, mut list) = (Table::default(), Vec::<u64>::new());
        assert_eq!((table.get(7), table.find(7, &list)), (0, None));
        for key in 0..1000u64 {
            *table.entry(key << 40, &mut list) += key;
            *table.entry(key << 40, &mut list) += 1;
        }
        assert_eq!(list.len(), 1000);
        assert!((0..1000u64).all(|key| table.find(key << 40, &list) == Some(&(key + 1))));
        assert_eq!((table.get(5), table.find_mut(5, &mut list)), (0, None));
        *table.find_mut(7 << 40, &mut list).expect("was added") = 0;
        assert_eq!(table.find(7 << 40, &list), Some(&0));
        assert_eq!(table.number(7 << 40, &mut list), 8);
        let mut roomy = Table::with_room(3);
        *roomy.at(0) = 9;
        assert_eq!((roomy.get(0), roomy.get(1)), (9, 0));
    }
}
