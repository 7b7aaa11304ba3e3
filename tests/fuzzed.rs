//! Fuzzed: what `fuzz/` starts from, and everything that it ever broke the core with, asked again.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::exercise::TARGETS;
use std::fs;
use std::path::Path;

/// The files below a folder, in order; none where the folder is not there.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

#[test]
fn seeds_and_what_was_found_break_nothing() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for (name, run) in TARGETS {
        let seeds = files(&fuzz.join("seeds").join(name));
        assert!(!seeds.is_empty(), "{name} has no seeds");
        assert!(fuzz.join(format!("fuzz_targets/{name}.rs")).is_file(), "{name} is not fuzzed");
        seeds
            .iter()
            .chain(&files(&fuzz.join("found").join(name)))
            .for_each(|file| run(&fs::read(file).expect("a file that was just listed")));
        [&b""[..], b"\xff", b"\xff\xff\xff", b"\0\xff\0"].iter().for_each(|data| run(data));
    }
}
