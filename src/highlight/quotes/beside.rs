//! Beside: who speaks where the layout tells it and no verb needs to. A heading names the speaker next to its quotation; a paragraph of the body that
//! tells of one person is followed by that person's words.

use crate::article::{Article, Role};
use crate::highlight::fold;
use crate::highlight::names::EntityType;

use super::cues::{Class, Form, among};
use super::features::Place;
use super::phrases::{Kind, Phrases};
use super::speakers::Quoted;
use super::type_of;

const PERSON: u8 = type_of(EntityType::Person);
const BODY: u8 = type_of(EntityType::Organization);

/// The phrase that speaks in a heading, by what stands behind its quotation: "'...', says mayor", "'...', judge tells court", "'...': Vane opens port",
/// "'...' - Vane".
pub(super) fn in_heading(phrases: &Phrases, quoted: &Quoted, types: &[u8]) -> Option<(usize, Place)> {
    let end = quoted.block.1;
    let class = |t: usize| if t < end { phrases.class(Some(t)) } else { Class::Stop };
    let says = |t: usize| t < end && matches!(phrases.words[t].cue, 1 | 2) && matches!(phrases.words[t].form, Form::Third | Form::Past);
    let (from, led) = match class(quoted.to) {
        // only the words that begin the heading are told whose they are by what follows, and "'Portgate': Vane on trial" are nobody's
        Class::Colon | Class::Dash | Class::Link if quoted.from == quoted.block.0 && quoted.words > 2 => (quoted.to + 1, true),
        Class::Comma => (quoted.to + 1 + usize::from(says(quoted.to + 1)), says(quoted.to + 1)),
        Class::Other if says(quoted.to) => (quoted.to + 1, true),
        _ => return None,
    };
    let index = phrases.phrases.partition_point(|p| p.from < from);
    let phrase = phrases.phrases.get(index).filter(|p| p.from == from && p.to <= end)?;
    let named = matches!(types[index], PERSON | BODY) || matches!(phrase.kind, Kind::Role | Kind::Unnamed | Kind::Paper);
    (if led { named } else { says(phrase.to) }).then_some((index, Place::After))
}

/// How many words may be said around one that a heading takes up.
const AROUND: usize = 6;

/// Whether words are said again as no small part of others, whatever their case and what stands between them.
pub(super) fn holds_words(whole: &str, part: &str) -> bool {
    let hashes = |text| words(text).map(|word| fold::hash(fold::SEED, word)).collect::<Vec<u64>>();
    let (whole, part) = (hashes(whole), hashes(part));
    // "the ‘13th’" is no quotation because somebody says "on the 13th"
    let much = part.len() > 2 || AROUND * part.len() >= whole.len();
    !part.is_empty() && much && whole.windows(part.len()).any(|run| run == part)
}

/// A key for words, whatever their case and what stands between them.
pub(super) fn words_key(text: &str) -> u64 {
    words(text).fold(fold::SEED, fold::hash)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

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
