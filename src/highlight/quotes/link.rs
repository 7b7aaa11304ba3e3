//! Links: which entity the words of a source mean. Pronouns and roles that speak become mentions of it.

use crate::article::{Article, Span};
use crate::highlight::names::coreference::{Anaphor, Referents};
use crate::highlight::names::{Entity, EntityId, EntityType, Mention, MentionForm};

use super::cues::Class;
use super::phrases::{Kind, Phrases};
use super::{Quote, SpeakerKind, report};

/// What a phrase was found to mean.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    entity: Option<EntityId>,
    kind: SpeakerKind,
}

/// Links the sources of quotes (each with its phrase) to entities; `spoken` are the contents of the marks, in order.
pub(super) fn link(article: &Article, phrases: &Phrases, entities: &mut [Entity], spoken: &[Span], quotes: &mut [(Quote, Option<usize>)]) {
    let mut mentions: Vec<(Span, usize)> =
        entities.iter().enumerate().flat_map(|(i, e)| e.mentions.iter().map(move |m| (m.span, i))).collect();
    mentions.sort_unstable();
    let referents = Referents::new(article, entities);
    let mut known: Vec<Option<Meaning>> = vec![None; phrases.phrases.len()];
    let mut added: Vec<(EntityId, Mention)> = Vec::new();
    // the person who spoke last, for a pronoun that nothing else explains
    let mut last = None;
    for (quote, phrase) in quotes {
        let Some(phrase) = *phrase else {
            if let Some(id) = quote.source.and_then(|s| labelled(article.of(s), entities)) {
                quote.speaker = Some(id);
                quote.speaker_kind = SpeakerKind::Named;
            }
            continue;
        };
        let meaning = *known[phrase].get_or_insert_with(|| {
            let words = &phrases.phrases[phrase];
            if let Some(index) = named(article, phrases, entities, &mentions, phrase) {
                return Meaning { entity: Some(entities[index].id), kind: SpeakerKind::Named };
            }
            let span = article.span(words.from..words.to);
            let (found, form) = match words.kind {
                Kind::Pronoun => {
                    let anaphor = match article.of(span).bytes().next().map(|b| b.to_ascii_lowercase()) {
                        Some(b'h') => Anaphor::He,
                        Some(b's') => Anaphor::She,
                        Some(b't') => Anaphor::They,
                        _ => return Meaning { entity: None, kind: SpeakerKind::Unnamed },
                    };
                    let found = referents.refer(article, entities, span.start(), anaphor, spoken);
                    (found.or_else(|| last.filter(|_| anaphor != Anaphor::They)), MentionForm::Pronoun)
                }
                Kind::Role | Kind::Paper | Kind::Common if definite(article, words.from) => {
                    (referents.refer(article, entities, span.start(), Anaphor::Nominal(article.of(span)), spoken), MentionForm::Nominal)
                }
                _ => (None, MentionForm::Nominal),
            };
            if let Some(id) = found {
                added.push((id, Mention { span, form }));
                return Meaning { entity: Some(id), kind: SpeakerKind::Named };
            }
            Meaning { entity: None, kind: SpeakerKind::Unnamed }
        });
        quote.speaker = meaning.entity;
        quote.speaker_kind = meaning.kind;
        if let Some(id) = meaning.entity {
            let person = entities.iter().any(|e| e.id == id && e.kind == EntityType::Person);
            last = if person { Some(id) } else { last };
        }
    }
    for (id, mention) in added {
        let Some(entity) = entities.iter_mut().find(|e| e.id == id) else { continue };
        if entity.mentions.iter().any(|m| m.span.meets(mention.span)) {
            continue;
        }
        let at = entity.mentions.partition_point(|m| m.span < mention.span);
        entity.mentions.insert(at, mention);
    }
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
