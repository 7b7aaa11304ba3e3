//! Salience: whom "he" and "she" mean. Of the persons told of shortly before, the one at the centre of attention: subjects before objects, who
//! spoke before who was spoken of, the sentence before the ones before it; nobody who is named in the very words that are said.
//!
//! After Grosz, Joshi and Weinstein, "Centering: A Framework for Modeling the Local Coherence of Discourse" (1995), with weights in the manner of
//! Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994). Sentences that are nothing but quotation do not count as distance.

use crate::article::{Article, Span, TokenKind};
use crate::highlight::names::coreference::{Gender, Referents, likely};
use crate::highlight::names::{Entity, EntityType};

use super::cues::Class;
use super::phrases::{Kind, Phrase, Phrases};

/// How a person stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    /// The first that is no part of anything else: most likely the subject of the sentence.
    Main,
    /// Before a verb farther on.
    Subject,
    /// Anywhere else.
    Object,
    /// After a preposition.
    Oblique,
    /// "Vane's" where it begins the subject.
    Owner,
    /// "Vane's" anywhere else.
    Possessive,
}

/// A person told of. A person without a name has no entity.
#[derive(Debug, Clone, Copy)]
struct Told {
    entity: Option<usize>,
    /// Number of the sentence among those that are not all quotation.
    sentence: usize,
    block: usize,
    seat: Seat,
    spoke: bool,
}

/// How many sentences of the article's own voice "he" reaches back.
const REACH: usize = 6;

/// How many persons "he" looks back over, so that a table of names stays linear.
const MOST: usize = 48;

/// What each sentence of distance takes away.
const DISTANCE: i32 = 4;

/// The persons told of so far, in the order of the article.
pub(super) struct Salience<'a> {
    article: &'a Article<'a>,
    phrases: &'a Phrases,
    entities: &'a [Entity],
    referents: &'a Referents,
    /// Mentions of entities in order, those between marks left out.
    mentions: Vec<(Span, usize)>,
    next: usize,
    told: Vec<Told>,
    /// For each sentence, how many before it are not all quotation.
    numbers: Vec<usize>,
    /// What "he" and "she" told of persons of unknown gender.
    learned: Vec<Gender>,
    /// The last sentence (as in the article) that has its main subject.
    led: Option<usize>,
}

