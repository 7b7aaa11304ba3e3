//! Answers: annotations, comparisons, segments and groups as JavaScript gets them.

use serde::Serialize;

use crate::annotate::{Annotated, Options};
use crate::article::{Offsets, Span};
use crate::dedup::compare::{Comparison, Place};
use crate::dedup::group::{Group, Progress};
use crate::segment::{Mark, Segment};

/// A stretch of the text in UTF-16 units.
#[derive(Debug, Serialize)]
struct SpanOut {
    start: u32,
    end: u32,
}

/// Writes spans of one text in UTF-16 units.
struct Ruler<'t>(&'t Offsets<'t>);

impl Ruler<'_> {
    fn span(&self, span: Span) -> SpanOut {
        SpanOut { start: self.0.utf16(span.start()) as u32, end: self.0.utf16(span.end()) as u32 }
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanOut> {
        spans.iter().map(|&span| self.span(span)).collect()
    }
}

/// Two decimals: more would claim a precision that nobody measured.
fn share(value: f32) -> f64 {
    f64::from((value * 100.0).round()) / 100.0
}

/// [`Annotated`] as JavaScript gets it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnnotatedOut<'a> {
    length: u32,
    published: Option<PublishedOut<'a>>,
    blocks: Vec<BlockOut>,
    sentences: Vec<SentenceOut>,
    entities: Vec<EntityOut<'a>>,
    values: Vec<ValueOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
    repeats: Vec<RepeatOut>,
    key_sentences: &'a [usize],
    terms: Vec<TermOut<'a>>,
    limits: Vec<LimitOut<'a>>,
}

#[derive(Debug, Serialize)]
struct PublishedOut<'a> {
    iso: &'a str,
    start: Option<u32>,
    end: Option<u32>,
    given: bool,
}

#[derive(Debug, Serialize)]
struct BlockOut {
    start: u32,
    end: u32,
    role: &'static str,
}

#[derive(Debug, Serialize)]
struct SentenceOut {
    start: u32,
    end: u32,
    block: u32,
}

#[derive(Debug, Serialize)]
struct EntityOut<'a> {
    id: u32,
    r#type: &'static str,
    name: &'a str,
    mentions: Vec<MentionOut>,
    descriptions: &'a [String],
    rule: &'static str,
    confidence: f64,
}

#[derive(Debug, Serialize)]
struct MentionOut {
    start: u32,
    end: u32,
    form: &'static str,
}

#[derive(Debug, Serialize)]
struct ValueOut<'a> {
    start: u32,
    end: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<Option<&'a str>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    alternatives: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    si: Option<MeasureOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<&'a str>,
    bound: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    rule: &'static str,
    confidence: f64,
}

#[derive(Debug, Serialize)]
struct MeasureOut<'a> {
    amount: f64,
    unit: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuoteOut<'a> {
    content: Vec<SpanOut>,
    form: &'static str,
    source: Option<SpanOut>,
    cue: Option<SpanOut>,
    speaker: Option<u32>,
    speaker_kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_name: Option<&'a str>,
    rule: &'static str,
    confidence: f64,
}

#[derive(Debug, Serialize)]
struct RepeatOut {
    start: u32,
    end: u32,
    of: SpanOut,
    form: &'static str,
    rule: &'static str,
    confidence: f64,
}

#[derive(Debug, Serialize)]
struct TermOut<'a> {
    start: u32,
    end: u32,
    term: &'a str,
}

#[derive(Debug, Serialize)]
struct LimitOut<'a> {
    what: &'static str,
    why: &'a str,
}

