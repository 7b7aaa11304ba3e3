//! Features: what the tagger sees of a token, each a 32-bit hash of a template and its values. The trainer and the decoder share this file.
//!
//! The templates, in the order of [`own`](Sight::own) and [`around`](Sight::around): the word and its neighbours, folded and as written; shapes; beginnings and endings; what the lexicon
//! knows of the words and of the run of capitals around them (Ratinov and Roth 2009, "Design challenges and misconceptions in named entity
//! recognition"); what the article does with the same word elsewhere (Chieu and Ng 2002, "Named entity recognition with maximum entropy");
//! what the [rules](super::rules) say.

use super::EntityType;
use super::lexicon;
use super::tagger::Tagged;
use super::words::{Capitals, Words, is_particle};
use crate::article::{Case, TokenKind};
use crate::highlight::fold;
use crate::highlight::table::Table;

/// Most features of one token.
pub const MOST: usize = 112;

/// How far from a capital a word may stand that the features of some token ask for.
const NEAR: usize = 4;

/// What a token is to the tagger.
#[derive(Debug, Clone, Copy, Default)]
struct Trait {
    /// Hash of the folded word; 0 beyond the sentence.
    low: u32,
    /// 0 lower, 1 title, 2 upper, 3 mixed, 4 number, 5 other, 6 beyond the sentence.
    case: u8,
    /// What the gazetteer and the lexicon know of it.
    known: u32,
    /// The longest phrase of the lexicon it stands in: what it is, and where in it.
    phrase: u32,
    /// What the rules say: type and place in the name, how sure, by which rule.
    rule: u16,
    sure: u8,
    by: u16,
}

const BEYOND: Trait = Trait { low: 0, case: 6, known: 0, phrase: 0, rule: 0, sure: 0, by: 0 };

impl Trait {
    fn capital(&self) -> bool {
        matches!(self.case, 1..=3)
    }
}

/// What the article does with a word that has a capital somewhere.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    count: u32,
    lower: u32,
    inside: u32,
    titled: u32,
    named: u32,
    headed: u32,
    located: u32,
    speaks: u32,
    ends: u32,
    /// Votes of the rules for person, organisation, place.
    votes: [u32; 3],
    /// Last word of a person's name of several words, first word of one.
    surname: u32,
    forename: u32,
    /// First word of a run of capitals that ends like a company or has the head of an organisation.
    lead: u32,
    /// The initials of a run of capitals elsewhere.
    acronym: u32,
}

/// All tokens of an article as the tagger sees them.
pub struct Sight<'w, 'a, 't> {
    words: &'w Words<'a, 't>,
    traits: Vec<Trait>,
    known: Table,
    uses: Vec<Use>,
}

/// Joins two hashes.
fn mix(a: u32, b: u32) -> u32 {
    let x = (a.rotate_left(13) ^ b).wrapping_mul(0x9E37_79B1);
    x ^ (x >> 15)
}

