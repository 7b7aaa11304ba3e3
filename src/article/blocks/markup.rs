//! Markup: what the page around a line tells about it, as columns of the matrix beside those of its text.
//!
//! Which elements stand around the line and what they are called, how much of it is linked; and, since paragraphs of one article stand together, how
//! much of the page's running text stands in the same element, in elements made alike, and how far the line is from where most of it stands.

use super::Unit;
use super::features::{Matrix, scale, share};
use crate::article::{Element, Outline};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Tags that tell, in classes; in the order of the columns from `IN_H1` on.
const TAGS: [&[&str]; 19] = [
    &["h1"],
    &["h2"],
    &["h3", "h4", "h5", "h6"],
    &["p"],
    &["li", "ul", "ol", "dl", "dt", "dd"],
    &["blockquote", "q"],
    &["figure", "figcaption", "picture"],
    &["nav", "menu"],
    &["header"],
    &["footer"],
    &["aside"],
    &["article"],
    &["main"],
    &["form", "button", "label", "fieldset", "option", "select"],
    &["table", "td", "th", "tr"],
    &["b", "strong", "em", "i"],
    &["time"],
    &["section"],
    &["address", "cite"],
];

/// Classes of names: in `boxes.txt` a line each, its name and then parts of class words, ids, roles and properties; "=" before one: the whole word. In
/// the order of that file and of the columns from `N_COMMENT` on.
pub(super) const NAMED: usize = 23;

/// Elements that stand inside a line and not around lines.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "time", "u",
];

/// How near an element is: in itself 8, one less for each element between, at least 1; 0 is nowhere.
const HERE: u8 = 8;

/// Columns of what stands apart from the article by its name.
const APART: [usize; 8] = {
    use super::features as at;
    [at::N_COMMENT, at::N_RELATED, at::N_SIDE, at::N_OVERLAY, at::N_FOOTER, at::IN_ASIDE, at::IN_FOOTER, at::IN_NAV]
};

/// The least share, in tenths, of the running text that an element must hold to be where the article stands.
const MOST: u64 = 7;

/// Parts of names with their classes, and whether the part must be the whole word.
static PARTS: LazyLock<Vec<(&'static str, bool, usize)>> = LazyLock::new(|| {
    let lines = include_str!("boxes.txt").lines().filter(|line| !line.starts_with('#'));
    let of_line = |(class, line): (usize, &'static str)| {
        line.split(' ').skip(1).map(move |part| (part.trim_start_matches('='), part.starts_with('='), class))
    };
    lines.enumerate().flat_map(of_line).collect()
});

/// The classes of an element's names, as bits.
fn classes(names: &str) -> u32 {
    let names = names.to_ascii_lowercase();
    let whole = |part: &str| names.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == part);
    PARTS
        .iter()
        .filter(|(part, alone, _)| if *alone { whole(part) } else { names.contains(part) })
        .fold(0, |bits, (.., class)| bits | 1 << class)
}

/// What an element holds, those inside it included.
#[derive(Clone, Copy, Default)]
struct Holding {
    lines: u64,
    chars: u64,
    /// Characters of paragraphs.
    long: u64,
    /// Characters in links.
    linked: u64,
    /// Of the second pass: the sum of the scores, and the characters of body lines.
    score: u64,
    body: u64,
}

impl Holding {
    fn add(&mut self, other: &Holding) {
        self.lines += other.lines;
        self.chars += other.chars;
        self.long += other.long;
        self.linked += other.linked;
        self.score += other.score;
        self.body += other.body;
    }
}

/// The elements around the rows of a matrix.
#[derive(Default)]
pub(super) struct Frame {
    parent: Vec<u32>,
    depth: Vec<u32>,
    /// For each row the innermost element around the whole line.
    holder: Vec<u32>,
    /// For each row a hash of how its element and the one around it are made.
    made: Vec<u64>,
}

impl Frame {
    fn new(elements: &[Element]) -> Frame {
        let mut frame = Frame::default();
        for element in elements {
            frame.parent.push(element.parent.unwrap_or(u32::MAX));
            frame.depth.push(element.parent.map_or(0, |parent| frame.depth[parent as usize] + 1));
        }
        frame
    }

