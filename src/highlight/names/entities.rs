//! Entities: mentions of one thing gathered into one.
//!
//! A later mention joins an earlier name when its words are the same, when the lexicon knows both as names of one thing, when it is the
//! surname or first name of exactly one person so far (the last one named so, where there are several with titles that differ), or the acronym of an organisation's long name.

use super::coreference::{Gender, title_before};
use super::kin::kin;
use super::lexicon::{Flags, gender_of_first_name};
use super::tagger::Tagged;
use super::words::{Words, is_suffix};
use super::{Entity, EntityType, Mention, MentionForm};
use crate::article::Article;
use crate::highlight::fold;
use crate::highlight::table::Table;

/// An entity while mentions are gathered.
pub struct Gathered {
    /// What is handed out.
    pub entity: Entity,
    /// Tokens of the mention that gives the name.
    pub name: (usize, usize),
    words: usize,
}

/// Gathers the tagged stretches into entities, in order of first mention.
pub fn gather(words: &Words, tagged: &[Tagged]) -> Vec<Gathered> {
    let article = words.article;
    let mut out: Vec<Gathered> = Vec::new();
    // numbers of entities, by the words and type of a name and by its number in the lexicon
    let (mut same, mut aliases) = (Table::default(), Table::default());
    // full names first, so that a surname in the headline finds its full name in the body
    let full = parts(words, tagged);
    let mut places: Vec<usize> = Vec::with_capacity(tagged.len());
    for (index, tag) in tagged.iter().enumerate() {
        let own = words.key(tag.from, tag.to);
        let mut found = if tag.alias == 0 { 0 } else { aliases.get(tag.alias.into()) };
        if found == 0 {
            found = same.get(typed(tag, own));
        }
        let mut lead = index;
        if found == 0 || tag.to == tag.from + 1 {
            if let Some(target) = full_name(article, tagged, &full, index, own) {
                // the full name may come later in the text: its entity is opened here
                lead = target;
                let target = &tagged[target];
                found = same.get(typed(target, words.key(target.from, target.to)));
            }
        }
        if found == 0 && bracketed(article, tagged, index) {
            found = places[index - 1] as u32 + 1;
        }
        if found == 0 {
            out.push(open(article, &tagged[lead], out.len()));
            found = out.len() as u32;
        }
        let place = found as usize - 1;
        let lead_tag = &tagged[lead];
        first(same.at(typed(lead_tag, words.key(lead_tag.from, lead_tag.to))), found);
        if tag.alias != 0 {
            first(aliases.at(tag.alias.into()), found);
        }
        let gathered = &mut out[place];
        let shorter = capitals(article, tag.from, tag.to) < gathered.words;
        let form = if shorter || is_acronym_of(words, tag, gathered.name) { MentionForm::Short } else { MentionForm::Name };
        gathered.entity.mentions.push(Mention { span: tag.span(article), form });
        gathered.entity.confidence = gathered.entity.confidence.max(tag.confidence);
        places.push(place);
    }
    super::roles::add(article, tagged, &places, &mut out);
    out
}

/// A key for the words of a name with its type.
fn typed(tag: &Tagged, words: u64) -> u64 {
    words ^ (tag.kind as u64 + 1) << 56
}

/// Sets a number unless it is set.
fn first(slot: &mut u32, number: u32) {
    if *slot == 0 {
        *slot = number;
    }
}

