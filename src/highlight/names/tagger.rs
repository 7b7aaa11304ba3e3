//! The tagger: which stretches of the article are names of persons, organisations and places. A conditional random field over the words near capitals
//! (see [`features`](super::features) and [`model`](super::model)), decoded by Viterbi's algorithm. What the article says as a whole then settles what
//! single mentions leave open. Names of other types are those of the [rules].

use super::EntityType;
use super::document::{self, Found};
use super::features::MOST;
use super::lexicon::{self, Flags};
use super::model::{BEGINNING, Model, TAGS, followers, tagged_kind};
use super::rules;
use super::sight::Sight;
use super::words::Words;
use crate::article::{Article, Span, TokenKind};
use crate::highlight::table::Table;

/// A stretch that is a name.
#[derive(Debug, Clone)]
pub struct Tagged {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it names.
    pub kind: EntityType,
    /// Tokens of the title right before it.
    pub title: Option<(usize, usize)>,
    /// Bytes of the first token that do not belong to the name.
    pub glued: usize,
    /// Number of the thing in the lexicon; 0 where it has no other name.
    pub alias: u16,
    /// Which rule decided.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

impl Tagged {
    /// The words of the name.
    pub fn span(&self, article: &Article) -> Span {
        let whole = article.span(self.from..self.to);
        Span::at(article.text, whole.start() + self.glued, whole.end())
    }
}

/// The names of the article, in order, none overlapping another.
pub fn tag(words: &Words, model: &Model) -> Vec<Tagged> {
    let rules = rules::propose(words);
    let sight = Sight::of(words, &rules);
    let mut found = Vec::new();
    // what the words that were met say wherever they stand
    let room = words.article.tokens.len() / 8;
    let (mut known, mut own) = (Table::with_room(room), Vec::<(bool, [i32; 8])>::with_capacity(room));
    let (mut features, mut sums, mut path) = (Vec::with_capacity(MOST), Vec::new(), Path::default());
    for sentence in 0..words.article.sentences.len() {
        sight.stretches(sentence, |from, to| {
            sums.clear();
            for index in from..to {
                let seen = known.entry(sight.key(index), &mut own);
                if !seen.0 {
                    features.clear();
                    sight.own(index, &mut features);
                    *seen = (true, model.sum(&features, [0; 8]));
                }
                features.clear();
                sight.around(sentence, index, &mut features);
                let sum = model.sum(&features, seen.1);
                sums.push(sum);
            }
            path.best(model, &sums);
            read_off(model, sentence, from, &sums, &path.tags, &mut found);
        });
    }
    document::settle(words, &mut found);
    gather(words, &found, &rules)
}

/// Adds the names that a path of tags says.
fn read_off(model: &Model, sentence: usize, start: usize, sums: &[[i32; 8]], path: &[u8], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < path.len() {
        let tag = path[at];
        let from = at;
        at += 1;
        if tag == 0 {
            continue;
        }
        while at < path.len() && path[at] == tag + 1 {
            at += 1;
        }
        let sure = (from..at).map(|i| certainty(model, &sums[i], path[i] as usize)).fold(1f32, f32::min);
        let mut likely = [0f32; 3];
        for (kind, likely) in likely.iter_mut().enumerate() {
            let sum: i32 = (from..at).map(|i| sums[i][2 * kind + if i == from { 1 } else { 2 }]).sum();
            *likely = sum as f32 / model.unit;
        }
        found.push(Found { from: start + from, to: start + at, sentence, likely, kind: (tag as usize - 1) / 2, sure });
    }
}

/// The share of a tag among all, by the sums of a token.
fn certainty(model: &Model, sum: &[i32; 8], tag: usize) -> f32 {
    let total: f32 = sum[..TAGS].iter().map(|&other| ((other - sum[tag]) as f32 / model.unit).exp()).sum();
    1.0 / total
}

/// The best tags of a stretch, with the room to find them.
#[derive(Default)]
struct Path {
    /// One tag for each token.
    tags: Vec<u8>,
    /// For each token and tag, the best tag before.
    back: Vec<[u8; 8]>,
}

impl Path {
    /// Finds the best tags of a stretch whose tokens say `sums` (Viterbi 1967).
    fn best(&mut self, model: &Model, sums: &[[i32; 8]]) {
        const NEVER: i32 = i32::MIN / 4;
        self.back.clear();
        let mut best = [NEVER; 8];
        best[BEGINNING] = 0;
        for (index, sum) in sums.iter().enumerate() {
            let mut next = [NEVER; 8];
            let mut from = [0u8; 8];
            let befores = if index == 0 { BEGINNING..BEGINNING + 1 } else { 0..TAGS };
            for before in befores {
                for tag in followers(before) {
                    let score = best[before] + i32::from(model.steps[before][tag]);
                    if score > next[tag] {
                        (next[tag], from[tag]) = (score, before as u8);
                    }
                }
            }
            for (score, own) in next.iter_mut().zip(sum) {
                *score += own;
            }
            best = next;
            self.back.push(from);
        }
        let mut tag = (0..TAGS).rev().max_by_key(|&tag| best[tag]).unwrap_or(0);
        self.tags.clear();
        self.tags.resize(sums.len(), 0);
        for (place, from) in self.tags.iter_mut().zip(&self.back).rev() {
            *place = tag as u8;
            tag = from[tag] as usize;
        }
    }
}

/// The names with what the rules and the lexicon know of them, and the rules' names of other types.
fn gather(words: &Words, found: &[Found], rules: &[Tagged]) -> Vec<Tagged> {
    let article = words.article;
    let mut out: Vec<Tagged> = Vec::with_capacity(rules.len());
    let mut rules = rules.iter().peekable();
    for &Found { mut from, mut to, sentence, kind, sure, .. } in found {
        while let Some(rule) = rules.next_if(|rule| rule.to <= from) {
            if stays(article, rule) {
                out.push(rule.clone());
            }
        }
        let (mut title, mut why) = (None, "tagger");
        while let Some(rule) = rules.next_if(|rule| rule.from < to) {
            if rule.from == from {
                title = rule.title;
                if rule.to == to && tagged_kind(rule.kind) == Some(kind) {
                    why = rule.rule;
                }
                // "Wai-tung": what a hyphen joins is one name, also where it goes on without a capital
                if rule.to > to && tagged_kind(rule.kind) == Some(kind) && !(to - 1..rule.to - 1).any(|at| article.spaced(at + 1)) {
                    to = rule.to;
                }
            }
        }
        let kind = EntityType::ALL[kind];
        if kind == EntityType::Place && is_currency(article, from, to)
            || kind == EntityType::Person && is_occupation(article, sentence, from, to)
        {
            continue;
        }
        if kind == EntityType::Person && from + 1 < to && is_title(article, from) {
            let name = from + 1 + usize::from(article.word(from + 1) == ".");
            if name < to {
                (title, from, why) = (Some((from, name)), name, "title");
            }
        }
        let (until, entry) = words.phrase(from, article.sentences[sentence].tokens.1);
        out.push(Tagged {
            from,
            to,
            sentence,
            kind,
            title: title.filter(|_| kind == EntityType::Person),
            glued: words.glued(from),
            alias: if until == to { entry.alias } else { 0 },
            rule: why,
            confidence: sure,
        });
    }
    out.extend(rules.filter(|rule| stays(article, rule)).cloned());
    out
}

/// Whether a word is a title and nobody's name: "Dr", "Inspector".
fn is_title(article: &Article, token: usize) -> bool {
    let flags = lexicon::word(article.word(token));
    flags.has(Flags::TITLE) && !flags.has(Flags::FIRST | Flags::SURNAME)
}

/// Whether a name that only the rules propose stays: one of another type, or a place before "-based", which most corpora take for part of an adjective.
fn stays(article: &Article, rule: &Tagged) -> bool {
    let word = |at: usize| if at < article.tokens.len() { article.word(at) } else { "" };
    let based = || word(rule.to) == "-" && !article.spaced(rule.to) && matches!(word(rule.to + 1), "based" | "born");
    tagged_kind(rule.kind).is_none() || rule.kind == EntityType::Place && based()
}

/// Whether the first word of a sentence is what several people do, with a capital only for its place: "Engineers had hours".
fn is_occupation(article: &Article, sentence: usize, from: usize, to: usize) -> bool {
    let word = article.word(from);
    let one = word.strip_suffix('s').unwrap_or(word);
    let named = Flags::FIRST | Flags::SURNAME;
    from == article.sentences[sentence].tokens.0
        && to == from + 1
        && one.len() < word.len()
        && lexicon::word(one).has(Flags::ROLE)
        && !lexicon::word(word).has(named)
}

/// Whether a country's name says which money is meant: "40 US dollars".
fn is_currency(article: &Article, from: usize, to: usize) -> bool {
    let number = from > 0 && article.tokens[from - 1].kind == TokenKind::Number;
    number && to < article.tokens.len() && matches!(article.word(to), "dollar" | "dollars" | "cent" | "cents" | "pounds" | "francs")
}
