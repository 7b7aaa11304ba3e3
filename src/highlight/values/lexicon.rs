//! The lexicon of values: what a word may be worth in a date, a number, a unit or a sum of money. Built once from the data files beside this one,
//! compiled for this project.
//!
//! `units.tsv`: name, kind (t time, q measure), SI unit and factor (offset for temperatures), then spellings parted by "|", a plural in -s left out;
//! those of up to three letters are read as written, longer ones in any case. `currencies.tsv`: code, then signs, and words in lower case without the
//! plural's -s; * marks the small unit (a hundredth); a word that several share stands at the one usually meant. `counting.tsv`: class, then words; stop:
//! ends the noun phrase before it; plural: irregular plural=singular, also plurals without -s; verb: -s forms that are verbs far more often than nouns.
//! `words.tsv`: class, then word=value, closed classes of English. `bounds.tsv`: how exactly a figure is meant, then phrases; the longest wins.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Bound;
use crate::decimal;
use crate::highlight::sieve::Sieve;

/// What a word can do in a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nothing known.
    Plain,
    /// Zero to nineteen.
    Num,
    /// Twenty to ninety.
    Tens,
    /// Hundred and up; dozen.
    Scale,
    /// "hundreds", "dozens": a size, not a count.
    Vague,
    /// "first".
    Ordinal,
    /// "half", "quarter", "thirds".
    Part,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// "today", "overnight".
    Near,
    /// "last", "this", "next".
    Relative,
    /// "summer": its first month.
    Season,
    /// "afternoon".
    Daypart,
    /// "noon".
    Clock,
    /// "sixties".
    Decade,
    /// "end", "early".
    Edge,
    /// "weeks": how long, by its grain.
    Length,
    /// A word that begins a value or what is none, without a value of its own: "a", "number", "www".
    Lead,
}

/// A unit of measure or of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its name in a value.
    pub name: &'static str,
    /// Whether it measures time.
    pub time: bool,
    /// The SI unit.
    pub si: &'static str,
    /// How many of the SI unit it is.
    pub factor: f64,
}

/// A currency word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Whether the word names the hundredth part.
    pub small: bool,
}

/// What a word is to the phrase that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// It ends the phrase.
    Stop,
    /// A plural, with its singular.
    Plural(&'static str),
    /// A verb in -s.
    Verb,
    /// An adjective.
    Adjective,
}

/// The lists, ready to be asked.
pub struct Lexicon {
    words: List<(Class, f64)>,
    /// Turns away what is no key of `words`.
    sieve: Sieve,
    units: List<Unit>,
    currencies: List<Currency>,
    counting: List<Counting>,
    /// Last word of a phrase -> the words before it, and what it says.
    bounds: List<Vec<(&'static str, Bound)>>,
}

/// What each word of a list means. One sort of map serves all the lists: each sort costs about 2 KB in the .wasm.
struct List<T> {
    places: FxHashMap<&'static str, u32>,
    meanings: Vec<T>,
}

impl<T> List<T> {
    fn new() -> List<T> {
        List { places: FxHashMap::default(), meanings: Vec::new() }
    }

    /// Adds a word, unless it is there.
    fn add(&mut self, word: &'static str, meaning: T) {
        if place(&mut self.places, word, self.meanings.len()) == self.meanings.len() {
            self.meanings.push(meaning);
        }
    }

    fn get(&self, word: &str) -> Option<&T> {
        self.meanings.get(find(&self.places, word)?)
    }
}

/// The place of a word, `new` if it has none yet.
#[inline(never)]
fn place(places: &mut FxHashMap<&'static str, u32>, word: &'static str, new: usize) -> usize {
    *places.entry(word).or_insert(new as u32) as usize
}

#[inline(never)]
fn find(places: &FxHashMap<&'static str, u32>, word: &str) -> Option<usize> {
    places.get(word).map(|&place| place as usize)
}

/// The lexicon.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// Longest word that any list holds; a longer one is not looked up.
const MAX_WORD: usize = 24;

/// A word in lower case on the stack, if it is short enough to be in a list.
pub struct Lower {
    bytes: [u8; MAX_WORD],
    len: usize,
}

impl Lower {
    /// Lowers the ASCII letters of a word.
    #[inline(never)]
    pub fn of(word: &str) -> Option<Lower> {
        let mut bytes = [0; MAX_WORD];
        let into = bytes.get_mut(..word.len())?;
        into.copy_from_slice(word.as_bytes());
        into.make_ascii_lowercase();
        Some(Lower { bytes, len: word.len() })
    }

