//! Cues: words and phrases that tell what a line of a page is for, gathered in classes.
//!
//! A phrase is a row of word hashes; a line is matched word by word against the phrases that begin with that word, so the time is
//! linear in the line and no string is built.
//!
//! `cues.txt` holds one class a paragraph: "class NAME", then phrases, several on a line with "|" between them. "^" before a phrase: only at the start
//! of a line; "=": only as the whole line; "<": a whole line of at most six words begins so; "#": any number. Case, marks and apostrophes do not count.

use crate::order;
use std::sync::LazyLock;

static SOURCE: &str = include_str!("cues.txt");

/// Classes in the order of their bits. `agency` tells who a picture is from, behind a stroke or in brackets at the end of a line; `furniture` are lines that
/// are a page's own wherever they stand, also between two paragraphs; after those of `section` other articles are listed.
const NAMES: [&str; 24] = [
    "function",
    "said",
    "person",
    "share",
    "social",
    "related",
    "readmore",
    "minread",
    "advert",
    "subscribe",
    "legal",
    "comments",
    "photo",
    "byline",
    "bio",
    "month",
    "weekday",
    "time",
    "topics",
    "navigation",
    "topnews",
    "furniture",
    "section",
    "agency",
];

/// How many classes of cues there are.
pub const CLASSES: usize = NAMES.len();

/// A class of cues, by its bit.
macro_rules! bits {
    ($($name:ident = $bit:expr;)*) => { $(pub(super) const $name: u32 = 1 << $bit;)* };
}
bits! {
    FUNCTION = 0; SHARE = 3; RELATED = 5; READMORE = 6; MINREAD = 7; ADVERT = 8; SUBSCRIBE = 9; LEGAL = 10; COMMENTS = 11;
    PHOTO = 12; BYLINE = 13; MONTH = 15; WEEKDAY = 16; TIME = 17; TOPICS = 18; NAVIGATION = 19; TOPNEWS = 20; FURNITURE = 21; SECTION = 22;
    AGENCY = 23;
}

/// Where in a line a phrase counts.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Anywhere,
    Start,
    Whole,
    /// At the start of a line of at most [`SHORT`] words.
    StartOfShort,
}

/// Most words of a line that a phrase marked `<` may begin.
const SHORT: usize = 6;

struct Phrase {
    first: u32,
    /// Where its words begin among those of the table, and how many they are.
    from: u32,
    len: u8,
    place: Place,
    class: u8,
}

struct Table {
    /// The words of all phrases.
    words: Vec<u32>,
    phrases: Vec<Phrase>,
    /// Where the first of the phrases is that begin with a word, from 1, in the slot of the word or the next free one after it; 0 in free slots.
    slots: Vec<u16>,
}

impl Table {
    /// The phrases that begin with a word.
    fn of(&self, word: u32) -> impl Iterator<Item = &Phrase> {
        let mut slot = slot(word);
        let from = loop {
            match self.slots[slot] {
                0 => break self.phrases.len(),
                at if self.phrases[usize::from(at) - 1].first == word => break usize::from(at) - 1,
                _ => slot = (slot + 1) % SLOTS,
            }
        };
        self.phrases[from..].iter().take_while(move |phrase| phrase.first == word)
    }

    /// Whether words that begin with the first word of a phrase begin with all of it.
    fn begins(&self, phrase: &Phrase, words: &[u32]) -> bool {
        let all = &self.words[phrase.from as usize..][..usize::from(phrase.len)];
        all.len() <= words.len() && all.iter().zip(words).skip(1).all(|(a, b)| a == b)
    }
}

/// Slots for the words that begin phrases: many more than there are such words, so that nearly all others meet a free one at once.
const SLOTS: usize = 1 << 14;

/// The slot at which the search for a word begins. The upper bits of a word's hash are its best (Knuth's multiplicative hashing).
fn slot(word: u32) -> usize {
    (word >> 18) as usize % SLOTS
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // more than there are of each: growing would cost more than reading
    let (mut words, mut phrases) = (Vec::with_capacity(SOURCE.len() / 4), Vec::with_capacity(SOURCE.len() / 6));
    let mut class = 0;
    for line in SOURCE.lines().filter(|line| !line.starts_with("# ")) {
        if let Some(name) = line.strip_prefix("class ") {
            class = NAMES.iter().position(|known| *known == name).expect("cues.txt names a class that NAMES lacks") as u8;
            continue;
        }
        for phrase in line.split('|') {
            let place = match phrase.as_bytes().first() {
                Some(b'^') => Place::Start,
                Some(b'=') => Place::Whole,
                Some(b'<') => Place::StartOfShort,
                _ => Place::Anywhere,
            };
            let from = words.len();
            hashes(phrase, &mut words);
            if let Some(&first) = words.get(from) {
                phrases.push(Phrase { first, from: from as u32, len: (words.len() - from) as u8, place, class });
            }
        }
    }
    order::by(&mut phrases, |phrase: &Phrase| u64::from(phrase.first));
    assert!(phrases.len() < usize::from(u16::MAX), "a place of a phrase is a number of 16 bits");
    let mut slots = vec![0; SLOTS];
    for (at, phrase) in phrases.iter().enumerate() {
        let word = phrase.first;
        if at > 0 && phrases[at - 1].first == word {
            continue;
        }
        let mut free = slot(word);
        while slots[free] != 0 {
            free = (free + 1) % SLOTS;
        }
        slots[free] = at as u16 + 1;
    }
    Table { words, phrases, slots }
});

