//! Training: fits the weights of the speaker model and of the model of indirect speech. Runs only when asked for:
//! `QUOTES_TRAIN=train.jsonl QUOTES_WEIGHTS=a.tsv QUOTES_REPORTING=b.tsv cargo test --profile train --lib quotes::training -- --ignored`.
//!
//! The training file holds one JSON object a line: `text`, and `attributions` with `source`, `cue` and `content` as lists of `[start, end]` in code
//! points. Speakers: conditional logit with AdaGrad and an L2 penalty. Indirect speech: logistic regression by FTRL-Proximal with an L1 penalty.
//! The order is fixed, so the same file gives the same weights.

use serde_json::Value;

use super::features::{Candidate, FEATURES, UNIT, WIDTH, features, none_features};
use super::marks::pair;
use super::phrases::Phrases;
use super::reporting;
use super::speakers::{Quoted, candidates, rank};
use crate::article::Article;
use crate::highlight::names;
use crate::highlight::values;

/// One decision: the features of each option, the first being "nobody", and which options are right.
struct Case {
    options: Vec<Vec<usize>>,
    right: Vec<bool>,
}

fn spans(value: &Value, bytes: &[usize]) -> Vec<(usize, usize)> {
    let at = |v: &Value| bytes[v.as_u64().unwrap_or(0) as usize];
    value.as_array().into_iter().flatten().map(|pair| (at(&pair[0]), at(&pair[1]))).collect()
}

fn meets(spans: &[(usize, usize)], from: usize, to: usize) -> bool {
    spans.iter().any(|s| s.0 < to && from < s.1)
}

/// A cue: its features, and whether it reports.
type Verb = (Vec<usize>, bool);

fn cases(row: &Value, out: &mut Vec<Case>, verbs: &mut Vec<Verb>) -> (usize, usize) {
    let text = row["text"].as_str().unwrap_or_default();
    let mut bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    bytes.push(text.len());
    let gold: Vec<_> =
        row["attributions"].as_array().into_iter().flatten().map(|a| (spans(&a["content"], &bytes), spans(&a["source"], &bytes))).collect();
    let said: Vec<_> = row["attributions"].as_array().into_iter().flatten().map(|a| spans(&a["cue"], &bytes)).collect();
    let article = Article::read(text, None);
    let entities = names::find(&article, &values::find(&article, None));
    let regions = pair(&article);
    let phrases = Phrases::read(&article, &regions);
    let types = super::entity_types(&article, &phrases, &entities, &super::mentions(&entities));
    let (mut last, mut list, mut covered, mut spoken) = (None, Vec::new(), 0, 0);
    for region in &regions {
        if article.tokens_in(region.outer).is_empty() {
            continue;
        }
        let quoted = Quoted::read(&article, &phrases, region);
        let hit = gold.iter().find(|(content, _)| meets(content, region.inner.start(), region.inner.end()));
        if hit.is_some_and(|(_, source)| source.is_empty()) {
            continue;
        }
        candidates(&article, &phrases, &quoted, last, &mut list);
        let mut case = Case { options: Vec::new(), right: Vec::new() };
        let mut buffer = Vec::new();
        none_features(&article, &phrases, &quoted, &mut buffer);
        case.options.push(buffer.clone());
        case.right.push(hit.is_none());
        let mut chosen = None;
        for i in 0..list.len() {
            let seen = Candidate { at: list[i], last, rank: rank(&list, i), entity: types[list[i].0] as usize };
            buffer.clear();
            features(&article, &phrases, &quoted, &seen, &mut buffer);
            let phrase = phrases.phrases[list[i].0];
            let span = article.span(phrase.from..phrase.to);
            let right = hit.is_some_and(|(_, source)| meets(source, span.start(), span.end()));
            if right {
                chosen = Some(list[i].0);
            }
            case.options.push(buffer.clone());
            case.right.push(right);
        }
        spoken += usize::from(hit.is_some());
        covered += usize::from(hit.is_some() && chosen.is_some());
        last = chosen.or(last);
        if case.right.contains(&true) {
            out.push(case);
        }
    }
    for (index, cue) in phrases.cues.iter().enumerate() {
        let span = article.tokens[cue.token].span;
        let right = said.iter().any(|c| meets(c, span.start(), span.end()));
        let mut seen = Vec::new();
        reporting::features(&article, &phrases, index, &types, &mut seen);
        verbs.push((seen, right));
    }
    (spoken, covered)
}

