//! Reworded: a sentence that tells the same facts in other words and another order: the passive for the active, a synonym, a noun for a verb, the
//! speaker at the end. The second chance of a sentence in which the [`judge`](super::judge) found a difference.
//!
//! Every word of the later sentence must have its partner in the earlier one, whatever the place; what turns a claim round (negation, certainty,
//! scope, order in time, direction) must be the same in both; and nobody may have changed places with anybody.

use super::fingerprint;
use super::judge::{Case, opposed};
use super::keys::Keys;
use super::lexicon::{Class, known};
use super::numbers;
use super::synonyms::{alike, derived, key_of};
use super::word::{Joint, Word};
use std::sync::LazyLock;

/// No partner.
const NONE: usize = usize::MAX;

/// Longest sentence that is looked at, in words that carry facts: the search is quadratic.
const LONGEST: usize = 64;

/// Past forms of verbs that do not end in "ed".
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "beat", "bit", "bought", "brought", "built", "caught", "chose", "drew", "drove", "fed", "fought", "found", "gave", "got", "held", "hit", "hurt", "kept", "knew",
    "led", "left", "lent", "lost", "made", "met", "overthrew", "overtook", "paid", "put", "ran", "sank", "saw", "sent", "shot", "sold", "stole", "struck", "sued",
    "taught", "threw", "told", "took", "understood", "won", "wrote",
];

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

/// The two sentences with the partners found.
struct Pairing<'w> {
    words: [&'w [Word]; 2],
    partner: [Vec<usize>; 2],
}

/// Judges whether `b` only tells `a`, or a part of it, in other words.
pub(crate) fn judge(a: &[Word], b: &[Word], case: &Case) -> Option<Reworded> {
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let mut pairing = Pairing { words: [a, b], partner: [vec![NONE; a.len()], vec![NONE; b.len()]] };
    // the "year" of an age is not that of a term
    let other_value = |x: &Word, y: &Word| x.fact != 0 && y.fact != 0 && x.fact != y.fact && x.class != Class::Name;
    pairing.pair(|i, j| a[i].key == b[j].key && a[i].class == b[j].class && !other_value(&a[i], &b[j]));
    pairing.pair(|i, j| a[i].same(&b[j]));
    let groups = [a, b].map(|words| words.iter().map(group).collect::<Vec<u32>>());
    pairing.pair(|i, j| groups[1][j] != 0 && groups[0][i] == groups[1][j]);
    if pairing.lacks_a_fact() {
        return None;
    }
    pairing.pair(|i, j| (open(&a[i]) && open(&b[j]) || named(&a[i]) && named(&b[j])) && alike(a[i].key, b[j].key));
    pairing.particles();
    pairing.pair(|i, j| {
        let (x, y) = (&a[i], &b[j]);
        (open(x) && open(y) || x.class == Class::Name && y.class == Class::Name)
            && derived(x.span.of(case.texts[0]), y.span.of(case.texts[1]))
    });
    pairing.compounds(case);
    pairing.acronyms(case);
    pairing.judge(case)
}

/// Whether a word has a meaning of its own that another may have.
fn open(word: &Word) -> bool {
    matches!(word.class, Class::Plain | Class::Bearing | Class::Say | Class::Title)
}

fn named(word: &Word) -> bool {
    word.class == Class::Name
}

/// Words that turn a claim in the same way, by number; 0 for all others.
fn group(word: &Word) -> u32 {
    static GROUPS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
        let groups = [
            "will would shall",
            "may might could can possibly perhaps maybe possible potential potentially",
            "should must ought",
            "likely probably",
            "allegedly reportedly supposedly alleged allege",
            "not no never none cannot neither nor nobody nothing without",
            "all every each entire whole everyone everybody",
            "most majority mostly",
            "nearly almost near",
            "roughly approximately around about",
            "mainly largely",
            "half partly",
            "believe suspect suspected",
            "plan hope want seek",
            "oppose against",
        ];
        let mut groups: Vec<(u32, u32)> =
            groups.iter().enumerate().flat_map(|(n, words)| words.split(' ').map(move |w| (known(w), n as u32 + 1))).collect();
        // "both", "the two"
        groups.push((numbers::key_of(2.0), groups.len() as u32 + 1));
        groups.push((known("both"), groups.len() as u32));
        // two words of one key: the first group counts
        groups.sort_unstable();
        groups.dedup_by_key(|(key, _)| *key);
        groups
    });
    GROUPS.binary_search_by_key(&word.key, |(key, _)| *key).map_or(0, |at| GROUPS[at].1)
}

