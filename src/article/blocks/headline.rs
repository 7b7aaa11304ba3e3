//! The headline: the one line above the body that names the article.
//!
//! No single sign is sure, so each candidate above the first paragraph is weighed: words it shares with the body, length, distance,
//! copies of it on the page, and marks that a title does not have.

use super::Role;
use super::classify::Forests;
use super::cues;
use super::features::{COMMAS, Look, Matrix};

/// Lines above the first paragraph that are considered.
const ABOVE: usize = 40;

/// Most words of a headline.
const MOST_WORDS: u32 = 32;

/// How much less a line just above the heaviest may weigh and still be preferred, in hundredths.
const UPPER: i32 = 80;

/// Commas of a list of keywords, at least.
const KEYWORDS: u32 = 5;

/// Least weight of a headline, in hundredths.
const LEAST: i32 = 60;

/// Finds the headline's row. `first` is the row of the first paragraph of the body; `roles` are those known so far.
pub(super) fn find(forests: &Forests, matrix: &Matrix, roles: &[Role], first: usize) -> Option<usize> {
    let looks = &matrix.looks[..];
    let total = |row: usize| weigh(looks, row).map(|weight| weight + forests.title(matrix, row));
    let mut best: Option<(i32, usize, i32)> = None;
    let mut distance = 0;
    for row in (first.saturating_sub(ABOVE)..first).rev() {
        distance += 1;
        // a line that stands there twice may have been taken for a caption for that alone
        if matches!(roles[row], Role::Byline | Role::Dateline) || roles[row] == Role::Caption && looks[row].copies < 2 {
            continue;
        }
        // a sentence of the body above: this line is no headline, and none stands higher
        if roles[row] == Role::Body && looks[row].stop && looks[row].words >= 12 {
            break;
        }
        // a list of keywords
        let commas = u32::from(matrix.get(row, 0, COMMAS));
        if commas >= KEYWORDS && commas * 4 >= looks[row].words {
            continue;
        }
        let Some(weight) = total(row) else { continue };
        let near = weight - falloff(distance - 1);
        if best.is_none_or(|(most, ..)| near > most) {
            best = Some((near, row, weight));
        }
    }
    let (near, row, weight) = best?;
    if near < LEAST {
        return None;
    }
    // under a headline there often is a second line of the same making; the upper one is the headline
    let row = (row.saturating_sub(3).max(first.saturating_sub(ABOVE))..row)
        .find(|&upper| {
            let look = &looks[upper];
            let open = matches!(roles[upper], Role::Furniture | Role::Body | Role::Related)
                && look.end & 3 == 0
                && look.words >= 4
                && look.overlap > 90
                && u32::from(look.overlap) * 5 > u32::from(looks[row].overlap) * 3;
            open && total(upper).is_some_and(|upper| upper >= weight - UPPER)
        })
        .unwrap_or(row);
    // of equal lines the first within reach is the headline, later ones are copies
    let low = first.saturating_sub(ABOVE);
    (low..=row).find(|&other| looks[other].key == looks[row].key)
}

/// What distance to the first paragraph takes from a weight.
fn falloff(lines: i32) -> i32 {
    if lines < 20 { lines * 6 } else { 80 + lines * 2 }
}

/// How much a line looks like what follows a headline: a date, a byline, things to share it with.
fn credit(look: &Look) -> i32 {
    if look.words > 22 {
        0
    } else if look.date {
        90
    } else if look.opening & cues::BYLINE != 0 || look.classes & cues::TIME != 0 && look.digits > 25 {
        80
    } else if look.words <= 6 && look.classes & (cues::SHARE | cues::MINREAD | cues::COMMENTS) != 0 {
        40
    } else {
        0
    }
}

/// The weight of a line as a headline, in hundredths; none if it can't be one.
pub(super) fn weigh(looks: &[Look], row: usize) -> Option<i32> {
    const WRONG: u32 = cues::SHARE | cues::MINREAD | cues::SUBSCRIBE | cues::LEGAL | cues::FURNITURE | cues::SECTION | cues::TOPICS;
    let look = &looks[row];
    if look.words < 2 || look.words > MOST_WORDS || look.len > 260 {
        return None;
    }
    let mut weight = i32::from(look.overlap) * 200 / 255;
    weight += if look.words >= 4 { 60 } else { 0 } + if look.words >= 5 { 60 } else { 0 } + if look.words >= 7 { 40 } else { 0 };
    weight += if look.copies > 1 { 30 } else { 0 };
    weight -= if look.end & 1 != 0 && look.end & 4 == 0 { 70 } else { 0 };
    weight -= if look.end & 2 != 0 { 60 } else { 0 };
    weight -= if look.end & 4 != 0 { 110 } else { 0 };
    // a picture's caption: its copy or its credit follows at once
    let next = looks.get(row + 1);
    weight -= if next.is_some_and(|next| next.key == look.key || next.words <= 8 && next.opening & cues::PHOTO != 0) { 70 } else { 0 };
    weight -= if look.classes & WRONG != 0 { 120 } else { 0 };
    weight -= if look.opening & (cues::BYLINE | cues::RELATED | cues::READMORE) != 0 { 80 } else { 0 };
    weight -= if look.classes & cues::PHOTO != 0 { 60 } else { 0 };
    weight -= if look.date { 90 } else { 0 };
    weight -= if look.start == 0 { 40 } else { 0 };
    let follows = (1..=5).filter_map(|k| Some(credit(looks.get(row + k)?) * (8 - k as i32) / 7)).max();
    Some(weight + follows.unwrap_or(0))
}
