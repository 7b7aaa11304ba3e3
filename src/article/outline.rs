//! The outline: where each line of a text stood in the marked-up page that it was copied from.
//!
//! An [`Element`] knows its tag, what it is called, and the element around it; a [`Place`] says in which element a line stands. The core sees no markup:
//! whoever read it (in the page, `outline.js`) hands this over beside the text.

use super::{Block, Line, Role};

/// An element of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The element around it, by its index, which is smaller than its own; none for the outermost.
    pub parent: Option<u32>,
    /// Its tag in small letters: "p".
    pub tag: String,
    /// What it is called: the words of its class and id, its role, the property that it holds.
    pub names: String,
}

/// Where a line stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The innermost element that holds all of the line, by its index.
    pub element: u32,
    /// How much of the line is inside links, in 255ths of its characters.
    pub linked: u8,
    /// How much of the line another reader of pages would keep, in 255ths of its characters; none where it was not asked.
    pub kept: Option<u8>,
    /// The day, `YYYY-MM-DD`, that the page says for machines where the line tells it to readers.
    pub day: Option<String>,
}

/// The elements of a page and the places of its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    elements: Vec<Element>,
    places: Vec<Place>,
    title: String,
}

impl Outline {
    /// An outline; `places` has one place for each line of the text, `title` is the page's own, or empty. None if an element does not come
    /// after the one around it, or if a place names an element that is not there.
    pub fn new(elements: Vec<Element>, places: Vec<Place>, title: String) -> Option<Outline> {
        let ordered = elements.iter().enumerate().all(|(index, e)| e.parent.is_none_or(|parent| (parent as usize) < index));
        let known = places.iter().all(|place| (place.element as usize) < elements.len());
        (ordered && known).then_some(Outline { elements, places, title })
    }

    /// The elements, each after the one around it.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The place of the line with this index, if it has one.
    pub fn place(&self, line: usize) -> Option<&Place> {
        self.places.get(line)
    }

    /// The day that the page says the article was published: the first that it tells for machines between the lines above the headline and the
    /// end of the first paragraph.
    pub fn day(&self, lines: &[Line], blocks: &[Block]) -> Option<&str> {
        /// Lines above the headline that may tell the day of the article below it.
        const ABOVE: usize = 6;
        let headline = blocks.iter().position(|block| block.role == Role::Headline)?;
        let first = headline + blocks[headline..].iter().position(|block| block.role == Role::Body)?;
        let near = &blocks[headline.saturating_sub(ABOVE)..=first];
        let (start, end) = (near[0].span.start(), blocks[first].span.end());
        let from = lines.partition_point(|line| line.span.end() <= start);
        let near = lines.iter().enumerate().skip(from).take_while(|(_, line)| line.span.start() < end);
        near.filter_map(|(index, _)| self.place(index)?.day.as_deref()).next()
    }

    /// The page's own title; empty if it has none.
    pub fn title(&self) -> &str {
        &self.title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_nowhere_is_no_outline() {
        let element = |parent| Element { parent, tag: "p".into(), names: String::new() };
        let place = |element| Place { element, linked: 0, kept: None, day: None };
        assert!(Outline::new(vec![element(None), element(Some(0))], vec![place(1)], String::new()).is_some());
        assert!(Outline::new(vec![element(Some(0))], vec![], String::new()).is_none(), "its own parent");
        assert!(Outline::new(vec![element(None)], vec![place(1)], String::new()).is_none(), "no such element");
    }
}
