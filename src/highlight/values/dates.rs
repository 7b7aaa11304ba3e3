//! Dates that name a day, a month, a year or a longer period: "July 10, 2025", "10 July", "2025-07-10", "10/07/2025", "the 1990s", "Q4 2024".

use super::calendar::{self, Period};
use super::counts;
use super::lexicon::{Class, LEXICON};
use super::list::list;
use super::numbers;
use super::periods;
use super::sentence::Words;
use super::when::{Found, When, future};

/// Reads a date that begins at `i` with a month, a day, a year or a name of a period.
pub fn read(words: &Words, i: usize, when: &When) -> Option<Found> {
    in_figures(words, i, when)
        .or_else(|| months(words, i, i, when))
        .or_else(|| first_of_two(words, i, when))
        .or_else(|| periods::decade(words, i))
        .or_else(|| periods::quarter(words, i, when))
        .or_else(|| periods::century(words, i))
        .or_else(|| periods::season(words, i))
        .or_else(|| periods::years(words, i))
}

/// Reads a date in figures only.
pub fn in_figures(words: &Words, i: usize, when: &When) -> Option<Found> {
    words.is_number(i).then(|| iso(words, i).or_else(|| figures(words, i, when))).flatten()
}

/// The first day of "8 and 9 July".
fn first_of_two(words: &Words, i: usize, when: &When) -> Option<Found> {
    let (day, _) = day_figure(words, i).filter(|_| words.among(i + 1, list!("and or")))?;
    let second = day_figure(words, i + 2).filter(|(second, _)| *second > day).and_then(|_| months(words, i + 2, i + 2, when))?;
    let Some(Period::Day(second_day)) = second.period else { return None };
    let (year, month, of_month) = calendar::civil(second_day);
    (of_month > day).then(|| Found::new(i, i + 1, Some(Period::Day(calendar::day(year, month, day))), second.relative, "month"))
}

/// The second day of "July 8 and 9", the first being known.
pub fn day_beside(words: &Words, i: usize, first: Period) -> Option<Found> {
    let (day, _) = day_figure(words, i)?;
    let Period::Day(known) = first else { return None };
    let (year, month, of_month) = calendar::civil(known);
    let next = i + 1;
    let fits = words.class(next) != Class::Month
        && day > of_month
        && calendar::exists(Some(year), month, day)
        && (!words.is_word(next) || !counted(words, next) && counts::noun(words, next, false).is_none());
    (fits && LEXICON.unit(words.at(next)).is_none())
        .then(|| Found::new(i, next, Some(Period::Day(calendar::day(year, month, day))), true, "month"))
}

/// A month with what stands around it: "July 10, 2025", "10 July", "July 2025", "July".
#[derive(Clone, Copy)]
struct Part {
    year: Option<i32>,
    month: i32,
    day: Option<i32>,
    /// Last day of a range inside the month: "July 10-12".
    until: Option<i32>,
    end: usize,
}

/// Four bare digits that can be a year.
#[inline(never)]
pub fn year_at(words: &Words, i: usize) -> Option<i32> {
    let token = words.at(i);
    let (value, len, bare) = numbers::digits(token)?;
    (bare && token.len() == 4 && len == 4 && (1000.0..2200.0).contains(&value)).then_some(value as i32)
}

/// A month at `i`: its number and the token after it. "May" and "March" need a capital; short forms too.
fn month(words: &Words, i: usize) -> Option<(i32, usize)> {
    let month = words.value(i, Class::Month)? as i32;
    let word = words.at(i);
    if !words.capital(i) {
        return None;
    }
    let short = word.len() <= 4 && !matches!(month, 5..=7) || word.len() == 3 && month != 5;
    Some((month, if short { words.past_stop(i + 1) } else { i + 1 }))
}

/// A day of the month at `i`, "10" or "10th"; and whether it is an ordinal.
fn day_at(words: &Words, i: usize) -> Option<(i32, bool)> {
    let token = words.at(i);
    let number = token.bytes().take_while(u8::is_ascii_digit).count();
    if number == 0 || number > 2 {
        // "the tenth of July"
        let (value, end) = numbers::ordinal(words, i)?;
        return (end == i + 1 && words.is_word(i) && value <= 31.0).then_some((value as i32, true));
    }
    let ordinal = matches!(&token[number..], "st" | "nd" | "rd" | "th");
    let value: i32 = token[..number].parse().ok()?;
    ((ordinal || number == token.len()) && (1..=31).contains(&value)).then_some((value, ordinal))
}

/// A day in figures only.
#[inline(never)]
fn day_figure(words: &Words, i: usize) -> Option<(i32, bool)> {
    words.is_number(i).then(|| day_at(words, i)).flatten()
}

/// A year behind a month or day: "2025", ", 2025", "of 2025".
#[inline(never)]
pub fn year_after(words: &Words, i: usize, comma: bool) -> Option<(i32, usize)> {
    let at = if words.is(i, "of") || comma && words.is(i, ",") { i + 1 } else { i };
    let year = year_at(words, at)?;
    // ", 2025 people" is a count, not a year
    (at == i || words.is(i, "of") || !counted(words, at + 1)).then_some((year, at + 1))
}

