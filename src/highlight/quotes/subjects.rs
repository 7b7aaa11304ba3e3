//! Subjects: the cues of a sentence with the phrases that are their subjects. The subject of a verb is the phrase beside it, past adverbs,
//! auxiliaries, appositions and brackets; participles and infinitives share that of the main verb.

use crate::article::Article;

use super::cues::{Class, Form, among};
use super::phrases::{Kind, Phrase, Phrases};

/// A verb that may report speech.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// Its token.
    pub token: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Index of the phrase that is its subject.
    pub subject: Option<usize>,
    /// Whether the subject follows it.
    pub inverted: bool,
    /// What stands between subject and verb.
    pub manner: Manner,
}

impl Cue {
    /// Whether it passes on what somebody else says: "according to".
    pub fn passes_on(&self, article: &Article) -> bool {
        passes_on(article, self.token)
    }
}

fn passes_on(article: &Article, token: usize) -> bool {
    article.word(token).eq_ignore_ascii_case("according")
}

/// How a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Right after the subject.
    Plain,
    /// After "has", "will", or before "saying" after "is".
    Aux,
    /// After a form of "be", as a participle: "was asked".
    Passive,
    /// After "to".
    Infinitive,
    /// After an adverb or a day.
    Adverb,
    /// After an apposition or brackets.
    Apposition,
    /// With the subject's other verb before it: "X smiled and said".
    Chained,
    /// After a preposition, or as a noun.
    Other,
}

/// How many parts of a phrase are gone back over: "the aide of the mayor of the port in the north".
const MOST_PARTS: usize = 6;

/// Longest relative clause without a comma, in tokens.
const RELATIVE: usize = 8;

/// How far, in tokens, the subject of a verb may stand before it.
const SUBJECT_REACH: usize = 40;

impl Phrases {
    /// Finds the cues of a sentence and their subjects among its phrases (from index `first`).
    pub(super) fn find_cues(&mut self, article: &Article, sentence: usize, (from, to): (usize, usize), first: usize) {
        let mut inside = first;
        for token in from..to {
            let word = self.words[token];
            if word.cue == 0 || word.quoted {
                continue;
            }
            while inside < self.phrases.len() && self.phrases[inside].to <= token {
                inside += 1;
            }
            if self.phrases.get(inside).is_some_and(|p| p.from <= token) {
                continue;
            }
            if passes_on(article, token) {
                let next = self.phrases[inside..].iter().position(|p| p.from >= token + 2).map(|i| i + inside);
                if let Some(next) = next.filter(|&i| self.phrases[i].from == token + 2) {
                    self.phrases[next].cue.get_or_insert((self.cues.len(), true));
                    self.cues.push(Cue { token, sentence, subject: Some(next), inverted: true, manner: Manner::Other });
                }
                continue;
            }
            // "the press secretary"
            let press =
                article.word(token) == "press" && matches!(self.class(Some(token + 1)), Class::Role | Class::Unnamed | Class::Paper);
            // "documents obtained by the Post show"
            let noun = |t: usize| {
                matches!(self.class(Some(t)), Class::Paper | Class::Capital | Class::Role | Class::Unnamed | Class::Other | Class::Join)
            };
            let done = token > from && noun(token - 1) && self.is_done(article, token);
            if press || done || self.compound(token, to) {
                continue;
            }
            let (subject, manner) = self.subject(article, token, from, first);
            // "he said, adding that", "declined to say": the subject of the verb before
            let lent = subject.is_none() && (word.form == Form::Ing || manner == Manner::Infinitive);
            let subject = if lent { self.lent(sentence, token, from, first) } else { subject };
            let subject = subject.or_else(|| (word.form == Form::Ing).then(|| self.fronted(token, (from, to))).flatten());
            let mut cue = Cue { token, sentence, subject, inverted: false, manner };
            // "said Vane", after a quotation or a comma
            let after_break = token == from || matches!(self.class(token.checked_sub(1)), Class::Mark | Class::Comma | Class::Dash);
            if (subject.is_none() || after_break) && matches!(word.form, Form::Past | Form::Third) && word.cue <= 2 {
                let skip = usize::from(self.class(Some(token + 1)) == Class::Adverb);
                let next = self.phrases[inside..].iter().take(2).position(|p| p.from == token + 1 + skip).map(|i| i + inside);
                if next.is_some()
                    && after_break
                    && (subject.is_none() || manner != Manner::Apposition || self.class(token.checked_sub(1)) == Class::Mark)
                {
                    cue.subject = next;
                    cue.inverted = true;
                    cue.manner = Manner::Plain;
                }
            }
            let number = self.cues.len();
            if let Some(subject) = cue.subject {
                let phrase = &mut self.phrases[subject];
                // the first finite verb of a subject tells most, if it speaks; a participle before it tells less: "speaking in Oslo, Vane said"
                let silent = |(earlier, inverted): (usize, bool)| {
                    let at = self.cues[earlier].token;
                    self.words[at].says() == 0 || !inverted && at < phrase.from
                };
                if phrase.cue.is_none_or(|earlier| word.says() != 0 && silent(earlier)) {
                    phrase.cue = Some((number, cue.inverted));
                }
            }
            self.cues.push(cue);
        }
    }

