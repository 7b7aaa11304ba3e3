//! Consent: the dialog about cookies that a page lays over itself. A copy of the page holds its words before, or behind, the article: long paragraphs
//! of fluent text, more of them than a short article has.
//!
//! What tells it from an article about cookies: it speaks to the reader ("we and our partners", "your data"), several of its terms stand in one line, and
//! there is other text beside it.

use super::features::Matrix;
use super::{Unit, cues};
use std::ops::Range;

/// Terms of such dialogs; two in a line that speaks to the reader open one. As the Transparency and Consent Framework of IAB Europe words them, and the
/// cookie lists of the large consent tools.
const TERMS: [&str; 20] = [
    "cookie",
    "consent",
    "personal data",
    "personal information",
    "legitimate interest",
    "our partners",
    "third parties",
    "unique identifiers",
    "online identifiers",
    "information on a device",
    "device information",
    "device scanning",
    "device characteristics",
    "geolocation data",
    "audience research",
    "content measurement",
    "your privacy",
    "your experience",
    "our website",
    "this website",
];

/// Terms that go on with one.
const MORE: [&str; 16] = [
    "device",
    "geolocation",
    "ised advertising",
    "ized advertising",
    "ised ads",
    "ized ads",
    "ad performance",
    "your profile",
    "your preferences",
    "your activity",
    "your choices",
    "your data",
    "privacy",
    "partners",
    "vendors",
    "always active",
];

/// Words to the reader.
const SPOKEN: [&str; 5] = ["we ", "our ", "you ", "your ", "this website"];

/// Most lines between two that speak of it: buttons, headings.
const GAP: usize = 2;

/// Most characters of a line of such a dialog, and of a button between.
const LINE: usize = 2_000;
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
        let between = |rows: Range<usize>| rows.into_iter().all(|row| looks[row].words <= BUTTON);
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
    let elsewhere: u32 = (0..looks.len())
        .filter(|row| looks[*row].stop && looks[*row].words > BUTTON && !found.iter().any(|range| range.contains(row)))
        .map(|row| looks[row].len)
        .sum();
    if elsewhere < ELSEWHERE { Vec::new() } else { found }
}

fn line<'t>(text: &'t str, units: &[Unit], row: usize) -> &'t str {
    units[row].span.of(text)
}

/// Whether a line speaks to the reader of what is asked for. What stands in quotation marks speaks to somebody else.
fn opens(line: &str) -> bool {
    if line.len() > LINE || line.contains(['"', '“', '”']) {
        return false;
    }
    let low = line.to_lowercase();
    TERMS.iter().filter(|term| low.contains(**term)).count() >= 2 && SPOKEN.iter().any(|word| low.contains(word))
}

/// Whether a line next to it has one of its terms.
fn speaks(line: &str) -> bool {
    line.len() <= LINE && {
        let low = line.to_lowercase();
        TERMS.iter().chain(&MORE).any(|term| low.contains(term))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{features, units};
    use super::*;
    use crate::article::lines;

    const ASKED: &str = "Your privacy\nWe and our 212 partners store information on a device, such as cookies, and process personal data.\n\
        Precise geolocation data\nInformation about device characteristics can be used.\nAccept all\nMore options\n";
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
    }
}
