//! What every annotation and comparison must satisfy, and the pieces that hostile texts are made of.
#![allow(dead_code)]

pub mod exercise;

use glosswire::dedup::Status;
use glosswire::{Annotated, Comparison, Reading, Span};

/// Pieces of news and of noise.
pub fn fragments() -> Vec<&'static str> {
    vec![
        "Mr. ",
        "Marit Sollen ",
        "Sollen",
        "’s ",
        "'s ",
        "the U.S. ",
        "NATO ",
        "the Tarrow Barrier Authority ",
        "Paris",
        ", ",
        ". ",
        "! ",
        "? ",
        "... ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "\u{2028}",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "\0",
        "\u{7}",
        "said ",
        "he said",
        "she added",
        "told reporters ",
        "according to ",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "''",
        "``",
        "„",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        "$6.8B ",
        "€40 million ",
        "44.8 percent ",
        "12 rockets ",
        "about 90 shells",
        "at least ",
        "3-1 ",
        "1990s ",
        "Thursday ",
        "July 10, 2025",
        "10/07/2025 ",
        "2025-07-10 ",
        "last week ",
        "22:40 ",
        "1,200,000 ",
        "two dozen ",
        "one in three ",
        "F-16 ",
        "2 min read\n",
        "Share\n",
        "Recommended\n",
        "© 2025\n",
        "<script>alert(1)</script>",
        "<b>",
        "&amp;",
        "😀",
        "👩🏽‍🚀",
        "🇺🇦",
        "e\u{301}",
        "السلام عليكم ",
        "שלום ",
        "中文。",
        "他说：“好”。",
        "İstanbul ",
        "ß",
        "ﬁ",
        "Łódź ",
        "THE GATE FAILED ",
        "gate ",
        "the ",
        "a ",
        "of ",
        "and ",
        "not ",
        "will ",
        "1",
        "0",
        ",",
        ".",
        ":",
        "%",
        "$",
        "#",
        "@",
        "_",
        "*",
        "/",
        "\\",
        "|",
        "\u{fffd}",
        "\u{1d54f}",
        "x",
    ]
}

fn fits(text: &str, span: Span, what: &str) {
    assert!(Span::new(text, span.start(), span.end()).is_some(), "{what}: {span:?} is no span of {text:?}");
    assert!(!span.is_empty(), "{what} is empty at {span:?} in {text:?}");
}