    /// The subject that a participle at the head of its sentence has behind it: "While discussing the port, Vane". The phrases
    /// there are cut already.
    fn fronted(&self, token: usize, (from, to): (usize, usize)) -> Option<usize> {
        let led = (from..token).all(|t| matches!(self.class(Some(t)), Class::Sub | Class::Prep | Class::Adverb));
        if !led {
            return None;
        }
        let comma = (token..to.min(token + SUBJECT_REACH)).find(|&t| self.class(Some(t)) == Class::Comma)?;
        let next = self.phrases.partition_point(|p| p.from <= comma);
        self.phrases.get(next).filter(|p| p.from == comma + 1 && p.to < to).map(|_| next)
    }

    /// Whether a word that could be a verb stands between capitals as a noun: "Swedish brand Norrby", "Transparency advocate Ana Vane".
    fn compound(&self, token: usize, to: usize) -> bool {
        let word = self.words[token];
        let capital = |t: usize| {
            t < to && !self.words[t].quoted && self.words[t].capital && matches!(self.words[t].class, Class::Capital | Class::Role)
        };
        word.form == Form::Base && word.cue != 1 && token > 0 && capital(token - 1) && capital(token + 1)
    }

    /// The subject that a participle or infinitive shares with the main verb of its sentence.
    fn lent(&self, sentence: usize, token: usize, from: usize, first: usize) -> Option<usize> {
        if self.class(token.checked_sub(1)) == Class::Det {
            return None;
        }
        let here = self.cues.iter().rev().take_while(|c| c.sentence == sentence).take(SUBJECT_REACH).filter(|c| c.subject.is_some());
        let (mut said, mut latest) = (None, None);
        for cue in here {
            latest = latest.or(cue.subject);
            if self.words[cue.token].cue <= 2 && self.words[cue.token].form != Form::Ing {
                said = cue.subject;
            }
        }
        // "X was critical, saying"
        let acts = |p: &Phrase| {
            let free = p.from == 0 || self.words[p.from - 1].quoted || self.words[p.from - 1].class != Class::Prep;
            free && self.class(Some(p.to)) == Class::Aux
        };
        let low = from.max(token.saturating_sub(SUBJECT_REACH));
        let acting = || self.phrases[first..].iter().rposition(|p| p.to <= token && p.from >= low && acts(p)).map(|i| i + first);
        said.or_else(acting).or(latest).or_else(|| self.chained(token, low, first))
    }

