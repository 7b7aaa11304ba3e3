//! Dates that hang on another: "Thursday", "last week", "yesterday afternoon", "the next day", "three years ago", "overnight".

use super::calendar::{self, Period};
use super::dates;
use super::lexicon::Class;
use super::list::list;
use super::sentence::Words;
use super::when::{Found, When, future};

/// Reads a relative date that begins at `i`; `floor`: the first token that no earlier value has taken.
pub fn read(words: &Words, i: usize, when: &When, floor: usize) -> Option<Found> {
    match words.class(i) {
        Class::Near => near(words, i, when),
        Class::Weekday => weekday(words, i, when),
        Class::Relative => relative(words, i, when),
        Class::Length => length(words, i, when, floor),
        Class::Edge => edge(words, i, when),
        Class::Daypart => night_before(words, i, when),
        _ => None,
    }
}

/// "The first Sunday in May", "the last Monday of August 2031": the day, counted from the month's beginning or its end. `i` is the ordinal or "last".
pub fn weekday_of_month(words: &Words, i: usize, when: &When) -> Option<Found> {
    let last = words.is(i, "last");
    let nth = if last { 1 } else { words.value(i, Class::Ordinal).filter(|nth| *nth <= 5.0)? as i32 };
    let of_week = words.value(i + 1, Class::Weekday).filter(|_| words.at(i + 1).len() > 5)? as i32;
    if !words.among(i + 2, list!("in of")) || words.class(i + 3) != Class::Month {
        return None;
    }
    let found = dates::months(words, i, i + 3, when).filter(|found| matches!(found.period, Some(Period::Month(..)) | None))?;
    let period = found.period.and_then(|month| {
        let (first, after) = (month.first(), month.last() + 1);
        let ahead = |from: i32| from + (of_week - calendar::weekday(from)).rem_euclid(7);
        let day = if last { ahead(after - 7) } else { ahead(first) + 7 * (nth - 1) };
        (first..after).contains(&day).then_some(Period::Day(day))
    });
    Some(Found { period, ..found })
}

/// Past a part of the day.
fn past_daypart(words: &Words, i: usize) -> usize {
    i + usize::from(words.class(i) == Class::Daypart && words.among(i, list!("morning afternoon evening night lunchtime")))
}

fn near(words: &Words, i: usize, when: &When) -> Option<Found> {
    let by = words.known(i).1 as i32;
    let word = words.at(i);
    // TODAY is a paper
    if word.len() > 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && !shouted(words) {
        return None;
    }
    if words.is(i, "overnight") {
        // the night that ended on the day of publication; "an overnight train" is no date
        if words.among_before(i, 1, list!("an the his her their its by")) {
            return None;
        }
        if words.class(i + 1) == Class::Weekday && words.at(i + 1).len() > 5 {
            return weekday(words, i + 1, when).map(|found| Found { from: i, ..found });
        }
        return Some(Found::new(i, i + 1, when.base.map(|day| Period::Days(day - 1, day)), true, "overnight"));
    }
    let mut to = past_daypart(words, i + 1);
    let mut from = i;
    let mut by = by;
    // "the day before yesterday", "the day after tomorrow"
    if by != 0 && words.among_before(i, 1, list!("before after")) && words.among_before(i, 2, list!("day")) {
        by *= 2;
        from = i - 2;
    }
    to = to.max(i + 1);
    Some(Found::new(from, to, when.base.map(|day| Period::Day(day + by)), true, "near"))
}

/// Whether the sentence is written in capitals.
fn shouted(words: &Words) -> bool {
    !(words.from..words.to).any(|i| matches!(words.case(i), crate::article::Case::Lower | crate::article::Case::Mixed))
}

