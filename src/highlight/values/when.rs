//! When a text speaks: the day it was published, the date it spoke of last, and how words like "Thursday" or "March" are meant from there.

use super::calendar::{self, Day, Period};
use super::lexicon::Class;
use super::list::list;
use super::sentence::Words;
use crate::article::Case;

/// What dates are resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub struct When {
    /// The day of publication.
    pub base: Option<Day>,
    /// The date that the text spoke of last, for "the next day" and "a year earlier".
    pub anchor: Option<Period>,
    /// The day it spoke of last.
    pub day: Option<Day>,
    /// A year that the same sentence has stated.
    pub year: Option<i32>,
}

/// A date as read: its tokens and what it means.
#[derive(Debug, Clone)]
pub struct Found {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// The period, unless it can't be resolved.
    pub period: Option<Period>,
    /// Whether it hangs on another date.
    pub relative: bool,
    /// The other reading of a date written in figures.
    pub other: Option<Period>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Found {
    #[inline(never)]
    pub fn new(from: usize, to: usize, period: Option<Period>, relative: bool, rule: &'static str) -> Found {
        Found { from, to, period, relative, other: None, rule }
    }
}

/// Words before a date, nearest first, that are looked at for its tense, and words after one that opens a sentence.
const TENSE_REACH: usize = 10;

/// How far a month and day may lie ahead, against how far it lies back, to be read as coming without a word that says so: a third.
const AHEAD: i32 = 3;

impl When {
    /// Year, month and day of publication.
    pub fn civil(&self) -> Option<(i32, i32, i32)> {
        self.base.map(calendar::civil)
    }

    /// The day that "the next day" goes on from: the day spoken of last, else the day of publication.
    pub fn spoken(&self) -> Option<Day> {
        self.day.or(self.base)
    }

    /// The year spoken of last.
    pub fn spoken_year(&self) -> Option<i32> {
        match self.anchor {
            Some(Period::Decade(_) | Period::Century(_)) | None => self.civil().map(|c| c.0),
            Some(period) => Some(calendar::civil(period.first()).0),
        }
    }

    /// The weekday meant by its bare name: the last one up to the day of publication, or the next one if the words speak of what is to come.
    pub fn weekday(&self, of_week: i32, future: bool) -> Option<Period> {
        let base = self.base?;
        let back = (calendar::weekday(base) - of_week).rem_euclid(7);
        let day = if future && back != 0 { base - back + 7 } else { base - back };
        Some(Period::Day(day))
    }

    /// The day meant by a month and a day without a year.
    pub fn month_day(&self, month: i32, of_month: i32, future: bool) -> Option<Day> {
        let at = |year: i32| calendar::exists(Some(year), month, of_month).then(|| calendar::day(year, month, of_month));
        if let Some(year) = self.year {
            return at(year);
        }
        let base = self.base?;
        let (year, _, _) = self.civil()?;
        let this = at(year);
        let past = this.filter(|day| *day <= base).or_else(|| at(year - 1));
        let ahead = this.filter(|day| *day > base).or_else(|| at(year + 1));
        match (past, ahead) {
            (Some(past), Some(ahead)) => {
                let (back, on) = (base - past, ahead - base);
                // "is to run from January 23", told five days later
                let coming = if future { back * AHEAD * AHEAD > on } else { on * AHEAD < back };
                Some(if past != base && coming { ahead } else { past })
            }
            (past, ahead) => past.or(ahead),
        }
    }

