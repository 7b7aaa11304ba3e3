//! Validation: how the tagger does on documents that it was not trained on.

use std::fmt;

use glosswire::highlight::names::model::{Model, TAGS, tagged_kind};
use glosswire::highlight::names::{tagger, words::Words};
use glosswire::{Article, article::Role};

use super::corpus::Document;

/// Names that were found and right, found, and there; by type, and whatever the type.
#[derive(Default)]
pub struct Score {
    right: [usize; 4],
    found: [usize; 4],
    there: [usize; 4],
}

/// A name: bytes and type.
type Name = (usize, usize, usize);

impl Score {
    /// Tags the document and counts.
    pub fn add(&mut self, document: &Document, model: &Model) {
        let article = Article::read(&document.text, Some(&vec![Role::Body; document.text.lines().count()]));
        let (gold, doubtful) = gold(document);
        let clear = |from: usize, to: usize| !doubtful.iter().any(|&(a, b)| a < to && from < b);
        let mut found: Vec<Name> = Vec::new();
        for name in tagger::tag(&Words::of(&article), model) {
            let Some(kind) = tagged_kind(name.kind) else { continue };
            let span = name.span(&article);
            if clear(span.start(), span.end()) {
                found.push((span.start(), unstopped(&document.text, span.end()), kind));
            }
        }
        let gold: Vec<Name> = gold.into_iter().filter(|n| clear(n.0, n.1)).map(|n| (n.0, unstopped(&document.text, n.1), n.2)).collect();
        for name in &found {
            self.found[name.2] += 1;
            self.found[3] += 1;
            self.right[name.2] += usize::from(gold.contains(name));
            self.right[3] += usize::from(gold.iter().any(|g| (g.0, g.1) == (name.0, name.1)));
        }
        for name in &gold {
            self.there[name.2] += 1;
            self.there[3] += 1;
        }
    }
}

/// The end of a name without its last stop: "Inc" is "Inc.".
fn unstopped(text: &str, to: usize) -> usize {
    to - usize::from(text[..to].ends_with('.'))
}

/// The names of a document, and the bytes where nothing is certain.
fn gold(document: &Document) -> (Vec<Name>, Vec<(usize, usize)>) {
    let (mut names, mut doubtful) = (Vec::<Name>::new(), Vec::new());
    for &(from, to, mask) in &document.tokens {
        if mask.count_ones() != 1 {
            doubtful.push((from, to));
            continue;
        }
        let tag = (0..TAGS).find(|tag| mask >> tag & 1 == 1).unwrap_or(0);
        match tag {
            0 => {}
            1 | 3 | 5 => names.push((from, to, tag / 2)),
            _ => {
                if let Some(last) = names.last_mut() {
                    last.1 = to;
                }
            }
        }
    }
    (names, doubtful)
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let f1 = |right: usize, found: usize, there: usize| 200.0 * right as f64 / (found + there).max(1) as f64;
        let typed: [usize; 3] = [self.right, self.found, self.there].map(|n| n[..3].iter().sum());
        write!(out, "F1 {:.2}", f1(typed[0], typed[1], typed[2]))?;
        write!(
            out,
            "  P {:.2} R {:.2}",
            100.0 * typed[0] as f64 / typed[1].max(1) as f64,
            100.0 * typed[0] as f64 / typed[2].max(1) as f64
        )?;
        for (kind, name) in ["person", "organisation", "place", "untyped"].iter().enumerate() {
            write!(out, "  {name} {:.2}", f1(self.right[kind], self.found[kind], self.there[kind]))?;
        }
        write!(out, "  of {}", typed[2])
    }
}