pub fn counted(words: &Words, i: usize) -> bool {
    counts::plural_at(words, i) || words.is(i, "%") || words.class(i) == Class::Scale
}

/// A joiner of a range: "to", "through", a dash; "and" only after "between".
pub fn joins(words: &Words, first: usize, i: usize) -> bool {
    words.dash(i) || words.among(i, list!("to through until till")) || words.is(i, "and") && words.among_before(first, 1, list!("between"))
}

fn part(words: &Words, i: usize, first: usize) -> Option<Part> {
    if let Some((month, mut end)) = month(words, i) {
        let mut part = Part { year: None, month, day: None, until: None, end };
        let the = usize::from(words.is(end, "the"));
        if let Some((day, ordinal)) = day_figure(words, end + the).filter(|_| the == 0 || words.is_number(end + the)) {
            let after = end + the + 1;
            let is_day = calendar::exists(None, month, day)
                && (ordinal || !counted(words, after) && !words.touches(after) || punctuated(words, after));
            if is_day && (the == 0 || ordinal) {
                part.day = Some(day);
                end = after;
                if joins(words, first, end) && month_at(words, end + 1).is_none() {
                    if let Some((last, _)) = day_figure(words, end + 1).filter(|(last, _)| *last > day && !counted(words, end + 2)) {
                        part.until = Some(last);
                        end += 2;
                    }
                }
            }
        }
        part.end = end;
        if let Some((year, after)) = year_after(words, end, true) {
            (part.year, part.end) = (Some(year), after);
        }
        return Some(part);
    }
    let (day, ordinal) = day_at(words, i)?;
    let mut at = i + 1;
    let mut until = None;
    if joins(words, first, at) {
        let (last, _) = day_figure(words, at + 1).filter(|(last, _)| *last > day)?;
        until = Some(last);
        at += 2;
    }
    at = words.past_dash(at);
    if words.is(at, "of") && (ordinal || words.is_number(i)) {
        at += 1;
    }
    let (month, mut end) = month(words, at)?;
    if !calendar::exists(None, month, until.unwrap_or(day)) || !ordinal && !words.is_number(i) {
        return None;
    }
    let mut year = None;
    if let Some((stated, after)) = year_after(words, words.past_dash(end), true) {
        (year, end) = (Some(stated), after);
    }
    Some(Part { year, month, day: Some(day), until, end })
}

fn month_at(words: &Words, i: usize) -> Option<(i32, usize)> {
    month(words, i)
}

/// Whether a mark that is no hyphen follows, so that the figure before it ends there.
fn punctuated(words: &Words, i: usize) -> bool {
    words.among(i, list!(", . ; : ) ] ? ! 's ’s \" ” - – — /"))
}

/// A date with a month, or a range of two, its words beginning at `i`. `from`: where the span begins (a weekday may stand before).
pub fn months(words: &Words, from: usize, i: usize, when: &When) -> Option<Found> {
    let first = part(words, i, from)?;
    let alone = first.day.is_none() && first.year.is_none();
    let mut end = first.end;
    let mut second = None;
    if first.until.is_none() && joins(words, from, end) {
        second = part(words, end + 1, from).filter(|second| {
            // "July to September"; "July 10 to August 3"; not "July 10 to August"
            second.until.is_none() && second.day.is_some() == first.day.is_some()
        });
        if let Some(second) = second {
            end = second.end;
        }
    }
    if alone && second.is_none() && !month_alone(words, i, end) {
        return None;
    }
    let mut relative = false;
    let coming = future(words, from, end);
    let mut year = first.year.or(second.and_then(|s| s.year));
    // "November last year", "March 11 this year"
    if year.is_none() && second.is_none() && words.among(end, list!("last this next")) && words.is(end + 1, "year") {
        let by = if words.is(end, "last") { -1 } else { i32::from(words.is(end, "next")) };
        year = when.civil().map(|c| c.0 + by);
        end += 2;
        relative = true;
    }
    relative |= year.is_none();
    let whole = |part: Part, year: i32| match part.day {
        Some(day) if calendar::exists(Some(year), part.month, day) => Some(Period::Day(calendar::day(year, part.month, day))),
        Some(_) => None,
        None => Some(Period::Month(year, part.month)),
    };
    let start = match (year, first.day) {
        // the year stands at the end and may be the next one for the start: "December 28 to January 3, 2025"
        (Some(year), _) if first.year.is_none() && second.is_some_and(|s| (s.month, s.day) < (first.month, first.day)) => {
            whole(first, year - 1)
        }
        (Some(year), _) => whole(first, year),
        (None, Some(day)) => when.month_day(first.month, day, coming).map(Period::Day),
        (None, None) => when.month(first.month, coming).map(|(y, m)| Period::Month(y, m)),
    };
    let period = start.and_then(|start| match (second, first.until) {
        (Some(second), _) => {
            let (y, m, _) = calendar::civil(start.first());
            let year = second.year.unwrap_or(if (second.month, second.day) < (m, first.day) { y + 1 } else { y });
            start.to(whole(second, year)?)
        }
        (None, Some(until)) => {
            let (y, m, _) = calendar::civil(start.first());
            start.to(whole(Part { month: m, day: Some(until), ..first }, y)?)
        }
        _ => Some(start),
    });
    Some(Found::new(from, end, period, relative, "month"))
}

