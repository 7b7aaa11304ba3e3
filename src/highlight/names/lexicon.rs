//! The lexicon: what is known of words and phrases before any text is read. The facts are the files in `lexicon/`, each with its source and
//! licence; they are parsed once, at the first use, into one table keyed by the hash of the folded words.

use std::sync::LazyLock;

use super::coreference::Gender;
use crate::highlight::fold;
use crate::highlight::table::Table;

/// What is known of a word or phrase: a set of the constants below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(pub u32);

impl Flags {
    /// First name of men; with [`Flags::FEMALE`], of both.
    pub const MALE: u32 = 1;
    /// First name of women.
    pub const FEMALE: u32 = 1 << 1;
    /// Any first name.
    pub const FIRST: u32 = Self::MALE | Self::FEMALE;
    /// Surname.
    pub const SURNAME: u32 = 1 << 2;
    /// Country.
    pub const COUNTRY: u32 = 1 << 3;
    /// City.
    pub const CITY: u32 = 1 << 4;
    /// Other place.
    pub const REGION: u32 = 1 << 5;
    /// Any place.
    pub const PLACE: u32 = Self::COUNTRY | Self::CITY | Self::REGION;
    /// Nationality, people, religion, following.
    pub const GROUP: u32 = 1 << 6;
    /// Known organisation.
    pub const ORG: u32 = 1 << 7;
    /// Product.
    pub const PRODUCT: u32 = 1 << 8;
    /// Event.
    pub const EVENT: u32 = 1 << 9;
    /// Law or treaty.
    pub const LAW: u32 = 1 << 10;
    /// Work.
    pub const WORK: u32 = 1 << 11;
    /// Head of an organisation's name: "Ministry".
    pub const ORG_HEAD: u32 = 1 << 12;
    /// Behind a company's name: "Inc".
    pub const ORG_SUFFIX: u32 = 1 << 13;
    /// Stands before heads: "National".
    pub const ORG_MODIFIER: u32 = 1 << 14;
    /// Head of a place's name: "River".
    pub const PLACE_HEAD: u32 = 1 << 15;
    /// Before a place's name: "Mount".
    pub const PLACE_PREFIX: u32 = 1 << 16;
    /// Head of an event's name: "Cup".
    pub const EVENT_HEAD: u32 = 1 << 17;
    /// Head of a law's name: "Act".
    pub const LAW_HEAD: u32 = 1 << 18;
    /// Before a person's name: "Mr", "President".
    pub const TITLE: u32 = 1 << 19;
    /// What a person is: "spokesman", "striker".
    pub const ROLE: u32 = 1 << 20;
    /// Title of men.
    pub const MALE_TITLE: u32 = 1 << 21;
    /// Title of women.
    pub const FEMALE_TITLE: u32 = 1 << 22;
    /// Month or day.
    pub const CALENDAR: u32 = 1 << 23;
    /// Written with a capital, yet no name.
    pub const NO_NAME: u32 = 1 << 24;
    /// Ordinary word.
    pub const ORDINARY: u32 = 1 << 25;
    /// Newspaper, agency or broadcaster.
    pub const MEDIA: u32 = 1 << 26;
    /// Begins a longer phrase of the lexicon.
    pub const PREFIX: u32 = 1 << 27;

    /// What tells the tagger something: all but the number of letters that follow.
    pub const TELLING: u32 = Self::PREFIX - 1;

    /// Whether it has any of these.
    pub fn has(self, any: u32) -> bool {
        self.0 & any != 0
    }
}

/// What the lexicon tells of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// What it is.
    pub flags: Flags,
    /// Number of the thing that it and its other names name; 0 where it has no other name.
    pub alias: u16,
}

/// Seed of single words in capitals ("US", "WHO"), so that "us" and "who" are other words.
const CAPITALS: u64 = 0x9E37_79B9_7F4A_7C15;

/// The section names of the files and what they say.
const SECTIONS: &[(&str, u32)] = &[
    ("male", Flags::MALE),
    ("female", Flags::FEMALE),
    ("either", Flags::FIRST),
    ("surname", Flags::SURNAME),
    ("city", Flags::CITY),
    ("region", Flags::REGION),
    ("group", Flags::GROUP),
    ("organization", Flags::ORG),
    ("company", Flags::ORG),
    ("media", Flags::ORG | Flags::MEDIA),
    ("product", Flags::PRODUCT),
    ("event", Flags::EVENT),
    ("law", Flags::LAW),
    ("work head", Flags::WORK),
    ("org head", Flags::ORG_HEAD),
    ("org suffix", Flags::ORG_SUFFIX),
    ("org modifier", Flags::ORG_MODIFIER),
    ("place head", Flags::PLACE_HEAD),
    ("place prefix", Flags::PLACE_PREFIX),
    ("event head", Flags::EVENT_HEAD),
    ("law head", Flags::LAW_HEAD),
    ("title", Flags::TITLE),
    ("role", Flags::ROLE),
    ("male title", Flags::MALE_TITLE),
    ("female title", Flags::FEMALE_TITLE),
    ("calendar", Flags::CALENDAR),
    ("no name", Flags::NO_NAME),
    ("ordinary", Flags::ORDINARY),
];

/// The files of sections, with what stands between their entries.
const FILES: [(&str, char); 7] = [
    (include_str!("lexicon/first-names.txt"), ','),
    (include_str!("lexicon/surnames.txt"), ' '),
    (include_str!("lexicon/places.txt"), ','),
    (include_str!("lexicon/organizations.txt"), ','),
    (include_str!("lexicon/more-organizations.txt"), ','),
    (include_str!("lexicon/heads.txt"), ','),
    (include_str!("lexicon/ordinary-words.txt"), ' '),
];

