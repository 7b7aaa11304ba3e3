//! Runs: the stretches of capitals, with what may stand between them, in which names are looked for.

use super::candidates::Cutter;
use super::few::Few;
use super::lexicon::{self, Flags};
use super::words::is_particle;
use crate::article::{Case, TokenKind};

/// Longest run of capitals that is read as one, in tokens: more is a list without commas or a title in capitals.
const RUN: usize = 24;

impl Cutter<'_, '_, '_> {
    /// Whether a run may begin here.
    pub(super) fn begins(&self, at: usize) -> bool {
        if self.capital(at) {
            // "pro-Beijing" is an attitude
            let prefixed = at >= self.from + 2 && self.is(at - 1, "-") && self.glued(at) && self.glued(at - 1);
            return !(prefixed && matches!(self.word(at - 2), "pro" | "anti" | "non" | "post" | "pre" | "ex" | "Pro" | "Anti" | "un"));
        }
        // "al-Qaida"
        self.words.article.tokens[at].span.len() == 2
            && matches!(self.word(at), "al" | "el")
            && self.is(at + 1, "-")
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.capital(at + 2)
    }

    /// The end of the run of capitals that begins at `at`.
    pub(super) fn run(&self, mut at: usize) -> usize {
        let (first, stop) = (at, self.end.min(at + RUN));
        if !self.capital(at) {
            at += 1;
        }
        while at < stop {
            let next = at + 1;
            let token = self.words.article.tokens[at];
            if self.capital(at) {
                if at > first && token.case == Case::Title && token.span.len() <= 5 && is_function_word(self.word(at)) {
                    break;
                }
                at = next;
                continue;
            }
            let more = match token.kind {
                TokenKind::Punct => match self.word(at) {
                    "-" | "‑" | "‐" => self.glued(at) && self.glued(next) && (self.capital(next) || self.is_syllable(at)),
                    // after an initial or a short form: "J. K.", "St. Louis", "Gen. Park"
                    "." => {
                        let before = self.words.article.tokens[at - 1];
                        self.glued(at) && self.capital(next) && (before.span.len() <= 1 || self.takes_stop(at - 1))
                    }
                    "&" => self.capital(next),
                    _ => false,
                },
                TokenKind::Word => {
                    let word = self.word(at);
                    is_particle(word)
                        && at > self.from
                        && (self.capital(next)
                            || (self.is(next, "-") && self.glued(next) && self.capital(next + 1))
                            || (next < stop && is_particle(self.word(next)) && self.capital(next + 1)))
                }
                _ => false,
            };
            if !more {
                break;
            }
            at = if token.kind == TokenKind::Punct && next < stop && self.word(at) != "&" && !self.capital(next) { next + 1 } else { next };
        }
        at
    }

    /// "Tai" in "Cheng Chung-tai": the lower-case end of a given name behind a family name, not "based" or "backed".
    pub(super) fn is_syllable(&self, hyphen: usize) -> bool {
        let at = hyphen + 1;
        if at >= self.end || hyphen < self.from + 2 || !self.capital(hyphen - 2) || self.words.article.tokens[at].case != Case::Lower {
            return false;
        }
        let word = self.word(at);
        (2..=6).contains(&word.len())
            && (word == "bin" || !is_particle(word))
            && (!lexicon::word(word).has(Flags::ORDINARY | Flags::ROLE)
                || SYLLABLES.has(word) && self.word(hyphen - 1).len() <= LONGEST_SYLLABLE)
            && !word.ends_with("ed")
            && !self.is(at + 1, "-")
    }

    fn takes_stop(&self, at: usize) -> bool {
        let flags = self.flags(at);
        flags.has(Flags::TITLE) && self.word(at).len() <= 5
            || matches!(self.word(at), "St" | "Ste" | "Mt" | "Ft" | "Jr" | "Sr" | "Wm" | "Geo" | "Ch")
    }
}

/// Syllables of given names that are English words, too: "Ban Ki-moon", "Moon Jae-in".
#[rustfmt::skip]
static SYLLABLES: Few = Few::of(&[
    "moon", "sung", "in", "young", "sun", "pin", "song", "hung", "long", "chin", "wing", "king", "sang", "man", "won", "so", "soon", "ho",
    "he", "me", "hum", "sin", "bin", "lung", "run", "gun", "sum", "tan", "den",
]);

/// Longest syllable before them, in bytes.
const LONGEST_SYLLABLE: usize = 5;

/// Words that never begin a name nor stand in one with a capital.
pub(super) fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    static WORDS: Few = Few::of(&[
        "The", "A", "An", "This", "That", "These", "Those", "His", "Her", "Its", "Their", "Our", "My", "Your", "He", "She", "It", "They",
        "We", "You", "In", "On", "At", "Of", "For", "By", "From", "With", "And", "But", "Or", "As", "If", "When", "While", "After",
        "Before", "To", "Is", "Was", "Are", "Were", "Has", "Have", "Had", "Not", "No", "Yes", "What", "Who", "Why", "How", "Where",
        "Which", "There", "Here", "Over", "Into",
    ]);
    WORDS.has(word)
}

/// "II", "XIV": the number of a king or pope.
pub(super) fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Short forms of states that are other words without their stop.
pub(super) fn needs_stop(word: &str) -> bool {
    #[rustfmt::skip]
    static WORDS: Few = Few::of(&[
        "Del", "Miss", "Mass", "Ill", "Ind", "Ore", "Wash", "Pa", "Va", "Md", "Mo", "Ga", "La", "Ala", "Conn", "Kan", "Mont", "Ky", "Vt",
    ]);
    WORDS.has(word)
}
