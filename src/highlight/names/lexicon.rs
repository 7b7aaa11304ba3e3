//! The lexicon: what is known of words and phrases before any text is read. The facts are the lists in `lexicon/`, each with its source and
//! licence; `glosswire-train names lexicon` packs them into `lexicon.bin`, keyed by the hash of the folded words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::coreference::Gender;
use super::entropy::{self, Decoder};
use super::packed::Keys;
use crate::highlight::fold;

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
pub const CAPITALS: u64 = 0x9E37_79B9_7F4A_7C15;

/// What is known of words and phrases, packed.
struct Lexicon {
    /// The hashes of the words and phrases, in 32 bits.
    keys: Keys<2>,
    /// What each is.
    entries: Vec<Entry>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::unpack(include_bytes!("lexicon.bin")).unwrap_or_else(|| Lexicon { keys: Keys::default(), entries: Vec::new() })
});

/// The key of a hash of folded words, stirred (Knuth's multiplicative hashing): the upper bits of short words differ too little.
fn key(hash: u64) -> u32 {
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// Packs entries by the hash of their folded words: the keys; how many sets of flags there are, and each; for each entry the number of its set,
/// entropy-coded in two halves; for each that has an alias its place and the alias, as what is added to those before. Where two hashes have one
/// key, they are one entry.
pub fn pack(entries: &BTreeMap<u64, Entry>) -> Option<Vec<u8>> {
    let mut by_key = BTreeMap::<u32, Entry>::new();
    for (&hash, entry) in entries {
        let own = by_key.entry(key(hash)).or_default();
        own.flags.0 |= entry.flags.0;
        own.alias = own.alias.max(entry.alias);
    }
    let mut sets: Vec<u32> = by_key.values().map(|entry| entry.flags.0).collect();
    sets.sort_unstable();
    sets.dedup();
    let mut out = Keys::<2>::pack(&by_key.keys().copied().collect::<Vec<_>>())?;
    out.push(u8::try_from(sets.len()).ok()?);
    out.extend(sets.iter().flat_map(|set| set.to_le_bytes()));
    let numbers = by_key.values().filter_map(|entry| sets.binary_search(&entry.flags.0).ok()).map(|set| set as u8);
    out.extend(entropy::encode(
        HALVES,
        &numbers.flat_map(|set| [(0, set >> 4), (1 + usize::from(set >> 4), set & 15)]).collect::<Vec<_>>(),
    ));
    let (mut last, mut before) = (0, 0);
    for (place, entry) in by_key.values().enumerate().filter(|(_, entry)| entry.alias != 0) {
        out.extend(u16::try_from(place - last).ok()?.to_le_bytes());
        out.extend(entry.alias.wrapping_sub(before).to_le_bytes());
        (last, before) = (place, entry.alias);
    }
    Some(out)
}

/// The contexts in which the numbers of sets are coded: that of upper halves, and for each upper half that of lower ones.
const HALVES: usize = 1 + entropy::NUMBERS;

impl Lexicon {
    /// Reads what [`pack`] wrote; nothing where it is something else.
    fn unpack(packed: &[u8]) -> Option<Lexicon> {
        let (keys, rest) = Keys::<2>::unpack(packed)?;
        let (&count, rest) = rest.split_first()?;
        let (sets, rest) = rest.split_at_checked(4 * usize::from(count))?;
        let sets: Vec<Flags> = sets.chunks_exact(4).map(|four| Flags(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))).collect();
        let mut numbers = Decoder::new(HALVES, rest)?;
        let entry = |_| {
            let upper = usize::from(numbers.next(0));
            sets.get(upper << 4 | usize::from(numbers.next(1 + upper))).map(|&flags| Entry { flags, alias: 0 })
        };
        let mut entries = (0..keys.len()).map(entry).collect::<Option<Vec<Entry>>>()?;
        let (mut place, mut alias) = (0, 0u16);
        for four in numbers.rest().chunks_exact(4) {
            place += usize::from(u16::from_le_bytes([four[0], four[1]]));
            alias = alias.wrapping_add(u16::from_le_bytes([four[2], four[3]]));
            entries.get_mut(place)?.alias = alias;
        }
        Some(Lexicon { keys, entries })
    }
}

/// Whether a name is one word of capitals, such as "NATO" or "U.S.".
pub fn is_acronym(name: &str) -> bool {
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
    LEXICON.entries.get(LEXICON.keys.place(key(state))).copied().unwrap_or_default()
}

/// The gender that a title tells.
pub fn gender_of_title(title: &str) -> Gender {
    gender(phrase(fold::hash(fold::SEED, title)).flags, Flags::MALE_TITLE, Flags::FEMALE_TITLE)
}

/// The gender that a first name tells.
pub fn gender_of_first_name(name: &str) -> Gender {
    gender(word(name), Flags::MALE, Flags::FEMALE)
}

fn gender(flags: Flags, male: u32, female: u32) -> Gender {
    match (flags.has(male), flags.has(female)) {
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
