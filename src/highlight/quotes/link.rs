//! Links: which entity the words of a source mean. Pronouns and roles that speak become mentions of it.

use crate::article::{Article, Case, Span};
use crate::highlight::names::coreference::{Anaphor, Gender, Referents};
use crate::highlight::names::{Entity, EntityId, EntityType, Mention, MentionForm};
use crate::order;

use super::cues::Class;
use super::phrases::{Kind, Phrases};
use super::salience::Salience;
use super::{Quote, SpeakerKind, report};

/// Links the sources of quotes (each with its phrase) to entities; `spoken` are the contents of the marks, in order.
///
pub(super) fn link(
    article: &Article,
    phrases: &Phrases,
    entities: &mut [Entity],
    mentions: &[(Span, usize)],
    spoken: &[Span],
    quotes: &mut [(Quote, Option<usize>)],
) {
    // what each phrase says
    let mut said: Vec<(usize, Span)> = Vec::new();
    for (quote, phrase) in quotes.iter() {
        said.extend(phrase.iter().flat_map(|&phrase| quote.content.iter().map(move |span| (phrase, *span))));
    }
    order::by(&mut said, |(phrase, _)| *phrase as u64);
    let referents = Referents::new(article, entities);
    let known = resolve(article, phrases, entities, &referents, mentions, spoken, &said);
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
    for (index, phrase) in phrases.phrases.iter().enumerate() {
        if said.binary_search_by_key(&index, |s| s.0).is_err() {
            continue;
        }
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

/// The entity that each phrase means which speaks, is the subject of a cue, or is "he" or "she".
fn resolve(
    article: &Article,
    phrases: &Phrases,
    entities: &[Entity],
    referents: &Referents,
    mentions: &[(Span, usize)],
    spoken: &[Span],
    said: &[(usize, Span)],
) -> Vec<Option<EntityId>> {
    let mut known = vec![None; phrases.phrases.len()];
    let mut salience = Salience::new(article, phrases, entities, referents, mentions, spoken);
    let (mut left, mut words) = (said, Vec::<Span>::new());
    // the phrase that opens the last sentence, or that its "it" goes back to, and which sentence that is; and that of the sentence before
    let (mut opener, mut before): (Option<(usize, usize)>, Option<usize>) = (None, None);
    for (index, phrase) in phrases.phrases.iter().enumerate() {
        let first = index == 0 || phrases.phrases[index - 1].sentence != phrase.sentence;
        let it = phrase.kind == Kind::Pronoun && article.word(phrase.from).eq_ignore_ascii_case("it");
        // "In a statement, it said"
        let start = article.sentences[phrase.sentence].tokens.0;
        let fronted = it && phrases.class(Some(start)) == Class::Prep && phrases.class(Some(phrase.from - 1)) == Class::Comma;
        let opens = first || fronted;
        if first {
            before = opener.filter(|(_, sentence)| sentence + 1 == phrase.sentence).map(|(before, _)| before);
        }
        if opens {
            opener = if it { before } else { Some(index) }.map(|opener| (opener, phrase.sentence));
        }
        words.clear();
        while let Some(((_, span), rest)) = left.split_first().filter(|((speaker, _), _)| *speaker == index) {
            words.push(*span);
            left = rest;
        }
        let speaks = phrase.cue.is_some_and(|(c, _)| phrases.words[phrases.cues[c].token].cue <= 2) || !words.is_empty();
        let span = article.span(phrase.from..phrase.to);
        let found = match phrase.kind {
            // "Ana Vane, who said": whom the phrase before it names
            Kind::Pronoun if phrases.words[phrase.from].relative => report::antecedent(article, phrases, index)
                .and_then(|i| known[i].and_then(|id| referents.place(id)).or_else(|| named(article, phrases, entities, mentions, i)))
                .map(Some),
            Kind::Pronoun => match article.of(span).as_bytes()[0].to_ascii_lowercase() {
                b'h' => salience.whom(phrase, Gender::Male, &words),
                b's' => salience.whom(phrase, Gender::Female, &words),
                b't' if phrase.cue.is_some() || speaks => {
                    referents.refer(article, entities, span.start(), Anaphor::They, spoken).and_then(|id| referents.place(id)).map(Some)
                }
                // the body that the sentence before is about
                _ if it && opens && speaks => opener
                    .and_then(|(opener, _)| named(article, phrases, entities, mentions, opener))
                    .filter(|&place| matches!(entities[place].kind, EntityType::Organization | EntityType::Place))
                    .map(Some),
                _ => continue,
            },
            _ if phrase.cue.is_none() && !speaks => {
                if salience.nameless(phrase, false)
                    && !mentions[mentions.partition_point(|m| m.0.end() <= span.start())..].first().is_some_and(|m| m.0.meets(span))
                {
                    salience.hear(span.start());
                    salience.hear_phrase(phrase, None, false);
                }
                continue;
            }
            Kind::Role | Kind::Paper | Kind::Common if definite(article, phrase.from) => named(article, phrases, entities, mentions, index)
                .or_else(|| {
                    referents
                        .refer(article, entities, span.start(), Anaphor::Nominal(article.of(span)), spoken)
                        .and_then(|id| referents.place(id))
                })
                .map(Some),
            _ => named(article, phrases, entities, mentions, index).map(Some),
        };
        let entity = found.flatten();
        known[index] = entity.map(|place| entities[place].id);
        let person = entity.is_some_and(|place| entities[place].kind == EntityType::Person);
        if person || phrase.kind == Kind::Pronoun && found == Some(None) || entity.is_none() && salience.nameless(phrase, speaks) {
            salience.hear(span.start());
            salience.hear_phrase(phrase, entity, speaks);
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

/// Whether a token may be a rank before a name: "SP", "DCI".
fn titled(article: &Article, token: usize) -> bool {
    article.tokens[token].case == Case::Upper
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
    let last = article.tokens[phrase.to - 1].span;
    // the noun that the phrase is about: "head" of "the head of the ministry", unless a name follows: "Secretary of State Ana Vane"
    let of = (phrase.from + 1..phrase.to).find(|&t| phrases.class(Some(t)) == Class::Prep);
    let core = of.map_or(last, |t| article.tokens[t - 1].span);
    let role = |span: Span| matches!(phrases.class(Some(article.tokens_in(span).start)), Class::Role | Class::Unnamed);
    let first = mentions.partition_point(|m| m.0.end() <= whole.start());
    let inside = || mentions[first..].iter().take_while(|m| m.0.start() < whole.end());
    // the name that ends the phrase: "Kremlin spokesman Oleg Vane"
    let groups = |i: usize| entities[i].kind == EntityType::Group;
    let person = |m: &&(Span, usize)| entities[m.1].kind == EntityType::Person;
    if let Some(&(_, index)) = inside().find(|m| m.0.meets(core) && person(m)).or_else(|| inside().find(|m| m.0.meets(last) && person(m))) {
        return Some(index);
    }
    // "the police press officer" is no organisation, and "the head of state" no place
    if !role(core) {
        if let Some(&(_, index)) = inside().find(|m| m.0.meets(last)) {
            return (!groups(index) || phrase.to == phrase.from + 1).then_some(index);
        }
    }
    // "the ministry's head, Ana Vane": a person after the phrase, apart by a comma or beside it
    let person = inside().find(|m| {
        let mut token = article.tokens_in(m.0).start;
        let touches = token == phrase.to;
        // past a title: "the minister, Mr. Vane", "the officer, SP Ana Vane", "her daughter, the theatre director Ana Vane"
        let plain = |t: usize| phrases.class(Some(t)) == Class::Other && phrases.words[t].cue == 0 && !phrases.words[t].bends;
        while token > phrase.to
            && (matches!(phrases.class(Some(token - 1)), Class::Role | Class::Det)
                || plain(token - 1)
                || article.word(token - 1) == "."
                || titled(article, token - 1))
        {
            token -= 1;
        }
        person(m) && m.0.start() >= last.end() && (touches || matches!(phrases.class(token.checked_sub(1)), Class::Comma | Class::Dash))
    });
    if let Some(&(_, index)) = person {
        return Some(index);
    }
    // "the Foreign Ministry in Oslo" holds its name before the head's last word
    if phrase.kind == Kind::Name
        && !matches!(phrases.class(Some(phrase.to - 1)), Class::Role | Class::Unnamed | Class::Paper | Class::Other)
        && !role(core)
    {
        let span = article.span(phrase.from..phrase.to);
        return inside().find(|m| m.0.meets(span) && !groups(m.1)).map(|m| m.1);
    }
    None
}
