//! Rules: a first opinion on which stretches of the article are names, and of what type, from the lexicon alone. Candidates get points from
//! their own words, from the words around them, and from the rest of the article: a surname from its full name, an acronym from its long form, a
//! doubtful mention from the sure ones. The [tagger](super::tagger) takes the opinion as one of its features.

use super::EntityType;
use super::candidates::{Candidate, Cutter, Points};
use super::context;
use super::lexicon::Flags;
use super::tagger::Tagged;
use super::words::{Words, is_suffix};
use crate::article::Case;
use crate::highlight::table::Table;

const P: usize = EntityType::Person as usize;
const O: usize = EntityType::Organization as usize;
const L: usize = EntityType::Place as usize;

/// Points below which a candidate is no name.
const ENOUGH: i16 = 2;

/// The names that the rules see in the article, in order, none overlapping another.
pub fn propose(words: &Words) -> Vec<Tagged> {
    let article = words.article;
    let mut candidates = Vec::new();
    for sentence in 0..article.sentences.len() {
        candidates = Cutter::cut(words, sentence, candidates);
    }
    for candidate in &mut candidates {
        context::weigh(words, candidate);
    }
    let document = Document::of(words, &candidates);
    let mut tagged = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        if let Some(tag) = document.decide(words, candidate) {
            tagged.push(tag);
        }
    }
    tagged
}

/// What an article tells of its names as a whole.
struct Document {
    /// Points of all candidates with the same words, and whether one of them stands where its capital counts.
    same: Vec<([i32; 8], i32, bool)>,
    /// Places in `same` by folded words.
    known: Table,
    /// What words are parts of longer names: a set of the constants below.
    parts: Table,
}

/// Surname of a person with a full name.
const SURNAME: u32 = 1;
/// First name of a person with a full name.
const FORENAME: u32 = 1 << 1;
/// Initials of an organisation with a long name.
const ACRONYM: u32 = 1 << 2;

impl Document {
    fn of(words: &Words, candidates: &[Candidate]) -> Document {
        let article = words.article;
        let room = candidates.len();
        let mut document = Document { same: Vec::with_capacity(room), known: Table::with_room(room), parts: Table::with_room(room) };
        for candidate in candidates {
            let slot = document.known.entry(words.key(candidate.from, candidate.to), &mut document.same);
            for (sum, points) in slot.0.iter_mut().zip(candidate.points) {
                *sum += i32::from(points);
            }
            slot.1 += 1;
            slot.2 |= !candidate.doubtful;
            let count = (candidate.from..candidate.to).filter(|&i| article.tokens[i].capital()).count();
            let kind = best(&candidate.points).0;
            if kind == P && count >= 2 && candidate.points[P] >= 3 {
                let mut last = candidate.to - 1;
                if is_suffix(article.word(last)) && last > candidate.from + 1 {
                    last -= 1;
                }
                *document.parts.at(words.key(last, last + 1)) |= SURNAME;
                *document.parts.at(words.key(candidate.from, candidate.from + 1)) |= FORENAME;
            } else if kind == O && count >= 2 {
                let initials = super::entities::initials(article, candidate.from, candidate.to);
                *document.parts.at(initials) |= ACRONYM;
            }
        }
        document
    }

    fn decide(&self, words: &Words, candidate: &Candidate) -> Option<Tagged> {
        let article = words.article;
        let mut points = candidate.points;
        let mut rule = candidate.rule;
        let single = candidate.to == candidate.from + 1;
        let key = words.key(candidate.from, candidate.to);
        let (sum, count, certain) = self.known.find(key, &self.same).copied().unwrap_or_default();
        let part = self.parts.get(key);
        if count > 1 {
            for (own, all) in points.iter_mut().zip(sum) {
                // the mean of all mentions weighs as much as the mention itself
                let others = (all - i32::from(*own)) / (count - 1) / 2;
                *own += others.clamp(-100, 100) as i16 + i16::from(all > i32::from(*own)) * 2;
            }
        }
        if single && candidate.title.is_none() {
            if part & SURNAME != 0 && points[L] < 9 {
                points[P] += 8;
                rule = "surname of a full name";
            } else if part & FORENAME != 0 && points[L] < 6 && points[O] < 6 {
                points[P] += 4;
            }
            let token = article.tokens[candidate.from];
            if token.case == Case::Upper && part & ACRONYM != 0 {
                points[O] += 6;
                rule = "acronym of a long name";
            }
        }
        let (kind, top) = best(&points);
        let foreign = words.foreign && rule != "lexicon" && top < 9;
        if top < ENOUGH || foreign {
            return None;
        }
        let flags = words.flags(candidate.from);
        if candidate.doubtful
            && !certain
            && top < 5
            && !(flags.has(Flags::FIRST | Flags::SURNAME | Flags::PLACE | Flags::ORG | Flags::GROUP) && top > 2)
        {
            return None;
        }
        let kind = EntityType::ALL[kind];
        let title = candidate.title.filter(|_| kind == EntityType::Person);
        let confidence = (0.5 + f32::from(top.min(10)) * 0.045).min(0.95);
        Some(Tagged {
            from: candidate.from,
            to: candidate.to,
            sentence: candidate.sentence,
            kind,
            title,
            glued: words.glued(candidate.from),
            alias: candidate.alias,
            rule,
            confidence,
        })
    }
}

/// The type with the most points, the earlier one where two have the same.
fn best(points: &Points) -> (usize, i16) {
    let mut best = (0, i16::MIN);
    for (kind, &sum) in points.iter().enumerate() {
        if sum > best.1 {
            best = (kind, sum);
        }
    }
    best
}
