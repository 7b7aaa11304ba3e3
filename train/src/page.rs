//! A page: a pasted text with the article that is known to be in it, and which of its lines belong to that article.

use glosswire::article::blocks::{Unit, units};
use glosswire::article::lines;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::io::Read;

/// A pasted text and the article in it.
#[derive(Clone)]
pub struct Page {
    pub id: String,
    pub text: String,
    pub gold: String,
    /// The article's headline, where it is known.
    pub title: String,
}

/// Reads pages, one JSON object a line; `-` is standard input.
pub fn read(path: &str) -> Result<Vec<Page>, Box<dyn Error>> {
    let mut all = String::new();
    if path == "-" {
        std::io::stdin().read_to_string(&mut all)?;
    } else {
        all = std::fs::read_to_string(path)?;
    }
    let mut pages = Vec::new();
    for line in all.lines().filter(|line| !line.is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let field = |name: &str| row[name].as_str().map(str::to_string);
        let text = field("clip_plain").or_else(|| field("text")).ok_or("a row without clip_plain or text")?;
        let id = field("id").unwrap_or_else(|| row["id"].to_string());
        pages.push(Page { id, text, gold: field("gold").unwrap_or_default(), title: field("title").unwrap_or_default() });
    }
    Ok(pages)
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect()
}

impl Page {
    /// The units of its text.
    pub fn units(&self) -> Vec<Unit> {
        units(&self.text, &lines::split(&self.text), None)
    }

    /// Which units are the headline: its words, or its first words where a site's name follows them.
    pub fn titles(&self, units: &[Unit]) -> Vec<bool> {
        let title = self.title.to_lowercase();
        let title = words(&title);
        let same = |line: &str| {
            let line = line.to_lowercase();
            let line = words(&line);
            line.len() >= 2 && title.starts_with(&line) && line.len() * 2 > title.len()
        };
        units.iter().map(|unit| same(unit.span.of(&self.text))).collect()
    }

    /// Which units belong to the gold article: the heaviest order-preserving match of whole lines, and lines of which most 4-grams
    /// are in the article though the line as a whole is not.
    pub fn labels(&self, units: &[Unit]) -> Vec<bool> {
        let gold = words(&self.gold);
        let mut edges = HashSet::from([0]);
        let mut n = 0;
        for line in self.gold.lines() {
            n += words(line).len();
            edges.insert(n);
        }
        let mut at: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, word) in gold.iter().enumerate() {
            at.entry(word).or_default().push(i);
        }
        let grams: HashSet<&[&str]> = gold.windows(4).collect();
        // best[p]: the heaviest chain that ends at or before gold word p, as a Fenwick tree of maxima
        let mut tree = vec![(0u64, usize::MAX); gold.len() + 2];
        let mut chain: Vec<(usize, usize)> = Vec::new(); // (unit, link before)
        let mut out = vec![false; units.len()];
        for (index, unit) in units.iter().enumerate() {
            let line = words(unit.span.of(&self.text));
            if line.is_empty() {
                continue;
            }
            let mut found = Vec::new();
            for &p in at.get(line[0]).map_or(&[][..], Vec::as_slice) {
                let whole = line.len() > 5 || edges.contains(&p) && edges.contains(&(p + line.len()));
                if whole && gold[p..].starts_with(&line) {
                    found.push(p);
                }
            }
            if found.is_empty() && line.len() >= 4 {
                let n = line.windows(4).filter(|g| grams.contains(g)).count();
                out[index] = n * 10 > (line.len() - 3) * 6;
            }
            for &p in found.iter().rev().take(60) {
                let (mut weight, mut link) = (0, usize::MAX);
                let mut i = p + 1;
                while i > 0 {
                    if tree[i].0 > weight {
                        (weight, link) = tree[i];
                    }
                    i &= i - 1;
                }
                let weight = weight + line.len() as u64;
                chain.push((index, link));
                let mut i = p + line.len() + 1;
                while i < tree.len() {
                    if weight > tree[i].0 {
                        tree[i] = (weight, chain.len() - 1);
                    }
                    i += i & i.wrapping_neg();
                }
            }
        }
        let mut link = tree.iter().max_by_key(|t| t.0).map_or(usize::MAX, |t| t.1);
        while link != usize::MAX {
            out[chain[link].0] = true;
            link = chain[link].1;
        }
        out
    }
}
