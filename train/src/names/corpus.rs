//! Corpora: files of tokens with labels, one token a line, brought to one convention (no article, no title, no possessive) and to texts, whose
//! tokens are those of the decoder.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use glosswire::Article;
use glosswire::article::Role;
use glosswire::highlight::names::model::TAGS;
use glosswire::highlight::names::{rules, sight::Sight, words::Words};
use sha2::{Digest, Sha256};

/// The files and which of their columns count: with several, a tag is possible when one of them has it. CrossNER (politics, science, music) is left
/// out: its idea of a name is another, and news got worse with it.
const FILES: &[(&str, &[usize])] = &[
    ("gmb.sp", &[1, 2, 3]),
    ("masc_text.sp", &[2, 3]),
    ("gum_text.sp", &[2, 3]),
    ("state_text.sp", &[2, 3]),
    ("gum_open_other.conll", &[1]),
    ("uner_ewt.conll", &[1]),
    ("wikigold.conll", &[1]),
    ("wnut17.conll", &[1]),
    ("btc.conll", &[1]),
    ("re3d.conll", &[1]),
];

/// How often texts count whose labels were set by hand for this project.
const BY_HAND: f32 = 2.0;

/// Every tag is possible.
const ANY: u8 = (1 << TAGS) - 1;

/// A text with what is known of its characters.
pub struct Document {
    /// The text that was made of the tokens.
    pub text: String,
    /// For each source token in order: start, end, possible tags.
    pub tokens: Vec<(usize, usize, u8)>,
    /// Its file.
    pub source: String,
    /// Whether most of its labels were set by hand for this project.
    pub by_hand: bool,
}

impl Document {
    fn new(source: &str, by_hand: bool) -> Document {
        Document { text: String::new(), tokens: Vec::new(), source: source.to_string(), by_hand }
    }

    /// How often it counts.
    fn weight(&self) -> f32 {
        if self.by_hand { BY_HAND } else { 1.0 }
    }
}

/// Tokens that are decided together, with their features and possible tags.
pub struct Stretch {
    /// The features of all tokens, one token after the other.
    pub features: Vec<u32>,
    /// Where the features of each token end.
    pub ends: Vec<u32>,
    /// The possible tags of each token, as bits.
    pub masks: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
}

type Sentence = Vec<(String, Vec<u8>)>;

/// Reads a file plain or packed with gzip.
fn text_of(path: &Path) -> Result<String, Box<dyn Error>> {
    if path.exists() {
        return Ok(fs::read_to_string(path)?);
    }
    let packed = path.with_extension(format!("{}.gz", path.extension().and_then(|e| e.to_str()).unwrap_or_default()));
    let mut text = String::new();
    let file = fs::File::open(&packed).map_err(|e| format!("{}: {e}", packed.display()))?;
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut text)?;
    Ok(text)
}

fn tag_of(label: &str) -> u8 {
    match label {
        "B-PER" => 1,
        "I-PER" => 2,
        "B-ORG" => 3,
        "I-ORG" => 4,
        "B-LOC" => 5,
        "I-LOC" => 6,
        _ => 0,
    }
}

/// Names of a sequence of tags: first, after the last, type from 0.
fn spans(tags: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tags.len() {
        if tags[at] == 0 {
            at += 1;
            continue;
        }
        let kind = (tags[at] - 1) / 2;
        let mut to = at + 1;
        while to < tags.len() && tags[to] == 2 * kind + 2 {
            to += 1;
        }
        out.push((at, to, kind));
        at = to;
    }
    out
}

/// Takes articles and possessives off the names.
fn strip(sentence: &Sentence, tags: &mut [u8]) {
    let word = |at: usize| sentence[at].0.as_str();
    for (mut from, mut to, kind) in spans(tags) {
        let whole = from..to;
        while from < to && matches!(word(from).to_ascii_lowercase().as_str(), "the" | "a" | "an") {
            from += 1;
        }
        while from < to && matches!(word(to - 1), "'s" | "'" | "’s" | "’") {
            to -= 1;
        }
        tags[whole].fill(0);
        for (place, tag) in tags[from..to].iter_mut().enumerate() {
            *tag = if place == 0 { 2 * kind + 1 } else { 2 * kind + 2 };
        }
    }
}

/// Labels set by hand: for each file, what names a sentence has: first token, after the last, tag of the first.
type Labels = HashMap<String, HashMap<usize, Option<Vec<(usize, usize, u8)>>>>;

