//! Keys: a set of words or pairs of words that an article has, as their keys in order.

use crate::order;

/// A set of keys.
#[derive(Debug, Default)]
pub(crate) struct Keys(Vec<u64>);

impl Keys {
    /// The set of these.
    pub(crate) fn of(keys: Vec<u32>) -> Keys {
        let mut keys: Vec<u64> = keys.into_iter().map(u64::from).collect();
        order::keys(&mut keys);
        keys.dedup();
        Keys(keys)
    }

    /// Whether a key is one of them.
    pub(crate) fn holds(&self, key: u32) -> bool {
        self.0.binary_search(&u64::from(key)).is_ok()
    }
}
