//! Moves: words that both sentences have, but in another place. Whole adverbials, attributions, owners and conjuncts may move; names that
//! change places have changed roles.

use super::align::{Alignment, NONE};
use super::compare::ChangeKind;
use super::judge::{Difference, Verdict};
use super::lexicon::{Class, key};
use super::word::{Joint, Word};
use std::ops::Range;

/// Judges runs of words that stand elsewhere in the later sentence.
pub(crate) fn judge(alignment: &Alignment, a: &[Word], b: &[Word], texts: [&str; 2], verdict: &mut Verdict) {
    let mut j = 0;
    while j < b.len() {
        if !alignment.moved[j] {
            j += 1;
            continue;
        }
        let from = j;
        j += 1;
        while j < b.len() && alignment.moved[j] && alignment.of_b[j] == alignment.of_b[j - 1] + 1 {
            j += 1;
        }
        let (i, end) = (alignment.of_b[from] as usize, alignment.of_b[j - 1] as usize);
        if harmless_move(alignment, a, b, from..j, i..end + 1, texts[1]) {
            continue;
        }
        if only_capitals(a[i..=end].iter().zip(&b[from..j]), texts) && !replaced(alignment, b, &(from..j), i) {
            // "the authority", "the Tide Locks Authority": more is told of it, nothing else
            verdict.added.push(from..j);
        } else {
            let names = b[from..j].iter().any(|word| word.class == Class::Name);
            let kind = if names { ChangeKind::Name } else { ChangeKind::Word };
            verdict.changes.push(Difference { kind, was: i..end + 1, now: from..j });
        }
    }
}

/// Whether a run of words may stand where it stands now.
fn harmless_move(alignment: &Alignment, a: &[Word], b: &[Word], now: Range<usize>, was: Range<usize>, text: &str) -> bool {
    let (first_a, first_b) = (&a[was.start], &b[now.start]);
    let (last_a, last_b) = (&a[was.end - 1], &b[now.end - 1]);
    let run = &b[now.clone()];
    // "on Monday" may stand anywhere, but where another day stood; so may "he said"
    if run.iter().all(|word| matches!(word.class, Class::Date | Class::Say | Class::Title)) {
        // nor one office where another stood
        let office = |word: &Word| matches!(word.class, Class::Title | Class::Plain) && run[0].class == Class::Title;
        let other = |j: usize| alignment.moved[j] && !now.contains(&j) && (b[j].class == run[0].class || office(&b[j]));
        return run[0].class == Class::Say || !place_of(alignment, was.start).any(other);
    }
    if conjuncts(alignment, a, b, &now, &was) {
        return true;
    }
    let numbers = run.iter().any(|word| word.class == Class::Number);
    if !numbers && owners(alignment, a, b, &now, &was) {
        return true;
    }
    // the speaker behind "said" instead of before it
    let beside_say = |words: &[Word], range: &Range<usize>| {
        range.start.checked_sub(1).is_some_and(|k| words[k].class == Class::Say && words[range.end - 1].closes)
            || words.get(range.end).is_some_and(|word| word.class == Class::Say)
    };
    if run.len() <= 5 && beside_say(a, &was) && beside_say(b, &now) && run.iter().all(|w| w.class != Class::Number) {
        return true;
    }
    // no other moved name may have taken its place: then two have changed roles
    if replaced(alignment, b, &now, was.start) {
        return false;
    }
    // a clause that begins with its preposition carries it along; in a name the preposition stands before its first word
    let lead = |words: &[Word], at: usize| {
        let word = &words[name_start(words, at)];
        if matches!(word.class, Class::Weighty | Class::Relator) { word.key } else { word.lead }
    };
    let (lead_a, lead_b) = (lead(a, was.start), lead(b, now.start));
    if lead_a != 0 && lead_a == lead_b {
        return true;
    }
    let whole = |first: &Word, last: &Word| first.opens && last.closes;
    if (whole(first_a, last_a) || lead_a != 0 && last_a.closes) && (whole(first_b, last_b) || lead_b != 0 && last_b.closes) {
        return true;
    }
    // an adverb before or behind its verb
    run.len() == 1 && run[0].class == Class::Plain && run[0].span.of(text).ends_with("ly") && distance(alignment, &now) <= 2
}

