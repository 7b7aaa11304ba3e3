//! The judge: does an earlier sentence already say a later one?
//!
//! The question is turned round. A sentence counts as said only when every difference is understood to be harmless: function words,
//! variants, titles and first names, slips of the pen, parts left out, parts moved whole. Whatever is not understood is shown: as
//! changed where words stand against words, as an addition where they stand alone.

use super::align::{Alignment, NONE};
use super::compare::ChangeKind;
use super::keys::Keys;
use super::lexicon::{Class, LEXICON, key, known};
use super::moves;
use super::omissions;
use super::reword;
use super::sequence;
use super::word::{Joint, Word};
use crate::article::Span;
use std::ops::Range;
use std::sync::LazyLock;

/// What the judge knows beside the two sentences.
pub(crate) struct Case<'c> {
    /// Text of the earlier and of the later article.
    pub(crate) texts: [&'c str; 2],
    /// Pairs (first name, surname) of both articles' names, to tell "Jeb Bush" from "George Bush".
    pub(crate) pairs: [&'c Keys; 2],
    /// Surnames that have a first name somewhere in the article.
    pub(crate) named: [&'c Keys; 2],
}

/// A difference in a fact: what stands in the earlier and in the later sentence, as ranges of their words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Difference {
    pub(crate) kind: ChangeKind,
    pub(crate) was: Range<usize>,
    pub(crate) now: Range<usize>,
}

/// What the judge found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdict {
    /// Share of the later sentence's weight that the earlier one has, and the other way round; 0 to 1.
    pub(crate) share_b: f32,
    pub(crate) share_a: f32,
    /// Weight of what both have.
    pub(crate) common: u32,
    /// Words of content that the later sentence leaves out.
    pub(crate) omitted: usize,
    /// Whether they are a run at an end or of some length, so that the earlier sentence is the longer telling.
    pub(crate) shortened: bool,
    /// Ranges of words the later sentence adds.
    pub(crate) added: Vec<Range<usize>>,
    /// Facts that are told differently.
    pub(crate) changes: Vec<Difference>,
}

impl Verdict {
    /// Whether nothing stands against folding the sentence away.
    pub(crate) fn clean(&self) -> bool {
        self.added.is_empty() && self.changes.is_empty()
    }
}

/// Words of a gap among which a misspelt one is looked for.
const MAX_BETWEEN: usize = 12;

/// Share of the later sentence's weight that must stand in the earlier in the same words before others are looked for: of sentences that only tell
/// something in other words, the least had half.
pub(crate) const REWORDED: f32 = 0.4;

/// Words left out or added in one place, bounded by words both sentences have.
struct Gap {
    a: Range<usize>,
    b: Range<usize>,
}

/// The weight of the words of `b` that stand in `a` too, whatever their order, and of all: an alignment has no more in common.
fn weighed(a: &[Word], b: &[Word]) -> (u32, u32) {
    let (mut held, mut all) = (0, 0);
    for word in b {
        let weight = word.weight();
        all += weight;
        held += if weight > 0 && a.iter().any(|other| other.same(word)) { weight } else { 0 };
    }
    (held, all)
}

/// The share of the weight of `b` that stands in `a` in the same words.
pub(crate) fn held(a: &[Word], b: &[Word]) -> f32 {
    let (held, all) = weighed(a, b);
    held as f32 / all.max(1) as f32
}

/// The most that a [`Verdict`] on two sentences can have: what is in common, and the shares of the earlier and the later sentence.
pub(crate) fn most(a: &[Word], b: &[Word]) -> (u32, f32, f32) {
    let (held, all_b) = weighed(a, b);
    let all_a: u32 = a.iter().map(Word::weight).sum();
    (held, held as f32 / all_a.max(1) as f32, held as f32 / all_b.max(1) as f32)
}

/// Judges the later sentence `b` by the earlier `a`: by the same words, and if these do not do, by others that tell the same.
pub(crate) fn judge(alignment: &mut Alignment, a: &[Word], b: &[Word], case: &Case) -> Verdict {
    let mut verdict = by_words(alignment, a, b, case);
    if !verdict.clean() && verdict.share_b >= REWORDED {
        if let Some(reworded) = reword::judge(a, b, case) {
            verdict = Verdict {
                share_a: reworded.share_a,
                share_b: reworded.share_b,
                common: verdict.common,
                omitted: reworded.omitted,
                shortened: reworded.omitted > 1,
                ..Verdict::default()
            };
        }
    }
    verdict
}