/// Whether a key is one of a few words.
macro_rules! one_of {
    ($key:expr, $words:expr) => {{
        static WORDS: LazyLock<Keys> = LazyLock::new(|| Keys::of($words.split(' ').map(key_of).collect()));
        WORDS.holds($key)
    }};
}

/// Verbs and nouns that only hold a sentence together: "to make a promise", "the work of", "to take place".
fn light(word: &Word) -> bool {
    word.class == Class::Plain
        && one_of!(
            word.key,
            "make take give get put have come go place way case fact work piece carry undergo set local own part member serve bring number remain stay involve aboard include hold spend slightly suffer"
        )
}

/// "Will": that something is to come is told in many ways.
fn future(word: &Word) -> bool {
    one_of!(word.key, "will would shall expect due set plan should")
}

impl Pairing<'_> {
    /// Pairs words that are alike (of the earlier sentence, of the later) and have no partner yet, each with the first.
    fn pair(&mut self, alike: impl Fn(usize, usize) -> bool) {
        let [a, b] = self.words;
        for j in 0..b.len() {
            if self.partner[1][j] != NONE {
                continue;
            }
            // the word after the partner of the word before, if that is alike; else the first
            let after = j.checked_sub(1).map(|k| self.partner[1][k]).filter(|&i| i != NONE).map(|i| i + 1);
            let fits = |i: usize| i < a.len() && self.partner[0][i] == NONE && alike(i, j);
            let found = after.filter(|&i| fits(i)).or_else(|| (0..a.len()).find(|&i| fits(i)));
            if let Some(i) = found {
                self.partner[0][i] = j;
                self.partner[1][j] = i;
            }
        }
    }

    /// Whether the later sentence has a number, a day or a denial that the earlier lacks: no synonym makes up for it.
    fn lacks_a_fact(&self) -> bool {
        let figures = |word: &Word| matches!(word.class, Class::Number | Class::Date | Class::Negation);
        self.words[1]
            .iter()
            .enumerate()
            .any(|(k, word)| figures(word) && self.partner[1][k] == NONE && !self.told(1, k) && !self.article(1, k))
    }

    /// Whether a number is the "one" of "one woman", where the other sentence has "a woman".
    fn article(&self, side: usize, k: usize) -> bool {
        let (words, others) = (self.words[side], self.words[1 - side]);
        let counted = words.get(k + 1).filter(|next| next.class != Class::Number && next.lead != known("of") && !next.opens);
        let partner = counted.map_or(NONE, |_| self.partner[side][k + 1]);
        words[k].key == numbers::key_of(1.0)
            && partner != NONE
            && (partner == 0 || !matches!(others[partner - 1].class, Class::Number | Class::Scope))
    }

    /// Pairs "broke up" with "dispersed".
    fn particles(&mut self) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for k in 1..words.len() {
                let (verb, particle) = (&words[k - 1], &words[k]);
                let apart = particle.opens || self.partner[side][k - 1] != NONE || self.partner[side][k] != NONE;
                if apart || !open(verb) || !one_of!(particle.key, "up down out off over through away back") {
                    continue;
                }
                let unit = fingerprint::pair(verb.key, particle.key);
                let fits = |i: &usize| self.partner[1 - side][*i] == NONE && open(&others[*i]) && alike(unit, others[*i].key);
                if let Some(i) = (0..others.len()).find(fits) {
                    (self.partner[side][k - 1], self.partner[side][k]) = (i, i);
                    self.partner[1 - side][i] = k - 1;
                }
            }
        }
    }

    /// Pairs "eurozone" with "euro zone", "liftoff" with "lift-off".
    fn compounds(&mut self, case: &Case) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for (k, word) in words.iter().enumerate() {
                if self.partner[side][k] != NONE || !matches!(word.class, Class::Plain | Class::Name) {
                    continue;
                }
                let text = word.span.of(case.texts[side]);
                let two = |i: usize| {
                    let (x, y) = (others[i].span.of(case.texts[1 - side]), others[i + 1].span.of(case.texts[1 - side]));
                    x.len() + y.len() == text.len()
                        && text.get(..x.len()).is_some_and(|t| t.eq_ignore_ascii_case(x))
                        && text[x.len()..].eq_ignore_ascii_case(y)
                };
                if let Some(i) = (1..others.len()).map(|i| i - 1).find(|&i| self.partner[1 - side][i] == NONE && two(i)) {
                    self.partner[side][k] = i;
                    self.partner[1 - side][i] = k;
                    if self.partner[1 - side][i + 1] == NONE {
                        self.partner[1 - side][i + 1] = k;
                    }
                }
            }
        }
    }

    /// Pairs "WHO" with "World Health Organization".
    fn acronyms(&mut self, case: &Case) {
        for side in 0..2 {
            let (words, others) = (self.words[side], self.words[1 - side]);
            for (k, word) in words.iter().enumerate() {
                let text = word.span.of(case.texts[side]);
                let letters = text.len();
                if self.partner[side][k] != NONE
                    || !named(word)
                    || !(2..=6).contains(&letters)
                    || !text.bytes().all(|b| b.is_ascii_uppercase())
                {
                    continue;
                }
                let spells = |i: usize| {
                    text.bytes().enumerate().all(|(n, letter)| {
                        let other = &others[i + n];
                        self.partner[1 - side][i + n] == NONE && named(other) && other.span.of(case.texts[1 - side]).as_bytes()[0] == letter
                    })
                };
                if let Some(i) = (0..(others.len() + 1).saturating_sub(letters)).find(|&i| spells(i)) {
                    self.partner[side][k] = i;
                    self.partner[1 - side][i..i + letters].fill(k);
                }
            }
        }
    }

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
                } else if self.told(side, k) || self.article(side, k) {
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
        for (j, &i) in self.partner[1].iter().enumerate() {
            if i != NONE && !self.agrees(&a[i], i, &b[j], j, case) {
                return None;
            }
        }
        (!self.exchanged(case) && !self.other_person()).then_some(Reworded { omitted, share_a, share_b })
    }

    /// Whether a word belongs to a value that the other sentence tells, with fewer words.
    fn told(&self, side: usize, k: usize) -> bool {
        let word = &self.words[side][k];
        word.fact != 0 && word.class != Class::Name && self.words[1 - side].iter().any(|other| other.fact == word.fact)
    }

    /// Whether a word without a partner says nothing that the other sentence lacks (`side` 1), or may be left out (`side` 0).
    fn spare(&self, side: usize, k: usize, case: &Case) -> bool {
        let word = &self.words[side][k];
        let others = self.words[1 - side];
        let next = self.words[side].get(k + 1);
        match word.class {
            Class::Glue | Class::Label | Class::Pronoun | Class::Say => true,
            // "elect a new president" is no title
            Class::Title => side == 0 || self.beside_a_name(k),
            Class::Name if side == 1 => self.first_name(k, case),
            Class::Name => true,
            Class::Plain if side == 0 => true,
            Class::Plain => {
                light(word) || self.ways(word, others) || self.agent(word) || future(word) && others.iter().any(future) || self.causes(word)
            }
            Class::Number if side == 0 => next.is_none_or(|n| n.lead != known("of") || self.partner[0][k + 1] == NONE),
            Class::Date if side == 0 => true,
            Class::Number | Class::Date => false,
            // "will meet" is not "met"
            // "ordered to pay", "must pay"
            Class::Modal
                if one_of!(word.key, "must should") && others.iter().any(|w| one_of!(w.key, "order require rule instruct tell force")) =>
            {
                true
            }
            Class::Modal => future(word) && !self.past(side, k, case) && (group(word) == 1 || others.iter().any(future)),
            Class::Bearing => future(word) && others.iter().any(future),
            Class::Relator if side == 1 && one_of!(word.key, "above below over under") => {
                !self.words[0].iter().zip(&self.partner[0]).any(|(w, partner)| *partner == NONE && one_of!(w.key, "above below over under"))
            }
            Class::Relator => side == 0 || !one_of!(word.key, "up down out off") || self.ways(word, others),
            // "until May", "to May"
            Class::Weighty if one_of!(word.key, "until") && next.is_some_and(|n| matches!(n.class, Class::Date | Class::Number)) => {
                let partner = self.partner[side][k + 1];
                partner != NONE && one_of!(others[partner].lead, "to through")
            }
            Class::Weighty if one_of!(word.key, "after") && self.followed(side, k) => true,
            Class::Weighty => side == 0 && next.is_some() && self.partner[0][k + 1] == NONE,
            // "to disagree about", "to turn around"; "each year", "a year"
            // "denied any wrongdoing", "a quarter of all households"
            Class::Scope if one_of!(word.key, "any") || one_of!(word.key, "all") && word.lead == known("of") => true,
            // "30,000 tenants", "some 30,000 tenants"; "just two", "only two"
            Class::Scope if side == 1 && word.span.of(case.texts[1]).eq_ignore_ascii_case("some") => {
                next.is_some_and(|n| n.class == Class::Number)
            }
            Class::Scope if one_of!(word.key, "only") => next.is_some_and(|n| n.class == Class::Number),
            Class::Scope if one_of!(word.key, "about around") => next.is_none_or(|n| n.class != Class::Number),
            Class::Scope if one_of!(word.key, "each every") => next.is_some_and(|n| n.class == Class::Date),
            Class::Negation | Class::Scope => false,
        }
    }

    /// Whether "B after A" tells what the other sentence tells in order: "A, and B".
    fn followed(&self, side: usize, k: usize) -> bool {
        let partners = |range: std::ops::Range<usize>| self.partner[side][range].iter().copied().filter(|partner| *partner != NONE);
        let order = |word: &Word| one_of!(word.key, "after before until");
        let (Some(first), Some(last)) = (partners(0..k).min(), partners(k..self.words[side].len()).max()) else { return false };
        last < first && !self.words[1 - side].iter().any(order)
    }

    /// Whether a name stands beside a word, or beside titles next to it.
    fn beside_a_name(&self, k: usize) -> bool {
        let words = self.words[1];
        let title = |at: &usize| words[*at].class == Class::Title;
        let behind = (k + 1..words.len()).find(|at| !title(at));
        let before = (0..k).rev().find(|at| !title(at));
        behind.into_iter().chain(before).any(|at| named(&words[at]))
    }

    /// Whether the partner of the verb that a modal leads stands in the past: "met" for "will meet", not "meets".
    fn past(&self, side: usize, k: usize, case: &Case) -> bool {
        let verb = (k + 1..self.words[side].len().min(k + 3)).find(|&at| self.words[side][at].content());
        let Some((verb, partner)) = verb.map(|at| (at, self.partner[side][at])).filter(|(_, partner)| *partner != NONE) else {
            return false;
        };
        let (own, other) = (&self.words[side][verb], &self.words[1 - side][partner]);
        let (led, told) = (own.span.of(case.texts[side]), other.span.of(case.texts[1 - side]));
        let present = |words: &str| words.split(' ').next().is_some_and(|word| word.ends_with('s') || word.ends_with("ing"));
        // "were freed" for "will be freed"
        if own.passive && other.passive {
            let before = case.texts[1 - side][..other.span.start()].split_whitespace().next_back().unwrap_or_default();
            return matches!(before, "was" | "were" | "been");
        }
        !own.passive && !other.passive && own.key == other.key && !led.eq_ignore_ascii_case(told) && !present(told) && !present(led)
    }

    /// Whether a word names those who do what the earlier sentence tells in the passive: "three men were arrested", "police arrested three men".
    fn agent(&self, word: &Word) -> bool {
        let passive = |does: &dyn Fn(u32) -> bool| self.words[0].iter().any(|verb| verb.passive && does(verb.key));
        one_of!(word.key, "police officer detective authority")
            && passive(&|key| one_of!(key, "arrest charge detain question hold seize search"))
            || one_of!(word.key, "rescuer firefighter") && passive(&|key| one_of!(key, "rescue save pull evacuate free"))
            || one_of!(word.key, "court judge jury") && passive(&|key| one_of!(key, "sentence jail convict acquit fine clear"))
    }

    /// Whether the later sentence has the same word once more, with its partner: "£4.1bn, up from £3.8bn" for "4.1 billion pounds, from 3.8 billion".
    fn again(&self, k: usize) -> bool {
        let words = self.words[1];
        words.iter().zip(&self.partner[1]).any(|(word, partner)| word.key == words[k].key && *partner != NONE)
    }

    /// Whether a word only says that one thing led to another where the earlier sentence says "because of": "bad weather forced them to end the search".
    fn causes(&self, word: &Word) -> bool {
        one_of!(word.key, "lead force cause prompt trigger") && self.words[0].iter().any(|w| w.lead == known("because"))
    }

    /// "Sales are down", "sales fell".
    fn ways(&self, word: &Word, others: &[Word]) -> bool {
        let (down, up) = (known("down"), known("up"));
        let (fall, rise) = (known("fall"), known("rise"));
        let has = |key: u32| others.iter().any(|other| other.key == key);
        (word.key == down || word.key == fall) && (has(down) || has(fall) || has(known("low")))
            || (word.key == up || word.key == rise) && (has(up) || has(rise) || has(known("high")))
    }

    /// Whether a name of the later sentence is the first name before a surname that both have, which the earlier article gives no other first name.
    fn first_name(&self, k: usize, case: &Case) -> bool {
        let b = self.words[1];
        let pronoun = self.words[0].iter().any(|w| w.class == Class::Pronoun && w.fact != 0 && w.fact == b[k].fact);
        let before_surname = b.get(k + 1).is_some_and(|next| {
            next.class == Class::Name
                && !next.opens
                && next.joined == Joint::None
                && self.partner[1][k + 1] != NONE
                && (!case.named[0].holds(next.key) || case.pairs[0].holds(super::fingerprint::pair(b[k].key, next.key)))
        });
        pronoun || before_surname
    }

    /// Whether two partners stand in the same relation to what is beside them.
    fn agrees(&self, x: &Word, i: usize, y: &Word, j: usize, case: &Case) -> bool {
        let [a, b] = self.words;
        // in "by a Nairobi court" the preposition is the court's
        let modifies = |words: &[Word], k: usize| {
            words[k].class == Class::Name
                && words
                    .get(k + 1)
                    .is_some_and(|next| next.class == Class::Plain && next.lead == 0 && !next.opens && next.joined == Joint::None)
        };
        // "barred from leaving", "not allowed to leave"
        let doing = |word: &Word, side: usize| word.lead == known("from") && word.span.of(case.texts[side]).ends_with("ing");
        let apart = modifies(a, i) != modifies(b, j) || doing(x, 0) != doing(y, 1);
        if !apart && opposed(x, y) || x.class == Class::Date && x.fact != 0 && y.fact != 0 && x.fact != y.fact {
            return false;
        }
        if (x.lead == known("than")) != (y.lead == known("than")) {
            return false;
        }
        // "to the port" may be told without its preposition, "from the port" may not
        let apart = |lead: u32| one_of!(lead, "from against");
        if x.class == Class::Name && apart(x.lead) != apart(y.lead) && x.lead != known("of") && y.lead != known("of") {
            return false;
        }
        let unit = |words: &[Word], k: usize| {
            words.get(k + 1).filter(|w| matches!(w.class, Class::Plain | Class::Bearing | Class::Scope) && !w.opens).map(|_| k + 1)
        };
        match x.class {
            // a number goes with what it counts
            Class::Number if self.reversed(i) => false,
            Class::Number => match (unit(a, i), unit(b, j)) {
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
            // scope and negation go with the word that they stand before
            Class::Scope | Class::Negation => match a.get(i + 1).map(|_| self.partner[0][i + 1]) {
                Some(p) if p != NONE => p.abs_diff(j) <= 4,
                _ => true,
            },
            _ => true,
        }
    }

    /// Whether a number and the one right behind it have changed places: "3-1", "1-3".
    fn reversed(&self, i: usize) -> bool {
        // "19 of the 22 passengers" is "of the 22 passengers, 19"
        let next = self.words[0].get(i + 1).filter(|word| word.class == Class::Number && word.lead != known("of") && !word.opens);
        let next = next.map(|_| self.partner[0][i + 1]);
        next.is_some_and(|next| next != NONE && next < self.partner[0][i])
    }

    /// Whether "he" has become "she", "Mr" "Mrs", or one office another.
    fn other_person(&self) -> bool {
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

    /// Whether a word may be a verb: by its ending, by what stands before it, or because it is irregular.
    fn verbal(&self, side: usize, k: usize, case: &Case) -> bool {
        let words = self.words[side];
        let (word, text) = (&words[k], words[k].span.of(case.texts[side]));
        let before = k.checked_sub(1).map(|at| words[at].class);
        word.passive
            || text.ends_with("ed")
            || text.ends_with("ing")
            || word.lead == known("to")
            || before == Some(Class::Modal)
            || text.ends_with('s') && before == Some(Class::Name)
            || IRREGULAR.contains(&text)
    }

    /// Whether two have changed places around a word that both sentences have: "the union accused the company", "the company accused the union".
    fn exchanged(&self, case: &Case) -> bool {
        let [a, b] = self.words;
        let pairs: Vec<(usize, usize)> = self.partner[1].iter().enumerate().filter(|(_, i)| **i != NONE).map(|(j, &i)| (i, j)).collect();
        // what a preposition leads may stand anywhere; so may a speaker
        let led = |words: &[Word], k: usize| {
            (k.saturating_sub(2)..=k)
                .rev()
                .take_while(|&at| at == k || !words[at + 1].opens)
                .any(|at| words[at].lead != 0 && words[at].lead != known("of"))
        };
        // the owner of "the minister's comments" is told of, and does not speak
        let speaks = |words: &[Word], k: usize| {
            words[k].lead != known("of") && (k.saturating_sub(3)..words.len().min(k + 4)).any(|at| words[at].class == Class::Say)
        };
        let carried = |&(i, j): &(usize, usize)| {
            let role = |lead: u32| one_of!(lead, "to by from against");
            let same = a[i].lead == b[j].lead || !role(a[i].lead) && !role(b[j].lead);
            led(a, i) && led(b, j) && same
        };
        let weighs = |&(i, j): &(usize, usize)| {
            matches!(a[i].class, Class::Name | Class::Plain | Class::Bearing | Class::Title) && !(speaks(a, i) && speaks(b, j))
        };
        let movers: Vec<(usize, usize)> = pairs.iter().copied().filter(weighs).collect();
        // "Wanjala, an economist", "the economist Wanjala"
        let by = known("by");
        let beside = |x: usize, y: usize| x.abs_diff(y) <= 1;
        pairs.iter().filter(|&&(i, _)| matches!(a[i].class, Class::Plain | Class::Bearing)).any(|&(v, w)| {
            // the passive without its "by", and "nine people died", "a fire killed nine people", turn the order round
            if a[v].passive != b[w].passive || a[v].key != b[w].key && one_of!(a[v].key, "kill die") && one_of!(b[w].key, "kill die") {
                return false;
            }
            let verbal = self.verbal(0, v, case) || self.verbal(1, w, case);
            // "the brother of the suspect"
            let of = known("of");
            let related = |i: usize, j: usize, p: usize| v - i <= 2 && p - v <= 2 && j - w <= 2 && a[p].lead == of && b[j].lead == of;
            let left_to_right = movers.iter().filter(|&&(i, j)| i < v && j > w);
            left_to_right.into_iter().any(|&(i, j)| {
                movers.iter().any(|&(p, q)| {
                    p > v
                        && q < w
                        && (p, q) != (i, j)
                        && (verbal || related(i, j, p))
                        && !(b[j].lead == by || a[p].lead == by)
                        && (!carried(&(i, j)) && !carried(&(p, q))
                            || carried(&(i, j)) && carried(&(p, q)) && a[i].lead != 0 && a[i].lead == a[p].lead)
                        && (!beside(i, v) || !beside(j, w) || p <= v + 2 && w <= q + 2)
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::{Options, read};
    use crate::dedup::compare::compare;

    /// The status of each sentence of the later text.
    fn statuses(earlier: &str, later: &str) -> Vec<&'static str> {
        let options = Options::default();
        let readings = [earlier, later].map(|text| read(text, &options).expect("any text can be read"));
        let comparison = compare(&readings, &mut |_, _| true).expect("not stopped");
        comparison.articles[1].sentences.iter().map(|sentence| sentence.status.name()).collect()
    }

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
        ] {
            assert!(statuses(earlier, later).iter().all(|s| *s != "said"), "{earlier} {later}");
        }
    }
}
