//! Cues: words that say that something is said, and the other words that guide the eye to who says it. Both lists are data files beside this one,
//! compiled from general knowledge of English news style.
//!
//! A row of `cues.tsv` is "class:sort" and its verbs: the lemma of a regular one, "lemma/past/participle", or "lemma/+" where the last consonant is
//! doubled; "hit_back" is a verb that is a cue with the word after it. say: the words themselves are reported. report: a clause is. judge: an object is
//! judged, named or asked for. mind: a thought or wish. show: what a document, poll or look says. stance: a side is taken, or a thing is made much of.
//! feeling: adjectives, cues after a form of "be". The sorts are for the model of indirect speech alone.

use std::sync::LazyLock;

use crate::highlight::{fold, sieve::Sieve, table::Table};

/// What a word does in a clause, as far as attribution needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[repr(u8)]
pub(super) enum Class {
    /// Any other word in lower case.
    #[default]
    Other,
    /// "the", "some", "two".
    Det,
    /// "his".
    Poss,
    /// A pronoun that can be a subject.
    Pronoun,
    /// "him".
    Object,
    /// A preposition.
    Prep,
    /// "and", "but".
    Join,
    /// "that", "because", "which".
    Sub,
    /// A form of be, have, do, or a modal.
    Aux,
    /// "not".
    Not,
    /// "also", "later", and words in -ly.
    Adverb,
    /// A weekday, month or part of the day.
    Day,
    /// A title or role of a person.
    Role,
    /// Somebody without a name: "officials".
    Unnamed,
    /// A paper or body that can be said to say something: "report", "ministry".
    Paper,
    /// A word with a capital that no list knows.
    Capital,
    /// A number.
    Number,
    /// ",".
    Comma,
    /// ".", "!", "?".
    Stop,
    /// ":".
    Colon,
    /// A dash or semicolon.
    Dash,
    /// A bracket.
    Bracket,
    /// A hyphen, slash or ampersand inside a name.
    Link,
    /// A possessive "'s".
    Genitive,
    /// A quotation mark.
    Mark,
    /// Anything else.
    Symbol,
}

/// Names of the classes in `words.tsv`.
const CLASS_NAMES: [(&str, Class); 14] = [
    ("det", Class::Det),
    ("poss", Class::Poss),
    ("pronoun", Class::Pronoun),
    ("object", Class::Object),
    ("prep", Class::Prep),
    ("join", Class::Join),
    ("sub", Class::Sub),
    ("aux", Class::Aux),
    ("not", Class::Not),
    ("adverb", Class::Adverb),
    ("day", Class::Day),
    ("role", Class::Role),
    ("unnamed", Class::Unnamed),
    ("paper", Class::Paper),
];

/// Classes of cues, in the order of `cues.tsv`; 0 is no cue.
const CUE_NAMES: [&str; 8] = ["", "say", "report", "judge", "mind", "show", "stance", "feeling"];

/// Class of the verbs that take a side, the first of those that only the model of indirect speech knows.
pub(super) const STANCE: u8 = 6;

/// Class of the adjectives that are cues after a form of "be".
pub(super) const FEELING: u8 = 7;

/// How many classes of cues of speech there are, "none" counted.
pub(super) const CUES: usize = STANCE as usize;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(super) enum Form {
    /// No verb, or its base.
    #[default]
    Base,
    /// "says".
    Third,
    /// "said": past, perhaps also the participle.
    Past,
    /// "saying".
    Ing,
    /// "written": participle only.
    Participle,
}

/// What the lists know of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// What it does.
    pub class: Class,
    /// Class of cue: 0 none, 1 say, 2 report, 3 judge, 4 mind, 5 show, 6 stance, 7 feeling.
    pub cue: u8,
    /// Sort of cue, finer than its class: the number of its row in `cues.tsv`, from 1.
    pub sort: u8,
    /// Whether it may be a cue with the word after it: "hit back".
    pub leads: bool,
    /// Its form as a verb.
    pub form: Form,
    /// What it says of marks that follow.
    pub guide: Guide,
}

/// What a word says of marks that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(super) enum Guide {
    /// Nothing.
    #[default]
    Nothing,
    /// They hold the title of a work: "the film".
    Work,
    /// They hold a name or term: "dubbed".
    Naming,
}

struct Words {
    /// Turns away what is in neither list.
    sieve: Sieve,
    table: Table,
    entries: Vec<Entry>,
}

static WORDS: LazyLock<Words> = LazyLock::new(build);

fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn build() -> Words {
    let mut words = Words { sieve: Sieve::default(), table: Table::default(), entries: Vec::new() };
    let verbs = rows(include_str!("cues.tsv")).map(|row| (true, row));
    for (row, (verb, (name, list))) in verbs.chain(rows(include_str!("words.tsv")).map(|row| (false, row))).enumerate() {
        let name = name.split(':').next().unwrap_or_default();
        let cue = CUE_NAMES.iter().position(|&n| n == name).unwrap_or(0) as u8;
        let class = CLASS_NAMES.iter().find(|(n, _)| *n == name).map_or(Class::Other, |(_, class)| *class);
        for word in list.split(' ') {
            if verb {
                words.verb(word, &Entry { cue, sort: row as u8 + 1, ..Entry::default() });
                continue;
            }
            words.sieve.add(word);
            let entry = words.entry(fold::hash(fold::SEED, word));
            match name {
                "work" => entry.guide = Guide::Work,
                "naming" => entry.guide = Guide::Naming,
                _ if entry.class == Class::Other => entry.class = class,
                _ => {}
            }
        }
    }
    words
}

