//! Years and longer periods: "1998", "2004 to 2009", "the 1990s", "Q4 2024", "the 20th century", "summer 2022".

use super::calendar::Period;
use super::counts;
use super::dates::{counted, joins, year_after, year_at};
use super::lexicon::{Class, LEXICON};
use super::list::list;
use super::numbers;
use super::sentence::Words;
use super::when::{Found, When};

/// "1990s", "the '90s", "the sixties", "1800s".
pub fn decade(words: &Words, i: usize) -> Option<Found> {
    let token = words.at(i);
    let mut to = i + 1;
    let number =
        if let Some(value) = words.value(i, Class::Decade) {
            let lead = words.among_before(i, 1, list!("the early late mid nineteen swinging roaring")) || words.dash(i.wrapping_sub(1));
            if !lead || owner(words, i) {
                return None;
            }
            1900 + value as i32
        } else {
            let mut figures = token;
            if let Some(bare) = token.strip_suffix('s') {
                figures = bare;
            } else if words.among(i + 1, list!("'s ’s")) && words.touches(i + 1) {
                to = i + 2;
            } else {
                return None;
            }
            if !words.is_number(i) || !figures.bytes().all(|b| b.is_ascii_digit()) || !figures.ends_with('0') {
                return None;
            }
            let value: i32 = figures.parse().ok()?;
            match figures.len() {
                4 if (1000..2200).contains(&value) && (to == i + 1 || words.among_before(i, 1, list!("the early late mid"))) => value,
                2 if to == i + 1 && !owner(words, i) && words.among_before(i, 1, list!("the early late mid ' ’ ‘ -")) => {
                    if value <= 10 { 2000 + value } else { 1900 + value }
                }
                _ => return None,
            }
        };
    let first = Period::Decade(number);
    let period = if number % 100 == 0 && number < 1900 { Period::Century(number / 100) } else { first };
    Some(Found::new(i, to, Some(period), false, "decade"))
}

/// Whether a person's years are meant: "in her sixties", "in his early 70s".
fn owner(words: &Words, i: usize) -> bool {
    (1..=3).any(|places| words.among_before(i, places, list!("his her their my your our whose")))
}

/// "Q4 2024", "the fourth quarter of 2024", "the first half of 2022", "the third quarter".
pub fn quarter(words: &Words, i: usize, when: &When) -> Option<Found> {
    let token = words.at(i);
    let (number, months, mut to) = match token.as_bytes() {
        [b'Q', n @ b'1'..=b'4'] => (i32::from(n - b'0'), 3, i + 1),
        [b'H', n @ b'1'..=b'2'] if year_after(words, i + 1, true).is_some() => (i32::from(n - b'0'), 6, i + 1),
        [n @ b'1'..=b'4', b'Q'] => (i32::from(n - b'0'), 3, i + 1),
        _ => {
            let (value, at) = numbers::ordinal(words, i)?;
            let at = words.past_dash(at);
            let months = if words.is(at, "quarter") { 3 } else { 6 };
            if !words.among(at, list!("quarter half")) || value * f64::from(months) > 12.0 {
                return None;
            }
            (value as i32, months, at + 1)
        }
    };
    let year = if let Some((year, after)) = year_after(words, to, true) {
        to = after;
        Some(year)
    } else if words.among(to, list!("of last this next the")) && relative_year(words, to).is_some() {
        let (by, after) = relative_year(words, to)?;
        to = after;
        when.civil().map(|c| c.0 + by)
    } else if months == 6 || words.themes().game {
        return None;
    } else {
        // the last one that began before the day of publication
        when.civil().map(|(year, month, _)| if (number - 1) * 3 + 1 > month { year - 1 } else { year })
    };
    // a fiscal year's quarter has no months that all companies share
    let fiscal = words.among_before(i, 1, list!("fiscal"));
    let period = year.filter(|_| !fiscal).map(|year| Period::months(year, (number - 1) * months + 1, months));
    Some(Found::new(i, to, period, year.is_none(), "quarter"))
}

/// "of last year", "this year", "of the year".
fn relative_year(words: &Words, i: usize) -> Option<(i32, usize)> {
    let at = i + usize::from(words.is(i, "of"));
    let by = match words.at(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        "the" if at > i => 0,
        _ => return None,
    };
    words.is(at + 1, "year").then_some((by, at + 2))
}

