//! Indirect speech: reported words without marks, "X said the port would close", "according to the ministry".
//!
//! Whether a verb reports is told by the model of `reporting.rs`; here is what becomes of those that do.

use crate::article::{Article, Span};
use crate::highlight::quotes::{Quote, QuoteForm, SpeakerKind};
use crate::order;

use super::cues::FEELING;
use super::features::{YOU, pronoun};
use super::phrases::{Kind, Phrases};
use super::{report, reporting};

/// Log-odds from which a verb counts as a cue.
const THRESHOLD: f32 = -0.5;

/// Log-odds from which a verb inside words that are reported already reports others: "said that Vane had promised".
const INSIDE: f32 = 0.9;

/// Log-odds from which "you" reports, who is most often the reader.
const READER: f32 = 0.9;

/// Log-odds from which a verb reports whose subject is neither a name nor known to be able to speak.
const THING: f32 = 0.0;

/// Finds the reports of cues that no quotation used. `left` are the marked stretches that were not taken for quotations.
pub(super) fn find(
    article: &Article,
    phrases: &Phrases,
    types: &[u8],
    used: &[bool],
    left: &[Span],
    quotes: &mut Vec<(Quote, Option<usize>)>,
) {
    let contents = |form: QuoteForm| {
        let spoken = quotes.iter().filter(|(q, phrase)| q.form == form && (form == QuoteForm::Mixed || phrase.is_some()));
        let mut spans: Vec<Span> = spoken.flat_map(|(q, _)| q.content.iter().copied()).collect();
        order::by(&mut spans, |span| span.key());
        spans
    };
    let (mixed, direct) = (contents(QuoteForm::Mixed), contents(QuoteForm::Direct));
    // the reported words that the last report reached
    let mut reached: Option<Span> = None;
    for (index, cue) in phrases.cues.iter().enumerate() {
        if used[index] {
            continue;
        }
        let odds = reporting::odds(article, phrases, index, types);
        if odds < THRESHOLD {
            continue;
        }
        // "a man speaking on condition of anonymity"
        let is = |ahead: usize, word: &str| article.tokens.len() > cue.token + ahead && article.word(cue.token + ahead) == word;
        // "who asked not to be named", "who declined to be identified"
        let unnamed = |at: usize| is(at, "to") && is(at + 1, "be") && (is(at + 2, "named") || is(at + 2, "identified"));
        if is(1, "on") && (is(2, "condition") || is(3, "condition")) || unnamed(1) || is(1, "not") && unnamed(2) {
            continue;
        }
        let Some(content) = report::reported(article, phrases, cue).and_then(|r| report::span(article, r.content)) else { continue };
        // a wish or view inside reported words is part of them
        let here = article.tokens[cue.token].span;
        let around = mixed.get(mixed.partition_point(|m| m.end() <= here.start())).is_some_and(|m| m.holds(here));
        let inside = reached.is_some_and(|r| r.holds(here));
        if phrases.words[cue.token].cue > 2 && (around || inside) || inside && odds < INSIDE {
            continue;
        }
        let speaker = cue.subject.filter(|_| cue.manner != super::subjects::Manner::Passive);
        let source = speaker.and_then(|s| report::span(article, report::source(article, phrases, s)));
        // "it is clear" is nobody's
        let it = |s: usize| article.word(phrases.phrases[s].from).eq_ignore_ascii_case("it");
        if phrases.words[cue.token].cue == FEELING && speaker.is_some_and(it) {
            continue;
        }
        // a thing does rather than says
        let least = speaker.map_or(THRESHOLD, |s| match phrases.phrases[s].kind {
            Kind::Bare | Kind::Common if types[s] == 0 => THING,
            Kind::Pronoun if pronoun(article.word(phrases.phrases[s].from)) == YOU => READER,
            _ => THRESHOLD,
        });
        if odds < least {
            continue;
        }
        // nobody says it, and it is no "was asked"
        if source.is_none() && (cue.manner != super::subjects::Manner::Passive || phrases.words[cue.token].says() == 0) {
            continue;
        }
        let nobody = ["nobody", "no one", "no-one"];
        // "10:02 AM, published Nov. 20"
        let time = |s: Span| article.of(s).starts_with(|c: char| c.is_ascii_digit()) && article.of(s).contains(':');
        if source.is_some_and(|s| time(s) || nobody.iter().any(|word| article.of(s).eq_ignore_ascii_case(word))) {
            continue;
        }
        // "in a statement posted on X, she wrote: ...": whose words they are is known
        let first = direct.partition_point(|d| d.end() <= content.start());
        if direct.get(first).is_some_and(|d| d.meets(content) && 2 * d.len() > content.len()) {
            continue;
        }
        reached = Some(content);
        // a marked term inside reported words is reported with them
        let first = left.partition_point(|r| r.end() <= content.start());
        let holds_marks = source.is_some() && left.get(first).is_some_and(|r| content.holds(*r));
        let quote = Quote {
            content: vec![content],
            form: if holds_marks { QuoteForm::Mixed } else { QuoteForm::Indirect },
            source,
            cue: Some(report::cue_span(article, phrases, index)),
            speaker: None,
            speaker_kind: if source.is_some() { SpeakerKind::Unnamed } else { SpeakerKind::None },
            speaker_name: None,
            rule: if cue.passes_on(article) { "according-to" } else { "indirect" },
            confidence: 1.0 / (1.0 + (-odds).exp()),
        };
        quotes.push((quote, speaker));
    }
}