/// Judges the later sentence `b` by the words of the earlier `a`.
pub(crate) fn by_words(alignment: &mut Alignment, a: &[Word], b: &[Word], case: &Case) -> Verdict {
    alignment.align(a, b);
    let mut verdict = Verdict::default();
    let (mut all_b, mut all_a) = (0, 0);
    for (j, word) in b.iter().enumerate() {
        all_b += word.weight();
        verdict.common += if alignment.of_b[j] == NONE { 0 } else { word.weight() };
    }
    for word in a {
        all_a += word.weight();
    }
    verdict.share_b = verdict.common as f32 / all_b.max(1) as f32;
    verdict.share_a = verdict.common as f32 / all_a.max(1) as f32;
    moves::judge(alignment, a, b, case.texts, &mut verdict);
    // beyond all words where there is none
    let partner = |of: &[u16], at: usize| of.get(at).map_or(usize::MAX, |&partner| usize::from(partner));
    let (mut i, mut j) = (0, 0);
    loop {
        let (from_a, from_b) = (i, j);
        while j < b.len() && (alignment.of_b[j] == NONE || alignment.moved[j]) {
            j += 1;
        }
        let next = if j < b.len() { alignment.of_b[j] as usize } else { a.len() };
        i = next;
        if from_a < next || from_b < j {
            gap(alignment, a, b, Gap { a: from_a..next, b: from_b..j }, case, &mut verdict);
        }
        if j >= b.len() {
            break;
        }
        // "ran out in May", "ran out last May": the preposition belongs to the verb
        let verbal = |words: &[Word], at: usize, of: &[u16]| {
            at > 0 && words[at - 1].key == words[at].lead && PARTICLES.contains(&words[at].lead) && of[at - 1] != NONE
        };
        if partner(&alignment.of_b, j + 1) == i + 1 && other_voice([a, b], [i, j]) {
            verdict.changes.push(Difference { kind: ChangeKind::Word, was: i..i + 2, now: j..j + 2 });
        }
        if opposed(&a[i], &b[j]) && !verbal(a, i, &alignment.of_a) && !verbal(b, j, &alignment.of_b) {
            verdict.changes.push(Difference { kind: ChangeKind::Word, was: i..i + 1, now: j..j + 1 });
        }
        i += 1;
        j += 1;
    }
    let pairs = || alignment.of_b.iter().enumerate().filter(|(_, i)| **i != NONE).map(|(j, &i)| (i as usize, j));
    if verdict.clean() && sequence::turned([a, b], case.texts, pairs()) {
        verdict.changes.push(Difference { kind: ChangeKind::Word, was: 0..a.len(), now: 0..b.len() });
    }
    if verdict.clean() && omissions::telling(a, case.texts[0], b, |i| partner(&alignment.of_a, i)) {
        verdict.changes.push(Difference { kind: ChangeKind::Word, was: 0..a.len(), now: 0..b.len() });
    }
    verdict
}

/// Prepositions of which one may not stand for the other.
static OPPOSED: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    "to/from into/from into/out onto/off for/against with/against in/out on/off to/by for/by on/by in/by by/from on/since in/since to/against from/for on/until in/until to/with"
        .split_whitespace()
        .filter_map(|pair| pair.split_once('/'))
        .flat_map(|(x, y)| [(known(x), known(y)), (known(y), known(x))])
        .collect()
});

/// Whether two equal words are led by prepositions, or joined by conjunctions, that say different things.
pub(crate) fn opposed(a: &Word, b: &Word) -> bool {
    let joints = (a.joined == Joint::And && b.joined == Joint::Or) || (a.joined == Joint::Or && b.joined == Joint::And);
    joints || (a.lead != 0 && b.lead != 0 && a.lead != b.lead && OPPOSED.contains(&(a.lead, b.lead)))
}

