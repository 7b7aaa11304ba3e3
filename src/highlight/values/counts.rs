//! What a number counts: the head noun of the phrase behind it, as a lemma.
//!
//! There is no tagger here. After any number but one the head is the first plural before a word that ends the phrase ("345 Muslim pilgrims have");
//! after one it is the first word that is no adjective.

use super::lexicon::{Class, Counting, LEXICON, Lower};
use super::list::list;
use super::sentence::Words;
use crate::article::{Case, TokenKind};

/// Most words between a number and the noun it counts.
const REACH: usize = 6;

/// What is counted.
pub struct Counted {
    /// Singular of the noun.
    pub lemma: String,
}

/// Whether the word at `i` is a plural.
#[inline(never)]
pub fn plural_at(words: &Words, i: usize) -> bool {
    words.is_word(i) && words.case(i) != Case::Upper && plural(words.at(i)).is_some()
}

/// The singular of a plural, if the word is one. Plurals in -s by their ending, others by the list.
#[inline(never)]
fn plural(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let kept = |singular: &str| {
        // a capital is kept: "Polaroids" -> "Polaroid"
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        match (capital, word.get(..singular.len())) {
            (true, Some(start)) if start.eq_ignore_ascii_case(singular) => start.to_string(),
            _ => singular.to_string(),
        }
    };
    match LEXICON.counting(&lower) {
        Some(Counting::Plural(singular)) => return Some(kept(singular)),
        Some(_) => return None,
        None => (),
    }
    if lower.ends_with("ese") && word.starts_with(char::is_uppercase) {
        return Some(word.to_string());
    }
    for (end, singular) in [("people", "person"), ("children", "child"), ("women", "woman"), ("men", "man")] {
        if let Some(stem) = lower.strip_suffix(end) {
            return Some(if end == "people" { [stem, "person"].concat() } else { [stem, singular].concat() });
        }
    }
    let bytes = lower.as_bytes();
    if bytes.len() < 3 || !lower.ends_with('s') || lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") {
        return None;
    }
    let stem = lower.strip_suffix("ies").filter(|stem| stem.len() > 1).map(|stem| [stem, "y"].concat());
    let es =
        || ["ches", "shes", "sses", "xes", "zzes"].iter().any(|end| lower.ends_with(end)).then(|| lower[..lower.len() - 2].to_string());
    let singular = stem.or_else(es).unwrap_or_else(|| lower[..lower.len() - 1].to_string());
    Some(kept(&singular))
}

#[inline(never)]
fn counting(words: &Words, i: usize) -> Option<Counting> {
    LEXICON.counting(Lower::of(words.at(i))?.text())
}

