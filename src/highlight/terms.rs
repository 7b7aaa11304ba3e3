//! Terms: the reader's own words and patterns.
//!
//! Words are found as whole words, ignoring case, token by token; patterns with the `regex` crate, within each block. What the patterns may cost is counted in
//! steps, since `find_iter` is quadratic in the worst case (see "Untrusted input" in the documentation of the crate).

use regex::{Regex, RegexBuilder};

use crate::article::tokens::{self, Token};
use crate::article::{Article, Span};
use crate::error::Error;
use crate::highlight::fold as hashes;
use crate::highlight::table::Table;
use crate::limits::{Limit, MAX_PATTERN, MAX_PATTERN_SIZE, MAX_STRETCH, MAX_TERM_HITS, MAX_TERM_STEPS, MAX_TERMS};
use crate::order;

/// What a term looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermRule {
    /// Words or phrases: whole words, ignoring case and the form of apostrophes.
    Words(Vec<String>),
    /// A pattern in the syntax of the `regex` crate, searched within each block.
    Pattern(String),
}

/// A word or pattern of the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The reader's id for it.
    pub id: String,
    /// Its name on the page.
    pub label: String,
    /// What it looks for.
    pub rule: TermRule,
}

/// A place where a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermHit {
    /// The words.
    pub span: Span,
    /// Index of the term in the list that was given.
    pub term: usize,
}

/// A phrase of the reader's, token by token.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    term: usize,
}

/// The reader's terms, ready to search with.
#[derive(Debug, Default)]
pub struct Finder {
    /// Phrases with the same first word, case and diacritics aside.
    phrases: Vec<Vec<Phrase>>,
    /// Places in `phrases` by the hash of that word.
    firsts: Table,
    patterns: Vec<(Regex, usize)>,
}

impl Finder {
    /// Makes the terms ready.
    ///
    /// # Errors
    /// [`Error::BadPattern`] for a pattern that the `regex` crate refuses or that would take too much memory, [`Error::BadOption`] for too many terms.
    pub fn new(terms: &[Term]) -> Result<Finder, Error> {
        if terms.len() > MAX_TERMS {
            return Err(Error::BadOption {
                option: "terms",
                reason: format!("{} terms are more than the {MAX_TERMS} that can be used at once", terms.len()),
            });
        }
        let mut finder = Finder::default();
        for (index, term) in terms.iter().enumerate() {
            match &term.rule {
                TermRule::Words(words) => words.iter().for_each(|phrase| finder.add_phrase(phrase, index)),
                TermRule::Pattern(pattern) => finder.patterns.push((compile(term, pattern)?, index)),
            }
        }
        Ok(finder)
    }

    fn add_phrase(&mut self, phrase: &str, term: usize) {
        let words: Vec<String> = split(phrase).iter().map(|token| fold(token.span.of(phrase))).collect();
        if let Some(first) = words.first() {
            self.firsts.entry(hashes::hash(hashes::SEED, first), &mut self.phrases).push(Phrase { words, term });
        }
    }

    /// All hits, in order. What could not be searched to the end is told in `limits`.
    pub fn find(&self, article: &Article, limits: &mut Vec<Limit>) -> Vec<TermHit> {
        let mut hits = Vec::new();
        if !self.phrases.is_empty() {
            self.find_phrases(article, &mut hits);
        }
        if !self.patterns.is_empty() {
            self.find_patterns(article, &mut hits, limits);
        }
        if hits.len() > MAX_TERM_HITS {
            hits.truncate(MAX_TERM_HITS);
            limits.push(Limit {
                what: "termHits",
                why: format!("your own terms match more than {MAX_TERM_HITS} times; the rest is not marked"),
            });
        }
        for key in [|hit: &TermHit| hit.term as u64, |hit: &TermHit| hit.span.key()] {
            order::by(&mut hits, key);
        }
        hits.dedup();
        hits
    }

    fn find_phrases(&self, article: &Article, hits: &mut Vec<TermHit>) {
        for sentence in &article.sentences {
            for at in sentence.tokens.0..sentence.tokens.1 {
                let Some(phrases) = self.firsts.find(hashes::hash(hashes::SEED, article.word(at)), &self.phrases) else { continue };
                for phrase in phrases {
                    let end = at + phrase.words.len();
                    let same = |(word, token): (&String, usize)| *word == fold(article.word(token));
                    if end <= sentence.tokens.1 && hits.len() <= MAX_TERM_HITS && phrase.words.iter().zip(at..end).all(same) {
                        hits.push(TermHit { span: article.span(at..end), term: phrase.term });
                    }
                }
            }
        }
    }

    fn find_patterns(&self, article: &Article, hits: &mut Vec<TermHit>, limits: &mut Vec<Limit>) {
        let mut steps = 0;
        for stretch in stretches(article) {
            let words = article.of(stretch);
            for (pattern, term) in &self.patterns {
                let mut at = 0;
                while let Some(found) = pattern.find_at(words, at) {
                    // the most that this search can have looked at
                    steps += words.len() - at;
                    if steps > MAX_TERM_STEPS || hits.len() > MAX_TERM_HITS {
                        if steps > MAX_TERM_STEPS {
                            limits.push(Limit {
                                what: "termSteps",
                                why: "your own patterns take too long on this text; the rest of it is not searched for them".into(),
                            });
                        }
                        return;
                    }
                    at = found.end();
                    if found.is_empty() {
                        let Some(next) = words[at..].chars().next() else { break };
                        at += next.len_utf8();
                        continue;
                    }
                    let span = Span::at(article.text, stretch.start() + found.start(), stretch.start() + found.end());
                    hits.push(TermHit { span, term: *term });
                }
                steps += words.len();
            }
        }
    }
}

