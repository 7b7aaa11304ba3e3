//! What the names of whole sentences must be. The events are made up.

use super::coreference::{Anaphor, Gender, Referents};
use super::{Entity, EntityType, MentionForm, find};
use crate::article::Article;

fn names(text: &str) -> Vec<(String, Entity)> {
    let article = Article::read(text, None);
    find(&article, &[]).into_iter().map(|e| (format!("{} {}", e.kind.name(), e.name), e)).collect()
}

fn of<'e>(found: &'e [(String, Entity)], name: &str) -> &'e Entity {
    &found
        .iter()
        .find(|(_, e)| e.name == name)
        .unwrap_or_else(|| panic!("no {name} in {:?}", found.iter().map(|f| &f.0).collect::<Vec<_>>()))
        .1
}

#[test]
fn types_and_bounds() {
    let table: &[(&str, &[&str])] = &[
        ("Mr. Orlan Tavish met the Norwegian finance minister in Oslo.", &["person Orlan Tavish", "group Norwegian", "place Oslo"]),
        ("The Ministry of Health and Human Services denied it.", &["organization Ministry of Health and Human Services"]),
        ("Officials at the University of Texas at Austin agreed.", &["organization University of Texas at Austin"]),
        ("Shares of Brekkin Foods Inc. rose.", &["organization Brekkin Foods Inc"]),
        ("Finance Minister Hana Wirth resigned.", &["person Hana Wirth"]),
        ("He met Dr Wirth in Oslo.", &["person Wirth", "place Oslo"]),
        ("Cheng Wai-tung spoke in Gaza City’s harbour.", &["person Cheng Wai-tung", "place Gaza City"]),
        ("It costs 40 US dollars.", &[]),
        ("Heavy rain fell. Roads were closed on Monday in March.", &[]),
        ("However, the committee agreed on Thursday.", &[]),
        ("RelatedTRT Global - Storm nears the coast", &["organization TRT Global"]),
        ("The Moscow-based group left.", &["place Moscow"]),
        ("He joined the U.S. Navy and al-Qaida fled.", &["organization U.S. Navy", "organization al-Qaida"]),
    ];
    for (text, expected) in table {
        let got: Vec<String> = names(text).into_iter().map(|n| n.0).collect();
        assert_eq!(&got, expected, "{text}");
    }
}

#[test]
fn one_entity_for_one_thing() {
    let found = names(
        "Erdoğan visits Kiev\nTurkish President Recep Tayyip Erdogan arrived in Kyiv. Erdogan's aides met NATO. The United States and the U.S. agreed; the North Atlantic Treaty Organization did not.",
    );
    let forms: Vec<_> = of(&found, "Recep Tayyip Erdogan").mentions.iter().map(|m| m.form).collect();
    assert_eq!(forms, [MentionForm::Short, MentionForm::Name, MentionForm::Short]);
    assert_eq!(of(&found, "Recep Tayyip Erdogan").descriptions, ["Turkish President"]);
    assert_eq!(of(&found, "Kiev").mentions.len(), 2);
    assert_eq!(of(&found, "United States").mentions.len(), 2);
    assert_eq!(of(&found, "North Atlantic Treaty Organization").mentions.len(), 2);
}

#[test]
fn two_people_of_one_surname_stay_two() {
    let found = names("Orla Denn met Tomas Denn in Rome. Orla Denn laughed.");
    assert_eq!(of(&found, "Orla Denn").mentions.len(), 2);
    assert_eq!(of(&found, "Tomas Denn").mentions.len(), 1);
}

#[test]
fn roles_describe_and_refer() {
    let text = "Tomas Brekkin, the authority's chief engineer, inspected the dam. US Secretary of Energy Hana Wirth watched. The chief engineer said it held. He told the secretary of energy so.";
    let found = names(text);
    let brekkin = of(&found, "Tomas Brekkin");
    assert_eq!(brekkin.descriptions, ["authority's chief engineer"]);
    assert!(brekkin.mentions.iter().any(|m| m.form == MentionForm::Nominal && m.span.of(text) == "chief engineer"));
    let wirth = of(&found, "Hana Wirth");
    assert_eq!(wirth.descriptions, ["US Secretary of Energy"]);
    assert!(wirth.mentions.iter().any(|m| m.form == MentionForm::Nominal && m.span.of(text) == "secretary of energy"));
}

#[test]
fn roles_refer_back_and_gender_is_told() {
    let text = "Deputy mayor Peter Brask met Maria Olden, the mayor, in Oslo. The talks went well. The mayor disagreed.";
    let article = Article::read(text, None);
    let entities = find(&article, &[]);
    let referents = Referents::new(&article, &entities);
    let id = |name: &str| entities.iter().find(|e| e.name == name).map(|e| e.id);
    let at = text.find("The mayor").expect("in the text");
    assert_eq!(referents.refer(&article, &entities, at, Anaphor::Nominal("The mayor"), &[]), id("Maria Olden"));
    assert_eq!(referents.refer(&article, &entities, at, Anaphor::Nominal("The governor"), &[]), None);
    assert_eq!(referents.gender(id("Maria Olden").expect("found")), Gender::Female);
}

#[test]
fn bodies_by_their_first_word_or_by_letters_in_brackets() {
    let found = names(
        "Qarvel Airways said on Monday that fares would rise. Shares in Qarvel fell. The Norsk Harbour Party (HKP) objected, and the HKP's leader spoke.",
    );
    let told: Vec<(&str, usize)> = found.iter().map(|(name, entity)| (name.as_str(), entity.mentions.len())).collect();
    assert_eq!(told, [("organization Qarvel Airways", 2), ("organization Norsk Harbour Party", 3)]);
}

#[test]
fn a_womans_title_before_a_mans_surname_is_somebody_else() {
    let found =
        names("Tom Brask lost the vote. His mother wept. Mrs Brask went home and Mr Brask stayed. Anna Vane spoke, and Mrs Vane left.");
    let told: Vec<(&str, usize)> = found.iter().map(|(name, entity)| (name.as_str(), entity.mentions.len())).collect();
    assert_eq!(told, [("person Tom Brask", 2), ("person Brask", 1), ("person Anna Vane", 2)]);
}

#[test]
fn odd_text_is_marked_sparingly() {
    assert!(names("a text without any capital about oslo and the storm").is_empty());
    assert!(names("Engineers had hours to close the bridge").is_empty(), "what people do is no name for its capital");
    let shouted = names("STORM CLOSES HARBOUR ROAD IN NORWAY AS WAVES RISE");
    assert_eq!(shouted.iter().map(|n| n.0.as_str()).collect::<Vec<_>>(), ["place NORWAY"]);
    let german = names(
        "Der Rat hat am Montag in Berlin die neuen Pläne der Verwaltung vorgestellt und den Bürgern erklärt, dass die Wege zum Hafen im Winter gesperrt bleiben. Die Fraktion kritisierte das Vorhaben scharf.",
    );
    assert!(german.iter().all(|n| n.1.kind == EntityType::Place), "{german:?}");
    for hostile in
        ["Ab ".repeat(20_000), "Al-".repeat(20_000), "Ministry of ".repeat(10_000), "The ".repeat(20_000), "\u{1F600}\"'".repeat(5_000)]
    {
        find(&Article::read(&hostile, None), &[]);
    }
}
