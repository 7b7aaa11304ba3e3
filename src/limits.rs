//! Limits: constants with their reason. What a limit cut is told in [`crate::Annotated::limits`], never hidden.

/// Longest text of one article, in bytes. Beyond it the working memory of one WASM instance (about 20 bytes for
/// each byte of text) comes near what a phone gives a page.
pub const MAX_TEXT: usize = 32 << 20;

/// Longest line, in bytes, whose sentences are looked for across the whole of it; a longer run without a sentence
/// end is cut there, at a word end. No sentence a person wrote comes near it, and stages that look back and forth inside a
/// sentence stay linear.
pub const MAX_SENTENCE: usize = 8 << 10;

/// Most blocks of a text whose roles are judged. No page has so many; a longer text is a list or a log, and all of it is read as body.
pub const MAX_JUDGED_BLOCKS: usize = 20_000;

/// Most articles that one comparison takes. Beyond twenty the page has no room to tell them apart; the rest is safety.
pub const MAX_COMPARED: usize = 200;

/// Most words and patterns of the reader's own that one annotation takes.
pub const MAX_TERMS: usize = 1_000;

/// Longest pattern of the reader's own, in bytes, and the compiled size the regex crate may spend on it.
pub const MAX_PATTERN: usize = 1_000;

/// Compiled size, in bytes, that one pattern of the reader's own may take (the regex crate's own measure).
pub const MAX_PATTERN_SIZE: usize = 1 << 20;

/// Most hits of the reader's own terms in one text: a pattern that matches every letter must not fill the memory.
pub const MAX_TERM_HITS: usize = 100_000;

/// Longest stretch, in bytes, that a pattern of the reader's own is searched in at once; a longer block is searched sentence by sentence.
pub const MAX_STRETCH: usize = 4 << 10;

/// Most bytes that the reader's own patterns may look at in one text, counting those they look at again: about a second of work for the
/// backtracker.
pub const MAX_TERM_STEPS: usize = 64 << 20;

/// Something that was cut short, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Stable name of the limit.
    pub what: &'static str,
    /// A sentence for the reader.
    pub why: String,
}
