//! Corrections: what the reader knows better, kept as words with their context, so that they hold in an edited text too.
//!
//! Each stage is corrected where it ends, so that the next one builds on what the reader said: roles, then values, names, quotes.

mod anchor;
mod quotes;

pub use quotes::quotes;

use crate::article::{Article, Role, Span};
use crate::decimal;
use crate::error::Error;
use crate::highlight::{Entity, EntityType, Mention, MentionForm, Value, ValueKind};
use crate::order;

/// What a correction says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// The words are no name, nowhere.
    NotAName,
    /// The thing with this name is of another type (`kind`).
    Is,
    /// The name names the same thing as another (`other`).
    SameAs,
    /// The words are a name (`kind`) that was missed, everywhere.
    Add,
    /// The quotation is by somebody else (`other`: a name of the article, or one that it lacks), or by nobody told.
    Speaker,
    /// The words are a quotation that was missed, by somebody (`other`, as above) or by nobody told.
    Quote,
    /// The words are no quotation.
    NotAQuote,
    /// The words are a value of this `kind`, worth `other` (an ISO date or a number) if that is given; none if `kind` is not given.
    Value,
    /// The line has another role (`kind`).
    Role,
}

impl Say {
    /// What a correction of this name says, if there is one.
    pub fn named(name: &str) -> Option<Say> {
        Some(match name {
            "notAName" => Say::NotAName,
            "is" => Say::Is,
            "sameAs" => Say::SameAs,
            "add" => Say::Add,
            "speaker" => Say::Speaker,
            "quote" => Say::Quote,
            "notAQuote" => Say::NotAQuote,
            "value" => Say::Value,
            "role" => Say::Role,
            _ => return None,
        })
    }
}

/// A correction by the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What it says.
    pub say: Say,
    /// The words it is about.
    pub text: String,
    /// Some words before them; empty when any place will do.
    pub before: String,
    /// Some words after them.
    pub after: String,
    /// A type, kind or role by its name in API.md (`type` in JavaScript).
    pub kind: Option<String>,
    /// Another name, or a value (`as` in JavaScript).
    pub other: Option<String>,
}

/// What a corrected finding says as its rule.
const RULE: &str = "corrected by the reader";

impl Correction {
    /// Whether it can be carried out at all.
    ///
    /// # Errors
    /// [`Error::BadOption`] for an unknown type, kind or role, or one that is missing.
    pub fn check(&self) -> Result<(), Error> {
        let kind = self.kind.as_deref();
        let good = match self.say {
            Say::Is | Say::Add => kind.and_then(EntityType::named).is_some(),
            Say::Role => kind.and_then(Role::named).is_some(),
            Say::Value => kind.is_none_or(|kind| ValueKind::named(kind).is_some()),
            Say::SameAs => self.other.as_deref().is_some_and(|other| !other.is_empty()),
            Say::NotAName | Say::Speaker | Say::Quote | Say::NotAQuote => true,
        };
        let reason = || match self.say {
            Say::SameAs => format!("the correction of \u{201c}{}\u{201d} does not say what it is the same as", self.text),
            _ => format!("the correction of \u{201c}{}\u{201d} has a type that does not exist: {}", self.text, kind.unwrap_or("none")),
        };
        if good { Ok(()) } else { Err(Error::BadOption { option: "corrections", reason: reason() }) }
    }

    fn place(&self, article: &Article) -> Option<Span> {
        anchor::best(article, &self.text, &self.before, &self.after)
    }

    /// The places it is about: the best one if it has context, else all.
    fn places(&self, article: &Article) -> Vec<Span> {
        if self.before.is_empty() && self.after.is_empty() {
            anchor::places(article, &self.text)
        } else {
            self.place(article).into_iter().collect()
        }
    }

    fn entity_type(&self) -> Option<EntityType> {
        self.kind.as_deref().and_then(EntityType::named)
    }
}

/// Sets the roles that were corrected. There stays at most one headline.
pub fn roles(article: &mut Article, corrections: &[Correction]) {
    for correction in corrections.iter().filter(|c| c.say == Say::Role) {
        let Some(role) = correction.kind.as_deref().and_then(Role::named) else { continue };
        let Some(place) = correction.place(article) else { continue };
        let Some(index) = article.blocks.iter().position(|block| block.span.meets(place)) else { continue };
        if role == Role::Headline {
            article.blocks.iter_mut().filter(|block| block.role == Role::Headline).for_each(|block| block.role = Role::Body);
        }
        article.blocks[index].role = role;
    }
}