/// What the number before token `at` counts. `one`: whether it is one, so that a singular follows.
#[inline(never)]
pub fn noun(words: &Words, at: usize, one: bool) -> Option<Counted> {
    let mut i = at;
    // "131-page", "six - member team": the noun is in the singular
    let single = one;
    if words.dash(i) && words.is_word(i + 1) && (words.touches(i) || one || !words.touches(i + 1)) {
        if words.touches(i) != words.touches(i + 1) || !words.is_word(i + 1) || words.capital(i + 1) {
            return None;
        }
        if !words.touches(i) && counting(words, i + 1).is_some() {
            return None;
        }
        if words.among(i + 1, list!("way sided sum off star handed faced time piece part party on up something odd plus strong")) {
            return None;
        }
        return lemma_of_singular(words, i + 1);
    }
    // "23 of the", "23 others injured"
    if words.among(i, list!("of others")) {
        return None;
    }
    let mut last_capital = None;
    let mut steps = 0;
    while steps < REACH {
        match words.kind(i) {
            Some(TokenKind::Word) => (),
            // "92,000 asylum claim-", "two pan-democratic veterans", "2 'golden' tickets"
            Some(TokenKind::Punct) if words.dash(i) && words.touches(i) && words.is_word(i + 1) => {
                i += 1;
                continue;
            }
            Some(TokenKind::Punct) if words.is(i, ",") && steps > 0 && !single && adjective(words, i - 1) => {
                i += 1;
                continue;
            }
            Some(TokenKind::Possessive) => {
                i += 1;
                continue;
            }
            Some(TokenKind::Quote) if steps == 0 => {
                i += 1;
                continue;
            }
            _ => break,
        }
        let known = counting(words, i);
        // "858 wounded patients", "11 away games"
        let told = || plural_at(words, i + 1) && words.case(i + 1) == Case::Lower && words.among(i, list!("wounded injured away"));
        if matches!(known, Some(Counting::Stop | Counting::Verb)) && (words.case(i) != Case::Upper) && !told() {
            break;
        }
        if words.class(i) == Class::Month && words.capital(i) || matches!(words.class(i), Class::Near | Class::Weekday) && i == at {
            break;
        }
        let compound = words.dash(i + 1) && words.touches(i + 1) && words.touches(i + 2);
        if single {
            if compound {
                i += 1;
                steps += 1;
                continue;
            }
            let ends = !words.is_word(i + 1) || matches!(counting(words, i + 1), Some(Counting::Stop | Counting::Verb));
            let skip = matches!(known, Some(Counting::Adjective)) || adjective(words, i) || words.capital(i) && words.is_word(i + 1);
            if (ends || !skip && !words.capital(i)) && !past_tense(words, i) {
                // "one police officer was": the noun that ends the run
                if !ends && noun_follows(words, i) {
                    i += 1;
                    steps += 1;
                    continue;
                }
                // "Formula One returns": a verb, unless singular and plural are the same
                if !words.capital(i) && plural(words.at(i)).is_some_and(|singular| !singular.eq_ignore_ascii_case(words.at(i))) {
                    return None;
                }
                return lemma_of_singular(words, i);
            }
            if past_tense(words, i) && steps == 0 {
                return None;
            }
        } else if !compound && words.case(i) != Case::Upper {
            if let Some(singular) = plural(words.at(i)) {
                let possessive = words.kind(i + 1) == Some(TokenKind::Possessive);
                // "20 police officers", "three sales managers": a verb behind a plural has no -s
                let goes_on = plural_at(words, i + 1) && !words.capital(i + 1) && steps + 1 < REACH;
                if steps == 0 && forecast(words, i + 1) {
                    return None;
                }
                if !possessive && !words.capital(i) && !goes_on {
                    return Some(Counted { lemma: singular });
                }
                // "two Associated Press reporters": a name may stand before the noun
                last_capital.get_or_insert(singular);
            } else if steps == 0 && past_tense(words, i) && !words.is_word(i + 1) {
                break;
            }
        }
        i += 1;
        steps += 1;
    }
    last_capital.map(|lemma| Counted { lemma })
}

/// Whether those just named are who foretold the number: "more than the 5,000 economists had forecast".
fn forecast(words: &Words, i: usize) -> bool {
    let verb = i + usize::from(words.among(i, list!("had have")));
    verb > i && words.among(verb, list!("forecast expected predicted estimated projected anticipated hoped"))
}

/// Whether the word after `i` goes on with the same noun: a plain lower-case word that has no ending of a verb or adverb.
fn noun_follows(words: &Words, i: usize) -> bool {
    let next = words.at(i + 1);
    words.case(i + 1) == Case::Lower
        && words.class(i + 1) == Class::Plain
        && counting(words, i + 1).is_none()
        && !["s", "ed", "ing", "ly"].iter().any(|end| next.ends_with(end))
}

fn lemma_of_singular(words: &Words, i: usize) -> Option<Counted> {
    let word = words.at(i);
    if word.len() < 2 || words.class(i) == Class::Ordinal {
        return None;
    }
    Some(Counted { lemma: if words.capital(i) { word.to_string() } else { word.to_lowercase() } })
}

/// Whether the ending makes a word an adjective.
fn adjective(words: &Words, i: usize) -> bool {
    let word = words.at(i);
    matches!(counting(words, i), Some(Counting::Adjective))
        || word.len() > 5
            && words.case(i) == Case::Lower
            && ["ous", "ive", "ful", "less", "able", "ible", "ish", "ical", "onal", "ern", "tary", "ary", "cial", "tial", "iest", "lar"]
                .iter()
                .any(|end| word.ends_with(end))
}

fn past_tense(words: &Words, i: usize) -> bool {
    let word = words.at(i);
    word.len() > 4 && word.ends_with("ed") && words.case(i) == Case::Lower && !word.ends_with("eed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singulars() {
        for (word, singular) in [
            ("drones", Some("drone")),
            ("cities", Some("city")),
            ("matches", Some("match")),
            ("people", Some("person")),
            ("fishermen", Some("fisherman")),
            ("Polaroids", Some("Polaroid")),
            ("schoolchildren", Some("schoolchild")),
            ("boxes", Some("box")),
            ("bus", None),
            ("crisis", None),
            ("across", None),
            ("says", None),
            ("gas", Some("ga")),
        ] {
            assert_eq!(plural(word).as_deref(), singular, "{word}");
        }
    }
}
