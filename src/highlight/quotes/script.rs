//! Scripts: paragraphs that begin with who says them, as in interviews and transcripts: "VANE: We are open." or "Q: ... A: ...".

use crate::article::{Article, Span};
use crate::highlight::quotes::{Quote, QuoteForm, SpeakerKind};
use crate::highlight::{fold, table::Table};

/// Fewest paragraphs with names before colons that make a script.
const FEWEST: usize = 3;

/// Longest name before a colon, in bytes.
const LONGEST_LABEL: usize = 40;

/// Most words of such a name.
const MOST_WORDS: usize = 4;

/// Blocks that speak, as (index of the block, its quote). Labels count when they return, or when all of the script's are in capitals.
pub(super) fn find(article: &Article) -> Vec<(usize, Quote)> {
    let labels: Vec<(usize, Span)> = (0..article.blocks.len()).filter_map(|i| label(article, i).map(|l| (i, l))).collect();
    if labels.len() < FEWEST {
        return Vec::new();
    }
    let (mut known, mut seen) = (Table::default(), Vec::<usize>::new());
    for (_, label) in &labels {
        *known.entry(fold::hash(fold::SEED, article.of(*label)), &mut seen) += 1;
    }
    let returning: usize = seen.iter().filter(|n| **n > 1).sum();
    if returning < FEWEST || seen.len() * 2 > labels.len() + 1 {
        return Vec::new();
    }
    let mut quotes = Vec::new();
    for (block, label) in labels {
        let whole = article.blocks[block].span;
        let rest = &article.text[label.end() + 1..whole.end()];
        let start = whole.end() - rest.trim_start().len();
        let Some(content) = Span::new(article.text, start, whole.end()).filter(|c| !c.is_empty()) else { continue };
        let role = ["Q", "A", "Question", "Answer"].iter().any(|w| w.eq_ignore_ascii_case(article.of(label)));
        quotes.push((
            block,
            Quote {
                content: vec![content],
                form: QuoteForm::Direct,
                source: Some(label),
                cue: Span::new(article.text, label.end(), label.end() + 1),
                speaker: None,
                speaker_kind: if role { SpeakerKind::None } else { SpeakerKind::Unnamed },
                speaker_name: None,
                rule: "script",
                confidence: 0.9,
            },
        ));
    }
    quotes
}

/// The name before the colon with which a block begins.
fn label(article: &Article, block: usize) -> Option<Span> {
    let block = article.blocks[block];
    if block.role.set_aside() {
        return None;
    }
    let bytes = &article.text.as_bytes()[block.span.start()..block.span.end().min(block.span.start() + LONGEST_LABEL)];
    let colon = bytes.iter().position(|&b| b == b':')?;
    let span = Span::new(article.text, block.span.start(), block.span.start() + colon)?;
    let name = article.of(span);
    let spaced = bytes.get(colon + 1).is_some_and(u8::is_ascii_whitespace);
    let words = name.split(' ').count();
    let capitals = name.split(' ').all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let plain = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-' | '’'));
    (spaced && words <= MOST_WORDS && capitals && plain).then_some(span)
}
