//! Verbs: what may be one, by its form and by what stands around it.

use super::super::judge::Case;
use super::super::lexicon::{Class, key};
use super::super::word::{Joint, Word};
use super::pairing::Pairing;

/// Past forms of verbs that do not end in "ed".
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "beat", "became", "began", "bit", "blew", "bore", "bought", "broke", "brought", "built", "came", "caught", "chose", "cut", "dealt", "drew", "drove",
    "fed", "fell", "felt", "fled", "flew", "forbade", "forgave", "fought", "found", "froze", "gave", "got", "grew", "held", "hid", "hit", "hurt", "kept",
    "knew", "laid", "led", "left", "lent", "let", "lost", "made", "met", "overthrew", "overtook", "paid", "put", "ran", "read", "rode", "rose", "sang",
    "sank", "saw", "sent", "set", "shot", "shut", "sold", "sought", "spent", "spoke", "spread", "stole", "stood", "struck", "stuck", "swam", "swept", "swore",
    "taught", "threw", "told", "took", "tore", "understood", "upheld", "went", "withdrew", "woke", "won", "wore", "wrote",
];

/// Whether a word is a past form that does not end in "ed".
pub(super) fn irregular(word: &Word, text: &str) -> bool {
    IRREGULAR.contains(&word.span.of(text))
}

impl Pairing<'_> {
    /// Whether a word may be a verb: by its ending, by what stands before it, or because it is irregular.
    pub(super) fn verbal(&self, side: usize, k: usize, case: &Case) -> bool {
        let words = self.words[side];
        let word = &words[k];
        // "called for"
        let text = word.span.of(case.texts[side]).split(' ').next().unwrap_or_default();
        let before = k.checked_sub(1).map(|at| words[at].class);
        word.passive
            || text.ends_with("ed")
            || text.ends_with("ing")
            || word.lead == key!("to")
            || before == Some(Class::Modal)
            || text.ends_with('s') && before == Some(Class::Name) && word.lead == 0 && !word.opens && !self.subject(side, k, case)
            || IRREGULAR.contains(&text)
    }

    /// Whether a verb follows right behind a word: "Ghent University researchers reported".
    fn subject(&self, side: usize, k: usize, case: &Case) -> bool {
        let next = self.words[side].get(k + 1).filter(|next| next.lead == 0 && !next.opens && next.joined == Joint::None);
        next.is_some_and(|next| {
            let text = next.span.of(case.texts[side]);
            matches!(next.class, Class::Say | Class::Modal) || text.ends_with("ed") || IRREGULAR.contains(&text)
        })
    }
}