#[test]
#[ignore = "needs a training file"]
fn train() {
    let Ok(path) = std::env::var("QUOTES_TRAIN") else { return };
    let rows = std::fs::read_to_string(path).expect("the training file");
    let (mut list, mut verbs, mut spoken, mut covered) = (Vec::new(), Vec::new(), 0, 0);
    for line in rows.lines() {
        let (s, c) = cases(&serde_json::from_str(line).expect("JSON"), &mut list, &mut verbs);
        (spoken, covered) = (spoken + s, covered + c);
    }
    println!("{} cases; a candidate for {covered} of {spoken} speakers", list.len());
    let size = FEATURES.len() * WIDTH;
    let (mut weights, mut squares) = (vec![0.0f32; size], vec![1e-3f32; size]);
    let held = list.len() / 10;
    for epoch in 0..14 {
        let mut right = (0, 0);
        let mut seed = 12_345u64 + epoch;
        for step in 0..list.len() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let index = if epoch % 2 == 0 { step } else { list.len() - 1 - step };
            let case = &list[index];
            let scores: Vec<f32> = case.options.iter().map(|o| o.iter().map(|&f| weights[f]).sum()).collect();
            let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let best = scores.iter().position(|&s| s == top).unwrap_or(0);
            let test = std::env::var("QUOTES_HOLD").is_ok() && index < held;
            right.1 += usize::from(test);
            right.0 += usize::from(test && case.right[best]);
            if test {
                continue;
            }
            let exps: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
            let sum: f32 = exps.iter().sum();
            let good: f32 = exps.iter().zip(&case.right).filter(|(_, r)| **r).map(|(e, _)| e).sum();
            for (i, option) in case.options.iter().enumerate() {
                let wanted = if case.right[i] { exps[i] / good.max(1e-9) } else { 0.0 };
                let slope = exps[i] / sum - wanted;
                if slope.abs() < 1e-4 {
                    continue;
                }
                for &f in option {
                    let step = slope + 2e-5 * weights[f];
                    squares[f] += step * step;
                    weights[f] -= 0.15 * step / squares[f].sqrt();
                }
            }
        }
        if right.1 > 0 {
            println!("epoch {epoch}: {:.1} % of {} right", 100.0 * right.0 as f64 / right.1 as f64, right.1);
        }
    }
    let mut file = String::from(HEADER);
    for (name, row) in FEATURES.iter().zip(weights.chunks(WIDTH)) {
        let mut numbers: Vec<String> = row.iter().map(|w| ((w * UNIT).round() as i32).to_string()).collect();
        while numbers.last().is_some_and(|n| n == "0") {
            numbers.pop();
        }
        file.push_str(&format!("{name}\t{}\n", numbers.join(" ")));
    }
    std::fs::write(std::env::var("QUOTES_WEIGHTS").unwrap_or("weights.tsv".into()), file).expect("a place to write");
    std::fs::write(std::env::var("QUOTES_REPORTING").unwrap_or("reporting.tsv".into()), sparse(&verbs)).expect("a place to write");
}

/// Step, and how many passes: more change nothing that rounding keeps.
const STEP: f64 = 0.05;
const PASSES: usize = 30;

/// Slope that a weight must earn before it is other than zero, over one pass of the data.
const PENALTY: f64 = 8.0;

/// Features seen less often are left out.
const SELDOM: usize = 15;