/// Whether the verbs at two places, with what follows both, are the active and the passive, and so turn round who did it: "the dog attacked the docker", "the
/// dog attacked by the docker". Whole passives were turned into the active before.
pub(crate) fn other_voice(words: [&[Word]; 2], at: [usize; 2]) -> bool {
    let by = |side: usize| words[side].get(at[side] + 1).is_some_and(|next| next.lead == key!("by"));
    let passive = |side: usize| words[side][at[side]].passive;
    passive(0) != passive(1) && (0..2).all(|side| by(side) == passive(side))
}

/// Judges one gap.
fn gap(alignment: &Alignment, a: &[Word], b: &[Word], gap: Gap, case: &Case, verdict: &mut Verdict) {
    // "March 10" for "Monday": the one word that has the fact is enough
    let told = |word: &Word, words: &[Word], of: &[u16], others: &[Word]| {
        let partner = |&of: &u16| others.get(of as usize).is_some_and(|other| other.fact == word.fact);
        word.fact != 0 && word.class != Class::Name && words.iter().zip(of).any(|(w, of)| w.fact == word.fact && partner(of))
    };
    let mut left_a: Vec<usize> = gap.a.clone().filter(|&i| alignment.of_a[i] == NONE && !told(&a[i], a, &alignment.of_a, b)).collect();
    let mut left_b: Vec<usize> = gap.b.clone().filter(|&j| alignment.of_b[j] == NONE && !told(&b[j], b, &alignment.of_b, a)).collect();
    if left_a.is_empty() && left_b.is_empty() {
        return;
    }
    if let Some(change) = pronouns(a, b, &mut left_a, &mut left_b) {
        verdict.changes.push(change);
    }
    reported(a, b, &mut left_a, &mut left_b);
    titles(a, b, &mut left_a, &mut left_b, verdict);
    first_names(b, &mut left_b, &gap.b, &left_a, a, case, 0);
    first_names(a, &mut left_a, &gap.a, &left_b, b, case, 1);
    slips(a, b, &mut left_a, &mut left_b, case);
    // "sitll" for "still", which is no word that carries a fact
    if left_b.iter().any(|&j| b[j].class == Class::Plain) {
        let between: Vec<&str> = between(a, &gap.a, case.texts[0]).collect();
        left_b.retain(|&j| b[j].class != Class::Plain || !between.iter().any(|other| slip(b[j].span.of(case.texts[1]), other)));
    }
    let content = |words: &[Word], left: &[usize]| left.iter().filter(|&&k| words[k].content()).count();
    let (facts_a, facts_b) = (content(a, &left_a), content(b, &left_b));
    let guard = |words: &[Word], left: &[usize]| left.iter().copied().find(|&k| words[k].class.guards());
    let relator = |words: &[Word], left: &[usize]| left.iter().copied().find(|&k| words[k].class == Class::Relator);
    let span = |left: &[usize], fallback: usize| left.first().map_or(fallback..fallback, |&first| first..left[left.len() - 1] + 1);
    let (was, now) = (span(&left_a, gap.a.start), span(&left_b, gap.b.start));
    let guards = (guard(a, &left_a), guard(b, &left_b));
    if facts_a > 0 && facts_b > 0 {
        verdict.changes.push(Difference { kind: kind(a, b, &left_a, &left_b), was, now });
        return;
    }
    let revalued_a = left_a.iter().any(|&i| revalued(&a[i], a, &alignment.of_a, b));
    if revalued_a || left_b.iter().any(|&j| revalued(&b[j], b, &alignment.of_b, a)) {
        verdict.changes.push(Difference { kind: ChangeKind::Date, was, now });
        return;
    }
    if facts_b > 0 {
        // a short addition that turns the sentence round is a change, a clause of its own is an addition
        match guards.1.filter(|_| facts_b <= 2 && !b[now.start].opens) {
            Some(g) if b[g].class != Class::Weighty && b[g].class != Class::Bearing => {
                verdict.changes.push(Difference { kind: guard_kind(b[g].class), was, now });
            }
            _ => verdict.added.push(now),
        }
        return;
    }
    if let Some(g) = guards.1 {
        verdict.changes.push(Difference { kind: guard_kind(b[g].class), was, now });
        return;
    }
    if let (Some(x), Some(y)) = (relator(a, &left_a), relator(b, &left_b)) {
        if a[x].key != b[y].key {
            verdict.changes.push(Difference { kind: ChangeKind::Word, was: x..x + 1, now: y..y + 1 });
            return;
        }
    }
    let particle =
        |words: &[Word], left: &[usize]| left.iter().any(|&k| words[k].class == Class::Relator && PARTICLES.contains(&words[k].key));
    if particle(b, &left_b) || (facts_a == 0 && particle(a, &left_a)) {
        verdict.changes.push(Difference { kind: ChangeKind::Word, was, now });
        return;
    }
    // "joined from Porto", "joined Porto"
    let from = |words: &[Word], left: &[usize]| {
        left.iter().any(|&k| words[k].key == key!("from") && words.get(k + 1).is_some_and(|next| next.class == Class::Name))
    };
    let alone = |here: bool, other: Option<usize>| here && other.is_none();
    if facts_a == 0 && (alone(from(a, &left_a), relator(b, &left_b)) || alone(from(b, &left_b), relator(a, &left_a))) {
        verdict.changes.push(Difference { kind: ChangeKind::Word, was, now });
        return;
    }
    if let Some(g) = guards.0 {
        let ends = gap.a.end == a.len() || a[was.end - 1].closes;
        let apart = (a[was.start].opens || a[was.start].lead != 0 || a[was.start].joined != Joint::None || facts_a >= 2) && ends;
        let tail = gap.a.end == a.len() && facts_a >= 2;
        let opening = gap.a.start == 0 && a[was.end - 1].closes;
        if !(apart || tail || opening) {
            verdict.changes.push(Difference { kind: guard_kind(a[g].class), was, now });
            return;
        }
    }
    // "two of the three"
    let of = key!("of");
    if left_a.iter().any(|&i| a[i].class == Class::Number && a.get(i + 1).is_some_and(|next| next.lead == of)) {
        verdict.changes.push(Difference { kind: ChangeKind::Number, was, now });
        return;
    }
    verdict.omitted += facts_a;
    let edge = gap.a.start == 0 || gap.a.end == a.len();
    verdict.shortened |= facts_a >= 4 || (edge && facts_a >= 2);
}

