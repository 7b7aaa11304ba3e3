//! The published table of values: one form a row, `[text, published, expected]`, in `values.tsv`; and what must hold of every text.
#![allow(clippy::unwrap_used)]

use glosswire::highlight::{Bound, Value};
use glosswire::{Options, annotate};

/// A value as the table writes it: the words, " = ", then what is known of them.
fn told(text: &str, value: &Value) -> String {
    let mut out = format!("{} = {}", value.span.of(text), value.kind.name());
    let mut put = |word: &str| {
        out.push(' ');
        out.push_str(word);
    };
    if matches!(value.kind.name(), "date" | "time") {
        put(value.iso.as_deref().unwrap_or("?"));
    }
    if let Some(amount) = value.amount {
        put(&((amount * 1e6).round() / 1e6).to_string());
    }
    if let Some(to) = value.to {
        put(&format!("..{to}"));
    }
    for word in [&value.unit, &value.currency, &value.counts].into_iter().flatten() {
        put(word);
    }
    if let Some(per) = &value.per {
        put(&format!("per {per}"));
    }
    if let Some(zone) = &value.zone {
        put(zone);
    }
    for other in &value.alternatives {
        put(&format!("or {other}"));
    }
    if !matches!(value.bound, Bound::Exact | Bound::Range) {
        put(value.bound.name());
    }
    if let Some(form) = value.form {
        put(form.name());
    }
    out
}

fn values(text: &str, published: &str) -> Vec<Value> {
    let published = (!published.is_empty()).then(|| published.to_string());
    annotate(text, &Options { published, ..Options::default() }).unwrap().values
}

#[test]
fn the_published_table() {
    let (mut rows, mut none, mut wrong) = (0, 0, Vec::new());
    for row in include_str!("values.tsv").lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let (text, published, expected) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
        let found: Vec<String> = values(text, published).iter().map(|value| told(text, value)).collect();
        let found = if found.is_empty() { "-".to_string() } else { found.join("; ") };
        rows += 1;
        none += usize::from(expected == "-");
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {rows} rows:\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows >= 300 && none >= 40, "{rows} rows, {none} of them without a value");
}

#[test]
fn ranges_have_two_ends_and_their_bound() {
    for text in ["They waited 8 to 10 years.", "It costs $12-14 billion.", "Growth of 2-3% is likely.", "He has two or three goats."] {
        let values = values(text, "2025-07-10");
        assert_eq!(values.len(), 1, "{text}");
        assert_eq!(values[0].bound, Bound::Range, "{text}");
        assert!(values[0].to > values[0].amount, "{text}");
    }
}

#[test]
fn units_are_told_in_si_too() {
    for (text, amount, unit) in [
        ("The tower is 70 metres high.", 70.0, "m"),
        ("They walked 500 miles.", 804_672.0, "m"),
        ("It was 35°C in the shade.", 308.15, "K"),
        ("It was 50°F in the shade.", 283.15, "K"),
        ("Gusts reached 90 km/h.", 25.0, "m/s"),
        ("The lorry carried 12 tonnes.", 12_000.0, "kg"),
        ("The siege lasted 40 days.", 3_456_000.0, "s"),
        ("The farm has 3 hectares.", 30_000.0, "m2"),
    ] {
        let values = values(text, "");
        let si = values[0].si.as_ref().unwrap();
        assert!((si.amount - amount).abs() < 1e-6 && si.unit == unit, "{text}: {si:?}");
    }
}

#[test]
fn the_article_s_own_date_line() {
    for (text, expected) in [
        ("Ferry sinks off Port Hale\nJuly 10, 2025\nA ferry sank on Thursday.", Some("2025-07-10")),
        ("date 2025-07-10 WORLD\n2 min read\nFerry sinks\nA ferry sank on Thursday.", Some("2025-07-10")),
        ("Ferry sinks\nBy Ana Velt\n10 July 2025, 14:05 GMT\nA ferry sank on Thursday.", Some("2025-07-10")),
        ("Ferry sinks\nPublished: 2025-07-10\nA ferry sank on Thursday.", Some("2025-07-10")),
        ("Ferry sinks\nThursday, July 10, 2025\nA ferry sank.\nThe bridge opened on May 3, 1998.", Some("2025-07-10")),
        (
            "A ferry sank in the long lake near the northern town of Orvelle on July 4, 1998, and nobody has ever found out why it did.",
            None,
        ),
        ("A ferry sank.", None),
        ("", None),
    ] {
        let found = annotate(text, &Options::default()).unwrap().published;
        assert_eq!(found.as_ref().map(|published| published.iso.as_str()), expected, "{text}");
        if let Some(published) = found {
            assert!(published.span.is_some(), "{text}");
        }
    }
    let given = annotate("July 10, 2025\nText.", &Options { published: Some("2024-01-01".into()), ..Options::default() })
        .unwrap()
        .published
        .unwrap();
    assert_eq!((given.iso.as_str(), given.span), ("2024-01-01", None));
}

#[test]
fn values_are_in_order_and_never_overlap() {
    let all: String = include_str!("values.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| row.split('\t').next())
        .collect::<Vec<_>>()
        .join(" ");
    let found = values(&all, "2025-07-10");
    assert!(found.len() > 250);
    for pair in found.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "{pair:?}");
    }
    for value in &found {
        assert!(!value.span.is_empty() && value.amount.is_none_or(f64::is_finite), "{value:?}");
    }
}
