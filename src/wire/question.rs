//! Questions: what JavaScript hands in, checked and turned into the core's own types.

use serde::Deserialize;

use crate::annotate::Options;
use crate::article::{Element, Outline, Place, Role};
use crate::error::Error;
use crate::highlight::{Correction, EntityType, Say, Term, TermRule, ValueKind, values};
use crate::segment::Mark;

/// Options of `annotate`, and per article of `compare`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OptionsIn {
    published: Option<String>,
    terms: Option<Vec<TermIn>>,
    corrections: Option<Vec<CorrectionIn>>,
    lines: Option<Vec<LineIn>>,
    page: Option<PageIn>,
}

#[derive(Debug, Deserialize)]
struct PageIn {
    boxes: Vec<BoxIn>,
    lines: Vec<PlaceIn>,
    title: Option<String>,
}

#[derive(Debug, Deserialize)]
struct BoxIn {
    parent: i32,
    tag: String,
    names: String,
}

#[derive(Debug, Deserialize)]
struct PlaceIn {
    r#box: u32,
    linked: f32,
    kept: Option<f32>,
    day: Option<String>,
}

impl PageIn {
    fn check(self) -> Result<Outline, Error> {
        let elements = self.boxes.into_iter().map(|b| Element { parent: u32::try_from(b.parent).ok(), tag: b.tag, names: b.names });
        let share = |part: f32| (part * 255.0) as u8;
        let places = self.lines.into_iter().map(|line| Place {
            element: line.r#box,
            linked: share(line.linked),
            kept: line.kept.map(share),
            day: line.day.filter(|day| values::is_day(day)),
        });
        Outline::new(elements.collect(), places.collect(), self.title.unwrap_or_default())
            .ok_or_else(|| bad("page", "a box must come after the one around it, and every line stand in a box of the list".to_string()))
    }
}

#[derive(Debug, Deserialize)]
struct TermIn {
    id: String,
    label: Option<String>,
    words: Option<Vec<String>>,
    pattern: Option<String>,
}

#[derive(Debug, Deserialize)]
struct CorrectionIn {
    say: String,
    text: String,
    before: Option<String>,
    after: Option<String>,
    r#type: Option<String>,
    r#as: Option<String>,
}

#[derive(Debug, Deserialize)]
struct LineIn {
    role: String,
}

fn bad(option: &'static str, reason: String) -> Error {
    Error::BadOption { option, reason }
}

impl TermIn {
    fn check(self) -> Result<Term, Error> {
        let rule = match (self.words, self.pattern) {
            (Some(words), None) => TermRule::Words(words),
            (None, Some(pattern)) => TermRule::Pattern(pattern),
            _ => return Err(bad("terms", format!("the term \u{201c}{}\u{201d} needs either words or a pattern", self.id))),
        };
        Ok(Term { label: self.label.unwrap_or_else(|| self.id.clone()), id: self.id, rule })
    }
}

impl CorrectionIn {
    fn check(self) -> Result<Correction, Error> {
        let say =
            Say::named(&self.say).ok_or_else(|| bad("corrections", format!("{:?} is nothing that a correction can say", self.say)))?;
        Ok(Correction {
            say,
            text: self.text,
            before: self.before.unwrap_or_default(),
            after: self.after.unwrap_or_default(),
            kind: self.r#type,
            other: self.r#as,
        })
    }
}

impl OptionsIn {
    /// The core's options, or an error that names the option.
    pub fn check(self) -> Result<Options, Error> {
        let role = |line: LineIn| Role::named(&line.role).ok_or_else(|| bad("lines", format!("{:?} is no role of a line", line.role)));
        Ok(Options {
            published: self.published.filter(|day| !day.is_empty()),
            terms: self.terms.unwrap_or_default().into_iter().map(TermIn::check).collect::<Result<_, _>>()?,
            corrections: self.corrections.unwrap_or_default().into_iter().map(CorrectionIn::check).collect::<Result<_, _>>()?,
            roles: self.lines.map(|lines| lines.into_iter().map(role).collect()).transpose()?,
            outline: self.page.map(PageIn::check).transpose()?,
        })
    }
}

