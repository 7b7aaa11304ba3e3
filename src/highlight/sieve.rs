//! A sieve: turns away most words that a long list lacks by their first letter, their last letter and their length, before they are hashed.

/// What the words of a list begin and end with, and how long they are.
#[derive(Debug, Clone)]
pub struct Sieve(Vec<u32>);

impl Default for Sieve {
    fn default() -> Sieve {
        Sieve(vec![0; 1 << (2 * LETTER)])
    }
}

/// Bits of a byte that are looked at: those in which a letter and its capital are one.
const LETTER: u32 = 5;

/// The place of a word in the sieve, and its bit there; nothing for an empty word.
#[inline]
fn place(word: &[u8]) -> Option<(usize, u32)> {
    let (first, last) = (*word.first()?, *word.last()?);
    let letter = |byte: u8| usize::from(byte) & ((1 << LETTER) - 1);
    Some((letter(first) << LETTER | letter(last), 1 << word.len().min(31)))
}

impl Sieve {
    /// Lets a word of the list through from now on, whatever its case.
    pub fn add(&mut self, word: &str) {
        if let Some((at, bit)) = place(word.as_bytes()) {
            self.0[at] |= bit;
        }
    }

    /// Whether a word may be one of the list in any case of its ASCII letters.
    #[inline]
    pub fn passes(&self, word: &str) -> bool {
        place(word.as_bytes()).is_some_and(|(at, bit)| self.0[at] & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_its_words_in_any_case() {
        let mut sieve = Sieve::default();
        let words = ["said", "according", "a", "co-operate", "größe", &"long".repeat(20)];
        words.iter().for_each(|word| sieve.add(word));
        for word in words {
            assert!(sieve.passes(word) && sieve.passes(&word.to_ascii_uppercase()), "{word}");
        }
        for word in ["", "sand on", "harbour", "b", "accordion"] {
            assert!(!sieve.passes(word), "{word}");
        }
    }
}