/// Corrects the values: their kind, what they are worth, or that they are none.
pub fn values(article: &Article, values: &mut Vec<Value>, corrections: &[Correction]) {
    for correction in corrections.iter().filter(|c| c.say == Say::Value) {
        for place in correction.places(article) {
            let known = values.iter().find(|value| value.span == place).cloned();
            values.retain(|value| !value.span.meets(place));
            let Some(kind) = correction.kind.as_deref().and_then(ValueKind::named) else { continue };
            let mut value = Value::new(place, kind, RULE);
            value.confidence = 1.0;
            // of the same kind: what is counted, its unit or its currency stays
            if let Some(known) = known.filter(|known| known.kind == kind) {
                (value.unit, value.counts, value.currency, value.per) = (known.unit, known.counts, known.currency, known.per);
                (value.zone, value.form) = (known.zone, known.form);
            }
            match kind {
                ValueKind::Date | ValueKind::Time => value.iso = correction.other.clone(),
                _ => value.amount = correction.other.as_deref().and_then(|amount| decimal::read(amount.trim())),
            }
            let at = values.partition_point(|other| other.span.start() < place.start());
            values.insert(at, value);
        }
    }
}

/// Corrects the names, each with all its mentions.
pub fn names(article: &Article, entities: &mut Vec<Entity>, corrections: &[Correction]) {
    for correction in corrections {
        match correction.say {
            Say::NotAName => {
                if let Some(index) = entity_of(article, entities, correction) {
                    entities.remove(index);
                }
            }
            Say::Is => {
                if let (Some(index), Some(kind)) = (entity_of(article, entities, correction), correction.entity_type()) {
                    entities[index].kind = kind;
                    decided(&mut entities[index]);
                }
            }
            Say::SameAs => same_as(article, entities, correction),
            Say::Add => add(article, entities, correction),
            Say::Speaker | Say::Quote | Say::NotAQuote | Say::Value | Say::Role => {}
        }
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    order::by(entities, |entity| entity.mentions.first().map_or(0, |mention| mention.span.key()));
    for (id, entity) in (1..).zip(entities) {
        entity.id = id;
    }
}

fn decided(entity: &mut Entity) {
    entity.rule = RULE;
    entity.confidence = 1.0;
}

/// The entity with a mention at the place the correction is about, else one that is called so.
fn entity_of(article: &Article, entities: &[Entity], correction: &Correction) -> Option<usize> {
    let at_place = correction
        .place(article)
        .and_then(|place| entities.iter().position(|entity| entity.mentions.iter().any(|mention| mention.span == place)));
    at_place.or_else(|| named(article, entities, &correction.text))
}

/// The entity with this name, or with a mention by name that is written so.
fn named(article: &Article, entities: &[Entity], name: &str) -> Option<usize> {
    let by_mention = |entity: &Entity| {
        let written =
            |mention: &Mention| matches!(mention.form, MentionForm::Name | MentionForm::Short) && article.of(mention.span) == name;
        entity.mentions.iter().any(written)
    };
    entities.iter().position(|entity| entity.name == name).or_else(|| entities.iter().position(by_mention))
}

fn same_as(article: &Article, entities: &mut Vec<Entity>, correction: &Correction) {
    let Some(other) = correction.other.as_deref() else { return };
    let (Some(from), Some(into)) = (entity_of(article, entities, correction), named(article, entities, other)) else { return };
    if from == into {
        return;
    }
    let moved = entities[from].clone();
    let kept = &mut entities[into];
    kept.mentions.extend(moved.mentions);
    order::by(&mut kept.mentions, |mention| mention.span.key());
    kept.mentions.dedup_by_key(|mention| mention.span);
    for description in moved.descriptions {
        if !kept.descriptions.contains(&description) {
            kept.descriptions.push(description);
        }
    }
    decided(kept);
    entities.remove(from);
}

fn add(article: &Article, entities: &mut Vec<Entity>, correction: &Correction) {
    let Some(kind) = correction.entity_type() else { return };
    let places = anchor::places(article, &correction.text);
    if places.is_empty() {
        return;
    }
    // what the reader marks takes the place of what lay there
    for entity in entities.iter_mut() {
        entity.mentions.retain(|mention| {
            let next = places.partition_point(|place| place.end() <= mention.span.start());
            !places.get(next).is_some_and(|place| place.meets(mention.span))
        });
    }
    let mentions: Vec<Mention> = places.into_iter().map(|span| Mention { span, form: MentionForm::Name }).collect();
    let known = correction.other.as_deref().and_then(|other| named(article, entities, other));
    if let Some(entity) = known.map(|index| &mut entities[index]) {
        entity.mentions.extend(mentions);
        order::by(&mut entity.mentions, |mention| mention.span.key());
        decided(entity);
    } else {
        let name = correction.text.clone();
        entities.push(Entity { id: 0, kind, name, mentions, descriptions: Vec::new(), rule: RULE, confidence: 1.0 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const TEXT: &str = "Orlund met Brekkin. “We wait,” Orlund said.\nMenu Home\nMs. Brekkin paid 40 crowns; the Tide won.";

    pub(super) fn span(words: &str) -> Span {
        let at = TEXT.find(words).expect("words of the text");
        Span::new(TEXT, at, at + words.len()).expect("on boundaries")
    }

    fn entity(id: u32, kind: EntityType, name: &str) -> Entity {
        let places = TEXT.match_indices(name).map(|(at, _)| Span::new(TEXT, at, at + name.len()).expect("on boundaries"));
        let mentions = places.map(|span| Mention { span, form: MentionForm::Name }).collect();
        Entity { id, kind, name: name.into(), mentions, descriptions: vec![name.to_lowercase()], rule: "test", confidence: 0.5 }
    }

    pub(super) fn people() -> Vec<Entity> {
        vec![entity(1, EntityType::Person, "Orlund"), entity(2, EntityType::Place, "Brekkin"), entity(3, EntityType::Organization, "Menu")]
    }

    pub(super) fn say(say: Say, text: &str, kind: Option<&str>, other: Option<&str>) -> Correction {
        let (kind, other) = (kind.map(String::from), other.map(String::from));
        Correction { say, text: text.into(), before: String::new(), after: String::new(), kind, other }
    }

    #[test]
    fn names_are_corrected_everywhere() {
        let article = Article::read(TEXT, None);
        let mut got = people();
        let corrections = [
            say(Say::NotAName, "Menu", None, None),
            say(Say::Is, "Brekkin", Some("person"), None),
            say(Say::Add, "Tide", Some("organization"), None),
            say(Say::Add, "Nobody", Some("person"), None),
        ];
        names(&article, &mut got, &corrections);
        let told: Vec<(u32, EntityType, &str, usize)> = got.iter().map(|e| (e.id, e.kind, e.name.as_str(), e.mentions.len())).collect();
        assert_eq!(
            told,
            [(1, EntityType::Person, "Orlund", 2), (2, EntityType::Person, "Brekkin", 2), (3, EntityType::Organization, "Tide", 1)]
        );
        assert_eq!((got[1].rule, got[1].confidence, got[0].rule), (RULE, 1.0, "test"));
    }

    #[test]
    fn two_names_become_one_and_an_added_name_replaces() {
        let article = Article::read(TEXT, None);
        let mut got = people();
        names(&article, &mut got, &[say(Say::SameAs, "Orlund", None, Some("Brekkin")), say(Say::Add, "Menu Home", Some("work"), None)]);
        assert_eq!(got.len(), 2);
        assert_eq!((got[0].name.as_str(), got[0].mentions.len(), got[0].descriptions.len()), ("Brekkin", 4, 2));
        assert_eq!((got[1].name.as_str(), got[1].kind), ("Menu Home", EntityType::Work));
    }

    #[test]
    fn values_and_roles() {
        let mut article = Article::read(TEXT, None);
        let mut figures = vec![Value::new(span("40 crowns"), ValueKind::Quantity, "test")];
        values(&article, &mut figures, &[say(Say::Value, "40 crowns", Some("money"), Some("40"))]);
        assert_eq!((figures.len(), figures[0].kind, figures[0].amount), (1, ValueKind::Money, Some(40.0)));
        figures[0].currency = Some("NOK".into());
        values(&article, &mut figures, &[say(Say::Value, "40 crowns", Some("money"), Some("45"))]);
        assert_eq!((figures[0].amount, figures[0].currency.as_deref()), (Some(45.0), Some("NOK")));
        values(&article, &mut figures, &[say(Say::Value, "40", None, None)]);
        assert!(figures.is_empty());

        roles(&mut article, &[say(Say::Role, "Menu Home", Some("furniture"), None)]);
        assert_eq!(article.blocks.iter().find(|block| block.span.holds(span("Menu Home"))).map(|block| block.role), Some(Role::Furniture));
    }

    #[test]
    fn a_correction_that_means_nothing_is_refused() {
        for bad in [
            say(Say::Is, "x", Some("planet"), None),
            say(Say::Add, "x", None, None),
            say(Say::SameAs, "x", None, None),
            say(Say::Role, "x", Some("x"), None),
        ] {
            assert!(matches!(bad.check(), Err(Error::BadOption { option: "corrections", .. })), "{bad:?}");
        }
        assert_eq!(say(Say::NotAName, "x", None, None).check(), Ok(()));
    }
}
