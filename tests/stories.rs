//! Golden stories: two reports of one made-up event, written for this project, with what a reader must see in them. The first is an agency's plain text, the
//! second a whole page as it is pasted, furniture included.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{check, check_comparison};
use glosswire::dedup::Status;
use glosswire::highlight::{Bound, Entity, EntityType, MentionForm, Quote, QuoteForm, SpeakerKind, Value, ValueKind};
use glosswire::{Annotated, Options, Role, annotate, compare, read};

const TALKS: &str = include_str!("stories/talks.txt");
const PAGE: &str = include_str!("stories/page.txt");

fn annotated(text: &str) -> Annotated {
    let annotated = annotate(text, &Options::default()).expect("no text is an error");
    check(text, &annotated);
    annotated
}

/// The one person whose name holds this word.
fn person<'a>(annotated: &'a Annotated, name: &str) -> &'a Entity {
    let found: Vec<&Entity> = annotated.entities.iter().filter(|e| e.kind == EntityType::Person && e.name.contains(name)).collect();
    assert_eq!(found.len(), 1, "one person called {name}: {found:?}");
    found[0]
}

fn mentions<'t>(text: &'t str, entity: &Entity, form: MentionForm) -> Vec<&'t str> {
    entity.mentions.iter().filter(|m| m.form == form).map(|m| m.span.of(text)).collect()
}

fn quote<'a>(text: &str, annotated: &'a Annotated, words: &str) -> &'a Quote {
    let holds = |quote: &&Quote| quote.content.iter().any(|part| part.of(text).contains(words));
    annotated.quotes.iter().find(holds).unwrap_or_else(|| panic!("no quotation holds {words:?}"))
}

fn value<'a>(text: &str, annotated: &'a Annotated, words: &str) -> &'a Value {
    annotated.values.iter().find(|v| v.span.of(text).contains(words)).unwrap_or_else(|| panic!("no value holds {words:?}"))
}

fn role(text: &str, annotated: &Annotated, line: &str, copy: usize) -> Role {
    let at = text.match_indices(line).nth(copy).unwrap_or_else(|| panic!("{line:?} is not in the text")).0;
    annotated.blocks.iter().find(|b| b.span.start() <= at && at < b.span.end()).expect("every line has a block").role
}

#[test]
fn people_are_one_however_written() {
    let found = annotated(TALKS);
    let minister = person(&found, "Lindqvist");
    assert_eq!(minister.name, "Karin Lindqvist");
    assert!(minister.descriptions.iter().any(|d| d.contains("Foreign Minister")), "{:?}", minister.descriptions);
    assert!(mentions(TALKS, minister, MentionForm::Short).len() >= 4);
    assert!(mentions(TALKS, minister, MentionForm::Nominal).iter().any(|words| words.ends_with("foreign minister")), "{minister:?}");
    assert!(mentions(TALKS, minister, MentionForm::Pronoun).iter().any(|words| words.eq_ignore_ascii_case("she")));
    assert_eq!(person(&found, "Quiroga").name, "Andrés Quiroga");
    let places = |name: &str| found.entities.iter().any(|e| e.kind == EntityType::Place && e.name == name);
    assert!(places("Chile") && places("Peru") && places("Lisbon") && places("Sweden"));
    assert!(found.entities.iter().any(|e| e.kind == EntityType::Organization && e.name == "OECD"));
}

#[test]
fn who_said_what() {
    let found = annotated(TALKS);
    let (minister, colleague) = (person(&found, "Lindqvist").id, person(&found, "Quiroga").id);
    let by = |words: &str| quote(TALKS, &found, words);
    for words in ["We have put many weeks", "see a calendar with dates", "It is an offer nobody", "all options are open"] {
        assert_eq!(by(words).speaker, Some(minister), "{words}: {:?}", by(words));
    }
    let answer = by("It is an offer nobody");
    assert_eq!(
        (answer.form, answer.source.map(|s| s.of(TALKS)), answer.cue.map(|s| s.of(TALKS))),
        (QuoteForm::Direct, Some("she"), Some("said"))
    );
    assert!(answer.content.iter().any(|part| part.of(TALKS).contains("breakthrough")) || by("breakthrough").speaker == Some(minister));
    assert_eq!((by("ready to sign").speaker, by("ready to sign").speaker_kind), (Some(colleague), SpeakerKind::Named));
    let in_headline = |q: &&Quote| q.form == QuoteForm::Headline && q.content[0].of(TALKS) == "disappointed";
    assert_eq!(found.quotes.iter().find(in_headline).map(|q| q.speaker), Some(Some(minister)));
    assert!(found.quotes.iter().any(|q| q.form == QuoteForm::Indirect && q.content[0].of(TALKS).contains("had brought a new proposal")));
}

