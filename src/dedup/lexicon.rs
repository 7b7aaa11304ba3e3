//! Lexicon: what a difference in a word means, and which words and phrases stand for one another.
//!
//! Two data files: `lexicon.txt` puts closed-class words into classes, `variants.txt` lists what writers exchange freely.

use super::fingerprint::key;
use super::stem::stem;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word does in a sentence, as far as it decides whether a difference is harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// May come, go or be exchanged.
    Glue,
    /// Announces a link or a repeat.
    Label,
    /// A word with a meaning of its own.
    Plain,
    /// A word of a name.
    Name,
    /// A number.
    Number,
    /// A word of the calendar.
    Date,
    /// A title before a name.
    Title,
    /// He or she.
    Pronoun,
    /// A verb of saying.
    Say,
    /// A preposition of direction.
    Relator,
    /// A preposition that may not come or go.
    Weighty,
    /// Not, never, no.
    Negation,
    /// Will, may, probably.
    Modal,
    /// All, some, nearly.
    Scope,
    /// Turns what follows round.
    Bearing,
}

impl Class {
    /// Whether the word changes what a sentence claims, however small it is.
    pub(crate) fn guards(self) -> bool {
        matches!(self, Class::Weighty | Class::Negation | Class::Modal | Class::Scope | Class::Bearing)
    }

    fn named(name: &str) -> Option<Class> {
        Some(match name {
            "glue" => Class::Glue,
            "label" => Class::Label,
            "date" => Class::Date,
            "title" => Class::Title,
            "pronoun" => Class::Pronoun,
            "relator" => Class::Relator,
            "weighty" => Class::Weighty,
            "negation" => Class::Negation,
            "modal" => Class::Modal,
            "scope" => Class::Scope,
            "bearing" => Class::Bearing,
            _ => return None,
        })
    }
}

/// What the lexicon knows of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// Key of the word that stands for all its variants.
    pub(crate) key: u32,
}

/// A phrase: the keys of its words after the first.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) rest: Vec<u32>,
    pub(crate) entry: Entry,
}

/// The two files, parsed.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: FxHashMap<u32, Entry>,
    stems: FxHashMap<u32, Entry>,
    phrases: FxHashMap<u32, Vec<Phrase>>,
    misread: Vec<(&'static str, &'static str)>,
}

/// The lexicon of the program.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    let classes = include_str!("data/lexicon.txt");
    for line in classes.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once(' ') else { continue };
        let Some(class) = Class::named(name) else {
            lexicon.misread.extend(words.split_whitespace().filter_map(|pair| pair.split_once('/')));
            continue;
        };
        for word in words.split_whitespace() {
            lexicon.put(word, Entry { class, key: raw_of(word) });
        }
    }
    let variants = include_str!("data/variants.txt");
    for line in variants.lines().filter(|line| !line.starts_with('#')) {
        let Some(first) = line.split_whitespace().next() else { continue };
        // the class comes from the lexicon if any of the group stands there
        let known = line.split_whitespace().find_map(|word| lexicon.words.get(&raw_of(word)).map(|e| e.class));
        let class = if first == "say" { Class::Say } else { known.unwrap_or(Class::Plain) };
        let entry = Entry { class, key: raw_of(first) };
        for word in line.split_whitespace() {
            lexicon.put(word, entry);
        }
    }
    for phrases in lexicon.phrases.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
    lexicon
});

/// The key of an entry of the files: one for a word or a whole phrase.
fn raw_of(word: &str) -> u32 {
    raw(word, false)
}

/// The key of a word as it is written, but for case, apostrophes and stops. "US" and "U.S." are not "us", "a.m." is not "am".
pub(crate) fn raw(word: &str, upper: bool) -> u32 {
    let mut hash = super::fingerprint::Hash::new();
    let (mut stops, mut letters) = (false, 0usize);
    for c in word.chars() {
        match c {
            '.' => stops = true,
            '\'' | '\u{2019}' | '\u{02BC}' => {}
            _ if c.is_ascii() => {
                letters += 1;
                hash.byte(c.to_ascii_lowercase() as u8);
            }
            _ => {
                letters += 2;
                let mut utf8 = [0; 4];
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut utf8).bytes().for_each(|byte| hash.byte(byte));
                }
            }
        }
    }
    if letters == 2 && (stops || upper) && word.len() <= 4 && matches!(word.as_bytes()[0], b'U' | b'u' | b'a' | b'A') {
        hash.byte(b'.');
    }
    hash.key()
}

impl Lexicon {
    fn put(&mut self, word: &str, entry: Entry) {
        if let Some((first, rest)) = word.split_once('_') {
            let rest = rest.split('_').map(raw_of).collect();
            self.phrases.entry(raw_of(first)).or_default().push(Phrase { rest, entry });
            return;
        }
        let known = self.words.entry(raw_of(word)).or_insert(entry);
        // a class word may also be a variant: it keeps its class and takes the group's key
        if known.key == raw_of(word) {
            known.key = entry.key;
        }
        if entry.class == Class::Plain || entry.class == Class::Say || entry.class == Class::Bearing {
            self.stems.entry(stem(word)).or_insert(entry);
        }
    }

    /// What is known of a word, by its key as written.
    pub(crate) fn word(&self, raw: u32) -> Option<Entry> {
        self.words.get(&raw).copied()
    }

    /// What is known of a word, by the key of its stem.
    pub(crate) fn stem(&self, stem: u32) -> Option<Entry> {
        self.stems.get(&stem).copied()
    }

    /// Phrases that begin with a word, longest first.
    pub(crate) fn phrases(&self, raw: u32) -> &[Phrase] {
        self.phrases.get(&raw).map_or(&[], Vec::as_slice)
    }

    /// Whether two words that look like one misspelt are two words.
    pub(crate) fn misread(&self, a: &str, b: &str) -> bool {
        self.misread.iter().any(|&(x, y)| (a.starts_with(x) && b.starts_with(y)) || (a.starts_with(y) && b.starts_with(x)))
    }
}

/// The key of a word that the data files also use.
pub(crate) fn known(word: &str) -> u32 {
    LEXICON.word(raw_of(word)).map_or_else(|| key(word.as_bytes()), |entry| entry.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_share_a_key() {
        for (a, b) in [("said", "stated"), ("bought", "purchase"), ("u.k", "uk"), ("gop", "republican"), ("per", "per")] {
            assert_eq!(known(a), known(b), "{a} {b}");
        }
        assert_ne!(known("rose"), known("fell"));
        assert_ne!(raw("us", false), raw("US", true));
        assert_eq!(raw("U.S.", true), raw("US", true));
        assert_eq!(LEXICON.word(raw("not", false)).map(|e| e.class), Some(Class::Negation));
    }
}
