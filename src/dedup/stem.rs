//! Stems: what is left of a word without its ending and its national spelling.
//!
//! A light suffix stripper: it only has to bring forms of one word together ("organisations", "organizing"), not to
//! name a lemma; both sides of a comparison pass through it.

use super::fingerprint::key;

/// Longest word that is stemmed, in bytes; longer ones are taken as they stand.
const MAX: usize = 32;

/// The key of the stem of a word. Not ASCII: the key of its lower case, without common accents.
pub(crate) fn stem(word: &str) -> u32 {
    let mut buffer = [0u8; MAX];
    let filled = if word.is_ascii() {
        fill(&mut buffer, word.bytes().filter(|byte| !matches!(byte, b'\'' | b'.')).map(|byte| byte.to_ascii_lowercase()))
    } else {
        fill(&mut buffer, unaccented_bytes(word))
    };
    let Some(mut len) = filled else { return key(word.to_lowercase().as_bytes()) };
    if buffer[..len].is_ascii() {
        len = strip(&mut buffer, len);
    }
    key(&buffer[..len])
}

/// Puts bytes into the buffer; how many they were, or nothing if they do not fit.
fn fill(buffer: &mut [u8; MAX], bytes: impl Iterator<Item = u8>) -> Option<usize> {
    let mut len = 0;
    for byte in bytes {
        *buffer.get_mut(len)? = byte;
        len += 1;
    }
    Some(len)
}

/// The letters of a word in lower case, without common accents and without signs inside it, in UTF-8.
fn unaccented_bytes(word: &str) -> impl Iterator<Item = u8> {
    let plain = word.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { unaccented(c) });
    plain.filter(|c| !matches!(c, '\'' | '.' | '\u{2019}' | '\u{02BC}' | '\u{00AD}')).flat_map(|c| {
        let mut utf8 = [0; 4];
        let len = c.encode_utf8(&mut utf8).len();
        utf8.into_iter().take(len)
    })
}

/// A letter in lower case without its accent, for the letters of European names.
fn unaccented(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ţ' | 'ť' | 'ț' => 't',
        'đ' | 'ď' => 'd',
        other => other,
    }
}

/// Strips spelling and ending of `buffer[..len]`; the new length.
fn strip(buffer: &mut [u8; MAX], mut len: usize) -> usize {
    let ends = |buffer: &[u8; MAX], len: usize, suffix: &[u8]| len > suffix.len() + 1 && buffer[..len].ends_with(suffix);
    // British spellings inside the word
    if len >= 6 {
        if let Some(at) = (1..len - 2).find(|&at| buffer[at..].starts_with(b"ae")) {
            buffer.copy_within(at + 1..len, at);
            len -= 1;
        }
        for at in 2..len - 2 {
            let rest = &buffer[at..len];
            let vowel = rest.get(2).copied().unwrap_or(0);
            let is = rest.starts_with(b"is") && at >= 3 && matches!(vowel, b'e' | b'a' | b'i');
            if is || (rest.starts_with(b"ys") && matches!(vowel, b'e' | b'i')) {
                buffer[at + 1] = b'z';
            } else if rest.starts_with(b"our") && at >= 3 {
                buffer.copy_within(at + 2..len, at + 1);
                len -= 1;
                break;
            }
        }
    }
    if len >= 6 && ends(buffer, len, b"ence") {
        buffer[len - 2] = b's';
    }
    // plural or third person
    let hissing = [&b"ies"[..], b"shes", b"ches", b"xes", b"sses"];
    if len > 4 && hissing.iter().any(|suffix| ends(buffer, len, suffix)) {
        len -= 2;
    } else if len > 3 && buffer[len - 1] == b's' && !matches!(buffer[len - 2], b's' | b'u' | b'i') {
        len -= 1;
    }
    if len >= 5 && ends(buffer, len, b"tre") {
        buffer[len - 2..len].copy_from_slice(b"er");
    }
    // past and participle
    let vowel = |buffer: &[u8; MAX], to: usize| buffer[..to].iter().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    if len > 5 && ends(buffer, len, b"ing") && vowel(buffer, len - 3) {
        len -= 3;
    } else if len > 4 && ends(buffer, len, b"eed") {
        // "agreed", "guaranteed"; the "ed" of "exceed" and "bleed" is no ending
        len -= usize::from(matches!(buffer[len - 4], b'r' | b't') && !matches!(&buffer[..len], b"breed" | b"greed" | b"creed"));
    } else if len > 4 && ends(buffer, len, b"ed") && vowel(buffer, len - 2) {
        len -= 2;
    }
    if len > 3 && buffer[len - 1] == b'e' {
        len -= 1;
    }
    if len > 3 && ends(buffer, len, b"ogu") {
        len -= 1;
    }
    if len > 3 && buffer[len - 1] == buffer[len - 2] {
        len -= 1;
    }
    if len > 2 && buffer[len - 1] == b'y' {
        buffer[len - 1] = b'i';
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_spellings_meet() {
        for group in [
            &["organisation", "organizations"][..],
            &["realise", "realized", "realising"],
            &["colour", "colors", "coloured"],
            &["centre", "centers"],
            &["defence", "defenses"],
            &["travelled", "traveling", "travels"],
            &["city", "cities"],
            &["attack", "attacked", "attacks", "attacking"],
            &["catalogue", "catalogs"],
            &["Erdoğan", "Erdogan"],
            &["analyse", "analyzed"],
            &["archaeologists", "archeologist"],
            &["agree", "agreed", "agreeing"],
            &["exceed", "exceeded", "exceeding", "exceeds"],
            &["breed", "breeding"],
            &["need", "needed"],
        ] {
            for word in group {
                assert_eq!(stem(word), stem(group[0]), "{word} {}", group[0]);
            }
        }
        for (a, b) in [("senate", "senator"), ("iran", "iraq"), ("four", "for"), ("union", "unity")] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }
}
