//! Quotes: reported words, who said them, and by which words that is told.

mod beside;
mod cues;
mod features;
mod headings;
mod indirect;
mod link;
mod marked;
mod marks;
mod phrases;
mod report;
mod reporting;
mod salience;
mod script;
mod speakers;
mod subjects;
mod terms;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod training;

use crate::article::{Article, Span};
use crate::highlight::names::{Entity, EntityId, EntityType};
use crate::order;

pub use self::marked::Marker;

use self::features::Place;
use self::marks::Region;
use self::phrases::{Kind, Phrases};
use self::speakers::{Choice, Quoted};

/// How words are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteForm {
    /// Whole sentences between marks.
    Direct,
    /// A reported sentence with some words between marks.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// Between single marks in a headline.
    Headline,
}

impl QuoteForm {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            QuoteForm::Direct => "direct",
            QuoteForm::Mixed => "mixed",
            QuoteForm::Indirect => "indirect",
            QuoteForm::Headline => "headline",
        }
    }
}

/// What is known of the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// An entity of the article.
    Named,
    /// "a senior official".
    Unnamed,
    /// Nobody is told.
    None,
}

impl SpeakerKind {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            SpeakerKind::Named => "named",
            SpeakerKind::Unnamed => "unnamed",
            SpeakerKind::None => "none",
        }
    }
}

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Direct and headline: the parts between the marks, without the marks. Mixed and indirect: the whole reported words.
    pub content: Vec<Span>,
    /// How the words are reported.
    pub form: QuoteForm,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// The words that say that something is said: "told reporters".
    pub cue: Option<Span>,
    /// The entity that speaks.
    pub speaker: Option<EntityId>,
    /// What is known of the speaker.
    pub speaker_kind: SpeakerKind,
    /// Who speaks, where the reader names somebody whom the article does not.
    pub speaker_name: Option<String>,
    /// Which rule found the speaker.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

impl Quote {
    /// A direct quotation without any words yet, of which no speaker is told; sure, as what the reader says is.
    pub(crate) fn by_nobody(rule: &'static str) -> Quote {
        let (content, form, speaker_kind) = (Vec::new(), QuoteForm::Direct, SpeakerKind::None);
        Quote { content, form, source: None, cue: None, speaker: None, speaker_kind, speaker_name: None, rule, confidence: 1.0 }
    }
}

/// The mentions of all entities, in order, each with the place of its entity.
fn mentions(entities: &[Entity]) -> Vec<(Span, usize)> {
    let mut mentions = Vec::new();
    for (place, entity) in entities.iter().enumerate() {
        mentions.extend(entity.mentions.iter().map(|mention| (mention.span, place)));
    }
    order::by(&mut mentions, |(span, _)| span.key());
    mentions
}

/// A type of entity among those of phrases: 1 and its place in `EntityType::ALL`.
const fn type_of(kind: EntityType) -> u8 {
    1 + kind as u8
}

/// For each phrase the type of the entity that it names, 0 for none.
fn entity_types(article: &Article, phrases: &Phrases, entities: &[Entity], mentions: &[(Span, usize)]) -> Vec<u8> {
    let mut next = 0;
    phrases
        .phrases
        .iter()
        .map(|phrase| {
            let span = article.span(phrase.from..phrase.to);
            while next < mentions.len() && mentions[next].0.end() <= span.start() {
                next += 1;
            }
            let inside = mentions[next..].iter().take_while(|m| m.0.start() < span.end());
            // a person inside a longer phrase is its head: "Kremlin spokesman Oleg Vane"
            let kinds = inside.map(|m| type_of(entities[m.1].kind));
            kinds.min_by_key(|&t| t != type_of(EntityType::Person)).unwrap_or(0)
        })
        .collect()
}

/// A region with who speaks in it.
#[derive(Debug, Clone, Copy)]
struct Decision {
    region: Region,
    quoted: Quoted,
    choice: Choice,
    form: QuoteForm,
}

