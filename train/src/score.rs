//! The score: how well the bodies and headlines found in pages agree with those that a person marked.
//!
//! Bodies by the overlap of their 4-grams of words, each page with the same weight, as in Scrapinghub's article-extraction benchmark; a headline is
//! right when its words are those of the page's own, over the pages where that stands in the paste as a line of its own.

use crate::page::{Page, words};
use serde_json::Value;
use std::collections::HashMap;

/// Counts of runs of four words; of a shorter text the text.
fn grams(text: &str) -> HashMap<Vec<&str>, usize> {
    let words = words(text);
    let mut grams = HashMap::new();
    for gram in words.windows(4.min(words.len()).max(1)) {
        *grams.entry(gram.to_vec()).or_insert(0) += 1;
    }
    grams
}

/// Whether two lines have the same words, in capitals or not.
fn same(one: &str, other: &str) -> bool {
    words(&one.to_lowercase()) == words(&other.to_lowercase())
}

/// Scores rows `{"id", "body", "title"}` over the pages marked by hand, in a sentence.
pub fn told(pages: &[Page], rows: &str) -> String {
    let rows: HashMap<String, Value> = rows
        .lines()
        .filter_map(|row| serde_json::from_str(row).ok())
        .map(|row: Value| (row["id"].as_str().unwrap_or_default().to_string(), row))
        .collect();
    let (mut precisions, mut recalls) = (Vec::new(), Vec::new());
    let (mut n, mut exact, mut titled, mut titles) = (0, 0, 0, 0);
    for page in pages.iter().filter(|page| page.by_hand) {
        let field = |name: &str| rows.get(&page.id).and_then(|row| row[name].as_str()).unwrap_or_default();
        let (gold, body) = (grams(&page.gold), grams(field("body")));
        let shared: usize = gold.iter().map(|(gram, n)| body.get(gram).map_or(0, |m| *n.min(m))).sum();
        let part = |all: &HashMap<_, usize>| shared as f64 / all.values().sum::<usize>() as f64;
        recalls.push(part(&gold));
        precisions.extend((!body.is_empty()).then(|| part(&body)));
        n += 1;
        exact += usize::from(words(&page.gold) == words(field("body")));
        if !page.title.is_empty() && page.text.lines().any(|line| same(line, &page.title)) {
            titled += 1;
            titles += usize::from(same(field("title"), &page.title));
        }
    }
    let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len().max(1) as f64;
    let (p, r) = (mean(&precisions), mean(&recalls));
    let f1 = 2.0 * p * r / (p + r).max(1e-9);
    format!(
        "{n} pages by hand: body F1 {f1:.3} (precision {p:.3}, recall {r:.3}), the same words on {exact}; headline right on {titles} of {titled}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted() {
        let page = |id: &str, gold: &str| Page {
            id: id.into(),
            gold: gold.into(),
            title: "A b".into(),
            text: "a B\nx".into(),
            by_hand: true,
            ..Page::default()
        };
        let pages = [page("1", "a b c d e"), page("2", "a b c d"), Page { by_hand: false, ..page("3", "x") }];
        let rows = "{\"id\":\"1\",\"body\":\"a b, c d e!\",\"title\":\"A B\"}\n{\"id\":\"2\",\"body\":\"a b c d e\",\"title\":null}\n";
        let wanted = "2 pages by hand: body F1 0.857 (precision 0.750, recall 1.000), the same words on 1; headline right on 1 of 2";
        assert_eq!(told(&pages, rows), wanted);
    }
}
