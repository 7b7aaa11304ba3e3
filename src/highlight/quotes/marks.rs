//! Marks: quotation marks of every form, paired block by block into regions.
//!
//! Which way a mark points is read from the characters beside it first, from its shape second, and from whether something is open last: real
//! pages have reversed, unlike and missing marks.

use crate::article::{Article, Role, Span};

/// A stretch of one block between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    /// The words between the marks.
    pub inner: Span,
    /// The words with their marks.
    pub outer: Span,
    /// Index of the block.
    pub block: usize,
    /// Whether a mark closes it.
    pub closed: bool,
    /// Whether a mark opens it; else it goes on from the paragraph before.
    pub opened: bool,
    /// Whether its marks are single.
    pub single: bool,
    /// The name in a transcript that stands before the words: "VANE: We are open."
    pub label: Option<Span>,
}

/// How many marks ahead a single mark looks for its partner.
const LOOK_AHEAD: usize = 12;

/// Longest quotation in single marks, in bytes: beyond it the two are more likely apostrophes.
const LONGEST_SINGLE: usize = 1_500;

/// Most marks in a row that are looked over to see what stands beside them.
const ROW: usize = 4;

#[derive(Debug, Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    single: bool,
    /// Which way its shape points: true opens.
    shape: Option<bool>,
    /// Whether a space, an opening bracket, a dash or nothing stands before.
    free_before: bool,
    /// Whether a space, a closing mark or nothing stands after.
    free_after: bool,
    /// Whether it may be the apostrophe of a plural: "voters' choice".
    plural: bool,
}

impl Mark {
    /// Which way it points; none when it could be either.
    fn opens(&self) -> Option<bool> {
        match (self.free_before, self.free_after) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => self.shape,
        }
    }
}

/// The mark that begins at byte `at` of `text`, as its end, whether it is single, and which way its shape points.
fn mark_at(text: &str, at: usize) -> Option<(usize, bool, Option<bool>)> {
    let rest = text.get(at..)?;
    let c = rest.chars().next()?;
    let doubled = |c: char| rest[c.len_utf8()..].starts_with(c);
    let (len, single, shape) = match c {
        '"' | '\u{FF02}' => (1, false, None),
        '\u{201C}' => (1, false, Some(true)),
        '\u{201D}' => (1, false, Some(false)),
        '\u{201E}' | '\u{201F}' | '\u{300C}' => (1, false, Some(true)),
        '«' => (1, false, Some(true)),
        '»' | '\u{300D}' => (1, false, Some(false)),
        '\'' if doubled(c) => (2, false, None),
        '\u{2018}' | '`' if doubled(c) => (2, false, Some(true)),
        '\u{2019}' | '\u{00B4}' if doubled(c) => (2, false, Some(false)),
        '\'' | '\u{201B}' => (1, true, None),
        '\u{2018}' | '\u{201A}' | '`' => (1, true, Some(true)),
        '\u{2019}' | '\u{00B4}' => (1, true, Some(false)),
        _ => return None,
    };
    Some((at + len * c.len_utf8(), single, shape))
}

/// Whether a quotation mark begins at byte `at`.
pub(super) fn is_mark(text: &str, at: usize) -> bool {
    mark_at(text, at).is_some()
}

/// Words that begin with an apostrophe, without it.
const CLIPPED: [&str; 10] = ["em", "tis", "twas", "til", "till", "cause", "bout", "round", "n", "cuz"];

