//! Days: whether a weekday in one sentence is a date in the other, by a day that either gives with both: in "on Monday, 4 March, and on Wednesday", Wednesday is
//! 6 March.

use super::super::lexicon::{Class, MONTHS, key, known};
use super::super::numbers;
use super::super::word::Word;
use super::pairing::{NONE, Pairing};
use std::sync::LazyLock;

/// What a word is on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// From Monday, 0, on.
    Weekday(i32),
    /// From January, 0, on.
    Month(usize),
    /// Of a month, from 1 on.
    Day(i32),
}

/// Days of the months; whether February has one more is not known.
const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

static PARTS: LazyLock<Vec<(u32, Part)>> = LazyLock::new(|| {
    let weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(' ').map(known).zip((0..).map(Part::Weekday));
    let months = MONTHS.split(' ').map(known).zip((0..).map(Part::Month));
    weekdays.chain(months).chain((1..=31).map(|day| (numbers::key_of(f64::from(day)), Part::Day(day)))).collect()
});

/// A date, and the places of its two words.
#[derive(Debug, Clone, Copy)]
struct Date {
    month: usize,
    day: i32,
    from: usize,
}

fn part(word: &Word) -> Option<Part> {
    let number = word.class == Class::Number;
    if !number && word.class != Class::Date {
        return None;
    }
    PARTS.iter().find(|(key, _)| *key == word.key).map(|(_, part)| *part).filter(|part| number == matches!(part, Part::Day(_)))
}

/// The dates of a sentence: "4 March", "March 4".
fn dates(words: &[Word]) -> impl Iterator<Item = Date> {
    let date = |pair: &&[Word]| {
        pair[0].class == Class::Date && pair[1].class == Class::Number || pair[0].class == Class::Number && pair[1].class == Class::Date
    };
    words.windows(2).enumerate().filter(move |(_, pair)| date(pair)).filter_map(|(from, pair)| match (part(&pair[0])?, part(&pair[1])?) {
        (Part::Day(day), Part::Month(month)) | (Part::Month(month), Part::Day(day)) => Some(Date { month, day, from }),
        _ => None,
    })
}

fn weekday(words: &[Word], at: usize) -> Option<i32> {
    match part(words.get(at)?)? {
        Part::Weekday(weekday) => Some(weekday),
        _ => None,
    }
}

/// The day that many days after another; none where February's length decides.
fn shifted(date: Date, by: i32) -> Option<(usize, i32)> {
    let day = date.day + by;
    if day < 1 {
        let month = (date.month + 11) % 12;
        return (month != 1).then_some((month, day + LENGTHS[month]));
    }
    if day > LENGTHS[date.month] {
        return (date.month != 1).then_some(((date.month + 1) % 12, day - LENGTHS[date.month]));
    }
    Some((date.month, day))
}

/// How many days on the word at `at` leads, seven days being none, and where what says so begins: "tomorrow", "the next day", "the following day".
fn shift(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let key = words[at].key;
    let before = at.checked_sub(1).map(|at| &words[at]);
    if key == key!("tomorrow") {
        return Some((1, at));
    }
    if key == key!("yesterday") {
        return Some((6, at));
    }
    let next = |word: &Word| word.key == key!("next") || word.key == key!("after");
    (key == key!("day") && before.is_some_and(next)).then(|| (1, at - 1))
}

impl Pairing<'_> {
    /// Pairs "tomorrow" and "the next day" with "Tuesday" where both sentences tell of a Monday.
    pub(super) fn tomorrow(&mut self) {
        let today = self.pairs().find_map(|(i, j)| weekday(self.words[0], i).filter(|&day| weekday(self.words[1], j) == Some(day)));
        let Some(today) = today else { return };
        for side in 0..2 {
            for at in 0..self.words[side].len() {
                let words = self.words[side];
                let Some((by, from)) = shift(words, at).filter(|_| self.partner[side][at] == NONE) else { continue };
                let day = |&to: &usize| self.partner[1 - side][to] == NONE && weekday(self.words[1 - side], to) == Some((today + by) % 7);
                if let Some(to) = (0..self.words[1 - side].len()).find(day) {
                    self.join(side, from..=at, to);
                    self.partner[1 - side][to] = at;
                }
            }
        }
    }

    /// Pairs "Wednesday" with "6 March" where either sentence has "Monday, 4 March": the Wednesday that is nearest to it, or follows it.
    pub(super) fn days(&mut self, texts: [&str; 2]) {
        let given = |words: &[Word]| -> Vec<(Date, i32)> {
            let weekday =
                |date: &Date| [date.from.checked_sub(1), Some(date.from + 2)].into_iter().flatten().find_map(|at| weekday(words, at));
            dates(words).filter_map(|date| Some((date, weekday(&date)?))).collect()
        };
        let given: Vec<(Date, i32)> = self.words.iter().flat_map(|words| given(words)).collect();
        if given.is_empty() {
            return;
        }
        for (side, text) in texts.into_iter().enumerate() {
            let words = self.words[side];
            for at in 0..words.len() {
                let Some(weekday) = weekday(words, at) else { continue };
                // "the following Monday"
                let after = at > 0 && words[at - 1].span.of(text) == "following";
                let told = |date: &Date| {
                    given.iter().any(|&(day, known)| {
                        let by = match (weekday - known).rem_euclid(7) {
                            0 if after => 7,
                            ahead if ahead > 3 && !after => ahead - 7,
                            ahead => ahead,
                        };
                        shifted(day, by) == Some((date.month, date.day))
                    })
                };
                let others = self.words[1 - side];
                let free = |date: &Date| self.partner[1 - side][date.from..date.from + 2].contains(&NONE);
                if let Some(date) = dates(others).filter(free).find(told) {
                    self.join(side, at..=at, date.from);
                    self.join(1 - side, date.from..date.from + 2, at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn weekdays_are_dates_by_the_day_given() {
        for (earlier, later, said) in [
            ("talks open on Monday, 3 November, and end on Wednesday", "talks open on Monday, 3 November, and end on 5 November", true),
            ("talks open on Monday, 3 November, and end on Wednesday", "talks open on Monday, 3 November, and end on 6 November", false),
            (
                "talks resumed on Saturday, after a truce on Thursday, 31 July",
                "talks resumed on 2 August, after a truce on Thursday, 31 July",
                true,
            ),
            ("talks end on Tuesday, not on Friday, May 2", "talks end on April 29, not on Friday, May 2", true),
            (
                "vote of Saturday, 14 June, is put off until the following Monday",
                "vote of Saturday, 14 June, is put off until 16 June",
                true,
            ),
            (
                "vote of Saturday, 14 June, is put off until the following Monday",
                "vote of Saturday, 14 June, is put off until 23 June",
                false,
            ),
            ("bridge shuts on Friday, 21 March, and opens the next day", "bridge shuts on Friday, 21 March, and opens on Saturday", true),
            ("bridge shuts on Friday, 21 March, and opens the next day", "bridge shuts on Friday, 21 March, and opens on Sunday", false),
            ("sides meet tomorrow, the envoy told it on Monday", "sides meet on Tuesday, the envoy told it on Monday", true),
            // it may be a leap year
            ("talks end on Sunday, 2 March, or start on Friday", "talks end on Sunday, 2 March, or start on 28 February", false),
        ] {
            let texts = [earlier, later].map(|text| format!("In Orlund the {text}, the council said."));
            assert_eq!(statuses(&texts[0], &texts[1])[0] == "said", said, "{} {}", texts[0], texts[1]);
        }
    }
}
