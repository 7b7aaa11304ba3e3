//! Lists: the facts of the lexicon as files of words, each with its source and licence, packed for the decoder.
//!
//! A file has sections, `[city]`, and in them the names of things, divided by a comma or, in lists of single words, a blank; `=` divides several names of one
//! thing.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use glosswire::highlight::fold;
use glosswire::highlight::names::lexicon::{self, CAPITALS, Entry, Flags, is_acronym};

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
    ("first-names.txt", ','),
    ("surnames.txt", ' '),
    ("places.txt", ','),
    ("organizations.txt", ','),
    ("more-organizations.txt", ','),
    ("heads.txt", ','),
    ("ordinary-words.txt", ' '),
];

/// The file of rows of country, people, capital.
const COUNTRIES: &str = "countries.tsv";

/// Packs the lists of a folder.
pub fn pack(folder: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let lists = Lists::read(Path::new(folder))?;
    let packed = lexicon::pack(&lists.entries).ok_or("the lists hold more than can be packed")?;
    println!("{} words, phrases and beginnings of phrases in {} bytes", lists.entries.len(), packed.len());
    fs::write(out, packed)?;
    Ok(())
}

/// What the lists say, by the hash of the folded words.
#[derive(Default)]
struct Lists {
    entries: BTreeMap<u64, Entry>,
    aliases: u16,
}

impl Lists {
    fn read(folder: &Path) -> Result<Lists, Box<dyn Error>> {
        let text_of = |file: &str| fs::read_to_string(folder.join(file)).map_err(|e| format!("{}: {e}", folder.join(file).display()));
        let mut lists = Lists::default();
        for row in text_of(COUNTRIES)?.lines().filter(|row| !row.starts_with('#')) {
            let mut columns = row.split('\t');
            lists.names(columns.next().unwrap_or_default(), Flags::COUNTRY);
            for people in columns.next().unwrap_or_default().split(',') {
                lists.add(people, Flags::GROUP, 0);
            }
            lists.names(columns.next().unwrap_or_default(), Flags::CITY);
        }
        for (file, between) in FILES {
            let mut flags = None;
            for line in text_of(file)?.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
                if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                    let known =
                        SECTIONS.iter().find(|(name, _)| *name == section).ok_or(format!("{file}: there is no section \"{section}\""))?;
                    flags = Some(known.1);
                    continue;
                }
                let flags = flags.ok_or(format!("{file}: \"{line}\" stands before the first section"))?;
                for entry in line.split(between) {
                    lists.names(entry.trim(), flags);
                }
            }
        }
        Ok(lists)
    }

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
        self.entries.entry(hash).or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packed_lexicon_is_that_of_the_lists() -> Result<(), Box<dyn Error>> {
        let names = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/highlight/names");
        let lists = Lists::read(&names.join("lexicon"))?;
        assert!(
            lexicon::pack(&lists.entries) == Some(fs::read(names.join("lexicon.bin"))?),
            "a list has changed: cargo run -p glosswire-train -- names lexicon src/highlight/names/lexicon src/highlight/names/lexicon.bin"
        );
        assert!(lists.entries.len() > 10_000);
        for (&hash, &entry) in &lists.entries {
            assert_eq!(lexicon::phrase(hash), entry, "{hash:#x}");
            assert_eq!(lexicon::phrase(hash ^ 1 << 63), Entry::default(), "{hash:#x}");
        }
        Ok(())
    }

    #[test]
    fn beginnings_and_other_names_are_kept() {
        let mut lists = Lists::default();
        lists.names("New York City=NYC", Flags::CITY);
        let of = |words: &[&str]| lists.entries.get(&words.iter().fold(fold::SEED, |state, word| fold::hash(state, word))).copied();
        assert_eq!(of(&["New"]), Some(Entry { flags: Flags(Flags::PREFIX), alias: 0 }));
        assert_eq!(of(&["new", "york", "city"]), Some(Entry { flags: Flags(Flags::CITY), alias: 1 }));
        assert_eq!(lists.entries.get(&fold::hash(CAPITALS, "NYC")), Some(&Entry { flags: Flags(Flags::CITY), alias: 1 }));
        assert_eq!(of(&["York"]), None);
    }
}
