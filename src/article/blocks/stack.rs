//! The stack: what the second pass sees beside the features of the text: what the first pass thought of each line, of those around it, of the runs of
//! body lines, and of the headline.

use super::features::*;
use super::markup;
use super::running::Running;

/// Fills where each line stands to the one that is most likely the headline. `body` has the characters of body lines before each row.
fn since_heading(m: &mut Matrix, headings: &[i32], body: &[u64]) {
    /// Words of a headline that are looked for.
    const NAMED: usize = 32;
    let n = m.rows();
    let Some(heading) = (0..n).rev().max_by_key(|&row| headings[row]) else { return };
    let mut long = 0;
    let mut named: Vec<u32> = Vec::new();
    for &word in m.content(heading).iter().take(NAMED) {
        if !named.contains(&word) {
            named.push(word);
        }
    }
    for row in 0..n {
        let mine = m.content(row);
        let of_heading = named.iter().filter(|word| mine.contains(word)).count();
        let cells = m.row(row);
        cells[OF_HEADING] = share(of_heading as u64, named.len() as u64);
        cells[HEADING] = (headings[row] + 128).clamp(1, 255) as u8;
        cells[FROM_HEADING] = ((row as i64 - heading as i64).clamp(-100, 100) + 128) as u8;
        cells[LONG_SINCE_HEADING] = scale(long);
        cells[BODY_SINCE_HEADING] = scale(body[row].saturating_sub(body[heading]));
        long += if row > heading { u64::from(cells[IS_LONG]) } else { 0 };
    }
}

/// Fills how many of a line's words the lines have that the first pass took for body.
fn in_words_of_body(m: &mut Matrix, scores: &[i32]) {
    let mut running = Running::default();
    for row in (0..m.rows()).filter(|&row| scores[row] > 0) {
        for &word in m.content(row) {
            running.add(word, row as u32);
        }
    }
    for (row, &score) in scores.iter().enumerate() {
        let (overlap, weight) = running.told(m.content(row), score > 0);
        let cells = m.row(row);
        (cells[OF_BODY], cells[BODY_WEIGHT]) = (overlap, weight);
    }
}

/// Fills the columns of the second pass from the scores of the first: of the line, around it, and of the runs of body lines; and where the line stands
/// to the one that is most likely the headline. A score above 0 means body; 16 is one unit of log odds.
pub fn second_pass(m: &mut Matrix, scores: &[i32], headings: &[i32]) {
    /// Other lines that a run of body lines may hold between two of them.
    const GAP: usize = 6;
    let n = m.rows();
    let mut passed = vec![0u64; n + 1];
    let mut body = vec![0u64; n + 1];
    let byte = |score: i32| (score + 128).clamp(1, 255) as u8;
    for row in 0..n {
        m.row(row)[SCORE] = byte(scores[row]);
        let likely = u64::from(byte(scores[row]));
        passed[row + 1] = passed[row] + likely;
        body[row + 1] = body[row] + if scores[row] > 0 { u64::from(m.looks[row].len) } else { 0 };
    }
    since_heading(m, headings, &body);
    in_words_of_body(m, scores);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in (0..n).filter(|&row| scores[row] > 0) {
        match runs.last_mut() {
            Some(run) if row - run.1 <= GAP => run.1 = row,
            _ => runs.push((row, row)),
        }
    }
    let mass = |run: &(usize, usize)| body[run.1 + 1] - body[run.0];
    let most = runs.iter().map(mass).max().unwrap_or(0);
    let best = runs.iter().find(|run| mass(run) == most).copied();
    for run in &runs {
        for row in run.0..=run.1 {
            m.row(row)[RUN_MASS] = share(mass(run), most).max(1);
        }
    }
    for row in 0..n {
        let cells = m.row(row);
        cells[SCORE_BEFORE] = share(body[row], body[n]);
        cells[SCORE_AFTER] = share(body[n] - body[row + 1], body[n]);
        for (width, b, a) in [(3, MEAN_B3, MEAN_A3), (8, MEAN_B8, MEAN_A8), (16, MEAN_B16, MEAN_A16)] {
            let (low, high) = (row.saturating_sub(width), (row + width + 1).min(n));
            cells[b] = ((passed[row] - passed[low]) / (row - low).max(1) as u64) as u8;
            cells[a] = ((passed[high] - passed[row + 1]) / (high - row - 1).max(1) as u64) as u8;
        }
        cells[RUNS] = cap(runs.len() as u32);
        cells[PAGE_MEAN] = (passed[n] / n as u64) as u8;
        let Some((start, end)) = best else { continue };
        cells[IN_BEST] = u8::from((start..=end).contains(&row));
        let from = if row < start { -((start - row).min(100) as i32) } else { row.saturating_sub(end).min(100) as i32 };
        cells[FROM_BEST] = (from + 128) as u8;
        let position = (row as i64 - start as i64) * 80 / (end - start).max(1) as i64;
        cells[IN_POSITION] = (position.clamp(-80, 160) + 80) as u8;
    }
    markup::second_pass(m, scores);
}
