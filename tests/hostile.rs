//! Hostile input: whatever is pasted, an answer comes, soon, that fits the text; and the work grows with the text, not with its square.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{check, check_comparison, fragments};
use glosswire::{Deduplicator, Error, Options, annotate, compare, read};

fn survives(text: &str) {
    let annotated = annotate(text, &Options::default()).expect("no text is an error");
    check(text, &annotated);
}

#[test]
fn nothing_and_next_to_nothing() {
    for text in [
        "", " ", "\n", "\n\n\n", "\r\n\r\n", "\u{feff}", "\0", "\0\0\n\0", ".", "\"", "’", "-", "a", "A", "1", "$", "%", "😀", "\u{301}",
        "\u{200d}",
    ] {
        survives(text);
    }
}

#[test]
fn every_script_and_control_character() {
    let table = [
        "قال الرئيس: «لن نتوقف» يوم الخميس ١٠ يوليو ٢٠٢٥.",
        "השר אמר: \"לא נפסיק\".",
        "部长周四说：“我们不会停止”。花费4.5亿美元。",
        "👩🏽‍🚀👨‍👩‍👧‍👦🇺🇦 said “🚀” 10😀%",
        "one\r\ntwo\rthree\u{2028}four\u{2029}five\u{b}six\u{c}seven\u{85}eight",
        "\u{1}\u{2}\u{3}Marit\u{0}Sollen\u{1b}[31m said\u{7f}",
        "\u{202e}Sollen said\u{202c} “yes” \u{2066}x\u{2069}",
        "<script>alert(\"x\")</script> <img src=x onerror='alert(1)'> &lt;b&gt; said",
        "İSTANBUL ŞİŞLİ ﬁnance ǅ ß ŉ",
        "Zalgo t\u{300}\u{301}\u{302}\u{303}\u{304}ext, e\u{301}e\u{301}e\u{301}",
        "\u{fffd}\u{fffd} lone surrogates arrive as replacement characters \u{fffd}",
    ];
    for text in table {
        survives(text);
        survives(&format!("{text}\n\n{text} {text}\n"));
    }
}

#[test]
fn long_runs_of_one_piece() {
    let size = if cfg!(debug_assertions) { 60_000 } else { 600_000 };
    for piece in fragments() {
        survives(&piece.repeat(size / piece.len()));
    }
    for piece in ["\"", "“", "'", "(", "\n", " ", "9,", "$1 ", "Ab ", "a"] {
        survives(&piece.repeat(100_000));
    }
}

#[test]
fn a_million_digits_commas_and_currency_signs() {
    let text: String = (0..120_000)
        .map(|i: u32| ["1", "9,", "$", "€ ", ".", "%", "-", "/", " and "][(i.wrapping_mul(2_654_435_761) >> 8) as usize % 9])
        .collect();
    survives(&text);
}

#[test]
fn one_line_of_five_megabytes() {
    let sentence = "The Tarrow Barrier Authority said on Thursday that 12 rockets and about 90 shells, worth $6.8B, “hit” the port ";
    let size = if cfg!(debug_assertions) { 500_000 } else { 5_000_000 };
    survives(&sentence.repeat(size / sentence.len()));
    survives(&"x".repeat(size));
}

#[test]
fn all_capitals_no_capitals_lists_and_tables() {
    let prose = "Marit Sollen, who leads the Tarrow Barrier Authority, told reporters in Oslo that the gate had failed. ";
    let capitals = prose.to_uppercase().repeat(20);
    let annotated = annotate(&capitals, &Options::default()).expect("no text is an error");
    let longest = annotated.entities.iter().flat_map(|e| &e.mentions).map(|m| m.span.len()).max().unwrap_or(0);
    assert!(longest < 60, "a line in capitals is no name of {longest} bytes");
    check(&capitals, &annotated);
    let plain = prose.to_lowercase().repeat(20);
    let annotated = annotate(&plain, &Options::default()).expect("no text is an error");
    assert!(annotated.entities.len() < 10, "{} names in a text without capitals", annotated.entities.len());
    survives("1 Oslo 12 3 4\n2 Lyon 11 4 4\n3 Bergen 10 5 4\n");
    survives(&"Marit Sollen\nTomas Brekkin\nIlka Vessendal\n".repeat(200));
}