/// The blocks, the long ones sentence by sentence.
fn stretches<'a>(article: &'a Article) -> impl Iterator<Item = Span> + 'a {
    let mut next = 0;
    article.blocks.iter().enumerate().flat_map(move |(index, block)| {
        let first = next;
        while article.sentences.get(next).is_some_and(|sentence| sentence.block == index) {
            next += 1;
        }
        let whole = block.span.len() <= MAX_STRETCH;
        let parts = if whole { 0..0 } else { first..next };
        whole.then_some(block.span).into_iter().chain(article.sentences[parts].iter().map(|sentence| sentence.span))
    })
}

fn compile(term: &Term, pattern: &str) -> Result<Regex, Error> {
    let bad = |at: usize, reason: String| Error::BadPattern { term: term.label.clone(), at, reason };
    if pattern.is_empty() || pattern.len() > MAX_PATTERN {
        return Err(bad(0, format!("a pattern has from 1 to {MAX_PATTERN} bytes, this one {}", pattern.len())));
    }
    // the parser alone tells the place of a mistake
    if let Err(error) = regex_syntax::Parser::new().parse(pattern) {
        let (byte, reason) = match &error {
            regex_syntax::Error::Parse(error) => (error.span().start.offset, error.kind().to_string()),
            regex_syntax::Error::Translate(error) => (error.span().start.offset, error.kind().to_string()),
            _ => (0, error.to_string()),
        };
        return Err(bad(pattern.get(..byte).map_or(0, |before| before.chars().count()), reason));
    }
    RegexBuilder::new(pattern)
        .size_limit(MAX_PATTERN_SIZE)
        .dfa_size_limit(2 * MAX_PATTERN_SIZE)
        .build()
        .map_err(|_| bad(0, "it would take too much memory; use smaller repeat counts".into()))
}

fn split(phrase: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokens::split(phrase, Span::at(phrase, 0, phrase.len()), &mut out);
    out
}

/// A word without case and with plain apostrophes.
fn fold(word: &str) -> String {
    let lower = if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase() };
    if lower.contains(['\u{2019}', '\u{02BC}']) { lower.replace(['\u{2019}', '\u{02BC}'], "'") } else { lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(text: &str, rules: &[TermRule]) -> Vec<(String, usize)> {
        let terms: Vec<Term> = rules.iter().map(|rule| Term { id: "t".into(), label: "Term".into(), rule: rule.clone() }).collect();
        let article = Article::read(text, None);
        let finder = Finder::new(&terms).expect("good terms");
        finder.find(&article, &mut Vec::new()).iter().map(|hit| (hit.span.of(text).to_string(), hit.term)).collect()
    }

    fn error(pattern: &str) -> Error {
        let term = Term { id: "t".into(), label: "Gates".into(), rule: TermRule::Pattern(pattern.into()) };
        Finder::new(&[term]).expect_err("a bad pattern")
    }

    #[test]
    fn words_are_whole_and_ignore_case() {
        let words = |list: &[&str]| TermRule::Words(list.iter().map(|w| w.to_string()).collect());
        let text = "The storm-surge gate; Gate’s gates. GATE\nÖL und öl, don’t";
        let got = hits(text, &[words(&["gate", "storm-surge gate"]), words(&["ÖL", "don't", ""])]);
        let expected = [("storm-surge gate", 0), ("gate", 0), ("Gate", 0), ("GATE", 0), ("ÖL", 1), ("öl", 1), ("don’t", 1)];
        assert_eq!(got, expected.map(|(word, term)| (word.to_string(), term)));
    }

    #[test]
    fn patterns_stay_within_a_block() {
        let pattern = |p: &str| TermRule::Pattern(p.into());
        let got = hits("From 12 to 15\nand 9 é", &[pattern(r"\d+"), pattern(r"(?i)AND|é"), pattern(r"15\s+and"), pattern("x*")]);
        let expected = [("12", 0), ("15", 0), ("and", 1), ("9", 0), ("é", 1)];
        assert_eq!(got, expected.map(|(word, term)| (word.to_string(), term)));
    }

    #[test]
    fn a_bad_pattern_tells_where() {
        let Error::BadPattern { term, at, reason } = error("é(ab") else { panic!("another error") };
        assert_eq!((term.as_str(), at), ("Gates", 1));
        assert!(reason.contains("unclosed group"), "{reason}");
        assert!(matches!(error(""), Error::BadPattern { at: 0, .. }));
        assert!(matches!(error("(?:a{1000}){1000}"), Error::BadPattern { .. }));
    }

    #[test]
    fn a_pattern_that_backs_up_is_stopped_and_told() {
        let text = "A".repeat(3_000) + "\n";
        let text = text.repeat(400);
        let article = Article::read(&text, None);
        let term = Term { id: "t".into(), label: "t".into(), rule: TermRule::Pattern("A*b|A".into()) };
        let mut limits = Vec::new();
        let hits = Finder::new(&[term]).expect("a good pattern").find(&article, &mut limits);
        assert!(hits.len() <= MAX_TERM_HITS);
        assert_eq!(limits.len(), 1);
    }
}
