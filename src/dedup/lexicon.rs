//! Lexicon: what a difference in a word means, and which words and phrases stand for one another.
//!
//! Two data files: `lexicon.txt` puts closed-class words into classes, `variants.txt` lists what writers exchange freely. A line of `lexicon.txt` is a
//! class and its words, all in lower case; several words in one entry are joined by "_". "misread" lists pairs that look like slips of the pen but are none.
//! A line of `variants.txt` is a group of which the first word stands for all: words and phrases, irregular forms, spellings that no rule folds, abbreviations.

use super::numbers;
use super::stem::stem;
use crate::order;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

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

/// A phrase: the keys of its words.
#[derive(Debug)]
pub(crate) struct Phrase {
    first: u32,
    pub(crate) rest: Vec<u32>,
    pub(crate) entry: Entry,
}

/// All that is known of a word as it is written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) entry: Option<Entry>,
    /// What it is worth as a number, and whether it is ordinal or vague.
    pub(crate) number: Option<(f64, bool)>,
    /// The phrases that it begins, longest first.
    phrases: Range<usize>,
}

/// The months in order, with blanks between them.
pub(crate) const MONTHS: &str = "january february march april may june july august september october november december";

/// The two files, parsed.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// Key, with what it is the key of in the upper half -> place in `written` or `stems`.
    index: FxHashMap<u64, u32>,
    written: Vec<Written>,
    stems: Vec<Entry>,
    /// By their first words; of equal ones the longest first.
    phrases: Vec<Phrase>,
    misread: Vec<(&'static str, &'static str)>,
}

/// What a key of the index is the key of: a word as it is written, or a stem.
const WRITTEN: u64 = 0;
const STEM: u64 = 1 << 32;

/// The lexicon of the program.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (name, words) in lines(include_str!("data/lexicon.txt")) {
        let Some(class) = Class::named(name) else {
            lexicon.misread.extend(words.split_whitespace().filter_map(|pair| pair.split_once('/')));
            continue;
        };
        for word in words.split_whitespace() {
            lexicon.put(word, Entry { class, key: raw_of(word) });
        }
    }
    for (first, others) in lines(include_str!("data/variants.txt")) {
        let group = || std::iter::once(first).chain(others.split_whitespace());
        // the class comes from the lexicon if any of the group stands there
        let known = group().find_map(|word| lexicon.word(raw_of(word)));
        let class = if first == "say" { Class::Say } else { known.map_or(Class::Plain, |entry| entry.class) };
        let entry = Entry { class, key: raw_of(first) };
        group().for_each(|word| lexicon.put(word, entry));
    }
    order::by(&mut lexicon.phrases, |phrase| order::pair(phrase.first as usize, usize::MAX - phrase.rest.len()));
    for (word, number) in numbers::words() {
        lexicon.written(raw_of(word)).number = Some(number);
    }
    for at in 0..lexicon.phrases.len() {
        let written = lexicon.written(lexicon.phrases[at].first);
        written.phrases = if written.phrases.is_empty() { at..at + 1 } else { written.phrases.start..at + 1 };
    }
    lexicon
});

/// The lines of a data file that are no comments, as their first word and the others.
fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split_once(' ').unwrap_or((line, "")))
}

/// The key of an entry of the files: one for a word or a whole phrase.
fn raw_of(word: &str) -> u32 {
    raw(word, false)
}

/// The key of a word as it is written, but for case, apostrophes and stops. "US" and "U.S." are not "us", "a.m." is not "am".
pub(crate) fn raw(word: &str, upper: bool) -> u32 {
    if word.is_ascii() {
        return ascii(word, upper);
    }
    let mut hash = super::fingerprint::Hash::new();
    for c in word.chars().filter(|c| !matches!(c, '.' | '\'' | '\u{2019}' | '\u{02BC}')) {
        let mut utf8 = [0; 4];
        for lower in c.to_lowercase() {
            lower.encode_utf8(&mut utf8).bytes().for_each(|byte| hash.byte(byte));
        }
    }
    hash.key()
}

