//! A page: a pasted text with the article that is known to be in it, and which of its lines belong to that article.

use glosswire::article::blocks::{Unit, units};
use glosswire::article::lines;
use glosswire::{Element, Outline, Place};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::io::Read;

/// A pasted text and the article in it.
#[derive(Clone, Default)]
pub struct Page {
    pub id: String,
    pub site: String,
    pub text: String,
    pub gold: String,
    /// The article's headline, where it is known.
    pub title: String,
    /// Whether the article was marked by a person, not by a program.
    pub by_hand: bool,
    /// The page's elements, and its lines with their places, as `tests/paste.mjs outlines` writes them.
    pub elements: Vec<Element>,
    pub lines: Vec<(String, Place)>,
    /// Of a page that is read as its lines: what the core takes.
    pub outline: Option<Outline>,
}

/// Reads pages, one JSON object a line; `-` is standard input.
pub fn read(path: &str) -> Result<Vec<Page>, Box<dyn Error>> {
    let mut all = String::new();
    if path == "-" {
        std::io::stdin().read_to_string(&mut all)?;
    } else {
        all = std::fs::read_to_string(path)?;
    }
    all.lines().filter(|line| !line.is_empty()).map(|line| row(&serde_json::from_str(line)?)).collect()
}

fn row(row: &Value) -> Result<Page, Box<dyn Error>> {
    let field = |name: &str| row[name].as_str().map(str::to_string);
    let text = field("clip_plain").or_else(|| field("text")).ok_or("a row without clip_plain or text")?;
    let id = field("id").unwrap_or_else(|| row["id"].to_string());
    let by_hand = row["silver"].is_object();
    // pages of one site are told by its name, or by a number at the end
    let site = field("site").unwrap_or_else(|| id.trim_end_matches(|c: char| c.is_ascii_digit()).to_string());
    let title = row["silver"]["headline"].as_str().map(str::to_string).or_else(|| field("title")).unwrap_or_default();
    let list = |name: &str| row["page"][name].as_array().map_or(&[][..], Vec::as_slice);
    let words = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let share = |value: &Value| value.as_f64().map(|part| (part * 255.0) as u8);
    let elements = list("boxes").iter().map(|e| Element {
        parent: e["parent"].as_u64().map(|parent| parent as u32),
        tag: words(&e["tag"]),
        names: words(&e["names"]),
    });
    let line = |line: &Value| Place {
        element: line["box"].as_u64().unwrap_or(0) as u32,
        linked: share(&line["linked"]).unwrap_or(0),
        // where the article is what Readability made of the page, its own vote would give the answer away
        kept: share(&line["kept"]).filter(|_| by_hand),
        day: line["day"].as_str().map(str::to_string),
    };
    let lines = list("lines").iter().map(|each| (words(&each["text"]), line(each))).collect();
    let gold = field("gold").unwrap_or_default();
    Ok(Page { id, site, text, gold, title, by_hand, elements: elements.collect(), lines, outline: None })
}

/// The words of a text, without what stands between them.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect()
}

impl Page {
    /// The page without what its markup tells.
    pub fn without_outline(&self) -> Page {
        Page { elements: Vec::new(), lines: Vec::new(), ..self.clone() }
    }

    /// The page read as the lines of its markup; none where there is no markup.
    pub fn outlined(&self) -> Option<Page> {
        let page = self.with_lines(self.lines.clone());
        (!self.lines.is_empty() && page.outline.is_some()).then_some(page)
    }

    fn with_lines(&self, lines: Vec<(String, Place)>) -> Page {
        let text = lines.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("\n");
        let places = lines.iter().map(|(_, place)| place.clone()).collect();
        let outline = Outline::new(self.elements.clone(), places, String::new());
        Page { text, outline, lines, ..self.clone() }
    }

    /// Which lines of its markup belong to the gold article.
    pub fn labels_of_lines(&self) -> Vec<bool> {
        let units = self.units();
        let mut labels = vec![false; self.lines.len()];
        for (unit, label) in units.iter().zip(self.labels(&units)) {
            labels[unit.first..=unit.last].fill(label);
        }
        labels
    }

    /// The page with only the lines that are named.
    pub fn only(&self, lines: &[bool]) -> Page {
        self.with_lines(self.lines.iter().zip(lines).filter(|(_, keep)| **keep).map(|(line, _)| line.clone()).collect())
    }

    /// The page with the words of another article in the lines that are named.
    pub fn in_words_of(&self, gold: &str, lines: &[bool]) -> Page {
        let mut words = gold.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut made = Vec::new();
        let mut article = Vec::new();
        for ((text, place), &label) in self.lines.iter().zip(lines) {
            match label.then(|| words.next()) {
                None => made.push((text.clone(), place.clone())),
                Some(None) => {}
                Some(Some(line)) => {
                    article.push(line);
                    made.push((line.to_string(), place.clone()));
                }
            }
        }
        Page { gold: article.join("\n"), title: String::new(), ..self.with_lines(made) }
    }

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
