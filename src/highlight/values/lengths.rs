//! Lengths of time and ages: "two weeks", "an hour and a half", "14-year-old"; and the dates told by them: "three years ago", "a year earlier".

use super::figures::{tidy, value};
use super::lexicon::{LEXICON, Unit};
use super::list::list;
use super::measures::{measured, si, smaller, unit};
use super::numbers::{self, Number};
use super::relative::shifted;
use super::sentence::Words;
use super::when::When;
use super::{Bound, Value, ValueForm, ValueKind, bounds, calendar};

/// "an hour", "a week", "half an hour", "a year ago": lengths without a number.
pub fn article_length(words: &Words, i: usize, when: &When) -> Option<(Value, usize)> {
    let (amount, at) = match (words.among(i, list!("a an")), words.is(i, "half")) {
        (true, _) if words.is(i + 1, "half") => (0.5, words.past_dash(i + 2)),
        (true, _) => (1.0, i + 1),
        (_, true) if words.among(i + 1, list!("a an")) => (0.5, i + 2),
        // "the last half-hour"
        (_, true) if words.dash(i + 1) && words.is(i + 2, "hour") => (0.5, i + 2),
        _ => return None,
    };
    let (unit, mut end) = unit(words, at)?;
    let half = amount == 0.5;
    if !unit.time {
        if !half {
            return None;
        }
        return Some((measured(words, i, end, amount, None, unit), end));
    }
    let mut amount = amount;
    let mut told = unit;
    if words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half") {
        (amount, told) = smaller(amount + 0.5, unit);
        end += 3;
    } else if words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "quarter") {
        (amount, told) = smaller(amount + 0.25, unit);
        end += 3;
    } else if !half {
        // "three times a week" is a rate; "a day" is often just a day
        let behind = words.among(end, list!("ago earlier later before after"))
            || words.is(end, "from") && words.is(end + 1, "now")
            || old(words, end).is_some();
        let lead = bounds::before(words, i).is_some_and(|b| b.0 < i)
            || words.among_before(i, 1, list!("for in within after lasted last lasts took take takes spent half only just under over every than until nearly almost about"))
                && !(words.among_before(i, 1, list!("in after")) && words.among(at, list!("second")));
        let days = unit.name == "day" && !words.among_before(i, 1, list!("for within took lasted spent than in"));
        if !behind && (!lead || days || words.among(at, list!("quarter second"))) {
            return None;
        }
    }
    if let Some(found) = ago(words, i, end, amount, unit, when) {
        return Some(found);
    }
    if words.among(end, list!("earlier later before")) && clause_or_comma(words, end + 1, end) {
        if let Some(date) = hung(words, i, end, amount, unit, when) {
            return Some(date);
        }
    }
    let mut value = value(words, i, end, ValueKind::Duration, amount, "length");
    value.unit = Some(told.name.to_string());
    si(&mut value, told);
    if old(words, end).is_some() {
        value.form = Some(ValueForm::Age);
    }
    Some((value, end))
}

/// Whether "before" ends its clause there; "earlier" and "later" need not.
pub fn clause_or_comma(words: &Words, next: usize, at: usize) -> bool {
    !words.is(at, "before") || !words.has(next) || !words.is_word(next) && !words.is_number(next)
}

/// "a year earlier": the date that many units from the one spoken of.
pub fn hung(words: &Words, from: usize, end: usize, amount: f64, unit: Unit, when: &When) -> Option<(Value, usize)> {
    if matches!(unit.name, "second" | "minute" | "hour") {
        return None;
    }
    let by = if words.is(end, "later") { amount } else { -amount };
    let day = when.anchor.map(calendar::Period::first).or(when.base);
    let to = end + 1;
    let mut value = Value::new(words.span(from, to), ValueKind::Date, "hung");
    let grain = match (when.anchor, unit.name) {
        // a year from a day is told as a year; from a month, as the month
        (Some(calendar::Period::Month(y, m)), "year") => Some(calendar::Period::Month(y + by as i32, m)),
        _ => day.and_then(|day| shifted(day, unit.name, by)),
    };
    value.iso = grain.map(calendar::Period::iso);
    value.resolved = value.iso.is_some();
    value.confidence = 0.7;
    Some((value, to))
}

