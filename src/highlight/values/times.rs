//! Times of day: "22:30", "6:00am", "5 p.m.", "noon", "1400 GMT", "half past two", and from one to another.

use super::calendar::put;
use super::lexicon::Class;
use super::list::list;
use super::sentence::Words;

/// A time as read.
pub struct Clock {
    /// The token after the last.
    pub to: usize,
    /// Minutes since midnight.
    pub minutes: i32,
    /// Minutes since midnight of the end of a range.
    pub until: Option<i32>,
    /// The zone that stands behind it.
    pub zone: Option<String>,
}

impl Clock {
    /// As ISO 8601.
    pub fn iso(&self) -> String {
        let mut out = String::new();
        let mut one = |minutes: i32| {
            out.push('T');
            put(&mut out, minutes / 60 % 24, 2);
            out.push(':');
            put(&mut out, minutes % 60, 2);
        };
        one(self.minutes);
        if let Some(until) = self.until {
            out.push('/');
            let mut end = Clock { to: 0, minutes: until, until: None, zone: None };
            end.to = 0;
            out.push_str(&end.iso());
        }
        out
    }
}

/// A time before its half of the day is known.
#[derive(Clone, Copy)]
struct Face {
    hour: i32,
    minute: i32,
    /// Whether am or pm was said.
    said: Option<bool>,
    /// Whether it is a time by its form alone.
    sure: bool,
    to: usize,
}

/// Reads a time of day that begins at `i`.
pub fn read(words: &Words, i: usize) -> Option<Clock> {
    let mut first = face(words, i)?;
    let mut to = first.to;
    let mut until = None;
    if words.dash(to)
        || words.among(to, list!("to until till through"))
        || words.is(to, "and") && words.among_before(i, 1, list!("between"))
    {
        if let Some(second) = face(words, to + 1).filter(|second| second.sure || second.said.is_some()) {
            // "9-11 a.m.", "8 to 10 p.m.": said once for both
            if first.said.is_none() && first.hour <= 12 && second.said.is_some() && !(first.sure && words.is_word(i)) {
                first.said = second.said.map(|pm| pm && !(first.hour > second.hour % 12 && first.hour != 12));
            }
            until = Some(second.minutes()?);
            to = second.to;
        }
    }
    if until.is_none() && !first.sure && first.said.is_none() {
        return None;
    }
    let zone = zone(words, to);
    Some(Clock { to, minutes: first.minutes()?, until, zone })
}

impl Face {
    fn minutes(self) -> Option<i32> {
        let hour = match self.said {
            Some(pm) => (self.hour <= 12 && self.hour > 0).then_some(self.hour % 12 + if pm { 12 } else { 0 })?,
            None => self.hour,
        };
        (hour <= 24 && self.minute < 60).then_some(hour * 60 + self.minute)
    }
}

fn face(words: &Words, i: usize) -> Option<Face> {
    if let Some(hour) = words.value(i, Class::Clock) {
        return Some(Face { hour: hour as i32, minute: 0, said: None, sure: true, to: i + 1 });
    }
    if words.is_number(i) {
        return in_figures(words, i);
    }
    // "half past two", "quarter to six"
    let minutes = match words.known(i) {
        (Class::Part, parts) if words.among(i, list!("half quarter")) => 60 / parts as i32,
        (Class::Num | Class::Tens, value) => value as i32,
        _ => return None,
    };
    if words.among(i + 1, list!("past to")) && words.class(i + 2) == Class::Num && minutes < 60 {
        let hour = words.known(i + 2).1 as i32;
        let (said, to) = meridiem(words, i + 3).map_or((None, i + 3), |(pm, to)| (Some(pm), to));
        let sure = words.class(i) == Class::Part && (1..=12).contains(&hour) && (words.is(i + 1, "past") || words.is(i, "quarter"));
        let (hour, minute) = if words.is(i + 1, "past") { (hour, minutes) } else { (hour - 1, 60 - minutes) };
        return (sure && hour >= 0).then_some(Face { hour, minute, said, sure, to });
    }
    let hour = words.value(i, Class::Num).filter(|hour| (1.0..=12.0).contains(hour))? as i32;
    if words.among(i + 1, list!("o'clock o’clock")) {
        let (said, to) = meridiem(words, i + 2).map_or((None, i + 2), |(pm, to)| (Some(pm), to));
        return Some(Face { hour, minute: 0, said, sure: true, to });
    }
    let (pm, to) = meridiem(words, i + 1).filter(|_| words.at(i + 1).len() > 2)?;
    Some(Face { hour, minute: 0, said: Some(pm), sure: true, to })
}

