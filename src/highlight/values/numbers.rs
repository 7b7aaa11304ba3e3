//! Numbers: digits with separators and suffixes, number words, scales, and both mixed ("2.5 million", "two hundred and five", "half a million").

use super::lexicon::{Class, LEXICON, Lower};
use super::list::list;
use super::sentence::Words;
use crate::article::Case;

/// Longest token that is read as a number. "1,000,000,000,000.00" has twenty.
const MAX_DIGITS: usize = 32;

/// Most words of one number. "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has eleven.
const MAX_WORDS: usize = 16;

/// A number as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number<'t> {
    /// What it is worth.
    pub value: f64,
    /// The token after its last.
    pub end: usize,
    /// Letters written onto the digits that are no scale: "km", "th".
    pub suffix: &'t str,
    /// The scale it was told in, 1 if none: "million" for "2 million". A range shares it.
    pub scale: f64,
    /// Whether it is bare digits, without separator, suffix or scale: a year, a model, an id.
    pub bare: bool,
    /// Whether digits began it.
    pub digits: bool,
    /// "hundreds", "dozens", "several hundred": more than the value, and nothing says how many.
    pub vague: bool,
}

/// Digits of a token: value, length of the numeric part, whether they are bare.
#[inline(never)]
pub fn digits(token: &str) -> Option<(f64, usize, bool)> {
    if token.len() > MAX_DIGITS {
        return None;
    }
    let bytes = token.as_bytes();
    let len = bytes.iter().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':')).count();
    let part = &bytes[..len];
    if len == 0 || part.contains(&b':') {
        return None;
    }
    let commas = part.iter().filter(|&&b| b == b',').count();
    let stops = part.iter().filter(|&&b| b == b'.').count();
    let mut value = 0f64;
    let mut places = 0i32;
    let decimal = match (commas, stops) {
        (0, 0) => None,
        (0, 1) => Some(b'.'),
        // "1.250.000" as much of Europe writes it
        (0, _) => grouped(part, b'.').then_some(None)?,
        (_, 0) if grouped(part, b',') => None,
        // "12,5" as much of Europe writes it
        (1, 0) => Some(b','),
        (_, 1) => grouped(part.rsplitn(2, |&b| b == b'.').last()?, b',').then_some(Some(b'.'))?,
        (1, _) => grouped(part.rsplitn(2, |&b| b == b',').last()?, b'.').then_some(Some(b','))?,
        _ => return None,
    };
    for &byte in part {
        if byte.is_ascii_digit() {
            value = value * 10.0 + f64::from(byte - b'0');
            places += 1;
        } else if Some(byte) == decimal {
            places = 0;
        }
    }
    if decimal.is_some() {
        value /= 10f64.powi(places);
    }
    Some((value, len, commas + stops == 0))
}

/// Whether a separator cuts the digits into groups of thousands, or in the Indian way (two digits each, the last three).
fn grouped(part: &[u8], separator: u8) -> bool {
    let mut groups = part.rsplit(|&b| b == separator);
    let last = groups.next().map_or(0, <[u8]>::len);
    let mut rest: Vec<usize> = groups.map(<[u8]>::len).collect();
    let Some(first) = rest.pop() else { return false };
    last == 3 && (1..=3).contains(&first) && (rest.iter().all(|&n| n == 3) || separator == b',' && rest.iter().all(|&n| n == 2))
}

/// What a suffix written onto digits multiplies by; `money`: after a currency sign "m" is a million, else a metre.
pub fn suffix_scale(suffix: &str, money: bool) -> Option<f64> {
    Some(match suffix {
        "k" | "K" => 1e3,
        "M" | "mn" | "mln" | "Mn" | "mil" | "MM" | "mio" => 1e6,
        "m" if money => 1e6,
        "bn" | "b" | "B" | "Bn" | "bln" | "BN" => 1e9,
        "tn" | "trn" | "T" | "Tn" => 1e12,
        "t" if money => 1e12,
        "cr" => 1e7,
        _ => return None,
    })
}

/// Reads the number that begins at `i`. `money`: whether a currency sign stands before it.
#[inline(never)]
pub fn read<'t>(words: &Words<'_, 't>, i: usize, money: bool) -> Option<Number<'t>> {
    if words.is_number(i) { in_digits(words, i, money) } else { in_words(words, i) }
}

