//! Corrections: what the reader knows better. They are found again by the words and their context, also in an edited text.

/// What a correction says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// The words are no name.
    NotAName,
    /// The name is of another type (`kind`).
    Is,
    /// The name names the same thing as another (`other`).
    SameAs,
    /// The words are a name (`kind`) that was missed.
    Add,
    /// The quotation is by somebody else (`other`).
    Speaker,
    /// The words are no quotation.
    NotAQuote,
    /// The words are a value of another kind (`kind`), or none (`other` empty).
    Value,
    /// The line has another role (`kind`).
    Role,
}

impl Say {
    /// What a correction of this name says, if there is one.
    pub fn named(name: &str) -> Option<Say> {
        Some(match name {
            "notAName" => Say::NotAName,
            "is" => Say::Is,
            "sameAs" => Say::SameAs,
            "add" => Say::Add,
            "speaker" => Say::Speaker,
            "notAQuote" => Say::NotAQuote,
            "value" => Say::Value,
            "role" => Say::Role,
            _ => return None,
        })
    }
}

/// A correction by the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What it says.
    pub say: Say,
    /// The words it is about.
    pub text: String,
    /// Some words before them; empty when any place will do.
    pub before: String,
    /// Some words after them.
    pub after: String,
    /// A type, kind or role by its name in API.md (`type` in JavaScript).
    pub kind: Option<String>,
    /// Another name (`as` in JavaScript).
    pub other: Option<String>,
}
