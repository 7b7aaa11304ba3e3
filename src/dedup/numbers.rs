//! Numbers: what a number in digits or words is worth, so that "1,200", "1.2 thousand" and "twelve hundred" are one.

use super::fingerprint::{key, pair};
use super::lexicon::LEXICON;

/// Number words: (word, worth).
const UNITS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("mn", 1e6),
];

/// Ordinals that are words of their own, and vague numbers; each counts as a number that equals only itself. Also decades, which are read as "30s" is.
const WHOLE: &[(&str, f64)] = &[
    ("first", 1.0),
    ("second", 2.0),
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
    ("thirteenth", 13.0),
    ("fourteenth", 14.0),
    ("fifteenth", 15.0),
    ("sixteenth", 16.0),
    ("seventeenth", 17.0),
    ("eighteenth", 18.0),
    ("nineteenth", 19.0),
    ("twentieth", 20.0),
    ("thirtieth", 30.0),
    ("fortieth", 40.0),
    ("fiftieth", 50.0),
    ("sixtieth", 60.0),
    ("seventieth", 70.0),
    ("eightieth", 80.0),
    ("ninetieth", 90.0),
    ("hundredth", 100.0),
    ("thousandth", 1e3),
    ("dozens", -12.0),
    ("hundreds", -1e2),
    ("thousands", -1e3),
    ("millions", -1e6),
    ("billions", -1e9),
    ("twenties", 20.0),
    ("thirties", 30.0),
    ("forties", 40.0),
    ("fifties", 50.0),
    ("sixties", 60.0),
    ("seventies", 70.0),
    ("eighties", 80.0),
    ("nineties", 90.0),
    ("quarter", -0.25),
    ("thirds", -0.3),
    ("quarters", -0.2),
];

/// The number words: as written, what they are worth, and whether they are ordinal or vague.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, (f64, bool))> {
    let of = |list: &'static [(&'static str, f64)], whole: bool| list.iter().map(move |&(word, worth)| (word, (worth, whole)));
    of(UNITS, false).chain(of(WHOLE, true))
}

/// The worth of a number word by its key as written, and whether it is an ordinal or vague.
pub(crate) fn word(raw: u32) -> Option<(f64, bool)> {
    LEXICON.find(raw)?.number
}

/// The key of a number.
pub(crate) fn key_of(worth: f64) -> u32 {
    // rounding brings "1.2 million" and 1,200,000 together whatever floating point did on the way
    let rounded = if worth.abs() < 1e12 { (worth * 1e4).round() } else { worth };
    pair(key(b"number"), super::fingerprint::mix(rounded.to_bits()) as u32)
}

/// The key of an ordinal or vague number.
pub(crate) fn key_of_whole(worth: f64) -> u32 {
    pair(key(b"ordinal"), key_of(worth))
}

/// A number token: its worth, and the letters written onto it ("th", "B", "km", "s").
pub(crate) fn digits(token: &str) -> Option<(f64, &str)> {
    let end = token.bytes().position(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b','))).unwrap_or(token.len());
    let figures = token[..end].trim_end_matches(['.', ',']);
    let (mut worth, mut scale) = (0.0, 0.0);
    for (at, byte) in figures.bytes().enumerate() {
        match byte {
            b'.' if scale == 0.0 => scale = 1.0,
            b'.' => return None,
            // "1,200" groups; "0,5" is a decimal comma elsewhere and not judged here
            b',' if figures.len() - at >= 4 || scale > 0.0 => {}
            b',' => scale = 1.0,
            _ if scale > 0.0 => {
                scale /= 10.0;
                worth += f64::from(byte - b'0') * scale;
            }
            _ => worth = worth * 10.0 + f64::from(byte - b'0'),
        }
    }
    (end > 0).then(|| (worth, &token[end..]))
}

/// Adds the next number word to a number told in words: `sum` is what is finished ("two thousand"), `part` what is not ("three
/// hundred"). False if the word does not go on with the number.
pub(crate) fn add(sum: &mut f64, part: &mut f64, worth: f64) -> bool {
    if worth >= 1e3 {
        *sum += if *part == 0.0 { 1.0 } else { *part } * worth;
        *part = 0.0;
        return true;
    }
    if worth == 100.0 || worth == 12.0 && *part > 0.0 && *part < 12.0 && part.fract() == 0.0 {
        *part = if *part == 0.0 { 1.0 } else { *part } * worth;
        return true;
    }
    let fits = match *part as u64 {
        0 => true,
        p if p % 100 == 0 => worth < 100.0,
        p => p % 10 == 0 && p % 100 >= 20 && worth < 10.0,
    };
    if fits {
        *part += worth;
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::lexicon::raw;

    #[test]
    fn worth_of_words() {
        for (words, expected) in [
            ("twelve hundred", 1200.0),
            ("two thousand three hundred", 2300.0),
            ("twenty one", 21.0),
            ("two dozen", 24.0),
            ("one hundred five", 105.0),
            ("three million", 3e6),
        ] {
            let (mut sum, mut part) = (0.0, 0.0);
            for one in words.split(' ') {
                let worth = word(raw(one, false)).map_or(f64::NAN, |w| w.0);
                assert!(add(&mut sum, &mut part, worth), "{words}");
            }
            assert_eq!(sum + part, expected, "{words}");
        }
        let (mut sum, mut part) = (0.0, 0.0);
        assert!(add(&mut sum, &mut part, 5.0) && !add(&mut sum, &mut part, 6.0), "five six are two numbers");
    }

    #[test]
    fn worth_of_digits() {
        for (token, worth, rest) in
            [("1,200", 1200.0, ""), ("44.8", 44.8, ""), ("6.8B", 6.8, "B"), ("21st", 21.0, "st"), ("1990s", 1990.0, "s")]
        {
            let (got, after) = digits(token).unwrap_or_default();
            assert!((got - worth).abs() < 1e-9 && after == rest, "{token}");
        }
    }
}