/// Finds the quotations, in order. Pronouns and nominals that speak become mentions of their entity.
#[inline(never)]
pub fn find(article: &Article, entities: &mut [Entity]) -> Vec<Quote> {
    let scripted = script::find(article);
    let mut regions = marks::pair(article);
    // what a script says is a quotation whole
    regions.retain(|r| scripted.binary_search_by_key(&r.block, |s| s.0).is_err());
    let phrases = Phrases::read(article, &regions);
    let mentions = mentions(entities);
    let types = entity_types(article, &phrases, entities, &mentions);
    let decisions = decide(article, &phrases, &regions, &types);
    let mut quotes = Vec::new();
    let mut used = vec![false; phrases.cues.len()];
    build(article, &phrases, &decisions, &mut used, &mut quotes);
    let mut decided = decisions.iter().map(|d| d.region.outer).peekable();
    let undecided = |r: &&Region| decided.next_if_eq(&r.outer).is_none();
    let left: Vec<Span> = regions
        .iter()
        .filter(undecided)
        .filter(|r| !terms::is_term(article, &phrases, &Quoted::read(article, &phrases, r)))
        .map(|r| r.outer)
        .collect();
    indirect::find(article, &phrases, &types, &used, &left, &mut quotes);
    headings::find(article, &phrases, &regions, &types, &mut quotes);
    quotes.retain(|(q, _)| {
        q.content.first().and_then(|c| block_at(article, *c)).is_none_or(|b| scripted.binary_search_by_key(&b, |s| s.0).is_err())
    });
    quotes.extend(scripted.into_iter().map(|(_, quote)| (quote, None)));
    order::by(&mut quotes, |(quote, _)| quote.content.first().map_or(0, |span| span.key()));
    let spoken: Vec<Span> = regions.iter().map(|r| r.inner).collect();
    link::link(article, &phrases, entities, &mentions, &spoken, &mut quotes);
    quotes.into_iter().map(|q| q.0).collect()
}

/// The block that holds a span.
fn block_at(article: &Article, span: Span) -> Option<usize> {
    article.sentence_at(span.start()).map(|s| article.sentences[s].block)
}

/// Decides for each region whether it is a quotation and whose.
fn decide(article: &Article, phrases: &Phrases, regions: &[Region], types: &[u8]) -> Vec<Decision> {
    let (mut decisions, mut named) = (Vec::new(), Vec::new());
    let mut last = None;
    // whether the article quotes in double marks
    let double = 2 * regions.iter().filter(|r| r.single).count() < regions.len();
    for region in regions {
        // "(LAUGHTER)" in a transcript is nobody's
        let inner = article.of(region.inner).trim();
        if article.tokens_in(region.outer).is_empty() || inner.starts_with('(') && inner.ends_with(')') {
            continue;
        }
        let quoted = Quoted::read(article, phrases, region);
        // in a transcript a paragraph without a name goes on with the one before
        let earlier =
            decisions.last().filter(|d: &&Decision| quoted.alone && d.region.block + 1 == region.block).and_then(|d| d.region.label);
        if let Some(label) = region.label.or(earlier) {
            let choice = Choice { phrase: None, sure: 0.95, best: None };
            decisions.push(Decision { region: Region { label: Some(label), ..*region }, quoted, choice, form: QuoteForm::Direct });
            continue;
        }
        if terms::is_term(article, phrases, &quoted) {
            named.push(headings::words_key(inner));
            continue;
        }
        let mut choice = speakers::choose(article, phrases, &quoted, last, &|phrase| types[phrase] as usize);
        // a paragraph that is nothing but a few words between single marks heads those below it
        let crosshead = region.single && quoted.alone && (quoted.end == 0 || double) && quoted.words <= headings::LONGEST_CROSSHEAD;
        let heading = crosshead || headings::is_heading(article, region.block);
        if crosshead && choice.phrase.is_some_and(|p| p.1 != Place::Before && p.1 != Place::After) {
            choice.phrase = None;
        }
        let headline = heading && region.single;
        if heading && choice.phrase.is_none() {
            choice.phrase = headings::speaker(phrases, &quoted, types);
        }
        let told_below = || region.block.checked_sub(1).is_some_and(|block| !headings::is_heading(article, block));
        if choice.phrase.is_some_and(|(_, place)| matches!(place, Place::Carried | Place::Next)) && told_below() {
            choice.phrase = beside::introduced(article, phrases, &quoted, types).or(choice.phrase);
        }
        let whole = quoted.words >= 5 && quoted.capital && quoted.end != 0 && quoted.end != 4;
        let keeps = whole || headline || quoted.alone && quoted.words > 2;
        // "the union said it feared for jobs; the council has a \"golden share\"": another clause than the speaker's
        let apart = |(phrase, place): (usize, Place)| {
            let stop = phrases.phrases[phrase].to;
            place == Place::Before
                && (stop..quoted.from).any(|t| article.word(t) == ";" && !phrases.words[t].quoted)
                && !direct(phrases, &quoted)
        };
        if choice.phrase.is_some_and(apart) {
            choice.phrase = None;
        }
        if choice.phrase.is_none() && !keeps {
            continue;
        }
        if choice.phrase.is_none() && quoted.alone && !crosshead {
            choice.phrase = choice.best;
        }
        if let Some(signer) = signature(phrases, &quoted) {
            choice = Choice { phrase: Some((signer, Place::After)), sure: 0.95, best: None };
        }
        if let Some((phrase, _)) = choice.phrase {
            last = Some(phrase);
        }
        let form = if headline {
            QuoteForm::Headline
        } else if direct(phrases, &quoted) {
            QuoteForm::Direct
        } else {
            QuoteForm::Mixed
        };
        decisions.push(Decision { region: *region, quoted, choice, form });
    }
    headings::from_below(article, phrases, &mut decisions);
    named.sort_unstable();
    let name = |d: &Decision| named.binary_search(&headings::words_key(article.of(d.region.inner))).is_ok();
    let untold = |d: &Decision| d.choice.phrase.is_none() && (d.quoted.alone || headings::is_label(article, phrases, &d.quoted) || name(d));
    decisions.retain(|d| d.form != QuoteForm::Headline || !untold(d));
    decisions
}

