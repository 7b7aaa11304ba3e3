//! Omissions: words that a later sentence may not leave out, because what stays would mean somebody or something else: "the mayor's wife", "the mayor";
//! "the second longest", "the longest".

use super::lexicon::{Class, key};
use super::synonyms::Few;
use super::word::Word;

/// Those who belong to somebody, and may stand beside them in a sentence.
static RELATIVES: Few = Few::new(
    "wife husband brother sister son daughter mother father uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother widow friend \
     neighbor lawyer aide deputy vice spokesman spokeswoman spokesperson bodyguard driver colleague rival predecessor successor agent partner stepfather stepson",
);

/// Whether a word is a superlative as far as its form tells: an ordinal before it tells which.
fn superlative(text: &str) -> bool {
    text.ends_with("est") && text.len() > 5 || matches!(text, "most" | "best" | "worst")
}

/// Whether one of the words of a sentence that the other lacks turns what stands beside it into another. `partner` tells the place of a word's partner among
/// `others`; of a word without one it is beyond them.
pub(crate) fn telling(words: &[Word], text: &str, others: &[Word], partner: impl Fn(usize) -> usize) -> bool {
    let told = |at: usize| words.get(at).and_then(|_| others.get(partner(at)));
    (0..words.len()).filter(|&k| told(k).is_none()).any(|k| {
        let next = words.get(k + 1).filter(|next| !next.opens);
        if words[k].class == Class::Number {
            return next.is_some_and(|next| superlative(next.span.of(text)) && told(k + 1).is_some());
        }
        if !RELATIVES.holds(words[k].key) {
            return false;
        }
        // "the deputy minister"
        // "the deputy minister", "Deputy Harbour Minister Vane", but "Deputy Vane"
        if words[k].class == Class::Title || words[k].key == key!("deputy") {
            let behind = (k + 1..words.len().min(k + 4)).take_while(|&at| words[at].lead == 0 && !words[at].opens);
            let office = behind
                .into_iter()
                .any(|at| told(at).is_some() && (words[at].class == Class::Title || at == k + 1 && words[at].class == Class::Plain));
            if office || words[k].class == Class::Title {
                return office;
            }
        }
        let of = key!("of");
        let owner = [k.wrapping_sub(1), k + 1].into_iter().find(|&at| words.get(at).is_some_and(|word| word.lead == of));
        owner.and_then(told).is_some_and(|owner| owner.lead != of)
    })
}

#[cfg(test)]
mod tests {
    use crate::dedup::statuses;

    #[test]
    fn what_stays_is_another() {
        for (earlier, later) in [
            ("The mayor's wife told the newspaper that the pier would close.", "The mayor told the newspaper that the pier would close."),
            ("The pier at Calder is the second longest in the country.", "The pier at Calder is the longest in the country."),
            (
                "Deputy Harbour Minister Ana Brockmann resigned on Monday over the pier.",
                "Harbour Minister Ana Brockmann resigned on Monday over the pier.",
            ),
        ] {
            assert_eq!(statuses(earlier, later), ["changed"], "{earlier} {later}");
        }
        for (earlier, later) in [
            ("The pier at Calder, the second of two, is closed until May.", "The pier at Calder is closed until May."),
            ("Deputy Ana Brockmann resigned on Monday over the closed pier.", "Ana Brockmann resigned on Monday over the closed pier."),
            ("The mayor and his wife visited the closed pier at Calder.", "The mayor visited the closed pier at Calder."),
        ] {
            assert_eq!(statuses(earlier, later), ["said"], "{earlier} {later}");
        }
    }
}
