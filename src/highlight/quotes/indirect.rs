//! Indirect speech: reported words without marks, "X said the port would close", "according to the ministry".
//!
//! Whether a verb reports is told by a logistic model over how it stands in its clause; its features name classes of words, never words.

use crate::article::{Article, Span};
use crate::highlight::quotes::{Quote, QuoteForm, SpeakerKind};
use crate::order;

use super::cues::{CUES, Class, Form};
use super::features::{Features, Sum, add, bucket};
use super::phrases::{Kind, Phrases};
use super::report;

/// Number of the first of this model's features in the list of both models.
const FIRST: usize = 40;

/// How many tokens after a cue are looked over for "that".
const REACH: usize = 12;

/// Log-odds from which a verb counts as a cue.
const THRESHOLD: f32 = -0.2;

/// Log-odds from which a verb inside words that are reported already reports others: "said that Vane had promised".
const INSIDE: f32 = 0.9;

/// Log-odds from which a verb reports whose subject is neither a name nor known to be able to speak.
const THING: f32 = 0.4;

/// Gathers the features of a cue.
pub(super) fn features(article: &Article, phrases: &Phrases, index: usize, types: &[u8], out: &mut impl Features) {
    let cue = &phrases.cues[index];
    let word = phrases.words[cue.token];
    let class = word.cue as usize;
    let form = word.form as usize;
    let mut put = |feature: usize, value: usize| add(out, FIRST + feature, value);
    put(0, class * 2 + usize::from(cue.subject.is_some()));
    put(1, class * 6 + form);
    put(2, cue.manner as usize * CUES + class);
    let kind = cue.subject.map_or(7, |s| phrases.phrases[s].kind as usize);
    put(3, kind * 2 + usize::from(cue.inverted));
    let (from, to) = article.sentences[cue.sentence].tokens;
    let class_at = |t: usize| if t < to { phrases.class(Some(t)) } else { Class::Stop };
    let next = class_at(cue.token + 1);
    let is = |t: usize, w: &str| t < to && article.word(t).eq_ignore_ascii_case(w);
    put(4, next as usize);
    put(5, class_at(cue.token + 2) as usize);
    let that = (cue.token + 1..to.min(cue.token + REACH)).position(|t| is(t, "that")).map_or(0, |d| if d == 0 { 2 } else { 1 });
    let quote = (cue.token + 1..to.min(cue.token + REACH)).any(|t| phrases.words[t].quoted);
    put(6, that + 3 * usize::from(quote));
    put(7, bucket(to - cue.token - 1) + 8 * usize::from(cue.token > from + 3));
    put(8, if cue.token > from { phrases.class(Some(cue.token - 1)) as usize } else { 30 });
    put(9, usize::from(is(cue.token + 1, "to")) + 2 * usize::from(cue.token > 0 && is(cue.token - 1, "to")) + 4 * class);
    put(10, usize::from(cue.token > from && phrases.words[cue.token - 1].quoted) + 2 * usize::from(next == Class::Mark));
    put(11, (cue.token - from).min(5) * CUES + class);
    put(12, kind * CUES + class);
    let whole = article.blocks[article.sentences[cue.sentence].block].span;
    put(13, usize::from(article.sentences[cue.sentence].block == 0) * 2 + usize::from(whole.len() < 120));
    put(14, cue.subject.map_or(15, |s| types[s] as usize));
    put(15, class * 6 + that * 2 + usize::from(word.form == Form::Past));
}

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
        let mut sum = Sum::new();
        features(article, phrases, index, types, &mut sum);
        let odds = sum.score();
        if odds < THRESHOLD {
            continue;
        }
        // "a man speaking on condition of anonymity"
        let is = |ahead: usize, word: &str| article.tokens.len() > cue.token + ahead && article.word(cue.token + ahead) == word;
        if is(1, "on") && (is(2, "condition") || is(3, "condition")) {
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
        // a thing does rather than says
        let thing = speaker.is_some_and(|s| types[s] == 0 && matches!(phrases.phrases[s].kind, Kind::Bare | Kind::Common));
        if thing && odds < THING {
            continue;
        }
        // nobody says it, and it is no "was asked"
        if source.is_none() && cue.manner != super::subjects::Manner::Passive {
            continue;
        }
        let nobody = ["nobody", "no one", "no-one"];
        if source.is_some_and(|s| nobody.iter().any(|word| article.of(s).eq_ignore_ascii_case(word))) {
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
