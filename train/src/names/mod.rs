//! Names: trains, packs and tries the tagger.

// tags index several tables at once
#![allow(clippy::needless_range_loop)]

mod corpus;
mod crf;
pub mod lists;
mod pack;
mod validation;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use glosswire::Article;
use glosswire::highlight::names::model::Model;
use glosswire::highlight::{EntityType, MentionForm, names};
use serde_json::{Value, json};

/// Into how many parts the documents are cut to validate.
const FOLDS: usize = 3;

/// Trains on documents and packs.
fn learn(documents: &[&corpus::Document]) -> Result<Vec<u8>, Box<dyn Error>> {
    let stretches = corpus::stretches(documents);
    eprintln!(
        "{} documents, {} stretches, {} tokens to decide",
        documents.len(),
        stretches.len(),
        stretches.iter().map(|s| s.masks.len()).sum::<usize>()
    );
    pack::pack(&crf::train(&stretches))
}

/// Trains the model on a folder of corpora and the labels of `train/labels`, and writes it packed.
pub fn train(data: &str, labels: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let documents = corpus::read(Path::new(data), Path::new(labels))?;
    fs::write(out, learn(&documents.iter().collect::<Vec<_>>())?)?;
    Ok(())
}

/// Cross-validates over the documents whose labels were set by hand: prints precision, recall and F1 of each of their files.
pub fn validate(data: &str, labels: &str) -> Result<(), Box<dyn Error>> {
    let documents = corpus::read(Path::new(data), Path::new(labels))?;
    let mut scores = std::collections::BTreeMap::<String, validation::Score>::new();
    for fold in 0..FOLDS {
        let held = |index: usize, document: &corpus::Document| document.by_hand && index % FOLDS == fold;
        let seen: Vec<_> = documents.iter().enumerate().filter(|&(i, d)| !held(i, d)).map(|(_, d)| d).collect();
        let model = Model::unpack(&learn(&seen)?).ok_or("the model can't be read")?;
        for (_, document) in documents.iter().enumerate().filter(|&(i, d)| held(i, d)) {
            scores.entry(document.source.clone()).or_default().add(document, &model);
        }
    }
    for (source, score) in scores {
        println!("{source:20} {score}");
    }
    Ok(())
}

/// Tags the texts of a file of rows {"id", "text"} with a packed model; writes rows {"id", "entities": [[start, end, type]]} in code points.
pub fn tag(model: &str, texts: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let model = Model::unpack(&fs::read(model)?).ok_or("this is no packed model")?;
    let mut out = std::io::BufWriter::new(fs::File::create(out)?);
    for line in fs::read_to_string(texts)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().unwrap_or_default();
        let article = Article::read(text, None);
        let mut points = vec![0; text.len() + 1];
        for (point, (at, _)) in text.char_indices().enumerate() {
            points[at] = point;
        }
        points[text.len()] = text.chars().count();
        let mut entities = Vec::new();
        for entity in names::find_with(&article, &model) {
            let kind = match entity.kind {
                EntityType::Person => "PER",
                EntityType::Organization => "ORG",
                EntityType::Place => "LOC",
                _ => continue,
            };
            for mention in entity.mentions.iter().filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Short)) {
                entities.push(json!([points[mention.span.start()], points[mention.span.end()], kind]));
            }
        }
        writeln!(out, "{}", json!({ "id": row["id"], "entities": entities }))?;
    }
    Ok(())
}

/// Prints how fast the texts of a file of rows {"id", "text"} are read and tagged, in MB/s of one thread.
pub fn speed(texts: &str) -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = fs::read_to_string(texts)?
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).map(|row| row["text"].as_str().unwrap_or_default().to_string()))
        .collect::<Result<_, _>>()?;
    let articles: Vec<Article> = texts.iter().map(|text| Article::read(text, None)).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    for (stage, run) in [
        ("words and rules", (|a: &Article| names::rules::propose(&names::words::Words::of(a)).len()) as fn(&Article) -> usize),
        ("tagger with them", |a| names::tagger::tag(&names::words::Words::of(a), &names::model::BUILT_IN).len()),
        ("entities with all", |a| names::find_with(a, &names::model::BUILT_IN).len()),
    ] {
        let mut best = f64::MAX;
        for _ in 0..9 {
            let from = std::time::Instant::now();
            std::hint::black_box(articles.iter().map(run).sum::<usize>());
            best = best.min(from.elapsed().as_secs_f64());
        }
        println!("{stage:20} {:.1} MB/s", bytes as f64 / 1e6 / best);
    }
    Ok(())
}
