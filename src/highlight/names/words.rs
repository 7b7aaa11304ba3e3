//! Words of one article as the tagger sees them: what the lexicon knows of each, how the article itself writes it elsewhere, and how far the
//! capitals of a sentence can be believed.

use super::lexicon::{self, Entry, Flags};
use crate::article::{Article, Case, TokenKind};
use crate::highlight::fold;
use crate::highlight::table::Table;

/// What capitals mean in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capitals {
    /// They begin names and sentences.
    Usual,
    /// Every important word has one, as in a headline.
    Titles,
    /// Every letter is one.
    Shouted,
}

/// How often the article writes a word with and without a capital, where the place does not ask for one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Habit {
    /// With a capital.
    pub upper: u32,
    /// Without.
    pub lower: u32,
}

/// What is known of a token with a capital.
#[derive(Debug, Clone, Copy, Default)]
struct Fact {
    /// Its folded hash.
    hash: u64,
    /// What the lexicon tells.
    entry: Entry,
    /// Where its habit is kept, from 1.
    habit: u32,
}

/// What is known of a word wherever it stands with a capital.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// How the article writes it.
    habit: Habit,
    /// What the lexicon tells of it where it is no acronym, once that was asked for.
    entry: Option<Entry>,
}

/// The words of an article.
pub struct Words<'a, 't> {
    /// The article.
    pub article: &'a Article<'t>,
    /// For each token, what is known of it.
    facts: Vec<Fact>,
    /// For each sentence, what its capitals mean.
    pub capitals: Vec<Capitals>,
    /// Whether the text is hardly English: then only what is known or titled is a name.
    pub foreign: bool,
    /// Words with a capital by folded hash.
    known: Table,
    habits: Vec<Known>,
    /// Tokens that begin with a word of the page glued to a name, in order, and the bytes of that word.
    glued: Vec<(usize, usize)>,
}

/// Most tokens of a phrase of the lexicon.
const PHRASE: usize = 9;

impl<'a, 't> Words<'a, 't> {
    /// Looks the words of an article up.
    pub fn of(article: &'a Article<'t>) -> Words<'a, 't> {
        let mut words = Words {
            article,
            facts: vec![Fact::default(); article.tokens.len()],
            capitals: Vec::new(),
            foreign: false,
            known: Table::with_room(article.tokens.len() / 16),
            habits: Vec::new(),
            glued: Vec::new(),
        };
        for sentence in 0..article.sentences.len() {
            let capitals = words.judge(sentence);
            words.capitals.push(capitals);
            let (from, to) = article.sentences[sentence].tokens;
            for index in from..to {
                if !article.tokens[index].capital() {
                    continue;
                }
                if article.tokens[index].case == Case::Mixed {
                    if let Some(bytes) = glue(article.word(index)) {
                        words.glued.push((index, bytes));
                    }
                }
                let word = words.word(index);
                let hash = fold::hash(fold::SEED, word);
                let certain = capitals == Capitals::Usual && !words.opens(index, from);
                let habit = words.known.number(hash, &mut words.habits);
                let known = &mut words.habits[habit as usize - 1];
                known.habit.upper += u32::from(certain);
                let entry = if capitals == Capitals::Shouted {
                    shouted(word, hash)
                } else if lexicon::is_acronym(word) {
                    lexicon::hashed(word, hash)
                } else {
                    *known.entry.get_or_insert_with(|| lexicon::phrase(hash))
                };
                words.facts[index] = Fact { hash, entry, habit };
            }
        }
        // most lower-case words begin as none of the names does: those need no look-up
        let mut begins = [false; 1024];
        for token in article.tokens.iter().filter(|t| t.capital()) {
            begins[beginning(article.of(token.span))] = true;
        }
        let (mut lower, mut english) = (0, 0);
        for token in article.tokens.iter().filter(|t| t.case == Case::Lower && t.span.len() > 1) {
            lower += 1;
            // asked of every word: the compiler's tree is faster than a list
            english += usize::from(matches!(
                article.of(token.span),
                "the" | "of" | "and" | "to" | "for" | "that" | "with" | "said" | "by" | "from"
            ));
            if !begins[beginning(article.of(token.span))] {
                continue;
            }
            if let Some(known) = words.known.find_mut(fold::hash(fold::SEED, article.of(token.span)), &mut words.habits) {
                known.habit.lower += 1;
            }
        }
        words.foreign = lower >= 12 && english * 25 < lower;
        words
    }

