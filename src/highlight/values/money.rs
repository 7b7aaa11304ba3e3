//! Money: which sign, code or word names a currency, and where it may stand.

use super::counts;
use super::lexicon::{Class, Currency, LEXICON};
use super::list::{List, list};
use super::numbers;
use super::sentence::Words;
use crate::article::{Case, TokenKind};

/// A currency before its amount: "$", "US$", "NZ $", "USD", "Rs". The currency and the token at which the amount begins; for "Rs40" and "USD29m", which
/// are one token, how many bytes of it name the currency.
pub struct Lead {
    pub currency: Currency,
    pub at: usize,
    pub glued: usize,
}

/// Words that name a currency before its amount, beside ISO codes.
static BEFORE: List = List::of("rs rm rp ksh kshs sh shs tsh tshs tk sfr dh dhs us$ stg birr ugx ush");

/// The currency named at `i`, an amount following.
#[inline(never)]
pub fn lead(words: &Words, i: usize) -> Option<Lead> {
    let token = words.at(i);
    let found = |currency: Currency, at: usize| {
        (words.is_number(at) || words.class(at) == Class::Num || worded(words, at)).then_some(Lead { currency, at, glued: 0 })
    };
    if words.kind(i) == Some(TokenKind::Symbol) {
        let currency = LEXICON.currency(token).filter(|c| !c.small)?;
        return found(currency, i + 1);
    }
    if !words.is_word(i) || token.len() > 12 {
        return None;
    }
    // "US$", "C $"
    let sign = words.at(i + 1);
    if words.kind(i + 1) == Some(TokenKind::Symbol)
        && matches!(sign, "$" | "£" | "¥" | "₵")
        && (words.touches(i + 1) || words.case(i) == Case::Upper)
    {
        if let Some(currency) = LEXICON.currency(&[token, sign].concat()) {
            return found(currency, i + 2);
        }
    }
    if let Some(code) = LEXICON.code(token) {
        // "USD $5"
        let at = i + 1 + usize::from(words.kind(i + 1) == Some(TokenKind::Symbol));
        return found(Currency { code, small: false }, at);
    }
    if words.among(i, &BEFORE) && words.capital(i) {
        let at = words.past_stop(i + 1);
        return found(LEXICON.currency(token)?, at);
    }
    // "Rs40", "USD29m"
    let letters = token.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = &token[..letters];
    if letters >= 2 && letters < token.len() {
        let known = LEXICON.code(name).map(|code| Currency { code, small: false });
        let known = known.or_else(|| BEFORE.has(name).then(|| LEXICON.currency(name)).flatten());
        return known.map(|currency| Lead { currency, at: i, glued: letters });
    }
    let code = LETTERS.iter().find(|(letter, _)| *letter == name).map(|(_, code)| *code)?;
    large(words, i).then_some(Lead { currency: Currency { code, small: false }, at: i, glued: letters })
}

/// Currencies that one letter names which is written onto the amount: "R4.5 million", "N500,000", "P250m".
const LETTERS: [(&str, &str); 4] = [("R", "ZAR"), ("N", "NGN"), ("P", "PHP"), ("K", "ZMW")];

/// Whether what is written onto a single letter is an amount, and no road, paper size or model: in thousands, with a scale, or for what is paid.
fn large(words: &Words, i: usize) -> bool {
    let (amount, end) = words.glued(i, 1);
    let Some((value, len, bare)) = numbers::digits(amount) else { return false };
    let suffix = &amount[len..];
    let scaled = !suffix.is_empty() && numbers::suffix_scale(suffix, true).is_some();
    let paid = || {
        per(words, end).is_some()
            || words.among_before(i, 1, list!("cost costs costing pay pays paid paying fare fee worth price"))
            || words.among_before(i, 1, list!("at from")) && words.among_before(i, 2, list!("start starts starting sold sells priced tickets"))
            // "by N15 to N840 a litre"
            || words.is(end, "to") && words.at(end + 1).as_bytes().first() == words.at(i).as_bytes().first() && per(words, end + 2).is_some()
    };
    scaled || suffix.is_empty() && (paid() || words.class(end) == Class::Scale || !bare && amount.contains(',') && value >= 1000.0)
}

fn worded(words: &Words, i: usize) -> bool {
    words.among(i, list!("half a")) && words.class(i + 1) == Class::Scale
}

/// A currency behind its amount: "euros", "US dollars", "won", "€", "p"; and the token after it.
pub fn behind(words: &Words, at: usize, amount: f64, scaled: bool) -> Option<(Currency, usize)> {
    let mut i = words.past_dash(at);
    if words.dash(at) && !words.touches(at) {
        i = at;
    }
    if words.kind(i) == Some(TokenKind::Symbol) {
        let currency = LEXICON.currency(words.at(i))?;
        return (words.touches(i) && !words.is_number(i + 1) || currency.small).then_some((currency, i + 1));
    }
    if !words.is_word(i) {
        return None;
    }
    if let Some(code) = LEXICON.code(words.at(i)) {
        return Some((Currency { code, small: false }, i + 1));
    }
    let mut phrase = String::new();
    for count in [3usize, 2, 1] {
        if !(0..count).all(|n| words.is_word(i + n)) {
            continue;
        }
        phrase.clear();
        for n in 0..count {
            if n > 0 {
                phrase.push(' ');
            }
            phrase.push_str(words.at(i + n));
        }
        let Some(currency) = LEXICON.currency(&phrase) else { continue };
        let mut to = i + count;
        let known = match phrase.to_ascii_lowercase().as_str() {
            // "the party with 12 won"
            "won" => scaled || amount >= 1000.0,
            "pound" | "pounds" => {
                if words.is(to, "sterling") {
                    to += 1;
                }
                to > i + count || scaled || !weighs(words, to)
            }
            "p" | "rs" | "rm" | "sh" | "shs" | "tsh" | "tshs" | "dh" | "tl" => false,
            _ => true,
        };
        return known.then_some((currency, to));
    }
    None
}

/// Whether pounds are a weight here.
fn weighs(words: &Words, to: usize) -> bool {
    words.among(to, list!("of heavier lighter"))
        // "2 pounds 8 ounces"
        || words.is_number(to) && words.among(to + 1, list!("ounce ounces oz"))
        || (words.from.max(to.saturating_sub(12))..(to + 6).min(words.to)).any(|i| {
            words.among(
                i,
                list!("weigh weighs weighed weighing weight heavy cocaine marijuana heroin fentanyl meth bomb bombs fish meat beef"),
            )
        })
}

/// What a price is for: "a share", "per barrel", "an hour"; and the token after it.
pub fn per(words: &Words, i: usize) -> Option<String> {
    let word = words.at(i + 1);
    let named = words.is(i, "per") && words.is_word(i + 1)
        || words.among(i, list!("a an each"))
            && (LEXICON.unit(word).is_some()
                || words.among(
                    i + 1,
                    list!(
                        "share barrel person head night ticket bottle piece vote seat bushel household student child employee pack gallon"
                    ),
                ));
    (named && !counts::plural_at(words, i + 1) && !words.among(i + 2, list!("ago earlier later before"))).then(|| word.to_lowercase())
}
