//! Offsets: from the bytes that Rust counts to the UTF-16 units that JavaScript counts, and back.
//!
//! One pass over the text makes a table of one entry per `STEP` bytes; each question then counts inside one step, and ASCII in
//! it need not be counted. An ASCII text needs no table.

/// Bytes per table entry.
const STEP: usize = 32;

/// The map between byte offsets and UTF-16 offsets of one text.
///
/// ```
/// use glosswire::Offsets;
/// let text = "a😀b";
/// let map = Offsets::new(text);
/// assert_eq!(map.utf16(5), 3);
/// assert_eq!(map.byte(3), 5);
/// assert_eq!(map.length(), 4);
/// ```
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// UTF-16 units before byte `i * STEP`, counting a character at its first byte; empty for ASCII.
    steps: Vec<u32>,
}

/// UTF-16 units that begin at this byte: none at a continuation byte, two at the first byte of a four-byte character.
fn units(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)
}

impl<'t> Offsets<'t> {
    /// Measures `text` in one pass.
    #[inline(never)]
    pub fn new(text: &'t str) -> Offsets<'t> {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            steps.reserve(text.len() / STEP + 2);
            let mut sum = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                steps.push(sum);
                sum += chunk.iter().map(|&b| units(b)).sum::<u32>();
            }
            steps.push(sum);
        }
        Offsets { text, steps }
    }

    /// Length of the text in UTF-16 units.
    pub fn length(&self) -> usize {
        self.utf16(self.text.len())
    }

    /// The UTF-16 offset of byte offset `byte`. Past the end counts as the end.
    pub fn utf16(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.steps.is_empty() {
            return byte;
        }
        let step = byte / STEP;
        let within = &self.text.as_bytes()[step * STEP..byte];
        self.steps[step] as usize + if within.is_ascii() { within.len() } else { within.iter().map(|&b| units(b) as usize).sum() }
    }

    /// The byte offset of UTF-16 offset `unit`; inside a surrogate pair it is the start of the character, past the end the end.
    pub fn byte(&self, unit: usize) -> usize {
        if self.steps.is_empty() {
            return unit.min(self.text.len());
        }
        let step = self.steps.partition_point(|&before| before as usize <= unit).saturating_sub(1);
        let mut byte = (step * STEP).min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        let mut seen = self.utf16(byte);
        for c in self.text[byte..].chars() {
            if seen + c.len_utf16() > unit {
                break;
            }
            seen += c.len_utf16();
            byte += c.len_utf8();
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_goes_there_and_back() {
        let text = "Łódź 😀 naïve — “x” ".repeat(20) + "end";
        let map = Offsets::new(&text);
        let mut unit = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!(map.utf16(byte), unit);
            assert_eq!(map.byte(unit), byte);
            unit += c.len_utf16();
        }
        assert_eq!(map.length(), unit);
        assert_eq!(map.byte(unit + 9), text.len());
    }

    #[test]
    fn a_step_that_counts_as_many_units_as_bytes_may_hold_wide_characters() {
        // the pair begins in the first step and ends in the second: what « lacks in the first, the pair has too much
        let text = format!("«{}😀b", "x".repeat(STEP - 3));
        let map = Offsets::new(&text);
        assert_eq!(map.utf16(2), 1);
        assert_eq!(map.byte(1), 2);
    }

    #[test]
    fn inside_a_pair_is_its_start() {
        let map = Offsets::new("😀b");
        assert_eq!(map.byte(1), 0);
        assert_eq!(map.byte(2), 4);
    }
}