/// Adds a description unless it is there already, or is a bare form of address.
pub fn describe(entity: &mut Entity, words: &str) {
    let words = words.trim();
    let bare = matches!(words.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx");
    if words.is_empty() || bare && entity.descriptions.iter().any(|d| d == words) || entity.descriptions.len() >= DESCRIPTIONS {
        return;
    }
    // "President" tells nothing beside "US President"
    if entity.descriptions.iter().any(|d| ends_with(d, words)) {
        return;
    }
    match entity.descriptions.iter_mut().find(|d| ends_with(words, d)) {
        Some(shorter) => *shorter = words.to_string(),
        None => entity.descriptions.push(words.to_string()),
    }
}

/// Whether the last words of `long` are `short`, whatever the case.
fn ends_with(long: &str, short: &str) -> bool {
    let Some(from) = long.len().checked_sub(short.len()) else { return false };
    long.get(from..).is_some_and(|end| end.eq_ignore_ascii_case(short)) && (from == 0 || long[..from].ends_with(' '))
}

/// Most descriptions of one entity: more than a reader wants to see.
const DESCRIPTIONS: usize = 8;

fn open(article: &Article, tag: &Tagged, count: usize) -> Gathered {
    let span = tag.span(article);
    Gathered {
        entity: Entity {
            id: count as u32 + 1,
            kind: tag.kind,
            name: one_line(article.of(span)),
            mentions: Vec::new(),
            descriptions: Vec::new(),
            rule: tag.rule,
            confidence: tag.confidence,
        },
        name: (tag.from, tag.to),
        words: capitals(article, tag.from, tag.to),
    }
}

/// The words with single blanks between them.
#[inline(never)]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capitals(article: &Article, from: usize, to: usize) -> usize {
    (from..to).filter(|&i| article.tokens[i].capital()).count()
}

/// Places of longer names in the list of tagged stretches, by what may stand for them.
#[derive(Default)]
struct Parts {
    table: Table,
    lists: Vec<Vec<usize>>,
}

impl Parts {
    #[inline(never)]
    fn add(&mut self, key: u64, index: usize) {
        let list = self.table.entry(key, &mut self.lists);
        if list.len() < NAMESAKES {
            list.push(index);
        }
    }
}

/// For each word that may stand for a longer name (surname, first name, acronym), the tagged stretches with that longer name, one for each name.
fn parts(words: &Words, tagged: &[Tagged]) -> Parts {
    let article = words.article;
    let mut parts = Parts::default();
    let mut seen = Table::default();
    // by its first word the place of the one longer name that begins with it, from 1
    let mut begun = Table::default();
    for (index, tag) in tagged.iter().enumerate().filter(|(_, tag)| tag.to > tag.from + 1) {
        let name = |tag: &Tagged| words.key(tag.from, tag.to);
        let slot = begun.at(words.key(tag.from, tag.from + 1));
        match tagged.get((*slot as usize).wrapping_sub(1)) {
            None if *slot == 0 => *slot = index as u32 + 1,
            Some(other) if name(other) == name(tag) => {}
            _ => *slot = SEVERAL,
        }
    }
    for (index, tag) in tagged.iter().enumerate() {
        if tag.to <= tag.from + 1 || std::mem::replace(seen.at(words.key(tag.from, tag.to)), 1) != 0 {
            continue;
        }
        let mut add = |key: u64| parts.add(key, index);
        match tag.kind {
            EntityType::Person => {
                let last = surname(article, tag);
                add(words.key(last, last + 1));
                // "bin Salman", "van der Berg": the particle may be said with the surname
                let mut from = last;
                while from > tag.from + 1 && !article.tokens[from - 1].capital() {
                    from -= 1;
                }
                if from < last {
                    add(words.key(from, last + 1));
                }
                if capitals(article, tag.from, tag.to) >= 3 && last > tag.from + 1 {
                    // "Gabriel García Márquez" as "García Márquez", "Daniel arap Moi" as above
                    add(words.key(tag.from + 1, last + 1));
                }
                add(words.key(tag.from, tag.from + 1));
            }
            EntityType::Organization => {
                add(initials(article, tag.from, tag.to));
                let (first, last) = (article.word(tag.from), article.word(tag.to - 1));
                if is_company_word(last) || last == "." {
                    // "Orlan Foods Inc" as "Orlan Foods" and "Orlan"
                    let to = tag.to - 1 - usize::from(last == ".");
                    if to > tag.from + 1 {
                        add(words.key(tag.from, to));
                    }
                    add(fold::hash(fold::SEED, first));
                } else if own_word(first) && begun.get(words.key(tag.from, tag.from + 1)) != SEVERAL {
                    // "Orlan Airways" as "Orlan", where nothing else is called so
                    add(words.key(tag.from, tag.from + 1));
                }
            }
            _ => {}
        }
    }
    parts
}

