//! Shares and multiples: "a third", "half of", "one in three", "18-fold".

use super::figures::value;
use super::lexicon::Class;
use super::list::list;
use super::measures::{measured, unit};
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

/// The token after "of a percentage point" or "a percentage point" behind a part of one, where that stands at `at`.
fn of_a_point(words: &Words, at: usize) -> Option<usize> {
    let mut at = words.past_dash(at);
    at += usize::from(words.is(at, "of"));
    at += usize::from(words.is(at, "a"));
    let point = words.past_dash(at + 1);
    (words.is(at, "percentage") && words.among(point, list!("point points"))).then_some(point + 1)
}

/// Fractions and ratios: "a third", "two-thirds", "half of", "one in three", "nine out of ten".
pub fn share(words: &Words, i: usize) -> Option<(Value, usize)> {
    let tell = |amount: f64, end: usize, form: ValueForm| {
        let kind = if form == ValueForm::PercentagePoints { ValueKind::Percent } else { ValueKind::Number };
        let mut value = value(words, i, end, kind, amount, "share");
        value.form = Some(form);
        Some((value, end))
    };
    let quarter = words.is(i, "quarter");
    let bare = (quarter || words.is(i, "half")).then_some(if quarter { 0.25 } else { 0.5 });
    if let Some((amount, end)) = bare.and_then(|amount| Some((amount, of_a_point(words, i + 1)?))) {
        return tell(amount, end, ValueForm::PercentagePoints);
    }
    if let Some(amount) = bare.filter(|_| !words.dash(i + 1)) {
        let lead = bounds::before(words, i).is_some() || words.among_before(i, 1, list!("by in than cut just only another"));
        let half = !words.dash(i.wrapping_sub(1))
            && !words.among_before(
                i,
                1,
                list!("first second other better final last opening top bottom this that each every per either the"),
            )
            && (words.among(i + 1, list!("of the as its their his her our all that")) && !quarter
                || lead && !words.among(i + 1, list!("a an time")));
        return half.then(|| tell(amount, i + 1, ValueForm::Fraction)).flatten();
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
    if let Some(end) = of_a_point(words, end) {
        return tell(amount, end, ValueForm::PercentagePoints);
    }
    // "three-quarters of an acre", "three tenths of a second"
    if words.is(end, "of")
        && words.among(end + 1, list!("a an"))
        && let Some((unit, to)) = unit(words, end + 2)
        // "two-thirds of a second term"
        && !(words.is(end + 2, "second") && words.is_word(to) && !words.among(to, list!("before after from ahead behind faster slower in to on")))
    {
        return Some((measured(words, i, to, amount, None, unit), to));
    }
    // "one-half of one percent"
    if words.is(end, "of") && words.is(end + 1, "one") && words.among(end + 2, list!("percent %")) {
        return Some((value(words, i, end + 3, ValueKind::Percent, amount, "share"), end + 3));
    }
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
