//! Headings: what a heading quotes, and who says it. A verb or colon of the heading tells it, or the text below, where its words are said again; a few words
//! that nobody says are a label.

use super::cues::{Class, Form};
use super::features::Place;
use super::marks::Region;
use super::phrases::{Kind, Phrases};
use super::speakers::{Choice, Quoted};
use super::{Decision, Quote, QuoteForm, SpeakerKind, report, type_of};
use crate::article::{Article, Case, Role};
use crate::highlight::fold;
use crate::highlight::names::EntityType;

const PERSON: u8 = type_of(EntityType::Person);
const BODY: u8 = type_of(EntityType::Organization);

/// Longest first line, in bytes, that is taken for a headline where no block is one.
const LONGEST_HEADING: usize = 160;

/// Whether a block is a heading, by its role, or the first line without a final stop.
pub(super) fn is_heading(article: &Article, block: usize) -> bool {
    match article.blocks[block].role {
        Role::Headline | Role::Subheading | Role::Standfirst => true,
        // nobody has told the roles: the first line, when it is short
        Role::Body => block == 0 && article.blocks[0].span.len() < LONGEST_HEADING && article.blocks.len() > 2,
        _ => false,
    }
}

/// Headings that say who says them: "Vane: port to close".
pub(super) fn find(article: &Article, phrases: &Phrases, regions: &[Region], types: &[u8], quotes: &mut Vec<(Quote, Option<usize>)>) {
    for (index, sentence) in article.sentences.iter().enumerate() {
        let (from, to) = sentence.tokens;
        if article.blocks[sentence.block].span.start() != sentence.span.start() || !is_heading(article, sentence.block) {
            continue;
        }
        let at = phrases.phrases.partition_point(|p| p.from < from);
        let Some(phrase) = phrases.phrases.get(at).filter(|p| p.from == from && p.to + 3 < to && p.sentence == index) else { continue };
        if phrases.class(Some(phrase.to)) != Class::Colon || !matches!(phrase.kind, Kind::Name | Kind::Paper | Kind::Unnamed) {
            continue;
        }
        // "OSLO: Two men" is a place line, "Floods: two dead" a subject
        let place = type_of(EntityType::Place);
        if phrase.kind == Kind::Name && (types[at] == 0 || types[at] == place && article.tokens[from].case == Case::Upper) {
            continue;
        }
        let Some(content) = report::span(article, report::trimmed(article, phrases, (phrase.to + 1, to))) else { continue };
        // a quotation that is all of the heading is there already
        let first = regions.partition_point(|r| r.outer.end() <= content.start());
        if regions.get(first).is_some_and(|r| r.outer.len() + 1 >= content.len() && r.outer.meets(content)) {
            continue;
        }
        let quote = Quote {
            content: vec![content],
            form: QuoteForm::Indirect,
            source: report::span(article, (phrase.from, phrase.to)),
            cue: Some(article.tokens[phrase.to].span),
            speaker: None,
            speaker_kind: SpeakerKind::Unnamed,
            speaker_name: None,
            rule: "heading-colon",
            confidence: 0.7,
        };
        quotes.push((quote, Some(at)));
    }
}

/// The phrase that speaks in a heading, by what stands behind its quotation: "'...', says mayor", "'...', judge tells court", "'...': Vane opens port",
/// "'...' - Vane".
pub(super) fn speaker(phrases: &Phrases, quoted: &Quoted, types: &[u8]) -> Option<(usize, Place)> {
    let end = quoted.block.1;
    let says = |t: usize| t < end && matches!(phrases.words[t].cue, 1 | 2) && matches!(phrases.words[t].form, Form::Third | Form::Past);
    let (from, led) = match quoted.class_after(phrases) {
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

/// Whether what stands between marks in a heading, said by nobody, is a mere label: "End of an era for a 'hidden champion'", "Ana Vane, 'mother of the
/// port', dies"; but not "Vane dismissed as a 'disgrace'".
pub(super) fn is_label(article: &Article, phrases: &Phrases, quoted: &Quoted) -> bool {
    let before = quoted.class_before(phrases);
    let told = || quoted.from >= quoted.block.0 + 2 && article.word(quoted.from - 2).eq_ignore_ascii_case("as");
    let bound = matches!(before, Class::Det | Class::Poss) && !told();
    let apposed = before == Class::Comma && phrases.class(Some(quoted.to)) == Class::Comma;
    // "convicted in ‘Green Ring’ affair"
    let named = quoted.titled && quoted.noun_follows(phrases);
    quoted.words <= LONGEST_LABEL && (bound || apposed || named)
}

/// Longest stretch between single marks in a heading, in words, that may be a mere label.
const LONGEST_LABEL: usize = 3;

/// Longest heading between single marks inside the body, in words.
pub(super) const LONGEST_CROSSHEAD: usize = 10;

/// Most headings that are looked for in the text below them.
const HEADINGS: usize = 8;

/// Gives quotations in headings whose speaker no verb tells to whom the text below lets say these words.
pub(super) fn from_below(article: &Article, phrases: &Phrases, decisions: &mut [Decision]) {
    let told = |choice: &Choice| {
        choice.phrase.is_some_and(|(p, _)| {
            let phrase = phrases.phrases[p];
            phrase.cue.is_some() || phrases.class(Some(phrase.to)) == Class::Colon
        })
    };
    // "Daughter of man kept waiting says he was 'left like a parcel'"
    let reported = |quoted: &Quoted| {
        let before = phrases.cues.partition_point(|c| c.token < quoted.block.0)..phrases.cues.partition_point(|c| c.token < quoted.from);
        phrases.cues[before].iter().any(|c| matches!(phrases.words[c.token].cue, 1 | 2))
    };
    let untold = |&at: &usize| {
        let Decision { form, choice, quoted, .. } = &decisions[at];
        *form == QuoteForm::Headline && !told(choice) && !(choice.phrase.is_some() && reported(quoted))
    };
    let headings: Vec<usize> = (0..decisions.len()).filter(untold).take(HEADINGS).collect();
    for at in headings {
        let words = article.of(decisions[at].region.inner);
        let below = decisions[at + 1..]
            .iter()
            .find(|d| d.form != QuoteForm::Headline && d.choice.phrase.is_some() && holds_words(article.of(d.region.inner), words));
        if let Some((phrase, _)) = below.and_then(|d| d.choice.phrase) {
            decisions[at].choice = Choice { phrase: Some((phrase, Place::Below)), ..decisions[at].choice };
        }
    }
}

/// How many words may be said around one that a heading takes up.
const AROUND: usize = 6;

/// Whether words are said again as no small part of others, whatever their case and what stands between them.
fn holds_words(whole: &str, part: &str) -> bool {
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
