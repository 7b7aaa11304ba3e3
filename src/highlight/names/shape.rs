//! Shape: what the words of a candidate tell of its type when the lexicon does not know it as a whole.

use super::EntityType;
use super::candidates::{Cutter, Points};
use super::lexicon::Flags;
use super::words::{Capitals, is_suffix};
use crate::article::Case;

const P: usize = EntityType::Person as usize;
const O: usize = EntityType::Organization as usize;
const L: usize = EntityType::Place as usize;

/// Heads of places that take "of".
const PLACES_OF: &[&str] =
    &["Gulf", "Strait", "Straits", "Bay", "Isle", "Republic", "Kingdom", "Cape", "Sea", "Church", "Horn", "Commonwealth"];

impl Cutter<'_, '_, '_> {
    /// Whether the words can be a name at all.
    pub(super) fn worth(&self, at: usize, to: usize, titled: bool) -> bool {
        // columns of a table: "P W D L"
        if (at..to).all(|i| self.words.article.tokens[i].span.len() <= 1) {
            return false;
        }
        if to == at + 1 {
            let token = self.words.article.tokens[at];
            if token.span.len() <= 1 || self.word(at).ends_with('.') && !titled && token.span.len() <= 2 {
                return false;
            }
        }
        let names = Flags::FIRST | Flags::SURNAME;
        match self.mode() {
            Capitals::Usual => true,
            // in a headline only what is known, or known from the article's own sentences
            _ => titled || (at..to).any(|i| self.capital(i) && (self.flags(i).has(names) || self.words.habit(i).upper > 0)),
        }
    }

    /// What the words themselves tell of the type.
    pub(super) fn shape(&self, at: usize, to: usize) -> Points {
        let mut points = [0; 8];
        let tokens = &self.words.article.tokens[at..to];
        let count = tokens.iter().filter(|t| t.capital()).count();
        let (first, last) = (self.flags(at), self.flags(to - 1));
        let initial = (at + 1..to).any(|i| self.is(i, ".")) || tokens.iter().skip(1).any(|t| t.capital() && t.span.len() == 1);
        if first.has(Flags::FIRST) {
            points[P] += if count > 1 { 6 } else { 2 };
        }
        if last.has(Flags::SURNAME) {
            points[P] += if count > 1 { 3 } else { 2 };
        }
        if initial && count > 1 {
            points[P] += 4;
        }
        if tokens.iter().any(|t| t.case == Case::Lower) {
            points[P] += 3;
        }
        if is_suffix(self.word(to - 1)) && count > 1 {
            points[P] += 6;
        }
        if (at..to).any(|i| self.is(i, "&")) {
            points[O] += 6;
        }
        if count > 1 && last.has(Flags::PLACE_HEAD) {
            points[L] += if last.has(Flags::SURNAME) && first.has(Flags::FIRST) { 3 } else { 6 };
        }
        if count > 1 && first.has(Flags::PLACE_PREFIX) && !first.has(Flags::FIRST) {
            points[L] += 4;
        }
        if PLACES_OF.contains(&self.word(to - 1)) && self.is(to, "of") {
            points[L] += 2;
        }
        let token = tokens[0];
        if count == 1 {
            let word = self.word(at);
            match token.case {
                Case::Upper
                    if self.mode() == Capitals::Usual && word.len() <= 7 && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.') =>
                {
                    points[O] += 3
                }
                Case::Mixed if matches!(word.get(..2), Some("Mc" | "Ma" | "O'" | "De" | "Di" | "La" | "Le" | "Fi" | "Va" | "D'")) => {
                    points[P] += 2
                }
                Case::Mixed => points[O] += 2,
                _ => {}
            }
            add(&mut points, ending(word));
        } else if count <= 3 {
            let plain = |i: usize| self.flags(i).has(Flags::ORDINARY) && !self.flags(i).has(Flags::FIRST | Flags::SURNAME);
            if !plain(to - 1) {
                points[P] += 2;
            } else if (at..to).all(|i| plain(i) || !self.capital(i)) {
                points[O] += 1;
            } else {
                points[O] += 2;
            }
            add(&mut points, ending(self.word(to - 1)));
        } else {
            points[O] += 1;
        }
        points
    }
}

fn add(points: &mut Points, more: Option<(usize, i16)>) {
    if let Some((kind, sure)) = more {
        points[kind] += sure;
    }
}

/// What the ending of a word tells, if anything.
fn ending(word: &str) -> Option<(usize, i16)> {
    const PERSON: &[&str] = &[
        "ov", "ova", "ev", "eva", "sky", "skyy", "skiy", "ski", "enko", "vic", "vich", "ovic", "oglu", "shvili", "dze", "nen", "sson",
        "ssen", "ez", "yan", "chuk", "stein", "berg", "mann",
    ];
    const PLACE: &[&str] = &[
        "stan", "burg", "burgh", "ville", "shire", "land", "grad", "abad", "pur", "town", "ford", "ham", "istan", "polis", "wood", "mouth",
    ];
    if word.len() < 5 {
        return None;
    }
    if PERSON.iter().any(|e| word.ends_with(e)) {
        return Some((P, 2));
    }
    PLACE.iter().any(|e| word.ends_with(e)).then_some((L, 1))
}
