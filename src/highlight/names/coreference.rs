//! Coreference: whom "they" and "the minister" mean, and what tells whether a person is a man or a woman. ("He" and "she" matter to quotations
//! alone: see their room.)
//!
//! Salience by recency and grammatical role after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), with
//! what news gives cheaply: the subject of a sentence stands before its verb, titles and first names tell the gender.

use super::few::Few;
use super::kin::kin;
use super::{given, lexicon};

use super::{Entity, EntityId, EntityType, MentionForm};
use crate::article::{Article, Span, TokenKind};
use crate::highlight::fold;
use crate::highlight::table::Table;
use crate::order;

/// A word or phrase that refers back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anaphor<'t> {
    /// "they", "them", "their".
    They,
    /// "the secretary of state", "the minister", with or without article.
    Nominal(&'t str),
}

/// What is known of a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Nothing.
    Unknown,
    /// A man.
    Male,
    /// A woman.
    Female,
}

/// A mention that a later word may refer to.
#[derive(Debug, Clone, Copy)]
struct Antecedent {
    span: Span,
    /// Index of the entity.
    entity: usize,
    sentence: usize,
    /// First in its sentence or clause, before a verb.
    subject: bool,
    possessive: bool,
}

/// How many sentences back an antecedent is looked for: two or three paragraphs of news.
const SENTENCES_BACK: usize = 8;

/// How many mentions back, so that a table of names stays linear.
const MENTIONS_BACK: usize = 64;

/// The mentions of an article, ready to be referred to. Built once, asked often.
#[derive(Debug, Clone)]
pub struct Referents {
    antecedents: Vec<Antecedent>,
    genders: Vec<Gender>,
    /// Places of the entities in their list, from 1, by id.
    places: Table,
    /// By the folded hash of a word: the persons that are described with it, in order.
    described: Table,
    persons: Vec<Vec<u32>>,
}

impl Referents {
    /// Gathers the mentions of `entities` that are in the article.
    pub fn new(article: &Article, entities: &[Entity]) -> Referents {
        let mut antecedents = Vec::new();
        let mut genders = Vec::with_capacity(entities.len());
        let (mut places, mut described, mut persons) = (Table::default(), Table::default(), Vec::<Vec<u32>>::new());
        for (index, entity) in entities.iter().enumerate() {
            *places.at(entity.id.into()) = index as u32 + 1;
            for word in entity.descriptions.iter().filter(|_| entity.kind == EntityType::Person).flat_map(|d| words(d)) {
                let persons = described.entry(fold::hash(fold::SEED, word), &mut persons);
                if persons.last() != Some(&(index as u32)) {
                    persons.push(index as u32);
                }
            }
            genders.push(if entity.kind == EntityType::Person { gender(article, entity) } else { Gender::Unknown });
            for mention in &entity.mentions {
                let Some(sentence) = article.sentence_at(mention.span.start()) else { continue };
                let tokens = article.tokens_in(mention.span);
                let next = article.tokens.get(tokens.end).filter(|t| t.span.end() <= article.sentences[sentence].span.end());
                antecedents.push(Antecedent {
                    span: mention.span,
                    entity: index,
                    sentence,
                    subject: is_subject(article, sentence, tokens.start, tokens.end),
                    possessive: next.is_some_and(|t| t.kind == TokenKind::Possessive),
                });
            }
        }
        order::by(&mut antecedents, |a| a.span.key());
        Referents { antecedents, genders, places, described, persons }
    }

    /// The place of the entity with this id in the list.
    pub fn place(&self, id: EntityId) -> Option<usize> {
        (self.places.get(id.into()) as usize).checked_sub(1)
    }

    /// What is known of the gender of the entity with this id.
    pub fn gender(&self, id: EntityId) -> Gender {
        self.place(id).map_or(Gender::Unknown, |place| self.genders[place])
    }

    /// The entity that the anaphor at byte `at` most likely refers to, if it is clear enough. Mentions inside one of the `skip` spans
    /// (in order, none overlapping: the contents of quotations) do not count. `entities` are those of [`Referents::new`].
    pub fn refer(&self, article: &Article, entities: &[Entity], at: usize, anaphor: Anaphor, skip: &[Span]) -> Option<EntityId> {
        let here = article.sentence_at(at)?;
        let before = self.antecedents.partition_point(|a| a.span.end() <= at);
        let window = &self.antecedents[before.saturating_sub(MENTIONS_BACK)..before];
        let head = match anaphor {
            Anaphor::Nominal(words) => Some(head(words)),
            _ => None,
        };
        let mut best: Option<(i32, usize)> = None;
        for (rank, antecedent) in window.iter().rev().enumerate() {
            let back = here.saturating_sub(antecedent.sentence);
            if back > SENTENCES_BACK && head.is_none() {
                break;
            }
            let entity = &entities[antecedent.entity];
            if !fits(entity, anaphor, head) || inside(antecedent.span, skip) {
                continue;
            }
            let mut score = 20 - 3 * back.min(SENTENCES_BACK) as i32 - rank.min(6) as i32;
            if antecedent.subject {
                score += 6;
            }
            if antecedent.possessive {
                score -= 2;
            }
            score += (entity.mentions.len() as i32).min(4);
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, antecedent.entity));
            }
        }
        let fallback = || {
            // a role told once at the beginning: "the minister" at the end
            let head = head?;
            let told = |i: &usize| entities[*i].mentions.first().is_some_and(|m| m.span.end() <= at);
            let described = self.described.find(fold::hash(fold::SEED, head), &self.persons)?;
            let persons = described.iter().take(MENTIONS_BACK).map(|&person| person as usize);
            let mut fitting = persons.filter(told).filter(|&i| fits(&entities[i], anaphor, Some(head)));
            let only = fitting.next()?;
            fitting.next().is_none().then_some(only)
        };
        let index = best.map(|(_, index)| index).or_else(fallback)?;
        Some(entities[index].id)
    }
}