fn weekday(words: &Words, i: usize, when: &When) -> Option<Found> {
    let of_week = words.known(i).1 as i32;
    let short = words.at(i).len() <= 5;
    if short && !words.capital(i) {
        return None;
    }
    let mut at = if short { words.past_stop(i + 1) } else { i + 1 };
    if words.is(at, ",") || words.is(at, "the") && words.is_number(at + 1) {
        at += 1;
    }
    // "Friday, July 21, 2017", "Thursday 10 July"
    if at < words.to {
        if let Some(found) = dates::months(words, i, at, when).filter(|found| found.to > at + 1) {
            return Some(found);
        }
        if let Some(mut found) = dates::read(words, at, when).filter(|found| matches!(found.rule, "iso" | "figures")) {
            found.from = i;
            return Some(found);
        }
    }
    if short || named(words, i) {
        return None;
    }
    let mut to = past_daypart(words, i + 1);
    let coming = future(words, i, to);
    let mut period = when.weekday(of_week, coming);
    // "Friday to Sunday"; "Monday through Friday"
    if (words.dash(to) || words.among(to, list!("to through"))) && words.class(to + 1) == Class::Weekday && words.at(to + 1).len() > 5 {
        let days = (words.known(to + 1).1 as i32 - of_week).rem_euclid(7);
        period = period.map(|period| Period::Days(period.first(), period.first() + days));
        to = past_daypart(words, to + 2);
    }
    // "Friday week", "Monday last week"
    if words.among(to, list!("last next")) && words.is(to + 1, "week") {
        let by = if words.is(to, "last") { -7 } else { 7 };
        period = when.base.map(|base| Period::Day(base - calendar::weekday(base) + of_week + by));
        to += 2;
    }
    Some(Found::new(i, to, period, true, "weekday"))
}

/// Whether the weekday belongs to a name: "Good Friday", "Sunday Times".
fn named(words: &Words, i: usize) -> bool {
    words.among_before(i, 1, list!("good black easter ash super palm bloody cyber giving maundy whit every each"))
        || words.capital(i + 1)
            && words.among(i + 1, list!("times mirror mail telegraph herald express post mass live island school world"))
        || words.is(i + 2, "live") && words.capital(i + 2)
}