fn in_digits<'t>(words: &Words<'_, 't>, i: usize, money: bool) -> Option<Number<'t>> {
    let token = words.at(i);
    let (mut value, len, mut bare) = match vulgar(token) {
        Some(value) => (value, token.len(), false),
        None => digits(token)?,
    };
    let mut suffix = &token[len..];
    let mut end = i + 1;
    let mut scale = 1.0;
    if let Some(part) = vulgar(suffix) {
        value += part;
        (suffix, bare) = ("", false);
    } else if let Some(by) = suffix_scale(suffix, money) {
        scale = by;
        suffix = "";
        bare = false;
    } else if suffix.is_empty() {
        // "12 500": groups of three parted by one space, thin or not
        let mut groups = 0;
        if len <= 3 && bare && value >= 1.0 {
            while groups < 4 && thousands(words, end) {
                value = value * 1000.0 + digits(words.at(end)).map_or(0.0, |d| d.0);
                end += 1;
                groups += 1;
                bare = false;
            }
        }
        // "2 1/2", "1/2"
        if let Some((part, after)) = slash_fraction(words, end) {
            value += part;
            end = after;
            bare = false;
        }
    }
    if suffix.is_empty() && scale == 1.0 {
        // "5-million", and with the spaces of old wires: "5 - million"
        let apart = !words.touches(end + 1) && words.is(end, "-") && words.case(end + 1) == Case::Lower;
        let dash = usize::from(words.dash(end) && (words.touches(end + 1) || apart));
        let mut at = end + dash;
        while let Some(by) = scale_at(words, at, money) {
            scale *= by;
            at += 1;
            end = at;
            bare = false;
        }
    }
    Some(Number { value: value * scale, end, suffix, scale, bare, digits: true, vague: false })
}

fn scale_at(words: &Words, i: usize, money: bool) -> Option<f64> {
    if let Some(by) = words.value(i, Class::Scale) {
        return Some(by);
    }
    // "£5 m", "$3 b"
    (money && words.among(i, list!("m b k"))).then(|| suffix_scale(words.at(i), true)).flatten()
}

fn thousands(words: &Words, i: usize) -> bool {
    if !words.is_number(i) || words.at(i).len() != 3 || digits(words.at(i)).is_none_or(|d| d.1 != 3) {
        return false;
    }
    let (before, here) = (words.article.tokens[i - 1].span, words.article.tokens[i].span);
    matches!(&words.article.text[before.end()..here.start()], " " | "\u{A0}" | "\u{202F}" | "\u{2009}")
}

/// "1/2" after a whole number, as "2 1/2".
fn slash_fraction(words: &Words, i: usize) -> Option<(f64, usize)> {
    let (up, down) = (digits(words.at(i))?, digits(words.at(i + 2))?);
    let shape = words.is(i + 1, "/") && words.touches(i + 1) && words.touches(i + 2) && !words.touches(i);
    (shape && up.2 && down.2 && up.0 < down.0 && [2.0, 3.0, 4.0, 5.0, 8.0, 16.0].contains(&down.0)).then(|| (up.0 / down.0, i + 3))
}

/// What a fraction in one character is worth: "½".
pub(crate) fn vulgar(token: &str) -> Option<f64> {
    Some(match token {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅕" => 0.2,
        "⅛" => 0.125,
        _ => return None,
    })
}

fn in_words<'t>(words: &Words<'_, 't>, i: usize) -> Option<Number<'t>> {
    let mut at = i;
    // below the last scale; and what is already multiplied
    let (mut part, mut total, mut scale) = (0f64, 0f64, 1f64);
    let (mut open, mut seen) = (false, false);
    let (mut last, mut vague) = (Class::Plain, false);
    let several = some(words, i).is_some();
    let mut end = i;
    if let Some((value, end, scale)) = part_of_scale(words, i) {
        return Some(Number { value, end, suffix: "", scale, bare: false, digits: false, vague: false });
    }
    let article = words.among(i, list!("a an"));
    if article || words.is(i, "half") {
        // "a million", "half a million", "a half million", "a dozen"
        let half = words.is(i, "half") || words.is(i + 1, "half");
        at = match (article, half) {
            (true, true) => i + 2,
            (true, false) => i + 1,
            (false, _) if words.among(i + 1, list!("a an")) => i + 2,
            (false, _) => words.past_dash(i + 1),
        };
        words.value(at, Class::Scale)?;
        part = if half { 0.5 } else { 1.0 };
        open = true;
        last = Class::Num;
    }
    while at < i + MAX_WORDS {
        let (class, value) = words.known(at);
        match class {
            Class::Num if last == Class::Tens && (1.0..10.0).contains(&value) => part += value,
            Class::Num | Class::Tens if !seen || last == Class::Scale => part += value,
            Class::Scale if value == 100.0 && open => part *= value,
            Class::Scale if seen || open => {
                total += if part == 0.0 && total == 0.0 { value } else { part.max(f64::from(part == 0.0)) * value };
                part = 0.0;
                scale = value;
            }
            Class::Scale if several && !seen => part = value,
            Class::Scale if value != 1e7 || !words.is(at, "cr") => {
                // "billion-year": the word alone counts for one
                if !(words.dash(at + 1) && words.touches(at + 1)) {
                    return None;
                }
                total = value;
            }
            Class::Vague if !seen && !open => {
                total = value;
                vague = true;
            }
            _ => break,
        }
        (seen, open, last) = (true, true, class);
        at += 1;
        end = at;
        if vague {
            // "hundreds of thousands", "tens of millions"
            if words.is(at, "of") && words.value(at + 1, Class::Vague).is_some_and(|more| more > value) {
                total *= words.known(at + 1).1;
                end = at + 2;
            }
            break;
        }
        // "two and a half [million]"
        if words.is(at, "and") && words.among(at + 1, list!("a")) && words.is(at + 2, "half") {
            part += 0.5;
            if let Some(by) = words.value(at + 3, Class::Scale) {
                part *= by;
                end = at + 4;
            } else {
                if words.class(at - 1) == Class::Scale {
                    part = 0.5 * words.known(at - 1).1;
                }
                end = at + 3;
            }
            break;
        }
        let joins = |next: usize| match words.class(next) {
            Class::Num => last == Class::Tens || last == Class::Scale,
            Class::Tens => last == Class::Scale,
            Class::Scale => true,
            _ => false,
        };
        let hyphen = words.dash(at) && words.touches(at) && words.touches(at + 1) && joins(at + 1);
        let and = last == Class::Scale && words.is(at, "and") && joins(at + 1) && words.class(at + 1) != Class::Scale;
        if hyphen || and && hundreds(words, at - 1) {
            at += 1;
        } else if !joins(at) {
            // "four point five"
            if words.is(at, "point") && words.class(at + 1) == Class::Num && last != Class::Scale {
                part += words.known(at + 1).1 / 10.0;
                end = at + 2;
                at = end;
                if words.class(at) == Class::Scale {
                    continue;
                }
            }
            break;
        }
    }
    if end == i {
        return None;
    }
    Some(Number { value: total + part, end, suffix: "", scale, bare: false, digits: false, vague: vague || several })
}

