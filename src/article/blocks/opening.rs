//! The opening: a headline, its date or byline, and right below them the text that belongs to it.
//!
//! A classifier of lines takes a short article for a teaser and the long comments under it for the article. The order of the page tells better: what
//! stands between a headline's credit and the page's next heading ("Share", "Comments", "Related") and says the words of that headline again is the
//! article, however short it is, or be it a table.

use super::classify::Forests;
use super::features::Matrix;
use super::{Role, Unit, cues, headline, roles};
use std::ops::Range;

/// What ends the text below a headline.
const ENDS: u32 = cues::FURNITURE
    | cues::SHARE
    | cues::COMMENTS
    | cues::SECTION
    | cues::RELATED
    | cues::READMORE
    | cues::TOPICS
    | cues::SUBSCRIBE
    | cues::LEGAL
    | cues::NAVIGATION;

/// Most words of a line that ends it.
const END_WORDS: u32 = 10;

/// Words of a line of text, at least.
const TEXT: u32 = 8;

/// Share of digits of a line of a table, at least, in 255ths.
const TABLE: u8 = 25;

/// Characters of an article, at least.
const LEAST: u32 = 150;

/// Most lines from a headline to its credit, and from there to the text.
const CREDIT: usize = 4;
const LEAD: usize = 6;

/// From this weight on, in hundredths of log odds, a line is a headline beyond doubt.
const SURE: i32 = 650;

/// The rows of the text below a headline; none where the line is no headline, or nothing says its words again.
fn below(text: &str, units: &[Unit], matrix: &Matrix, title: usize) -> Option<Range<usize>> {
    let looks = &matrix.looks;
    let look = &looks[title];
    let named = matrix.content(title);
    let heading =
        (2..=20).contains(&look.words) && look.end & 3 == 0 && look.classes & (cues::FURNITURE | cues::SECTION | cues::SHARE) == 0;
    if !heading || named.is_empty() {
        return None;
    }
    let n = units.len();
    let credits = |row: &usize| matches!(roles::by_form(units[*row].span.of(text), &looks[*row]), Some(Role::Dateline | Role::Byline));
    let credit = (title + 1..n.min(title + 1 + CREDIT)).find(credits)?;
    let ends = |row: usize| looks[row].classes & ENDS != 0 && looks[row].words <= END_WORDS && !looks[row].stop;
    let start = (credit + 2..n.min(credit + 1 + LEAD)).find(|&row| looks[row].words >= 4 && !ends(row))?;
    let end = (start..n).find(|&row| ends(row)).unwrap_or(n);
    let chars: u32 = looks[start..end].iter().map(|look| look.len).sum();
    // sentences or a table; links to other articles are neither
    let sentences = looks[start..end].iter().any(|look| look.words >= TEXT && look.stop);
    let table = looks[start..end].iter().filter(|look| look.digits > TABLE).count() * 2 > end - start;
    let texts = sentences || table && looks[start..end].iter().any(|look| look.words >= TEXT);
    let again = named.iter().filter(|word| (start..end).any(|row| matrix.content(row).contains(word))).count();
    (chars >= LEAST && texts && again * 2 >= named.len()).then_some(start..end)
}