/// The phrase that signs a quotation: "..." - Ana Vane, with nothing after it.
fn signature(phrases: &Phrases, quoted: &Quoted) -> Option<usize> {
    use self::cues::Class;
    if quoted.words < 4 || phrases.class(Some(quoted.to)) != Class::Dash && phrases.class(Some(quoted.to)) != Class::Link {
        return None;
    }
    let index = phrases.phrases.partition_point(|p| p.from <= quoted.to);
    let phrase = phrases.phrases.get(index).filter(|p| p.from == quoted.to + 1 && p.to <= quoted.block.1 && p.kind == Kind::Name)?;
    let ends = phrase.to == quoted.block.1 || matches!(phrases.class(Some(phrase.to)), Class::Stop | Class::Comma | Class::Bracket);
    (ends && phrases.outside[quoted.block.1] - phrases.outside[phrase.to] < 8).then_some(index)
}

/// Whether a region stands for itself, not inside a reported clause.
fn direct(phrases: &Phrases, quoted: &Quoted) -> bool {
    use self::cues::Class;
    let before = quoted.class_before(phrases);
    let after = quoted.class_after(phrases);
    let free_before = matches!(before, Class::Stop | Class::Comma | Class::Colon | Class::Dash | Class::Bracket | Class::Mark);
    let cue_before = quoted.from > quoted.block.0 && phrases.words[quoted.from - 1].says() != 0;
    let ends = matches!(quoted.end, 1..=3) || matches!(after, Class::Comma | Class::Dash | Class::Stop);
    ends && (free_before && (quoted.capital || quoted.words > 6 || before == Class::Comma) || cue_before && quoted.capital) || quoted.alone
}

fn rule(article: &Article, phrases: &Phrases, phrase: usize, place: Place) -> &'static str {
    let found = phrases.phrases[phrase];
    match (place, found.cue) {
        (Place::Carried, _) => "continued",
        (Place::Previous, _) => "previous-paragraph",
        (Place::Next, _) => "next-paragraph",
        (Place::Below, _) => "below-heading",
        _ if found.kind == Kind::Pronoun => "pronoun",
        (_, Some((cue, _))) if phrases.cues[cue].passes_on(article) => "according-to",
        (_, Some((_, true))) => "inverted",
        (_, Some(_)) => "subject-before-cue",
        (_, None) if phrases.class(Some(found.to)) == self::cues::Class::Colon => "colon",
        _ => "nearby",
    }
}