/// Prepositions that turn a verb into another.
static PARTICLES: LazyLock<[u32; 4]> = LazyLock::new(|| ["up", "down", "out", "off"].map(known));

/// Pairs of which the second is the first in reported speech: "he will", "he said he would".
static BACKSHIFT: LazyLock<[(u32, u32); 3]> =
    LazyLock::new(|| [("will", "would"), ("may", "might"), ("can", "could")].map(|(x, y)| (known(x), known(y))));

/// Takes out a modal that stands in its reported form where both sentences report.
fn reported(a: &[Word], b: &[Word], left_a: &mut Vec<usize>, left_b: &mut Vec<usize>) {
    let modal = |words: &[Word], left: &[usize]| left.iter().position(|&k| words[k].class == Class::Modal);
    let says = |words: &[Word]| words.iter().any(|word| word.class == Class::Say);
    let (Some(x), Some(y)) = (modal(a, left_a), modal(b, left_b)) else { return };
    let (p, q) = (a[left_a[x]].key, b[left_b[y]].key);
    if says(a) && says(b) && BACKSHIFT.iter().any(|&pair| pair == (p, q) || pair == (q, p)) {
        left_a.remove(x);
        left_b.remove(y);
    }
}

/// Whether a word left alone belongs to a value of which the rest stands against another value: "next week", "this week".
fn revalued(word: &Word, words: &[Word], of: &[u16], others: &[Word]) -> bool {
    let against = |&of: &u16| others.get(of as usize).is_some_and(|other| other.fact != 0 && other.fact != word.fact);
    word.fact != 0 && word.class != Class::Name && words.iter().zip(of).any(|(w, of)| w.fact == word.fact && against(of))
}

