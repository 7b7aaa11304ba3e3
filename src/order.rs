//! Order: sorting by a key, with one compiled sort for the whole core.
//!
//! The standard library's sorts are generic, and each element type they meet costs about 4 KB in the .wasm. Here a row of (key, place) is sorted, once compiled,
//! and the items are moved after it.

/// Sorts by `key`; items of equal keys keep their order.
///
/// ```
/// let mut words = ["tide", "gate", "sea", "harbour"];
/// glosswire::order::by(&mut words, |word| word.len() as u64);
/// assert_eq!(words, ["sea", "tide", "gate", "harbour"]);
/// ```
pub fn by<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if items.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])) {
        return;
    }
    let mut order: Vec<(u64, u32)> = items.iter().map(key).zip(0..).collect();
    sort(&mut order);
    // follow each cycle of the permutation; a place that is done points at itself
    for place in 0..order.len() {
        let mut at = place;
        loop {
            let from = order[at].1 as usize;
            order[at].1 = at as u32;
            if from == place {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts keys alone.
pub fn keys(keys: &mut [u64]) {
    keys.sort_unstable();
}

#[inline(never)]
fn sort(order: &mut [(u64, u32)]) {
    order.sort_unstable();
}

/// Two numbers as one key: by the first, then by the second.
pub fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64 & 0xFFFF_FFFF
}

/// A key by which numbers rise, negative ones and infinities too.
pub fn rising(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// A key by which numbers fall.
pub fn falling(number: f64) -> u64 {
    !rising(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_library() {
        let mut state = 7u64;
        for length in [0, 1, 2, 3, 10, 1000] {
            let mut items: Vec<(u64, usize)> = (0..length)
                .map(|place| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 60, place)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort();
            by(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn keys_of_numbers() {
        let numbers = [f64::NEG_INFINITY, -2.5, -0.0, 0.5, 3.0, f64::INFINITY];
        assert!(numbers.windows(2).all(|pair| rising(pair[0]) < rising(pair[1]) && falling(pair[0]) > falling(pair[1])));
        assert!(pair(1, 9) < pair(2, 0) && pair(2, 0) < pair(2, 1));
    }
}