/// In the place of a name where there are several.
const SEVERAL: u32 = u32::MAX;

/// Whether the first word of a body's name belongs to it alone: no place, no ordinary word, nobody's first name.
fn own_word(word: &str) -> bool {
    let shared = Flags::PLACE
        | Flags::GROUP
        | Flags::ORDINARY
        | Flags::ORG_HEAD
        | Flags::ORG_MODIFIER
        | Flags::CALENDAR
        | Flags::NO_NAME
        | Flags::FIRST
        | Flags::TITLE;
    word.len() > 3 && !super::lexicon::word(word).has(shared)
}

/// Whether the name at `index` is the short form in brackets behind the name before: "the People's Party (PPO)".
fn bracketed(article: &Article, tagged: &[Tagged], index: usize) -> bool {
    let (Some(before), tag) = (index.checked_sub(1).map(|at| &tagged[at]), &tagged[index]) else { return false };
    let letters = article.word(tag.from);
    tag.to == tag.from + 1
        && before.kind == tag.kind
        && before.to + 1 == tag.from
        && before.to > before.from + 1
        && article.word(before.to) == "("
        && article.tokens.get(tag.to).is_some_and(|token| article.of(token.span) == ")")
        && letters.len() > 1
        && letters.bytes().all(|b| b.is_ascii_uppercase())
}

/// Most people of one surname that are told apart.
const NAMESAKES: usize = 8;

fn is_company_word(word: &str) -> bool {
    super::lexicon::word(word).has(super::lexicon::Flags::ORG_SUFFIX)
}

/// The token of a person's surname.
fn surname(article: &Article, tag: &Tagged) -> usize {
    let mut last = tag.to - 1;
    while last > tag.from + 1 && (is_suffix(article.word(last)) || article.word(last) == "." || !article.tokens[last].capital()) {
        last -= 1;
    }
    last
}

/// The hash of the first letters of the capitals among some tokens.
pub fn initials(article: &Article, from: usize, to: usize) -> u64 {
    (from..to).filter(|&i| article.tokens[i].capital()).fold(fold::SEED, |state, i| {
        let word = article.word(i);
        fold::hash(state, &word[..word.chars().next().map_or(0, char::len_utf8)])
    })
}

fn is_acronym_of(words: &Words, tag: &Tagged, name: (usize, usize)) -> bool {
    tag.to == tag.from + 1 && name.1 > name.0 + 1 && words.key(tag.from, tag.to) == initials(words.article, name.0, name.1)
}

/// Whether the title before a short name is a woman's and the full name's first word a man's, or the other way round: "Mrs Vane", "Tom Vane".
fn contradicts(article: &Article, short: &Tagged, full: &Tagged) -> bool {
    let first = || gender_of_first_name(article.word(full.from));
    match title_before(article, short.from) {
        title if short.kind != EntityType::Person || title == Gender::Unknown => false,
        title => !matches!(first(), Gender::Unknown) && first() != title,
    }
}

/// The tagged stretch that holds the full name of the short one at `index`: of several people the last one named before it, else the
/// first one named after it, if it is the only one there.
fn full_name(article: &Article, tagged: &[Tagged], full: &Parts, index: usize, own: u64) -> Option<usize> {
    let tag = &tagged[index];
    let list = full.table.find(own, &full.lists)?;
    let fits = |&&target: &&usize| {
        let other = &tagged[target];
        target != index && other.kind == tag.kind && other.to - other.from > tag.to - tag.from && !contradicts(article, tag, other)
    };
    if tag.kind == EntityType::Organization && tag.to == tag.from + 1 {
        return list.iter().find(fits).copied();
    }
    // somebody's wife or son is seldom called by the surname alone
    let earlier = || list.iter().rev().filter(|&&t| t < index && fits(&&t));
    let own = |&&t: &&usize| kin(article, (tagged[t].from, tagged[t].to)).is_none();
    let before = earlier().find(own).or_else(|| earlier().next()).copied();
    let mut all = list.iter().filter(fits);
    let first = all.next().copied();
    before.or(if all.next().is_none() { first } else { None })
}