/// Whether words are written alike but for their capitals.
fn only_capitals<'w>(pairs: impl Iterator<Item = (&'w Word, &'w Word)>, texts: [&str; 2]) -> bool {
    let mut other = false;
    for (x, y) in pairs.map(|(x, y)| (x.span.of(texts[0]), y.span.of(texts[1]))) {
        other |= x != y;
        if x != y && !x.chars().flat_map(char::to_lowercase).eq(y.chars().flat_map(char::to_lowercase)) {
            return false;
        }
    }
    other
}

/// Where the name begins that the word at `at` is part of; `at` itself if it is none.
fn name_start(words: &[Word], mut at: usize) -> usize {
    let goes_on = |at: usize| {
        let word = &words[at];
        at > 0
            && word.lead == 0
            && !word.opens
            && word.joined == Joint::None
            && [word, &words[at - 1]].iter().all(|w| w.class == Class::Name)
    };
    while goes_on(at) {
        at -= 1;
    }
    at
}

/// Whether other moved words have taken the place that the words from `i` on had.
fn replaced(alignment: &Alignment, b: &[Word], now: &Range<usize>, i: usize) -> bool {
    place_of(alignment, i).any(|j| alignment.moved[j] && !now.contains(&j) && b[j].content())
}

/// Whether a run only stands on the other side of its owner: "the parliament of Orlund", "Orlund's parliament".
fn owners(alignment: &Alignment, a: &[Word], b: &[Word], now: &Range<usize>, was: &Range<usize>) -> bool {
    let of = key!("of");
    let owned = |words: &[Word], at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.lead == of);
    // "the parliament of Tarn and the council" are not Tarn's council
    let apart = |word: &Word| word.joined != Joint::None || word.opens;
    let near =
        |at: Option<usize>, place: usize| at.is_some_and(|at| alignment.of_b.get(at).is_some_and(|&i| (i as usize).abs_diff(place) <= 3));
    let (before_b, before_a) = (now.start.checked_sub(1), was.start.checked_sub(1));
    (owned(a, Some(was.end)) && owned(b, before_b) && near(before_b, was.end) && !apart(&b[now.start]))
        || (owned(b, Some(now.end)) && owned(a, before_a) && near(Some(now.end), was.start) && !apart(&a[was.start]))
}

/// Whether a run and its neighbour across an "and" have changed places: "Russia and Ukraine", "Ukraine and Russia".
fn conjuncts(alignment: &Alignment, a: &[Word], b: &[Word], now: &Range<usize>, was: &Range<usize>) -> bool {
    let partner = |j: usize| alignment.of_b.get(j).filter(|&&i| i != NONE).map(|&i| i as usize);
    let contiguous = |from: usize, i: usize, len: usize| (0..len).all(|k| partner(from + k) == Some(i + k));
    let joined = |words: &[Word], at: usize| words.get(at).is_some_and(|word| word.joined != Joint::None);
    // "two men and a woman", "two women and a man"
    let counted =
        |words: &[Word], first: usize| first.checked_sub(1).is_some_and(|at| words[at].class == Class::Number && !words[first].opens);
    // the neighbour stood before and stands behind
    let before = || {
        let first = partner(now.end).filter(|&first| first < was.start)?;
        Some(!counted(a, first) && joined(a, was.start) && joined(b, now.end) && contiguous(now.end, first, was.start - first))
    };
    // the neighbour stood behind and stands before
    let behind = || {
        let last = partner(now.start.checked_sub(1)?).filter(|&last| last >= was.end)?;
        let len = last + 1 - was.end;
        Some(
            !counted(a, was.start)
                && joined(a, was.end)
                && joined(b, now.start)
                && now.start >= len
                && contiguous(now.start - len, was.end, len),
        )
    };
    before() == Some(true) || behind() == Some(true)
}

/// The words of `b` between the partners of the words around `i`: where the word would stand had it not moved.
fn place_of(alignment: &Alignment, i: usize) -> Range<usize> {
    let fixed = |k: &usize| alignment.of_a[*k] != NONE && !alignment.moved[alignment.of_a[*k] as usize];
    let from = (0..i).rev().find(fixed).map_or(0, |k| alignment.of_a[k] as usize + 1);
    let to = (i..alignment.of_a.len()).find(fixed).map_or(alignment.of_b.len(), |k| alignment.of_a[k] as usize);
    from..to.max(from)
}

/// How many words a run has moved past.
fn distance(alignment: &Alignment, now: &Range<usize>) -> usize {
    let place = place_of(alignment, alignment.of_b[now.start] as usize);
    if now.start >= place.end { now.start - place.end } else { place.start.saturating_sub(now.end) }
}
