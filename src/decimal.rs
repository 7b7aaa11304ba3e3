//! Decimal: a number in digits as data files and saved corrections write it: `-12`, `.3048`, `4.184e12`.
//!
//! The standard library's parser rounds any number of digits right, and for that brings a table of powers of five: 12 KB of the .wasm, compressed. Numbers of up
//! to 15 digits need one exact multiplication or division (Clinger, "How to read floating point numbers accurately", PLDI 1990).

/// As many digits as a `u64` holds whatever they are; those behind only count as places.
const MOST: u64 = 10u64.pow(18);

/// The number that `text` writes; none if it writes anything else. Right to the last bit up to 15 digits and 22 places, else to the last but one.
///
/// ```
/// assert_eq!(glosswire::decimal::read("4.184e12"), Some(4.184e12));
/// assert_eq!(glosswire::decimal::read("many"), None);
/// ```
pub fn read(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let unsigned = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    let (mut figures, mut places) = (0u64, i64::from(exponent));
    let (mut any, mut point) = (false, false);
    for byte in unsigned.bytes() {
        match byte {
            b'0'..=b'9' if figures < MOST => {
                figures = figures * 10 + u64::from(byte - b'0');
                places -= i64::from(point);
                any = true;
            }
            b'0'..=b'9' => places += i64::from(!point),
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    let scale = 10f64.powi(places.unsigned_abs().min(400) as i32);
    let worth = if places < 0 { figures as f64 / scale } else { figures as f64 * if figures == 0 { 0.0 } else { scale } };
    any.then_some(if digits.starts_with('-') { -worth } else { worth })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_and_what_is_none() {
        for (text, worth) in [
            ("0", 0.0),
            ("-0.5", -0.5),
            ("+7", 7.0),
            (".3048", 0.3048),
            ("12.", 12.0),
            ("9.4607304725808e15", 9.4607304725808e15),
            ("1e-6", 1e-6),
            ("0e999", 0.0),
            ("1e999", f64::INFINITY),
            ("1e-999", 0.0),
        ] {
            assert_eq!(read(text), Some(worth), "{text}");
        }
        for text in ["", ".", "-", "e5", "1e", "1.2.3", "1,200", "nan", "inf", " 1", "--1", "1e99999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn up_to_fifteen_digits_as_the_standard_library_reads_them(figures in 0u64..1_000_000_000_000_000, places in 0usize..16, exponent in -7i32..8) {
            let digits = format!("{figures:016}");
            let (whole, part) = digits.split_at(16 - places);
            let text = format!("{whole}.{part}e{exponent}");
            proptest::prop_assert_eq!(read(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn longer_ones_within_a_part_in_a_quadrillion(text in "[0-9]{16,40}\\.[0-9]{0,40}") {
            let (read, parsed) = (read(&text).unwrap_or(f64::NAN), text.parse::<f64>().unwrap_or(f64::NAN));
            proptest::prop_assert!((read - parsed).abs() <= parsed * 1e-15, "{read} {parsed}");
        }
    }
}
