//! Hashes: words and their forms in 32 bits, from which features are made. The weights of the model hang on them.

/// Joins two hashes.
pub(super) fn mix(a: u32, b: u32) -> u32 {
    let x = (a.rotate_left(13) ^ b).wrapping_mul(0x9E37_79B1);
    x ^ (x >> 15)
}

/// Makes 32 bits of 64.
pub(super) fn narrow(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// Hash of some bytes of a word as they are: FNV-1a (Fowler, Noll, Vo; public domain), stirred once more.
pub(super) fn bytes(word: &[u8]) -> u32 {
    let mut state = 0x811C_9DC5u32;
    for &byte in word {
        state = (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    state ^ (state >> 15)
}

/// The form of a word: runs of capitals, letters, digits and other signs, and its length up to 4.
pub(super) fn form(word: &str) -> u32 {
    let (mut state, mut last, mut runs) = (7u32, 0u32, 0);
    // nearly all are small letters after the first
    for c in word.chars() {
        if last == 2 && c.is_ascii_lowercase() {
            continue;
        }
        let class = match c {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ => 4 + c as u32,
        };
        if class != last && runs < 8 {
            state = state.wrapping_mul(131).wrapping_add(class);
            runs += 1;
        }
        last = class;
    }
    mix(state, word.len().min(4) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_tell_runs_and_short_lengths() {
        for (same, other) in
            [("Rubio", "Lavrov"), ("NATO", "OPEC"), ("F-16", "B-52"), ("McCain", "DeVries"), ("Çelik", "Paris"), ("1998", "20,000")]
        {
            assert_eq!(form(same) == form(other), same != "1998", "{same} {other}");
        }
        for (one, other) in [("EU", "NATO"), ("Rubio", "RUBIO"), ("Rubio", "rubio"), ("F-16", "F16"), ("St", "Saint")] {
            assert_ne!(form(one), form(other), "{one} {other}");
        }
    }
}
