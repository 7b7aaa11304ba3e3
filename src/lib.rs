//! Glosswire annotates news: who, which organisations, where, when, how much, who said what; what is repeated inside one article, what
//! is new in a second one, which of thousands are copies.
//!
//! Two verbs: [`annotate()`] one text, [`compare()`] several. Both are pure: no clock, no randomness, no I/O; equal input gives equal output, and the text is
//! never changed. Offsets are bytes; JavaScript's are UTF-16 units ([`Offsets`]).
//!
//! The modules stand in the order in which data flows: [`article`] cuts a text into lines, blocks, sentences and tokens; [`highlight`] finds names, values,
//! quotes and terms; [`dedup`] finds what is said twice; [`segment`] flattens it all for a renderer.
#![deny(missing_docs)]

pub mod annotate;
pub mod article;
pub mod decimal;
pub mod dedup;
pub mod error;
pub mod highlight;
pub mod limits;
pub mod order;
pub mod segment;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
#[cfg(target_arch = "wasm32")]
mod wire;

pub use annotate::{Annotated, Options, Reading, annotate, read};

pub use article::{Article, Block, Element, Offsets, Outline, Place, Role, Span};
pub use dedup::Deduplicator;
pub use dedup::compare::{Comparison, compare};
pub use error::Error;

/// The version of this crate.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
