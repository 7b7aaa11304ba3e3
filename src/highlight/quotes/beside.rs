//! Beside: who speaks where the layout tells it and no verb needs to. A paragraph that tells of one person is followed by that person's words.

use crate::article::{Article, Role};
use crate::highlight::names::EntityType;

use super::cues::{Class, among};
use super::features::Place;
use super::phrases::{Kind, Phrases};
use super::speakers::Quoted;
use super::type_of;

const PERSON: u8 = type_of(EntityType::Person);

/// How far into a paragraph the one it tells of may be named, in tokens: "Among them was Ana Vane, a nurse".
const OPENING: usize = 6;

/// The person whom the paragraph before a quotation that stands alone tells of, where it holds no quotation itself. One of whom the quotation speaks as
/// "he" or "she" is not its speaker.
pub(super) fn introduced(article: &Article, phrases: &Phrases, quoted: &Quoted, types: &[u8]) -> Option<(usize, Place)> {
    let block = article.blocks.get(quoted.block_index.checked_sub(1)?)?;
    let inside = article.tokens_in(block.span);
    let told = (phrases.outside[inside.end] - phrases.outside[inside.start]) as usize == inside.len() && inside.len() > OPENING;
    if !quoted.alone || !told || block.role != Role::Body {
        return None;
    }
    let within = |words: &str| (quoted.from..quoted.to).any(|t| among(article.word(t), words));
    if within("he she him her") && !within("i we my our") {
        return None;
    }
    let first = phrases.phrases.partition_point(|p| p.from < inside.start);
    let opening = phrases.phrases[first..].iter().take_while(|p| p.from < inside.start + OPENING && p.to <= inside.end).count();
    let person = |&index: &usize| {
        let phrase = &phrases.phrases[index];
        // "The Minister, who was in Oslo", "A city official, who"
        let office =
            matches!(phrases.words[phrase.to - 1].class, Class::Role | Class::Unnamed) && phrases.class(Some(phrase.from)) == Class::Det;
        phrase.kind == Kind::Name && types[index] == PERSON || office && phrase.from == inside.start
    };
    (first..first + opening).find(person).map(|index| (index, Place::Previous))
}