/// Rows of country, people, capital.
const COUNTRIES: &str = include_str!("lexicon/countries.tsv");

/// About as many words, phrases and beginnings of phrases as the files hold.
const ROOM: usize = 16_000;

struct Lexicon {
    table: Table,
    entries: Vec<Entry>,
    aliases: u16,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { table: Table::with_room(ROOM), entries: Vec::with_capacity(ROOM), aliases: 0 };
    for row in COUNTRIES.lines().filter(|row| !row.starts_with('#')) {
        let mut columns = row.split('\t');
        lexicon.names(columns.next().unwrap_or_default(), Flags::COUNTRY);
        for people in columns.next().unwrap_or_default().split(',') {
            lexicon.add(people, Flags::GROUP, 0);
        }
        lexicon.names(columns.next().unwrap_or_default(), Flags::CITY);
    }
    for (file, between) in FILES {
        let mut flags = 0;
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                flags = SECTIONS.iter().find(|(name, _)| *name == section).map_or(0, |(_, flags)| *flags);
                continue;
            }
            for entry in line.split(between) {
                lexicon.names(entry.trim(), flags);
            }
        }
    }
    lexicon
});

impl Lexicon {
    /// Adds the names of one thing, which `=` divides.
    fn names(&mut self, names: &str, flags: u32) {
        let alias = if names.contains('=') {
            self.aliases += 1;
            self.aliases
        } else {
            0
        };
        for name in names.split('=') {
            self.add(name, flags, alias);
        }
    }

    fn entry(&mut self, hash: u64) -> &mut Entry {
        self.table.entry(hash, &mut self.entries)
    }

    fn add(&mut self, name: &str, flags: u32, alias: u16) {
        if name.is_empty() {
            return;
        }
        if is_acronym(name) {
            let entry = self.entry(fold::hash(CAPITALS, name));
            entry.flags.0 |= flags;
            entry.alias = alias;
            return;
        }
        let mut state = fold::SEED;
        let (mut from, mut mark) = (0, false);
        // every place where a token may end inside the phrase begins something longer
        for (at, c) in name.char_indices() {
            if at > from && (mark || !c.is_alphanumeric()) {
                state = fold::hash(state, &name[from..at]);
                self.entry(state).flags.0 |= Flags::PREFIX;
                from = at;
            }
            mark = !c.is_alphanumeric();
        }
        state = fold::hash(state, &name[from..]);
        let entry = self.entry(state);
        entry.flags.0 |= flags;
        if alias != 0 {
            entry.alias = alias;
        }
    }
}

/// Whether a name is one word of capitals, such as "NATO" or "U.S.".
fn is_acronym(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'.')
}

/// What is known of a single word. A word in capitals is first looked up as an acronym.
pub fn entry(word: &str) -> Entry {
    hashed(word, fold::hash(fold::SEED, word))
}

/// [`entry`] for a word whose folded hash is at hand.
pub fn hashed(word: &str, hash: u64) -> Entry {
    let usual = phrase(hash);
    if is_acronym(word) {
        let mut entry = phrase(fold::hash(CAPITALS, word));
        if entry != Entry::default() {
            entry.flags.0 |= usual.flags.0 & Flags::PREFIX;
            return entry;
        }
    }
    usual
}

/// The flags of a single word.
pub fn word(word: &str) -> Flags {
    entry(word).flags
}

/// What is known of the phrase whose hash, word after word from [`fold::SEED`], is `state`.
pub fn phrase(state: u64) -> Entry {
    LEXICON.table.find(state, &LEXICON.entries).copied().unwrap_or_default()
}

/// The gender that a title tells.
pub fn gender_of_title(title: &str) -> Gender {
    let flags = phrase(fold::hash(fold::SEED, title)).flags;
    match (flags.has(Flags::MALE_TITLE), flags.has(Flags::FEMALE_TITLE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Entry {
        phrase(words.iter().fold(fold::SEED, |state, word| fold::hash(state, word)))
    }

    #[test]
    fn words_and_phrases() {
        for (text, flag) in [
            ("Ukraine", Flags::COUNTRY),
            ("U.S.", Flags::COUNTRY),
            ("US", Flags::COUNTRY),
            ("Türkiye", Flags::COUNTRY),
            ("Kiev", Flags::CITY),
            ("Norwegians", Flags::GROUP),
            ("NATO", Flags::ORG),
            ("Sergey", Flags::MALE),
            ("Ministry", Flags::ORG_HEAD),
            ("Thursday", Flags::CALENDAR),
            ("However", Flags::ORDINARY),
        ] {
            assert!(word(text).has(flag), "{text} {:?}", word(text));
        }
        assert!(!word("us").has(Flags::COUNTRY) && !word("Who").has(Flags::ORG));
        assert!(of(&["New", "York"]).flags.has(Flags::CITY));
        assert!(of(&["St", ".", "Louis"]).flags.has(Flags::CITY));
        assert!(of(&["al", "-", "Qaida"]).flags.has(Flags::ORG));
        assert!(word("New").has(Flags::PREFIX));
        assert_eq!(word("Kyiv").0 & Flags::CITY, Flags::CITY);
        assert_eq!(entry("Kiev").alias, entry("Kyiv").alias);
        assert_eq!(entry("US").alias, of(&["United", "States"]).alias);
        assert_ne!(entry("US").alias, 0);
    }
}
