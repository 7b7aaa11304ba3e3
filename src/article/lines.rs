//! Lines: what lies between line ends. Nothing is trimmed away; a blank line is a line.

use super::Span;

/// One line of the text, without its line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// From the first byte to before the line end, white space included.
    pub span: Span,
    /// The same without white space at both ends; empty for a blank line.
    pub words: Span,
}

/// Cuts at `\n`, `\r\n`, `\r`, U+2028 and U+2029. A text has at least one line; a line end at the end of the text opens a last, empty one,
/// as `text.split("\n")` does in JavaScript.
pub fn split(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let width = match bytes[at] {
            b'\n' => 1,
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\r' => 1,
            0xE2 if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xA8 | 0xA9)) => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(line(text, start, at));
        at += width;
        start = at;
    }
    lines.push(line(text, start, bytes.len()));
    lines
}

/// Whether a character holds no word: white space, or an invisible format or control character.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}')
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let inner = &text[start..end];
    let trimmed = inner.trim_start_matches(is_blank);
    let from = start + (inner.len() - trimmed.len());
    let to = from + trimmed.trim_end_matches(is_blank).len();
    Line { span: Span::at(text, start, end), words: Span::at(text, from, to) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_every_kind() {
        let text = "a\r\n b \n\nc\rd\u{2028}e\n";
        let got: Vec<&str> = split(text).iter().map(|l| l.span.of(text)).collect();
        assert_eq!(got, ["a", " b ", "", "c", "d", "e", ""]);
        assert_eq!(split(text)[1].words.of(text), "b");
        assert_eq!(split("").len(), 1);
    }
}