    /// The phrase before `token` that is its subject.
    fn subject(&self, article: &Article, token: usize, from: usize, first: usize) -> (Option<usize>, Manner) {
        use Class::*;
        let mut manner = Manner::Plain;
        let low = from.max(token.saturating_sub(SUBJECT_REACH));
        // "Vane once said", "officials have since said"
        let passes = |k: usize| {
            self.words[k - 1].passing && k >= 2 + low && matches!(self.words[k - 2].class, Aux | Capital | Pronoun | Role | Unnamed | Sub)
        };
        let mut k = token;
        while k > low {
            let before = self.words[k - 1];
            if before.quoted {
                return (None, Manner::Other);
            }
            match before.class {
                _ if matches!(before.class, Adverb | Not) || passes(k) => {
                    manner = if manner == Manner::Plain { Manner::Adverb } else { manner };
                }
                Aux => {
                    let passive = before.form == Form::Third && matches!(self.words[token].form, Form::Past | Form::Participle);
                    if manner != Manner::Passive {
                        manner = if passive { Manner::Passive } else { Manner::Aux };
                    }
                }
                Day if !matches!(manner, Manner::Aux | Manner::Passive) => {
                    manner = Manner::Adverb;
                    if k >= 2 + low && self.words[k - 2].class == Prep {
                        k -= 1;
                    }
                }
                Prep => return (None, if self.words[token].form == Form::Base { Manner::Infinitive } else { Manner::Other }),
                _ => break,
            }
            k -= 1;
        }
        if k == low {
            return (None, Manner::Other);
        }
        match self.words[k - 1].class {
            Comma | Dash if self.words[token].form == Form::Ing => (None, Manner::Other),
            Comma | Dash | Bracket => {
                let found = self.past_apposition(article, k - 1, low, first);
                (found, if found.is_some() { Manner::Apposition } else { Manner::Other })
            }
            Sub if self.words[k - 1].form != Form::Third => (None, Manner::Other),
            Join | Sub => {
                // "X smiled and said": the subject of the verb before; "X, who said"
                let found = self.ending_at(k - 1, first).or_else(|| self.past_comma(k - 1, first));
                if self.words[k - 1].class == Sub {
                    (found.map(|p| self.head(article, p, first)), Manner::Other)
                } else {
                    (self.chained(k - 1, low, first), Manner::Chained)
                }
            }
            _ => (self.ending_at(k, first).map(|p| self.head(article, p, first)), manner),
        }
    }

    fn past_comma(&self, at: usize, first: usize) -> Option<usize> {
        (at > 0 && self.words[at - 1].class == Class::Comma).then(|| self.ending_at(at - 1, first)).flatten()
    }

    /// The phrase whose last token is before `end`.
    fn ending_at(&self, end: usize, first: usize) -> Option<usize> {
        let upto = first + self.phrases[first..].partition_point(|p| p.to <= end);
        (upto > first && self.phrases[upto - 1].to == end).then(|| upto - 1)
    }

    /// The phrase that a phrase belongs to: "the mayor" of "the mayor of the port", "a man" of "a man wearing a hat" and "a man who wore a hat".
    fn head(&self, article: &Article, mut phrase: usize, first: usize) -> usize {
        for _ in 0..MOST_PARTS {
            match self.governor(article, phrase, first) {
                Some(before) => phrase = before,
                None => break,
            }
        }
        phrase
    }

    fn governor(&self, article: &Article, phrase: usize, first: usize) -> Option<usize> {
        let from = self.phrases[phrase].from;
        let here = self.words.get(from.checked_sub(1)?)?;
        if here.quoted {
            return None;
        }
        let person = |p: &usize| matches!(self.phrases[*p].kind, Kind::Role | Kind::Unnamed | Kind::Name);
        if let Some(done) = self.done_by(article, from - 1, first) {
            return Some(done);
        }
        if here.class == Class::Prep {
            return self.ending_at(from - 1, first).filter(|&p| self.phrases[p].kind != Kind::Pronoun);
        }
        // "a diplomat briefed on the talks": the participle was taken for a phrase
        if self.phrases[phrase].bends && self.phrases[phrase].to == from + 1 {
            return self.ending_at(from, first).filter(person);
        }
        // "people familiar with the matter"
        let single = self.phrases[phrase].kind == Kind::Bare && self.phrases[phrase].to == from + 1;
        if single
            && self.class(Some(from + 1)) == Class::Prep
            && among(article.word(from), "familiar close loyal opposed present privy sympathetic")
        {
            return self.ending_at(from, first).filter(person);
        }
        // "a student wearing a shirt"
        if here.class == Class::Other && here.bends {
            if let Some(found) = self.ending_at(from - 1, first).filter(person) {
                return Some(found);
            }
        }
        // "a resident who asked for help", but not "who Vane said"
        if here.class == Class::Other || here.cue != 0 || here.class == Class::Aux {
            let low = self.phrases[first].from.max(from.saturating_sub(RELATIVE));
            let plain = |t: &usize| {
                !self.words[*t].quoted
                    && matches!(
                        self.words[*t].class,
                        Class::Other | Class::Aux | Class::Adverb | Class::Not | Class::Prep | Class::Capital | Class::Det | Class::Pronoun
                    )
            };
            let who = (low..from).rev().take_while(plain).find(|&t| self.words[t].relative && t + 1 < from)?;
            return self.ending_at(who, first);
        }
        None
    }