impl<'a> Salience<'a> {
    /// Begins before the first word. `mentions` are in order, with the places of their entities; `spoken` are the contents of the marks, in order.
    pub fn new(
        article: &'a Article<'a>,
        phrases: &'a Phrases,
        entities: &'a [Entity],
        referents: &'a Referents,
        mentions: &[(Span, usize)],
        spoken: &[Span],
    ) -> Salience<'a> {
        let mut number = 0;
        let numbers = article
            .sentences
            .iter()
            .map(|s| {
                let own = phrases.outside[s.tokens.1] - phrases.outside[s.tokens.0] > 1;
                number += usize::from(own);
                number
            })
            .collect();
        let mut marks = spoken.iter().peekable();
        let mentions = mentions
            .iter()
            .filter(|(span, place)| {
                while marks.next_if(|m| m.end() <= span.start()).is_some() {}
                entities[*place].kind == EntityType::Person && !marks.peek().is_some_and(|m| m.holds(*span))
            })
            .copied()
            .collect();
        Salience {
            article,
            phrases,
            entities,
            referents,
            mentions,
            next: 0,
            told: Vec::new(),
            numbers,
            learned: vec![Gender::Unknown; entities.len()],
            led: None,
        }
    }

    /// Hears of all persons named before byte `at`.
    pub fn hear(&mut self, at: usize) {
        while let Some(&(span, place)) = self.mentions.get(self.next).filter(|m| m.0.start() < at) {
            self.next += 1;
            let tokens = self.article.tokens_in(span);
            let Some(sentence) = self.article.sentence_at(span.start()) else { continue };
            let seat = self.seat(sentence, tokens.start, tokens.end);
            self.tell(Some(place), sentence, seat, false);
        }
    }

    /// Hears that a phrase spoke, or was the subject of a sentence, and who that was, if it has a name.
    pub fn hear_phrase(&mut self, phrase: &Phrase, entity: Option<usize>, spoke: bool) {
        let seat = match self.seat(phrase.sentence, phrase.from, phrase.to) {
            Seat::Main => Seat::Main,
            seat if !spoke => seat,
            _ => Seat::Subject,
        };
        self.tell(entity, phrase.sentence, seat, spoke);
    }

    /// Whether a phrase tells of one person without a name: "a resident", "its spokeswoman".
    pub fn nameless(&self, phrase: &Phrase, speaks: bool) -> bool {
        let first = self.article.word(phrase.from);
        let new = ["a", "an", "another", "one"].iter().any(|w| w.eq_ignore_ascii_case(first));
        let last = self.article.word(phrase.to - 1);
        let many =
            last.ends_with('s') && !last.ends_with("ss") || matches!(last, "people" | "police" | "men" | "women" | "children" | "media");
        let who = self.phrases.words.get(phrase.to).is_some_and(|w| w.relative);
        let person = matches!(phrase.kind, Kind::Role | Kind::Unnamed) || phrase.kind == Kind::Common && new && who;
        // "Ana Vane, a resident" is one
        let class = |back: usize| phrase.from.checked_sub(back).map(|t| self.phrases.words[t].class);
        let apposed = !speaks && class(1) == Some(Class::Comma) && class(2) == Some(Class::Capital);
        !many && person && (new || speaks) && !apposed
    }

    fn tell(&mut self, entity: Option<usize>, sentence: usize, seat: Seat, spoke: bool) {
        if seat == Seat::Main {
            self.led = Some(sentence);
        }
        let told = Told { entity, sentence: self.numbers[sentence], block: self.article.sentences[sentence].block, seat, spoke };
        self.told.push(told);
    }

    /// How the words stand in their sentence.
    fn seat(&self, sentence: usize, from: usize, to: usize) -> Seat {
        let (start, end) = self.article.sentences[sentence].tokens;
        let class = |t: usize| self.phrases.class(Some(t));
        if to < end && self.article.tokens[to].kind == TokenKind::Possessive {
            return if from == start { Seat::Owner } else { Seat::Possessive };
        }
        // past the title before a name
        let mut before = from;
        while before > start
            && (matches!(class(before - 1), Class::Role | Class::Det | Class::Capital) || self.article.word(before - 1) == ".")
        {
            before -= 1;
        }
        if before > start && class(before - 1) == Class::Prep {
            return Seat::Oblique;
        }
        let acts = |t: usize| {
            t < end
                && (class(t) == Class::Aux
                    || self.phrases.words[t].cue != 0
                    || class(t) == Class::Other && self.article.word(t).ends_with("ed"))
        };
        let clause = (start..before).rev().find(|&t| matches!(class(t), Class::Sub | Class::Join | Class::Dash | Class::Mark));
        if self.led != Some(sentence)
            && !(clause.map_or(start, |c| c + 1)..before).any(|t| class(t) == Class::Aux || self.phrases.words[t].cue != 0)
        {
            return Seat::Main;
        }
        if acts(to) || before > start && class(before - 1) == Class::Sub { Seat::Subject } else { Seat::Object }
    }

    /// Whom a pronoun of this gender means, as the place of an entity: `None` if nobody fits, `Some(None)` if it is somebody without a name.
    /// `said` are the words that the pronoun is said to say.
    pub fn whom(&mut self, phrase: &Phrase, gender: Gender, said: &[Span]) -> Option<Option<usize>> {
        self.hear(self.article.tokens[phrase.from].span.start());
        let number = self.numbers[phrase.sentence];
        let block = self.article.sentences[phrase.sentence].block;
        let mut best: Option<(i32, Option<usize>)> = None;
        for told in self.told.iter().rev().take(MOST) {
            let back = number.saturating_sub(told.sentence);
            if back > REACH {
                break;
            }
            let mut score = -DISTANCE * back as i32;
            score += match told.seat {
                Seat::Main => 6,
                Seat::Subject => 4,
                Seat::Owner => 3,
                Seat::Object => 0,
                Seat::Oblique => -1,
                Seat::Possessive => -2,
            };
            score += 2 * i32::from(told.spoke) + 2 * i32::from(told.block == block);
            if let Some(place) = told.entity {
                let known = self.referents.gender(self.entities[place].id);
                let learned = self.learned[place];
                if known != Gender::Unknown {
                    if known != gender {
                        continue;
                    }
                    score += 4;
                } else if learned != Gender::Unknown {
                    score += if learned == gender { 2 } else { -6 };
                } else {
                    score += match likely(&self.entities[place], gender) {
                        ..20 => -4,
                        20..40 => -2,
                        40..75 => 0,
                        _ => 1,
                    };
                }
                score += (self.entities[place].mentions.len() as i32).min(4) / 2;
                if self.entities[place].mentions.iter().any(|m| said.iter().any(|s| s.holds(m.span))) {
                    score -= 9;
                }
            }
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, told.entity));
            }
        }
        let (_, entity) = best?;
        if let Some(place) = entity {
            if self.learned[place] == Gender::Unknown {
                self.learned[place] = gender;
            }
        }
        Some(entity)
    }
}
