//! A span: a half-open stretch of the text, in bytes, on character boundaries.

/// A half-open stretch `start..end` of the article's text, in bytes, on character boundaries.
///
/// ```
/// use glosswire::Span;
/// let text = "Łódź votes";
/// let span = Span::new(text, 0, 7).expect("on character boundaries");
/// assert_eq!(span.of(text), "Łódź");
/// assert!(Span::new(text, 1, 7).is_none(), "inside a character");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span of `text`, or none if the ends are out of order, out of bounds or inside a character.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Span> {
        (start <= end && text.is_char_boundary(start) && text.is_char_boundary(end) && end <= u32::MAX as usize)
            .then_some(Span { start: start as u32, end: end as u32 })
    }

    /// A span whose ends the caller took from `text` itself (token ends, `char_indices`); checked in debug builds only.
    pub(crate) fn at(text: &str, start: usize, end: usize) -> Span {
        debug_assert!(Span::new(text, start, end).is_some(), "bad span {start}..{end} of {}", text.len());
        Span { start: start as u32, end: end as u32 }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }

    /// Whether `other` lies inside.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte; those that only touch do not.
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// A key by which spans are in order of their start, then of their end.
    pub(crate) fn key(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.end)
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_touch_do_not_meet() {
        let text = "0123456789";
        let span = |start, end| Span::new(text, start, end).expect("in bounds");
        assert!(span(2, 5).meets(span(4, 7)) && span(4, 7).meets(span(2, 5)));
        assert!(!span(2, 5).meets(span(5, 7)) && !span(5, 7).meets(span(2, 5)));
    }

    #[test]
    fn keys_are_in_order_of_starts_then_of_ends() {
        let text = "0123456789";
        let span = |start, end| Span::new(text, start, end).expect("in bounds");
        let sorted = [span(0, 9), span(1, 2), span(1, 9), span(2, 3)];
        assert!(sorted.windows(2).all(|two| two[0].key() < two[1].key()));
    }
}
