//! Facts: what several words tell together, as the stages before know it: the day that "Monday" is, the amount of "half an hour",
//! the person that "he" is. Words of one fact are equal whatever the words.

use super::fingerprint::{key, mix, pair};
use super::lexicon::Class;
use super::stem::stem;
use super::word::Word;
use crate::article::{Article, Span};
use crate::highlight::{Entity, EntityType, Mention, MentionForm, Value, ValueForm, ValueKind};
use std::ops::Range;

/// Gives the words of an article the facts that its values and entities tell. `ranges` are the words of each sentence.
pub(crate) fn give(article: &Article, values: &[Value], entities: &[Entity], ranges: &[Range<usize>], words: &mut [Word]) {
    let half = super::lexicon::key!("half");
    for value in values {
        let Some(fact) = of_value(value) else { continue };
        // "29-year-old"
        let span = if value.form == Some(ValueForm::Age) && article.text[value.span.end()..].starts_with("-old") {
            Span::at(article.text, value.span.start(), value.span.end() + "-old".len())
        } else {
            value.span
        };
        mark(article, span, ranges, words, |word| {
            if !word.class.guards() || word.key == half {
                word.fact = fact;
            }
        });
    }
    let written = |mention: &&Mention| matches!(mention.form, MentionForm::Name | MentionForm::Short);
    // the capital of a sentence's first word tells nothing, but the names that were found do
    for mention in entities.iter().flat_map(|entity| &entity.mentions).filter(written) {
        let Some(range) = article.sentence_at(mention.span.start()).and_then(|sentence| ranges.get(sentence)) else { continue };
        let opens = |word: &&mut Word| word.class == Class::Plain && word.span.start() == mention.span.start();
        if let Some(word) = words[range.clone()].iter_mut().find(opens) {
            word.class = Class::Name;
        }
    }
    for entity in entities.iter().filter(|entity| entity.kind == EntityType::Person) {
        // the surname: the other article may not have the full name, and first names are judged apart
        let Some(surname) = entity.name.split_whitespace().next_back() else { continue };
        let fact = pair(key(b"person"), stem(surname));
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Pronoun) {
            mark(article, mention.span, ranges, words, |word| word.fact = fact);
        }
        for mention in entity.mentions.iter().filter(written) {
            mark(article, mention.span, ranges, words, |word| {
                if word.class == Class::Name && word.key == stem(surname) {
                    word.fact = fact;
                }
            });
        }
    }
}

/// Changes the words that stand in `span`.
fn mark(article: &Article, span: Span, ranges: &[Range<usize>], words: &mut [Word], change: impl Fn(&mut Word)) {
    let Some(range) = article.sentence_at(span.start()).and_then(|sentence| ranges.get(sentence)) else { return };
    words[range.clone()].iter_mut().filter(|word| span.holds(word.span)).for_each(change);
}

/// What a value is worth; none where the words tell it better.
fn of_value(value: &Value) -> Option<u32> {
    let number = |x: f64| mix((x * 1e4).round().to_bits()) as u32;
    let amount = || value.amount.map(|amount| pair(number(amount), value.to.map_or(1, number)));
    let unit = |unit: &Option<String>| unit.as_deref().map_or(1, |unit| key(unit.as_bytes()));
    // "who is 29", "29-year-old"
    if value.form == Some(ValueForm::Age) && matches!(value.unit.as_deref(), None | Some("year")) {
        return Some(pair(amount()?, 1));
    }
    let worth = match value.kind {
        ValueKind::Date | ValueKind::Time => pair(key(value.iso.as_deref()?.as_bytes()), unit(&value.zone)),
        ValueKind::Duration => {
            let (size, base) = duration(value.unit.as_deref()?)?;
            pair(number(value.amount? * size), value.to.map_or(base, |to| number(to * size)))
        }
        ValueKind::Money => pair(pair(amount()?, unit(&value.currency)), unit(&value.per)),
        ValueKind::Percent if value.form.is_none() => amount()?,
        // "25 basis points", "0.25 percentage points"
        ValueKind::Percent if value.to.is_none() => {
            let basis = value.form == Some(ValueForm::BasisPoints);
            pair(number(value.amount? / if basis { 100.0 } else { 1.0 }), key(b"points"))
        }
        // "2,400 metres", "2.4 kilometres"
        ValueKind::Quantity if value.si.is_some() => {
            let si = value.si.as_ref()?;
            pair(number(si.amount), pair(key(si.unit.as_bytes()), value.to.map_or(1, number)))
        }
        // "a quarter", "one in four", "25 percent"
        ValueKind::Number if matches!(value.form, Some(ValueForm::Fraction | ValueForm::Ratio)) => {
            // "a third", "33 percent"
            let (share, thirds) = (value.amount? * 100.0, value.amount? * 3.0);
            let share = if (thirds - thirds.round()).abs() < 1e-6 { share.round() } else { share };
            return Some(pair(pair(number(share), 1), ValueKind::Percent as u32 + 2));
        }
        ValueKind::Percent | ValueKind::Quantity | ValueKind::Number | ValueKind::Ordinal => return None,
    };
    Some(pair(worth, value.kind as u32 + 2))
}

/// A unit of time as so many seconds or months, and which of the two (days and months have no fixed rate).
fn duration(unit: &str) -> Option<(f64, u32)> {
    Some(match unit {
        "second" => (1.0, 1),
        "minute" => (60.0, 1),
        "hour" => (3600.0, 1),
        "day" => (86_400.0, 1),
        "week" => (604_800.0, 1),
        "fortnight" => (1_209_600.0, 1),
        "month" => (1.0, 2),
        "year" => (12.0, 2),
        "decade" => (120.0, 2),
        "century" => (1200.0, 2),
        _ => return None,
    })
}
