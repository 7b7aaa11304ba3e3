//! Roles: what persons are called beside their names. "US Secretary of State Marco Rubio" and "Tomas Brekkin, the authority's chief
//! engineer," describe; a later "the secretary of state" then is a mention.

use super::entities::{Gathered, describe, one_line};
use super::few::Few;
use super::lexicon::{self, Flags};
use super::tagger::Tagged;

use super::{EntityType, Mention, MentionForm};
use crate::article::{Article, Case, TokenKind};
use crate::highlight::fold;
use crate::order;

/// Longest description, in tokens.
const LONGEST: usize = 12;

/// Most words between "the" and the role.
const MODIFIERS: usize = 4;

/// Words that stand before a role and belong to it.
#[rustfmt::skip]
static BEFORE: Few = Few::of(&[
    "former", "deputy", "chief", "senior", "vice", "foreign", "prime", "defense", "defence", "interior", "finance", "acting", "interim",
    "assistant", "associate", "retired", "late", "veteran", "opposition", "party", "company", "police", "army", "military", "trade",
    "justice", "press", "executive", "general", "managing", "special", "top", "outgoing", "incoming", "longtime", "then", "ex", "co",
    "health", "education", "security", "national", "political", "financial", "team", "film", "Former", "Deputy", "Acting",
]);

/// Words that no role goes across: "asked the captain", "a team led by".
#[rustfmt::skip]
static CLAUSE: Few = Few::of(&[
    "asked", "told", "led", "said", "says", "called", "urged", "met", "by", "with", "from", "that", "who", "was", "is", "has", "had", "were",
    "named", "accused", "thanked", "joined", "against", "about", "after", "before", "when", "as",
]);

/// With more people than this nobody is "the" anything.
const PEOPLE: usize = 60;

/// Roles that many have: "the official" says too little.
#[rustfmt::skip]
static COMMON: Few = Few::of(&[
    "official", "member", "resident", "student", "head", "star", "guard", "forward", "player", "soldier", "victim", "witness", "expert",
    "son", "wife", "husband", "daughter",
]);

struct Reader<'a, 't> {
    article: &'a Article<'t>,
    start: usize,
    end: usize,
}

/// Adds descriptions to the persons, and then their nominal mentions.
pub fn add(article: &Article, tagged: &[Tagged], places: &[usize], gathered: &mut [Gathered]) {
    for (index, (tag, &place)) in tagged.iter().zip(places).enumerate() {
        if tag.kind != EntityType::Person {
            continue;
        }
        let (start, end) = article.sentences[tag.sentence].tokens;
        let reader = Reader { article, start, end };
        // a country or organisation right before the title belongs to it
        let named_before = |at: usize| {
            tagged[..index].iter().rev().take(4).find(|t| t.to == at && t.from >= start && t.kind != EntityType::Person).map(|t| t.from)
        };
        for range in [reader.before(tag, &named_before), reader.behind(tag), reader.apposed_before(tag)].into_iter().flatten() {
            describe(&mut gathered[place].entity, &words(article, range));
        }
    }
    nominals(article, gathered);
}

fn words(article: &Article, range: (usize, usize)) -> String {
    one_line(article.of(article.span(range.0..range.1)))
}

fn is_role(word: &str) -> bool {
    lexicon::word(word).has(Flags::ROLE | Flags::TITLE)
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "The" | "A" | "An" | "His" | "Her" | "Its")
}

impl<'t> Reader<'_, 't> {
    fn word(&self, at: usize) -> &'t str {
        if at < self.end { self.article.word(at) } else { "" }
    }

    /// "US Secretary of State Marco Rubio", "Russian counterpart Sergey Lavrov", "the president (Donald Trump)".
    fn before(&self, tag: &Tagged, named_before: &dyn Fn(usize) -> Option<usize>) -> Option<(usize, usize)> {
        let mut from;
        let to;
        if let Some((first, last)) = tag.title {
            (from, to) = (first, last);
        } else {
            let bracket = tag.from > self.start + 1 && self.word(tag.from - 1) == "(";
            to = tag.from - usize::from(bracket);
            from = to.checked_sub(1).filter(|&f| f >= self.start && self.article.tokens[f].kind == TokenKind::Word)?;
            if !is_role(self.word(from)) || lexicon::word(self.word(from)).has(Flags::SURNAME) && self.article.tokens[from].capital() {
                return None;
            }
        }
        // all words back to a determiner or possessive, or else those that surely belong
        let far = (self.start.max(from.saturating_sub(MODIFIERS))..from)
            .rev()
            .find(|&i| is_determiner(self.word(i)) || self.article.tokens[i].kind == TokenKind::Possessive);
        match far {
            Some(determiner) if (determiner + 1..from).all(|i| self.modifies(i)) => from = determiner + 1,
            _ => loop {
                if let Some(named) = named_before(from) {
                    from = named;
                } else if from > self.start && (BEFORE.has(self.word(from - 1))) {
                    from -= 1;
                } else {
                    break;
                }
                if to - from >= LONGEST {
                    break;
                }
            },
        }
        Some((from, to))
    }

    fn modifies(&self, at: usize) -> bool {
        let token = self.article.tokens[at];
        (token.kind == TokenKind::Word && !CLAUSE.has(self.word(at)))
            || token.kind == TokenKind::Number
            || matches!(self.word(at), "-" | "." | "&")
    }

    /// "Tomas Brekkin, the authority's chief engineer,".
    fn behind(&self, tag: &Tagged) -> Option<(usize, usize)> {
        if self.word(tag.to) != "," {
            return None;
        }
        let mut from = tag.to + 1;
        let stop = self.end.min(from + LONGEST + 1);
        // "the actress and singer whose"
        let joins = |i: usize| self.word(i) == "and" && is_role(self.word(i + 1));
        let to = (from..stop).filter(|&i| !joins(i)).find(|&i| {
            matches!(
                self.word(i),
                "," | "." | ";" | ":" | ")" | "—" | "–" | "who" | "whose" | "said" | "told" | "and" | "was" | "is" | "has"
            )
        })?;
        let determined = is_determiner(self.word(from));
        from += usize::from(determined);
        // the role comes before any "of" or "for" and stands within reach
        let head = (from..to)
            .take_while(|&i| !matches!(self.word(i), "of" | "for" | "in" | "at" | "to" | "with" | "from" | "that"))
            .filter(|&i| is_role(self.word(i)))
            .last()?;
        let bare = !determined && head > from + 2 && !self.article.tokens[from].capital();
        let ends = matches!(self.word(to), "," | "." | ";" | ")" | "—" | "–" | "who" | "whose" | "said" | "told");
        (ends && !bare && to > from && (determined || head <= from + 3)).then_some((from, to))
    }

    /// "the authority's chief engineer, Tomas Brekkin,".
    fn apposed_before(&self, tag: &Tagged) -> Option<(usize, usize)> {
        let comma = tag.from.checked_sub(1).filter(|&c| c > self.start && self.word(c) == ",")?;
        if tag.title.is_some() || !matches!(self.word(tag.to), "," | "." | "said" | "told") || tag.to - tag.from < 2 {
            return None;
        }
        let floor = self.start.max(comma.saturating_sub(8));
        let determiner =
            (floor..comma).rev().find(|&i| is_determiner(self.word(i)) || self.article.tokens[i].kind == TokenKind::Possessive)?;
        let from = determiner + 1;
        let head = (from..comma).take_while(|&i| !matches!(self.word(i), "of" | "for" | "in" | "at" | "to" | "with")).last()?;
        (is_role(self.word(head)) && (from..comma).all(|i| self.modifies(i))).then_some((from, comma))
    }
}

