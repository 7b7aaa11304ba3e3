//! Scan: what one pass over the characters of a line counts, and the hashes of its words.

use super::cues::{self, WordHash};

/// What one pass over a line counts.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) wide: u32,
    pub(super) chars: u32,
    pub(super) letters: u32,
    pub(super) foreign: u32,
    pub(super) digits: u32,
    pub(super) capitals: u32,
    pub(super) upper: u32,
    pub(super) glued: u32,
    pub(super) pipes: u32,
    pub(super) commas: u32,
    pub(super) sentences: u32,
    pub(super) quotes: u32,
    pub(super) asks: u32,
    pub(super) contact: u32,
    pub(super) price: u32,
    pub(super) clock: u32,
    pub(super) numeric_date: u32,
}

/// What a character is, as bits.
const WORD: u8 = 1;
const ALPHANUMERIC: u8 = 2;
const DIGIT: u8 = 4;
const UPPER: u8 = 8;
const LOWER: u8 = 16;

/// The bits of the ASCII characters.
const KINDS: [u8; 128] = {
    let mut kinds = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'0'..=b'9' => WORD | ALPHANUMERIC | DIGIT,
            b'A'..=b'Z' => WORD | ALPHANUMERIC | UPPER,
            b'a'..=b'z' => WORD | ALPHANUMERIC | LOWER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// The bits of a character.
fn kind(c: char) -> u8 {
    match c {
        ..'\u{80}' => KINDS[c as usize],
        '©' => WORD,
        // dashes, quotation marks and spaces: common, and no letter among them
        '\u{2000}'..='\u{206F}' => 0,
        _ => {
            let letter = if c.is_alphanumeric() { WORD | ALPHANUMERIC } else { 0 };
            letter | if c.is_uppercase() { UPPER } else { 0 } | if c.is_lowercase() { LOWER } else { 0 }
        }
    }
}

/// Scans a line; `words` takes the hashes of its words, `content` those of its longer words.
pub(super) fn scan(text: &str, words: &mut Vec<u32>, content: &mut Vec<u32>) -> Scan {
    let mut s = Scan::default();
    let mut word: Option<WordHash> = None;
    let (mut length, mut uppers, mut first_upper) = (0u32, 0u32, false);
    let (mut before, mut kind_before, mut kind_before2) = (' ', 0, 0);
    let mut pending_stop = false;
    for c in text.chars() {
        s.chars += 1;
        s.wide += if (c as u32) >= 0x2E80 { 3 } else { 1 };
        // most characters are small letters inside a word
        if c.is_ascii_lowercase()
            && let Some(word) = &mut word
        {
            s.letters += 1;
            length += 1;
            word.push(c);
            (kind_before2, kind_before, before) = (kind_before, WORD | ALPHANUMERIC | LOWER, c);
            continue;
        }
        let kind = kind(c);
        if kind & WORD != 0 {
            let upper = kind & UPPER != 0;
            if kind & DIGIT != 0 {
                s.digits += 1;
                s.clock += u32::from(before == ':' && kind_before2 & DIGIT != 0);
                s.numeric_date += u32::from(matches!(before, '/' | '-' | '.') && kind_before2 & DIGIT != 0);
                s.price += u32::from(matches!(before, '$' | '£' | '€' | '₹' | '¥'));
            } else {
                s.letters += 1;
                s.foreign += u32::from(c as u32 > 591);
            }
            if word.is_none() {
                first_upper = upper;
                uppers = 0;
                length = 0;
                s.sentences += u32::from(pending_stop && kind & (UPPER | DIGIT) != 0);
                s.contact += u32::from(before == '@');
            } else {
                s.glued += u32::from(upper && kind_before & LOWER != 0);
            }
            pending_stop = false;
            uppers += u32::from(upper);
            length += 1;
            word.get_or_insert_default().push(c);
        } else {
            if let Some(done) = word.take() {
                end_word(&mut s, done, length, uppers, first_upper, words, content);
            }
            match c {
                ',' | '，' | '、' => s.commas += 1,
                '.' | '!' | '?' => {
                    s.asks += u32::from(c != '.');
                    pending_stop = true;
                }
                '。' | '！' | '？' => s.sentences += 1,
                ' ' | '\u{A0}' | '"' | '”' | '’' | '“' | '‘' | ')' | '(' => s.quotes += u32::from(matches!(c, '"' | '“' | '”')),
                '|' | '•' | '·' | '»' | '›' | '/' | '>' | '«' => s.pipes += 1,
                '@' => s.contact += u32::from(kind_before & ALPHANUMERIC != 0),
                _ => pending_stop = false,
            }
            // a stop inside a word ends nothing: "example.com"
            if pending_stop && c != '.' && !matches!(c, '!' | '?') && kind_before & ALPHANUMERIC != 0 {
                pending_stop = false;
            }
        }
        kind_before2 = kind_before;
        (before, kind_before) = (c, kind);
    }
    if let Some(done) = word.take() {
        end_word(&mut s, done, length, uppers, first_upper, words, content);
    }
    s
}

fn end_word(s: &mut Scan, word: WordHash, length: u32, uppers: u32, first_upper: bool, words: &mut Vec<u32>, content: &mut Vec<u32>) {
    let hash = word.finish();
    s.capitals += u32::from(first_upper);
    s.upper += u32::from(uppers == length && length > 1);
    words.push(hash);
    if length > 4 && hash != cues::NUMBER {
        content.push(hash);
    }
}
