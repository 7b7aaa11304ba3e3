//! Consent: the dialog about cookies that a page lays over itself. A copy of the page holds its words before, or behind, the article: long paragraphs
//! of fluent text, more of them than a short article has.
//!
//! What tells it from an article about cookies: it speaks to the reader ("we and our partners", "your data"), several of its terms stand in one line, and
//! there is other text beside it.

use super::features::Matrix;
use super::{Unit, cues};
use std::ops::Range;

/// Terms of such dialogs, after notices of news sites; two in a line that speaks to the reader open one. Those after a "+" only go on with one.
static TERMS: &str = include_str!("consent.txt");

/// Words to the reader.
const SPOKEN: [&str; 4] = ["we", "our", "you", "your"];

/// Most lines between two that speak of it: buttons, headings.
const GAP: usize = 2;

/// Most bytes of a line of such a dialog.
const LINE: usize = 2_000;

/// Most words of a button or heading between.
const BUTTON: u32 = 6;

/// Lines that speak of it, at least.
const LINES: usize = 3;

/// Characters of sentences that must stand elsewhere: a page that has nothing else is an article about it.
const ELSEWHERE: u32 = 250;

/// The rows of consent dialogs.
pub(super) fn rows(text: &str, units: &[Unit], matrix: &Matrix) -> Vec<Range<usize>> {
    let looks = &matrix.looks;
    let mut found: Vec<Range<usize>> = Vec::new();
    for row in 0..looks.len() {
        if found.last().is_some_and(|range| row < range.end) || looks[row].classes & cues::LEGAL == 0 || !opens(line(text, units, row)) {
            continue;
        }
        let goes_on =
            |row: &usize| looks[*row].classes & cues::LEGAL != 0 && looks[*row].words <= BUTTON || speaks(line(text, units, *row));
        let between = |mut rows: Range<usize>| rows.all(|row| looks[row].words <= BUTTON);
        let (mut from, mut last, mut lines) = (row, row, 1);
        while let Some(next) = (last + 1..looks.len().min(last + 2 + GAP)).find(goes_on).filter(|&next| between(last + 1..next)) {
            (last, lines) = (next, lines + 1);
        }
        let floor = found.last().map_or(0, |range| range.end);
        while let Some(before) =
            (from.saturating_sub(1 + GAP).max(floor)..from).rev().find(goes_on).filter(|&before| between(before + 1..from))
        {
            (from, lines) = (before, lines + 1);
        }
        if lines >= LINES {
            found.push(from..last + 1);
        }
    }
    let sentences =
        |rows: Range<usize>| rows.filter(|&row| looks[row].stop && looks[row].words > BUTTON).map(|row| looks[row].len).sum::<u32>();
    let elsewhere = sentences(0..looks.len()) - found.iter().cloned().map(sentences).sum::<u32>();
    if elsewhere < ELSEWHERE { Vec::new() } else { found }
}

fn line<'t>(text: &'t str, units: &[Unit], row: usize) -> &'t str {
    units[row].span.of(text)
}

/// How many of the terms a line has: those that open a dialog, and those that only go on with one.
fn terms(line: &str) -> (usize, usize) {
    if line.len() > LINE {
        return (0, 0);
    }
    let low = line.to_lowercase();
    let (mut opening, mut more) = (0, 0);
    for term in TERMS.lines().filter(|term| !term.starts_with('#')) {
        match term.strip_prefix('+') {
            Some(term) => more += usize::from(low.contains(term)),
            None => opening += usize::from(low.contains(term)),
        }
    }
    (opening, more)
}

/// Whether a line speaks to the reader of what is asked for. What stands in quotation marks speaks to somebody else.
fn opens(line: &str) -> bool {
    let spoken = |word: &str| SPOKEN.iter().any(|known| word.eq_ignore_ascii_case(known));
    !line.contains(['"', '“', '”']) && terms(line).0 >= 2 && line.split(|c: char| !c.is_alphanumeric()).any(spoken)
}

/// Whether a line next to it goes on with its terms.
fn speaks(line: &str) -> bool {
    let (opening, more) = terms(line);
    opening > 0 && opening + more >= 2
}

#[cfg(test)]
mod tests {
    use super::super::{features, units};
    use super::*;
    use crate::article::lines;

    const ASKED: &str = "Your privacy\nWe and our 212 partners store information on a device, such as cookies, and process personal data.\n\
        Precise geolocation data\nSome device characteristics are read.\nAccept all\nMore options\n";
    const ARTICLE: &str = "Velden to reopen its lock\nThe harbour council of Velden voted late on Monday to reopen the old lock, which ends a dispute of nine years with the fishing fleet.\n\
        The work will begin in autumn, and the first boats can pass in spring, the council's engineers said on Tuesday.\nA storm had broken the lower gate.\n";

    fn asked(text: &str) -> Vec<String> {
        let units = units(text, &lines::split(text), None);
        let matrix = features::matrix(text, &units, None);
        rows(text, &units, &matrix).into_iter().flatten().map(|row| line(text, &units, row).to_string()).collect()
    }

    #[test]
    fn a_dialog_beside_an_article_is_found() {
        let lines: Vec<&str> = ASKED.lines().take(4).collect();
        assert_eq!(asked(&format!("{ASKED}{ARTICLE}")), lines);
        assert_eq!(asked(&format!("{ARTICLE}{ASKED}")), lines);
    }

    #[test]
    fn an_article_about_it_is_none() {
        // nothing else stands there
        assert!(asked(ASKED).is_empty());
        let told = "Websites must ask for consent\nA court ruled on Monday that websites must ask for consent before they set a cookie or process personal data.\n\
            \"We and our partners take your privacy seriously,\" a spokesman said of the cookie ruling.\nThe third parties did not answer.\n";
        assert!(asked(&format!("{told}{ARTICLE}")).is_empty());
        let told = "The regulator gave four firms a week to show consent for the use of personal data, after an hour of talks.\n\
            Two of the partners sell devices to third parties, it said.\nTheir vendors did not answer.\n";
        assert!(asked(&format!("{told}{ARTICLE}")).is_empty());
    }

    #[test]
    fn an_article_below_it_is_left_alone() {
        let told =
            "Firm unveils cheaper device\nThe firm and its partners will sell the device in May.\nA device for its vendors comes later.\n";
        assert_eq!(asked(&format!("{ASKED}{told}{ARTICLE}")).len(), 4);
    }
}
