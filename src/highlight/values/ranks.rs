//! Ranks: ordinals ("third", "58th") and numbers of a rank ("#2", "number 3", "No. 1").

use super::list::list;
use super::numbers;
use super::sentence::Words;
use super::{Value, ValueForm, ValueKind};
use crate::article::Case;

/// "the #2 browser", "number 3", "No. 1": a rank.
pub fn rank(words: &Words, i: usize) -> Option<(Value, usize)> {
    let at = if words.is(i, "#") && words.touches(i + 1) {
        i + 1
    } else if words.among(i, list!("number no nos №"))
        && !words.among_before(i, 1, list!("phone flight case serial registration reference telephone a the house plate account model"))
    {
        if words.among(i, list!("no nos")) { if words.is(i + 1, ".") { i + 2 } else { return None } } else { i + 1 }
    } else {
        return None;
    };
    let number =
        numbers::read(words, at, false).filter(|n| n.suffix.is_empty() && n.value.fract() == 0.0 && (1.0..1000.0).contains(&n.value))?;
    let mut value = Value::new(words.span(at, number.end), ValueKind::Ordinal, "rank");
    value.amount = Some(number.value);
    value.form = Some(ValueForm::Rank);
    Some((value, number.end))
}

/// An ordinal that is not part of a name or a fixed phrase.
pub fn ordinal(words: &Words, i: usize) -> Option<(Value, usize)> {
    let (amount, end) = numbers::ordinal(words, i)?;
    let digits = words.is_number(i);
    if words.dash(i.wrapping_sub(1)) && words.touches(i) && words.touches(i - 1) && !digits {
        return None;
    }
    let next = words.past_dash(end);
    let fixed = if digits {
        words.among(
            next,
            list!(
                "legion battalion brigade regiment division airborne infantry fleet army corps squadron wing street avenue st ave amendment"
            ),
        ) && words.capital(next)
    } else {
        words.is(i, "first")
            && words.among(next, list!("and aid lady responder responders name names degree class hand rate of off nations minister"))
            && (!words.is(next, "and") || words.is(next + 1, "foremost"))
            || words.is(i, "first") && words.among_before(i, 1, list!("at")) && !words.is_word(next)
            || words.is(i, "first") && words.is(next, "place") && words.among_before(i, 2, list!("in")) && !words.is(next + 1, "in")
            || words.is(i, "second")
                && (words.among(next, list!("hand thoughts guess nature wind")) || words.among_before(i, 1, list!("per split every")))
            || words.is(i, "third") && words.among(next, list!("party parties world"))
            || words.is(i, "fifth") && words.is(next, "column")
    };
    // "the First World War", "Second Avenue", "FIRST"
    let upper = words.case(i) == Case::Upper && words.at(i).len() > 2 && words.is_word(i);
    let name = words.capital(i) && i > words.from && !digits && words.capital(next) && words.is_word(i.wrapping_sub(1));
    let bracket = words.capital(i) && !digits && words.among_before(i, 1, list!("(")) && words.is(end, ")");
    if fixed || name || bracket || upper && (words.capital(next) || i > words.from) {
        return None;
    }
    let mut value = Value::new(words.span(i, end), ValueKind::Ordinal, "ordinal");
    value.amount = Some(amount);
    Some((value, end))
}