fn relative(words: &Words, i: usize, when: &When) -> Option<Found> {
    let by = words.known(i).1 as i32;
    let the = words.among_before(i, 1, list!("the"));
    let word = words.at(i);
    // "this past week", "this coming Friday"
    let (mut at, mut by) = (i + 1, by);
    if words.is(i, "this") && words.among(at, list!("past last coming")) {
        by = if words.is(at, "coming") { 1 } else { -1 };
        at += 1;
    }
    let found = |period: Option<Period>, to: usize| Some(Found::new(i, to, period, true, "relative"));
    if let Some(found) = weekday_of_month(words, i, when) {
        return Some(found);
    }
    // hanging on the date spoken of last
    let anaphoric = the && words.among(i, list!("next following previous preceding"));
    let (class, value) = words.known(at);
    match class {
        Class::Weekday if words.at(at).len() > 5 && words.among(i, list!("last this next past coming following previous")) => {
            let of_week = value as i32;
            let to = past_daypart(words, at + 1);
            let period = when.base.map(|base| {
                let back = (calendar::weekday(base) - of_week).rem_euclid(7);
                Period::Day(match by {
                    -1 => base - if back == 0 { 7 } else { back },
                    1 => base - back + 7,
                    _ if !future(words, i, to) && back < 4 => base - back,
                    _ => base + (of_week - calendar::weekday(base)).rem_euclid(7),
                })
            });
            found(period.filter(|_| !(the && by == 1)), to)
        }
        Class::Month if words.capital(at) && words.among(i, list!("last this next past")) => {
            let period = when.civil().map(|(year, now, _)| {
                let month = value as i32;
                let year = match by {
                    -1 => year - i32::from(month >= now),
                    1 => year + i32::from(month <= now),
                    _ => year,
                };
                Period::Month(year, month)
            });
            let to = if words.at(at).len() <= 4 { words.past_stop(at + 1) } else { at + 1 };
            // "last May 3" goes on with a day
            match (dates::months(words, i, at, when), period) {
                (Some(mut day), Some(period)) if day.to > to => {
                    if let (Some(Period::Day(read)), Period::Month(year, month)) = (day.period, period) {
                        day.period = Some(Period::Day(calendar::day(year, month, calendar::civil(read).2)));
                    }
                    Some(day)
                }
                _ => found(period, to),
            }
        }
        Class::Season if words.among(i, list!("last this next past")) && !words.is(at, "fall") | !words.capital(at + 1) => {
            let first = value as i32;
            let period = when.civil().map(|(year, now, _)| {
                let year = match by {
                    // the last one that is over
                    -1 => year - i32::from(first + 2 >= now),
                    1 => year + i32::from(first <= now),
                    // winter that began last year
                    _ if first == 12 && now <= 3 => year - 1,
                    _ => year,
                };
                Period::months(year, first, 3)
            });
            found(period, at + 1)
        }
        Class::Daypart => {
            let period = match (word.to_ascii_lowercase().as_str(), words.at(at)) {
                ("last", "night" | "evening") => when.base.map(|day| day - 1),
                ("this", "morning" | "afternoon" | "evening") => when.base,
                ("previous" | "preceding", _) => when.spoken().map(|day| day - 1),
                ("next" | "following", "morning" | "afternoon" | "evening" | "night") => when.spoken().map(|day| day + 1),
                _ => return None,
            };
            found(period.map(Period::Day), at + 1)
        }
        Class::Length | Class::Part => {
            // "the last week of July" names no week by itself; "the past year" is a length
            if the && by == -1 && words.among(i, list!("last past")) {
                return None;
            }
            let plural = words.at(at).ends_with('s') && !(words.is(i, "this") && words.is(at, "years") && words.is_word(at + 1));
            if plural {
                return None;
            }
            let anchor_year = if anaphoric { when.spoken_year() } else { when.civil().map(|c| c.0) };
            let period = match words.at(at).trim_end_matches('s').to_ascii_lowercase().as_str() {
                "day" if the && by != 0 => when.spoken().map(|day| Period::Day(day + by)),
                "week" => {
                    let day = if anaphoric { when.spoken() } else { when.base };
                    day.map(|day| day - calendar::weekday(day) + 7 * by).map(|monday| Period::Days(monday, monday + 6))
                }
                "weekend" => when.base.map(|base| weekend(base, by, words, i, at + 1)),
                "month" => {
                    let day = if anaphoric { when.anchor.map(Period::first).or(when.base) } else { when.base };
                    day.map(calendar::civil).map(|(year, month, _)| calendar::add_months(year, month, by)).map(|(y, m)| Period::Month(y, m))
                }
                "year" => anchor_year.map(|year| Period::Year(year + by)),
                "decade" => anchor_year.map(|year| Period::Decade(year / 10 * 10 + 10 * by)),
                "century" => anchor_year.map(|year| Period::Century(year / 100 + by)),
                "quarter" => when.civil().map(|(year, month, _)| {
                    let (y, m) = calendar::add_months(year, (month - 1) / 3 * 3 + 1, 3 * by);
                    Period::months(y, m, 3)
                }),
                _ => return None,
            };
            found(period, at + 1)
        }
        _ => None,
    }
}

/// The weekend meant: on Monday to Wednesday "this" one is over, unless the words speak of what is to come.
fn weekend(base: i32, by: i32, words: &Words, from: usize, to: usize) -> Period {
    let of_week = calendar::weekday(base);
    let saturday = base - of_week + 5;
    let saturday = match by {
        0 if of_week < 3 && !future(words, from, to) => saturday - 7,
        -1 if of_week < 5 => saturday - 7,
        -1 => saturday - 7,
        1 if of_week < 5 => saturday,
        1 => saturday + 7,
        _ => saturday,
    };
    Period::Days(saturday, saturday + 1)
}