    /// The element so many steps up, or the outermost.
    fn up(&self, mut element: u32, steps: usize) -> u32 {
        for _ in 0..steps {
            match self.parent[element as usize] {
                u32::MAX => break,
                parent => element = parent,
            }
        }
        element
    }

    /// The innermost element around both.
    fn common(&self, mut a: u32, mut b: u32) -> u32 {
        while a != b {
            // elements come after those around them
            let inner = if a > b { &mut a } else { &mut b };
            match self.parent[*inner as usize] {
                u32::MAX => return 0,
                parent => *inner = parent,
            }
        }
        a
    }

    /// Adds up what every element holds.
    fn gather(&self, of_row: impl Fn(usize) -> Holding) -> Vec<Holding> {
        let mut holdings = vec![Holding::default(); self.parent.len()];
        for (row, &element) in self.holder.iter().enumerate() {
            holdings[element as usize].add(&of_row(row));
        }
        for element in (0..holdings.len()).rev() {
            if let Some(&parent) = self.parent.get(element).filter(|parent| **parent != u32::MAX) {
                let inner = holdings[element];
                holdings[parent as usize].add(&inner);
            }
        }
        holdings
    }

    /// The innermost element that still holds most of what `mass` weighs.
    fn main(&self, holdings: &[Holding], mass: fn(&Holding) -> u64) -> u32 {
        let mut main = 0;
        for element in 1..holdings.len() {
            let of = |element: usize| mass(&holdings[element]);
            if self.parent[element] == main && of(element) > 0 && of(element) * 10 >= of(main as usize) * MOST {
                main = element as u32;
            }
        }
        main
    }
}

/// Fills the columns that the page tells.
pub(super) fn fill(m: &mut Matrix, units: &[Unit], outline: &Outline) {
    use super::features as at;
    let elements = outline.elements();
    if elements.is_empty() {
        return;
    }
    let mut frame = Frame::new(elements);
    let (near, own) = nearness(elements);
    let inline: Vec<bool> = elements.iter().map(|e| INLINE.contains(&e.tag.as_str())).collect();
    let mut linked = Vec::with_capacity(units.len());
    for (row, unit) in units.iter().enumerate() {
        let place = outline.place(unit.first);
        let innermost = place.map_or(0, |place| place.element);
        let mut holder = innermost;
        while inline[holder as usize] && frame.parent[holder as usize] != u32::MAX {
            holder = frame.parent[holder as usize];
        }
        frame.holder.push(holder);
        let around = frame.up(holder, 1);
        frame.made.push(own[holder as usize].rotate_left(9) ^ own[around as usize]);
        linked.push(place.map_or(0, |place| place.linked));
        let cells = m.row(row);
        cells[at::LINKED] = linked[row];
        cells[at::KEPT] = place.and_then(|place| place.kept).map_or(0, |kept| 1 + kept / 2);
        cells[at::DAYED] = u8::from(place.is_some_and(|place| place.day.is_some()));
        cells[at::IN_H1..at::IN_H1 + TAGS.len() + NAMED].copy_from_slice(&near[innermost as usize]);
    }
    let len = |m: &Matrix, row: usize| u64::from(m.looks[row].len);
    let long = |m: &Matrix, row: usize| if m.is_long(row) && linked[row] < 128 { len(m, row) } else { 0 };
    let apart = apart(m, &(0..units.len()).map(|row| long(m, row)).collect::<Vec<_>>());
    let held_by = |m: &Matrix, row: usize| {
        let chars = len(m, row);
        let long = if m.is_long(row) { chars } else { 0 };
        Holding { lines: 1, chars, long, linked: chars * u64::from(linked[row]) / 255, ..Holding::default() }
    };
    let holdings = frame.gather(|row| Holding { long: if apart[row] { 0 } else { long(m, row) }, ..held_by(m, row) });
    let all = holdings[0];
    let head = heading(m);
    let mut alike: FxHashMap<u64, Holding> = FxHashMap::default();
    for (row, &made) in frame.made.iter().enumerate() {
        alike.entry(made).or_default().add(&held_by(m, row));
    }
    let main = frame.main(&holdings, |holding| holding.long);
    let n = units.len();
    for row in 0..n {
        let holder = frame.holder[row];
        let jump = |other: Option<usize>| {
            other.map_or(0, |other| {
                let common = frame.common(holder, frame.holder[other]);
                (frame.depth[holder as usize] - frame.depth[common as usize] + 1).min(60) as u8
            })
        };
        let same = |other: Option<usize>| other.map_or(0, |other| u8::from(frame.made[row] == frame.made[other]));
        let (before, after) = (row.checked_sub(1), Some(row + 1).filter(|&next| next < n));
        let (jump_b, jump_a, same_b, same_a) = (jump(before), jump(after), same(before), same(after));
        let cells = m.row(row);
        (cells[at::JUMP_B], cells[at::JUMP_A], cells[at::SAME_B], cells[at::SAME_A]) = (jump_b, jump_a, same_b, same_a);
        cells[at::APART] = u8::from(apart[row]);
        if let Some(head) = head {
            (cells[at::HEAD_UP], cells[at::HEAD_DOWN]) = from(&frame, holder, frame.holder[head]);
            cells[at::FROM_HEAD] = ((row as i64 - head as i64).clamp(-100, 100) + 128) as u8;
        }
        cells[at::TREE_DEPTH] = frame.depth[holder as usize].min(255) as u8;
        for (k, column) in [at::MASS_1, at::MASS_2, at::MASS_3].into_iter().enumerate() {
            let held = holdings[frame.up(holder, k + 1) as usize];
            cells[column] = share(held.long, all.long);
            cells[column + 1] = share(held.long, held.chars);
            cells[column + 2] = share(held.linked, held.chars);
            cells[column + 3] = scale(held.lines);
        }
        let held = alike[&frame.made[row]];
        cells[at::SIG_COUNT] = scale(held.lines);
        cells[at::SIG_MASS] = share(held.long, all.long);
        cells[at::SIG_LEN] = scale(held.chars / held.lines);
        cells[at::SIG_LINKS] = share(held.linked, held.chars);
        (cells[at::MAIN_UP], cells[at::MAIN_DOWN]) = from(&frame, holder, main);
    }
    m.frame = Some(frame);
}

