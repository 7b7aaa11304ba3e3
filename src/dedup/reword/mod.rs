//! Reworded: a sentence that tells the same facts in other words and another order: the passive for the active, a synonym, a noun for a verb, the
//! speaker at the end. The second chance of a sentence in which the [`judge`](super::judge) found a difference.
//!
//! Every word of the later sentence must have its partner in the earlier one, whatever the place; what turns a claim round (negation, certainty,
//! scope, order in time, direction) must be the same in both; and nobody may have changed places with anybody.

mod clauses;
mod days;
mod exchange;
mod light;
mod pairing;
mod phrases;
mod relations;
mod roles;
mod spare;
mod speakers;
mod verbs;

use super::judge::{Case, other_voice};
use super::lexicon::Class;
use super::omissions;
use super::sequence;
use super::word::Word;
use light::light;
use pairing::{NONE, Pairing};

/// Whether a key is that of one of a few words.
macro_rules! one_of {
    ($key:expr, $words:expr) => {{
        static WORDS: $crate::dedup::synonyms::Few = $crate::dedup::synonyms::Few::new($words);
        WORDS.holds($key)
    }};
}
use one_of;

/// Longest sentence that is looked at, in words that carry facts: the search is quadratic.
const LONGEST: usize = 64;

/// What was found of a sentence that is only reworded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reworded {
    /// Words of content of the earlier sentence that the later leaves out.
    pub(crate) omitted: usize,
    /// Share of the earlier sentence's weight that the later has, 0 to 1.
    pub(crate) share_a: f32,
    /// Share of the later sentence's weight that the earlier has, 0 to 1.
    pub(crate) share_b: f32,
}

/// Judges whether `b` only tells `a`, or a part of it, in other words.
pub(crate) fn judge(a: &[Word], b: &[Word], case: &Case) -> Option<Reworded> {
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let mut pairing = Pairing::told(a, b, case);
    pairing.days(case.texts);
    pairing.tomorrow();
    if pairing.lacks_a_fact() {
        // "doubled", "rose 100 percent"
        pairing.phrased();
        if pairing.lacks_a_fact() {
            return None;
        }
    }
    if pairing.names_another(case) {
        return None;
    }
    pairing.reworded(case);
    pairing.judge(case)
}

/// Whether a word has a meaning of its own that another may have.
fn open(word: &Word) -> bool {
    matches!(word.class, Class::Plain | Class::Bearing | Class::Say | Class::Title)
}

/// Whether a word is part of a name.
fn named(word: &Word) -> bool {
    word.class == Class::Name
}

