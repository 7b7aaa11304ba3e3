//! What can go wrong, in words a reader can act on.
//!
//! No text, however odd, is an error: only options, ids, patterns and sheer length are.

/// An error of the public functions. [`Error::code`] is its stable name; the message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than [`crate::limits::MAX_TEXT`] bytes.
    #[error("the text has {len} bytes, more than the {max} that one article may have: split it, or paste a part of it")]
    TooLong {
        /// Length of the text in bytes.
        len: usize,
        /// The limit in bytes.
        max: usize,
    },
    /// A reader's own pattern is not a valid regular expression.
    #[error("the pattern of the term \u{201c}{term}\u{201d} does not work at character {at}: {reason}")]
    BadPattern {
        /// Label of the term.
        term: String,
        /// Where in the pattern, counted in characters from 0.
        at: usize,
        /// What is wrong there.
        reason: String,
    },
    /// An option has a value that means nothing.
    #[error("the option {option} is not usable: {reason}")]
    BadOption {
        /// Name of the option as in JavaScript.
        option: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The same id was given twice.
    #[error("the id \u{201c}{id}\u{201d} was given twice: every article needs an id of its own")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// The caller's `onProgress` returned false.
    #[error("stopped because onProgress returned false; nothing that was added is lost")]
    Stopped,
}

impl Error {
    /// The stable name of the error, as JavaScript sees it in `error.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLong { .. } => "tooLong",
            Error::BadPattern { .. } => "badPattern",
            Error::BadOption { .. } => "badOption",
            Error::DuplicateId { .. } => "duplicateId",
            Error::Stopped => "stopped",
        }
    }
}