#[test]
fn what_is_cut_short_is_told() {
    let what = |text: &str, options: &Options| {
        annotate(text, options).expect("no text is an error").limits.iter().map(|limit| limit.what).collect::<Vec<_>>()
    };
    let plain = Options::default();
    let line = "The gate failed on Monday.\n";
    assert_eq!(what(&line.repeat(20), &plain), Vec::<&str>::new());
    let many = line.repeat(glosswire::limits::MAX_JUDGED_BLOCKS + 1);
    assert_eq!(what(&many, &plain), ["lines"]);
    let settled = Options { roles: Some(vec![glosswire::Role::Body; glosswire::limits::MAX_JUDGED_BLOCKS + 1]), ..Options::default() };
    assert_eq!(what(&many, &settled), Vec::<&str>::new(), "roles that are given are not judged");
    assert_eq!(what(&"word ".repeat(glosswire::limits::MAX_SENTENCE / 4), &plain), ["sentence"]);
    assert_eq!(what(&"word ".repeat(glosswire::limits::MAX_SENTENCE / 6), &plain), Vec::<&str>::new());
}

#[test]
fn too_long_is_a_clear_error() {
    let text = " ".repeat(glosswire::limits::MAX_TEXT + 1);
    let Err(error) = annotate(&text, &Options::default()) else { panic!("it is too long") };
    assert_eq!(error.code(), "tooLong");
    assert!(error.to_string().contains("split it"));
}

#[test]
fn comparisons_of_odd_articles() {
    let texts = ["", " \n", "\"", "The gate failed. The gate failed. The gate failed.", "The gate failed.", "中文。", "The gate held."];
    let readings: Vec<_> = texts.iter().map(|text| read(text, &Options::default()).expect("no text is an error")).collect();
    let comparison = compare(&readings, &mut |_, _| true).expect("nobody stopped it");
    check_comparison(&readings, &comparison);
    assert_eq!(compare(&readings, &mut |_, _| false).err(), Some(Error::Stopped));
}

#[test]
fn odd_piles() {
    let count = if cfg!(debug_assertions) { 2_000 } else { 50_000 };
    let story = "The gate in the Tarrow estuary failed to close on Monday night, letting the sea into the old harbour. ".repeat(5);
    for text in ["", story.as_str(), "again and again ", "中文"] {
        let mut pile = Deduplicator::new(None).expect("the default threshold");
        (0..count).for_each(|id| pile.add(&id.to_string(), text).expect("a new id"));
        let groups = pile.groups(&mut |_| true).expect("nobody stopped it");
        let members: usize = groups.iter().map(|group| group.members.len()).sum();
        assert!(members <= count);
        if text == story {
            assert_eq!((groups.len(), members), (1, count), "equal articles are one group");
        }
    }
    let mut pile = Deduplicator::new(None).expect("the default threshold");
    pile.add("a", &story).expect("a new id");
    assert_eq!(pile.add("a", "other").err().map(|error| error.code()), Some("duplicateId"));
    pile.add("b", &story).expect("a new id");
    pile.add("long", &story.repeat(2_000)).expect("a new id");
    assert_eq!(pile.size(), 3);
    assert_eq!(pile.groups(&mut |_| true).expect("nobody stopped it").first().map(|group| group.keep.is_empty()), Some(false));
    assert_eq!(pile.groups(&mut |_| false).err(), Some(Error::Stopped));
    assert!(Deduplicator::new(Some(2.0)).is_err() && Deduplicator::new(Some(f64::NAN)).is_err());
}
