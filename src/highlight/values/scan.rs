//! The pass that finds the values: sentence by sentence, at each word the readers in the order of how much they tell, the first that reads something wins.

use super::calendar::Period;
use super::lexicon::Class;
use super::list::list;
use super::sentence::Words;
use super::when::{Found, When};
use super::{Bound, Published, Value, ValueKind, bounds, calendar, dates, figures, home, lengths, money, ranks, reject, relative, times};
use crate::article::{Article, TokenKind};

/// The values of the article, in order, none overlapping another.
pub fn find(article: &Article, published: Option<&Published>) -> Vec<Value> {
    let mut values = Vec::new();
    let mut words = Words::new(article);
    let mut when = When { base: published.and_then(|p| calendar::parse(&p.iso)), ..When::default() };
    for sentence in &article.sentences {
        if words.enter(sentence.tokens.0, sentence.tokens.1) {
            when.year = None;
            scan(&words, &mut when, &mut values);
        }
    }
    home::settle(article, &mut values);
    values
}

fn scan(words: &Words, when: &mut When, values: &mut Vec<Value>) {
    let (mut i, mut floor) = (words.from, words.from);
    while i < words.to {
        if !words.hot(i) || decimals(words, i) {
            i += 1;
            continue;
        }
        let figures = dates::in_figures(words, i, when).or_else(|| day_beside(words, i, when, values));
        let read = match figures {
            Some(found) => Some(dated(words, found, when)),
            None => {
                if let Some(to) = reject::skip(words, i) {
                    i = to;
                    floor = to;
                    continue;
                }
                value(words, i, when, floor)
            }
        };
        match read {
            Some((value, to)) => {
                if values.last().is_none_or(|last| last.span.end() <= value.span.start()) {
                    values.push(value);
                }
                i = to.max(i + 1);
                floor = i;
            }
            None => i += 1,
        }
    }
}

/// Whether a number is no more than the decimals of what is written onto a word before it: the "8" of "M7.8".
fn decimals(words: &Words, i: usize) -> bool {
    let digit = |at: usize| words.at(at).ends_with(|c: char| c.is_ascii_digit());
    i >= words.from + 2
        && words.is_number(i)
        && words.is(i - 1, ".")
        && words.touches(i)
        && words.touches(i - 1)
        && words.is_word(i - 2)
        && digit(i - 2)
}

/// The second day of "July 8 and 9": a bare day behind a date with a month.
fn day_beside(words: &Words, i: usize, when: &When, values: &[Value]) -> Option<Found> {
    let first = values.last().filter(|_| words.is_number(i) && words.among_before(i, 1, list!("and or")))?;
    let before = i.checked_sub(2).filter(|&at| words.has(at))?;
    let ends = first.rule == "month" && first.kind == ValueKind::Date && first.span.end() == words.article.tokens[before].span.end();
    let period = when.anchor.filter(|_| ends)?;
    dates::day_beside(words, i, period)
}

/// The value that begins with the token `i`.
fn value(words: &Words, i: usize, when: &mut When, floor: usize) -> Option<(Value, usize)> {
    let kind = words.kind(i)?;
    let class = words.class(i);
    match kind {
        TokenKind::Punct => return ranks::rank(words, i),
        TokenKind::Symbol => return figures::read(words, i, when),
        TokenKind::Number | TokenKind::Word => (),
        _ => return None,
    }
    if class == Class::Lead {
        return if words.among(i, list!("a an")) { figures::read(words, i, when) } else { ranks::rank(words, i) };
    }
    if kind == TokenKind::Word && class == Class::Plain {
        let word = words.at(i);
        // "Q4", "H1"
        if word.len() == 2 {
            if let Some(found) = dates::read(words, i, when) {
                return Some(dated(words, found, when));
            }
        }
        // "USD 29 million", "Rs. 40", "US$5", "EUR29m", "tenfold"
        let amount = matches!(words.kind(i + 1), Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Punct))
            || matches!(words.class(i + 1), Class::Num | Class::Part | Class::Lead)
            || word.bytes().any(|b| b.is_ascii_digit())
            || word.ends_with("fold");
        return (amount && word.len() <= 16).then(|| figures::read(words, i, when)).flatten();
    }
    if kind == TokenKind::Number || matches!(class, Class::Num | Class::Clock | Class::Part | Class::Tens) {
        // "10 to 12 July" is no time
        if let Some(found) = dates::read(words, i, when) {
            return Some(dated(words, found, when));
        }
        if let Some(clock) = times::read(words, i) {
            let mut value = Value::new(words.span(i, clock.to), ValueKind::Time, "clock");
            value.iso = Some(clock.iso());
            let to = clock.to;
            value.zone = clock.zone;
            if clock.until.is_some() {
                value.bound = Bound::Range;
            } else if let Some((_, bound)) = bounds::before(words, i) {
                value.bound = bound;
            }
            return Some((value, to));
        }
    } else if let Some(found) = (class == Class::Ordinal).then(|| relative::weekday_of_month(words, i, when)).flatten() {
        return Some(dated(words, found, when));
    } else if let Some(found) = relative::read(words, i, when, floor).or_else(|| dates::read(words, i, when)) {
        return Some(dated(words, found, when));
    }
    if class == Class::Relative {
        return lengths::past_length(words, i);
    }
    ranks::ordinal(words, i).filter(|_| figures_first(words, i)).or_else(|| figures::read(words, i, when))
}

/// Whether an ordinal word or figure is not the beginning of something longer.
fn figures_first(words: &Words, i: usize) -> bool {
    money::lead(words, i).is_none()
}

/// A date as a value; what it says is remembered for the dates that hang on it.
fn dated(words: &Words, found: Found, when: &mut When) -> (Value, usize) {
    let mut value = Value::new(words.span(found.from, found.to), ValueKind::Date, found.rule);
    value.iso = found.period.map(Period::iso);
    value.resolved = found.relative && value.iso.is_some();
    if let Some(other) = found.other {
        value.alternatives.push(other.iso());
        value.confidence = 0.6;
    }
    if let Some(period) = found.period {
        if !matches!(period, Period::Decade(_) | Period::Century(_)) && found.rule != "overnight" {
            when.anchor = Some(period);
            if let Period::Day(day) = period {
                when.day = Some(day);
            }
            if !found.relative && matches!(period, Period::Day(_) | Period::Month(..)) {
                when.year = Some(calendar::civil(period.first()).0);
            }
        }
    }
    if let Some((_, bound)) = bounds::before(words, found.from).filter(|(_, bound)| *bound == Bound::About) {
        value.bound = bound;
    }
    (value, found.to)
}
