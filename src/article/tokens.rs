//! Tokens: words, numbers and marks, in order, covering everything in a sentence but white space.
//!
//! - "don't", "O'Neill" and "Qu'Appelle" are one token; a possessive "'s" (or the "’" after a plural) is one of its own.
//! - "U.S." and "a.m." are one token with their stops; the stop of "Mr." is a token of its own.
//! - "1,200", "44.8", "22:40", "6.8B" and "1990s" are one token; "$", "%" and "3-1"'s hyphen are their own.
//! - Words are split at hyphens and slashes: "14-year-old" is five tokens.

use super::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits after them.
    Word,
    /// Begins with a digit.
    Number,
    /// "'s" after a name or noun, or the bare apostrophe after a plural.
    Possessive,
    /// A quotation mark of any form, also a single one that stands as an opening or closing mark.
    Quote,
    /// Other punctuation.
    Punct,
    /// Anything else: currency signs, emoji, control characters.
    Symbol,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// No letter that has a case.
    None,
    /// All lower.
    Lower,
    /// The first letter upper, the others lower (or a single capital).
    Title,
    /// Two or more letters, all upper.
    Upper,
    /// Capitals inside: "McDonald", "iPhone", "TikTok".
    Mixed,
}

/// A word, number or mark of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
}

impl Token {
    /// Whether it begins with a capital.
    pub fn capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }
}

/// Whether a character is a double quotation mark of any form.
pub fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '«' | '»' | '\u{FF02}' | '\u{300C}' | '\u{300D}')
}

/// Whether a character may be an apostrophe or a single quotation mark.
pub fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '`' | '\u{00B4}' | '\u{02BC}')
}

/// Whether a character can be part of a word.
fn is_word(c: char) -> bool {
    match c {
        ..'\u{80}' => c.is_ascii_alphanumeric() || c == '_',
        // dashes, quotation marks and spaces: common, and no letter among them
        '\u{2000}'..='\u{206F}' => matches!(c, '\u{200C}' | '\u{200D}'),
        _ => c.is_alphanumeric() || is_joiner(c),
    }
}

/// Combining marks and joiners that stay with the letter before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}' | '\u{00AD}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{064B}'..='\u{065F}' | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}' | '\u{FE00}'..='\u{FE0F}')
}

/// Cuts `text[span]` into tokens and appends them.
pub fn split(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut at = span.start();
    while at < span.end() {
        let (end, kind) = next(text, at, span.start(), span.end());
        if let Some(kind) = kind {
            tokens.push(Token { span: Span::at(text, at, end), kind, case: case(&text[at..end], kind) });
        }
        at = end;
    }
}

/// The character that begins at byte `at`.
fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 { Some(byte as char) } else { text[at..].chars().next() }
}

/// End and kind of the token that begins at `at`; no kind for white space.
fn next(text: &str, at: usize, start: usize, end: usize) -> (usize, Option<TokenKind>) {
    let Some(c) = char_at(text, at) else { return (end, None) };
    let after = at + c.len_utf8();
    if c.is_whitespace() {
        return (after, None);
    }
    if c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric()) {
        return (number(text, after, end), Some(TokenKind::Number));
    }
    if is_word(c) {
        return (word(text, at, end), Some(TokenKind::Word));
    }
    if is_single_quote(c) {
        let before = text[start..at].chars().next_back();
        let next = char_at(&text[..end], after);
        if before.is_some_and(is_word) {
            if matches!(next, Some('s' | 'S')) && !char_at(&text[..end], after + 1).is_some_and(is_word) {
                return (after + 1, Some(TokenKind::Possessive));
            }
            // after a plural: "the voters' choice"; whether it closes a quotation is for the quotes stage to say
            if matches!(before, Some('s' | 'S' | 'z' | 'x')) && matches!(c, '\'' | '\u{2019}') && next == Some(' ') {
                return (after, Some(TokenKind::Possessive));
            }
        }
        // two single marks are one double
        if next == Some(c) && matches!(c, '\'' | '`' | '\u{2019}' | '\u{2018}') {
            return (after + c.len_utf8(), Some(TokenKind::Quote));
        }
        return (after, Some(TokenKind::Quote));
    }
    if is_double_quote(c) {
        return (after, Some(TokenKind::Quote));
    }
    let punct = c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '=' | '<' | '>' | '^' | '|' | '~')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '¡' | '¿' | '·' | '\u{FF01}'..='\u{FF0F}' | '\u{060C}' | '\u{061B}' | '\u{061F}' | '\u{06D4}' | '\u{0964}');
    let kind = if punct { TokenKind::Punct } else { TokenKind::Symbol };
    // "..." and "--" stay together
    let mut to = after;
    if matches!(c, '.' | '-') {
        while char_at(&text[..end], to) == Some(c) {
            to += 1;
        }
    }
    (to, Some(kind))
}