impl<'a> AnnotatedOut<'a> {
    /// `annotated` in the UTF-16 units of its text; `options` are those it was made with.
    #[inline(never)]
    pub fn new(annotated: &'a Annotated, offsets: &Offsets, options: &'a Options) -> AnnotatedOut<'a> {
        let ruler = Ruler(offsets);
        AnnotatedOut {
            length: offsets.length() as u32,
            published: annotated.published.as_ref().map(|published| {
                let span = published.span.map(|span| ruler.span(span));
                let (start, end) = (span.as_ref().map(|s| s.start), span.as_ref().map(|s| s.end));
                PublishedOut { iso: &published.iso, start, end, given: start.is_none() }
            }),
            blocks: annotated
                .blocks
                .iter()
                .map(|block| {
                    let SpanOut { start, end } = ruler.span(block.span);
                    BlockOut { start, end, role: block.role.name() }
                })
                .collect(),
            sentences: annotated
                .sentences
                .iter()
                .map(|sentence| {
                    let SpanOut { start, end } = ruler.span(sentence.span);
                    SentenceOut { start, end, block: sentence.block as u32 }
                })
                .collect(),
            entities: annotated
                .entities
                .iter()
                .map(|entity| EntityOut {
                    id: entity.id,
                    r#type: entity.kind.name(),
                    name: &entity.name,
                    mentions: entity
                        .mentions
                        .iter()
                        .map(|mention| {
                            let SpanOut { start, end } = ruler.span(mention.span);
                            MentionOut { start, end, form: mention.form.name() }
                        })
                        .collect(),
                    descriptions: &entity.descriptions,
                    rule: entity.rule,
                    confidence: share(entity.confidence),
                })
                .collect(),
            values: annotated.values.iter().map(|value| ValueOut::new(value, &ruler)).collect(),
            quotes: annotated
                .quotes
                .iter()
                .map(|quote| QuoteOut {
                    content: ruler.spans(&quote.content),
                    form: quote.form.name(),
                    source: quote.source.map(|span| ruler.span(span)),
                    cue: quote.cue.map(|span| ruler.span(span)),
                    speaker: quote.speaker,
                    speaker_kind: quote.speaker_kind.name(),
                    speaker_name: quote.speaker_name.as_deref(),
                    rule: quote.rule,
                    confidence: share(quote.confidence),
                })
                .collect(),
            repeats: annotated
                .repeats
                .iter()
                .map(|repeat| {
                    let SpanOut { start, end } = ruler.span(repeat.span);
                    let of = ruler.span(repeat.of);
                    RepeatOut { start, end, of, form: repeat.form.name(), rule: repeat.rule, confidence: share(repeat.confidence) }
                })
                .collect(),
            key_sentences: &annotated.key_sentences,
            terms: annotated
                .terms
                .iter()
                .map(|hit| {
                    let SpanOut { start, end } = ruler.span(hit.span);
                    TermOut { start, end, term: options.terms.get(hit.term).map_or("", |term| &term.id) }
                })
                .collect(),
            limits: annotated.limits.iter().map(|limit| LimitOut { what: limit.what, why: &limit.why }).collect(),
        }
    }
}

impl<'a> ValueOut<'a> {
    fn new(value: &'a crate::highlight::Value, ruler: &Ruler) -> ValueOut<'a> {
        use crate::highlight::ValueKind::{Date, Time};
        let SpanOut { start, end } = ruler.span(value.span);
        let dated = matches!(value.kind, Date | Time);
        ValueOut {
            start,
            end,
            kind: value.kind.name(),
            // a date that can't be resolved says so with null
            iso: dated.then_some(value.iso.as_deref()),
            alternatives: &value.alternatives,
            resolved: (value.kind == Date).then_some(value.resolved),
            zone: value.zone.as_deref(),
            amount: value.amount,
            to: value.to,
            unit: value.unit.as_deref(),
            si: value.si.as_ref().map(|si| MeasureOut { amount: si.amount, unit: &si.unit }),
            counts: value.counts.as_deref(),
            currency: value.currency.as_deref(),
            per: value.per.as_deref(),
            bound: value.bound.name(),
            form: value.form.map(|form| form.name()),
            rule: value.rule,
            confidence: share(value.confidence),
        }
    }
}

/// A segment as JavaScript gets it.
#[derive(Debug, Serialize)]
pub struct SegmentOut {
    start: u32,
    end: u32,
    marks: Vec<MarkOut>,
}

#[derive(Debug, Serialize)]
struct MarkOut {
    kind: &'static str,
    r#ref: u32,
}

impl SegmentOut {
    /// A segment over these marks.
    pub fn new(segment: &Segment, marks: &[Mark]) -> SegmentOut {
        let mark = |&index: &u32| MarkOut { kind: marks[index as usize].kind, r#ref: marks[index as usize].reference };
        SegmentOut { start: segment.start, end: segment.end, marks: segment.marks.iter().map(mark).collect() }
    }
}

/// [`Comparison`] as JavaScript gets it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonOut<'a> {
    articles: Vec<ComparedArticleOut<'a>>,
    people: Vec<PersonOut<'a>>,
    quote_ledger: Vec<QuoteRowOut<'a>>,
    value_ledger: Vec<ValueRowOut<'a>>,
    timeline: Vec<TimelineOut<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ComparedArticleOut<'a> {
    id: &'a str,
    annotated: AnnotatedOut<'a>,
    sentences: Vec<ComparedSentenceOut<'a>>,
    new_share: f64,
}

#[derive(Debug, Serialize)]
struct ComparedSentenceOut<'a> {
    start: u32,
    end: u32,
    status: &'static str,
    form: Option<&'static str>,
    matches: Vec<MatchOut<'a>>,
    added: Vec<SpanOut>,
    changes: Vec<ChangeOut<'a>>,
}

