//! Units: the unit behind a number, and a figure with a unit, also in SI.

use super::figures::{tidy, value};
use super::lexicon::{LEXICON, Unit};
use super::list::list;
use super::sentence::Words;
use super::{Measure, Value, ValueKind};

/// The unit named by up to three words at `i`, and the token after it.
#[inline(never)]
pub fn unit(words: &Words, i: usize) -> Option<(Unit, usize)> {
    if words.is(i, "°") {
        if words.is_word(i + 1) && words.among(i + 1, list!("C F celsius fahrenheit")) {
            let unit = LEXICON.unit(if words.at(i + 1).starts_with(['F', 'f']) { "°f" } else { "°c" })?;
            return Some((unit, i + 2));
        }
        return Some((LEXICON.unit("°")?, i + 1));
    }
    if !words.is_word(i) {
        return None;
    }
    // "km/h", "m/s"
    if words.is(i + 1, "/") && words.is_word(i + 2) && words.at(i + 2).len() <= 4 {
        let joined = [words.at(i), "/", words.at(i + 2)].concat();
        if let Some(unit) = LEXICON.unit(&joined) {
            return Some((unit, i + 3));
        }
    }
    let first = words.at(i);
    let more = LEXICON.unit(first).is_some()
        || words.among(
            i,
            list!(
                "square sq cubic cu degree degrees nautical light metric working business calendar trading school fiscal financial megabits"
            ),
        );
    if !more {
        return None;
    }
    for count in [3usize, 2, 1] {
        let mut at = i + 1;
        let mut phrase = first.to_string();
        let mut whole = true;
        for _ in 1..count {
            at = if words.dash(at) && words.touches(at) { at + 1 } else { at };
            whole &= words.is_word(at);
            phrase.push(' ');
            phrase.push_str(words.at(at));
            at += 1;
        }
        if whole {
            if let Some(unit) = LEXICON.unit(&phrase) {
                return Some((unit, at));
            }
        }
    }
    None
}

/// An amount that has a half, in the next smaller unit of time: an hour and a half is 90 minutes.
pub fn smaller(amount: f64, unit: Unit) -> (f64, Unit) {
    let down = match unit.name {
        "hour" => ("minute", 60.0),
        "minute" => ("second", 60.0),
        "day" => ("hour", 24.0),
        "year" => ("month", 12.0),
        "decade" => ("year", 10.0),
        "century" => ("year", 100.0),
        _ => return (amount, unit),
    };
    LEXICON.unit(down.0).map_or((amount, unit), |unit| (amount * down.1, unit))
}

#[inline(never)]
pub fn si(value: &mut Value, unit: Unit) {
    let convert = |amount: f64| match unit.name {
        "°C" => amount + 273.15,
        "°F" => (amount + 459.67) / 1.8,
        _ => amount * unit.factor,
    };
    value.si = value.amount.map(|amount| Measure { amount: tidy(convert(amount)), unit: unit.si.to_string() });
}

pub fn measured(words: &Words, from: usize, end: usize, amount: f64, to: Option<f64>, unit: Unit) -> Value {
    let kind = if unit.time { ValueKind::Duration } else { ValueKind::Quantity };
    let mut value = value(words, from, end, kind, amount, "unit");
    value.unit = Some(unit.name.to_string());
    value.to = to;
    si(&mut value, unit);
    value
}