    /// As a string.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

impl Lexicon {
    fn read() -> Lexicon {
        let mut lexicon = Lexicon {
            sieve: Sieve::default(),
            words: List::new(),
            units: List::new(),
            currencies: List::new(),
            counting: List::new(),
            bounds: List::new(),
        };
        for (class, words) in rows(include_str!("words.tsv")) {
            let class = class_named(class);
            for entry in words.split(' ') {
                if let Some((word, value)) = entry.split_once('=') {
                    lexicon.words.add(word, (class, decimal::read(value).unwrap_or(0.0)));
                    lexicon.sieve.add(word);
                }
            }
        }
        for (name, rest) in rows(include_str!("units.tsv")) {
            let mut cells = rest.split('\t');
            let mut cell = || cells.next().unwrap_or("");
            let (time, si, factor, spellings) = (cell() == "t", cell(), decimal::read(cell()).unwrap_or(1.0), cell());
            for spelling in spellings.split('|') {
                lexicon.units.add(spelling, Unit { name, time, si, factor });
            }
        }
        for (code, spellings) in rows(include_str!("currencies.tsv")) {
            for spelling in spellings.split('|') {
                let small = spelling.starts_with('*');
                lexicon.currencies.add(spelling.trim_start_matches('*'), Currency { code, small });
            }
        }
        for (class, words) in rows(include_str!("counting.tsv")) {
            for entry in words.split(' ') {
                let (word, counting) = match (class, entry.split_once('=')) {
                    ("plural", Some((word, singular))) => (word, Counting::Plural(singular)),
                    ("stop", _) => (entry, Counting::Stop),
                    ("verb", _) => (entry, Counting::Verb),
                    _ => (entry, Counting::Adjective),
                };
                lexicon.counting.add(word, counting);
            }
        }
        for (bound, phrases) in rows(include_str!("bounds.tsv")) {
            let bound = bound_named(bound);
            for phrase in phrases.split('|') {
                let (before, last) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
                lexicon.bounds.add(last, Vec::new());
                if let Some(phrases) = find(&lexicon.bounds.places, last).and_then(|place| lexicon.bounds.meanings.get_mut(place)) {
                    phrases.push((before, bound));
                }
            }
        }
        for phrases in &mut lexicon.bounds.meanings {
            crate::order::by(phrases, |(before, _)| u64::MAX - before.len() as u64);
        }
        lexicon
    }

    /// What a word may be in a date or number, and its value, whatever its case.
    #[inline(never)]
    pub fn word(&self, word: &str) -> (Class, f64) {
        let lower = if self.sieve.passes(word) { Lower::of(word) } else { None };
        lower.and_then(|lower| self.words.get(lower.text()).copied()).unwrap_or((Class::Plain, 0.0))
    }

    /// The unit a spelling names. Up to three letters: as written; longer: any case, with or without the plural's -s.
    #[inline(never)]
    pub fn unit(&self, spelling: &str) -> Option<Unit> {
        if let Some(unit) = self.units.get(spelling) {
            return Some(*unit);
        }
        let lower = Lower::of(spelling).filter(|lower| lower.len > 2)?;
        let lower = lower.text();
        let singular = lower.strip_suffix('s').filter(|word| word.len() > 2);
        self.units.get(lower).or_else(|| self.units.get(singular?)).copied()
    }

    /// The currency a word or sign names, in any case, with or without the plural's -s.
    #[inline(never)]
    pub fn currency(&self, spelling: &str) -> Option<Currency> {
        let lower = Lower::of(spelling)?;
        let lower = lower.text();
        let singular = lower.strip_suffix('s').filter(|word| word.len() > 2);
        self.currencies.get(lower).or_else(|| self.currencies.get(singular?)).copied()
    }

    /// The currency of an ISO 4217 code in capitals.
    #[inline(never)]
    pub fn code(&self, code: &str) -> Option<&'static str> {
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        // the codes stand as the first cells of the data file
        include_str!("currencies.tsv").split('\n').filter_map(|row| row.get(..3)).find(|known| *known == code && code != "XXX")
    }

    /// What a word in lower case is to a counted phrase.
    #[inline(never)]
    pub fn counting(&self, lower: &str) -> Option<Counting> {
        self.counting.get(lower).copied()
    }

    /// The phrases that end with this word and tell how exactly a figure is meant, the longest first.
    #[inline(never)]
    pub fn bounds(&self, last: &str) -> &[(&'static str, Bound)] {
        self.bounds.get(last).map_or(&[], Vec::as_slice)
    }
}

/// Rows of a data file: first cell, rest.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn class_named(name: &str) -> Class {
    use Class::*;
    match name {
        "num" => Num,
        "tens" => Tens,
        "scale" => Scale,
        "vague" => Vague,
        "ordinal" => Ordinal,
        "part" => Part,
        "month" => Month,
        "weekday" => Weekday,
        "near" => Near,
        "relative" => Relative,
        "season" => Season,
        "daypart" => Daypart,
        "clock" => Clock,
        "decade" => Decade,
        "edge" => Edge,
        "length" => Length,
        "lead" => Lead,
        _ => Plain,
    }
}

fn bound_named(name: &str) -> Bound {
    use Bound::*;
    [About, AtLeast, AtMost, MoreThan, LessThan].into_iter().find(|bound| bound.name() == name).unwrap_or(Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_units_and_money() {
        assert_eq!(LEXICON.word("seventeen"), (Class::Num, 17.0));
        assert_eq!(LEXICON.word("crore"), (Class::Scale, 1e7));
        assert_eq!(LEXICON.unit("kilometres").map(|u| u.name), Some("km"));
        assert_eq!(LEXICON.unit("Degrees Celsius").map(|u| u.name), Some("°C"));
        assert_eq!(LEXICON.unit("MW").map(|u| u.factor), Some(1e6));
        assert_eq!(LEXICON.unit("mw"), None);
        assert_eq!(LEXICON.currency("Euros").map(|c| c.code), Some("EUR"));
        assert_eq!(LEXICON.currency("cents"), Some(Currency { code: "USD", small: true }));
        assert_eq!(LEXICON.code("CHF"), Some("CHF"));
        assert_eq!(LEXICON.code("ABC"), None);
        assert_eq!(LEXICON.bounds("than").first().map(|b| b.0), Some("no greater"));
    }
}