    fn judge(&self, sentence: usize) -> Capitals {
        let (from, to) = self.article.sentences[sentence].tokens;
        let (mut long, mut upper, mut title) = (0, 0, 0);
        for token in &self.article.tokens[from..to] {
            if token.kind == TokenKind::Word && token.span.len() > 3 {
                long += 1;
                title += usize::from(token.capital());
                upper += usize::from(token.case == Case::Upper);
            }
        }
        if long >= 2 && upper * 10 >= long * 8 {
            Capitals::Shouted
        } else if long >= 3 && title * 10 >= long * 7 && !(to - from < 40 && self.ends_with_stop(to)) {
            Capitals::Titles
        } else {
            Capitals::Usual
        }
    }

    fn ends_with_stop(&self, to: usize) -> bool {
        to > 0 && self.article.word(to - 1) == "."
    }

    /// The word at `index`, without a word of the page that is glued to it: "RelatedTRT" is "TRT".
    pub fn word(&self, index: usize) -> &'t str {
        &self.article.word(index)[self.glued(index)..]
    }

    /// Bytes of the token at `index` that belong to the page.
    pub fn glued(&self, index: usize) -> usize {
        if self.glued.is_empty() {
            return 0;
        }
        self.glued.binary_search_by_key(&index, |glued| glued.0).map_or(0, |place| self.glued[place].1)
    }

    /// What the lexicon tells of the single word at `index`.
    pub fn flags(&self, index: usize) -> Flags {
        self.facts[index].entry.flags
    }

    /// How the article writes the word at `index`.
    pub fn habit(&self, index: usize) -> Habit {
        match self.facts[index].habit {
            0 => self.known.find(self.hash(index), &self.habits).map(|known| known.habit).unwrap_or_default(),
            number => self.habits[number as usize - 1].habit,
        }
    }

    /// The hash of the folded word at `index`.
    pub fn hash(&self, index: usize) -> u64 {
        match self.facts[index].hash {
            0 => fold::hash(fold::SEED, self.word(index)),
            known => known,
        }
    }

    /// The hash of the folded words of some tokens, one after the other.
    pub fn key(&self, from: usize, to: usize) -> u64 {
        if to <= from {
            return fold::SEED;
        }
        (from + 1..to).fold(self.hash(from), |state, at| fold::hash(state, self.article.word(at)))
    }

    /// The longest phrase of the lexicon that begins at `index` and ends before `end`: the token after it, and what it is.
    pub fn phrase(&self, index: usize, end: usize) -> (usize, Entry) {
        let mut best = (index + 1, self.facts[index].entry);
        if self.article.tokens[index].capital() && !best.1.flags.has(Flags::PREFIX) {
            return best;
        }
        let mut state = self.hash(index);
        let mut entry = if self.facts[index].hash == 0 { lexicon::phrase(state) } else { best.1 };
        let mut at = index + 1;
        while entry.flags.has(Flags::PREFIX) && at < end.min(index + PHRASE) {
            let word = self.article.word(at);
            let token = self.article.tokens[at];
            state = fold::hash(state, word);
            // "." adds nothing to the hash
            if word != "." || !self.article.spaced(at) {
                entry = lexicon::phrase(state);
                let known = entry.flags.0 & !(Flags::PREFIX | Flags::ORDINARY) != 0;
                if known && word != "." && token.case != Case::Lower {
                    best = (at + 1, entry);
                }
            } else {
                break;
            }
            at += 1;
        }
        best
    }

    /// Whether the place asks for a capital whatever the word: the beginning of a sentence, quotation or list item.
    pub fn opens(&self, index: usize, from: usize) -> bool {
        let Some(before) = index.checked_sub(1).filter(|&b| b >= from) else { return true };
        match self.article.tokens[before].kind {
            TokenKind::Quote => self.article.spaced(before) || before == from,
            TokenKind::Punct => {
                let mark = self.article.word(before);
                matches!(mark, ":" | "•" | "·" | "*" | "—" | "–" | "--" | "..." | "…" | "|" | ">" | "?" | "!")
                    || (mark == "-" && self.article.spaced(index))
                    || (before <= from + 1 && matches!(mark, "." | ")" | "(" | "[" | "]"))
            }
            TokenKind::Symbol => before == from,
            _ => false,
        }
    }

    /// Whether a capital at this word tells nothing, and the word is an ordinary one.
    pub fn ordinary(&self, index: usize) -> bool {
        let habit = self.habit(index);
        if habit.upper > habit.lower {
            return false;
        }
        let flags = self.flags(index);
        if flags.has(Flags::ORDINARY | Flags::NO_NAME) || habit.lower > 0 {
            return true;
        }
        let names = Flags::FIRST | Flags::SURNAME | Flags::PLACE | Flags::ORG | Flags::GROUP;
        !flags.has(names) && has_ordinary_ending(self.article.word(index))
    }
}