/// Every span in bounds, on character boundaries and not empty; blocks cover every line with words; sentences cover their blocks and stay inside; references
/// exist; lists in order.
pub fn check(text: &str, annotated: &Annotated) {
    assert_eq!(annotated.length, text.len());
    let lines = glosswire::article::lines::split(text);
    let mut end = 0;
    for block in &annotated.blocks {
        fits(text, block.span, "a block");
        assert!(block.span.start() >= end, "blocks overlap in {text:?}");
        end = block.span.end();
    }
    for line in lines.iter().filter(|line| !line.words.is_empty()) {
        assert!(annotated.blocks.iter().any(|block| block.span.holds(line.words)), "no block holds {:?} in {text:?}", line.words.of(text));
    }
    let headlines = annotated.blocks.iter().filter(|block| block.role.name() == "headline").count();
    assert!(headlines <= 1, "{headlines} headlines in {text:?}");

    let mut covered = vec![false; text.len()];
    let mut end = 0;
    for sentence in &annotated.sentences {
        fits(text, sentence.span, "a sentence");
        assert!(sentence.span.start() >= end, "sentences overlap in {text:?}");
        end = sentence.span.end();
        assert!(annotated.blocks[sentence.block].span.holds(sentence.span), "a sentence leaves its block in {text:?}");
        covered[sentence.span.start()..sentence.span.end()].fill(true);
    }
    for block in &annotated.blocks {
        for (at, c) in block.span.of(text).char_indices().filter(|(_, c)| !c.is_whitespace()) {
            assert!(covered[block.span.start() + at], "{c:?} of a block is in no sentence of {text:?}");
        }
    }

    for (index, entity) in annotated.entities.iter().enumerate() {
        assert_eq!(entity.id as usize, index + 1, "ids count from 1");
        assert!(!entity.mentions.is_empty() && !entity.name.trim().is_empty(), "an entity without a name or mention in {text:?}");
        assert!(!entity.rule.is_empty() && (0.0..=1.0).contains(&entity.confidence));
        entity.mentions.iter().for_each(|mention| fits(text, mention.span, "a mention"));
        assert!(entity.mentions.windows(2).all(|pair| pair[0].span < pair[1].span), "mentions out of order or double in {text:?}");
    }
    assert!(annotated.values.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()), "values overlap in {text:?}");
    for value in &annotated.values {
        fits(text, value.span, "a value");
        assert!(value.amount.is_none_or(f64::is_finite) && value.to.is_none_or(f64::is_finite), "an amount that is no number in {text:?}");
        assert!(!value.rule.is_empty() && (0.0..=1.0).contains(&value.confidence));
    }
    for quote in &annotated.quotes {
        assert!(!quote.content.is_empty());
        quote.content.iter().for_each(|part| fits(text, *part, "a part of a quote"));
        quote.source.iter().for_each(|source| fits(text, *source, "a source"));
        quote.cue.iter().for_each(|cue| fits(text, *cue, "a cue"));
        assert!(
            quote.speaker.is_none_or(|id| (1..=annotated.entities.len() as u32).contains(&id)),
            "a speaker who does not exist in {text:?}"
        );
        assert!(!quote.rule.is_empty() && (0.0..=1.0).contains(&quote.confidence));
    }
    for repeat in &annotated.repeats {
        fits(text, repeat.span, "a repeat");
        fits(text, repeat.of, "what is repeated");
        assert!(repeat.of.end() <= repeat.span.start(), "a repeat comes after what it repeats in {text:?}");
    }
    assert!(annotated.key_sentences.iter().all(|&index| index < annotated.sentences.len()));
    annotated.terms.iter().for_each(|hit| fits(text, hit.span, "a hit"));
}

/// The same for comparisons: one row per sentence, matches in earlier articles only, the fields that belong to each status.
pub fn check_comparison(readings: &[Reading], comparison: &Comparison) {
    assert_eq!(comparison.articles.len(), readings.len());
    for (index, (article, reading)) in comparison.articles.iter().zip(readings).enumerate() {
        let text = reading.article.text;
        assert_eq!(article.sentences.len(), reading.annotated.sentences.len());
        assert!((0.0..=1.0).contains(&article.new_share), "newShare {}", article.new_share);
        for (sentence, own) in article.sentences.iter().zip(&reading.annotated.sentences) {
            assert_eq!(sentence.span, own.span);
            assert_eq!(sentence.form.is_some(), sentence.status == Status::Said, "a form without being said, or the other way round");
            assert!(!sentence.changes.is_empty() || sentence.status != Status::Changed, "changed, but nothing told");
            assert!(!sentence.added.is_empty() || sentence.status != Status::Extends, "extends, but nothing added");
            sentence.added.iter().for_each(|span| fits(text, *span, "what is added"));
            for found in &sentence.matches {
                assert!(found.place.article < index, "a match in a later article");
                fits(readings[found.place.article].article.text, found.place.span, "a match");
            }
            for change in &sentence.changes {
                assert!(change.was.article < index);
                fits(readings[change.was.article].article.text, change.was.span, "what was");
                fits(text, change.now, "what is now");
            }
            if index == 0 {
                assert_eq!(sentence.status, Status::New, "nothing comes before the first article");
            }
        }
    }
    let fits_place = |place: glosswire::dedup::Place, what| fits(readings[place.article].article.text, place.span, what);
    comparison.people.iter().flat_map(|p| &p.mentions).for_each(|(place, _)| fits_place(*place, "a mention of a person"));
    comparison.quote_ledger.iter().flat_map(|row| &row.occurrences).for_each(|o| fits_place(o.place, "an occurrence"));
    comparison.value_ledger.iter().flat_map(|row| &row.figures).for_each(|f| fits_place(f.place, "a figure"));
    comparison.timeline.iter().for_each(|entry| fits_place(entry.place, "a dated sentence"));
    assert!(comparison.timeline.windows(2).all(|pair| pair[0].iso <= pair[1].iso), "the timeline is out of order");
}