/// Reads the labels, and the SHA-256 of the files that they belong to: the lines "# SHA-256 of FILE, unpacked: ...".
fn labels(folder: &Path) -> Result<(Labels, HashMap<String, String>), Box<dyn Error>> {
    let mut out = Labels::new();
    let mut sums = HashMap::new();
    for path in files_of(folder, "tsv")? {
        for line in fs::read_to_string(path)?.lines() {
            if line.starts_with('#') {
                let sum = line.strip_prefix("# SHA-256 of ").and_then(|rest| rest.split_once(", unpacked: "));
                sums.extend(sum.map(|(file, sum)| (file.to_string(), sum.to_string())));
                continue;
            }
            let mut columns = line.split('\t');
            let (Some(file), Some(number), Some(names)) = (columns.next(), columns.next(), columns.next()) else { continue };
            let names = (names != "?").then(|| {
                names
                    .split(' ')
                    .filter_map(|name| {
                        let (range, kind) = name.split_once(':')?;
                        let (from, to) = range.split_once('-')?;
                        let tag = ["P", "O", "L"].iter().position(|k| *k == kind)? as u8 * 2 + 1;
                        Some((from.parse().ok()?, to.parse().ok()?, tag))
                    })
                    .collect()
            });
            out.entry(file.to_string()).or_default().insert(number.parse()?, names);
        }
    }
    Ok((out, sums))
}

/// Reads all corpora.
pub fn read(data: &Path, folder: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let (labels, sums) = labels(folder)?;
    let none = HashMap::new();
    let mut documents = Vec::new();
    for (file, columns) in FILES {
        let by_hand = labels.get(*file).unwrap_or(&none);
        let mut sentences: Vec<(Sentence, bool)> = Vec::new();
        let mut sentence = Sentence::new();
        let mut number = 0;
        let text = text_of(&data.join(file))?;
        if let Some(expected) = sums.get(*file) {
            let sum: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            if sum != *expected {
                return Err(format!("{file} is another file than the one whose names were set by hand: its SHA-256 is {sum}").into());
            }
        }
        for line in text.lines().chain([""]) {
            if line == "-DOCSTART-" {
                flush(file, &mut sentences, &mut documents);
            } else if line.is_empty() {
                if !sentence.is_empty() {
                    let mut set = false;
                    match by_hand.get(&number) {
                        Some(Some(names)) => {
                            set = true;
                            for token in &mut sentence {
                                token.1 = vec![0];
                            }
                            for &(from, to, tag) in names {
                                for at in from..to {
                                    sentence[at].1 = vec![if at == from { tag } else { tag + 1 }];
                                }
                            }
                        }
                        Some(None) => sentence.iter_mut().for_each(|t| t.1 = (0..TAGS as u8).collect()),
                        None => {
                            for column in 0..columns.len() {
                                let mut tags: Vec<u8> = sentence.iter().map(|t| t.1[column]).collect();
                                strip(&sentence, &mut tags);
                                for (token, tag) in sentence.iter_mut().zip(tags) {
                                    token.1[column] = tag;
                                }
                            }
                        }
                    }
                    sentences.push((std::mem::take(&mut sentence), set));
                    number += 1;
                }
            } else {
                let cells: Vec<&str> = line.split('\t').collect();
                sentence.push((cells[0].to_string(), columns.iter().map(|&c| tag_of(cells.get(c).copied().unwrap_or("O"))).collect()));
            }
        }
        flush(file, &mut sentences, &mut documents);
    }
    for path in files_of(folder, "txt")? {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        own_texts(name, &fs::read_to_string(&path)?, &mut documents);
    }
    Ok(documents)
}

/// The files of a folder with this ending, in order of their names.
fn files_of(folder: &Path, ending: &str) -> Result<Vec<std::path::PathBuf>, Box<dyn Error>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == ending));
    files.sort();
    Ok(files)
}

/// Texts with their names in brackets: "[P Marta Olsen] of [O Nordbank]"; a blank line ends a text.
fn own_texts(source: &str, marked: &str, documents: &mut Vec<Document>) {
    for story in marked.split("\n\n") {
        let mut document = Document::new(source, true);
        for line in story.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let mut rest = line;
            while let Some(open) = rest.find('[') {
                let kind = ["P ", "O ", "L "].iter().position(|k| rest[open + 1..].starts_with(k));
                let (Some(kind), Some(close)) = (kind, rest[open..].find(']')) else {
                    plain(&rest[..=open], 0, &mut document);
                    rest = &rest[open + 1..];
                    continue;
                };
                plain(&rest[..open], 0, &mut document);
                plain(&rest[open + 3..open + close], 2 * kind as u8 + 1, &mut document);
                rest = &rest[open + close + 1..];
            }
            plain(rest, 0, &mut document);
            document.text.push('\n');
        }
        documents.push(document);
    }
}