#[test]
fn figures_have_their_value() {
    let options = Options { published: Some("2024-05-14".into()), ..Options::default() };
    let found = annotate(TALKS, &options).expect("no text is an error");
    check(TALKS, &found);
    let of = |words: &str| value(TALKS, &found, words);
    assert_eq!(of("Tuesday").iso.as_deref(), Some("2024-05-14"));
    assert_eq!(of("Monday").iso.as_deref(), Some("2024-05-13"));
    assert_eq!(of("March 2021").iso.as_deref(), Some("2021-03"));
    assert_eq!(
        (of("$4.5 million").kind, of("$4.5 million").amount, of("$4.5 million").currency.as_deref()),
        (ValueKind::Money, Some(4.5e6), Some("USD"))
    );
    assert_eq!((of("12 percent").kind, of("12 percent").amount, of("12 percent").bound), (ValueKind::Percent, Some(12.0), Bound::About));
    assert_eq!((of("30").amount, of("30").counts.as_deref(), of("30").bound), (Some(30.0), Some("ship"), Bound::AtLeast));
    assert_eq!((of("200").amount, of("200").counts.as_deref(), of("200").bound), (Some(200.0), Some("diver"), Bound::About));
    assert_eq!((of("12th").kind, of("12th").amount), (ValueKind::Ordinal, Some(12.0)));
}

#[test]
fn subheadings_of_an_agency() {
    let found = annotated(TALKS);
    assert_eq!(role(TALKS, &found, "Lindqvist: Sweden", 0), Role::Headline);
    assert_eq!(role(TALKS, &found, "- A price on delay", 0), Role::Subheading);
    assert_eq!(role(TALKS, &found, "- Money for the survey", 0), Role::Subheading);
    assert!(found.blocks.iter().all(|block| !block.role.set_aside()), "a clean paste stays whole");
}

#[test]
fn a_pasted_page_keeps_the_article_and_folds_the_rest() {
    let found = annotated(PAGE);
    let headline = "Lindqvist meets Quiroga: Sweden loses patience over sea border";
    let expected = [
        ("date 2024-05-16", Role::Dateline),
        ("3 min read", Role::Furniture),
        (headline, Role::Headline),
        ("Lima plays down", Role::Standfirst),
        ("Karin Lindqvist at the OECD", Role::Caption),
        ("May 16, 2024", Role::Dateline),
        ("Swedish Foreign Minister", Role::Body),
        ("Related - Fishing crews", Role::Related),
        ("Empty nets", Role::Subheading),
        ("Recommended", Role::Furniture),
        ("The OECD said on Wednesday", Role::Body),
        ("Explore", Role::Furniture),
    ];
    for (line, wanted) in expected {
        assert_eq!(role(PAGE, &found, line, 0), wanted, "{line}");
    }
    for line in ["Chile opens largest", "Storm shuts port", "Peru's central bank", "Lisbon trams", "Brazil and Bolivia", "Volcano near"] {
        assert!(role(PAGE, &found, line, 0).set_aside(), "{line}");
    }
    assert_eq!(role(PAGE, &found, headline, 1), Role::Furniture);
    let (first, second) = (PAGE.find(headline).expect("there"), PAGE.rfind(headline).expect("there"));
    assert!(found.repeats.iter().any(|r| r.span.start() == second && r.of.start() == first), "{:?}", found.repeats);
    assert_eq!(found.published.as_ref().map(|p| p.iso.as_str()), Some("2024-05-16"));
}

#[test]
fn a_sentence_with_a_date_is_no_date_line() {
    let text = "Pier reopens in Tarn\n\nThe old pier was repaired after the storm of last winter, the council said.\n\nThe trial starts on Monday, March 3.\n\n\
                It cost 4 million euros to repair the pier, and the council paid half of it, the mayor said in the evening.\n";
    assert_eq!(role(text, &annotated(text), "The trial starts", 0), Role::Body);
    assert_eq!(role("She arrived on 4 May.", &annotated("She arrived on 4 May."), "She", 0), Role::Body);
}

#[test]
fn the_page_resolves_days_by_its_own_date() {
    let found = annotated(PAGE);
    let of = |words: &str| value(PAGE, &found, words);
    assert_eq!(of("Thursday").iso.as_deref(), Some("2024-05-16"));
    assert_eq!(of("Monday").iso.as_deref(), Some("2024-05-13"));
    assert_eq!((of("318").kind, of("318").amount, of("318").counts.as_deref()), (ValueKind::Quantity, Some(318.0), Some("trawler")));
    let minister = person(&found, "Lindqvist").id;
    assert_eq!(quote(PAGE, &found, "tired and disappointed").speaker, Some(minister));
    assert_eq!(quote(PAGE, &found, "a line drawn in the dark").speaker, Some(person(&found, "Quiroga").id));
    assert!(!found.key_sentences.is_empty() && found.key_sentences.len() <= 5);
}

#[test]
fn the_second_report_against_the_first() {
    let readings: Vec<_> = [TALKS, PAGE].iter().map(|text| read(text, &Options::default()).expect("no text is an error")).collect();
    let comparison = compare(&readings, &mut |_, _| true).expect("nobody stopped it");
    check_comparison(&readings, &comparison);
    let status = |words: &str| {
        let sentence =
            comparison.articles[1].sentences.iter().find(|s| s.span.of(PAGE).contains(words)).expect("a sentence with these words");
        sentence.status
    };
    assert_ne!(status("We have put many weeks into this"), Status::New, "the quotation was read before");
    assert_eq!(status("318 trawlers"), Status::New);
    assert_eq!(comparison.people.iter().filter(|p| p.name.contains("Lindqvist")).count(), 1);
    let said = comparison.quote_ledger.iter().find(|row| row.occurrences.len() == 2).expect("one quotation stands in both");
    assert!(said.speaker.as_deref().is_some_and(|name| name.contains("Lindqvist")));
    assert!(comparison.timeline.iter().any(|entry| entry.iso == "2024-05-13"));
}
