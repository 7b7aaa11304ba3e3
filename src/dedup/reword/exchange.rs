//! Exchange: whether two who stand around a word have changed places: "the union accused the company", "the company accused the union".

use super::super::judge::Case;
use super::super::lexicon::{Class, key};
use super::super::word::Word;
use super::one_of;
use super::pairing::{NONE, Pairing};

impl Pairing<'_> {
    /// Whether two have changed places around a word that both sentences have: "the union accused the company", "the company accused the union".
    pub(super) fn exchanged(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let pairs: Vec<(usize, usize)> = self.pairs().collect();
        let (by, of) = (key!("by"), key!("of"));
        // what a preposition leads may stand anywhere; so may a speaker
        let led = |words: &[Word], k: usize| {
            (k.saturating_sub(2)..=k)
                .rev()
                .take_while(|&at| at == k || !words[at + 1].opens && words[at].class != Class::Say)
                .any(|at| words[at].lead != 0 && words[at].lead != of && words[at].lead != key!("than"))
        };
        // the owner of "the minister's comments" is told of, and does not speak; nor do those who follow "said that"
        let speaks = |words: &[Word], k: usize| {
            let say = |at: usize| words[at].class == Class::Say;
            let tells = |at: usize| {
                say(at)
                    || one_of!(
                        words[at].key,
                        "warn announce report predict suggest show claim argue insist reveal confirm admit complain find estimate hear tell recall"
                    )
            };
            let before = (k..words.len().min(k + 4)).take_while(|&at| at == k || !words[at].opens).any(tells);
            let from = (k.saturating_sub(3)..k).rev().take_while(|&at| !words[at + 1].opens).find(|&at| say(at));
            let name = |at: &usize| words[*at].class == Class::Name;
            let behind = from.is_some_and(|from| {
                let end = (from + 1..words.len()).find(|&at| words[at].closes).unwrap_or(words.len() - 1);
                // "said Ana Vane", "said Ana Vane had left"
                (from + 1..=end).find(name).is_none_or(|first| (first..=end).all(|at| name(&at)))
            });
            words[k].lead != of && (before || behind)
        };
        let carried = |&(i, j): &(usize, usize)| {
            let role = |lead: u32| one_of!(lead, "to by from against");
            let same = a[i].lead == b[j].lead || !role(a[i].lead) && !role(b[j].lead);
            led(a, i) && led(b, j) && same
        };
        let weighs = |&(i, j): &(usize, usize)| {
            matches!(a[i].class, Class::Name | Class::Plain | Class::Bearing | Class::Title) && !(speaks(a, i) && speaks(b, j))
        };
        // "voters in the province rejected it", "it was rejected by voters in the province": what follows a word wherever it goes does not move by itself
        let before = |words: &[Word], k: usize| {
            (0..words.len()).filter(|&at| words[at].span.end() <= words[k].span.start()).max_by_key(|&at| words[at].span.end())
        };
        let led_along = |&(i, j): &(usize, usize)| match (before(a, i), before(b, j)) {
            (Some(p), Some(q)) => one_of!(a[i].lead, "in at on of for with") && a[i].lead == b[j].lead && self.partner[0][p] == q,
            _ => false,
        };
        let movers: Vec<(usize, usize)> = pairs.iter().copied().filter(|pair| weighs(pair) && !led_along(pair)).collect();
        // "Wanjala, an economist", "the economist Wanjala"
        let beside = |x: usize, y: usize| x.abs_diff(y) <= 1;
        pairs.iter().filter(|&&(i, _)| matches!(a[i].class, Class::Plain | Class::Bearing)).any(|&(v, w)| {
            // the passive without its "by" turns the order round; but "Orvala sues Quellen", "Orvala, the giant, is being sued by Quellen"
            if a[v].passive != b[w].passive {
                let (side, passive, active) = if b[w].passive { (1, w, v) } else { (0, v, w) };
                let agent = (passive + 1..self.words[side].len().min(passive + 4)).find(|&at| self.words[side][at].lead == by);
                let object = agent.map_or(NONE, |at| self.partner[side][at]);
                let others = self.words[1 - side];
                return object != NONE && object > active && (active + 1..=object).all(|at| others[at].lead == 0 && !others[at].opens);
            }
            // so do "nine people died", "a fire killed nine people"
            if a[v].key != b[w].key && one_of!(a[v].key, "kill die") && one_of!(b[w].key, "kill die") {
                return false;
            }
            // "the mine's owner", "who owns the mine"
            let both = [self.verbal(0, v, case), self.verbal(1, w, case)];
            let verbal = both[0] && both[1] || (both[0] || both[1]) && a[v].key == b[w].key;
            // "the missing skier"
            let attribute = a[v].span.of(case.texts[0]).ends_with("ing")
                && v + 1 < a.len()
                && matches!(a[v + 1].class, Class::Plain | Class::Title)
                && self.partner[0][v + 1] == w + 1
                && !a[v + 1].opens
                && a[v + 1].lead == 0;
            // "the company, based in Turin", "the Turin-based company"
            let hyphened = |words: &[Word], k: usize, text: &str| text[..words[k].span.start()].ends_with('-');
            if attribute || hyphened(a, v, case.texts[0]) != hyphened(b, w, case.texts[1]) {
                return false;
            }
            // "she was awarded the prize", "the prize was awarded to her"
            let given = a[v].passive && b[w].passive && one_of!(a[v].key, "award give grant hand offer present send lend pay");
            // "to Ana Vane": the preposition stands before the first word of the name
            let led_by_to = |words: &[Word], k: usize| {
                let first = (0..=k).rev().take_while(|&at| at == k || words[at].class == Class::Name && !words[at + 1].opens);
                first.into_iter().any(|at| words[at].lead == key!("to"))
            };
            // "the brother of the suspect"
            let related = |i: usize, j: usize, p: usize| v - i <= 2 && p - v <= 2 && j - w <= 2 && a[p].lead == of && b[j].lead == of;
            // "the airline owes the airport", "Turkey, unlike Greece"
            let direct = |i: usize, j: usize, p: usize, q: usize| {
                i + 1 == v
                    && v + 1 == p
                    && q + 1 == w
                    && w + 1 == j
                    && [&a[i], &a[v], &a[p], &b[j], &b[w], &b[q]].iter().all(|word| word.lead == 0)
                    && (one_of!(a[v].key, "unlike") || ![&a[v], &a[p], &b[w], &b[j]].iter().any(|word| word.opens))
            };
            // "although exports rose, …": who moves with a verb of their own has not taken another's place
            let own = |i: usize| {
                let verb = (i + 1..v).take_while(|&k| !a[k].opens).find(|&k| self.verbal(0, k, case));
                verb.is_some_and(|k| self.partner[0][k] != NONE && self.partner[0][k] > w && a[k + 1..=v].iter().any(|word| word.opens))
            };
            // "the blackout in the southern suburbs caused …"
            let trailing = |q: usize, w: usize| b[q + 1].lead != 0 && (q + 1..w).all(|at| !b[at].opens) && both[0] && both[1];
            let left_to_right = movers.iter().filter(|&&(i, j)| i < v && j > w && !own(i));
            left_to_right.into_iter().any(|&(i, j)| {
                movers.iter().any(|&(p, q)| {
                    p > v
                        && q < w
                        && (p, q) != (i, j)
                        && (verbal || related(i, j, p) || direct(i, j, p, q))
                        && (b[j].lead == by) == (a[p].lead == by)
                        && !(given && (led_by_to(a, i) || led_by_to(b, j)) != (led_by_to(a, p) || led_by_to(b, q)))
                        && (!carried(&(i, j)) && !carried(&(p, q))
                            || carried(&(i, j)) && carried(&(p, q)) && a[i].lead != 0 && a[i].lead == a[p].lead)
                        && (!beside(i, v) || !beside(j, w) || p <= v + 2 && (w <= q + 2 || trailing(q, w)))
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn who_did_it_to_whom() {
        for (earlier, later, said) in [
            (
                "The crane firm Norsk is suing the shipyard Orla over a pier.",
                "Norsk, the crane firm, is being sued by the shipyard Orla over a pier.",
                false,
            ),
            (
                "The crane firm Norsk is suing the shipyard Orla over a pier.",
                "Orla, the shipyard, is being sued by the crane firm Norsk over a pier.",
                true,
            ),
            (
                "The blackout in the southern docks was caused by a fire in Calder.",
                "The blackout in the southern docks caused a fire in Calder.",
                false,
            ),
            (
                "The dog attacked the docker at the pier of Calder on Monday.",
                "The dog attacked by the docker at the pier of Calder on Monday.",
                false,
            ),
            ("The prize of Calder was awarded to Ana Vane on Thursday.", "Ana Vane was awarded the prize of Calder on Thursday.", true),
            ("Shares of the company, based in Calder, fell on Monday.", "Shares of the Calder-based company fell on Monday.", true),
            ("The body of the missing pilot was found by a dog in Calder.", "A dog found the missing pilot's body in Calder.", true),
            (
                "The levy rises in May, Mayor Ana Vane warned the dockers.",
                "Mayor Ana Vane warned the dockers that the levy would rise in May.",
                true,
            ),
        ] {
            assert_eq!(statuses(earlier, later)[0] == "said", said, "{earlier} {later}");
        }
    }
}
