//! Links: which entity the words of a source mean. Pronouns and roles that speak become mentions of it.

use crate::article::{Article, Span};
use crate::highlight::names::coreference::{Anaphor, Gender, Referents};
use crate::highlight::names::{Entity, EntityId, EntityType, Mention, MentionForm};

use super::cues::Class;
use super::phrases::{Kind, Phrases};
use super::{Quote, SpeakerKind, report};

/// How many sentences back the last speaker is still "he": a paragraph of quotation, and one between.
const SPEAKER_BACK: usize = 6;

/// Links the sources of quotes (each with its phrase) to entities; `spoken` are the contents of the marks, in order.
///
/// A pronoun that speaks most often means the person who was the subject of the verb of saying before it; only then whom the coreference stage finds most salient.
pub(super) fn link(
    article: &Article,
    phrases: &Phrases,
    entities: &mut [Entity],
    mentions: &[(Span, usize)],
    spoken: &[Span],
    quotes: &mut [(Quote, Option<usize>)],
) {
    let mut speaks = vec![false; phrases.phrases.len()];
    for (_, phrase) in quotes.iter() {
        if let Some(phrase) = *phrase {
            speaks[phrase] = true;
        }
    }
    let referents = Referents::new(article, entities);
    let known = resolve(article, phrases, entities, &referents, mentions, spoken, &speaks);
    for (quote, phrase) in quotes {
        let found = match *phrase {
            Some(phrase) => known[phrase],
            None => quote.source.and_then(|s| labelled(article.of(s), entities)),
        };
        if let Some(id) = found {
            quote.speaker = Some(id);
            quote.speaker_kind = SpeakerKind::Named;
        }
    }
    for (index, phrase) in phrases.phrases.iter().enumerate().filter(|(i, _)| speaks[*i]) {
        let form = match phrase.kind {
            Kind::Pronoun => MentionForm::Pronoun,
            Kind::Role | Kind::Paper | Kind::Common => MentionForm::Nominal,
            _ => continue,
        };
        let mention = Mention { span: article.span(phrase.from..phrase.to), form };
        let Some(entity) = known[index].and_then(|id| referents.place(id)).map(|i| &mut entities[i]) else { continue };
        let at = entity.mentions.partition_point(|m| m.span.end() <= mention.span.start());
        if entity.mentions.get(at).is_none_or(|m| !m.span.meets(mention.span)) {
            entity.mentions.insert(at, mention);
        }
    }
}

/// The entity that each phrase means which speaks or is the subject of a cue.
fn resolve(
    article: &Article,
    phrases: &Phrases,
    entities: &[Entity],
    referents: &Referents,
    mentions: &[(Span, usize)],
    spoken: &[Span],
    speaks: &[bool],
) -> Vec<Option<EntityId>> {
    let mut known = vec![None; phrases.phrases.len()];
    // the persons who were subjects of cues, the latest last, with their sentence
    let mut speakers: [Option<(EntityId, usize)>; 3] = [None; 3];
    for (index, phrase) in phrases.phrases.iter().enumerate() {
        if phrase.cue.is_none() && !speaks[index] {
            continue;
        }
        let span = article.span(phrase.from..phrase.to);
        let found = match phrase.kind {
            Kind::Pronoun => {
                let (anaphor, other) = match article.of(span).bytes().next().map(|b| b.to_ascii_lowercase()) {
                    Some(b'h') => (Anaphor::He, Gender::Female),
                    Some(b's') => (Anaphor::She, Gender::Male),
                    Some(b't') => (Anaphor::They, Gender::Unknown),
                    _ => continue,
                };
                let fits = |id: EntityId| anaphor != Anaphor::They && referents.gender(id) != other;
                let last = speakers.iter().rev().flatten().find(|(id, sentence)| phrase.sentence <= sentence + SPEAKER_BACK && fits(*id));
                last.map(|l| l.0).or_else(|| referents.refer(article, entities, span.start(), anaphor, spoken))
            }
            Kind::Role | Kind::Paper | Kind::Common if definite(article, phrase.from) => named(article, phrases, entities, mentions, index)
                .map(|i| entities[i].id)
                .or_else(|| referents.refer(article, entities, span.start(), Anaphor::Nominal(article.of(span)), spoken)),
            _ => named(article, phrases, entities, mentions, index).map(|i| entities[i].id),
        };
        known[index] = found;
        if let Some(id) = found {
            let person = referents.place(id).is_some_and(|i| entities[i].kind == EntityType::Person);
            if person && speakers[2].map(|s| s.0) != Some(id) {
                speakers.rotate_left(1);
                speakers[2] = Some((id, phrase.sentence));
            } else if speakers[2].map(|s| s.0) == Some(id) {
                speakers[2] = Some((id, phrase.sentence));
            }
        }
    }
    known
}

/// The entity whose name ends like the name in a transcript: "VANE", "Ana Vane".
fn labelled(label: &str, entities: &[Entity]) -> Option<EntityId> {
    let last = label.rsplit(' ').next()?;
    let fits = |e: &&Entity| e.name.rsplit(' ').next().is_some_and(|w| w.eq_ignore_ascii_case(last));
    entities.iter().filter(|e| e.kind == EntityType::Person).find(fits).or_else(|| entities.iter().find(fits)).map(|e| e.id)
}

/// Whether a phrase points to one known thing.
fn definite(article: &Article, token: usize) -> bool {
    ["the", "this", "that", "his", "her", "its", "their"].iter().any(|w| w.eq_ignore_ascii_case(article.word(token)))
}

/// The entity that the phrase, or an apposition to it, names.
fn named(article: &Article, phrases: &Phrases, entities: &[Entity], mentions: &[(Span, usize)], index: usize) -> Option<usize> {
    let phrase = &phrases.phrases[index];
    if phrase.kind == Kind::Pronoun {
        return None;
    }
    let (from, to) = report::source(article, phrases, index);
    let whole = article.span(from..to.max(from + 1));
    let head = article.tokens[phrase.to - 1].span;
    let first = mentions.partition_point(|m| m.0.end() <= whole.start());
    let inside = || mentions[first..].iter().take_while(|m| m.0.start() < whole.end());
    // the name that ends the phrase: "Kremlin spokesman Oleg Vane"
    let groups = |i: usize| entities[i].kind == EntityType::Group;
    if let Some(&(_, index)) = inside().find(|m| m.0.meets(head)) {
        return (!groups(index) || phrase.to == phrase.from + 1).then_some(index);
    }
    // "the ministry's head, Ana Vane": a person after the phrase, apart by a comma or beside it
    let person = inside().find(|m| {
        let token = article.tokens_in(m.0).start;
        entities[m.1].kind == EntityType::Person
            && m.0.start() >= head.end()
            && (token == phrase.to || matches!(phrases.class(token.checked_sub(1)), Class::Comma | Class::Dash | Class::Role))
    });
    if let Some(&(_, index)) = person {
        return Some(index);
    }
    // "the Foreign Ministry in Oslo" holds its name before the head's last word
    if phrase.kind == Kind::Name
        && !matches!(phrases.class(Some(phrase.to - 1)), Class::Role | Class::Unnamed | Class::Paper | Class::Other)
    {
        let span = article.span(phrase.from..phrase.to);
        return inside().find(|m| m.0.meets(span) && !groups(m.1)).map(|m| m.1);
    }
    None
}
