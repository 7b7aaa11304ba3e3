//! Highlights: what a reader wants to see in the article. Each kind is one module that reads what came before and adds its own list.

pub mod corrections;
pub mod fold;
pub mod key;
pub mod names;
pub mod quotes;
mod sieve;
mod table;
pub mod terms;
pub mod values;

pub use corrections::{Correction, Say};
pub use names::{Entity, EntityId, EntityType, Mention, MentionForm};
pub use quotes::{Quote, QuoteForm, SpeakerKind};
pub use terms::{Term, TermHit, TermRule};
pub use values::{Bound, Measure, Published, Value, ValueForm, ValueKind};