/// Takes out pronouns, and names that stand for one; "he" against "she" is a change.
fn pronouns(a: &[Word], b: &[Word], left_a: &mut Vec<usize>, left_b: &mut Vec<usize>) -> Option<Difference> {
    let pronoun = |words: &[Word], left: &[usize]| left.iter().copied().find(|&k| words[k].class == Class::Pronoun);
    let (x, y) = (pronoun(a, left_a), pronoun(b, left_b));
    let stands = |name: &Word, words: &[Word], left: &[usize]| {
        left.iter().any(|&k| words[k].class == Class::Pronoun && words[k].fact != 0 && words[k].fact == name.fact)
    };
    let (for_a, for_b) = (left_a.clone(), left_b.clone());
    left_a.retain(|&i| a[i].class != Class::Pronoun && !(a[i].class == Class::Name && stands(&a[i], b, &for_b)));
    left_b.retain(|&j| b[j].class != Class::Pronoun && !(b[j].class == Class::Name && stands(&b[j], a, &for_a)));
    let male = |word: &Word| ["he", "him", "his", "himself"].map(known).contains(&word.key);
    match (x, y) {
        (Some(x), Some(y)) if male(&a[x]) != male(&b[y]) => Some(Difference { kind: ChangeKind::Name, was: x..x + 1, now: y..y + 1 }),
        _ => None,
    }
}

/// Takes out titles that come and go before a name; a title against another is a change.
fn titles(a: &[Word], b: &[Word], left_a: &mut Vec<usize>, left_b: &mut Vec<usize>, verdict: &mut Verdict) {
    let title = |words: &[Word], left: &[usize]| left.iter().copied().find(|&k| words[k].class == Class::Title);
    if let (Some(x), Some(y)) = (title(a, left_a), title(b, left_b)) {
        let courtesy = ["mr", "mrs", "ms", "miss", "dr"].map(known);
        let sex = |key: u32| if key == courtesy[0] { 1 } else { 2 * u8::from(courtesy[1..4].contains(&key)) };
        let (p, q) = (a[x].key, b[y].key);
        if (!courtesy.contains(&p) && !courtesy.contains(&q)) || (sex(p) != 0 && sex(q) != 0 && sex(p) != sex(q)) {
            verdict.changes.push(Difference { kind: ChangeKind::Word, was: x..x + 1, now: y..y + 1 });
        }
    }
    for (words, left) in [(a, left_a), (b, left_b)] {
        // "Russian President" before a name both have: the title and what belongs to it
        let follows = left.last().is_some_and(|&last| words.get(last + 1).is_some_and(|word| word.class == Class::Name && !word.opens));
        let part = |&k: &usize| matches!(words[k].class, Class::Title | Class::Name | Class::Bearing);
        let last_title = left.iter().rposition(|&k| words[k].class == Class::Title);
        if let Some(to) = last_title.filter(|_| follows && left.len() <= 5 && left.iter().all(part)) {
            left.drain(..=to);
            continue;
        }
        left.retain(|&k| words[k].class != Class::Title || !words.get(k + 1).is_some_and(|word| word.class == Class::Name));
    }
}

/// Takes out first names before a surname that both have, unless the other article knows the surname with another first name.
fn first_names(words: &[Word], left: &mut Vec<usize>, gap: &Range<usize>, other: &[usize], others: &[Word], case: &Case, against: usize) {
    let names = |k: usize| words[k].class == Class::Name;
    if left.is_empty() || gap.end >= words.len() || !names(gap.end) || words[gap.end].opens || words[gap.end].joined != Joint::None {
        return;
    }
    if other.iter().any(|&k| others[k].class == Class::Name) {
        return;
    }
    let surname = words[gap.end].key;
    while let Some(&last) = left.last() {
        let beside = last + 1 == gap.end || names(last + 1);
        let pair = super::fingerprint::pair(words[last].key, surname);
        if !names(last)
            || !beside
            || words[last + 1].opens
            || words[last + 1].joined != Joint::None
            || (case.named[against].holds(surname) && !case.pairs[against].holds(pair))
        {
            break;
        }
        left.pop();
    }
}

