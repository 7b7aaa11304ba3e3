//! Segments: overlapping marks as one flat, gap-free row of stretches, which any renderer can walk.

use crate::annotate::Annotated;
use crate::article::Span;
use crate::order;

/// A mark on a stretch of the text. `kind` is an entity type, a value kind, "quote", "source", "cue", "repeat" or "term"; `reference` is the
/// entity's id, else the index in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// What it marks.
    pub kind: &'static str,
    /// Which one.
    pub reference: u32,
}

/// A stretch of the text under the same marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// First unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// Indexes into the marks, outermost first.
    pub marks: Vec<u32>,
}

/// All marks of an annotation, in bytes.
pub fn marks(annotated: &Annotated) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut put = |span: Span, kind: &'static str, reference: u32| {
        marks.push(Mark { start: span.start() as u32, end: span.end() as u32, kind, reference });
    };
    for entity in &annotated.entities {
        for mention in &entity.mentions {
            put(mention.span, entity.kind.name(), entity.id);
        }
    }
    for (index, value) in (0..).zip(&annotated.values) {
        put(value.span, value.kind.name(), index);
    }
    for (index, quote) in (0..).zip(&annotated.quotes) {
        for part in &quote.content {
            put(*part, "quote", index);
        }
        if let Some(source) = quote.source {
            put(source, "source", index);
        }
        if let Some(cue) = quote.cue {
            put(cue, "cue", index);
        }
    }
    for (index, repeat) in (0..).zip(&annotated.repeats) {
        put(repeat.span, "repeat", index);
    }
    for (index, hit) in (0..).zip(&annotated.terms) {
        put(hit.span, "term", index);
    }
    marks
}

/// Flattens marks (any order, any overlap) into segments from 0 to `length`. The marks of a segment are ordered from the outermost to the innermost: the
/// one that begins first, then the longer one, then the one that came first in `marks`.
///
/// Linear in the number of marks and of the segments' marks: each is put in and taken out once, at its ends.
///
/// ```
/// use glosswire::segment::{Mark, flatten};
/// let marks = [Mark { start: 2, end: 9, kind: "quote", reference: 0 }, Mark { start: 4, end: 6, kind: "place", reference: 1 }];
/// let segments = flatten(12, &marks);
/// let ends: Vec<(u32, usize)> = segments.iter().map(|s| (s.end, s.marks.len())).collect();
/// assert_eq!(ends, [(2, 0), (4, 1), (6, 2), (9, 1), (12, 0)]);
/// ```
pub fn flatten(length: u32, marks: &[Mark]) -> Vec<Segment> {
    let mut order: Vec<u32> = (0..marks.len() as u32).filter(|&i| marks[i as usize].start < marks[i as usize].end.min(length)).collect();
    order::by(&mut order, |&i| {
        let mark = &marks[i as usize];
        order::pair(mark.start as usize, !mark.end as usize)
    });
    let ends = |&i: &u32| [marks[i as usize].start, marks[i as usize].end.min(length)].map(u64::from);
    let mut edges: Vec<u64> = order.iter().flat_map(ends).collect();
    edges.push(length.into());
    order::keys(&mut edges);
    edges.dedup();
    let mut segments = Vec::with_capacity(edges.len());
    let (mut open, mut next, mut start): (Vec<u32>, usize, u32) = (Vec::new(), 0, 0);
    for edge in edges.into_iter().map(|edge| edge as u32) {
        if edge > start {
            segments.push(Segment { start, end: edge, marks: open.clone() });
            start = edge;
        }
        open.retain(|&i| marks[i as usize].end > edge);
        while next < order.len() && marks[order[next] as usize].start == edge {
            open.push(order[next]);
            next += 1;
        }
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::highlight::{Term, TermRule};

    #[test]
    fn overlaps_are_cut_and_nothing_is_lost() {
        let mark = |start, end, kind| Mark { start, end, kind, reference: 0 };
        let marks = [mark(3, 8, "place"), mark(0, 5, "person"), mark(3, 8, "term"), mark(8, 8, "cue"), mark(9, 99, "date")];
        let segments = flatten(10, &marks);
        let told: Vec<(u32, u32, Vec<&str>)> =
            segments.iter().map(|s| (s.start, s.end, s.marks.iter().map(|&i| marks[i as usize].kind).collect())).collect();
        assert_eq!(
            told,
            [
                (0, 3, vec!["person"]),
                (3, 5, vec!["person", "place", "term"]),
                (5, 8, vec!["place", "term"]),
                (8, 9, vec![]),
                (9, 10, vec!["date"])
            ]
        );
        assert_eq!(flatten(0, &[]), []);
        assert_eq!(flatten(4, &[]).len(), 1);
    }

    #[test]
    fn of_marks_that_begin_together_the_longer_is_outside() {
        let mark = |end, kind| Mark { start: 0, end, kind, reference: 0 };
        let segments = flatten(4, &[mark(2, "person"), mark(4, "quote")]);
        assert_eq!(segments.iter().map(|s| s.marks.clone()).collect::<Vec<_>>(), [vec![1, 0], vec![1]]);
    }

    #[test]
    fn all_that_is_found_is_marked() {
        let text = "Orlund, 3 March 2025\n\n\"We lost 40 boats,\" said Ana Brockmann.\n\n\"We lost 40 boats,\" said Ana Brockmann.";
        let boats = Term { id: "b".into(), label: "Boats".into(), rule: TermRule::Words(vec!["boats".into()]) };
        let options = crate::Options { terms: vec![boats], ..crate::Options::default() };
        let annotated = crate::annotate(text, &options).expect("any text can be read");
        let kinds: std::collections::BTreeSet<&str> = marks(&annotated).iter().map(|mark| mark.kind).collect();
        for kind in ["person", "date", "quantity", "quote", "source", "cue", "repeat", "term"] {
            assert!(kinds.contains(kind), "{kind} of {kinds:?}");
        }
    }
}