/// "weeks ago", "the year before", "the weekend", "year end".
fn length(words: &Words, i: usize, when: &When, floor: usize) -> Option<Found> {
    let grain = words.known(i).1 as i32;
    let next = i + 1;
    if words.is(next, "ago") {
        // how many is not said
        let mut from = i;
        if words.among_before(i, 1, list!("few several many some")) {
            from -= 1;
            if words.is(i - 1, "few") && words.among_before(i, 2, list!("a")) {
                from -= 1;
            }
        }
        let from = if from >= floor { from } else { i };
        return Some(Found::new(from, i + 2, None, true, "ago"));
    }
    let the = words.among_before(i, 1, list!("the"));
    if grain == 7 {
        let ends = !words.is_word(next) || !words.capital(next);
        return (the && ends && words.is(i, "weekend"))
            .then(|| Found::new(i, next, when.base.map(|base| weekend(base, 0, words, i, next)), true, "weekend"));
    }
    // "the year before", where the clause ends there
    if the && words.among(next, list!("before earlier after")) && !words.at(i).ends_with('s') && clause_ends(words, i + 2) {
        let by = if words.is(next, "after") { 1 } else { -1 };
        let period = match grain {
            1 => when.spoken().map(|day| Period::Day(day + by)),
            3 => when
                .anchor
                .map(Period::first)
                .or(when.base)
                .map(calendar::civil)
                .map(|(y, m, _)| calendar::add_months(y, m, by))
                .map(|(y, m)| Period::Month(y, m)),
            4 => when.spoken_year().map(|year| Period::Year(year + by)),
            _ => None,
        };
        return Some(Found::new(i, i + 2, period, true, "before"));
    }
    // "year end", "by year-end"
    let end = words.past_dash(next);
    if words.is(i, "year") && words.is(end, "end") && words.among_before(i, 1, list!("by at before until the of")) {
        return Some(Found::new(i, end + 1, when.civil().map(|c| Period::Year(c.0)), true, "edge"));
    }
    None
}

fn clause_ends(words: &Words, i: usize) -> bool {
    !words.has(i) || words.among(i, list!(". , ; : ) - – — \" ” ? !")) || words.among(i, list!("when and but as"))
}

/// "the night before", where the clause ends there.
fn night_before(words: &Words, i: usize, when: &When) -> Option<Found> {
    let by = if words.is(i + 1, "before") { -1 } else { 1 };
    (words.among_before(i, 1, list!("the")) && words.among(i + 1, list!("before after")) && clause_ends(words, i + 2))
        .then(|| Found::new(i, i + 2, when.spoken().map(|day| Period::Day(day + by)), true, "before"))
}

/// "the end of the year", "the beginning of the month": that year, that month.
fn edge(words: &Words, i: usize, when: &When) -> Option<Found> {
    if !(words.among(i, list!("end beginning start middle close")) && words.is(i + 1, "of") && words.is(i + 2, "the")) {
        return None;
    }
    let period = match words.at(i + 3) {
        "year" => when.civil().map(|c| Period::Year(c.0)),
        "month" => when.civil().map(|c| Period::Month(c.0, c.1)),
        "week" => when.base.map(|day| day - calendar::weekday(day)).map(|monday| Period::Days(monday, monday + 6)),
        "decade" => when.civil().map(|c| Period::Decade(c.0 / 10 * 10)),
        "century" => when.civil().map(|c| Period::Century(c.0 / 100)),
        _ => return None,
    };
    Some(Found::new(i, i + 4, period, true, "edge"))
}

/// The period a length before (negative) or after a day, at the grain of its unit: "three years ago" is a year.
pub fn shifted(from: i32, unit: &str, amount: f64) -> Option<Period> {
    if amount.abs() > 10_000.0 {
        return None;
    }
    let by = amount.round() as i32;
    let (year, month, _) = calendar::civil(from);
    Some(match unit {
        "second" | "minute" => Period::Day(from),
        "hour" => Period::Day(from + (amount / 24.0).round() as i32),
        "day" => Period::Day(from + by),
        "week" => Period::Day(from + (amount * 7.0).round() as i32),
        "fortnight" => Period::Day(from + 14 * by),
        "month" => {
            let (y, m) = calendar::add_months(year, month, by);
            Period::Month(y, m)
        }
        "quarter" => {
            let (y, m) = calendar::add_months(year, month, 3 * by);
            Period::months(y, (m - 1) / 3 * 3 + 1, 3)
        }
        "year" => Period::Year(year + by),
        "decade" => Period::Year(year + (amount * 10.0).round() as i32),
        "century" => Period::Year(year + (amount * 100.0).round() as i32),
        _ => return None,
    })
    .filter(|period| calendar::civil(period.first()).0 > 0)
}
