//! Figures: a number with what stands before and behind it, which makes it money, a percentage, a duration, a quantity or a plain number.

use super::lexicon::{Class, Currency, LEXICON, Unit};
use super::numbers::{self, Number};
use super::relative::shifted;
use super::sentence::Words;
use super::when::When;
use super::{Bound, Measure, Value, ValueForm, ValueKind, bounds, calendar, counts, money};
use crate::article::Case;

/// What makes a number more than a number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tail {
    None,
    Percent(Option<ValueForm>),
    Money(Currency),
    Unit(Unit),
}

/// A figure on its way: numbers, tail, tokens.
struct Figure<'t> {
    number: Number<'t>,
    /// Second end of a range, or second half of a score.
    to: Option<f64>,
    tail: Tail,
    /// The token after the last.
    end: usize,
    form: Option<ValueForm>,
}

/// Reads the figure that begins with the token `i`: a value and the token after it.
pub fn read(words: &Words, i: usize, when: &When) -> Option<(Value, usize)> {
    if let Some(lead) = money::lead(words, i) {
        return sum(words, i, lead);
    }
    if words.is_word(i)
        && !matches!(words.class(i), Class::Num | Class::Tens | Class::Scale | Class::Vague | Class::Part)
        && !words.among(i, "a an")
    {
        return fold(words, i);
    }
    fold(words, i).or_else(|| share(words, i)).or_else(|| article_length(words, i, when)).or_else(|| number(words, i, when))
}

fn value(words: &Words, from: usize, to: usize, kind: ValueKind, amount: f64, rule: &'static str) -> Value {
    let mut value = Value::new(words.span(from, to), kind, rule);
    value.amount = Some(tidy(amount));
    if let Some((_, bound)) = bounds::before(words, from).or_else(|| bounds::after(words, to)) {
        value.bound = bound;
    }
    value
}

/// Without the noise of binary fractions: 6.8e9, not 6799999999.999999.
fn tidy(amount: f64) -> f64 {
    if amount == 0.0 || !amount.is_finite() {
        return amount;
    }
    let digits = 14 - amount.abs().log10().ceil() as i32;
    if !(-300..=22).contains(&digits) {
        return amount;
    }
    let (up, down) = if digits >= 0 { (10f64.powi(digits), 1.0) } else { (1.0, 10f64.powi(-digits)) };
    (amount * up / down).round() / up * down
}

/// "18-fold", "tenfold", "3x".
fn fold(words: &Words, i: usize) -> Option<(Value, usize)> {
    let (amount, end) = numbers::multiple(words, i)?;
    let mut value = value(words, i, end, ValueKind::Number, amount, "multiple");
    value.form = Some(ValueForm::Multiple);
    Some((value, end))
}

/// Fractions and ratios: "a third", "two-thirds", "half of", "one in three", "nine out of ten".
fn share(words: &Words, i: usize) -> Option<(Value, usize)> {
    let tell = |amount: f64, end: usize, form: ValueForm| {
        let mut value = value(words, i, end, ValueKind::Number, amount, "share");
        value.form = Some(form);
        Some((value, end))
    };
    if words.among(i, "half quarter") && !words.dash(i + 1) {
        let quarter = words.is(i, "quarter");
        let lead = bounds::before(words, i).is_some() || words.among_before(i, 1, "by in than cut just only another");
        let half = !words.dash(i.wrapping_sub(1))
            && !words.among_before(i, 1, "first second other better final last opening top bottom this that each every per either the")
            && (words.among(i + 1, "of the as its their his her our all that") && !quarter || lead && !words.among(i + 1, "a an time"));
        return half.then(|| tell(if quarter { 0.25 } else { 0.5 }, i + 1, ValueForm::Fraction)).flatten();
    }
    // "one in three", "nine out of ten"
    if let Some(first) = numbers::read(words, i, false).filter(|n| n.suffix.is_empty() && n.scale == 1.0 && !n.vague) {
        let at = first.end;
        let link = if words.is(at, "in") && words.is_number(i) == words.is_number(at + 1) {
            at + 1
        } else if words.is(at, "in") && words.is(at + 1, "every") || words.is(at, "out") && words.is(at + 1, "of") {
            at + 2
        } else {
            0
        };
        if link > 0 && (words.is_number(link) || matches!(words.class(link), Class::Num | Class::Tens) || words.among(link, "a every")) {
            let every = usize::from(words.is(link, "every"));
            if let Some(second) = numbers::read(words, link + every, false).filter(|n| n.value > first.value && n.suffix.is_empty()) {
                let year = super::dates::year_at(words, link).is_some();
                let unit = unit(words, second.end).is_some();
                if !year
                    && !unit
                    && first.value >= 1.0
                    && (link > at + 1 || first.value <= 20.0)
                    && !words.is(second.end, "percent")
                    && words.at(second.end) != "%"
                {
                    return tell(first.value / second.value, second.end, ValueForm::Ratio);
                }
            }
        }
    }
    let (mut amount, mut end) = numbers::fraction(words, i)?;
    let quarter = words.among(end - 1, "quarter quarters half halves") || words.is_number(i);
    let next = end;
    let closes = !words.is_word(next)
        || bounds::before(words, i).is_some()
        || matches!(words.class(next), Class::Near | Class::Relative | Class::Weekday)
        || words.at(next).ends_with("ed")
        || words.among(next, "of to who in the as a that were was are is have has had said say more less fewer higher lower by on from than and or but at voted their for while with since after");
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
    if words.among(i, "a an") && words.is(end - 1, "half") && !words.is(next, "of") && bounds::before(words, i).is_none() {
        return None;
    }
    if words.dash(next) && words.touches(next) && words.is_word(next + 1) && !quarter {
        return None;
    }
    tell(amount, end, ValueForm::Fraction)
}

