//! Relations: whether a word and its partner stand in the same relation to what is beside them.

use super::super::judge::{Case, opposed};
use super::super::lexicon::{Class, key};
use super::super::word::{Joint, Word};
use super::light::light;
use super::named;
use super::one_of;
use super::pairing::{NONE, Pairing};
use super::verbs::irregular;

/// Whether a number is a year by its form.
fn year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

impl Pairing<'_> {
    /// Whether a word that denies denies something else: "the mayor, not the council, will go", "the mayor will not go".
    pub(super) fn other_denial(&self, case: &Case) -> bool {
        let denies = |side: usize, at: usize| self.words[side][at].class == Class::Negation;
        let adverb = |side: usize, word: &Word| word.span.of(case.texts[side]).ends_with("ly");
        let denied = |side: usize, at: usize| {
            let told = |k: &usize| {
                let word = &self.words[side][*k];
                word.content() && !light(word) && !(self.free(side, *k) && adverb(side, word))
            };
            (at + 1..self.words[side].len()).find(told)
        };
        self.pairs().filter(|&(i, j)| denies(0, i) && denies(1, j)).any(|(i, j)| match (denied(0, i), denied(1, j)) {
            (Some(x), Some(y)) => self.partner[0][x] != y && !(self.free(0, x) && self.free(1, y)),
            (x, y) => x != y,
        })
    }

    /// Whether two partners stand in the same relation to what is beside them.
    pub(super) fn agrees(&self, x: &Word, i: usize, y: &Word, j: usize, case: &Case) -> bool {
        if x.class == Class::Name && self.offered(i, j) {
            return true;
        }
        let modifies = [self.modifies(0, i, case), self.modifies(1, j, case)];
        // "the Russian ministry summoned the ambassador", "the ministry summoned the Russian ambassador"
        let same_head = || (i + 1..self.words[0].len().min(i + 4)).any(|at| (j + 1..j + 4).contains(&self.partner[0][at]));
        if modifies == [true; 2] && !same_head() {
            return false;
        }
        // "barred from leaving", "not allowed to leave"
        let doing = |word: &Word, side: usize| word.lead == key!("from") && word.span.of(case.texts[side]).ends_with("ing");
        let apart = modifies[0] != modifies[1] || doing(x, 0) != doing(y, 1);
        if !apart && opposed(x, y) || x.class == Class::Date && x.fact != 0 && y.fact != 0 && x.fact != y.fact {
            return false;
        }
        // "unless it acts", "if it does not act"
        if x.class != y.class && (one_of!(x.key, "unless") || one_of!(y.key, "unless")) {
            return true;
        }
        if (x.lead == key!("than")) != (y.lead == key!("than")) || self.likened(i, j) {
            return false;
        }
        if self.origin(0, i, j) || self.origin(1, j, i) {
            return true;
        }
        // "to the port" may be told without its preposition, "from the port" may not; but "from a beach in Orlund" is "from an Orlund beach"
        let away = |word: &Word, side: usize| !modifies[side] && one_of!(word.lead, "from against");
        let of = key!("of");
        if x.class == Class::Name && away(x, 0) != away(y, 1) && x.lead != of && y.lead != of && !(self.leaves(0, i) && self.leaves(1, j)) {
            return false;
        }
        match x.class {
            Class::Number => self.same_count(i, j, case),
            Class::Weighty => self.same_order(i, j),
            Class::Scope | Class::Negation => self.same_scope(i, j),
            _ => true,
        }
    }

    /// Whether a name stands before a noun that it describes: "the Orlund beach".
    fn modifies(&self, side: usize, k: usize, case: &Case) -> bool {
        let words = self.words[side];
        // in "by a Nairobi court" the preposition is the court's
        let noun = |word: &Word| {
            matches!(word.class, Class::Plain | Class::Title)
                && word.lead == 0
                && !word.opens
                && word.joined == Joint::None
                && !irregular(word, case.texts[side])
        };
        words[k].class == Class::Name && words.get(k + 1).is_some_and(noun)
    }

    /// "A bid by Perth", "a bid from Perth".
    fn offered(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let led = |word: &Word| one_of!(word.lead, "by from");
        i > 0 && j > 0 && led(&a[i]) && led(&b[j]) && self.partner[0][i - 1] == j - 1 && !a[i - 1].passive && !b[j - 1].passive
    }

    /// "Tourists from Belgium", "Belgian tourists"; "a shipbuilder from South Korea", "a South Korean shipbuilder".
    fn origin(&self, side: usize, k: usize, at: usize) -> bool {
        let (words, others) = (self.words[side], self.words[1 - side]);
        let plain = |at: usize| others.get(at).is_some_and(|word| word.lead == 0 && !word.opens);
        let goes_on = |at: usize| {
            let partner = self.partner[1 - side][at];
            plain(at) && named(&others[at]) && partner != NONE && partner >= k && words[partner].lead == 0
        };
        let from = words[k].lead == key!("from") || k > 0 && words[k - 1].lead == key!("from") && named(&words[k - 1]);
        if !from || !named(&others[at]) {
            return false;
        }
        let bearer = (at + 1..others.len()).find(|&at| !goes_on(at)).unwrap_or(others.len());
        plain(bearer) && (k.saturating_sub(3)..k).any(|of| words[of].content() && self.partner[side][of] == bearer)
    }

    /// Whether a word has taken another's place behind "as": "women are twice as likely as men", "men are twice as likely as women".
    fn likened(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let r#as = key!("as");
        let measured = || a.iter().any(|word| one_of!(word.key, "likely unlikely twice double time often"));
        a[i].lead == r#as
            && b[j].lead != r#as
            && measured()
            && self.pairs().any(|(p, q)| a[p].lead != r#as && b[q].lead == r#as && a[p].class == a[i].class)
    }

    /// "Withdrew from the race", "quit the race".
    fn leaves(&self, side: usize, k: usize) -> bool {
        let words = self.words[side];
        let verb = (k.saturating_sub(3)..k).rev().find(|&at| matches!(words[at].class, Class::Plain | Class::Bearing));
        verb.is_some_and(|at| one_of!(words[at].key, "quit withdraw leave retire escape retreat depart vanish disappear"))
    }

    /// Whether a number goes with what it counts in both.
    fn same_count(&self, i: usize, j: usize, case: &Case) -> bool {
        let [a, b] = self.words;
        if self.reversed(i) {
            return false;
        }
        // "an earthquake in 2016", "a 2016 earthquake"; "one child in five", "one in five children"
        if year(a[i].span.of(case.texts[0])) || a[i].fact != 0 && a[i].fact == b[j].fact {
            return true;
        }
        let unit = |words: &[Word], k: usize| {
            words.get(k + 1).filter(|w| matches!(w.class, Class::Plain | Class::Bearing | Class::Scope) && !w.opens).map(|_| k + 1)
        };
        let (Some(p), Some(q)) = (unit(a, i), unit(b, j)) else { return true };
        // "two men and a woman", "two women and a man"
        if self.other_conjunct(p, q) {
            return false;
        }
        let (to, from) = (self.partner[0][p], self.partner[1][q]);
        // "the third stranding", "a 70-km stretch": the thing may stand elsewhere, but is no other number's;
        // "two-thirds of voters under 30" are "two-thirds of under-30 voters"
        let taken = |side: usize, at: usize, own: usize, unit: usize| {
            let number = at > 0 && at - 1 != own && self.words[side][at - 1].class == Class::Number;
            number && !(self.partner[side][at - 1] != NONE && (1..=4).contains(&unit.wrapping_sub(self.partner[side][at - 1])))
        };
        to == q || to == NONE && from == NONE || !(to != NONE && taken(1, to, j, p) || from != NONE && taken(0, from, i, q))
    }

    /// Whether the same follows "before", "after" and the like.
    fn same_order(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let near = |p: usize| p > j && p.abs_diff(j + 1) <= 3;
        let behind: Vec<usize> = (i + 1..a.len().min(i + 4)).map(|at| self.partner[0][at]).filter(|p| *p != NONE).collect();
        behind.is_empty() || j + 1 == b.len() || near(behind[0]) || behind.iter().filter(|p| near(**p)).count() > 1
    }

    /// Whether scope and negation go with the same word.
    fn same_scope(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let (x, y) = (&a[i], &b[j]);
        let next = a.get(i + 1).map(|_| self.partner[0][i + 1]).filter(|p| *p != NONE);
        if x.class == Class::Scope {
            // "all 19 miners", "the 19 miners have all …"
            let counted = || [a.get(i + 1), b.get(j + 1)].into_iter().flatten().any(|word| word.class == Class::Number);
            // with nothing that a preposition leads: "its majority in the lower house"
            let led = || a.get(i + 1).is_some_and(|next| next.lead != 0 && next.lead != key!("of"));
            // "had been refused it twice", "had twice been refused it"
            return one_of!(x.key, "twice") || one_of!(x.key, "all") && counted() || led() || next.is_none_or(|p| p.abs_diff(j) <= 4);
        }
        // "one and not the other", "the other and not the one"
        if self.traded(i, j) {
            return false;
        }
        match next {
            // "did not find any", "found no", and the other way round
            Some(p) if p + 1 == j && one_of!(y.key, "no") => true,
            Some(p) if p < j => one_of!(x.key, "no") && i > 0 && self.partner[0][i - 1] == j + 1,
            Some(p) => p.abs_diff(j) <= 4,
            None => true,
        }
    }

    /// Whether of two names, or two words with one preposition, the one before a word of the earlier sentence stands behind its partner in the later, and the other way round.
    fn traded(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let (mut behind, mut before) = (false, false);
        // "by his voice"
        let lead = |words: &[Word], k: usize| match k.checked_sub(1).map(|at| &words[at]) {
            Some(word) if word.class == Class::Pronoun && words[k].lead == 0 => word.lead,
            _ => words[k].lead,
        };
        let told = |p: usize, q: usize| {
            let names = a[p].class == Class::Name && b[q].class == Class::Name;
            names || a[p].content() && lead(a, p) != 0 && lead(a, p) == lead(b, q)
        };
        for (p, q) in self.pairs().filter(|&(p, q)| told(p, q)) {
            behind |= p < i && q > j;
            before |= p > i && q < j;
        }
        behind && before
    }

    /// Whether `p` of the earlier sentence and `q` of the later, which are no partners, are joined to each other's partner.
    fn other_conjunct(&self, p: usize, q: usize) -> bool {
        let (in_b, in_a) = (self.partner[0][p], self.partner[1][q]);
        let joined = |words: &[Word], x: usize, y: usize| words[x.max(y)].joined == Joint::And && x.abs_diff(y) <= 2;
        in_b != q && in_b != NONE && in_a != NONE && joined(self.words[0], p, in_a) && joined(self.words[1], in_b, q)
    }

    /// Whether a number and the one right behind it have changed places: "3-1", "1-3".
    fn reversed(&self, i: usize) -> bool {
        // "19 of the 22 passengers" is "of the 22 passengers, 19"
        let next = self.words[0].get(i + 1).filter(|word| word.class == Class::Number && word.lead != key!("of") && !word.opens);
        let next = next.map(|_| self.partner[0][i + 1]);
        next.is_some_and(|next| next != NONE && next < self.partner[0][i])
    }
}
