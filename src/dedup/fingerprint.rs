//! Fingerprints: numbers that stand for words, so that texts can be compared without keeping or copying them.
//!
//! The hash is FNV-1a with a final avalanche: short keys, no tables, the same on every machine.

/// Seed of the 32-bit FNV-1a hash.
const SEED: u32 = 0x811C_9DC5;
const PRIME: u32 = 0x0100_0193;

/// Spreads the bits of a hash evenly, so that "the smallest of them" is a fair sample (the finaliser of MurmurHash3).
pub(crate) fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    hash ^ hash >> 33
}

/// A hash that takes one byte after the other.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u32);

impl Hash {
    pub(crate) const fn new() -> Hash {
        Hash(SEED)
    }

    pub(crate) const fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32).wrapping_mul(PRIME);
    }

    /// The key; never 0, which stands for "none".
    pub(crate) const fn key(self) -> u32 {
        let key = self.0 ^ self.0 >> 15;
        if key == 0 { 1 } else { key }
    }
}

/// The key of some bytes as they stand.
pub(crate) fn key(bytes: &[u8]) -> u32 {
    let mut hash = Hash::new();
    for &byte in bytes {
        hash.byte(byte);
    }
    hash.key()
}

/// The key of a pair of keys, in order.
pub(crate) fn pair(first: u32, second: u32) -> u32 {
    (mix(u64::from(first) << 32 | u64::from(second)) as u32).max(1)
}

/// What an ASCII byte counts as in a word: letters in lower case, digits, signs of money and percent; 0 for what stands between words.
const FOLDED: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'$' || byte == b'%' {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Adds a word to the hash of all words before it.
pub(crate) fn follow(all: u64, word: u64) -> u64 {
    (all.rotate_left(7) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The hash of three words in a row, evenly spread.
pub(crate) fn triple(first: u64, second: u64, third: u64) -> u64 {
    let mut hash = first.rotate_left(40) ^ second.rotate_left(20) ^ third;
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^= hash >> 32;
    hash.wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Calls `word` with the hash of every word of the text: runs of letters and digits in lower case, apostrophes inside
/// them left out, so that neither the style of quotation marks nor spacing nor punctuation makes a difference.
pub(crate) fn words(text: &str, mut word: impl FnMut(u64)) {
    const STEP: u64 = 0x517C_C1B7_2722_0A95;
    let bytes = text.as_bytes();
    let (mut hash, mut at) = (0u64, 0);
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            if FOLDED[byte as usize] != 0 {
                for &folded in bytes[at..].iter().map_while(|&byte| FOLDED.get(byte as usize)).take_while(|&&folded| folded != 0) {
                    hash = (hash.rotate_left(5) ^ u64::from(folded)).wrapping_mul(STEP);
                    at += 1;
                }
                continue;
            }
            at += 1;
            let digits = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
            if byte == b'\'' || (matches!(byte, b'.' | b',') && at >= 2 && digits(at - 2) && digits(at)) {
                // "1,200" and "1200" are one; "4.5" and "45" are not
                if byte == b'.' {
                    hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(STEP);
                }
                continue;
            }
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            if matches!(c, '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00AD}') {
                continue;
            }
            // dashes, quotation marks and spaces are common, and no letter is among them
            if !('\u{2000}'..='\u{206F}').contains(&c) && c.is_alphanumeric() || matches!(c, '€' | '£' | '¥') {
                for lower in c.to_lowercase() {
                    hash = (hash.rotate_left(5) ^ u64::from(lower as u32)).wrapping_mul(STEP);
                }
                continue;
            }
        }
        if hash != 0 {
            word(hash);
            hash = 0;
        }
    }
    if hash != 0 {
        word(hash);
    }
}

/// One number for all the words of a text, in order; 0 for a text without words.
pub(crate) fn text(text: &str) -> u64 {
    let mut all = 0u64;
    words(text, |word| all = follow(all, word));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_count() {
        for (a, b, same) in [
            ("“It’s over,” she said.", "'Its over' - she said", true),
            ("GATE OPENS EARLY", "Gate opens early.", true),
            ("1,200 boats", "1200 boats", true),
            ("4.5 percent", "45 percent", false),
            ("5 percent", "5% percent", false),
            ("Łódź votes", "łódź  votes!", true),
            ("a b", "ab", false),
            ("", " . ", true),
        ] {
            assert_eq!(text(a) == text(b), same, "{a} / {b}");
        }
    }
}
