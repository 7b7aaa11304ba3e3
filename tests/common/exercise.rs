//! Exercise: what may never happen, asked of any bytes at all. Each function takes what a fuzzer makes, or a file that is kept from one, and
//! panics if the core breaks a promise. The byte 0xFF, which no text in UTF-8 has, stands between several texts.

use super::{check, check_comparison};
use glosswire::highlight::terms::TermRule;
use glosswire::highlight::{Correction, Say, Term};
use glosswire::segment::{flatten, marks};
use glosswire::{Deduplicator, Error, Offsets, Options, Role, annotate, compare, read};

/// A target by its name, which is also the name of its folder of seeds.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: &[Target] =
    &[("annotate", annotates), ("segments", segments), ("compare", compares), ("deduplicate", deduplicates), ("options", options)];

/// Most texts that one comparison is asked about: more says nothing new, and takes long.
const MOST: usize = 6;

fn texts(data: &[u8]) -> Vec<String> {
    data.split(|byte| *byte == 0xFF).map(|part| String::from_utf8_lossy(part).into_owned()).collect()
}

/// An annotation fits its text, and is the same twice.
pub fn annotates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let annotated = annotate(&text, &Options::default()).expect("no text is an error");
    check(&text, &annotated);
    assert_eq!(annotate(&text, &Options::default()).as_ref(), Ok(&annotated), "the same text, something else");
}

/// Segments put together are the text, and their ends are whole UTF-16 units.
pub fn segments(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let annotated = annotate(&text, &Options::default()).expect("no text is an error");
    let offsets = Offsets::new(&text);
    let mut end = 0;
    for segment in flatten(text.len() as u32, &marks(&annotated)) {
        let (from, to) = (segment.start as usize, segment.end as usize);
        assert!(from == end && to > from, "a gap or nothing at {from} in {text:?}");
        assert!(text.get(from..to).is_some(), "{from}..{to} cuts a character of {text:?}");
        assert_eq!(offsets.byte(offsets.utf16(to)), to);
        end = to;
    }
    assert_eq!(end, text.len());
    assert_eq!(offsets.length(), text.encode_utf16().count());
}

/// A comparison fits its texts.
pub fn compares(data: &[u8]) {
    let mut texts = texts(data);
    texts.truncate(MOST);
    let readings: Vec<_> = texts.iter().map(|text| read(text, &Options::default()).expect("no text is an error")).collect();
    check_comparison(&readings, &compare(&readings, &mut |_, _| true).expect("nobody stopped it"));
}

/// Every article is in one group at most, and equal ones are together.
pub fn deduplicates(data: &[u8]) {
    let texts = texts(data);
    let mut pile = Deduplicator::new(None).expect("the default threshold");
    for (id, text) in texts.iter().enumerate() {
        pile.add(&id.to_string(), text).expect("a new id");
    }
    assert_eq!(pile.add("0", "again").err(), Some(Error::DuplicateId { id: "0".into() }));
    assert_eq!(pile.size(), texts.len());
    let groups = pile.groups(&mut |_| true).expect("nobody stopped it");
    let mut group_of = vec![None; texts.len()];
    for (number, group) in groups.iter().enumerate() {
        assert!(group.members.len() > 1 && group.members[0].id == group.keep, "a group of one, or not its first is kept");
        for member in &group.members {
            assert!((0.0..=1.0).contains(&member.similarity));
            let at: usize = member.id.parse().expect("an id that was given");
            assert_eq!(group_of[at].replace(number), None, "{at} is in two groups");
        }
    }
    assert_eq!(pile.groups(&mut |_| true), Ok(groups), "the same pile, something else");
}

/// What the reader gives beside a text: a day, a pattern, words, a correction, roles. Each is used, or refused in a sentence.
pub fn options(data: &[u8]) {
    let parts = texts(data);
    let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let some = |text: String| (!text.is_empty()).then_some(text);
    let seed = data.first().copied().unwrap_or(0) as usize;
    let says = ["notAName", "is", "sameAs", "add", "speaker", "quote", "notAQuote", "value", "role"];
    let kinds = ["person", "organization", "place", "money", "date", "body", "furniture", ""];
    let text = part(0);
    let correction = Correction {
        say: Say::named(says[seed % says.len()]).expect("a name of a correction"),
        text: part(3),
        before: part(4),
        after: part(5),
        kind: some(kinds[seed / 8 % kinds.len()].to_string()),
        other: some(part(6)),
    };
    let term = |id: &str, rule| Term { id: id.into(), label: id.into(), rule };
    let lines = glosswire::article::lines::split(&text).len();
    let given = Options {
        published: some(part(7)),
        terms: vec![term("a", TermRule::Pattern(part(1))), term("b", TermRule::Words(vec![part(2)]))],
        corrections: vec![correction],
        roles: (seed % 3 == 0).then(|| vec![Role::Body; lines / 2]),
        outline: None,
    };
    match annotate(&text, &given) {
        Ok(annotated) => check(&text, &annotated),
        Err(error) => assert!(error.to_string().len() > 20 && !error.code().is_empty(), "{error:?} is no sentence"),
    }
}
