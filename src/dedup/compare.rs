//! Compare: what each article says that the ones before it did not.

pub use super::comparison::*;
use super::heard::{Found, Heard, Outcome, Prepared};
use super::ledgers;
use crate::annotate::Reading;
use crate::article::{Role, Span};
use crate::error::Error;
use crate::order;
use std::ops::Range;

/// Compares articles in the order in which the reader read them. `progress` is called with (done, of) and stops the work by returning false.
///
/// # Errors
/// [`Error::Stopped`] when `progress` returns false.
pub fn compare(readings: &[Reading], progress: &mut dyn FnMut(usize, usize) -> bool) -> Result<Comparison, Error> {
    let mut heard = Heard::default();
    let mut prepared: Vec<Prepared> = Vec::with_capacity(readings.len());
    let mut articles = Vec::with_capacity(readings.len());
    for (index, reading) in readings.iter().enumerate() {
        if !progress(index, readings.len()) {
            return Err(Error::Stopped);
        }
        let now = Prepared::new(&reading.article, &reading.annotated.values, &reading.annotated.entities);
        articles.push(against(reading, &now, &mut heard, &prepared, readings));
        for sentence in 0..now.ranges.len() {
            if index + 1 < readings.len() {
                heard.add(index, sentence, &now, reading.article.role(sentence).set_aside());
            }
        }
        prepared.push(now);
    }
    if !progress(readings.len(), readings.len()) {
        return Err(Error::Stopped);
    }
    Ok(ledgers::fill(readings, articles))
}

/// One article against what was heard before it.
fn against(reading: &Reading, now: &Prepared, heard: &mut Heard, earlier: &[Prepared], readings: &[Reading]) -> ComparedArticle {
    let earlier: Vec<&Prepared> = earlier.iter().collect();
    let (mut counted, mut new) = (0usize, 0usize);
    let sentences = reading
        .article
        .sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| {
            let mut compared = ComparedSentence {
                span: sentence.span,
                status: Status::New,
                form: None,
                matches: Vec::new(),
                added: Vec::new(),
                changes: Vec::new(),
            };
            let place = |id: usize| {
                let (article, sentence) = heard.places[id];
                Place { article, span: readings[article].article.sentences[sentence].span }
            };
            if now.exact[index] == 0 {
                // dots between the sentences of a paragraph are nothing to read; a row of them alone is left as it is
                let block = |at: Option<usize>| at.and_then(|at| reading.article.sentences.get(at)).map(|s| s.block);
                let beside = [index.checked_sub(1), Some(index + 1)].into_iter().any(|at| block(at) == Some(sentence.block));
                if beside && !earlier.is_empty() {
                    (compared.status, compared.form) = (Status::Said, Some(SaidForm::Identical));
                }
            } else if let Some(id) = heard.identical(now.exact[index]) {
                compared.status = Status::Said;
                compared.form = Some(SaidForm::Identical);
                compared.matches.push(Match { place: place(id), relation: Relation::Identical });
            } else if !matches!(reading.article.role(index), Role::Dateline | Role::Byline) {
                // that another day or writer stands at the head of another article changes no fact
                let found = heard.judge(now, index, &earlier);
                describe(&mut compared, &found, now.sentence(index), heard, &earlier, readings);
            }
            // a row of stars is nothing to read
            if !reading.article.role(index).set_aside() && now.exact[index] != 0 {
                counted += 1;
                new += usize::from(compared.status == Status::New);
            }
            compared
        })
        .collect();
    ComparedArticle { sentences, new_share: if counted == 0 { 0.0 } else { new as f64 / counted as f64 } }
}

/// Writes what was found into the sentence.
fn describe(
    compared: &mut ComparedSentence,
    found: &[Found],
    words: &[super::word::Word],
    heard: &Heard,
    earlier: &[&Prepared],
    readings: &[Reading],
) {
    let place = |id: usize| {
        let (article, sentence) = heard.places[id];
        Place { article, span: readings[article].article.sentences[sentence].span }
    };
    let span = |words: &[super::word::Word], range: &Range<usize>| -> Option<Span> {
        let words = words.get(range.clone()).filter(|words| !words.is_empty())?;
        let from = words.iter().map(|w| w.span).min_by_key(|s| s.start())?;
        let to = words.iter().map(|w| w.span).max_by_key(|s| s.end())?;
        Some(from.join(to))
    };
    for (at, one) in found.iter().enumerate() {
        let relation = match one.outcome {
            Outcome::Said(SaidForm::Contained) | Outcome::Extends => Relation::Contained,
            Outcome::Said(_) | Outcome::Changed => Relation::Near,
            Outcome::Hint | Outcome::Other => Relation::SamePoint,
        };
        // behind a real match hints are noise
        if at > 0 && relation == Relation::SamePoint && compared.status != Status::New {
            continue;
        }
        compared.matches.push(Match { place: place(one.heard), relation });
        if let Some(and) = one.and {
            compared.matches.push(Match { place: place(and), relation: Relation::Contained });
        }
        if at > 0 {
            continue;
        }
        match one.outcome {
            Outcome::Said(form) => {
                compared.status = Status::Said;
                compared.form = Some(form);
            }
            Outcome::Extends => {
                compared.status = Status::Extends;
                let differences = one.verdict.changes.iter().map(|change| &change.now);
                compared.added = one.verdict.added.iter().chain(differences).filter_map(|range| span(words, range)).collect();
                order::by(&mut compared.added, |span| span.key());
                // a gap told from its first word to its last may reach round what has moved into it
                compared.added.dedup_by(|next, span| {
                    let meets = span.meets(*next);
                    if meets {
                        *span = span.join(*next);
                    }
                    meets
                });
                // what is added has no word of its own (a mark, a number read twice): the sentence is shown whole
                if compared.added.is_empty() {
                    compared.added.push(compared.span);
                }
            }
            Outcome::Changed => {
                compared.status = Status::Changed;
                let (article, sentence) = heard.places[one.heard];
                let before = earlier[article].sentence(sentence);
                let changes = one.verdict.changes.iter().map(|change| Change {
                    kind: change.kind,
                    was: Place { article, span: span(before, &change.was).unwrap_or(place(one.heard).span) },
                    now: span(words, &change.now).unwrap_or(compared.span),
                });
                compared.changes = changes.collect();
            }
            Outcome::Hint | Outcome::Other => {}
        }
    }
}