/// "three years ago", "two weeks from now".
pub fn ago(words: &Words, from: usize, end: usize, amount: f64, unit: Unit, when: &When) -> Option<(Value, usize)> {
    let (by, to) = if words.is(end, "ago") {
        (-amount, end + 1)
    } else if words.is(end, "from") && words.among(end + 1, list!("now today")) {
        (amount, end + 2)
    } else {
        return None;
    };
    let mut value = Value::new(words.span(from, to), ValueKind::Date, "ago");
    value.iso = when.base.and_then(|day| shifted(day, unit.name, by)).map(calendar::Period::iso);
    value.resolved = value.iso.is_some();
    if let Some((_, bound)) = bounds::before(words, from) {
        value.bound = bound;
    }
    Some((value, to))
}

/// "old" behind an age: "-year-old", "years old". The token after it.
pub fn old(words: &Words, end: usize) -> Option<usize> {
    let at = words.past_dash(end);
    words.among(at, list!("old olds")).then_some(at + 1)
}

/// "the past week", "the last decade": a length that ends now.
pub fn past_length(words: &Words, i: usize) -> Option<(Value, usize)> {
    if !(words.among(i, list!("past last"))
        && words.among_before(i, 1, list!("the"))
        && words.among(i + 1, list!("week month year decade century")))
        || words.is(i + 2, "of")
    {
        return None;
    }
    let unit = LEXICON.unit(words.at(i + 1))?;
    let mut value = value(words, i, i + 2, ValueKind::Duration, 1.0, "length");
    (value.bound, value.unit) = (Bound::Exact, Some(unit.name.to_string()));
    si(&mut value, unit);
    Some((value, i + 2))
}

/// How many smaller units a length goes on with: minutes and seconds.
const SMALLER: usize = 2;

/// A length of time: "two weeks", "14-year[-old]", "an hour and 20 minutes", "three years ago".
pub fn length<'t>(
    words: &Words<'_, 't>,
    from: usize,
    end: usize,
    number: &Number<'t>,
    to: Option<f64>,
    unit: Unit,
    when: &When,
) -> (Value, usize) {
    let (mut amount, mut told, mut end) = (number.value, unit, end);
    if to.is_none() {
        if let Some(found) = ago(words, from, end, amount, unit, when) {
            return found;
        }
        if words.among(end, list!("earlier later")) && matches!(unit.name, "year" | "month" | "decade") {
            if let Some(found) = hung(words, from, end, amount, unit, when) {
                return found;
            }
        }
        // "two hours and 20 minutes", "2 hours 24 minutes and 6 seconds", "an hour and a half"
        if words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half") {
            (amount, told) = smaller(amount + 0.5, unit);
            end += 3;
        } else {
            for _ in 0..SMALLER {
                let comma = words.is(end, ",");
                let at = end + usize::from(comma || words.is(end, "and"));
                let Some(more) = numbers::read(words, at, false).filter(|n| n.suffix.is_empty() && n.value < 60.0) else { break };
                let smaller = |(second, _): &(Unit, usize)| second.time && second.factor < told.factor && old(words, end).is_none();
                let Some((second, after)) = super::measures::unit(words, more.end).filter(smaller) else { break };
                // "won in 2 hours 20 minutes, 30 seconds ahead of Vos"
                if comma && words.among(after, list!("ahead behind faster slower longer shorter more less off earlier later")) {
                    break;
                }
                amount = tidy(amount * told.factor / second.factor).round() + more.value;
                (told, end) = (second, after);
            }
        }
    }
    let mut value = value(words, from, end, ValueKind::Duration, amount, "length");
    value.to = to.map(tidy);
    value.unit = Some(told.name.to_string());
    si(&mut value, told);
    if old(words, end).is_some()
        || words.among_before(from, 1, list!("aged age"))
        || words.is(from.wrapping_sub(1), "of") && words.among_before(from, 2, list!("age"))
    {
        value.form = Some(ValueForm::Age);
    }
    if to.is_some() {
        value.bound = Bound::Range;
    }
    (value, end)
}
