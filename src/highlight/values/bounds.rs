//! Bounds: the words before or behind a figure that say how exactly it is meant.

use super::lexicon::{Class, LEXICON, Lower};
use super::list::list;
use super::sentence::Words;
use super::{Bound, money};

/// The bound told before the token `i`, and the first token of the words that tell it.
#[inline(never)]
pub fn before(words: &Words, i: usize) -> Option<(usize, Bound)> {
    let mut last = i.checked_sub(1).filter(|&at| words.has(at))?;
    // "an estimated", "about a" and "some" may have an article or "the" between them and the figure; "~" and ">" stand at it
    let article = words.among(last, list!("a an the another")) && last > words.from;
    if article || words.is(last, ".") && words.among_before(last, 1, list!("approx ca c")) {
        last -= 1;
    }
    // "more than the 5,000 economists had forecast" compares with a number that is told
    if words.is(last, "than") && words.is(last + 1, "the") {
        return None;
    }
    let word = Lower::of(words.at(last))?;
    'phrases: for (phrase, bound) in LEXICON.bounds(word.text()) {
        let mut at = last;
        for expected in phrase.rsplit(' ').filter(|word| !word.is_empty()) {
            match at.checked_sub(1).filter(|&at| words.is(at, expected)) {
                Some(before) => at = before,
                None => continue 'phrases,
            }
        }
        if phrase.is_empty() && !alone(words, last) {
            return None;
        }
        return Some((at, *bound));
    }
    None
}

/// Whether a single word that tells a bound does so here: "over the past", "above all", "near 5th Street" don't.
fn alone(words: &Words, i: usize) -> bool {
    match words.at(i) {
        // "over two years", "over 60,000 people"; "won over 3 allies" can't be told apart
        "near" => false,
        "beyond" | "under" | "below" | "above" | "over" | "around" => {
            !words.dash(i.wrapping_sub(1)) && !words.among_before(i, 1, list!("all hand come comes came take took"))
        }
        "minimum" | "maximum" => words.among_before(i, 1, list!("a the")),
        _ => true,
    }
}

/// The bound told behind the token before `i`: "or more", "or so", "+"; and the token after it.
#[inline(never)]
pub fn after(words: &Words, i: usize) -> Option<(usize, Bound)> {
    if words.is(i, "+") && words.touches(i) {
        return Some((i + 1, Bound::AtLeast));
    }
    let plus = words.past_dash(i);
    let more =
        words.is_number(plus + 1) || matches!(words.class(plus + 1), Class::Num | Class::Tens) || money::lead(words, plus + 1).is_some();
    if words.is(plus, "plus") && !more {
        return Some((plus + 1, Bound::AtLeast));
    }
    if !words.among(i, list!("or and")) {
        return None;
    }
    let bound = if words.among(i + 1, list!("more over older above higher up upwards greater longer counting better")) {
        if words.is(i, "and") && !words.among(i + 1, list!("over older above up upwards counting")) {
            return None;
        }
        Bound::AtLeast
    } else if words.is(i, "or") && words.among(i + 1, list!("less fewer younger under below lower")) {
        Bound::AtMost
    } else if words.is(i, "or") && words.among(i + 1, list!("so thereabouts")) {
        Bound::About
    } else {
        return None;
    };
    // "5 and over the hills"
    (!words.among(i + 2, list!("the a an than"))).then_some((i + 2, bound))
}