/// Bytes of a word of the page at the beginning of a word, if a capital follows directly.
fn glue(word: &str) -> Option<usize> {
    const PAGE: &[&str] = &[
        "Related",
        "Recommended",
        "Advertisement",
        "Sponsored",
        "Read",
        "Watch",
        "Photo",
        "Image",
        "Video",
        "Source",
        "Live",
        "Exclusive",
        "Opinion",
        "Analysis",
        "Updated",
        "Published",
        "Share",
        "More",
    ];
    let page = PAGE.iter().find(|page| word.starts_with(**page))?;
    let rest = &word[page.len()..];
    (rest.len() > 1 && rest.starts_with(char::is_uppercase)).then_some(page.len())
}

/// A number below 1024 for the first two bytes of a word, whatever the case; words with other letters all have 0.
fn beginning(word: &str) -> usize {
    match word.as_bytes() {
        [first, second, ..] if word.is_ascii() => usize::from(first & 31) << 5 | usize::from(second & 31),
        _ => 0,
    }
}

/// What the lexicon tells of a word in a text of capitals: "IS" is rather the verb.
fn shouted(word: &str, hash: u64) -> Entry {
    let usual = lexicon::phrase(hash);
    let acronym = lexicon::hashed(word, hash);
    if usual.flags.has(Flags::ORDINARY) && !acronym.flags.has(Flags::COUNTRY) { usual } else { acronym }
}

/// Whether a word ends as English words do that are no names.
fn has_ordinary_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "ness", "ment", "ments", "tion", "tions", "sion", "ity", "ies", "ous", "ful", "less", "able", "ible", "ance",
        "ence", "ers", "ists", "ents", "ants",
    ];
    word.len() > 5
        && ENDINGS.iter().any(|ending| {
            word.len().checked_sub(ending.len()).and_then(|from| word.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
        })
}

/// Lower-case words inside names of persons, and of some places.
#[rustfmt::skip]
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del" | "della" | "di" | "da" | "do" | "dos" | "das" | "du" | "van" | "von" | "der" | "den" | "ter" | "ten" | "bin" | "ibn" | "bint"
            | "al" | "el" | "la" | "le" | "ul" | "ur" | "abu" | "arap" | "zu" | "af" | "e"
    )
}

/// Words behind a surname that are no part of it.
pub fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV")
}