/// "an hour", "a week", "half an hour", "a year ago": lengths without a number.
fn article_length(words: &Words, i: usize, when: &When) -> Option<(Value, usize)> {
    let (amount, at) = match (words.among(i, "a an"), words.is(i, "half")) {
        (true, _) if words.is(i + 1, "half") => (0.5, words.past_dash(i + 2)),
        (true, _) => (1.0, i + 1),
        (_, true) if words.among(i + 1, "a an") => (0.5, i + 2),
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
        let behind = words.among(end, "ago earlier later before after")
            || words.is(end, "from") && words.is(end + 1, "now")
            || old(words, end).is_some();
        let lead = bounds::before(words, i).is_some_and(|b| b.0 < i)
            || words.among_before(i, 1, "for in within after lasted last lasts took take takes spent half only just under over every than until nearly almost about")
                && !(words.among_before(i, 1, "in after") && words.among(at, "second"));
        let days = unit.name == "day" && !words.among_before(i, 1, "for within took lasted spent than in");
        if !behind && (!lead || days || words.among(at, "quarter second")) {
            return None;
        }
    }
    if let Some(found) = ago(words, i, end, amount, unit, when) {
        return Some(found);
    }
    if words.among(end, "earlier later before") && clause_or_comma(words, end + 1, end) {
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
fn clause_or_comma(words: &Words, next: usize, at: usize) -> bool {
    !words.is(at, "before") || !words.has(next) || !words.is_word(next) && !words.is_number(next)
}

/// "a year earlier": the date that many units from the one spoken of.
fn hung(words: &Words, from: usize, end: usize, amount: f64, unit: Unit, when: &When) -> Option<(Value, usize)> {
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
fn ago(words: &Words, from: usize, end: usize, amount: f64, unit: Unit, when: &When) -> Option<(Value, usize)> {
    let (by, to) = if words.is(end, "ago") {
        (-amount, end + 1)
    } else if words.is(end, "from") && words.among(end + 1, "now today") {
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
fn old(words: &Words, end: usize) -> Option<usize> {
    let at = words.past_dash(end);
    words.among(at, "old olds").then_some(at + 1)
}

/// The unit named by up to three words at `i`, and the token after it.
fn unit(words: &Words, i: usize) -> Option<(Unit, usize)> {
    if words.at(i) == "°" {
        if words.is_word(i + 1) && words.among(i + 1, "C F celsius fahrenheit") {
            let unit = LEXICON.unit(if words.at(i + 1).starts_with(['F', 'f']) { "°f" } else { "°c" })?;
            return Some((unit, i + 2));
        }
        return Some((LEXICON.unit("°")?, i + 1));
    }
    if !words.is_word(i) {
        return None;
    }
    // "km/h", "m/s"
    if words.at(i + 1) == "/" && words.is_word(i + 2) && words.at(i + 2).len() <= 4 {
        let joined = [words.at(i), "/", words.at(i + 2)].concat();
        if let Some(unit) = LEXICON.unit(&joined) {
            return Some((unit, i + 3));
        }
    }
    let first = words.at(i);
    let more = LEXICON.unit(first).is_some()
        || words.among(
            i,
            "square sq cubic cu degree degrees nautical light metric working business calendar trading school fiscal financial megabits",
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
fn smaller(amount: f64, unit: Unit) -> (f64, Unit) {
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

fn si(value: &mut Value, unit: Unit) {
    let convert = |amount: f64| match unit.name {
        "°C" => amount + 273.15,
        "°F" => (amount + 459.67) / 1.8,
        _ => amount * unit.factor,
    };
    value.si = value.amount.map(|amount| Measure { amount: tidy(convert(amount)), unit: unit.si.to_string() });
}

fn measured(words: &Words, from: usize, end: usize, amount: f64, to: Option<f64>, unit: Unit) -> Value {
    let kind = if unit.time { ValueKind::Duration } else { ValueKind::Quantity };
    let mut value = value(words, from, end, kind, amount, "unit");
    value.unit = Some(unit.name.to_string());
    value.to = to;
    si(&mut value, unit);
    value
}

/// An amount of money whose currency stands before it.
fn sum(words: &Words, i: usize, lead: money::Lead) -> Option<(Value, usize)> {
    let mut number = if lead.glued > 0 {
        let token = &words.at(i)[lead.glued..];
        let (amount, len, _) = numbers::digits(token)?;
        let suffix = &token[len..];
        let mut scale = if suffix.is_empty() { 1.0 } else { numbers::suffix_scale(suffix, true)? };
        let mut end = i + 1;
        while let Some(by) = words.value(end, Class::Scale).filter(|_| suffix.is_empty()) {
            scale *= by;
            end += 1;
        }
        Number { value: amount * scale, end, suffix: "", scale, bare: false, digits: true, vague: false }
    } else {
        numbers::read(words, lead.at, true)?
    };
    if !number.suffix.is_empty() {
        return None;
    }
    let mut end = number.end;
    let mut to = None;
    // "$12-14 billion", "$5 to $10", "between $5m and $10m"
    if joins_range(words, i, end, Tail::Money(lead.currency)) {
        let second = money::lead(words, end + 1)
            .filter(|second| second.glued == 0 && second.currency == lead.currency)
            .map_or(end + 1, |second| second.at);
        if let Some(second) = numbers::read(words, second, true).filter(|n| n.suffix.is_empty()) {
            let share = second.scale > 1.0 && number.scale == 1.0 && number.value <= second.value / second.scale;
            let first = if share { number.value * second.scale } else { number.value };
            let percent = words.at(second.end) == "%" || words.among(second.end, "percent");
            if second.value > first && !percent && (words.is_number(end + 1) || money::lead(words, end + 1).is_some()) {
                number.value = first;
                to = Some(second.value);
                end = second.end;
            }
        }
    }
    // "$5 US", "US$5 dollars"
    let mut value = value(words, i, end, ValueKind::Money, number.value, "sign");
    finish_money(words, &mut value, lead.currency, to, end);
    Some((value, end))
}

fn finish_money(words: &Words, value: &mut Value, currency: Currency, to: Option<f64>, end: usize) {
    value.to = to.map(tidy);
    value.currency = (currency.code != "XXX").then(|| currency.code.to_string());
    if currency.small {
        value.amount = value.amount.map(|amount| tidy(amount / 100.0));
        value.to = value.to.map(|amount| tidy(amount / 100.0));
    }
    if to.is_some() {
        value.bound = Bound::Range;
    }
    value.per = money::per(words, end);
}

/// Whether the token at `at` may join two ends of a range whose first figure began at `from`.
fn joins_range(words: &Words, from: usize, at: usize, tail: Tail) -> bool {
    let changed = words.among_before(from, 1, "from")
        && !words.among_before(from, 2, "range ranges ranged ranging vary varies varied varying anywhere anything aged");
    if words.dash(at) {
        // a dash with spaces before a second sum is no range: "3% on £12,000 – £360"
        return !changed && (words.touches(at) || !matches!(tail, Tail::Money(_)));
    }
    words.is(at, "to") && !changed || words.is(at, "and") && words.among_before(from, 1, "between")
}

/// What stands behind a number at `at`.
fn tail(words: &Words, number: &Number, at: usize) -> (Tail, usize) {
    if !number.suffix.is_empty() {
        let found = match number.suffix {
            "pc" => Some(Tail::Percent(None)),
            "C" | "F" => LEXICON.unit(if number.suffix == "C" { "°c" } else { "°f" }).map(Tail::Unit),
            "s" => None,
            suffix => LEXICON
                .unit(suffix)
                .map(Tail::Unit)
                .or_else(|| LEXICON.currency(suffix).map(Tail::Money))
                .or_else(|| LEXICON.code(suffix).map(|code| Tail::Money(Currency { code, small: false }))),
        };
        // "5km/h"
        if words.at(at) == "/" && words.touches(at) && words.is_word(at + 1) {
            if let Some(unit) = LEXICON.unit(&[number.suffix, "/", words.at(at + 1)].concat()) {
                return (Tail::Unit(unit), at + 2);
            }
        }
        return (found.unwrap_or(Tail::None), at);
    }
    let hyphen = if words.dash(at) && (words.touches(at) == words.touches(at + 1)) { at + 1 } else { at };
    if matches!(words.at(at), "%" | "％") {
        return (Tail::Percent(points(words, at + 1).map(|p| p.0)), points(words, at + 1).map_or(at + 1, |p| p.1));
    }
    let at_percent = hyphen;
    if words.among(at_percent, "percent pct pc percents") {
        return (Tail::Percent(None), at_percent + 1);
    }
    if words.is(at_percent, "per") && words.among(at_percent + 1, "cent cents") {
        return (Tail::Percent(None), at_percent + 2);
    }
    if words.is(at_percent, "percentage") || words.is(at_percent, "basis") {
        let joint = words.past_dash(at_percent + 1);
        if words.among(joint, "point points") {
            let form = if words.is(at_percent, "basis") { ValueForm::BasisPoints } else { ValueForm::PercentagePoints };
            return (Tail::Percent(Some(form)), joint + 1);
        }
    }
    if let Some((currency, end)) = money::behind(words, at, number.value, number.scale > 1.0) {
        return (Tail::Money(currency), end);
    }
    if let Some((unit, end)) = unit(words, hyphen) {
        let capital = words.capital(hyphen) && unit.time && words.capital(end) && !words.touches(hyphen);
        // "5 m", but "5 M"; "12 in": a single letter needs digits before it
        if !capital && (words.at(hyphen).len() > 1 || number.digits) {
            return (Tail::Unit(unit), end);
        }
    }
    if let (Some(unit), true) = (LEXICON.unit("lb"), words.among(hyphen, "pound pounds")) {
        return (Tail::Unit(unit), hyphen + 1);
    }
    (Tail::None, at)
}

fn points(words: &Words, i: usize) -> Option<(ValueForm, usize)> {
    (words.among(i, "point points")).then_some((ValueForm::PercentagePoints, i + 1))
}

/// A figure that begins with a number.
fn number(words: &Words, i: usize, when: &When) -> Option<(Value, usize)> {
    let mut from = i;
    let mut first = numbers::read(words, i, false)?;
    if first.suffix == "s" {
        return None;
    }
    if first.suffix == "m"
        && counts::plural_at(words, first.end)
        && !words.among(first.end, "hurdles finals heats sprints races runners sprinters records")
    {
        // "2.3m people"
        (first.value, first.scale, first.suffix, first.bare) = (first.value * 1e6, 1e6, "", false);
    }
    // a minus sign belongs to the number, a bullet or a hyphen doesn't
    let minus = i.checked_sub(1).filter(|&at| words.has(at) && matches!(words.at(at), "-" | "−") && first.digits);
    let mut figure = {
        let (tail, end) = tail(words, &first, first.end);
        if let Some(at) = minus {
            let opens = at == words.from || !words.touches(at) || matches!(words.before(at, 1), "(" | "[");
            let touching = words.touches(i);
            if opens
                && (touching && (at > words.from || tail != Tail::None)
                    || matches!(tail, Tail::Percent(_)) && at > words.from && !words.is_word(at - 1))
            {
                first.value = -first.value;
                from = at;
            }
        }
        Figure { number: first, to: None, tail, end, form: None }
    };
    range(words, from, &mut figure);
    let Figure { number, to, tail, end, form } = figure;
    let (value, end) = match tail {
        Tail::Percent(points) => {
            let mut value = value(words, from, end, ValueKind::Percent, number.value, "percent");
            value.to = to.map(tidy);
            value.form = points;
            (value, end)
        }
        Tail::Money(currency) => {
            let mut value = value(words, from, end, ValueKind::Money, number.value, "currency");
            finish_money(words, &mut value, currency, to, end);
            (value, end)
        }
        Tail::Unit(unit) if unit.time => return Some(length(words, from, end, &number, to, unit, when)),
        Tail::Unit(unit) => (measured(words, from, end, number.value, to, unit), end),
        Tail::None if !number.suffix.is_empty() => return None,
        Tail::None => plain(words, from, &number, to, end, form)?,
    };
    let mut value = value;
    if to.is_some() && value.form.is_none_or(|form| !matches!(form, ValueForm::Score | ValueForm::Vote)) {
        value.bound = Bound::Range;
    }
    Some((value, end))
}

/// Reads the second end of a range, or the second half of a score, into the figure.
fn range(words: &Words, from: usize, figure: &mut Figure) {
    let first = figure.number;
    // "5%-10%", "8 to 10 years", "40 to 50 euros": the tail may stand at both or only at the second
    let at = figure.end;
    let or = words.is(at, "or") && figure.tail == Tail::None;
    let times = words.is(at, "to") || words.dash(at) || or || words.is(at, "and");
    if !times || first.vague || !(or || joins_range(words, from, at, figure.tail)) {
        return;
    }
    let sign = usize::from(money::lead(words, at + 1).is_some());
    let Some(second) = numbers::read(words, at + 1, false).filter(|n| !n.vague && sign == 0) else { return };
    if words.dash(second.end) && words.touches(second.end) && words.is_number(second.end + 1) {
        return;
    }
    let (tail, end) = tail(words, &second, second.end);
    let share = second.scale > 1.0 && first.scale == 1.0 && first.value <= second.value / second.scale;
    let low = if share { first.value * second.scale } else { first.value };
    let same = figure.tail == tail || figure.tail == Tail::None;
    if !same || !second.suffix.is_empty() && tail == Tail::None {
        return;
    }
    if or {
        // "two or three goals"; "fourth or fifth" and "2007 or 2008" are alternatives
        let near = second.value > low && second.value <= low + 1.0_f64.max(low / 2.0) && second.value <= 100.0 * low;
        let small = low < 13.0 || share || first.scale == second.scale && first.scale > 1.0;
        if near && small && matches!(tail, Tail::None | Tail::Unit(_)) {
            figure.number.value = low;
            (figure.to, figure.tail, figure.end) = (Some(second.value), tail, end);
        }
        return;
    }
    let counted = tail != Tail::None || counts::plural_at(words, second.end) || counts::noun(words, second.end, false).is_some();
    let whole = |n: &Number| n.digits && n.bare && n.value < 300.0 && n.value.fract() == 0.0;
    let dash = words.dash(at);
    let score = figure.tail == Tail::None && tail == Tail::None && whole(&first) && whole(&second);
    if low < second.value && (counted && !verdict(words, second.end) || !score || !dash) {
        // "increased 10 to 20" and a change told without "from"
        if figure.tail != Tail::None && tail == Tail::None {
            return;
        }
        figure.number.value = low;
        (figure.to, figure.tail, figure.end) = (Some(second.value), tail, end);
        return;
    }
    if score && (dash || words.is(at, "to") && voted(words)) {
        let vote = voted(words);
        figure.form = Some(if vote { ValueForm::Vote } else { ValueForm::Score });
        (figure.to, figure.end) = (Some(second.value), second.end);
    }
}

/// "3-1 win", "5-4 ruling": what a score or vote stands before.
fn verdict(words: &Words, i: usize) -> bool {
    words.among(i, "win victory defeat loss draw lead vote votes decision ruling majority tie advantage aggregate record against over to at on in scoreline thriller rout split wins losses")
}

fn voted(words: &Words) -> bool {
    (words.from..words.to).any(|i| words.among(i, "vote voted votes voting majority senate parliament justices court ruling decision lawmakers house chamber assembly council passed approved"))
}

/// A length of time: "two weeks", "14-year[-old]", "an hour and 20 minutes", "three years ago".
fn length<'t>(
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
        if words.among(end, "earlier later") && matches!(unit.name, "year" | "month" | "decade") {
            if let Some(found) = hung(words, from, end, amount, unit, when) {
                return found;
            }
        }
        // "two hours and 20 minutes", "an hour and a half"
        let at = end + usize::from(words.among(end, "and") || words.at(end) == ",");
        if words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half") {
            (amount, told) = smaller(amount + 0.5, unit);
            end += 3;
        } else if let Some(more) = numbers::read(words, at, false).filter(|n| n.suffix.is_empty() && n.value < 60.0) {
            if let Some((second, after)) =
                self::unit(words, more.end).filter(|(second, _)| second.time && second.factor < unit.factor && old(words, end).is_none())
            {
                amount = tidy(amount * unit.factor / second.factor).round() + more.value;
                (told, end) = (second, after);
            }
        }
    }
    let mut value = value(words, from, end, ValueKind::Duration, amount, "length");
    value.to = to.map(tidy);
    value.unit = Some(told.name.to_string());
    si(&mut value, told);
    if old(words, end).is_some()
        || words.among_before(from, 1, "aged age")
        || words.is(from.wrapping_sub(1), "of") && words.among_before(from, 2, "age")
    {
        value.form = Some(ValueForm::Age);
    }
    if to.is_some() {
        value.bound = Bound::Range;
    }
    (value, end)
}

/// A number without unit: a count with what is counted, an age, a rank, or just a number.
fn plain(words: &Words, from: usize, number: &Number, to: Option<f64>, end: usize, form: Option<ValueForm>) -> Option<(Value, usize)> {
    let one = number.value == 1.0 && to.is_none();
    let worded = !number.digits;
    // bound words behind it stand before the noun: "one or more donations"
    let behind = bounds::after(words, end);
    let noun_at = behind.map_or(end, |b| b.0);
    let noun_at = if number.vague && words.is(noun_at, "of") { noun_at + 1 } else { noun_at };
    let single = one && behind.is_none();
    let mut counted = if form.is_some() {
        None
    } else {
        counts::noun(words, noun_at, single)
            .or_else(|| single.then(|| counts::noun(words, noun_at, false)).flatten().filter(|_| number.digits))
    };
    if worded && one && words.is(from, "one") {
        pronoun(words, from, end, counted.is_some() || behind.is_some())?;
    }
    if worded
        && (words.is(from, "zero") && (words.dash(end) || words.among_before(from, 1, "net ground sub absolute patient"))
            || name_like(words, from, counted.is_some()))
    {
        return None;
    }
    // "high-five"
    if worded && words.dash(from.wrapping_sub(1)) && words.touches(from) && words.is_word(from.wrapping_sub(2)) && words.touches(from - 1) {
        return None;
    }
    let mut form = form;
    if form.is_none() && to.is_some() && words.among_before(from, 1, "aged ages") {
        form = Some(ValueForm::Age);
    } else if form.is_none() && to.is_none() {
        if age(words, from, end, number, counted.is_some()) {
            form = Some(ValueForm::Age);
            counted = None;
        } else if words.among_before(from, 1, "top") && counted.is_none() {
            form = Some(ValueForm::Rank);
        } else if words.is(end, "times") && words.among(end + 1, "as more higher larger bigger the faster greater less likelier") {
            form = Some(ValueForm::Multiple);
        }
    }
    let kind = if counted.is_some() { ValueKind::Quantity } else { ValueKind::Number };
    let mut value = value(words, from, end, kind, number.value, if kind == ValueKind::Quantity { "count" } else { "number" });
    value.to = to.map(tidy);
    value.form = form;
    value.counts = counted.map(|counted| counted.lemma);
    if number.vague && value.bound == Bound::Exact {
        value.bound = Bound::MoreThan;
    }
    if !number.digits && kind == ValueKind::Number {
        value.confidence = 0.7;
    }
    Some((value, end))
}

/// "one" that is no number: "no one", "one of the", "the new one".
fn pronoun(words: &Words, from: usize, end: usize, counted: bool) -> Option<()> {
    let before = words.among_before(from, 1, "no this that each which every some any another a an her his my anyone it's");
    let after = words.is(end, "of") || words.among(end, "another who that which can") || matches!(words.at(end), "'s" | "’s" | ",");
    (counted && !before && !after).then_some(())
}

/// A number word in capitals inside a sentence belongs to a name: "Formula One", "the Big Three".
fn name_like(words: &Words, from: usize, counted: bool) -> bool {
    if !words.capital(from) {
        return false;
    }
    // "Three Arrows Capital"
    if words.capital(from + 1) && words.capital(from + 2) && words.case(from) != Case::Upper && counts::plural_at(words, from + 1) {
        return true;
    }
    let before = |places: usize| from >= words.from + places && words.is_word(from - places) && words.capital(from - places);
    !counted && (before(1) && words.class(from - 1) == Class::Plain || words.among_before(from, 1, "of") && before(2))
}

/// Whether a bare number is an age: "Thomas Sam, 42,", "aged 14", "when she was six", "at age seventeen".
fn age(words: &Words, from: usize, end: usize, number: &Number, counted: bool) -> bool {
    if !(0.0..=120.0).contains(&number.value) || number.value.fract() != 0.0 || words.class(end) == Class::Scale {
        return false;
    }
    if words.among_before(from, 1, "aged age ages") || words.among_before(from, 1, "of") && words.among_before(from, 2, "age") {
        return true;
    }
    if counted {
        return false;
    }
    if number.digits && matches!(words.before(from, 1), "," | "(") && words.capital(from.wrapping_sub(2)) {
        return matches!(words.at(end), "," | "." | ")" | ";" | "");
    }
    words.among_before(from, 1, "was turned turns is were be")
        && (words.among_before(from, 2, "he she who they i") || words.among_before(from, 1, "turned turns"))
}

/// "the #2 browser", "number 3", "No. 1": a rank.
pub fn rank(words: &Words, i: usize) -> Option<(Value, usize)> {
    let at = if words.at(i) == "#" && words.touches(i + 1) {
        i + 1
    } else if words.among(i, "number no nos №")
        && !words.among_before(i, 1, "phone flight case serial registration reference telephone a the house plate account model")
    {
        if words.among(i, "no nos") { if words.at(i + 1) == "." { i + 2 } else { return None } } else { i + 1 }
    } else {
        return None;
    };
    let number =
        numbers::read(words, at, false).filter(|n| n.suffix.is_empty() && n.value.fract() == 0.0 && (1.0..1000.0).contains(&n.value))?;
    let mut value = Value::new(words.span(at, number.end), ValueKind::Ordinal, "rank");
    value.amount = Some(number.value);
    value.form = Some(ValueForm::Rank);
    Some((value, number.end))
}

/// An ordinal that is not part of a name or a fixed phrase.
pub fn ordinal(words: &Words, i: usize) -> Option<(Value, usize)> {
    let (amount, end) = numbers::ordinal(words, i)?;
    let digits = words.is_number(i);
    if words.dash(i.wrapping_sub(1)) && words.touches(i) && words.touches(i - 1) && !digits {
        return None;
    }
    let next = words.past_dash(end);
    let fixed = if digits {
        words.among(
            next,
            "legion battalion brigade regiment division airborne infantry fleet army corps squadron wing street avenue st ave amendment",
        ) && words.capital(next)
    } else {
        words.is(i, "first")
            && words.among(next, "and aid lady responder responders name names degree class hand rate of off nations minister")
            && (!words.is(next, "and") || words.is(next + 1, "foremost"))
            || words.is(i, "first") && words.among_before(i, 1, "at") && !words.is_word(next)
            || words.is(i, "first") && words.is(next, "place") && words.among_before(i, 2, "in") && !words.is(next + 1, "in")
            || words.is(i, "second")
                && (words.among(next, "hand thoughts guess nature wind") || words.among_before(i, 1, "per split every"))
            || words.is(i, "third") && words.among(next, "party parties world")
            || words.is(i, "fifth") && words.is(next, "column")
    };
    // "the First World War", "Second Avenue", "FIRST"
    let upper = words.case(i) == Case::Upper && words.at(i).len() > 2 && words.is_word(i);
    let name = words.capital(i) && i > words.from && !digits && words.capital(next) && words.is_word(i.wrapping_sub(1));
    let bracket = words.capital(i) && !digits && words.before(i, 1) == "(" && words.at(end) == ")";
    if fixed || name || bracket || upper && (words.capital(next) || i > words.from) {
        return None;
    }
    let mut value = Value::new(words.span(i, end), ValueKind::Ordinal, "ordinal");
    value.amount = Some(amount);
    Some((value, end))
}
