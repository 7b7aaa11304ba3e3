//! Uses: what an article does with each of its words that has a capital somewhere: what stands before and behind it, what the rules take it for, and
//! of which longer names it may be a part (Chieu and Ng 2002, "Named entity recognition with maximum entropy").

use super::hashes::bytes;
use super::lexicon::Flags;
use super::model::tagged_kind;
use super::sight::{BEYOND, Trait};
use super::tagger::Tagged;
use super::words::{Capitals, Words};
use crate::highlight::EntityType;
use crate::highlight::table::Table;

/// How often an article does what with a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Use {
    /// With a capital.
    pub(super) count: u32,
    /// Without.
    pub(super) lower: u32,
    /// With a capital where the place does not ask for one.
    pub(super) inside: u32,
    /// Behind a title or role.
    pub(super) titled: u32,
    /// Behind a first name.
    pub(super) named: u32,
    /// Before the head of an organisation.
    pub(super) headed: u32,
    /// Behind a preposition of places.
    pub(super) located: u32,
    /// Before a verb of saying.
    pub(super) speaks: u32,
    /// At the end of a run of capitals.
    pub(super) ends: u32,
    /// Votes of the rules for person, organisation, place.
    pub(super) votes: [u32; 3],
    /// Last word of a person's name of several words.
    pub(super) surname: u32,
    /// First word of one.
    pub(super) forename: u32,
    /// First word of a run of capitals that ends like a company or has the head of an organisation.
    pub(super) lead: u32,
    /// The initials of a run of capitals elsewhere.
    pub(super) acronym: u32,
}

/// The uses of all words with a capital, by their folded hash.
pub(super) struct Uses {
    known: Table,
    list: Vec<Use>,
}

impl Uses {
    /// Counts. Notes with each token with a capital where its uses are kept.
    pub(super) fn count(words: &Words, traits: &mut [Trait], rules: &[Tagged]) -> Uses {
        let mut uses = Uses { known: Table::with_room(traits.len() / 8), list: Vec::with_capacity(traits.len() / 8) };
        let article = words.article;
        for (sentence, (from, to)) in article.sentences.iter().map(|s| s.tokens).enumerate() {
            let believed = words.capitals[sentence] == Capitals::Usual;
            for at in from..to {
                if !traits[at].capital() {
                    continue;
                }
                traits[at].used = uses.known.number(traits[at].low.into(), &mut uses.list);
                let before = if at > from { traits[at - 1] } else { BEYOND };
                let behind = if at + 1 < to { traits[at + 1] } else { BEYOND };
                let behind_word = if at + 1 < to { article.word(at + 1) } else { "" };
                let before_word = if at > from { article.word(at - 1) } else { "" };
                let title = Flags::TITLE | Flags::ROLE;
                let titled = before.known & title != 0 || before_word == "." && at > from + 1 && traits[at - 2].known & title != 0;
                let used = &mut uses.list[traits[at].used as usize - 1];
                used.count += 1;
                used.lower = words.habit(at).lower;
                used.inside += u32::from(believed && !words.opens(at, from));
                used.titled += u32::from(titled);
                used.named += u32::from(before.case == 1 && before.known & Flags::FIRST != 0);
                used.located += u32::from(before.case == 0 && locates(before_word));
                used.headed += u32::from(behind.capital() && behind.known & (Flags::ORG_HEAD | Flags::ORG_SUFFIX) != 0);
                used.speaks += u32::from(behind.case == 0 && speaks(behind_word));
                used.ends += u32::from(!behind.capital() && before.case == 1);
            }
        }
        uses.runs(words, traits);
        for rule in rules {
            let Some(kind) = tagged_kind(rule.kind) else { continue };
            for (at, own) in traits[..rule.to].iter().enumerate().skip(rule.from) {
                let Some(used) = uses.known.find_mut(own.low.into(), &mut uses.list) else { continue };
                used.votes[kind] += 1;
                if rule.kind == EntityType::Person && rule.to - rule.from > 1 {
                    used.forename += u32::from(at == rule.from);
                    used.surname += u32::from(at + 1 == rule.to);
                }
            }
        }
        uses
    }

    /// What the article does with the word of a token, if it has a capital somewhere.
    pub(super) fn of(&self, token: &Trait) -> Option<&Use> {
        match token.used {
            0 => self.known.find(token.low.into(), &self.list),
            number => self.list.get(number as usize - 1),
        }
    }

    /// Counts what runs of capitals say of words elsewhere: short forms of organisations, and acronyms.
    fn runs(&mut self, words: &Words, traits: &[Trait]) {
        let article = words.article;
        let mut initials = Table::default();
        let mut letters = [0u8; 8];
        for (sentence, (from, to)) in article.sentences.iter().map(|s| s.tokens).enumerate() {
            if words.capitals[sentence] != Capitals::Usual {
                continue;
            }
            let mut at = from;
            while at < to {
                if !traits[at].capital() {
                    at += 1;
                    continue;
                }
                let (start, mut count, mut tells) = (at, 0, false);
                // small words are in a name and not in its acronym
                while at < to && (traits[at].capital() || at + 1 < to && traits[at + 1].capital() && is_small(article.word(at))) {
                    if traits[at].capital() {
                        tells |= at > start && traits[at].known & (Flags::ORG_HEAD | Flags::ORG_SUFFIX) != 0;
                        if count < letters.len() {
                            letters[count] = words.word(at).as_bytes().first().copied().unwrap_or(0);
                        }
                        count += 1;
                    }
                    at += 1;
                }
                if (2..=letters.len()).contains(&count) {
                    *initials.at(bytes(&letters[..count]).into()) = 1;
                }
                if tells {
                    self.list[traits[start].used as usize - 1].lead += 1;
                }
            }
        }
        for (index, own) in traits.iter().enumerate().filter(|t| t.1.case == 2) {
            let word = words.word(index).as_bytes();
            if (2..=letters.len()).contains(&word.len()) && initials.get(bytes(word).into()) != 0 {
                if let Some(used) = self.list.get_mut((own.used as usize).wrapping_sub(1)) {
                    used.acronym += 1;
                }
            }
        }
    }
}

/// Words inside the names of organisations that are no part of their acronyms.
fn is_small(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "in" | "on" | "&")
}

/// Verbs and pronouns behind the names of persons.
#[rustfmt::skip]
fn speaks(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "told" | "added" | "announced" | "asked" | "who" | "he" | "she" | "replied" | "argued" | "noted" | "claimed" | "warned"
            | "insisted" | "explained" | "tweeted" | "wrote"
    )
}

/// Prepositions and directions before places.
#[rustfmt::skip]
fn locates(word: &str) -> bool {
    matches!(
        word,
        "in" | "at" | "from" | "near" | "across" | "outside" | "inside" | "throughout" | "to" | "around" | "northern" | "southern" | "eastern"
            | "western" | "central"
    )
}
