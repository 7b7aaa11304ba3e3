//! Features: what the tagger asks of a token, each a 32-bit hash of a template and its values. The trainer and the decoder share this file.
//!
//! The templates, in the order of [`own`](Sight::own) and [`around`](Sight::around): the word and its neighbours, folded and as written; shapes;
//! beginnings and endings; what the lexicon knows of the words and of the run of capitals around them (Ratinov and Roth 2009, "Design challenges and
//! misconceptions in named entity recognition"); what the article does with the same word elsewhere (Chieu and Ng 2002, "Named entity recognition with
//! maximum entropy"); what the [rules](super::rules) say.

use super::hashes::{bytes, mix};
use super::sight::Sight;
use super::words::Capitals;

/// Most features of one token.
pub const MOST: usize = 112;

impl Sight<'_, '_, '_> {
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
        f(10, t.form);

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
        if let Some(used) = self.uses.of(&t) {
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
        let (sb, st, sc) = (b.form, t.form, c.form);

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
        if let Some(used) = self.uses.of(&t) {
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
}
