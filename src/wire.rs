//! The wire: the shapes of API.md as JavaScript gets them, offsets in UTF-16 units, names in camel case.
//!
//! The core's own types know neither serde nor UTF-16; here they are borrowed, measured and written out.

mod answer;
mod question;

pub use answer::{AnnotatedOut, Compared, ComparisonOut, GroupOut, ProgressOut, SegmentOut};
pub use question::{ArticleIn, CompareIn, DeduplicatorIn, MarkedIn, OptionsIn};