    /// The phrase of which the participle before the preposition at this token tells: "a letter" of "a letter seen by the Post" and of "a letter written by an aide
    /// and seen by the Post", where it is the aide.
    fn done_by(&self, article: &Article, preposition: usize, first: usize) -> Option<usize> {
        let done = preposition.checked_sub(1).filter(|&t| t > self.phrases[first].from && self.is_done(article, t))?;
        let end = done - usize::from(self.class(Some(done - 1)) == Class::Join);
        self.ending_at(end, first).filter(|&p| self.phrases[p].kind != Kind::Pronoun)
    }

    /// Whether somebody is named from this token on.
    fn acts(&self, token: usize) -> bool {
        use Class::*;
        !matches!(self.class(Some(token)), Other | Paper | Stop | Mark | Comma | Prep | Sub | Pronoun | Adverb)
    }

    /// Whether a participle stands here that tells of the noun before it: "seen by", "issued by".
    pub(super) fn is_done(&self, article: &Article, token: usize) -> bool {
        let word = &self.words[token];
        let text = article.word(token);
        !word.quoted
            && !word.capital
            && self.words.get(token + 1).is_some_and(|next| !next.quoted && next.class == Class::Prep)
            // "issued by the ministry", "published in Nature", but not "confirmed by email"
            && (article.word(token + 1) == "by" && self.acts(token + 2) || among(text, "published released issued posted printed") && among(article.word(token + 1), "in on at"))
            && (text.len() > 4 && text.ends_with("ed")
                || among(text, "seen sent written shown held made given drawn led run taken put won"))
    }

    /// The phrase before an apposition or brackets that end with the mark at `close`.
    fn past_apposition(&self, article: &Article, close: usize, low: usize, first: usize) -> Option<usize> {
        let mut found: Option<usize> = None;
        let mut clause = low;
        for k in (low..close).rev() {
            let word = self.words[k];
            if word.quoted || word.class == Class::Stop && found.is_some() {
                clause = k + 1;
                break;
            }
            if matches!(word.class, Class::Comma | Class::Dash | Class::Bracket) {
                if let Some(phrase) = self.ending_at(k, first) {
                    let phrase = self.head(article, phrase, first);
                    let better = |old: usize| self.phrases[old].kind != Kind::Name && self.phrases[phrase].kind == Kind::Name;
                    if found.is_none_or(better) {
                        found = Some(phrase);
                    }
                }
            }
        }
        // "Ana Vell, a doctor at the clinic in Oster, Norway, and a writer of its report, said": the name that begins the clause
        let begins = first + self.phrases[first..].partition_point(|p| p.from < clause);
        let name = |p: &Phrase| p.from == clause && p.kind == Kind::Name && p.to < close && self.class(Some(p.to)) == Class::Comma;
        if found.is_some() && self.phrases.get(begins).is_some_and(name) {
            return Some(begins);
        }
        found
    }

    /// The subject of the verb before a join: the first phrase of the clause.
    fn chained(&self, join: usize, low: usize, first: usize) -> Option<usize> {
        let mut clause = low;
        for k in (low..join).rev() {
            let word = self.words[k];
            if word.quoted || matches!(word.class, Class::Sub | Class::Dash | Class::Colon) {
                clause = k + 1;
                break;
            }
        }
        let from = first + self.phrases[first..].partition_point(|p| p.from < clause);
        self.phrases[from..]
            .iter()
            .take_while(|p| p.to <= join)
            .position(|p| p.from == 0 || self.words[p.from - 1].class != Class::Prep)
            .map(|i| i + from)
    }
}