#[derive(Debug, Serialize)]
struct MatchOut<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    relation: &'static str,
}

#[derive(Debug, Serialize)]
struct PlaceOut<'a> {
    article: &'a str,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct ChangeOut<'a> {
    kind: &'static str,
    was: PlaceOut<'a>,
    now: SpanOut,
}

#[derive(Debug, Serialize)]
struct PersonOut<'a> {
    r#type: &'static str,
    name: &'a str,
    descriptions: &'a [String],
    mentions: Vec<PersonMentionOut<'a>>,
    entities: Vec<EntityRefOut<'a>>,
}

#[derive(Debug, Serialize)]
struct PersonMentionOut<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    form: &'static str,
}

#[derive(Debug, Serialize)]
struct EntityRefOut<'a> {
    article: &'a str,
    id: u32,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuoteRowOut<'a> {
    speaker: Option<&'a str>,
    speaker_kind: &'static str,
    occurrences: Vec<OccurrenceOut<'a>>,
    differs: bool,
}

#[derive(Debug, Serialize)]
struct OccurrenceOut<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    quote: u32,
}

#[derive(Debug, Serialize)]
struct ValueRowOut<'a> {
    what: &'a str,
    figures: Vec<FigureOut<'a>>,
    agree: bool,
}

#[derive(Debug, Serialize)]
struct FigureOut<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    value: u32,
    amount: f64,
    to: Option<f64>,
    bound: &'static str,
}

#[derive(Debug, Serialize)]
struct TimelineOut<'a> {
    iso: &'a str,
    article: &'a str,
    start: u32,
    end: u32,
    date: SpanOut,
}

/// What is known of each compared article: its id, what was found, its offsets, its options.
pub struct Compared<'a> {
    /// The reader's id for it.
    pub id: &'a str,
    /// What was found in it.
    pub annotated: &'a Annotated,
    /// Its offsets.
    pub offsets: &'a Offsets<'a>,
    /// The options it was annotated with.
    pub options: &'a Options,
}

