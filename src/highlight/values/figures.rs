//! Figures: a number with what stands before and behind it, which makes it money, a percentage, a duration, a quantity or a plain number.

use super::lengths::{article_length, length};
use super::lexicon::{Class, Currency, LEXICON, Unit};
use super::list::list;
use super::measures::{measured, unit};
use super::numbers::{self, Number};
use super::sentence::Words;
use super::shares::{fold, share};
use super::when::When;
use super::{Bound, Value, ValueForm, ValueKind, bounds, counts, money};
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
        && !words.among(i, list!("a an"))
    {
        return fold(words, i);
    }
    fold(words, i).or_else(|| share(words, i)).or_else(|| article_length(words, i, when)).or_else(|| number(words, i, when))
}

#[inline(never)]
pub fn value(words: &Words, from: usize, to: usize, kind: ValueKind, amount: f64, rule: &'static str) -> Value {
    let mut value = Value::new(words.span(from, to), kind, rule);
    value.amount = Some(tidy(amount));
    if let Some((_, bound)) = bounds::before(words, from).or_else(|| bounds::after(words, to)) {
        value.bound = bound;
    }
    value
}

/// Without the noise of binary fractions: 6.8e9, not 6799999999.999999.
#[inline(never)]
pub fn tidy(amount: f64) -> f64 {
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

/// An amount of money whose currency stands before it.
fn sum(words: &Words, i: usize, lead: money::Lead) -> Option<(Value, usize)> {
    let mut number = if lead.glued > 0 {
        let (token, mut end) = words.glued(i, lead.glued);
        let (amount, len, _) = numbers::digits(token)?;
        let suffix = &token[len..];
        let mut scale = if suffix.is_empty() { 1.0 } else { numbers::suffix_scale(suffix, true)? };
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
            let percent = words.is(second.end, "%") || words.among(second.end, list!("percent"));
            if second.value > first && !percent && (words.is_number(end + 1) || money::lead(words, end + 1).is_some()) {
                number.value = first;
                to = Some(second.value);
                end = second.end;
            }
        }
    }
    // "$5 US", "US$5 dollars"
    // "made -$5 million"
    let minus = i.checked_sub(1).filter(|&at| {
        at > words.from && !words.is_number(at - 1) && words.among(at, list!("- −")) && words.touches(i) && !words.touches(at)
    });
    let (from, amount) = minus.filter(|_| to.is_none()).map_or((i, number.value), |at| (at, -number.value));
    let mut value = value(words, from, end, ValueKind::Money, amount, "sign");
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
    let changed = words.among_before(from, 1, list!("from"))
        && !words.among_before(from, 2, list!("range ranges ranged ranging vary varies varied varying anywhere anything aged"));
    if words.dash(at) {
        // a dash with spaces before a second sum is no range: "3% on £12,000 – £360"
        return !changed && (words.touches(at) || !matches!(tail, Tail::Money(_)));
    }
    words.is(at, "to") && !changed || words.is(at, "and") && words.among_before(from, 1, list!("between"))
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
        if words.is(at, "/") && words.touches(at) && words.is_word(at + 1) {
            if let Some(unit) = LEXICON.unit(&[number.suffix, "/", words.at(at + 1)].concat()) {
                return (Tail::Unit(unit), at + 2);
            }
        }
        return (found.unwrap_or(Tail::None), at);
    }
    let hyphen = if words.dash(at) && (words.touches(at) == words.touches(at + 1)) { at + 1 } else { at };
    if words.among(at, list!("% ％")) {
        return (Tail::Percent(points(words, at + 1).map(|p| p.0)), points(words, at + 1).map_or(at + 1, |p| p.1));
    }
    let at_percent = hyphen;
    if words.among(at_percent, list!("percent pct pc percents")) {
        return (Tail::Percent(None), at_percent + 1);
    }
    if words.is(at_percent, "per") && words.among(at_percent + 1, list!("cent cents")) {
        return (Tail::Percent(None), at_percent + 2);
    }
    if words.is(at_percent, "percentage") || words.is(at_percent, "basis") {
        let joint = words.past_dash(at_percent + 1);
        if words.among(joint, list!("point points")) {
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
    // "three consecutive weeks"
    if words.among(hyphen, list!("consecutive straight successive full whole"))
        && let Some((unit, end)) = unit(words, hyphen + 1)
        && unit.time
    {
        return (Tail::Unit(unit), end);
    }
    if let (Some(unit), true) = (LEXICON.unit("lb"), words.among(hyphen, list!("pound pounds"))) {
        return (Tail::Unit(unit), hyphen + 1);
    }
    (Tail::None, at)
}

/// What the number counts in: "hundreds of billions of dollars" as "5 dollars". How long "hundreds of years" are, nobody says.
fn tail_of(words: &Words, number: &Number) -> (Tail, usize) {
    let of = usize::from(number.vague && words.is(number.end, "of"));
    // "thousands of foot soldiers", "hundreds of SAR volunteers"
    let counted = words.at(number.end + of);
    let many = counted.ends_with('s') || words.among(number.end + of, list!("feet yen won yuan rand"));
    if of > 0 && (!many || words.case(number.end + of) == Case::Upper) {
        return (Tail::None, number.end);
    }
    match tail(words, number, number.end + of) {
        (Tail::None, _) => (Tail::None, number.end),
        (Tail::Unit(unit), _) if unit.time && number.vague => (Tail::None, number.end),
        found => found,
    }
}

fn points(words: &Words, i: usize) -> Option<(ValueForm, usize)> {
    (words.among(i, list!("point points"))).then_some((ValueForm::PercentagePoints, i + 1))
}

/// A figure that begins with a number.
fn number(words: &Words, i: usize, when: &When) -> Option<(Value, usize)> {
    let mut from = i;
    let mut first = numbers::read(words, i, false)?;
    // "One day he will return"
    let someday = words.is(i, "one") && words.is(i + 1, "day") && (i == words.from || words.among_before(i, 1, list!(",")));
    if first.suffix == "s" || someday && !words.among(i + 2, list!("after before later earlier")) {
        return None;
    }
    if first.suffix == "m"
        && counts::plural_at(words, first.end)
        && !words.among(first.end, list!("hurdles finals heats sprints races runners sprinters records"))
    {
        // "2.3m people"
        (first.value, first.scale, first.suffix, first.bare) = (first.value * 1e6, 1e6, "", false);
    }
    if let Some(at) = numbers::some(words, i) {
        from = at;
    }
    // a minus sign belongs to the number, a bullet or a hyphen doesn't
    let minus = i.checked_sub(1).filter(|&at| words.has(at) && words.among(at, list!("- −")) && first.digits);
    let mut figure = {
        let (tail, end) = tail_of(words, &first);
        // "minus 12 degrees"
        if let Some(at) = i.checked_sub(1).filter(|&at| {
            words.is(at, "minus") && first.digits && !words.is_number(at.wrapping_sub(1)) && !words.among_before(at, 1, list!("or"))
        }) {
            first.value = -first.value;
            from = at;
        }
        if let Some(at) = minus {
            let opens = at == words.from || !words.touches(at) || words.among_before(at, 1, list!("( ["));
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
    if number.vague && value.bound == Bound::Exact {
        value.bound = Bound::MoreThan;
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
    if score && (dash || words.is(at, "to") && (words.themes().vote || words.themes().won)) {
        let vote = words.themes().vote;
        figure.form = Some(if vote { ValueForm::Vote } else { ValueForm::Score });
        (figure.to, figure.end) = (Some(second.value), second.end);
    }
}

/// "3-1 win", "5-4 ruling": what a score or vote stands before.
fn verdict(words: &Words, i: usize) -> bool {
    words.among(i, list!("win victory defeat loss draw lead vote votes decision ruling majority tie advantage aggregate record against over to at on in scoreline thriller rout split wins losses"))
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
        && (words.is(from, "zero") && (words.dash(end) || words.among_before(from, 1, list!("net ground sub absolute patient")))
            || name_like(words, from, counted.is_some()))
    {
        return None;
    }
    if worded && words.dash(end) && words.touches(end) && words.among(end + 1, list!("way sided handed faced sum off piece")) {
        return None;
    }
    // "high-five"
    if worded && words.dash(from.wrapping_sub(1)) && words.touches(from) && words.is_word(from.wrapping_sub(2)) && words.touches(from - 1) {
        return None;
    }
    let (mut form, mut end) = (form, end);
    if form.is_none() && to.is_some() && words.among_before(from, 1, list!("aged ages")) {
        form = Some(ValueForm::Age);
    } else if form.is_none() && to.is_none() {
        if age(words, from, end, number, counted.is_some()) {
            form = Some(ValueForm::Age);
            counted = None;
        } else if words.among_before(from, 1, list!("top")) && counted.is_none() {
            form = Some(ValueForm::Rank);
        } else if words.is(end, "times")
            && words.among(end + 1, list!("as more higher larger bigger the faster greater less likelier its their his her"))
        {
            form = Some(ValueForm::Multiple);
            counted = None;
            end += 1;
        }
    }
    let kind = if counted.is_some() { ValueKind::Quantity } else { ValueKind::Number };
    let mut value = value(words, from, end, kind, number.value, if kind == ValueKind::Quantity { "count" } else { "number" });
    value.to = to.map(tidy);
    value.form = form;
    value.counts = counted.map(|counted| counted.lemma);
    if !number.digits && kind == ValueKind::Number {
        value.confidence = 0.7;
    }
    Some((value, end))
}

/// "one" that is no number: "no one", "one of the", "the new one".
fn pronoun(words: &Words, from: usize, end: usize, counted: bool) -> Option<()> {
    let before = words.among_before(from, 1, list!("no this that each which every some any another a an her his my anyone it's"));
    let after = words.is(end, "of") || words.among(end, list!("another who that which can")) || words.among(end, list!("'s ’s ,"));
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
    !counted && (before(1) && words.class(from - 1) == Class::Plain || words.among_before(from, 1, list!("of")) && before(2))
}

/// Whether a bare number is an age: "Thomas Sam, 42,", "aged 14", "when she was six", "at age seventeen".
fn age(words: &Words, from: usize, end: usize, number: &Number, counted: bool) -> bool {
    if !(0.0..=120.0).contains(&number.value) || number.value.fract() != 0.0 || words.class(end) == Class::Scale {
        return false;
    }
    if words.among_before(from, 1, list!("aged age ages"))
        || words.among_before(from, 1, list!("of")) && words.among_before(from, 2, list!("age"))
    {
        return true;
    }
    if counted {
        return false;
    }
    // "a man of 27"
    let person = || words.among_before(from, 2, list!("man woman boy girl child teenager youth"));
    if words.among_before(from, 1, list!("of")) && person() && words.among_before(from, 3, list!("a an the one young another")) {
        return true;
    }
    if number.digits && words.among_before(from, 1, list!(", (")) && words.is_word(from.wrapping_sub(2)) {
        let named = words.capital(from - 2) && matches!(words.at(end), "," | "." | ")" | ";" | "");
        return named || words.is(end, ",") && words.among_before(from, 1, list!(","));
    }
    words.among_before(from, 1, list!("was turned turns is were be"))
        && (words.among_before(from, 2, list!("he she who they i")) || words.among_before(from, 1, list!("turned turns")))
}