/// Finds the marks of one block.
fn scan(text: &str, span: Span, out: &mut Vec<Mark>) {
    let bytes = text.as_bytes();
    let (start, end) = (span.start(), span.end());
    let mut at = start;
    while at < end {
        let byte = bytes[at];
        if !matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF) {
            at += 1;
            continue;
        }
        let Some((to, single, shape)) = mark_at(text, at).filter(|m| m.0 <= end) else {
            at += 1;
            continue;
        };
        let before = beside(text, start, end, at, false);
        let after = beside(text, start, end, to, true);
        let near_before = text[start..at].chars().next_back();
        let near_after = text[to..end].chars().next();
        let letters = near_before.is_some_and(char::is_alphanumeric) && near_after.is_some_and(char::is_alphanumeric);
        let clipped = single && shape != Some(true) && near_after.is_some_and(|c| c.is_ascii_digit()) && {
            let digits = text[to..end].bytes().take_while(u8::is_ascii_digit).take(5).count();
            digits == 2 || bytes[to..end].get(digits) == Some(&b's')
        } || single && {
            let tail = &bytes[to..end.min(to + 6)];
            let letters = tail.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            letters < 6 && CLIPPED.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(&tail[..letters]))
        };
        // "5' 10''": feet and inches
        let inches = near_before.is_some_and(|c| c.is_ascii_digit()) && matches!(byte, b'\'' | b'"') && single;
        if !(single && (letters || clipped || inches)) {
            out.push(Mark {
                start: at,
                end: to,
                single,
                shape,
                free_before: before.is_none_or(|c| {
                    c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '―' | '-' | '/' | ':' | '…' | '¿' | '¡')
                }),
                free_after: after.is_none_or(|c| {
                    c.is_whitespace()
                        || matches!(c, ')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '—' | '–' | '―' | '-' | '/' | '…')
                }),
                plural: single && matches!(near_before, Some('s' | 'S' | 'z' | 'x')) && text[to..end].starts_with(' '),
            });
        }
        at = to;
    }
}

/// The character before or after byte `at`, other marks left out.
fn beside(text: &str, start: usize, end: usize, mut at: usize, forward: bool) -> Option<char> {
    for _ in 0..ROW {
        let c = if forward { text[at..end].chars().next()? } else { text[start..at].chars().next_back()? };
        if mark_at(text, if forward { at } else { at - c.len_utf8() }).is_none() {
            return Some(c);
        }
        at = if forward { at + c.len_utf8() } else { at - c.len_utf8() };
    }
    None
}

/// Pairs the marks of the article. Regions come in order; those in single marks inside double marks are left out.
pub(super) fn pair(article: &Article) -> Vec<Region> {
    let text = article.text;
    let mut regions = Vec::new();
    let mut marks = Vec::new();
    // whether the block before ended inside a quotation
    let mut pending = false;
    for (index, block) in article.blocks.iter().enumerate() {
        // a short paragraph that is all quotation is easily taken for a link or a notice
        let near = |i: Option<usize>| i.and_then(|i| article.blocks.get(i)).is_some_and(|b| b.role == Role::Body);
        let quoted = || mark_at(text, block.span.start()).is_some_and(|m| !m.1) && near(index.checked_sub(1)) && near(Some(index + 1));
        if block.role.set_aside() && !quoted() {
            pending = false;
            continue;
        }
        marks.clear();
        scan(text, block.span, &mut marks);
        pending = pair_block(text, block.span, index, &marks, pending, &mut regions);
    }
    regions
}

fn put(text: &str, block: usize, open: (usize, usize), close: (usize, usize), flags: (bool, bool, bool), out: &mut Vec<Region>) {
    if text[open.1..close.0].chars().any(char::is_alphanumeric) {
        let (opened, closed, single) = flags;
        let mut inner = Span::at(text, open.1, close.0);
        let label = label(text, inner);
        if let Some(label) = label {
            inner = Span::at(text, label.end() + 1, close.0);
        }
        out.push(Region { inner, outer: Span::at(text, open.0, close.1), block, opened, closed, single, label });
    }
}

/// Longest name of a speaker in a transcript, in bytes.
const LONGEST_LABEL: usize = 40;

/// The name in capitals, before a colon, with which some words begin.
pub(super) fn label(text: &str, span: Span) -> Option<Span> {
    let bytes = &text.as_bytes()[span.start()..span.end().min(span.start() + LONGEST_LABEL)];
    let colon = bytes.iter().position(|&b| b == b':')?;
    let name = &bytes[..colon];
    let capitals = name.iter().filter(|b| b.is_ascii_uppercase()).count();
    let fits = name.iter().all(|b| b.is_ascii_uppercase() || matches!(b, b' ' | b'.' | b'\'' | b'-'));
    (fits && capitals >= 2 && name.first().is_some_and(u8::is_ascii_uppercase) && bytes.get(colon + 1) == Some(&b' '))
        .then(|| Span::at(text, span.start(), span.start() + colon))
}