impl<'a> ComparisonOut<'a> {
    /// `comparison` of `inputs`, in the order in which they were compared.
    pub fn new(comparison: &'a Comparison, inputs: &'a [Compared<'a>]) -> ComparisonOut<'a> {
        let place = |place: Place| {
            let SpanOut { start, end } = Ruler(inputs[place.article].offsets).span(place.span);
            PlaceOut { article: inputs[place.article].id, start, end }
        };
        let articles = comparison.articles.iter().zip(inputs).map(|(article, input)| {
            let ruler = Ruler(input.offsets);
            let sentences = article.sentences.iter().map(|sentence| {
                let SpanOut { start, end } = ruler.span(sentence.span);
                let matches = sentence.matches.iter().map(|found| {
                    let PlaceOut { article, start, end } = place(found.place);
                    MatchOut { article, start, end, relation: found.relation.name() }
                });
                let changes = sentence.changes.iter().map(|change| ChangeOut {
                    kind: change.kind.name(),
                    was: place(change.was),
                    now: ruler.span(change.now),
                });
                ComparedSentenceOut {
                    start,
                    end,
                    status: sentence.status.name(),
                    form: sentence.form.map(|form| form.name()),
                    matches: matches.collect(),
                    added: ruler.spans(&sentence.added),
                    changes: changes.collect(),
                }
            });
            ComparedArticleOut {
                id: input.id,
                annotated: AnnotatedOut::new(input.annotated, input.offsets, input.options),
                sentences: sentences.collect(),
                new_share: article.new_share,
            }
        });
        let people = comparison.people.iter().map(|person| PersonOut {
            r#type: person.kind.name(),
            name: &person.name,
            descriptions: &person.descriptions,
            mentions: person
                .mentions
                .iter()
                .map(|&(at, form)| {
                    let PlaceOut { article, start, end } = place(at);
                    PersonMentionOut { article, start, end, form: form.name() }
                })
                .collect(),
            entities: person.entities.iter().map(|&(article, id)| EntityRefOut { article: inputs[article].id, id }).collect(),
        });
        let quotes = comparison.quote_ledger.iter().map(|row| QuoteRowOut {
            speaker: row.speaker.as_deref(),
            speaker_kind: row.speaker_kind.name(),
            occurrences: row
                .occurrences
                .iter()
                .map(|occurrence| {
                    let PlaceOut { article, start, end } = place(occurrence.place);
                    OccurrenceOut { article, start, end, quote: occurrence.quote as u32 }
                })
                .collect(),
            differs: row.differs,
        });
        let values = comparison.value_ledger.iter().map(|row| ValueRowOut {
            what: &row.what,
            figures: row
                .figures
                .iter()
                .map(|figure| {
                    let PlaceOut { article, start, end } = place(figure.place);
                    let (value, amount, to) = (figure.value as u32, figure.amount, figure.to);
                    FigureOut { article, start, end, value, amount, to, bound: figure.bound.name() }
                })
                .collect(),
            agree: row.agree,
        });
        let timeline = comparison.timeline.iter().map(|entry| {
            let PlaceOut { article, start, end } = place(entry.place);
            let date = Ruler(inputs[entry.place.article].offsets).span(entry.date);
            TimelineOut { iso: &entry.iso, article, start, end, date }
        });
        ComparisonOut {
            articles: articles.collect(),
            people: people.collect(),
            quote_ledger: quotes.collect(),
            value_ledger: values.collect(),
            timeline: timeline.collect(),
        }
    }
}

/// A group as JavaScript gets it.
#[derive(Debug, Serialize)]
pub struct GroupOut<'a> {
    keep: &'a str,
    members: Vec<MemberOut<'a>>,
}

#[derive(Debug, Serialize)]
struct MemberOut<'a> {
    id: &'a str,
    relation: &'static str,
    similarity: f64,
    of: Option<&'a str>,
}

impl<'a> GroupOut<'a> {
    /// `group` as JavaScript gets it.
    pub fn new(group: &'a Group) -> GroupOut<'a> {
        let member = |member: &'a crate::dedup::group::Member| MemberOut {
            id: &member.id,
            relation: member.relation.name(),
            similarity: member.similarity,
            of: member.of.as_deref(),
        };
        GroupOut { keep: &group.keep, members: group.members.iter().map(member).collect() }
    }
}

/// What `onProgress` is called with.
#[derive(Debug, Serialize)]
pub struct ProgressOut {
    done: u32,
    of: u32,
    ms: f64,
}

impl ProgressOut {
    /// How far, after `ms` milliseconds.
    pub fn new(progress: Progress, ms: f64) -> ProgressOut {
        ProgressOut { done: progress.done as u32, of: progress.of as u32, ms }
    }
}
