//! Thesaurus: the groups of words that WordNet says stand for one another, and its opposites, cut down to words and senses that people use.
//!
//! Of a set of synonyms those words stay that are written as one word, are counted at least [`LEAST`] times in the texts whose senses were counted, and
//! mean this sense first or second, or often enough. WordNet's counts are in `index.sense`, its sets in `data.noun`, `data.verb` and `data.adj`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

/// Fewest counted uses of a word, in all its senses.
const LEAST: u32 = 10;

/// Fewest uses of a word that has an opposite.
const LEAST_OPPOSED: u32 = 2;

/// What is known of a word in one sense: its number among the word's senses, and how often it was counted.
type Senses = BTreeMap<(char, String, String), (u32, u32)>;

const HEAD: &str =
    "# Source: WordNet 3.1, Princeton University (https://wordnet.princeton.edu); WordNet License. Made by `glosswire-train thesaurus`.\n";

/// Reads the folder `dict` of WordNet 3.1 and writes the synonyms and the opposites, a group a line.
pub fn write(dict: &str, synonyms: &str, opposites: &str) -> Result<(), Box<dyn Error>> {
    let (mut senses, mut uses) = (Senses::new(), BTreeMap::<String, u32>::new());
    for line in fs::read_to_string(format!("{dict}/index.sense"))?.lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let [key, offset, number, count] = fields[..] else { continue };
        let (word, rest) = key.split_once('%').ok_or("a sense without its kind")?;
        let (number, count) = (number.parse()?, count.parse::<u32>()?);
        *uses.entry(word.into()).or_default() += count;
        let seen = senses.entry((kind(rest), offset.into(), word.into())).or_insert((number, 0));
        seen.1 = seen.1.max(count);
    }
    let used = |word: &str| uses.get(word).copied().unwrap_or(0);
    let plain = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut sets = BTreeMap::new();
    let mut pointers = Vec::new();
    let mut groups = BTreeSet::new();
    for (file, kind) in [("noun", 'n'), ("verb", 'v'), ("adj", 'a')] {
        for line in fs::read_to_string(format!("{dict}/data.{file}"))?.lines().filter(|line| !line.starts_with("  ")) {
            let fields: Vec<&str> = line.split(" | ").next().unwrap_or_default().split(' ').collect();
            let offset = fields[0];
            let size = usize::from_str_radix(fields[3], 16)?;
            let words: Vec<String> = (0..size).map(|i| fields[4 + 2 * i].split('(').next().unwrap_or_default().to_lowercase()).collect();
            let common = |word: &&String| {
                let (number, count) = senses.get(&(kind, offset.into(), (*word).clone())).copied().unwrap_or((9, 0));
                plain(word) && used(word) >= LEAST && (number <= 2 || count >= 3 || count * 10 >= used(word))
            };
            let group: BTreeSet<&str> = words.iter().filter(common).map(String::as_str).collect();
            if group.len() > 1 {
                groups.insert(group.into_iter().collect::<Vec<_>>().join(" "));
            }
            let first = 4 + 2 * size;
            for pointer in fields[first + 1..].chunks_exact(4).take(fields[first].parse()?).filter(|p| p[0] == "!") {
                let (from, to) = (usize::from_str_radix(&pointer[3][..2], 16)?, usize::from_str_radix(&pointer[3][2..], 16)?);
                let other = if pointer[2] == "s" { "a" } else { pointer[2] };
                pointers.push(((kind, offset.to_string(), from), (other.chars().next().unwrap_or('n'), pointer[1].to_string(), to)));
            }
            sets.insert((kind, offset.to_string()), words);
        }
    }
    let word =
        |(kind, offset, number): &(char, String, usize)| Some(sets.get(&(*kind, offset.clone()))?.get(number.checked_sub(1)?)?.as_str());
    let mut pairs = BTreeSet::new();
    for (from, to) in &pointers {
        let (Some(x), Some(y)) = (word(from), word(to)) else { continue };
        // "un-" is seen by the comparison itself
        let denied = x.strip_prefix("un") == Some(y) || y.strip_prefix("un") == Some(x);
        if plain(x) && plain(y) && used(x) >= LEAST_OPPOSED && used(y) >= LEAST_OPPOSED && !denied {
            pairs.insert(if x < y { format!("{x} {y}") } else { format!("{y} {x}") });
        }
    }
    let text = |title: &str, lines: BTreeSet<String>| format!("{title}{HEAD}{}\n", lines.into_iter().collect::<Vec<_>>().join("\n"));
    println!("{} groups, {} opposites", groups.len(), pairs.len());
    fs::write(synonyms, text("# Groups of words that stand for one another in one of their common senses.\n", groups))?;
    fs::write(opposites, text("# Pairs of words of which one excludes the other.\n", pairs))?;
    Ok(())
}

/// The kind of word that a sense key tells: adjectives that stand beside others are adjectives.
fn kind(rest: &str) -> char {
    match rest.as_bytes().first() {
        Some(b'1') => 'n',
        Some(b'2') => 'v',
        Some(b'4') => 'r',
        _ => 'a',
    }
}
