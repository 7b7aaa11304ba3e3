//! A table: what is known by the hash of a word. One compiled map for every stage that looks words up; each keeps its facts in a list of its own and
//! their places, from 1, in the table.

/// Numbers above 0 by hash; 0 is "nothing". Open addressing with linear probing.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// A power of two of them, or none; a number of 0 marks a free slot.
    slots: Vec<(u64, u32)>,
    taken: usize,
}

/// Fewest slots, so that small tables grow seldom.
const FEWEST: usize = 16;

impl Table {
    /// A table with room for so many entries.
    pub fn with_room(entries: usize) -> Table {
        Table { slots: vec![(0, 0); (entries * 2).next_power_of_two()], taken: 0 }
    }

    /// The number kept for `key`, 0 where there is none.
    #[inline(never)]
    pub fn get(&self, key: u64) -> u32 {
        if self.slots.is_empty() { 0 } else { self.slots[self.place(key)].1 }
    }

    /// Where the number of `key` is kept, to be set.
    #[inline(never)]
    pub fn at(&mut self, key: u64) -> &mut u32 {
        if self.taken * 4 >= self.slots.len() * 3 {
            let more = vec![(0, 0); (self.slots.len() * 2).max(FEWEST)];
            for (key, number) in std::mem::replace(&mut self.slots, more) {
                if number != 0 {
                    let place = self.place(key);
                    self.slots[place] = (key, number);
                }
            }
        }
        let place = self.place(key);
        let slot = &mut self.slots[place];
        if slot.1 == 0 {
            slot.0 = key;
            self.taken += 1;
        }
        &mut slot.1
    }

    /// What `list` keeps for `key`: there already, or added to it.
    pub fn entry<'l, T: Default>(&mut self, key: u64, list: &'l mut Vec<T>) -> &'l mut T {
        let number = self.at(key);
        if *number == 0 {
            list.push(T::default());
            *number = list.len() as u32;
        }
        &mut list[*number as usize - 1]
    }

    /// What `list` keeps for `key`, if anything.
    pub fn find<'l, T>(&self, key: u64, list: &'l [T]) -> Option<&'l T> {
        list.get((self.get(key) as usize).wrapping_sub(1))
    }

    /// The slot of `key`, or the free one where it belongs. There always is a free one.
    fn place(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 6.4): the upper half of the product depends on all bits of the key
        let mut place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & last;
        while self.slots[place].1 != 0 && self.slots[place].0 != key {
            place = (place + 1) & last;
        }
        place
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
        assert_eq!(table.get(5), 0);
        let mut roomy = Table::with_room(3);
        *roomy.at(0) = 9;
        assert_eq!((roomy.get(0), roomy.get(1)), (9, 0));
    }
}
