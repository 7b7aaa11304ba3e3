//! Trains and packs the models of Glosswire.
//!
//! ```text
//! glosswire-train blocks train PAGES.jsonl REPORTS.jsonl WEIGHTS.bin   rows {"id", "site", "clip_plain", "gold", "page"}; {"id", "text"}
//! glosswire-train blocks check (text | page) PAGES.jsonl REPORTS.jsonl OUT.jsonl   what models that never saw a site find in it
//! glosswire-train blocks bodies PAGES.jsonl OUT.jsonl       what the built-in model finds: rows {"id", "body", "title"}
//! ```
//! `page` is what `node tests/paste.mjs outlines` adds to the rows.
//! For a file to read, `-` is standard input.

mod blocks;
mod boost;
mod page;
mod variants;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["blocks", "train", pages, reports, weights] => blocks::train(pages, reports, weights),
        ["blocks", "check", what @ ("text" | "page"), pages, reports, out] => blocks::check(what, pages, reports, out),
        ["blocks", "bodies", pages, out] => blocks::bodies(pages, out),
        _ => {
            Err("usage: glosswire-train blocks (train PAGES REPORTS WEIGHTS | check (text | page) PAGES REPORTS OUT | bodies PAGES OUT)"
                .into())
        }
    }
}