/// Makes the text below a headline the body where hardly any of it was taken for that, and what was taken instead stands further down: in the comments, or
/// below a line that is hardly a headline.
pub(super) fn reopen(forests: &Forests, text: &str, units: &[Unit], matrix: &Matrix, roles: &mut [Role]) {
    let looks = &matrix.looks;
    let Some((title, found)) = (0..roles.len()).find_map(|title| Some((title, below(text, units, matrix, title)?))) else { return };
    let chars = |rows: Range<usize>| looks[rows].iter().map(|look| look.len).sum::<u32>();
    let taken = |rows: Range<usize>| rows.filter(|&row| roles[row] == Role::Body).map(|row| looks[row].len).sum::<u32>();
    if taken(0..found.start) > 0 || taken(found.clone()) * 3 > chars(found.clone()) {
        return;
    }
    let sure = |row: usize| !looks[row].address && headline::weigh(looks, row).unwrap_or(0) + forests.title(matrix, row) >= SURE;
    let comments = |row: usize| looks[row].classes & cues::COMMENTS != 0 && looks[row].words <= 6;
    let open = match (found.end..roles.len()).find(|&row| roles[row] == Role::Body && looks[row].words >= TEXT) {
        None => taken(found.clone()) == 0,
        Some(first) => match headline::find(forests, matrix, roles, first) {
            Some(rival) if rival == title => (found.end..first).any(comments),
            Some(rival) => rival > title && !sure(rival),
            None => false,
        },
    };
    if !open {
        return;
    }
    for role in roles.iter_mut().filter(|role| **role == Role::Body) {
        *role = Role::Furniture;
    }
    for row in found.filter(|&row| roles::by_form(units[row].span.of(text), &looks[row]).is_none()) {
        roles[row] = Role::Body;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{classify, features, units};
    use super::*;
    use crate::article::lines;

    const MENU: &str = "Home\nAbout us\nResearch\nGiving\nContact\nSearch\nSign in\nSubscribe\n";
    const NOTICE: &str = "Our readers asked for a place to raise what the harbour posts left open, and this thread is it. Write, and somebody of the trust will answer within the week.";
    const COMMENT: &str =
        "I have read the report of the harbour council twice now, and I still wonder why nobody asked what the fishermen think of it.";

    /// What is body once the lines that hold `taken` were taken for it.
    fn reopened(text: &str, taken: &str) -> Vec<String> {
        let units = units(text, &lines::split(text), None);
        let mut matrix = features::matrix(text, &units, None);
        let forests = classify::BUILT_IN.of(&matrix);
        forests.scores(&mut matrix, &[]);
        let line = |unit: &Unit| unit.span.of(text).to_string();
        let role = |unit: &Unit| if !taken.is_empty() && line(unit).contains(taken) { Role::Body } else { Role::Furniture };
        let mut roles: Vec<Role> = units.iter().map(role).collect();
        reopen(forests, text, &units, &matrix, &mut roles);
        units.iter().zip(roles).filter(|(_, role)| *role == Role::Body).map(|(unit, _)| line(unit)).collect()
    }

    fn thread(below: &str) -> String {
        format!(
            "{MENU}Open thread on the harbour\nPrevious Post\nMay 6, 2031 | by Catherine\nNext Post\n{NOTICE}\n\nPosted in Harbour\n{below}\nAna Vell:\n{COMMENT}\n"
        )
    }

    #[test]
    fn a_short_notice_and_not_its_long_comments_is_the_article() {
        assert_eq!(reopened(&thread("Comments"), "fishermen"), [NOTICE]);
        // nothing says that comments begin: what the classifier took stays
        assert_eq!(reopened(&thread("A second part"), "fishermen"), [COMMENT]);
        // and so it does where the notice was taken with them
        assert_eq!(reopened(&thread("Comments"), "harbour "), [NOTICE, COMMENT]);
    }

    #[test]
    fn links_below_a_byline_are_no_article() {
        let links = "Harbour council to vote on the old lock of Velden again\nVelden sailing cup has a new sponsor from the harbour\nOld harbour cranes of Velden are to be sold this autumn\n";
        let page = format!(
            "{MENU}Velden harbour to reopen\nBy Ana Vell\nRelated Items\n{links}Print\nComment\nThe harbour of Velden will reopen. {COMMENT}\n"
        );
        assert!(reopened(&page, "").is_empty());
        assert_eq!(reopened(&page, "fishermen").len(), 1);
    }

    #[test]
    fn a_table_under_its_headline_is_the_article() {
        let rows: String = (1..=12).map(|n| format!("{n}\tAna Vell the {n}th\t{}\t{}\t0\n", 5040 - 97 * n, 9 / n)).collect();
        let page = |title: &str| {
            format!(
                "{MENU}{title}\nMonday, May 5, 2031\nShare\nStandings of the Velden sailing cup after twelve races of this summer\n{rows}Share\nImprint\n"
            )
        };
        assert_eq!(reopened(&page("Velden standings"), "").len(), 13);
        // a table that says nothing of the line above it is no article of that headline
        assert!(reopened(&page("Weather tomorrow"), "").is_empty());
    }
}
