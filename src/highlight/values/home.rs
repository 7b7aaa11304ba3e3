//! Home: the country that an article is about tells which of several currencies a bare "$", "pesos" or "K5 million" means. Whoever writes "US$" or
//! "C$" beside it means the other one by the bare sign.
//!
//! `homes.tsv` holds countries: the currencies that share a name or sign with others (the name, "=", ISO 4217), and the words by which an article is about
//! the country; those after "~" are names of others, too, and count where another word tells of it.

use std::sync::LazyLock;

use super::{Value, ValueKind};
use crate::article::Article;
use crate::highlight::fold;
use crate::highlight::table::Table;

/// A country: its currencies, each by the name that it shares with others.
type Home = Vec<(&'static str, &'static str)>;

struct Homes {
    /// Places of the homes in their list, from 1 and doubled, by the hash of a word or of two; one more for a word that names others, too.
    words: Table,
    list: Vec<Home>,
}

static HOMES: LazyLock<Homes> = LazyLock::new(|| {
    let mut homes = Homes { words: Table::default(), list: Vec::new() };
    for line in include_str!("homes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((names, words)) = line.split_once('\t') else { continue };
        homes.list.push(names.split(' ').filter_map(|name| name.split_once('=')).collect());
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

/// A currency by its bare name: the ISO code for which the readers take it, empty where they leave it open; the name in `homes.tsv`; the words of the value
/// that are that name, and those beside them that say which one is meant.
const BARE: [(&str, &str, &[&str], &[&str]); 17] = [
    ("USD", "$", &["$", "dollar", "dollars", "bucks"], US),
    ("USD", CENT, &["cent", "cents"], US),
    ("", "peso", &["peso", "pesos"], &[]),
    ("", "krone", &["krone"], &[]),
    ("", "crown", &["crown", "crowns"], &[]),
    ("INR", "rupee", &["rupee", "rupees", "rs"], &["indian"]),
    ("KES", "shilling", &["shilling", "shillings", "sh"], &["kenyan"]),
    ("GBP", "pound", &["pound", "pounds"], &["british", "sterling"]),
    ("PHP", "p", &["p"], &[]),
    ("ZMW", "k", &["k", "kwacha"], &["zambian"]),
    ("CHF", "franc", &["franc", "francs"], &["swiss"]),
    ("IQD", "dinar", &["dinar", "dinars"], &["iraqi"]),
    ("SAR", "riyal", &["riyal", "riyals"], &["saudi"]),
    ("IRR", "rial", &["rial", "rials"], &["iranian"]),
    ("AED", "dirham", &["dirham", "dirhams"], &["uae"]),
    ("SEK", "krona", &["krona", "kronor"], &["swedish"]),
    ("NOK", "krone", &["krone", "kroner"], &["norwegian"]),
];

/// What says that a dollar is the American one.
const US: &[&str] = &["us", "u", "american"];

/// The row of [`BARE`] by which a value tells its currency.
fn bare(article: &Article, value: &Value) -> Option<usize> {
    if value.kind != ValueKind::Money {
        return None;
    }
    let code = value.currency.as_deref().unwrap_or_default();
    let text = article.of(value.span);
    let word = |one: &str| text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.eq_ignore_ascii_case(one));
    let has = |list: &[&str]| list.iter().any(|&one| if one == "$" { text.contains(one) } else { word(one) });
    BARE.iter().position(|(taken, _, names, other)| *taken == code && has(names) && !has(other))
}

/// Longest word that is an abbreviation where it is all capitals: "NSW".
const LETTERS: usize = 4;

/// How often a country must be told of for a bare name to be its currency where the readers know a likelier one, and how many times as often as the
/// country of that.
const OFTEN: usize = 2;
const OVER: usize = 2;

/// Sets the currencies of bare names by the country that the article is about, where that is plain.
pub fn settle(article: &Article, values: &mut [Value]) {
    let names: Vec<Option<usize>> = values.iter().map(|value| bare(article, value)).collect();
    if names.iter().all(Option::is_none) {
        return;
    }
    let mentions = mentions(article);
    // currencies that some value names in full
    let named = values.iter().zip(&names).filter(|(value, name)| name.is_none() && value.kind == ValueKind::Money);
    let mut full: Vec<&str> = Vec::new();
    for code in named.filter_map(|(value, _)| value.currency.as_deref()) {
        if !full.contains(&code) {
            full.push(code);
        }
    }
    let settled: Vec<Option<&str>> = (0..BARE.len()).map(|row| currency(row, &mentions, &full)).collect();
    for (value, name) in values.iter_mut().zip(names) {
        if let Some(code) = name.and_then(|row| settled[row]) {
            value.currency = Some(code.to_string());
            value.confidence = value.confidence.min(SURE);
        }
    }
}

/// How sure a currency is that the country tells.
const SURE: f32 = 0.6;

/// How often the article tells of each country.
fn mentions(article: &Article) -> Vec<usize> {
    let (mut own, mut shared) = (vec![0usize; HOMES.list.len()], vec![0usize; HOMES.list.len()]);
    // the capital before, where it stands beside
    let mut before: Option<(usize, u64)> = None;
    for (index, token) in article.tokens.iter().enumerate().filter(|(_, token)| token.capital()) {
        let word = article.of(token.span);
        let upper = word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
        let beside = before.filter(|(at, _)| at + 1 == index).map_or(0, |(_, first)| HOMES.words.get(fold::hash(first, word)));
        let alone = || if word.len() > 2 || upper { HOMES.words.get(fold::hash(fold::SEED, word)) } else { 0 };
        let home = if beside != 0 { beside } else { alone() };
        before = Some((index, fold::hash(fold::SEED, word)));
        let Some(place) = (home as usize / 2).checked_sub(1) else { continue };
        // "SINGAPORE — Police seized": a place line says where the article is from
        if upper && word.len() > LETTERS {
            own[place] += OFTEN;
        } else if home % 2 == 1 {
            shared[place] += 1;
        } else {
            own[place] += 1;
        }
    }
    for (own, shared) in own.iter_mut().zip(shared).filter(|(own, _)| **own > 0) {
        *own += shared;
    }
    own
}

/// The currency that a bare name means in an article with these mentions of countries and these currencies named in full, if that is another than the
/// readers take it for.
fn currency(row: usize, mentions: &[usize], full: &[&str]) -> Option<&'static str> {
    let (usual, name, ..) = BARE[row];
    let called = |own: &str| own == name || name == CENT && own == "$";
    let codes = HOMES.list.iter().zip(mentions).filter_map(|(home, &count)| Some((home.iter().find(|n| called(n.0))?.1, count)));
    let mut codes: Vec<(&str, usize)> = codes.collect();
    let home = codes.iter().find(|code| code.0 == usual).map_or(0, |code| code.1);
    codes.retain(|code| code.0 != usual);
    codes.sort_by_key(|code| std::cmp::Reverse(code.1));
    let &(code, most) = codes.first()?;
    let next = codes.get(1).map_or(0, |code| code.1);
    let written = |wanted: &str| full.contains(&wanted);
    let dollar = matches!(name, "$" | CENT);
    let plain = most >= if usual.is_empty() { 1 } else { OFTEN } && most > OVER * home;
    // "US$5 million ($7 million)", but "C$5 million ($4 million)"
    let other = dollar && written(usual) && most > 0;
    ((plain || other) && !(dollar && written(code)) && 2 * most > 3 * next).then_some(code)
}