/// Finds "the" and a role that the description of exactly one person holds.
fn nominals(article: &Article, gathered: &mut [Gathered]) {
    let people: Vec<usize> = (0..gathered.len())
        .filter(|&i| gathered[i].entity.kind == EntityType::Person && !gathered[i].entity.descriptions.is_empty())
        .collect();

    if people.is_empty() || people.len() > PEOPLE {
        return;
    }
    // the folded words of each description
    let mut descriptions: Vec<(usize, Vec<u64>)> = Vec::new();
    for &person in &people {
        for description in &gathered[person].entity.descriptions {
            let words = description.split(|c: char| !c.is_alphanumeric()).map(|word| fold::hash(fold::SEED, word));
            descriptions.push((person, words.collect()));
        }
    }
    let mut more = Vec::new();
    for sentence in &article.sentences {
        let (start, end) = sentence.tokens;
        let mut at = start;
        while at < end {
            if !matches!(article.word(at), "the" | "The") {
                at += 1;
                continue;
            }
            let from = at + 1;
            let role = (from..end.min(from + MODIFIERS))
                .take_while(|&i| article.tokens[i].kind == TokenKind::Word)
                .find(|&i| article.tokens[i].case == Case::Lower && is_role(article.word(i)) && !is_role_next(article, i + 1, end));
            at = from;
            let Some(role) = role else { continue };
            let Some((owner, to)) = owner(article, gathered, &descriptions, from, role, end) else { continue };
            let span = article.span(from..to);
            gathered[owner].entity.mentions.push(Mention { span, form: MentionForm::Nominal });
            more.push(owner as u64);
            at = to;
        }
    }
    order::keys(&mut more);
    more.dedup();
    for owner in more {
        order::by(&mut gathered[owner as usize].entity.mentions, |m| m.span.start() as u64);
    }
}

/// "chief engineer": the second word is the head.
fn is_role_next(article: &Article, at: usize, end: usize) -> bool {
    at < end && article.tokens[at].case == Case::Lower && is_role(article.word(at))
}

/// The only person whose description has all the words `from..=role`, and the end of the mention.
fn owner(
    article: &Article,
    gathered: &[Gathered],
    descriptions: &[(usize, Vec<u64>)],
    from: usize,
    role: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let word = |i: usize| if i < end { article.word(i) } else { "" };
    if role == from && COMMON.has(word(role)) {
        return None;
    }
    let of = word(role + 1) == "of";
    let mut to = if of && role + 2 < end { role + 3 } else { role + 1 };
    // "the mayor of Port Calder": a name is never cut
    while of && to < end && article.tokens[to].capital() && article.tokens[to - 1].capital() {
        to += 1;
    }
    if !of && role + 1 < end && article.tokens[role + 1].capital() && !is_bracket(word(role + 1)) {
        return None;
    }
    let here = article.tokens[from].span.start();
    let mut found = None;
    for (person, words) in descriptions {
        let fits = (from..to).all(|i| words.contains(&fold::hash(fold::SEED, article.word(i))));
        if !fits || found == Some(*person) {
            continue;
        }
        if found.is_some() {
            return None;
        }
        found = Some(*person);
    }
    let person = found?;
    // named before, and not part of another name
    let known = gathered[person].entity.mentions.first().is_some_and(|m| m.span.start() < here);
    known.then_some((person, to))
}

fn is_bracket(word: &str) -> bool {
    matches!(word, "(" | "[")
}