fn narrow(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// Hash of some bytes of a word as they are.
fn bytes(word: &[u8]) -> u32 {
    let mut state = 0x811C_9DC5u32;
    for &byte in word {
        state = (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    state ^ (state >> 15)
}

/// The form of a word: runs of capitals, letters, digits and other signs, and its length up to 4.
fn shape(word: &str) -> u32 {
    let (mut state, mut last, mut runs) = (7u32, 0u32, 0);
    for c in word.chars() {
        let class = match c {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ => 4 + c as u32,
        };
        if class != last && runs < 8 {
            state = state.wrapping_mul(131).wrapping_add(class);
            runs += 1;
        }
        last = class;
    }
    mix(state, word.len().min(4) as u32)
}

/// Words inside the names of organisations that are no part of their acronyms.
fn is_small(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "in" | "on" | "&")
}

/// Verbs and pronouns behind the names of persons.
#[rustfmt::skip]
fn speaks(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "told" | "added" | "announced" | "asked" | "who" | "he" | "she" | "replied" | "argued" | "noted" | "claimed" | "warned"
            | "insisted" | "explained" | "tweeted" | "wrote"
    )
}

/// Prepositions and directions before places.
#[rustfmt::skip]
fn locates(word: &str) -> bool {
    matches!(
        word,
        "in" | "at" | "from" | "near" | "across" | "outside" | "inside" | "throughout" | "to" | "around" | "northern" | "southern" | "eastern"
            | "western" | "central"
    )
}

impl<'w, 'a, 't> Sight<'w, 'a, 't> {
    /// Looks at all tokens. `rules` are the names that the rules propose, in order.
    pub fn of(words: &'w Words<'a, 't>, rules: &[Tagged]) -> Sight<'w, 'a, 't> {
        let article = words.article;
        let mut traits = Vec::with_capacity(article.tokens.len());
        // only what stands near a capital is asked for its word
        let mut near = 0;
        for (index, token) in article.tokens.iter().enumerate() {
            if article.tokens.get(index + NEAR).is_some_and(|ahead| ahead.capital()) || index == 0 {
                near = 2 * NEAR + 1 + usize::from(index == 0) * NEAR;
            }
            let word = words.word(index);
            let case = match token.kind {
                TokenKind::Number => 4,
                TokenKind::Word => match token.case {
                    Case::Lower | Case::None => 0,
                    Case::Title => 1,
                    Case::Upper => 2,
                    Case::Mixed if word.starts_with(|c: char| c.is_lowercase()) => 0,
                    Case::Mixed => 3,
                },
                _ => 5,
            };
            let mut low = 0;
            if near > 0 {
                near -= 1;
                let hash = words.hash(index);
                low = if hash == fold::SEED { bytes(word.as_bytes()) } else { narrow(hash) } | 1;
            }
            let known = match case {
                1..=3 => words.flags(index).0 & lexicon::Flags::TELLING,
                _ => 0,
            };
            traits.push(Trait { low, case, known, ..Trait::default() });
        }
        let mut sight = Sight { words, traits, known: Table::default(), uses: Vec::new() };
        for (from, to) in article.sentences.iter().map(|s| s.tokens) {
            sight.phrases(from, to);
        }
        for rule in rules {
            let by = bytes(rule.rule.as_bytes()) as u16;
            let sure = ((rule.confidence - 0.5) / 0.045) as u8;
            for at in rule.from..rule.to {
                let place = u16::from(at > rule.from) + 2 * u16::from(at + 1 == rule.to);
                let t = &mut sight.traits[at];
                (t.rule, t.sure, t.by) = ((rule.kind as u16 + 1) * 4 + place, sure / 3, by);
            }
        }
        sight.count(rules);
        sight
    }

    fn phrases(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            if !self.traits[at].capital() {
                at += 1;
                continue;
            }
            let (end, entry) = self.words.phrase(at, to);
            let flags = entry.flags.0 & lexicon::Flags::TELLING;
            if end > at + 1 && flags != 0 {
                for index in at..end {
                    let place = if index == at { 1 } else { 2 + u32::from(index + 1 == end) };
                    self.traits[index].phrase = mix(flags, place);
                }
            }
            at = end;
        }
    }

    fn count(&mut self, rules: &[Tagged]) {
        let article = self.words.article;
        for (sentence, (from, to)) in article.sentences.iter().map(|s| s.tokens).enumerate() {
            let believed = self.words.capitals[sentence] == Capitals::Usual;
            for at in from..to {
                let own = self.traits[at];
                if !own.capital() {
                    continue;
                }
                let before = if at > from { self.traits[at - 1] } else { BEYOND };
                let behind = if at + 1 < to { self.traits[at + 1] } else { BEYOND };
                let behind_word = if at + 1 < to { article.word(at + 1) } else { "" };
                let before_word = if at > from { article.word(at - 1) } else { "" };
                let title = lexicon::Flags::TITLE | lexicon::Flags::ROLE;
                let titled = before.known & title != 0 || before_word == "." && at > from + 1 && self.traits[at - 2].known & title != 0;
                let used = self.known.entry(own.low.into(), &mut self.uses);
                used.count += 1;
                used.lower = self.words.habit(at).lower;
                used.inside += u32::from(believed && !self.words.opens(at, from));
                used.titled += u32::from(titled);
                used.named += u32::from(before.case == 1 && before.known & lexicon::Flags::FIRST != 0);
                used.located += u32::from(before.case == 0 && locates(before_word));
                used.headed += u32::from(behind.capital() && behind.known & (lexicon::Flags::ORG_HEAD | lexicon::Flags::ORG_SUFFIX) != 0);
                used.speaks += u32::from(behind.case == 0 && speaks(behind_word));
                used.ends += u32::from(!behind.capital() && before.case == 1);
            }
        }
        self.runs();
        for rule in rules {
            let kind = match rule.kind {
                EntityType::Person => 0,
                EntityType::Organization => 1,
                EntityType::Place => 2,
                _ => continue,
            };
            for at in rule.from..rule.to {
                let number = self.known.get(self.traits[at].low.into());
                if number != 0 {
                    let used = &mut self.uses[number as usize - 1];
                    used.votes[kind] += 1;
                    if kind == 0 && rule.to - rule.from > 1 {
                        used.forename += u32::from(at == rule.from);
                        used.surname += u32::from(at + 1 == rule.to);
                    }
                }
            }
        }
    }

    /// Counts what runs of capitals say of words elsewhere: short forms of organisations, and acronyms.
    fn runs(&mut self) {
        let article = self.words.article;
        let mut initials = Table::default();
        let mut letters = [0u8; 8];
        for (sentence, (from, to)) in article.sentences.iter().map(|s| s.tokens).enumerate() {
            if self.words.capitals[sentence] != Capitals::Usual {
                continue;
            }
            let mut at = from;
            while at < to {
                if !self.traits[at].capital() {
                    at += 1;
                    continue;
                }
                let (start, mut count, mut tells) = (at, 0, false);
                // small words are in a name and not in its acronym
                while at < to && (self.traits[at].capital() || at + 1 < to && is_small(article.word(at)) && self.traits[at + 1].capital()) {
                    if self.traits[at].capital() {
                        tells |= at > start && self.traits[at].known & (lexicon::Flags::ORG_HEAD | lexicon::Flags::ORG_SUFFIX) != 0;
                        if count < letters.len() {
                            letters[count] = self.words.word(at).as_bytes().first().copied().unwrap_or(0);
                        }
                        count += 1;
                    }
                    at += 1;
                }
                if (2..=letters.len()).contains(&count) {
                    *initials.at(bytes(&letters[..count]).into()) = 1;
                }
                let number = self.known.get(self.traits[start].low.into());
                if tells && number != 0 {
                    self.uses[number as usize - 1].lead += 1;
                }
            }
        }
        for (index, own) in self.traits.iter().enumerate().filter(|t| t.1.case == 2) {
            let word = self.words.word(index).as_bytes();
            if (2..=letters.len()).contains(&word.len()) && initials.get(bytes(word).into()) != 0 {
                let number = self.known.get(own.low.into());
                if number != 0 {
                    self.uses[number as usize - 1].acronym += 1;
                }
            }
        }
    }

    /// The stretches of a sentence in which names are looked for: capitals and what may stand inside a name. Calls `each` with the first token and
    /// the one after the last.
    pub fn stretches(&self, sentence: usize, mut each: impl FnMut(usize, usize)) {
        let (from, to) = self.words.article.sentences[sentence].tokens;
        let capital = |at: usize| at < to && self.traits[at].capital();
        let mut at = from;
        while at < to {
            let begins = at;
            while at < to {
                let left = at > from && capital(at - 1) || at > from + 1 && capital(at - 2);
                let right = capital(at + 1) || capital(at + 2);
                let inside = capital(at)
                    || left && right
                    || self.traits[at].case == 4 && (at > from && capital(at - 1) || capital(at + 1))
                    || capital(at + 1) && is_particle(self.words.article.word(at))
                    || capital(at + 2) && matches!(self.words.article.word(at), "al" | "el");
                if !inside || self.parts(at, from, to) {
                    break;
                }
                at += 1;
            }
            if at > begins {
                each(begins, at);
            } else {
                at += 1;
            }
        }
    }

    /// Whether the token is a dash between blanks: what stands on its two sides is not one name.
    fn parts(&self, at: usize, from: usize, to: usize) -> bool {
        let article = self.words.article;
        self.traits[at].case == 5
            && matches!(article.word(at), "-" | "–" | "—" | "--")
            && at > from
            && at + 1 < to
            && article.spaced(at)
            && article.spaced(at + 1)
    }

    fn at(&self, from: usize, to: usize, at: usize, step: isize) -> Trait {
        match at.checked_add_signed(step) {
            Some(index) if (from..to).contains(&index) => self.traits[index],
            _ => BEYOND,
        }
    }

    /// What tells apart words whose [`own`](Self::own) features differ.
    pub fn key(&self, i: usize) -> u64 {
        u64::from(self.traits[i].low) << 32 | u64::from(bytes(self.words.word(i).as_bytes()))
    }

    /// Adds the features that the word `i` has wherever it stands in the article.
    pub fn own(&self, i: usize, out: &mut Vec<u32>) {
        let t = self.traits[i];
        let mut f = |template: u32, value: u32| out.push(mix(template.wrapping_mul(0x85EB_CA6B), value));
        let word = self.words.word(i).as_bytes();

        // the word and its form
        f(1, 0);
        f(2, bytes(word));
        f(3, t.low);
        f(10, shape(self.words.word(i)));

        // beginnings and endings, of folded bytes where they are ASCII
        let mut folded = [0u8; 8];
        let ends = word.len().min(4);
        for (to, &byte) in folded.iter_mut().zip(&word[..ends]) {
            *to = byte.to_ascii_lowercase();
        }
        for (to, &byte) in folded[4..].iter_mut().rev().zip(word.iter().rev().take(4)) {
            *to = byte.to_ascii_lowercase();
        }
        for n in 2..=ends.min(4) {
            f(12 + n as u32, bytes(&folded[..n]));
        }
        for n in 1..=ends.min(4) {
            f(16 + n as u32, bytes(&folded[8 - n..]));
        }

        // the lexicon
        f(37, t.known);
        let mut bits = t.known;
        while bits != 0 {
            f(40, mix(bits & bits.wrapping_neg(), t.case.into()));
            bits &= bits - 1;
        }

        // the article
        if !t.capital() {
            return;
        }
        if let Some(used) = self.known.find(t.low.into(), &self.uses) {
            let q = |n: u32| n.min(2);
            let v = used.votes;
            f(70, q(used.titled));
            f(71, q(used.named));
            f(72, q(used.lower) * 4 + q(used.inside));
            f(73, q(used.headed));
            f(74, q(used.located) * 4 + q(used.speaks));
            f(75, q(used.titled) * 27 + q(used.named) * 9 + q(used.located) * 3 + q(used.speaks));
            f(76, q(used.ends) * 4 + used.count.min(3));
            f(80, q(v[0]) * 9 + q(v[1]) * 3 + q(v[2]));
        }
    }

    /// Adds the features of where the token `i` stands in the sentence with this index.
    pub fn around(&self, sentence: usize, i: usize, out: &mut Vec<u32>) {
        let (from, to) = self.words.article.sentences[sentence].tokens;
        let [a, b, t, c, d] = [-2, -1, 0, 1, 2].map(|step| self.at(from, to, i, step));
        let mut f = |template: u32, value: u32| out.push(mix(template.wrapping_mul(0x85EB_CA6B), value));
        let (sb, st, sc) = (self.form(from, to, i, -1), self.form(from, to, i, 0), self.form(from, to, i, 1));

        // the words
        f(4, b.low);
        f(5, c.low);
        f(6, a.low);
        f(7, d.low);
        f(8, mix(b.low, t.low));
        f(9, mix(t.low, c.low));
        f(21, mix(b.low, c.low));
        f(22, mix(b.low, st));
        f(23, mix(c.low, st));

        // shapes
        f(11, mix(sb, st));
        f(12, mix(st, sc));
        f(13, mix(mix(sb, st), sc));

        // the lexicon
        f(38, mix(b.known, t.known));
        f(39, mix(t.known, c.known));
        if b.known != 0 {
            f(41, b.known);
        }
        if c.known != 0 {
            f(42, c.known);
        }
        if t.phrase != 0 {
            f(43, t.phrase);
        }

        // the rules
        f(90, u32::from(t.rule));
        f(91, mix(t.rule.into(), t.by.into()));
        f(92, mix(t.rule.into(), t.sure.into()));
        f(93, mix(b.rule.into(), t.rule.into()));
        f(94, mix(t.rule.into(), c.rule.into()));
        f(95, mix(t.rule.into(), st));

        let shouted = self.words.capitals[sentence];
        if shouted != Capitals::Usual {
            f(60, mix(t.known, shouted as u32));
            f(61, mix(t.case.into(), shouted as u32));
            f(62, mix(t.rule.into(), shouted as u32));
        }
        if i == from {
            f(63, t.case.into());
        }
        if !t.capital() {
            return;
        }

        // the run of capitals
        let (mut l, mut r) = (i, i);
        while l > from && i - l < 6 && self.traits[l - 1].capital() {
            l -= 1;
        }
        while r + 1 < to && r - i < 6 && self.traits[r + 1].capital() {
            r += 1;
        }
        let (first, last) = (self.traits[l], self.traits[r]);
        let before = self.at(from, to, l, -1);
        let behind = self.at(from, to, r, 1);
        let (place, rest) = ((i - l).min(3) as u32, (r - i).min(3) as u32);
        f(44, place * 8 + rest);
        f(45, mix(last.low, rest));
        f(46, mix(first.low, place));
        f(47, before.low);
        f(48, behind.low);
        f(49, mix(before.low, behind.low));
        f(50, mix(self.at(from, to, l, -2).low, before.low));
        f(51, mix(behind.low, self.at(from, to, r, 2).low));
        f(54, mix(last.known, rest));
        f(55, mix(first.known, place));
        f(58, u32::from(l == from) * 4 + u32::from(i == from) * 2 + 1);
        f(59, mix(t.case.into(), u32::from(l == from)));

        // the article
        if let Some(used) = self.known.find(t.low.into(), &self.uses) {
            let q = |n: u32| n.min(2);
            f(77, q(used.lower) * 2 + u32::from(i == from));
            let (v, alone) = (used.votes, u32::from(l == r));
            f(81, mix(q(v[0]) * 9 + q(v[1]) * 3 + q(v[2]), alone));
            f(82, (q(used.surname) * 3 + q(used.forename)) * 2 + alone);
            f(84, (q(used.lead) * 3 + q(used.acronym)) * 2 + alone);
            f(85, mix((q(used.lead) * 3 + q(used.acronym)) * 2 + alone, behind.known));
            f(83, mix(q(used.surname) * 3 + q(used.forename), t.rule.into()));
        }
    }

    fn form(&self, from: usize, to: usize, i: usize, step: isize) -> u32 {
        match i.checked_add_signed(step) {
            Some(index) if (from..to).contains(&index) => shape(self.words.word(index)),
            _ => 0,
        }
    }
}
