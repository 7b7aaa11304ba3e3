//! Shares and multiples: "a third", "half of", "one in three", "18-fold".

use super::figures::value;
use super::lexicon::Class;
use super::list::list;
use super::measures::unit;
use super::numbers;
use super::sentence::Words;
use super::{Value, ValueForm, ValueKind, bounds};

/// "18-fold", "tenfold", "3x".
pub fn fold(words: &Words, i: usize) -> Option<(Value, usize)> {
    let (amount, end) = numbers::multiple(words, i)?;
    let mut value = value(words, i, end, ValueKind::Number, amount, "multiple");
    value.form = Some(ValueForm::Multiple);
    Some((value, end))
}

/// "a quarter of a percentage point", "half a percentage point".
fn part_of_point(words: &Words, i: usize) -> Option<(Value, usize)> {
    let (amount, mut at) = if words.among(i, list!("half quarter")) {
        (if words.is(i, "half") { 0.5 } else { 0.25 }, words.past_dash(i + 1))
    } else {
        numbers::fraction(words, i)?
    };
    at = words.past_dash(at);
    at += usize::from(words.is(at, "of"));
    at += usize::from(words.is(at, "a"));
    let end = words.past_dash(at + 1) + 1;
    if !words.is(at, "percentage") || !words.among(end - 1, list!("point points")) {
        return None;
    }
    let mut value = value(words, i, end, ValueKind::Percent, amount, "share");
    value.form = Some(ValueForm::PercentagePoints);
    Some((value, end))
}

/// Fractions and ratios: "a third", "two-thirds", "half of", "one in three", "nine out of ten".
pub fn share(words: &Words, i: usize) -> Option<(Value, usize)> {
    let tell = |amount: f64, end: usize, form: ValueForm| {
        let mut value = value(words, i, end, ValueKind::Number, amount, "share");
        value.form = Some(form);
        Some((value, end))
    };
    if let Some(value) = part_of_point(words, i) {
        return Some(value);
    }
    if words.among(i, list!("half quarter")) && !words.dash(i + 1) {
        let quarter = words.is(i, "quarter");
        let lead = bounds::before(words, i).is_some() || words.among_before(i, 1, list!("by in than cut just only another"));
        let half = !words.dash(i.wrapping_sub(1))
            && !words.among_before(
                i,
                1,
                list!("first second other better final last opening top bottom this that each every per either the"),
            )
            && (words.among(i + 1, list!("of the as its their his her our all that")) && !quarter
                || lead && !words.among(i + 1, list!("a an time")));
        return half.then(|| tell(if quarter { 0.25 } else { 0.5 }, i + 1, ValueForm::Fraction)).flatten();
    }
    // "one in three", "nine out of ten"
    if let Some(first) = numbers::read(words, i, false).filter(|n| n.suffix.is_empty() && n.scale == 1.0 && !n.vague) {
        let at = first.end;
        // "nine in 10": newspapers write words below ten
        let tens = || !words.is_number(i) && ["10", "20", "100", "1,000"].contains(&words.at(at + 1));
        let link = if words.is(at, "in") && (words.is_number(i) == words.is_number(at + 1) || tens()) {
            at + 1
        } else if words.is(at, "in") && words.is(at + 1, "every") || words.is(at, "out") && words.is(at + 1, "of") {
            at + 2
        } else {
            0
        };
        if link > 0
            && (words.is_number(link) || matches!(words.class(link), Class::Num | Class::Tens) || words.among(link, list!("a every")))
        {
            let every = usize::from(words.is(link, "every"));
            if let Some(second) = numbers::read(words, link + every, false).filter(|n| n.value > first.value && n.suffix.is_empty()) {
                let year = super::dates::year_at(words, link).is_some();
                let unit = unit(words, second.end).is_some();
                if !year
                    && !unit
                    && first.value >= 1.0
                    && (link > at + 1 || first.value <= 20.0)
                    && !words.is(second.end, "percent")
                    && !words.is(second.end, "%")
                {
                    return tell(first.value / second.value, second.end, ValueForm::Ratio);
                }
            }
        }
    }
    if numbers::part_of_scale(words, i).is_some() {
        return None;
    }
    let (mut amount, mut end) = numbers::fraction(words, i)?;
    let quarter = words.among(end - 1, list!("quarter quarters half halves")) || words.is_number(i);
    let next = end;
    let closes = !words.is_word(next)
        || bounds::before(words, i).is_some()
        || matches!(words.class(next), Class::Near | Class::Relative | Class::Weekday)
        || words.at(next).ends_with("ed")
        || words.among(next, list!("of to who in the as a that were was are is have has had said say more less fewer higher lower by on from than and or but at voted their for while with since after would will could did do does think want support back oppose favor favour believe approve disapprove"));
    if let Some(by) = words.value(end, Class::Scale) {
        amount *= by;
        end += 1;
    } else if unit(words, end).is_some() && quarter {
        // "three quarters of an hour" is a share of an hour; "half a mile" is read elsewhere
        return None;
    } else if !closes && !quarter && !words.dash(i + 1) {
        return None;
    }
    // "a quarter" of the year: "in a quarter when"
    if words.among(i, list!("a an")) && words.is(end - 1, "half") && !words.is(next, "of") && bounds::before(words, i).is_none() {
        return None;
    }
    if words.dash(next) && words.touches(next) && words.is_word(next + 1) && !quarter {
        return None;
    }
    tell(amount, end, ValueForm::Fraction)
}