fn in_figures(words: &Words, i: usize) -> Option<Face> {
    let token = words.at(i);
    if token.len() > 8 {
        return None;
    }
    let len = token.bytes().take_while(u8::is_ascii_digit).count();
    let hour: i32 = token[..len].parse().ok()?;
    let mut rest = &token[len..];
    let mut minute = 0;
    let mut mark = 0;
    if let Some(byte) = rest.bytes().next().filter(|b| matches!(b, b':' | b'.')) {
        let figures = rest.get(1..3).filter(|f| f.bytes().all(|b| b.is_ascii_digit()))?;
        minute = figures.parse().ok()?;
        rest = &rest[3..];
        mark = byte;
    }
    if rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',')) || minute > 59 {
        return None;
    }
    let mut to = i + 1;
    if rest.is_empty() && mark == 0 && hour == 12 && words.class(to) == Class::Clock {
        // "12 noon"
        return Some(Face { hour: words.known(to).1 as i32, minute: 0, said: None, sure: true, to: to + 1 });
    }
    let said = if rest.is_empty() {
        meridiem(words, to).map(|(pm, end)| {
            to = end;
            pm
        })
    } else if rest.eq_ignore_ascii_case("am") || rest.eq_ignore_ascii_case("pm") {
        Some(rest.starts_with(['p', 'P']))
    } else if rest.eq_ignore_ascii_case("a") || rest.eq_ignore_ascii_case("p") {
        // "11a.m."
        if !(words.is(to, ".") && words.is(to + 1, "m") && words.touches(to) && words.touches(to + 1)) {
            return None;
        }
        to += 2;
        to += usize::from(words.is(to, ".") && words.touches(to));
        Some(rest.starts_with(['p', 'P']))
    } else {
        return None;
    };
    if said.is_some() {
        let ok = (1..=12).contains(&hour) && len <= 2;
        return (ok || mark == b':' && hour < 24).then_some(Face { hour, minute, said: said.filter(|_| ok), sure: true, to });
    }
    if mark == b':' && hour <= 24 && len <= 2 {
        // "2:30.5" and "2:10:05" were refused above; "Luke 3:16" and odds are not times
        let verse = words.capital(i.wrapping_sub(1))
            && words.class(i - 1) == Class::Plain
            && i > words.from + 1
            && len == 1
            && words.touches(i + 1);
        return (!verse).then_some(Face { hour, minute, said: None, sure: true, to });
    }
    if words.among(to, list!("o'clock o’clock")) && mark == 0 && (1..=12).contains(&hour) {
        let (said, to) = meridiem(words, to + 1).map_or((None, to + 1), |(pm, to)| (Some(pm), to));
        return Some(Face { hour, minute: 0, said, sure: true, to });
    }
    // "1400 GMT", "0900 hours"
    if mark == 0 && len == 4 && words.among(to, list!("GMT UTC hours hrs Z CET EST EDT local")) && hour / 100 < 24 && hour % 100 < 60 {
        let sure =
            !words.among(to, list!("hours hrs local")) || token.starts_with('0') || words.is(to, "local") && words.is(to + 1, "time");
        if words.among(to, list!("hours hrs")) && sure {
            to += 1;
        }
        return sure.then_some(Face { hour: hour / 100, minute: hour % 100, said: None, sure: true, to });
    }
    // the first of "9-11 a.m."
    (mark == 0 && (1..=12).contains(&hour) && len <= 2 || mark == b'.' && hour <= 24).then_some(Face {
        hour,
        minute,
        said: None,
        sure: false,
        to,
    })
}

/// "p.m." in its forms: whether it is pm, and the token after it.
fn meridiem(words: &Words, i: usize) -> Option<(bool, usize)> {
    let word = words.at(i);
    let pm = word.starts_with(['p', 'P']);
    if ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter().any(|form| form.eq_ignore_ascii_case(word)) {
        return Some((pm, i + 1));
    }
    if words.among(i, list!("a p")) && words.is(i + 1, ".") && words.is(i + 2, "m") && words.touches(i + 1) {
        let to = i + 3;
        return Some((pm, to + usize::from(words.is(to, ".") && words.touches(to))));
    }
    // "10 in the morning", "three in the afternoon": the words stay outside, their half of the day counts only after "o'clock"
    None
}

/// The zone that stands at `i`: "GMT", "UTC+2", "local time", "Eastern".
fn zone(words: &Words, i: usize) -> Option<String> {
    let at = i + usize::from(words.is(i, "("));
    if words.is(at, "local") && words.is(at + 1, "time") {
        return Some("local".into());
    }
    let word = words.at(at);
    let known = words.among(at, list!("GMT UTC EST EDT ET PST PDT PT CST CDT CT MST MDT MT CET CEST EET EEST BST IST JST KST MSK AEST AEDT ACST AWST NZST NZDT SGT HKT PKT WAT CAT EAT SAST WIB Z"))
        && word.bytes().all(|b| b.is_ascii_uppercase());
    if !known {
        return words
            .among(at, list!("Eastern Pacific Central Mountain"))
            .then(|| word.to_string())
            .filter(|_| words.among(at + 1, list!("time standard daylight")));
    }
    let mut zone = word.to_string();
    if words.among(at + 1, list!("+ - −")) && words.is_number(at + 2) && words.touches(at + 2) && words.at(at + 2).len() <= 5 {
        zone.push_str(words.at(at + 1));
        zone.push_str(words.at(at + 2));
    }
    Some(zone)
}