/// "several hundred", "a few thousand": where the words begin that leave open how many, the scale standing at `i`.
pub fn some(words: &Words, i: usize) -> Option<usize> {
    let scale =
        i > words.from && words.class(i) == Class::Scale && words.among(i, list!("dozen hundred thousand million billion trillion"));
    if scale && words.among_before(i, 1, list!("few")) {
        let a = words.among_before(i, 2, list!("a"));
        return (a || words.among_before(i, 2, list!("last past next first"))).then(|| i - 1 - usize::from(a));
    }
    (scale && words.among_before(i, 1, list!("several"))).then(|| i - 1)
}

/// "A quarter of a million", "two-thirds of one billion": the number, the token after it, and the scale.
pub fn part_of_scale(words: &Words, i: usize) -> Option<(f64, usize, f64)> {
    let (part, end) = fraction(words, i)?;
    let of = words.is(end, "of") && words.among(end + 1, list!("a one"));
    let scale = words.value(end + 2, Class::Scale).filter(|_| of)?;
    Some((part * scale, end + 3, scale))
}

/// Whether "and" after this scale word goes on with the same number: "two hundred and five", not "a dozen and two".
fn hundreds(words: &Words, i: usize) -> bool {
    words.known(i).1 != 12.0
}

/// An ordinal: "third", "twenty-first", "58th". Value and the token after it.
#[inline(never)]
pub fn ordinal(words: &Words, i: usize) -> Option<(f64, usize)> {
    if words.is_number(i) {
        let token = words.at(i);
        let (value, len, _) = digits(token)?;
        let suffix = Lower::of(&token[len..])?;
        if matches!(suffix.text(), "st" | "nd" | "rd" | "th") && value.fract() == 0.0 {
            return Some((value, i + 1));
        }
        // "58 th" is damage; not read
        return None;
    }
    if let Some(value) = words.value(i, Class::Ordinal) {
        return Some((value, i + 1));
    }
    // "twenty-first", "hundred and tenth" is too rare to read
    let tens = words.value(i, Class::Tens)?;
    let unit = words.value(words.past_dash(i + 1), Class::Ordinal).filter(|value| *value < 10.0)?;
    Some((tens + unit, words.past_dash(i + 1) + 1))
}

/// A fraction in words or with a slash: "two-thirds", "a quarter", "half", "three-quarters". Value and the token after it.
#[inline(never)]
pub fn fraction(words: &Words, i: usize) -> Option<(f64, usize)> {
    if let Some((part, end)) = slash_fraction(words, i) {
        return Some((part, end));
    }
    let (up, at) = if words.among(i, list!("a an")) { (1.0, i + 1) } else { (words.value(i, Class::Num)?, words.past_dash(i + 1)) };
    let down = match words.known(at) {
        (Class::Part, parts) => parts,
        (Class::Ordinal, parts) if up == 1.0 && (3.0..=12.0).contains(&parts) => parts,
        (Class::Ordinal, parts) if words.dash(i + 1) && (3.0..=12.0).contains(&parts) => parts,
        _ => return None,
    };
    (up < down || down == 2.0 && up == 1.0).then_some((up / down, at + 1))
}

/// "tenfold", "18-fold", "a thousand fold", "3x".
pub fn multiple(words: &Words, i: usize) -> Option<(f64, usize)> {
    if words.is_word(i) {
        let word = words.at(i);
        if let Some(stem) = word.strip_suffix("fold").filter(|stem| !stem.is_empty()) {
            let (class, value) = LEXICON.word(Lower::of(stem)?.text());
            return matches!(class, Class::Num | Class::Tens | Class::Scale).then_some((value, i + 1));
        }
    }
    let number = read(words, i, false)?;
    if number.suffix == "x" || number.suffix == "X" {
        return Some((number.value, number.end));
    }
    let at = words.past_dash(number.end);
    (number.suffix.is_empty() && words.is(at, "fold")).then_some((number.value, at + 1))
}