impl Words {
    fn entry(&mut self, hash: u64) -> &mut Entry {
        self.table.entry(hash, &mut self.entries)
    }

    /// Adds a verb as `cues.tsv` writes it, in all its forms. What is there already stays.
    fn verb(&mut self, verb: &str, like: &Entry) {
        let mut parts = verb.split('/');
        let lemma = parts.next().unwrap_or_default();
        let (lemma, particle) = lemma.split_once('_').unwrap_or((lemma, ""));
        let last = lemma.as_bytes().last().copied().unwrap_or_default();
        let stem = lemma.strip_suffix('e').filter(|s| !s.ends_with('e')).unwrap_or(lemma);
        let y = lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u']));
        let third = match (y, last) {
            (Some(stem), _) => (stem, "ies"),
            (None, b's' | b'x' | b'z' | b'h') => (lemma, "es"),
            _ => (lemma, "s"),
        };
        let (irregular, participle) = (parts.next(), parts.next().unwrap_or_default());
        // the letter that "+" doubles
        let doubled = if irregular == Some("+") { &lemma[lemma.len() - 1..] } else { "" };
        let regular = match y {
            Some(stem) => (stem, "ied"),
            None if last == b'e' => (lemma, "d"),
            None => (lemma, "ed"),
        };
        let past = irregular.filter(|_| doubled.is_empty()).map_or(regular, |past| (past, ""));
        let ing = if doubled.is_empty() { (stem, "ing") } else { (lemma, "ing") };
        let all = [
            (past, doubled, Form::Past),
            ((lemma, ""), "", Form::Base),
            (third, "", Form::Third),
            (ing, doubled, Form::Ing),
            ((participle, ""), "", Form::Participle),
        ];
        // an adjective has no other form
        let forms = if like.cue == FEELING { &all[1..2] } else { &all[..] };
        for &((stem, ending), between, form) in forms {
            let word = [stem, between, ending].concat();
            self.sieve.add(&word);
            let hash = fold::hash(fold::SEED, &word);
            if !particle.is_empty() {
                self.entry(hash).leads = true;
            }
            let entry = self.entry(if particle.is_empty() { hash } else { joined(hash, particle) });
            if entry.cue == 0 && entry.class == Class::Other {
                *entry = Entry { form, leads: entry.leads, ..*like };
            }
        }
    }
}

/// The hash of a word with the word after it.
fn joined(hash: u64, next: &str) -> u64 {
    fold::hash(fold::hash(hash, "_"), next)
}

/// What the lists know of a word with the one after it: "hit back".
pub(super) fn look_up_two(word: &str, next: &str) -> Option<Entry> {
    WORDS.table.find(joined(fold::hash(fold::SEED, word), next), &WORDS.entries).copied()
}

/// Whether a word is one of those of a short list, parted by spaces, whatever its case.
#[inline(never)]
pub(super) fn among(word: &str, words: &str) -> bool {
    words.split(' ').any(|one| one.eq_ignore_ascii_case(word))
}

/// Longest word the lists hold, in bytes.
const LONGEST: usize = 20;

/// What the lists know of a word, whatever its case.
#[inline(never)]
pub(super) fn look_up(word: &str) -> Option<Entry> {
    // folded words have no stops, and "U.S." is not "us"
    if word.len() > LONGEST || word.is_ascii() && !WORDS.sieve.passes(word) {
        return None;
    }
    let found = WORDS.table.find(fold::hash(fold::SEED, word), &WORDS.entries)?;
    (!word.contains('.')).then_some(*found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_all_forms() {
        for (word, cue, form) in [
            ("said", 1, Form::Past),
            ("Says", 1, Form::Third),
            ("adding", 1, Form::Ing),
            ("wrote", 1, Form::Past),
            ("written", 1, Form::Participle),
            ("replied", 1, Form::Past),
            ("denies", 2, Form::Third),
            ("admitted", 2, Form::Past),
            ("stressed", 2, Form::Past),
            ("noted", 1, Form::Past),
            ("agreeing", 3, Form::Ing),
            ("agreed", 3, Form::Past),
            ("believes", 4, Form::Third),
            ("shown", 5, Form::Participle),
            ("backing", 6, Form::Ing),
            ("hopeful", 7, Form::Base),
        ] {
            let entry = look_up(word).unwrap_or_default();
            assert_eq!((entry.cue, entry.form), (cue, form), "{word}");
        }
        let two = |word, next| look_up_two(word, next).map(|e| (e.cue, e.form));
        assert_eq!(two("Fired", "back"), Some((6, Form::Past)));
        assert_eq!(two("shot", "back"), Some((6, Form::Past)));
        assert_eq!(two("shot", "down"), None);
        assert_eq!(look_up("shot").map(|e| (e.cue, e.leads)), Some((0, true)));
        assert_eq!(look_up("harbour"), None);
        assert_eq!(look_up("officials").map(|e| e.class), Some(Class::Unnamed));
    }
}
