//! Trains and packs the models of Glosswire.
//!
//! ```text
//! glosswire-train blocks train PAGES.jsonl REPORTS.jsonl WEIGHTS.bin   rows {"id", "site", "clip_plain", "gold", "page"}; {"id", "text"}
//! glosswire-train blocks check (text | page) PAGES.jsonl REPORTS.jsonl OUT.jsonl   what models that never saw a site find in it; prints how well
//! glosswire-train blocks bodies PAGES.jsonl OUT.jsonl       what the built-in model finds: rows {"id", "body", "title"}
//! glosswire-train names train DATA LABELS MODEL.bin         DATA: corpora of one token a line; LABELS: train/labels
//! glosswire-train names lexicon LISTS LEXICON.bin           LISTS: src/highlight/names/lexicon
//! glosswire-train names validate DATA LABELS                cross-validates over the documents labelled for this project
//! glosswire-train names tag MODEL.bin TEXTS.jsonl OUT.jsonl rows {"id", "text"}; {"id", "entities": [[start, end, type]]} in code points
//! glosswire-train thesaurus DICT MOBY.txt NEWS.gz src/dedup/data   DICT: the folder `dict` of WordNet 3.1; MOBY.txt: the Moby Thesaurus; NEWS.gz:
//!                                                            a sample of news whose words are counted (DATA/names/train/gmb.sp.gz)
//! glosswire-train names speed TEXTS.jsonl                   how fast the built-in model tags, in MB/s of one thread
//! ```
//! `page` is what `node tests/paste.mjs outlines` adds to the rows.
//! For a file to read, `-` is standard input.

mod blocks;
mod boost;
mod names;
mod page;
mod score;
mod thesaurus;
mod variants;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["blocks", "train", pages, reports, weights] => blocks::train(pages, reports, weights),
        ["blocks", "check", what @ ("text" | "page"), pages, reports, out] => blocks::check(what, pages, reports, out),
        ["blocks", "bodies", pages, out] => blocks::bodies(pages, out),
        ["names", "train", data, labels, out] => names::train(data, labels, out),
        ["names", "validate", data, labels] => names::validate(data, labels),
        ["names", "lexicon", lists, out] => names::lists::pack(lists, out),
        ["thesaurus", dict, moby, news, out] => thesaurus::write(dict, moby, news, out),
        ["names", "speed", texts] => names::speed(texts),
        ["names", "tag", model, texts, out] => names::tag(model, texts, out),
        _ => Err("usage: glosswire-train blocks (train PAGES REPORTS WEIGHTS | check (text | page) PAGES REPORTS OUT | bodies PAGES OUT)
       glosswire-train names (train DATA LABELS MODEL.bin | lexicon LISTS LEXICON.bin | validate DATA LABELS | tag MODEL.bin TEXTS.jsonl OUT.jsonl | speed TEXTS.jsonl)
       glosswire-train thesaurus DICT MOBY.txt NEWS.gz src/dedup/data".into()),
    }
}
