//! The article's own date: the line under the headline, "date 2025-07-10 WORLD", a picture's line, the dateline of an agency.

use super::calendar::{Day, Period};
use super::dates;
use super::lexicon::Class;
use super::list::list;
use super::sentence::Words;
use super::when::When;
use crate::article::{Article, Role, Span};

/// Blocks looked at from the beginning and from the end of the article.
const HEAD: usize = 14;
const TAIL: usize = 4;

/// Longest line, in bytes, that can be a line of its own about the date, and how many words it may have beside the date.
const MAX_LINE: usize = 120;
const MAX_BESIDE: usize = 9;

/// Day and place of the date line of an article: the best one of its first and last lines. A line with a role that says so, or that begins with
/// "published" or "date", goes before a line that is only a date, this before a short line that holds one.
pub fn find(article: &Article) -> Option<(Day, Span)> {
    let mut words = Words::new(article);
    let mut best: Option<(u32, Day, Span)> = None;
    let count = article.blocks.len();
    let mut at = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        // sentences stand in the order of their blocks
        while at < article.sentences.len() && article.sentences[at].block < index {
            at += 1;
        }
        if index >= HEAD && index + TAIL < count {
            continue;
        }
        if block.role.set_aside() && block.span.len() > 60 {
            continue;
        }
        for sentence in article.sentences[at..].iter().take_while(|s| s.block == index).take(2) {
            // a day of the calendar has a figure; most sentences of most articles have none
            if !article.of(sentence.span).bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            words.enter(sentence.tokens.0, sentence.tokens.1);
            let Some((points, day, span)) = line(&words, block.role, block.span.len()) else { continue };
            let points = points + u32::from(index < HEAD) * 2;
            if best.is_none_or(|(most, _, _)| points > most) {
                best = Some((points, day, span));
            }
        }
    }
    best.map(|(_, day, span)| (day, span))
}

/// The date in one line, with points for how surely it is the article's own.
fn line(words: &Words, role: Role, len: usize) -> Option<(u32, Day, Span)> {
    let settled = matches!(role, Role::Dateline | Role::Byline);
    let when = When::default();
    let limit = (words.from + 40).min(words.to);
    let mut i = words.from;
    while i < limit {
        let whole = words.class(i) == Class::Weekday || words.class(i) == Class::Month || words.is_number(i);
        let found = if !whole {
            None
        } else if words.class(i) == Class::Weekday {
            super::relative::read(words, i, &when, words.from)
        } else {
            dates::read(words, i, &when)
        };
        let Some(found) = found else {
            i += 1;
            continue;
        };
        let Some(Period::Day(day)) = found.period else {
            i = found.to;
            continue;
        };
        let span = words.span(found.from, found.to);
        let beside = (words.from..words.to).filter(|&at| words.is_word(at) && !(found.from..found.to).contains(&at)).count();
        let told = (words.from..found.from).any(|at| words.among(at, list!("published posted updated date issued modified"))) || settled;
        let lead = words.is(words.from, "date") || words.is(words.from, "published") || words.is(words.from, "posted");
        if len > MAX_LINE && !told {
            return None;
        }
        let updated = (words.from..found.from).any(|at| words.among(at, list!("updated modified")));
        let points = match (told, beside) {
            _ if updated => 9,
            (true, _) if settled || lead => 12,
            (true, 0..=MAX_BESIDE) => 11,
            (false, 0..=2) => 10,
            // "Correspondent, 10 July 2025"; captions have more words
            (false, 3..=5) if !words.at(words.to - 1).starts_with('.') => 6,
            (false, 0..=MAX_BESIDE) => 3,
            _ => return None,
        };
        return Some((points, day, span));
    }
    None
}