/// Pairs the marks of one block and says whether it ends inside a quotation.
fn pair_block(text: &str, span: Span, block: usize, marks: &[Mark], pending: bool, out: &mut Vec<Region>) -> bool {
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    // a paragraph without an opener that goes on with the quotation before: its first double mark closes
    if pending {
        if let Some(first) = marks.iter().find(|m| !m.single).filter(|m| m.start > span.start() && m.opens() == Some(false)) {
            open = Some((span.start(), span.start()));
            while marks[at].start < first.start {
                at += 1;
            }
        }
    }
    let mut continued = open.is_some();
    while at < marks.len() {
        let mark = &marks[at];
        let here = (mark.start, mark.end);
        if mark.single {
            if open.is_none() && mark.free_before && (mark.shape != Some(false) || !mark.free_after) {
                if let Some(close) = partner(marks, at) {
                    put(text, block, here, (marks[close].start, marks[close].end), (true, true, true), out);
                    at = close;
                }
            }
            at += 1;
            continue;
        }
        let opens = mark.opens();
        match open {
            None if opens != Some(false) => open = Some(here),
            None => {}
            Some(from) if opens == Some(true) => {
                // the one before was never closed
                put(text, block, from, (mark.start, mark.start), (!continued, false, false), out);
                open = Some(here);
                continued = false;
            }
            Some(from) => {
                put(text, block, from, here, (!continued, true, false), out);
                open = None;
                continued = false;
            }
        }
        at += 1;
    }
    if let Some(from) = open {
        put(text, block, from, (span.end(), span.end()), (!continued, false, false), out);
    }
    open.is_some()
}

/// The mark that closes the single mark `at`.
fn partner(marks: &[Mark], at: usize) -> Option<usize> {
    let from = &marks[at];
    let mut fallback = None;
    for (index, mark) in marks.iter().enumerate().skip(at + 1).take(LOOK_AHEAD) {
        if mark.start - from.end > LONGEST_SINGLE {
            break;
        }
        if !mark.single || !mark.free_after || mark.free_before || mark.shape == Some(true) {
            // another opener: what came before was no quotation
            if mark.single && mark.free_before && !mark.free_after {
                break;
            }
            continue;
        }
        if !mark.plural {
            return Some(index);
        }
        fallback = fallback.or(Some(index));
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<String> {
        let article = Article::read(text, None);
        pair(&article).iter().map(|r| r.inner.of(text).to_string()).collect()
    }

    #[test]
    fn pairs_of_every_form() {
        let table: &[(&str, &[&str])] = &[
            ("\"Yes,\" she said. \"No.\"", &["Yes,", "No."]),
            ("“Yes,” she said. “It’s the voters’ choice.”", &["Yes,", "It’s the voters’ choice."]),
            ("''The harbour is open,'' said Ms Vane.", &["The harbour is open,"]),
            ("``Shut it,'' he said.", &["Shut it,"]),
            ("«Nous sommes prêts», he said, „wirklich“.", &["Nous sommes prêts", "wirklich"]),
            ("”Reversed,“ he said", &["Reversed,"]),
            ("\"Unlike,” he said, “very.\"", &["Unlike,", "very."]),
            ("\"Unlike,'' he said.", &["Unlike,"]),
            ("Mayor: port 'closed for weeks' after the dockers' strike", &["closed for weeks"]),
            ("It's the dockers' strike and the crews' pay", &[]),
            ("Rock 'n' roll in the '90s, get 'em", &[]),
            ("Minister says ‘no deal’ on ports' future", &["no deal"]),
            ("\"One 'inner' word,\" he said.", &["One 'inner' word,"]),
            ("\"We stay.\n\n\"We fight,\" he said.", &["We stay.", "We fight,"]),
            ("\"We stay.\n\nWe fight,\" he said.", &["We stay.", "We fight,"]),
            ("\"We stay, he said. \"We fight.\"", &["We stay, he said. ", "We fight."]),
            ("A 6' 2'' man", &[]),
            ("'I know,' said Vane. 'I was there.'", &["I know,", "I was there."]),
        ];
        for (text, expected) in table {
            assert_eq!(&inner(text), expected, "{text}");
        }
    }

    #[test]
    fn many_marks_take_linear_time() {
        for text in ["\"".repeat(100_000), "'".repeat(100_000), " 'a".repeat(50_000), "\u{201C}x ".repeat(50_000)] {
            pair(&Article::read(&text, None));
        }
    }
}
