//! Quotations as the reader corrects them: whose words they are, words that are one, and those that are none.

use super::{Correction, RULE, Say, named};
use crate::article::{Article, Span};
use crate::highlight::quotes::Marker;
use crate::highlight::{Entity, MentionForm, Quote, SpeakerKind};
use std::cell::OnceCell;

/// Corrects the quotations: who speaks, what is one, what is none.
pub fn quotes(article: &Article, quotes: &mut Vec<Quote>, entities: &[Entity], corrections: &[Correction]) {
    let marker = OnceCell::new();
    for correction in corrections.iter().filter(|c| matches!(c.say, Say::Speaker | Say::Quote | Say::NotAQuote)) {
        let Some(place) = correction.place(article) else { continue };
        if correction.say == Say::Quote {
            let marked = marker.get_or_init(|| Marker::new(article)).tell(place);
            marked.into_iter().for_each(|(content, form)| {
                let mut quote = Quote { content, form, ..Quote::by_nobody(RULE) };
                spoken(article, &mut quote, entities, correction);
                put(quotes, quote);
            });
            continue;
        }
        let Some(index) = quote_at(quotes, place) else { continue };
        if correction.say == Say::NotAQuote {
            quotes.remove(index);
        } else {
            spoken(article, &mut quotes[index], entities, correction);
        }
    }
}

/// Puts a quotation in its place; what the reader marks takes the place of what lay there.
fn put(quotes: &mut Vec<Quote>, quote: Quote) {
    quotes.retain(|other| !other.content.iter().any(|part| quote.content.iter().any(|new| new.meets(*part))));
    let key = |quote: &Quote| quote.content.first().map_or(0, |span| span.key());
    quotes.insert(quotes.partition_point(|other| key(other) < key(&quote)), quote);
}

/// Whose words they are: an entity of the article, somebody else by the name that the reader gives, or nobody.
fn spoken(article: &Article, quote: &mut Quote, entities: &[Entity], correction: &Correction) {
    let name = correction.other.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let entity = name.and_then(|name| named(article, entities, name)).map(|index| &entities[index]);
    quote.speaker = entity.map(|entity| entity.id);
    quote.speaker_name = name.filter(|_| entity.is_none()).map(String::from);
    quote.speaker_kind = match (name, entity) {
        (None, _) => SpeakerKind::None,
        (_, Some(_)) => SpeakerKind::Named,
        // somebody whom the article does not name
        (Some(_), None) => SpeakerKind::Unnamed,
    };
    // "a senior official" may be anybody; the name of somebody else is not that of the speaker
    let by_name = |mention: &&crate::highlight::Mention| matches!(mention.form, MentionForm::Name | MentionForm::Short);
    let of_other = |source: Span| {
        let others = entities.iter().filter(|entity| Some(entity.id) != quote.speaker);
        others.flat_map(|other| other.mentions.iter().filter(by_name)).any(|mention| mention.span.meets(source))
    };
    quote.source = quote.source.filter(|&source| name.is_some() && !of_other(source));
    quote.rule = RULE;
    quote.confidence = 1.0;
}

/// The quotation that begins at a place, else one that stands there.
fn quote_at(quotes: &[Quote], place: Span) -> Option<usize> {
    let begins = |quote: &Quote| quote.content.first().is_some_and(|part| part.start() == place.start());
    let stands = |quote: &Quote| quote.content.iter().any(|part| part.meets(place));
    quotes.iter().position(begins).or_else(|| quotes.iter().position(stands))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{TEXT, people, say, span};
    use super::*;
    use crate::highlight::QuoteForm;

    fn first() -> Quote {
        let (speaker, speaker_kind) = (Some(1), SpeakerKind::Named);
        Quote { content: vec![span("We wait,")], source: Some(span("Orlund said")), speaker, speaker_kind, ..Quote::by_nobody("test") }
    }

    fn corrected(mut got: Vec<Quote>, corrections: &[Correction]) -> Vec<Quote> {
        quotes(&Article::read(TEXT, None), &mut got, &people(), corrections);
        got
    }

    #[test]
    fn whose_words_a_quotation_is() {
        let got = corrected(vec![first()], &[say(Say::Speaker, "We wait", None, Some("Brekkin"))]);
        assert_eq!((got[0].speaker, got[0].speaker_kind, got[0].rule), (Some(2), SpeakerKind::Named, RULE));
        assert_eq!(got[0].source, None, "the words that name another are no source");
        let got = corrected(got, &[say(Say::Speaker, "We wait", None, Some("  Ada Tveit "))]);
        assert_eq!((got[0].speaker, got[0].speaker_kind, got[0].speaker_name.as_deref()), (None, SpeakerKind::Unnamed, Some("Ada Tveit")));
        let got = corrected(got, &[say(Say::Speaker, "We wait", None, Some(" "))]);
        assert_eq!((got[0].speaker, got[0].speaker_kind, &got[0].speaker_name), (None, SpeakerKind::None, &None));
        let got = corrected(vec![first()], &[say(Say::Speaker, "We wait", None, Some("Orlund"))]);
        assert!(got[0].source.is_some(), "the source is the speaker");
        assert!(corrected(got, &[say(Say::NotAQuote, "We wait", None, None)]).is_empty());
    }

    #[test]
    fn a_source_without_a_name_may_be_anybody() {
        let official = Quote { source: Some(span("the Tide")), ..first() };
        let got = corrected(vec![official], &[say(Say::Speaker, "We wait", None, Some("Ada Tveit"))]);
        assert_eq!((got[0].source, got[0].speaker_name.as_deref()), (Some(span("the Tide")), Some("Ada Tveit")));
    }

    #[test]
    fn words_are_marked_as_a_quotation() {
        let marked = [say(Say::Quote, "paid 40 crowns", None, Some("Orlund")), say(Say::Quote, "“We wait,”", None, Some("Ada Tveit"))];
        let got = corrected(vec![first()], &marked);
        let told: Vec<_> = got.iter().map(|q| (q.content[0].of(TEXT), q.form, q.speaker, q.speaker_name.as_deref())).collect();
        let (direct, indirect) = (QuoteForm::Direct, QuoteForm::Indirect);
        assert_eq!(
            told,
            [("We wait,", direct, None, Some("Ada Tveit")), ("paid 40 crowns", indirect, Some(1), None)],
            "one takes the other's place"
        );
        let got = corrected(got, &[say(Say::NotAQuote, "paid 40 crowns", None, None), say(Say::Quote, "stands nowhere", None, None)]);
        assert_eq!(got.len(), 1);
    }

    #[test]
    fn of_two_the_one_that_begins_there_is_meant() {
        let inner = Quote { content: vec![span("wait")], ..Quote::by_nobody("test") };
        let got = corrected(vec![first(), inner], &[say(Say::NotAQuote, "wait", None, None)]);
        assert_eq!(got[0].content[0].of(TEXT), "We wait,");
    }
}