/// Makes quotes of the decisions: parts of one direct quotation together, the words around a fragment with it.
fn build(article: &Article, phrases: &Phrases, decisions: &[Decision], used: &mut [bool], quotes: &mut Vec<(Quote, Option<usize>)>) {
    let mut open: Option<(usize, usize, usize)> = None;
    for (index, decision) in decisions.iter().enumerate() {
        let Decision { region, quoted, choice, form } = *decision;
        let phrase = choice.phrase.map(|p| p.0);
        // a heading has no cue far below it
        let near = choice.phrase.filter(|p| p.1 != Place::Below).map(|p| p.0);
        let cue = near.and_then(|p| cue_of(phrases, p, &quoted, form));
        let inner = trim(article, region.inner);
        // another part of the quotation before
        if let (Some((at, before, speaker)), Some(phrase)) = (open, phrase) {
            let earlier = &decisions[before];
            let same = speaker == phrase && earlier.form == form;
            let near = earlier.region.block == region.block || !earlier.region.closed && earlier.region.block + 1 == region.block;
            if same && near && form == QuoteForm::Direct {
                quotes[at].0.content.push(inner);
                open = Some((at, index, speaker));
                continue;
            }
            if same && form == QuoteForm::Mixed && quotes[at].0.content.iter().any(|c| c.meets(region.outer)) {
                continue;
            }
        }
        let mut content = vec![inner];
        if form == QuoteForm::Mixed {
            content = vec![widen(article, phrases, &quoted, region, cue)];
        }
        if let Some(cue) = cue {
            used[cue] |= form != QuoteForm::Direct || phrases.cues[cue].sentence >= quoted.sentences.0;
        }
        let source = region.label.or_else(|| phrase.and_then(|p| report::span(article, report::source(article, phrases, p))));
        let quote = Quote {
            content,
            form,
            source,
            cue: cue.map(|c| report::cue_span(article, phrases, c)).or_else(|| near.and_then(|p| punctuation(article, phrases, p))),
            speaker: None,
            speaker_kind: if source.is_some() { SpeakerKind::Unnamed } else { SpeakerKind::None },
            speaker_name: None,
            rule: choice
                .phrase
                .map_or(if region.label.is_some() { "script" } else { "none" }, |(p, place)| rule(article, phrases, p, place)),
            confidence: if source.is_some() { choice.sure.min(0.99) } else { 0.5 },
        };
        quotes.push((quote, phrase));
        open = phrase.map(|p| (quotes.len() - 1, index, p));
    }
}

/// The colon after a phrase or the dash before it, where that is all that says who speaks.
fn punctuation(article: &Article, phrases: &Phrases, phrase: usize) -> Option<Span> {
    use self::cues::Class;
    let found = phrases.phrases[phrase];
    let token = if phrases.class(Some(found.to)) == Class::Colon {
        found.to
    } else {
        found.from.checked_sub(1).filter(|&t| phrases.class(Some(t)) == Class::Dash)?
    };
    Some(article.tokens[token].span)
}

/// The cue by which a phrase speaks: of those of its subject the last one before the quotation, "he expressed doubts, adding that".
fn cue_of(phrases: &Phrases, phrase: usize, quoted: &Quoted, form: QuoteForm) -> Option<usize> {
    let first = phrases.phrases[phrase].cue?.0;
    if form == QuoteForm::Mixed || phrases.cues[first].token < quoted.from {
        let upto = phrases.cues.partition_point(|c| c.token < quoted.from);
        let near = (first..upto).rev().take_while(|&c| phrases.cues[c].sentence == quoted.sentences.0);
        return near.into_iter().find(|&c| phrases.cues[c].subject == Some(phrase)).or(Some(first));
    }
    Some(first)
}

/// A span without white space at its ends.
fn trim(article: &Article, span: Span) -> Span {
    let words = article.of(span);
    let start = span.start() + (words.len() - words.trim_start().len());
    Span::new(article.text, start, start + words.trim().len()).unwrap_or(span)
}

/// The reported clause around a quoted fragment.
fn widen(article: &Article, phrases: &Phrases, quoted: &Quoted, region: Region, cue: Option<usize>) -> Span {
    let outer = region.outer;
    let Some(cue) = cue.map(|c| &phrases.cues[c]) else { return outer };
    if cue.sentence < quoted.sentences.0 || cue.sentence > quoted.sentences.1 {
        return outer;
    }
    match report::reported(article, phrases, cue).and_then(|r| report::span(article, r.content)) {
        Some(span) if span.meets(outer) => span.join(outer),
        _ => outer,
    }
}
