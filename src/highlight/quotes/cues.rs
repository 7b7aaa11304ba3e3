//! Cues: words that say that something is said, and the other words that guide the eye to who says it. Both lists are data files beside this one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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

/// Classes of cue verbs, in the order of `cues.tsv`; 0 is no cue.
const CUE_NAMES: [&str; 6] = ["", "say", "report", "judge", "mind", "show"];

/// How many classes of cues there are, "none" counted.
pub(super) const CUES: usize = CUE_NAMES.len();

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
    /// Class of cue: 0 none, 1 say, 2 report, 3 judge, 4 mind, 5 show.
    pub cue: u8,
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

static WORDS: LazyLock<FxHashMap<String, Entry>> = LazyLock::new(build);

fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn build() -> FxHashMap<String, Entry> {
    let mut map: FxHashMap<String, Entry> = FxHashMap::default();
    for (name, verbs) in rows(include_str!("cues.tsv")) {
        let cue = CUE_NAMES.iter().position(|&n| n == name).unwrap_or(0) as u8;
        for verb in verbs.split(' ') {
            for (word, form) in forms(verb) {
                map.entry(word).or_insert(Entry { cue, form, ..Entry::default() });
            }
        }
    }
    for (name, words) in rows(include_str!("words.tsv")) {
        let class = CLASS_NAMES.iter().find(|(n, _)| *n == name).map_or(Class::Other, |(_, class)| *class);
        for word in words.split(' ') {
            let entry = map.entry(word.to_string()).or_default();
            match name {
                "work" => entry.guide = Guide::Work,
                "naming" => entry.guide = Guide::Naming,
                _ if entry.class == Class::Other => entry.class = class,
                _ => {}
            }
        }
    }
    map
}

/// The forms of a verb as `cues.tsv` writes it.
fn forms(verb: &str) -> Vec<(String, Form)> {
    let mut parts = verb.split('/');
    let lemma = parts.next().unwrap_or_default();
    let last = lemma.as_bytes().last().copied().unwrap_or_default();
    let stem = lemma.strip_suffix('e').filter(|s| !s.ends_with('e')).unwrap_or(lemma);
    let y = lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u']));
    let third = match (y, last) {
        (Some(stem), _) => format!("{stem}ies"),
        (None, b's' | b'x' | b'z' | b'h') => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    let (past, participle, ing) = match (parts.next(), parts.next()) {
        (Some("+"), _) => {
            let doubled = format!("{lemma}{}", last as char);
            (format!("{doubled}ed"), String::new(), format!("{doubled}ing"))
        }
        (Some(past), participle) => (past.to_string(), participle.unwrap_or_default().to_string(), format!("{stem}ing")),
        _ => {
            let past = match y {
                Some(stem) => format!("{stem}ied"),
                None if last == b'e' => format!("{lemma}d"),
                None => format!("{lemma}ed"),
            };
            (past, String::new(), format!("{stem}ing"))
        }
    };
    vec![(past, Form::Past), (lemma.to_string(), Form::Base), (third, Form::Third), (ing, Form::Ing), (participle, Form::Participle)]
}

/// Longest word the lists hold, in bytes.
const LONGEST: usize = 20;

/// What the lists know of a word, whatever its case.
pub(super) fn look_up(word: &str) -> Option<Entry> {
    if word.len() > LONGEST {
        return None;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    WORDS.get(std::str::from_utf8(lower).ok()?).copied()
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
        ] {
            let entry = look_up(word).unwrap_or_default();
            assert_eq!((entry.cue, entry.form), (cue, form), "{word}");
        }
        assert_eq!(look_up("harbour"), None);
        assert_eq!(look_up("officials").map(|e| e.class), Some(Class::Unnamed));
    }
}
