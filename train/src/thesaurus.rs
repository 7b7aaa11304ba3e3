//! Thesaurus: the groups of words that WordNet says stand for one another, and pairs that are close, cut down to words and senses that people use, and
//! without opposites ("father", "mother": to beget).
//!
//! Of a set of synonyms those words stay that the news uses at least [`LEAST_IN_NEWS`] times and that are counted at least [`LEAST`] times in the texts
//! whose senses were counted, and mean this sense first or second, or often enough; of those written as two words, verbs with their particle. Close are
//! a word and the one that WordNet puts above it, or beside it, if both mean this first and the Moby Thesaurus (Ward 1996), which is wider and looser,
//! names each of them for the other. WordNet's counts are in `index.sense`, its sets in `data.noun`, `data.verb` and `data.adj`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::error::Error;
use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;

/// Fewest counted uses of a word, in all its senses.
const LEAST: u32 = 3;

/// Fewest uses of a word, in any form, in a sample of news.
const LEAST_IN_NEWS: u32 = 3;

/// Fewest counted uses of a word that is close to another.
const LEAST_CLOSE: u32 = 6;

/// Words that make another verb of a verb, of those that the comparison keeps as words: "in" and "for" only lead what follows them.
const PARTICLES: [&str; 8] = ["up", "down", "out", "off", "over", "away", "back", "through"];

/// Fewest uses of a word that has an opposite.
const LEAST_OPPOSED: u32 = 2;

/// What is known of a word in one sense: its number among the word's senses, and how often it was counted.
type Senses = BTreeMap<(char, String, String), (u32, u32)>;

const HEAD: &str =
    "# Source: WordNet 3.1, Princeton University (https://wordnet.princeton.edu); WordNet License. Made by `glosswire-train thesaurus`.\n";

const MOBY: &str =
    "# Source: WordNet 3.1, as far as the Moby Thesaurus (Grady Ward 1996, public domain) agrees. Made by `glosswire-train thesaurus`.\n";