/// "the 20th century".
pub fn century(words: &Words, i: usize) -> Option<Found> {
    let (value, at) = numbers::ordinal(words, i)?;
    let mut to = words.past_dash(at);
    if !words.among(to, list!("century centuries")) {
        // "the 18th and 19th centuries"
        let (_, second) = words.among(at, list!("and or to")).then(|| numbers::ordinal(words, at + 1)).flatten()?;
        words.is(second, "centuries").then_some(())?;
        to = at;
    } else {
        to += 1;
    }
    if words.among(to, list!("BC BCE B.C. B.C.E.")) {
        return Some(Found::new(i, to + 1, None, false, "century"));
    }
    (1.0..=22.0).contains(&value).then(|| Found::new(i, to, Some(Period::Century(value as i32 - 1)), false, "century"))
}

/// "summer 2022", "the winter of 2023-24".
pub fn season(words: &Words, i: usize) -> Option<Found> {
    let month = words.value(i, Class::Season)? as i32;
    let (year, mut to) = year_after(words, i + 1, false)?;
    if let Some((_, after)) = short_end(words, year, to) {
        to = after;
    }
    Some(Found::new(i, to, Some(Period::months(year, month, 3)), false, "season"))
}

/// The end of "2024-25" or "2024/25" after its first year.
fn short_end(words: &Words, year: i32, i: usize) -> Option<(i32, usize)> {
    let token = words.at(i + 1);
    if !(words.dash(i) || words.is(i, "/")) || !words.touches(i) || !words.touches(i + 1) || token.len() != 2 {
        return None;
    }
    let (value, len, bare) = numbers::digits(token)?;
    let last = year / 100 * 100 + value as i32;
    (bare && len == 2 && last > year && last <= year + 60).then_some((last, i + 2))
}

/// A year, or from one to another.
pub fn years(words: &Words, i: usize) -> Option<Found> {
    let year = year_at(words, i)?;
    if words.dash(i.wrapping_sub(1))
        && words.touches(i)
        && words.touches(i - 1)
        && !words.among_before(i, 2, list!("mid early late pre post"))
    {
        return None;
    }
    if let Some((last, to)) = short_end(words, year, i + 1) {
        return Some(Found::new(i, to, Some(Period::Years(year, last)), false, "years"));
    }
    let strong = words.among_before(
        i,
        1,
        list!("in since by from until till during before after early late mid between through ( year season circa c. ca. summer winter spring autumn fall back to"),
    );
    let to = i + 1;
    if joins(words, i, to) || words.is(to, "/") {
        if let Some(last) = year_at(words, to + 1).filter(|last| *last > year && !counted(words, to + 2)) {
            return Some(Found::new(i, to + 2, Some(Period::Years(year, last)), false, "years"));
        }
    }
    if words.among(to, list!("BC BCE B.C. B.C.E.")) {
        return Some(Found::new(i, to + 1, None, false, "years"));
    }
    if !is_year(words, i, year, strong) {
        return None;
    }
    // a fiscal year begins where the company or the state says
    let fiscal = words.among_before(i, 1, list!("fiscal FY"))
        || words.among_before(i, 1, list!("year")) && words.among_before(i, 2, list!("fiscal financial"));
    Some(Found::new(i, to, (!fiscal).then_some(Period::Year(year)), false, "year"))
}

/// Whether four digits are a year and not a count, a sum or a model.
fn is_year(words: &Words, i: usize, year: i32, strong: bool) -> bool {
    let next = i + 1;
    let likely = (1900..2100).contains(&year);
    if words.class(next) == Class::Scale || words.among(next, list!("% / °")) || words.is(next, ":") && words.touches(next) {
        return false;
    }
    // "2000-year-old", "1800 metres", "1900 GMT"
    let unit = words.past_dash(next);
    // "World Cup 2018 day five"
    let singular = likely && unit == next && !words.at(unit).ends_with('s') && !words.is(unit + 1, "old");
    if LEXICON.unit(words.at(unit)).is_some_and(|unit| !(unit.time && singular))
        || words.among(unit, list!("GMT UTC hours hrs h percent dollars euros pounds yen people square cubic degrees"))
    {
        return false;
    }
    if super::bounds::before(words, i).is_some_and(|bound| !(likely && bound.1 == super::Bound::About && !counts::plural_at(words, next))) {
        return false;
    }
    if strong {
        return year >= 1500 || words.among_before(i, 1, list!("in since until by around circa"));
    }
    if !likely {
        return (1500..2200).contains(&year)
            && (words.among_before(i, 1, list!("of")) || words.among(next, list!(") –")))
            && !counts::plural_at(words, next);
    }
    if counts::plural_at(words, next) {
        return words.among_before(i, 1, list!("the of its their his her our 's ’s this that a"))
            || words.capital(i.wrapping_sub(1)) && i > words.from + 1;
    }
    true
}
