//! Offices: titles that belong to nobody named.

use super::lexicon::Class;
use super::normalise::key_of;
use super::word::Word;

/// Makes a title that stands beside no name a word like others: "the mayor thanked the bishop", "a new president".
pub(super) fn judge(words: &mut [Word]) {
    let of = const { key_of("of") };
    for k in 0..words.len() {
        let name = |at: usize| words.get(at).is_some_and(|word| word.class == Class::Name);
        // "the president of Norway, Ana Vane"
        let behind = |mut at: usize| {
            while words.get(at).is_some_and(|word| word.class == Class::Title || word.class == Class::Name && word.lead == of) {
                at += 1;
            }
            name(at)
        };
        // "Mr. Vane's"
        let named = k > 0 && name(k - 1) || name(k + 1) && words[k + 1].span.start() <= words[k].span.end() + 2;
        if words[k].class == Class::Title && !named && !behind(k + 1) {
            words[k].class = Class::Plain;
        }
    }
}
