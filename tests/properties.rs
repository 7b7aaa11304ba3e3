//! Properties that hold for any string: what comes back annotates what went in, and the same input gives the same output.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{check, check_comparison, exercise, fragments};
use glosswire::{Offsets, Options, Role, annotate, compare, read};
use proptest::prelude::*;

/// Text made of the pieces that annotation looks for, in any order: far likelier to meet in odd ways than random characters.
fn newsy() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(fragments()), 0..60).prop_map(|parts| parts.concat())
}

/// Any string, with all of Unicode.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![2 => newsy(), 1 => any::<String>(), 1 => "\\PC{0,200}", 1 => "[ -~\\n]{0,300}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_annotation_fits_its_text(text in anything()) {
        exercise::annotates(text.as_bytes());
    }

    #[test]
    fn equal_input_gives_equal_output(text in newsy()) {
        let options = Options { published: Some("2025-03-04".into()), ..Options::default() };
        prop_assert_eq!(annotate(&text, &options), annotate(&text, &options));
    }

    #[test]
    fn segments_put_together_are_the_text(text in anything()) {
        exercise::segments(text.as_bytes());
    }

    #[test]
    fn offsets_agree_with_the_slow_way(text in anything(), at in 0usize..400) {
        let map = Offsets::new(&text);
        prop_assert_eq!(map.length(), text.encode_utf16().count());
        let byte = text.char_indices().map(|(i, _)| i).chain([text.len()]).nth(at % (text.chars().count() + 1)).unwrap_or(0);
        let unit = text[..byte].encode_utf16().count();
        prop_assert_eq!(map.utf16(byte), unit);
        prop_assert_eq!(map.byte(unit), byte);
    }

    #[test]
    fn given_roles_are_kept(text in newsy(), seed in any::<u8>()) {
        let all = ["body", "caption", "furniture", "list", "related"];
        let lines = glosswire::article::lines::split(&text);
        let roles: Vec<Role> = (0..lines.len()).map(|i| Role::named(all[(i + seed as usize) % all.len()]).expect("a role")).collect();
        let annotated = annotate(&text, &Options { roles: Some(roles.clone()), ..Options::default() }).expect("no text is an error");
        check(&text, &annotated);
        for (line, role) in lines.iter().zip(&roles).filter(|(line, _)| !line.words.is_empty()) {
            let block = annotated.blocks.iter().find(|block| block.span.meets(line.words)).expect("every line with words has a block");
            prop_assert_eq!(block.role, *role);
        }
    }

    #[test]
    fn a_comparison_fits_its_texts(texts in prop::collection::vec(newsy(), 1..4)) {
        let readings: Vec<_> = texts.iter().map(|text| read(text, &Options::default()).expect("no text is an error")).collect();
        let comparison = compare(&readings, &mut |_, _| true).expect("nobody stopped it");
        check_comparison(&readings, &comparison);
    }
}