/// Fits the model of indirect speech and writes it down: for each feature its values, told by their steps, each with its weight.
fn sparse(verbs: &[Verb]) -> String {
    let size = reporting::NAMES.len() * reporting::VALUES + 1;
    let mut often = vec![0usize; size];
    verbs.iter().flat_map(|verb| &verb.0).for_each(|&place| often[place] += 1);
    let (mut sums, mut squares) = (vec![0.0f64; size], vec![0.0f64; size]);
    let weight = |sum: f64, square: f64, penalty: f64| {
        if sum.abs() <= penalty { 0.0 } else { (penalty * sum.signum() - sum) / ((1.0 + square.sqrt()) / STEP) }
    };
    // the slopes of all passes are summed up, so that the penalty grows with them
    let penalty = |f: usize, pass: usize| if f == size - 1 { 0.0 } else { PENALTY * (pass + 1) as f64 };
    for pass in 0..PASSES {
        for step in 0..verbs.len() {
            let (features, right) = &verbs[if pass % 2 == 0 { step } else { verbs.len() - 1 - step }];
            let used = || features.iter().copied().filter(|&f| often[f] >= SELDOM).chain([size - 1]);
            let sum: f64 = used().map(|f| weight(sums[f], squares[f], penalty(f, pass))).sum();
            let slope = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(*right));
            for f in used() {
                let now = weight(sums[f], squares[f], penalty(f, pass));
                let grown = squares[f] + slope * slope;
                sums[f] += slope - (grown.sqrt() - squares[f].sqrt()) / STEP * now;
                squares[f] = grown;
            }
        }
    }
    let rounded = |f: usize| (weight(sums[f], squares[f], penalty(f, PASSES - 1)) * f64::from(reporting::UNIT)).round() as i32;
    let mut file = format!("{REPORTING}start\t{}\n", rounded(size - 1));
    for (feature, name) in reporting::NAMES.iter().enumerate() {
        let mut last = 0;
        let mut row = Vec::new();
        for value in 0..reporting::VALUES {
            let weight = rounded(feature * reporting::VALUES + value);
            if weight != 0 {
                row.push(format!("{} {weight}", value - last));
                last = value;
            }
        }
        file.push_str(&format!("{name}\t{}\n", row.join(" ")));
    }
    file
}

const REPORTING: &str = "# Weights, in tenths, of reporting.rs, by training.rs. See MODEL.md. CC BY-SA 4.0.
";

const HEADER: &str = "# Weights, in twentieths, of features.rs, by training.rs. See MODEL.md. CC BY-SA 4.0.\n";

/// Writes what the scorer of the data reads: `QUOTES_GOLD=dev.jsonl QUOTES_OUT=out.jsonl`.
#[test]
#[ignore = "needs a file"]
fn predict() {
    let Ok(path) = std::env::var("QUOTES_GOLD") else { return };
    let mut out = String::new();
    let (mut spent, mut before, mut length) = (0.0, 0.0, 0);
    for line in std::fs::read_to_string(path).expect("the file").lines() {
        let row: Value = serde_json::from_str(line).expect("JSON");
        let text = row["text"].as_str().unwrap_or_default();
        let mut point = vec![0usize; text.len() + 1];
        let mut n = 0;
        for (i, _) in text.char_indices() {
            point[i] = n;
            n += 1;
        }
        point[text.len()] = n;
        let began = std::time::Instant::now();
        let article = Article::read(text, None);
        let mut entities = names::find(&article, &values::find(&article, None));
        before += began.elapsed().as_secs_f64() * 1e3;
        let started = std::time::Instant::now();
        let quotes = super::find(&article, &mut entities);
        let ms = started.elapsed().as_secs_f64() * 1e3;
        spent += ms;
        length += text.len();
        let pair = |s: &crate::article::Span| serde_json::json!([point[s.start()], point[s.end()]]);
        let list: Vec<Value> = quotes.iter().map(|q| {
            let content: Vec<Value> = q.content.iter().map(pair).collect();
            let mut v = serde_json::json!({
                "content": content, "source": q.source.iter().map(pair).collect::<Vec<_>>(), "cue": q.cue.iter().map(pair).collect::<Vec<_>>(),
                "name": q.speaker.and_then(|id| entities.iter().find(|e| e.id == id)).map(|e| e.name.clone()), "rule": q.rule, "form": q.form.name(), "sure": q.confidence,
            });
            match q.form {
                super::QuoteForm::Direct | super::QuoteForm::Headline => v["quoted"] = v["content"].clone(),
                super::QuoteForm::Indirect => v["quoted"] = serde_json::json!([]),
                super::QuoteForm::Mixed => {}
            }
            v
        }).collect();
        out.push_str(&serde_json::json!({"id": row["id"], "quotes": list, "ms": ms}).to_string());
        out.push('\n');
    }
    println!("{:.1} MB/s; {:.0} % of all until here", length as f64 / 1e3 / spent, 100.0 * spent / (spent + before));
    std::fs::write(std::env::var("QUOTES_OUT").unwrap_or("out.jsonl".into()), out).expect("a place to write");
}