/// Which rows stand apart by the names or tags of the elements around them. Where nearly all of the running text (`long`, characters by row) is called
/// so, the name tells nothing; comments may be many.
fn apart(m: &Matrix, long: &[u64]) -> Vec<bool> {
    use super::features::N_COMMENT;
    let total: u64 = long.iter().sum();
    let mut apart = vec![false; long.len()];
    for column in APART {
        let called = |row: usize| m.get(row, 0, column) > 0;
        let within: u64 = (0..long.len()).filter(|&row| called(row)).map(|row| long[row]).sum();
        let most = if column == N_COMMENT { 98 } else { 90 };
        if within * 100 <= total * most {
            for (row, apart) in apart.iter_mut().enumerate() {
                *apart |= called(row);
            }
        }
    }
    apart
}

/// The row of the heading that looks most like the headline: of first rank, or of second rank where there is none.
fn heading(m: &Matrix) -> Option<usize> {
    use super::features::{IN_H1, IN_H2, TITLE_WEIGHT};
    [IN_H1, IN_H2].into_iter().find_map(|rank| {
        let rows = (0..m.rows()).filter(|&row| m.get(row, 0, rank) > 0 && m.looks[row].words >= 3);
        // of equals the first
        rows.rev().max_by_key(|&row| m.get(row, 0, TITLE_WEIGHT))
    })
}

/// How many steps up from `main` to an element around `holder`, and how many down from there.
fn from(frame: &Frame, holder: u32, main: u32) -> (u8, u8) {
    let common = frame.common(holder, main);
    let depth = |element: u32| frame.depth[element as usize];
    ((depth(main) - depth(common)).min(60) as u8, (depth(holder) - depth(common)).min(60) as u8)
}

