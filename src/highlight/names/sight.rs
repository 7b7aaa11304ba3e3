//! Sight: the tokens of an article as the tagger sees them, each with what the lexicon knows of it and what the [rules](super::rules) say, and the
//! stretches in which it looks for names.

use super::hashes::{bytes, form, mix, narrow};
use super::lexicon::Flags;
use super::tagger::Tagged;
use super::uses::Uses;
use super::words::{Words, is_particle};
use crate::article::{Case, TokenKind};
use crate::highlight::fold;

/// How far from a capital a word may stand that the features of some token ask for.
const NEAR: usize = 4;

/// What a token is to the tagger.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Trait {
    /// Hash of the folded word; 0 beyond the sentence, and far from every capital.
    pub(super) low: u32,
    /// Hash of its form; 0 where `low` is.
    pub(super) form: u32,
    /// What the lexicon knows of it.
    pub(super) known: u32,
    /// The longest phrase of the lexicon it stands in: what it is, and where in it.
    pub(super) phrase: u32,
    /// Where [`Uses`] keeps what the article does with a word with a capital, from 1.
    pub(super) used: u32,
    /// What the rules say: type and place in the name, by which rule, how sure.
    pub(super) rule: u16,
    pub(super) by: u16,
    pub(super) sure: u8,
    /// 0 lower, 1 title, 2 upper, 3 mixed, 4 number, 5 other, 6 beyond the sentence.
    pub(super) case: u8,
}

/// What stands beyond a sentence.
pub(super) const BEYOND: Trait = Trait { low: 0, form: 0, known: 0, phrase: 0, used: 0, rule: 0, by: 0, sure: 0, case: 6 };

impl Trait {
    pub(super) fn capital(&self) -> bool {
        matches!(self.case, 1..=3)
    }
}

/// All tokens of an article as the tagger sees them.
pub struct Sight<'w, 'a, 't> {
    pub(super) words: &'w Words<'a, 't>,
    pub(super) traits: Vec<Trait>,
    pub(super) uses: Uses,
}

impl<'w, 'a, 't> Sight<'w, 'a, 't> {
    /// Looks at all tokens. `rules` are the names that the rules propose, in order.
    pub fn of(words: &'w Words<'a, 't>, rules: &[Tagged]) -> Sight<'w, 'a, 't> {
        let article = words.article;
        let mut traits = Vec::with_capacity(article.tokens.len());
        // only what stands near a capital is asked for its word
        let mut near = 0;
        for (index, token) in article.tokens.iter().enumerate() {
            if article.tokens.get(index + NEAR).is_some_and(|ahead| ahead.capital()) || index == 0 {
                near = 2 * NEAR + 1 + usize::from(index == 0) * NEAR;
            }
            let case = match token.kind {
                TokenKind::Number => 4,
                TokenKind::Word => match token.case {
                    Case::Lower | Case::None => 0,
                    Case::Title => 1,
                    Case::Upper => 2,
                    Case::Mixed if words.word(index).starts_with(|c: char| c.is_lowercase()) => 0,
                    Case::Mixed => 3,
                },
                _ => 5,
            };
            let mut own = Trait { case, ..Trait::default() };
            if near > 0 {
                near -= 1;
                let word = words.word(index);
                let hash = words.hash(index);
                own.low = if hash == fold::SEED { bytes(word.as_bytes()) } else { narrow(hash) } | 1;
                own.form = form(word);
            }
            if own.capital() {
                own.known = words.flags(index).0 & Flags::TELLING;
            }
            traits.push(own);
        }
        phrases(words, &mut traits);
        for rule in rules {
            let by = bytes(rule.rule.as_bytes()) as u16;
            let sure = ((rule.confidence - 0.5) / 0.045) as u8;
            for (at, own) in traits[..rule.to].iter_mut().enumerate().skip(rule.from) {
                let place = u16::from(at > rule.from) + 2 * u16::from(at + 1 == rule.to);
                (own.rule, own.sure, own.by) = ((rule.kind as u16 + 1) * 4 + place, sure / 3, by);
            }
        }
        let uses = Uses::count(words, &mut traits, rules);
        Sight { words, traits, uses }
    }

    /// The token some steps from another, [`BEYOND`] outside its sentence.
    pub(super) fn at(&self, from: usize, to: usize, at: usize, step: isize) -> Trait {
        match at.checked_add_signed(step) {
            Some(index) if (from..to).contains(&index) => self.traits[index],
            _ => BEYOND,
        }
    }

    /// The stretches of a sentence in which names are looked for: capitals and what may stand inside a name. Calls `each` with the first token and
    /// the one after the last.
    pub fn stretches(&self, sentence: usize, mut each: impl FnMut(usize, usize)) {
        let (from, to) = self.words.article.sentences[sentence].tokens;
        let capital = |at: usize| at < to && self.traits[at].capital();
        let mut at = from;
        while at < to {
            let begins = at;
            while at < to && self.traits[at].low != 0 {
                let left = at > from && capital(at - 1) || at > from + 1 && capital(at - 2);
                let right = capital(at + 1) || capital(at + 2);
                let inside = capital(at)
                    || left && right
                    || self.traits[at].case == 4 && (at > from && capital(at - 1) || capital(at + 1))
                    || capital(at + 1) && is_particle(self.words.article.word(at))
                    || capital(at + 2) && matches!(self.words.article.word(at), "al" | "el");
                if !inside || self.parts(at, from, to) {
                    break;
                }
                at += 1;
            }
            if at > begins {
                each(begins, at);
            } else {
                at += 1;
            }
        }
    }

    /// Whether the token is a dash between blanks: what stands on its two sides is not one name.
    fn parts(&self, at: usize, from: usize, to: usize) -> bool {
        let article = self.words.article;
        self.traits[at].case == 5
            && matches!(article.word(at), "-" | "–" | "—" | "--")
            && at > from
            && at + 1 < to
            && article.spaced(at)
            && article.spaced(at + 1)
    }
}

/// Notes in which phrases of the lexicon the tokens stand.
fn phrases(words: &Words, traits: &mut [Trait]) {
    for (from, to) in words.article.sentences.iter().map(|s| s.tokens) {
        let mut at = from;
        while at < to {
            if !traits[at].capital() {
                at += 1;
                continue;
            }
            let (end, entry) = words.phrase(at, to);
            let flags = entry.flags.0 & Flags::TELLING;
            if end > at + 1 && flags != 0 {
                for (index, own) in traits[..end].iter_mut().enumerate().skip(at) {
                    let place = if index == at { 1 } else { 2 + u32::from(index + 1 == end) };
                    own.phrase = mix(flags, place);
                }
            }
            at = end;
        }
    }
}