/// Whether a month's name on its own is one: "May" and "March" begin sentences and names.
fn month_alone(words: &Words, i: usize, end: usize) -> bool {
    let name = words.at(i);
    let lead = words.among_before(
        i,
        1,
        list!("in by since until till of from between through during last this next early late mid before after and or to for end around per for starting"),
    ) || words.dash(i.wrapping_sub(1)) && words.among_before(i, 2, list!("mid early late"));
    if name.len() <= 4 && end > i + 1 || name.eq_ignore_ascii_case("sept") {
        return lead;
    }
    match name {
        "May" | "March" | "August" | "April" | "June" => lead && !words.capital(i + 1),
        "Mar" | "Jan" | "Dec" | "Jun" | "Jul" | "Sep" => lead,
        _ => lead || !words.capital(i + 1),
    }
}

/// `2025-07-10`, `2025-07`, `2025/07/10`.
fn iso(words: &Words, i: usize) -> Option<Found> {
    let year = year_at(words, i)?;
    let mark = words.at(i + 1);
    if !matches!(mark, "-" | "/" | "‑" | "–") || !words.touches(i + 1) || !words.touches(i + 2) || words.at(i + 2).len() != 2 {
        return None;
    }
    let (month, _, bare) = numbers::digits(words.at(i + 2))?;
    let month = month as i32;
    if !bare || !(1..=12).contains(&month) {
        return None;
    }
    if words.at(i + 3) == mark && words.touches(i + 3) && words.touches(i + 4) {
        let token = words.at(i + 4);
        // "2025-07-10T14:05"
        let token = token.split(['T', 't']).next().unwrap_or(token);
        let (day, len, bare) = numbers::digits(token)?;
        let day = day as i32;
        if bare && len == 2 && token.len() == 2 && calendar::exists(Some(year), month, day) {
            return Some(Found::new(i, i + 5, Some(Period::Day(calendar::day(year, month, day))), false, "iso"));
        }
        return None;
    }
    // "2011-12" is a span of years more often than December
    (mark == "-" && month != (year + 1) % 100 && !words.touches(i + 3))
        .then(|| Found::new(i, i + 3, Some(Period::Month(year, month)), false, "iso"))
}

/// `10/07/2025`, `10.07.2025`, `10-07-2025`, `10/7/25`: the day first unless only the other way round is a date; the other reading is kept.
fn figures(words: &Words, i: usize, when: &When) -> Option<Found> {
    let token = words.at(i);
    if !words.is_number(i) || token.len() > 10 {
        return None;
    }
    let (parts, to) = if token.contains('.') {
        let mut cells = token.split('.');
        ([cells.next()?, cells.next()?, cells.next()?], i + 1)
    } else {
        let mark = words.at(i + 1);
        let same = matches!(mark, "/" | "-") && words.at(i + 3) == mark;
        if !same || !(1..=4).all(|n| words.touches(i + n)) || words.touches(i + 5) && words.among(i + 5, list!("/ -")) {
            return None;
        }
        ([token, words.at(i + 2), words.at(i + 4)], i + 5)
    };
    let mut numbers = [0i32; 3];
    for (number, cell) in numbers.iter_mut().zip(parts) {
        if cell.is_empty() || cell.len() > 4 || !cell.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *number = cell.parse().ok()?;
    }
    let [a, b, mut year] = numbers;
    match parts[2].len() {
        2 if parts[0].len() <= 2 && words.is(i + 1, "/") => year += if year < 70 { 2000 } else { 1900 },
        4 => (),
        _ => return None,
    }
    if !(1000..2200).contains(&year) || parts[0].len() > 2 || parts[1].len() > 2 {
        return None;
    }
    let day = |month: i32, day: i32| calendar::exists(Some(year), month, day).then(|| Period::Day(calendar::day(year, month, day)));
    // where both can be, the one nearer to the day of publication and not after it; else the day first
    let (day_first, month_first) = (day(b, a), day(a, b).filter(|_| to > i + 1));
    let far = |period: &Option<Period>| match (period, when.base) {
        (Some(period), Some(base)) => (period.first() > base, (period.first() - base).abs()),
        _ => (false, 0),
    };
    let (period, other) = match (day_first, month_first) {
        (Some(_), Some(_)) if far(&month_first) < far(&day_first) => (month_first, day_first),
        (Some(_), _) => (day_first, month_first),
        _ => (month_first, None),
    };
    period?;
    let mut found = Found::new(i, to, period, false, "figures");
    found.other = other.filter(|other| Some(*other) != period);
    Some(found)
}
