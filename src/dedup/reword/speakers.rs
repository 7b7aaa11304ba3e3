//! Speakers: whether the same speak in both sentences.

use super::super::lexicon::{Class, key};
use super::super::word::Word;
use super::one_of;
use super::pairing::{NONE, Pairing};

impl Pairing<'_> {
    /// Whether another than in the earlier sentence speaks, of whom that one spoke: "Ana said that Bo had left", "Bo said that Ana had left".
    pub(super) fn other_speaker(&self, texts: [&str; 2]) -> bool {
        let speakers = [0, 1].map(|side| self.speakers(side, texts[side]));
        let spoken_of = |side: usize| {
            let mut words = speakers[side].clone();
            words.any(|k| {
                self.partner[side][k] != NONE && self.words[side][k].content() && !speakers[1 - side].contains(&self.partner[side][k])
            })
        };
        // "the mayor's deputy said", "the mayor said"
        let of = key!("of");
        let owner = |side: usize| {
            let mut heads = speakers[side].clone().filter(|&k| self.words[side][k].lead == 0 && self.words[side][k].content()).peekable();
            let owns = |k: usize| self.words[1 - side].get(self.partner[side][k]).is_some_and(|word| word.lead == of);
            heads.peek().is_some() && heads.all(owns)
        };
        spoken_of(0) && spoken_of(1) || spoken_of(0) && owner(1) || spoken_of(1) && owner(0)
    }

    /// Whether a word of the later sentence only says who speaks, where the earlier has "they said".
    pub(super) fn only_attributes(&self, k: usize, texts: [&str; 2]) -> bool {
        let told = |side: usize| self.words[side].iter().any(|word| word.class == Class::Say);
        let unnamed = || !self.speakers(0, texts[0]).any(|at| self.words[0].get(at).is_some_and(Word::content));
        told(0) && told(1) && self.speakers(1, texts[1]).contains(&k) && unnamed()
    }

    /// The words that name who speaks: behind the first verb of saying if they end the clause there, else before it.
    pub(super) fn speakers(&self, side: usize, text: &str) -> std::ops::Range<usize> {
        let words = self.words[side];
        let Some(say) = words.iter().position(|word| word.class == Class::Say && !word.span.of(text).ends_with("ing")) else { return 0..0 };
        let end = (say + 1..words.len()).find(|&at| words[at].closes).map_or(words.len(), |at| at + 1);
        let called =
            |word: &Word| matches!(word.class, Class::Plain | Class::Title | Class::Name) && (word.lead == 0 || word.lead == key!("of"));
        let named = |words: &[Word]| {
            let first = words.iter().position(|word| word.class == Class::Name);
            first.is_some_and(|first| first <= 3 && words[first..].iter().all(|word| word.class == Class::Name))
        };
        if words[say].span.of(text).get(..2).is_some_and(|start| start.eq_ignore_ascii_case("ac")) {
            // "according to the report of the union"
            let document = |at: &usize| one_of!(words[*at].key, "report statement figure data study survey poll letter document website");
            let of = |from: usize| (from..end).find(|&at| words[at].lead == key!("of"));
            let author = (say + 1..end).find(document).and_then(|at| of(at + 1));
            return author.unwrap_or(say + 1)..end;
        }
        // "…, said Ana Vane after the vote"
        let run = (say + 1..end).find(|&at| !matches!(words[at].class, Class::Name | Class::Title)).unwrap_or(end);
        let apart = |word: &Word| word.class == Class::Weighty || word.lead != 0;
        if say > 0 && words[say - 1].closes && run > say + 1 && run < end && apart(&words[run]) {
            return say + 1..run;
        }
        // "…, said Ana Vane", "…, said the union", but "Ana Vane said the union had …"
        let behind = &words[say + 1..end];
        let short = say > 0 && words[say - 1].closes && behind.len() <= 4;
        if say == 0 || behind.iter().all(called) && (short || named(behind)) {
            return say + 1..end;
        }
        // "Ana Vane, who runs the port, said"
        let opening = |end: usize| (0..end).rev().find(|&at| words[at].opens).unwrap_or(0);
        let from = opening(say);
        if words[say - 1].closes { opening(from)..say } else { from..say }
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn who_speaks() {
        for (earlier, later, said) in [
            (
                "Crane sales in Norway have doubled, the union of dockers said in its annual report.",
                "Crane sales in Norway have doubled, according to the annual report of the union of dockers.",
                true,
            ),
            ("The levy will rise in May, the mayor's deputy said.", "The mayor said that the levy would rise in May.", false),
            ("The mayor said that the deputy had closed the pier.", "The deputy said that the mayor had closed the pier.", false),
        ] {
            assert_eq!(statuses(earlier, later)[0] == "said", said, "{earlier} {later}");
        }
    }
}
