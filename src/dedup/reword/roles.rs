//! Roles: whether partners stand in the same relations: to the words beside them, and to one another.

use super::super::judge::{Case, opposed};
use super::super::lexicon::{Class, known};
use super::super::word::{Joint, Word};
use super::one_of;
use super::pairing::{NONE, Pairing};
use super::spare::light;

/// Past forms of verbs that do not end in "ed".
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "beat", "became", "began", "bit", "blew", "bore", "bought", "broke", "brought", "built", "came", "caught", "chose", "cut", "dealt", "drew", "drove",
    "fed", "fell", "felt", "fled", "flew", "forbade", "forgave", "fought", "found", "froze", "gave", "got", "grew", "held", "hid", "hit", "hurt", "kept",
    "knew", "laid", "led", "left", "lent", "let", "lost", "made", "met", "overthrew", "overtook", "paid", "put", "ran", "read", "rode", "rose", "sang",
    "sank", "saw", "sent", "set", "shot", "shut", "sold", "sought", "spent", "spoke", "spread", "stole", "stood", "struck", "stuck", "swam", "swept", "swore",
    "taught", "threw", "told", "took", "tore", "understood", "upheld", "went", "withdrew", "woke", "won", "wore", "wrote",
];

impl Pairing<'_> {
    /// Whether two partners stand in the same relation to what is beside them.
    pub(super) fn agrees(&self, x: &Word, i: usize, y: &Word, j: usize, case: &Case) -> bool {
        let [a, b] = self.words;
        // in "by a Nairobi court" the preposition is the court's
        let noun = |word: &Word| matches!(word.class, Class::Plain | Class::Title) && word.lead == 0 && !word.opens;
        let modifies = |words: &[Word], k: usize| {
            words[k].class == Class::Name && words.get(k + 1).is_some_and(|next| noun(next) && next.joined == Joint::None)
        };
        // "barred from leaving", "not allowed to leave"
        let doing = |word: &Word, side: usize| word.lead == known("from") && word.span.of(case.texts[side]).ends_with("ing");
        // "the Russian ministry summoned the ambassador", "the ministry summoned the Russian ambassador"
        let same_head = || (i + 1..a.len().min(i + 4)).any(|at| (j + 1..j + 4).contains(&self.partner[0][at]));
        if modifies(a, i) && modifies(b, j) && !same_head() {
            return false;
        }
        let apart = modifies(a, i) != modifies(b, j) || doing(x, 0) != doing(y, 1);
        if !apart && opposed(x, y) || x.class == Class::Date && x.fact != 0 && y.fact != 0 && x.fact != y.fact {
            return false;
        }
        let than = known("than");
        if (x.lead == than) != (y.lead == than) {
            return false;
        }
        // "to the port" may be told without its preposition, "from the port" may not
        let apart = |lead: u32| one_of!(lead, "from against");
        // "tourists from Belgium", "Belgian tourists"
        let origin = |words: &[Word], k: usize, others: &[Word], at: usize, side: usize| {
            words[k].lead == known("from") && k > 0 && modifies(others, at) && self.partner[side][k - 1] == at + 1
        };
        if origin(a, i, b, j, 0) || origin(b, j, a, i, 1) {
            return true;
        }
        if x.class == Class::Name && apart(x.lead) != apart(y.lead) && x.lead != known("of") && y.lead != known("of") {
            return false;
        }
        let unit = |words: &[Word], k: usize| {
            words.get(k + 1).filter(|w| matches!(w.class, Class::Plain | Class::Bearing | Class::Scope) && !w.opens).map(|_| k + 1)
        };
        match x.class {
            // a number goes with what it counts
            Class::Number if self.reversed(i) => false,
            // "one child in five", "one in five children"
            Class::Number if x.fact != 0 && x.fact == y.fact => true,
            Class::Number => match (unit(a, i), unit(b, j)) {
                // "two men and a woman", "two women and a man"
                (Some(p), Some(q)) if self.other_conjunct(p, q) => false,
                (Some(p), Some(q)) => {
                    self.partner[0][p] == q || self.partner[0][p] == NONE && self.partner[1][q] == NONE || {
                        // "the third stranding", "a 70-km stretch": the thing may stand elsewhere, but is no other number's
                        let taken = |words: &[Word], at: usize, own: usize| at > 0 && at - 1 != own && words[at - 1].class == Class::Number;
                        !(self.partner[0][p] != NONE && taken(b, self.partner[0][p], j)
                            || self.partner[1][q] != NONE && taken(a, self.partner[1][q], i))
                    }
                }
                _ => true,
            },
            // "before", "after": what follows must be the same
            Class::Weighty => match (a.get(i + 1), b.get(j + 1)) {
                (Some(_), Some(_)) => {
                    let p = self.partner[0][i + 1];
                    p == NONE || p.abs_diff(j + 1) <= 3
                }
                _ => true,
            },
            // "one and not the other", "the other and not the one"
            Class::Negation if self.traded(i, j) => false,
            // "all 19 miners", "the 19 miners have all …"
            Class::Scope
                if one_of!(x.key, "all") && [a.get(i + 1), b.get(j + 1)].into_iter().flatten().any(|w| w.class == Class::Number) =>
            {
                true
            }
            // scope with nothing that a preposition leads: "its majority in the lower house"
            Class::Scope if a.get(i + 1).is_some_and(|next| next.lead != 0 && next.lead != known("of")) => true,
            // scope and negation go with the word that they stand before
            Class::Scope | Class::Negation => match a.get(i + 1).map(|_| self.partner[0][i + 1]) {
                // "children but not adults", "adults but not children"
                Some(p) if p != NONE && x.class == Class::Negation && p < j => false,
                Some(p) if p != NONE => p.abs_diff(j) <= 4,
                _ => true,
            },
            _ => true,
        }
    }

    /// Whether of two names the one before a word of the earlier sentence stands behind its partner in the later, and the other way round.
    fn traded(&self, i: usize, j: usize) -> bool {
        let [a, b] = self.words;
        let (mut behind, mut before) = (false, false);
        for (p, q) in self.pairs().filter(|&(p, q)| a[p].class == Class::Name && b[q].class == Class::Name) {
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

    /// Whether two days or places have changed places: "signed on Monday and paid on Tuesday", "paid on Monday and signed on Tuesday".
    pub(super) fn other_setting(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let deed = |side: usize, k: usize| {
            let told = |at: &usize| matches!(self.words[side][*at].class, Class::Plain | Class::Bearing);
            (0..k).rev().filter(told).find(|&at| self.verbal(side, at, case)).or_else(|| (0..k).rev().find(told))
        };
        let setting =
            |word: &Word| matches!(word.class, Class::Date | Class::Number) || word.class == Class::Name && one_of!(word.lead, "in at");
        let settings = self.pairs().filter(|&(i, j)| setting(&a[i]) && setting(&b[j]));
        let settings: Vec<(usize, usize)> = settings.filter_map(|(i, j)| Some((deed(0, i)?, deed(1, j)?))).collect();
        let crossed = |&(p, q): &(usize, usize), &(r, s): &(usize, usize)| p != r && self.partner[0][p] == s && self.partner[0][r] == q;
        settings.iter().any(|one| settings.iter().any(|other| crossed(one, other)))
    }

    /// Whether a number and the one right behind it have changed places: "3-1", "1-3".
    fn reversed(&self, i: usize) -> bool {
        // "19 of the 22 passengers" is "of the 22 passengers, 19"
        let next = self.words[0].get(i + 1).filter(|word| word.class == Class::Number && word.lead != known("of") && !word.opens);
        let next = next.map(|_| self.partner[0][i + 1]);
        next.is_some_and(|next| next != NONE && next < self.partner[0][i])
    }

    /// Whether "he" has become "she", "Mr" "Mrs", or one office another.
    pub(super) fn other_person(&self) -> bool {
        let left = |side: usize, class: Class| {
            self.words[side]
                .iter()
                .zip(&self.partner[side])
                .filter(move |(word, p)| word.class == class && **p == NONE)
                .map(|(word, _)| word.key)
        };
        let sex = |key: u32| match key {
            _ if one_of!(key, "he him his himself mr sir lord") => 1,
            _ if one_of!(key, "she her hers herself mrs ms miss lady dame") => 2,
            _ => 0,
        };
        let courtesy = |key: u32| one_of!(key, "mr mrs ms miss dr sir lord lady dame professor");
        let sexes = left(0, Class::Pronoun)
            .chain(left(0, Class::Title))
            .any(|x| sex(x) != 0 && left(1, Class::Pronoun).chain(left(1, Class::Title)).any(|y| sex(y) != 0 && sex(y) != sex(x)));
        sexes || left(0, Class::Title).any(|x| !courtesy(x) && left(1, Class::Title).any(|y| !courtesy(y)))
    }

    /// Whether what was only spoken of is now done, in the place of what was done: "suspended while it considers her dismissal", "dismissed".
    fn undone(&self, i: usize, j: usize, case: &Case) -> bool {
        let text = |side: usize, k: usize| self.words[side][k].span.of(case.texts[side]);
        let nominal = ["al", "ion", "ment"].iter().any(|end| text(0, i).ends_with(end));
        nominal && text(1, j).ends_with("ed") && !self.words[1][j].passive
    }

    /// Whether another deed than the earlier sentence's is told with its words.
    pub(super) fn other_deed(&self, case: &Case) -> bool {
        let left = |(k, word): (usize, &Word)| {
            self.partner[0][k] == NONE && word.class == Class::Plain && !light(word) && word.span.of(case.texts[0]).ends_with("ed")
        };
        self.words[0].iter().enumerate().any(left) && self.pairs().any(|(i, j)| self.undone(i, j, case))
    }

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
            || word.lead == known("to")
            || before == Some(Class::Modal)
            || text.ends_with('s') && before == Some(Class::Name)
            || IRREGULAR.contains(&text)
    }

    /// Whether two deeds of one clause each have changed places: "praised the police, who had criticised the council".
    pub(super) fn other_doer(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let before = |words: &[Word], k: usize| (0..k).rev().find(|&at| words[at].content() || words[at].class == Class::Title);
        let deed = |&(i, j): &(usize, usize)| {
            [&a[i], &b[j]].iter().all(|w| w.class == Class::Plain) && self.verbal(0, i, case) && self.verbal(1, j, case)
        };
        let deeds: Vec<(usize, usize)> = self.pairs().filter(deed).collect();
        deeds.iter().any(|&(v, w)| {
            deeds.iter().filter(|&&(x, y)| x > v && y < w && a[x].joined == Joint::None && b[w].joined == Joint::None).any(|&(x, y)| {
                let doer = |p: usize, q: usize| {
                    let (Some(p), Some(q)) = (before(a, p), before(b, q)) else { return false };
                    self.partner[0][p] == q && !deeds.contains(&(p, q))
                };
                doer(v, y) && doer(x, w)
            })
        })
    }

    /// Whether another than in the earlier sentence speaks, of whom that one spoke: "Ana said that Bo had left", "Bo said that Ana had left".
    pub(super) fn other_speaker(&self, texts: [&str; 2]) -> bool {
        let speakers = [0, 1].map(|side| self.speakers(side, texts[side]));
        let spoken_of = |side: usize| {
            let mut words = speakers[side].clone();
            words.any(|k| {
                self.partner[side][k] != NONE && self.words[side][k].content() && !speakers[1 - side].contains(&self.partner[side][k])
            })
        };
        spoken_of(0) && spoken_of(1)
    }

    /// The words that name who speaks: behind the first verb of saying if they end the clause there, else before it.
    fn speakers(&self, side: usize, text: &str) -> std::ops::Range<usize> {
        let words = self.words[side];
        let Some(say) = words.iter().position(|word| word.class == Class::Say && !word.span.of(text).ends_with("ing")) else { return 0..0 };
        let end = (say + 1..words.len()).find(|&at| words[at].closes).map_or(words.len(), |at| at + 1);
        let called =
            |word: &Word| matches!(word.class, Class::Plain | Class::Title | Class::Name) && (word.lead == 0 || word.lead == known("of"));
        let named = |words: &[Word]| {
            let first = words.iter().position(|word| word.class == Class::Name);
            first.is_some_and(|first| first <= 3 && words[first..].iter().all(|word| word.class == Class::Name))
        };
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

    /// Whether two have changed places around a word that both sentences have: "the union accused the company", "the company accused the union".
    pub(super) fn exchanged(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let pairs: Vec<(usize, usize)> = self.pairs().collect();
        let (by, of) = (known("by"), known("of"));
        // what a preposition leads may stand anywhere; so may a speaker
        let led = |words: &[Word], k: usize| {
            (k.saturating_sub(2)..=k)
                .rev()
                .take_while(|&at| at == k || !words[at + 1].opens && words[at].class != Class::Say)
                .any(|at| words[at].lead != 0 && words[at].lead != of)
        };
        // the owner of "the minister's comments" is told of, and does not speak; nor do those who follow "said that"
        let speaks = |words: &[Word], k: usize| {
            let say = |at: usize| words[at].class == Class::Say;
            let before = (k..words.len().min(k + 4)).take_while(|&at| at == k || !words[at].opens).any(say);
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
            // the passive without its "by", and "nine people died", "a fire killed nine people", turn the order round
            if a[v].passive != b[w].passive || a[v].key != b[w].key && one_of!(a[v].key, "kill die") && one_of!(b[w].key, "kill die") {
                return false;
            }
            let verbal = self.verbal(0, v, case) || self.verbal(1, w, case);
            // "the brother of the suspect"
            let related = |i: usize, j: usize, p: usize| v - i <= 2 && p - v <= 2 && j - w <= 2 && a[p].lead == of && b[j].lead == of;
            // "the airline owes the airport", "Turkey, unlike Greece"
            let direct = |i: usize, j: usize, p: usize, q: usize| {
                i + 1 == v
                    && v + 1 == p
                    && q + 1 == w
                    && w + 1 == j
                    && [&a[i], &a[v], &a[p], &b[j], &b[w], &b[q]].iter().all(|word| word.lead == 0)
            };
            // "although exports rose, …": who moves with a verb of their own has not taken another's place
            let own = |i: usize| {
                let verb = (i + 1..v).take_while(|&k| !a[k].opens).find(|&k| self.verbal(0, k, case));
                verb.is_some_and(|k| self.partner[0][k] != NONE && self.partner[0][k] > w && a[k + 1..=v].iter().any(|word| word.opens))
            };
            let left_to_right = movers.iter().filter(|&&(i, j)| i < v && j > w && !own(i));
            left_to_right.into_iter().any(|&(i, j)| {
                movers.iter().any(|&(p, q)| {
                    p > v
                        && q < w
                        && (p, q) != (i, j)
                        && (verbal || related(i, j, p) || direct(i, j, p, q))
                        && (b[j].lead == by) == (a[p].lead == by)
                        && (!carried(&(i, j)) && !carried(&(p, q))
                            || carried(&(i, j)) && carried(&(p, q)) && a[i].lead != 0 && a[i].lead == a[p].lead)
                        && (!beside(i, v) || !beside(j, w) || p <= v + 2 && w <= q + 2)
                })
            })
        })
    }
}