/// One article of `compare`.
#[derive(Debug, Deserialize)]
pub struct ArticleIn {
    /// The reader's id for it.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Options of its own.
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    corrections: Option<Vec<CorrectionIn>>,
    #[serde(default)]
    lines: Option<Vec<LineIn>>,
}

impl ArticleIn {
    /// The options of this article, and its id and text.
    pub fn check(self, terms: &[Term]) -> Result<(String, String, Options), Error> {
        let own = OptionsIn { published: self.published, terms: None, corrections: self.corrections, lines: self.lines, page: None };
        let mut options = own.check()?;
        options.terms = terms.to_vec();
        Ok((self.id, self.text, options))
    }
}

/// Options of `compare` that hold for all articles.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CompareIn {
    terms: Option<Vec<TermIn>>,
}

impl CompareIn {
    /// The reader's own terms.
    pub fn check(self) -> Result<Vec<Term>, Error> {
        self.terms.unwrap_or_default().into_iter().map(TermIn::check).collect()
    }
}

/// Options of `new Deduplicator`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeduplicatorIn {
    /// Containment above which two articles are one.
    pub threshold: Option<f64>,
}

/// What `segments` reads of an annotation: the plain object that `annotate` gave, perhaps edited by the page.
#[derive(Debug, Deserialize)]
pub struct MarkedIn {
    /// Length of the text in UTF-16 units.
    pub length: u32,
    #[serde(default)]
    entities: Vec<EntityIn>,
    #[serde(default)]
    values: Vec<KindIn>,
    #[serde(default)]
    quotes: Vec<QuoteIn>,
    #[serde(default)]
    repeats: Vec<SpanIn>,
    #[serde(default)]
    terms: Vec<SpanIn>,
}

#[derive(Debug, Deserialize)]
struct SpanIn {
    start: u32,
    end: u32,
}

#[derive(Debug, Deserialize)]
struct EntityIn {
    id: u32,
    r#type: String,
    #[serde(default)]
    mentions: Vec<SpanIn>,
}

#[derive(Debug, Deserialize)]
struct KindIn {
    start: u32,
    end: u32,
    kind: String,
}

#[derive(Debug, Deserialize)]
struct QuoteIn {
    #[serde(default)]
    content: Vec<SpanIn>,
    #[serde(default)]
    source: Option<SpanIn>,
    #[serde(default)]
    cue: Option<SpanIn>,
}

impl MarkedIn {
    /// The marks in UTF-16 units, those whose kind is in `kinds` (all if none is given); a mark of an unknown kind is left out.
    pub fn marks(&self, kinds: Option<&[String]>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut put = |span: &SpanIn, kind: Option<&'static str>, reference: u32| {
            let Some(kind) = kind else { return };
            if kinds.is_none_or(|kinds| kinds.iter().any(|k| k == kind)) {
                marks.push(Mark { start: span.start, end: span.end, kind, reference });
            }
        };
        for entity in &self.entities {
            let kind = EntityType::named(&entity.r#type).map(EntityType::name);
            entity.mentions.iter().for_each(|mention| put(mention, kind, entity.id));
        }
        for (index, value) in (0..).zip(&self.values) {
            put(&SpanIn { start: value.start, end: value.end }, ValueKind::named(&value.kind).map(ValueKind::name), index);
        }
        for (index, quote) in (0..).zip(&self.quotes) {
            quote.content.iter().for_each(|part| put(part, Some("quote"), index));
            quote.source.iter().for_each(|source| put(source, Some("source"), index));
            quote.cue.iter().for_each(|cue| put(cue, Some("cue"), index));
        }
        (0..).zip(&self.repeats).for_each(|(index, repeat)| put(repeat, Some("repeat"), index));
        (0..).zip(&self.terms).for_each(|(index, term)| put(term, Some("term"), index));
        marks
    }
}
