//! Marked: words that the reader says are a quotation, told as the parts and the form that a quotation has.
//!
//! Quotation marks at their ends belong to no part, however much of them was selected. Words that begin and end between marks are direct, with
//! what stands between the parts ("he said") left out; words with marks inside are mixed, words without any indirect.

use super::QuoteForm;
use super::headings::is_heading;
use super::marks::{self, Region};
use crate::article::{Article, Span};

/// The quotation marks of an article, by which marked words are told.
pub struct Marker<'a> {
    article: &'a Article<'a>,
    regions: Vec<Region>,
}

impl<'a> Marker<'a> {
    /// Looks for the quotation marks of an article.
    pub fn new(article: &'a Article<'a>) -> Marker<'a> {
        Marker { article, regions: marks::pair(article) }
    }

    /// The parts and the form of the quotation that stands at a place; none if no word stands there.
    pub fn tell(&self, place: Span) -> Option<(Vec<Span>, QuoteForm)> {
        let text = self.article.text;
        let whole = trimmed(text, place, false);
        let bare = trimmed(text, place, true);
        if !bare.of(text).chars().any(char::is_alphanumeric) {
            return None;
        }
        let first = self.regions.partition_point(|region| region.outer.end() <= whole.start());
        let near = &self.regions[first..];
        let near = &near[..near.partition_point(|region| region.outer.start() < whole.end())];
        if let [region] = near {
            if region.inner.holds(bare) {
                let headline = region.single && is_heading(self.article, region.block);
                return Some((vec![bare], if headline { QuoteForm::Headline } else { QuoteForm::Direct }));
            }
        }
        if let (Some(first), Some(last)) = (near.first(), near.last()) {
            let opens = whole.start() == first.outer.start() || whole.start() == first.inner.start();
            let closes = whole.end() == last.outer.end() || whole.end() == last.inner.end();
            if opens && closes {
                return Some((near.iter().map(|region| trimmed(text, region.inner, false)).collect(), QuoteForm::Direct));
            }
        }
        // marks that have no partner elsewhere stand round these words all the same
        let before = text[..bare.start()].chars().next_back().is_some_and(|c| marks::is_mark(text, bare.start() - c.len_utf8()));
        let (words, form) = if before && marks::is_mark(text, bare.end()) {
            (bare, QuoteForm::Direct)
        } else {
            (whole, if near.is_empty() { QuoteForm::Indirect } else { QuoteForm::Mixed })
        };
        Some((self.by_block(words), form)).filter(|(parts, _)| !parts.is_empty())
    }

    /// Words that reach over several blocks, block by block.
    fn by_block(&self, words: Span) -> Vec<Span> {
        let text = self.article.text;
        let from = self.article.blocks.partition_point(|block| block.span.end() <= words.start());
        let blocks = self.article.blocks[from..].iter().take_while(|block| block.span.start() < words.end());
        blocks
            .filter_map(|block| Span::new(text, block.span.start().max(words.start()), block.span.end().min(words.end())))
            .map(|part| trimmed(text, part, false))
            .filter(|part| !part.is_empty())
            .collect()
    }
}

/// A span without white space at its ends, and without quotation marks there if `bare`.
fn trimmed(text: &str, span: Span, bare: bool) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    let spare = |at: usize, c: char| c.is_whitespace() || bare && marks::is_mark(text, at);
    while let Some(c) = text[start..end].chars().next().filter(|&c| spare(start, c)) {
        start += c.len_utf8();
    }
    while let Some(c) = text[start..end].chars().next_back().filter(|&c| spare(end - c.len_utf8(), c)) {
        end -= c.len_utf8();
    }
    Span::at(text, start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Harl: ‘gate is safe’\n\nThe mayor spoke.\n\n“We waited too long,” Voss said. “Far too long.”\n\n\
        She told the board that the lock was “a disgrace” and must go.\n\n“We stay.\n\n“We fight,” she said.";

    fn tell(words: &str) -> Option<(Vec<&'static str>, &'static str)> {
        let article = Article::read(TEXT, None);
        let at = TEXT.find(words).expect("words of the text");
        let (parts, form) = Marker::new(&article).tell(Span::at(TEXT, at, at + words.len()))?;
        Some((parts.iter().map(|part| part.of(TEXT)).collect(), form.name()))
    }

    #[test]
    fn selected_words_are_told_as_a_quotation() {
        let table: &[(&str, &[&str], &str)] = &[
            ("‘gate is safe’", &["gate is safe"], "headline"),
            ("“We waited too long,”", &["We waited too long,"], "direct"),
            ("We waited too long,", &["We waited too long,"], "direct"),
            (" “We waited too", &["We waited too"], "direct"),
            ("“We waited too long,” Voss said. “Far too long.”", &["We waited too long,", "Far too long."], "direct"),
            ("the lock was “a disgrace” and must go", &["the lock was “a disgrace” and must go"], "mixed"),
            ("The mayor spoke", &["The mayor spoke"], "indirect"),
            ("“We stay.\n\n“We fight,”", &["We stay.", "We fight,"], "direct"),
            ("The mayor spoke.\n\n“We waited too long,” Voss said", &["The mayor spoke.", "“We waited too long,” Voss said"], "mixed"),
        ];
        for &(words, parts, form) in table {
            let words = words.trim_start();
            assert_eq!(tell(words), Some((parts.to_vec(), form)), "{words}");
        }
        assert_eq!(tell(".”\n\n"), None, "no word stands there");
    }
}
