//! Names: people, organisations, places and other named things, each with all its mentions.

mod candidates;
mod context;
pub mod coreference;
mod document;
mod entities;
mod entropy;
pub mod features;
mod few;
mod given;
mod hashes;
mod kin;
pub mod lexicon;
pub mod model;
mod organizations;
mod packed;
mod roles;
pub mod rules;
mod runs;
mod shape;
pub mod sight;
pub mod tagger;
#[cfg(test)]
mod tests;
mod uses;
pub mod words;

use crate::article::{Article, Span};
use crate::highlight::values::Value;

/// Number of an entity in its article, from 1.
pub type EntityId = u32;

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityType {
    /// A human being.
    Person,
    /// A company, ministry, party, team, agency.
    Organization,
    /// A country, city, region, river, building.
    Place,
    /// A nationality, religion or political following: "Ukrainians", "Republican".
    Group,
    /// A named summit, cup, storm or war.
    Event,
    /// A named thing that is made: "Patriot".
    Product,
    /// A book, film, song, paper.
    Work,
    /// A named law or treaty.
    Law,
}

impl EntityType {
    /// All, in the order of API.md.
    pub const ALL: [EntityType; 8] = [
        EntityType::Person,
        EntityType::Organization,
        EntityType::Place,
        EntityType::Group,
        EntityType::Event,
        EntityType::Product,
        EntityType::Work,
        EntityType::Law,
    ];

    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            EntityType::Person => "person",
            EntityType::Organization => "organization",
            EntityType::Place => "place",
            EntityType::Group => "group",
            EntityType::Event => "event",
            EntityType::Product => "product",
            EntityType::Work => "work",
            EntityType::Law => "law",
        }
    }

    /// The type with this name, if there is one.
    pub fn named(name: &str) -> Option<EntityType> {
        EntityType::ALL.into_iter().find(|t| t.name() == name)
    }
}

/// How a mention refers to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionForm {
    /// The full name: "Marco Rubio".
    Name,
    /// A part of the name or an acronym: "Rubio".
    Short,
    /// A title or role: "the secretary of state".
    Nominal,
    /// "he", "she", "they".
    Pronoun,
}

impl MentionForm {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            MentionForm::Name => "name",
            MentionForm::Short => "short",
            MentionForm::Nominal => "nominal",
            MentionForm::Pronoun => "pronoun",
        }
    }
}

/// A place where an entity is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words, without article, title or possessive.
    pub span: Span,
    /// How it refers.
    pub form: MentionForm,
}

/// One real-world thing with all its mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its number in the article, from 1.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityType,
    /// Its fullest name as the article writes it.
    pub name: String,
    /// Where it is mentioned, in order.
    pub mentions: Vec<Mention>,
    /// Titles, roles and appositions: "US Secretary of State".
    pub descriptions: Vec<String>,
    /// Which rule or model decided.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Finds the names of the article and gathers mentions of one thing into one entity, in order of first mention.
#[inline(never)]
pub fn find(article: &Article, values: &[Value]) -> Vec<Entity> {
    let _ = values;
    find_with(article, &model::BUILT_IN)
}

/// [`find`] with a model of one's own.
pub fn find_with(article: &Article, model: &model::Model) -> Vec<Entity> {
    let words = words::Words::of(article);
    let tagged = tagger::tag(&words, model);
    entities::gather(&words, &tagged).into_iter().map(|g| g.entity).collect()
}
