//! The core as a native program: what WebAssembly is compared with. Takes files, one text each. For each line that it reads, the number of texts to pass
//! over and of those to take, it says how many milliseconds `annotate` takes for these: whoever asks can measure others in between.

use std::io::{BufRead, Write};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let texts = std::env::args().skip(1).map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let options = glosswire::Options::default();
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (skip, take) = line.split_once(' ').ok_or("two numbers are wanted")?;
        let (skip, take) = (skip.parse()?, take.parse()?);
        let from = Instant::now();
        for text in texts.iter().skip(skip).take(take) {
            std::hint::black_box(glosswire::annotate(text, &options)?);
        }
        writeln!(out, "{}", from.elapsed().as_secs_f64() * 1000.0)?;
        out.flush()?;
    }
    Ok(())
}