/// Adds words as they stand, all of one name where `tag` is not 0.
fn plain(words: &str, tag: u8, document: &mut Document) {
    let from = document.text.len();
    document.text.push_str(words);
    if tag == 0 {
        document.tokens.push((from, document.text.len(), 1));
    } else {
        document.tokens.push((from, document.text.len(), 1 << tag));
    }
}

/// Makes a document of the sentences.
fn flush(source: &str, sentences: &mut Vec<(Sentence, bool)>, documents: &mut Vec<Document>) {
    // parts of a long document are documents: a corpus without marks is one
    for part in sentences.chunks(60) {
        let set = part.iter().filter(|s| s.1).count();
        let by_hand = set * 2 > part.len();
        let mut document = Document::new(source, by_hand);
        for (sentence, _) in part {
            line(sentence, &mut document);
        }
        documents.push(document);
    }
    sentences.clear();
}

/// Tokens without a blank before them.
#[rustfmt::skip]
const TIGHT: &[&str] = &[
    ",", ".", ";", ":", "?", "!", ")", "]", "%", "...", "''", "'", "’", "'s", "’s", "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'m", "’m", "'d", "’d",
];

/// Writes a sentence as a line, with blanks where a newspaper has them.
fn line(sentence: &Sentence, document: &mut Document) {
    let mut open = false;
    let mut glue = true;
    for (word, tags) in sentence {
        let quote = word == "\"" || word == "``" || word == "''";
        let closes = quote && open;
        let tight = closes || TIGHT.contains(&word.as_str());
        if !glue && !tight {
            document.text.push(' ');
        }
        let from = document.text.len();
        document.text.push_str(if quote { "\"" } else { word });
        let mask = tags.iter().fold(0, |mask, &tag| mask | 1 << tag);
        document.tokens.push((from, document.text.len(), mask));
        if quote {
            open = !open;
        }
        glue = matches!(word.as_str(), "(" | "[" | "$" | "``" | "£" | "€" | "#") || (quote && open);
    }
    document.text.push('\n');
}

/// Adds the further words of a name to the possible tags: what may begin it, goes on in it.
fn going_on(mask: u8) -> u8 {
    let mut out = mask & 0b1010101;
    for first in [1, 3, 5] {
        out |= (mask >> first & 1) << (first + 1);
    }
    out
}

/// The features of all stretches of all documents.
pub fn stretches(documents: &[&Document]) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut buffer = Vec::new();
    for document in documents {
        let lines = document.text.lines().count();
        let article = Article::read(&document.text, Some(&vec![Role::Body; lines]));
        let masks = masks(&article, document);
        let words = Words::of(&article);
        let proposed = rules::propose(&words);
        let sight = Sight::of(&words, &proposed);
        for sentence in 0..article.sentences.len() {
            sight.stretches(sentence, |from, to| {
                let mut stretch =
                    Stretch { features: Vec::new(), ends: Vec::new(), masks: masks[from..to].to_vec(), weight: document.weight() };
                for index in from..to {
                    buffer.clear();
                    sight.own(index, &mut buffer);
                    sight.around(sentence, index, &mut buffer);
                    stretch.features.extend_from_slice(&buffer);
                    stretch.ends.push(stretch.features.len() as u32);
                }
                // a name that begins before the stretch leaves a word that can't be tagged
                for (place, mask) in stretch.masks.iter_mut().enumerate() {
                    if place == 0 && *mask & 0b0101011 == 0 {
                        *mask = ANY;
                    }
                }
                out.push(stretch);
            });
        }
    }
    out
}

/// The possible tags of the tokens of an article, from those of the source's tokens.
fn masks(article: &Article, document: &Document) -> Vec<u8> {
    let mut place = 0;
    article
        .tokens
        .iter()
        .map(|token| {
            let (start, end) = (token.span.start(), token.span.end());
            while place < document.tokens.len() && document.tokens[place].1 <= start {
                place += 1;
            }
            let Some(&(from, to, mask)) = document.tokens.get(place) else { return ANY };
            let mask = if start > from { going_on(mask) } else { mask };
            // a token that covers several of the source has the tags of the first, or of all that follow
            if end > to && document.tokens.get(place + 1).is_some_and(|next| next.0 < end && next.2 & !going_on(mask) != 0) {
                ANY
            } else {
                mask
            }
        })
        .collect()
}