/// The hash that stands for any number.
pub(super) const NUMBER: u32 = 1;

/// A word's hash, built character by character; upper and lower case are one.
#[derive(Clone, Copy, Default)]
pub(super) struct WordHash {
    state: u32,
    letters: bool,
}

impl WordHash {
    /// Takes the next character of the word.
    pub(super) fn push(&mut self, c: char) {
        let (folded, digit) = if c.is_ascii() {
            (c.to_ascii_lowercase() as u32, c.is_ascii_digit())
        } else {
            (c.to_lowercase().next().unwrap_or(c) as u32, false)
        };
        self.letters |= !digit;
        self.state = (self.state.rotate_left(5) ^ folded).wrapping_mul(0x9E37_79B1);
    }

    /// The hash of the word pushed so far.
    pub(super) fn finish(self) -> u32 {
        if self.letters { self.state | 2 } else { NUMBER }
    }
}

/// The hashes of a phrase's words; `#` is [`NUMBER`].
fn hashes(phrase: &str, out: &mut Vec<u32>) {
    let mut word: Option<WordHash> = None;
    for c in phrase.chars() {
        if c.is_alphanumeric() || c == '©' {
            word.get_or_insert_default().push(c);
        } else {
            out.extend(word.take().map(WordHash::finish));
            if c == '#' {
                out.push(NUMBER);
            }
        }
    }
    out.extend(word.map(WordHash::finish));
}

/// What the cues say about a line.
#[derive(Clone, Copy, Default)]
pub(super) struct Cues {
    /// The classes that have a phrase in it, as bits.
    pub(super) classes: u32,
    /// The classes that have a phrase at its start.
    pub(super) opening: u32,
    /// How many function words it has.
    pub(super) functions: u32,
}

/// Looks for every phrase in a line given as its words' hashes.
pub(super) fn find(words: &[u32]) -> Cues {
    let table = &*TABLE;
    let mut cues = Cues::default();
    for (at, &word) in words.iter().enumerate() {
        for phrase in table.of(word) {
            let fits = match phrase.place {
                Place::Anywhere => true,
                Place::Start => at == 0,
                Place::Whole => at == 0 && words.len() == usize::from(phrase.len),
                Place::StartOfShort => at == 0 && words.len() <= SHORT,
            };
            if !fits || !table.begins(phrase, &words[at..]) {
                continue;
            }
            let bit = 1 << phrase.class;
            cues.classes |= bit;
            cues.functions += u32::from(bit == FUNCTION && phrase.len == 1);
            if at == 0 {
                cues.opening |= bit;
            }
        }
    }
    cues
}

/// What the cues say about a short text.
pub(super) fn of(text: &str) -> Cues {
    let mut words = Vec::new();
    hashes(text, &mut words);
    find(&words)
}

/// The words of a short text, told apart.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    /// Numbers, also "10th".
    pub(super) numbers: u32,
    /// Words that are none of the classes asked for, no number, no function word.
    pub(super) other: u32,
}

/// Counts the words of a short text that belong to no phrase of the given classes.
pub(super) fn tally(text: &str, classes: u32) -> Tally {
    let table = &*TABLE;
    let mut words = Vec::new();
    hashes(text, &mut words);
    let mut tally = Tally::default();
    let mut at = 0;
    while at < words.len() {
        let known = table.of(words[at]).filter(|p| (classes | FUNCTION) >> p.class & 1 == 1 && table.begins(p, &words[at..]));
        let taken = known.map(|p| usize::from(p.len)).max().unwrap_or(0);
        if taken == 0 {
            if words[at] == NUMBER {
                tally.numbers += 1;
            } else {
                tally.other += 1;
            }
        }
        at += taken.max(1);
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_lines() {
        let table: &[(&str, u32, u32)] = &[
            ("5 min read", MINREAD | FURNITURE, RELATED | SECTION),
            ("Recommended", FURNITURE | SECTION | RELATED, 2),
            ("Recommended by the board was a rise", RELATED, FURNITURE | SECTION),
            ("More from Harbour Desk", SECTION | RELATED, FURNITURE),
            ("You may also like", FURNITURE | RELATED, LEGAL),
            ("Photo: Ana Vell/AP", PHOTO, FURNITURE),
            ("© 2031 The Veld Post. All rights reserved.", LEGAL | FURNITURE, SECTION),
            ("“We will see,” the minister said.", 2, FURNITURE | RELATED),
            ("Lesen Sie auch: Der Hafen wächst", RELATED, FURNITURE),
        ];
        for (line, has, lacks) in table {
            let mut words = Vec::new();
            hashes(line, &mut words);
            let got = find(&words).classes;
            assert_eq!((got & has, got & lacks), (*has, 0), "{line}: {got:b}");
        }
    }

    #[test]
    fn function_words_are_counted_once() {
        let mut words = Vec::new();
        hashes("the mayor of the town", &mut words);
        assert_eq!(find(&words).functions, 3);
        assert_eq!(tally("10 July 2031, Tuesday", MONTH | WEEKDAY).numbers, 2);
        assert_eq!(tally("10 July 2031, Tuesday", MONTH | WEEKDAY).other, 0);
    }
}
