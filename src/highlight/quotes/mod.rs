//! Quotes: reported words, who said them, and by which words that is told.

use crate::article::{Article, Span};
use crate::highlight::names::{Entity, EntityId};

/// How words are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteForm {
    /// Whole sentences between marks.
    Direct,
    /// A reported sentence with some words between marks.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// Between single marks in a headline.
    Headline,
}

impl QuoteForm {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            QuoteForm::Direct => "direct",
            QuoteForm::Mixed => "mixed",
            QuoteForm::Indirect => "indirect",
            QuoteForm::Headline => "headline",
        }
    }
}

/// What is known of the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// An entity of the article.
    Named,
    /// "a senior official".
    Unnamed,
    /// Nobody is told.
    None,
}

impl SpeakerKind {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            SpeakerKind::Named => "named",
            SpeakerKind::Unnamed => "unnamed",
            SpeakerKind::None => "none",
        }
    }
}

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Direct and headline: the parts between the marks, without the marks. Mixed and indirect: the whole reported words.
    pub content: Vec<Span>,
    /// How the words are reported.
    pub form: QuoteForm,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// The words that say that something is said: "told reporters".
    pub cue: Option<Span>,
    /// The entity that speaks.
    pub speaker: Option<EntityId>,
    /// What is known of the speaker.
    pub speaker_kind: SpeakerKind,
    /// Which rule found the speaker.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Finds the quotations, in order. Pronouns and nominals that speak become mentions of their entity.
pub fn find(article: &Article, entities: &mut [Entity]) -> Vec<Quote> {
    let _ = (article, entities);
    Vec::new()
}