impl Pairing<'_> {
    /// Whether what came first in the earlier sentence comes second in the later.
    fn reordered(&self, texts: [&str; 2]) -> bool {
        sequence::turned(self.words, texts, self.pairs())
    }

    /// Whether what has no partner may be missing, and what has one stands in the same relations.
    fn judge(&self, case: &Case) -> Option<Reworded> {
        let [a, b] = self.words;
        let (mut all, mut common, mut content) = ([0, 0], [0, 0], 0);
        let mut omitted = 0;
        for side in 0..2 {
            for (k, word) in self.words[side].iter().enumerate() {
                all[side] += word.weight();
                if self.partner[side][k] != NONE {
                    common[side] += word.weight();
                    content += usize::from(side == 1 && word.content());
                } else if self.valued(side, k) || self.article(side, k) {
                    common[side] += word.weight();
                } else if !self.spare(side, k, case) {
                    return None;
                } else {
                    omitted += usize::from(side == 0 && word.content() && !light(word));
                }
            }
        }
        let share = |side: usize| common[side] as f32 / all[side].max(1) as f32;
        let (share_a, share_b) = (share(0), share(1));
        if content < 2 || share_b < 0.75 || share_a < 0.3 {
            return None;
        }
        let beside = |i: usize, j: usize| i + 1 < a.len() && self.partner[0][i + 1] == j + 1;
        if self.pairs().any(|(i, j)| beside(i, j) && other_voice([a, b], [i, j])) {
            return None;
        }
        if !self.pairs().all(|(i, j)| self.agrees(&a[i], i, &b[j], j, case)) {
            return None;
        }
        let exchanged = (0..2).any(|side| {
            let [words, others] = [self.words[side], self.words[1 - side]];
            omissions::telling(words, case.texts[side], others, |k| self.partner[side][k])
        }) || self.exchanged(case)
            || self.other_denial(case)
            || self.other_setting(case)
            || self.other_clause(case)
            || self.other_cause()
            || self.other_speaker(case.texts)
            || self.reordered(case.texts)
            || self.other_doer(case);
        (!exchanged && !self.other_person() && !self.other_deed(case)).then_some(Reworded { omitted, share_a, share_b })
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn other_words_tell_the_same() {
        for (earlier, later) in [
            (
                "Harbour master Ana Brockmann ordered an inspection of the cranes on Monday.",
                "An inspection of the cranes was ordered on Monday by Ana Brockmann, the harbour master.",
            ),
            (
                "The council promised to repair the eastern pier before winter.",
                "The council has pledged to fix the eastern pier before winter.",
            ),
            (
                "Dockers in Calder fear the loss of up to 1,200 jobs.",
                "Dockers in Calder fear that as many as twelve hundred jobs will be lost.",
            ),
            (
                "The tunnel runs 2,400 metres below the surface of the bay.",
                "The tunnel runs 2.4 kilometers beneath the surface of the bay.",
            ),
            (
                "The pier at Calder is closed. Norway is sending two cranes.",
                "The pier at Calder is shut, and Norway is sending two cranes.",
            ),
            (
                "The harbour police broke up a protest of dockers in Calder on Monday.",
                "A protest of Calder dockers was dispersed on Monday by the harbour police.",
            ),
            (
                "The World Pilots Union said a quarter of all ferries in Calder were closed because of a strike by its crews.",
                "A strike by its crews led to the closing of 25 percent of ferries in Calder, the WPU said.",
            ),
            ("Troops took control of the harbour of Calder on Monday.", "On Monday, soldiers seized the harbour of Calder."),
            (
                "The council approved a bond for repairs to the ageing pier on Monday.",
                "The council on Monday backed a bond to repair the old pier.",
            ),
            ("Parliament passed the harbour law by 212 votes to 188.", "By 212 votes to 188, lawmakers approved the harbour legislation."),
            ("Dockers marched in Calder to protest against the levy.", "In protest at the levy, dockers marched in Calder."),
            (
                "The cranes are recalled because they may tip in a gale.",
                "The cranes are recalled due to a risk that they could tip in a gale.",
            ),
            ("Calder will charge ferries a levy from July.", "Calder will charge ferries a levy starting in July."),
            ("Two men and a woman were arrested at the pier in Calder.", "Police arrested two men and one woman at the Calder pier."),
            ("Norway's navy has sent a frigate to the north of the bay.", "The Norwegian navy has sent a frigate to the northern bay."),
            ("Ana Brockmann, who is 54, has run the harbour since May.", "The 54-year-old Ana Brockmann has run the harbour since May."),
        ] {
            assert!(statuses(earlier, later).iter().all(|s| *s == "said"), "{earlier} {later}");
        }
    }

    #[test]
    fn other_facts_are_shown() {
        for (earlier, later) in [
            ("The union accused the harbour company of withholding wages.", "The harbour company accused the union of withholding wages."),
            (
                "The harbour was closed on Monday because of a storm off Calder.",
                "The harbour was opened on Monday because of a storm off Calder.",
            ),
            ("A ferry with 80 people on board hit the pier at Calder.", "A bus with 80 people on board hit the pier at Calder."),
            ("Most of the dockers in Calder will lose their jobs by May.", "All of the dockers in Calder will lose their jobs by May."),
            ("The tunnel runs 60 miles east of the town of Calder.", "The tunnel lies 60 kilometres east of the town of Calder."),
            ("The council may close the eastern pier in Calder.", "The eastern pier in Calder will be closed by the council."),
            ("Crews searched the pier before they questioned the pilot.", "Crews searched the pier after they questioned the pilot."),
            ("Nearly 300 dockers were freed under the deal in Calder.", "Under the deal, almost 300 dockers in Calder will be freed."),
            ("Voters in Calder will elect a new harbour council in May.", "Calder's voters will elect a new harbour president in May."),
            ("The number of ferries in Calder doubled to 64 in one week.", "Calder's ferries halved to 64 in a week."),
            ("The pilot was the brother of the docker who fell.", "The docker who fell was the brother of the pilot."),
            (
                "The harbour of Calder has more cranes than the harbour of Orlund.",
                "Orlund's harbour has more cranes than Calder's harbour.",
            ),
            ("The levy is paid by ferries but not by trawlers in Calder.", "The levy is paid by trawlers but not by ferries in Calder."),
            (
                "The mayor praised the dockers, who had criticised the council.",
                "The mayor criticised the dockers, who had praised the council.",
            ),
            (
                "The union and the company have agreed to reopen the pier.",
                "The union and the company have yet to agree to reopen the pier.",
            ),
            (
                "An inquest cleared the pilot of blame for the crash in Calder.",
                "An inquest held the pilot to blame for the crash in Calder.",
            ),
            ("Norway's minister accused Calder of interfering.", "Calder accused Norway's minister of interference."),
            (
                "Women in Calder are twice as likely as men to work at night.",
                "Men in Calder are twice as likely as women to work at night.",
            ),
            ("The ferry reached Calder four days earlier than usual.", "The ferry reached Calder four days later than usual."),
            (
                "The clinic in Calder freed 12 of the pilots, but three stayed there.",
                "The clinic in Calder freed three of the pilots, but 12 stayed there.",
            ),
            (
                "The vice president, Ana Vane, signed it for the president, who is ill.",
                "The president, Ana Vane, signed it for the vice president, who is ill.",
            ),
        ] {
            assert!(statuses(earlier, later).iter().all(|s| *s != "said"), "{earlier} {later}");
        }
    }
}
