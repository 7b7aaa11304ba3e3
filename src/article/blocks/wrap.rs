//! Units: lines with words, those of a hard-wrapped paragraph joined to one.
//!
//! Mails and wire copy break lines at a fixed width, inside sentences. Joined are lines that follow each other without a blank one where
//! the width is evident: nearly every line is so long that the next one's first word had no room left on it, and many go on in lower
//! case. Lists of headlines look alike at a glance but fail both tests.

use super::Role;
use crate::article::{Line, Span};

/// The widths, in characters, that mail and wire programs wrap at.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Least lines of a run in which a width can be evident.
const LEAST_LINES: usize = 3;

/// A line, or the lines of one hard-wrapped paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its words.
    pub span: Span,
    /// Index of its first line.
    pub first: usize,
    /// Index of its last line.
    pub last: usize,
}

/// What joining looks at in a line.
struct Shape {
    /// Characters up to the last word, the indent included.
    width: usize,
    indent: usize,
    /// Characters of its first word.
    word: usize,
    /// Begins with a small letter.
    small: bool,
    /// Ends where a sentence may.
    stop: bool,
}

/// The units of a text, in order. Lines with different given roles are never joined.
pub fn units(text: &str, lines: &[Line], roles: Option<&[Role]>) -> Vec<Unit> {
    let role = |index: usize| roles.and_then(|roles| roles.get(index).copied());
    let mut units: Vec<Unit> = Vec::with_capacity(lines.len() / 2);
    let mut at = 0;
    while at < lines.len() {
        if lines[at].words.is_empty() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < lines.len() && !lines[end].words.is_empty() && role(end) == role(at) {
            end += 1;
        }
        run(text, lines, at, end, &mut units);
        at = end;
    }
    units
}

/// Appends the units of the lines `from..to`, which have no blank one among them.
fn run(text: &str, lines: &[Line], from: usize, to: usize, units: &mut Vec<Unit>) {
    let shapes = if to - from >= LEAST_LINES { shapes(text, &lines[from..to]) } else { None };
    let width = shapes.as_ref().and_then(|shapes| wrapped_at(shapes));
    for index in from..to {
        let words = lines[index].words;
        if let (Some(width), Some(shapes)) = (width, &shapes)
            && index > from
            && goes_on(&shapes[index - from - 1], &shapes[index - from], width)
            && let Some(unit) = units.last_mut()
        {
            unit.span = unit.span.join(words);
            unit.last = index;
        } else {
            units.push(Unit { span: words, first: index, last: index });
        }
    }
}

/// The shapes of lines, or none if one is wider than any wrap.
fn shapes(text: &str, lines: &[Line]) -> Option<Vec<Shape>> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        // a character has at most four bytes
        if line.words.len() > *WIDTHS.end() * 4 {
            return None;
        }
        let words = line.words.of(text);
        let indent = text[line.span.start()..line.words.start()].chars().count();
        let width = indent + words.chars().count();
        if width > *WIDTHS.end() {
            return None;
        }
        out.push(Shape {
            width,
            indent,
            word: words.chars().take_while(|c| !c.is_whitespace()).count(),
            small: words.chars().next().is_some_and(char::is_lowercase),
            stop: words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':']),
        });
    }
    Some(out)
}

/// The width at which the lines are wrapped, if that is evident.
fn wrapped_at(shapes: &[Shape]) -> Option<usize> {
    let width = shapes.iter().map(|shape| shape.width).max()?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let (mut inner, mut full, mut small) = (0, 0, 0);
    for pair in shapes.windows(2) {
        // a paragraph's last line may be short, and the next one is indented or begins anew
        if pair[0].stop && !full_line(&pair[0], &pair[1], width) {
            continue;
        }
        inner += 1;
        full += usize::from(full_line(&pair[0], &pair[1], width));
        small += usize::from(pair[1].small);
    }
    (inner >= LEAST_LINES - 1 && full * 10 >= inner * 9 && small * 5 >= inner * 2).then_some(width)
}

/// Whether the next line's first word had no room left on this one.
fn full_line(line: &Shape, next: &Shape, width: usize) -> bool {
    // mail programs differ by a few characters in what they count
    line.width + 1 + next.word + 3 > width
}

/// Whether the next line goes on with the paragraph of this one.
fn goes_on(line: &Shape, next: &Shape, width: usize) -> bool {
    let indented = next.indent > line.indent + 1 && line.stop;
    !indented && (next.small || full_line(line, next, width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::lines;

    fn joined(text: &str) -> Vec<String> {
        units(text, &lines::split(text), None).iter().map(|u| u.span.of(text).replace('\n', "/")).collect()
    }

    #[test]
    fn wrapped_paragraphs_are_one() {
        let text = "VELDEN (Wire) - The harbour council voted late on Monday to\nreopen the old lock, ending a dispute of nine years between\nthe town and the fishing fleet.\n\nMayor Ana Vell said the work would begin in spring and that\nboats could pass before the end of the coming year, if the\nfrost allows it.\n";
        let got = joined(text);
        assert_eq!(got.len(), 2, "{got:?}");
        assert!(got[0].starts_with("VELDEN") && got[0].ends_with("fleet."));
    }

    #[test]
    fn an_indent_begins_a_paragraph() {
        let text = "   The council of Velden voted late on Monday to open the lock\nagain, nine years after a storm had broken the lower gate and\nthe fleet had moved.\n   Nobody spoke against it, and the mayor thanked the crews for\nwaiting so long.";
        assert_eq!(joined(text).len(), 2, "{:?}", joined(text));
    }

    #[test]
    fn lists_of_headlines_stay_apart() {
        let text = "Harbour council votes to reopen the old lock at Velden after nine years\nStorm takes roof off school\nMayor Vell to run again, promises lower fees for the fishing fleet\nFerry delayed by fog\nNine held after market brawl";
        assert_eq!(joined(text).len(), 5);
    }

    #[test]
    fn given_roles_divide() {
        let text = "The harbour council voted late on Monday to reopen the lock,\nending a dispute of nine years between the town and the old\nfishing fleet that had moved to the eastern shore long ago\nand never come back.";
        let roles = [Role::Body, Role::Body, Role::Furniture, Role::Body];
        assert_eq!(units(text, &lines::split(text), None).len(), 1);
        assert_eq!(units(text, &lines::split(text), Some(&roles)).len(), 4);
    }
}
