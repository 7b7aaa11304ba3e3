//! Keys: a set of words or pairs of words that an article has, as their keys in order.

use crate::order;

/// A set of keys.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    /// A bit for the lower bits of every key: most keys are turned away by it.
    sieve: [u64; 4],
    keys: Vec<u64>,
}

/// Where the sieve has the bit of a key.
fn bit(key: u32) -> (usize, u32) {
    ((key >> 6 & 3) as usize, key & 63)
}

impl Keys {
    /// The set of these.
    pub(crate) fn of(keys: Vec<u32>) -> Keys {
        let mut sieve = [0; 4];
        for (at, shift) in keys.iter().copied().map(bit) {
            sieve[at] |= 1 << shift;
        }
        let mut keys: Vec<u64> = keys.into_iter().map(u64::from).collect();
        order::keys(&mut keys);
        keys.dedup();
        Keys { sieve, keys }
    }

    /// Whether a key is one of them.
    pub(crate) fn holds(&self, key: u32) -> bool {
        let (at, shift) = bit(key);
        self.sieve[at] >> shift & 1 == 1 && self.keys.binary_search(&u64::from(key)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_it_was_made_of() {
        let keys: Vec<u32> = (0..300u32).map(|n| n.wrapping_mul(0x9E37_79B1)).collect();
        let set = Keys::of(keys.iter().step_by(3).copied().collect());
        for (n, &key) in keys.iter().enumerate() {
            assert_eq!(set.holds(key), n % 3 == 0, "{key}");
        }
        assert!(!Keys::default().holds(0) && Keys::of(vec![0, 0]).holds(0));
    }
}
