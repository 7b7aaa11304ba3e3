//! A list: a few words that a reader of values asks for where they stand, whatever their capitals. Most words are turned away by their first letter
//! and their length.

/// Words parted by spaces.
pub struct List {
    words: &'static str,
    /// First bytes of the words as small letters, modulo 64, as bits.
    firsts: u64,
    /// Lengths of the words in bytes, as bits.
    lengths: u64,
}

/// The [`List`] of these words, made when compiling.
macro_rules! list {
    ($words:expr) => {
        const { &$crate::highlight::values::list::List::of($words) }
    };
}
pub(super) use list;

impl List {
    /// The list of these words, each shorter than 64 bytes.
    pub const fn of(words: &'static str) -> List {
        let bytes = words.as_bytes();
        let (mut firsts, mut lengths, mut start, mut at) = (0, 0, 0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                assert!(at > start && at - start < 64);
                firsts |= first(bytes[start]);
                lengths |= 1 << (at - start);
                start = at + 1;
            }
            at += 1;
        }
        List { words, firsts, lengths }
    }

    /// Whether a word is one of the list, in any case of its ASCII letters.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        match word.as_bytes() {
            [byte, ..] if word.len() < 64 => self.firsts & first(*byte) != 0 && self.lengths >> word.len() & 1 == 1 && self.holds(word),
            _ => false,
        }
    }

    #[inline(never)]
    fn holds(&self, word: &str) -> bool {
        self.words.as_bytes().split(|&byte| byte == b' ').any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
    }
}

/// The bit of a first byte, the same for a small letter and its capital.
const fn first(byte: u8) -> u64 {
    1 << ((byte | 32) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_words_in_any_case() {
        static WORDS: List = List::of("km Miss — % 's north-east");
        for word in ["km", "KM", "miss", "—", "%", "'S", "North-East"] {
            assert!(WORDS.has(word), "{word}");
        }
        for word in ["", "k", "kmh", "–", "north", "east", "s", " ", "km Miss", &"k".repeat(70)] {
            assert!(!WORDS.has(word), "{word}");
        }
    }
}
