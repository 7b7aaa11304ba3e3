//! Synonyms: words that stand for one another in one of their common senses, from WordNet (Miller, "WordNet: A Lexical Database for English", 1995), where it
//! agrees from the Moby Thesaurus (Ward 1996), and from a list of what news writers exchange.

use super::fingerprint::pair;
use super::keys::Keys;
use super::lexicon::{LEXICON, raw};
use super::numbers;
use super::stem::stem;
use rustc_hash::FxHashMap;
use std::sync::{LazyLock, OnceLock};

/// Groups of words: for each key the numbers of those that it stands in.
type Groups = FxHashMap<u32, Vec<u16>>;

static ALIKE: LazyLock<Groups> = LazyLock::new(|| {
    let files = [
        include_str!("data/synonyms.txt"),
        include_str!("data/close.txt"),
        include_str!("data/paraphrases.txt"),
        include_str!("data/demonyms.txt"),
    ];
    let mut groups = Groups::default();
    let lines = files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
    for (number, line) in lines.enumerate() {
        for word in line.split(' ') {
            // "break_up": a verb and its particle, or any phrase
            let key = word.split('_').map(key_of).reduce(pair).unwrap_or_default();
            let of = groups.entry(key).or_default();
            if of.last() != Some(&(number as u16)) {
                of.push(number as u16);
            }
            // a phrase that the lexicon reads as one word
            if word.contains('_') {
                groups.entry(raw(word, false)).or_default().push(number as u16);
            }
        }
    }
    groups
});

/// The key that the normaliser gives a word in small letters, or a number in digits.
pub(crate) fn key_of(word: &str) -> u32 {
    if let Some((worth, "")) = numbers::digits(word) {
        return numbers::key_of(worth);
    }
    let stemmed = stem(word);
    LEXICON.word(raw(word, false)).or_else(|| LEXICON.stem(stemmed)).map_or(stemmed, |entry| entry.key)
}

/// A few words, by their keys.
pub(crate) struct Few {
    words: &'static str,
    keys: OnceLock<Keys>,
}

impl Few {
    /// The words of a list, with blanks between them.
    pub(crate) const fn new(words: &'static str) -> Few {
        Few { words, keys: OnceLock::new() }
    }

    /// Whether a key is that of one of them.
    #[inline(never)]
    pub(crate) fn holds(&self, key: u32) -> bool {
        self.keys.get_or_init(|| Keys::of(self.words.split(' ').map(key_of).collect())).holds(key)
    }
}

/// Whether a key stands in any group.
pub(crate) fn grouped(key: u32) -> bool {
    ALIKE.contains_key(&key)
}

/// Whether two words, by their keys, share a sense. The key of a phrase is the [`pair`] of its first word and the next, of that and the third.
pub(crate) fn alike(a: u32, b: u32) -> bool {
    shared(senses(a), senses(b))
}

/// The groups that a key stands in.
pub(crate) fn senses(key: u32) -> &'static [u16] {
    ALIKE.get(&key).map_or(&[], Vec::as_slice)
}

/// Whether one of the [`senses`] is the same.
pub(crate) fn shared(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|group| b.contains(group))
}

/// Endings that make one word of another without changing what is told: "to introduce", "the introduction".
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "e", "s", "es", "ed", "d", "ing", "er", "ers", "r", "rs", "or", "ors", "ion", "ions", "tion", "ation", "ations", "ment", "ments", "al", "ial", "ance", "ence",
    "ly", "y", "ies", "ied", "ity", "ness", "ist", "ists", "ure", "st", "ic", "ical", "ive", "age", "ian", "ians", "ese", "an", "n", "ish", "i", "ful",
    "ern", "ee", "ees", "oral", "ility", "le", "ary", "ward", "wards",
];

/// Whether two words are of one root, as far as their endings tell.
pub(crate) fn derived(a: &str, b: &str) -> bool {
    let most = a.bytes().zip(b.bytes()).take_while(|(x, y)| x.eq_ignore_ascii_case(y)).count();
    let known = |end: &str| ENDINGS.iter().any(|e| e.eq_ignore_ascii_case(end));
    // both endings may begin alike: "reaction", "reacting"
    (most.saturating_sub(1).max(4)..=most).any(|same| {
        let (Some(x), Some(y)) = (a.get(same..), b.get(same..)) else { return false };
        same * 5 >= a.len().min(b.len()) * 3 && known(x) && known(y)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_sense() {
        for (a, b, expected) in
            [("trouble", "difficulty", true), ("vanish", "disappear", true), ("rise", "fall", false), ("approve", "reject", false)]
        {
            assert_eq!(alike(key_of(a), key_of(b)), expected, "{a} {b}");
        }
    }

    #[test]
    fn opposites_are_never_alike() {
        let mut pairs = 0;
        for line in include_str!("data/opposites.txt").lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            for (i, x) in words.iter().enumerate() {
                for y in &words[i + 1..] {
                    assert!(!alike(key_of(x), key_of(y)), "{x} {y}");
                    pairs += 1;
                }
            }
        }
        assert!(pairs > 500);
    }

    #[test]
    fn words_of_one_root() {
        for (a, b, expected) in [
            ("introduce", "introduction", true),
            ("farmer", "farms", true),
            ("Brazil", "Brazilian", true),
            ("county", "countries", false),
            ("port", "portray", false),
        ] {
            assert_eq!(derived(a, b), expected, "{a} {b}");
        }
    }
}