/// End of a number whose first digit ends at `at`: digits with inner `.`, `,` and `:`, then letters written onto it ("1990s", "6.8B").
fn number(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    while at < end {
        let byte = bytes[at];
        let inner = matches!(byte, b'.' | b',' | b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || inner) {
            break;
        }
        at += 1;
    }
    while let Some(c) = char_at(&text[..end], at).filter(|&c| !c.is_ascii() && is_word(c)) {
        at += c.len_utf8();
    }
    at
}

/// End of a word that begins at `at`.
fn word(text: &str, at: usize, end: usize) -> usize {
    if let Some(to) = initialism(text, at, end) {
        return to;
    }
    let within = &text[..end];
    let mut to = at;
    loop {
        to += within.as_bytes()[to..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(c) = char_at(within, to) else { break };
        if is_word(c) {
            to += c.len_utf8();
            continue;
        }
        // an apostrophe inside a word, but not a possessive 's
        if matches!(c, '\'' | '\u{2019}' | '\u{02BC}') {
            let after = to + c.len_utf8();
            if let Some(d) = char_at(within, after).filter(|&d| is_word(d)) {
                let past = char_at(within, after + d.len_utf8());
                if !matches!(d, 's' | 'S') || past.is_some_and(is_word) {
                    to = after;
                    continue;
                }
            }
        }
        break;
    }
    to
}

/// End of single letters with stops after them: "U.S.", "a.m.", "J.R.R."; at least two.
fn initialism(text: &str, at: usize, end: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..end];
    let pair = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphabetic) && bytes.get(i + 1) == Some(&b'.');
    let mut to = at;
    while pair(to) {
        to += 2;
    }
    // "U.S" without its last stop, "U.S.A" likewise; but not "a.m.Wednesday"
    let letter_left = bytes.get(to).is_some_and(u8::is_ascii_alphabetic);
    let alone = letter_left && !char_at(&text[..end], to + 1).is_some_and(is_word);
    match (to - at) / 2 {
        0 => None,
        1 if !alone => None,
        _ if alone => Some(to + 1),
        _ if letter_left => (to - at >= 4).then_some(to),
        _ => Some(to),
    }
}

fn case(word: &str, kind: TokenKind) -> Case {
    if kind != TokenKind::Word {
        return Case::None;
    }
    let (mut first_upper, mut upper, mut lower) = (false, 0, 0);
    if word.is_ascii() {
        first_upper = word.starts_with(|c: char| c.is_ascii_uppercase());
        for byte in word.bytes() {
            upper += usize::from(byte.is_ascii_uppercase());
            lower += usize::from(byte.is_ascii_lowercase());
        }
    } else {
        for (index, c) in word.chars().enumerate() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
            first_upper |= index == 0 && c.is_uppercase();
        }
    }
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, _) if first_upper => Case::Title,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        split(text, Span::at(text, 0, text.len()), &mut tokens);
        tokens.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        let table: &[(&str, &[&str])] = &[
            ("Trump's don't", &["Trump", "'s", "don't"]),
            ("Rubio’s O’Neill", &["Rubio", "’s", "O’Neill"]),
            (
                "the U.S. and U.S.A at 11a.m. or a.m. I.",
                &["the", "U.S.", "and", "U.S.A", "at", "11a", ".", "m", ".", "or", "a.m.", "I", "."],
            ),
            ("$6.8B, 1,200 (44.8%)", &["$", "6.8B", ",", "1,200", "(", "44.8", "%", ")"]),
            ("14-year-old 3–1", &["14", "-", "year", "-", "old", "3", "–", "1"]),
            ("voters' choice", &["voters", "'", "choice"]),
            ("''Yes,'' he", &["''", "Yes", ",", "''", "he"]),
            ("“No”...", &["“", "No", "”", "..."]),
            ("naïve Łódź e\u{301}t", &["naïve", "Łódź", "e\u{301}t"]),
            ("J. K. Rowling", &["J", ".", "K", ".", "Rowling"]),
        ];
        for (text, expected) in table {
            assert_eq!(&words(text), expected, "{text}");
        }
    }

    #[test]
    fn cases() {
        for (word, expected) in [
            ("Rubio", Case::Title),
            ("NATO", Case::Upper),
            ("McKay", Case::Mixed),
            ("war", Case::Lower),
            ("中", Case::None),
            ("A", Case::Title),
        ] {
            assert_eq!(case(word, TokenKind::Word), expected, "{word}");
        }
    }
}
