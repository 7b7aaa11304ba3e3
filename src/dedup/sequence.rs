//! Sequence: whether two sentences tell their events in the same order: "she met him and then spoke" is not "she spoke and then met him".

use super::lexicon::key;
use super::word::{Joint, Word};
use crate::article::Span;

/// Words that say that what they stand with came after what was told before.
const MARKS: &[&str] = &[" then ", " later ", " afterwards", " subsequently "];

/// Where, in the text, the part of a sentence begins that tells what came later; none if nothing says so.
fn later(words: &[Word], text: &str) -> Option<usize> {
    let span = words.iter().map(|word| word.span).reduce(Span::join)?;
    let mark = MARKS.iter().filter_map(|mark| span.of(text).find(mark)).min()? + span.start();
    // "and the port was shut later": the clause that it stands in begins at the "and"
    let clause = words.iter().filter(|word| word.joined == Joint::And && word.span.start() < mark).map(|word| word.span.start()).max();
    Some(clause.unwrap_or(mark))
}

/// Whether two have changed places around "instead of": "Calder instead of Orlund", "Orlund instead of Calder".
fn instead([a, b]: [&[Word]; 2], pairs: impl Iterator<Item = (usize, usize)>) -> bool {
    let key = key!("instead");
    let place = |words: &[Word]| words.iter().position(|word| word.key == key);
    let (Some(at_a), Some(at_b)) = (place(a), place(b)) else { return false };
    let (mut behind, mut before) = (false, false);
    for (i, j) in pairs.filter(|&(_, j)| b[j].content()) {
        // the neighbours of the word, not what else has moved
        if i.abs_diff(at_a) <= 4 && j.abs_diff(at_b) <= 4 {
            behind |= i < at_a && j > at_b;
            before |= i > at_a && j < at_b;
        }
    }
    behind && before
}

/// Whether most of what the earlier sentence `a` tells first the later `b` tells second, and the other way round. `pairs` are the words that are the same
/// in both (of `a`, of `b`).
pub(crate) fn turned([a, b]: [&[Word]; 2], texts: [&str; 2], pairs: impl Iterator<Item = (usize, usize)> + Clone) -> bool {
    if instead([a, b], pairs.clone()) {
        return true;
    }
    let (Some(later_a), Some(later_b)) = (later(a, texts[0]), later(b, texts[1])) else { return false };
    let (mut kept, mut crossed) = (0, 0);
    for (i, j) in pairs.filter(|&(_, j)| b[j].content()) {
        let same = (a[i].span.start() >= later_a) == (b[j].span.start() >= later_b);
        kept += u32::from(same);
        crossed += u32::from(!same);
    }
    crossed > kept
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn what_came_first_stays_first() {
        for (earlier, later, said) in [
            (
                "Brockmann first met the dockers and then gave a speech at the harbour.",
                "Brockmann gave a speech at the harbour and then met the dockers.",
                false,
            ),
            (
                "The ferry stopped first and the crane was halted later that evening.",
                "The crane stopped first and the ferry was halted later that evening.",
                false,
            ),
            (
                "The ferry will sail from Calder on 1 May instead of 15 April.",
                "The ferry will sail from Calder on 15 April instead of 1 May.",
                false,
            ),
            (
                "Brockmann met the dockers and then gave a speech at the harbour.",
                "Brockmann met the dockers and later gave a speech at the harbour.",
                true,
            ),
        ] {
            assert_eq!(statuses(earlier, later)[0] == "said", said, "{earlier} {later}");
        }
    }
}