/// [`raw`] of a word of ASCII, which the compiler can work out.
pub(crate) const fn ascii(word: &str, upper: bool) -> u32 {
    let bytes = word.as_bytes();
    let mut hash = super::fingerprint::Hash::new();
    let (mut stops, mut letters, mut at) = (false, 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'.' => stops = true,
            b'\'' => {}
            byte => {
                letters += 1;
                hash.byte(byte.to_ascii_lowercase());
            }
        }
        at += 1;
    }
    if letters == 2 && (stops || upper) && bytes.len() <= 4 && matches!(bytes[0], b'U' | b'u' | b'a' | b'A') {
        hash.byte(b'.');
    }
    hash.key()
}

impl Lexicon {
    fn put(&mut self, word: &str, entry: Entry) {
        if let Some((first, rest)) = word.split_once('_') {
            let rest = rest.split('_').map(raw_of).collect();
            let (first, rest): (u32, Vec<u32>) = (raw_of(first), rest);
            // a phrase of a class may also be a variant: it keeps its class and takes the group's key
            match self.phrases.iter_mut().find(|phrase| phrase.first == first && phrase.rest == rest) {
                Some(phrase) => phrase.entry.key = entry.key,
                None => self.phrases.push(Phrase { first, rest, entry }),
            }
            return;
        }
        let raw = raw_of(word);
        let known = self.written(raw).entry.get_or_insert(entry);
        // a class word may also be a variant: it keeps its class and takes the group's key
        if known.key == raw {
            known.key = entry.key;
        }
        if matches!(entry.class, Class::Plain | Class::Say | Class::Bearing) {
            let at = *self.index.entry(STEM | u64::from(stem(word))).or_insert(self.stems.len() as u32) as usize;
            if at == self.stems.len() {
                self.stems.push(entry);
            }
        }
    }

    /// What is known of a word, by its key as written.
    pub(crate) fn word(&self, raw: u32) -> Option<Entry> {
        self.find(raw)?.entry
    }

    /// What is known of a word, by the key of its stem.
    pub(crate) fn stem(&self, stem: u32) -> Option<Entry> {
        self.stems.get(*self.index.get(&(STEM | u64::from(stem)))? as usize).copied()
    }

    /// Where all is kept that is known of a word as it is written.
    fn written(&mut self, raw: u32) -> &mut Written {
        let at = *self.index.entry(WRITTEN | u64::from(raw)).or_insert(self.written.len() as u32) as usize;
        if at == self.written.len() {
            self.written.push(Written::default());
        }
        &mut self.written[at]
    }

    /// All that is known of a word, by its key as written.
    pub(crate) fn find(&self, raw: u32) -> Option<&Written> {
        self.written.get(*self.index.get(&(WRITTEN | u64::from(raw)))? as usize)
    }

    /// Phrases that begin with a word, longest first.
    pub(crate) fn phrases(&self, first: &Written) -> &[Phrase] {
        &self.phrases[first.phrases.clone()]
    }

    /// Whether two words that look like one misspelt are two words.
    pub(crate) fn misread(&self, a: &str, b: &str) -> bool {
        self.misread.iter().any(|&(x, y)| (a.starts_with(x) && b.starts_with(y)) || (a.starts_with(y) && b.starts_with(x)))
    }
}

/// The key of a word that the data files also use.
pub(crate) fn known(word: &str) -> u32 {
    LEXICON.word(raw_of(word)).map_or_else(|| super::fingerprint::key(word.as_bytes()), |entry| entry.key)
}

/// A word with the key that [`known`] gives it, looked up once.
pub(crate) struct Known {
    word: &'static str,
    key: OnceLock<u32>,
}

impl Known {
    pub(crate) const fn new(word: &'static str) -> Known {
        Known { word, key: OnceLock::new() }
    }

    #[inline(never)]
    pub(crate) fn key(&self) -> u32 {
        *self.key.get_or_init(|| known(self.word))
    }
}

/// The key that [`known`] gives a word.
macro_rules! key {
    ($word:literal) => {{
        static WORD: $crate::dedup::lexicon::Known = $crate::dedup::lexicon::Known::new($word);
        WORD.key()
    }};
}
pub(crate) use key;

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