/// Takes out pairs of words of which one is the other misspelt.
fn slips(a: &[Word], b: &[Word], left_a: &mut Vec<usize>, left_b: &mut Vec<usize>, case: &Case) {
    let (mut x, mut y) = (0, 0);
    while x < left_a.len() && y < left_b.len() {
        let (p, q) = (&a[left_a[x]], &b[left_b[y]]);
        if p.content()
            && q.content()
            && p.class != Class::Number
            && q.class != Class::Number
            && slip(p.span.of(case.texts[0]), q.span.of(case.texts[1]))
        {
            left_a.remove(x);
            left_b.remove(y);
        } else if !p.content() {
            x += 1;
        } else if !q.content() {
            y += 1;
        } else {
            x += 1;
            y += 1;
        }
    }
}

/// The words of the earlier sentence between those around a gap that are long enough for a slip; of a long gap only the first.
fn between<'t>(a: &[Word], gap: &Range<usize>, text: &'t str) -> impl Iterator<Item = &'t str> {
    let (from, to) = (gap.start.saturating_sub(1), (gap.end + 1).min(a.len()));
    let words = a[from..to].iter().map(|word| word.span).reduce(Span::join).map_or("", |span| span.of(text));
    words.split(|c: char| !c.is_alphanumeric() && c != '-').take(MAX_BETWEEN).filter(|word| word.len() >= SHORTEST_SLIP)
}

/// Shortest word in which a slip is told from another word, in bytes.
const SHORTEST_SLIP: usize = 4;

/// Whether one word is the other with two neighbouring letters exchanged, or with one letter doubled or dropped inside.
pub(crate) fn slip(a: &str, b: &str) -> bool {
    let (x, y) = (a.as_bytes(), b.as_bytes());
    if x.len().min(y.len()) < SHORTEST_SLIP || x.len().abs_diff(y.len()) > 1 || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let same = |p: &u8, q: &u8| p.eq_ignore_ascii_case(q);
    // a slip is somewhere, so one of the ends is not touched by it
    if !same(&x[0], &y[0]) && !same(&x[x.len() - 1], &y[y.len() - 1]) {
        return false;
    }
    let front = x.iter().zip(y).take_while(|(p, q)| same(p, q)).count();
    let back = x[front..].iter().rev().zip(y[front..].iter().rev()).take_while(|(p, q)| same(p, q)).count();
    let (p, q) = (&x[front..x.len() - back], &y[front..y.len() - back]);
    let alike = match (p, q) {
        ([p0, p1], [q0, q1]) => same(p0, q1) && same(p1, q0),
        ([_], []) | ([], [_]) => x.len().min(y.len()) >= 6 && front > 0 && back > 1,
        _ => false,
    };
    alike && !LEXICON.misread(&a.to_ascii_lowercase(), &b.to_ascii_lowercase())
}

fn guard_kind(class: Class) -> ChangeKind {
    if class == Class::Negation { ChangeKind::Negation } else { ChangeKind::Word }
}

/// What kind of fact stands against what.
fn kind(a: &[Word], b: &[Word], left_a: &[usize], left_b: &[usize]) -> ChangeKind {
    let has = |class: Class| left_a.iter().any(|&i| a[i].class == class) && left_b.iter().any(|&j| b[j].class == class);
    let one = |class: Class| left_a.iter().any(|&i| a[i].class == class) != left_b.iter().any(|&j| b[j].class == class);
    if has(Class::Number) {
        let date = |words: &[Word], left: &[usize]| {
            left.iter().any(|&k| {
                let near = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.class == Class::Date);
                words[k].class == Class::Number && (near(k.checked_sub(1)) || near(Some(k + 1)))
            })
        };
        if date(a, left_a) && date(b, left_b) { ChangeKind::Date } else { ChangeKind::Number }
    } else if has(Class::Date) {
        ChangeKind::Date
    } else if has(Class::Name) {
        ChangeKind::Name
    } else if one(Class::Negation) {
        ChangeKind::Negation
    } else if one(Class::Name) && left_a.len().max(left_b.len()) <= 2 {
        ChangeKind::Name
    } else {
        ChangeKind::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen() {
        for (a, b, expected) in [
            ("voting", "vtoing", true),
            ("Merlanka", "Merlnaka", true),
            ("harbour", "harbur", true),
            ("trial", "trail", false),
            ("county", "country", false),
            ("Iran", "Iraq", false),
            ("rises", "rise", false),
            ("1200", "1300", false),
        ] {
            assert_eq!(slip(a, b), expected, "{a} {b}");
        }
    }
}
