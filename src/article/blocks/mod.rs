//! Blocks: paragraphs and other lines, each with the role it plays in the article.

pub mod classify;
mod cues;
pub mod features;
mod headline;
mod roles;
mod wrap;

pub use roles::forms;
pub use wrap::{Unit, units};

use super::{Line, Span};

/// What a block is for. Everything but [`Role::Related`] and [`Role::Furniture`] belongs to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The article's title: at most one block.
    Headline,
    /// The sentence under the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// When, and where, it was published.
    Dateline,
    /// A paragraph.
    Body,
    /// A heading inside the body.
    Subheading,
    /// The words under a picture.
    Caption,
    /// An item of a list that belongs to the article.
    List,
    /// A link to another article.
    Related,
    /// What the page puts around an article: menus, share buttons, notices.
    Furniture,
}

impl Role {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Standfirst => "standfirst",
            Role::Byline => "byline",
            Role::Dateline => "dateline",
            Role::Body => "body",
            Role::Subheading => "subheading",
            Role::Caption => "caption",
            Role::List => "list",
            Role::Related => "related",
            Role::Furniture => "furniture",
        }
    }

    /// The role with this name, if there is one.
    pub fn named(name: &str) -> Option<Role> {
        use Role::*;
        [Headline, Standfirst, Byline, Dateline, Body, Subheading, Caption, List, Related, Furniture]
            .into_iter()
            .find(|role| role.name() == name)
    }

    /// Whether a reader of the article would leave it out.
    pub fn set_aside(self) -> bool {
        matches!(self, Role::Related | Role::Furniture)
    }
}

/// A stretch of one or more lines with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its words, without white space at both ends.
    pub span: Span,
    /// What it is for.
    pub role: Role,
}

/// Most units of a text whose roles are judged. No page has so many lines; a longer text is a list or a log, and all of it is body.
const MAX_JUDGED: usize = 20_000;

/// Divides the lines into blocks. `roles` are given roles, one a line, binding; lines past its end are judged.
pub fn divide(text: &str, lines: &[Line], roles: Option<&[Role]>) -> Vec<Block> {
    let units = units(text, lines, roles);
    let given = |unit: &Unit| roles.and_then(|roles| roles.get(unit.first).copied());
    let judged = if units.len() > MAX_JUDGED || units.iter().all(|unit| given(unit).is_some()) {
        vec![Role::Body; units.len()]
    } else {
        let mut matrix = features::matrix(text, &units);
        let scores = classify::scores(&mut matrix);
        roles::assign(text, &units, &matrix.looks, &scores)
    };
    units.iter().zip(judged).map(|(unit, role)| Block { span: unit.span, role: given(unit).unwrap_or(role) }).collect()
}