    /// The month meant by its bare name.
    pub fn month(&self, month: i32, future: bool) -> Option<(i32, i32)> {
        if let Some(year) = self.year {
            return Some((year, month));
        }
        let (year, now, _) = self.civil()?;
        Some(match (month.cmp(&now), future) {
            (std::cmp::Ordering::Greater, false) => (year - 1, month),
            (std::cmp::Ordering::Less, true) => (year + 1, month),
            _ => (year, month),
        })
    }
}

/// Whether the words around the date in these tokens speak of what is to come. The nearest verb before it decides, or a promise for a date that ends
/// something; for a date that opens its sentence, the nearest verb after it.
#[inline(never)]
pub fn future(words: &Words, from: usize, to: usize) -> bool {
    let edge = usize::from(words.among_before(from, 1, list!("early late mid the")));
    let until = words.among_before(from, 1 + edge, list!("until till"));
    // "by the end of March"
    let by =
        words.among_before(from, 1, list!("by")) || words.among_before(from, 1, list!("of")) && words.among_before(from, 4, list!("by"));
    let ends = until || by;
    for places in 1..=TENSE_REACH + 4 * usize::from(ends) {
        let Some(at) = from.checked_sub(places).filter(|&at| words.has(at)) else { break };
        // "promised a statement by the end of March"
        if ends && words.among(at, list!("promised pledged vowed agreed ordered urged asked required")) {
            return true;
        }
        // "is forecast to last until early August"
        let lasts = until && words.is(at, "to") && words.class(at + 1) == Class::Plain && words.case(at + 1) == Case::Lower;
        if lasts && places <= TENSE_REACH / 2 && !words.among_before(at, 1, list!("had forced was were went came able")) {
            return true;
        }
        if let Some(tense) = tense(words, at) {
            return tense;
        }
    }
    // "on Monday is likely to be late"
    let likely = words.among(to, list!("is are")) && words.among(to + 1, list!("likely due set expected scheduled forecast"));
    if until || likely {
        return true;
    }
    if from > words.from + 2 {
        return false;
    }
    (to..to + TENSE_REACH + 4).find_map(|at| tense(words, at)).unwrap_or(false)
}

/// Whether the word at `i` speaks of what is to come (true) or was (false).
fn tense(words: &Words, i: usize) -> Option<bool> {
    if !words.is_word(i) {
        return None;
    }
    let word = words.at(i);
    if words.among(
        i,
        list!("will won't shall might scheduled expected expects expect planned plans plan planning due upcoming intends hopes hope slated poised set aims next begins launches opens starts meets returns hosts convenes resumes reopens flies departs arrives expires"),
    ) || word.ends_with("'ll")
        || word.ends_with("’ll")
        || word == "may"
    {
        return (!words.is(i, "set") || words.among(i + 1, list!("to for"))).then_some(true);
    }
    // "the Titans fly to Durban", but not "could not fly"
    let flies = words.is(i, "fly") && !words.among_before(i, 1, list!("could did not to can cannot"));
    if flies || words.is(i, "go") && words.is(i + 1, "on") && words.is(i + 2, "sale") {
        return Some(true);
    }
    // "would meet", but neither "would have met" nor "could not meet"
    if words.among(i, list!("would could")) {
        return (!words.among(i + 1, list!("have not never"))).then_some(true);
    }
    if words.is(i, "be") {
        return Some(true);
    }
    if words.among(i, list!("are is")) && words.is(i + 1, "to") {
        return Some(true);
    }
    // "universities have until October 31", "they have a week"
    if words.among(i, list!("has have")) && words.among(i + 1, list!("until till to a an")) {
        return None;
    }
    if words.among(i, list!("said says told was were had did met took began won left came went held found made saw has have lost hit led rose fell grew ran became fought kept stood slept sat"))
    {
        // "to be held", "will be made"
        return Some(words.among_before(i, 1, list!("be to")) || coming(words, i));
    }
    if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && words.case(i) == Case::Lower {
        return Some(words.among_before(i, 1, list!("be")) || coming(words, i));
    }
    None
}

/// Whether a participle is told of what will be: "would stay closed", but not "would have closed".
fn coming(words: &Words, i: usize) -> bool {
    let would = (2..=3).find(|&back| words.among_before(i, back, list!("will would")));
    would.is_some_and(|back| (1..back).all(|between| !words.among_before(i, between, list!("have"))))
}