/// For each element how near each class of tags and of names is, itself and those around it, and a hash of how it is made.
fn nearness(elements: &[Element]) -> (Vec<[u8; TAGS.len() + NAMED]>, Vec<u64>) {
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    let mut near: Vec<[u8; TAGS.len() + NAMED]> = Vec::with_capacity(elements.len());
    let mut own = Vec::with_capacity(elements.len());
    for element in elements {
        let mut cells = [0; TAGS.len() + NAMED];
        if let Some(parent) = element.parent {
            cells = near[parent as usize].map(|value| if value > 0 { value.saturating_sub(1).max(1) } else { 0 });
        }
        if let Some(class) = TAGS.iter().position(|tags| tags.contains(&element.tag.as_str())) {
            cells[class] = HERE;
        }
        // what a whole page is called tells nothing of its lines
        if !matches!(element.tag.as_str(), "html" | "body") && !element.names.is_empty() {
            let bits = *known.entry(&element.names).or_insert_with(|| classes(&element.names));
            for class in (0..NAMED).filter(|class| bits >> class & 1 == 1) {
                cells[TAGS.len() + class] = HERE;
            }
        }
        near.push(cells);
        // numbers in names count things that are made alike
        let made = element.tag.bytes().chain([b' ']).chain(element.names.bytes().filter(|b| !b.is_ascii_digit()));
        own.push(made.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)));
    }
    (near, own)
}

/// Fills what the scores of the first pass say of the elements around each line. A score above 0 means body.
pub(super) fn second_pass(m: &mut Matrix, scores: &[i32]) {
    use super::features as at;
    let Some(frame) = m.frame.take() else { return };
    let byte = |score: i32| (score + 128).clamp(1, 255) as u64;
    let of_row = |row: usize| Holding {
        lines: 1,
        score: byte(scores[row]),
        body: if scores[row] > 0 { u64::from(m.looks[row].len) } else { 0 },
        ..Holding::default()
    };
    let holdings = frame.gather(of_row);
    let mut alike: FxHashMap<u64, Holding> = FxHashMap::default();
    for row in 0..m.rows() {
        alike.entry(frame.made[row]).or_default().add(&of_row(row));
    }
    let main = frame.main(&holdings, |holding| holding.body);
    let all = holdings[0].body;
    for row in 0..m.rows() {
        let holder = frame.holder[row];
        let boxes = [1, 2, 3].map(|k| holdings[frame.up(holder, k) as usize]);
        let same = alike[&frame.made[row]];
        let (up, down) = from(&frame, holder, main);
        let cells = m.row(row);
        for (held, column) in boxes.iter().zip([at::MEAN_BOX1, at::MEAN_BOX2, at::MEAN_BOX3]) {
            cells[column] = (held.score / held.lines.max(1)) as u8;
        }
        cells[at::BODY_BOX1] = share(boxes[0].body, all);
        cells[at::BODY_BOX2] = share(boxes[1].body, all);
        cells[at::MEAN_SIG] = (same.score / same.lines.max(1)) as u8;
        cells[at::BODY_SIG] = share(same.body, all);
        (cells[at::BEST_UP], cells[at::BEST_DOWN]) = (up, down);
    }
    m.frame = Some(frame);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_classes() {
        let class = |name: &str| {
            let lines = include_str!("boxes.txt").lines().filter(|line| !line.starts_with('#'));
            lines.map(|line| line.split(' ').next().unwrap_or("")).position(|known| known == name).expect("a class")
        };
        let table: &[(&str, &[&str])] = &[
            ("StoryBody__text", &["body", "article"]),
            ("wp-caption-text", &["caption"]),
            ("top ad", &["advert"]),
            ("shadow", &[]),
            ("Comments-list", &["comment", "list"]),
        ];
        for (names, wanted) in table {
            let bits = classes(names);
            for class in wanted.iter().map(|name| class(name)) {
                assert!(bits >> class & 1 == 1, "{names}: {class}");
            }
            assert!(!wanted.is_empty() || bits == 0, "{names}: {bits:b}");
        }
        assert_eq!(PARTS.last().expect("parts").2 + 1, NAMED);
    }

    #[test]
    fn the_innermost_element_around_both() {
        let element = |parent| Element { parent, tag: "div".into(), names: String::new() };
        let frame = Frame::new(&[element(None), element(Some(0)), element(Some(1)), element(Some(0)), element(Some(2))]);
        assert_eq!([frame.common(4, 2), frame.common(4, 3), frame.common(1, 1), frame.common(4, 1)], [2, 0, 1, 1]);
        assert_eq!([frame.up(4, 1), frame.up(4, 9)], [2, 0]);
    }
}
