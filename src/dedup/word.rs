//! Word: a word of a sentence that carries a fact, in the form in which two of them are compared.

use super::lexicon::Class;
use crate::article::Span;

/// How two words are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    None,
    And,
    Or,
}

/// A word that carries a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Equal keys are equal words.
    pub(crate) key: u32,
    /// Equal facts (other than 0) are equal too: a value or entity that several words tell together.
    pub(crate) fact: u32,
    /// The preposition right before, 0 if none.
    pub(crate) lead: u32,
    /// What it does.
    pub(crate) class: Class,
    /// Whether a comma or the like, or the sentence's start, stands before it.
    pub(crate) opens: bool,
    /// Whether a comma or the like, or the sentence's end, stands after it.
    pub(crate) closes: bool,
    /// Whether it stands behind a form of "be", as the verb of a passive does.
    pub(crate) passive: bool,
    /// What joins it to the word before.
    pub(crate) joined: Joint,
    /// Where it stands.
    pub(crate) span: Span,
}

impl Word {
    /// Whether two words say the same.
    pub(crate) fn same(&self, other: &Word) -> bool {
        self.key == other.key || (self.fact != 0 && self.fact == other.fact)
    }

    /// How much it counts when two sentences are weighed against each other.
    pub(crate) fn weight(&self) -> u32 {
        match self.class {
            Class::Name | Class::Number => 6,
            Class::Plain => 5,
            Class::Date | Class::Bearing | Class::Negation => 4,
            Class::Modal | Class::Scope | Class::Weighty => 3,
            Class::Title => 2,
            Class::Say | Class::Relator => 1,
            Class::Glue | Class::Label | Class::Pronoun => 0,
        }
    }

    /// Whether it is a fact by itself, not only a part of the grammar.
    pub(crate) fn content(&self) -> bool {
        matches!(self.class, Class::Plain | Class::Name | Class::Number | Class::Date | Class::Bearing)
    }
}
