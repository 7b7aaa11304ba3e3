//! Few: a short list of words that is asked of most words of a text. What begins or is as long as none of the list is turned away at once.

/// A list of words.
pub struct Few {
    words: &'static [&'static str],
    /// First bytes of the words, modulo 64, as bits.
    firsts: u64,
    /// Lengths of the words in bytes, as bits.
    lengths: u64,
}

impl Few {
    /// The list of these words, none empty and none of 64 bytes or more.
    pub const fn of(words: &'static [&'static str]) -> Few {
        let (mut firsts, mut lengths, mut at) = (0, 0, 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(!word.is_empty() && word.len() < 64);
            firsts |= 1 << (word[0] & 63);
            lengths |= 1 << word.len();
            at += 1;
        }
        Few { words, firsts, lengths }
    }

    /// Whether a word is one of the list.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        match word.as_bytes().first() {
            Some(first) if word.len() < 64 => self.firsts >> (first & 63) & self.lengths >> word.len() & 1 == 1 && self.holds(word),
            _ => false,
        }
    }

    #[inline(never)]
    fn holds(&self, word: &str) -> bool {
        self.words.iter().any(|other| other.len() == word.len() && *other == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_words_alone() {
        static WORDS: Few = Few::of(&["north", "km", "—", "Miss"]);
        for word in ["north", "km", "—", "Miss"] {
            assert!(WORDS.has(word), "{word}");
        }
        for word in ["", "n", "norte", "North", "kn", "–", "miss", &"n".repeat(64), &"n".repeat(69)] {
            assert!(!WORDS.has(word), "{word}");
        }
    }
}
