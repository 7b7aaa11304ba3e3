//! Home: the country that an article is about tells which of several currencies a bare "$", "pesos" or "K5 million" means. Whoever writes "US$" or
//! "C$" beside it means the other one by the bare sign.

use std::sync::LazyLock;

use super::{Value, ValueKind};
use crate::article::Article;
use crate::highlight::fold;
use crate::highlight::table::Table;

/// A country: its currencies by the names that they share with others.
struct Home {
    names: Vec<(&'static str, &'static str)>,
}

struct Homes {
    /// Places of the homes in their list, from 1 and doubled, by the hash of a word or of two; one more for a word that names others, too.
    words: Table,
    list: Vec<Home>,
}

static HOMES: LazyLock<Homes> = LazyLock::new(|| {
    let mut homes = Homes { words: Table::default(), list: Vec::new() };
    for line in include_str!("homes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((names, words)) = line.split_once('\t') else { continue };
        homes.list.push(Home { names: names.split(' ').filter_map(|name| name.split_once('=')).collect() });
        let number = 2 * homes.list.len() as u32;
        for word in words.split(' ') {
            let shared = word.strip_prefix('~');
            let key = shared.unwrap_or(word).split('_').fold(fold::SEED, fold::hash);
            *homes.words.at(key) = number + u32::from(shared.is_some());
        }
    }
    homes
});

/// The name of what every dollar and some other currencies have.
const CENT: &str = "cent";

/// A currency by its bare name: the ISO code for which the readers take it, the name in `homes.tsv`, how the words of the value contain it, and what
/// there says which one is meant.
const BARE: [(&str, &str, &[&str], &[&str]); 19] = [
    ("USD", "$", &["$", "dollar", "buck"], &["us", "u.s", "american"]),
    ("USD", CENT, &["cent"], &["us", "u.s", "american"]),
    ("", "peso", &["peso"], &[]),
    ("", "krone", &["krone"], &[]),
    ("", "crown", &["crown"], &[]),
    ("INR", "rupee", &["rupee", "rs"], &["indian"]),
    ("KES", "shilling", &["shilling", "sh"], &["kenyan", "ksh"]),
    ("GBP", "pound", &["pound"], &["british", "sterling"]),
    ("PHP", "p", &["p"], &["peso", "php", "₱"]),
    ("ZMW", "k", &["k", "kwacha"], &["zambian"]),
    ("CHF", "franc", &["franc"], &["swiss"]),
    ("IQD", "dinar", &["dinar"], &["iraqi"]),
    ("SAR", "riyal", &["riyal"], &["saudi"]),
    ("IRR", "rial", &["rial"], &["iranian"]),
    ("AED", "dirham", &["dirham"], &["uae"]),
    ("TRY", "lira", &["lira"], &["turkish"]),
    ("SEK", "krona", &["krona", "kronor"], &["swedish"]),
    ("NOK", "krone", &["krone"], &["norwegian"]),
    ("DKK", "krone", &["krone"], &["danish"]),
];

/// The bare name by which a value tells its currency.
fn bare(article: &Article, value: &Value) -> Option<&'static str> {
    if value.kind != ValueKind::Money {
        return None;
    }
    let code = value.currency.as_deref().unwrap_or_default();
    let words = article.of(value.span).to_ascii_lowercase();
    let names = BARE.iter().filter(|(taken, ..)| *taken == code);
    names
        .into_iter()
        .find(|(_, _, forms, other)| forms.iter().any(|f| words.contains(f)) && !other.iter().any(|o| words.contains(o)))
        .map(|n| n.1)
}

/// Longest word that is an abbreviation where it is all capitals: "NSW".
const LETTERS: usize = 4;

/// How often a country must be told of for a bare "$" to be its dollar, and how many times as often as the United States.
const DOLLARS: usize = 2;
const OVER_US: usize = 2;

/// Sets the currencies of bare names by the country that the article is about, where that is plain.
pub fn settle(article: &Article, values: &mut [Value]) {
    let names: Vec<Option<&str>> = values.iter().map(|value| bare(article, value)).collect();
    if names.iter().all(Option::is_none) {
        return;
    }
    let (mut mentions, mut shared) = (vec![0usize; HOMES.list.len()], vec![0usize; HOMES.list.len()]);
    let mut before = fold::SEED;
    for token in article.tokens.iter().filter(|token| token.capital()) {
        let word = article.of(token.span);
        let upper = word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
        let single = if word.len() > 2 || upper { HOMES.words.get(fold::hash(fold::SEED, word)) } else { 0 };
        let home = if single != 0 { single } else { HOMES.words.get(fold::hash(before, word)) };
        before = fold::hash(fold::SEED, word);
        let Some(place) = (home as usize / 2).checked_sub(1) else { continue };
        // "SINGAPORE — Police seized": a place line says where the article is from
        match upper && word.len() > LETTERS {
            true => mentions[place] += DOLLARS,
            false if home % 2 == 1 => shared[place] += 1,
            false => mentions[place] += 1,
        }
    }
    for (own, shared) in mentions.iter_mut().zip(shared).filter(|(own, _)| **own > 0) {
        *own += shared;
    }
    // currencies that some value names in full
    let mut full: Vec<String> = values
        .iter()
        .zip(&names)
        .filter(|(value, name)| name.is_none() && value.kind == ValueKind::Money)
        .filter_map(|(v, _)| v.currency.clone())
        .collect();
    full.sort_unstable();
    full.dedup();
    for (value, name) in values.iter_mut().zip(names) {
        let Some(name) = name else { continue };
        let called = |own: &str| own == name || name == CENT && own == "$";
        let codes = HOMES.list.iter().zip(&mentions).filter_map(|(home, &count)| Some((home.names.iter().find(|n| called(n.0))?.1, count)));
        let mut codes: Vec<(&str, usize)> = codes.collect();
        codes.sort_by_key(|code| std::cmp::Reverse(code.1));
        let Some(&(code, most)) = codes.iter().find(|code| code.0 != "USD") else { continue };
        let of = |wanted: &str| codes.iter().find(|c| c.0 == wanted).map_or(0, |c| c.1);
        let next = codes.iter().filter(|c| c.0 != code && c.0 != "USD").map(|c| c.1).max().unwrap_or(0);
        let written = |wanted: &str| full.binary_search_by(|code| code.as_str().cmp(wanted)).is_ok();
        let dollar = matches!(name, "$" | CENT);
        let plain = if dollar {
            // "C$5 million ($4 million)"
            !written(code) && (most >= DOLLARS && most > OVER_US * of("USD") || written("USD") && most > 0)
        } else {
            most > 0
        };
        if plain && 2 * most > 3 * next {
            value.currency = Some(code.to_string());
            value.confidence = if dollar { 0.6 } else { value.confidence };
        }
    }
}