/// Reads the folder `dict` of WordNet 3.1, the Moby Thesaurus (a word and its like a line, with commas) and a sample of news (any text, packed with
/// gzip), and in the folder `out` the lists made by hand; writes the synonyms and the close pairs there, a group a line.
pub fn write(dict: &str, moby: &str, news: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut sample = String::new();
    GzDecoder::new(fs::File::open(news)?).read_to_string(&mut sample)?;
    let mut counts = HashMap::<&str, u32>::new();
    for word in sample.split(|c: char| !c.is_ascii_lowercase()) {
        *counts.entry(word).or_default() += 1;
    }
    let in_news = |word: &str| {
        forms(word.split('_').next().unwrap_or(word)).iter().filter_map(|form| counts.get(form.as_str())).sum::<u32>() >= LEAST_IN_NEWS
    };
    let moby = String::from_utf8_lossy(&fs::read(moby)?).to_lowercase();
    let named: HashMap<&str, HashSet<&str>> =
        moby.lines().filter_map(|line| line.trim().split_once(',')).map(|(word, like)| (word, like.split(',').collect())).collect();
    let both = |x: &str, y: &str| [(x, y), (y, x)].iter().all(|(a, b)| named.get(a).is_some_and(|like| like.contains(b)));
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
    let letters = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
    let plain = |word: &str| in_news(word) && letters(word);
    let phrase = |word: &str| word.split_once('_').is_some_and(|(verb, rest)| plain(verb) && PARTICLES.contains(&rest));
    let mut sets = BTreeMap::new();
    let (mut pointers, mut close) = (Vec::new(), Vec::new());
    let mut groups = BTreeSet::new();
    for (file, kind) in [("noun", 'n'), ("verb", 'v'), ("adj", 'a')] {
        for line in fs::read_to_string(format!("{dict}/data.{file}"))?.lines().filter(|line| !line.starts_with("  ")) {
            let fields: Vec<&str> = line.split(" | ").next().unwrap_or_default().split(' ').collect();
            let offset = fields[0];
            let size = usize::from_str_radix(fields[3], 16)?;
            let words: Vec<String> = (0..size).map(|i| fields[4 + 2 * i].split('(').next().unwrap_or_default().to_lowercase()).collect();
            let common = |word: &&String| {
                let (number, count) = senses.get(&(kind, offset.into(), (*word).clone())).copied().unwrap_or((9, 0));
                (plain(word) || kind == 'v' && phrase(word))
                    && used(word) >= LEAST
                    && (number <= 2 || count >= 3 || count * 10 >= used(word))
            };
            let group: BTreeSet<&str> = words.iter().filter(common).map(String::as_str).collect();
            if group.len() > 1 {
                groups.insert(group.into_iter().collect::<Vec<_>>().join(" "));
            }
            let first = 4 + 2 * size;
            for pointer in fields[first + 1..].chunks_exact(4).take(fields[first].parse()?) {
                let other = if pointer[2] == "s" { "a" } else { pointer[2] };
                let here = (kind, offset.to_string());
                let there = (other.chars().next().unwrap_or('n'), pointer[1].to_string());
                match pointer[0] {
                    "@" | "$" | "&" => close.push((here, there)),
                    "!" => {
                        let number = |digits: &str| usize::from_str_radix(digits, 16);
                        pointers.push(((here, number(&pointer[3][..2])?), (there, number(&pointer[3][2..])?)));
                    }
                    _ => {}
                }
            }
            sets.insert((kind, offset.to_string()), words);
        }
    }
    let word = |(set, number): &((char, String), usize)| Some(sets.get(set)?.get(number.checked_sub(1)?)?.as_str());
    let pair = |x: &str, y: &str| format!("{} {}", x.min(y), x.max(y));
    let mut pairs = BTreeSet::new();
    for (from, to) in &pointers {
        let (Some(x), Some(y)) = (word(from), word(to)) else { continue };
        if letters(x) && letters(y) && used(x) >= LEAST_OPPOSED && used(y) >= LEAST_OPPOSED {
            pairs.insert(pair(x, y));
        }
    }
    for line in fs::read_to_string(format!("{out}/opposites.txt"))?.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split(' ').collect();
        let two = |(i, x): (usize, &&str)| words[i + 1..].iter().map(|y| pair(x, y)).collect::<Vec<_>>();
        pairs.extend(words.iter().enumerate().flat_map(two));
    }
    // what the lists written by hand say anyway
    let hand: Vec<HashSet<String>> = ["paraphrases", "variants"]
        .iter()
        .map(|file| fs::read_to_string(format!("{out}/{file}.txt")))
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .flat_map(|text| text.lines().filter(|line| !line.starts_with('#')))
        .map(|line| line.split(' ').map(str::to_string).collect())
        .collect();
    let by_hand = |words: &[&str]| hand.iter().any(|line| words.iter().all(|word| line.contains(*word)));
    groups.retain(|group: &String| {
        let words: Vec<&str> = group.split(' ').collect();
        let opposed = |(i, x): (usize, &&str)| words[i + 1..].iter().any(|y| pairs.contains(&pair(x, y)));
        !by_hand(&words) && !words.iter().enumerate().any(opposed)
    });
    let mut near = BTreeSet::new();
    let none = Vec::new();
    for (from, to) in &close {
        // those that mean this first
        let first = |set: &(char, String)| -> Vec<&str> {
            let words = sets.get(set).unwrap_or(&none).iter().filter(|word| {
                senses.get(&(set.0, set.1.clone(), (*word).clone())).is_some_and(|sense| sense.0 == 1)
                    && plain(word)
                    && used(word) >= LEAST_CLOSE
            });
            words.map(String::as_str).collect()
        };
        for (x, y) in first(from).into_iter().flat_map(|x| first(to).into_iter().map(move |y| (x, y))) {
            let same = groups.iter().any(|group| [x, y].iter().all(|word| group.split(' ').any(|other| other == *word)));
            if x != y && !same && !by_hand(&[x, y]) && both(x, y) && !pairs.contains(&pair(x, y)) {
                near.insert(pair(x, y));
            }
        }
    }
    println!("{} groups, {} close pairs", groups.len(), near.len());
    for (file, title, source, lines) in [
        ("synonyms", "Groups of words that stand for one another in one of their common senses.", HEAD, groups),
        ("close", "Pairs of words of which one is told for the other, though it may say less.", MOBY, near),
    ] {
        fs::write(format!("{out}/{file}.txt"), format!("# {title}\n{source}{}\n", lines.into_iter().collect::<Vec<_>>().join("\n")))?;
    }
    Ok(())
}

/// The regular forms of a word.
fn forms(word: &str) -> Vec<String> {
    let cut = |n: usize| &word[..word.len().saturating_sub(n)];
    let last = &word[word.len().saturating_sub(1)..];
    let mut forms: Vec<String> = ["", "s", "es", "d", "ed", "ing", "ly"].iter().map(|end| format!("{word}{end}")).collect();
    forms.extend(match last {
        "e" => vec![format!("{}ing", cut(1))],
        "y" => vec![format!("{}ies", cut(1)), format!("{}ied", cut(1))],
        _ => vec![format!("{word}{last}ed"), format!("{word}{last}ing")],
    });
    forms
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