/// Whether an entity can be what the anaphor means.
fn fits(entity: &Entity, anaphor: Anaphor, head: Option<&str>) -> bool {
    let person = entity.kind == EntityType::Person;
    match anaphor {
        Anaphor::They => matches!(entity.kind, EntityType::Organization | EntityType::Group),
        Anaphor::Nominal(words) => {
            let Some(head) = head else { return false };
            person
                && (entity.descriptions.iter().any(|d| has_word(d, head) && is_role_of(d, words))
                    || entity.mentions.iter().any(|m| m.form == MentionForm::Nominal && words.is_empty()))
        }
    }
}

/// The noun a role phrase is about: the last word before "of", "for", "at", "in".
fn head(words: &str) -> &str {
    let mut last = "";
    for word in words.split(' ') {
        if matches!(word, "of" | "for" | "at" | "in" | "to" | "on") {
            break;
        }
        if !word.is_empty() {
            last = word;
        }
    }
    last.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a description can be what the words of a role mean: it has no rank that they lack ("the deputy attorney general" is not "the attorney
/// general"), and they no word before the head that it lacks.
fn is_role_of(description: &str, words: &str) -> bool {
    let ranks = ["deputy", "vice", "former", "assistant", "acting", "associate", "under", "ex", "late"];
    let own = words.split(' ').take_while(|w| !matches!(*w, "of" | "for" | "at" | "in" | "to" | "on")).skip(1);
    ranks.iter().all(|rank| has_word(description, rank) == has_word(words, rank))
        && own.into_iter().all(|w| has_word(description, w) || w.contains(|c: char| !c.is_alphanumeric()))
}

/// The words of a description.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

/// Whether `text` holds `word`, whatever the case.
fn has_word(text: &str, word: &str) -> bool {
    words(text).any(|w| w.eq_ignore_ascii_case(word))
}

/// Whether `span` lies in one of `skip`, which are in order.
fn inside(span: Span, skip: &[Span]) -> bool {
    let after = skip.partition_point(|s| s.start() <= span.start());
    after > 0 && skip[after - 1].holds(span)
}

/// Words that stand between a subject and its verb without ending the search for it.
#[rustfmt::skip]
static AUXILIARY: Few = Few::of(&[
    "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "also", "have", "then",
    "who", "told", "met", "held", "sought", "gave", "took", "made", "went", "came", "saw", "left", "won", "lost", "says", "said",
    "wants", "plans",
]);

/// Whether the mention in these tokens is a subject: the first words of its sentence or clause, or right before a verb.
fn is_subject(article: &Article, sentence: usize, from: usize, to: usize) -> bool {
    let (start, end) = article.sentences[sentence].tokens;
    if to < end {
        let word = article.word(to);
        if AUXILIARY.has(word) || (word.len() > 4 && word.ends_with("ed") && article.tokens[to].kind == TokenKind::Word) {
            return true;
        }
    }
    // "Orlund Minister of Trade Ada Tveit on Monday demanded": near the front with nothing but capitals and "of" before it
    from - start <= 8
        && (start..from).all(|t| article.tokens[t].capital() || matches!(article.word(t), "of" | "the" | "and" | "for"))
        && !(to < end && article.tokens[to].kind == TokenKind::Possessive)
}

/// The gender that the title right before a name tells, where one stands there: "Mr Orlan", "Mr. Orlan". `name` is the name's first token.
pub fn title_before(article: &Article, name: usize) -> Gender {
    let word = |back: usize| name.checked_sub(back).map_or("", |token| article.word(token));
    lexicon::gender_of_title(if word(1) == "." { word(2) } else { word(1) })
}

/// How likely a person is a man or a woman, as `gender` asks, in hundredths, by the sound of the first name, if one is known.
pub fn likely(person: &Entity, gender: Gender) -> u8 {
    let womanly = given::womanly(person.name.split_once(' ').map_or("", |(first, _)| first));
    if gender == Gender::Male { 100 - womanly } else { womanly }
}

/// The gender that a person's titles and first names tell; the first to tell decides, titles before names.
fn gender(article: &Article, entity: &Entity) -> Gender {
    for description in &entity.descriptions {
        // many a woman is a chairman
        for word in description.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.eq_ignore_ascii_case("chairman")) {
            match lexicon::gender_of_title(word) {
                Gender::Unknown => {}
                known => return known,
            }
        }
    }
    for mention in entity.mentions.iter().filter(|m| m.form != MentionForm::Pronoun) {
        match title_before(article, article.tokens_in(mention.span).start) {
            Gender::Unknown => {}
            known => return known,
        }
    }
    for mention in &entity.mentions {
        match mention.form {
            MentionForm::Name => match given::gender(article.word(article.tokens_in(mention.span).start)) {
                Gender::Unknown => {}
                known => return known,
            },
            MentionForm::Pronoun => match article.of(mention.span).as_bytes() {
                [b'h' | b'H', ..] if !article.of(mention.span).eq_ignore_ascii_case("her") => return Gender::Male,
                [b's' | b'S' | b'h' | b'H', ..] => return Gender::Female,
                _ => {}
            },
            _ => {}
        }
    }
    let first = entity.mentions.iter().find(|m| m.form == MentionForm::Name).map(|m| article.tokens_in(m.span));
    first.and_then(|name| kin(article, (name.start, name.end))).unwrap_or(Gender::Unknown)
}
